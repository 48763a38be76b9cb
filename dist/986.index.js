"use strict";
exports.id = 986;
exports.ids = [986];
exports.modules = {

/***/ 986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveDigests: () => (/* binding */ resolveDigests)
});

// EXTERNAL MODULE: ./lib/oci/artifact.js
var oci_artifact = __webpack_require__(366);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(263);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(370);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(788);
;// CONCATENATED MODULE: ./lib/util/retry-transient.js

async function retryTransient(action, { isTransient, attempts, waitMs, signal, onRetry }) {
    for (let attempt = 1;; attempt++) {
        const result = await action();
        if (signal.aborted || attempt >= attempts || !isTransient(result))
            return result;
        const pauseMs = waitMs(attempt);
        onRetry?.(result, attempt, pauseMs);
        await (0,time/* sleep */.yy)(pauseMs, signal);
        if (signal.aborted)
            return result;
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/resolve-digests.js





const ATTEMPTS = 3;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const SETTLE_MS = 3_000;
function needsRegistry({ digest }, { needsDigest, verify }) {
    return verify || (digest === undefined && needsDigest);
}
async function resolveDigests(artifacts, options) {
    const resolved = [];
    const skips = [];
    const endMs = (0,time/* monotonicMs */.dR)() + options.deadlineMs;
    const settledMs = Math.min((0,time/* monotonicMs */.dR)() + SETTLE_MS, endMs);
    for (const artifact of artifacts) {
        if (!needsRegistry(artifact, options))
            resolved.push(artifact);
        else if (artifact.digest === undefined)
            resolved.push(await lookUpDigest(artifact, endMs, options));
        else if (!artifact.digest.startsWith('sha256:')) {
            throw new errors/* InputError */.d(`verify: the digest of ${(0,oci_artifact/* nameArtifact */.o)(artifact)} is ${artifact.digest}, and only sha256 can be compared with what the registry has; remove verify`);
        }
        else {
            const tagged = { ...artifact, digest: artifact.digest };
            const now = await awaitTag(tagged, { settledMs, endMs }, options);
            if (now.digest === artifact.digest)
                resolved.push(artifact);
            else {
                await refuseWrongDigest(tagged, now, options);
                skips.push({
                    reason: 'superseded',
                    detail: `${(0,oci_artifact/* nameArtifact */.o)(artifact)} now points at ${now.digest}: whatever was pushed since sends its own message`,
                });
            }
        }
    }
    return { artifacts: resolved, skips };
}
async function lookUpDigest(artifact, endMs, options) {
    const name = (0,oci_artifact/* nameArtifact */.o)(artifact);
    const answer = await askUntil(artifact, ({ kind }) => (kind === 'absent' && options.verify ? endMs : 0), options);
    if (answer.kind === 'found') {
        options.log(`the registry has ${answer.digest} as ${name}`);
        return { ...artifact, digest: answer.digest };
    }
    throw answer.kind === 'absent'
        ? new errors/* InputError */.d(`${name} is not in its registry, so its digest cannot be looked up; check the tag, or notify after the push: ${answer.serverMessage}`)
        : new errors/* InputError */.d(`digest is empty, and looking up ${name} failed: ${describe(answer)}; ${options.verify ? 'remove verify and set the digest input' : 'set the digest input'}, and nothing has to be looked up`);
}
async function refuseWrongDigest(artifact, now, options) {
    const { host, path, digest } = artifact;
    const name = (0,oci_artifact/* nameArtifact */.o)(artifact);
    if (now.parts.includes(digest)) {
        throw new errors/* InputError */.d(`verify: ${digest} is only a part of the multi-platform image that ${name} points at; set digest to that of the index, ${now.digest}`);
    }
    const answer = await ask({ host, path, digest }, options);
    if (answer.kind === 'found')
        return;
    throw answer.kind === 'absent'
        ? absentDigest(artifact, `, and ${name} points at ${now.digest}`)
        : failedCheck((0,oci_reference/* formatReference */.FH)({ host, path, digest }), answer);
}
function absentDigest({ host, path, digest }, details) {
    return new errors/* InputError */.d(`verify: ${digest} is not in the repository ${(0,oci_reference/* formatReference */.FH)({ host, path })}${details}; is it the image ID? Set digest to what docker push prints, or to the digest output of the build action`);
}
function failedCheck(name, answer) {
    return new errors/* InputError */.d(`verify: checking ${name} failed: ${describe(answer)}; make the registry reachable from this runner, or remove verify`);
}
async function awaitTag(artifact, { settledMs, endMs }, options) {
    const name = (0,oci_artifact/* nameArtifact */.o)(artifact);
    const retryUntilMs = (answer) => {
        if (answer.kind === 'found')
            return answer.digest === artifact.digest ? 0 : settledMs;
        return answer.kind === 'absent' ? endMs : 0;
    };
    const answer = await askUntil(artifact, retryUntilMs, options);
    if (answer.kind === 'found')
        return answer;
    if (answer.kind !== 'absent')
        throw failedCheck(name, answer);
    if (artifact.tag === undefined)
        throw absentDigest(artifact, ` (${answer.serverMessage})`);
    throw new errors/* InputError */.d(`verify: ${name} is still not in its registry after ${options.deadlineMs / 1000} s (${answer.serverMessage}); raise deadline if it takes longer to appear`);
}
async function askUntil(artifact, retryUntilMs, options) {
    const place = artifact.digest === undefined || artifact.tag === undefined ? 'in its registry' : `at ${artifact.digest}`;
    for (let waitMs = FIRST_WAIT_MS;; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
        const { host, path, tag, digest } = artifact;
        const answer = await ask(tag === undefined ? { host, path, digest } : { host, path, tag }, options);
        const leftMs = retryUntilMs(answer) - (0,time/* monotonicMs */.dR)();
        if (leftMs <= 0)
            return answer;
        const pauseMs = Math.ceil(Math.min(waitMs, leftMs));
        options.log(`${(0,oci_artifact/* nameArtifact */.o)(artifact)} is not ${place} yet, asking again in ${pauseMs} ms`);
        await (0,time/* sleep */.yy)(pauseMs, options.signal);
    }
}
async function ask(reference, { inspect, signal }) {
    const cancelled = () => new errors/* InputError */.d(`cancelled while looking up ${(0,oci_reference/* formatReference */.FH)(reference)}`);
    if (signal.aborted)
        throw cancelled();
    const answer = await retryTransient(() => inspect(reference, signal), {
        isTransient: ({ kind }) => kind === 'unreachable',
        attempts: ATTEMPTS,
        waitMs: (attempt) => FIRST_WAIT_MS * 2 ** attempt,
        signal,
    });
    if (signal.aborted)
        throw cancelled();
    return answer;
}
function describe(answer) {
    if (answer.kind === 'no-tool') {
        return 'there is no skopeo, docker buildx, crane or oras on this runner; install skopeo (apt-get install skopeo)';
    }
    return answer.kind === 'refused' ? `${answer.serverMessage} (${answer.hint})` : answer.serverMessage;
}


/***/ })

};
;