"use strict";
exports.id = 64;
exports.ids = [64];
exports.modules = {

/***/ 2064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveDigests: () => (/* binding */ resolveDigests)
});

// EXTERNAL MODULE: ./lib/inputs/parse.js
var parse = __webpack_require__(6311);
// EXTERNAL MODULE: ./lib/oci/artifact.js
var oci_artifact = __webpack_require__(4366);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(2263);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(3370);
;// CONCATENATED MODULE: ./lib/util/in-parallel.js
async function inParallel(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    const worker = async () => {
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}

// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(4487);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(9788);
;// CONCATENATED MODULE: ./lib/artifacts/resolve-digests.js







const AT_A_TIME = 8;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const APPEARS_MS = 5_000;
const SETTLE_MS = 3_000;
const MOST_NESTED = 32;
async function resolveDigests(artifacts, options) {
    const resolving = { ...options, endMs: (0,time/* monotonicMs */.dR)() + options.deadlineMs };
    const results = await inParallel(artifacts, AT_A_TIME, (artifact) => resolve(artifact, resolving));
    return {
        artifacts: results.flatMap((result) => ('reason' in result ? [] : [result])),
        skips: results.flatMap((result) => ('reason' in result ? [result] : [])),
    };
}
async function resolve(artifact, options) {
    const { digest, tag, style } = artifact;
    if (digest === undefined)
        return options.needsDigest || options.verify ? lookUpDigest(artifact, options) : artifact;
    if (!options.verify)
        return artifact;
    if (!digest.startsWith('sha256:')) {
        throw new errors/* InputError */.d(`verify: the digest of ${(0,oci_artifact/* nameArtifact */.o)(artifact)} is ${digest}, and only sha256 can be compared with what the registry has; remove verify`);
    }
    const pinned = { ...artifact, digest };
    return tag === undefined || style === 'digest' ? awaitDigest(pinned, options) : awaitTag(pinned, options);
}
async function lookUpDigest(artifact, options) {
    const name = (0,oci_artifact/* nameArtifact */.o)(artifact);
    const endMs = options.verify ? options.endMs : Math.min((0,time/* monotonicMs */.dR)() + APPEARS_MS, options.endMs);
    for await (const answer of askAgain(byTag(artifact), endMs, options)) {
        if (answer.kind === 'found') {
            options.log(`the registry has ${answer.digest} as ${name} (right after a push it may still show what was there before: set digest to be certain)`);
            return { ...artifact, digest: answer.digest };
        }
        if (answer.kind !== 'absent') {
            throw new errors/* InputError */.d(`digest is empty, and looking up ${name} failed: ${describe(answer)}; ${options.verify ? 'remove verify and set the digest input' : 'set the digest input'}, and nothing has to be looked up. ${parse/* DROPPED_OUTPUT */.v}`);
        }
        if (answer.isLast) {
            throw new errors/* InputError */.d(`${name} is not in its registry, so its digest cannot be looked up (${describe(answer)}); check the tag. If it was only just pushed, verify: true waits for it within deadline, and with digest nothing has to be looked up`);
        }
        options.log(`${name} is not in its registry yet, asking again in ${answer.pauseMs} ms`);
    }
    throw cancelled(name);
}
async function awaitDigest(artifact, options) {
    const { digest } = artifact;
    const named = byDigest(artifact);
    for await (const answer of askAgain(named, options.endMs, options)) {
        if (answer.kind === 'found')
            return artifact;
        if (answer.isLast || answer.kind !== 'absent')
            await refuseDigest(artifact, answer, options);
        options.log(`${digest} is not in ${nameOf(artifact)} yet, asking again in ${answer.pauseMs} ms`);
    }
    throw cancelled((0,reference/* formatReference */.FH)(named));
}
async function awaitTag(artifact, options) {
    const name = (0,oci_artifact/* nameArtifact */.o)({ ...artifact, style: 'tag' });
    let seen;
    let [hasMoved, isJudged] = [false, false];
    for await (const answer of askAgain(byTag(artifact), options.endMs, options)) {
        if (answer.kind !== 'found' && answer.kind !== 'absent')
            throw failedCheck(name, answer);
        if (answer.kind === 'found') {
            if (answer.digest === artifact.digest)
                return artifact;
            if (seen?.digest !== answer.digest) {
                hasMoved = seen !== undefined;
                isJudged = false;
                seen = { digest: answer.digest, sinceMs: (0,time/* monotonicMs */.dR)() };
            }
            const isSettled = (0,time/* monotonicMs */.dR)() - seen.sinceMs >= SETTLE_MS;
            if (answer.isLast || (isSettled && !isJudged)) {
                isJudged = true;
                const skip = await judge(artifact, { now: answer, hasMoved, isLast: answer.isLast }, options);
                if (skip !== undefined)
                    return skip;
            }
        }
        if (answer.isLast) {
            throw new errors/* InputError */.d(answer.kind !== 'found'
                ? `verify: ${name} is still not in its registry after ${options.deadlineMs / 1000} s (${describe(answer)}); raise deadline if it takes longer to appear`
                : `verify: ${name} still points at ${answer.digest} after ${options.deadlineMs / 1000} s, and not at ${artifact.digest}; raise deadline if the registry takes longer to show a push. To deploy this digest whatever the tag points at, as for a rollback, set reference: digest`);
        }
        options.log(`${name} is not at ${artifact.digest} yet, asking again in ${answer.pauseMs} ms`);
    }
    throw cancelled(name);
}
async function judge(artifact, { now, hasMoved, isLast }, options) {
    const { digest } = artifact;
    const name = (0,oci_artifact/* nameArtifact */.o)({ ...artifact, style: 'tag' });
    if (await isPart(digest, artifact, { now, ...options })) {
        throw new errors/* InputError */.d(`verify: ${digest} is only a part of the multi-platform image that ${name} points at; set digest to that of the index, ${now.digest}`);
    }
    const own = await options.registry.manifest(byDigest(artifact));
    if (options.signal.aborted)
        throw cancelled(name);
    if (own.kind !== 'found') {
        if (isLast || own.kind === 'failed')
            await refuseDigest(artifact, own, { ...options, elsewhere: `, and ${name} points at ${now.digest}` });
        return undefined;
    }
    if (!hasMoved && !(await isNewer(now, own, artifact, options)))
        return undefined;
    const why = hasMoved ? 'was moved since' : 'was made later';
    return {
        reason: 'superseded',
        detail: `${name} now points at ${now.digest}, which ${why}: whatever was pushed sends its own message. To deploy ${digest} all the same, set reference: digest`,
    };
}
async function isNewer(now, own, artifact, { registry }) {
    const [nowMs, ownMs] = await Promise.all([
        registry.createdMs({ ...byTag(artifact), tag: undefined, digest: now.digest }, now),
        registry.createdMs(byDigest(artifact), own),
    ]);
    return nowMs !== undefined && ownMs !== undefined && nowMs > ownMs;
}
async function isPart(digest, artifact, { now, registry }) {
    const queue = [now];
    for (let read = 0; queue.length > 0 && read < MOST_NESTED; read++) {
        const parts = partsOf(queue.shift());
        if (parts.some((part) => part.digest === digest))
            return true;
        for (const part of parts.filter(({ isIndex }) => isIndex).slice(0, MOST_NESTED - read)) {
            const index = await registry.manifest({ ...byDigest(artifact), digest: part.digest });
            if (index.kind === 'found')
                queue.push(index);
        }
    }
    return false;
}
function partsOf(found) {
    const listed = Array.isArray(found?.manifest.manifests) ? found.manifest.manifests : [];
    return listed.flatMap((entry) => {
        const digest = (0,json/* textAt */.$6)(entry, 'digest');
        const isIndex = /\b(?:index|list)\b/.test((0,json/* textAt */.$6)(entry, 'mediaType') ?? '');
        return (0,reference/* isDigest */.Bc)(digest) ? [{ digest, isIndex }] : [];
    });
}
async function refuseDigest(artifact, problem, { registry, elsewhere = '' }) {
    const { digest } = artifact;
    const isBlob = problem.status !== undefined &&
        problem.kind === 'failed' &&
        (await registry.blob(byDigest(artifact))).kind === 'found';
    if (problem.kind !== 'absent' && !isBlob)
        throw failedCheck((0,reference/* formatReference */.FH)(byDigest(artifact)), problem);
    throw new errors/* InputError */.d(`verify: ${digest} is not in the repository ${nameOf(artifact)} as a manifest${elsewhere} (${describe(problem)}); is it the image ID, or the digest of where it was copied from (skopeo copy without --all copies one platform)? Set digest to what docker push prints, or to the digest output of the build action`);
}
async function* askAgain(named, endMs, { registry, signal, log }) {
    for (let waitMs = FIRST_WAIT_MS; !signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
        const answer = await registry.manifest(named);
        if (signal.aborted)
            return;
        const leftMs = endMs - (0,time/* monotonicMs */.dR)();
        const askedMs = answer.kind === 'limited' ? (answer.retryAfterMs ?? Number.POSITIVE_INFINITY) : 0;
        const pauseMs = Math.max(Math.ceil(Math.min(Math.max(waitMs, askedMs), leftMs)), 0);
        const isPassing = answer.kind === 'limited' ? askedMs < leftMs : answer.kind === 'failed' && answer.isTransient && leftMs > 0;
        if (answer.kind !== 'found' && isPassing)
            log(`${answer.message}, asking again in ${pauseMs} ms`);
        else
            yield { ...answer, isLast: leftMs <= 0, pauseMs };
        await (0,time/* sleep */.yy)(pauseMs, signal);
    }
}
function failedCheck(name, problem) {
    return new errors/* InputError */.d(`verify: checking ${name} failed: ${describe(problem)}; make the registry reachable from this runner, or remove verify`);
}
function describe({ message, hint }) {
    return hint === undefined ? message : `${message} (${hint})`;
}
function cancelled(name) {
    return new errors/* InputError */.d(`cancelled while looking up ${name}`);
}
function byTag({ host, path, tag }) {
    return { host, path, tag };
}
function byDigest({ host, path, digest }) {
    return { host, path, digest };
}
function nameOf({ host, path }) {
    return (0,reference/* formatReference */.FH)({ host, path });
}


/***/ })

};
;