"use strict";
exports.id = 412;
exports.ids = [412];
exports.modules = {

/***/ 412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  docoCdRuns: () => (/* binding */ docoCdRuns)
});

// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(370);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(487);
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
        /^failed oci signature verification/i,
        "the server's OCI_TRUST_POLICY wants a signature that it does not find on this digest: sign the digest before this step, with a key or identity that the policy lists",
    ],
    [
        /no child with platform/,
        'the image has no variant for linux/amd64, which is the one that doco-cd reads on every host: add it, or push a single manifest (build with --provenance=false)',
    ],
    [
        /^failed to pull oci artifact/i,
        'this is not an artifact that doco-cd can deploy: its layers must be tar archives with .doco-cd.yaml (with a target: .doco-cd.<target>.yaml) at the root; the push action makes them so',
    ],
    [
        /^failed to get deploy configuration/i,
        'the .doco-cd.yaml in the artifact cannot be read: correct it and push again',
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
function failureHint(message) {
    return HINTS.find(([pattern]) => pattern.test(message))?.[1];
}

// EXTERNAL MODULE: ./lib/formats/doco-cd/response.js
var doco_cd_response = __webpack_require__(826);
;// CONCATENATED MODULE: ./lib/formats/doco-cd/runs.js




const docoCdRuns = {
    waitUrl(endpoint) {
        const url = new URL(endpoint);
        url.search = url.search === '' ? '?wait=true' : `${url.search}&wait=true`;
        return url;
    },
    parseWaitResponse(response) {
        const { status, body } = response;
        const message = (0,doco_cd_response/* serverMessage */.x_)(body);
        const isDocoCd = (0,doco_cd_response/* jobId */.Db)(body) !== undefined;
        if (status === 201 && (isDocoCd || response.bodyState !== 'complete')) {
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
            hint: 'a proxy on the way did not wait as long as the deployment took, which may still go on; set api-key to use the run API instead, or raise the read timeout of the proxy',
        };
    },
    keyHeader: 'x-api-key',
    runUrl(endpoint, jobId) {
        const url = new URL(endpoint);
        const prefix = /^(.*)\/v1\/webhook(?:\/[^/]+)?$/.exec(url.pathname)?.[1];
        if (prefix === undefined) {
            throw new errors/* InputError */.d(`url: the path at ${url.origin} does not end with /v1/webhook or /v1/webhook/<target>, so the path of the run API (/v1/api/run) cannot be derived from it; use such a path, or remove api-key to wait inside the request`);
        }
        url.pathname = `${prefix}/v1/api/run/${encodeURIComponent(jobId)}`;
        return url;
    },
    parseRunStatus({ status, body }) {
        const isDocoCd = (0,doco_cd_response/* jobId */.Db)(body) !== undefined;
        const message = (0,doco_cd_response/* serverMessage */.x_)(body);
        if (status === 200)
            return isDocoCd ? parseRun((0,json.at)((0,json/* parseObject */.lj)(body), 'content')) : undefined;
        if (status === 401 && isDocoCd) {
            return lost('API_KEY_REFUSED', message, "api-key differs from the server's API_SECRET; the deployment goes on");
        }
        if (status === 404 && isDocoCd) {
            return lost('RUN_NOT_FOUND', message, "doco-cd has forgotten the deployment, which may have gone well: it was restarted, or 50 newer requests took its place; see the server's log");
        }
        if (status === 404) {
            return lost('API_NOT_FOUND', message, 'the server has no API_SECRET set, is too old to have a run API, or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request');
        }
        return undefined;
    },
};
function lost(error, serverMessage, hint) {
    return { state: { kind: 'unknown', error, serverMessage, hint } };
}
function parseRun(run) {
    if (!(0,json/* isObject */.Gv)(run) || typeof run.status !== 'string')
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
            return failed(message);
        default:
            return {
                kind: 'unknown',
                error: 'STATE_NOT_KNOWN',
                serverMessage: `its state is "${status ?? ''}"`,
                hint: 'this doco-cd is newer than this action: update the action. The deployment goes on',
            };
    }
}
function parseTime(value) {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}
function wasRefusedOnReceipt(message) {
    return /^(?:incorrect secret key|missing signature|invalid http method|failed to parse payload)/.test(message);
}
function failed(message) {
    return { kind: 'failed', error: 'DEPLOYMENT_FAILED', serverMessage: message, hint: failureHint(message ?? '') };
}


/***/ })

};
;