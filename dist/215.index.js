"use strict";
exports.id = 215;
exports.ids = [215];
exports.modules = {

/***/ 215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findTracker: () => (/* binding */ findTracker),
  startWait: () => (/* binding */ startWait)
});

// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(370);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(650);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(788);
;// CONCATENATED MODULE: ./lib/deployment/batches.js
function createBatches(size, onFull) {
    const queues = new Map();
    return (key, task) => {
        let queue = queues.get(key) ?? { tasks: [] };
        if (queue.tasks.length === size) {
            if (queue.before === undefined)
                onFull(key);
            queue = { before: Promise.allSettled(queue.tasks), tasks: [] };
        }
        queues.set(key, queue);
        const done = queue.before === undefined ? task() : queue.before.then(task);
        queue.tasks.push(done);
        return done;
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
        log(`still waiting after ${(0,time/* formatDuration */.a3)(elapsedMs())}: ${describe([...waitingFor.values()])}`);
    }, everyMs);
    return {
        elapsedMs,
        enter: (id, name, state) => void waitingFor.set(id, { name, state }),
        leave: (id) => void waitingFor.delete(id),
        stop: () => clearInterval(timer),
    };
}
function describe(waitingFor) {
    if (waitingFor.length <= NAMED)
        return waitingFor.map(({ name, state }) => `${name} ${state}`.trim()).join(', ');
    const counts = Map.groupBy(waitingFor, ({ state }) => state);
    return [...counts].map(([state, { length }]) => `${length} ${state}`).join(', ');
}

// EXTERNAL MODULE: ./lib/delivery/deliver.js + 1 modules
var deliver = __webpack_require__(649);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __webpack_require__(160);
// EXTERNAL MODULE: ./lib/delivery/retry.js
var retry = __webpack_require__(111);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __webpack_require__(949);
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

;// CONCATENATED MODULE: ./lib/deployment/ask-api.js




const TRIES = 4;
const OUT_OF_TIME = {
    kind: 'failure',
    code: 'TIMEOUT',
    message: 'wait-timeout was over',
    written: false,
    durationMs: 0,
};
function createAsk({ headers, apiKey }, context) {
    const { client, signal, limits, leftMs, tracker } = context;
    const asking = {
        accept: 'application/json',
        'user-agent': version/* USER_AGENT */._O,
        ...headers,
        [tracker.keyHeader]: apiKey ?? '',
    };
    return (url) => {
        const timeoutMs = Math.max(Math.min(limits.timeoutMs, leftMs()), 1_000);
        return client.send({ url, method: 'GET', headers: asking, timeoutMs, keepAlive: true, needsBody: true, signal });
    };
}
function askAgain(ask, { leftMs, signal }) {
    return async (url) => {
        let answer = OUT_OF_TIME;
        for (let tries = 1; leftMs() > 0; tries++) {
            answer = await ask(url);
            if (tries === TRIES || signal.aborted || !isTransient(answer))
                break;
            await (0,time/* sleep */.yy)(Math.min(pollDelayMs(tries - 1), leftMs()), signal);
        }
        return answer;
    };
}
function isTransient(answer) {
    if ((0,retry/* isRetryable */.r3)(answer))
        return true;
    return answer.kind === 'response' && answer.status === 200 && ['cut', 'stalled'].includes(answer.bodyState);
}

// EXTERNAL MODULE: ./lib/delivery/classify.js
var classify = __webpack_require__(923);
// EXTERNAL MODULE: ./lib/delivery/hints.js
var hints = __webpack_require__(547);
;// CONCATENATED MODULE: ./lib/deployment/types.js

function withDeployment(delivery, result, times) {
    const beganMs = delivery.attempts[0]?.startedMs ?? times.endedMs;
    const clean = (text) => (text === undefined ? undefined : (0,log/* redact */.E$)(text));
    const deployment = {
        ...result,
        serverMessage: clean(result.serverMessage),
        hint: clean(result.hint),
        containers: result.containers?.map((container) => ({
            ...container,
            name: (0,log/* redact */.E$)(container.name),
            state: (0,log/* redact */.E$)(container.state),
        })),
        times,
    };
    return { ...delivery, durationMs: Math.max(times.endedMs - beganMs, 0), deployment };
}
function stoppedHint(title) {
    return `${title} does not answer any more; if it stopped, the deployment stopped with it; see the server's log`;
}

;// CONCATENATED MODULE: ./lib/deployment/poll.js







async function pollRun(run, { tracker, format, log, leftMs, signal }) {
    let seen = { state: 'accepted' };
    let trouble;
    let waitMs = pollDelayMs(0);
    for (let polls = 1;; polls++) {
        await (0,time/* sleep */.yy)(Math.min(waitMs, Math.max(leftMs(), 0)), signal);
        const answer = await run.ask(run.url);
        if (signal.aborted)
            return { ...seen, result: cancelled(seen.state) };
        waitMs = pollDelayMs(polls);
        const status = answer.kind === 'response' ? tracker.parseRunStatus(answer, run.jobId) : undefined;
        if (status === undefined) {
            const message = poll_describe(answer, format);
            if (!isTransient(answer))
                return { ...seen, result: unreadable(answer, message) };
            if (trouble !== message)
                log(`its state cannot be read, asking again: ${message}`);
            trouble = message;
            waitMs = Math.max(waitMs, (0,retry/* parseRetryAfter */.mu)(answer, Date.now()) ?? 0);
            if (leftMs() <= 0)
                return { ...seen, result: lostSight(seen.state, message, answer, format) };
            continue;
        }
        const { state } = status;
        if (state.kind === 'unknown') {
            return { ...seen, result: { ...state, serverMessage: state.serverMessage ?? poll_describe(answer, format) } };
        }
        if (state.kind !== 'accepted' && state.kind !== 'running')
            return { ...seen, status, result: state };
        trouble = undefined;
        if (state.kind !== seen.state)
            run.onState(state.kind);
        const startedMs = seen.startedMs ?? (state.kind === 'running' ? Date.now() : undefined);
        seen = { state: state.kind, status, startedMs };
        if (leftMs() <= 0)
            return { ...seen, result: timedOut(seen.state) };
    }
}
function poll_describe(answer, format) {
    const message = (0,classify/* messageIn */.v6)(answer, format);
    if (answer.kind === 'failure' || message.startsWith(`${answer.status}`))
        return message;
    return `${answer.status} ${message}`.trim();
}
function unreadable(answer, serverMessage) {
    const { error, hint } = explain(answer);
    return { kind: 'unknown', error, serverMessage, hint: `${hint}. The deployment goes on` };
}
function explain(answer) {
    const general = (0,hints/* generalHint */.yX)(answer) ?? 'nobody can be asked for the state of the deployment';
    if (answer.kind === 'failure')
        return { error: answer.code, hint: general };
    const error = answer.status < 300 ? 'NOT_A_STATE' : `HTTP_${answer.status}`;
    if (answer.bodyState === 'too long') {
        return { error, hint: "the answer has more than 1 MiB and was not read to its end; see the server's log" };
    }
    if (answer.status < 300) {
        return {
            error,
            hint: 'the answer is not about this deployment; let the proxy pass /v1/api to the receiver, past any cache',
        };
    }
    const wantsLogin = [401, 403].includes(answer.status);
    return { error, hint: wantsLogin ? 'something in front of /v1/api wants a login; pass it in headers' : general };
}
function cancelled(state) {
    return {
        kind: 'cancelled',
        error: 'CANCELLED',
        serverMessage: `the deployment was ${state} when the job was cancelled`,
        hint: "the deployment goes on; see the server's log for how it ends",
    };
}
const NOT_KNOWN = 'when wait-timeout was over; how it ends is not known here';
function timedOut(state) {
    return {
        kind: 'timed-out',
        error: 'WAIT_TIMEOUT',
        serverMessage: `the deployment was still ${state} ${NOT_KNOWN}`,
        hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
    };
}
function lostSight(state, trouble, answer, { title }) {
    return {
        kind: 'timed-out',
        error: 'WAIT_TIMEOUT',
        serverMessage: `the deployment was still ${state}, and then its state could not be read (${trouble}) ${NOT_KNOWN}`,
        hint: answer.kind === 'failure'
            ? stoppedHint(title)
            : 'something answers, but not with the state of the deployment, which goes on: see the log of the receiver and of what is in front of it, or raise wait-timeout',
    };
}

;// CONCATENATED MODULE: ./lib/deployment/wait-by-api.js







const CLOCK_SKEW_MS = 5_000;
async function deliverAndAsk(message, endpoint, context) {
    const { tracker, waitTimeoutMs, progress, name, log } = context;
    const ask = createAsk(endpoint, context);
    const sent = await (0,deliver/* deliver */.c)(message, endpoint, { ...context, request: { needsBody: true } });
    const acceptedMs = Date.now();
    const isAccepted = sent.kind === 'accepted';
    const jobId = (isAccepted ? sent.jobId : undefined) ?? (await findLostRun(sent, askAgain(ask, context), context));
    if (jobId === undefined)
        return isAccepted ? withoutJobId(sent, acceptedMs, context) : sent;
    const delivery = { ...sent, jobId };
    log(`waiting for the deployment, at most ${(0,time/* formatDuration */.a3)(waitTimeoutMs)} (job ${jobId})`);
    progress.enter(delivery, name, 'accepted');
    const run = {
        jobId,
        url: tracker.runUrl(endpoint.url, jobId),
        ask,
        onState(state) {
            progress.enter(delivery, name, state);
            log(`${state} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
        },
    };
    const { result: reported, status, startedMs } = await pollRun(run, context);
    const endedMs = Date.now();
    const result = reported.kind === 'succeeded'
        ? await checkContainers(reported, delivery, askAgain(ask, context), context)
        : reported;
    progress.leave(delivery);
    log(`${result.kind} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
    return withDeployment(delivery, result, placeInTime({ acceptedMs, startedMs, endedMs }, status));
}
async function findLostRun({ message, endpoint, attempts }, ask, context) {
    const { tracker, format, leftMs, signal, log } = context;
    const [artifact] = message.artifacts;
    const [first] = attempts;
    const mayHaveArrived = (result) => result.kind === 'failure'
        ? result.written
        : format.jobId(result.body) === undefined && (result.status < 300 || result.status >= 500);
    if (artifact === undefined || first === undefined || !attempts.some(({ result }) => mayHaveArrived(result))) {
        return undefined;
    }
    const wanted = { endpoint: endpoint.url, artifact, sinceMs: first.startedMs - CLOCK_SKEW_MS };
    for (let asked = 0; !signal.aborted && leftMs() > 0; asked++) {
        const answer = await ask(tracker.runsUrl(endpoint.url));
        const found = answer.kind === 'response' ? tracker.findRun(answer, wanted) : undefined;
        if (found?.kind === 'found') {
            log(`no answer with an id came back, but ${format.title} has a run for this digest`);
            return found.jobId;
        }
        if (found?.kind !== 'pending')
            return undefined;
        await (0,time/* sleep */.yy)(Math.min(pollDelayMs(asked), leftMs()), signal);
    }
    return undefined;
}
async function checkContainers(reported, { message, endpoint }, ask, { tracker, leftMs, signal }) {
    const [artifact] = message.artifacts;
    if (artifact === undefined)
        return reported;
    let starting;
    for (let checks = 0;; checks++) {
        const { kind, result } = await tracker.checkContainers(endpoint.url, artifact, ask);
        if (kind === 'starting')
            starting = result;
        if (signal.aborted && kind !== 'final')
            return { ...(starting ?? result), kind: 'cancelled', error: 'CANCELLED' };
        if (kind === 'final' || starting === undefined) {
            return { ...result, serverMessage: result.serverMessage ?? reported.serverMessage };
        }
        if (leftMs() <= 0)
            return { ...starting, kind: 'timed-out', error: 'WAIT_TIMEOUT' };
        await (0,time/* sleep */.yy)(Math.min(pollDelayMs(checks), leftMs()), signal);
    }
}
function withoutJobId(delivery, acceptedMs, { format }) {
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

;// CONCATENATED MODULE: ./lib/deployment/wait-in-request.js






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
    const result = last.kind === 'response' ? tracker.parseWaitResponse(last) : describeFailure(last, context);
    if (result === undefined)
        return withoutRepeat(delivery, last, format);
    log(`${result.kind} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
    const serverMessage = result.serverMessage ?? (0,classify/* messageIn */.v6)(last, format);
    return withDeployment(delivery, { ...result, serverMessage }, { endedMs: Date.now() });
}
function withoutRepeat(delivery, last, format) {
    if (delivery.kind !== 'rejected' || !format.isRetryable(last, (0,retry/* isRetryable */.r3)(last)))
        return delivery;
    const hint = 'it was not sent again, because the deployment may have begun; set api-key, and then it is sent again until it is accepted';
    return { ...delivery, hint };
}
function mayHaveArrived({ written, code }) {
    return written && !(0,hints/* wantsClientCertificate */.gy)(code);
}
function describeFailure({ code }, { tracker, format, waitTimeoutMs }) {
    const goesOn = `if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for; ${tracker.repeatHint}`;
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
        case 'ECONNRESET':
        case 'EPIPE':
            return { kind: 'unknown', error: code, hint: `${stoppedHint(format.title)}; ${tracker.repeatHint}` };
        default:
            return { kind: 'unknown', error: code, hint: `the request was written and may have arrived; ${goesOn}` };
    }
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
    const endByMs = (0,time/* monotonicMs */.dR)() + options.waitTimeoutMs;
    const shared = { ...options, tracker, progress, endByMs, leftMs: () => endByMs - (0,time/* monotonicMs */.dR)() };
    const size = tracker.remembered;
    const inBatches = createBatches(size, (origin) => (0,log/* info */.pq)(`${origin}: ${size} messages at a time, for it remembers few deployments; the next ones follow when these have ended`));
    return {
        deliver(message, endpoint, log) {
            const context = { ...shared, ...log };
            if (endpoint.apiKey === undefined)
                return deliverInside(message, endpoint, context);
            return inBatches(endpoint.url.origin, () => deliverAndAsk(message, endpoint, context));
        },
        stop: progress.stop,
    };
}


/***/ })

};
;