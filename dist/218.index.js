"use strict";
exports.id = 218;
exports.ids = [218];
exports.modules = {

/***/ 218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  docoCdRuns: () => (/* binding */ docoCdRuns)
});

// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(487);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __webpack_require__(160);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(370);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(650);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __webpack_require__(230);
// EXTERNAL MODULE: ./lib/formats/doco-cd/response.js
var doco_cd_response = __webpack_require__(826);
// EXTERNAL MODULE: ./lib/formats/doco-cd/webhook-path.js
var webhook_path = __webpack_require__(270);
;// CONCATENATED MODULE: ./lib/formats/doco-cd/api.js







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
var oci_reference = __webpack_require__(263);
;// CONCATENATED MODULE: ./lib/formats/doco-cd/containers.js





const LABELS = {
    digest: 'cd.doco.deployment.target.sha',
    source: 'cd.doco.source.url',
    isJob: 'cd.doco.job.enabled',
    autostart: 'cd.doco.deployment.autostart',
};
const PROJECT_LIMIT = 200;
const CONTAINER_LIMIT = 200;
const NAMED = 5;
const UNCHANGED = 'doco-cd reports success, but no container carries this digest: the webhook_filter does not match, the artifact changes no service or destroys its stack, or the stack is in another Docker context';
const STARTING = 'its health check had not passed yet; raise wait-timeout, or see docker logs and the health check on the server';
const NOT_WELL = 'doco-cd reports success, but not all containers run as they should: see docker logs. It may leave alone a digest that it has deployed before, so push a change or set force_recreate: true in .doco-cd.yaml';
async function checkContainers(endpoint, artifact, ask) {
    const projects = listIn(await ask(apiUrl(endpoint, 'projects', 'all=true')), isProject);
    if ('problem' in projects)
        return unchecked(projects.problem);
    for (const names of inTwoParts(projects.items, artifact)) {
        if (names.length > PROJECT_LIMIT)
            return unchecked(`the server has ${(0,util_text/* plural */.LS)(names.length, 'project')}`);
        const containers = [];
        let problem;
        for (const name of names) {
            const listed = listIn(await ask(apiUrl(endpoint, `project/${name}`)), isContainer);
            if ('problem' in listed) {
                problem = listed.problem;
                break;
            }
            const own = listed.items.filter((item) => isOf(artifact, item)).map(parseContainer);
            if (own.some(({ digest }) => digest === artifact.digest))
                containers.push(...own);
        }
        const hasFailed = containers.some(({ condition }) => condition === 'failed');
        if (problem !== undefined && !hasFailed)
            return unchecked(problem);
        if (containers.length > 0)
            return decide(containers);
    }
    const stacks = listIn(await ask(apiUrl(endpoint, 'stacks')), json/* isObject */.Gv);
    if ('items' in stacks && stacks.items.length > 0)
        return unchecked('the server runs Swarm stacks');
    return { kind: 'final', result: { kind: 'unchanged', hint: UNCHANGED } };
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
function labelOf(container, name) {
    return (0,json/* textAt */.$6)(container, 'Labels', name);
}
function isOf({ host, path }, container) {
    const source = labelOf(container, LABELS.source);
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
function parseContainer(container) {
    const state = (0,json/* textAt */.$6)(container, 'State')?.toLowerCase() ?? 'unknown';
    const health = (0,json/* textAt */.$6)(container, 'Health')?.toLowerCase() ?? 'none';
    const exitCode = (0,json.at)(container, 'ExitCode');
    const isLeftAlone = labelOf(container, LABELS.isJob) === 'true' || labelOf(container, LABELS.autostart) === 'false';
    const condition = isLeftAlone ? 'well' : conditionOf(state, health, exitCode);
    const hasEnded = ['exited', 'dead', 'restarting'].includes(state);
    const detail = hasEnded ? ` (exit code ${exitCode})` : health === 'none' ? '' : ` (${health})`;
    return {
        container: {
            name: (0,json/* textAt */.$6)(container, 'Name') ?? '?',
            state: `${state}${detail}`,
            isWell: condition === 'well',
        },
        condition,
        digest: labelOf(container, LABELS.digest),
    };
}
function conditionOf(state, health, exitCode) {
    if (state === 'exited')
        return exitCode === 0 ? 'well' : 'failed';
    if (state !== 'running')
        return 'failed';
    if (health === 'starting')
        return 'starting';
    return health === 'none' || health === 'healthy' ? 'well' : 'failed';
}
function decide(found) {
    const having = (wanted) => found.filter(({ condition }) => condition === wanted).map(({ container }) => container);
    const [failed, starting] = [having('failed'), having('starting')];
    const containers = [...failed, ...starting, ...having('well')].slice(0, CONTAINER_LIMIT);
    const notWell = (named, hint) => ({ kind: 'failed', error: 'CONTAINER_FAILED', serverMessage: nameAll(named), hint, containers });
    if (failed.length > 0)
        return { kind: 'final', result: notWell(failed, NOT_WELL) };
    if (starting.length > 0)
        return { kind: 'starting', result: notWell(starting, STARTING) };
    return { kind: 'final', result: { kind: 'succeeded', containers } };
}
function nameAll(containers) {
    const named = containers.slice(0, NAMED).map(({ name, state }) => `${name} ${state}`);
    const more = containers.length > NAMED ? [`and ${containers.length - NAMED} more`] : [];
    return [...named, ...more].join(', ');
}
function unchecked(why) {
    const hint = `doco-cd reports success; whether the containers run could not be checked (${why}), so see docker ps on the server`;
    return { kind: 'unchecked', result: { kind: 'succeeded', hint } };
}

;// CONCATENATED MODULE: ./lib/formats/doco-cd/failure-hints.js
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
        /is unhealthy|has an? (?:exited|dead) container|one-shot service .* exited/,
        'a container was started and failed: see docker logs on the server. A service that is meant to end needs another that depends on it with service_completed_successfully',
    ],
    [
        /timed out after .* waiting for services to start/,
        'a service did not start in time: see docker logs on the server, or raise timeout in .doco-cd.yaml',
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

;// CONCATENATED MODULE: ./lib/formats/doco-cd/wait-response.js


const REPEAT_HINT = 'running again with the same digest may report success without deploying, so push a change or set force_recreate: true in .doco-cd.yaml';
function parseWaitResponse(response) {
    const { status, body } = response;
    const message = (0,doco_cd_response/* serverMessage */.x_)(body);
    const isDocoCd = (0,doco_cd_response/* jobId */.Db)(body) !== undefined;
    if (status === 201 && response.bodyState !== 'too long' && (0,doco_cd_response/* isAcceptance */.y1)(response)) {
        return { kind: 'succeeded', serverMessage: message };
    }
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

;// CONCATENATED MODULE: ./lib/formats/doco-cd/runs.js







const docoCdRuns = {
    waitUrl: (endpoint) => withQuery(endpoint, 'wait=true'),
    parseWaitResponse: parseWaitResponse,
    repeatHint: REPEAT_HINT,
    keyHeader: 'x-api-key',
    remembered: 40,
    runUrl: (endpoint, jobId) => apiUrl(endpoint, `run/${encodeURIComponent(jobId)}`),
    parseRunStatus,
    runsUrl: (endpoint) => apiUrl(endpoint, 'runs', 'trigger=webhook'),
    findRun,
    checkContainers: checkContainers,
};
function parseRunStatus(response, wantedId) {
    const { status, body } = response;
    if (status === 200)
        return parseRun(contentOf(response), wantedId);
    const isDocoCd = (0,doco_cd_response/* jobId */.Db)(body) !== undefined;
    const message = (0,doco_cd_response/* serverMessage */.x_)(body);
    if (status === 401 && isDocoCd) {
        return lost('API_KEY_REFUSED', message, "api-key differs from the server's API_SECRET; the deployment goes on");
    }
    if (status === 404 && isDocoCd) {
        return lost('RUN_NOT_FOUND', message, "doco-cd has forgotten the deployment: if it was restarted, the deployment stopped with it; if 50 newer requests took its place, it may have gone well; see the server's log");
    }
    if (status === 404) {
        return lost('API_NOT_FOUND', message, 'the server has no API_SECRET set, is too old to have a run API (it came with v0.104.0), or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request');
    }
    return undefined;
}
function lost(error, serverMessage, hint) {
    return { state: { kind: 'unknown', error, serverMessage, hint } };
}
function parseRun(run, wantedId) {
    if (!(0,json/* isObject */.Gv)(run) || typeof run.status !== 'string' || run.job_id !== wantedId)
        return undefined;
    return {
        state: parseState((0,json/* textAt */.$6)(run, 'status'), (0,json/* textAt */.$6)(run, 'message')),
        createdMs: parseTime(run.created_at),
        startedMs: parseTime(run.started_at),
        finishedMs: parseTime(run.finished_at),
    };
}
function parseState(status, message) {
    switch (status) {
        case 'accepted':
        case 'running':
            return { kind: status };
        case 'succeeded':
        case 'skipped':
            return { kind: status, serverMessage: message };
        case 'failed':
            return failedDeployment(message);
        default:
            return {
                kind: 'unknown',
                error: 'STATE_NOT_KNOWN',
                serverMessage: `its state is "${status ?? ''}"`,
                hint: 'this doco-cd is newer than this action: update the action. The deployment goes on',
            };
    }
}
function findRun(response, wanted) {
    const listed = listIn(response, json/* isObject */.Gv);
    if ('problem' in listed)
        return { kind: 'none' };
    const runs = listed.items.filter(({ created_at }) => (parseTime(created_at) ?? Number.NaN) >= wanted.sinceMs);
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


/***/ })

};
;