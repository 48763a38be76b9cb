"use strict";
exports.id = 705;
exports.ids = [705];
exports.modules = {

/***/ 705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  docoCdTracker: () => (/* binding */ docoCdTracker)
});

// EXTERNAL MODULE: ./lib/http/types.js
var types = __webpack_require__(7160);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(3370);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(4487);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(7650);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __webpack_require__(4230);
// EXTERNAL MODULE: ./lib/receivers/doco-cd/response.js
var doco_cd_response = __webpack_require__(68);
// EXTERNAL MODULE: ./lib/receivers/doco-cd/webhook-path.js
var webhook_path = __webpack_require__(6656);
;// CONCATENATED MODULE: ./lib/receivers/doco-cd/api.js







function apiUrl(endpoint, path, query = '') {
    const url = withQuery(endpoint, query);
    const webhook = (0,webhook_path/* parseWebhookPath */.k)(url.pathname);
    if (webhook === undefined) {
        throw new errors/* InputError */.d(`url: the path at ${url.origin} does not end with /v1/webhook or /v1/webhook/<target>, so the path of the run API (/v1/api/run) cannot be derived from it; use such a path, or remove api-key to wait inside the request`);
    }
    url.pathname = `${webhook.prefix}/v1/api/${path}`;
    return url;
}
function withQuery(endpoint, query) {
    const url = new URL(endpoint);
    if (query !== '')
        url.search = url.search === '' ? `?${query}` : `${url.search}&${query}`;
    return url;
}
function contentOf({ status, body }) {
    return status === 200 && (0,doco_cd_response/* jobId */.Db)(body) !== undefined ? (0,json.at)((0,json/* parseObject */.lj)(body), 'content') : undefined;
}
function listIn(answer, isItem) {
    if (answer.kind === 'failure')
        return { problem: answer.message };
    const { status, body } = answer;
    const content = contentOf(answer);
    if (Array.isArray(content))
        return content.every(isItem) ? { items: content } : { problem: 'an answer of another form' };
    if (status === 404 && (0,doco_cd_response/* jobId */.Db)(body) !== undefined)
        return { items: [] };
    if (status === 404)
        return { problem: 'the server has no such API, or a proxy does not pass it on' };
    const message = (0,doco_cd_response/* serverMessage */.x_)(body) ?? ((0,types/* isPage */.yp)(body) ? 'an HTML page' : body);
    return { problem: (0,util_text/* oneLine */.TN)((0,log/* redact */.E$)(`${status} ${message}`), 100) };
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(2263);
;// CONCATENATED MODULE: ./lib/receivers/doco-cd/believed-state.js
const AGREEING = 3;
const AFTER_RESTART = 10;
const LOOP = 3;
function createMemory() {
    const known = new Map();
    return (look) => {
        const last = known.get(look.id);
        const isRestart = last !== undefined && look.upSeconds !== undefined && isRestarted(last.look, look.upSeconds);
        const restarts = (last?.restarts ?? 0) + (isRestart ? 1 : 0);
        const isSame = !isRestart && last?.look.signature === look.signature;
        const agreeing = isSame ? last.agreeing + 1 : 1;
        const before = last?.before ?? (look.wasRestarted === true ? 1 : 0);
        known.set(look.id, { look, agreeing, restarts, before });
        if (restarts >= LOOP)
            return { condition: 'failed', restarts };
        const needed = look.condition === 'well' ? neededAfter(before + restarts) : AGREEING;
        return { condition: agreeing >= needed ? look.condition : 'starting', restarts };
    };
}
function neededAfter(restarts) {
    return restarts === 0 ? AGREEING : AFTER_RESTART * 2 ** (restarts - 1) + 1;
}
function isRestarted({ hasBegun, upSeconds }, nowSeconds) {
    return hasBegun && (upSeconds === undefined || nowSeconds < upSeconds);
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/container-state.js

const LABELS = {
    digest: 'cd.doco.deployment.target.sha',
    deployedAt: 'cd.doco.deployment.timestamp',
    source: 'cd.doco.source.url',
    isJob: 'cd.doco.job.enabled',
    autostart: 'cd.doco.deployment.autostart',
    oneOff: 'com.docker.compose.oneoff',
    dependsOn: 'com.docker.compose.depends_on',
    workingDirectory: 'com.docker.compose.project.working_dir',
};
function labelOf(container, name) {
    return (0,json/* textAt */.$6)(container, 'Labels', name);
}
function awaitedServices(containers) {
    const conditions = containers.flatMap((container) => labelOf(container, LABELS.dependsOn)?.split(',') ?? []);
    return new Set(conditions.flatMap((text) => /^([^:]+):service_completed_successfully\b/.exec(text)?.[1] ?? []));
}
function lookAt(container, awaited, nowMs) {
    const state = (0,json/* textAt */.$6)(container, 'State')?.toLowerCase() ?? 'unknown';
    const status = (0,json/* textAt */.$6)(container, 'Status') ?? '';
    const health = (0,json/* textAt */.$6)(container, 'Health')?.toLowerCase();
    const exitCode = (0,json.at)(container, 'ExitCode');
    const detail = /\(([^)]*)\)/.exec(status)?.[1]?.replace(/^health: /, '');
    const upSeconds = parseUptime(status);
    const mayEnd = awaited.has((0,json/* textAt */.$6)(container, 'Service') ?? '');
    const seen = { state, detail, hasStatus: status !== '', health, exitCode, mayEnd };
    const code = hasEnded(state) ? (/^\d+$/.test(detail ?? '') ? detail : String(exitCode)) : undefined;
    const words = code === undefined ? (detail ?? health) : `exit code ${code}`;
    const shown = {
        id: (0,json/* textAt */.$6)(container, 'ID') ?? (0,json/* textAt */.$6)(container, 'Name') ?? '?',
        state: words === undefined ? state : `${state} (${words})`,
    };
    if (isLeftAlone(container))
        return { ...shown, condition: 'well', signature: '', hasBegun: false };
    return {
        ...shown,
        condition: conditionOf(seen),
        signature: JSON.stringify([state, detail, health, exitCode]),
        hasBegun: state !== 'created',
        upSeconds,
        wasRestarted: wasStartedLate((0,json.at)(container, 'Created'), upSeconds, nowMs),
    };
}
function isLeftAlone(container) {
    return (labelOf(container, LABELS.isJob) === 'true' ||
        labelOf(container, LABELS.autostart) === 'false' ||
        labelOf(container, LABELS.oneOff) === 'True');
}
function conditionOf({ state, detail, hasStatus, health, exitCode, mayEnd }) {
    if (state === 'running') {
        if ((exitCode ?? 0) !== 0 || (hasStatus && detail !== health))
            return 'starting';
        if (health === 'starting')
            return 'starting';
        return health === undefined || health === 'healthy' ? 'well' : 'failed';
    }
    if (state === 'exited') {
        if (hasStatus && detail !== String(exitCode))
            return 'starting';
        return exitCode === 0 && mayEnd ? 'well' : 'failed';
    }
    return 'failed';
}
function hasEnded(state) {
    return ['exited', 'dead', 'restarting'].includes(state);
}
const SUSPECT_SECONDS = 10;
const LATE_SECONDS = 5;
function wasStartedLate(created, upSeconds, nowMs) {
    if (typeof created !== 'number' || upSeconds === undefined || nowMs === undefined)
        return false;
    return upSeconds < SUSPECT_SECONDS && nowMs / 1_000 - created - upSeconds > LATE_SECONDS;
}
const SECONDS = {
    second: 1,
    minute: 60,
    hour: 3_600,
    day: 86_400,
    week: 604_800,
    month: 2_592_000,
    year: 31_536_000,
};
function uptimeOf(container) {
    return parseUptime((0,json/* textAt */.$6)(container, 'Status') ?? '');
}
function parseUptime(status) {
    const [found, count = '', unit = ''] = /^Up (Less than a|About an?|\d+) ([a-z]+?)s?\b/.exec(status) ?? [];
    if (found === undefined)
        return undefined;
    if (count.startsWith('Less'))
        return 0;
    const number = /^\d+$/.test(count) ? Number(count) : 1;
    return (SECONDS[unit] ?? 0) * (unit === 'hour' ? number - 0.5 : number);
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/mounts.js


function mountNote(containers, { path }, clock) {
    const stale = containers.filter((container) => isOlder(container, clock) && mountOf(container, path) !== undefined);
    const [first] = stale;
    if (first === undefined)
        return undefined;
    const names = stale.map((container) => (0,json/* textAt */.$6)(container, 'Name') ?? '?').slice(0, 3);
    return `${names.join(', ')} ran before this message and mounts files of the artifact (${mountOf(first, path)}), which doco-cd has replaced: until a restart it sees empty directories or the old files. Restart it on the server, and give the service a label that changes with each version`;
}
function mountOf(container, path) {
    const directory = labelOf(container, LABELS.workingDirectory) ?? '';
    const end = directory.indexOf(`/${path}`);
    if (end < 0)
        return undefined;
    const root = `${directory.slice(0, end)}/${path}/`;
    const mounts = (0,json.at)(container, 'Mounts');
    const found = Array.isArray(mounts)
        ? mounts.find((mount) => typeof mount === 'string' && mount.startsWith(root))
        : undefined;
    return found?.slice(root.length);
}
const SLACK_MS = 2_000;
function isOlder(container, { createdMs, nowMs }) {
    const upSeconds = uptimeOf(container);
    if (createdMs === undefined || nowMs === undefined || upSeconds === undefined)
        return false;
    return upSeconds * 1_000 > nowMs - createdMs + SLACK_MS;
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/swarm.js



const UNCHECKED_TASKS = 'its tasks were not checked, because the API of doco-cd does not show them: see docker service ps on the server';
function servicesOf(answer, isWanted) {
    const content = answer.kind === 'response' ? contentOf(answer) : undefined;
    if (!(0,json/* isObject */.Gv)(content))
        return withoutStacks(answer);
    const services = Object.values(content).flatMap((stack) => (Array.isArray(stack) ? stack : []));
    const wanted = services.filter((service) => isWanted((0,json/* textAt */.$6)(service, 'Spec', 'Labels', LABELS.source)));
    return { kind: 'services', services: wanted.map(toSeen) };
}
function withoutStacks(answer) {
    const listed = listIn(answer, json/* isObject */.Gv);
    if ('items' in listed || /not a swarm manager/i.test(listed.problem))
        return { kind: 'none' };
    return { kind: 'unreadable', problem: listed.problem };
}
function toSeen(service) {
    const name = (0,json/* textAt */.$6)(service, 'Spec', 'Name') ?? '?';
    const update = (0,json/* textAt */.$6)(service, 'UpdateStatus', 'State');
    const message = (0,json/* textAt */.$6)(service, 'UpdateStatus', 'Message');
    const version = (0,json.at)(service, 'Version', 'Index');
    const condition = swarm_conditionOf(update);
    const words = condition === 'well' ? undefined : [update, message].filter((text) => text !== undefined).join(': ');
    return {
        id: (0,json/* textAt */.$6)(service, 'ID') ?? name,
        condition,
        signature: JSON.stringify([update, version]),
        hasBegun: true,
        name,
        state: words === undefined ? 'service' : `service (${words})`,
        logCommand: /^[\w][\w.-]*$/.test(name) ? `docker service ps --no-trunc ${name}` : undefined,
        digest: (0,json/* textAt */.$6)(service, isRollback(update) ? 'PreviousSpec' : 'Spec', 'Labels', LABELS.digest),
        deployedMs: Date.parse((0,json/* textAt */.$6)(service, 'Spec', 'Labels', LABELS.deployedAt) ?? ''),
    };
}
function isRollback(update) {
    return update?.startsWith('rollback_') === true;
}
function swarm_conditionOf(update) {
    if (update === undefined || update === 'completed')
        return 'well';
    return update === 'updating' || update === 'rollback_started' ? 'starting' : 'failed';
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/containers.js









const PROJECT_LIMIT = 200;
const CONTAINER_LIMIT = 200;
const NAMED = 5;
const LOOK_AGAIN_MS = 1_000;
const STARTING = 'it had not been seen to run steadily yet; raise wait-timeout, or see its log and health check on the server';
function createContainerCheck(endpoint, artifact) {
    const remember = createMemory();
    let hasDoubt = false;
    return async (ask, { result, times }) => {
        const sample = await takeSample(ask, { endpoint, artifact, createdMs: times?.createdMs });
        if (sample.kind === 'unreadable') {
            if (hasDoubt)
                return { kind: 'unreadable', answer: sample.answer };
            return { kind: 'unreadable', answer: sample.answer, otherwise: { ...result, ...unchecked(sample.problem) } };
        }
        const { ours, others, note } = sample;
        if (ours.length === 0)
            return { kind: 'ended', result: { ...result, ...unchanged(others, times?.createdMs, note) }, times };
        const judged = ours.map((seen) => ({ seen, steady: remember(seen) }));
        hasDoubt ||= ours.some(({ condition }) => condition !== 'well');
        const observed = judge(judged);
        if (observed.kind !== 'ended')
            return { ...observed, times };
        const isUnchecked = sample.isSwarm && observed.result.kind === 'succeeded';
        const hints = [observed.result.hint, ...(isUnchecked ? [UNCHECKED_TASKS] : []), note];
        const hint = hints.filter((text) => text !== undefined).join('; ') || undefined;
        return { kind: 'ended', result: { serverMessage: result.serverMessage, ...observed.result, hint }, times };
    };
}
async function listContainers(ask, endpoint, artifact) {
    const sample = await takeSample(ask, { endpoint, artifact, createdMs: undefined });
    if (sample.kind === 'unreadable')
        return [];
    const judged = sample.ours.map((seen) => ({ seen, steady: { condition: seen.condition, restarts: 0 } }));
    return judged.slice(0, CONTAINER_LIMIT).map(describe);
}
function judge(judged) {
    const having = (wanted) => judged.filter(({ steady }) => steady.condition === wanted);
    const [failed, starting] = [having('failed'), having('starting')];
    const containers = [...failed, ...starting, ...having('well')].slice(0, CONTAINER_LIMIT).map(describe);
    if (failed.length > 0) {
        const serverMessage = nameAll(failed);
        const hint = notWell(failed);
        return {
            kind: 'ended',
            result: { kind: 'failed', error: 'CONTAINER_FAILED', serverMessage, hint, containers },
        };
    }
    if (starting.length === 0)
        return { kind: 'ended', result: { kind: 'succeeded', containers } };
    const unwell = starting.filter(({ seen }) => seen.condition !== 'well');
    const serverMessage = nameAll(unwell.length > 0 ? unwell : starting);
    const soFar = { serverMessage, hint: STARTING, containers };
    return { kind: 'pending', state: unwell.length > 0 ? 'starting' : 'running', waitMs: LOOK_AGAIN_MS, soFar };
}
function describe({ seen, steady }) {
    const { name, logCommand } = seen;
    const isWell = steady.condition === 'well';
    return { name, state: stateOf({ seen, steady }), isWell, logCommand: isWell ? undefined : logCommand };
}
function stateOf({ seen: { state }, steady: { condition, restarts } }) {
    return condition !== 'well' && restarts > 0 ? `${state}, restarted ${(0,util_text/* plural */.LS)(restarts, 'time')} meanwhile` : state;
}
function nameAll(judged) {
    const named = judged.slice(0, NAMED).map((one) => `${one.seen.name} ${stateOf(one)}`);
    const more = judged.length > NAMED ? [`and ${judged.length - NAMED} more`] : [];
    return [...named, ...more].join(', ');
}
function notWell(failed) {
    const commands = failed.flatMap(({ seen: { logCommand } }) => logCommand ?? []).slice(0, NAMED);
    const see = commands.length === 0 ? 'see why with docker logs on the server' : `see why on the server: ${commands.join(', ')}`;
    return `${see}. Repair that and run this job again, or push a change: doco-cd itself leaves alone a digest that containers have already`;
}
async function takeSample(ask, wanted) {
    const { endpoint, artifact, createdMs } = wanted;
    const answer = await ask(apiUrl(endpoint, 'projects', 'all=true'));
    const projects = listIn(answer, isProject);
    if ('problem' in projects)
        return { kind: 'unreadable', answer, problem: projects.problem };
    const others = [];
    const notes = [];
    for (const names of inTwoParts(projects.items, artifact)) {
        if (names.length > PROJECT_LIMIT) {
            return { kind: 'unreadable', answer, problem: `the server has ${(0,util_text/* plural */.LS)(names.length, 'project')}` };
        }
        const ours = [];
        for (const name of names) {
            const listing = await ask(apiUrl(endpoint, `project/${name}`));
            const listed = listIn(listing, isContainer);
            if ('problem' in listed) {
                if (ours.some(({ condition }) => condition === 'failed'))
                    break;
                return { kind: 'unreadable', answer: listing, problem: listed.problem };
            }
            const containers = listed.items.filter((item) => isOf(artifact, labelOf(item, LABELS.source)));
            const awaited = awaitedServices(listed.items);
            const seen = containers.map((item) => containers_toSeen(item, lookAt(item, awaited, listing.dateMs)));
            const hasDigest = seen.some(({ digest }) => digest === artifact.digest);
            (hasDigest ? ours : others).push(...seen);
            const note = mountNote(containers, artifact, { createdMs, nowMs: listing.dateMs });
            if (note !== undefined)
                notes.push(note);
        }
        if (ours.length > 0)
            return { kind: 'seen', ours, others, isSwarm: false, note: notes[0] };
    }
    const stacks = await ask(apiUrl(endpoint, 'stacks'));
    const services = servicesOf(stacks, (source) => isOf(artifact, source));
    if (services.kind === 'none')
        return { kind: 'seen', ours: [], others, isSwarm: false, note: notes[0] };
    if (services.kind === 'unreadable')
        return { kind: 'unreadable', answer: stacks, problem: services.problem };
    const parts = Map.groupBy(services.services, ({ digest }) => digest === artifact.digest);
    return { kind: 'seen', ours: parts.get(true) ?? [], others: parts.get(false) ?? [], isSwarm: true, note: undefined };
}
function isProject(item) {
    return (0,json/* textAt */.$6)(item, 'Name') !== undefined;
}
function isContainer(item) {
    return (0,json/* textAt */.$6)(item, 'State') !== undefined && (0,json/* isObject */.Gv)((0,json.at)(item, 'Labels'));
}
function inTwoParts(projects, { path }) {
    const parts = Map.groupBy(projects, (project) => (0,json/* textAt */.$6)(project, 'ConfigFiles')?.includes(`/${path}/`) === true);
    const namesOf = (part = []) => part.map((project) => (0,json/* textAt */.$6)(project, 'Name') ?? '').filter((name) => /^[a-z0-9][a-z0-9_-]*$/.test(name));
    return [namesOf(parts.get(true)), namesOf(parts.get(false))];
}
function isOf({ host, path }, source) {
    if (source === undefined)
        return false;
    try {
        const reference = (0,oci_reference/* parseReference */.F2)(source, LABELS.source);
        return reference.host === host && reference.path === path;
    }
    catch (error) {
        if (error instanceof errors/* InputError */.d)
            return false;
        throw error;
    }
}
function containers_toSeen(container, look) {
    const name = (0,json/* textAt */.$6)(container, 'Name') ?? '?';
    return {
        ...look,
        name,
        logCommand: /^[\w][\w.-]*$/.test(name) ? `docker logs --tail 100 ${name}` : undefined,
        digest: labelOf(container, LABELS.digest),
        deployedMs: Date.parse(labelOf(container, LABELS.deployedAt) ?? ''),
    };
}
const NOTHING_HAS_IT = 'doco-cd reports success, but no container carries this digest: ';
function unchanged(others, createdMs, note) {
    const [other] = others;
    const newer = others.find(({ deployedMs = Number.NaN }) => createdMs !== undefined && deployedMs > createdMs);
    const hint = newer !== undefined
        ? `it was deployed and then replaced: ${newer.name} has ${shown(newer)} of a later message`
        : other !== undefined
            ? `${NOTHING_HAS_IT}${other.name} still has ${shown(other)}; the artifact changes no service, or the webhook_filter does not match`
            : `${NOTHING_HAS_IT}the webhook_filter does not match, its services were removed or it destroys its stack, the name of its stack belongs to another repository, or the stack is in another Docker context`;
    return { kind: 'unchanged', hint: note === undefined ? hint : `${hint}; ${note}` };
}
function shown({ digest }) {
    return digest === undefined ? 'another digest' : (0,oci_reference/* shortDigest */.VK)(digest);
}
function unchecked(why) {
    const hint = `doco-cd reports success; whether the containers run could not be checked (${why}), so see docker ps on the server`;
    return { kind: 'succeeded', hint };
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/failure-hints.js
const HINTS = [
    [
        /digest does not match expected digest/,
        'the tag has moved: whatever was pushed since deploys with its own message. If nothing was pushed, the digest is not the one that the tag points at; for a multi-platform image that is the digest of the index',
    ],
    [
        /^failed to (?:resolve|pull) oci artifact.*(?:UNAUTHORIZED|DENIED|\b401\b|\b403\b|authentication required|forbidden)/is,
        "the server may not read from the registry: give it the registry's credentials (Docker's config.json), or make the package public",
    ],
    [
        /^failed to resolve oci artifact.*(?:MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b|not found)/is,
        'the registry does not have it under this name: check artifact and registry, and send only after the push has ended',
    ],
    [
        /^failed to resolve oci artifact/i,
        'the server cannot get the artifact from the registry: check its network, proxy and name server',
    ],
    [
        /failed to load Sigstore trusted root/,
        'the server cannot reach Sigstore (tuf-repo-cdn.sigstore.dev), whose root it fetches for every kind of signature: let it, or turn OCI_TRUST_POLICY off',
    ],
    [
        /OCI trust policy has no trust rules/,
        "the server's OCI_TRUST_POLICY is on and trusts nobody: add a public key or an identity to it",
    ],
    [
        /^failed oci signature verification/i,
        "the server's OCI_TRUST_POLICY wants a signature that it does not find on this digest: sign the digest before this step, with a key or identity that the policy lists",
    ],
    [
        /no child with platform/,
        'the image has no variant for linux/amd64, which is the one that doco-cd reads on every host: add it, or push a single manifest (build with --provenance=false)',
    ],
    [
        /failed to read layout from \.doco-cd/,
        'the .doco-cd.yaml in the artifact is not YAML that doco-cd can read: correct it and push again',
    ],
    [
        /expected layout=doco\.v1 in /,
        'the .doco-cd.yaml in the artifact names another version: write version: doco.v1 or leave it out',
    ],
    [
        /exceeds maximum allowed (?:number of entries|extraction size)/,
        'the artifact has more than doco-cd unpacks, 100,000 files and directories with 1 GiB: put less into it',
    ],
    [
        /^failed to pull oci artifact/i,
        'this is not an artifact that doco-cd can deploy: its layers must be tar archives with .doco-cd.yaml (with a target: .doco-cd.<target>.yaml) at the root; the push action makes them so',
    ],
    [
        /^failed to get deploy configuration: open .*no such file/is,
        'the server looks for .doco-cd.yaml in the directory of its DEPLOY_CONFIG_BASE_DIR: put the file there too, besides the one at the root',
    ],
    [
        /^failed to get deploy configuration|\bduplicate\b|key not found/i,
        'the configuration in the artifact (.doco-cd.yaml or a Compose file) is wrong: correct what is named here and push again',
    ],
    [
        /failed to parse env files|failed to parse local env files/,
        'an env file in the artifact cannot be read: correct it, or env_files in .doco-cd.yaml, and push again',
    ],
    [
        /failed to check if docker host is running in swarm mode/,
        'doco-cd cannot reach Docker: mount /var/run/docker.sock into its container, and check that Docker runs',
    ],
    [
        /failed to pull images.*(?:no basic auth|denied|unauthorized|authentication required|forbidden)/is,
        "the server may not pull an image that the Compose file names: give it the credentials of that registry (Docker's config.json)",
    ],
    [
        /failed to pull images.*(?:not found|manifest unknown)|no such image/is,
        'an image that the Compose file names is not in its registry: check its name and tag, and push it before this step',
    ],
    [
        /failed to create (?:shim )?task|runc create failed|exec format error|executable file not found/i,
        'a container could not be started: check entrypoint, command and mounts of the service, and that the image is for the platform of the server',
    ],
    [
        /didn't complete successfully: exit \d+/,
        'a service that another waits for has ended with an error: see docker logs on the server',
    ],
    [
        /is unhealthy|has an? (?:exited|dead) container|one-shot service .* exited/,
        'a container was started and failed: see docker logs on the server. A service that is meant to end needs another that depends on it with service_completed_successfully',
    ],
    [
        /has a restarting container/,
        'a container crashes as soon as it was started, and Docker starts it again and again: see docker logs on the server',
    ],
    [
        /timed out after .* waiting for services to start/,
        'a service did not start in time: see docker logs on the server, or raise timeout in .doco-cd.yaml',
    ],
    [
        /service update (?:paused|rolled back|rollback)/,
        'Swarm stopped the update because a task failed: see docker service ps --no-trunc on the server',
    ],
    [
        /^deployment failed/i,
        "Compose or Swarm refused it on the server: correct what it names and push again; the server's log has the details",
    ],
    [
        /^(?:invalid repository name|failed to verify and sanitize)/i,
        'doco-cd cannot make a directory with the name of the repository: rename the package',
    ],
];
const PART = 2_000;
function failureHint(message) {
    const text = message.length > 2 * PART ? `${message.slice(0, PART)}\n${message.slice(-PART)}` : message;
    return HINTS.find(([pattern]) => pattern.test(text))?.[1];
}
function failedDeployment(message) {
    return { kind: 'failed', error: 'DEPLOYMENT_FAILED', serverMessage: message, hint: failureHint(message ?? '') };
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/runs.js





function readRun(answer, wantedId) {
    if (answer.kind === 'failure')
        return { kind: 'unreadable', answer };
    const { status, body } = answer;
    if (status === 200)
        return parseRun(contentOf(answer), wantedId) ?? { kind: 'unreadable', answer };
    const isDocoCd = (0,doco_cd_response/* jobId */.Db)(body) !== undefined;
    const message = (0,doco_cd_response/* serverMessage */.x_)(body);
    if (status === 401 && isDocoCd) {
        return lost('API_KEY_REFUSED', message, "api-key differs from the server's API_SECRET; the deployment goes on");
    }
    if (status === 404 && isDocoCd) {
        return lost('RUN_NOT_FOUND', message, "doco-cd has forgotten the deployment: if it was restarted, the deployment stopped with it; if 50 newer requests took its place, it may have gone well; see the server's log");
    }
    if (status === 404) {
        return lost('API_NOT_FOUND', message ?? body.trim(), 'the server has no API_SECRET set, is too old to have a run API (it came with v0.104.0), or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request');
    }
    return { kind: 'unreadable', answer };
}
function lost(error, serverMessage, hint) {
    return { kind: 'ended', result: { kind: 'unknown', error, serverMessage, hint } };
}
function parseRun(run, wantedId) {
    if (!(0,json/* isObject */.Gv)(run) || typeof run.status !== 'string' || run.job_id !== wantedId)
        return undefined;
    const times = {
        createdMs: parseTime(run.created_at),
        startedMs: parseTime(run.started_at),
        finishedMs: parseTime(run.finished_at),
    };
    const state = (0,json/* textAt */.$6)(run, 'status') ?? '';
    if (state === 'accepted' || state === 'running')
        return { kind: 'pending', state, times };
    return { kind: 'ended', result: parseResult(state, (0,json/* textAt */.$6)(run, 'message')), times };
}
function parseResult(state, message) {
    switch (state) {
        case 'succeeded':
        case 'skipped':
            return { kind: state, serverMessage: message };
        case 'failed':
            return failedDeployment(message);
        default:
            return {
                kind: 'unknown',
                error: 'STATE_NOT_KNOWN',
                serverMessage: `its state is "${state}"`,
                hint: 'this doco-cd is newer than this action: update the action. The deployment goes on',
            };
    }
}
const runs_SLACK_MS = 3_000;
function findRun(answer, wanted) {
    const listed = listIn(answer, json/* isObject */.Gv);
    if ('problem' in listed)
        return { kind: 'unreadable', answer };
    const sinceMs = (answer.dateMs ?? Date.now()) - wanted.agoMs - runs_SLACK_MS;
    const runs = listed.items.filter(({ created_at }) => (parseTime(created_at) ?? Number.NaN) >= sinceMs);
    const found = (0,json/* textAt */.$6)(runs.find((run) => runs_isOf(wanted, run)), 'job_id');
    if (found !== undefined)
        return { kind: 'found', jobId: found };
    const isPending = runs.some(({ status, revision }) => status === 'accepted' && revision === undefined);
    return { kind: isPending ? 'pending' : 'none' };
}
function runs_isOf({ artifact, endpoint }, run) {
    const target = (0,webhook_path/* parseWebhookPath */.k)(endpoint.pathname)?.target ?? '';
    const { digest, path } = artifact;
    if (digest === undefined || (0,json/* textAt */.$6)(run, 'revision')?.includes(digest) !== true)
        return false;
    const repository = (0,json/* textAt */.$6)(run, 'repository') ?? '';
    const isSame = repository === path || repository.endsWith(`/${path}`);
    return isSame && encodeURIComponent((0,json/* textAt */.$6)(run, 'target') ?? '') === target;
}
function parseTime(value) {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/wait-response.js


const REPEAT_HINT = 'running again with the same digest may report success without deploying: push a change, or set api-key so that the containers are checked';
function parseWaitResponse(response) {
    const { status, body } = response;
    const message = (0,doco_cd_response/* serverMessage */.x_)(body);
    const isDocoCd = (0,doco_cd_response/* jobId */.Db)(body) !== undefined;
    if (status === 201 && (0,doco_cd_response/* isAcceptance */.y1)(response))
        return { kind: 'succeeded', serverMessage: message };
    if (status >= 200 && status < 300) {
        const hint = isDocoCd
            ? 'doco-cd was not asked to wait: something on the way removed ?wait=true from the URL; set api-key to use the run API instead'
            : 'this is not the answer of a doco-cd that waits; check the path of the url';
        return { kind: 'unknown', error: 'NOT_AWAITED', serverMessage: message, hint };
    }
    if (isDocoCd)
        return wasRefusedOnReceipt(message ?? '') ? undefined : failed(message);
    if (![502, 504, 520, 522, 524].includes(status))
        return undefined;
    return {
        kind: 'unknown',
        error: `HTTP_${status}`,
        serverMessage: message,
        hint: `a proxy on the way did not wait as long as the deployment took, which may still go on; set api-key to use the run API instead, or raise the read timeout of the proxy; ${REPEAT_HINT}`,
    };
}
function wasRefusedOnReceipt(message) {
    return /^(?:incorrect secret key|missing signature|invalid http method|failed to parse payload)/.test(message);
}
function failed(message) {
    const result = failedDeployment(message);
    if (!message?.startsWith('deployment failed'))
        return result;
    return { ...result, hint: [result.hint, REPEAT_HINT].filter((hint) => hint !== undefined).join('; ') };
}

;// CONCATENATED MODULE: ./lib/receivers/doco-cd/tracker.js




const docoCdTracker = {
    keyHeaders: (apiKey) => ({ 'x-api-key': apiKey }),
    apiPath: '/v1/api',
    remembered: 40,
    checkEndpoint: (endpoint) => void apiUrl(endpoint, 'runs'),
    watch(endpoint, artifact) {
        const checkContainers = createContainerCheck(endpoint, artifact);
        let succeeded;
        return {
            find: async (ask, agoMs) => findRun(await ask(apiUrl(endpoint, 'runs', 'trigger=webhook')), { endpoint, artifact, agoMs }),
            async observe(accepted, ask) {
                if (succeeded === undefined) {
                    const { jobId } = accepted;
                    if (jobId === undefined)
                        return { kind: 'ended', result: withoutId(accepted) };
                    const run = readRun(await ask(apiUrl(endpoint, `run/${encodeURIComponent(jobId)}`)), jobId);
                    if (run.kind !== 'ended')
                        return run;
                    if (run.result.kind === 'failed') {
                        const containers = await listContainers(ask, endpoint, artifact);
                        return { ...run, result: { ...run.result, containers } };
                    }
                    if (run.result.kind !== 'succeeded')
                        return run;
                    succeeded = run;
                }
                return checkContainers(ask, succeeded);
            },
        };
    },
    inRequest: {
        url: (endpoint) => withQuery(endpoint, 'wait=true'),
        read: parseWaitResponse,
        repeatHint: REPEAT_HINT,
    },
};
function withoutId({ response }) {
    return {
        kind: 'unknown',
        error: 'NO_JOB_ID',
        serverMessage: response?.body.trim() ?? '',
        hint: "the answer broke off before the id of the deployment, which may go on; see the server's log for how it ends",
    };
}


/***/ })

};
;