export const id = 264;
export const ids = [264];
export const modules = {

/***/ 999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/** `ms` as people read it: 45 ms, 1.8 s, 10 min, 2 min 5 s, 1 h 10 min. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 3_600)
        return twoUnits(seconds, 'min', 's');
    return twoUnits(Math.round(seconds / 60), 'h', 'min');
}
function twoUnits(count, large, small) {
    const rest = count % 60;
    return `${Math.floor(count / 60)} ${large}${rest === 0 ? '' : ` ${rest} ${small}`}`;
}


/***/ }),

/***/ 332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   docoCdRuns: () => (/* binding */ docoCdRuns)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(568);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(413);
/* harmony import */ var _doco_cd_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(105);



/**
 * How doco-cd's deployments are awaited: with `?wait=true` it deploys inside the request; without, its run API tells how a
 * job is doing, if API_SECRET is set. It keeps the newest 50 runs in memory. Facts: doco-cd handler_api.go, run tracker.
 */
const docoCdRuns = {
    insideUrl(endpoint) {
        const url = new URL(endpoint);
        // Not through searchParams, which would write the rest of the query anew.
        url.search = url.search === '' ? '?wait=true' : `${url.search}&wait=true`;
        return url;
    },
    readInside(answer) {
        const { status, body } = answer;
        const words = _doco_cd_js__WEBPACK_IMPORTED_MODULE_0__/* .docoCd */ .T.words(body);
        const said = words === undefined ? {} : { words };
        const isDocoCd = _doco_cd_js__WEBPACK_IMPORTED_MODULE_0__/* .docoCd */ .T.jobId(body) !== undefined;
        if (status === 201 && (isDocoCd || answer.bodyEnd !== 'complete'))
            return { kind: 'succeeded', ...said };
        if (status >= 200 && status < 300) {
            const hint = isDocoCd
                ? 'doco-cd was not asked to wait: something on the way removed ?wait=true from the URL; set api-key to ask the run API instead'
                : 'this is not the answer of a doco-cd that waits; check the path of the url';
            return { kind: 'unknown', error: 'NOT_AWAITED', ...said, hint };
        }
        if (isDocoCd)
            return isReceipt(words ?? '') ? undefined : failed(words);
        // A gateway's verdict on a request that it has passed on. The job ignores that its client has gone.
        if (![502, 504, 520, 522, 524].includes(status))
            return undefined;
        return {
            kind: 'unknown',
            error: `HTTP_${status}`,
            ...said,
            hint: 'a proxy on the way did not wait as long as the deployment took, which may still go on; set api-key to ask the run API instead, or raise the read timeout of the proxy',
        };
    },
    keyHeader: 'x-api-key',
    runUrl(endpoint, jobId) {
        const url = new URL(endpoint);
        const prefix = /^(.*)\/v1\/webhook(?:\/[^/]+)?$/.exec(url.pathname)?.[1];
        if (prefix === undefined) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`url: the path at ${url.origin} does not end with /v1/webhook or /v1/webhook/<target>, so the path of the run API (/v1/api/run) cannot be derived from it; use such a path, or remove api-key to wait inside the request`);
        }
        url.pathname = `${prefix}/v1/api/run/${encodeURIComponent(jobId)}`;
        return url;
    },
    readRun({ status, body }) {
        const isDocoCd = _doco_cd_js__WEBPACK_IMPORTED_MODULE_0__/* .docoCd */ .T.jobId(body) !== undefined;
        const words = _doco_cd_js__WEBPACK_IMPORTED_MODULE_0__/* .docoCd */ .T.words(body);
        if (status === 200)
            return isDocoCd ? readRun((0,_json_js__WEBPACK_IMPORTED_MODULE_2__.at)((0,_doco_cd_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .W)(body), 'content')) : undefined;
        if (status === 401 && isDocoCd) {
            return lost('API_KEY_REFUSED', words, "api-key differs from the server's API_SECRET; the deployment goes on");
        }
        if (status === 404 && isDocoCd) {
            return lost('RUN_NOT_FOUND', words, "doco-cd has forgotten the deployment, which may have gone well: it was restarted, or 50 newer requests took its place; see the server's log");
        }
        if (status === 404) {
            return lost('API_NOT_FOUND', words, 'the server has no API_SECRET set, or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request');
        }
        return undefined;
    },
};
function lost(error, words, hint) {
    return { state: { kind: 'unknown', error, ...(words === undefined ? {} : { words }), hint } };
}
/** The fields of a run; undefined when it has no state that is known here. */
function readRun(run) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(run))
        return undefined;
    const message = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(run, 'message');
    const state = readState((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(run, 'status'), message);
    if (state === undefined)
        return undefined;
    return {
        state,
        ...time('createdMs', run.created_at),
        ...time('startedMs', run.started_at),
        ...time('finishedMs', run.finished_at),
    };
}
function readState(status, message) {
    switch (status) {
        case 'accepted': // Also while it waits for the lock of its repository.
        case 'running':
            return { kind: status };
        case 'succeeded':
        case 'skipped':
            return { kind: status, ...(message === undefined ? {} : { words: message }) };
        case 'failed':
            return failed(message);
        default:
            return undefined;
    }
}
function time(name, value) {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return (Number.isNaN(ms) ? {} : { [name]: ms });
}
/** Whether `words` are those of a request that was refused on receipt: nothing has been deployed. */
function isReceipt(words) {
    return /^(?:incorrect secret key|missing signature|invalid http method|failed to parse payload)/.test(words);
}
function failed(words) {
    const hint = deploymentHint(words ?? '');
    return {
        kind: 'failed',
        error: 'DEPLOYMENT_FAILED',
        ...(words === undefined ? {} : { words }),
        ...(hint === undefined ? {} : { hint }),
    };
}
/** What a failed deployment's `<error>: <detail>` means and what to do about it; undefined when the words say all. */
function deploymentHint(words) {
    const meaning = MEANINGS.find(({ sign }) => sign.test(words));
    return meaning?.hint;
}
/** The first sign that is found counts: what is more special comes first. */
const MEANINGS = [
    {
        sign: /digest does not match expected digest/,
        hint: 'the tag has moved: what was pushed since deploys with its own message. If nothing was pushed, the digest is not the one the tag points at; of a multi-platform image it is the digest of the index',
    },
    {
        sign: /^failed to (?:resolve|pull) oci artifact.*(?:UNAUTHORIZED|DENIED|\b401\b|\b403\b|authentication required|forbidden)/is,
        hint: "the server may not read from the registry: give it the registry's credentials (config.json of Docker), or make the package public",
    },
    {
        sign: /^failed to resolve oci artifact.*(?:MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b|not found)/is,
        hint: 'the registry does not have it under this name: check artifact and registry, and send only after the push has ended',
    },
    {
        sign: /^failed to resolve oci artifact/i,
        hint: 'the server cannot get the artifact from the registry: check its network, proxy and name server',
    },
    {
        sign: /^failed oci signature verification/i,
        hint: "the server's OCI_TRUST_POLICY wants a signature that it does not find on this digest: sign the digest before this step, with a key or identity that the policy lists",
    },
    {
        sign: /no child with platform/,
        hint: 'the image has no variant for linux/amd64, which is the one doco-cd reads on every host: add it, or push a single manifest (build with --provenance=false)',
    },
    {
        sign: /^failed to pull oci artifact/i,
        hint: 'this is not an artifact that doco-cd can deploy: its layers must be tar archives with .doco-cd.yaml (with a target: .doco-cd.<target>.yaml) at the root; the push action makes such',
    },
    {
        sign: /^failed to get deploy configuration/i,
        hint: 'the .doco-cd.yaml in the artifact cannot be read: correct it and push again',
    },
    {
        sign: /^deployment failed/i,
        hint: "Compose or Swarm refused it on the server: correct what it names and push again; the server's log has the whole story",
    },
    {
        sign: /^(?:invalid repository name|failed to verify and sanitize)/i,
        hint: 'doco-cd cannot make a directory of the name of the repository: rename the package',
    },
];


/***/ }),

/***/ 602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareWait: () => (/* binding */ prepareWait)
});

// EXTERNAL MODULE: ./lib/deliver.js + 1 modules
var deliver = __webpack_require__(164);
;// CONCATENATED MODULE: ./lib/deployment.js
/**
 * When what we observed happened. The receiver's own times are exact, where ours are those of a poll, but its clock may be
 * off: they count from the moment it created the run, which is when it accepted, and never leave what we observed.
 */
function placeInTime(observed, reading) {
    const { acceptedMs } = observed;
    const place = (serverMs, latestMs) => serverMs === undefined || reading?.createdMs === undefined
        ? undefined
        : Math.min(Math.max(acceptedMs, acceptedMs + serverMs - reading.createdMs), latestMs);
    const endedMs = place(reading?.finishedMs, observed.endedMs) ?? observed.endedMs;
    const startedMs = place(reading?.startedMs, Math.min(observed.startedMs ?? endedMs, endedMs)) ?? observed.startedMs;
    return { acceptedMs, endedMs, ...(startedMs === undefined ? {} : { startedMs: Math.min(startedMs, endedMs) }) };
}
/** How long to wait before asking for the state of a deployment, after asking `polls` times: soon at first, then every 3 s. */
function pollDelayMs(polls) {
    return Math.min(3_000, 500 * 1.5 ** polls);
}

// EXTERNAL MODULE: ./lib/duration.js
var duration = __webpack_require__(999);
// EXTERNAL MODULE: ./lib/hint.js
var lib_hint = __webpack_require__(234);
// EXTERNAL MODULE: ./lib/retry.js
var retry = __webpack_require__(165);
// EXTERNAL MODULE: ./lib/sleep.js
var sleep = __webpack_require__(424);
;// CONCATENATED MODULE: ./lib/follow.js





/** Asks for the state of a deployment until it has ended, the time is over, or nothing can be learnt any more. */
async function follow(options) {
    const { awaiting, url, headers, leftMs, signal, format } = options;
    let seen = { state: 'accepted' };
    let trouble;
    let waitMs = pollDelayMs(0);
    for (let polls = 1;; polls++) {
        await (0,sleep/* sleep */.y)(Math.min(waitMs, Math.max(leftMs(), 0)), signal);
        const timeoutMs = Math.max(Math.min(options.timeoutMs, leftMs()), 1_000);
        const exchange = await options.transport.send({ url, method: 'GET', headers, timeoutMs, signal });
        if (signal.aborted)
            return { ...seen, verdict: cancelled(seen.state) };
        waitMs = pollDelayMs(polls);
        const reading = exchange.kind === 'answer' ? awaiting.readRun(exchange) : undefined;
        if (reading === undefined) {
            const words = describe(exchange, format);
            if (!isPassing(exchange))
                return { ...seen, verdict: unreadable(exchange, words) };
            if (trouble !== words)
                options.log(`its state cannot be had, asking again: ${words}`);
            trouble = words;
            if (exchange.kind === 'answer')
                waitMs = Math.max(waitMs, (0,retry/* parseRetryAfter */.mu)(exchange.retryAfter, Date.now()) ?? 0);
        }
        else {
            const { state } = reading;
            if (state.kind === 'unknown')
                return { ...seen, verdict: { words: describe(exchange, format), ...state } };
            if (state.kind !== 'accepted' && state.kind !== 'running')
                return { ...seen, reading, verdict: state };
            trouble = undefined;
            if (state.kind !== seen.state)
                options.onState(state.kind);
            const startedMs = seen.startedMs ?? (state.kind === 'running' ? Date.now() : undefined);
            seen = { state: state.kind, reading, ...(startedMs === undefined ? {} : { startedMs }) };
        }
        if (leftMs() <= 0)
            return { ...seen, verdict: timedOut(seen.state, trouble) };
    }
}
/** Whether asking again may give a state. A body that broke off says nothing about the next. */
function isPassing(exchange) {
    return (0,retry/* mayChange */.yv)(exchange) || (exchange.kind === 'answer' && exchange.status === 200 && exchange.bodyEnd === 'cut');
}
function describe(exchange, format) {
    const words = (0,deliver/* wordsOf */.Z)(exchange, format);
    if (exchange.kind === 'failure' || words.startsWith(`${exchange.status}`))
        return words;
    return `${exchange.status} ${words}`.trim();
}
function unreadable(exchange, words) {
    const isOk = exchange.kind === 'answer' && exchange.status < 300;
    const hint = isOk
        ? 'what answers there is not the run API; let the proxy pass /v1/api to the receiver. The deployment goes on'
        : `${(0,lib_hint/* usualHint */.q)(exchange) ?? 'the state of the deployment cannot be asked for'}. The deployment goes on`;
    const error = exchange.kind === 'failure' ? exchange.code : isOk ? 'NOT_A_STATE' : `HTTP_${exchange.status}`;
    return { kind: 'unknown', error, words, hint };
}
function cancelled(state) {
    return {
        kind: 'cancelled',
        error: 'CANCELLED',
        words: `the deployment was ${state} when the job was cancelled`,
        hint: "the deployment goes on; see the server's log for how it ends",
    };
}
function timedOut(state, trouble) {
    const last = trouble === undefined ? '' : `, and then its state could not be had (${trouble})`;
    return {
        kind: 'timed-out',
        error: 'WAIT_TIMEOUT',
        words: `the deployment was still ${state}${last} when wait-timeout was over; how it ends is not known here`,
        hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
    };
}

// EXTERNAL MODULE: ./lib/input-error.js
var input_error = __webpack_require__(568);
// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(309);
;// CONCATENATED MODULE: ./lib/progress.js

/** More are counted instead of named. */
const NAMED = 5;
/** Follows what is awaited and passes `log` a line about it every `everyMs`, so that nobody thinks the step hangs. */
function startProgress(log, everyMs) {
    const beganMs = performance.now();
    const elapsedMs = () => performance.now() - beganMs;
    const awaited = new Map();
    const timer = setInterval(() => {
        if (awaited.size > 0)
            log(`still waiting after ${(0,duration/* duration */.p)(elapsedMs())}: ${inWords([...awaited.values()])}`);
    }, everyMs);
    return {
        elapsedMs,
        enter: (id, name, state) => void awaited.set(id, { name, state }),
        leave: (id) => void awaited.delete(id),
        stop: () => clearInterval(timer),
    };
}
function inWords(awaited) {
    if (awaited.length <= NAMED)
        return awaited.map(({ name, state }) => `${name} ${state}`.trim()).join(', ');
    const counts = Map.groupBy(awaited, ({ state }) => state);
    return [...counts].map(([state, { length }]) => `${length} ${state}`).join(', ');
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(411);
;// CONCATENATED MODULE: ./lib/wait.js








/** Often enough that nobody thinks the step hangs. */
const LINE_EVERY_MS = 30_000;
/**
 * Checks that deployments at these endpoints can be awaited; the returned function starts the one clock that all share.
 * @throws InputError for an endpoint that cannot be asked.
 */
async function prepareWait(format, endpoints, wait) {
    const awaiting = await format.awaiting?.();
    if (awaiting === undefined)
        throw new Error(`${format.title} cannot be awaited`); // The inputs were refused before.
    for (const { url, apiKey, headers } of endpoints) {
        if (apiKey === undefined)
            continue;
        awaiting.runUrl(url, 'id');
        if (awaiting.keyHeader in headers) {
            throw new input_error/* InputError */.d(`headers: ${awaiting.keyHeader} is set from the api-key input; remove it`);
        }
    }
    return () => {
        const progress = startProgress(log/* say */.cv, wait.everyMs ?? LINE_EVERY_MS);
        const context = { awaiting, wait, progress };
        return {
            deliver: (message, endpoint, options) => (endpoint.apiKey === undefined ? deliverInside : deliverAndAsk)(message, endpoint, { ...options, ...context }),
            stop: progress.stop,
        };
    };
}
/** Sends as always, then asks the receiver how it is doing. */
async function deliverAndAsk(message, endpoint, options) {
    const { awaiting, wait, progress, format, name } = options;
    const delivery = await (0,deliver/* deliver */.c)(message, endpoint, options);
    if (delivery.kind !== 'accepted')
        return delivery;
    const acceptedMs = Date.now();
    const { jobId } = delivery;
    if (jobId === undefined) {
        const hint = `${format.title} did not write this answer, it would hold the id of a deployment; check the path of the url`;
        const verdict = { kind: 'unknown', error: 'NO_JOB_ID', words: delivery.words ?? '', hint };
        return conclude(delivery, verdict, { acceptedMs, endedMs: acceptedMs });
    }
    options.log(`waiting for the deployment, at most ${(0,duration/* duration */.p)(wait.timeoutMs)} (job ${jobId})`);
    progress.enter(delivery, name, 'accepted');
    const { verdict, reading, startedMs } = await follow({
        ...options,
        url: awaiting.runUrl(endpoint.url, jobId),
        headers: {
            accept: 'application/json',
            'user-agent': version/* USER_AGENT */._,
            ...endpoint.headers,
            [awaiting.keyHeader]: endpoint.apiKey ?? '',
        },
        timeoutMs: options.limits.timeoutMs,
        leftMs: () => wait.timeoutMs - progress.elapsedMs(),
        onState(state) {
            progress.enter(delivery, name, state);
            options.log(`${state} after ${(0,duration/* duration */.p)(progress.elapsedMs())}`);
        },
    });
    progress.leave(delivery);
    options.log(`${verdict.kind} after ${(0,duration/* duration */.p)(progress.elapsedMs())}`);
    const observed = { acceptedMs, endedMs: Date.now(), ...(startedMs === undefined ? {} : { startedMs }) };
    return conclude(delivery, verdict, placeInTime(observed, reading));
}
/** The answer is the end of the deployment: it takes minutes, and once the request was written nothing may repeat it. */
async function deliverInside(message, endpoint, options) {
    const { awaiting, wait, progress, format, name, transport } = options;
    const id = {};
    const answerByMs = performance.now() + wait.timeoutMs - progress.elapsedMs();
    const delivery = await (0,deliver/* deliver */.c)(message, endpoint, {
        ...options,
        format: { ...format, mayRetry: (exchange, usual) => usual && exchange.kind === 'failure' && !exchange.written },
        transport: {
            ...transport,
            send(request) {
                progress.enter(id, name, 'no answer yet');
                return transport.send({ ...request, url: awaiting.insideUrl(request.url), answerByMs });
            },
        },
    });
    progress.leave(id);
    const exchange = delivery.attempts.at(-1)?.exchange;
    if (exchange === undefined || (exchange.kind === 'failure' && !exchange.written))
        return delivery;
    const verdict = exchange.kind === 'answer' ? awaiting.readInside(exchange) : judgeFailure(exchange, wait);
    if (verdict === undefined)
        return delivery;
    options.log(`${verdict.kind} after ${(0,duration/* duration */.p)(progress.elapsedMs())}`);
    return conclude(delivery, { words: (0,deliver/* wordsOf */.Z)(exchange, format), ...verdict }, { endedMs: Date.now() });
}
/** The request was written, so the receiver may be deploying. */
function judgeFailure({ code }, { timeoutMs }) {
    const goesOn = "if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for";
    switch (code) {
        case 'CANCELLED':
            return {
                kind: 'cancelled',
                error: code,
                words: 'there was no answer yet when the job was cancelled',
                hint: goesOn,
            };
        case 'TIMEOUT':
            return {
                kind: 'timed-out',
                error: 'WAIT_TIMEOUT',
                words: `there was no answer yet when wait-timeout was over (${(0,duration/* duration */.p)(timeoutMs)}); how the deployment ends is not known here`,
                hint: goesOn,
            };
        default:
            return { kind: 'unknown', error: code, hint: `the connection broke after the request was written; ${goesOn}` };
    }
}
function conclude(delivery, verdict, deployment) {
    const { words, hint, ...told } = delivery;
    const began = delivery.attempts[0]?.startedMs ?? deployment.endedMs;
    return {
        ...told,
        ...verdict,
        ...(verdict.words === undefined ? {} : { words: (0,log/* redact */.E$)(verdict.words) }),
        durationMs: Math.max(deployment.endedMs - began, 0),
        deployment,
    };
}


/***/ })

};
