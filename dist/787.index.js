"use strict";
exports.id = 787;
exports.ids = [787];
exports.modules = {

/***/ 787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findTracker: () => (/* binding */ findTracker),
  startWait: () => (/* binding */ startWait)
});

// EXTERNAL MODULE: ./lib/delivery/classify.js
var classify = __webpack_require__(923);
// EXTERNAL MODULE: ./lib/delivery/deliver.js + 1 modules
var deliver = __webpack_require__(649);
// EXTERNAL MODULE: ./lib/delivery/hints.js
var hints = __webpack_require__(547);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __webpack_require__(160);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(370);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(650);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(788);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __webpack_require__(949);
// EXTERNAL MODULE: ./lib/delivery/retry.js
var retry = __webpack_require__(111);
;// CONCATENATED MODULE: ./lib/deployment/timing.js
function placeInTime(observed, status) {
    const { acceptedMs } = observed;
    const place = (serverMs, latestMs) => serverMs === undefined || status?.createdMs === undefined
        ? undefined
        : Math.min(Math.max(acceptedMs, acceptedMs + serverMs - status.createdMs), latestMs);
    const endedMs = place(status?.finishedMs, observed.endedMs) ?? observed.endedMs;
    const startedMs = place(status?.startedMs, Math.min(observed.startedMs ?? endedMs, endedMs)) ?? observed.startedMs;
    return { acceptedMs, endedMs, startedMs: startedMs === undefined ? undefined : Math.min(startedMs, endedMs) };
}
function pollDelayMs(polls) {
    return Math.min(3_000, 500 * 1.5 ** polls);
}

;// CONCATENATED MODULE: ./lib/deployment/poll.js





async function pollRun(options) {
    const { tracker, url, headers, leftMs, signal, format, client } = options;
    let seen = { state: 'accepted' };
    let trouble;
    let waitMs = pollDelayMs(0);
    for (let polls = 1;; polls++) {
        await (0,time/* sleep */.yy)(Math.min(waitMs, Math.max(leftMs(), 0)), signal);
        const timeoutMs = Math.max(Math.min(options.timeoutMs, leftMs()), 1_000);
        const answer = await client.send({ url, method: 'GET', headers, timeoutMs, keepAlive: true, signal });
        if (signal.aborted)
            return { ...seen, result: cancelled(seen.state) };
        waitMs = pollDelayMs(polls);
        const status = answer.kind === 'response' ? tracker.parseRunStatus(answer) : undefined;
        if (status === undefined) {
            const message = describe(answer, format);
            if (!isTransient(answer))
                return { ...seen, result: unreadable(answer, message) };
            if (trouble !== message)
                options.log(`its state cannot be read, asking again: ${message}`);
            trouble = message;
            waitMs = Math.max(waitMs, (0,retry/* parseRetryAfter */.mu)(answer.retryAfter, Date.now()) ?? 0);
        }
        else {
            const { state } = status;
            if (state.kind === 'unknown')
                return { ...seen, result: { ...state, serverMessage: state.serverMessage ?? describe(answer, format) } };
            if (state.kind !== 'accepted' && state.kind !== 'running')
                return { ...seen, status, result: state };
            trouble = undefined;
            if (state.kind !== seen.state)
                options.onState(state.kind);
            const startedMs = seen.startedMs ?? (state.kind === 'running' ? Date.now() : undefined);
            seen = { state: state.kind, status, startedMs };
        }
        if (leftMs() <= 0)
            return { ...seen, result: timedOut(seen.state, trouble) };
    }
}
function isTransient(answer) {
    if ((0,retry/* isRetryable */.r3)(answer))
        return true;
    return answer.kind === 'response' && answer.status === 200 && ['cut', 'stalled'].includes(answer.bodyState);
}
function describe(answer, format) {
    const message = (0,classify/* messageIn */.v6)(answer, format);
    if (answer.kind === 'failure' || message.startsWith(`${answer.status}`))
        return message;
    return `${answer.status} ${message}`.trim();
}
function unreadable(answer, serverMessage) {
    const isOk = answer.kind === 'response' && answer.status < 300;
    const hint = isOk
        ? 'whatever answers there is not the run API; let the proxy pass /v1/api to the receiver. The deployment goes on'
        : `${(0,hints/* generalHint */.yX)(answer) ?? 'nobody can be asked for the state of the deployment'}. The deployment goes on`;
    const error = answer.kind === 'failure' ? answer.code : isOk ? 'NOT_A_STATE' : `HTTP_${answer.status}`;
    return { kind: 'unknown', error, serverMessage, hint };
}
function cancelled(state) {
    return {
        kind: 'cancelled',
        error: 'CANCELLED',
        serverMessage: `the deployment was ${state} when the job was cancelled`,
        hint: "the deployment goes on; see the server's log for how it ends",
    };
}
function timedOut(state, trouble) {
    const last = trouble === undefined ? '' : `, and then its state could not be read (${trouble})`;
    return {
        kind: 'timed-out',
        error: 'WAIT_TIMEOUT',
        serverMessage: `the deployment was still ${state}${last} when wait-timeout was over; how it ends is not known here`,
        hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
    };
}

;// CONCATENATED MODULE: ./lib/deployment/progress.js

const NAMED = 5;
function startProgress(log, everyMs) {
    const beganMs = (0,time/* monotonicMs */.dR)();
    const elapsedMs = () => (0,time/* monotonicMs */.dR)() - beganMs;
    const waitingFor = new Map();
    const timer = setInterval(() => {
        if (waitingFor.size === 0)
            return;
        log(`still waiting after ${(0,time/* formatDuration */.a3)(elapsedMs())}: ${progress_describe([...waitingFor.values()])}`);
    }, everyMs);
    return {
        elapsedMs,
        enter: (id, name, state) => void waitingFor.set(id, { name, state }),
        leave: (id) => void waitingFor.delete(id),
        stop: () => clearInterval(timer),
    };
}
function progress_describe(waitingFor) {
    if (waitingFor.length <= NAMED)
        return waitingFor.map(({ name, state }) => `${name} ${state}`.trim()).join(', ');
    const counts = Map.groupBy(waitingFor, ({ state }) => state);
    return [...counts].map(([state, { length }]) => `${length} ${state}`).join(', ');
}

;// CONCATENATED MODULE: ./lib/deployment/wait.js











const LINE_EVERY_MS = 30_000;
async function findTracker(format, endpoints) {
    const tracker = await format.tracker?.();
    if (tracker === undefined)
        throw new Error(`${format.title} has no tracker`);
    for (const { url, apiKey, headers } of endpoints) {
        if (apiKey === undefined)
            continue;
        tracker.runUrl(url, 'id');
        if (tracker.keyHeader in headers) {
            throw new errors/* InputError */.d(`headers: ${tracker.keyHeader} is set from the api-key input; remove it`);
        }
    }
    return tracker;
}
function startWait(tracker, options) {
    const progress = startProgress(log/* info */.pq, options.lineEveryMs ?? LINE_EVERY_MS);
    const shared = { ...options, tracker, progress, endByMs: (0,time/* monotonicMs */.dR)() + options.waitTimeoutMs };
    return {
        deliver(message, endpoint, log) {
            const deliverAndWait = endpoint.apiKey === undefined ? deliverInside : deliverAndPoll;
            return deliverAndWait(message, endpoint, { ...shared, ...log });
        },
        stop: progress.stop,
    };
}
async function deliverAndPoll(message, endpoint, context) {
    const { tracker, waitTimeoutMs, progress, format, name, log } = context;
    const delivery = await (0,deliver/* deliver */.c)(message, endpoint, context);
    if (delivery.kind !== 'accepted')
        return delivery;
    const acceptedMs = Date.now();
    const { jobId } = delivery;
    if (jobId === undefined)
        return withoutJobId(delivery, format, acceptedMs);
    log(`waiting for the deployment, at most ${(0,time/* formatDuration */.a3)(waitTimeoutMs)} (job ${jobId})`);
    progress.enter(delivery, name, 'accepted');
    const { result, status, startedMs } = await pollRun({
        ...context,
        url: tracker.runUrl(endpoint.url, jobId),
        headers: {
            accept: 'application/json',
            'user-agent': version/* USER_AGENT */._O,
            ...endpoint.headers,
            [tracker.keyHeader]: endpoint.apiKey ?? '',
        },
        timeoutMs: context.limits.timeoutMs,
        leftMs: () => waitTimeoutMs - progress.elapsedMs(),
        onState(state) {
            progress.enter(delivery, name, state);
            log(`${state} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
        },
    });
    progress.leave(delivery);
    log(`${result.kind} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
    return withDeployment(delivery, result, placeInTime({ acceptedMs, startedMs, endedMs: Date.now() }, status));
}
function withoutJobId(delivery, format, acceptedMs) {
    const hint = brokeOff(delivery)
        ? "the answer broke off before the id of the deployment, which may go on; see the server's log for how it ends"
        : `this answer is not from ${format.title}, it would have the id of a deployment; check the path of the url`;
    const result = { kind: 'unknown', error: 'NO_JOB_ID', serverMessage: delivery.serverMessage ?? '', hint };
    return withDeployment(delivery, result, { acceptedMs, endedMs: acceptedMs });
}
function brokeOff({ attempts }) {
    const result = attempts.at(-1)?.result;
    if (result?.kind !== 'response' || (0,types/* isPage */.yp)(result.body))
        return false;
    return result.bodyState === 'cut' || result.bodyState === 'stalled';
}
async function deliverInside(message, endpoint, context) {
    const { tracker, waitTimeoutMs, progress, format, name, log, client } = context;
    log(`waiting for the deployment inside the request, at most ${(0,time/* formatDuration */.a3)(waitTimeoutMs)}`);
    const id = {};
    const delivery = await (0,deliver/* deliver */.c)(message, endpoint, {
        ...context,
        format: { ...format, isRetryable: (result, usual) => usual && result.kind === 'failure' && !result.written },
        request: { url: tracker.waitUrl(endpoint.url), mayTakeUntilEnd: true },
        client: {
            send(request) {
                progress.enter(id, name, 'no answer yet');
                return client.send(request);
            },
        },
    });
    progress.leave(id);
    const last = delivery.attempts.at(-1)?.result;
    if (last === undefined || (last.kind === 'failure' && !mayHaveArrived(last)))
        return delivery;
    const result = last.kind === 'response' ? tracker.parseWaitResponse(last) : describeFailure(last, waitTimeoutMs);
    if (result === undefined)
        return delivery;
    log(`${result.kind} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
    const serverMessage = result.serverMessage ?? (0,classify/* messageIn */.v6)(last, format);
    return withDeployment(delivery, { ...result, serverMessage }, { endedMs: Date.now() });
}
function mayHaveArrived({ written, code }) {
    return written && !(0,hints/* wantsClientCertificate */.gy)(code);
}
function describeFailure({ code }, waitTimeoutMs) {
    const goesOn = "if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for";
    switch (code) {
        case 'CANCELLED':
            return {
                kind: 'cancelled',
                error: code,
                serverMessage: 'there was no answer yet when the job was cancelled',
                hint: goesOn,
            };
        case 'TIMEOUT':
            return {
                kind: 'timed-out',
                error: 'WAIT_TIMEOUT',
                serverMessage: `there was no answer yet when wait-timeout was over (${(0,time/* formatDuration */.a3)(waitTimeoutMs)}); how the deployment ends is not known here`,
                hint: goesOn,
            };
        default:
            return { kind: 'unknown', error: code, hint: `the request was written and may have arrived; ${goesOn}` };
    }
}
function withDeployment(delivery, result, times) {
    const beganMs = delivery.attempts[0]?.startedMs ?? times.endedMs;
    const serverMessage = result.serverMessage === undefined ? undefined : (0,log/* redact */.E$)(result.serverMessage);
    return {
        ...delivery,
        durationMs: Math.max(times.endedMs - beganMs, 0),
        deployment: { ...result, serverMessage, times },
    };
}


/***/ })

};
;