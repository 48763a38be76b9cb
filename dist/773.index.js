"use strict";
exports.id = 773;
exports.ids = [773];
exports.modules = {

/***/ 5773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findTrackers: () => (/* binding */ findTrackers),
  startWait: () => (/* binding */ startWait)
});

// EXTERNAL MODULE: ./lib/delivery/deliver.js + 1 modules
var deliver = __webpack_require__(7504);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(3370);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(7650);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(9788);
;// CONCATENATED MODULE: ./lib/deployment/batches.js
function createBatches(onFull) {
    const queues = new Map();
    return ({ key, size }, task) => {
        let queue = queues.get(key) ?? { tasks: [] };
        if (queue.tasks.length === size) {
            if (queue.before === undefined)
                onFull(key, size);
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

// EXTERNAL MODULE: ./lib/delivery/classify.js
var classify = __webpack_require__(5923);
// EXTERNAL MODULE: ./lib/delivery/retry.js
var retry = __webpack_require__(6111);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __webpack_require__(7160);
// EXTERNAL MODULE: ./lib/util/retry-transient.js
var retry_transient = __webpack_require__(28);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __webpack_require__(7949);
;// CONCATENATED MODULE: ./lib/deployment/timing.js
function placeInTime(observed, server) {
    const { acceptedMs } = observed;
    const place = (serverMs, latestMs) => serverMs === undefined || server?.createdMs === undefined
        ? undefined
        : Math.min(Math.max(acceptedMs, acceptedMs + serverMs - server.createdMs), latestMs);
    const endedMs = place(server?.finishedMs, observed.endedMs) ?? observed.endedMs;
    const startedMs = place(server?.startedMs, Math.min(observed.startedMs ?? endedMs, endedMs)) ?? observed.startedMs;
    return { acceptedMs, endedMs, startedMs: startedMs === undefined ? undefined : Math.min(startedMs, endedMs) };
}
function pollDelayMs(polls) {
    return Math.min(3_000, 500 * 1.5 ** polls);
}

;// CONCATENATED MODULE: ./lib/deployment/ask-api.js





const FEW_TRIES = 4;
const LATE_MS = 5_000;
function createAsk({ headers, apiKey = '' }, context) {
    const { client, signal, limits, leftMs, endByMs, tracker } = context;
    const asking = {
        accept: 'application/json',
        'user-agent': version/* USER_AGENT */._O,
        ...headers,
        ...tracker.keyHeaders(apiKey),
    };
    return (url) => {
        const timeoutMs = Math.max(Math.min(limits.timeoutMs, leftMs()), 1_000);
        const beginByMs = endByMs + LATE_MS;
        return client.send({
            url,
            method: 'GET',
            headers: asking,
            timeoutMs,
            beginByMs,
            keepAlive: true,
            needsBody: true,
            signal,
        });
    };
}
function askAgain(ask, { signal }) {
    return (url) => (0,retry_transient/* retryTransient */.j)(() => ask(url), { isTransient, attempts: FEW_TRIES, waitMs: pollDelayMs, signal });
}
function isTransient(answer) {
    return (0,types/* is2xx */.ZE)(answer) ? (0,types/* isIncomplete */.Ne)(answer) : (0,retry/* isRetryable */.r3)(answer);
}

// EXTERNAL MODULE: ./lib/delivery/hints.js
var hints = __webpack_require__(1547);
;// CONCATENATED MODULE: ./lib/deployment/poll.js


const AGAIN = { waitMs: undefined };
async function repeatUntil(step, { leftMs, signal }) {
    for (let count = 0;; count++) {
        const taken = await step(count);
        if ('value' in taken)
            return taken.value;
        if (signal.aborted || leftMs() <= 0)
            return undefined;
        await (0,time/* sleep */.yy)(Math.min(taken.waitMs ?? pollDelayMs(count), leftMs()), signal);
    }
}

;// CONCATENATED MODULE: ./lib/deployment/types.js


function withDeployment(delivery, result, times) {
    const clean = (text) => (text === undefined ? undefined : (0,log/* redact */.E$)(text));
    const deployment = {
        ...result,
        serverMessage: result.serverMessage === undefined ? undefined : (0,classify/* keep */.aC)(result.serverMessage),
        hint: clean(result.hint),
        containers: result.containers?.map((container) => ({
            ...container,
            name: (0,log/* redact */.E$)(container.name),
            state: (0,log/* redact */.E$)(container.state),
            logCommand: clean(container.logCommand),
        })),
        times,
    };
    return { ...delivery, deployment };
}
function stoppedHint(title) {
    return `${title} does not answer any more; if it stopped, the deployment stopped with it; see the server's log`;
}

;// CONCATENATED MODULE: ./lib/deployment/follow.js








const NOT_BEGUN = ['accepted', 'queued'];
async function follow(observe, { onState, nowMs }, { tracker, receiver, log, leftMs, signal }) {
    let seen = { kind: 'pending', state: 'accepted' };
    let startedMs;
    let trouble;
    async function look() {
        const observed = await observe();
        if (observed.kind !== 'ended' && (signal.aborted || isTooLate(observed)))
            return AGAIN;
        switch (observed.kind) {
            case 'ended':
                return { value: { result: observed.result, times: observed.times ?? seen.times, startedMs } };
            case 'pending':
                trouble = undefined;
                if (observed.state !== seen.state)
                    onState(observed.state);
                if (!NOT_BEGUN.includes(observed.state))
                    startedMs ??= nowMs();
                seen = { ...observed, times: observed.times ?? seen.times };
                return { waitMs: observed.waitMs };
            case 'unreadable': {
                const { answer, otherwise } = observed;
                const message = follow_describe(answer, receiver);
                if (trouble?.message !== message)
                    log(`its state cannot be read, asking again: ${message}`);
                trouble = { answer, message, times: (trouble?.times ?? 0) + 1 };
                if (!isTransient(answer) || (otherwise !== undefined && trouble.times >= FEW_TRIES)) {
                    return { value: { result: otherwise ?? unreadable(answer, message, tracker), times: seen.times, startedMs } };
                }
                const waitMs = pollDelayMs(trouble.times);
                return { waitMs: Math.max(waitMs, (0,retry/* parseRetryAfter */.mu)(answer, Date.now()) ?? 0) };
            }
        }
    }
    await (0,time/* sleep */.yy)(Math.min(pollDelayMs(0), Math.max(leftMs(), 0)), signal);
    const ended = await repeatUntil(look, { leftMs, signal });
    if (ended !== undefined)
        return ended;
    const result = signal.aborted ? cancelled(seen) : timedOut(seen, trouble, receiver);
    return { result, times: seen.times, startedMs };
}
function isTooLate(observed) {
    return observed.kind === 'unreadable' && observed.answer.kind === 'failure' && observed.answer.code === 'TOO_LATE';
}
function follow_describe(answer, { answers }) {
    const message = (0,classify/* messageIn */.v6)(answer, answers);
    if (answer.kind === 'failure' || message.startsWith(`${answer.status}`))
        return message;
    return `${answer.status} ${message}`.trim();
}
function unreadable(answer, serverMessage, { apiPath = 'its API' }) {
    const { error, hint } = explain(answer, apiPath);
    return { kind: 'unknown', error, serverMessage, hint: `${hint}. The deployment goes on` };
}
function explain(answer, apiPath) {
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
            hint: `the answer is not about this deployment; let the proxy pass ${apiPath} to the receiver, past any cache`,
        };
    }
    const wantsLogin = [401, 403].includes(answer.status);
    return {
        error,
        hint: wantsLogin ? `something in front of ${apiPath} wants a login; pass it in headers` : general,
    };
}
function cancelled({ state, soFar }) {
    return {
        kind: 'cancelled',
        error: 'CANCELLED',
        serverMessage: `the deployment was ${state} when the job was cancelled`,
        hint: "the deployment goes on; see the server's log for how it ends",
        ...soFar,
    };
}
const NOT_KNOWN = 'when wait-timeout was over; how it ends is not known here';
function timedOut({ state, soFar }, trouble, { title }) {
    const ended = { kind: 'timed-out', error: 'WAIT_TIMEOUT' };
    if (trouble === undefined) {
        return {
            ...ended,
            serverMessage: `the deployment was still ${state} ${NOT_KNOWN}`,
            hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
            ...soFar,
        };
    }
    return {
        ...ended,
        serverMessage: `the deployment was still ${state}, and then its state could not be read (${trouble.message}) ${NOT_KNOWN}`,
        hint: trouble.answer.kind === 'failure'
            ? stoppedHint(title)
            : 'something answers, but not with the state of the deployment, which goes on: see the log of the receiver and of what is in front of it, or raise wait-timeout',
        containers: soFar?.containers,
    };
}

;// CONCATENATED MODULE: ./lib/deployment/wait-by-api.js








async function deliverAndAsk(message, endpoint, context) {
    const { tracker, receiver, waitTimeoutMs, progress, name, log } = context;
    const ask = createAsk(endpoint, context);
    const watch = tracker.watch(endpoint.url, message.artifact);
    const refusal = await watch.before?.(askAgain(ask, context));
    if (refusal !== undefined && !context.signal.aborted) {
        const unsent = { kind: 'rejected', message, endpoint, attempts: [], durationMs: 0 };
        return withDeployment(unsent, refusal, { endedMs: Date.now() });
    }
    const search = createSearch(watch, ask, context);
    const heard = [];
    const sent = await (0,deliver/* deliver */.c)(message, endpoint, {
        ...context,
        request: { needsBody: true },
        onLast: (result) => heard.push(result),
        mayRepeat: search?.isNowhere,
    });
    const atMs = (0,time/* monotonicMs */.dR)();
    const acceptedMs = (sent.attempts[0]?.startedMs ?? Date.now()) + sent.durationMs;
    const nowMs = () => Math.round(acceptedMs + (0,time/* monotonicMs */.dR)() - atMs);
    const accepted = await findAccepted(sent, heard.at(-1), search);
    if (accepted === undefined)
        return search?.wasHeldBack() === true ? withDoubt(sent, receiver) : sent;
    if (accepted.response === undefined)
        log(`no answer with an id came back, but ${receiver.title} has a run for this digest`);
    const delivery = { ...sent, jobId: accepted.jobId };
    const job = accepted.jobId === undefined ? '' : ` (job ${accepted.jobId})`;
    log(`waiting for the deployment, at most ${(0,time/* formatDuration */.a3)(waitTimeoutMs)}${job}`);
    progress.enter(delivery, name, 'accepted');
    const { result, times, startedMs } = await follow(() => watch.observe(accepted, ask), {
        onState(state) {
            progress.enter(delivery, name, state);
            log(`${state} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
        },
        nowMs,
    }, context);
    progress.leave(delivery);
    log(`${result.kind} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
    const placed = placeInTime({ acceptedMs, startedMs, endedMs: nowMs() }, times);
    const durationMs = sent.durationMs + placed.endedMs - acceptedMs;
    return withDeployment({ ...delivery, durationMs }, result, placed);
}
async function findAccepted(sent, last, search) {
    const response = last?.kind === 'response' ? last : undefined;
    const isAccepted = sent.kind === 'accepted';
    if (isAccepted && sent.jobId !== undefined)
        return { jobId: sent.jobId, response };
    if (search !== undefined && last !== undefined && (0,classify/* mayHaveArrived */.BW)(last, sent.endpoint.receiver.answers)) {
        const jobId = await search.find();
        if (jobId !== undefined)
            return { jobId };
    }
    return isAccepted ? { response } : undefined;
}
function withDoubt(sent, { title }) {
    const doubt = `it was not sent again, because ${title} may have it and could not be asked; see the server's log, and run this again where nothing was deployed`;
    return { ...sent, hint: sent.hint === undefined ? doubt : `${sent.hint}; ${doubt}` };
}
function createSearch({ find }, ask, { leftMs, signal }) {
    if (find === undefined)
        return undefined;
    const beganMs = (0,time/* monotonicMs */.dR)();
    let last;
    let isHeldBack = false;
    async function look(leftMs) {
        await repeatUntil(async () => {
            last = await find?.(ask, (0,time/* monotonicMs */.dR)() - beganMs);
            const mayChange = last?.kind === 'pending' || (last?.kind === 'unreadable' && isTransient(last.answer));
            return mayChange ? AGAIN : { value: last };
        }, { leftMs, signal });
        return last;
    }
    return {
        async isNowhere(untilMs) {
            isHeldBack = (await look(untilMs))?.kind !== 'none';
            return !isHeldBack;
        },
        async find() {
            if (last?.kind !== 'found')
                await look(leftMs);
            return last?.kind === 'found' ? last.jobId : undefined;
        },
        wasHeldBack: () => isHeldBack,
    };
}

;// CONCATENATED MODULE: ./lib/deployment/wait-in-request.js





async function deliverInside(message, endpoint, inRequest, context) {
    const { waitTimeoutMs, progress, receiver, name, log, client } = context;
    log(`waiting for the deployment inside the request, at most ${(0,time/* formatDuration */.a3)(waitTimeoutMs)}`);
    const id = {};
    const heard = [];
    const delivery = await (0,deliver/* deliver */.c)(message, endpoint, {
        ...context,
        isRetryable: (result, usual) => usual && result.kind === 'failure' && !result.written,
        onLast: (result) => heard.push(result),
        request: { url: inRequest.url(endpoint.url), mayTakeUntilEnd: true },
        client: {
            send(request) {
                progress.enter(id, name, 'no answer yet');
                return client.send(request);
            },
        },
    });
    progress.leave(id);
    const last = heard.at(-1);
    if (last === undefined || (last.kind === 'failure' && !(0,classify/* mayHaveArrived */.BW)(last, receiver.answers)))
        return delivery;
    const result = last.kind === 'response' ? inRequest.read(last) : describeFailure(last, inRequest, context);
    if (result === undefined)
        return withoutRepeat(delivery, last, receiver);
    log(`${result.kind} after ${(0,time/* formatDuration */.a3)(progress.elapsedMs())}`);
    const serverMessage = result.serverMessage ?? (0,classify/* messageIn */.v6)(last, receiver.answers);
    return withDeployment(delivery, { ...result, serverMessage }, { endedMs: Date.now() });
}
function withoutRepeat(delivery, last, { answers }) {
    if (delivery.kind !== 'rejected' || !answers.isRetryable(last, (0,retry/* isRetryable */.r3)(last)))
        return delivery;
    const sent = { url: delivery.endpoint.url, artifact: delivery.message.artifact };
    const notAgain = 'it was not sent again, because the deployment may have begun; set api-key, and then it is sent again until it is accepted';
    return { ...delivery, hint: answers.hint(last, sent) ?? notAgain };
}
function describeFailure({ code }, { repeatHint }, { receiver, waitTimeoutMs }) {
    const goesOn = `if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for; ${repeatHint}`;
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
            return { kind: 'unknown', error: code, hint: `${stoppedHint(receiver.title)}; ${repeatHint}` };
        default:
            return { kind: 'unknown', error: code, hint: `the request was written and may have arrived; ${goesOn}` };
    }
}

;// CONCATENATED MODULE: ./lib/deployment/wait.js








const LINE_EVERY_MS = 30_000;
async function findTrackers(endpoints) {
    const trackers = new Map();
    for (const { receiver, url, apiKey, secret, headers } of endpoints) {
        const tracker = trackers.get(receiver) ?? (await receiver.tracker?.());
        if (tracker === undefined)
            continue;
        trackers.set(receiver, tracker);
        const key = apiKey ?? (tracker.keyIsSecret ? secret : undefined);
        if (key === undefined) {
            if (tracker.inRequest !== undefined)
                continue;
            throw new errors/* InputError */.d(`wait: ${receiver.title} is asked with a token of its own; set api-key, or remove wait`);
        }
        tracker.checkEndpoint?.(url);
        const twice = Object.keys(tracker.keyHeaders(key)).find((name) => name in headers);
        if (twice !== undefined)
            throw new errors/* InputError */.d(`headers: ${twice} is set from the api-key input; remove it, also where the url or oidc-audience sets it`);
    }
    return trackers;
}
function startWait(trackers, options) {
    const progress = startProgress(log/* info */.pq, options.lineEveryMs ?? LINE_EVERY_MS);
    const endByMs = (0,time/* monotonicMs */.dR)() + options.waitTimeoutMs;
    const shared = { ...options, progress, endByMs, leftMs: () => endByMs - (0,time/* monotonicMs */.dR)() };
    const inBatches = createBatches((origin, size) => (0,log/* info */.pq)(`${origin}: ${size} messages at a time, for it remembers few deployments; the next ones follow when these have ended`));
    return {
        deliver(message, endpoint, log) {
            const { receiver } = endpoint;
            const tracker = trackers.get(receiver);
            if (tracker === undefined)
                return (0,deliver/* deliver */.c)(message, endpoint, { ...options, ...log });
            const context = { ...shared, ...log, tracker, receiver };
            const { inRequest, remembered = Number.POSITIVE_INFINITY } = tracker;
            const apiKey = endpoint.apiKey ?? (tracker.keyIsSecret ? endpoint.secret : undefined);
            if (apiKey !== undefined) {
                const place = { key: endpoint.url.origin, size: remembered };
                return inBatches(place, () => deliverAndAsk(message, { ...endpoint, apiKey }, context));
            }
            if (inRequest !== undefined)
                return deliverInside(message, endpoint, inRequest, context);
            return (0,deliver/* deliver */.c)(message, endpoint, { ...options, ...log });
        },
        stop: progress.stop,
    };
}


/***/ }),

/***/ 28:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ retryTransient)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9788);

async function retryTransient(action, { isTransient, attempts, waitMs, signal, onRetry }) {
    for (let attempt = 1;; attempt++) {
        const result = await action();
        if (signal.aborted || attempt >= attempts || !isTransient(result))
            return result;
        const pauseMs = waitMs(attempt);
        onRetry?.(result, attempt, pauseMs);
        await (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(pauseMs, signal);
        if (signal.aborted)
            return result;
    }
}


/***/ })

};
;