/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 7674:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ validateEvent),
/* harmony export */   LI: () => (/* binding */ isSignatureTag),
/* harmony export */   Lt: () => (/* binding */ select)
/* harmony export */ });
/* harmony import */ var _events_skip_ignored_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(998);
/* harmony import */ var _inputs_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6311);
/* harmony import */ var _inputs_references_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7773);
/* harmony import */ var _oci_artifact_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4366);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4064);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4230);








const SIGNATURE_TAG = /^sha256-[a-f0-9]{64}(?:\.[A-Za-z0-9._-]+)?$/;
function isSignatureTag(tag) {
    return SIGNATURE_TAG.test(tag);
}
function validateEvent(parsed, options) {
    refuseOtherEvent(parsed, options.digest);
    return parsed.map((entry) => ('reason' in entry ? entry : validateEntry(entry, options)));
}
function refuseOtherEvent(parsed, given) {
    const hasIt = ({ digests }) => digests.some(({ value }) => value === given?.digest);
    if (given === undefined || parsed.some((entry) => !('reason' in entry) && hasIt(entry)))
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d(`artifact is empty, and the event does not have ${given.digest}, to which digest is set: it is about something else; set artifact too, or remove digest. ${_inputs_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .DROPPED_OUTPUT */ .v}`);
}
function select(validated, filter) {
    const artifacts = new Map();
    const skips = [];
    for (const entry of validated) {
        if ('reason' in entry) {
            skips.push(entry);
            continue;
        }
        const { host, path, tag, digest } = entry;
        const whole = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(tag === undefined ? { host, path, digest } : { host, path, tag });
        if (filter.keeps(whole))
            artifacts.set(`${digest} ${(0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_2__/* .nameArtifact */ .o)(entry)}`, entry);
        else
            skips.push({
                reason: 'filtered',
                detail: `the filter ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(filter.patterns.join(', '), 300)} excludes ${whole}; a pattern with "/" is compared with the whole reference, any other with name:tag`,
            });
    }
    return { artifacts: [...artifacts.values()], skips };
}
function validateEntry(entry, options) {
    const { field, path, tag, digests, mediaType, pageUrl } = entry;
    const shown = `${path}${tag === undefined ? '' : `:${tag}`}`;
    if (tag !== undefined && isSignatureTag(tag)) {
        return {
            reason: 'signature-tag',
            detail: `${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(shown)} is a signature or attestation, which is never deployed: nothing needs to change`,
        };
    }
    if (tag === undefined)
        refuseNameless(entry);
    if (tag === undefined && options.untagged === 'skip' && entry.isDeliberate === undefined) {
        return { reason: 'untagged', detail: `${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(shown)} has no tag${untaggedRemedy(digests)}` };
    }
    const host = options.registry ?? entry.host;
    if (host === undefined || host === '') {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d(`event: ${field} does not say which registry ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(shown)} is in; set the registry input`);
    }
    const digest = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .agree */ .d)([...eventDigests(digests), { field: 'digest', value: options.digest?.digest }]);
    const name = { host: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseHost */ .o6)(host, `event: ${field}`), path, tag };
    const reference = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseReference */ .F2)((0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(name), `event: ${field}`);
    if (reference.host !== name.host || reference.tag !== tag || reference.digest !== undefined) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d(`event: ${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)((0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(name))} would be read as ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(reference)}; set the registry input to host:port`);
    }
    (0,_inputs_references_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOtherRepository */ .l_)(options.digest, reference, `event: ${field}`);
    if (tag === undefined && digest === undefined) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d(`event: ${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(shown)} has neither tag nor digest: set the digest input, or push it with a tag`);
    }
    return { ...reference, digest, style: options.style ?? 'tag', mediaType, pageUrl };
}
function refuseNameless({ path, digests }) {
    if (digests.length === 0 || digests.some(({ value }) => value !== undefined))
        return;
    const fields = digests.map(({ field }) => field).join(' and ');
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d(`event: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(path)} has no tag, and ${fields} is missing, so it is not known what was pushed; ${_events_skip_ignored_js__WEBPACK_IMPORTED_MODULE_7__/* .WAY_OUT */ .$}`);
}
function untaggedRemedy(digests) {
    return digests.some(({ value }) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .Bc)(value))
        ? ', like the parts of a multi-platform image; set untagged: send to send it by digest'
        : ' and the event has no digest either: push it with a tag';
}
function eventDigests(digests) {
    const named = digests.filter(({ value }) => value !== undefined);
    const wellFormed = named.filter(({ value }) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .Bc)(value));
    if (wellFormed.length === 0 && named[0]?.value !== undefined)
        (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(named[0].value, `event: ${named[0].field}`);
    return wellFormed.map(({ field, value }) => ({ field: `event: ${field}`, value }));
}


/***/ }),

/***/ 5923:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ mayHaveArrived),
/* harmony export */   MH: () => (/* binding */ toDelivery),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   nj: () => (/* binding */ nextAttempt),
/* harmony export */   v6: () => (/* binding */ messageIn)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7160);
/* harmony import */ var _util_log_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7650);
/* harmony import */ var _util_time_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9788);
/* harmony import */ var _hints_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1547);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6111);





function nextAttempt(attempts, elapsedMs, rules) {
    const results = attempts.map(({ result }) => result);
    const limit = (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .attemptLimit */ .N4)(rules.limits);
    const number = `attempt ${results.length}${Number.isFinite(limit) ? ` of ${limit}` : ''}`;
    const last = results.at(-1);
    if (last === undefined)
        return { decision: undefined, line: number };
    const decision = decideNext(last, results, { ...rules, elapsedMs });
    return { decision, line: `${number}: ${describeAttempt(last, decision, rules)}` };
}
function decideNext(last, results, { answers, limits, elapsedMs }) {
    if (isAccepted(last, answers) || !answers.isRetryable(last, (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isRetryable */ .r3)(last)))
        return undefined;
    const state = {
        attempts: results.length,
        elapsedMs,
        isUnsent: (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnsent */ .wt)(last),
        isUnknownHost: (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnknownHost */ .RT)(results),
        retryAfterMs: (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRetryAfter */ .mu)(last, Date.now()),
        random: Math.random(),
    };
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .decide */ .LD)(state, limits);
}
function toDelivery(tried, decision, { answers, limits }) {
    const result = tried.attempts.at(-1)?.result;
    if (result === undefined || decision?.kind === 'retry' || isCancelled(result)) {
        return { kind: 'cancelled', ...tried, serverMessage: describeCancelled(result, answers) };
    }
    const kind = kindOf(result, answers);
    const answer = kind === 'accepted' && result.kind === 'response' ? result : undefined;
    const wouldEndAnyway = decision?.kind === 'stop' && ['retries', 'unknown-host'].includes(decision.reason);
    const delivery = {
        kind,
        ...tried,
        deployment: answer && outcomeIn(answer, answers),
        serverMessage: messageIn(result, answers),
        jobId: result.kind === 'response' ? answers.jobId(result.body) : undefined,
        wouldRepeat: !wouldEndAnyway && answers.isRetryable(result, (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isRetryable */ .r3)(result)),
        hadNoEffect: answer && answers.hadNoEffect?.(answer) ? true : undefined,
    };
    return { ...delivery, hint: (0,_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .hintFor */ .JR)(delivery, result, outOfTime(decision, limits)) };
}
function kindOf(result, answers) {
    if (isAccepted(result, answers))
        return 'accepted';
    return result.kind === 'response' ? 'rejected' : 'unreachable';
}
function outcomeIn(result, answers) {
    const outcome = answers.outcome?.(result);
    return outcome === undefined ? undefined : { ...outcome, times: { endedMs: Date.now() } };
}
function outOfTime(decision, { deadlineInput }) {
    if (decision?.kind !== 'stop')
        return undefined;
    if (decision.reason === 'retry-after') {
        const asked = (0,_util_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(decision.askedMs);
        const input = deadlineInput ?? 'deadline';
        return `it asks to come back in ${asked}, which is longer than what is left of ${input}; raise it, or send later`;
    }
    if (decision.reason !== 'deadline' || deadlineInput === undefined)
        return undefined;
    return `${deadlineInput} was over before the message was accepted; raise it, or find out why it is not accepted`;
}
function isAccepted(result, answers) {
    return (0,_http_types_js__WEBPACK_IMPORTED_MODULE_4__/* .is2xx */ .ZE)(result) && !(0,_http_types_js__WEBPACK_IMPORTED_MODULE_4__/* .isStandIn */ .WG)(result) && answers.isAcceptance(result);
}
function mayHaveArrived(result, answers) {
    if (result.kind === 'failure')
        return result.written && !(0,_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .wantsClientCertificate */ .gy)(result.code);
    if (answers.jobId(result.body) !== undefined)
        return false;
    return result.status < 300 || result.status >= 500;
}
function isCancelled(result) {
    return result.kind === 'failure' && result.code === 'CANCELLED';
}
function describeCancelled(last, answers) {
    if (last === undefined)
        return 'before it was sent';
    if (isCancelled(last))
        return 'before the answer: the receiver may have it';
    const message = messageIn(last, answers);
    return `before the next attempt: the last one ended with ${last.kind === 'response' ? `${last.status} ${message}`.trim() : message}`;
}
const KEPT_LENGTH = 1_000;
function shorten(text) {
    return Buffer.from(text.slice(0, KEPT_LENGTH)).toString();
}
function keep(text) {
    return shorten((0,_util_log_js__WEBPACK_IMPORTED_MODULE_0__/* .redactStart */ .wX)(text, KEPT_LENGTH));
}
function messageIn(result, answers) {
    if (result.kind === 'failure')
        return (0,_util_log_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(result.message);
    return keep(answers.serverMessage(result.body) ?? ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_4__/* .isPage */ .yp)(result.body) ? '(an HTML page)' : result.body.trim()));
}
function describeAttempt(result, decision, { answers, limits }) {
    const message = messageIn(result, answers);
    const next = describeNext(decision, limits);
    if (result.kind === 'failure')
        return `${message}${next}`;
    const details = [
        `${result.durationMs} ms`,
        ...(result.bodyState === 'complete' ? [] : [`body ${result.bodyState}`]),
        ...(result.proxy === undefined ? [] : [`through the proxy ${result.proxy}`]),
        ...(message === '' ? [] : [`answer: ${message}`]),
    ];
    return `${result.status}${next} (${details.join(', ')})`;
}
function describeNext(decision, { deadlineMs, deadlineInput }) {
    if (decision === undefined)
        return '';
    if (decision.kind === 'retry')
        return `, next in ${(decision.waitMs / 1000).toFixed(1)} s`;
    const limit = deadlineInput ?? `the deadline of ${deadlineMs / 1000} s`;
    switch (decision.reason) {
        case 'retries':
            return ', no attempts left';
        case 'deadline':
            return `, ${limit} is over`;
        case 'unknown-host':
            return `, and the name has not resolved for ${_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .UNKNOWN_HOST_MS */ .TF / 1000} s: giving up`;
        case 'retry-after':
            return `, asked to wait longer than what is left of ${limit}: giving up`;
    }
}


/***/ }),

/***/ 7504:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ deliver),
  N: () => (/* binding */ describeRequest)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __nccwpck_require__(7160);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __nccwpck_require__(7650);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __nccwpck_require__(9788);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __nccwpck_require__(7949);
// EXTERNAL MODULE: ./lib/delivery/classify.js
var classify = __nccwpck_require__(5923);
// EXTERNAL MODULE: ./lib/delivery/placeholders.js
var placeholders = __nccwpck_require__(4491);
;// CONCATENATED MODULE: ./lib/delivery/prove.js


function sign(body, secret) {
    return `sha256=${(0,external_node_crypto_.createHmac)('sha256', secret).update(body).digest('hex')}`;
}
function prove({ body, proof }, { url, secret, signatureHeader }) {
    if (secret === undefined || proof === undefined)
        return { url, headers: {} };
    switch (proof.kind) {
        case 'signature': {
            const signature = sign(body, secret);
            (0,log/* mask */.dK)(signature.slice(signature.indexOf('=') + 1));
            return { url, headers: { [signatureHeader ?? proof.header]: signature } };
        }
        case 'token': {
            const value = proof.toValue(secret);
            (0,log/* mask */.dK)(value);
            return { url, headers: { [proof.header]: value } };
        }
        case 'query': {
            const parameter = `${proof.parameter}=${encodeURIComponent(secret)}`;
            const proven = new URL(url);
            proven.search = url.search === '' ? `?${parameter}` : `${url.search}&${parameter}`;
            (0,log/* mask */.dK)(encodeURIComponent(secret));
            return { url: proven, headers: {} };
        }
    }
}

;// CONCATENATED MODULE: ./lib/delivery/deliver.js








const TURN_MS = 1_000;
async function deliver(message, endpoint, options) {
    const { client, signal, endByMs } = options;
    const { answers } = endpoint.receiver;
    const rules = { answers: { ...answers, isRetryable: options.isRetryable ?? answers.isRetryable } };
    const request = {
        ...address(message, endpoint, options),
        method: 'POST',
        body: message.body,
        keepAlive: options.keepAlive,
        timeoutMs: options.limits.timeoutMs,
        signal,
        endByMs,
        mayTakeUntilEnd: options.request?.mayTakeUntilEnd,
        needsBody: options.request?.needsBody,
    };
    const attempts = [];
    let limits = options.limits;
    let [beganMs, deadlineMs] = [(0,time/* monotonicMs */.dR)(), Number.POSITIVE_INFINITY];
    const startDeadline = () => {
        options.onTurn?.();
        beganMs = (0,time/* monotonicMs */.dR)();
        limits = limitsUntil(endByMs, options.limits, beganMs);
        if (limits.deadlineMs > 0)
            deadlineMs = beganMs + limits.deadlineMs;
        return deadlineMs;
    };
    const attempt = async () => {
        const isFirst = attempts.length === 0;
        const times = isFirst ? { beginByMs: endByMs, startDeadline } : { beginByMs: deadlineMs + TURN_MS, deadlineMs };
        const result = await client.send({ ...request, ...times });
        if ((0,types/* wasNeverSent */.CR)(result))
            return 'never sent';
        if (!isFirst && isTooLate(result))
            return { decision: { kind: 'stop', reason: 'deadline' }, isLost: false };
        replaceLast(attempts, withoutBody);
        attempts.push({ startedMs: Date.now() - result.durationMs, result });
        const next = (0,classify/* nextAttempt */.nj)(attempts, (0,time/* monotonicMs */.dR)() - beganMs, { ...rules, limits });
        options.log(next.line);
        if (next.decision?.kind === 'retry')
            replaceLast(attempts, shortened);
        return { decision: next.decision, isLost: (0,classify/* mayHaveArrived */.BW)(result, answers) };
    };
    let decision;
    let isLost = false;
    for (let waitMs = 0;; waitMs = decision.waitMs) {
        await (0,time/* sleep */.yy)(waitMs, signal);
        if (options.mayRepeat !== undefined && isLost) {
            const isCertain = await options.mayRepeat(() => limits.deadlineMs - ((0,time/* monotonicMs */.dR)() - beganMs));
            if (!isCertain && !signal.aborted) {
                decision = undefined;
                break;
            }
        }
        const step = signal.aborted ? 'never sent' : await attempt();
        if (step === 'never sent')
            break;
        ({ decision, isLost } = step);
        if (decision?.kind !== 'retry')
            break;
    }
    const durationMs = Math.round((0,time/* monotonicMs */.dR)() - beganMs);
    const delivery = (0,classify/* toDelivery */.MH)({ message, endpoint, attempts, durationMs }, decision, { ...rules, limits });
    const last = attempts.at(-1);
    if (last !== undefined)
        options.onLast?.(last.result);
    replaceLast(attempts, withoutBody);
    options.onSent?.(delivery);
    return delivery;
}
function isTooLate(result) {
    return result.kind === 'failure' && result.code === 'TOO_LATE';
}
function limitsUntil(endByMs, limits, beganMs) {
    const leftMs = endByMs === undefined ? Number.POSITIVE_INFINITY : endByMs - beganMs;
    if (leftMs >= limits.deadlineMs)
        return limits;
    return { ...limits, deadlineMs: Math.max(leftMs, 0), deadlineInput: 'wait-timeout' };
}
function replaceLast(attempts, replace) {
    attempts.push(...attempts.splice(-1).map(replace));
}
function withoutBody(attempt) {
    const { result } = attempt;
    return result.kind === 'failure' ? attempt : { ...attempt, result: { ...result, body: '' } };
}
function shortened(attempt) {
    const { result } = attempt;
    return result.kind === 'failure' ? attempt : { ...attempt, result: { ...result, body: (0,classify/* shorten */.ml)(result.body) } };
}
function idempotencyKey({ artifact, contentType }, { url, receiver }, runId = '') {
    if (runId === '')
        return (0,external_node_crypto_.randomUUID)();
    const { host, path, tag, digest } = artifact;
    const text = JSON.stringify([runId, receiver.name, url.href, contentType, host, path, tag, digest]);
    const hex = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
    return [...parts, hex.slice(20, 32)].join('-');
}
function address(message, endpoint, { request, runId }) {
    const filled = (0,placeholders/* fillPlaceholders */.C)(request?.url ?? endpoint.url, message.artifact);
    const { url, headers } = prove(message, { ...endpoint, url: filled });
    return {
        url,
        headers: {
            accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
            'user-agent': version/* USER_AGENT */._O,
            'content-type': message.contentType,
            ...message.headers,
            ...endpoint.headers,
            'idempotency-key': idempotencyKey(message, endpoint, runId),
            ...headers,
        },
    };
}
function describeRequest(message, endpoint) {
    const { url, headers } = address(message, endpoint, { runId: process.env.GITHUB_RUN_ID });
    const all = Object.entries({ host: url.host, ...headers });
    return [`POST ${url.pathname}${url.search}`, ...all.map(([name, value]) => `${name}: ${value}`)].map(log/* redact */.E$);
}


/***/ }),

/***/ 1547:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ hintFor),
/* harmony export */   ct: () => (/* binding */ withoutDoubts),
/* harmony export */   gy: () => (/* binding */ wantsClientCertificate),
/* harmony export */   yX: () => (/* binding */ generalHint)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7160);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6111);


function hintFor({ kind, endpoint, message, wouldRepeat }, result, outOfTime) {
    const sent = { url: endpoint.url, artifact: message.artifact };
    const known = standInHint(result, wouldRepeat) ?? endpoint.receiver.answers.hint(result, sent) ?? outOfTime;
    return known ?? (kind === 'accepted' ? undefined : generalHint(result, wouldRepeat));
}
function withoutDoubts(deliveries) {
    const effective = new Set(deliveries.filter(({ kind, hadNoEffect }) => kind === 'accepted' && !hadNoEffect).map(repositoryOf));
    return deliveries.map((delivery) => delivery.hadNoEffect && effective.has(repositoryOf(delivery)) ? { ...delivery, hint: undefined } : delivery);
}
function repositoryOf({ endpoint, message }) {
    return `${endpoint.label} ${message.artifact.host}/${message.artifact.path}`;
}
function standInHint(result, wouldRepeat = false) {
    if (!(0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isStandIn */ .WG)(result))
        return undefined;
    if (result.isChallenge || result.status === 403) {
        return 'a firewall or a check for bots in front of the receiver stopped the request; let it pass requests to this path';
    }
    if (!(0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .is2xx */ .ZE)(result))
        return undefined;
    const later = wouldRepeat ? '; if it is there for a while only, raise deadline' : '';
    return `a web page answered in place of the receiver, such as a login or a maintenance page; check the url input, or pass the login in headers${later}`;
}
function generalHint(result, wouldRepeat = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isRetryable */ .r3)(result)) {
    if (result.kind === 'response')
        return responseHint(result, wouldRepeat);
    const hint = failureHint(result);
    if (hint === undefined || result.through === undefined)
        return hint;
    return `${hint}; or the proxy ${result.through} is at fault: to go around it list the host in NO_PROXY`;
}
function responseHint(response, wouldRepeat) {
    const { status, proxy } = response;
    const hint = status >= 300 && status < 400 ? redirectHint(response) : statusHint(status, wouldRepeat);
    if (proxy === undefined)
        return hint;
    const doubt = `this may be the answer of the proxy ${proxy} and not the receiver's; to go around it list the host in NO_PROXY`;
    return hint === undefined ? doubt : `${hint}; or ${doubt}`;
}
function redirectHint({ redirectsTo, redirectsToLogin }) {
    if (redirectsTo === undefined) {
        return 'the receiver refuses the message, and its answer or log may say why: a redirect would say where it leads';
    }
    return redirectsToLogin
        ? `the url redirects to a login; pass the login in headers, or let whatever asks for it pass this path (it leads to ${redirectsTo})`
        : `the url redirects, and redirects are never followed; put the final URL in the url input (this one leads to ${redirectsTo})`;
}
function statusHint(status, wouldRepeat) {
    if (status === 525 || status === 526) {
        return 'the CDN in front of the receiver does not accept its certificate; renew it, or see which ones the CDN accepts';
    }
    if ((status >= 520 && status <= 524) || status === 530) {
        const trouble = 'the CDN in front of the receiver gets no answer from it; see that it runs and lets the CDN in';
        return wouldRepeat ? `${trouble}; if it only needs longer to start, raise deadline` : trouble;
    }
    if (status >= 500) {
        const trouble = 'the receiver, or something in front of it, is in trouble: see its log';
        return wouldRepeat ? `${trouble}; if it only needs longer to start, raise deadline` : trouble;
    }
    switch (status) {
        case 400:
            return 'the server expects another message or another signature; check the url, receiver, secret, signature-header and headers inputs';
        case 401:
        case 403:
            return 'something in front of the receiver wants a login, or the receiver another signature; pass the login in headers, or check secret and signature-header';
        case 404:
        case 410:
            return 'the path of the url is wrong; check the url input';
        case 405:
            return 'this path takes no POST; check the path in the url input';
        case 407:
            return PROXY_LOGIN;
        case 408:
        case 425:
            return `the receiver was not ready for the request${wouldRepeat ? '; raise deadline if it needs longer' : ': see its log'}`;
        case 413:
            return 'something in front of the receiver limits the size of requests; raise its limit';
        case 429:
            return `the receiver limits the rate of requests; ${wouldRepeat ? 'raise deadline, or ' : ''}send less often`;
        default:
            if (status < 200)
                return 'whatever answers there does not speak HTTP as a receiver does; check scheme, port and path in the url input';
            return status < 400
                ? undefined
                : 'the receiver refuses the message, and its log may say why; check the url input';
    }
}
const PROXY_LOGIN = 'the proxy wants credentials; put user:password@ in the proxy variable';
function failureHint({ code, message, proxy, proxyStatus, hadProxyLogin }) {
    if (proxyStatus === 407) {
        return hadProxyLogin
            ? 'the proxy does not accept the login in the proxy variable; check it, and see that the proxy takes Basic, the only kind of login that is spoken here (not NTLM, Negotiate or Digest)'
            : PROXY_LOGIN;
    }
    if (proxyStatus !== undefined && proxyStatus >= 500)
        return 'the proxy cannot reach the receiver; check the url input and that the receiver runs, or list the host in NO_PROXY';
    if (proxyStatus !== undefined)
        return 'the proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY';
    if (proxy !== undefined && (0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isTlsError */ .sl)(code))
        return "the proxy's certificate is not trusted, or it does not use TLS; set NODE_EXTRA_CA_CERTS to the certificate of its CA, check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or list the host in NO_PROXY";
    if (proxy !== undefined)
        return 'the proxy does not work; check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or list the host in NO_PROXY';
    if ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isTlsError */ .sl)(code))
        return tlsHint(code, message);
    switch (code) {
        case 'ENOTFOUND':
            return 'no such host; check the spelling in the url input, and whether this runner can resolve the name';
        case 'EAI_AGAIN':
            return 'the name server did not answer; check the network of this runner';
        case 'ECONNREFUSED':
            return 'nothing listens there; check the port in the url input, and whether the receiver runs and is reachable from this runner';
        case 'ECONNRESET':
        case 'EPIPE':
            return "the other side closes the connection; check scheme and port in the url input, and the receiver's log";
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'ETIMEDOUT':
        case 'TIMEOUT':
            return 'the receiver is too slow or a firewall drops the connection; check that this runner can reach it, or raise timeout';
        case 'HTTP_2':
            return HTTP_2_ONLY;
        case 'TOO_LATE':
            return 'it was not sent; raise wait-timeout, or send to fewer in one step';
        case 'HPE_HEADER_OVERFLOW':
            return 'the answer has more than 256 KiB of headers; check the url input';
        default:
            return code.startsWith('HPE_')
                ? 'whatever answers there does not speak HTTP; check scheme and port in the url input'
                : undefined;
    }
}
const HTTP_2_ONLY = 'the server speaks only HTTP/2 here; turn on HTTP/1.1 there, or put a proxy that speaks both in front of it';
const CLIENT_CERTIFICATE_REFUSED = /ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_(?:UNKNOWN|EXPIRED|REVOKED)|ACCESS_DENIED)/;
function wantsClientCertificate(code) {
    return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE/.test(code) || CLIENT_CERTIFICATE_REFUSED.test(code);
}
function tlsHint(code, message) {
    const clock = `or set the clock of this runner, if it is not ${new Date().toISOString().slice(0, 10)}`;
    if (code === 'CERT_HAS_EXPIRED')
        return `the receiver's certificate has expired; renew it there, ${clock}`;
    if (code === 'CERT_NOT_YET_VALID')
        return `the receiver's certificate is not valid yet; check its dates, ${clock}`;
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return 'the certificate is for another host; use a name that it lists in the url input';
    if (/too weak/.test(message))
        return "a key or signature in the chain of the receiver's certificate is too weak; use certificates with at least 2048 bits (RSA) and SHA-256 there";
    if (CLIENT_CERTIFICATE_REFUSED.test(code))
        return 'the receiver does not trust the certificate of the client, or wants one and got none; set client-certificate and client-key to a pair whose CA it trusts';
    if (wantsClientCertificate(code))
        return 'the receiver wants a certificate from the client that it trusts; set client-certificate and client-key';
    if (/NO_APPLICATION_PROTOCOL/.test(code))
        return HTTP_2_ONLY;
    if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code))
        return 'the receiver offers only versions of TLS that are not safe; turn on TLS 1.2 or newer there';
    if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH|HTTP_REQUEST/.test(code))
        return 'the receiver does not speak TLS here; check scheme and port in the url input';
    if (code.startsWith('ERR_SSL_'))
        return "the two sides do not agree on TLS; check scheme and port in the url input, and the receiver's log";
    const hint = "the receiver's certificate comes from a CA that is not known here; put the CA's certificate (PEM) in ca-certificate, or, if the runner's system knows it, set NODE_USE_SYSTEM_CA=1";
    return code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' || code === 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
        ? `${hint}; or have the receiver send its intermediate certificates`
        : hint;
}


/***/ }),

/***/ 4491:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fillPlaceholders),
/* harmony export */   K: () => (/* binding */ hasPlaceholder)
/* harmony export */ });
/* harmony import */ var _oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4366);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3370);



const PLACEHOLDER = /(?:\{|%7B)(artifact|repository|tag|digest)(?:\}|%7D)/gi;
function hasPlaceholder(url, name) {
    return [...url.href.matchAll(PLACEHOLDER)].some(([, found]) => found?.toLowerCase() === name);
}
function fillPlaceholders(url, artifact) {
    const { href } = url;
    const filled = href.replace(PLACEHOLDER, (_, name) => encodeURIComponent(part(name.toLowerCase(), artifact)));
    return filled === href ? url : new URL(filled);
}
function part(name, artifact) {
    const { host, path, tag, digest } = artifact;
    const parts = {
        artifact: (0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(artifact),
        repository: host === 'docker.io' ? path.replace(/^library\//, '') : (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)({ host, path }),
        tag,
        digest,
    };
    const found = parts[name];
    if (found !== undefined)
        return found;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`url: it has {${name}}, but ${(0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(artifact)} has no ${name}`);
}


/***/ }),

/***/ 6111:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   N4: () => (/* binding */ attemptLimit),
/* harmony export */   RT: () => (/* binding */ isUnknownHost),
/* harmony export */   TF: () => (/* binding */ UNKNOWN_HOST_MS),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   r3: () => (/* binding */ isRetryable),
/* harmony export */   wt: () => (/* binding */ isUnsent)
/* harmony export */ });
/* unused harmony exports RETRIED_CODES, backoffMs */
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7160);

const BASE_MS = 1_000;
const CAP_MS = 10_000;
const UNSENT = { baseMs: 500, capMs: 2_000, untilMs: 30_000 };
const RETRY_AFTER_SPREAD_MS = 1_000;
const TIMER_SLACK_MS = 5;
const UNKNOWN_HOST_MS = 30_000;
const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 530]);
const UNSENT_CODES = new Set([
    'EADDRNOTAVAIL',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'EMFILE',
    'ENETDOWN',
    'ENETUNREACH',
    'ENFILE',
    'ENOBUFS',
    'ENOTFOUND',
]);
const RETRIED_CODES = new Set([
    ...UNSENT_CODES,
    'ECONNABORTED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'TIMEOUT',
]);
function isUnsent(result) {
    if (result.kind === 'response' || result.written)
        return false;
    return UNSENT_CODES.has(result.code) || (result.proxyStatus ?? 0) >= 500;
}
function isRetryable(result) {
    if (result.kind === 'response')
        return RETRIED_STATUSES.has(result.status) || ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_0__/* .is2xx */ .ZE)(result) && (0,_http_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isStandIn */ .WG)(result));
    if (result.proxyStatus !== undefined)
        return RETRIED_STATUSES.has(result.proxyStatus);
    return RETRIED_CODES.has(result.code);
}
function attemptLimit({ retries = Number.POSITIVE_INFINITY, deadlineMs }) {
    return deadlineMs === 0 ? 1 : retries + 1;
}
function isUnknownHost(results) {
    return results.every((result) => result.kind === 'failure' && result.code === 'ENOTFOUND');
}
function decide(state, limits) {
    const { attempts, elapsedMs, retryAfterMs, random } = state;
    if (attempts >= attemptLimit(limits))
        return { kind: 'stop', reason: 'retries' };
    const leftMs = limits.deadlineMs - elapsedMs;
    if (leftMs < TIMER_SLACK_MS)
        return { kind: 'stop', reason: 'deadline' };
    if (state.isUnknownHost && elapsedMs >= UNKNOWN_HOST_MS)
        return { kind: 'stop', reason: 'unknown-host' };
    if (retryAfterMs !== undefined && retryAfterMs > leftMs)
        return { kind: 'stop', reason: 'retry-after', askedMs: retryAfterMs };
    const waitMs = retryAfterMs === undefined ? backoffMs(state) : retryAfterMs + random * RETRY_AFTER_SPREAD_MS;
    return { kind: 'retry', waitMs: Math.min(waitMs, leftMs) };
}
function backoffMs({ attempts, elapsedMs, isUnsent, random }) {
    const isShort = isUnsent && elapsedMs < UNSENT.untilMs;
    const { baseMs, capMs } = isShort ? UNSENT : { baseMs: BASE_MS, capMs: CAP_MS };
    return random * Math.min(capMs, baseMs * 2 ** (attempts - 1));
}
const HTTP_DATE = /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;
function parseRetryAfter({ retryAfter, dateMs }, nowMs) {
    const text = retryAfter?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Math.min(Number(text) * 1_000, Number.MAX_SAFE_INTEGER);
    if (!HTTP_DATE.test(text))
        return undefined;
    const waitMs = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - (dateMs ?? nowMs);
    return waitMs > 0 ? waitMs : undefined;
}


/***/ }),

/***/ 4811:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ digestField),
/* harmony export */   m: () => (/* binding */ optionalText)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4487);


function optionalText(parent, name, ...keys) {
    const refuse = (depth, wanted, found) => new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`event: ${fieldName(name, keys.slice(0, depth))} must be ${wanted}, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(found)}`);
    for (let depth = 1; depth < keys.length; depth++) {
        const found = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(parent, ...keys.slice(0, depth));
        if (isMissing(found))
            return undefined;
        if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found))
            throw refuse(depth, 'an object', found);
    }
    const found = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(parent, ...keys);
    if (isMissing(found))
        return undefined;
    if (typeof found !== 'string')
        throw refuse(keys.length, 'text', found);
    return found.trim() || undefined;
}
function isMissing(found) {
    return found === undefined || found === null || found === '';
}
function fieldName(name, keys) {
    return [name, ...keys].filter((part) => part !== '').join('.');
}
function digestField(parent, name, ...keys) {
    return { field: fieldName(name, keys), value: optionalText(parent, name, ...keys) };
}


/***/ }),

/***/ 1394:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isGitea),
/* harmony export */   n: () => (/* binding */ gitea)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4487);
/* harmony import */ var _skip_ignored_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(998);




const ACTIONS = {
    noun: 'action',
    publishing: ['created'],
    ignored: new Set(['deleted']),
    reason: 'action-ignored',
    advice: 'an "if" on github.event.action avoids such runs',
};
const TYPES = {
    noun: 'type of the package',
    publishing: ['container'],
    ignored: new Set([
        'alpine',
        'alt',
        'arch',
        'cargo',
        'chef',
        'composer',
        'conan',
        'conda',
        'cran',
        'debian',
        'generic',
        'go',
        'helm',
        'maven',
        'npm',
        'nuget',
        'pub',
        'pypi',
        'rpm',
        'rubygems',
        'swift',
        'terraform',
        'vagrant',
    ]),
    reason: 'not-a-container',
    advice: 'an "if" on github.event.package.type avoids such runs',
};
const gitea = {
    title: 'Gitea',
    matches: isGitea,
    parse(body) {
        const { package: published } = body;
        if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(published))
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: package must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(published)}`);
        const skip = (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_3__/* .skipIgnored */ .w)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(body, 'action'), 'action', ACTIONS) ??
            (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_3__/* .skipIgnored */ .w)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(published, 'type')?.toLowerCase(), 'package.type', TYPES);
        if (skip)
            return [skip];
        const [owner, name] = [(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(published, 'owner', 'login'), (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(published, 'name')];
        const version = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(published, 'version');
        if (owner === undefined || name === undefined || version === undefined) {
            const missing = owner === undefined ? 'owner.login' : name === undefined ? 'name' : 'version';
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: package.${missing} is missing`);
        }
        const isDigest = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeDigest */ .yw)(version);
        const pageUrl = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(published, 'html_url');
        return [
            {
                field: 'package',
                host: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .hostOfUrl */ .Pm)(pageUrl),
                path: `${owner}/${name}`.toLowerCase(),
                tag: isDigest ? undefined : version,
                digests: isDigest ? [{ field: 'package.version', value: version }] : [],
                pageUrl,
            },
        ];
    },
};
function isGitea({ package: published }) {
    return (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(published) && !('package_version' in published) && ('type' in published || 'version' in published);
}


/***/ }),

/***/ 8293:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ github)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4487);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4230);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4811);
/* harmony import */ var _gitea_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1394);
/* harmony import */ var _skip_ignored_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(998);







const ACTIONS = {
    noun: 'action',
    publishing: ['published', 'updated'],
    ignored: new Set(['deleted']),
    reason: 'action-ignored',
    advice: "leave the others out of types in the workflow's trigger",
};
const TYPES = {
    noun: 'type of the package',
    publishing: ['container', 'docker'],
    ignored: new Set(['npm', 'maven', 'gradle', 'rubygems', 'nuget', 'debian', 'pypi']),
    reason: 'not-a-container',
    advice: 'an "if" on github.event.registry_package.package_type avoids such runs',
};
const github = {
    title: 'GitHub',
    headers: { 'x-github-event': 'package' },
    write: toEvent,
    matches: (body) => 'registry_package' in body ||
        ('package' in body && !('artifact' in body) && !(0,_gitea_js__WEBPACK_IMPORTED_MODULE_1__/* .isGitea */ .H)(body)) ||
        ('zen' in body && 'hook_id' in body),
    parse(body) {
        if ('zen' in body) {
            return [{ reason: 'test-event', detail: 'this is the ping of a new webhook, it names no package: publish one' }];
        }
        const root = 'registry_package' in body ? 'registry_package' : 'package';
        const published = body[root];
        if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(published))
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${root} must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(published)}`);
        const type = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'package_type') ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'ecosystem');
        const skip = (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_4__/* .skipIgnored */ .w)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'action'), 'action', ACTIONS) ??
            (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_4__/* .skipIgnored */ .w)(type?.toLowerCase(), `${root}.package_type`, TYPES);
        return [skip ?? parsePackage(published, root)];
    },
};
function parsePackage(published, root) {
    const version = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(published, 'package_version');
    const field = `${root}.package_version`;
    if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(version))
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${field} must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(version)}`);
    const packageUrl = splitPackageUrl((0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(version, 'package_url'));
    const older = readOlderVersion(version);
    if (older?.tag === LAYERS_TAG) {
        return {
            reason: 'not-a-manifest',
            detail: `the version is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(LAYERS_TAG)}, where that registry keeps layers`,
        };
    }
    if (older !== undefined && packageUrl === undefined) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${field}.package_url is missing, and nothing else names a package of GitHub's older docker registry; ${_skip_ignored_js__WEBPACK_IMPORTED_MODULE_4__/* .WAY_OUT */ .$}`);
    }
    const owner = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'namespace') ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'owner', 'login');
    const name = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'name');
    const path = packageUrl?.path ?? (owner === undefined || name === undefined ? undefined : `${owner}/${name}`);
    if (path === undefined)
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${field}.package_url is missing, and so is ${root}.namespace or .name`);
    const named = (0,_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .optionalText */ .m)(version, field, 'container_metadata', 'tag', 'name') ?? older?.tag;
    return {
        field,
        host: packageUrl?.host ?? (isGitHubDotCom(published) ? 'ghcr.io' : undefined),
        path: path.toLowerCase(),
        tag: named === undefined || (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeDigest */ .yw)(named) ? packageUrl?.tag : named,
        digests: [
            (0,_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .digestField */ .h)(version, field, 'container_metadata', 'tag', 'digest'),
            (0,_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .digestField */ .h)(version, field, 'container_metadata', 'manifest', 'digest'),
            (0,_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .digestField */ .h)(version, field, older === undefined ? 'version' : 'name'),
        ],
        mediaType: (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(version, 'container_metadata', 'manifest', 'media_type'),
        pageUrl: (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(version, 'html_url') ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'html_url'),
    };
}
const LAYERS_TAG = 'docker-base-layer';
function readOlderVersion(packageVersion) {
    const [version, name] = [(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(packageVersion, 'version'), (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(packageVersion, 'name')];
    const isOlder = version !== undefined && !(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeDigest */ .yw)(version) && name !== undefined && (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeDigest */ .yw)(name);
    return isOlder ? { tag: version } : undefined;
}
function splitPackageUrl(url) {
    if (url === undefined)
        return undefined;
    const [named = ''] = url.split('@');
    const slash = named.indexOf('/');
    if (slash < 0)
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: package_url ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(url)} has no "/", expected host/owner/name:tag`);
    const colon = named.indexOf(':', named.lastIndexOf('/'));
    const tag = colon < 0 ? '' : named.slice(colon + 1);
    return {
        host: named.slice(0, slash),
        path: named.slice(slash + 1, colon < 0 ? undefined : colon),
        tag: tag === '' || (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeDigest */ .yw)(tag) ? undefined : tag,
    };
}
function isGitHubDotCom(published) {
    const url = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'registry', 'url') ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(published, 'html_url');
    if (url === undefined)
        return true;
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    return host === 'github.com' || host.endsWith('.pkg.github.com');
}
function toEvent({ host, path, tag, digest, mediaType }) {
    const slash = path.indexOf('/');
    const owner = path.slice(0, Math.max(slash, 0));
    const version = {
        version: digest,
        name: digest,
        package_url: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ host, path, tag }),
        container_metadata: { tag: { name: tag ?? '', digest }, manifest: { digest, media_type: mediaType } },
    };
    return {
        action: 'published',
        package: {
            name: path.slice(slash + 1),
            namespace: owner,
            ecosystem: 'CONTAINER',
            package_type: 'CONTAINER',
            owner: { login: owner },
            package_version: version,
        },
    };
}


/***/ }),

/***/ 998:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ WAY_OUT),
/* harmony export */   w: () => (/* binding */ skipIgnored)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4230);


const WAY_OUT = 'say what was published yourself: set the inputs artifact and digest, or event to {"source":"oci","artifact":"host/path:tag","digest":"sha256:..."}';
function skipIgnored(kind, field, known) {
    const { noun, publishing, ignored, reason, advice } = known;
    const expected = publishing.map(_util_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD).join(' or ');
    if (kind === undefined)
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`event: ${field} is missing, expected ${expected}`);
    if (publishing.includes(kind))
        return undefined;
    if (ignored.has(kind)) {
        return {
            reason,
            detail: `the ${noun} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(kind)}, and only ${expected} publishes something: ${advice}`,
        };
    }
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`event: ${field} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(kind)}, and it is not known here whether that publishes something, expected ${expected}; leave such events out where they come from, or ${WAY_OUT}`);
}


/***/ }),

/***/ 3027:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createClient)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/util/limiter.js
var limiter = __nccwpck_require__(8689);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __nccwpck_require__(7650);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __nccwpck_require__(9788);
// EXTERNAL MODULE: ./lib/http/connect.js
var connect = __nccwpck_require__(1527);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: ./lib/http/errors.js
var errors = __nccwpck_require__(4078);
;// CONCATENATED MODULE: ./lib/http/response.js


function toResult(raw, { url, proxy, durationMs }) {
    const { response, head, bodyState, written, reason, wasInHandshake } = raw;
    const status = response?.statusCode ?? (0,errors/* statusIn */.em)(head);
    if (status === undefined) {
        const isTunnelled = url.protocol === 'https:';
        const why = reason instanceof Error ? (0,errors/* describeError */.Uc)(reason, proxy, { written, isTunnelled }) : withProxy(reason, raw, proxy);
        const through = why.proxy === undefined ? proxy?.origin : undefined;
        const wasResetInHandshake = wasInHandshake && why.code === 'ECONNRESET' ? true : undefined;
        const plain = isHttp2(head) ? { ...why, code: 'HTTP_2', message: 'the answer is HTTP/2 (HTTP_2)' } : why;
        return { kind: 'failure', ...plain, through, written, wasResetInHandshake, durationMs };
    }
    const body = raw.isWhole ? '' : raw.body.toString('utf8');
    const { 'retry-after': retryAfter, date, location } = response?.headers ?? {};
    const dateMs = date === undefined ? undefined : Date.parse(date) || undefined;
    const passedOnBy = url.protocol === 'http:' ? proxy : undefined;
    if (passedOnBy && (0,errors/* isProxyResponse */.ii)(status, response?.headers)) {
        const why = (0,errors/* refusedByProxy */.SR)(passedOnBy, status);
        return { kind: 'failure', ...why, written: written && status !== 407, retryAfter, dateMs, durationMs };
    }
    const isRedirect = status >= 300 && status < 400;
    return {
        kind: 'response',
        status,
        body,
        bodyState,
        whole: raw.isWhole ? { headers: response?.headers ?? {}, bytes: raw.body } : undefined,
        retryAfter,
        dateMs,
        redirectsTo: isRedirect ? locationOrigin(location, url) : undefined,
        redirectsToLogin: isRedirect && LOGIN.test(location ?? '') ? true : undefined,
        isChallenge: isChallenge(response?.headers) ? true : undefined,
        proxy: passedOnBy?.origin,
        durationMs,
    };
}
function toFailure(error, { proxy, durationMs }) {
    const why = (0,errors/* describeError */.Uc)(error, proxy, { written: false, isTunnelled: false });
    return { kind: 'failure', ...why, written: false, durationMs };
}
const LOGIN = /(?:log|sign)-?in\b|\baccounts?\.|\bauth(?:orize)?\b|\boauth2?\b|\bsso\b|\bsaml2?\b|cdn-cgi\/access/i;
function isHttp2(head) {
    return head.startsWith('\0') && head.slice(3, 9) === '\x04\0\0\0\0\0';
}
function isChallenge(headers = {}) {
    return headers['cf-mitigated'] !== undefined || headers['x-amzn-waf-action'] !== undefined;
}
function withProxy(reason, { passedProxy }, proxy) {
    if (proxy === undefined || passedProxy || reason.code !== 'TIMEOUT')
        return reason;
    return {
        ...reason,
        message: `the proxy ${proxy.origin} opened no connection: ${reason.message}`,
        proxy: proxy.origin,
    };
}
function locationOrigin(location, { href, protocol, host }) {
    const url = location === undefined ? null : URL.parse((0,log/* redact */.E$)(location), href);
    if (url?.protocol === protocol && url.host === host)
        return 'another path there';
    return url === null ? undefined : `${url.protocol}${url.host === '' ? '' : `//${url.host}`}`.slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/http/request.js



const BODY_LIMIT = 64 * 1024;
const NEEDED_BODY_LIMIT = 1024 * 1024;
const HEADER_LIMIT = 256 * 1024;
const HEAD_LIMIT = 16 * 1024;
const BODY_TIMEOUT_MS = 5_000;
const LEAST_MS = 1_000;
const FOREVER_MS = 2 ** 31 - 1;
const CLOSED = { code: 'ECONNRESET', message: 'the connection was closed before an answer (ECONNRESET)' };
const CANCELLED = { code: 'CANCELLED', message: 'cancelled' };
async function sendOnce(request, route, addresses) {
    const startedMs = (0,time/* monotonicMs */.dR)();
    const abandoned = new AbortController();
    const client = begin(request, route, { addresses, abandoned: abandoned.signal });
    const raw = await sendAndCollect(request, client);
    if (raw.bodyState !== 'complete') {
        abandoned.abort();
        client.destroy();
    }
    const durationMs = Math.round((0,time/* monotonicMs */.dR)() - startedMs);
    const decoded = await decodeBody(raw, request);
    return toResult(decoded, { url: request.url, proxy: route.proxy, durationMs });
}
function begin({ url, method, headers: wanted }, { request, agent, proxy, proxyHeaders }, connection) {
    const host = url.host.replace(/\.(?=:|$)/, '');
    const headers = { ...wanted, ...proxyHeaders, host, 'accept-encoding': 'identity' };
    const options = { method, agent, maxHeaderSize: HEADER_LIMIT, headers };
    Object.assign(options, connection);
    if (url.protocol !== 'http:' || proxy === undefined)
        return request(url, options);
    const servername = (0,external_node_net_.isIP)(proxy.hostname.replace(/^\[|\]$/g, '')) === 0 ? proxy.hostname : '';
    return request(proxy, { ...options, auth: null, path: url.href, servername });
}
function bodyLimit({ needsBody, wholeBytes }) {
    return wholeBytes ?? (needsBody ? NEEDED_BODY_LIMIT : BODY_LIMIT);
}
async function decodeBody(raw, request) {
    const coding = raw.response?.headers['content-encoding'] ?? 'identity';
    if (/^(?:identity)?$/i.test(coding.trim()) || raw.body.length === 0)
        return raw;
    const { decode } = await __nccwpck_require__.e(/* import() */ 435).then(__nccwpck_require__.bind(__nccwpck_require__, 7435));
    const decoded = await decode(raw.body, coding, bodyLimit(request));
    if (decoded === undefined)
        return raw;
    return { ...raw, body: decoded.bytes, bodyState: decoded.isTooLong ? 'too long' : raw.bodyState };
}
function sendAndCollect(request, client) {
    const { url, timeoutMs, signal, endByMs = Number.POSITIVE_INFINITY } = request;
    const { promise, resolve } = Promise.withResolvers();
    const [head, body] = [new Collector(HEAD_LIMIT), new Collector(bodyLimit(request))];
    let response;
    let [passedProxy, isHandshake, written, isOver] = [false, false, false, false];
    const end = (bodyState, reason = CLOSED) => {
        if (isOver)
            return;
        isOver = true;
        timer.stop();
        signal.removeEventListener('abort', cancel);
        const wasInHandshake = isHandshake && !written;
        const heard = {
            response,
            head: response === undefined ? head.bytes().toString('latin1') : '',
            body: body.bytes(),
            isWhole: request.wholeBytes !== undefined,
        };
        resolve({ ...heard, bodyState, passedProxy, wasInHandshake, written, reason });
    };
    const cancel = () => end('cut', CANCELLED);
    const timer = new ResponseTimer((limit) => {
        const what = written || url.protocol === 'https:' ? 'answer' : 'connection';
        end('stalled', { code: 'TIMEOUT', message: `no ${what} within ${limit}` });
    });
    timer.endByMs = Math.min(endByMs, request.deadlineMs ?? Number.POSITIVE_INFINITY);
    const keepHead = (chunk) => void head.add(chunk);
    client.on('socket', (socket) => {
        socket.prependListener('data', keepHead);
        if (url.protocol === 'https:')
            passedProxy = true;
        isHandshake = url.protocol === 'https:';
        whenWritable(socket, () => {
            passedProxy = true;
            written = true;
            if (!request.mayTakeUntilEnd)
                return;
            timer.endByMs = endByMs;
            timer.start(FOREVER_MS);
        });
    });
    client.on('error', (error) => end('cut', error));
    client.on('response', (answer) => {
        response = answer;
        if (!is2xxStatus(answer.statusCode))
            client.shouldKeepAlive = false;
        answer.socket.removeListener('data', keepHead);
        if (!request.needsBody && request.wholeBytes === undefined)
            timer.start(Math.min(timeoutMs, BODY_TIMEOUT_MS));
        answer.on('data', (chunk) => {
            if (!body.add(chunk))
                end('too long');
        });
        answer.on('end', () => end('complete'));
        answer.on('error', () => end('cut'));
        answer.on('close', () => end('cut'));
    });
    client.on('close', () => {
        if (response === undefined)
            end('cut');
    });
    timer.start(timeoutMs);
    if (signal.aborted)
        cancel();
    else {
        signal.addEventListener('abort', cancel);
        client.end(request.body);
    }
    return promise;
}
function is2xxStatus(status = 0) {
    return status >= 200 && status < 300;
}
function whenWritable(socket, onWritable) {
    if (socket.secureConnecting)
        socket.once('secureConnect', onWritable);
    else if (socket.connecting)
        socket.once('connect', onWritable);
    else
        onWritable();
}
class ResponseTimer {
    endByMs = Number.POSITIVE_INFINITY;
    #onTimeout;
    #timer;
    constructor(onTimeout) {
        this.#onTimeout = onTimeout;
    }
    start(allowedMs) {
        this.stop();
        const leftMs = Math.round(this.endByMs - (0,time/* monotonicMs */.dR)());
        const limitMs = Math.min(allowedMs, Math.max(leftMs, LEAST_MS));
        const timer = setTimeout(() => setImmediate(giveUp), limitMs);
        const giveUp = () => {
            if (this.#timer === timer)
                this.#onTimeout(`${Number((limitMs / 1000).toFixed(1))} s`);
        };
        this.#timer = timer;
    }
    stop() {
        clearTimeout(this.#timer);
        this.#timer = undefined;
    }
}
class Collector {
    #limit;
    #chunks = [];
    #size = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    add(chunk) {
        const left = this.#limit - this.#size;
        if (left > 0)
            this.#chunks.push(chunk.subarray(0, left));
        this.#size += chunk.length;
        return this.#size <= this.#limit;
    }
    bytes() {
        const [first] = this.#chunks;
        return first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    }
}

;// CONCATENATED MODULE: ./lib/http/client.js







const PER_HOST = 50;
const IN_ALL = 256;
const RESERVED_DESCRIPTORS = 32;
const TOO_LATE = {
    kind: 'failure',
    code: 'TOO_LATE',
    message: 'the time was over before it was its turn to be sent',
    written: false,
    durationMs: 0,
};
const CLASSICAL_GROUPS = 'X25519:P-256:P-384';
function createClient({ skipTlsVerification, proxies, createContext }) {
    const routes = new Map();
    const enterHost = (0,limiter/* createLimiter */.z)(PER_HOST);
    const enterAll = (0,limiter/* createLimiter */.z)(connectionLimit());
    const resolver = (0,connect/* createResolver */.Tw)();
    const classical = new Map();
    const contexts = new Map();
    async function makeContext(isClassical) {
        const ecdhCurve = isClassical ? CLASSICAL_GROUPS : undefined;
        if (createContext !== undefined)
            return createContext(ecdhCurve);
        const { createSecureContext } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1692, 23));
        return createSecureContext(ecdhCurve === undefined ? {} : { ecdhCurve });
    }
    async function createRoute({ url, keepAlive }, proxy, isClassical) {
        const proxyHeaders = proxy && proxies?.proxyAuthorization(proxy);
        const { protocol } = url.protocol === 'http:' && proxy !== undefined ? proxy : url;
        if (protocol === 'http:') {
            const { Agent, request } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 23));
            return { request, agent: dialWith(new Agent({ keepAlive }), connect/* dialDirectly */.FI), proxy, proxyHeaders };
        }
        const { Agent, request } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 23));
        const options = { keepAlive };
        if (url.protocol === 'https:') {
            const context = contexts.get(isClassical) ?? makeContext(isClassical);
            contexts.set(isClassical, context);
            Object.assign(options, { secureContext: await context, rejectUnauthorized: !skipTlsVerification });
        }
        const isTunnelled = proxies !== undefined && proxy !== undefined && url.protocol === 'https:';
        const dial = isTunnelled ? (wanted) => proxies.openTunnel(proxy, wanted) : connect/* dialDirectly */.FI;
        const agent = dialWith(new Agent(options), dial);
        return { request, agent, proxy, proxyHeaders: isTunnelled ? undefined : proxyHeaders };
    }
    function routeFor(request, proxy, isClassical) {
        const key = `${request.url.protocol} ${request.keepAlive} ${isClassical} ${proxy?.href ?? ''}`;
        const route = routes.get(key) ?? createRoute(request, proxy, isClassical);
        routes.set(key, route);
        return route;
    }
    async function sendOver(request, proxy, addresses) {
        const { host, origin } = request.url;
        const startedMs = (0,time/* monotonicMs */.dR)();
        const result = await sendOnce(request, await routeFor(request, proxy, classical.get(host) === true), addresses);
        if (result.kind !== 'failure' || !result.wasResetInHandshake || classical.has(host))
            return result;
        classical.set(host, false);
        (0,log/* info */.pq)(`${origin}: the connection was reset while TLS was negotiated; trying once with classical key groups (${CLASSICAL_GROUPS}), because some firewalls reset a larger first message`);
        const usedMs = (0,time/* monotonicMs */.dR)() - startedMs;
        const again = { ...request, timeoutMs: Math.max(request.timeoutMs - usedMs, LEAST_MS) };
        const second = await sendOnce(again, await routeFor(request, proxy, true), addresses);
        if (second.kind === 'response' || second.written)
            classical.set(host, true);
        return { ...second, durationMs: Math.round(second.durationMs + usedMs) };
    }
    return {
        async send(request) {
            const leaveHost = await enterHost(request.url.host);
            const leaveAll = await enterAll('');
            try {
                const turnMs = (0,time/* monotonicMs */.dR)();
                if (request.beginByMs !== undefined && turnMs > request.beginByMs)
                    return TOO_LATE;
                const timed = { ...request, deadlineMs: request.startDeadline?.() ?? request.deadlineMs };
                const proxy = proxies?.proxyFor(request.url);
                const { hostname } = proxy ?? request.url;
                const endByMs = Math.min(timed.deadlineMs ?? Number.POSITIVE_INFINITY, request.endByMs ?? Number.POSITIVE_INFINITY);
                const found = await resolver.find(hostname, endByMs, request.signal);
                const lookUpMs = Math.round((0,time/* monotonicMs */.dR)() - turnMs);
                if ('error' in found)
                    return toFailure(found.error, { url: request.url, proxy, durationMs: lookUpMs });
                const headers = { ...request.headers, ...(await request.lateHeaders?.()) };
                const result = await sendOver({ ...timed, headers }, proxy, found.addresses);
                if (result.kind === 'failure' && !result.written)
                    resolver.distrust(hostname);
                return { ...result, durationMs: result.durationMs + lookUpMs };
            }
            finally {
                leaveAll();
                leaveHost();
            }
        },
    };
}
function dialWith(agent, dial) {
    const isTls = agent.protocol === 'https:';
    const overSocket = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
        dial(options).then((socket) => callback?.(null, isTls ? (overSocket({ ...options, socket }) ?? socket) : socket), (error) => callback?.(error, undefined));
        return undefined;
    };
    return agent;
}
function connectionLimit() {
    try {
        const [, soft] = /^Max open files +(\d+)/m.exec((0,external_node_fs_.readFileSync)('/proc/self/limits', 'utf8')) ?? [];
        return Math.max(Math.min(IN_ALL, Number(soft ?? IN_ALL) - RESERVED_DESCRIPTORS), 1);
    }
    catch {
        return IN_ALL;
    }
}


/***/ }),

/***/ 4157:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ PROXY_VARIABLES),
/* harmony export */   ic: () => (/* binding */ configureClient),
/* harmony export */   rq: () => (/* binding */ readProxies)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3370);
/* harmony import */ var _util_log_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7650);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3027);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1527);




const PROXY_VARIABLES = [
    'http_proxy',
    'HTTP_PROXY',
    'https_proxy',
    'HTTPS_PROXY',
    'all_proxy',
    'ALL_PROXY',
];
async function configureClient(wanted, environment) {
    const { tls } = wanted;
    const { skipTlsVerification } = tls;
    (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .allowLookUps */ .VW)(new Set(wanted.urls.map(({ hostname }) => hostname)).size, process.env);
    const proxies = await readProxies(wanted, environment);
    if (tls.caCertificate === undefined && tls.clientCertificate === undefined) {
        return (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createClient */ .U)({ skipTlsVerification, proxies });
    }
    const { createTlsContext } = await __nccwpck_require__.e(/* import() */ 544).then(__nccwpck_require__.bind(__nccwpck_require__, 4544));
    const context = createTlsContext(tls);
    const createContext = (ecdhCurve) => (ecdhCurve === undefined ? context : createTlsContext(tls, ecdhCurve));
    return (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createClient */ .U)({ skipTlsVerification, proxies, createContext });
}
async function readProxies({ urls, isConfidential }, environment) {
    if (!PROXY_VARIABLES.some((name) => environment[name]))
        return undefined;
    const { proxyFor, openTunnel, proxyAuthorization } = await __nccwpck_require__.e(/* import() */ 729).then(__nccwpck_require__.bind(__nccwpck_require__, 1729));
    const used = urls.map((url) => proxyFor(url, environment)).filter((proxy) => proxy !== undefined);
    const couldRead = (url) => url.protocol === 'http:' && proxyFor(url, environment) !== undefined;
    if (isConfidential && urls.some(couldRead)) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('url: with http the proxy could read the token; use https, or list the host in NO_PROXY');
    }
    for (const origin of new Set(used.map((proxy) => proxy.origin)))
        (0,_util_log_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(`using the proxy ${origin}`);
    return { proxyFor: (url) => proxyFor(url, environment), openTunnel, proxyAuthorization };
}


/***/ }),

/***/ 1527:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ dialDirectly),
/* harmony export */   Tw: () => (/* binding */ createResolver),
/* harmony export */   VW: () => (/* binding */ allowLookUps)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _util_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9788);


const NEXT_ADDRESS_MS = 250;
const LOOK_UP_MS = 30_000;
const FRESH_MS = 10_000;
const MOST_THREADS = 512;
function dialDirectly({ addresses, port, abandoned }) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const open = new Set();
    const errors = [];
    let tried = 0;
    let timer;
    const stop = () => {
        clearTimeout(timer);
        abandoned?.removeEventListener('abort', onAbandoned);
        for (const socket of open)
            socket
                .removeAllListeners()
                .on('error', () => { })
                .destroy();
    };
    const fail = () => {
        stop();
        reject(Object.assign(new AggregateError(errors), { code: errors[0]?.code }));
    };
    const onAbandoned = () => fail();
    const tryNext = () => {
        clearTimeout(timer);
        const host = addresses[tried++];
        if (host === undefined) {
            if (open.size === 0)
                fail();
            return;
        }
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ host, port, noDelay: true });
        open.add(socket);
        const onError = (error) => {
            open.delete(socket);
            errors.push(error);
            tryNext();
        };
        socket.once('error', onError).once('connect', () => {
            open.delete(socket);
            stop();
            socket.off('error', onError);
            resolve(socket);
        });
        if (tried < addresses.length)
            timer = setTimeout(tryNext, NEXT_ADDRESS_MS);
    };
    if (abandoned?.aborted)
        fail();
    else {
        abandoned?.addEventListener('abort', onAbandoned);
        tryNext();
    }
    return promise;
}
function createResolver() {
    const known = new Map();
    const pending = new Map();
    async function lookUp(host) {
        const { default: dns } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 610, 23));
        const { promise, resolve } = Promise.withResolvers();
        dns.lookup(host, { all: true, hints: dns.ADDRCONFIG }, (error, found) => {
            pending.delete(host);
            if (error)
                return resolve({ error });
            const addresses = found.map(({ address }) => address);
            known.set(host, { addresses, foundMs: (0,_util_time_js__WEBPACK_IMPORTED_MODULE_1__/* .monotonicMs */ .dR)() });
            resolve({ addresses });
        });
        return promise;
    }
    return {
        async find(hostname, endByMs, signal) {
            const host = hostname.replace(/^\[|\]$/g, '');
            if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0)
                return { addresses: [host] };
            const found = known.get(host) ?? pending.get(host) ?? lookUp(host);
            if (!(found instanceof Promise))
                return found;
            pending.set(host, found);
            return untilLate(found, host, { endByMs, signal });
        },
        distrust(hostname) {
            const found = known.get(hostname);
            if (found !== undefined && (0,_util_time_js__WEBPACK_IMPORTED_MODULE_1__/* .monotonicMs */ .dR)() - found.foundMs > FRESH_MS)
                known.delete(hostname);
        },
    };
}
function allowLookUps(names, environment) {
    if (names > 2)
        environment.UV_THREADPOOL_SIZE ??= String(Math.min(2 * names, MOST_THREADS));
}
function untilLate(found, host, { endByMs, signal }) {
    const { promise, resolve } = Promise.withResolvers();
    const giveUp = (code, message) => resolve({ error: Object.assign(new Error(message), { code }) });
    const limitMs = Math.round(Math.min(LOOK_UP_MS, Math.max(endByMs - (0,_util_time_js__WEBPACK_IMPORTED_MODULE_1__/* .monotonicMs */ .dR)(), 0)));
    const late = `the name server did not answer within ${Number((limitMs / 1000).toFixed(1))} s for ${host}`;
    const timer = setTimeout(() => giveUp('EAI_AGAIN', late), limitMs);
    const cancel = () => giveUp('CANCELLED', 'cancelled');
    if (signal.aborted)
        cancel();
    else
        signal.addEventListener('abort', cancel);
    found.then(resolve);
    return promise.finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
    });
}


/***/ }),

/***/ 4078:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SR: () => (/* binding */ refusedByProxy),
/* harmony export */   Tm: () => (/* binding */ TunnelError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   em: () => (/* binding */ statusIn),
/* harmony export */   ii: () => (/* binding */ isProxyResponse)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7160);

class TunnelError extends Error {
    name = 'TunnelError';
    status;
    constructor(message, { status, cause } = {}) {
        super(message, { cause });
        this.status = status;
    }
}
function describeError(error, proxy, { written, isTunnelled }) {
    if (proxy !== undefined && error instanceof TunnelError)
        return describeTunnelError(error, proxy);
    const { code, message } = plainError(error);
    if (proxy === undefined || written || ((0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isTlsError */ .sl)(code) && isTunnelled))
        return { code, message };
    return atProxy(proxy, { code, message });
}
function describeTunnelError({ message, status, cause }, proxy) {
    if (status !== undefined)
        return refusedByProxy(proxy, status);
    const { code, message: why } = cause instanceof Error ? plainError(cause) : { code: 'ECONNRESET', message };
    return atProxy(proxy, { code, message: why });
}
function atProxy({ origin }, { code, message }) {
    return { code, message: `the proxy ${origin}: ${message}`, proxy: origin };
}
function plainError(error) {
    const first = error.errors?.find(({ code }) => code !== 'ENETUNREACH') ?? error.errors?.[0] ?? error;
    const { code, text } = plainTlsError(first) ?? { code: error.code ?? first.code ?? 'UNKNOWN', text: first.message };
    const message = text.includes(code) ? text : text === '' ? code : `${text} (${code})`;
    return { code, message };
}
function plainTlsError({ code, message, reason }) {
    const [, queued] = /:SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
    if (queued !== undefined && code === 'EPROTO') {
        return { code: `ERR_SSL_${queued.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`, text: queued };
    }
    if (code === undefined || !(0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isTlsError */ .sl)(code))
        return undefined;
    return { code, text: reason ?? message.replace(/; if the root CA is installed .*/s, '') };
}
function refusedByProxy({ origin, username }, status) {
    const stopped = status === 407 ? ', the request did not get through' : '';
    const message = `the proxy ${origin} answered ${status} itself${stopped}`;
    const hadProxyLogin = username === '' ? undefined : true;
    return { code: 'PROXY_REFUSED', message, proxy: origin, proxyStatus: status, hadProxyLogin };
}
function statusIn(head) {
    let rest = head;
    for (;;) {
        const [, status] = /^HTTP\/1\.[01] (\d{3})(?: [^\r\n]*)?\r?\n/.exec(rest) ?? [];
        if (status === undefined)
            return undefined;
        if (!status.startsWith('1') || status === '101')
            return Number(status);
        const next = /\r?\n\r?\n/.exec(rest);
        if (next === null)
            return undefined;
        rest = rest.slice(next.index + next[0].length);
    }
}
function isProxyResponse(status, headers = {}) {
    if (status < 400)
        return false;
    if (status === 407 || 'x-squid-error' in headers)
        return true;
    return /;\s*error=/.test(String(headers['proxy-status'] ?? '')) || /^tinyproxy\b/i.test(String(headers.server ?? ''));
}


/***/ }),

/***/ 7160:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ wasNeverSent),
/* harmony export */   Ne: () => (/* binding */ isIncomplete),
/* harmony export */   WG: () => (/* binding */ isStandIn),
/* harmony export */   ZE: () => (/* binding */ is2xx),
/* harmony export */   sl: () => (/* binding */ isTlsError),
/* harmony export */   yp: () => (/* binding */ isPage)
/* harmony export */ });
function is2xx(result) {
    return result.kind === 'response' && result.status >= 200 && result.status < 300;
}
function isIncomplete({ bodyState }) {
    return bodyState === 'cut' || bodyState === 'stalled';
}
const PAGE = /^\s*<(?:\?xml[^>]*>\s*<)?(?:!|(?:html|head|body|title|meta|link|style|script|noscript|h\d|div|center|main|form|table|p|a)\b)/i;
function isPage(body) {
    return PAGE.test(body);
}
function isStandIn(result) {
    return result.kind === 'response' && (result.isChallenge === true || isPage(result.body));
}
function wasNeverSent(result) {
    return result.kind === 'failure' && result.code === 'CANCELLED' && !result.written;
}
const TLS_CODE = /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|UNSPECIFIED$|ERR_TLS_|ERR_SSL_|EPROTO)/;
function isTlsError(code) {
    return TLS_CODE.test(code);
}


/***/ }),

/***/ 6311:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ hidingFile),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   _0: () => (/* binding */ refuseEmptyLine),
/* harmony export */   bk: () => (/* binding */ allLines),
/* harmony export */   dt: () => (/* binding */ UNSET_SECRET),
/* harmony export */   dx: () => (/* binding */ refuseUnexpanded),
/* harmony export */   hX: () => (/* binding */ refuseInHeader),
/* harmony export */   lS: () => (/* binding */ raw),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   ps: () => (/* binding */ pem),
/* harmony export */   r5: () => (/* binding */ textOrFile),
/* harmony export */   v: () => (/* binding */ DROPPED_OUTPUT)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3370);
/* harmony import */ var _util_read_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5011);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4230);



const UNSET_SECRET = 'If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on';
const DROPPED_OUTPUT = 'If it is set to an output of another job, GitHub has probably dropped that output because it holds a secret: that job then warns "Skip output … since it may contain secret"';
function text(environment, name) {
    return raw(environment, name).trim();
}
function raw(environment, name) {
    return environment[`INPUT_${name.toUpperCase()}`] ?? '';
}
function lines(value, separator = /\r?\n/) {
    return value
        .split(separator)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
function allLines(value) {
    return value.replace(/\r?\n$/, '').split(/\r?\n/);
}
function refuseEmptyLine(value, name) {
    const all = allLines(value);
    const empty = all.findIndex((line) => line.trim() === '');
    if (all.length === 1 || empty < 0)
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: line ${empty + 1} of ${all.length} is empty; if it comes from a secret, that secret is not set here, or ends with a line break: set it again, or leave the endpoint out`);
}
function refuseUnexpanded(value, where) {
    if (!value.includes('${{'))
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${where} holds an unexpanded \${{ expression }}; write the expression into the workflow file itself`);
}
const MOST_BYTES = 32 * 1024 * 1024;
function textOrFile(value, name) {
    if (!value.startsWith('@'))
        return value;
    const path = value.slice(1).trim();
    if (path === '')
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: no path follows the "@"`);
    const found = (0,_util_read_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readTextFile */ .G)(path, { name: `${name}: the file`, mostBytes: MOST_BYTES });
    if (found.trim() === '')
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: the file ${path} is empty; check that an earlier step wrote it`);
    return found;
}
function hidingFile(value, name, { where, expected, read }) {
    if (!value.startsWith('@'))
        return read();
    try {
        return read();
    }
    catch (cause) {
        if (!(cause instanceof _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d))
            throw cause;
        const place = `${where} of the file ${value.slice(1).trim()}`;
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: ${place} is not ${expected} (what is there is not shown)`, { cause });
    }
}
function refuseInHeader(value, where) {
    const [wrong] = /[^\t\x20-\x7e\x80-\xff]/u.exec(value) ?? [];
    if (wrong === undefined)
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${where} has characters that are not allowed in a header: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .nameCharacter */ .dy)(wrong)}`);
}
function optional(value, parse) {
    return value === '' ? undefined : parse(value);
}
function choice(value, name, allowed) {
    const found = allowed.find((choice) => choice === value);
    if (found === undefined)
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} is not allowed, expected ${allowed.join(', ')}`);
    return found;
}
function flag(value, name) {
    if (value === '' || /^(?:false|False|FALSE)$/.test(value))
        return false;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} is not allowed, expected true or false`);
}
function integer(value, name, most) {
    if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} is not allowed, expected a whole number from 0 to ${most}`);
    }
    return Number(value);
}
const SECONDS = String.raw `(\d{1,9}(?:\.\d{1,3})?)`;
const DURATION = new RegExp(`^(?:${SECONDS}|(?=\\d)(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:${SECONDS}s)?)$`);
function duration(value, name, { least, most }) {
    const [, plain = '0', hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(value) ?? ['', 'none'];
    const total = Number(plain) + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (!(total >= least && total <= most)) {
        const range = least === 0 ? `from 0 to ${most}` : `above 0 and at most ${most}`;
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} is not allowed, expected a number of seconds ${range}, or a time such as 90s, 10m or 1h`);
    }
    return Math.round(total * 1000);
}
function pem(value, name, kind) {
    if (!new RegExp(`-----BEGIN [A-Z ]*${kind}-----`).test(value)) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${name} is not PEM text: "-----BEGIN ${kind}-----" is missing`);
    }
    return value;
}


/***/ }),

/***/ 4194:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ collectProblems)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4230);


const MOST_NAMED = 20;
function collectProblems() {
    const messages = new Set();
    let more = 0;
    return {
        attempt(read) {
            try {
                return read();
            }
            catch (error) {
                if (!(error instanceof _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d))
                    throw error;
                if (messages.size < MOST_NAMED)
                    messages.add(error.message);
                else if (!messages.has(error.message))
                    more += 1;
                return undefined;
            }
        },
        throwIfAny() {
            if (messages.size === 0)
                return;
            if (more === 0)
                throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([...messages].join('\n'));
            const all = `${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(messages.size + more)} entries are wrong:`;
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d([all, ...messages, `and ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(more)} more`].join('\n'));
        },
    };
}


/***/ }),

/***/ 7773:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  rP: () => (/* binding */ readDigest),
  PK: () => (/* binding */ readReferences),
  l_: () => (/* binding */ refuseOtherRepository),
  dQ: () => (/* binding */ refuseParts),
  fT: () => (/* binding */ splitReferences)
});

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __nccwpck_require__(4064);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __nccwpck_require__(2263);
// EXTERNAL MODULE: ./lib/oci/user-written.js
var user_written = __nccwpck_require__(397);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __nccwpck_require__(4487);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
// EXTERNAL MODULE: ./lib/inputs/parse.js
var parse = __nccwpck_require__(6311);
// EXTERNAL MODULE: ./lib/inputs/problems.js
var problems = __nccwpck_require__(4194);
;// CONCATENATED MODULE: ./lib/inputs/tool-output.js



const MOST_DEPTH = 8;
const MOST_LEAVES = 200;
const MOST_SHOWN = 10;
const BY_FIELD = "as in fromJSON(steps.push.outputs.json)['field']";
function publishedIn(value, field) {
    const leaves = leavesOf(value);
    const references = leaves.flatMap(({ text }) => referenceIn(text) ?? []);
    const [repository, ...others] = new Set(references.map(({ host, path }) => (0,reference/* formatReference */.FH)({ host, path })));
    const [tag, ...otherTags] = new Set(references.flatMap((reference) => reference.tag ?? []));
    const pinned = references.flatMap((reference) => reference.digest ?? []);
    const [digest, ...otherDigests] = new Set([...pinned, ...digestsIn(leaves)]);
    const isOne = others.length + otherTags.length + otherDigests.length === 0;
    if (repository !== undefined && isOne && (tag !== undefined || pinned.length > 0)) {
        return { text: tag === undefined ? `${repository}@${digest}` : `${repository}:${tag}`, digest };
    }
    throw new errors/* InputError */.d(`${field} is JSON ${fieldsOf(leaves)}, and it is not clear which of them was published; set artifact and digest to one field each, ${BY_FIELD}`);
}
function digestIn(value) {
    const leaves = leavesOf(value);
    const [digest, ...others] = new Set(digestsIn(leaves));
    if (digest !== undefined && others.length === 0)
        return digest;
    throw new errors/* InputError */.d(`digest is JSON ${fieldsOf(leaves)}, and it is not clear which of them is the digest; set it to one field, ${BY_FIELD}`);
}
function leavesOf(value, keys = []) {
    if (typeof value === 'string')
        return [{ keys, text: value.trim() }];
    if (typeof value !== 'object' || value === null || keys.length === MOST_DEPTH)
        return [];
    const leaves = [];
    for (const [key, inner] of Object.entries(value)) {
        if (leaves.length < MOST_LEAVES)
            leaves.push(...leavesOf(inner, [...keys, key]));
    }
    return leaves;
}
function referenceIn(text) {
    const name = text.replace(/^(?:oci|docker):\/\//, '');
    if (!/^[^\s/]+\/\S+$/.test(name) || (0,reference/* splitHost */.Ve)(name).host === undefined)
        return undefined;
    try {
        return (0,reference/* parseReference */.F2)(name, '');
    }
    catch {
        return undefined;
    }
}
function digestsIn(leaves) {
    return leaves.filter(({ text }) => (0,reference/* isDigest */.Bc)(text)).map(({ text }) => text);
}
function fieldsOf(leaves) {
    if (leaves.length === 0)
        return 'without any text';
    const shown = leaves.slice(0, MOST_SHOWN).map(({ keys }) => (0,util_text/* quote */.hD)(keys.join('.').slice(0, 100)));
    return `with the fields ${shown.join(', ')}${leaves.length > MOST_SHOWN ? ' and more' : ''}`;
}

;// CONCATENATED MODULE: ./lib/inputs/references.js









const JSON_START = /^(?:\{|\[(?![0-9a-f]*:[0-9a-f:.]*\]))/i;
function splitReferences(value) {
    const text = value.trim();
    if (!JSON_START.test(text)) {
        const written = value.split(/\r\n|[\r\n]/).map((line, index) => ({ line, where: `line ${index + 1}` }));
        return written.flatMap(({ line, where }) => (0,parse/* lines */.Mn)(line, /,/).map((part) => ({ ...splitLine(part), where })));
    }
    (0,parse/* refuseUnexpanded */.dx)(text, 'artifact');
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.d(`artifact begins with ${(0,util_text/* quote */.hD)(text.slice(0, 1))} but is not JSON; write one reference per line`, { cause });
    }
    if (!Array.isArray(parsed))
        return [{ ...readEntry(parsed, 'artifact'), where: 'the JSON' }];
    if (parsed.length === 0)
        throw new errors/* InputError */.d('artifact is an empty JSON array; leave the step out, or give references');
    const { attempt, throwIfAny } = (0,problems/* collectProblems */.v)();
    const written = parsed.map((entry, index) => {
        const where = `entry ${index + 1}`;
        return attempt(() => ({ ...readEntry(entry, `artifact: ${where}`), where }));
    });
    throwIfAny();
    return written.filter((each) => each !== undefined);
}
function splitLine(line) {
    const words = line.split(/\s+/).map((word) => word.replace(/^(?=[a-f0-9]{64}$)/, 'sha256:'));
    const digest = words.find(reference/* isDigest */.Bc);
    const text = words.find((word) => word !== digest);
    return words.length === 2 && digest !== undefined && text !== undefined ? { text, digest } : { text: (0,user_written/* unquote */._n)(line) };
}
function readEntry(entry, field) {
    if (typeof entry === 'string')
        return { text: entry };
    if (!(0,json/* isObject */.Gv)(entry))
        throw new errors/* InputError */.d(`${field} must be a reference or an object, found ${(0,json/* kindOf */.I)(entry)}`);
    const artifact = (0,json/* textAt */.$6)(entry, 'artifact');
    if (artifact === undefined)
        return publishedIn(entry, field);
    const digest = (0,json.at)(entry, 'digest') ?? '';
    if (typeof digest === 'string')
        return { text: artifact, digest: digest.trim() === '' ? undefined : digest };
    throw new errors/* InputError */.d(`${field}: its digest must be text, found ${(0,json/* kindOf */.I)(digest)}`);
}
function readReferences(written, given) {
    const { attempt, throwIfAny } = (0,problems/* collectProblems */.v)();
    const fieldOf = (index) => (written.length === 1 ? 'artifact' : `artifact: entry ${index + 1}`);
    const artifacts = written.map((each, index) => attempt(() => readReference(each, fieldOf(index), given)));
    throwIfAny();
    return artifacts.filter((artifact) => artifact !== undefined);
}
function readReference(written, field, { input = '', ...given }) {
    const { digest: digestInput, style } = given;
    const { host, path, beside, ...named } = (0,parse/* hidingFile */.KY)(input, 'artifact', {
        where: written.where,
        expected: 'a reference such as ghcr.io/acme/app:v1',
        read: () => references_parse(written, field),
    });
    refuseOtherRepository(digestInput, { host, path }, field);
    const digest = (0,oci_digest/* agree */.d)([
        { field, value: named.digest },
        { field: `${field}: its digest`, value: beside },
        { field: 'digest', value: digestInput?.digest },
    ]);
    const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
    if (tag === undefined && style?.startsWith('tag')) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(written.text.trim())} has no tag, but reference is "${style}"`);
    }
    const asWritten = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
    return { host, path, tag, digest, style: style ?? asWritten };
}
function references_parse({ text, digest }, field) {
    (0,user_written/* refuseWord */.zL)(text.trim(), field);
    const beside = digest === undefined ? undefined : (0,reference/* parseDigest */.m)(digest, `${field}: its digest`);
    return { ...(0,reference/* parseReference */.F2)(text, field), beside };
}
function refuseParts(artifacts, receivers) {
    const keeping = receivers.find(({ wire }) => wire.keepsOneVersion);
    if (keeping === undefined)
        return;
    const { attempt, throwIfAny } = (0,problems/* collectProblems */.v)();
    const repositoryOf = ({ host, path }) => (0,reference/* formatReference */.FH)({ host, path });
    const untagged = new Set(artifacts.filter(({ tag }) => tag === undefined).map(repositoryOf));
    const nameOf = (artifact) => {
        const repository = repositoryOf(artifact);
        return untagged.has(repository) ? repository : `${repository}:${artifact.tag}`;
    };
    for (const [name, all] of Map.groupBy(artifacts, nameOf)) {
        attempt(() => {
            const digests = new Set(all.map(({ digest }) => digest));
            if (digests.size === 1 || all[0] === undefined)
                return;
            throw new errors/* InputError */.d(`artifact: ${name} has ${digests.size} digests, and ${keeping.title} keeps one version of a repository; keep the one of the index, which tools write first, before those of its platforms: ${(0,reference/* formatReference */.FH)(all[0])}`);
        });
    }
    throwIfAny();
}
function refuseOtherRepository(written, { host, path }, field) {
    const repository = (0,reference/* formatReference */.FH)({ host, path });
    if (written?.repository === undefined || written.repository === repository)
        return;
    throw new errors/* InputError */.d(`digest: it is of ${written.repository}, but ${field} is of ${repository}; cut off all up to the "@" if the digest is right, or correct one of them`);
}
function readDigest(value) {
    const text = (0,parse/* textOrFile */.r5)(value, 'digest');
    const object = text.trim().startsWith('{') ? (0,json/* parseObject */.lj)(text) : undefined;
    if (object !== undefined)
        return (0,user_written/* parseWrittenDigest */.Xq)(digestIn(object), 'digest');
    const line = splitLine(text.trim());
    return (0,parse/* hidingFile */.KY)(value, 'digest', {
        where: 'line 1',
        expected: 'a digest such as sha256:<64 hex digits>',
        read: () => (0,user_written/* parseWrittenDigest */.Xq)(line.digest === undefined ? text : `${line.text}@${line.digest}`, 'digest'),
    });
}


/***/ }),

/***/ 4366:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ nameArtifacts),
/* harmony export */   o: () => (/* binding */ nameArtifact)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2263);

function nameArtifact({ host, path, tag, digest, style }) {
    const name = { host, path };
    if (tag === undefined)
        return (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ ...name, digest });
    if (digest === undefined || style === 'tag')
        return (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ ...name, tag });
    return (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(style === 'digest' ? { ...name, digest } : { ...name, tag, digest });
}
function nameArtifacts(artifacts, name = nameArtifact) {
    const shown = artifacts.slice(0, 3).map(name);
    const more = artifacts.length > shown.length ? [`and ${artifacts.length - shown.length} more`] : [];
    return [...shown, ...more].join(', ');
}


/***/ }),

/***/ 4064:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ agree),
/* harmony export */   s: () => (/* binding */ sha256Digest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3370);


function sha256Digest(content) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex')}`;
}
function agree(named) {
    const [first, ...others] = named.filter(({ value }) => value !== undefined);
    const other = others.find(({ value }) => value !== first?.value);
    if (first === undefined || other === undefined)
        return first?.value;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${first.field} names ${first.value}, but ${other.field} names ${other.value}; they must be equal: correct one of them, or leave it out`);
}


/***/ }),

/***/ 2263:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   Pm: () => (/* binding */ hostOfUrl),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   Ve: () => (/* binding */ splitHost),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   o6: () => (/* binding */ parseHost),
/* harmony export */   yw: () => (/* binding */ looksLikeDigest)
/* harmony export */ });
/* unused harmony export isTag */
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4230);


const HEX_LENGTH = Object.assign(Object.create(null), {
    sha256: 64,
    sha512: 128,
    blake3: 64,
});
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const HOST_LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const HOST = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`);
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const PATH_LENGTH = 255;
const TAG_LENGTH = 128;
const BARE_DIGEST = /^(?:[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-fA-F0-9]{32,}|[a-f0-9]{64})$/;
function parseDigest(text, field) {
    const digest = text.trim();
    const refuse = (problem) => new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(digest)} is not a digest: ${problem}`);
    if (digest === '')
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field} is empty: expected a digest such as sha256:<64 hex digits>`);
    const deceptive = (0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .deceptiveCharacter */ .Jj)(digest);
    if (deceptive !== undefined)
        throw refuse(`it holds ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nameCharacter */ .dy)(deceptive)}; remove it`);
    const colon = digest.indexOf(':');
    if (colon < 0)
        throw refuse('there is no algorithm before a ":", expected sha256:<64 hex digits>');
    const algorithm = digest.slice(0, colon);
    const encoded = digest.slice(colon + 1);
    if (!DIGEST.test(digest)) {
        const hexLength = HEX_LENGTH[algorithm] ?? 64;
        throw refuse(encoded === ''
            ? `nothing follows ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(`${algorithm}:`)}`
            : `expected ${algorithm in HEX_LENGTH ? algorithm : 'sha256'}:<${hexLength} hex digits>`);
    }
    const length = HEX_LENGTH[algorithm];
    if (length === undefined) {
        throw refuse(`the algorithm ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`);
    }
    const wrong = /[^a-f0-9]/.exec(encoded);
    if (wrong) {
        const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
        throw refuse(`character ${wrong.index + 1} after ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(`${algorithm}:`)} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(wrong[0])}, ${hint}`);
    }
    if (encoded.length !== length)
        throw refuse(`${algorithm} has ${length} hex digits, found ${encoded.length}`);
    return digest;
}
function isDigest(text) {
    if (typeof text !== 'string')
        return false;
    const [algorithm = '', encoded = '', ...rest] = text.split(':');
    return rest.length === 0 && encoded.length === HEX_LENGTH[algorithm] && /^[a-f0-9]+$/.test(encoded);
}
function parseReference(text, field) {
    const written = text.trim();
    const refuse = (problem) => new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(written)} is not a reference: ${problem}`);
    if (written === '')
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field} is empty: expected a reference such as ghcr.io/acme/app:v1`);
    if (written.includes('${{')) {
        throw refuse('it holds an unexpanded expression; write the expression into the workflow file itself');
    }
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\//.exec(written);
    if (scheme)
        throw refuse(`remove ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(scheme[0])}, a reference has no scheme`);
    const unsupported = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
    if (unsupported)
        throw refuse(`character ${unsupported.index + 1} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nameCharacter */ .dy)(unsupported[0])}: it is not allowed in a reference`);
    if (BARE_DIGEST.test(written))
        throw refuse('it is only a digest, expected host/path:tag or host/path@digest');
    const at = written.indexOf('@');
    const digest = at < 0 ? undefined : parseDigest(written.slice(at + 1), `${field}: the digest of ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(written)}`);
    const { host: first, rest } = splitHost(at < 0 ? written : written.slice(0, at));
    const colon = rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const host = first === undefined ? 'docker.io' : parseHost(first, `${field}: the host of ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(written)}`);
    const repository = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    const badPath = pathProblem(path) ?? pathProblem(repository);
    if (badPath)
        throw refuse(badPath);
    const badTag = tag === undefined ? undefined : tagProblem(tag);
    if (badTag)
        throw refuse(badTag);
    return { host, path: repository, tag, digest };
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const host = name.slice(0, Math.max(slash, 0));
    return host === 'localhost' || /[.:]/.test(host) ? { host, rest: name.slice(slash + 1) } : { rest: name };
}
function hostOfUrl(url) {
    return /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url ?? '')?.[1];
}
function isLoopback(host) {
    return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(host);
}
function looksLikeDigest(text) {
    return /^sha(?:256|512):/i.test(text);
}
function parseHost(text, field) {
    const host = text.trim().toLowerCase();
    const match = HOST.exec(host);
    if (host.length > 255 || !match || (match[1] !== undefined && (Number(match[1]) < 1 || Number(match[1]) > 65535))) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text.trim())} is not a registry host, expected host or host:port`);
    }
    return host === 'index.docker.io' ? 'docker.io' : host;
}
function pathProblem(path) {
    if (path === '')
        return 'the repository path is missing';
    if (path.length > PATH_LENGTH)
        return `the repository path has ${path.length} characters, at most ${PATH_LENGTH} are allowed`;
    for (const component of path.split('/')) {
        if (component === '')
            return 'the repository path has an empty component (a doubled or trailing "/")';
        if (/[A-Z]/.test(component))
            return `${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(component)} in the repository path must be lower-case`;
        if (!PATH_COMPONENT.test(component)) {
            return `${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(component)} in the repository path must be a-z and 0-9, joined by single ".", "_", "__" or dashes`;
        }
    }
    return undefined;
}
function isTag(text) {
    return typeof text === 'string' && tagProblem(text) === undefined;
}
function tagProblem(tag) {
    if (tag === '')
        return 'the tag after ":" is empty';
    if (tag.includes('+'))
        return `the tag ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tag)} has a "+", which no tag may have; helm pushes such a version as ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tag.replaceAll('+', '_'))}`;
    if (tag.length > TAG_LENGTH)
        return `the tag has ${tag.length} characters, at most ${TAG_LENGTH} are allowed`;
    if (!TAG.test(tag))
        return `the tag ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tag)} may hold only A-Z, a-z, 0-9, "_", "." and "-", and not begin with "." or "-"`;
    return undefined;
}
function formatReference({ host, path, tag, digest }) {
    return `${host}/${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
function shortDigest(digest) {
    const colon = digest.indexOf(':');
    return digest.slice(0, colon + 13);
}


/***/ }),

/***/ 397:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xq: () => (/* binding */ parseWrittenDigest),
/* harmony export */   _n: () => (/* binding */ unquote),
/* harmony export */   zL: () => (/* binding */ refuseWord)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4230);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2263);



function parseWrittenDigest(value, field) {
    const text = unquote(/^\[([^[\],\s]*)\]$/.exec(value.trim())?.[1] ?? value);
    if (/^[[{]/.test(text)) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is a list or an object; give the one digest in it`);
    }
    const at = text.lastIndexOf('@');
    if (at < 0)
        return { digest: (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(text, field) };
    const digest = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(text.slice(at + 1), `${field}: the part of ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} after "@"`);
    const { host, path } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text.slice(0, at), `${field}: the part of ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} before "@"`);
    return { digest, repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ host, path }) };
}
const LONGEST_WORD = 600;
function refuseWord(text, field) {
    if (text.length > LONGEST_WORD)
        return;
    const wanted = (tag, name = 'app') => `but a reference is wanted, such as ghcr.io/acme/${name}:${tag}`;
    if (/^refs\/(?:heads|tags|pull)\//.test(text))
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is a Git ref, ${wanted('v1')}`);
    const [, word = '', tag] = /^([\w.-]+)(?::([^/@]*))?(?:@[^/]*)?$/.exec(text) ?? [];
    if (word === '' || /^[a-f0-9]{64}$/.test(word))
        return;
    if (tag === undefined) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is only a word, so probably a tag, ${wanted(/^\w/.test(text) ? text : 'v1')} (docker/metadata-action gives references in outputs.tags when its images input is set; one of Docker's official images is docker.io/library/${word}:<tag>)`);
    }
    if (word === 'localhost' || word.includes('.')) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} is only a host, ${wanted('v1')}`);
    }
    const example = /^\w/.test(tag) ? tag : 'v1';
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} names neither a registry nor an owner, ${wanted(example, word)}, or docker.io/library/${word}:${example} if it is one of Docker's official images`);
}
function unquote(text) {
    const trimmed = text.trim();
    return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}


/***/ }),

/***/ 68:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ jobId),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   r3: () => (/* binding */ isRetryable),
/* harmony export */   x_: () => (/* binding */ serverMessage),
/* harmony export */   y1: () => (/* binding */ isAcceptance)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7160);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4487);
/* harmony import */ var _webhook_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6656);



function jobId(body) {
    const id = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__.at)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(body), 'job_id');
    return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
function serverMessage(body) {
    const parsed = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(body);
    const error = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(parsed, 'error');
    const content = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(parsed, 'content');
    return error === undefined || content === undefined || error === content
        ? (error ?? content)
        : `${error}: ${content}`;
}
function isAcceptance(response) {
    const { status, body } = response;
    if (status !== 201 && status !== 202)
        return false;
    return jobId(body) !== undefined || ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIncomplete */ .Ne)(response) && !(0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isPage */ .yp)(body));
}
function isRetryable(result, usual) {
    return usual && !(result.kind === 'response' && jobId(result.body) !== undefined);
}
function hint(result, { pathname }) {
    if (result.kind === 'failure')
        return undefined;
    const { status, body } = result;
    const parsed = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(body);
    const message = `${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(parsed, 'error') ?? ''} ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(parsed, 'content') ?? ''}`;
    const isDocoCd = jobId(body) !== undefined;
    if ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .is2xx */ .ZE)(result) && !isAcceptance(result)) {
        return isDocoCd
            ? 'this path of doco-cd takes no messages; leave the path out of the url, and /v1/webhook is added'
            : 'this answer is not from doco-cd, which would give a job_id; check that the url leads to it';
    }
    if (status === 404 && !isDocoCd) {
        return (0,_webhook_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWebhookPath */ .k)(pathname) !== undefined
            ? 'the server has no WEBHOOK_SECRET set, or something between here and doco-cd does not pass /v1/webhook on to it'
            : 'the path of the url is not one of doco-cd; leave it out, and /v1/webhook is added';
    }
    if (status === 400 && body.includes('HTTP request to an HTTPS server'))
        return 'the server speaks HTTPS here: write https: in the url';
    if (!isDocoCd || status < 400)
        return undefined;
    if (status === 401)
        return "the secret differs from the server's WEBHOOK_SECRET; set both again, without quotes or line breaks";
    if (status === 400 && message.includes('missing signature')) {
        return 'something between here and doco-cd removed the signature header; let the proxy pass X-Doco-OCI-Signature-256';
    }
    if (message.includes('request body is empty'))
        return 'something between here and doco-cd dropped the request body';
    if (message.includes('request body too large'))
        return "raise the server's MAX_PAYLOAD_SIZE";
    if (message.includes('failed to parse payload'))
        return 'this doco-cd may be too old for OCI webhooks, which need v0.89.0 or newer';
    return 'doco-cd itself refused the message, and sending it again would not change that; its log has more under this job_id';
}


/***/ }),

/***/ 6656:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ parseWebhookPath),
/* harmony export */   w: () => (/* binding */ WEBHOOK_PATH)
/* harmony export */ });
const WEBHOOK_PATH = '/v1/webhook';
function parseWebhookPath(pathname) {
    const [found, prefix = '', target] = /^(.*)\/v1\/webhook(?:\/([^/]+))?$/.exec(pathname) ?? [];
    return found === undefined ? undefined : { prefix, target };
}


/***/ }),

/***/ 3370:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf),
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
class InputError extends Error {
    name = 'InputError';
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 4487:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function at(value, ...path) {
    let current = value;
    for (const key of path) {
        if (!isObject(current) || !Object.hasOwn(current, key))
            return undefined;
        current = current[key];
    }
    return current;
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}
let last;
function parseObject(text) {
    if (text !== last?.text)
        last = { text, value: parseAnew(text) };
    return last.value;
}
function parseAnew(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function kindOf(value) {
    if (value === null)
        return 'null';
    if (value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'an array';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createLimiter)
/* harmony export */ });
function createLimiter(limit) {
    const lines = new Map();
    return async (key) => {
        const line = lines.get(key) ?? { inside: 0, waiting: [] };
        lines.set(key, line);
        if (line.inside < limit)
            line.inside += 1;
        else
            await new Promise((enter) => line.waiting.push(enter));
        let isInside = true;
        return () => {
            if (!isInside)
                return;
            isInside = false;
            const next = line.waiting.shift();
            if (next === undefined)
                line.inside -= 1;
            else
                next();
        };
    };
}


/***/ }),

/***/ 7650:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  z3: () => (/* binding */ error),
  NS: () => (/* binding */ exit),
  pq: () => (/* binding */ info),
  Cu: () => (/* binding */ infoGroup),
  dK: () => (/* binding */ mask),
  lm: () => (/* binding */ notice),
  E$: () => (/* binding */ redact),
  wX: () => (/* binding */ redactStart),
  $e: () => (/* binding */ warning)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __nccwpck_require__(7475);
;// CONCATENATED MODULE: ./lib/util/redact.js
const PREFIX_LENGTH = 4;
function createRedactor() {
    const all = new Set();
    const byPrefix = new Map();
    let short = [];
    return {
        add(secret) {
            if (secret === '' || all.has(secret))
                return false;
            all.add(secret);
            if (secret.length < PREFIX_LENGTH)
                short = longestFirst([...short, secret]);
            else {
                const prefix = prefixAt(secret, 0);
                byPrefix.set(prefix, longestFirst([...(byPrefix.get(prefix) ?? []), secret]));
            }
            return true;
        },
        redact(text, limit = text.length) {
            if (all.size === 0)
                return text.slice(0, limit);
            let redacted = '';
            let endOfSecret = 0;
            let prefix = prefixAt(text, 0) >>> 8;
            for (let index = 0; index < Math.min(text.length, limit); index++) {
                prefix = pack(prefix, text, index + PREFIX_LENGTH - 1);
                const sharing = byPrefix.get(prefix);
                const found = sharing?.find((secret) => text.startsWith(secret, index)) ?? shortAt(text, index);
                if (found === undefined)
                    continue;
                if (index >= endOfSecret)
                    redacted += `${text.slice(endOfSecret, index)}***`;
                endOfSecret = Math.max(endOfSecret, index + found.length);
            }
            return redacted + text.slice(endOfSecret, Math.max(endOfSecret, limit));
        },
    };
    function shortAt(text, index) {
        return short.length === 0 ? undefined : short.find((secret) => text.startsWith(secret, index));
    }
}
function prefixAt(text, index) {
    let prefix = 0;
    for (let offset = 0; offset < PREFIX_LENGTH; offset++)
        prefix = pack(prefix, text, index + offset);
    return prefix;
}
function pack(prefix, text, index) {
    return (prefix << 8) | (text.charCodeAt(index) & 0xff);
}
function longestFirst(secrets) {
    return secrets.toSorted((a, b) => b.length - a.length);
}
function spellingsOf(secret) {
    return new Set([secret, ...percentSpellings(secret), ...jsonSpellings(secret), ...htmlSpellings(secret)]);
}
function percentSpellings(secret) {
    const browser = encodeURIComponent(secret);
    const strict = browser.replace(/[!'()*]/g, (character) => `%${hex(character, 2).toUpperCase()}`);
    const spellings = [
        browser,
        strict,
        strict.replaceAll('%20', '+'),
        strict.replaceAll('%2F', '/'),
        strict.replace(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent),
        new URLSearchParams([['', secret]]).toString().slice(1),
    ];
    const lowerCase = (text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    return spellings.flatMap((text) => [text, lowerCase(text)]);
}
function jsonSpellings(secret) {
    const json = insideQuotes(secret);
    const byNumber = (text, characters) => text.replace(characters, (unit) => `\\u${hex(unit, 4)}`);
    const ascii = byNumber(json, /[\u0080-\uffff]/g);
    const net = secret.replace(/["<>&'+`\u0080-\uffff]/g, (unit) => `\\u${hex(unit, 4).toUpperCase()}`);
    return [
        json,
        insideQuotes(json),
        byNumber(json, /[<>&]/g),
        ascii,
        ascii.replaceAll('/', '\\/'),
        net,
    ];
}
function htmlSpellings(secret) {
    const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quotes = [
        ['&quot;', '&#39;'],
        ['&#34;', '&#39;'],
        ['&quot;', '&#x27;'],
        ['&quot;', '&#039;'],
    ].map(([double = '', single = '']) => html.replaceAll('"', double).replaceAll("'", single));
    return [html, ...quotes];
}
function insideQuotes(text) {
    return JSON.stringify(text).slice(1, -1);
}
function hex(unit, digits) {
    return unit.charCodeAt(0).toString(16).padStart(digits, '0');
}

// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/util/log.js



const redactor = createRedactor();
process.stdout.on('error', () => { });
function mask(secret) {
    if (secret.trim() === '')
        return;
    const hasRunner = process.env.GITHUB_ACTIONS === 'true';
    for (const spelling of spellingsOf(secret))
        if (redactor.add(spelling) && hasRunner)
            core/* setSecret */.Pq(spelling);
}
function redact(text) {
    return redactor.redact(text);
}
function redactStart(text, limit) {
    return redactor.redact(text, limit);
}
function info(text) {
    core/* info */.pq(inert(text));
}
function infoGroup(heading, lines) {
    core/* startGroup */.Oh(inert(heading));
    if (lines.length > 0)
        core/* info */.pq(lines.map(inert).join('\n'));
    core/* endGroup */.N4();
}
function notice(text, title = '') {
    core/* notice */.lm(log_short(text), titled(title));
}
function warning(text, title = '') {
    core/* warning */.$e(log_short(text), titled(title));
}
function error(text, title = '') {
    process.exitCode = core/* ExitCode */.yU.Failure;
    core/* error */.z3(log_short(text), titled(title));
}
const LONGEST_ANNOTATION = 3_900;
function titled(title) {
    return title === '' ? {} : { title: log_short(title) };
}
function log_short(text) {
    const shown = redact(text);
    return shown.length > LONGEST_ANNOTATION ? `${shown.slice(0, LONGEST_ANNOTATION)}…` : shown;
}
function debug(text) {
    core/* debug */.Yz(redact(text));
}
function exit() {
    if (process.stdout.writableLength === 0)
        process.exit();
    process.stdout.write('', () => process.exit());
}
function inert(text) {
    return (0,util_text/* oneLine */.TN)(redact(text), 2000).replace(/^::/, ': :').replaceAll('##[', '## [');
}


/***/ }),

/***/ 5011:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ readTextFile)
});

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/util/read-file.js




function readTextFile(path, { name, mostBytes }) {
    try {
        return decode(readBytes(path, mostBytes));
    }
    catch (cause) {
        const problem = cause instanceof errors/* InputError */.d ? cause.message : problemOf(cause.code);
        throw new errors/* InputError */.d(`${name} ${path} ${problem}`, { cause });
    }
}
function readBytes(path, mostBytes) {
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    try {
        const stats = (0,external_node_fs_.fstatSync)(file);
        if (!stats.isFile())
            throw new errors/* InputError */.d('is not a regular file');
        if (stats.size > mostBytes)
            throw new errors/* InputError */.d(`has ${(0,util_text/* formatBytes */.z3)(stats.size)}, expected at most ${(0,util_text/* formatBytes */.z3)(mostBytes)}`);
        const bytes = Buffer.alloc(stats.size);
        let length = 0;
        for (let count = -1; count !== 0 && length < bytes.length; length += count) {
            count = (0,external_node_fs_.readSync)(file, bytes, length, bytes.length - length, null);
        }
        return bytes.subarray(0, length);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function decode(bytes) {
    const isUtf16 = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2)) || bytes.includes(0);
    if (isUtf16)
        throw new errors/* InputError */.d('is not UTF-8 but UTF-16 or binary; write it as UTF-8 (in PowerShell with: Out-File -Encoding utf8)');
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        throw new errors/* InputError */.d('is not text in UTF-8; write it as UTF-8');
    return bytes.toString('utf8').replace(/^\ufeff/, '');
}
function problemOf(code) {
    if (code === 'ENOENT')
        return 'does not exist';
    return code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
}


/***/ }),

/***/ 4230:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   Jj: () => (/* binding */ deceptiveCharacter),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   dy: () => (/* binding */ nameCharacter),
/* harmony export */   ge: () => (/* binding */ unicodePattern),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
const INVISIBLE = String.raw `\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}`;
function isPrintable(text) {
    return /^[ -~]*$/.test(text);
}
function unicodePattern(source, flags) {
    return new RegExp(source, flags);
}
function oneLine(text, limit = 500) {
    const line = (isPrintable(text) ? text : replaceInvisible(text)).trim();
    return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
function replaceInvisible(text) {
    return text.replace(unicodePattern(`[${INVISIBLE}]+`, 'gu'), ' ');
}
function quote(text) {
    return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '�');
}
const ALIKE = String.raw `\u00a0\u2000-\u2015\u2018-\u201f\u202f\u2212`;
function deceptiveCharacter(text) {
    return isPrintable(text) ? undefined : unicodePattern(`[${INVISIBLE}${ALIKE}]`, 'u').exec(text)?.[0];
}
function nameCharacter(character) {
    if (isPrintable(character))
        return quote(character);
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const isVisible = unicodePattern(String.raw `^[\p{L}\p{M}\p{N}\p{P}\p{S}]$`, 'u').test(character);
    return isVisible ? `${quote(character)} (${code})` : `${code} (invisible)`;
}
function formatBytes(bytes) {
    if (bytes < 1024)
        return `${bytes} B`;
    const units = ['KiB', 'MiB', 'GiB'];
    const power = units.findIndex((_, power) => bytes / 1024 ** (power + 1) < 1023.95 || power === units.length - 1);
    return `${(bytes / 1024 ** (power + 1)).toFixed(1)} ${units[power]}`;
}
function plural(count, noun, several = `${noun}s`) {
    return `${grouped(count)} ${count === 1 ? noun : several}`;
}
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function nearest(word, known) {
    const given = word.slice(0, 40).toLowerCase();
    const [first] = known
        .map((each) => ({ each, changes: changesBetween(given, each) }))
        .sort((a, b) => a.changes - b.changes);
    return first !== undefined && first.changes * 2 < first.each.length ? first.each : undefined;
}
function changesBetween(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (const [index, letter] of from.split('').entries()) {
        const next = [index + 1];
        for (const [column, other] of to.split('').entries()) {
            const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 9788:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   dR: () => (/* binding */ monotonicMs),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
function monotonicMs() {
    return Number(process.hrtime.bigint()) / 1e6;
}
function sleep(ms, signal) {
    return new Promise((resolve) => {
        if (ms <= 0 || signal.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done);
    });
}
function formatDuration(ms) {
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

/***/ 7949:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ requireNode),
/* harmony export */   _O: () => (/* binding */ USER_AGENT)
/* harmony export */ });
/* unused harmony export VERSION */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3370);

const VERSION = '1.0.0';
const USER_AGENT = `oci-webhook-action/${VERSION}`;
const OLDEST_NODE = 24;
function requireNode() {
    if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`this action needs Node ${OLDEST_NODE}, but the runner started ${process.version}: update the runner, or start the action with a newer Node`);
}


/***/ }),

/***/ 3638:
/***/ ((module) => {

module.exports = require("./exec.js");

/***/ }),

/***/ 7363:
/***/ ((module) => {

module.exports = require("./github-api.js");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = require("node:v8");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 7475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yU: () => (/* binding */ ExitCode),
  Yz: () => (/* binding */ core_debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: addPath, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, setFailed, summary, toPlatformPath, toPosixPath, toWin32Path

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var util_log = __nccwpck_require__(7650);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __nccwpck_require__(4487);
// EXTERNAL MODULE: ./lib/events/github.js
var github = __nccwpck_require__(8293);
;// CONCATENATED MODULE: ./lib/events/find-readers.js


async function readersFor(body) {
    if ((0,json/* isObject */.Gv)(body) && github/* github */.M.matches(body))
        return [github/* github */.M];
    return (await __nccwpck_require__.e(/* import() */ 698).then(__nccwpck_require__.bind(__nccwpck_require__, 1698))).READERS;
}

// EXTERNAL MODULE: ./lib/events/skip-ignored.js
var skip_ignored = __nccwpck_require__(998);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
// EXTERNAL MODULE: ./lib/util/read-file.js + 1 modules
var read_file = __nccwpck_require__(5011);
;// CONCATENATED MODULE: ./lib/inputs/event.js



const EXPECTED_EVENT = `the body of a registry's webhook, as the registry or the relay sent it. Or ${skip_ignored/* WAY_OUT */.$}`;
const MOST_BYTES = 32 * 1024 * 1024;
function parseEvent(given) {
    if (!given.startsWith('@')) {
        return { body: parseJson(given, 'event', ', nor "@" and the path of a file that holds it'), where: 'event' };
    }
    const path = given.slice(1).trim();
    if (path === '')
        throw new errors/* InputError */.d('event: no path follows the "@"');
    return readEventFile(path, 'event: the file', 'check the path, and that an earlier step wrote it');
}
function readEventFile(path, name, remedy) {
    const where = `${name} ${path}`;
    let json;
    try {
        json = (0,read_file/* readTextFile */.G)(path, { name, mostBytes: MOST_BYTES });
    }
    catch (cause) {
        throw new errors/* InputError */.d(`${(0,errors/* messageOf */.b)(cause)}: ${remedy}`, { cause });
    }
    return { body: parseJson(json, where), where };
}
function parseJson(json, where, otherwise = '') {
    const text = json.replace(/^\ufeff/, '');
    if (text.trim() === '')
        throw new errors/* InputError */.d(`${where} is empty; it must be ${EXPECTED_EVENT}`);
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.d(`${where} is not JSON${otherwise}; it must be ${EXPECTED_EVENT}`, { cause });
    }
}

// EXTERNAL MODULE: ./lib/inputs/parse.js
var parse = __nccwpck_require__(6311);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/artifacts/read-event.js






const ADVICE = "set artifact and digest to what was pushed, or event to a registry's own event, or run on registry_package: published";
async function readEvent(given, environment) {
    return read_event_parse(given ?? triggeringEvent(environment));
}
function triggeringEvent(environment) {
    const name = environment.GITHUB_EVENT_NAME ?? '';
    if (!['registry_package', 'package', 'repository_dispatch'].includes(name)) {
        throw new errors/* InputError */.d(`artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${(0,util_text/* quote */.hD)(name)} names no artifact`}: ${ADVICE}. ${parse/* DROPPED_OUTPUT */.v}`);
    }
    const path = environment.GITHUB_EVENT_PATH ?? '';
    if (path === '')
        throw new errors/* InputError */.d(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${ADVICE}`);
    const event = readEventFile(path, 'the event file', ADVICE);
    if (name !== 'repository_dispatch')
        return event;
    const payload = (0,json.at)(event.body, 'client_payload');
    if (!(0,json/* isObject */.Gv)(payload)) {
        throw new errors/* InputError */.d(`client_payload must be an object, found ${(0,json/* kindOf */.I)(payload)}; it must be ${EXPECTED_EVENT}`);
    }
    return { body: payload, where: 'client_payload' };
}
async function read_event_parse(given) {
    const { body, ...rest } = unwrapRelayed(unwrapDispatch(given));
    const readers = await readersFor(body);
    if (!Array.isArray(body))
        return parseBody({ body, ...rest }, readers);
    const sources = readers.filter(({ inArrays }) => inArrays);
    if (body.length === 0 ||
        !body.every((event) => (0,json/* isObject */.Gv)(event) && sources.some((source) => source.matches(event, rest.headers)))) {
        throw new errors/* InputError */.d(`${rest.where} must hold a JSON object, found an array; it must be ${EXPECTED_EVENT}`);
    }
    return body.flatMap((event, index) => parseBody({ body: event, headers: rest.headers, where: `${rest.where}[${index}]` }, sources));
}
function unwrapDispatch({ body, where }) {
    const payload = (0,json.at)(body, 'client_payload');
    return (0,json/* isObject */.Gv)(payload)
        ? { body: payload, headers: {}, where: `${where}: client_payload` }
        : { body, headers: {}, where };
}
function unwrapRelayed(wrapped) {
    const { body, where } = wrapped;
    if (!(0,json/* isObject */.Gv)(body) || !('body' in body) || !(0,json/* isObject */.Gv)(body.headers))
        return wrapped;
    const headers = Object.entries(body.headers).filter((entry) => typeof entry[1] === 'string');
    const lowered = headers.map(([name, value]) => [name.toLowerCase(), value.trim()]);
    return { body: body.body, headers: Object.fromEntries(lowered), where: `${where}: body` };
}
function parseBody({ body, headers, where }, readers) {
    if (!(0,json/* isObject */.Gv)(body)) {
        throw new errors/* InputError */.d(`${where} must hold a JSON object, found ${(0,json/* kindOf */.I)(body)}; it must be ${EXPECTED_EVENT}`);
    }
    const source = readers.find((system) => system.matches(body, headers));
    if (source !== undefined)
        return source.parse(body, headers);
    const fields = Object.keys(body).slice(0, 10).map(util_text/* quote */.hD).join(', ');
    const known = readers.map(({ title }) => title).join(', ');
    throw new errors/* InputError */.d(`${where} is not an event of a registry that is known here (${known}): it has ${fields === '' ? 'no fields' : `the fields ${fields}`}, and must be ${EXPECTED_EVENT}`);
}

// EXTERNAL MODULE: ./lib/artifacts/select.js
var artifacts_select = __nccwpck_require__(7674);
;// CONCATENATED MODULE: ./lib/artifacts/find.js



async function findArtifacts(inputs, options) {
    const isFromEvent = inputs.artifacts.length === 0;
    const validated = isFromEvent
        ? (0,artifacts_select/* validateEvent */.$r)(await readEvent(inputs.event, options.environment), inputs)
        : inputs.artifacts;
    const all = inputs.allTags === undefined ? validated : await withAllTags(validated, inputs.allTags.token, options);
    const { artifacts, skips } = (0,artifacts_select/* select */.Lt)(all.map(withOwnPage(options.environment)), inputs.filter);
    const resolved = await completeFromRegistry(artifacts, inputs.verify, options);
    return {
        artifacts: (0,artifacts_select/* select */.Lt)(resolved.artifacts, inputs.filter).artifacts,
        skips: [...skips, ...resolved.skips],
        isHostFromEvent: isFromEvent && inputs.registry === undefined,
    };
}
function withOwnPage({ GITHUB_SERVER_URL: server = '' }) {
    return (entry) => {
        if ('reason' in entry || entry.pageUrl === undefined)
            return entry;
        const host = URL.parse(entry.pageUrl)?.host;
        const own = [URL.parse(server)?.host, entry.host, ...(entry.host === 'docker.io' ? ['hub.docker.com'] : [])];
        return own.includes(host) ? entry : { ...entry, pageUrl: undefined };
    };
}
async function withAllTags(validated, token, { signal }) {
    const { addTags } = await __nccwpck_require__.e(/* import() */ 797).then(__nccwpck_require__.bind(__nccwpck_require__, 3797));
    const { listTags } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7363, 23));
    return addTags(validated, { listTags: (wanted) => listTags(wanted, { token, signal }), info: util_log/* info */.pq, warning: util_log/* warning */.$e, signal });
}
async function completeFromRegistry(artifacts, verify, { environment, needsDigest, deadlineMs, signal }) {
    const isComplete = artifacts.every(({ digest }) => digest !== undefined || !needsDigest);
    if (isComplete && !verify)
        return { artifacts, skips: [] };
    const { resolveDigests } = await __nccwpck_require__.e(/* import() */ 64).then(__nccwpck_require__.bind(__nccwpck_require__, 2064));
    const { createRegistry } = await __nccwpck_require__.e(/* import() */ 43).then(__nccwpck_require__.bind(__nccwpck_require__, 43));
    const registry = createRegistry({ environment, signal });
    return resolveDigests(artifacts, { needsDigest, verify, deadlineMs, signal, registry, log: util_log/* info */.pq });
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __nccwpck_require__(2263);
;// CONCATENATED MODULE: ./lib/artifacts/warnings.js

function artifactWarnings(artifacts, { receivers, endpoints, isHostFromEvent }) {
    const ofReceivers = [...new Set(receivers)].flatMap(({ wire }) => wire.warnings?.(artifacts) ?? []);
    if (!isHostFromEvent)
        return ofReceivers;
    const hosts = new Set(artifacts.map(({ host }) => host));
    const internal = [...hosts].flatMap((host) => {
        const knows = isThisMachine(host) ? isThisMachine : isDotless(host) ? isNear : () => true;
        const remote = endpoints.find(({ url }) => !knows(url.hostname));
        return remote === undefined
            ? []
            : [
                `the event calls its registry ${host}, which ${remote.label} can probably not reach by this name; set the registry input to the name that works there`,
            ];
    });
    return [...ofReceivers, ...internal];
}
function isThisMachine(host) {
    return (0,reference/* isLoopback */.U9)(host) || /^(?:0\.0\.0\.0|\[::\]|host\.docker\.internal|.+\.localhost)(?::\d+)?$/.test(host);
}
function isDotless(host) {
    return !/[.[]/.test(host);
}
function isNear(host) {
    return isThisMachine(host) || isDotless(host);
}

// EXTERNAL MODULE: ./lib/util/time.js
var time = __nccwpck_require__(9788);
;// CONCATENATED MODULE: ./lib/delivery/bearer.js



const FRESH_MS = 60_000;
async function withBearer(client, { request, signal, log }) {
    const first = await request();
    if (signal.aborted)
        throw new errors/* InputError */.d('cancelled while asking for the ID token of this job');
    if (first.kind === 'failed') {
        throw new errors/* InputError */.d(`oidc-audience: there is no ID token (${first.serverMessage}); see that the job has "permissions: id-token: write", and run it again`);
    }
    (0,util_log/* mask */.dK)(first.token);
    let [token, obtainedMs] = [first.token, (0,time/* monotonicMs */.dR)()];
    let renewal;
    async function renew() {
        const next = await request();
        obtainedMs = (0,time/* monotonicMs */.dR)();
        if (next.kind === 'failed')
            return log(`there is no new ID token (${next.serverMessage}), going on with the last one`);
        token = next.token;
        (0,util_log/* mask */.dK)(token);
    }
    async function lateHeaders() {
        if ((0,time/* monotonicMs */.dR)() - obtainedMs > FRESH_MS) {
            renewal ??= renew().finally(() => {
                renewal = undefined;
            });
            await renewal;
        }
        return { authorization: `Bearer ${token}` };
    }
    return { send: (wanted) => client.send({ ...wanted, lateHeaders }) };
}

// EXTERNAL MODULE: ./lib/delivery/deliver.js + 1 modules
var deliver = __nccwpck_require__(7504);
// EXTERNAL MODULE: ./lib/oci/artifact.js
var oci_artifact = __nccwpck_require__(4366);
// EXTERNAL MODULE: ./lib/util/limiter.js
var limiter = __nccwpck_require__(8689);
// EXTERNAL MODULE: ./lib/delivery/hints.js
var hints = __nccwpck_require__(1547);
;// CONCATENATED MODULE: ./lib/delivery/types.js
function outcomeOf({ kind, deployment }) {
    return deployment?.kind ?? kind;
}
function isSuccess(delivery) {
    return ['accepted', 'succeeded', 'unchanged', 'skipped'].includes(outcomeOf(delivery));
}

;// CONCATENATED MODULE: ./lib/delivery/deliver-all.js






const MOST_WAITING = 50;
async function deliverAll(outgoing, { deliver, isLive, onSent }) {
    const isAlone = outgoing.length === 1;
    const enter = (0,limiter/* createLimiter */.z)(MOST_WAITING);
    const perEndpoint = await Promise.all(outgoing.map(async ({ endpoint, messages }) => {
        const group = isAlone || isLive ? undefined : [];
        if (isAlone)
            (0,util_log/* info */.pq)(`sending to ${endpoint.label}`);
        const deliverOne = async (message, how) => {
            const names = [isAlone || group ? '' : endpoint.label, messages.length === 1 ? '' : nameMessage(message)];
            const delivery = await deliver(message, endpoint, { ...endpointLog(names, group), ...how });
            onSent(delivery);
            return delivery;
        };
        const turn = () => enter(endpoint.url.host);
        const deliveries = endpoint.receiver.wire.inOrder
            ? await inOrder(messages, deliverOne)
            : await sideBySide(messages, deliverOne, turn);
        if (group)
            (0,util_log/* infoGroup */.Cu)(`${endpoint.label}: ${deliveries.map(outcomeOf).join(', ')}`, group);
        return deliveries;
    }));
    return (0,hints/* withoutDoubts */.ct)(perEndpoint.flat());
}
async function inOrder(messages, deliverOne) {
    const deliveries = [];
    let isOnce = false;
    for (const message of messages) {
        const delivery = await deliverOne(message, { isOnce });
        deliveries.push(delivery);
        isOnce ||= delivery.kind === 'unreachable' || delivery.wouldRepeat === true;
    }
    return deliveries;
}
async function sideBySide(messages, deliverOne, turn) {
    const begun = [];
    for (const message of messages) {
        const onTurn = await turn();
        begun.push(deliverOne(message, { isOnce: false, onTurn }).finally(onTurn));
    }
    return Promise.all(begun);
}
function endpointLog(names, group) {
    const name = names.filter((part) => part !== '').join(' ');
    const prefix = name === '' ? '' : `${name}: `;
    const write = group === undefined ? util_log/* info */.pq : (line) => void group.push(line);
    return { name, log: (line) => write(`${prefix}${line}`) };
}
function nameMessage({ artifact }) {
    const { digest } = artifact;
    return digest === undefined ? (0,oci_artifact/* nameArtifact */.o)(artifact) : `${(0,oci_artifact/* nameArtifact */.o)(artifact)} ${(0,reference/* shortDigest */.VK)(digest)}`;
}

// EXTERNAL MODULE: ./lib/delivery/placeholders.js
var placeholders = __nccwpck_require__(4491);
// EXTERNAL MODULE: ./lib/http/configure.js
var configure = __nccwpck_require__(4157);
// EXTERNAL MODULE: ./lib/inputs/problems.js
var inputs_problems = __nccwpck_require__(4194);
;// CONCATENATED MODULE: ./lib/inputs/endpoints.js




function parseUrls(lines, receivers, target) {
    if (lines.length === 0) {
        throw new errors/* InputError */.d(`url is empty: set it to the endpoint, such as https://deploy.example.com/v1/webhook. ${parse/* UNSET_SECRET */.dt}. ${parse/* DROPPED_OUTPUT */.v}`);
    }
    const { attempt, throwIfAny } = (0,inputs_problems/* collectProblems */.v)();
    const urls = lines.map((line, index) => {
        const where = lines.length === 1 ? 'url' : `url: line ${index + 1}`;
        const given = attempt(() => parseUrl(line, where)) ?? (target === undefined ? undefined : new URL('https://host'));
        return given && attempt(() => receivers[index]?.wire.endpointUrl(given, target));
    });
    throwIfAny();
    return urls.filter((url) => url !== undefined);
}
function parseUrl(line, where) {
    (0,parse/* refuseUnexpanded */.dx)(line, where);
    const deceptive = (0,util_text/* deceptiveCharacter */.Jj)(line);
    if (deceptive !== undefined)
        throw new errors/* InputError */.d(`${where} holds ${(0,util_text/* nameCharacter */.dy)(deceptive)}; remove it`);
    if (/[,;\s]\s*https?:/i.test(line))
        throw new errors/* InputError */.d(`${where} holds several URLs; write one per line`);
    const url = /^https?:\/\/[^/?#]/i.test(line) ? URL.parse(line) : null;
    if (url === null)
        throw new errors/* InputError */.d(`${where} is not a URL, expected https://host or https://host:port/path`);
    if (url.port === '0')
        throw new errors/* InputError */.d(`${where} has the port 0, which no server has; correct it`);
    if (url.hash !== '')
        throw new errors/* InputError */.d(`${where} has a "#" part, which is never sent; remove it`);
    return url;
}
function parseSecrets(text, count, name = 'secret') {
    const lines = (0,parse/* allLines */.bk)(text).filter((line) => line.trim() !== '');
    if (lines.length === 0)
        return [];
    if (count > 1)
        (0,parse/* refuseEmptyLine */._0)(text, name);
    const { attempt, throwIfAny } = (0,inputs_problems/* collectProblems */.v)();
    for (const [index, line] of (0,parse/* allLines */.bk)(text).entries())
        attempt(() => (0,parse/* refuseUnexpanded */.dx)(line, `${name}: line ${index + 1}`));
    attempt(() => {
        if (lines.length === 1 || lines.length === count)
            return;
        throw new errors/* InputError */.d(`${name} has ${lines.length} lines but url has ${count}: give one for all, or one per url`);
    });
    throwIfAny();
    return Array.from({ length: count }, (_, index) => lines[index] ?? lines[0] ?? '');
}
function buildEndpoints(urls, { receivers, secrets, apiKeys, headers, signatureHeader }) {
    const originOf = ({ protocol, host }) => `${protocol}//${host}`;
    const byOrigin = Map.groupBy(urls, originOf);
    return urls.flatMap((given, index) => {
        const receiver = receivers[index];
        if (receiver === undefined)
            return [];
        const origin = originOf(given);
        const sharing = byOrigin.get(origin) ?? [];
        const login = given.username === '' && given.password === '' ? undefined : basicAuth(given);
        if (login !== undefined && headers.authorization !== undefined) {
            throw new errors/* InputError */.d('headers: authorization is set, but the url holds user and password too; give one of them');
        }
        const url = login === undefined ? given : withoutLogin(given);
        const sent = login === undefined ? headers : { ...headers, authorization: login };
        const secret = secrets[index];
        refuseAsToken({ secret, headers: sent }, receiver.wire.proofs(url));
        return {
            url,
            receiver,
            label: sharing.length > 1 ? `${origin} (${nameTarget(given, receiver) ?? sharing.indexOf(given) + 1})` : origin,
            headers: sent,
            signatureHeader,
            secret,
            apiKey: apiKeys[index],
        };
    });
}
function nameTarget({ pathname }, { wire: { usualPath } }) {
    if (usualPath === undefined || !pathname.startsWith(`${usualPath}/`))
        return undefined;
    return pathname.slice(usualPath.length + 1);
}
function refuseAsToken({ secret, headers }, proofs) {
    const tokens = proofs.filter((proof) => proof?.kind === 'token');
    if (secret === undefined || tokens.length < proofs.length)
        return;
    for (const token of tokens)
        (0,parse/* refuseInHeader */.hX)(token.toValue(secret), 'secret: it is sent in a header, and');
    if (!tokens.some(({ header }) => Object.hasOwn(headers, header)))
        return;
    throw new errors/* InputError */.d('secret: it is sent as authorization, which is set already, in headers, by user:password@ in the url or by oidc-audience; give one of them');
}
function withoutLogin(given) {
    const url = new URL(given);
    url.username = '';
    url.password = '';
    return url;
}
function basicAuth(url) {
    try {
        const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
        return `Basic ${Buffer.from(login).toString('base64')}`;
    }
    catch (cause) {
        throw new errors/* InputError */.d('url: user or password has a "%" that is not an escape; write it as %25', { cause });
    }
}

;// CONCATENATED MODULE: ./lib/util/glob.js


const LONGEST = 500;
const MOST_ALTERNATIVES = 100;
function compileGlob(pattern) {
    refuseLong(pattern);
    const globs = expandBraces(pattern).map(compile);
    return (text) => globs.some(({ start, follow, isEnd }) => isEnd(follow(start, text)));
}
function parseGlob(pattern) {
    refuseLong(pattern);
    return compile(pattern);
}
function refuseLong({ length }) {
    if (length > LONGEST)
        throw new errors/* InputError */.d(`the pattern has ${length} characters, expected at most ${LONGEST}`);
}
function compile(pattern) {
    const tokens = glob_parse(pattern);
    function enter(places, first) {
        for (let place = first;; place++) {
            if (place > (places.at(-1) ?? -1))
                places.push(place);
            const kind = tokens[place]?.kind;
            if (kind === undefined || kind === 'character')
                return;
        }
    }
    function step(places, character) {
        const next = [];
        for (const place of places) {
            const token = tokens[place];
            if (token === undefined)
                continue;
            if (token.kind === 'character') {
                if (token.matches(character))
                    enter(next, place + 1);
            }
            else if (token.kind === 'directories' && character !== '/') {
                if (place > (next.at(-1) ?? -1))
                    next.push(place);
            }
            else if (token.kind !== 'component' || character !== '/')
                enter(next, place);
        }
        return next;
    }
    const start = [];
    enter(start, 0);
    return {
        start,
        follow: (from, text) => {
            let places = from;
            for (const character of text) {
                if (places.length === 0)
                    break;
                places = step(places, character);
            }
            return places;
        },
        isEnd: (places) => places.at(-1) === tokens.length,
    };
}
function glob_parse(pattern) {
    const tokens = [];
    for (let rest = pattern; rest !== '';) {
        const [stars, slash] = /^\*+(\/)?/.exec(rest) ?? [];
        const isComponentStart = rest.length === pattern.length || pattern.at(-rest.length - 1) === '/';
        if (stars?.startsWith('**')) {
            const isDirectories = isComponentStart && slash !== undefined;
            tokens.push({ kind: isDirectories ? 'directories' : 'anything' });
            rest = rest.slice(isDirectories ? stars.length : stars.replace('/', '').length);
        }
        else if (stars !== undefined) {
            tokens.push({ kind: 'component' });
            rest = rest.slice(1);
        }
        else {
            const { length, matches } = parseCharacter(rest);
            tokens.push({ kind: 'character', matches });
            rest = rest.slice(length);
        }
    }
    return tokens;
}
function parseCharacter(rest) {
    if (rest.startsWith('?'))
        return { length: 1, matches: (character) => character !== '/' };
    if (rest.startsWith('['))
        return parseClass(rest);
    const { length, character } = literal(rest);
    return { length, matches: (other) => other === character };
}
function parseClass(rest) {
    const isNegated = /^\[[!^]/.test(rest);
    const ranges = [];
    let length = isNegated ? 2 : 1;
    for (let isFirst = true; isFirst || rest[length] !== ']'; isFirst = false) {
        if (rest.startsWith('[:', length))
            throw new errors/* InputError */.d('classes such as [:alpha:] are not known: write [A-Za-z]');
        if (rest[length] === undefined)
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(rest)} has no closing "]"; write \\[ for the character`);
        if (rest[length] === ']')
            throw new errors/* InputError */.d('"[]" is an empty class; write \\[ and \\] for the characters');
        const low = literal(rest.slice(length));
        length += low.length;
        if (rest[length] !== '-' || rest[length + 1] === ']') {
            ranges.push([low.character, low.character]);
            continue;
        }
        const high = literal(rest.slice(length + 1));
        length += 1 + high.length;
        if (codeOf(high.character) < codeOf(low.character)) {
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(`${low.character}-${high.character}`)} is a range that ends below where it begins`);
        }
        ranges.push([low.character, high.character]);
    }
    const holds = (code) => ranges.some(([low, high]) => codeOf(low) <= code && code <= codeOf(high));
    return { length: length + 1, matches: (other) => other !== '/' && holds(codeOf(other)) !== isNegated };
}
function literal(rest) {
    const isEscaped = rest.startsWith('\\');
    const code = rest.codePointAt(isEscaped ? 1 : 0);
    if (code === undefined)
        throw new errors/* InputError */.d('the pattern ends within a character or after a backslash');
    const character = String.fromCodePoint(code);
    return { length: character.length + (isEscaped ? 1 : 0), character };
}
function codeOf(character) {
    return character.codePointAt(0) ?? 0;
}
function expandBraces(pattern) {
    const [before = ''] = /^(?:\\.|\[(?:\\.|[^\]\\])*\]?|[^\\{}()[])*/s.exec(pattern) ?? [];
    const rest = pattern.slice(before.length);
    if (rest === '' || rest.startsWith('\\'))
        return [pattern];
    if (/^[()]/.test(rest)) {
        throw new errors/* InputError */.d('groups such as !(a|b) are not known: write {a,b}, or a line of its own that begins with "!"');
    }
    const choices = splitBraces(rest);
    const tails = expandBraces(rest.slice(choices.join(',').length + 2));
    const expanded = choices.flatMap(expandBraces).flatMap((choice) => tails.map((tail) => `${before}${choice}${tail}`));
    if (expanded.length <= MOST_ALTERNATIVES)
        return expanded;
    throw new errors/* InputError */.d(`its braces make more than ${MOST_ALTERNATIVES} patterns; write some of them as lines of their own`);
}
function splitBraces(text) {
    const choices = [];
    let [depth, start] = [0, 1];
    for (const { 0: part, index } of text.matchAll(/\\.|[{},]/gs)) {
        if (part === '{')
            depth++;
        else if (part === '}')
            depth--;
        if (depth < 0)
            throw new errors/* InputError */.d('"}" closes no brace; write \\} for the character');
        if ((part === ',' && depth === 1) || (part === '}' && depth === 0)) {
            choices.push(text.slice(start, index));
            start = index + 1;
        }
        if (depth > 0)
            continue;
        if (choices.length < 2)
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(text.slice(0, index + 1))} has no comma: braces are for {a,b}`);
        return choices;
    }
    throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(text)} has no closing "}"; write \\{ for the character`);
}

;// CONCATENATED MODULE: ./lib/inputs/filter.js





const EVERYTHING = { patterns: [], keeps: () => true };
function parseFilter(value) {
    const patterns = (0,parse/* lines */.Mn)(value).flatMap(splitAtCommas);
    const { attempt, throwIfAny } = (0,inputs_problems/* collectProblems */.v)();
    const rules = patterns.map((pattern) => attempt(() => parseRule(pattern))).filter((rule) => rule !== undefined);
    throwIfAny();
    if (rules.length === 0) {
        if (value.trim() === '')
            return EVERYTHING;
        throw new errors/* InputError */.d('filter: there are only commas; write a pattern, such as ghcr.io/acme/*:*');
    }
    if (rules.every(({ excludes }) => excludes)) {
        throw new errors/* InputError */.d('filter: there are only exclusions ("!"), so nothing would be sent; write first what is to be sent, such as **');
    }
    const isKeptUnmatched = rules[0]?.excludes === true;
    return {
        patterns,
        keeps(reference) {
            const last = rules.findLast(({ matches }) => matches(reference));
            return last === undefined ? isKeptUnmatched : !last.excludes;
        },
    };
}
function parseRule(pattern) {
    const shown = `filter: ${(0,util_text/* quote */.hD)(pattern)}`;
    (0,parse/* refuseUnexpanded */.dx)(pattern, shown);
    const excludes = pattern.startsWith('!');
    const glob = (excludes ? pattern.slice(1) : pattern).trim();
    const problem = problemOf(glob);
    if (problem !== undefined)
        throw new errors/* InputError */.d(`${shown} ${problem}`);
    try {
        return { excludes, matches: compilePattern(glob) };
    }
    catch (cause) {
        throw new errors/* InputError */.d(`${shown}: ${(0,errors/* messageOf */.b)(cause)}`, { cause });
    }
}
function compilePattern(glob) {
    const matches = compileGlob(glob);
    if (glob.includes('/'))
        return matches;
    return (reference) => matches(reference.slice(reference.lastIndexOf('/') + 1));
}
function splitAtCommas(line) {
    const patterns = [];
    let [depth, pattern] = [0, ''];
    for (const [index, character] of [...line].entries()) {
        const isEscaped = line[index - 1] === '\\';
        if (!isEscaped && /[[{(]/.test(character))
            depth += 1;
        if (!isEscaped && /[\]})]/.test(character))
            depth = Math.max(depth - 1, 0);
        if (character === ',' && depth === 0) {
            patterns.push(pattern);
            pattern = '';
        }
        else
            pattern += character;
    }
    return (depth > 0 ? [line] : [...patterns, pattern]).map((each) => each.trim()).filter((each) => each !== '');
}
function problemOf(glob) {
    if (glob === '')
        return 'has no pattern after the "!"';
    if (/^-\s/.test(glob))
        return 'begins with "- " like a list in YAML; write one pattern per line, without dashes';
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(glob);
    if (scheme)
        return `begins with ${(0,util_text/* quote */.hD)(scheme[0])}, but references have no scheme; remove it`;
    const foreign = /[^A-Za-z0-9._\-/:@+=*?[\]{}()!|,\\^]/u.exec(glob);
    if (foreign) {
        const what = /[ \t]/.test(foreign[0]) ? 'a blank' : (0,util_text/* nameCharacter */.dy)(foreign[0]);
        return `has ${what}, which is in no reference; remove it, or write one pattern per line`;
    }
    if (/^\[[0-9a-f]*:[0-9a-f:]*\]/i.test(glob))
        return 'begins with "[", which is one of several characters in a pattern; for a host write \\[::1\\]';
    const [capital] = /[A-Z]/.exec(beforeTag(glob)) ?? [];
    return capital && `has ${(0,util_text/* quote */.hD)(capital)} before the tag, but references are lower-case there`;
}
function beforeTag(glob) {
    const plain = glob.includes('{') ? '' : glob.replace(/\[[^\]]*\]/g, '?');
    const last = plain.lastIndexOf('/') + 1;
    return plain.slice(0, last) + (/^[^:@*?]*/.exec(plain.slice(last))?.[0] ?? '');
}

// EXTERNAL MODULE: ./lib/inputs/references.js + 1 modules
var references = __nccwpck_require__(7773);
;// CONCATENATED MODULE: ./lib/inputs/artifacts.js






const UNTAGGED = ['skip', 'send'];
const STYLES = ['tag', 'digest', 'tag+digest'];
function readArtifacts({ attempt, input }, isOn) {
    const given = input('artifact');
    const read = attempt(() => (0,references/* splitReferences */.fT)((0,parse/* textOrFile */.r5)(given, 'artifact')));
    const written = read ?? [];
    attempt(() => {
        if (given !== '' && read?.length === 0)
            throw new errors/* InputError */.d('artifact: there are only commas; write references, such as ghcr.io/acme/app:v1');
    });
    const event = attempt(() => (0,parse/* optional */.lq)(input('event'), parseEvent));
    const registry = input('registry');
    attempt(() => {
        if (written.length > 0 && input('event') !== '')
            throw new errors/* InputError */.d('event: artifact is set too, and both say what was published; give one of them');
    });
    attempt(() => {
        if (written.length > 0 && registry !== '')
            throw new errors/* InputError */.d('registry: only events need it; write the host into artifact instead');
    });
    const digest = attempt(() => (0,parse/* optional */.lq)(input('digest'), references/* readDigest */.rP));
    const style = attempt(() => (0,parse/* optional */.lq)(input('reference'), (value) => (0,parse/* choice */.Yq)(value, 'reference', STYLES)));
    const artifacts = attempt(() => (0,references/* readReferences */.PK)(written, { digest, style, input: given })) ?? [];
    const wantsAllTags = isOn('all-tags');
    const host = attempt(() => (0,parse/* optional */.lq)(registry, (value) => (0,reference/* parseHost */.o6)(value, 'registry')));
    const filter = attempt(() => parseFilter(input('filter'))) ?? parseFilter('');
    const untagged = attempt(() => (0,parse/* choice */.Yq)(input('untagged') || 'skip', 'untagged', UNTAGGED)) ?? 'skip';
    return {
        artifacts,
        event,
        digest,
        registry: host,
        filter,
        allTags: attempt(() => (wantsAllTags ? { token: githubToken(input('github-token')) } : undefined)),
        untagged,
        style,
        verify: isOn('verify'),
    };
}
function githubToken(value) {
    if (value !== '')
        return value;
    throw new errors/* InputError */.d("github-token is empty: all-tags needs it; leave the input out to use the job's own token (a reusable workflow takes it as secret packages_token)");
}

;// CONCATENATED MODULE: ./lib/inputs/headers.js





const OWN_HEADERS = new Set([
    'connection',
    'content-length',
    'expect',
    'host',
    'idempotency-key',
    'transfer-encoding',
    'upgrade',
]);
const COMMON_HEADERS = new Set([
    'accept',
    'authorization',
    'content-type',
    'cookie',
    'proxy-authorization',
    'user-agent',
]);
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
function parseApiKeys(text, count) {
    const keys = parseSecrets(text, count, 'api-key').map((key) => key.trim());
    const { attempt, throwIfAny } = (0,inputs_problems/* collectProblems */.v)();
    for (const [index, key] of keys.entries())
        attempt(() => (0,parse/* refuseInHeader */.hX)(key, `api-key: line ${index + 1}`));
    throwIfAny();
    return keys;
}
function parseHeaders(lines, signatureHeader, places) {
    const headers = new Map();
    const { attempt, throwIfAny } = (0,inputs_problems/* collectProblems */.v)();
    for (const [index, line] of lines.entries()) {
        if (line.trim() === '')
            continue;
        const where = `headers: line ${index + 1}`;
        attempt(() => {
            const { name, value } = parseHeader(line, where);
            refuseReserved(name, where, { signatureHeader, places });
            if (headers.has(name))
                throw new errors/* InputError */.d(`${where} repeats ${name}`);
            headers.set(name, value);
        });
    }
    throwIfAny();
    return Object.fromEntries(headers);
}
function parseHeader(line, where) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (colon < 0)
        throw new errors/* InputError */.d(`${where} is not of the form "Name: value"`);
    refuseBadName(name, where);
    if (value === '')
        throw new errors/* InputError */.d(`${where} (${name}) has no value; if it comes from a secret, the secret is not set here`);
    (0,parse/* refuseUnexpanded */.dx)(value, `${where} (${name})`);
    (0,parse/* refuseInHeader */.hX)(value, `${where} (${name})`);
    return { name, value };
}
function refuseReserved(name, where, { signatureHeader, places }) {
    const signatures = [signatureHeader, ...places.flatMap(signatureHeadersOf)];
    if (signatures.some((header) => header?.toLowerCase() === name))
        throw new errors/* InputError */.d(`${where}: ${name} is the signature header, which the secret input makes; remove it`);
    const refused = places.map(({ receiver, url }) => receiver.wire.refuseHeader(name, url)).find((why) => why);
    if (refused !== undefined)
        throw new errors/* InputError */.d(`${where}: remove ${name}: ${refused}`);
    if (OWN_HEADERS.has(name))
        throw new errors/* InputError */.d(`${where}: remove ${name}: it is set by the action itself`);
}
function signatureHeadersOf({ receiver, url }) {
    return receiver.wire.proofs(url).flatMap((proof) => (proof.kind === 'signature' ? proof.header : []));
}
function refuseBadName(name, where) {
    if (name === '')
        throw new errors/* InputError */.d(`${where} has no name before the ":"`);
    const wrong = name.split('').findIndex((character) => !NAME.test(character));
    if (wrong < 0)
        return;
    throw new errors/* InputError */.d(`${where}: character ${wrong + 1} of the name is ${(0,util_text/* quote */.hD)(name.charAt(wrong))}, and a header name holds only letters, digits and "-"`);
}
function parseSignatureHeader(given, places) {
    if (given === '')
        return undefined;
    const name = given.toLowerCase();
    const own = places.flatMap(signatureHeadersOf);
    const [usual = 'X-Hub-Signature-256'] = own;
    if (!NAME.test(given) || OWN_HEADERS.has(name) || COMMON_HEADERS.has(name)) {
        throw new errors/* InputError */.d(`signature-header: ${(0,util_text/* quote */.hD)(given)} cannot carry a signature, expected a header name such as ${usual}`);
    }
    for (const place of places) {
        const { receiver, url } = place;
        const headers = signatureHeadersOf(place);
        if (headers.length === 0)
            throw new errors/* InputError */.d(`signature-header: ${receiver.title} reads no signature; remove it`);
        if (headers.some((header) => header.toLowerCase() === name))
            continue;
        const refused = receiver.wire.refuseHeader(name, url);
        if (refused !== undefined)
            throw new errors/* InputError */.d(`signature-header: ${given} cannot be used: ${refused}`);
    }
    return given;
}

;// CONCATENATED MODULE: ./lib/inputs/oidc.js



function withToken(endpoint) {
    return { ...endpoint, headers: { ...endpoint.headers, authorization: 'Bearer ***' } };
}
function parseAudience(given, endpoints, environment) {
    if (given === '')
        return undefined;
    (0,parse/* refuseUnexpanded */.dx)(given, 'oidc-audience');
    if (/\s/.test(given))
        throw new errors/* InputError */.d('oidc-audience holds a blank or line break; give one audience');
    for (const { url, label, headers } of endpoints) {
        if (headers.authorization !== undefined) {
            throw new errors/* InputError */.d('oidc-audience: the token is sent as Authorization, which is set already, in headers or by user:password@ in the url; give one of them');
        }
        if (url.protocol === 'http:' && !(0,reference/* isLoopback */.U9)(url.hostname)) {
            throw new errors/* InputError */.d(`oidc-audience: ${label} is not encrypted, and anyone who reads the token can use it; use https`);
        }
    }
    if (endpoints.length > 0 && !environment.ACTIONS_ID_TOKEN_REQUEST_URL) {
        throw new errors/* InputError */.d('oidc-audience: this job may not have an ID token; give it "permissions: id-token: write" (pull requests from forks and Dependabot get none)');
    }
    return given;
}

;// CONCATENATED MODULE: ./lib/inputs/warnings.js


function inputWarnings(endpoints, { signatureHeader, skipTlsVerification }) {
    const warnings = new Set(sameEndpointTwice(endpoints));
    for (const { url, label, secret, receiver } of endpoints) {
        const proofs = receiver.wire.proofs(url);
        const signature = proofs.find(({ kind }) => kind === 'signature');
        if (url.protocol === 'http:' && !(0,reference/* isLoopback */.U9)(url.hostname)) {
            warnings.add(`url: ${label} is not encrypted, anyone on the way can read and repeat the message; use https`);
        }
        if (secret !== undefined && proofs.length === 0) {
            warnings.add(`secret is not used at ${label}: ${receiver.title} reads none there, its url alone proves who sends`);
        }
        if (secret !== undefined && signature !== undefined && secret.length < 16) {
            warnings.add('secret is shorter than 16 characters and could be guessed; use a long random one, such as the output of openssl rand -hex 32');
        }
        const deceptive = (0,util_text/* deceptiveCharacter */.Jj)(secret ?? '');
        if (deceptive !== undefined) {
            warnings.add(`secret holds ${(0,util_text/* nameCharacter */.dy)(deceptive)}, which is part of the key; set the secret again without it, unless the receiver's has it too`);
        }
        else if (secret !== secret?.trim()) {
            warnings.add('secret begins or ends with spaces; they are part of the key');
        }
        if (signatureHeader !== undefined && receiver.wire.secretRequired && signature?.kind === 'signature') {
            if (signatureHeader.toLowerCase() === signature.header.toLowerCase())
                continue;
            warnings.add(`signature-header: ${receiver.title} reads only ${signature.header}; remove it, unless something on the way renames ${signatureHeader}`);
        }
    }
    if (skipTlsVerification) {
        warnings.add('skip-tls-verification is on: anyone on the way can pretend to be the receiver; set ca-certificate instead');
    }
    return [...warnings];
}
function sameEndpointTwice(endpoints) {
    const firstLine = new Map();
    return endpoints.flatMap(({ url }, index) => {
        const first = firstLine.get(url.href);
        if (first !== undefined)
            return [`url: lines ${first} and ${index + 1} are the same endpoint, which gets each message twice`];
        firstLine.set(url.href, index + 1);
        return [];
    });
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js









function readReceiver(environment) {
    return { name: (0,parse/* text */.Qq)(environment, 'receiver'), urls: (0,parse/* lines */.Mn)((0,parse/* text */.Qq)(environment, 'url')) };
}
function readInputs(environment, { receivers, problems }) {
    const reading = { ...(0,inputs_problems/* collectProblems */.v)(), environment, input: (name) => (0,parse/* text */.Qq)(environment, name) };
    const { attempt, input } = reading;
    const isOn = (name) => attempt(() => (0,parse/* flag */.Jt)(input(name), name)) ?? false;
    for (const problem of problems) {
        attempt(() => {
            throw new errors/* InputError */.d(problem);
        });
    }
    const dryRun = isOn('dry-run');
    const endpoints = readEndpoints(reading, receivers, dryRun);
    const artifacts = readArtifacts(reading, isOn);
    attempt(() => (0,references/* refuseParts */.dQ)(artifacts.artifacts, receivers));
    const wait = readWait(reading, receivers);
    const limits = readLimits(reading);
    const tls = { skipTlsVerification: isOn('skip-tls-verification'), ...readTls(reading) };
    reading.throwIfAny();
    return {
        ...endpoints,
        ...artifacts,
        receivers,
        dryRun,
        wait,
        limits,
        tls,
        warnings: inputWarnings(endpoints.endpoints, { ...tls, ...endpoints }),
        notices: wait === undefined ? unusedForWait(input) : [],
    };
}
function readEndpoints({ attempt, environment, input }, receivers, dryRun) {
    const urlLines = (0,parse/* lines */.Mn)(input('url'));
    const isNeeded = !dryRun || urlLines.length > 0;
    const urls = attempt(() => {
        if (urlLines.length > 0)
            (0,parse/* refuseEmptyLine */._0)((0,parse/* raw */.lS)(environment, 'url'), 'url');
        return isNeeded ? parseUrls(urlLines, receivers, input('target') || undefined) : [];
    });
    const places = (urls ?? []).flatMap((url, index) => {
        const receiver = receivers[index];
        return receiver === undefined ? [] : { receiver, url };
    });
    const signatureHeader = attempt(() => parseSignatureHeader(input('signature-header'), places));
    const count = urlLines.length;
    const secrets = attempt(() => readSecrets((0,parse/* raw */.lS)(environment, 'secret'), { count, receivers, dryRun }));
    attempt(() => {
        if (input('signature-header') !== '' && secrets?.length === 0 && !dryRun) {
            throw new errors/* InputError */.d('signature-header: secret is empty, so nothing would be signed; set secret, or remove it');
        }
    });
    const apiKeys = attempt(() => (count === 0 ? [] : parseApiKeys((0,parse/* raw */.lS)(environment, 'api-key'), count)));
    const headers = attempt(() => parseHeaders((0,parse/* allLines */.bk)((0,parse/* raw */.lS)(environment, 'headers')), signatureHeader, places));
    const endpoints = attempt(() => buildEndpoints(urls ?? [], {
        receivers,
        secrets: secrets ?? [],
        apiKeys: apiKeys ?? [],
        headers: headers ?? {},
        signatureHeader,
    }));
    const oidcAudience = attempt(() => parseAudience(input('oidc-audience'), dryRun ? [] : (endpoints ?? []), environment));
    const sent = oidcAudience === undefined ? endpoints : endpoints?.map(withToken);
    return { signatureHeader, oidcAudience, endpoints: sent ?? [] };
}
function readSecrets(value, { count, receivers, dryRun }) {
    const secrets = count === 0 && value.trim() === '' ? [] : parseSecrets(value, Math.max(count, 1));
    const needing = receivers.find(({ wire }) => wire.secretRequired);
    if (needing !== undefined && secrets.length === 0 && !dryRun) {
        throw new errors/* InputError */.d(`secret is empty: ${needing.title} takes no message without it; set it, or set receiver if that is not who receives. ${parse/* UNSET_SECRET */.dt}. ${parse/* DROPPED_OUTPUT */.v}`);
    }
    return secrets;
}
const MOST_RETRIES = 5_000;
function readLimits({ attempt, input }) {
    const limit = (name, standard, range) => attempt(() => (0,parse/* duration */.p0)(input(name) || standard, name, range)) ?? 0;
    return {
        retries: attempt(() => (0,parse/* optional */.lq)(input('retries'), (value) => (0,parse/* integer */.nd)(value, 'retries', MOST_RETRIES))),
        timeoutMs: limit('timeout', '15', { least: 0.001, most: 3600 }),
        deadlineMs: limit('deadline', '120', { least: 0, most: 21_600 }),
    };
}
function readWait({ attempt, input }, receivers) {
    const range = { least: 0.001, most: 21_600 };
    const timeoutMs = attempt(() => (0,parse/* duration */.p0)(input('wait-timeout') || '600', 'wait-timeout', range));
    const wanted = attempt(() => (0,parse/* optional */.lq)(input('wait'), (value) => (0,parse/* flag */.Jt)(value, 'wait')));
    const silent = receivers.find(({ tracker }) => tracker === undefined);
    const canAsk = input('api-key') !== '' && receivers.some(({ tracker }) => tracker !== undefined);
    if (timeoutMs === undefined || !(wanted ?? canAsk))
        return undefined;
    return attempt(() => {
        if (wanted === true && silent !== undefined) {
            throw new errors/* InputError */.d(`wait: ${silent.title} does not report how a deployment ends; remove wait`);
        }
        return { timeoutMs };
    });
}
function unusedForWait(input) {
    const isSet = { 'api-key': input('api-key') !== '', 'wait-timeout': !['', '600'].includes(input('wait-timeout')) };
    const unused = Object.entries(isSet).flatMap(([name, isUsed]) => (isUsed ? [name] : []));
    return unused.map((name) => `${name} has no effect: this step does not wait for a deployment`);
}
function readTls({ attempt, input }) {
    const [clientCertificate, clientKey] = [input('client-certificate'), input('client-key')];
    attempt(() => {
        if ((clientCertificate === '') === (clientKey === ''))
            return;
        const [given, missing] = clientKey === '' ? ['client-certificate', 'client-key'] : ['client-key', 'client-certificate'];
        throw new errors/* InputError */.d(`${missing} is empty but ${given} is set; they are needed together`);
    });
    const read = (value, name, kind) => attempt(() => (0,parse/* optional */.lq)(value, (given) => (0,parse/* pem */.ps)(given, name, kind)));
    return {
        caCertificate: read(input('ca-certificate'), 'ca-certificate', 'CERTIFICATE'),
        clientCertificate: read(clientCertificate, 'client-certificate', 'CERTIFICATE'),
        clientKey: read(clientKey, 'client-key', 'PRIVATE KEY'),
    };
}

;// CONCATENATED MODULE: ./lib/inputs/secrets.js


const LEAST_LENGTH = 8;
const LEAST_KEY_LENGTH = 16;
const SECRET_NAME = /cookie|credential|secret|session|token|signature|userpass|pass(?:word|phrase|wd|code)|(?:pin|auth)code|authoriz|authentic|key$|(?:^|[^a-z])(?:auth|key|pass|pin|pw|pwd|sig)(?![a-z])/i;
const PUBLIC_NAME = /(?:type|algorithm|method|timeout)$/i;
const PUBLIC_VALUE = /^(?:.?.|true|false|yes|off|none|null|basic|bearer|token|digest|x-oauth-basic|(?:hmac-)?sha-?\d+|md5|rsa|ed25519)$/i;
const PUBLIC_VARIABLES = ['ACTOR', 'REF', 'REF_NAME', 'REPOSITORY', 'REPOSITORY_OWNER', 'RUN_ID', 'SERVER_URL', 'SHA'];
const PUBLIC_PARAMETER = /^(?:image|images|container|repository|artifact|tag|digest|type|async|force|uuid|timeout|imgURL)$/i;
const PUBLIC_END = /^(?:docker|git)?-?(?:web-?)?hooks?$|^(?:dockerhub|registry|container|deployment|artifact)s?$/i;
const PUBLIC_HEADERS = new Set([
    'accept',
    'accept-encoding',
    'accept-language',
    'cache-control',
    'content-type',
    'origin',
    'referer',
    'user-agent',
]);
function collectSecrets(environment, receivers) {
    const isSigned = (0,parse/* raw */.lS)(environment, 'secret').trim() !== '';
    const known = new Set(PUBLIC_VARIABLES.map((name) => environment[`GITHUB_${name}`]));
    const published = [(0,parse/* raw */.lS)(environment, 'artifact'), (0,parse/* raw */.lS)(environment, 'digest')];
    const isPublic = (value) => known.has(value) || published.some((text) => text.includes(value));
    return new Set([
        ...(0,parse/* raw */.lS)(environment, 'secret')
            .split(/\r?\n/)
            .flatMap((line) => [line, line.trim()]),
        ...['api-key', 'github-token'].flatMap((name) => (0,parse/* lines */.Mn)((0,parse/* raw */.lS)(environment, name))),
        ...(0,parse/* lines */.Mn)((0,parse/* raw */.lS)(environment, 'headers')).flatMap((line) => headerSecrets(line, isPublic)),
        ...keySecrets((0,parse/* raw */.lS)(environment, 'client-key')),
        ...configure/* PROXY_VARIABLES */.bD.flatMap((name) => proxySecrets(environment[name] ?? '')),
        ...(0,parse/* lines */.Mn)((0,parse/* raw */.lS)(environment, 'url')).flatMap((line, index) => [
            ...urlSecrets(line, usualPathOf(receivers[index], isSigned)),
            ...(receivers[index]?.wire.urlIsCredential === true ? pathSecrets(line) : []),
        ]),
    ]);
}
function usualPathOf(receiver, isSigned) {
    if (receiver === undefined || receiver.wire.urlIsCredential)
        return undefined;
    if (!isSigned && !receiver.wire.secretRequired)
        return undefined;
    return receiver.wire.usualPath ?? '/';
}
function headerSecrets(line, isPublic) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (PUBLIC_HEADERS.has(name))
        return [];
    const parts = value.split(/[\s;,]+|=(?=.)/).filter((part) => part.length >= LEAST_LENGTH);
    if (isSecret(name, value))
        return [value, ...parts, ...loginSecrets(decodedBasic(value))];
    return [value, ...parts].filter((part) => mayBeKey(part) && !isPublic(part));
}
function keySecrets(pem) {
    const body = pem.replace(/-----(?:BEGIN|END) [A-Z0-9 ]+-----/g, '\n');
    return (0,parse/* lines */.Mn)(body, /\s+/).filter((part) => part.length >= LEAST_LENGTH);
}
function proxySecrets(value) {
    const [, given = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/i.exec(value.trim()) ?? [];
    const login = given.includes(':') ? given : `${given}:`;
    return [login, decoded(login)].flatMap(loginSecrets);
}
function urlSecrets(line, usualPath) {
    const url = URL.parse(line);
    if (url === null || !/^https?:$/.test(url.protocol))
        return [line].filter((each) => mayBeKey(each));
    const login = `${url.username}:${url.password}`;
    const logins = login === ':' ? [] : [login, decoded(login)].flatMap(loginSecrets);
    const query = [...url.searchParams].filter(([name, value]) => isSecret(name, value) || (mayBeKey(value) && !PUBLIC_PARAMETER.test(name)));
    const isUsual = usualPath !== undefined && `${url.pathname}/`.startsWith(`${usualPath}/`);
    const keys = isUsual ? [] : url.pathname.split('/').filter(mayBeKey);
    return [
        ...(usualPath === undefined && `${url.pathname}${url.search}` !== '/' ? [line] : []),
        ...logins,
        ...(query.length > 0 ? [url.search.slice(1)] : []),
        ...query.map(([, value]) => value),
        ...(keys.length > 0 ? [url.pathname] : []),
        ...keys,
    ];
}
function pathSecrets(line) {
    const path = URL.parse(line)?.pathname ?? '';
    const end = path.slice(path.lastIndexOf('/') + 1);
    const isWord = end.length < LEAST_LENGTH || PUBLIC_END.test(end);
    return [...(path.length > LEAST_LENGTH ? [path] : []), ...(isWord ? [] : [end])].flatMap((part) => [
        part,
        decoded(part),
    ]);
}
function loginSecrets(login) {
    const colon = login.indexOf(':');
    if (colon < 0 || login.length === 1)
        return [];
    const [user, password] = [login.slice(0, colon), login.slice(colon + 1)];
    const secrets = [login, Buffer.from(login).toString('base64')];
    if (password !== '' && !PUBLIC_VALUE.test(password))
        return [...secrets, password];
    return mayBeKey(user) ? [...secrets, user] : secrets;
}
function isSecret(name, value) {
    return SECRET_NAME.test(name) && !PUBLIC_NAME.test(name) && !PUBLIC_VALUE.test(value);
}
function mayBeKey(part) {
    return part.length >= LEAST_KEY_LENGTH || (part.length >= LEAST_LENGTH && /\d|[a-z][A-Z]/.test(part));
}
function decodedBasic(value) {
    const [, encoded = ''] = /^Basic +(\S+)$/i.exec(value) ?? [];
    return Buffer.from(encoded, 'base64').toString('utf8');
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./lib/receivers/doco-cd/response.js
var response = __nccwpck_require__(68);
// EXTERNAL MODULE: ./lib/receivers/doco-cd/webhook-path.js
var webhook_path = __nccwpck_require__(6656);
;// CONCATENATED MODULE: ./lib/receivers/doco-cd/receiver.js





const SIGNATURE = { kind: 'signature', header: 'X-Doco-OCI-Signature-256' };
const PROVIDER_HEADERS = new Set([
    'x-hub-signature',
    'x-hub-signature-256',
    'x-gitea-signature',
    'x-gitlab-token',
    'x-gogs-signature',
    'x-forgejo-signature',
]);
const docoCd = {
    name: 'doco-cd',
    title: 'doco-cd',
    wire: {
        secretRequired: true,
        urlIsCredential: false,
        usualPath: webhook_path/* WEBHOOK_PATH */.w,
        needsDigest: () => true,
        endpointUrl(given, target) {
            const url = new URL(given);
            if (url.search !== '' && url.searchParams.has('wait')) {
                throw new errors/* InputError */.d('url: remove "wait" from the query and use the `wait` input instead');
            }
            if (url.pathname.endsWith('/'))
                url.pathname = url.pathname.replace(/\/+$/, '') || webhook_path/* WEBHOOK_PATH */.w;
            if (target === undefined)
                return url;
            if (!isTargetName(target)) {
                throw new errors/* InputError */.d(`target: ${(0,util_text/* quote */.hD)(target)} is not a target name, expected one path segment such as "production"`);
            }
            if ((0,webhook_path/* parseWebhookPath */.k)(url.pathname)?.target !== undefined) {
                throw new errors/* InputError */.d('target: the url names a target already; give it in one place only');
            }
            url.pathname += `/${encodeURIComponent(target)}`;
            return url;
        },
        proofs: () => [SIGNATURE],
        write(artifact) {
            const { digest, path } = artifact;
            if (!digest?.startsWith('sha256:')) {
                throw new errors/* InputError */.d(`digest: ${(0,util_text/* quote */.hD)(digest ?? '')} has an unsupported algorithm, doco-cd can only use sha256`);
            }
            if (path.length < 2) {
                throw new errors/* InputError */.d(`artifact: the repository path ${(0,util_text/* quote */.hD)(path)} is too short, doco-cd needs two characters`);
            }
            const body = JSON.stringify({ source: 'oci', digest, artifact: (0,oci_artifact/* nameArtifact */.o)(artifact) });
            return { artifact, body, contentType: 'application/json', proof: SIGNATURE };
        },
        refuseHeader(name) {
            if (PROVIDER_HEADERS.has(name)) {
                return "it is a provider's signature header, and doco-cd would take the request for another kind";
            }
            return name === 'content-type' ? 'it is set by the action itself' : undefined;
        },
        keepsOneVersion: true,
        warnings(artifacts) {
            const byRepository = Map.groupBy(artifacts, ({ host, path }) => `${host}/${path}`);
            const several = [...byRepository].filter(([, named]) => named.length > 1);
            return several.map(([repository, named]) => `${(0,oci_artifact/* nameArtifacts */.H)(named)} are of one repository: doco-cd unpacks ${repository} into one directory, so the last to arrive overwrites the others; send one of them, for example with filter`);
        },
    },
    answers: { isAcceptance: response/* isAcceptance */.y1, isRetryable: response/* isRetryable */.r3, serverMessage: response/* serverMessage */.x_, hint: (result, { url }) => (0,response/* hint */.aK)(result, url), jobId: response/* jobId */.Db },
    tracker: async () => (await __nccwpck_require__.e(/* import() */ 705).then(__nccwpck_require__.bind(__nccwpck_require__, 705))).docoCdTracker,
};
function isTargetName(target) {
    return (0,util_text/* unicodePattern */.ge)(String.raw `^[\p{L}\p{N}_.-]+$`, 'u').test(target) && target !== '.' && target !== '..';
}

;// CONCATENATED MODULE: ./lib/receivers/index.js


const DEFAULT = docoCd.name;
const RECEIVERS = {
    [DEFAULT]: { at: /\/v1\/webhook(?:\/[^/?]+)?\/*(?:\?|$)/, load: async () => docoCd },
    'argo-cd': {
        at: /\/api\/webhook\/*(?:\?|$)/,
        load: async () => (await __nccwpck_require__.e(/* import() */ 304).then(__nccwpck_require__.bind(__nccwpck_require__, 6304))).argoCd,
    },
    kargo: {
        at: /\/(?:artifactory|azure|bitbucket|dockerhub|generic|gitea|github|gitlab|harbor|quay)\/[0-9a-f]{40,}\/*(?:\?|$)/,
        load: async () => (await __nccwpck_require__.e(/* import() */ 825).then(__nccwpck_require__.bind(__nccwpck_require__, 8825))).kargo,
    },
    flux: { at: /\/hook\/[0-9a-f]{40,}\/*(?:\?|$)/, load: async () => (await __nccwpck_require__.e(/* import() */ 418).then(__nccwpck_require__.bind(__nccwpck_require__, 5418))).flux },
    keel: { at: /\/v1\/webhooks\/[a-z]+\/*(?:\?|$)/, load: async () => (await __nccwpck_require__.e(/* import() */ 764).then(__nccwpck_require__.bind(__nccwpck_require__, 6764))).keel },
    'image-updater': {
        at: /\/webhook\/*\?(?:.*&)?type=/,
        load: async () => (await __nccwpck_require__.e(/* import() */ 560).then(__nccwpck_require__.bind(__nccwpck_require__, 560))).imageUpdater,
    },
    watchtower: { at: /\/v1\/update\/*(?:\?|$)/, load: async () => (await __nccwpck_require__.e(/* import() */ 197).then(__nccwpck_require__.bind(__nccwpck_require__, 3197))).watchtower },
    portainer: {
        at: /\/api\/(?:stacks\/)?webhooks\/[0-9a-f-]{36}(?:\?|$)/,
        load: async () => (await __nccwpck_require__.e(/* import() */ 91).then(__nccwpck_require__.bind(__nccwpck_require__, 4091))).portainer,
    },
    coolify: { at: /\/api\/v1\/deploy\/*\?/, load: async () => (await __nccwpck_require__.e(/* import() */ 354).then(__nccwpck_require__.bind(__nccwpck_require__, 9354))).coolify },
    dokploy: {
        at: /\/api\/deploy\/(?:compose\/)?[\w-]{16,}\/*(?:\?|$)/,
        load: async () => (await __nccwpck_require__.e(/* import() */ 47).then(__nccwpck_require__.bind(__nccwpck_require__, 7047))).dokploy,
    },
    komodo: {
        at: /\/listener\/(?:github|gitlab)\/[a-z]+\/[^/]+\/[^/?]+(?:\?|$)/,
        load: async () => (await __nccwpck_require__.e(/* import() */ 386).then(__nccwpck_require__.bind(__nccwpck_require__, 6386))).komodo,
    },
    github: { load: async () => (await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692))).github },
    'docker-hub': { load: async () => (await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692))).dockerHub },
    harbor: { load: async () => (await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692))).harbor },
    distribution: { load: async () => (await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692))).distribution },
    msr: { load: async () => (await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692))).msr },
    json: { load: async () => (await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692))).json },
};
const RECEIVER_NAMES = Object.keys(RECEIVERS);
async function loadReceiver(name) {
    return Object.hasOwn(RECEIVERS, name) ? RECEIVERS[name]?.load() : undefined;
}
async function chooseReceivers(name, urls) {
    const places = urls.length === 0 ? [''] : urls;
    const choices = places.map((url, index) => chooseOne(name, url, places.length === 1 ? 'url' : `url: line ${index + 1}`));
    const receivers = choices.map(async (choice) => {
        if (choice.name !== undefined)
            return loadReceiver(choice.name);
        return (await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692))).unknown;
    });
    const found = await Promise.all(receivers);
    return {
        receivers: found.filter((receiver) => receiver !== undefined),
        problems: [...new Set(choices.flatMap(({ problem = [] }) => problem))],
        notes: choices.flatMap(({ note = [] }) => note),
    };
}
function chooseOne(name, url, where) {
    const atUrl = nameAt(url);
    if (name === '') {
        if (atUrl === undefined || atUrl === DEFAULT)
            return { name: DEFAULT };
        return { name: atUrl, note: `receiver: ${atUrl}, by the path of ${where}` };
    }
    if (!Object.hasOwn(RECEIVERS, name)) {
        const guess = (0,util_text/* nearest */.pA)(name, RECEIVER_NAMES);
        const hint = guess === undefined ? '' : `; ${(0,util_text/* quote */.hD)(guess)} is the nearest`;
        return { problem: `receiver: ${(0,util_text/* quote */.hD)(name)} is not known, expected ${RECEIVER_NAMES.join(', ')}${hint}` };
    }
    if (atUrl === undefined || atUrl === name || RECEIVERS[name]?.at === undefined)
        return { name };
    return {
        problem: `receiver: it is ${name}, but the path of ${where} is that of ${atUrl}; set receiver to ${atUrl}, or correct the url`,
    };
}
function nameAt(text) {
    const url = URL.parse(text);
    if (url === null)
        return undefined;
    const place = `${url.host}${url.pathname}${url.search}`;
    return RECEIVER_NAMES.find((name) => RECEIVERS[name]?.at?.test(place));
}

;// CONCATENATED MODULE: ./lib/notify.js















const MOST_KEPT = 100;
const MOST_TOLD = 20;
const MANY_DELIVERIES = 500;
const MOST_DELIVERIES = 10_000;
async function notify(environment, { signal, soFar }) {
    const { name, urls } = readReceiver(environment);
    const choice = await chooseReceivers(name, urls);
    for (const secret of collectSecrets(environment, choice.receivers))
        (0,util_log/* mask */.dK)(secret);
    const inputs = readInputs(environment, choice);
    const { endpoints, receivers, limits, tls } = inputs;
    for (const text of choice.notes)
        (0,util_log/* info */.pq)(text);
    tellFirst(inputs.warnings, util_log/* warning */.$e);
    tellFirst(inputs.notices, util_log/* notice */.lm);
    const isConfidential = inputs.oidcAudience !== undefined;
    const client = await (0,configure/* configureClient */.ic)({ urls: endpoints.map(({ url }) => url), tls, isConfidential }, environment);
    const found = {
        environment,
        needsDigest: receivers.some(({ wire }, index) => wire.needsDigest(endpoints[index]?.url)) ||
            endpoints.some(({ url }) => (0,placeholders/* hasPlaceholder */.K)(url, 'digest')),
        deadlineMs: limits.deadlineMs,
        signal,
    };
    const { artifacts, skips, isHostFromEvent } = await findArtifacts(inputs, found);
    tellFirst(skips.map(({ reason, detail }) => `skipped (${reason}): ${detail}`), util_log/* info */.pq);
    if (artifacts.length === 0)
        return { kind: 'skipped', skip: mostTelling(skips) };
    tellFirst(artifactWarnings(artifacts, { receivers, endpoints, isHostFromEvent }), util_log/* warning */.$e);
    refuseTooMany(artifacts.length, endpoints.length);
    if (artifacts.length * endpoints.length > MANY_DELIVERIES)
        await saveMemory();
    const prepared = prepare(artifacts, inputs, readWorkflow(environment));
    for (const artifact of artifacts)
        (0,util_log/* info */.pq)(`${(0,oci_artifact/* nameArtifact */.o)(artifact)} (${artifact.digest ?? 'no digest'})`);
    const authorized = inputs.dryRun
        ? client
        : await authorize(client, { audience: inputs.oidcAudience, environment, signal });
    const onSent = (delivery) => void soFar.ended.set(delivery.message, delivery);
    const send = await prepareSending(inputs, { client: authorized, signal, runId: environment.GITHUB_RUN_ID, onSent });
    if (inputs.dryRun)
        return { kind: 'dry-run', artifacts, prepared };
    Object.assign(soFar, { artifacts, prepared });
    return { kind: 'sent', artifacts, deliveries: await send(prepared) };
}
function tellFirst(texts, tell) {
    for (const text of texts.slice(0, MOST_TOLD))
        tell(text);
    if (texts.length > MOST_TOLD)
        tell(`and ${(0,util_text/* grouped */.zD)(texts.length - MOST_TOLD)} more like these`);
}
function mostTelling(skips) {
    const telling = ['superseded', 'filtered', 'untagged'];
    const first = telling.map((reason) => skips.findLast((skip) => skip.reason === reason)).find((skip) => skip);
    const nothing = { reason: 'no-events', detail: 'the event names nothing that was published' };
    return first ?? skips.at(-1) ?? nothing;
}
function prepare(artifacts, { endpoints, receivers }, workflow) {
    const places = endpoints.length > 0 ? endpoints : receivers.map((receiver) => ({ receiver, url: undefined }));
    return places.map((place) => {
        const messages = artifacts.map((artifact) => place.receiver.wire.write(artifact, place.url, workflow));
        if (place.url === undefined)
            return { messages };
        for (const { artifact, proof } of messages) {
            (0,placeholders/* fillPlaceholders */.C)(place.url, artifact);
            refuseAsToken(place, [proof]);
        }
        return { endpoint: place, messages };
    });
}
function readWorkflow(environment) {
    const of = (name) => environment[`GITHUB_${name}`] ?? '';
    const [server, repository, run] = [of('SERVER_URL'), of('REPOSITORY'), of('RUN_ID')];
    const runUrl = server === '' || repository === '' || run === '' ? '' : `${server}/${repository}/actions/runs/${run}`;
    return { repository, sha: of('SHA'), ref: of('REF'), runUrl, actor: of('ACTOR') };
}
async function authorize(client, { audience, environment, signal }) {
    if (audience === undefined)
        return client;
    (0,util_log/* mask */.dK)(environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '');
    const { requestIdToken } = await __nccwpck_require__.e(/* import() */ 969).then(__nccwpck_require__.bind(__nccwpck_require__, 6969));
    return withBearer(client, { request: () => requestIdToken(audience, { environment, signal }), signal, log: util_log/* info */.pq });
}
function refuseTooMany(messages, endpoints) {
    if (messages * Math.max(endpoints, 1) <= MOST_DELIVERIES)
        return;
    const what = `${(0,util_text/* plural */.LS)(messages, 'message')} to ${(0,util_text/* plural */.LS)(endpoints, 'endpoint')}`;
    throw new errors/* InputError */.d(`${what} are more than the ${(0,util_text/* grouped */.zD)(MOST_DELIVERIES)} deliveries that one step makes; narrow artifact or filter, or split the endpoints over the jobs of a matrix`);
}
async function saveMemory() {
    const { setFlagsFromString } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8877, 23));
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=30');
}
async function prepareSending({ endpoints, limits, wait }, rest) {
    const hosts = new Set(endpoints.map(({ url }) => url.host));
    const mayKeep = hosts.size <= MOST_KEPT;
    if (wait === undefined) {
        return (prepared) => {
            const outgoing = outgoingIn(prepared);
            const isShared = hosts.size < outgoing.reduce((sum, { messages }) => sum + messages.length, 0);
            const options = { limits, keepAlive: mayKeep && isShared, ...rest };
            return deliverAll(outgoing, {
                deliver: (message, endpoint, { log, isOnce, onTurn }) => {
                    const once = isOnce ? { limits: { ...limits, deadlineMs: 0 } } : {};
                    return (0,deliver/* deliver */.c)(message, endpoint, { ...options, ...once, log, onTurn });
                },
                isLive: false,
                onSent: rest.onSent,
            });
        };
    }
    const { findTrackers, startWait } = await __nccwpck_require__.e(/* import() */ 773).then(__nccwpck_require__.bind(__nccwpck_require__, 5773));
    const trackers = await findTrackers(endpoints);
    const options = { limits, keepAlive: mayKeep, ...rest, waitTimeoutMs: wait.timeoutMs };
    return async (prepared) => {
        const waiting = startWait(trackers, options);
        try {
            return await deliverAll(outgoingIn(prepared), { deliver: waiting.deliver, isLive: true, onSent: rest.onSent });
        }
        finally {
            waiting.stop();
        }
    };
}
function outgoingIn(prepared) {
    return prepared.flatMap(({ endpoint, messages }) => (endpoint === undefined ? [] : { endpoint, messages }));
}

;// CONCATENATED MODULE: ./lib/report/outcome.js

function eachMessage(prepared) {
    return prepared.flatMap(({ endpoint, messages }) => messages.map((message) => ({ endpoint, message })));
}
function brokenBy(error, { artifacts, prepared, ended }) {
    const sent = eachMessage(prepared).flatMap(({ endpoint, message }) => (endpoint ? { endpoint, message } : []));
    if (sent.length === 0)
        return { kind: 'refused', error };
    const deliveries = sent.flatMap(({ message }) => ended.get(message) ?? []);
    return { kind: 'broken', error, artifacts, deliveries, open: sent.filter(({ message }) => !ended.has(message)) };
}
function resultOf(outcome) {
    switch (outcome.kind) {
        case 'refused':
        case 'broken':
            return 'failed';
        case 'sent':
            if (!outcome.deliveries.every(isSuccess))
                return 'failed';
            return resultOfSuccess(outcome.deliveries);
        default:
            return outcome.kind;
    }
}
function resultOfSuccess(deliveries) {
    if (deliveries.some(({ deployment }) => deployment === undefined))
        return 'delivered';
    return deliveries.some(({ deployment }) => deployment?.kind === 'succeeded') ? 'deployed' : 'unchanged';
}

;// CONCATENATED MODULE: ./lib/report/markdown.js



function escapeMarkdown(text, limit = 500) {
    const line = (0,util_text/* oneLine */.TN)(text, limit);
    return ((0,util_text/* isPrintable */.C2)(line) ? line.replace(/[^A-Za-z0-9 .,:;/+=-]/g, asReference) : escapeUnicode(line))
        .replace(/:(?=\/\/)|:(?=[a-z0-9_+-]+:)/gi, '&#58;')
        .replace(/\b(www)\./gi, '$1&#46;')
        .replace(/^([-+=]|\d+\.)/, (start) => `&#${start.codePointAt(0)};${start.slice(1)}`);
}
function escapeUnicode(line) {
    return line.replace((0,util_text/* unicodePattern */.ge)(String.raw `[^\p{L}\p{N} .,:;/+=-]`, 'gu'), asReference);
}
function asReference(character) {
    return `&#${character.codePointAt(0)};`;
}
function code(text, limit = 500) {
    return `<code>${escapeMarkdown(text, limit)}</code>`;
}
function markdown_link(label, url) {
    if (url === undefined || !URL.canParse(url))
        return label;
    const { protocol, username, password, href } = new URL(url);
    if (protocol !== 'https:' || username !== '' || password !== '' || href.length > 2000)
        return label;
    return `[${label}](${href.replace(/[()<>|`"'\\*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)})`;
}
function errorLines(error) {
    const lines = (0,util_log/* redact */.E$)((0,errors/* messageOf */.b)(error))
        .split('\n')
        .map((line) => escapeMarkdown(line, 2000));
    return lines.length === 1 ? lines.join() : lines.map((line) => `- ${line}`).join('\n');
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function details(title, inside) {
    return `<details><summary>${(0,util_text/* oneLine */.TN)(title)}</summary>\n\n${inside}\n\n</details>`;
}
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}
function firstOf(items, most, show) {
    const left = items.length - most;
    return [...items.slice(0, most).map(show), ...(left > 0 ? [`${(0,util_text/* grouped */.zD)(left)} more`] : [])];
}
function limitedTable(head, items, { bytes, what, cellsOf }) {
    const rows = [];
    let left = bytes;
    for (const item of items) {
        const cells = cellsOf(item);
        left -= Buffer.byteLength(cells.join(' | ')) + 5;
        if (left < 0)
            break;
        rows.push(cells);
    }
    const note = rows.length < items.length ? `\n\nThe first ${rows.length} of ${items.length} ${what}.` : '';
    return `${table(head, rows)}${note}`;
}

;// CONCATENATED MODULE: ./lib/report/gantt.js


const SPACIOUS = 5;
const NAME_LIMIT = 40;
const PART_LIMIT = 30;
const CHARACTER_WIDTH = 6.5;
function drawGantt(lanes) {
    const isSpacious = lanes.length <= SPACIOUS;
    const beganMs = Math.min(...lanes.flatMap(({ phases }) => phases.map(({ fromMs }) => fromMs)));
    const endedMs = Math.max(...lanes.flatMap(({ phases }) => phases.map(({ toMs }) => toMs)));
    const titles = lanes.map(({ names }) => titleOf(names, isSpacious));
    const longest = Math.max(...titles.flat().map(({ length }) => length));
    const gantt = {
        displayMode: isSpacious ? '' : 'compact',
        leftPadding: Math.round(30 + CHARACTER_WIDTH * longest),
    };
    const bars = ({ phases, outcome, isSuccess }) => phases.map(({ name, fromMs, toMs }, index) => {
        const isLast = index === phases.length - 1;
        const label = `${name} ${(0,time/* formatDuration */.a3)(toMs - fromMs)}`;
        const ended = isSuccess && outcome === 'succeeded' ? '✓' : `→ ${outcome}`;
        const tag = isSuccess ? 'active' : 'crit';
        const [text, state] = isLast ? [`${label} ${ended}`, tag] : [isSpacious ? label : '·', 'done'];
        return `${text} :${state}, ${clock(fromMs - beganMs)}, ${clock(toMs - beganMs)}`;
    });
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify({ gantt })}}%%`,
        'gantt',
        'title Time since the first request',
        'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        ...axis(endedMs - beganMs),
        'todayMarker off',
        ...lanes.flatMap((lane, index) => [`section ${titles[index]?.join('<br>')}`, ...bars(lane)]),
        '```',
    ].join('\n');
}
function titleOf(names, isSpacious) {
    const limit = isSpacious || names.length === 1 ? NAME_LIMIT : PART_LIMIT;
    const shown = names.map((name) => plain(name.replace(/^https?:\/\//, ''), limit));
    return isSpacious ? shown : [shown.join(' ')];
}
function plain(text, limit) {
    const kept = text
        .replaceAll(':', '∶')
        .replace((0,util_text/* unicodePattern */.ge)(String.raw `[^\p{L}\p{N} ∶.,/@_()+-]+`, 'gu'), ' ')
        .trim();
    return kept.length > limit ? `…${kept.slice(-limit)}` : kept || '-';
}
function clock(elapsedMs) {
    return new Date(Date.UTC(2001, 0, 1) + Math.round(elapsedMs)).toISOString().slice(0, 23).replace('T', ' ');
}
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];
function axis(lengthMs) {
    const seconds = STEPS_S.find((step) => step * 4_000 >= lengthMs) ?? 3_600;
    const interval = seconds < 60 ? `${seconds}second` : seconds < 3_600 ? `${seconds / 60}minute` : '1hour';
    return [`axisFormat ${lengthMs < 3_600_000 ? '%M:%S' : '%H:%M'}`, `tickInterval ${interval}`];
}

;// CONCATENATED MODULE: ./lib/report/timeline.js





const DRAWN = 20;
const TABLE_BYTES = 250_000;
function drawDeployments(deliveries) {
    const rows = rowsOf(deliveries);
    return rows.length === 0 ? '' : picture(rows);
}
function tableOfPhases(deliveries) {
    const rows = rowsOf(deliveries);
    if (rows.length === 0)
        return '';
    const head = ['Deployment', 'Ended', 'Sent&nbsp;(UTC)', 'Sending', 'Queued', 'Running', 'Total'];
    return limitedTable(head, rows, { bytes: TABLE_BYTES, what: 'deployments', cellsOf });
}
function rowsOf(deliveries) {
    if (!deliveries.some(({ deployment }) => deployment !== undefined))
        return [];
    const severalEndpoints = new Set(deliveries.map(({ endpoint }) => endpoint)).size > 1;
    const severalArtifacts = new Set(deliveries.map(({ message }) => message.artifact)).size > 1;
    return deliveries
        .filter(({ attempts }) => attempts.length > 0)
        .map((delivery) => ({
        delivery,
        names: [
            ...(severalEndpoints ? [delivery.endpoint.label] : []),
            ...(severalArtifacts || !severalEndpoints ? [(0,oci_artifact/* nameArtifact */.o)(delivery.message.artifact)] : []),
        ],
        phases: phasesOf(delivery),
        outcome: outcomeOf(delivery),
        isSuccess: isSuccess(delivery),
    }));
}
function phasesOf({ attempts, deployment }) {
    const [first, last] = [attempts[0], attempts.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const sentMs = first.startedMs;
    const sending = `sending${attempts.length === 1 ? '' : ` (${attempts.length} attempts)`}`;
    const phase = (name, fromMs, toMs) => ({ name, fromMs, toMs: Math.max(fromMs, toMs) });
    if (deployment === undefined)
        return [phase(sending, sentMs, last.startedMs + last.result.durationMs)];
    const { acceptedMs, startedMs, endedMs } = deployment.times;
    if (acceptedMs === undefined) {
        const inside = phase('in the request', last.startedMs, endedMs);
        return attempts.length === 1 ? [inside] : [phase(sending, sentMs, last.startedMs), inside];
    }
    return [
        phase(sending, sentMs, acceptedMs),
        phase('queued', acceptedMs, startedMs ?? endedMs),
        ...(startedMs === undefined ? [] : [phase('running', startedMs, endedMs)]),
    ];
}
function picture(rows) {
    if (rows.length <= DRAWN)
        return drawGantt(rows);
    const note = `Shown are ${DRAWN} of ${rows.length}: failures first, then what took longest.`;
    return `${drawGantt([...rows].sort(byInterest).slice(0, DRAWN))}\n\n${note}`;
}
function byInterest(a, b) {
    return Number(a.isSuccess) - Number(b.isSuccess) || b.delivery.durationMs - a.delivery.durationMs;
}
function cellsOf({ names, delivery, phases, outcome, isSuccess }) {
    const took = (wanted) => {
        const phase = phases.find(({ name }) => wanted.test(name));
        return phase === undefined ? '–' : unbroken((0,time/* formatDuration */.a3)(phase.toMs - phase.fromMs));
    };
    const [fromMs, toMs] = [phases[0]?.fromMs ?? 0, phases.at(-1)?.toMs ?? 0];
    return [
        [...names.map((name) => escapeMarkdown(name)), ...(delivery.jobId ? [code(delivery.jobId)] : [])].join('<br>'),
        `${isSuccess ? '✅' : '❌'}&nbsp;${outcome}`,
        new Date(fromMs).toISOString().slice(11, 19),
        took(/^sending/),
        took(/^queued$/),
        took(/^(?:running|in the request)$/),
        unbroken((0,time/* formatDuration */.a3)(toMs - fromMs)),
    ];
}

;// CONCATENATED MODULE: ./lib/report/words.js




function nameServer({ endpoint }) {
    return endpoint.label.replace(/^https:\/\//, '');
}
function describeEnding(delivery) {
    const { kind, deployment, durationMs, attempts } = delivery;
    const after = ` after ${(0,time/* formatDuration */.a3)(durationMs)}`;
    switch (deployment?.kind) {
        case 'succeeded':
            return `deployed${after}`;
        case 'unchanged':
        case 'skipped':
            return `had nothing to deploy${after}`;
        case 'failed':
            if (attempts.length === 0)
                return 'was not told';
            return notWell(delivery).length > 0 ? `deployed, but not all containers run${after}` : `failed to deploy${after}`;
        case 'timed-out':
            return `did not finish within ${(0,time/* formatDuration */.a3)(durationMs)}`;
        case 'cancelled':
            return `was not waited for any longer: the job was cancelled${after}`;
        case 'unknown':
            return `took the message, and how the deployment ended is not known${after}`;
        case undefined:
            break;
    }
    const nth = attempts.length > 1 ? `, ${ordinal(attempts.length)} attempt` : '';
    switch (kind) {
        case 'accepted':
            return `accepted${after}${nth}`;
        case 'rejected':
            return `refused the message${after}${nth}`;
        case 'unreachable':
            return `was not reached: ${(0,util_text/* plural */.LS)(attempts.length, 'attempt')} in ${(0,time/* formatDuration */.a3)(durationMs)}`;
        case 'cancelled':
            return 'was not told: the job was cancelled';
    }
}
function notWell({ deployment }) {
    return (deployment?.containers ?? []).filter(({ isWell }) => !isWell);
}
function saidBy(delivery) {
    const { deployment, kind, attempts } = delivery;
    const { serverMessage = '' } = deployment ?? delivery;
    const result = attempts.at(-1)?.result;
    const status = deployment === undefined && kind !== 'cancelled' && result?.kind === 'response' ? result.status : '';
    const said = serverMessage.startsWith(`${status} `) ? serverMessage : `${status} ${serverMessage}`.trim();
    return said === '' ? undefined : (0,util_text/* oneLine */.TN)(said, 300);
}
function adviceOn({ deployment, hint }) {
    return deployment === undefined ? hint : deployment.hint;
}
function isServerWord({ kind, deployment }) {
    return deployment === undefined ? kind === 'rejected' : deployment.kind === 'failed';
}
function nameAll(deliveries) {
    const artifacts = new Set(deliveries.map(({ message }) => message.artifact));
    const [first] = artifacts;
    return artifacts.size === 1 && first !== undefined ? (0,oci_artifact/* nameArtifact */.o)(first) : (0,util_text/* plural */.LS)(artifacts.size, 'artifact');
}
function countFailed(deliveries) {
    const failed = deliveries.filter((delivery) => !isSuccess(delivery)).length;
    const isByServer = new Set(deliveries.map(({ endpoint }) => endpoint)).size === deliveries.length;
    const all = isByServer ? (0,util_text/* plural */.LS)(deliveries.length, 'server') : (0,util_text/* plural */.LS)(deliveries.length, 'delivery', 'deliveries');
    return `${(0,util_text/* grouped */.zD)(failed)} of ${all} failed`;
}
function ordinal(count) {
    const suffix = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
    return `${count}${suffix}`;
}

;// CONCATENATED MODULE: ./lib/report/job-summary.js











const NAMED = 20;
const NAMED_TOGETHER = 5;
const NAMED_CONTAINERS = 5;
const SHOWN_MESSAGES = 20;
const LONGEST_BODY = 4_000;
const SHARE = { deliveries: 300_000, artifacts: 150_000, attempts: 150_000, containers: 50_000 };
function renderSummary(outcome) {
    switch (outcome.kind) {
        case 'refused':
            return `### ❌ ${outcome.error instanceof errors/* InputError */.d ? 'Nothing was sent' : 'OCI Webhook failed'}\n\n${errorLines(outcome.error)}\n`;
        case 'broken':
            return `${broken(outcome)}\n`;
        case 'skipped':
            return `### ⏭ Nothing was sent (${outcome.skip.reason})\n\n${sentence(outcome.skip.detail)}\n`;
        case 'dry-run':
            return `${dryRun(outcome.prepared)}\n`;
        case 'sent':
            return `${sent(outcome.deliveries)}\n`;
    }
}
function broken({ error, deliveries, open }) {
    const nameOne = namer([...deliveries, ...open]);
    const parts = [
        `### ❌ OCI Webhook failed while it was sending\n\n${errorLines(error)}`,
        open.length === 0
            ? ''
            : `**Perhaps sent**, how it ended is not known: ${firstOf(open, NAMED, nameOne).join(' · ')}`,
        deliveries.length === 0 ? '' : `Before that:\n\n#${sent(deliveries)}`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function sentence(text) {
    const whole = /^[a-z]+ /.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
    return `${escapeMarkdown(whole)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
function sent(deliveries) {
    const failed = deliveries.filter((delivery) => !isSuccess(delivery));
    const good = deliveries.filter(isSuccess);
    const isAlone = deliveries.length === 1;
    const nameOne = isAlone ? undefined : namer(deliveries);
    const parts = [
        `### ${heading(deliveries)}`,
        ...failures(failed, nameOne),
        nameOne === undefined ? success(good) : successes(good, nameOne),
        ...notes(good, nameOne),
        deliveries.filter(({ deployment }) => deployment !== undefined).length > 1 ? drawDeployments(deliveries) : '',
        details('Details', detailsOf(deliveries)),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function heading(deliveries) {
    const [first] = deliveries;
    const what = deliveries.every(({ message }) => message.artifact === first?.message.artifact)
        ? `\`${nameAll(deliveries)}\``
        : nameAll(deliveries);
    const servers = new Set(deliveries.map(({ endpoint }) => endpoint)).size;
    const where = first !== undefined && servers === 1 ? escapeMarkdown(nameServer(first)) : (0,util_text/* plural */.LS)(servers, 'server');
    if (!deliveries.every(isSuccess)) {
        return deliveries.length === 1 && first !== undefined
            ? `❌ ${failedHeading(first, what, where)}`
            : `❌ ${countFailed(deliveries)}: ${what}`;
    }
    if (deliveries.some(({ deployment }) => deployment === undefined))
        return `✅ ${what} → ${where}`;
    if (deliveries.some(({ deployment }) => deployment?.kind === 'succeeded')) {
        return `✅ ${what} ${what.startsWith('`') ? 'runs' : 'run'} on ${where}`;
    }
    return `⏭ Nothing to deploy on ${where}: ${what}`;
}
function failedHeading(delivery, what, where) {
    const { kind, deployment } = delivery;
    if (notWell(delivery).length > 0)
        return `${what} does not run on ${where}`;
    if (deployment?.kind === 'failed')
        return `${what} was not deployed on ${where}`;
    if (deployment?.kind === 'timed-out')
        return `${where} did not finish in time: ${what}`;
    if (deployment?.kind === 'cancelled' || kind === 'cancelled')
        return `Cancelled: ${what} → ${where}`;
    if (deployment !== undefined)
        return `Not known how it ended on ${where}: ${what}`;
    return kind === 'unreachable' ? `${where} was not reached: ${what}` : `${where} refused ${what}`;
}
function failures(failed, nameOne) {
    const groups = [...Map.groupBy(failed, (delivery) => cause(delivery).join('<br>\n'))];
    const shown = groups.slice(0, NAMED).map(([text, alike]) => {
        const [first] = alike;
        if (nameOne === undefined || first === undefined)
            return text;
        const names = firstOf(alike, NAMED_TOGETHER, (delivery) => `**${nameOne(delivery)}**`);
        const ended = `${names.join(', ')} ${describeEnding(first)}`;
        return text === '' ? ended : `${ended}<br>\n${text}`;
    });
    const left = groups.slice(NAMED).reduce((sum, [, alike]) => sum + alike.length, 0);
    return left === 0 ? shown : [...shown, `and ${left} more, below`];
}
function cause(delivery) {
    const broken = notWell(delivery);
    const [said, advice] = [saidBy(delivery), adviceOn(delivery)];
    const { attempts, durationMs, deployment } = delivery;
    const happened = attempts.length > 1 && deployment === undefined
        ? `Last of ${attempts.length} attempts in ${(0,time/* formatDuration */.a3)(durationMs)}`
        : 'What happened';
    return [
        ...(broken.length > 0 ? [`**Not running:** ${brokenContainers(broken)}`] : []),
        ...(said === undefined || broken.length > 0
            ? []
            : [`**${isServerWord(delivery) ? 'Server said' : happened}:** ${escapeMarkdown(said, 300)}`]),
        ...(advice === undefined ? [] : [`**To fix:** ${withCommand(advice, broken)}`]),
    ];
}
function withCommand(advice, broken) {
    const command = broken.map(({ logCommand }) => logCommand).find((each) => each !== undefined);
    if (command === undefined)
        return escapeMarkdown(advice);
    const [before = '', ...after] = advice.split(command);
    if (after.length === 0)
        return `${escapeMarkdown(advice)}<br>\n${code(command, 200)}`;
    return `${escapeMarkdown(before)} ${code(command, 200)}${escapeMarkdown(after.join(command))}`;
}
function brokenContainers(broken) {
    const nameOne = ({ name, state }) => `${code(name, 100)} ${escapeMarkdown(state, 100)}`;
    return firstOf(broken, NAMED_CONTAINERS, nameOne).join(', ');
}
function namer(all) {
    const several = new Set(all.map(({ message }) => message.artifact)).size > 1;
    const servers = new Set(all.map(({ endpoint }) => endpoint)).size > 1;
    return (delivery) => [
        ...(servers || !several ? [escapeMarkdown(nameServer(delivery))] : []),
        ...(several ? [inCode(delivery.message.artifact)] : []),
    ].join(' ');
}
function success([delivery]) {
    if (delivery === undefined)
        return '';
    const { digest, pageUrl } = delivery.message.artifact;
    const names = (delivery.deployment?.containers ?? []).slice(0, 3).map(({ name }) => code(name, 100));
    return [
        describeEnding(delivery),
        ...names,
        ...(digest === undefined ? [] : [`digest ${markdown_link(`\`${(0,reference/* shortDigest */.VK)(digest)}…\``, pageUrl)}`]),
    ].join(' · ');
}
function successes(good, nameOne) {
    return firstOf(good, NAMED, (delivery) => `✅ ${nameOne(delivery)} ${shortEnding(delivery)}`).join(' · ');
}
function shortEnding(delivery) {
    return describeEnding(delivery).replace(/^(?:accepted|deployed) after /, '');
}
function notes(good, nameOne) {
    const byText = Map.groupBy(good.filter(adviceOn), (delivery) => adviceOn(delivery) ?? '');
    return [...byText].slice(0, NAMED).map(([text, alike]) => {
        const names = nameOne === undefined ? '' : `${firstOf(alike, NAMED_TOGETHER, nameOne).join(', ')}: `;
        return `**Note:** ${names}${escapeMarkdown(text)}`;
    });
}
function detailsOf(deliveries) {
    const hasDeployments = deliveries.some(({ deployment }) => deployment !== undefined);
    const failed = deliveries.filter((delivery) => !isSuccess(delivery)).length;
    const parts = [
        artifactTable([...new Set(deliveries.map(({ message }) => message.artifact))]),
        (hasDeployments ? failed > NAMED : deliveries.length > 1) ? deliveryTable(deliveries) : '',
        tableOfPhases(deliveries),
        containerTable(deliveries),
        attemptTable(deliveries),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function artifactTable(artifacts) {
    return cut(['Artifact', 'Digest'], artifacts, 'artifacts', (artifact) => {
        const { digest, pageUrl } = artifact;
        return [inCode(artifact), digest === undefined ? '–' : markdown_link(`\`${digest}\``, pageUrl)];
    });
}
function deliveryTable(deliveries) {
    const nameOne = namer(deliveries);
    return cut(['Delivery', 'Result', 'Status', 'Answer'], deliveries, 'deliveries', (delivery) => {
        const result = delivery.attempts.at(-1)?.result;
        return [
            nameOne(delivery),
            `${isSuccess(delivery) ? '✅' : '❌'}&nbsp;${describeEnding(delivery)}`,
            result?.kind === 'response' ? String(result.status) : '–',
            escapeMarkdown(isSuccess(delivery) ? '' : (saidBy(delivery) ?? ''), 200),
        ];
    });
}
function containerTable(deliveries) {
    const nameOne = namer(deliveries);
    const all = deliveries
        .flatMap((delivery) => (delivery.deployment?.containers ?? []).map((container) => ({ delivery, container })))
        .sort((a, b) => Number(a.container.isWell) - Number(b.container.isWell));
    if (all.length === 0)
        return '';
    const head = [...(deliveries.length > 1 ? ['Delivery'] : []), 'Container', 'State'];
    return cut(head, all, 'containers', ({ delivery, container: { name, state, isWell } }) => [
        ...(deliveries.length > 1 ? [nameOne(delivery)] : []),
        code(name, 100),
        `${isWell ? '✅' : '❌'}&nbsp;${escapeMarkdown(state, 100)}`,
    ]);
}
function attemptTable(deliveries) {
    const nameOne = namer(deliveries);
    const all = deliveries
        .filter(({ attempts }) => attempts.length > 1)
        .flatMap((delivery) => delivery.attempts.map((attempt, index) => ({ delivery, attempt, index })));
    if (all.length === 0)
        return '';
    const head = [...(deliveries.length > 1 ? ['Delivery'] : []), 'Attempt', 'Began (UTC)', 'Took', 'Outcome'];
    return cut(head, all, 'attempts', ({ delivery, attempt, index }) => [
        ...(deliveries.length > 1 ? [nameOne(delivery)] : []),
        String(index + 1),
        ...attemptCells(attempt),
    ]);
}
function attemptCells({ startedMs, result }) {
    const outcome = result.kind === 'response' ? String(result.status) : escapeMarkdown(result.message, 200);
    return [new Date(startedMs).toISOString().slice(11, 23), unbroken((0,time/* formatDuration */.a3)(result.durationMs)), outcome];
}
function cut(head, items, what, cellsOf) {
    return limitedTable(head, items, { bytes: SHARE[what], what, cellsOf });
}
function inCode(artifact) {
    return `\`${(0,oci_artifact/* nameArtifact */.o)(artifact)}\``;
}
function dryRun(prepared) {
    const all = eachMessage(prepared);
    const servers = prepared.flatMap(({ endpoint = [] }) => endpoint);
    const [first] = servers;
    const where = servers.length === 1 && first !== undefined
        ? ` for ${escapeMarkdown(nameServer({ endpoint: first }))}`
        : servers.length > 1
            ? ` for ${(0,util_text/* plural */.LS)(servers.length, 'server')}`
            : '';
    const shown = all.slice(0, SHOWN_MESSAGES).map(({ endpoint, message }) => {
        const request = endpoint === undefined ? [] : [...(0,deliver/* describeRequest */.N)(message, endpoint), ''];
        return `\`\`\`http\n${[...request, prettyBody(message.body)].join('\n')}\n\`\`\``;
    });
    const more = all.length > shown.length ? [`and ${all.length - shown.length} more`] : [];
    return [`### 🧪 Dry run: ${(0,util_text/* plural */.LS)(all.length, 'message')}${where}`, ...shown, ...more].join('\n\n');
}
function prettyBody(body) {
    const pretty = JSON.stringify(JSON.parse(body), undefined, 2);
    return pretty.length > LONGEST_BODY ? `${pretty.slice(0, LONGEST_BODY)}…` : pretty;
}

;// CONCATENATED MODULE: ./lib/report/outputs.js




const TOGETHER = 398_000;
function outputsOf(outcome, warning = () => { }) {
    const artifacts = 'artifacts' in outcome ? outcome.artifacts : [];
    const deliveries = 'deliveries' in outcome ? outcome.deliveries : [];
    const first = deliveries[0];
    const named = artifacts.map((artifact) => ({ artifact: (0,oci_artifact/* nameArtifact */.o)(artifact), digest: artifact.digest ?? '' }));
    const payload = shortEnough('payload', firstBody(outcome), TOGETHER / 4, warning);
    const artifactList = jsonList('artifacts', named, (TOGETHER - payload.length) / 2, warning);
    const left = TOGETHER - payload.length - artifactList.length;
    return {
        result: resultOf(outcome),
        artifact: named[0]?.artifact ?? '',
        digest: named[0]?.digest ?? '',
        artifacts: artifactList,
        payload,
        deliveries: jsonList('deliveries', deliveries.map(deliveryOutputs), left, warning),
        'status-code': String((first && statusOf(first)) ?? ''),
        'job-id': first?.jobId ?? '',
        'skip-reason': outcome.kind === 'skipped' ? outcome.skip.reason : '',
    };
}
const OMITTED_ENTRY = 24;
function jsonList(name, entries, limit, warning) {
    const texts = entries.map((entry) => JSON.stringify(entry));
    let length = OMITTED_ENTRY;
    const end = texts.findIndex((text) => {
        length += text.length + 1;
        return length > limit;
    });
    if (end < 0)
        return `[${texts.join(',')}]`;
    const part = `${(0,util_text/* grouped */.zD)(end)} of ${(0,util_text/* grouped */.zD)(texts.length)}`;
    warning(`the output ${name} holds the first ${part}: GitHub takes 1 MB for all outputs of a job together`);
    return `[${[...texts.slice(0, end), JSON.stringify({ omitted: texts.length - end })].join(',')}]`;
}
function shortEnough(name, text, limit, warning) {
    if (text.length <= limit)
        return text;
    warning(`the output ${name} is empty: with ${(0,util_text/* grouped */.zD)(text.length)} characters it is longer than this action sets`);
    return '';
}
function deliveryOutputs(delivery) {
    const { message, endpoint, attempts, durationMs, jobId, deployment } = delivery;
    const { serverMessage } = deployment ?? delivery;
    return {
        artifact: (0,oci_artifact/* nameArtifact */.o)(message.artifact),
        digest: message.artifact.digest ?? '',
        endpoint: endpoint.url.origin,
        status: statusOf(delivery),
        attempts: attempts.length,
        durationMs,
        jobId: jobId ?? null,
        outcome: outcomeOf(delivery),
        error: errorOf(delivery),
        message: serverMessage === undefined ? null : (0,util_text/* oneLine */.TN)(serverMessage),
    };
}
function firstBody(outcome) {
    switch (outcome.kind) {
        case 'dry-run':
            return outcome.prepared[0]?.messages[0]?.body ?? '';
        case 'sent':
        case 'broken':
            return outcome.deliveries[0]?.message.body ?? '';
        default:
            return '';
    }
}
function statusOf({ attempts }) {
    const result = attempts.at(-1)?.result;
    return result?.kind === 'response' ? result.status : null;
}
function errorOf(delivery) {
    if (isSuccess(delivery))
        return null;
    if (delivery.deployment?.error !== undefined)
        return delivery.deployment.error;
    const result = delivery.attempts.at(-1)?.result;
    if (result === undefined || delivery.kind === 'cancelled')
        return 'CANCELLED';
    return result.kind === 'response' ? `HTTP_${result.status}` : result.code;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __nccwpck_require__(7475);
;// CONCATENATED MODULE: ./lib/report/write-report.js





function writeReport(outputs, renderSummary) {
    try {
        for (const [name, value] of Object.entries(outputs()))
            (0,core/* setOutput */.uH)(name, value);
    }
    catch (cause) {
        (0,util_log/* error */.z3)(`the outputs could not be written (GITHUB_OUTPUT): ${(0,errors/* messageOf */.b)(cause)}`);
    }
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        (0,external_node_fs_.appendFileSync)(process.env.GITHUB_STEP_SUMMARY, (0,util_log/* redact */.E$)(renderSummary()));
    }
    catch (cause) {
        (0,util_log/* warning */.$e)(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${(0,errors/* messageOf */.b)(cause)}`);
    }
}
function failWith(cause, title = '') {
    const lines = (0,util_log/* redact */.E$)((0,errors/* messageOf */.b)(cause)).split('\n');
    const message = lines.map((line) => (0,util_text/* oneLine */.TN)(line, 2000)).join('\n');
    if (cause instanceof errors/* InputError */.d) {
        (0,util_log/* error */.z3)(message, title);
        return;
    }
    (0,util_log/* error */.z3)(`This is a bug in oci-webhook-action, please report it: ${message}`);
    if (cause instanceof Error)
        (0,util_log/* debug */.Yz)(cause.stack ?? '');
}

;// CONCATENATED MODULE: ./lib/report/report.js










const report_NAMED = 20;
function report(outcome) {
    const reported = complete(outcome);
    annotate(reported);
    writeReport(() => outputsOf(reported, util_log/* warning */.$e), () => renderSummary(reported));
}
function complete(outcome) {
    if (outcome.kind === 'skipped') {
        return { ...outcome, skip: { ...outcome.skip, detail: (0,util_log/* redact */.E$)(outcome.skip.detail) } };
    }
    if (!('deliveries' in outcome))
        return outcome;
    const shown = (delivery) => ({
        ...delivery,
        jobId: delivery.jobId && (0,util_log/* redact */.E$)(delivery.jobId),
        attempts: delivery.attempts.map(withoutSecrets),
    });
    return { ...outcome, deliveries: outcome.deliveries.map(shown) };
}
function withoutSecrets(attempt) {
    const { result } = attempt;
    if (result.kind === 'response')
        return attempt;
    return { ...attempt, result: { ...result, message: (0,util_log/* redact */.E$)(result.message) } };
}
function annotate(outcome) {
    switch (outcome.kind) {
        case 'refused':
            failWith(outcome.error, 'Nothing was sent');
            break;
        case 'broken':
            annotateDeliveries(outcome);
            failWith(outcome.error);
            break;
        case 'skipped':
            annotateSkip(outcome.skip);
            break;
        case 'dry-run':
            showRequests(outcome.prepared);
            break;
        case 'sent':
            annotateDeliveries(outcome);
    }
}
function showRequests(prepared) {
    const all = eachMessage(prepared);
    for (const { endpoint, message } of all.slice(0, report_NAMED)) {
        const [request, where] = endpoint === undefined ? [[], ''] : [(0,deliver/* describeRequest */.N)(message, endpoint), ` to ${endpoint.label}`];
        (0,util_log/* infoGroup */.Cu)(`${(0,oci_artifact/* nameArtifact */.o)(message.artifact)}${where}`, [...request, '', message.body]);
    }
    (0,util_log/* notice */.lm)(`Dry run: ${(0,util_text/* plural */.LS)(all.length, 'message')} built, nothing was sent`);
}
function annotateSkip({ reason, detail }) {
    const annotation = reason === 'filtered' ? util_log/* warning */.$e : util_log/* notice */.lm;
    annotation(`Nothing was sent (${reason}): ${(0,util_text/* oneLine */.TN)(detail)}`);
}
function annotateDeliveries(outcome) {
    const { deliveries } = outcome;
    const failed = deliveries.filter((delivery) => !isSuccess(delivery));
    const doubtful = deliveries.filter(isDoubtful);
    const noted = deliveries.filter((delivery) => isSuccess(delivery) && isNoted(delivery) && !isDoubtful(delivery));
    const done = deliveries.some(({ deployment }) => deployment !== undefined) ? 'deployed' : 'delivered';
    const total = deliveries.length + (outcome.kind === 'broken' ? outcome.open.length : 0);
    const isWhole = outcome.kind === 'sent' && failed.length === 0;
    (0,util_log/* info */.pq)(`${deliveries.length - failed.length} of ${total} ${isWhole ? resultOf(outcome) : done}`);
    if (doubtful.length > 0)
        (0,util_log/* warning */.$e)(listOf(doubtful), report_titleOf(doubtful, deliveries));
    if (noted.length > 0)
        (0,util_log/* notice */.lm)(listOf(noted), report_titleOf(noted, deliveries));
    if (failed.length > 0)
        (0,util_log/* error */.z3)(listOf(failed), report_titleOf(failed, deliveries));
}
function isDoubtful(delivery) {
    return adviceOn(delivery) !== undefined && ['accepted', 'unchanged'].includes(outcomeOf(delivery));
}
function isNoted({ deployment }) {
    return deployment !== undefined && (deployment.kind !== 'succeeded' || deployment.hint !== undefined);
}
function report_titleOf(some, all) {
    const [first] = some;
    if (first === undefined || some.length > 1) {
        return some.every(isSuccess) ? `${some.length} of ${all.length} deliveries` : countFailed(all);
    }
    return `${nameServer(first)}: ${describeEnding(first).replace(/ (?:after|within) .*$|: .*$/, '')}`;
}
function listOf(some) {
    const shown = some.slice(0, report_NAMED).map((delivery) => {
        const { endpoint, message } = delivery;
        const said = saidBy(delivery);
        const ended = `${endpoint.label}: ${(0,oci_artifact/* nameArtifact */.o)(message.artifact)} ${outcomeOf(delivery)}`;
        const advice = adviceOn(delivery);
        return `${ended}${said === undefined ? '' : ` (${said})`}${advice === undefined ? '' : `\n${advice}`}`;
    });
    const more = some.length > shown.length ? [`and ${(0,util_text/* grouped */.zD)(some.length - shown.length)} more, see the job summary`] : [];
    return [...(some.length > 1 ? [`${(0,util_text/* grouped */.zD)(some.length)} deliveries:`] : []), ...shown, ...more].join('\n');
}

// EXTERNAL MODULE: ./lib/util/version.js
var version = __nccwpck_require__(7949);
;// CONCATENATED MODULE: ./lib/main.js





const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => cancelled.abort());
const soFar = { artifacts: [], prepared: [], ended: new Map() };
let isReported = false;
function finish(outcome) {
    report(outcome);
    isReported = true;
}
function fail(error) {
    if (!isReported)
        finish(brokenBy(error, soFar));
}
async function main() {
    (0,version/* requireNode */.Qj)();
    finish(await notify(process.env, { signal: cancelled.signal, soFar }));
}
process.on('uncaughtException', (error) => {
    fail(error);
    (0,util_log/* exit */.NS)();
});
process.once('exit', () => fail(new Error('the step ended before it was done')));
main().catch(fail).finally(util_log/* exit */.NS);

module.exports = __webpack_exports__;
/******/ })()
;