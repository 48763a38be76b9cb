/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 923:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ toDelivery),
/* harmony export */   nj: () => (/* binding */ nextAttempt),
/* harmony export */   v6: () => (/* binding */ messageIn)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(160);
/* harmony import */ var _util_log_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(650);
/* harmony import */ var _util_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(788);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(111);




function nextAttempt(attempts, elapsedMs, rules) {
    const results = attempts.map(({ result }) => result);
    const limit = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .attemptLimit */ .N4)(results, rules.limits);
    const number = `attempt ${results.length}${Number.isFinite(limit) ? ` of ${limit}` : ''}`;
    const last = results.at(-1);
    if (last === undefined)
        return { decision: undefined, line: number };
    const decision = decideNext(last, { ...rules, elapsedMs, attempts: results.length, limit });
    return { decision, line: `${number}: ${describeAttempt(last, decision, rules)}` };
}
function decideNext(last, { format, limits, elapsedMs, attempts, limit }) {
    if (isAccepted(last, format) || !format.isRetryable(last, (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isRetryable */ .r3)(last)))
        return undefined;
    const retryAfterMs = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(last, Date.now());
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .decide */ .LD)({ attempts, elapsedMs, isUnsent: (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnsent */ .wt)(last), retryAfterMs, random: Math.random() }, limit, limits);
}
function toDelivery(tried, decision, { format, limits }) {
    const result = tried.attempts.at(-1)?.result;
    if (result === undefined || decision?.kind === 'retry' || isCancelled(result)) {
        return { kind: 'cancelled', ...tried, serverMessage: describeCancelled(result, format) };
    }
    const ranOutOfRetries = decision?.kind === 'stop' && decision.reason === 'retries';
    return {
        kind: isAccepted(result, format) ? 'accepted' : result.kind === 'response' ? 'rejected' : 'unreachable',
        ...tried,
        serverMessage: messageIn(result, format),
        jobId: result.kind === 'response' ? format.jobId(result.body) : undefined,
        isRepeated: !ranOutOfRetries && format.isRetryable(result, (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isRetryable */ .r3)(result)),
        hint: outOfTime(decision, limits),
    };
}
function outOfTime(decision, { deadlineInput }) {
    if (decision?.kind !== 'stop')
        return undefined;
    if (decision.reason === 'retry-after') {
        const asked = (0,_util_time_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(decision.askedMs);
        const input = deadlineInput ?? 'deadline';
        return `it asks to come back in ${asked}, which is longer than what is left of ${input}; raise it, or send later`;
    }
    if (decision.reason === 'retries' || deadlineInput === undefined)
        return undefined;
    return `${deadlineInput} was over before the message was accepted; raise it, or find out why it is not accepted`;
}
function isAccepted(result, format) {
    return (0,_http_types_js__WEBPACK_IMPORTED_MODULE_3__/* .is2xx */ .ZE)(result) && format.isAcceptance(result);
}
function isCancelled(result) {
    return result.kind === 'failure' && result.code === 'CANCELLED';
}
function describeCancelled(last, format) {
    if (last === undefined)
        return 'before it was sent';
    if (isCancelled(last))
        return 'before the answer: the receiver may have it';
    const message = messageIn(last, format);
    return `before the next attempt: the last one ended with ${last.kind === 'response' ? `${last.status} ${message}`.trim() : message}`;
}
function messageIn(result, format) {
    if (result.kind === 'failure')
        return (0,_util_log_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(result.message);
    return (0,_util_log_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(format.serverMessage(result.body) ?? ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_3__/* .isPage */ .yp)(result.body) ? '(an HTML page)' : result.body.trim()));
}
function describeAttempt(result, decision, { format, limits }) {
    const message = messageIn(result, format);
    const next = describeNext(decision, limits);
    if (result.kind === 'failure')
        return `${message}${next}`;
    const details = [
        `${result.durationMs} ms`,
        ...(result.bodyState === 'complete' ? [] : [`body ${result.bodyState}`]),
        ...(result.proxy === undefined ? [] : [`through the proxy ${result.proxy}`]),
        ...(message === '' ? [] : [`it said: ${message}`]),
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
        case 'retry-after':
            return `, asked to wait longer than what is left of ${limit}: giving up`;
    }
}


/***/ }),

/***/ 649:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ deliver)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __nccwpck_require__(160);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __nccwpck_require__(788);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __nccwpck_require__(949);
// EXTERNAL MODULE: ./lib/delivery/classify.js
var classify = __nccwpck_require__(923);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __nccwpck_require__(650);
;// CONCATENATED MODULE: ./lib/delivery/sign.js


function sign(body, secret) {
    return `sha256=${(0,external_node_crypto_.createHmac)('sha256', secret).update(body).digest('hex')}`;
}
function signatureHeaders(body, secret, name) {
    if (secret === undefined)
        return {};
    const signature = sign(body, secret);
    (0,log/* mask */.dK)(signature.slice(signature.indexOf('=') + 1));
    return { [name]: signature };
}

;// CONCATENATED MODULE: ./lib/delivery/deliver.js






async function deliver(message, endpoint, options) {
    const { client, signal, endByMs, format } = options;
    const request = {
        url: endpoint.url,
        method: 'POST',
        headers: headersFor(message, endpoint, options),
        body: message.body,
        keepAlive: options.keepAlive,
        timeoutMs: options.limits.timeoutMs,
        signal,
        endByMs,
        ...options.request,
    };
    const attempts = [];
    let beganMs = (0,time/* monotonicMs */.dR)();
    let limits = options.limits;
    let decision;
    for (let waitMs = 0;; waitMs = decision.waitMs) {
        await (0,time/* sleep */.yy)(waitMs, signal);
        if (signal.aborted)
            break;
        const isFirst = attempts.length === 0;
        const result = await client.send(isFirst ? { ...request, beginByMs: endByMs } : request);
        if ((0,types/* wasNeverSent */.CR)(result))
            break;
        if (isFirst) {
            beganMs = (0,time/* monotonicMs */.dR)() - result.durationMs;
            limits = limitsUntil(endByMs, options.limits, beganMs);
        }
        forgetBody(attempts);
        attempts.push({ startedMs: Date.now() - result.durationMs, result });
        const next = (0,classify/* nextAttempt */.nj)(attempts, (0,time/* monotonicMs */.dR)() - beganMs, { format, limits });
        options.log(next.line);
        decision = next.decision;
        if (decision?.kind !== 'retry')
            break;
    }
    const durationMs = Math.round((0,time/* monotonicMs */.dR)() - beganMs);
    return (0,classify/* toDelivery */.MH)({ message, endpoint, attempts, durationMs }, decision, { format, limits });
}
function limitsUntil(endByMs, limits, beganMs) {
    const leftMs = endByMs === undefined ? Number.POSITIVE_INFINITY : endByMs - beganMs;
    if (leftMs >= limits.deadlineMs)
        return limits;
    return { ...limits, deadlineMs: Math.max(leftMs, 0), deadlineInput: 'wait-timeout' };
}
function forgetBody(attempts) {
    const last = attempts.at(-1);
    if (last?.result.kind !== 'response')
        return;
    attempts[attempts.length - 1] = { ...last, result: { ...last.result, body: '' } };
}
function headersFor(message, { headers, secret }, { format, signatureHeader }) {
    return {
        accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
        'user-agent': version/* USER_AGENT */._O,
        'content-type': message.contentType,
        ...format.headers,
        ...headers,
        'idempotency-key': (0,external_node_crypto_.randomUUID)(),
        ...signatureHeaders(message.body, secret, signatureHeader),
    };
}


/***/ }),

/***/ 547:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gy: () => (/* binding */ wantsClientCertificate),
/* harmony export */   yX: () => (/* binding */ generalHint),
/* harmony export */   z9: () => (/* binding */ withHints)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(160);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(111);


function withHints(deliveries, format) {
    const effective = new Set(deliveries.filter((delivery) => hadEffect(delivery, format)).map(repositoryOf));
    return deliveries.map((delivery) => delivery.kind === 'accepted' && !hadEffect(delivery, format) && effective.has(repositoryOf(delivery))
        ? delivery
        : withHint(delivery, format));
}
function hadEffect({ kind, attempts }, { hadNoEffect }) {
    const result = attempts.at(-1)?.result;
    return kind === 'accepted' && result?.kind === 'response' && hadNoEffect?.(result) !== true;
}
function repositoryOf({ endpoint, message }) {
    const [artifact] = message.artifacts;
    return `${endpoint.label} ${artifact?.host}/${artifact?.path}`;
}
function withHint(delivery, format) {
    const result = delivery.attempts.at(-1)?.result;
    if (delivery.deployment !== undefined || delivery.kind === 'cancelled' || result === undefined)
        return delivery;
    const [artifact] = delivery.message.artifacts;
    const general = () => delivery.kind === 'accepted' ? acceptedHint(result) : generalHint(result, delivery.isRepeated);
    return { ...delivery, hint: format.hint(result, delivery.endpoint.url, artifact) ?? delivery.hint ?? general() };
}
function acceptedHint(result) {
    return result.kind === 'response' && (0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isPage */ .yp)(result.body)
        ? 'a web page answered, which no receiver does; check the url input'
        : undefined;
}
function generalHint(result, isRepeated = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isRetryable */ .r3)(result)) {
    if (result.kind === 'response')
        return responseHint(result, isRepeated);
    const hint = failureHint(result);
    if (hint === undefined || result.through === undefined)
        return hint;
    return `${hint}; or the proxy ${result.through} is at fault: to go around it list the host in NO_PROXY`;
}
function responseHint(response, isRepeated) {
    const { status, proxy } = response;
    const hint = status >= 300 && status < 400 ? redirectHint(response) : statusHint(status, isRepeated);
    if (proxy === undefined)
        return hint;
    const doubt = `this may be the answer of the proxy ${proxy} and not the receiver's; to go around it list the host in NO_PROXY`;
    return hint === undefined ? doubt : `${hint}; or ${doubt}`;
}
function redirectHint({ redirectsTo }) {
    return redirectsTo === undefined
        ? 'the receiver refuses the message, and its answer or log may say why: a redirect would say where it leads'
        : `the url redirects, and redirects are never followed; put the final URL in the url input (this one leads to ${redirectsTo})`;
}
function statusHint(status, isRepeated) {
    if (status >= 500) {
        const trouble = 'the receiver, or something in front of it, is in trouble: see its log';
        return isRepeated ? `${trouble}; if it only needs longer to start, raise deadline` : trouble;
    }
    switch (status) {
        case 400:
            return 'whatever answers there does not understand the message, or not its signature; check the url, format, secret, signature-header and headers inputs';
        case 401:
        case 403:
            return 'something in front of the receiver wants a login, or the receiver another signature; pass the login in headers, or check secret and signature-header';
        case 404:
        case 410:
            return 'the path of the url is wrong; check the url input';
        case 405:
            return 'this path takes no POST; check the path in the url input';
        case 407:
            return 'the proxy wants credentials; put user:password@ in the proxy variable';
        case 408:
        case 425:
            return `the receiver was not ready for the request${isRepeated ? '; raise deadline if it needs longer' : ': see its log'}`;
        case 413:
            return 'something in front of the receiver limits the size of requests; raise its limit';
        case 429:
            return `the receiver limits the rate of requests; ${isRepeated ? 'raise deadline, or ' : ''}send less often`;
        default:
            if (status < 200)
                return 'whatever answers there does not speak HTTP as a receiver does; check scheme, port and path in the url input';
            return status < 400
                ? undefined
                : 'the receiver refuses the message, and its log may say why; check the url input';
    }
}
function failureHint({ code, proxy, proxyStatus }) {
    if (proxyStatus === 407)
        return 'the proxy wants credentials; put user:password@ in the proxy variable';
    if (proxyStatus !== undefined && proxyStatus >= 500)
        return 'the proxy cannot reach the receiver; check the url input and that the receiver runs, or list the host in NO_PROXY';
    if (proxyStatus !== undefined)
        return 'the proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY';
    if (proxy !== undefined && (0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isTlsError */ .sl)(code))
        return "the proxy's certificate is not trusted, or it speaks no TLS; set NODE_EXTRA_CA_CERTS to its authority, check HTTP_PROXY and HTTPS_PROXY, or list the host in NO_PROXY";
    if (proxy !== undefined)
        return 'the proxy does not work; check HTTP_PROXY and HTTPS_PROXY, or list the host in NO_PROXY';
    if ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isTlsError */ .sl)(code))
        return tlsHint(code);
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
function wantsClientCertificate(code) {
    return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN/.test(code);
}
function tlsHint(code) {
    if (code === 'CERT_HAS_EXPIRED')
        return "the receiver's certificate has expired; renew it there";
    if (code === 'CERT_NOT_YET_VALID')
        return "the receiver's certificate is not valid yet; check the clocks";
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return 'the certificate is for another host; use a name that it lists in the url input';
    if (wantsClientCertificate(code)) {
        return 'the receiver wants a certificate from the client that it trusts; set client-certificate and client-key';
    }
    if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code))
        return 'the receiver speaks no safe version of TLS; turn on TLS 1.2 or newer there';
    if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH|HTTP_REQUEST/.test(code))
        return 'the receiver does not speak TLS here; check scheme and port in the url input';
    if (code.startsWith('ERR_SSL_'))
        return "the two sides do not agree on TLS; check scheme and port in the url input, and the receiver's log";
    const hint = "the receiver's certificate is not signed by an authority that is known here; put the authority's certificate (PEM) in ca-certificate, or, if the runner's system knows it, set NODE_USE_SYSTEM_CA=1";
    return code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
        ? `${hint}; or have the receiver send its intermediate certificates`
        : hint;
}


/***/ }),

/***/ 111:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   N4: () => (/* binding */ attemptLimit),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   r3: () => (/* binding */ isRetryable),
/* harmony export */   wt: () => (/* binding */ isUnsent)
/* harmony export */ });
/* unused harmony exports RETRIED_CODES, backoffMs */
const BASE_MS = 1_000;
const CAP_MS = 10_000;
const UNSENT = { baseMs: 500, capMs: 2_000, untilMs: 30_000 };
const RETRY_AFTER_SPREAD_MS = 1_000;
const TIMER_SLACK_MS = 5;
const ATTEMPTS_FOR_UNKNOWN_HOST = 3;
const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
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
        return RETRIED_STATUSES.has(result.status);
    if (result.proxyStatus !== undefined)
        return RETRIED_STATUSES.has(result.proxyStatus);
    return RETRIED_CODES.has(result.code);
}
function attemptLimit(results, { retries = Number.POSITIVE_INFINITY, deadlineMs }) {
    const resolved = results.findLastIndex((result) => result.kind === 'response' || result.code !== 'ENOTFOUND') + 1;
    const unknownHost = resolved < results.length ? resolved + ATTEMPTS_FOR_UNKNOWN_HOST : Number.POSITIVE_INFINITY;
    return Math.min(deadlineMs === 0 ? 1 : retries + 1, unknownHost);
}
function decide(state, limit, { deadlineMs }) {
    const { attempts, elapsedMs, retryAfterMs, random } = state;
    if (attempts >= limit)
        return { kind: 'stop', reason: 'retries' };
    const leftMs = deadlineMs - elapsedMs;
    if (leftMs < TIMER_SLACK_MS)
        return { kind: 'stop', reason: 'deadline' };
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

/***/ 826:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ jobId),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   r3: () => (/* binding */ isRetryable),
/* harmony export */   x_: () => (/* binding */ serverMessage),
/* harmony export */   y1: () => (/* binding */ isAcceptance)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(160);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(487);
/* harmony import */ var _webhook_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(270);



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
function isAcceptance({ status, body, bodyState }) {
    if (status !== 201 && status !== 202)
        return false;
    return jobId(body) !== undefined || (bodyState !== 'complete' && !(0,_http_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isPage */ .yp)(body));
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
        return "the secret differs from the server's WEBHOOK_SECRET; set both again, without quotes or line ends";
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

/***/ 270:
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

/***/ 78:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SR: () => (/* binding */ refusedByProxy),
/* harmony export */   Tm: () => (/* binding */ TunnelError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   em: () => (/* binding */ statusIn),
/* harmony export */   ii: () => (/* binding */ isProxyResponse)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(160);

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
    const first = error.errors?.[0] ?? error;
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
function refusedByProxy({ origin }, status) {
    const stopped = status === 407 ? ', the request did not get through' : '';
    const message = `the proxy ${origin} answered ${status} itself${stopped}`;
    return { code: 'PROXY_REFUSED', message, proxy: origin, proxyStatus: status };
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

/***/ 160:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ wasNeverSent),
/* harmony export */   Ne: () => (/* binding */ isIncomplete),
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
function isPage(body) {
    return /^\s*<(?:\?xml[^>]*>\s*<)?(?:!|(?:html|head|body|title|meta|script|h\d|div|center|p|a)\b)/i.test(body);
}
function wasNeverSent(result) {
    return result.kind === 'failure' && result.code === 'CANCELLED' && !result.written;
}
function isTlsError(code) {
    return /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO)/.test(code);
}


/***/ }),

/***/ 263:
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
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(230);


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
    const colon = digest.indexOf(':');
    if (colon < 0)
        throw refuse('there is no algorithm before a ":", expected sha256:<64 hex digits>');
    const algorithm = digest.slice(0, colon);
    const encoded = digest.slice(colon + 1);
    if (!DIGEST.test(digest)) {
        const hexLength = HEX_LENGTH[algorithm] ?? 64;
        throw refuse(encoded === ''
            ? `nothing follows "${algorithm}:"`
            : `expected ${algorithm in HEX_LENGTH ? algorithm : 'sha256'}:<${hexLength} hex digits>`);
    }
    const length = HEX_LENGTH[algorithm];
    if (length === undefined) {
        throw refuse(`the algorithm ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`);
    }
    const wrong = /[^a-f0-9]/.exec(encoded);
    if (wrong) {
        const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
        throw refuse(`character ${wrong.index + 1} after "${algorithm}:" is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(wrong[0])}, ${hint}`);
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
        throw refuse(`remove "${scheme[0]}", a reference has no scheme`);
    const unsupported = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
    if (unsupported)
        throw refuse(`character ${unsupported.index + 1} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(unsupported[0])}, which is not allowed in a reference`);
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
    return /^(?:localhost|[^:]+\.localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(host);
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
function tagProblem(tag) {
    if (tag === '')
        return 'the tag after ":" is empty';
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

/***/ 370:
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

/***/ 487:
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
function parseObject(text) {
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

/***/ 650:
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
  $e: () => (/* binding */ warning)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __nccwpck_require__(635);
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
        redact(text) {
            if (all.size === 0)
                return text;
            let redacted = '';
            let endOfSecret = 0;
            let prefix = prefixAt(text, 0) >>> 8;
            for (let index = 0; index < text.length; index++) {
                prefix = pack(prefix, text, index + PREFIX_LENGTH - 1);
                const sharing = byPrefix.get(prefix);
                const found = sharing?.find((secret) => text.startsWith(secret, index)) ?? shortAt(text, index);
                if (found === undefined)
                    continue;
                if (index >= endOfSecret)
                    redacted += `${text.slice(endOfSecret, index)}***`;
                endOfSecret = Math.max(endOfSecret, index + found.length);
            }
            return redacted + text.slice(endOfSecret);
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
var util_text = __nccwpck_require__(230);
;// CONCATENATED MODULE: ./lib/util/log.js



const redactor = createRedactor();
process.stdout.on('error', () => { });
function mask(secret) {
    if (secret.trim() === '')
        return;
    for (const spelling of spellingsOf(secret))
        if (redactor.add(spelling))
            core/* setSecret */.Pq(spelling);
}
function redact(text) {
    return redactor.redact(text);
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
function notice(text) {
    core/* notice */.lm(redact(text));
}
function warning(text) {
    core/* warning */.$e(redact(text));
}
function error(text) {
    core/* setFailed */.C1(redact(text));
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

/***/ 230:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ge: () => (/* binding */ unicodePattern),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
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
    const invisible = String.raw `[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+`;
    return text.replace(unicodePattern(invisible, 'gu'), ' ');
}
function quote(text) {
    return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '�');
}
function formatBytes(bytes) {
    if (bytes < 1024)
        return `${bytes} B`;
    const units = ['KiB', 'MiB', 'GiB'];
    const power = units.findIndex((_, power) => bytes / 1024 ** (power + 1) < 1023.95 || power === units.length - 1);
    return `${(bytes / 1024 ** (power + 1)).toFixed(1)} ${units[power]}`;
}
function plural(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}


/***/ }),

/***/ 788:
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

/***/ 949:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ requireNode),
/* harmony export */   _O: () => (/* binding */ USER_AGENT)
/* harmony export */ });
/* unused harmony export VERSION */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(370);

const VERSION = '1.0.0';
const USER_AGENT = `oci-webhook-action/${VERSION}`;
const OLDEST_NODE = 24;
function requireNode() {
    if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`this action needs Node ${OLDEST_NODE}, but the runner started ${process.version}: update the runner, or start the action with a newer Node`);
}


/***/ }),

/***/ 363:
/***/ ((module) => {

module.exports = require("./github-api.js");

/***/ }),

/***/ 172:
/***/ ((module) => {

module.exports = require("./registry.js");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 30:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ core_debug),
  N4: () => (/* binding */ endGroup),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, error, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, summary, toPlatformPath, toPosixPath, toWin32Path

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
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
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
var util_log = __nccwpck_require__(650);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __nccwpck_require__(263);
;// CONCATENATED MODULE: ./lib/oci/artifact.js

function nameArtifact({ host, path, tag, digest, style }) {
    const name = { host, path };
    if (tag === undefined)
        return (0,oci_reference/* formatReference */.FH)({ ...name, digest });
    if (digest === undefined || style === 'tag')
        return (0,oci_reference/* formatReference */.FH)({ ...name, tag });
    return (0,oci_reference/* formatReference */.FH)(style === 'digest' ? { ...name, digest } : { ...name, tag, digest });
}
function nameArtifacts(artifacts, name = nameArtifact) {
    const shown = artifacts.slice(0, 3).map(name);
    const more = artifacts.length > shown.length ? [`and ${artifacts.length - shown.length} more`] : [];
    return [...shown, ...more].join(', ');
}

// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(370);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(230);
;// CONCATENATED MODULE: ./lib/formats/known-kinds.js


const WAY_OUT = 'say what was published yourself: set the inputs artifact and digest, or event to {"source":"oci","artifact":"host/path:tag","digest":"sha256:..."}';
function skipIgnored(kind, field, known, asWritten = kind) {
    const { noun, publishing, ignored, reason, advice } = known;
    const expected = publishing.map(util_text/* quote */.hD).join(' or ');
    if (kind === undefined)
        throw new errors/* InputError */.d(`event: ${field} is missing, expected ${expected}`);
    if (publishing.includes(kind))
        return undefined;
    if (ignored.has(kind)) {
        return {
            reason,
            detail: `the ${noun} is ${(0,util_text/* quote */.hD)(asWritten ?? kind)}, and only ${expected} publishes something: ${advice}`,
        };
    }
    throw new errors/* InputError */.d(`event: ${field} is ${(0,util_text/* quote */.hD)(asWritten ?? kind)}, and it is not known here whether that publishes something, expected ${expected}; leave such events out where they come from, or ${WAY_OUT}`);
}

;// CONCATENATED MODULE: ./lib/oci/official-images.js
const NAMES = `
adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps
busybox caddy cassandra centos chronograf clearlinux clefos clickhouse clojure composer convertigo couchbase couchdb crate dart debian
docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang fedora flink fluentd friendica gazebo gcc
geonetwork ghost golang gradle groovy haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb irssi
jetty joomla jruby julia kapacitor kibana kong krakend leap liquibase logstash lightstreamer mageia mariadb matomo maven mediawiki
memcached mongo mongo-express monica mysql nats nats-streaming neo4j neurodebian nextcloud nginx node odoo open-liberty openjdk
opensuse oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq
rakudo-star redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas sl solr
sonarqube spark spiped storm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu unit varnish vault websphere-liberty
wordpress xwiki yourls znc zookeeper
`;
const OFFICIAL = new Set(NAMES.trim().split(/\s+/));
function isOfficialImage(name) {
    return OFFICIAL.has(name);
}

;// CONCATENATED MODULE: ./lib/oci/written.js




function parseWrittenDigest(value, field) {
    const text = unquote(/^\[([^[\],\s]*)\]$/.exec(value.trim())?.[1] ?? value);
    if (/^[[{]/.test(text)) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is a list or an object; give the one digest in it`);
    }
    const at = text.lastIndexOf('@');
    if (at < 0)
        return { digest: (0,oci_reference/* parseDigest */.m)(text, field) };
    const digest = (0,oci_reference/* parseDigest */.m)(text.slice(at + 1), `${field}: the part of ${(0,util_text/* quote */.hD)(text)} after "@"`);
    const { host, path } = (0,oci_reference/* parseReference */.F2)(text.slice(0, at), `${field}: the part of ${(0,util_text/* quote */.hD)(text)} before "@"`);
    return { digest, repository: (0,oci_reference/* formatReference */.FH)({ host, path }) };
}
function refuseWord(text, field) {
    const wanted = (tag) => `but a reference is wanted, such as ghcr.io/acme/app:${tag}`;
    if (/^refs\/(?:heads|tags|pull)\//.test(text))
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is a Git ref, ${wanted('v1')}`);
    const [, word = '', tag] = /^([\w.-]+)(?::([^/@]*))?(?:@[^/]*)?$/.exec(text) ?? [];
    if (word === '' || isOfficialImage(word) || /^[a-f0-9]{64}$/.test(word))
        return;
    if (tag === undefined) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is only a word, so probably a tag, ${wanted(/^\w/.test(text) ? text : 'v1')} (docker/metadata-action gives references in outputs.tags when its images input is set)`);
    }
    if (word === 'localhost' || word.includes('.')) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is only a host, ${wanted('v1')}`);
    }
    throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} names neither a registry nor an owner, and it is none of Docker Hub's official images, but a reference is wanted, such as ghcr.io/acme/${word}:${/^\w/.test(tag) ? tag : 'v1'} (if it is a new official image, docker.io/library/${word})`);
}
function unquote(text) {
    const trimmed = text.trim();
    return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}

// EXTERNAL MODULE: ./lib/util/json.js
var json = __nccwpck_require__(487);
;// CONCATENATED MODULE: ./lib/inputs/parse.js


function parse_text(environment, name) {
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
    throw new errors/* InputError */.d(`${name}: line ${empty + 1} of ${all.length} is empty; if it comes from a secret, that secret is not set here, or ends with a line break: set it again, or leave the endpoint out`);
}
function refuseUnexpanded(value, where) {
    if (!value.includes('${{'))
        return;
    throw new errors/* InputError */.d(`${where} holds an unexpanded \${{ expression }}; write the expression into the workflow file itself`);
}
function optional(value, parse) {
    return value === '' ? undefined : parse(value);
}
function choice(value, name, allowed) {
    const found = allowed.find((choice) => choice === value);
    if (found === undefined)
        throw new errors/* InputError */.d(`${name}: ${(0,util_text/* quote */.hD)(value)} is not allowed, expected ${allowed.join(', ')}`);
    return found;
}
function flag(value, name) {
    if (value === '' || /^(?:false|False|FALSE)$/.test(value))
        return false;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    throw new errors/* InputError */.d(`${name}: ${(0,util_text/* quote */.hD)(value)} is not allowed, expected true or false`);
}
function integer(value, name, most) {
    if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
        throw new errors/* InputError */.d(`${name}: ${(0,util_text/* quote */.hD)(value)} is not allowed, expected a whole number from 0 to ${most}`);
    }
    return Number(value);
}
function seconds(value, name, { least, most }) {
    const number = /^\d{1,9}(?:\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) {
        const range = least === 0 ? `from 0 to ${most}` : `above 0 and at most ${most}`;
        throw new errors/* InputError */.d(`${name}: ${(0,util_text/* quote */.hD)(value)} is not allowed, expected a number of seconds ${range}`);
    }
    return Math.round(number * 1000);
}
function pem(value, name, kind) {
    if (!new RegExp(`-----BEGIN [A-Z ]*${kind}-----`).test(value)) {
        throw new errors/* InputError */.d(`${name} is not PEM text: "-----BEGIN ${kind}-----" is missing`);
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/inputs/problems.js

function collectProblems() {
    const messages = new Set();
    return {
        attempt(read) {
            try {
                return read();
            }
            catch (error) {
                if (!(error instanceof errors/* InputError */.d))
                    throw error;
                messages.add(error.message);
                return undefined;
            }
        },
        throwIfAny() {
            if (messages.size > 0)
                throw new errors/* InputError */.d([...messages].join('\n'));
        },
    };
}

;// CONCATENATED MODULE: ./lib/inputs/references.js







function splitReferences(value) {
    const text = value.trim();
    if (text.startsWith('{')) {
        throw new errors/* InputError */.d('artifact is a JSON object, but references are wanted: of the metadata that docker/build-push-action and bake-action print, set "image.name" here and "containerimage.digest" as digest, each by fromJSON; of docker/metadata-action, set outputs.tags');
    }
    if (!text.startsWith('[') || /^\[[0-9a-f]*:[0-9a-f:.]*\]/i.test(text))
        return lines(text, /[\r\n,]+/).map((line) => ({ text: unquote(line) }));
    refuseUnexpanded(text, 'artifact');
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.d('artifact begins with "[" but is not a JSON array; write one reference per line', { cause });
    }
    const entries = parsed;
    if (entries.length === 0)
        throw new errors/* InputError */.d('artifact is an empty JSON array; leave the step out, or give references');
    const { attempt, throwIfAny } = collectProblems();
    const written = entries.map((entry, index) => attempt(() => readEntry(entry, index)));
    throwIfAny();
    return written.filter((each) => each !== undefined);
}
function readEntry(entry, index) {
    if (typeof entry === 'string')
        return { text: entry };
    const artifact = (0,json/* isObject */.Gv)(entry) ? (0,json/* textAt */.$6)(entry, 'artifact') : undefined;
    if (artifact !== undefined) {
        const digest = (0,json.at)(entry, 'digest') ?? '';
        if (typeof digest === 'string')
            return { text: artifact, digest: digest.trim() === '' ? undefined : digest };
        throw new errors/* InputError */.d(`artifact: entry ${index + 1}: its digest must be text, found ${(0,json/* kindOf */.I)(digest)}`);
    }
    throw new errors/* InputError */.d(`artifact: entry ${index + 1} of the JSON array is neither a reference nor {"artifact","digest"}`);
}
function readReference(written, { index, count, given }) {
    const { digest: digestInput, style } = given;
    const field = count === 1 ? 'artifact' : `artifact: entry ${index + 1}`;
    refuseWord(written.text.trim(), field);
    const { host, path, ...named } = (0,oci_reference/* parseReference */.F2)(written.text, field);
    refuseOtherRepository(digestInput, { host, path }, field);
    const beside = written.digest === undefined ? undefined : (0,oci_reference/* parseDigest */.m)(written.digest, `${field}: its digest`);
    const digest = [named.digest, beside, digestInput?.digest].reduce((found, next) => agree(found, next, field));
    const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
    if (tag === undefined && style?.startsWith('tag')) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(written.text.trim())} has no tag, but reference is "${style}"`);
    }
    const asWritten = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
    return { host, path, tag, digest, style: style ?? asWritten };
}
function refuseOtherRepository(written, { host, path }, field) {
    const repository = (0,oci_reference/* formatReference */.FH)({ host, path });
    if (written?.repository === undefined || written.repository === repository)
        return;
    throw new errors/* InputError */.d(`digest: it is of ${written.repository}, but ${field} is of ${repository}; cut off all up to the "@" if the digest is right, or correct one of them`);
}
function agree(found, given, field) {
    if (found !== undefined && given !== undefined && found !== given) {
        throw new errors/* InputError */.d(`digest: ${given} differs from ${found} of ${field}; remove the digest input or correct it`);
    }
    return found ?? given;
}
function readDigest(value) {
    return parseWrittenDigest(value, 'digest');
}

;// CONCATENATED MODULE: ./lib/artifacts/select.js






const SIGNATURE_TAG = /^sha256-[a-f0-9]{64}(?:\.[A-Za-z0-9._-]+)?$/;
function isSignatureTag(tag) {
    return SIGNATURE_TAG.test(tag);
}
function validateEvent(parsed, options) {
    return parsed.map((entry) => ('reason' in entry ? entry : validateEntry(entry, options)));
}
function select_select(validated, keep, filter = []) {
    const artifacts = new Map();
    const skips = [];
    for (const entry of validated) {
        if ('reason' in entry) {
            skips.push(entry);
            continue;
        }
        const { host, path, tag, digest } = entry;
        const whole = (0,oci_reference/* formatReference */.FH)(tag === undefined ? { host, path, digest } : { host, path, tag });
        if (keep(whole))
            artifacts.set(`${digest} ${nameArtifact(entry)}`, entry);
        else
            skips.push({
                reason: 'filtered',
                detail: `${whole} is not kept by \`filter\`: ${filter.join(', ')}; a pattern with "/" is compared with the whole reference, any other with name:tag`,
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
            detail: `${(0,util_text/* quote */.hD)(shown)} is a signature or attestation, which is never deployed: nothing needs to change`,
        };
    }
    if (tag === undefined)
        refuseNameless(entry, options);
    if (tag === undefined && options.untagged === 'skip' && entry.isDeliberate === undefined) {
        return { reason: 'untagged', detail: `${(0,util_text/* quote */.hD)(shown)} has no tag${untaggedRemedy(digests)}` };
    }
    const host = options.registry ?? entry.host;
    if (host === undefined || host === '') {
        throw new errors/* InputError */.d(`event: ${field} does not say which registry ${(0,util_text/* quote */.hD)(shown)} is in; set the registry input`);
    }
    const digest = agree(eventDigest(digests), options.digest?.digest, `event: ${field}`);
    const name = { host: (0,oci_reference/* parseHost */.o6)(host, `event: ${field}`), path, tag };
    const reference = (0,oci_reference/* parseReference */.F2)((0,oci_reference/* formatReference */.FH)(name), `event: ${field}`);
    if (reference.host !== name.host || reference.tag !== tag || reference.digest !== undefined) {
        throw new errors/* InputError */.d(`event: ${field}: ${(0,util_text/* quote */.hD)((0,oci_reference/* formatReference */.FH)(name))} would be read as ${(0,oci_reference/* formatReference */.FH)(reference)}; set the registry input to host:port`);
    }
    refuseOtherRepository(options.digest, reference, `event: ${field}`);
    if (tag === undefined && digest === undefined) {
        throw new errors/* InputError */.d(`event: ${field}: ${(0,util_text/* quote */.hD)(shown)} has neither tag nor digest: set the digest input, or push it with a tag`);
    }
    return { ...reference, digest, style: options.style ?? 'tag', mediaType, pageUrl };
}
function refuseNameless({ path, digests }, { digest }) {
    if (digest !== undefined || digests.length === 0 || digests.some(({ value }) => value !== undefined))
        return;
    const fields = digests.map(({ field }) => field).join(' and ');
    throw new errors/* InputError */.d(`event: ${(0,util_text/* quote */.hD)(path)} has no tag, and ${fields} is missing, so it is not known what was pushed; ${WAY_OUT}`);
}
function untaggedRemedy(digests) {
    return digests.some(({ value }) => (0,oci_reference/* isDigest */.Bc)(value))
        ? ', like the parts of a multi-platform image; set untagged: send to send it by digest'
        : ' and the event has no digest either: push it with a tag';
}
function eventDigest(digests) {
    const [first, ...others] = digests.filter(({ value }) => (0,oci_reference/* isDigest */.Bc)(value));
    if (first === undefined) {
        const malformed = digests.find(({ value }) => value !== undefined);
        return malformed?.value === undefined ? undefined : (0,oci_reference/* parseDigest */.m)(malformed.value, `event: ${malformed.field}`);
    }
    const other = others.find(({ value }) => value !== first.value);
    if (other) {
        throw new errors/* InputError */.d(`event: ${first.field} is ${first.value} but ${other.field} is ${other.value}; they must be equal`);
    }
    return first.value;
}

;// CONCATENATED MODULE: ./lib/artifacts/all-tags.js



async function addTags(validated, options) {
    const asked = new Map();
    const all = [];
    for (const entry of validated) {
        if ('reason' in entry) {
            all.push(entry);
            continue;
        }
        refuseOtherRegistry(entry);
        if (entry.tag === undefined) {
            options.info(`all-tags: ${nameArtifact(entry)} has no tag, and is sent alone`);
            all.push(entry);
            continue;
        }
        const key = `${entry.host}/${entry.path} ${entry.digest ?? entry.tag}`;
        const known = asked.get(key) ?? otherTags(entry, options);
        asked.set(key, known);
        const tags = new Set([entry.tag, ...(await known)]);
        all.push(...[...tags].map((tag) => ({ ...entry, tag })));
    }
    return all;
}
function refuseOtherRegistry(artifact) {
    if (artifact.host === 'ghcr.io' || artifact.host.startsWith('containers.'))
        return;
    throw new errors/* InputError */.d(`all-tags: ${nameArtifact(artifact)} is not in GitHub Packages; remove the input, or list the tags in artifact`);
}
async function otherTags(artifact, options) {
    const { path, tag = '', digest } = artifact;
    const name = nameArtifact(artifact);
    const slash = path.indexOf('/');
    const listed = await options.listTags({
        owner: path.slice(0, Math.max(slash, 0)),
        name: path.slice(slash + 1),
        tag,
        digest,
    });
    if (options.signal.aborted)
        throw new errors/* InputError */.d(`cancelled while looking up the tags of ${name}`);
    if (listed.kind === 'found')
        return listed.tags.filter((tag) => !isSignatureTag(tag));
    const why = listed.kind === 'absent'
        ? `the Packages API lists no version of it that is ${digest ?? tag}`
        : listed.kind === 'denied'
            ? `the token may not read the package (${listed.serverMessage}); give the job "permissions: packages: read", and let the package allow this repository`
            : `the Packages API failed (${listed.serverMessage})`;
    options.warning(`all-tags: only ${name} is sent: ${why}`);
    return [];
}

;// CONCATENATED MODULE: ./lib/formats/fields.js


function optionalText(parent, name, ...keys) {
    const refuse = (depth, wanted, found) => new errors/* InputError */.d(`event: ${fieldName(name, keys.slice(0, depth))} must be ${wanted}, found ${(0,json/* kindOf */.I)(found)}`);
    for (let depth = 1; depth < keys.length; depth++) {
        const found = (0,json.at)(parent, ...keys.slice(0, depth));
        if (isMissing(found))
            return undefined;
        if (!(0,json/* isObject */.Gv)(found))
            throw refuse(depth, 'an object', found);
    }
    const found = (0,json.at)(parent, ...keys);
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

;// CONCATENATED MODULE: ./lib/formats/aliyun-acr.js




function isAliyun({ repository, push_data: push }) {
    return (0,json/* isObject */.Gv)(repository) && (0,json/* isObject */.Gv)(push) && 'repo_full_name' in repository && !('repo_name' in repository);
}
const aliyunAcr = {
    title: 'Alibaba Cloud ACR',
    matches: isAliyun,
    parse({ repository, push_data: push }) {
        const path = (0,json/* textAt */.$6)(repository, 'repo_full_name');
        if (path === undefined) {
            const found = (0,json/* kindOf */.I)((0,json/* isObject */.Gv)(repository) ? repository.repo_full_name : repository);
            throw new errors/* InputError */.d(`event: repository.repo_full_name must be a text, found ${found}`);
        }
        const tag = optionalText(push, 'push_data', 'tag');
        if (tag === undefined)
            throw new errors/* InputError */.d(`event: push_data.tag is missing, which every push has; ${WAY_OUT}`);
        const region = (0,json/* textAt */.$6)(repository, 'instanceId') === undefined ? (0,json/* textAt */.$6)(repository, 'region') : undefined;
        return [
            {
                field: 'repository',
                host: region === undefined ? undefined : `registry.${region}.aliyuncs.com`,
                path,
                tag,
                digests: [digestField(push, 'push_data', 'digest')],
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/formats/amazon-ecr.js





const KINDS = {
    noun: 'detail-type',
    publishing: ['ECR Image Action', 'ECR Replication Action', 'ECR Pull Through Cache Action'],
    ignored: new Set(['ECR Image Scan', 'ECR Scan Resource Change', 'ECR Referrer Action']),
    reason: 'event-ignored',
    advice: 'let the rule match only the detail-type "ECR Image Action"',
};
const ACTIONS = {
    noun: 'action',
    publishing: ['PUSH', 'REPLICATE'],
    ignored: new Set(['DELETE', 'UPDATE_STORAGE_CLASS']),
    reason: 'action-ignored',
    advice: 'let the rule match only the action-type PUSH',
};
const RESULTS = {
    noun: 'result',
    publishing: ['SUCCESS'],
    ignored: new Set(['FAILURE', 'FAILED']),
    reason: 'action-ignored',
    advice: 'let the rule match only the result SUCCESS',
};
const DOMAINS = [
    [/^cn-/, 'amazonaws.com.cn'],
    [/^eusc-/, 'amazonaws.eu'],
    [/^us-iso-/, 'c2s.ic.gov'],
    [/^us-isob-/, 'sc2s.sgov.gov'],
    [/^us-isof-|^eu-isof-/, 'csp.hci.ic.gov'],
    [/^eu-isoe-/, 'cloud.adc-e.uk'],
];
const amazonEcr = {
    title: 'Amazon ECR',
    matches: (body) => body.source === 'aws.ecr',
    parse(body) {
        const type = (0,json/* textAt */.$6)(body, 'detail-type');
        const skip = skipIgnored(type, 'detail-type', KINDS);
        if (skip)
            return [skip];
        const { detail } = body;
        if (!(0,json/* isObject */.Gv)(detail))
            throw new errors/* InputError */.d(`event: detail must be an object, found ${(0,json/* kindOf */.I)(detail)}`);
        const isCache = type === 'ECR Pull Through Cache Action';
        const ignored = isCache
            ? skipIgnored((0,json/* textAt */.$6)(detail, 'sync-status'), 'detail.sync-status', RESULTS)
            : skipIgnored((0,json/* textAt */.$6)(detail, 'action-type'), 'detail.action-type', ACTIONS);
        const failed = isCache ? undefined : skipIgnored((0,json/* textAt */.$6)(detail, 'result'), 'detail.result', RESULTS);
        return [ignored ?? failed ?? parseDetail(body, detail)];
    },
};
function parseDetail(body, detail) {
    const path = (0,json/* textAt */.$6)(detail, 'repository-name');
    if (path === undefined)
        throw new errors/* InputError */.d('event: detail.repository-name is missing');
    return {
        field: 'detail',
        host: registryHost((0,json/* textAt */.$6)(body, 'account'), (0,json/* textAt */.$6)(body, 'region')),
        path,
        tag: optionalText(detail, 'detail', 'image-tag'),
        digests: [digestField(detail, 'detail', 'image-digest')],
        mediaType: (0,json/* textAt */.$6)(detail, 'manifest-media-type'),
    };
}
function registryHost(account, region) {
    if (account === undefined || region === undefined)
        return undefined;
    if (!/^\d{12}$/.test(account))
        throw new errors/* InputError */.d(`event: account ${(0,util_text/* quote */.hD)(account)} does not have twelve digits`);
    if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(region))
        throw new errors/* InputError */.d(`event: region ${(0,util_text/* quote */.hD)(region)} is not a region`);
    const domain = DOMAINS.find(([start]) => start.test(region))?.[1] ?? 'amazonaws.com';
    return `${account}.dkr.ecr.${region}.${domain}`;
}

;// CONCATENATED MODULE: ./lib/formats/artifactory.js




const artifactory_KINDS = {
    noun: 'event',
    publishing: ['docker pushed'],
    ignored: new Set(['docker deleted', 'artifact deleted', 'artifact_property added', 'artifact_property deleted']),
    reason: 'event-ignored',
    advice: 'select only the event "Docker tag was pushed" in the webhook',
};
const artifactory = {
    title: 'JFrog Artifactory',
    matches: (body) => 'event_type' in body && ('domain' in body || 'image_name' in body),
    parse(body) {
        const isWrapped = 'domain' in body;
        const type = (0,json/* textAt */.$6)(body, 'event_type');
        const kind = type && `${isWrapped ? (0,json/* textAt */.$6)(body, 'domain') : 'docker'} ${type}`;
        const skip = skipIgnored(kind, isWrapped ? 'domain and event_type' : 'event_type', artifactory_KINDS);
        if (skip)
            return [skip];
        const data = isWrapped ? body.data : body;
        if (!(0,json/* isObject */.Gv)(data))
            throw new errors/* InputError */.d(`event: data must be an object, found ${(0,json/* kindOf */.I)(data)}`);
        return [parseImage(data, (0,oci_reference/* hostOfUrl */.Pm)((0,json/* textAt */.$6)(body, 'jpd_origin')))];
    },
};
function parseImage(data, host) {
    const file = /^(?:(.+)\/)?([^/]+)\/((?:list\.)?manifest\.json)$/.exec((0,json/* textAt */.$6)(data, 'path') ?? '');
    const [repository, image] = [(0,json/* textAt */.$6)(data, 'repo_key'), (0,json/* textAt */.$6)(data, 'image_name') ?? file?.[1]];
    const tag = (0,json/* textAt */.$6)(data, 'tag') ?? file?.[2];
    if (repository === undefined || image === undefined || tag === undefined) {
        const missing = repository === undefined ? 'repo_key' : image === undefined ? 'image_name' : 'tag';
        throw new errors/* InputError */.d(`event: data.${missing} is missing`);
    }
    const checksum = (0,json/* textAt */.$6)(data, 'sha256');
    return {
        field: 'data',
        host,
        path: `${repository}/${image}`,
        tag: (0,oci_reference/* looksLikeDigest */.yw)(tag) ? undefined : tag,
        digests: file && checksum !== undefined ? [{ field: 'data.sha256', value: `sha256:${checksum}` }] : [],
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __nccwpck_require__(949);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __nccwpck_require__(160);
;// CONCATENATED MODULE: ./lib/formats/deployers/flux.js

const flux = {
    matches: ({ pathname }) => /\/hook\/[0-9a-f]{40,}\/*$/.test(pathname),
    hint(result, { endpoint }) {
        if (result.kind === 'failure' || (0,types/* isIncomplete */.Ne)(result))
            return undefined;
        if (result.body.trim() !== '') {
            return (0,types/* is2xx */.ZE)(result)
                ? 'this answer is not from Flux, whose answers are empty; check that the url leads to its webhook-receiver'
                : undefined;
        }
        switch (result.status) {
            case 400:
                return "Flux refuses the message; compare secret, signature-header, headers or oidc-audience with the Receiver's type, token, events and oidcProviders: the log of notification-controller says which it is";
            case 404:
                return endpoint.search === '' && !endpoint.pathname.endsWith('/')
                    ? 'no Receiver has this url; copy the path again, whole, from its status.webhookPath in Flux'
                    : 'no Receiver has this url; remove what follows the path that its status.webhookPath in Flux names';
            case 500:
                return 'Flux could not do all of it: a resource that the Receiver names is missing, or its resourceFilter fails; the log of notification-controller says which';
            case 503:
                return 'the Receiver in Flux is suspended or not ready; see kubectl describe receiver';
            default:
                return undefined;
        }
    },
};

;// CONCATENATED MODULE: ./lib/formats/deployers/image-updater.js

const TYPES = {
    'docker.io': { format: 'docker-hub', host: 'docker.io' },
    'ghcr.io': { format: 'github', host: 'ghcr.io' },
    harbor: { format: 'harbor' },
};
const imageUpdater = {
    matches: ({ pathname, searchParams }) => /\/webhook\/*$/.test(pathname) && Object.hasOwn(TYPES, searchParams.get('type') ?? ''),
    hint(result, { format, endpoint, artifact }) {
        const known = TYPES[endpoint.searchParams.get('type') ?? ''];
        if (known === undefined || result.kind === 'failure' || (0,types/* isIncomplete */.Ne)(result))
            return undefined;
        const { status, body } = result;
        if ((0,types/* is2xx */.ZE)(result)) {
            if (!/^Webhook received/.test(body)) {
                return 'this answer is not from Argo CD Image Updater, which would say that it received the webhook; check that the url leads to it';
            }
            return known.host === undefined || artifact === undefined || artifact.host === known.host
                ? undefined
                : 'Image Updater takes every image for one of the registry that `type` in the url names, so nothing uses this one; set format and that type to harbor';
        }
        if (status !== 400)
            return undefined;
        if (known.format !== format)
            return `Image Updater reads format ${known.format} with the \`type\` that is in the url; correct the type, or the format`;
        if (/secret|signature|authorization/i.test(body))
            return "compare secret, or Authorization in headers, or `secret` in the url's query with the webhook secret of Image Updater";
        return undefined;
    },
};

;// CONCATENATED MODULE: ./lib/formats/deployers/kargo.js


const kargo_TYPES = {
    'docker-hub': 'dockerhub',
    github: 'github',
    harbor: 'harbor',
    json: 'generic',
};
const PATH = /\/(artifactory|azure|bitbucket|dockerhub|generic|gitea|github|gitlab|harbor|quay)\/[0-9a-f]{40,}\/*$/;
const kargo = {
    matches: (endpoint, result) => receiverType(endpoint) !== undefined || (result.kind === 'response' && isKargoMessage(result.body)),
    hint(result, sent) {
        if (result.kind === 'failure')
            return undefined;
        if ((0,types/* is2xx */.ZE)(result) && ((0,types/* isIncomplete */.Ne)(result) || hadEffect(result.body)))
            return undefined;
        return hintForType(result, sent) ?? hintForAnswer(result, sent);
    },
};
function hadNoEffect({ body }) {
    return isKargoMessage(body) && !hadEffect(body);
}
function receiverType({ pathname }) {
    return PATH.exec(pathname)?.[1];
}
function resultsIn(body) {
    const results = (0,json.at)((0,json/* parseObject */.lj)(body), 'results');
    return Array.isArray(results) && results.some((each) => (0,json/* isObject */.Gv)(each) && 'matchedWhenExpression' in each)
        ? results
        : undefined;
}
function isKargoMessage(body) {
    const parsed = (0,json/* parseObject */.lj)(body);
    return (/^refreshed \d+ warehouse/.test((0,json/* textAt */.$6)(parsed, 'msg') ?? '') ||
        /^failed to refresh \d+ of \d+ warehouses/.test((0,json/* textAt */.$6)(parsed, 'error') ?? '') ||
        resultsIn(body) !== undefined);
}
function hadEffect(body) {
    const results = resultsIn(body);
    if (results !== undefined) {
        return results.some((each) => {
            const targets = (0,json.at)(each, 'selectedTargets');
            return Array.isArray(targets) && targets.length > 0;
        });
    }
    return /^refreshed [1-9]\d* warehouse/.test((0,json/* textAt */.$6)((0,json/* parseObject */.lj)(body), 'msg') ?? '');
}
function hintForType({ status }, { format, endpoint }) {
    const type = receiverType(endpoint);
    if (type === undefined || type === 'generic' || type === kargo_TYPES[format] || status === 404)
        return undefined;
    const [wanted] = Object.entries(kargo_TYPES).find(([, known]) => known === type) ?? [];
    return wanted === undefined
        ? `the url is that of Kargo's ${type} receiver, which reads no format of this action; create one for github, dockerhub or harbor`
        : `the url is that of Kargo's ${type} receiver, which does not read format ${format}; set format to ${wanted}`;
}
function hintForAnswer({ status, body }, { format, endpoint }) {
    const parsed = (0,json/* parseObject */.lj)(body);
    const isEmpty = parsed !== undefined && Object.keys(parsed).length === 0;
    const error = (0,json/* textAt */.$6)(parsed, 'error') ?? '';
    if (status < 300) {
        if (resultsIn(body) !== undefined)
            return "no action of Kargo's generic receiver selected anything; compare whenExpression and targetSelectionCriteria";
        if (isKargoMessage(body))
            return 'no Warehouse of Kargo subscribes to this repository with this tag; compare repoURL and the tag selector';
        return isEmpty
            ? 'Kargo took the message and ignored it; check that the url is that of a receiver for this format'
            : 'this answer is not from Kargo, which would say how many Warehouses it refreshed; check that the url leads to it';
    }
    if (status === 404 && isEmpty) {
        return endpoint.pathname.endsWith('/')
            ? 'no receiver has this url; Kargo wants none of the "/" at its end'
            : "no receiver has this url; copy it again, whole, from the receiver's status in Kargo";
    }
    if (status === 401)
        return hintForLogin(error, format);
    if (error === 'invalid request body')
        return 'something between here and Kargo changed the request body';
    if (/^failed to refresh/.test(error))
        return "Kargo could not refresh every Warehouse; its controller's log says why";
    if (resultsIn(body) !== undefined)
        return "an action of Kargo's generic receiver failed; the answer says which expression, and the log of the webhooks server why";
    if (status >= 500 && isEmpty)
        return 'Kargo failed; the log of its external webhooks server says why';
    return undefined;
}
function hintForLogin(error, format) {
    switch (error) {
        case 'missing signature':
            return "Kargo wants the message signed; set secret to the value of `secret` in the receiver's Secret";
        case 'missing authorization':
            return "Kargo wants a token; set Authorization in headers to the value of `auth-header` in the receiver's Secret";
        case 'unauthorized':
            return format === 'harbor'
                ? "Authorization in headers differs from `auth-header` in the receiver's Secret; set both again"
                : "the secret differs from `secret` in the receiver's Secret; set both again, without quotes or line ends";
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/formats/deployers/keel.js

const keel_PATH = /\/v1\/webhooks\/(azure|dockerhub|github|harbor|jfrog|native|quay|registry)\/*$/;
const keel_TYPES = {
    distribution: 'registry',
    'docker-hub': 'dockerhub',
    github: 'github',
    harbor: 'harbor',
};
const keel = {
    matches: ({ pathname }) => keel_PATH.test(pathname),
    hint(result, { format, endpoint, artifact }) {
        if (result.kind === 'failure' || (0,types/* isIncomplete */.Ne)(result))
            return undefined;
        const { status, body } = result;
        const type = keel_PATH.exec(endpoint.pathname)?.[1];
        const wanted = keel_TYPES[format];
        if (type !== wanted && ((0,types/* is2xx */.ZE)(result) || status === 400 || status === 404)) {
            return wanted === undefined
                ? `Keel does not read format ${format}; use distribution, and a url that ends in /webhooks/registry`
                : `Keel reads format ${format} at a url that ends in /webhooks/${wanted}; correct the url, or the format`;
        }
        if ((0,types/* is2xx */.ZE)(result) && body.trim() !== '')
            return 'this answer is not from Keel, which would be empty; check that the url leads to it';
        if ((0,types/* is2xx */.ZE)(result) && type === 'github' && artifact !== undefined && artifact.host !== 'ghcr.io')
            return 'Keel takes every image for one of ghcr.io at this url, so nothing uses this one; set format to distribution, and let the url end in /webhooks/registry';
        if (status === 401)
            return 'Keel wants a login; put user:password@ before the host in the url';
        return undefined;
    },
};

;// CONCATENATED MODULE: ./lib/formats/deployers/on-docker.js
const onDocker = [
    { matches: main_path(/\/api\/(?:stacks\/)?webhooks\/[^/]+$/), hint: () => undefined },
    { matches: main_path(/\/api\/v1\/deploy$/), hint: () => undefined },
    { matches: main_path(/\/listener\/(?:github|gitlab)\/[a-z]+\/[^/]+\/[^/]+$/), hint: () => undefined },
    {
        matches: main_path(/\/v1\/update$/),
        hint: (result) => result.kind === 'failure' && result.code === 'TIMEOUT' && result.written
            ? 'Watchtower answers only when the update is done; raise timeout'
            : undefined,
    },
    {
        matches: main_path(/\/api\/deploy\/(?:compose\/)?[^/]+$/),
        hint: (result) => result.kind === 'response' && result.status === 301
            ? 'Dokploy did not deploy: its application has another image, tag or branch, as the answer says; compare them with what was sent'
            : undefined,
    },
];
function main_path(pattern) {
    return ({ pathname }) => pattern.test(pathname);
}
function isBusy(result) {
    return result.kind === 'response' && result.status === 409 && /already in progress/i.test(result.body);
}

;// CONCATENATED MODULE: ./lib/formats/deployers/index.js






const DEPLOYERS = [kargo, flux, keel, imageUpdater, ...onDocker];
function findDeployer(endpoint, result) {
    if (result.kind === 'response' && (0,types/* isPage */.yp)(result.body))
        return undefined;
    return DEPLOYERS.find((deployer) => deployer.matches(endpoint, result));
}
function deployerAnswers(format) {
    return {
        hint: (result, endpoint, artifact) => findDeployer(endpoint, result)?.hint(result, { format, endpoint, artifact }),
        hadNoEffect: hadNoEffect,
    };
}

;// CONCATENATED MODULE: ./lib/formats/plain-receiver.js




function plainReceiver(format) {
    return {
        signatureHeader: 'X-Hub-Signature-256',
        secretRequired: false,
        urlIsCredential: false,
        needsDigest: true,
        endpointUrl(url, target) {
            if (target === undefined)
                return url;
            throw new errors/* InputError */.d('target: only doco-cd has targets; remove it, or set format to doco-cd');
        },
        isAcceptance: () => true,
        isRetryable: (result, usual) => usual || isBusy(result),
        serverMessage,
        ...deployerAnswers(format),
        jobId: () => undefined,
    };
}
function messageForEach(toBody, contentType = 'application/json') {
    return (artifacts) => artifacts.map((artifact) => ({ artifacts: [artifact], body: JSON.stringify(toBody(artifact)), contentType }));
}
function serverMessage(body) {
    const parsed = (0,json/* parseObject */.lj)(body);
    if (parsed === undefined)
        return undefined;
    const message = (0,json/* textAt */.$6)(parsed, 'error') ?? (0,json/* textAt */.$6)(parsed, 'msg') ?? (0,json/* textAt */.$6)(parsed, 'message');
    const details = (0,json/* textAt */.$6)(parsed, 'details');
    if (message !== undefined)
        return details === undefined ? message : `${message}: ${details}`;
    return Object.keys(parsed).length === 0 ? '' : undefined;
}

;// CONCATENATED MODULE: ./lib/formats/distribution.js








const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const MANIFEST_TYPES = [
    OCI_MANIFEST,
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const distribution_ACTIONS = {
    noun: 'action',
    publishing: ['push'],
    ignored: new Set(['pull', 'mount', 'delete']),
    reason: 'action-ignored',
    advice: "make the registry's endpoint ignore the actions pull, mount and delete",
};
const distribution_TYPES = {
    noun: 'media type',
    publishing: [...MANIFEST_TYPES, 'manifest'],
    ignored: new Set([
        'application/octet-stream',
        'blob',
        'application/vnd.docker.container.image.rootfs.diff+x-gtar',
        'application/vnd.docker.image.rootfs.diff.tar.gzip',
        'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
        'application/vnd.docker.container.image.v1+json',
        'application/vnd.docker.distribution.manifest.v1+json',
        'application/vnd.docker.distribution.manifest.v1+prettyjws',
        'application/vnd.oci.image.config.v1+json',
        'application/vnd.oci.image.layer.v1.tar',
        'application/vnd.oci.image.layer.v1.tar+gzip',
        'application/vnd.oci.image.layer.v1.tar+zstd',
        'application/vnd.oci.empty.v1+json',
        'application/vnd.oci.artifact.manifest.v1+json',
        'application/vnd.cncf.oras.artifact.manifest.v1+json',
        'application/vnd.cncf.helm.config.v1+json',
        'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
    ]),
    reason: 'not-a-manifest',
    advice: "make the registry's endpoint ignore the mediatype application/octet-stream",
};
const distribution = {
    ...plainReceiver('distribution'),
    title: 'Distribution',
    serialize: messageForEach((artifact) => ({ events: [toEvent(artifact)] }), 'application/vnd.docker.distribution.events.v2+json'),
    matches: (body) => 'events' in body,
    parse({ events }) {
        if (!Array.isArray(events))
            throw new errors/* InputError */.d(`event: events must be an array, found ${(0,json/* kindOf */.I)(events)}`);
        return events.length === 0
            ? [{ reason: 'no-events', detail: 'the envelope has no events: nothing needs to change' }]
            : events.map(parseOne);
    },
};
function parseOne(event, index) {
    const field = `events[${index}]`;
    if (!(0,json/* isObject */.Gv)(event))
        throw new errors/* InputError */.d(`event: ${field} must be an object, found ${(0,json/* kindOf */.I)(event)}`);
    return skipIgnored((0,json/* textAt */.$6)(event, 'action'), `${field}.action`, distribution_ACTIONS) ?? parsePush(event, `${field}.target`);
}
function parsePush(event, field) {
    const { target } = event;
    if (!(0,json/* isObject */.Gv)(target))
        throw new errors/* InputError */.d(`event: ${field} must be an object, found ${(0,json/* kindOf */.I)(target)}`);
    const mediaType = (0,json/* textAt */.$6)(target, 'mediaType');
    const skip = skipIgnored(mediaType ?? (0,json/* textAt */.$6)(target, 'type'), `${field}.mediaType`, distribution_TYPES);
    if (skip)
        return skip;
    const path = (0,json/* textAt */.$6)(target, 'repository') ?? (0,json/* textAt */.$6)(target, 'name');
    if (path === undefined)
        throw new errors/* InputError */.d(`event: ${field}.repository is missing`);
    return {
        field,
        host: (0,oci_reference/* hostOfUrl */.Pm)((0,json/* textAt */.$6)(target, 'url')) ?? (0,json/* textAt */.$6)(event, 'request', 'host'),
        path,
        tag: optionalText(target, field, 'tag'),
        digests: [digestField(target, field, 'digest')],
        mediaType,
    };
}
function toEvent({ host, path, tag, digest, mediaType = '' }) {
    return {
        id: (0,external_node_crypto_.randomUUID)(),
        timestamp: new Date().toISOString(),
        action: 'push',
        target: {
            mediaType: MANIFEST_TYPES.includes(mediaType) ? mediaType : OCI_MANIFEST,
            digest,
            repository: path,
            url: `https://${host}/v2/${path}/manifests/${digest}`,
            tag,
        },
        request: { id: (0,external_node_crypto_.randomUUID)(), host, method: 'PUT', useragent: version/* USER_AGENT */._O },
        actor: {},
        source: {},
    };
}

;// CONCATENATED MODULE: ./lib/formats/azure-acr.js



const azure_acr_ACTIONS = {
    noun: 'action',
    publishing: ['push'],
    ignored: new Set(['delete', 'quarantine', 'chart_push', 'chart_delete']),
    reason: 'action-ignored',
    advice: 'select only the action push in the webhook',
};
const azureAcr = {
    title: 'Azure ACR',
    matches: (body) => 'action' in body && ('target' in body || body.action === 'ping'),
    parse(body) {
        const action = (0,json/* textAt */.$6)(body, 'action');
        if (action === 'ping') {
            return [{ reason: 'test-event', detail: 'this is what "Ping" sends, it names no image: push one' }];
        }
        return [skipIgnored(action, 'action', azure_acr_ACTIONS) ?? parsePush(body, 'target')];
    },
};

;// CONCATENATED MODULE: ./lib/formats/cloud-event.js

function readCloudEvent(body, headers) {
    if ('specversion' in body)
        return { type: (0,json/* textAt */.$6)(body, 'type'), data: body.data, field: 'data' };
    const type = headers['ce-type'];
    return type === undefined ? undefined : { type, data: body, field: 'the body' };
}

;// CONCATENATED MODULE: ./lib/formats/azure-event-grid.js





const PREFIX = /^Microsoft\.ContainerRegistry\./;
const azure_event_grid_KINDS = {
    noun: 'type',
    publishing: ['ImagePushed'],
    ignored: new Set(['ImageDeleted', 'ChartPushed', 'ChartDeleted']),
    reason: 'event-ignored',
    advice: 'select only the event type Image Pushed in the subscription',
};
const VALIDATION = 'Microsoft.EventGrid.SubscriptionValidationEvent';
const azureEventGrid = {
    title: 'Azure Event Grid',
    inArrays: true,
    matches: (body, headers = {}) => ('eventType' in body && isOwnType((0,json/* textAt */.$6)(body, 'eventType'))) ||
        readCloudEvent(body, headers)?.type?.startsWith('Microsoft.') === true,
    parse(body, headers = {}) {
        const { field, type, data } = readEvent(body, headers);
        if (type === VALIDATION) {
            const detail = 'Event Grid asks whether this endpoint wants its events: open the validationUrl of the event within ten minutes';
            return [{ reason: 'test-event', detail }];
        }
        const skip = skipIgnored(type?.replace(PREFIX, ''), field, azure_event_grid_KINDS);
        if (skip)
            return [skip];
        if (!(0,json/* isObject */.Gv)(data))
            throw new errors/* InputError */.d(`event: data must be an object, found ${(0,json/* kindOf */.I)(data)}`);
        return [parsePush(data, 'data.target')];
    },
};
function isOwnType(type) {
    return (type === undefined || type.startsWith('Microsoft.') || azure_event_grid_KINDS.publishing.includes(type) || azure_event_grid_KINDS.ignored.has(type));
}
function readEvent(body, headers) {
    const cloudEvent = 'eventType' in body ? undefined : readCloudEvent(body, headers);
    return cloudEvent
        ? { field: 'type', type: cloudEvent.type, data: cloudEvent.data }
        : { field: 'eventType', type: (0,json/* textAt */.$6)(body, 'eventType'), data: body.data };
}

;// CONCATENATED MODULE: ./lib/formats/docker-hub.js








const plain = plainReceiver('docker-hub');
const dockerHub = {
    ...plain,
    title: 'Docker Hub',
    urlIsCredential: true,
    needsDigest: false,
    serialize: messageForEach(toNotification),
    isRetryable: (result, usual) => plain.isRetryable(result, usual) || (result.kind === 'response' && result.status >= 500),
    hint(result, endpoint, artifact) {
        if (findDeployer(endpoint, result) !== undefined)
            return plain.hint(result, endpoint, artifact);
        if (result.kind === 'failure' || result.status !== 200 || (0,types/* isIncomplete */.Ne)(result))
            return undefined;
        if ((0,types/* isPage */.yp)(result.body))
            return undefined;
        return 'this answer does not say that the message was understood, and the path of the url is that of no receiver known here; check that it leads to the receiver (one of your own is better told with format json)';
    },
    matches: (body) => ('push_data' in body || ('repository' in body && 'callback_url' in body)) && !isAliyun(body),
    parse({ repository, push_data: push }) {
        if (!(0,json/* isObject */.Gv)(repository))
            throw new errors/* InputError */.d(`event: repository must be an object, found ${(0,json/* kindOf */.I)(repository)}`);
        if (!(0,json/* isObject */.Gv)(push))
            throw new errors/* InputError */.d(`event: push_data must be an object, found ${(0,json/* kindOf */.I)(push)}`);
        const name = (0,json/* textAt */.$6)(repository, 'repo_name');
        if (name === undefined)
            throw new errors/* InputError */.d('event: repository.repo_name is missing');
        const { host = 'docker.io', rest: path } = (0,oci_reference/* splitHost */.Ve)(name);
        return [
            {
                field: 'repository',
                host,
                path,
                tag: optionalText(push, 'push_data', 'tag'),
                digests: [],
                mediaType: (0,json/* textAt */.$6)(push, 'media_type'),
                pageUrl: (0,json/* textAt */.$6)(repository, 'repo_url'),
            },
        ];
    },
};
function toNotification({ host, path, tag, mediaType }) {
    return {
        push_data: { tag, media_type: mediaType },
        repository: { repo_name: host === 'docker.io' ? path : (0,oci_reference/* formatReference */.FH)({ host, path }) },
    };
}

;// CONCATENATED MODULE: ./lib/formats/json.js






const json_json = {
    ...plainReceiver('json'),
    title: "this action's own JSON",
    urlIsCredential: true,
    serialize: messageForEach((artifact) => {
        const { host: registry, path: repository, tag = '', digest = '', mediaType = '' } = artifact;
        return { artifact: nameArtifact(artifact), registry, repository, tag, digest, mediaType };
    }),
    matches: isOwnJson,
    parse(body) {
        const path = (0,json/* textAt */.$6)(body, 'repository');
        if (path === undefined)
            throw new errors/* InputError */.d('event: repository is empty, expected one such as acme/app');
        const [host, tag, digest] = [(0,json/* textAt */.$6)(body, 'registry'), (0,json/* textAt */.$6)(body, 'tag'), (0,json/* textAt */.$6)(body, 'digest')];
        refuseOtherArtifact((0,json/* textAt */.$6)(body, 'artifact'), { registry: host, repository: path, tag, digest });
        return [
            {
                field: 'repository',
                host,
                path,
                tag,
                digests: [{ field: 'digest', value: digest }],
                mediaType: (0,json/* textAt */.$6)(body, 'mediaType'),
                isDeliberate: true,
            },
        ];
    },
};
function isOwnJson(body) {
    return ['artifact', 'registry', 'repository', 'tag', 'digest'].every((name) => typeof body[name] === 'string');
}
function refuseOtherArtifact(artifact, fields) {
    if (artifact === undefined)
        return;
    const { host: registry, path: repository, tag, digest } = (0,oci_reference/* parseReference */.F2)(artifact, 'event: artifact');
    const named = { registry, repository, tag, digest };
    const other = Object.keys(named).find((name) => named[name] !== undefined && fields[name] !== named[name]);
    if (other === undefined || (other === 'registry' && fields.registry === undefined))
        return;
    throw new errors/* InputError */.d(`event: ${other} is ${(0,util_text/* quote */.hD)(fields[other] ?? '')}, but artifact is ${(0,util_text/* quote */.hD)(artifact)}; correct one of them`);
}

// EXTERNAL MODULE: ./lib/formats/doco-cd/response.js
var response = __nccwpck_require__(826);
// EXTERNAL MODULE: ./lib/formats/doco-cd/webhook-path.js
var webhook_path = __nccwpck_require__(270);
;// CONCATENATED MODULE: ./lib/formats/doco-cd/webhook.js










const docoCd = {
    title: 'doco-cd',
    signatureHeader: 'X-Doco-OCI-Signature-256',
    secretRequired: true,
    urlIsCredential: false,
    needsDigest: true,
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
    serialize(artifacts) {
        return artifacts.map((artifact) => {
            const { digest, path } = artifact;
            if (!digest?.startsWith('sha256:')) {
                throw new errors/* InputError */.d(`digest: ${(0,util_text/* quote */.hD)(digest ?? '')} has an unsupported algorithm, doco-cd can only use sha256`);
            }
            if (path.length < 2) {
                throw new errors/* InputError */.d(`artifact: the repository path ${(0,util_text/* quote */.hD)(path)} is too short, doco-cd needs two characters`);
            }
            const body = JSON.stringify({ source: 'oci', digest, artifact: nameArtifact(artifact) });
            return { artifacts: [artifact], body, contentType: 'application/json' };
        });
    },
    warnings(artifacts) {
        const byRepository = Map.groupBy(artifacts, ({ host, path }) => `${host}/${path}`);
        const several = [...byRepository].filter(([, named]) => named.length > 1);
        return several.map(([repository, named]) => `${named.map(nameArtifact).join(' and ')} are of one repository: doco-cd unpacks ${repository} into one directory, so the last to arrive overwrites the others; send one of them, for example with filter`);
    },
    isAcceptance: response/* isAcceptance */.y1,
    isRetryable: response/* isRetryable */.r3,
    serverMessage: response/* serverMessage */.x_,
    hint: response/* hint */.aK,
    jobId: response/* jobId */.Db,
    tracker: async () => (await __nccwpck_require__.e(/* import() */ 218).then(__nccwpck_require__.bind(__nccwpck_require__, 218))).docoCdRuns,
    matches: (body) => 'artifact' in body && !isOwnJson(body),
    parse(body) {
        const artifact = (0,json/* textAt */.$6)(body, 'artifact');
        if (artifact === undefined) {
            throw new errors/* InputError */.d(`event: artifact must be a reference, found ${(0,json/* kindOf */.I)(body.artifact)}`);
        }
        refuseWord(artifact, 'event: artifact');
        const { host, path, tag: named, digest: pinned } = (0,oci_reference/* parseReference */.F2)(artifact, 'event: artifact');
        const [registry, tag = named] = [optionalText(body, '', 'registry'), optionalText(body, '', 'tag')];
        if (registry !== undefined && registry !== host) {
            throw new errors/* InputError */.d(`event: registry is ${(0,util_text/* quote */.hD)(registry)}, but artifact is in ${host}; write it into artifact`);
        }
        if (named !== undefined && tag !== named) {
            throw new errors/* InputError */.d(`event: tag is ${(0,util_text/* quote */.hD)(tag ?? '')}, but artifact is ${(0,util_text/* quote */.hD)(artifact)}; remove one of them`);
        }
        const digest = digestOf(body, (0,oci_reference/* formatReference */.FH)({ host, path }));
        if (digest !== undefined && pinned !== undefined && digest !== pinned) {
            throw new errors/* InputError */.d(`event: digest is ${digest}, but artifact is ${(0,util_text/* quote */.hD)(artifact)}; they must be equal`);
        }
        const digests = [
            { field: 'digest', value: digest },
            { field: 'artifact', value: pinned },
        ];
        const meant = tag ?? (pinned === undefined ? 'latest' : undefined);
        return [{ field: 'artifact', host, path, tag: meant, digests, isDeliberate: true }];
    },
};
function digestOf(body, repository) {
    const text = optionalText(body, '', 'digest');
    if (text === undefined)
        return undefined;
    const written = parseWrittenDigest(text, 'event: digest');
    if (written.repository === undefined || written.repository === repository)
        return written.digest;
    throw new errors/* InputError */.d(`event: digest is of ${written.repository}, but artifact is of ${repository}; correct one of them`);
}
function isTargetName(target) {
    return (0,util_text/* unicodePattern */.ge)(String.raw `^[\p{L}\p{N}_.-]+$`, 'u').test(target) && target !== '.' && target !== '..';
}

;// CONCATENATED MODULE: ./lib/formats/gitea.js




const gitea_ACTIONS = {
    noun: 'action',
    publishing: ['created'],
    ignored: new Set(['deleted']),
    reason: 'action-ignored',
    advice: 'an "if" on github.event.action avoids such runs',
};
const gitea_TYPES = {
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
        if (!(0,json/* isObject */.Gv)(published))
            throw new errors/* InputError */.d(`event: package must be an object, found ${(0,json/* kindOf */.I)(published)}`);
        const skip = skipIgnored((0,json/* textAt */.$6)(body, 'action'), 'action', gitea_ACTIONS) ??
            skipIgnored((0,json/* textAt */.$6)(published, 'type')?.toLowerCase(), 'package.type', gitea_TYPES);
        if (skip)
            return [skip];
        const [owner, name] = [(0,json/* textAt */.$6)(published, 'owner', 'login'), (0,json/* textAt */.$6)(published, 'name')];
        const version = (0,json/* textAt */.$6)(published, 'version');
        if (owner === undefined || name === undefined || version === undefined) {
            const missing = owner === undefined ? 'owner.login' : name === undefined ? 'name' : 'version';
            throw new errors/* InputError */.d(`event: package.${missing} is missing`);
        }
        const isDigest = (0,oci_reference/* looksLikeDigest */.yw)(version);
        const pageUrl = (0,json/* textAt */.$6)(published, 'html_url');
        return [
            {
                field: 'package',
                host: (0,oci_reference/* hostOfUrl */.Pm)(pageUrl),
                path: `${owner}/${name}`.toLowerCase(),
                tag: isDigest ? undefined : version,
                digests: isDigest ? [{ field: 'package.version', value: version }] : [],
                pageUrl,
            },
        ];
    },
};
function isGitea({ package: published }) {
    return (0,json/* isObject */.Gv)(published) && !('package_version' in published) && ('type' in published || 'version' in published);
}

;// CONCATENATED MODULE: ./lib/formats/github.js








const github_ACTIONS = {
    noun: 'action',
    publishing: ['published', 'updated'],
    ignored: new Set(['deleted']),
    reason: 'action-ignored',
    advice: "leave the others out of types in the workflow's trigger",
};
const github_TYPES = {
    noun: 'type of the package',
    publishing: ['container', 'docker'],
    ignored: new Set(['npm', 'maven', 'gradle', 'rubygems', 'nuget', 'debian', 'pypi']),
    reason: 'not-a-container',
    advice: 'an "if" on github.event.registry_package.package_type avoids such runs',
};
const github = {
    ...plainReceiver('github'),
    title: 'GitHub',
    headers: { 'x-github-event': 'package' },
    urlIsCredential: true,
    serialize: messageForEach(github_toEvent),
    matches: (body) => 'registry_package' in body ||
        ('package' in body && !('artifact' in body) && !isGitea(body)) ||
        ('zen' in body && 'hook_id' in body),
    parse(body) {
        if ('zen' in body) {
            return [{ reason: 'test-event', detail: 'this is the ping of a new webhook, it names no package: publish one' }];
        }
        const root = 'registry_package' in body ? 'registry_package' : 'package';
        const published = body[root];
        if (!(0,json/* isObject */.Gv)(published))
            throw new errors/* InputError */.d(`event: ${root} must be an object, found ${(0,json/* kindOf */.I)(published)}`);
        const type = (0,json/* textAt */.$6)(published, 'package_type') ?? (0,json/* textAt */.$6)(published, 'ecosystem');
        const skip = skipIgnored((0,json/* textAt */.$6)(body, 'action'), 'action', github_ACTIONS) ??
            skipIgnored(type?.toLowerCase(), `${root}.package_type`, github_TYPES);
        return [skip ?? parsePackage(published, root)];
    },
};
function parsePackage(published, root) {
    const version = (0,json.at)(published, 'package_version');
    const field = `${root}.package_version`;
    if (!(0,json/* isObject */.Gv)(version))
        throw new errors/* InputError */.d(`event: ${field} must be an object, found ${(0,json/* kindOf */.I)(version)}`);
    const packageUrl = splitPackageUrl((0,json/* textAt */.$6)(version, 'package_url'));
    const older = readOlderVersion(version);
    if (older?.tag === LAYERS_TAG) {
        return {
            reason: 'not-a-manifest',
            detail: `the version is ${(0,util_text/* quote */.hD)(LAYERS_TAG)}, where that registry keeps layers`,
        };
    }
    if (older !== undefined && packageUrl === undefined) {
        throw new errors/* InputError */.d(`event: ${field}.package_url is missing, and nothing else names a package of GitHub's older docker registry; ${WAY_OUT}`);
    }
    const owner = (0,json/* textAt */.$6)(published, 'namespace') ?? (0,json/* textAt */.$6)(published, 'owner', 'login');
    const name = (0,json/* textAt */.$6)(published, 'name');
    const path = packageUrl?.path ?? (owner === undefined || name === undefined ? undefined : `${owner}/${name}`);
    if (path === undefined)
        throw new errors/* InputError */.d(`event: ${field}.package_url is missing, and so is ${root}.namespace or .name`);
    const named = optionalText(version, field, 'container_metadata', 'tag', 'name') ?? older?.tag;
    return {
        field,
        host: packageUrl?.host ?? (isGitHubDotCom(published) ? 'ghcr.io' : undefined),
        path: path.toLowerCase(),
        tag: named === undefined || (0,oci_reference/* looksLikeDigest */.yw)(named) ? packageUrl?.tag : named,
        digests: [
            digestField(version, field, 'container_metadata', 'tag', 'digest'),
            digestField(version, field, 'container_metadata', 'manifest', 'digest'),
            digestField(version, field, older === undefined ? 'version' : 'name'),
        ],
        mediaType: (0,json/* textAt */.$6)(version, 'container_metadata', 'manifest', 'media_type'),
        pageUrl: (0,json/* textAt */.$6)(version, 'html_url') ?? (0,json/* textAt */.$6)(published, 'html_url'),
    };
}
const LAYERS_TAG = 'docker-base-layer';
function readOlderVersion(packageVersion) {
    const [version, name] = [(0,json/* textAt */.$6)(packageVersion, 'version'), (0,json/* textAt */.$6)(packageVersion, 'name')];
    const isOlder = version !== undefined && !(0,oci_reference/* looksLikeDigest */.yw)(version) && name !== undefined && (0,oci_reference/* looksLikeDigest */.yw)(name);
    return isOlder ? { tag: version } : undefined;
}
function splitPackageUrl(url) {
    if (url === undefined)
        return undefined;
    const [named = ''] = url.split('@');
    const slash = named.indexOf('/');
    if (slash < 0)
        throw new errors/* InputError */.d(`event: package_url ${(0,util_text/* quote */.hD)(url)} has no "/", expected host/owner/name:tag`);
    const colon = named.indexOf(':', named.lastIndexOf('/'));
    const tag = colon < 0 ? '' : named.slice(colon + 1);
    return {
        host: named.slice(0, slash),
        path: named.slice(slash + 1, colon < 0 ? undefined : colon),
        tag: tag === '' || (0,oci_reference/* looksLikeDigest */.yw)(tag) ? undefined : tag,
    };
}
function isGitHubDotCom(published) {
    const url = (0,json/* textAt */.$6)(published, 'registry', 'url') ?? (0,json/* textAt */.$6)(published, 'html_url');
    if (url === undefined)
        return true;
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    return host === 'github.com' || host.endsWith('.pkg.github.com');
}
function github_toEvent({ host, path, tag, digest, mediaType }) {
    const slash = path.indexOf('/');
    const owner = path.slice(0, Math.max(slash, 0));
    const version = {
        version: digest,
        name: digest,
        package_url: (0,oci_reference/* formatReference */.FH)({ host, path, tag }),
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

;// CONCATENATED MODULE: ./lib/formats/google-artifact-registry.js





const google_artifact_registry_ACTIONS = {
    noun: 'action',
    publishing: ['INSERT'],
    ignored: new Set(['DELETE']),
    reason: 'action-ignored',
    advice: 'nothing needs to change, the topic gets both',
};
const googleArtifactRegistry = {
    title: 'Google Artifact Registry',
    matches: (body) => isWrapped(body) || isNotification(body),
    parse(given) {
        const body = isWrapped(given) ? unwrap(given) : given;
        const skip = skipIgnored((0,json/* textAt */.$6)(body, 'action'), 'action', google_artifact_registry_ACTIONS);
        if (skip)
            return [skip];
        const [digest, tag] = [optionalText(body, '', 'digest'), optionalText(body, '', 'tag')];
        const named = tag ?? digest;
        if (named === undefined)
            throw new errors/* InputError */.d('event: digest and tag are missing');
        const { host, path } = split(named, tag === undefined ? 'digest' : 'tag');
        return [
            {
                field: tag === undefined ? 'digest' : 'tag',
                host,
                path,
                tag: tag === undefined ? undefined : split(tag, 'tag').rest,
                digests: digest === undefined ? [] : [{ field: 'digest', value: split(digest, 'digest').rest }],
            },
        ];
    },
};
function isWrapped(body) {
    return (0,json/* isObject */.Gv)(body.message) && 'subscription' in body;
}
function isNotification(body) {
    return 'action' in body && [body.digest, body.tag].some((value) => typeof value === 'string' && value.includes('/'));
}
function unwrap({ message }) {
    const data = (0,json/* textAt */.$6)(message, 'data');
    if (data === undefined) {
        throw new errors/* InputError */.d(`event: message.data must be base64, found ${(0,json/* kindOf */.I)((0,json/* isObject */.Gv)(message) ? message.data : message)}`);
    }
    const body = (0,json/* parseObject */.lj)(Buffer.from(data, 'base64').toString('utf8'));
    if (body !== undefined && isNotification(body))
        return body;
    throw new errors/* InputError */.d(`event: message.data is not a notification of Artifact Registry with action, digest and tag: let the subscription be to the topic gcr, or ${WAY_OUT}`);
}
function split(text, field) {
    const [, host, path, rest] = /^([^/]+)\/([^:@]+)[:@](.+)$/.exec(text) ?? [];
    if (host !== undefined && path !== undefined && rest !== undefined)
        return { host, path, rest };
    throw new errors/* InputError */.d(`event: ${field} is ${(0,util_text/* quote */.hD)(text)}, expected host/path:tag or host/path@digest`);
}

;// CONCATENATED MODULE: ./lib/formats/harbor.js








const ADVICE = "leave the others out of the webhook's event types in Harbor";
const DEFAULT_KINDS = {
    noun: 'type',
    publishing: ['PUSH_ARTIFACT', 'CREATE_TAG', 'pushImage'],
    ignored: new Set([
        'PULL_ARTIFACT',
        'DELETE_ARTIFACT',
        'DELETE_TAG',
        'DELETE_REPOSITORY',
        'UPLOAD_CHART',
        'DOWNLOAD_CHART',
        'DELETE_CHART',
        'SCANNING_COMPLETED',
        'SCANNING_FAILED',
        'SCANNING_STOPPED',
        'QUOTA_EXCEED',
        'QUOTA_WARNING',
        'REPLICATION',
        'TAG_RETENTION',
        'pullImage',
        'deleteImage',
        'uploadChart',
        'downloadChart',
        'deleteChart',
        'scanningCompleted',
        'scanningFailed',
        'projectQuota',
        'replication',
    ]),
    reason: 'event-ignored',
    advice: ADVICE,
};
const NAMES_A_TAG = new Set(['CREATE_TAG', 'harbor.tag.created']);
const CLOUD_EVENT_KINDS = {
    noun: 'type',
    publishing: ['harbor.artifact.pushed', 'harbor.tag.created'],
    ignored: new Set([
        'harbor.artifact.deleted',
        'harbor.artifact.pulled',
        'harbor.quota.exceeded',
        'harbor.quota.warned',
        'harbor.replication.status.changed',
        'harbor.scan.completed',
        'harbor.scan.failed',
        'harbor.scan.stopped',
        'harbor.tag_retention.finished',
    ]),
    reason: 'event-ignored',
    advice: ADVICE,
};
const harbor = {
    ...plainReceiver('harbor'),
    title: 'Harbor',
    urlIsCredential: true,
    serialize: messageForEach(harbor_toEvent),
    matches: (body, headers = {}) => 'event_data' in body ||
        ('type' in body && 'occur_at' in body) ||
        readCloudEvent(body, headers)?.type?.startsWith('harbor.') === true,
    parse(body, headers = {}) {
        const cloudEvent = readCloudEvent(body, headers);
        if (cloudEvent !== undefined) {
            const skip = skipIgnored(cloudEvent.type, 'type', CLOUD_EVENT_KINDS);
            return skip ? [skip] : parseData(cloudEvent.data, cloudEvent.field, cloudEvent.type);
        }
        const type = (0,json/* textAt */.$6)(body, 'type');
        if (type === 'testEndpoint') {
            return [{ reason: 'test-event', detail: 'this is what "Test endpoint" sends, it names no artifact: push one' }];
        }
        const skip = skipIgnored(type, 'type', DEFAULT_KINDS);
        return skip ? [skip] : parseData(body.event_data, 'event_data', type);
    },
};
function parseData(data, field, type) {
    const resources = (0,json.at)(data, 'resources');
    if (!Array.isArray(resources)) {
        throw new errors/* InputError */.d(`event: ${field}.resources must be an array, found ${(0,json/* kindOf */.I)(resources)}`);
    }
    if (resources.length === 0) {
        return [{ reason: 'no-events', detail: 'the event names no resources: nothing needs to change' }];
    }
    return resources.map((resource, index) => {
        const artifact = parseResource(resource, `${field}.resources[${index}]`, data);
        if (artifact.tag !== undefined || type === undefined || !NAMES_A_TAG.has(type))
            return artifact;
        throw new errors/* InputError */.d(`event: ${artifact.field}.tag is missing, but ${type} is about a tag; ${WAY_OUT}`);
    });
}
function parseResource(resource, field, data) {
    if (!(0,json/* isObject */.Gv)(resource))
        throw new errors/* InputError */.d(`event: ${field} must be an object, found ${(0,json/* kindOf */.I)(resource)}`);
    const url = splitResourceUrl(resource);
    const path = (0,json/* textAt */.$6)(data, 'repository', 'repo_full_name') ?? url?.path;
    if (path === undefined) {
        throw new errors/* InputError */.d(`event: repository.repo_full_name is missing, and so is ${field}.resource_url`);
    }
    const tag = optionalText(resource, field, 'tag') ?? url?.tag;
    return {
        field,
        host: url?.host,
        path,
        tag: tag === undefined || (0,oci_reference/* looksLikeDigest */.yw)(tag) ? undefined : tag,
        digests: [digestField(resource, field, 'digest')],
    };
}
function splitResourceUrl(resource) {
    const [, host, path, tag] = /^([^/]+)\/([^:@]+)(?::([^:@]+)$)?/.exec((0,json/* textAt */.$6)(resource, 'resource_url') ?? '') ?? [];
    return host === undefined || path === undefined ? undefined : { host, path, tag };
}
function harbor_toEvent({ host, path, tag, digest }) {
    const slash = path.lastIndexOf('/');
    return {
        type: 'PUSH_ARTIFACT',
        occur_at: Math.floor(Date.now() / 1000),
        operator: version/* USER_AGENT */._O,
        event_data: {
            resources: [
                {
                    digest,
                    tag: tag ?? digest,
                    resource_url: (0,oci_reference/* formatReference */.FH)(tag === undefined ? { host, path, digest } : { host, path, tag }),
                },
            ],
            repository: {
                name: path.slice(slash + 1),
                namespace: path.slice(0, Math.max(slash, 0)),
                repo_full_name: path,
                repo_type: 'private',
            },
        },
    };
}

;// CONCATENATED MODULE: ./lib/formats/msr.js







const TEST_DIGEST = 'sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';
const msr_KINDS = {
    noun: 'type',
    publishing: ['TAG_PUSH', 'MANIFEST_PUSH'],
    ignored: new Set([
        'TAG_PULL',
        'TAG_DELETE',
        'MANIFEST_PULL',
        'MANIFEST_DELETE',
        'SCAN_COMPLETED',
        'SCAN_FAILED',
        'PROMOTION',
        'PUSH_MIRRORING',
        'POLL_MIRRORING',
        'REPO_CREATED',
        'REPO_UPDATED',
        'REPO_DELETED',
        'REPO_EVENT',
        'SCANNER_UPDATE_COMPLETED',
    ]),
    reason: 'event-ignored',
    advice: "subscribe the repository's webhook only to those",
};
const msr = {
    ...plainReceiver('msr'),
    title: 'Mirantis MSR',
    urlIsCredential: true,
    serialize: messageForEach(msr_toEvent),
    matches: (body) => 'contents' in body || ('type' in body && 'createdAt' in body),
    parse(body) {
        const type = (0,json/* textAt */.$6)(body, 'type');
        const skip = skipIgnored(type, 'type', msr_KINDS);
        if (skip)
            return [skip];
        const { contents } = body;
        if (!(0,json/* isObject */.Gv)(contents))
            throw new errors/* InputError */.d(`event: contents must be an object, found ${(0,json/* kindOf */.I)(contents)}`);
        const digest = optionalText(contents, 'contents', 'digest');
        if (digest === TEST_DIGEST) {
            const detail = 'this is what the "Test" button sends, it names no real image: push one';
            return [{ reason: 'test-event', detail }];
        }
        const [namespace, repository] = [(0,json/* textAt */.$6)(contents, 'namespace'), (0,json/* textAt */.$6)(contents, 'repository')];
        if (namespace === undefined || repository === undefined) {
            throw new errors/* InputError */.d(`event: contents.${namespace === undefined ? 'namespace' : 'repository'} is missing`);
        }
        const imageName = (0,json/* textAt */.$6)(contents, 'imageName') ?? '';
        return [
            {
                field: 'contents',
                host: (0,oci_reference/* splitHost */.Ve)(imageName).host,
                path: `${namespace}/${repository}`,
                tag: type === 'TAG_PUSH' ? tagOf(contents, imageName) : undefined,
                digests: [{ field: 'contents.digest', value: digest }],
            },
        ];
    },
};
function tagOf(contents, imageName) {
    const tag = optionalText(contents, 'contents', 'tag') ?? /:([^/:@]+)(?:@|$)/.exec(imageName)?.[1];
    if (tag !== undefined)
        return tag;
    throw new errors/* InputError */.d(`event: contents.tag is missing, and a TAG_PUSH is about a tag; ${WAY_OUT}`);
}
function msr_toEvent({ host, path, tag, digest }) {
    const slash = path.lastIndexOf('/');
    if (slash < 0) {
        throw new errors/* InputError */.d(`artifact: ${(0,util_text/* quote */.hD)(path)} has no namespace, but MSR names are namespace/repository`);
    }
    const [namespace, repository] = [path.slice(0, slash), path.slice(slash + 1)];
    const now = new Date().toISOString();
    const [type, named, place] = tag === undefined
        ? ['MANIFEST_PUSH', { host, path, digest }, `manifests/${digest}`]
        : ['TAG_PUSH', { host, path, tag }, `tags/${tag}`];
    return {
        type,
        createdAt: now,
        contents: { namespace, repository, tag, digest, imageName: (0,oci_reference/* formatReference */.FH)(named), pushedAt: now },
        location: `/repositories/${path}/${place}`,
    };
}

;// CONCATENATED MODULE: ./lib/formats/nexus.js





const nexus_ADVICE = 'use the capability "Webhook: Repository" only for docker repositories and the event type component';
const nexus_ACTIONS = {
    noun: 'action',
    publishing: ['CREATED', 'UPDATED'],
    ignored: new Set(['DELETED', 'PURGED']),
    reason: 'action-ignored',
    advice: nexus_ADVICE,
};
const FORMATS = {
    noun: 'format',
    publishing: ['docker'],
    ignored: new Set([
        'ansiblegalaxy',
        'apt',
        'bower',
        'cargo',
        'cocoapods',
        'composer',
        'conan',
        'conda',
        'gitlfs',
        'go',
        'helm',
        'huggingface',
        'maven2',
        'npm',
        'nuget',
        'p2',
        'pypi',
        'r',
        'raw',
        'rubygems',
        'swift',
        'terraform',
        'yum',
    ]),
    reason: 'not-a-container',
    advice: nexus_ADVICE,
};
const CONTENTS = ['component', 'asset', 'components', 'assets'];
const nexus = {
    title: 'Sonatype Nexus',
    matches: (body) => 'nodeId' in body && [...CONTENTS, 'repository', 'audit'].some((field) => field in body),
    parse(body) {
        if (!CONTENTS.some((field) => field in body)) {
            const detail = `the event is about ${'audit' in body ? 'an action in Nexus' : 'a repository'}, not what is in it: ${nexus_ADVICE}`;
            return [{ reason: 'event-ignored', detail }];
        }
        const ignored = skipIgnored((0,json/* textAt */.$6)(body, 'action')?.toUpperCase(), 'action', nexus_ACTIONS);
        if (ignored)
            return [ignored];
        const field = 'asset' in body ? 'asset' : 'component';
        const part = body[field];
        if (!(0,json/* isObject */.Gv)(part))
            throw new errors/* InputError */.d(`event: ${field} must be an object, found ${(0,json/* kindOf */.I)(part)}`);
        const skip = skipIgnored((0,json/* textAt */.$6)(part, 'format'), `${field}.format`, FORMATS);
        return [skip ?? (field === 'component' ? parseComponent(part) : parseAsset(part))];
    },
};
function parseComponent(component) {
    const [path, version] = [(0,json/* textAt */.$6)(component, 'name'), (0,json/* textAt */.$6)(component, 'version')];
    if (path === undefined || version === undefined) {
        throw new errors/* InputError */.d(`event: component.${path === undefined ? 'name' : 'version'} is missing`);
    }
    return toArtifact({ field: 'component.version', path, reference: version });
}
function parseAsset(asset) {
    const name = (0,json/* textAt */.$6)(asset, 'name') ?? '';
    const [, path, kind, reference] = /^\/?v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(name) ?? [];
    if (path === undefined || reference === undefined) {
        throw new errors/* InputError */.d(`event: asset.name is ${(0,util_text/* quote */.hD)(name)}, expected v2/<path>/manifests/<tag>`);
    }
    if (kind === 'manifests')
        return toArtifact({ field: 'asset.name', path, reference });
    return { reason: 'not-a-manifest', detail: `the asset is ${(0,util_text/* quote */.hD)(name)}, not a manifest: ${nexus_ADVICE}` };
}
function toArtifact({ field, path, reference }) {
    return (0,oci_reference/* looksLikeDigest */.yw)(reference)
        ? { field, path, digests: [{ field, value: reference }] }
        : { field, path, tag: reference, digests: [] };
}

;// CONCATENATED MODULE: ./lib/formats/quay.js




const IGNORED_FIELDS = ['build_id', 'vulnerability', 'vulnerable_index_report_created', 'expiring_in', 'message'];
const quay = {
    title: 'Quay',
    matches: (body) => 'docker_url' in body || 'updated_tags' in body,
    parse(body) {
        if (!('updated_tags' in body)) {
            const ignored = IGNORED_FIELDS.find((field) => field in body);
            if (ignored !== undefined) {
                const detail = `the notification has ${ignored} and no updated_tags, so nothing was pushed: create the notification only for "Push to Repository"`;
                return [{ reason: 'event-ignored', detail }];
            }
            throw new errors/* InputError */.d(`event: updated_tags is missing, which every push has; if this is not one, leave such notifications out, else ${WAY_OUT}`);
        }
        const url = (0,json/* textAt */.$6)(body, 'docker_url');
        if (url === undefined)
            throw new errors/* InputError */.d('event: docker_url is missing, expected host/namespace/repository');
        const { host, rest: path } = (0,oci_reference/* splitHost */.Ve)(url);
        const tags = readTags(body);
        if (tags.length === 0) {
            return [{ reason: 'no-events', detail: 'updated_tags is empty: nothing needs to change' }];
        }
        const pageUrl = (0,json/* textAt */.$6)(body, 'homepage');
        return tags.map((tag) => ({ field: 'docker_url', host, path, tag, digests: [], pageUrl }));
    },
};
function readTags({ updated_tags: tags }) {
    if ((0,json/* isObject */.Gv)(tags))
        return Object.keys(tags);
    if (!Array.isArray(tags))
        throw new errors/* InputError */.d(`event: updated_tags must be an array, found ${(0,json/* kindOf */.I)(tags)}`);
    return tags.map((tag, index) => {
        if (typeof tag === 'string' && tag.trim() !== '')
            return tag.trim();
        throw new errors/* InputError */.d(`event: updated_tags[${index}] must be a tag, found ${tag === '' ? 'nothing' : (0,json/* kindOf */.I)(tag)}`);
    });
}

;// CONCATENATED MODULE: ./lib/formats/zot.js






const zot_KINDS = {
    noun: 'type',
    publishing: ['zotregistry.image.updated'],
    ignored: new Set([
        'zotregistry.image.deleted',
        'zotregistry.image.lint_failed',
        'zotregistry.image.scanned',
        'zotregistry.repository.created',
    ]),
    reason: 'event-ignored',
    advice: 'nothing needs to change, zot sends them all',
};
const zot = {
    title: 'zot',
    matches: (body, headers = {}) => isOfZot(readCloudEvent(body, headers)) || isBareData(body, headers),
    parse(body, headers = {}) {
        const event = readCloudEvent(body, headers);
        const type = event === undefined ? guessType(body) : event.type && standardType(event.type);
        const skip = skipIgnored(type, 'type', zot_KINDS, event?.type);
        if (skip)
            return [skip];
        const data = event === undefined ? body : event.data;
        if (!(0,json/* isObject */.Gv)(data))
            throw new errors/* InputError */.d(`event: data must be an object, found ${(0,json/* kindOf */.I)(data)}`);
        const [path, reference] = [(0,json/* textAt */.$6)(data, 'name'), (0,json/* textAt */.$6)(data, 'reference')];
        if (path === undefined || reference === undefined) {
            throw new errors/* InputError */.d(`event: data.${path === undefined ? 'name' : 'reference'} is missing`);
        }
        return [
            {
                field: 'data',
                path,
                tag: (0,oci_reference/* looksLikeDigest */.yw)(reference) ? undefined : reference,
                digests: [digestField(data, 'data', 'digest')],
                mediaType: (0,json/* textAt */.$6)(data, 'mediaType'),
            },
        ];
    },
};
function standardType(type) {
    return type.replace(/^.*\.(?=(?:image|repository)\.\w+$)/, 'zotregistry.');
}
function isOfZot(event) {
    if (event?.type === undefined)
        return false;
    if (event.type.startsWith('zotregistry.'))
        return true;
    const standard = standardType(event.type);
    if (!zot_KINDS.publishing.includes(standard) && !zot_KINDS.ignored.has(standard))
        return false;
    const needed = standard.startsWith('zotregistry.image.') ? ['name', 'reference', 'digest'] : ['name'];
    return needed.every((field) => (0,json/* textAt */.$6)(event.data, field) !== undefined);
}
function isBareData(body, headers) {
    const isEvent = readCloudEvent(body, headers) !== undefined;
    return !isEvent && ['name', 'reference', 'digest', 'mediaType'].every((field) => field in body);
}
function guessType(body) {
    if ('manifest' in body)
        return 'zotregistry.image.updated';
    throw new errors/* InputError */.d('event: without its ce-type header an event of zot that has no manifest may be a deletion or a scan; pass the headers on as {"headers":{"ce-type":"..."},"body":...}, as the relay does');
}

;// CONCATENATED MODULE: ./lib/formats/index.js

















const SOURCES = [
    github,
    docoCd,
    distribution,
    harbor,
    msr,
    dockerHub,
    amazonEcr,
    azureAcr,
    azureEventGrid,
    googleArtifactRegistry,
    aliyunAcr,
    quay,
    artifactory,
    nexus,
    zot,
    gitea,
    json_json,
];
const RECEIVERS = new Map([
    ['doco-cd', docoCd],
    ['docker-hub', dockerHub],
    ['github', github],
    ['harbor', harbor],
    ['distribution', distribution],
    ['json', json_json],
    ['msr', msr],
]);

;// CONCATENATED MODULE: ./lib/inputs/event.js


const EXPECTED_EVENT = `the body of a registry's webhook, as the registry or the relay sent it. Or ${WAY_OUT}`;
function parseGivenEvent(given) {
    return parseEventJson(given, 'event', ', nor "@" and the path of a file that holds it');
}
function parseEventJson(json, where, otherwise = '') {
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./lib/util/read-file.js



function readTextFile(path, { name, mostBytes }) {
    try {
        const stats = (0,external_node_fs_namespaceObject.statSync)(path);
        if (!stats.isFile())
            throw new errors/* InputError */.d(`${name} ${path} is not a regular file`);
        if (stats.size > mostBytes)
            throw new errors/* InputError */.d(`${name} ${path} has ${(0,util_text/* formatBytes */.z3)(stats.size)}, expected at most ${(0,util_text/* formatBytes */.z3)(mostBytes)}`);
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.d)
            throw cause;
        const code = cause.code;
        const problem = code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
        throw new errors/* InputError */.d(`${name} ${path} ${problem}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/event.js






const event_ADVICE = "set artifact and digest to what was pushed, or event to a registry's own event, or run on registry_package: published";
const FILE_LIMIT = 32 * 1024 * 1024;
const GIVEN = { name: 'event: the file', remedy: 'check the path, and that an earlier step wrote it' };
const TRIGGERING = { name: 'the event file', remedy: event_ADVICE };
function event_readEvent(given, environment) {
    if (given.startsWith('@'))
        return parseFile(given.slice(1).trim(), GIVEN);
    if (given !== '')
        return parseEvent(parseGivenEvent(given), 'event');
    const name = environment.GITHUB_EVENT_NAME ?? '';
    if (!['registry_package', 'package', 'repository_dispatch'].includes(name)) {
        throw new errors/* InputError */.d(`artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${(0,util_text/* quote */.hD)(name)} names no artifact`}: ${event_ADVICE}`);
    }
    const path = environment.GITHUB_EVENT_PATH ?? '';
    if (path === '')
        throw new errors/* InputError */.d(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${event_ADVICE}`);
    if (name !== 'repository_dispatch')
        return parseFile(path, TRIGGERING);
    const payload = (0,json.at)(readFile(path, TRIGGERING), 'client_payload');
    if (!(0,json/* isObject */.Gv)(payload)) {
        throw new errors/* InputError */.d(`client_payload must be an object, found ${(0,json/* kindOf */.I)(payload)}; it must be ${EXPECTED_EVENT}`);
    }
    return parseEvent(payload, 'client_payload');
}
function parseFile(path, file) {
    if (path === '')
        throw new errors/* InputError */.d('event: no path follows the "@"');
    return parseEvent(readFile(path, file), `${file.name} ${path}`);
}
function readFile(path, { name, remedy }) {
    let json;
    try {
        json = readTextFile(path, { name, mostBytes: FILE_LIMIT });
    }
    catch (cause) {
        throw new errors/* InputError */.d(`${(0,errors/* messageOf */.b)(cause)}: ${remedy}`, { cause });
    }
    return parseEventJson(json, `${name} ${path}`);
}
function parseEvent(given, where) {
    const { body, ...rest } = unwrapRelayed(unwrapDispatch(given, where));
    if (!Array.isArray(body))
        return parseBody({ body, ...rest }, SOURCES);
    const sources = SOURCES.filter(({ inArrays }) => inArrays);
    if (body.length === 0 ||
        !body.every((event) => (0,json/* isObject */.Gv)(event) && sources.some((source) => source.matches(event, rest.headers)))) {
        throw new errors/* InputError */.d(`${rest.where} must hold a JSON object, found an array; it must be ${EXPECTED_EVENT}`);
    }
    return body.flatMap((event, index) => parseBody({ body: event, headers: rest.headers, where: `${rest.where}[${index}]` }, sources));
}
function unwrapDispatch(body, where) {
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
function parseBody({ body, headers, where }, sources) {
    if (!(0,json/* isObject */.Gv)(body)) {
        throw new errors/* InputError */.d(`${where} must hold a JSON object, found ${(0,json/* kindOf */.I)(body)}; it must be ${EXPECTED_EVENT}`);
    }
    const source = sources.find((system) => system.matches(body, headers));
    if (source !== undefined)
        return source.parse(body, headers);
    const fields = Object.keys(body).slice(0, 10).map(util_text/* quote */.hD).join(', ');
    const known = SOURCES.map(({ title }) => title).join(', ');
    throw new errors/* InputError */.d(`${where} is not an event of a registry that is known here (${known}): it has ${fields === '' ? 'no fields' : `the fields ${fields}`}, and must be ${EXPECTED_EVENT}`);
}

;// CONCATENATED MODULE: ./lib/util/glob.js


const LONGEST = 500;
const MOST_ALTERNATIVES = 100;
function compileGlob(pattern, { braces, below }) {
    const alternatives = parseGlob(pattern, braces);
    return (text) => {
        const characters = /[\ud800-\udfff]/.test(text) ? [...text] : text;
        return alternatives.some((tokens) => matches(tokens, characters, below));
    };
}
function parseGlob(pattern, braces) {
    if (pattern.length > LONGEST) {
        throw new errors/* InputError */.d(`the pattern has ${pattern.length} characters, expected at most ${LONGEST}`);
    }
    return (braces ? expandBraces(pattern) : [pattern]).map(parse);
}
function matches(tokens, text, below) {
    let [inComponent, wide] = [undefined, undefined];
    let [token, at] = [0, 0];
    for (;;) {
        const next = tokens[token];
        if (next === undefined) {
            if (at === text.length || (below && text[at] === '/'))
                return true;
        }
        else if (next.kind !== 'character') {
            token++;
            if (next.kind === 'component')
                inComponent = { token, at, kind: next.kind };
            else
                [inComponent, wide] = [undefined, { token, at, kind: next.kind }];
            continue;
        }
        else if (at < text.length && next.matches(text[at] ?? '')) {
            token++;
            at++;
            continue;
        }
        if (inComponent !== undefined && inComponent.at < text.length && text[inComponent.at] !== '/') {
            inComponent.at++;
            [token, at] = [inComponent.token, inComponent.at];
        }
        else if (wide !== undefined && wide.at < text.length) {
            wide.at++;
            if (wide.kind === 'directories')
                while (wide.at < text.length && text[wide.at - 1] !== '/')
                    wide.at++;
            if (wide.kind === 'directories' && text[wide.at - 1] !== '/')
                return false;
            [inComponent, token, at] = [undefined, wide.token, wide.at];
        }
        else
            return false;
    }
}
function parse(pattern) {
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

;// CONCATENATED MODULE: ./lib/inputs/filter-reachable.js

const HEX = '0123456789abcdef';
const WORD = `${HEX}ghijklmnopqrstuvwxyz`;
const MIXED = `${WORD}ABCDEFGHIJKLMNOPQRSTUVWXYZ_`;
const GRAMMAR = {
    start: [
        [WORD, 'host'],
        ['l', 'localhost 1'],
        ['[', 'address'],
    ],
    ...spelled('localhost', 'end of host'),
    host: [
        [`${WORD}-`, 'host'],
        ['.', 'dotted host'],
        [':', 'port'],
    ],
    'dotted host': [
        [`${WORD}-.`, 'dotted host'],
        [':', 'port'],
        ['/', 'component'],
    ],
    address: [
        [`${HEX}:`, 'address'],
        [']', 'end of host'],
    ],
    'end of host': [
        [':', 'port'],
        ['/', 'component'],
    ],
    port: [
        ['0123456789', 'port'],
        ['/', 'component'],
    ],
    component: [[WORD, 'name']],
    name: [
        [WORD, 'name'],
        ['._-', 'separator'],
        ['/', 'component'],
        [':', 'tag'],
        ['@', 'algorithm'],
    ],
    separator: [
        [WORD, 'name'],
        ['_-', 'separator'],
    ],
    tag: [[MIXED, 'more of tag']],
    'more of tag': [[`${MIXED}.-`, 'more of tag']],
    algorithm: [
        [WORD, 'algorithm'],
        [':', 'digest'],
    ],
    digest: [[HEX, 'more of digest']],
    'more of digest': [[HEX, 'more of digest']],
};
const BEGINNINGS = ['start', 'given 0', 'component'];
const MOST_STATES = 2_000;
function canMatchReference(pattern) {
    return alternatives(pattern).every((tokens) => matchesAny(tokens, {}));
}
function matchesSome(pattern, wanted) {
    return alternatives(pattern).some((tokens) => matchesAny(tokens, wanted));
}
function alternatives(pattern) {
    const parsed = parseGlob(pattern, true);
    if (pattern.includes('/'))
        return parsed;
    return parsed.map((tokens) => [
        { kind: 'directories' },
        ...tokens.map((token) => (token.kind === 'anything' ? { kind: 'component' } : token)),
    ]);
}
function matchesAny(tokens, { except = [], host, tagged = false }) {
    const exclusions = except.flatMap(alternatives);
    const ids = new Map(exclusions.map((exclusion, index) => [exclusion, index]));
    const reached = new Map();
    const visit = (token, place, positions) => {
        const named = positions
            .flatMap((position) => withSkipped(position, place))
            .map((position) => [`${ids.get(position.tokens)}.${position.token}`, position]);
        const others = new Map(named);
        reached.set(`${token} ${place} ${[...others.keys()].sort()}`, { token, place, others: [...others.values()] });
    };
    const ends = tagged ? ['more of tag'] : ['more of tag', 'more of digest'];
    const beginning = host === undefined ? 'start' : 'given 0';
    const grammar = host === undefined ? GRAMMAR : { ...GRAMMAR, ...spelled(`${host}/`, 'component', 'given') };
    visit(0, beginning, exclusions.map((exclusion) => ({ tokens: exclusion, token: 0 })));
    for (const { token, place, others } of reached.values()) {
        if (others.length > 0 && reached.size > MOST_STATES)
            return true;
        const next = tokens[token];
        if (next === undefined && ends.includes(place) && !others.some(isAtEnd))
            return true;
        if (next !== undefined && mayEnd(next, place))
            visit(token + 1, place, others);
        for (const [characters, after] of grammar[place] ?? []) {
            for (const character of characters) {
                const [moved] = advance({ tokens, token }, character);
                if (moved === undefined)
                    continue;
                const movedOthers = others.flatMap((other) => advance(other, character));
                visit(moved.token, after, movedOthers);
                if (others.length === 0)
                    break;
            }
        }
    }
    return false;
}
function isAtEnd({ tokens, token }) {
    return token === tokens.length;
}
function withSkipped(position, place) {
    const next = position.tokens[position.token];
    if (next === undefined || !mayEnd(next, place))
        return [position];
    return [position, ...withSkipped({ ...position, token: position.token + 1 }, place)];
}
function advance({ tokens, token }, character) {
    const next = tokens[token];
    if (next === undefined)
        return [];
    if (next.kind === 'character')
        return next.matches(character) ? [{ tokens, token: token + 1 }] : [];
    return next.kind !== 'component' || character !== '/' ? [{ tokens, token }] : [];
}
function mayEnd(token, place) {
    if (token.kind === 'character')
        return false;
    return token.kind !== 'directories' || BEGINNINGS.includes(place);
}
function spelled(text, after, name = text) {
    const next = (index) => (index + 1 < text.length ? `${name} ${index + 1}` : after);
    return Object.fromEntries([...text].map((character, index) => [`${name} ${index}`, [[character, next(index)]]]));
}

;// CONCATENATED MODULE: ./lib/inputs/filter.js






function parseFilter(value) {
    const patterns = lines(value).flatMap(splitAtCommas);
    const { attempt, throwIfAny } = collectProblems();
    for (const pattern of patterns)
        attempt(() => check(pattern));
    throwIfAny();
    if (patterns.length === 0 && value.trim() !== '') {
        throw new errors/* InputError */.d('filter: there are only commas; write a pattern, such as ghcr.io/acme/*:*');
    }
    if (patterns.length > 0 && patterns.every((pattern) => pattern.startsWith('!'))) {
        throw new errors/* InputError */.d('filter: there are only exclusions ("!"), so nothing would be sent; write first what is to be sent, such as **');
    }
    for (const [index, pattern] of patterns.entries())
        attempt(() => refuseOverruled(pattern, patterns.slice(index + 1)));
    throwIfAny();
    return patterns;
}
function check(pattern) {
    refuseUnexpanded(pattern, `filter: ${(0,util_text/* quote */.hD)(pattern)}`);
    const problem = problemOf(pattern);
    if (problem !== undefined)
        throw new errors/* InputError */.d(`filter: ${(0,util_text/* quote */.hD)(pattern)} ${problem}`);
    const positive = pattern.replace(/^!/, '');
    let canMatch;
    try {
        canMatch = canMatchReference(positive);
    }
    catch (cause) {
        throw new errors/* InputError */.d(`filter: ${(0,util_text/* quote */.hD)(pattern)}: ${(0,errors/* messageOf */.b)(cause)}`, { cause });
    }
    if (canMatch)
        return;
    const upper = upperCase(positive);
    if (upper !== undefined)
        throw new errors/* InputError */.d(`filter: ${(0,util_text/* quote */.hD)(pattern)} ${upper}`);
    const wanted = positive.includes('/')
        ? 'with a "/", a pattern is compared with the whole reference, such as ghcr.io/acme/app:v1 or docker.io/acme/app:v1'
        : 'without a "/", a pattern is compared with name:tag, such as app:v1';
    const which = positive.includes('{') ? 'has braces, and with one of their alternatives it ' : '';
    throw new errors/* InputError */.d(`filter: ${(0,util_text/* quote */.hD)(pattern)} ${which}can match no reference: ${wanted}; write * for any tag or name`);
}
function refuseOverruled(kept, after) {
    const exclusions = after.filter((pattern) => pattern.startsWith('!'));
    const except = exclusions.map((pattern) => pattern.slice(1));
    if (kept.startsWith('!') || except.length === 0 || matchesSome(kept, { except }))
        return;
    const total = exclusions.find((pattern) => !matchesSome(kept, { except: [pattern.slice(1)] }));
    const culprit = total === undefined ? 'the exclusions after it together exclude' : `${(0,util_text/* quote */.hD)(total)} after it excludes`;
    throw new errors/* InputError */.d(`filter: nothing is left of ${(0,util_text/* quote */.hD)(kept)}, because ${culprit} everything that it keeps; write exclusions first, or remove one of them`);
}
function refuseUnreachable(patterns, { registry, untagged }) {
    if (patterns.length === 0 || patterns[0]?.startsWith('!'))
        return;
    const kept = patterns.filter((pattern) => !pattern.startsWith('!'));
    const shown = kept.map(util_text/* quote */.hD).join(', ');
    if (untagged === 'skip' && !kept.some((pattern) => matchesSome(pattern, { tagged: true }))) {
        throw new errors/* InputError */.d(`filter: ${shown} can match only what has no tag, and of an event that is skipped; set untagged: send, or write :* instead of the digest`);
    }
    if (registry !== undefined && !kept.some((pattern) => matchesSome(pattern, { host: registry }))) {
        throw new errors/* InputError */.d(`filter: ${shown} can match nothing in ${registry}, which the registry input puts before every name; correct one of them`);
    }
}
function compilePattern(pattern) {
    const matches = compileGlob(pattern, { braces: true, below: false });
    if (pattern.includes('/'))
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
function problemOf(pattern) {
    const positive = pattern.replace(/^!/, '').trim();
    if (positive === '')
        return 'has no pattern after the "!"';
    if (/^-\s/.test(positive))
        return 'begins with "- " like a list in YAML; write one pattern per line, without dashes';
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(positive);
    if (scheme)
        return `begins with ${(0,util_text/* quote */.hD)(scheme[0])}, but references have no scheme; remove it`;
    if (positive.startsWith('index.docker.io/'))
        return 'begins with "index.docker.io", but references have docker.io there';
    if (/^docker\.io\/[^/]+$/.test(positive) && !positive.includes('**'))
        return 'has one name after docker.io, but references have two there, such as docker.io/library/nginx:1.29';
    const foreign = /[^A-Za-z0-9._\-/:@+=*?[\]{}()!|,\\^]/u.exec(positive);
    if (foreign) {
        const what = /\s/.test(foreign[0]) ? 'a blank' : (0,util_text/* quote */.hD)(foreign[0]);
        return `has ${what}, which is in no reference; remove it, or write one pattern per line`;
    }
    if (/^\[[0-9a-f]*:[0-9a-f:]*\]/i.test(positive))
        return 'begins with "[", which is one of several characters in a pattern; for a host write \\[::1\\]';
    return unbalanced(positive);
}
const PAIRS = new Map([
    [']', '['],
    ['}', '{'],
    [')', '('],
]);
function unbalanced(pattern) {
    const open = [];
    const plain = pattern.replace(/\\./g, '');
    for (const character of plain) {
        if ('[{('.includes(character))
            open.push(character);
        const opening = PAIRS.get(character);
        if (opening !== undefined && open.pop() !== opening)
            return `has a ${(0,util_text/* quote */.hD)(character)} that is not opened`;
    }
    const last = open.at(-1);
    return last === undefined ? undefined : `has a ${(0,util_text/* quote */.hD)(last)} that is not closed`;
}
function upperCase(pattern) {
    const slash = pattern.lastIndexOf('/');
    const last = pattern.slice(slash + 1);
    const colon = last.indexOf(':');
    const name = colon >= 0 ? last.slice(0, colon) : (/^[^*?[{(!@+]*/.exec(last)?.[0] ?? '');
    const found = /[A-Z]/.exec(`${pattern.slice(0, slash + 1)}${name}`);
    return found ? `has ${(0,util_text/* quote */.hD)(found[0])} before the tag, but references are lower-case there` : undefined;
}

;// CONCATENATED MODULE: ./lib/artifacts/filter.js

function compileFilter(patterns) {
    const rules = patterns.map((line) => {
        const excludes = line.startsWith('!');
        return { excludes, matches: compilePattern(excludes ? line.slice(1) : line) };
    });
    const otherwise = rules[0]?.excludes ?? true;
    return (reference) => {
        const last = rules.findLast(({ matches }) => matches(reference));
        return last === undefined ? otherwise : !last.excludes;
    };
}

// EXTERNAL MODULE: ./lib/util/time.js
var time = __nccwpck_require__(788);
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
            throw new errors/* InputError */.d(`verify: the digest of ${nameArtifact(artifact)} is ${artifact.digest}, and only sha256 can be compared with what the registry has; remove verify`);
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
                    detail: `${nameArtifact(artifact)} now points at ${now.digest}: whatever was pushed since sends its own message`,
                });
            }
        }
    }
    return { artifacts: resolved, skips };
}
async function lookUpDigest(artifact, endMs, options) {
    const name = nameArtifact(artifact);
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
    const name = nameArtifact(artifact);
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
    const name = nameArtifact(artifact);
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
        options.log(`${nameArtifact(artifact)} is not ${place} yet, asking again in ${pauseMs} ms`);
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

;// CONCATENATED MODULE: ./lib/artifacts/find.js






async function findArtifacts(inputs, options) {
    const { filter } = inputs;
    const keep = filter.length === 0 ? () => true : compileFilter(filter);
    const validated = inputs.artifacts.length > 0
        ? inputs.artifacts
        : validateEvent(event_readEvent(inputs.event, options.environment), inputs);
    const all = inputs.allTags === undefined ? validated : await withAllTags(validated, inputs.allTags.token, options);
    const { artifacts, skips } = select_select(all.map(withOwnPage(options.environment)), keep, filter);
    const resolved = await completeFromRegistry(artifacts, inputs.verify, options);
    return { artifacts: select_select(resolved.artifacts, keep).artifacts, skips: [...skips, ...resolved.skips] };
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
    const { listTags } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 363, 23));
    return addTags(validated, { listTags: (wanted) => listTags(wanted, { token, signal }), info: util_log/* info */.pq, warning: util_log/* warning */.$e, signal });
}
async function completeFromRegistry(artifacts, verify, { format: { needsDigest }, deadlineMs, signal }) {
    const isComplete = artifacts.every(({ digest }) => digest !== undefined || !needsDigest);
    if (isComplete && !verify)
        return { artifacts, skips: [] };
    const { createInspector } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 172, 23));
    const inspect = createInspector();
    return resolveDigests(artifacts, { needsDigest, verify, deadlineMs, signal, inspect, log: util_log/* info */.pq });
}

;// CONCATENATED MODULE: ./lib/artifacts/warnings.js

function artifactWarnings(artifacts, { format, endpoints, isFromEvent }) {
    const ofFormat = format.warnings?.(artifacts) ?? [];
    if (!isFromEvent)
        return ofFormat;
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
    return [...ofFormat, ...internal];
}
function isThisMachine(host) {
    return (0,oci_reference/* isLoopback */.U9)(host) || /^(?:0\.0\.0\.0|\[::\]|host\.docker\.internal)(?::\d+)?$/.test(host);
}
function isDotless(host) {
    return !/[.[]/.test(host);
}
function isNear(host) {
    return isThisMachine(host) || isDotless(host);
}

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
var deliver = __nccwpck_require__(649);
;// CONCATENATED MODULE: ./lib/delivery/types.js
function outcomeOf({ kind, deployment }) {
    return deployment?.kind ?? kind;
}
function isSuccess(delivery) {
    return ['accepted', 'succeeded', 'unchanged', 'skipped'].includes(outcomeOf(delivery));
}

;// CONCATENATED MODULE: ./lib/delivery/deliver-all.js




async function deliverAll(messages, endpoints, { deliver, isLive }) {
    const isAlone = endpoints.length === 1;
    const perEndpoint = await Promise.all(endpoints.map(async (endpoint) => {
        const group = isAlone || isLive ? undefined : [];
        if (isAlone)
            (0,util_log/* info */.pq)(`sending to ${endpoint.label}`);
        const deliveries = await Promise.all(messages.map((message) => {
            const names = [isAlone || group ? '' : endpoint.label, messages.length === 1 ? '' : nameMessage(message)];
            return deliver(message, endpoint, endpointLog(names, group));
        }));
        if (group)
            (0,util_log/* infoGroup */.Cu)(`${endpoint.label}: ${deliveries.map(outcomeOf).join(', ')}`, group);
        return deliveries;
    }));
    return perEndpoint.flat();
}
function endpointLog(names, group) {
    const name = names.filter((part) => part !== '').join(' ');
    const prefix = name === '' ? '' : `${name}: `;
    const write = group === undefined ? util_log/* info */.pq : (line) => void group.push(line);
    return { name, log: (line) => write(`${prefix}${line}`) };
}
function nameMessage({ artifacts }) {
    return nameArtifacts(artifacts, (artifact) => {
        const { digest } = artifact;
        return digest === undefined ? nameArtifact(artifact) : `${nameArtifact(artifact)} ${(0,oci_reference/* shortDigest */.VK)(digest)}`;
    });
}

// EXTERNAL MODULE: ./lib/http/errors.js
var http_errors = __nccwpck_require__(78);
;// CONCATENATED MODULE: ./lib/http/response.js


function toResult(raw, { url, proxy, durationMs }) {
    const { response, head, body, bodyState, written, reason } = raw;
    const status = response?.statusCode ?? (0,http_errors/* statusIn */.em)(head);
    if (status === undefined) {
        const isTunnelled = url.protocol === 'https:';
        const why = reason instanceof Error ? (0,http_errors/* describeError */.Uc)(reason, proxy, { written, isTunnelled }) : withProxy(reason, raw, proxy);
        const through = why.proxy === undefined ? proxy?.origin : undefined;
        return { kind: 'failure', ...why, through, written, durationMs };
    }
    const { 'retry-after': retryAfter, date, location } = response?.headers ?? {};
    const dateMs = date === undefined ? undefined : Date.parse(date) || undefined;
    const passedOnBy = url.protocol === 'http:' ? proxy : undefined;
    if (passedOnBy && (0,http_errors/* isProxyResponse */.ii)(status, response?.headers)) {
        const why = (0,http_errors/* refusedByProxy */.SR)(passedOnBy, status);
        return { kind: 'failure', ...why, written: written && status !== 407, retryAfter, dateMs, durationMs };
    }
    const redirectsTo = status >= 300 && status < 400 ? locationOrigin(location, url) : undefined;
    const proxyOrigin = passedOnBy?.origin;
    return { kind: 'response', status, body, bodyState, retryAfter, dateMs, redirectsTo, proxy: proxyOrigin, durationMs };
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
    const url = location === undefined ? null : URL.parse((0,util_log/* redact */.E$)(location), href);
    if (url?.protocol === protocol && url.host === host)
        return 'another path there, perhaps a login';
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
async function sendOnce(request, route) {
    const startedMs = (0,time/* monotonicMs */.dR)();
    const abandoned = new AbortController();
    const client = begin(request, route, abandoned.signal);
    const raw = await sendAndCollect(request, client);
    if (raw.bodyState !== 'complete') {
        abandoned.abort();
        client.destroy();
    }
    const durationMs = Math.round((0,time/* monotonicMs */.dR)() - startedMs);
    return toResult(raw, { url: request.url, proxy: route.proxy, durationMs });
}
function begin({ url, method, headers }, { request, agent, proxy, proxyHeaders }, abandoned) {
    const options = { method, agent, maxHeaderSize: HEADER_LIMIT, headers };
    Object.assign(options, { abandoned });
    if (url.protocol !== 'http:' || proxy === undefined)
        return request(url, options);
    return request(proxy, {
        ...options,
        auth: null,
        path: url.href,
        headers: { ...headers, ...proxyHeaders, host: url.host },
    });
}
function sendAndCollect(request, client) {
    const { url, timeoutMs, signal } = request;
    const { promise, resolve } = Promise.withResolvers();
    const [head, body] = [new Collector(HEAD_LIMIT), new Collector(request.needsBody ? NEEDED_BODY_LIMIT : BODY_LIMIT)];
    let response;
    let [passedProxy, written, isOver] = [false, false, false];
    const end = (bodyState, reason = CLOSED) => {
        if (isOver)
            return;
        isOver = true;
        timer.stop();
        signal.removeEventListener('abort', cancel);
        resolve({ response, head: head.text(), body: body.text(), bodyState, passedProxy, written, reason });
    };
    const cancel = () => end('cut', CANCELLED);
    const timer = new ResponseTimer(request.endByMs, (message) => end('stalled', { code: 'TIMEOUT', message }));
    const keepHead = (chunk) => void head.add(chunk);
    client.on('socket', (socket) => {
        socket.prependListener('data', keepHead);
        if (url.protocol === 'https:')
            passedProxy = true;
        whenWritable(socket, () => {
            passedProxy = true;
            written = true;
            if (request.mayTakeUntilEnd)
                timer.start(FOREVER_MS);
        });
    });
    client.on('error', (error) => end('cut', error));
    client.on('response', (answer) => {
        response = answer;
        if (!is2xxStatus(answer.statusCode))
            client.shouldKeepAlive = false;
        answer.socket.removeListener('data', keepHead);
        if (!request.needsBody)
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
    #endByMs;
    #onTimeout;
    #timer;
    constructor(endByMs, onTimeout) {
        this.#endByMs = endByMs;
        this.#onTimeout = onTimeout;
    }
    start(allowedMs) {
        this.stop();
        const leftMs = this.#endByMs === undefined ? FOREVER_MS : Math.round(this.#endByMs - (0,time/* monotonicMs */.dR)());
        const limitMs = Math.min(allowedMs, Math.max(leftMs, LEAST_MS));
        const timer = setTimeout(() => setImmediate(giveUp), limitMs);
        const giveUp = () => {
            if (this.#timer === timer)
                this.#onTimeout(`no answer within ${Number((limitMs / 1000).toFixed(3))} s`);
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
    text() {
        return Buffer.concat(this.#chunks).toString('utf8');
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
function createClient({ skipTlsVerification, proxies, secureContext }) {
    const routes = new Map();
    const enterHost = createLimiter(PER_HOST);
    const enterAll = createLimiter(connectionLimit());
    let context = secureContext;
    async function createRoute({ url, keepAlive }, proxy) {
        const proxyHeaders = proxy && proxies?.proxyAuthorization(proxy);
        const { protocol } = url.protocol === 'http:' && proxy !== undefined ? proxy : url;
        if (protocol === 'http:') {
            const { Agent, request } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 67, 23));
            return { request, agent: new Agent({ keepAlive }), proxy, proxyHeaders };
        }
        const { Agent, request } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 708, 23));
        if (url.protocol === 'http:')
            return { request, agent: new Agent({ keepAlive }), proxy, proxyHeaders };
        context ??= (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 692, 23))).createSecureContext();
        const options = { keepAlive, secureContext: context, rejectUnauthorized: !skipTlsVerification };
        if (proxies === undefined || proxy === undefined)
            return { request, agent: new Agent(options), proxy };
        return { request, agent: proxies.createTunnelAgent(proxy, options), proxy };
    }
    function routeFor(request) {
        const proxy = proxies?.proxyFor(request.url);
        const key = `${request.url.protocol} ${request.keepAlive} ${proxy?.href ?? ''}`;
        const route = routes.get(key) ?? createRoute(request, proxy);
        routes.set(key, route);
        return route;
    }
    return {
        async send(request) {
            const leaveHost = await enterHost(request.url.host);
            const leaveAll = await enterAll('');
            try {
                if (request.beginByMs !== undefined && (0,time/* monotonicMs */.dR)() > request.beginByMs)
                    return TOO_LATE;
                const headers = { ...request.headers, ...(await request.lateHeaders?.()) };
                return await sendOnce({ ...request, headers }, await routeFor(request));
            }
            finally {
                leaveAll();
                leaveHost();
            }
        },
    };
}
function connectionLimit() {
    try {
        const [, soft] = /^Max open files +(\d+)/m.exec((0,external_node_fs_namespaceObject.readFileSync)('/proc/self/limits', 'utf8')) ?? [];
        return Math.max(Math.min(IN_ALL, Number(soft ?? IN_ALL) - RESERVED_DESCRIPTORS), 1);
    }
    catch {
        return IN_ALL;
    }
}
function createLimiter(limit) {
    const lines = new Map();
    return async (key) => {
        const line = lines.get(key) ?? { inside: 0, waiting: [] };
        lines.set(key, line);
        if (line.inside < limit)
            line.inside += 1;
        else
            await new Promise((enter) => line.waiting.push(enter));
        return () => {
            const next = line.waiting.shift();
            if (next === undefined)
                line.inside -= 1;
            else
                next();
        };
    };
}

;// CONCATENATED MODULE: ./lib/http/configure.js



const PROXY_VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];
async function configureClient(wanted, environment) {
    const { tls } = wanted;
    const { skipTlsVerification } = tls;
    const proxies = await readProxies(wanted, environment);
    if (tls.caCertificate === undefined && tls.clientCertificate === undefined) {
        return createClient({ skipTlsVerification, proxies });
    }
    const { createTlsContext } = await __nccwpck_require__.e(/* import() */ 544).then(__nccwpck_require__.bind(__nccwpck_require__, 544));
    return createClient({ skipTlsVerification, proxies, secureContext: createTlsContext(tls) });
}
async function readProxies({ urls, isConfidential }, environment) {
    if (!PROXY_VARIABLES.some((name) => environment[name]))
        return undefined;
    const { proxyFor, createTunnelAgent, proxyAuthorization } = await __nccwpck_require__.e(/* import() */ 729).then(__nccwpck_require__.bind(__nccwpck_require__, 729));
    const used = urls.map((url) => proxyFor(url, environment)).filter((proxy) => proxy !== undefined);
    const unencrypted = urls.find(({ protocol }) => protocol === 'http:');
    if (isConfidential && unencrypted !== undefined && proxyFor(unencrypted, environment) !== undefined) {
        throw new errors/* InputError */.d('url: with http the proxy could read the token; use https, or list the host in NO_PROXY');
    }
    for (const origin of new Set(used.map((proxy) => proxy.origin)))
        (0,util_log/* info */.pq)(`using the proxy ${origin}`);
    return { proxyFor: (url) => proxyFor(url, environment), createTunnelAgent, proxyAuthorization };
}

;// CONCATENATED MODULE: ./lib/inputs/artifacts.js







const UNTAGGED = ['skip', 'send'];
const STYLES = ['tag', 'digest', 'tag+digest'];
const MOST_BYTES = 32 * 1024 * 1024;
function readArtifacts({ attempt, input }, isOn) {
    const given = input('artifact');
    const read = attempt(() => splitReferences(artifactText(given)));
    const written = read ?? [];
    attempt(() => {
        if (given !== '' && read?.length === 0)
            throw new errors/* InputError */.d('artifact: there are only commas; write references, such as ghcr.io/acme/app:v1');
    });
    const event = input('event');
    const registry = input('registry');
    attempt(() => event === '' || event.startsWith('@') || parseGivenEvent(event));
    attempt(() => {
        if (written.length > 0 && event !== '')
            throw new errors/* InputError */.d('event: artifact is set too, and both say what was published; give one of them');
    });
    attempt(() => {
        if (written.length > 0 && registry !== '')
            throw new errors/* InputError */.d('registry: only events need it; write the host into artifact instead');
    });
    const digest = attempt(() => optional(input('digest'), readDigest));
    const style = attempt(() => optional(input('reference'), (value) => choice(value, 'reference', STYLES)));
    const context = { count: written.length, given: { digest, style } };
    const artifacts = written.map((each, index) => attempt(() => readReference(each, { ...context, index })));
    const wantsAllTags = isOn('all-tags');
    const host = attempt(() => optional(registry, (value) => (0,oci_reference/* parseHost */.o6)(value, 'registry')));
    const filter = attempt(() => parseFilter(input('filter'))) ?? [];
    const untagged = attempt(() => choice(input('untagged') || 'skip', 'untagged', UNTAGGED)) ?? 'skip';
    attempt(() => given === '' && refuseUnreachable(filter, { registry: host, untagged }));
    return {
        artifacts: artifacts.filter((artifact) => artifact !== undefined),
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
function artifactText(value) {
    if (!value.startsWith('@'))
        return value;
    const path = value.slice(1).trim();
    if (path === '')
        throw new errors/* InputError */.d('artifact: no path follows the "@"');
    const list = readTextFile(path, { name: 'artifact: the file', mostBytes: MOST_BYTES });
    if (list.trim() === '')
        throw new errors/* InputError */.d(`artifact: the file ${path} is empty; write one reference per line`);
    return list;
}
function githubToken(value) {
    if (value !== '')
        return value;
    throw new errors/* InputError */.d("github-token is empty: all-tags needs it; leave the input out to use the job's own token (a reusable workflow takes it as secret packages_token)");
}

;// CONCATENATED MODULE: ./lib/inputs/endpoints.js



function parseUrls(lines, format, target) {
    if (lines.length === 0) {
        throw new errors/* InputError */.d('url is empty: set it to the endpoint, such as https://deploy.example.com/v1/webhook (if it comes from a secret, the secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on)');
    }
    const { attempt, throwIfAny } = collectProblems();
    const urls = lines.map((line, index) => attempt(() => format.endpointUrl(parseUrl(line, lines.length === 1 ? 'url' : `url: line ${index + 1}`), target)));
    if (target !== undefined)
        attempt(() => format.endpointUrl(new URL('https://host'), target));
    throwIfAny();
    return urls.filter((url) => url !== undefined);
}
function parseUrl(line, where) {
    refuseUnexpanded(line, where);
    if (/,\s*https?:/i.test(line))
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
    const lines = allLines(text).filter((line) => line.trim() !== '');
    if (lines.length === 0)
        return [];
    if (count > 1)
        refuseEmptyLine(text, name);
    const { attempt, throwIfAny } = collectProblems();
    for (const [index, line] of allLines(text).entries())
        attempt(() => refuseUnexpanded(line, `${name}: line ${index + 1}`));
    attempt(() => {
        if (lines.length === 1 || lines.length === count)
            return;
        throw new errors/* InputError */.d(`${name} has ${lines.length} lines but url has ${count}: give one for all, or one per url`);
    });
    throwIfAny();
    return Array.from({ length: count }, (_, index) => lines[index] ?? lines[0] ?? '');
}
function buildEndpoints(urls, { secrets, apiKeys, headers }) {
    const originOf = ({ protocol, host }) => `${protocol}//${host}`;
    const byOrigin = Map.groupBy(urls, originOf);
    return urls.map((given, index) => {
        const origin = originOf(given);
        const sharing = byOrigin.get(origin) ?? [];
        const login = given.username === '' && given.password === '' ? undefined : basicAuth(given);
        if (login !== undefined && headers.authorization !== undefined) {
            throw new errors/* InputError */.d('headers: authorization is set, but the url holds user and password too; give one of them');
        }
        return {
            url: login === undefined ? given : withoutLogin(given),
            label: sharing.length > 1 ? `${origin} (${sharing.indexOf(given) + 1})` : origin,
            headers: login === undefined ? headers : { ...headers, authorization: login },
            secret: secrets[index],
            apiKey: apiKeys[index],
        };
    });
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

;// CONCATENATED MODULE: ./lib/inputs/headers.js





const PROVIDER_HEADERS = new Set([
    'x-hub-signature',
    'x-hub-signature-256',
    'x-gitea-signature',
    'x-gitlab-token',
    'x-gogs-signature',
    'x-forgejo-signature',
    'x-doco-oci-signature-256',
]);
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
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
function parseApiKeys(text, count) {
    const keys = parseSecrets(text, count, 'api-key').map((key) => key.trim());
    const { attempt, throwIfAny } = collectProblems();
    for (const [index, key] of keys.entries()) {
        attempt(() => {
            if (VALUE.test(key))
                return;
            throw new errors/* InputError */.d(`api-key: line ${index + 1} has characters that are not allowed in a header`);
        });
    }
    throwIfAny();
    return keys;
}
function parseHeaders(lines, signatureHeader, format) {
    const headers = new Map();
    const { attempt, throwIfAny } = collectProblems();
    for (const [index, line] of lines.entries()) {
        if (line.trim() === '')
            continue;
        const where = `headers: line ${index + 1}`;
        attempt(() => {
            const { name, value } = parseHeader(line, where);
            refuseReserved(name, where, { signatureHeader, format });
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
    refuseUnexpanded(value, `${where} (${name})`);
    if (!VALUE.test(value))
        throw new errors/* InputError */.d(`${where} (${name}) has characters that are not allowed in a header`);
    return { name, value };
}
function refuseReserved(name, where, { signatureHeader, format }) {
    if (format.secretRequired && PROVIDER_HEADERS.has(name)) {
        throw new errors/* InputError */.d(`${where}: ${name} is a provider's signature header, ${format.title} would take the request for another kind; remove it`);
    }
    if (name === signatureHeader.toLowerCase())
        throw new errors/* InputError */.d(`${where}: ${name} is the signature header, which the secret input makes; remove it`);
    if (Object.hasOwn(format.headers ?? {}, name))
        throw new errors/* InputError */.d(`${where}: ${name} is set by the format itself; remove it`);
    if (OWN_HEADERS.has(name) || (format.secretRequired && name === 'content-type'))
        throw new errors/* InputError */.d(`${where}: ${name} is set by the action itself; remove it`);
}
function refuseBadName(name, where) {
    if (name === '')
        throw new errors/* InputError */.d(`${where} has no name before the ":"`);
    const wrong = name.split('').findIndex((character) => !NAME.test(character));
    if (wrong < 0)
        return;
    throw new errors/* InputError */.d(`${where}: character ${wrong + 1} of the name is ${(0,util_text/* quote */.hD)(name.charAt(wrong))}, and a header name holds only letters, digits and "-"`);
}
function parseSignatureHeader(given, format) {
    if (given === '')
        return format.signatureHeader;
    const name = given.toLowerCase();
    if (!NAME.test(given) || OWN_HEADERS.has(name) || COMMON_HEADERS.has(name)) {
        throw new errors/* InputError */.d(`signature-header: ${(0,util_text/* quote */.hD)(given)} cannot carry a signature, expected a header name such as ${format.signatureHeader}`);
    }
    if (format.secretRequired && PROVIDER_HEADERS.has(name) && name !== format.signatureHeader.toLowerCase()) {
        throw new errors/* InputError */.d(`signature-header: ${given} is another provider's; with it, ${format.title} would not read ${format.signatureHeader}`);
    }
    return given;
}

;// CONCATENATED MODULE: ./lib/inputs/oidc.js



function parseAudience(given, endpoints, environment) {
    if (given === '')
        return undefined;
    refuseUnexpanded(given, 'oidc-audience');
    if (/\s/.test(given))
        throw new errors/* InputError */.d('oidc-audience holds a blank or line break; give one audience');
    for (const { url, label, headers } of endpoints) {
        if (headers.authorization !== undefined) {
            throw new errors/* InputError */.d('oidc-audience: the token is sent as Authorization, which is set already, in headers or by user:password@ in the url; give one of them');
        }
        if (url.protocol === 'http:' && !(0,oci_reference/* isLoopback */.U9)(url.hostname)) {
            throw new errors/* InputError */.d(`oidc-audience: ${label} is not encrypted, and anyone who reads the token can use it; use https`);
        }
    }
    if (endpoints.length > 0 && !environment.ACTIONS_ID_TOKEN_REQUEST_URL) {
        throw new errors/* InputError */.d('oidc-audience: this job may not have an ID token; give it "permissions: id-token: write" (pull requests from forks and Dependabot get none)');
    }
    return given;
}

;// CONCATENATED MODULE: ./lib/inputs/warnings.js

function inputWarnings(endpoints, { format, signatureHeader, skipTlsVerification }) {
    const warnings = new Set(sameEndpointTwice(endpoints));
    for (const { url, label, secret } of endpoints) {
        if (url.protocol === 'http:' && !(0,oci_reference/* isLoopback */.U9)(url.hostname)) {
            warnings.add(`url: ${label} is not encrypted, anyone on the way can read and repeat the message; use https`);
        }
        if (secret !== undefined && secret.length < 16) {
            warnings.add('secret is shorter than 16 characters and could be guessed; use a long random one, such as the output of openssl rand -hex 32');
        }
        if (secret !== undefined && secret !== secret.trim()) {
            warnings.add('secret begins or ends with spaces; they are part of the key');
        }
    }
    if (format.secretRequired && signatureHeader.toLowerCase() !== format.signatureHeader.toLowerCase()) {
        warnings.add(`signature-header: ${format.title} reads only ${format.signatureHeader}; remove it, unless something on the way renames ${signatureHeader}`);
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











const ANY_RECEIVER = { ...json_json, endpointUrl: (url) => url };
function findReceiver(environment) {
    return RECEIVERS.get(formatName(environment));
}
function formatName(environment) {
    return parse_text(environment, 'format') || 'doco-cd';
}
function readInputs(environment) {
    const reading = { ...collectProblems(), environment, input: (name) => parse_text(environment, name) };
    const { attempt, input } = reading;
    const isOn = (name) => attempt(() => flag(input(name), name)) ?? false;
    const format = attempt(() => knownReceiver(environment));
    const dryRun = isOn('dry-run');
    const endpoints = readEndpoints(reading, format ?? ANY_RECEIVER, dryRun);
    const artifacts = readArtifacts(reading, isOn);
    const wait = readWait(reading, { format, isOn: isOn('wait') });
    const limits = readLimits(reading);
    const tls = { skipTlsVerification: isOn('skip-tls-verification'), ...readTls(reading) };
    reading.throwIfAny();
    if (format === undefined)
        throw new Error('a problem was not reported');
    return {
        ...endpoints,
        ...artifacts,
        format,
        dryRun,
        wait,
        limits,
        tls,
        warnings: inputWarnings(endpoints.endpoints, { format, ...tls, ...endpoints }),
        notices: wait === undefined ? unusedForWait(input) : [],
    };
}
function knownReceiver(environment) {
    const receiver = findReceiver(environment);
    if (receiver !== undefined)
        return receiver;
    throw new errors/* InputError */.d(`format: ${(0,util_text/* quote */.hD)(formatName(environment))} is not allowed, expected ${[...RECEIVERS.keys()].join(', ')} (for Kargo: github or docker-hub)`);
}
function readEndpoints({ attempt, environment, input }, format, dryRun) {
    const signatureHeader = attempt(() => parseSignatureHeader(input('signature-header'), format)) ?? format.signatureHeader;
    const urlLines = lines(input('url'));
    const isNeeded = !dryRun || urlLines.length > 0;
    const urls = attempt(() => {
        if (urlLines.length > 0)
            refuseEmptyLine(raw(environment, 'url'), 'url');
        return isNeeded ? parseUrls(urlLines, format, input('target') || undefined) : [];
    });
    const count = urlLines.length;
    const secrets = attempt(() => readSecrets(raw(environment, 'secret'), { count, format, dryRun }));
    attempt(() => {
        if (input('signature-header') !== '' && secrets?.length === 0 && !dryRun) {
            throw new errors/* InputError */.d('signature-header: secret is empty, so nothing would be signed; set secret, or remove it');
        }
    });
    const apiKeys = attempt(() => (count === 0 ? [] : parseApiKeys(raw(environment, 'api-key'), count)));
    const headers = attempt(() => parseHeaders(allLines(raw(environment, 'headers')), signatureHeader, format));
    const endpoints = attempt(() => buildEndpoints(urls ?? [], { secrets: secrets ?? [], apiKeys: apiKeys ?? [], headers: headers ?? {} }));
    const oidcAudience = attempt(() => parseAudience(input('oidc-audience'), dryRun ? [] : (endpoints ?? []), environment));
    return { signatureHeader, oidcAudience, endpoints: endpoints ?? [] };
}
function readSecrets(value, { count, format, dryRun }) {
    const secrets = count === 0 && value.trim() === '' ? [] : parseSecrets(value, Math.max(count, 1));
    if (format.secretRequired && secrets.length === 0 && !dryRun) {
        throw new errors/* InputError */.d('secret is empty: set it to the key that the receiver checks signatures with, or set format if that is not doco-cd. If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on');
    }
    return secrets;
}
function readLimits({ attempt, input }) {
    const limit = (name, standard, range) => attempt(() => seconds(input(name) || standard, name, range)) ?? 0;
    return {
        retries: attempt(() => optional(input('retries'), (value) => integer(value, 'retries', 5_000))),
        timeoutMs: limit('timeout', '15', { least: 0.001, most: 3600 }),
        deadlineMs: limit('deadline', '120', { least: 0, most: 21_600 }),
    };
}
function readWait({ attempt, input }, { format, isOn }) {
    const range = { least: 0.001, most: 21_600 };
    const timeoutMs = attempt(() => seconds(input('wait-timeout') || '600', 'wait-timeout', range));
    if (!isOn || timeoutMs === undefined)
        return undefined;
    return attempt(() => {
        if (format !== undefined && format.tracker === undefined) {
            throw new errors/* InputError */.d(`wait: with format ${input('format')} the receiver does not report how a deployment ends; remove wait`);
        }
        return { timeoutMs };
    });
}
function unusedForWait(input) {
    const isSet = { 'api-key': input('api-key') !== '', 'wait-timeout': !['', '600'].includes(input('wait-timeout')) };
    const unused = Object.entries(isSet).flatMap(([name, isUsed]) => (isUsed ? [name] : []));
    return unused.map((name) => `${name} has no effect without wait: true`);
}
function readTls({ attempt, input }) {
    const [clientCertificate, clientKey] = [input('client-certificate'), input('client-key')];
    attempt(() => {
        if ((clientCertificate === '') === (clientKey === ''))
            return;
        const [given, missing] = clientKey === '' ? ['client-certificate', 'client-key'] : ['client-key', 'client-certificate'];
        throw new errors/* InputError */.d(`${missing} is empty but ${given} is set; they are needed together`);
    });
    const read = (value, name, kind) => attempt(() => optional(value, (given) => pem(given, name, kind)));
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
function collectSecrets(environment, format) {
    const isUnsigned = raw(environment, 'secret').trim() === '' && format?.secretRequired === false;
    const isCredential = format === undefined || format.urlIsCredential || isUnsigned;
    const usualPath = isCredential ? undefined : format.endpointUrl(new URL('https://host'), undefined).pathname;
    const known = new Set(PUBLIC_VARIABLES.map((name) => environment[`GITHUB_${name}`]));
    const published = [raw(environment, 'artifact'), raw(environment, 'digest')];
    const isPublic = (value) => known.has(value) || published.some((text) => text.includes(value));
    return new Set([
        ...raw(environment, 'secret')
            .split(/\r?\n/)
            .flatMap((line) => [line, line.trim()]),
        ...['api-key', 'github-token'].flatMap((name) => lines(raw(environment, name))),
        ...lines(raw(environment, 'headers')).flatMap((line) => headerSecrets(line, isPublic)),
        ...keySecrets(raw(environment, 'client-key')),
        ...PROXY_VARIABLES.flatMap((name) => proxySecrets(environment[name] ?? '')),
        ...lines(raw(environment, 'url')).flatMap((line) => urlSecrets(line, usualPath)),
    ]);
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
    return lines(body, /\s+/).filter((part) => part.length >= LEAST_LENGTH);
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
    const query = [...url.searchParams].filter(([name, value]) => isSecret(name, value) || mayBeKey(value));
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

;// CONCATENATED MODULE: ./lib/notify.js












const notify_BODY_LIMIT = 1024 * 1024;
const MOST_KEPT = 100;
const MOST_DELIVERIES = 10_000;
async function notify(environment, signal) {
    for (const secret of collectSecrets(environment, findReceiver(environment)))
        (0,util_log/* mask */.dK)(secret);
    const inputs = readInputs(environment);
    const { format, endpoints, limits, tls } = inputs;
    for (const text of inputs.warnings)
        (0,util_log/* warning */.$e)(text);
    for (const text of inputs.notices)
        (0,util_log/* notice */.lm)(text);
    const isConfidential = inputs.oidcAudience !== undefined;
    const client = await configureClient({ urls: endpoints.map(({ url }) => url), tls, isConfidential }, environment);
    const found = { environment, format, deadlineMs: limits.deadlineMs, signal };
    const { artifacts, skips } = await findArtifacts(inputs, found);
    for (const { reason, detail } of skips)
        (0,util_log/* info */.pq)(`skipped (${reason}): ${detail}`);
    if (artifacts.length === 0)
        return { kind: 'skipped', skip: mostTelling(skips) };
    const isFromEvent = inputs.artifacts.length === 0 && inputs.registry === undefined;
    for (const text of artifactWarnings(artifacts, { format, endpoints, isFromEvent }))
        (0,util_log/* warning */.$e)(text);
    const messages = serialize(artifacts, format);
    refuseTooMany(messages.length, endpoints.length);
    for (const artifact of artifacts)
        (0,util_log/* info */.pq)(`${nameArtifact(artifact)} (${artifact.digest ?? 'no digest'})`);
    const authorized = inputs.dryRun
        ? client
        : await authorize(client, { audience: inputs.oidcAudience, environment, signal });
    const send = await prepareSending(inputs, { client: authorized, signal, messages });
    if (inputs.dryRun)
        return { kind: 'dry-run', artifacts, messages, endpoints };
    return { kind: 'sent', format, artifacts, messages, deliveries: await send() };
}
function mostTelling(skips) {
    const telling = ['superseded', 'filtered', 'untagged'];
    const first = telling.map((reason) => skips.findLast((skip) => skip.reason === reason)).find((skip) => skip);
    const nothing = { reason: 'no-events', detail: 'the event names nothing that was published' };
    return first ?? skips.at(-1) ?? nothing;
}
function serialize(artifacts, format) {
    const messages = format.serialize(artifacts);
    for (const { body } of messages) {
        const size = Buffer.byteLength(body);
        if (size > notify_BODY_LIMIT)
            throw new errors/* InputError */.d(`the message has ${size} bytes, receivers take at most ${notify_BODY_LIMIT}; narrow the filter input`);
    }
    return messages;
}
async function authorize(client, { audience, environment, signal }) {
    if (audience === undefined)
        return client;
    (0,util_log/* mask */.dK)(environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '');
    const { requestIdToken } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 363, 23));
    return withBearer(client, { request: () => requestIdToken(audience, signal), signal, log: util_log/* info */.pq });
}
function refuseTooMany(messages, endpoints) {
    if (messages * Math.max(endpoints, 1) <= MOST_DELIVERIES)
        return;
    const what = `${(0,util_text/* plural */.LS)(messages, 'message')} to ${(0,util_text/* plural */.LS)(endpoints, 'endpoint')}`;
    throw new errors/* InputError */.d(`${what} are more than the ${(0,util_text/* grouped */.zD)(MOST_DELIVERIES)} deliveries that one step makes; narrow artifact or filter, or split the endpoints over the jobs of a matrix`);
}
async function prepareSending(inputs, { messages, ...rest }) {
    const { endpoints, format, wait } = inputs;
    const { limits, signatureHeader } = inputs;
    const hosts = new Set(endpoints.map(({ url }) => url.host));
    const mayKeep = hosts.size <= MOST_KEPT;
    if (wait === undefined) {
        const isShared = hosts.size < endpoints.length * messages.length;
        const options = { format, limits, signatureHeader, keepAlive: mayKeep && isShared, ...rest };
        return () => deliverAll(messages, endpoints, {
            deliver: (message, endpoint, { log }) => (0,deliver/* deliver */.c)(message, endpoint, { ...options, log }),
            isLive: false,
        });
    }
    const { findTracker, startWait } = await __nccwpck_require__.e(/* import() */ 215).then(__nccwpck_require__.bind(__nccwpck_require__, 215));
    const tracker = await findTracker(format, endpoints);
    const options = { format, limits, signatureHeader, keepAlive: mayKeep, ...rest, waitTimeoutMs: wait.timeoutMs };
    return async () => {
        const waiting = startWait(tracker, options);
        try {
            return await deliverAll(messages, endpoints, { deliver: waiting.deliver, isLive: true });
        }
        finally {
            waiting.stop();
        }
    };
}

// EXTERNAL MODULE: ./lib/delivery/hints.js
var hints = __nccwpck_require__(547);
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
    const lines = (0,errors/* messageOf */.b)(error).split('\n');
    return lines.map((line) => escapeMarkdown(line, 2000)).join('<br>');
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
function fit(rows, limitBytes) {
    let left = limitBytes;
    const end = rows.findIndex((cells) => {
        left -= Buffer.byteLength(cells.join(' | ')) + 5;
        return left < 0;
    });
    return end < 0 ? rows : rows.slice(0, end);
}

;// CONCATENATED MODULE: ./lib/report/outcome.js

function resultOf(outcome) {
    switch (outcome.kind) {
        case 'refused':
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
        const text = isLast ? `${label} → ${outcome}` : isSpacious ? label : '·';
        const tag = isLast ? (isSuccess ? 'active' : 'crit') : 'done';
        return `${text} :${tag}, ${clock(fromMs - beganMs)}, ${clock(toMs - beganMs)}`;
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
    const shown = names.map((name) => gantt_plain(name.replace(/^https?:\/\//, ''), limit));
    return isSpacious ? shown : [shown.join(' ')];
}
function gantt_plain(text, limit) {
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
    const seconds = STEPS_S.find((step) => step * 8_000 >= lengthMs) ?? 3_600;
    const interval = seconds < 60 ? `${seconds}second` : seconds < 3_600 ? `${seconds / 60}minute` : '1hour';
    return [`axisFormat ${lengthMs < 3_600_000 ? '%M:%S' : '%H:%M'}`, `tickInterval ${interval}`];
}

;// CONCATENATED MODULE: ./lib/report/timeline.js






const DRAWN = 20;
const TABLE_BYTES = 250_000;
function renderTimeline(deliveries) {
    if (!deliveries.some(({ deployment }) => deployment !== undefined))
        return '';
    const severalEndpoints = new Set(deliveries.map(({ endpoint }) => endpoint)).size > 1;
    const severalMessages = new Set(deliveries.map(({ message }) => message)).size > 1;
    const rows = deliveries
        .filter(({ attempts }) => attempts.length > 0)
        .map((delivery) => ({
        delivery,
        names: [
            ...(severalEndpoints ? [delivery.endpoint.label] : []),
            ...(severalMessages || !severalEndpoints ? [nameArtifacts(delivery.message.artifacts)] : []),
        ],
        phases: phasesOf(delivery),
        outcome: outcomeOf(delivery),
        isSuccess: isSuccess(delivery),
    }));
    return ['#### Deployments in time', picture(rows), phaseTable(rows)].join('\n\n');
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
function phaseTable(rows) {
    const head = ['Deployment', 'Ended', 'Sent&nbsp;(UTC)', 'Sending', 'Queued', 'Running', 'Total'];
    const lines = fit(rows.map(cellsOf), TABLE_BYTES);
    const title = `${(0,util_text/* plural */.LS)(rows.length, 'deployment')}${lines.length < rows.length ? `, the first ${lines.length} shown` : ''}`;
    return details(title, table(head, lines));
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

;// CONCATENATED MODULE: ./lib/report/job-summary.js






const SIGNS = {
    delivered: '✅',
    deployed: '✅',
    unchanged: '⏭',
    skipped: '⏭',
    'dry-run': '⏭',
    failed: '❌',
};
const FOLD_ABOVE = 20;
const LONGEST_BODY = 4_000;
const SHARE = {
    artifacts: 150_000,
    messages: 600_000,
    deliveries: 350_000,
    endpoints: 50_000,
    history: 200_000,
    containers: 50_000,
};
function renderSummary(outcome) {
    const result = resultOf(outcome);
    const heading = `### ${SIGNS[result]} OCI webhook: ${result}`;
    switch (outcome.kind) {
        case 'refused':
            return `${heading}\n\n${errorLines(outcome.error)}\n`;
        case 'skipped':
            return `${heading}\n\nNothing was sent (${outcome.skip.reason}): ${escapeMarkdown(outcome.skip.detail)}.\n`;
        case 'dry-run':
            return `${heading}\n\n${artifactTable(outcome.artifacts)}\n\nThis would be sent${receivers(outcome.endpoints)}:\n\n${bodies(outcome.messages)}\n`;
        case 'sent':
            return `${[
                heading,
                artifactTable(outcome.artifacts),
                deliveryTable(outcome.deliveries),
                containers(outcome.deliveries),
                renderTimeline(outcome.deliveries),
                job_summary_history(outcome.deliveries),
            ]
                .filter((part) => part !== '')
                .join('\n\n')}\n`;
    }
}
function artifactTable(artifacts) {
    const rows = artifacts.map((artifact) => {
        const { digest, pageUrl } = artifact;
        const shown = digest === undefined ? '–' : markdown_link(`\`${digest}\``, pageUrl);
        return [inCode(artifact), shown];
    });
    return foldedTable(['Artifact', 'Digest'], rows, 'artifacts');
}
function inCode(artifact) {
    return `\`${nameArtifact(artifact)}\``;
}
function bodies(messages) {
    const shown = fit(messages.map(({ body }) => [fence(body)]), SHARE.messages);
    const more = messages.length > shown.length ? [`and ${messages.length - shown.length} more`] : [];
    return [...shown.flat(), ...more].join('\n\n');
}
function fence(body) {
    const line = body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY)}…` : body;
    return `\`\`\`json\n${line}\n\`\`\``;
}
function receivers(endpoints) {
    if (endpoints.length === 0)
        return '';
    const shown = fit(endpoints.map(({ label }) => [escapeMarkdown(label)]), SHARE.endpoints);
    const more = endpoints.length > shown.length ? [`${endpoints.length - shown.length} more`] : [];
    return ` to ${[...shown.flat(), ...more].join(', ')}`;
}
function deliveryTable(deliveries) {
    const { head: names, cells } = namesOf(deliveries);
    const head = [...names, 'Result', 'Status', 'Attempts', 'Time', 'Answer'];
    const rows = deliveries.map((delivery) => {
        const { attempts, durationMs, deployment } = delivery;
        const { serverMessage = '', hint = '' } = deployment ?? delivery;
        const answer = [escapeMarkdown(serverMessage, 300), escapeMarkdown(hint)].filter((text) => text !== '');
        const result = attempts.at(-1)?.result;
        return [
            ...cells(delivery),
            `${isSuccess(delivery) ? '✅' : '❌'}&nbsp;${outcomeOf(delivery)}`,
            result?.kind === 'response' ? String(result.status) : '–',
            String(attempts.length),
            unbroken((0,time/* formatDuration */.a3)(durationMs)),
            answer.length === 0 ? '–' : answer.join('<br>'),
        ];
    });
    return foldedTable(head, rows, 'deliveries');
}
function namesOf(deliveries) {
    const several = new Set(deliveries.map(({ message }) => message)).size > 1;
    return {
        head: ['Endpoint', ...(several ? ['Artifact'] : [])],
        cells: ({ endpoint, message }) => [
            escapeMarkdown(endpoint.label),
            ...(several ? [nameArtifacts(message.artifacts, inCode)] : []),
        ],
    };
}
function containers(deliveries) {
    const { head, cells } = namesOf(deliveries);
    const all = deliveries.flatMap((delivery) => (delivery.deployment?.containers ?? []).map((container) => ({ delivery, container })));
    if (all.length === 0)
        return '';
    const rows = all
        .toSorted((a, b) => Number(a.container.isWell) - Number(b.container.isWell))
        .map(({ delivery, container: { name, state, isWell } }) => [
        ...cells(delivery),
        code(name, 100),
        `${isWell ? '✅' : '❌'}&nbsp;${escapeMarkdown(state, 100)}`,
    ]);
    return foldedTable([...head, 'Container', 'State'], rows, 'containers');
}
function job_summary_history(deliveries) {
    const repeated = deliveries.filter(({ attempts }) => attempts.length > 1);
    if (repeated.length === 0)
        return '';
    const { head, cells } = namesOf(deliveries);
    const rows = repeated.flatMap((delivery) => delivery.attempts.map((attempt, index) => [...cells(delivery), String(index + 1), ...attemptCells(attempt)]));
    const shown = fit(rows, SHARE.history);
    const title = `Attempts${rows.length > shown.length ? `, the first ${shown.length} of ${rows.length}` : ''}`;
    return details(title, table([...head, 'Attempt', 'Began (UTC)', 'Took', 'Outcome'], shown));
}
function attemptCells({ startedMs, result }) {
    const outcome = result.kind === 'response' ? String(result.status) : escapeMarkdown(result.message, 200);
    return [new Date(startedMs).toISOString().slice(11, 23), (0,time/* formatDuration */.a3)(result.durationMs), outcome];
}
function foldedTable(head, rows, what) {
    const shown = fit(rows, SHARE[what]);
    if (rows.length <= FOLD_ABOVE && shown.length === rows.length)
        return table(head, shown);
    const part = shown.length < rows.length ? `, the first ${shown.length} shown` : '';
    return details(`${rows.length} ${what}${part}`, table(head, shown));
}

;// CONCATENATED MODULE: ./lib/report/outputs.js




const outputs_LONGEST = 500_000;
function outputsOf(outcome, warning = () => { }) {
    const artifacts = 'artifacts' in outcome ? outcome.artifacts : [];
    const messages = 'messages' in outcome ? outcome.messages : [];
    const deliveries = outcome.kind === 'sent' ? outcome.deliveries : [];
    const first = deliveries[0];
    const named = artifacts.map((artifact) => ({ artifact: nameArtifact(artifact), digest: artifact.digest ?? '' }));
    return {
        result: resultOf(outcome),
        artifact: named[0]?.artifact ?? '',
        digest: named[0]?.digest ?? '',
        artifacts: jsonList('artifacts', named, warning),
        payload: shortEnough('payload', messages[0]?.body ?? '', warning),
        deliveries: jsonList('deliveries', deliveries.flatMap(deliveryOutputs), warning),
        'status-code': String((first && statusOf(first)) ?? ''),
        'job-id': first?.jobId ?? '',
        'skip-reason': outcome.kind === 'skipped' ? outcome.skip.reason : '',
    };
}
function jsonList(name, entries, warning) {
    let length = 2;
    const texts = entries.map((entry) => JSON.stringify(entry));
    const end = texts.findIndex((text) => {
        length += text.length + 1;
        return length > outputs_LONGEST;
    });
    const kept = end < 0 ? texts : texts.slice(0, end);
    if (end >= 0) {
        const part = `${(0,util_text/* grouped */.zD)(end)} of ${(0,util_text/* grouped */.zD)(texts.length)}`;
        warning(`the output ${name} holds the first ${part}: GitHub takes no more in one output`);
    }
    return `[${kept.join(',')}]`;
}
function shortEnough(name, text, warning) {
    if (text.length <= outputs_LONGEST)
        return text;
    warning(`the output ${name} is empty: with ${(0,util_text/* grouped */.zD)(text.length)} characters it is longer than GitHub takes`);
    return '';
}
function deliveryOutputs(delivery) {
    const { message, endpoint, attempts, durationMs, jobId, deployment } = delivery;
    const { serverMessage } = deployment ?? delivery;
    return message.artifacts.map((artifact) => ({
        artifact: nameArtifact(artifact),
        digest: artifact.digest ?? '',
        endpoint: endpoint.url.origin,
        status: statusOf(delivery),
        attempts: attempts.length,
        durationMs,
        jobId: jobId ?? null,
        outcome: outcomeOf(delivery),
        error: errorOf(delivery),
        message: serverMessage === undefined ? null : (0,util_text/* oneLine */.TN)(serverMessage),
    }));
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

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __nccwpck_require__(635);
;// CONCATENATED MODULE: ./lib/report/write.js





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
        (0,external_node_fs_namespaceObject.appendFileSync)(process.env.GITHUB_STEP_SUMMARY, (0,util_log/* redact */.E$)(renderSummary()));
    }
    catch (cause) {
        (0,util_log/* warning */.$e)(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${(0,errors/* messageOf */.b)(cause)}`);
    }
}
function failWith(cause) {
    const lines = (0,errors/* messageOf */.b)(cause).split('\n');
    const message = lines.map((line) => (0,util_text/* oneLine */.TN)(line, 2000)).join('\n');
    if (cause instanceof errors/* InputError */.d) {
        (0,util_log/* error */.z3)(message);
        return;
    }
    (0,util_log/* error */.z3)(`This is a bug in oci-webhook-action, please report it: ${message}`);
    if (cause instanceof Error)
        (0,util_log/* debug */.Yz)(cause.stack ?? '');
}

;// CONCATENATED MODULE: ./lib/report/report.js









const NAMED = 20;
function report(outcome) {
    const reported = complete(outcome);
    annotate(reported);
    writeReport(() => outputsOf(reported, util_log/* warning */.$e), () => renderSummary(reported));
}
function complete(outcome) {
    if (outcome.kind === 'refused' && outcome.error instanceof Error) {
        outcome.error.message = (0,util_log/* redact */.E$)(outcome.error.message);
    }
    if (outcome.kind === 'skipped') {
        return { ...outcome, skip: { ...outcome.skip, detail: (0,util_log/* redact */.E$)(outcome.skip.detail) } };
    }
    if (outcome.kind !== 'sent')
        return outcome;
    const shown = (delivery) => ({
        ...delivery,
        jobId: delivery.jobId && (0,util_log/* redact */.E$)(delivery.jobId),
        attempts: delivery.attempts.map(withoutSecrets),
    });
    return { ...outcome, deliveries: (0,hints/* withHints */.z9)(outcome.deliveries, outcome.format).map(shown) };
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
            failWith(outcome.error);
            break;
        case 'skipped':
            (0,util_log/* notice */.lm)(`Nothing was sent (${outcome.skip.reason}): ${(0,util_text/* oneLine */.TN)(outcome.skip.detail)}`);
            break;
        case 'dry-run':
            (0,util_log/* notice */.lm)(`Dry run: ${(0,util_text/* plural */.LS)(outcome.messages.length, 'message')} built, nothing was sent`);
            break;
        case 'sent':
            annotateDeliveries(outcome);
    }
}
function annotateDeliveries(outcome) {
    const { deliveries } = outcome;
    const failed = deliveries.filter((delivery) => !isSuccess(delivery));
    const done = deliveries.some(({ deployment }) => deployment !== undefined) ? 'deployed' : 'delivered';
    const doubtful = deliveries.filter((delivery) => outcomeOf(delivery) === 'accepted' && delivery.hint !== undefined);
    if (doubtful.length > 0)
        (0,util_log/* warning */.$e)(doubtful.slice(0, NAMED).map(report_describe).join('\n'));
    if (failed.length === 0) {
        (0,util_log/* info */.pq)(`${deliveries.length} of ${deliveries.length} ${resultOf(outcome)}`);
        const noted = deliveries.filter(isNoted);
        if (noted.length > 0)
            (0,util_log/* notice */.lm)(noted.slice(0, NAMED).map(report_describe).join('\n'));
        return;
    }
    const good = deliveries.length - failed.length;
    const shown = failed.slice(0, NAMED).map(report_describe);
    const more = failed.length > shown.length ? [`and ${failed.length - shown.length} more, see the job summary`] : [];
    const count = `${good} of ${deliveries.length} ${done}`;
    (0,util_log/* info */.pq)(count);
    (0,util_log/* error */.z3)([...shown, ...more, ...(deliveries.length > 1 ? [count] : [])].join('\n'));
}
function isNoted({ deployment }) {
    return deployment !== undefined && (deployment.kind !== 'succeeded' || deployment.hint !== undefined);
}
function report_describe(delivery) {
    const { kind, message, endpoint, deployment } = delivery;
    const { serverMessage, hint } = deployment ?? delivery;
    const name = nameArtifacts(message.artifacts);
    const status = deployment === undefined && kind !== 'cancelled' ? statusOf(delivery) : null;
    const details = [
        serverMessage?.startsWith(`${status} `) ? null : status,
        serverMessage === '' ? undefined : serverMessage,
    ]
        .filter((part) => part !== null && part !== undefined)
        .join(' ');
    return `${endpoint.label}: ${name} ${outcomeOf(delivery)}${details === '' ? '' : ` (${(0,util_text/* oneLine */.TN)(details, 300)})`}${hint === undefined ? '' : `: ${hint}`}`;
}

;// CONCATENATED MODULE: ./lib/main.js




const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => cancelled.abort());
function finish(outcome) {
    report(outcome);
    (0,util_log/* exit */.NS)();
}
async function main() {
    (0,version/* requireNode */.Qj)();
    finish(await notify(process.env, cancelled.signal));
}
process.once('uncaughtException', (error) => finish({ kind: 'refused', error }));
main().catch((error) => finish({ kind: 'refused', error }));

module.exports = __webpack_exports__;
/******/ })()
;