import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ nameArtifact)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(206);

/** The reference of `artifact` in its own style; without a tag there is only the digest to name it by. */
function nameArtifact({ host, path, tag, digest, style }) {
    const name = { host, path };
    if (tag === undefined)
        return (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(digest === undefined ? name : { ...name, digest });
    if (digest === undefined || style === 'tag')
        return (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ ...name, tag });
    return (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(style === 'digest' ? { ...name, digest } : { ...name, tag, digest });
}


/***/ }),

/***/ 164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ deliver),
  Z: () => (/* binding */ wordsOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: ./lib/exchange.js
var lib_exchange = __nccwpck_require__(694);
// EXTERNAL MODULE: ./lib/hint.js
var lib_hint = __nccwpck_require__(234);
// EXTERNAL MODULE: ./lib/log.js
var log = __nccwpck_require__(309);
// EXTERNAL MODULE: ./lib/retry.js
var retry = __nccwpck_require__(165);
;// CONCATENATED MODULE: ./lib/sign.js

/** `sha256=` and the lower-case hex HMAC-SHA256 of the exact bytes of `body` under the UTF-8 bytes of `secret`. */
function sign(body, secret) {
    return `sha256=${(0,external_node_crypto_.createHmac)('sha256', secret).update(body).digest('hex')}`;
}

// EXTERNAL MODULE: ./lib/sleep.js
var sleep = __nccwpck_require__(424);
// EXTERNAL MODULE: ./lib/version.js
var version = __nccwpck_require__(411);
;// CONCATENATED MODULE: ./lib/deliver.js








/**
 * Posts `message` to `endpoint` until it is accepted, refused for good, or the limits are reached: the same bytes,
 * signature and Idempotency-Key on every attempt. What a network or a receiver can do is in the result, never thrown.
 */
async function deliver(message, endpoint, options) {
    const { format, limits, signal } = options;
    const request = {
        url: endpoint.url,
        method: 'POST',
        headers: headersFor(message, endpoint, options.signatureHeader),
        body: message.body,
        timeoutMs: limits.timeoutMs,
        signal,
        onSent: options.onSent,
    };
    const attempts = [];
    const beganMs = performance.now();
    while (!signal.aborted) {
        const startedMs = Date.now();
        const exchange = await options.transport.send(request);
        attempts.push({ startedMs, exchange });
        const decision = decideNext(exchange, attempts.length, performance.now() - beganMs, options);
        options.log(`attempt ${attempts.length} of ${limits.retries + 1}: ${attemptInWords(exchange, decision, options)}`);
        if (decision?.kind !== 'again')
            break;
        await (0,sleep/* sleep */.y)(decision.waitMs, signal);
    }
    return conclude({ message, endpoint, attempts, durationMs: Math.round(performance.now() - beganMs) }, format);
}
function headersFor(message, { headers, secret }, signatureHeader) {
    const signature = secret === undefined ? undefined : sign(message.body, secret);
    if (signature !== undefined)
        (0,log/* mask */.dK)(signature.slice(signature.indexOf('=') + 1));
    return {
        accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
        'user-agent': version/* USER_AGENT */._,
        ...headers,
        'content-type': message.contentType,
        'idempotency-key': (0,external_node_crypto_.randomUUID)(),
        ...(signature === undefined ? {} : { [signatureHeader]: signature }),
    };
}
/** Undefined when a repeat could not change the outcome. */
function decideNext(exchange, attempts, elapsedMs, options) {
    const { format, limits } = options;
    if ((0,lib_exchange/* isAccepted */.o)(exchange) || !format.mayRetry(exchange, (0,retry/* mayChange */.yv)(exchange)))
        return undefined;
    const retryAfterMs = exchange.kind === 'answer' ? (0,retry/* parseRetryAfter */.mu)(exchange.retryAfter, Date.now()) : undefined;
    const situation = {
        attempts,
        elapsedMs,
        chance: Math.random(),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
    return (0,retry/* decide */.LD)(situation, (0,retry/* attemptLimit */.N4)(exchange, limits), limits);
}
function conclude(tried, format) {
    const exchange = tried.attempts.at(-1)?.exchange;
    if (exchange === undefined || (exchange.kind === 'failure' && exchange.code === 'CANCELLED')) {
        return { kind: 'cancelled', ...tried };
    }
    const words = wordsOf(exchange, format);
    const jobId = exchange.kind === 'answer' ? format.jobId(exchange.body) : undefined;
    const known = { ...tried, words, ...(jobId === undefined ? {} : { jobId }) };
    const kind = (0,lib_exchange/* isAccepted */.o)(exchange) ? 'accepted' : exchange.kind === 'answer' ? 'rejected' : 'unreachable';
    const hint = format.hint(exchange) ?? (kind === 'accepted' ? undefined : (0,lib_hint/* usualHint */.q)(exchange));
    return { kind, ...known, ...(hint === undefined ? {} : { hint }) };
}
/** What the other side said, without secrets: a receiver may well echo what it was sent. */
function wordsOf(exchange, format) {
    if (exchange.kind === 'failure')
        return (0,log/* redact */.E$)(exchange.message);
    return (0,log/* redact */.E$)(format.words(exchange.body) ?? (/^\s*</.test(exchange.body) ? '(an HTML page)' : exchange.body.trim()));
}
function attemptInWords(exchange, decision, { format, limits }) {
    const words = wordsOf(exchange, format);
    if (exchange.kind === 'failure')
        return `${words}${afterwards(decision, limits)}`;
    const cut = exchange.bodyEnd === 'complete' ? '' : `, body ${exchange.bodyEnd}`;
    const said = words === '' ? '' : `, it said: ${words}`;
    return `${exchange.status}${afterwards(decision, limits)} (${exchange.durationMs} ms${cut}${said})`;
}
function afterwards(decision, { deadlineMs }) {
    if (decision === undefined)
        return '';
    if (decision.kind === 'again')
        return `, next in ${(decision.waitMs / 1000).toFixed(1)} s`;
    switch (decision.reason) {
        case 'retries':
            return ', no attempts left';
        case 'deadline':
            return `, the deadline of ${deadlineMs / 1000} s is over`;
        case 'retry-after':
            return `, asked to wait longer than what is left of the deadline of ${deadlineMs / 1000} s: giving up`;
    }
}


/***/ }),

/***/ 694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ isAccepted),
/* harmony export */   s: () => (/* binding */ isTlsError)
/* harmony export */ });
/** What came of sending one request once. Expected outcomes are values: nothing here is ever thrown. */
/** Whether the receiver has taken the message: a 2xx status line is acceptance, whatever happens to the body after it. */
function isAccepted(exchange) {
    return exchange.kind === 'answer' && exchange.status >= 200 && exchange.status < 300;
}
/** Whether `code` says that the two sides could not agree on a trusted TLS connection: OpenSSL's and Node's names. */
function isTlsError(code) {
    return /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO)/.test(code);
}


/***/ }),

/***/ 105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ docoCd),
/* harmony export */   W: () => (/* binding */ parseAnswer)
/* harmony export */ });
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(613);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(568);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(413);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(206);




const WEBHOOK_PATH = '/v1/webhook';
/**
 * doco-cd: `POST /v1/webhook[/<target>]`. It checks the signature on receipt and nothing else: a wrong digest or
 * reference is accepted and fails later where nobody looks, so everything is checked here. Facts: doco-cd handler_api.go.
 */
const docoCd = {
    title: 'doco-cd',
    signatureHeader: 'X-Doco-OCI-Signature-256',
    secretRequired: true,
    urlIsCredential: false,
    needsDigest: true,
    endpointUrl(given, target) {
        const url = new URL(given);
        if (url.searchParams.has('wait')) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('url: remove "wait" from the query, use the `wait` input instead');
        }
        // A trailing slash matches none of doco-cd's routes: 404.
        url.pathname = url.pathname.replace(/\/+$/, '') || WEBHOOK_PATH;
        if (target === undefined)
            return url;
        if (!/^[\p{L}\p{N}_.-]+$/u.test(target) || target === '.' || target === '..') {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`target: ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(target)} is not a target name, expected one path segment such as "production"`);
        }
        if (/\/v1\/webhook\/[^/]+$/.test(url.pathname)) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('target: the url names a target already, give it in one place only');
        }
        url.pathname += `/${encodeURIComponent(target)}`;
        return url;
    },
    encode(artifacts) {
        return artifacts.map((artifact) => {
            const { digest, path } = artifact;
            // doco-cd compares with sha256 of what it received (go-containerregistry): no other digest can ever match.
            if (!digest?.startsWith('sha256:')) {
                throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`digest: ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(digest ?? '')} has an unsupported algorithm, doco-cd can only use sha256`);
            }
            if (path.length < 2) {
                throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`artifact: the repository path ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path)} is too short, doco-cd needs two characters`);
            }
            const body = JSON.stringify({ source: 'oci', digest, artifact: (0,_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(artifact) });
            return { artifacts: [artifact], body, contentType: 'application/json' };
        });
    },
    // An answer with a job_id is doco-cd's own and final; one without came from a proxy or the router before it.
    mayRetry: (exchange, usual) => usual && !(exchange.kind === 'answer' && jobId(exchange.body) !== undefined),
    words(body) {
        const parsed = parseAnswer(body);
        const error = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(parsed, 'error');
        const content = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(parsed, 'content');
        return error === undefined || content === undefined || error === content
            ? (error ?? content)
            : `${error}: ${content}`;
    },
    hint,
    jobId,
    awaiting: async () => (await __nccwpck_require__.e(/* import() | wait */ 264).then(__nccwpck_require__.bind(__nccwpck_require__, 332))).docoCdRuns,
    recognises: (body) => body.source === 'oci' && 'artifact' in body,
    parse(body) {
        const artifact = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(body, 'artifact');
        if (artifact === undefined)
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('event: artifact is missing, expected a reference');
        const { host, path, tag, digest: pinned } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(artifact, 'event: artifact');
        const digests = [
            { field: 'digest', value: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(body, 'digest') },
            { field: 'artifact', value: pinned },
        ];
        return [{ field: 'artifact', host, path, tag, digests }];
    },
};
function hint(exchange) {
    if (exchange.kind === 'failure')
        return undefined;
    const { status, body } = exchange;
    const said = parseAnswer(body);
    const words = `${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(said, 'error') ?? ''} ${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(said, 'content') ?? ''}`;
    const isDocoCd = jobId(body) !== undefined;
    if (status === 404 && !isDocoCd) {
        return 'the server has no WEBHOOK_SECRET set, or the path is wrong (expected /v1/webhook or /v1/webhook/<target>)';
    }
    if (!isDocoCd)
        return undefined;
    if (status === 401)
        return "the secret differs from the server's WEBHOOK_SECRET";
    if (status === 400 && words.includes('missing signature')) {
        return 'something between here and doco-cd removed the signature header; let the proxy pass X-Doco-OCI-Signature-256';
    }
    if (words.includes('request body is empty'))
        return 'something between here and doco-cd dropped the request body';
    if (words.includes('request body too large'))
        return "raise the server's MAX_PAYLOAD_SIZE";
    if (words.includes('failed to parse payload'))
        return 'this doco-cd may be too old for OCI webhooks (needs v0.89.0 or newer)';
    return undefined;
}
/** The JSON in an answer, or undefined when it holds none. */
function parseAnswer(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined; // Not doco-cd's answer, but a proxy's page.
    }
}
function jobId(body) {
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(parseAnswer(body), 'job_id');
    return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}


/***/ }),

/***/ 234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ usualHint)
/* harmony export */ });
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(694);

/** What an outcome that is the same for every receiver means and what to do about it; undefined when there is nothing to add. */
function usualHint(exchange) {
    return exchange.kind === 'answer' ? statusHint(exchange.status) : failureHint(exchange.code, exchange.proxyStatus);
}
function statusHint(status) {
    if (status >= 300 && status < 400)
        return 'the url redirects, and redirects are never followed; put the final URL in the url input';
    if (status === 401 || status === 403)
        return 'something in front of the receiver wants a login; pass it in the headers input';
    if (status === 404)
        return 'the path of the url is wrong';
    if (status === 405)
        return 'this path takes no POST; check the path of the url';
    if (status === 407)
        return 'the proxy wants credentials; put user:password@ in the proxy variable';
    if (status === 413)
        return 'a proxy on the way limits the size of requests';
    if (status === 429)
        return 'the receiver limits the rate of requests; raise deadline or send less often';
    return undefined;
}
function failureHint(code, proxyStatus) {
    if (proxyStatus === 407)
        return 'the proxy wants credentials; put user:password@ in the proxy variable';
    if (proxyStatus !== undefined)
        return 'the proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY';
    if ((0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .isTlsError */ .s)(code))
        return tlsHint(code);
    switch (code) {
        case 'ENOTFOUND':
            return 'no such host; check the spelling of the url, and whether this runner can resolve the name';
        case 'EAI_AGAIN':
            return 'the name server did not answer';
        case 'ECONNREFUSED':
            return 'nothing listens there; check the port, and whether the receiver runs and is reachable from this runner';
        case 'TIMEOUT':
            return 'the receiver is too slow or a firewall drops the connection; check from the runner, or raise timeout';
        case 'HPE_HEADER_OVERFLOW':
            return 'the answer has more than 256 KiB of headers';
        default:
            return code.startsWith('HPE_')
                ? 'what answers there does not speak HTTP; check scheme and port of the url'
                : undefined;
    }
}
function tlsHint(code) {
    if (code === 'CERT_HAS_EXPIRED')
        return "the receiver's certificate has expired; renew it";
    if (code === 'CERT_NOT_YET_VALID')
        return "the receiver's certificate is not valid yet; check the clocks";
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return 'the certificate is for another host; use the name in the url that the certificate holds';
    if (/CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN/.test(code)) {
        return 'the receiver wants a certificate from the client that it trusts; set client-certificate and client-key';
    }
    if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH|UNSUPPORTED_PROTOCOL|HTTP_REQUEST/.test(code)) {
        return 'the receiver does not speak TLS here; check scheme and port of the url';
    }
    return "the receiver's certificate is not signed by an authority that is known here; put the authority's certificate (PEM) in ca-certificate";
}


/***/ }),

/***/ 568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/**
 * A mistake the user can correct: a bad input, a malformed event, a file that is not there.
 * Its message names the input or field, what was found and what to do; it is shown as one annotation, never as a stack.
 */
class InputError extends Error {
    name = 'InputError';
}


/***/ }),

/***/ 413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
/** Reading of untrusted JSON: everything is `unknown` until one of these has looked at it. */
/** Whether `value` is a JSON object: not null, not an array. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value at `path` below `value`, or undefined where an object or a key is missing on the way. */
function at(value, ...path) {
    let current = value;
    for (const key of path) {
        if (!isObject(current) || !Object.hasOwn(current, key))
            return undefined;
        current = current[key];
    }
    return current;
}
/** The trimmed text at `path` below `value`; empty text, null and every other type count as absent. */
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}
/** The JSON object in `text`, or undefined when it holds anything else: for answers, which may be a proxy's page. */
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** What `value` is, in a word for an error message: "an array", "null", "a string" … */
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

/***/ 309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   vE: () => (/* binding */ sayGroup)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(162);

/** The log of the step: workflow commands are written by hand, so that nothing has to be loaded before the first request. */
const secrets = new Set();
function command(name, value) {
    const escaped = value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    process.stdout.write(`::${name}::${escaped}\n`);
}
/** Makes the runner and this process hide `secret` from now on, in the spellings in which it could come back. */
function mask(secret) {
    for (const spelling of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
        if (spelling.trim() === '' || secrets.has(spelling))
            continue;
        secrets.add(spelling);
        command('add-mask', spelling);
    }
}
/** `text` with every masked secret replaced: the runner hides them in the log, but not in outputs and summaries. */
function redact(text) {
    let redacted = text;
    for (const secret of [...secrets].sort((a, b) => b.length - a.length))
        redacted = redacted.replaceAll(secret, '***');
    return redacted;
}
/** Writes one line to the log. Whatever is in it, it stays one line and cannot begin a workflow command. */
function say(text) {
    process.stdout.write(`${plain(text)}\n`);
}
/** Writes lines below a heading that the log viewer folds. */
function sayGroup(heading, lines) {
    process.stdout.write(`::group::${plain(heading)}\n${lines.map((text) => `${plain(text)}\n`).join('')}::endgroup::\n`);
}
/** An annotation that does not fail the step. */
function warn(text) {
    command('warning', redact(text));
}
function plain(text) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(redact(text), 2000).replace(/^(?=::|##\[)/, ' ');
}


/***/ }),

/***/ 342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(272);

/** The entry of the action: runs the step, then reports. */
// Reporting needs @actions/core, which takes longer to load than all the rest: it is loaded while the answer is awaited.
let reporting;
const loadReport = () => {
    reporting ??= __nccwpck_require__.e(/* import() | report */ 857).then(__nccwpck_require__.bind(__nccwpck_require__, 525));
    return reporting;
};
const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => cancelled.abort());
let outcome;
try {
    outcome = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(process.env, { signal: cancelled.signal, onSent: () => void loadReport() });
}
catch (error) {
    outcome = { kind: 'refused', error };
}
await (await loadReport()).report(outcome);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Text of others made safe for GitHub's Markdown. Event fields and server answers are hostile until they went through here. */
/** Characters that end, begin or reshape a line: C0 and C1 controls, bidirectional overrides, line separators, BOM. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
/** `text` on one line without invisible characters, cut to `limit` characters. */
function oneLine(text, limit = 500) {
    const line = text.replace(INVISIBLE, ' ').trim();
    return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
/**
 * `text` as inert inline Markdown: no markup, HTML, link, mention, emoji or table cell can come out of it.
 * Everything but letters, digits, spaces and harmless punctuation becomes a character reference.
 */
function escapeMarkdown(text, limit = 500) {
    return oneLine(text, limit)
        .replace(/[^\p{L}\p{N} .,:;/+=-]/gu, (character) => `&#${character.codePointAt(0)};`)
        .replace(/:(?=\/\/)|:(?=[a-z0-9_+-]+:)/gi, '&#58;')
        .replace(/\b(www)\./gi, '$1&#46;')
        .replace(/^([-+=]|\d+\.)/, (start) => `&#${start.codePointAt(0)};${start.slice(1)}`);
}
/** `text` as inline code that nothing inside can close; for words whose spelling matters. */
function code(text, limit = 500) {
    return `<code>${escapeMarkdown(text, limit)}</code>`;
}
/** A link to `url` when it is a plain https address, else the label alone. `label` is Markdown already. */
function link(label, url) {
    if (url === undefined || !URL.canParse(url))
        return label;
    const { protocol, username, password, href } = new URL(url);
    if (protocol !== 'https:' || username !== '' || password !== '' || href.length > 2000)
        return label;
    return `[${label}](${href.replace(/[()<>|`"'\\*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)})`;
}
/** A Markdown table; cells are Markdown already and hold no line break. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   Ve: () => (/* binding */ splitHost),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   o6: () => (/* binding */ parseHost),
/* harmony export */   yw: () => (/* binding */ looksLikeDigest)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(568);

/** Digest algorithms registered in the OCI image-spec, with the length of their lower-case hex. */
const HEX_LENGTH = { sha256: 64, sha512: 128, blake3: 64 };
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const HOST_LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const HOST = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`);
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const PATH_LENGTH = 255;
const TAG_LENGTH = 128;
/** A bare digest parses as an image of that name, and 64 bare hex digits as an image ID: nobody means either. */
const BARE_DIGEST = /^(?:[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-fA-F0-9]{32,}|[a-f0-9]{64})$/;
/**
 * The digest in `text`, trimmed: a registered algorithm and lower-case hex of its exact length (OCI image-spec).
 * @throws InputError that begins with `field` and says which part is wrong.
 */
function parseDigest(text, field) {
    const digest = text.trim();
    const refuse = (problem) => new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${quote(digest)} is not a digest: ${problem}`);
    if (digest === '')
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field} is empty: expected a digest such as sha256:<64 hex digits>`);
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
        throw refuse(`the algorithm ${quote(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`);
    }
    const wrong = /[^a-f0-9]/.exec(encoded);
    if (wrong) {
        const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
        throw refuse(`character ${wrong.index + 1} after "${algorithm}:" is ${quote(wrong[0])}, ${hint}`);
    }
    if (encoded.length !== length)
        throw refuse(`${algorithm} has ${length} hex digits, found ${encoded.length}`);
    return digest;
}
/** Whether `text` is a digest that {@link parseDigest} would return unchanged. */
function isDigest(text) {
    if (typeof text !== 'string')
        return false;
    const [algorithm = '', encoded = '', ...rest] = text.split(':');
    return rest.length === 0 && encoded.length === HEX_LENGTH[algorithm] && /^[a-f0-9]+$/.test(encoded);
}
/**
 * The reference in `text`, by the grammar of distribution/reference without its looseness, normalised as Docker does:
 * host in lower case, `docker.io` and `library/` written out. No tag is invented.
 * @throws InputError that begins with `field` and says which part is wrong.
 */
function parseReference(text, field) {
    const written = text.trim();
    const refuse = (problem) => new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${quote(written)} is not a reference: ${problem}`);
    if (written === '')
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field} is empty: expected a reference such as ghcr.io/acme/app:v1`);
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\//.exec(written);
    if (scheme)
        throw refuse(`remove "${scheme[0]}", a reference has no scheme`);
    const strange = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
    if (strange)
        throw refuse(`character ${strange.index + 1} is ${quote(strange[0])}, which no reference may hold`);
    if (BARE_DIGEST.test(written))
        throw refuse('it is only a digest, expected host/path:tag or host/path@digest');
    const at = written.indexOf('@');
    const digest = at < 0 ? undefined : parseDigest(written.slice(at + 1), `${field}: the digest of ${quote(written)}`);
    const { host: first, rest } = splitHost(at < 0 ? written : written.slice(0, at));
    const colon = rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const host = first === undefined ? 'docker.io' : parseHost(first, `${field}: the host of ${quote(written)}`);
    const repository = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    const badPath = pathProblem(path) ?? pathProblem(repository);
    if (badPath)
        throw refuse(badPath);
    const badTag = tag === undefined ? undefined : tagProblem(tag);
    if (badTag)
        throw refuse(badTag);
    return { host, path: repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
/** The first component of `name` when it is a host: `localhost`, or with a dot or a colon. All others are namespaces. */
function splitHost(name) {
    const slash = name.indexOf('/');
    const host = name.slice(0, Math.max(slash, 0));
    return host === 'localhost' || /[.:]/.test(host) ? { host, rest: name.slice(slash + 1) } : { rest: name };
}
/** Whether `text` begins as a digest: some events put one where the tag belongs. */
function looksLikeDigest(text) {
    return /^sha(?:256|512):/i.test(text);
}
/**
 * A registry host with an optional port, in lower case; `index.docker.io` becomes `docker.io`.
 * @throws InputError that begins with `field`.
 */
function parseHost(text, field) {
    const host = text.trim().toLowerCase();
    const match = HOST.exec(host);
    if (host.length > 255 || !match || (match[1] !== undefined && (Number(match[1]) < 1 || Number(match[1]) > 65535))) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${quote(text.trim())} is not a registry host, expected host or host:port`);
    }
    return host === 'index.docker.io' ? 'docker.io' : host;
}
/** What is wrong with a repository path, in words, or undefined when nothing is. */
function pathProblem(path) {
    if (path === '')
        return 'the repository path is missing';
    if (path.length > PATH_LENGTH)
        return `the repository path has ${path.length} characters, at most ${PATH_LENGTH} are allowed`;
    for (const component of path.split('/')) {
        if (component === '')
            return 'the repository path has an empty component (a doubled or trailing "/")';
        if (/[A-Z]/.test(component))
            return `${quote(component)} in the repository path must be lower-case`;
        if (!PATH_COMPONENT.test(component)) {
            return `${quote(component)} in the repository path must be a-z and 0-9, joined by single ".", "_", "__" or dashes`;
        }
    }
    return undefined;
}
/** What is wrong with a tag, in words, or undefined when nothing is. */
function tagProblem(tag) {
    if (tag === '')
        return 'the tag after ":" is empty';
    if (tag.length > TAG_LENGTH)
        return `the tag has ${tag.length} characters, at most ${TAG_LENGTH} are allowed`;
    if (!TAG.test(tag))
        return `the tag ${quote(tag)} may hold only A-Z, a-z, 0-9, "_", "." and "-", and not begin with "." or "-"`;
    return undefined;
}
/** `host/path`, then `:tag` and `@digest` where present. */
function formatReference({ host, path, tag, digest }) {
    return `${host}/${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** The start of a digest that people compare: `sha256:` and twelve hex digits. */
function shortDigest(digest) {
    const colon = digest.indexOf(':');
    return digest.slice(0, colon + 13);
}
/** `text` in quotes on one line, controls escaped and shortened: input may be hostile and is shown in logs. */
function quote(text) {
    return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '�');
}


/***/ }),

/***/ 165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   N4: () => (/* binding */ attemptLimit),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   yv: () => (/* binding */ mayChange)
/* harmony export */ });
const BASE_MS = 1_000;
const CAP_MS = 10_000;
/** Spread added to what a receiver asked for, so that many senders do not come back in one instant. */
const RETRY_AFTER_SPREAD_MS = 1_000;
/** Timers may fire a little early: the attempt on the mark must not be followed by another one. */
const TIMER_SLACK_MS = 5;
/** Attempts for a host name that does not resolve: mostly a typing error. */
const ATTEMPTS_FOR_UNKNOWN_HOST = 3;
const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
const RETRIED_CODES = new Set([
    'EADDRNOTAVAIL',
    'EAI_AGAIN',
    'ECONNABORTED',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'ENETDOWN',
    'ENETUNREACH',
    'ENOTFOUND',
    'EPIPE',
    'ETIMEDOUT',
    'TIMEOUT',
]);
/** Whether repeating the request may change its outcome: the general rule, before a format has its say. */
function mayChange(exchange) {
    if (exchange.kind === 'answer')
        return RETRIED_STATUSES.has(exchange.status);
    if (exchange.proxyStatus !== undefined)
        return RETRIED_STATUSES.has(exchange.proxyStatus);
    return RETRIED_CODES.has(exchange.code);
}
/** How many attempts this outcome deserves, whatever `retries` allows. */
function attemptLimit(exchange, { retries }) {
    const unknownHost = exchange.kind === 'failure' && exchange.code === 'ENOTFOUND';
    return Math.min(retries + 1, unknownHost ? ATTEMPTS_FOR_UNKNOWN_HOST : Number.POSITIVE_INFINITY);
}
/**
 * Whether and when to try again: full jitter, or what the receiver asked for. The last wait is cut so that one attempt
 * starts on the mark; a longer Retry-After than the time left ends it at once.
 */
function decide(situation, limit, { deadlineMs }) {
    const { attempts, elapsedMs, retryAfterMs, chance } = situation;
    if (attempts >= limit)
        return { kind: 'stop', reason: 'retries' };
    const leftMs = deadlineMs - elapsedMs;
    if (leftMs < TIMER_SLACK_MS)
        return { kind: 'stop', reason: 'deadline' };
    if (retryAfterMs !== undefined && retryAfterMs > leftMs)
        return { kind: 'stop', reason: 'retry-after' };
    const waitMs = retryAfterMs === undefined
        ? chance * Math.min(CAP_MS, BASE_MS * 2 ** (attempts - 1))
        : retryAfterMs + chance * RETRY_AFTER_SPREAD_MS;
    return { kind: 'again', waitMs: Math.min(waitMs, leftMs) };
}
/** Milliseconds that a Retry-After header asks for: seconds or an HTTP date (RFC 9110 10.2.3). Nonsense and the past are absent. */
function parseRetryAfter(value, nowMs) {
    const text = value?.trim() ?? '';
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1_000;
    if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text))
        return undefined;
    const waitMs = Date.parse(text) - nowMs;
    return waitMs > 0 ? waitMs : undefined;
}


/***/ }),

/***/ 272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/artifact.js
var lib_artifact = __nccwpck_require__(613);
// EXTERNAL MODULE: ./lib/deliver.js + 1 modules
var deliver = __nccwpck_require__(164);
// EXTERNAL MODULE: ./lib/formats/doco-cd.js
var doco_cd = __nccwpck_require__(105);
// EXTERNAL MODULE: ./lib/input-error.js
var input_error = __nccwpck_require__(568);
// EXTERNAL MODULE: ./lib/json.js
var lib_json = __nccwpck_require__(413);
// EXTERNAL MODULE: ./lib/reference.js
var lib_reference = __nccwpck_require__(206);
;// CONCATENATED MODULE: ./lib/formats/github.js



/**
 * GitHub's `registry_package` and `package` events. Shape: octokit/webhooks, compared with real deliveries.
 * The two digests in container_metadata are rubbish in the published example, and `registry.url` cannot be pulled from.
 */
const github = {
    title: 'GitHub',
    recognises: (body) => 'registry_package' in body || 'package' in body,
    parse(body) {
        const root = 'registry_package' in body ? 'registry_package' : 'package';
        const published = body[root];
        if (!(0,lib_json/* isObject */.Gv)(published))
            throw new input_error/* InputError */.d(`event: ${root} must be an object, found ${(0,lib_json/* kindOf */.I)(published)}`);
        const action = (0,lib_json/* textAt */.$6)(body, 'action');
        if (action === undefined)
            throw new input_error/* InputError */.d('event: action is missing, expected "published" or "updated"');
        if (action !== 'published' && action !== 'updated') {
            const detail = `the event says ${(0,lib_reference/* quote */.hD)(action)}; only "published" and "updated" are sent`;
            return [{ reason: 'action-ignored', detail }];
        }
        const kind = (0,lib_json/* textAt */.$6)(published, 'package_type') ?? (0,lib_json/* textAt */.$6)(published, 'ecosystem') ?? '';
        if (!['container', 'docker'].includes(kind.toLowerCase())) {
            const detail = `the package is of type ${(0,lib_reference/* quote */.hD)(kind)}, not a container; narrow the workflow's trigger if this is noise`;
            return [{ reason: 'not-a-container', detail }];
        }
        return [candidate(published, root)];
    },
};
function candidate(published, root) {
    const version = (0,lib_json.at)(published, 'package_version');
    const field = `${root}.package_version`;
    if (!(0,lib_json/* isObject */.Gv)(version))
        throw new input_error/* InputError */.d(`event: ${field} must be an object, found ${(0,lib_json/* kindOf */.I)(version)}`);
    const packageUrl = splitPackageUrl((0,lib_json/* textAt */.$6)(version, 'package_url'));
    const owner = (0,lib_json/* textAt */.$6)(published, 'namespace') ?? (0,lib_json/* textAt */.$6)(published, 'owner', 'login');
    const name = (0,lib_json/* textAt */.$6)(published, 'name');
    const path = packageUrl?.path ?? (owner === undefined || name === undefined ? undefined : `${owner}/${name}`);
    if (path === undefined)
        throw new input_error/* InputError */.d(`event: ${field}.package_url is missing, and so is ${root}.namespace or .name`);
    const host = packageUrl?.host ?? (isGitHubDotCom(published) ? 'ghcr.io' : undefined);
    const named = (0,lib_json/* textAt */.$6)(version, 'container_metadata', 'tag', 'name');
    const tag = named === undefined || (0,lib_reference/* looksLikeDigest */.yw)(named) ? packageUrl?.tag : named;
    const digests = [
        { field: `${field}.container_metadata.tag.digest`, value: (0,lib_json/* textAt */.$6)(version, 'container_metadata', 'tag', 'digest') },
        {
            field: `${field}.container_metadata.manifest.digest`,
            value: (0,lib_json/* textAt */.$6)(version, 'container_metadata', 'manifest', 'digest'),
        },
        { field: `${field}.version`, value: (0,lib_json/* textAt */.$6)(version, 'version') },
    ];
    const mediaType = (0,lib_json/* textAt */.$6)(version, 'container_metadata', 'manifest', 'media_type');
    const pageUrl = (0,lib_json/* textAt */.$6)(version, 'html_url') ?? (0,lib_json/* textAt */.$6)(published, 'html_url');
    return { field, host, path: path.toLowerCase(), tag, digests, mediaType, pageUrl };
}
/** `host/owner/name:tag`, with an empty tag when untagged and sometimes when not; upper case occurs in host and path. */
function splitPackageUrl(url) {
    if (url === undefined)
        return undefined;
    const [named = ''] = url.split('@');
    const slash = named.indexOf('/');
    if (slash < 0)
        throw new input_error/* InputError */.d(`event: package_url ${(0,lib_reference/* quote */.hD)(url)} has no "/", expected host/owner/name:tag`);
    const colon = named.indexOf(':', named.lastIndexOf('/'));
    const tag = colon < 0 ? '' : named.slice(colon + 1);
    return {
        host: named.slice(0, slash),
        path: named.slice(slash + 1, colon < 0 ? undefined : colon),
        ...(tag === '' || (0,lib_reference/* looksLikeDigest */.yw)(tag) ? {} : { tag }),
    };
}
/** Only github.com has its container registry at ghcr.io; an enterprise server says its own in package_url or nowhere. */
function isGitHubDotCom(published) {
    const url = (0,lib_json/* textAt */.$6)(published, 'registry', 'url') ?? (0,lib_json/* textAt */.$6)(published, 'html_url');
    if (url === undefined)
        return true;
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    return host === 'github.com' || host.endsWith('.pkg.github.com');
}

;// CONCATENATED MODULE: ./lib/formats.js


/** One line per system and direction. The common path's two are part of the entry, the others are loaded when asked for. */
/** Systems whose events are read, tried in this order: the first that recognises the body parses it. */
const SOURCES = [
    async () => github,
    async () => doco_cd/* docoCd */.T,
    async () => (await __nccwpck_require__.e(/* import() */ 384).then(__nccwpck_require__.bind(__nccwpck_require__, 384))).distribution,
    async () => (await __nccwpck_require__.e(/* import() */ 696).then(__nccwpck_require__.bind(__nccwpck_require__, 696))).harbor,
    async () => (await __nccwpck_require__.e(/* import() */ 386).then(__nccwpck_require__.bind(__nccwpck_require__, 386))).msr,
    async () => (await __nccwpck_require__.e(/* import() */ 788).then(__nccwpck_require__.bind(__nccwpck_require__, 788))).dockerHub,
];
/** Systems that can be told, by the value of the `format` input. */
const TARGETS = new Map([
    ['doco-cd', async () => doco_cd/* docoCd */.T],
    ['docker-hub', async () => (await __nccwpck_require__.e(/* import() */ 788).then(__nccwpck_require__.bind(__nccwpck_require__, 788))).dockerHub],
    ['msr', async () => (await __nccwpck_require__.e(/* import() */ 386).then(__nccwpck_require__.bind(__nccwpck_require__, 386))).msr],
    ['distribution', async () => (await __nccwpck_require__.e(/* import() */ 384).then(__nccwpck_require__.bind(__nccwpck_require__, 384))).distribution],
]);

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: ./lib/endpoint.js



/**
 * Headers by which receivers tell one provider's webhook from another's. Beside doco-cd's own they make it read the
 * request as a Git push and answer 500 (doco-cd webhook package).
 */
const PROVIDER_HEADERS = new Set([
    'x-hub-signature',
    'x-hub-signature-256',
    'x-gitea-signature',
    'x-gitlab-token',
    'x-gogs-signature',
    'x-forgejo-signature',
    'x-doco-oci-signature-256',
]);
/** Headers that the action or Node must set itself for the request to be what was signed. */
const OWN_HEADERS = new Set([
    'connection',
    'content-length',
    'content-type',
    'expect',
    'host',
    'idempotency-key',
    'transfer-encoding',
    'upgrade',
]);
/**
 * The endpoint URLs in `lines`, completed for `format`.
 * @throws InputError that names the input and the line but never shows a URL: it may be the credential.
 */
function parseUrls(lines, format, target) {
    if (lines.length === 0) {
        throw new input_error/* InputError */.d('url is empty: set it to the endpoint, such as https://deploy.example.com/v1/webhook (if it comes from a secret, the secret is not set here)');
    }
    return lines.map((line, index) => {
        const where = lines.length === 1 ? 'url' : `url: line ${index + 1}`;
        if (line.includes('${{'))
            throw new input_error/* InputError */.d(`${where} holds an unexpanded \${{ expression }}`);
        if (!/^https?:\/\/[^/?#]/i.test(line) || !URL.canParse(line)) {
            throw new input_error/* InputError */.d(`${where} is not a URL, expected https://host or https://host:port/path`);
        }
        const url = new URL(line);
        if (url.hash !== '')
            throw new input_error/* InputError */.d(`${where} has a "#" part, which is never sent; remove it`);
        return format.endpointUrl(url, target);
    });
}
/**
 * One secret for each of `count` endpoints: one line serves all, or there are as many lines as endpoints.
 * Line ends are not part of a secret, spaces are.
 * @throws InputError that names the input `name`; secrets are never shown.
 */
function parseSecrets(text, count, name = 'secret') {
    const all = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const lines = all.filter((line) => line.trim() !== '');
    if (lines.length === 0)
        return [];
    if (count > 1 && all.length > 1 && lines.length !== all.length) {
        throw new input_error/* InputError */.d(`${name}: line ${all.findIndex((line) => line.trim() === '') + 1} of ${all.length} is empty; a secret may not be set here`);
    }
    const unexpanded = lines.findIndex((line) => line.includes('${{'));
    if (unexpanded >= 0) {
        throw new input_error/* InputError */.d(`${name}: line ${unexpanded + 1} holds an unexpanded \${{ expression }}; the expression must stand in the workflow file itself`);
    }
    if (lines.length !== 1 && lines.length !== count) {
        throw new input_error/* InputError */.d(`${name} has ${lines.length} lines but url has ${count}: give one for all, or one per url`);
    }
    return Array.from({ length: count }, (_, index) => lines[index] ?? lines[0] ?? '');
}
/**
 * The API keys in the api-key input, one for each of `count` endpoints, as with secrets.
 * @throws InputError when one could not be sent; keys are never shown.
 */
function parseApiKeys(text, count) {
    const keys = parseSecrets(text, count, 'api-key').map((key) => key.trim());
    const wrong = keys.findIndex((key) => !isValid(() => (0,external_node_http_namespaceObject.validateHeaderValue)('x-api-key', key)));
    if (wrong >= 0)
        throw new input_error/* InputError */.d(`api-key: line ${wrong + 1} has characters that no header may hold`);
    return keys;
}
/**
 * The extra request headers in `lines`, by lower-case name.
 * @throws InputError that names the input and the line, and never shows a value.
 */
function parseHeaders(lines, signatureHeader) {
    const headers = {};
    for (const [index, line] of lines.entries()) {
        const where = `headers: line ${index + 1}`;
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
        const value = line.slice(colon + 1).trim();
        if (colon < 1 || !isValid(() => (0,external_node_http_namespaceObject.validateHeaderName)(name)))
            throw new input_error/* InputError */.d(`${where} is not of the form "Name: value"`);
        if (value === '')
            throw new input_error/* InputError */.d(`${where} (${name}) has no value; if it comes from a secret, the secret is not set here`);
        if (!isValid(() => (0,external_node_http_namespaceObject.validateHeaderValue)(name, value)))
            throw new input_error/* InputError */.d(`${where} (${name}) has characters that no header may hold`);
        if (PROVIDER_HEADERS.has(name) || name === signatureHeader.toLowerCase()) {
            throw new input_error/* InputError */.d(`${where}: ${name} is a provider's signature header, the receiver would take the request for another kind; remove it`);
        }
        if (OWN_HEADERS.has(name))
            throw new input_error/* InputError */.d(`${where}: ${name} is set by the action itself; remove it`);
        if (name in headers)
            throw new input_error/* InputError */.d(`${where} repeats ${name}`);
        headers[name] = value;
    }
    return headers;
}
/**
 * The name of the header that carries the signature: the format's own unless `given`.
 * @throws InputError for one that the receiver would take for another provider's.
 */
function parseSignatureHeader(given, format) {
    if (given === '')
        return format.signatureHeader;
    const name = given.toLowerCase();
    if (!isValid(() => (0,external_node_http_namespaceObject.validateHeaderName)(given)) || OWN_HEADERS.has(name)) {
        throw new input_error/* InputError */.d(`signature-header: ${(0,lib_reference/* quote */.hD)(given)} cannot carry a signature, expected a header name such as ${format.signatureHeader}`);
    }
    if (format.secretRequired && PROVIDER_HEADERS.has(name) && name !== format.signatureHeader.toLowerCase()) {
        throw new input_error/* InputError */.d(`signature-header: ${given} is another provider's, ${format.title} would not read ${format.signatureHeader} beside it`);
    }
    return given;
}
/**
 * The endpoints for these URLs. User and password in a URL become an Authorization header, as with curl.
 * @throws InputError when they collide with one in `headers`.
 */
function buildEndpoints(urls, secrets, headers) {
    const origins = urls.map(({ protocol, host }) => `${protocol}//${host}`);
    return urls.map((given, index) => {
        const url = new URL(given);
        const origin = origins[index] ?? '';
        const isShared = origins.filter((other) => other === origin).length > 1;
        const secret = secrets[index];
        const login = url.username === '' && url.password === '' ? undefined : basicAuth(url);
        if (login !== undefined && 'authorization' in headers) {
            throw new input_error/* InputError */.d('headers: authorization is set, but the url holds user and password too; give one of them');
        }
        url.username = '';
        url.password = '';
        return {
            url,
            label: isShared
                ? `${origin} (${origins.slice(0, index + 1).filter((other) => other === origin).length})`
                : origin,
            headers: login === undefined ? headers : { ...headers, authorization: login },
            ...(secret === undefined ? {} : { secret }),
        };
    });
}
function basicAuth(url) {
    try {
        const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
        return `Basic ${Buffer.from(login).toString('base64')}`;
    }
    catch (cause) {
        throw new input_error/* InputError */.d('url: user or password has a "%" that is not an escape; write it as %25', { cause });
    }
}
function isValid(check) {
    try {
        check();
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/inputs.js




/** The value of the `format` input. */
function formatName(environment) {
    return inputs_text(environment, 'format') || 'doco-cd';
}
/** The text of input `name` as the runner passes it: trimmed, empty when not set. */
function inputs_text(environment, name) {
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
/**
 * Hands every secret in the inputs to `hide`, before anything can be logged, and before anything is validated.
 * What of a URL is secret depends on the format; without one, and where it cannot be parsed, it is hidden whole.
 */
function hideSecrets(environment, format, hide) {
    for (const line of raw(environment, 'secret').split(/\r?\n/))
        hide(line);
    for (const line of lines(raw(environment, 'api-key')))
        hide(line);
    for (const line of lines(raw(environment, 'headers')))
        hide(line.slice(line.indexOf(':') + 1).trim());
    for (const line of lines(raw(environment, 'client-key')))
        if (!line.startsWith('-----'))
            hide(line);
    for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY']) {
        const login = /\/\/([^/@]+)@/.exec(environment[name] ?? '')?.[1] ?? '';
        for (const part of [login, login.slice(login.indexOf(':') + 1)])
            hide(part);
    }
    const isCredential = format?.urlIsCredential ?? true;
    for (const line of lines(raw(environment, 'url'))) {
        if (!URL.canParse(line) || isCredential)
            hide(line);
        if (!URL.canParse(line))
            continue;
        const { username, password, pathname, search, searchParams } = new URL(line);
        if (password !== '')
            hide(`${username}:${password}`);
        for (const part of [password, decoded(password), search.slice(1), ...searchParams.values()])
            hide(part);
        if (!isCredential)
            continue;
        // A receiver that echoes the path may well leave out its beginning: what could be a key is hidden alone, too.
        for (const part of [pathname, ...pathname.split('/').filter(({ length }) => length >= 16)]) {
            if (part.length > 1)
                hide(part);
        }
    }
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part; // Refused when the endpoints are built.
    }
}
/**
 * Reads and validates all inputs; `format` is what the input of that name stands for, undefined when it is unknown.
 * Nothing falls back silently: an empty input has its documented default, any other value is used or refused.
 * @throws InputError that names the input, what was found and what is allowed.
 */
function readInputs(environment, format) {
    const input = (name) => inputs_text(environment, name);
    if (format === undefined) {
        throw new input_error/* InputError */.d(`format: ${(0,lib_reference/* quote */.hD)(formatName(environment))} is not allowed, expected ${[...TARGETS.keys()].join(', ')}`);
    }
    const dryRun = flag(input('dry-run'), 'dry-run');
    const signatureHeader = parseSignatureHeader(input('signature-header'), format);
    const urlLines = lines(input('url'));
    const urls = dryRun && urlLines.length === 0 ? [] : parseUrls(urlLines, format, input('target') || undefined);
    const secrets = urls.length === 0 ? [] : parseSecrets(raw(environment, 'secret'), urls.length);
    if (format.secretRequired && secrets.length === 0 && !dryRun) {
        throw new input_error/* InputError */.d('secret is empty: set it to the key that the receiver checks signatures with. If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on');
    }
    const wait = readWait(input, format);
    const apiKeys = urls.length === 0 ? [] : parseApiKeys(raw(environment, 'api-key'), urls.length);
    const endpoints = buildEndpoints(urls, secrets, parseHeaders(lines(input('headers')), signatureHeader)).map((endpoint, index) => ({ ...endpoint, ...optional('apiKey', apiKeys[index] ?? '', (key) => key) }));
    const references = lines(input('artifact'), /[\r\n,]+/);
    const event = input('event');
    if (references.length > 0 && event !== '') {
        throw new input_error/* InputError */.d('event: artifact is set too, and both say what was published; give one of them');
    }
    const registry = input('registry');
    if (references.length > 0 && registry !== '') {
        throw new input_error/* InputError */.d('registry: only events need it; write the host into artifact instead');
    }
    const style = input('reference');
    const skipTlsVerification = flag(input('skip-tls-verification'), 'skip-tls-verification');
    return {
        format,
        endpoints,
        signatureHeader,
        references,
        event,
        ...optional('digest', input('digest'), (value) => (0,lib_reference/* parseDigest */.m)(value, 'digest')),
        ...optional('registry', registry, (value) => (0,lib_reference/* parseHost */.o6)(value, 'registry')),
        filter: lines(input('filter')),
        untagged: choice(input('untagged') || 'skip', 'untagged', ['skip', 'send']),
        ...optional('style', style, (value) => choice(value, 'reference', ['tag', 'digest', 'tag+digest'])),
        dryRun,
        ...(wait === undefined ? {} : { wait }),
        limits: {
            retries: integer(input('retries') || '20', 'retries', 100),
            timeoutMs: seconds(input('timeout') || '15', 'timeout', { least: 0.001, most: 3600 }),
            deadlineMs: seconds(input('deadline') || '120', 'deadline', { least: 0, most: 21_600 }),
        },
        tls: { skipTlsVerification, ...clientTls(input) },
        warnings: warningsFor(endpoints, skipTlsVerification),
    };
}
function readWait(input, format) {
    const timeoutMs = seconds(input('wait-timeout') || '600', 'wait-timeout', { least: 0.001, most: 21_600 });
    if (!flag(input('wait'), 'wait')) {
        if (input('api-key') === '')
            return undefined;
        throw new input_error/* InputError */.d('api-key: it is only used to wait for the deployment; set wait: true, or remove it');
    }
    if (format.awaiting === undefined) {
        throw new input_error/* InputError */.d(`wait: ${format.title} does not tell how a deployment ends; remove it`);
    }
    return { timeoutMs };
}
function clientTls(input) {
    const [caCertificate, clientCertificate, clientKey] = [
        input('ca-certificate'),
        input('client-certificate'),
        input('client-key'),
    ];
    if ((clientCertificate === '') !== (clientKey === '')) {
        const [given, missing] = clientKey === '' ? ['client-certificate', 'client-key'] : ['client-key', 'client-certificate'];
        throw new input_error/* InputError */.d(`${missing} is empty but ${given} is set; they are needed together`);
    }
    return {
        ...optional('caCertificate', caCertificate, (value) => pem(value, 'ca-certificate', 'CERTIFICATE')),
        ...optional('clientCertificate', clientCertificate, (value) => pem(value, 'client-certificate', 'CERTIFICATE')),
        ...optional('clientKey', clientKey, (value) => pem(value, 'client-key', 'PRIVATE KEY')),
    };
}
function warningsFor(endpoints, skipTlsVerification) {
    const warnings = new Set();
    for (const { url, label, secret } of endpoints) {
        if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
            warnings.add(`url: ${label} is not encrypted, anyone on the way can read and repeat the message; use https`);
        }
        if (secret !== undefined && secret.length < 16) {
            warnings.add('secret is shorter than 16 characters and could be guessed; use a long random one, as from openssl rand -hex 32');
        }
        if (secret !== undefined && secret !== secret.trim()) {
            warnings.add('secret begins or ends with spaces; they are part of the key');
        }
    }
    if (skipTlsVerification) {
        warnings.add('skip-tls-verification is on: anyone on the way can pose as the receiver; better pass its authority in ca-certificate');
    }
    return [...warnings];
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}
function optional(name, value, parse) {
    return (value === '' ? {} : { [name]: parse(value) });
}
function choice(value, name, allowed) {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined)
        throw new input_error/* InputError */.d(`${name}: ${(0,lib_reference/* quote */.hD)(value)} is not allowed, expected ${allowed.join(', ')}`);
    return found;
}
/** YAML's booleans, as @actions/core accepts them. */
function flag(value, name) {
    if (value === '' || /^(?:false|False|FALSE)$/.test(value))
        return false;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    throw new input_error/* InputError */.d(`${name}: ${(0,lib_reference/* quote */.hD)(value)} is not allowed, expected true or false`);
}
function integer(value, name, most) {
    if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
        throw new input_error/* InputError */.d(`${name}: ${(0,lib_reference/* quote */.hD)(value)} is not allowed, expected a whole number from 0 to ${most}`);
    }
    return Number(value);
}
function seconds(value, name, { least, most }) {
    const number = /^\d{1,9}(?:\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) {
        const range = least === 0 ? `from 0 to ${most}` : `above 0 and at most ${most}`;
        throw new input_error/* InputError */.d(`${name}: ${(0,lib_reference/* quote */.hD)(value)} is not allowed, expected a number of seconds ${range}`);
    }
    return number * 1000;
}
function pem(value, name, kind) {
    if (!new RegExp(`-----BEGIN [A-Z ]*${kind}-----`).test(value)) {
        throw new input_error/* InputError */.d(`${name} is not PEM text: "-----BEGIN ${kind}-----" is missing`);
    }
    return value;
}

// EXTERNAL MODULE: ./lib/log.js
var lib_log = __nccwpck_require__(309);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/origin.js





const ADVICE = "set artifact and digest to what was pushed, or event to a registry's own event, or run on registry_package: published";
/**
 * What an event says was published: the one in the `event` input, as JSON or as `@path` of a file that holds it, else the
 * one that triggered the workflow, whose client_payload is the registry's event on repository_dispatch.
 * @throws InputError when it says nothing of the kind, or cannot be read.
 */
async function readEvent(given, environment) {
    if (given.startsWith('@'))
        return parseFile(given.slice(1).trim(), 'event: the file');
    if (given !== '')
        return parseEvent(readObject(given, 'event'), 'event');
    const name = environment.GITHUB_EVENT_NAME ?? '';
    if (!['registry_package', 'package', 'repository_dispatch'].includes(name)) {
        throw new input_error/* InputError */.d(`artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${(0,lib_reference/* quote */.hD)(name)} names no artifact`}: ${ADVICE}`);
    }
    const path = environment.GITHUB_EVENT_PATH ?? '';
    if (path === '')
        throw new input_error/* InputError */.d(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${ADVICE}`);
    if (name !== 'repository_dispatch')
        return parseFile(path, 'the event file');
    const payload = (0,lib_json.at)(readObject(readFile(path, 'the event file'), `the event file ${path}`), 'client_payload');
    if (!(0,lib_json/* isObject */.Gv)(payload)) {
        throw new input_error/* InputError */.d(`client_payload must be the registry's event, an object, found ${(0,lib_json/* kindOf */.I)(payload)}: ${ADVICE}`);
    }
    return parseEvent(payload, 'client_payload');
}
async function parseFile(path, what) {
    if (path === '')
        throw new input_error/* InputError */.d('event: no path follows the "@"');
    return parseEvent(readObject(readFile(path, what), `${what} ${path}`), `${what} ${path}`);
}
function readFile(path, what) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        const code = cause.code;
        const problem = code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
        throw new input_error/* InputError */.d(`${what} ${path} ${problem}: ${ADVICE}`, { cause });
    }
}
/**
 * What the registry event `body` says was published; the system is recognised by its shape.
 * @throws InputError that names `where` it came from, or the field of the event.
 */
async function parseEvent(body, where) {
    const tried = [];
    for (const load of SOURCES) {
        const source = await load();
        if (source.recognises(body))
            return source.parse(body);
        tried.push(source.title);
    }
    throw new input_error/* InputError */.d(`${where} is not an event of a registry that is known here (${tried.join(', ')}): ${ADVICE}`);
}
function readObject(json, where) {
    const text = json.replace(/^\ufeff/, '');
    if (text.trim() === '')
        throw new input_error/* InputError */.d(`${where} is empty: ${ADVICE}`);
    let body;
    try {
        body = JSON.parse(text);
    }
    catch (cause) {
        // The parser's message quotes the text, which may be anything: say only that it is not JSON.
        throw new input_error/* InputError */.d(`${where} is not JSON: ${ADVICE}`, { cause });
    }
    if (!(0,lib_json/* isObject */.Gv)(body))
        throw new input_error/* InputError */.d(`${where} must hold a JSON object, found ${(0,lib_json/* kindOf */.I)(body)}: ${ADVICE}`);
    return body;
}

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./lib/proxy.js


/**
 * The proxy through which `url` is reached, by HTTP_PROXY, HTTPS_PROXY and NO_PROXY as curl reads them; the lower-case
 * spelling wins. Undefined means a direct connection.
 * @throws InputError that names a proxy variable that is not a URL; its value is not shown, it may hold a password.
 */
function proxyFor(url, environment) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const variable = environment[name] ? name : name.toUpperCase();
    const value = environment[variable]?.trim();
    if (!value || isExcluded(url, environment.no_proxy || environment.NO_PROXY || ''))
        return undefined;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const proxy = URL.canParse(address) ? new URL(address) : undefined;
    if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
        throw new input_error/* InputError */.d(`${variable} is not the URL of an http proxy, expected http://host:port`);
    }
    return proxy;
}
/** curl: names match themselves and what is below them, a leading dot changes nothing, `*` is everything. */
function isExcluded(url, noProxy) {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => entry !== '' && (entry === '*' || matches(entry, host, port)));
}
function matches(entry, host, port) {
    const [, bracketed, plain = '', entryPort] = /^(?:\[([^\]]*)\]|([^:]*|.*:.*:[^:]*?))(?::(\d+))?$/.exec(entry) ?? [];
    const name = bracketed ?? ((0,external_node_net_namespaceObject.isIP)(entry) === 6 ? entry : plain);
    if (entryPort !== undefined && (0,external_node_net_namespaceObject.isIP)(entry) !== 6 && entryPort !== port)
        return false;
    if ((0,external_node_net_namespaceObject.isIP)(host) === 0) {
        const suffix = name.replace(/^\*?\./, '');
        return host === suffix || host.endsWith(`.${suffix}`);
    }
    return isInSubnet(host, name);
}
function isInSubnet(host, entry) {
    const [address = '', bits] = entry.split('/');
    const family = (0,external_node_net_namespaceObject.isIP)(address);
    if (family === 0 || family !== (0,external_node_net_namespaceObject.isIP)(host))
        return false;
    const longest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : Number(bits);
    if (!Number.isInteger(prefix) || prefix < 0 || prefix > longest)
        return false;
    const list = new external_node_net_namespaceObject.BlockList();
    list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
    return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

;// CONCATENATED MODULE: ./lib/select.js



/** Tags under which cosign and the referrers fall-back keep signatures, attestations and bills of materials. */
const SIGNATURE_TAG = /^sha256-[a-f0-9]{64}(?:\.[A-Za-z0-9._-]+)?$/;
/**
 * Validates what an event named and picks what is to be sent: order, equality and skips as the events come.
 * @throws InputError that names the field of the event that is wrong.
 */
function selectCandidates(parsed, options) {
    return select_select(parsed.map((entry) => ('reason' in entry ? entry : judge(entry, options))), options.keep);
}
/**
 * The same for references that the user wrote: they are never skipped for their tag, and stay as written unless `style` is set.
 * @throws InputError that names the input.
 */
function selectReferences(references, options) {
    const judged = references.map((text, index) => {
        const field = references.length === 1 ? 'artifact' : `artifact: entry ${index + 1}`;
        const { host, path, ...named } = (0,lib_reference/* parseReference */.F2)(text, field);
        const digest = agree(named.digest, options.digest, field);
        const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
        if (tag === undefined && options.style?.startsWith('tag')) {
            throw new input_error/* InputError */.d(`${field}: ${(0,lib_reference/* quote */.hD)(text.trim())} has no tag, but reference is "${options.style}"`);
        }
        const written = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
        return artifact({ host, path, tag, digest, style: options.style ?? written });
    });
    return select_select(judged, options.keep);
}
function select_select(judged, keep) {
    const artifacts = new Map();
    const skips = [];
    for (const entry of judged) {
        if ('reason' in entry) {
            skips.push(entry);
            continue;
        }
        const { host, path, tag, digest } = entry;
        const whole = (0,lib_reference/* formatReference */.FH)({
            host,
            path,
            ...(tag === undefined ? (digest === undefined ? {} : { digest }) : { tag }),
        });
        if (keep(whole))
            artifacts.set(`${digest} ${(0,lib_artifact/* nameArtifact */.o)(entry)}`, entry);
        else
            skips.push({ reason: 'filtered', detail: `${whole} does not match the filter input` });
    }
    return { artifacts: [...artifacts.values()], skips };
}
/** The order of the checks is that of the vectors: signature tag, untagged, host, digest, reference. */
function judge(candidate, options) {
    const { field, path, tag, digests } = candidate;
    const shown = `${path}${tag === undefined ? '' : `:${tag}`}`;
    if (tag !== undefined && SIGNATURE_TAG.test(tag)) {
        return {
            reason: 'signature-tag',
            detail: `${(0,lib_reference/* quote */.hD)(shown)} is a signature or attestation, not an artifact to deploy`,
        };
    }
    if (tag === undefined && options.untagged === 'skip') {
        const detail = `${(0,lib_reference/* quote */.hD)(shown)} has no tag (the parts of a multi-platform image arrive so); set untagged: send to send it by digest`;
        return { reason: 'untagged', detail };
    }
    const host = options.registry ?? candidate.host;
    if (host === undefined || host === '') {
        throw new input_error/* InputError */.d(`event: ${field} does not say which registry ${(0,lib_reference/* quote */.hD)(shown)} is in; set the registry input`);
    }
    const digest = agree(eventDigest(digests), options.digest, `event: ${field}`);
    const name = { host: (0,lib_reference/* parseHost */.o6)(host, `event: ${field}`), path, ...(tag === undefined ? {} : { tag }) };
    const reference = (0,lib_reference/* parseReference */.F2)((0,lib_reference/* formatReference */.FH)(name), `event: ${field}`);
    // A host without dot or port reads as a namespace of docker.io, and a ":" in a path begins a tag.
    if (reference.host !== name.host || reference.tag !== tag || reference.digest !== undefined) {
        throw new input_error/* InputError */.d(`event: ${field}: ${(0,lib_reference/* quote */.hD)((0,lib_reference/* formatReference */.FH)(name))} reads as ${(0,lib_reference/* formatReference */.FH)(reference)}; set the registry input to host:port`);
    }
    const { mediaType, pageUrl } = candidate;
    return artifact({ ...reference, digest, style: options.style ?? 'tag', mediaType, pageUrl });
}
/** The first well-formed digest; rubbish beside a good one is known to happen, two good ones that differ are not. */
function eventDigest(digests) {
    const [first, ...others] = digests.filter(({ value }) => (0,lib_reference/* isDigest */.Bc)(value));
    if (first === undefined) {
        const malformed = digests.find(({ value }) => value !== undefined);
        return malformed?.value === undefined ? undefined : (0,lib_reference/* parseDigest */.m)(malformed.value, `event: ${malformed.field}`);
    }
    const other = others.find(({ value }) => value !== first.value);
    if (other) {
        throw new input_error/* InputError */.d(`event: ${first.field} is ${first.value} but ${other.field} is ${other.value}; they must be equal`);
    }
    return first.value;
}
function agree(found, given, field) {
    if (found !== undefined && given !== undefined && found !== given) {
        throw new input_error/* InputError */.d(`digest: ${given} differs from ${found} of ${field}; remove the digest input or correct it`);
    }
    return found ?? given;
}
/** An artifact of these parts without the undefined ones. */
function artifact({ host, path, style, ...optional }) {
    return {
        host,
        path,
        style,
        ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    };
}

;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
// EXTERNAL MODULE: ./lib/exchange.js
var exchange = __nccwpck_require__(694);
;// CONCATENATED MODULE: ./lib/transport.js





const BODY_LIMIT = 64 * 1024;
const HEADER_LIMIT = 256 * 1024;
/** After the status line the body only adds words: a body that trickles or stalls is not waited for longer. */
const BODY_TIMEOUT_MS = 5_000;
/** What a request gets that was written late: it was sent to be heard. */
const LEAST_ANSWER_TIMEOUT_MS = 1_000;
/** Enough for speed (measured: no gain above), few enough to be polite to one host. */
const SOCKETS_PER_HOST = 50;
/**
 * A transport with one pair of connection pools, shared by all requests.
 * @throws InputError that names the certificate input that cannot be used.
 */
function createTransport(options) {
    const agents = new Map();
    let secureContext;
    const agentFor = (url, proxy) => {
        const key = `${url.protocol} ${proxy?.href ?? ''}`;
        const known = agents.get(key);
        if (known)
            return known;
        const pool = {
            keepAlive: true,
            maxSockets: SOCKETS_PER_HOST,
            ...(proxy === undefined ? {} : { proxyEnv: { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href } }),
        };
        if (url.protocol === 'http:')
            return keep(key, new external_node_http_namespaceObject.Agent(pool));
        // One context for all connections: otherwise Node parses the list of roots again for each of them.
        secureContext ??= trust(options);
        return keep(key, new external_node_https_namespaceObject.Agent({ ...pool, secureContext, rejectUnauthorized: !options.skipTlsVerification }));
    };
    const keep = (key, agent) => {
        agents.set(key, agent);
        return agent;
    };
    if (options.caCertificate || options.clientCertificate)
        secureContext = trust(options);
    return {
        send(request) {
            const proxy = options.proxyFor(request.url);
            return transport_exchange(request, agentFor(request.url, proxy), proxy);
        },
        close() {
            for (const agent of agents.values())
                agent.destroy();
        },
    };
}
function trust({ caCertificate, clientCertificate, clientKey }) {
    const given = (name, context) => {
        try {
            return (0,external_node_tls_namespaceObject.createSecureContext)(context);
        }
        catch (cause) {
            throw new input_error/* InputError */.d(`${name} cannot be used: ${cause.message}; expected PEM text`, { cause });
        }
    };
    if (caCertificate)
        given('ca-certificate', { ca: caCertificate });
    if (clientCertificate)
        given('client-certificate or client-key', { cert: clientCertificate, key: clientKey });
    return (0,external_node_tls_namespaceObject.createSecureContext)({
        ...(caCertificate ? { ca: [...trustedRoots(), caCertificate] } : {}),
        ...(clientCertificate ? { cert: clientCertificate, key: clientKey } : {}),
    });
}
/** What Node trusts without us: its own roots, NODE_EXTRA_CA_CERTS, and the system's where the runner's Node was told so. */
function trustedRoots() {
    const flags = `${process.env.NODE_OPTIONS ?? ''} ${process.execArgv.join(' ')}`;
    if (/--use-(?:system|openssl)-ca/.test(flags) || process.env.NODE_USE_SYSTEM_CA === '1')
        return (0,external_node_tls_namespaceObject.getCACertificates)('default');
    return [...(0,external_node_tls_namespaceObject.getCACertificates)('bundled'), ...(0,external_node_tls_namespaceObject.getCACertificates)('extra')];
}
function transport_exchange(request, agent, proxy) {
    const { url, method, body, timeoutMs, signal } = request;
    const startedMs = performance.now();
    return new Promise((resolve) => {
        let timer;
        let written = false;
        const durationMs = () => Math.round(performance.now() - startedMs);
        const settle = (outcome) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', cancel);
            resolve(outcome);
        };
        const fail = (code, message, proxyStatus) => settle({
            kind: 'failure',
            code,
            message,
            written,
            durationMs: durationMs(),
            ...(proxyStatus === undefined ? {} : { proxyStatus }),
        });
        const cancel = () => {
            fail('CANCELLED', 'cancelled');
            client.destroy();
        };
        const arm = (limitMs = timeoutMs) => {
            timer ??= setTimeout(() => {
                fail('TIMEOUT', `no answer within ${(limitMs / 1000).toFixed(3).replace(/\.?0+$/, '')} s`);
                client.destroy();
            }, limitMs);
        };
        const client = (url.protocol === 'https:' ? external_node_https_namespaceObject.request : external_node_http_namespaceObject.request)(url, {
            method,
            agent,
            maxHeaderSize: HEADER_LIMIT,
            headers: { ...request.headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        });
        client.on('socket', (socket) => {
            // The clock starts when the pool has a connection for this request, not while it queues for one.
            arm();
            const isReady = !socket.connecting && !('secureConnecting' in socket && socket.secureConnecting);
            const markWritten = () => {
                written = true;
                if (request.answerByMs === undefined)
                    return;
                clearTimeout(timer);
                timer = undefined;
                arm(Math.max(Math.round(request.answerByMs - performance.now()), LEAST_ANSWER_TIMEOUT_MS));
            };
            if (isReady)
                markWritten();
            else
                socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', markWritten);
        });
        client.on('finish', () => request.onSent?.());
        client.on('error', (error) => {
            const { code, message, proxyStatus } = describe(error, proxy, written);
            fail(code, message, proxyStatus);
        });
        client.on('response', (response) => {
            clearTimeout(timer);
            const chunks = [];
            let size = 0;
            const retryAfter = response.headers['retry-after'];
            const end = (bodyEnd) => {
                settle({
                    kind: 'answer',
                    status: response.statusCode ?? 0,
                    body: Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString('utf8'),
                    bodyEnd,
                    durationMs: durationMs(),
                    ...(retryAfter === undefined ? {} : { retryAfter }),
                });
                if (bodyEnd !== 'complete')
                    client.destroy();
            };
            timer = setTimeout(() => end('stalled'), Math.min(timeoutMs, BODY_TIMEOUT_MS));
            response.on('data', (chunk) => {
                chunks.push(chunk);
                size += chunk.length;
                if (size > BODY_LIMIT)
                    end('too long');
            });
            response.on('end', () => end('complete'));
            response.on('error', () => end('cut'));
        });
        if (signal.aborted)
            return cancel();
        signal.addEventListener('abort', cancel);
        // Through a proxy the pool hands the connection over only when the tunnel stands: that is part of the attempt.
        if (proxy !== undefined)
            arm();
        client.end(body);
    });
}
/** A network error in one line; what happened between here and a proxy is told apart from the receiver's doing. */
function describe(error, proxy, written) {
    const first = error.errors?.[0] ?? error;
    const code = error.code ?? first.code ?? 'UNKNOWN';
    const what = first.message || code;
    const message = what.includes(code) ? what : `${what} (${code})`;
    if (proxy === undefined || written || (0,exchange/* isTlsError */.s)(code))
        return { code, message };
    const via = `the proxy ${proxy.protocol}//${proxy.host}`;
    if (error.statusCode === undefined)
        return { code, message: `${via}: ${message}` };
    return {
        code,
        message: `${via} answered ${error.statusCode} instead of opening a tunnel`,
        proxyStatus: error.statusCode,
    };
}

;// CONCATENATED MODULE: ./lib/run.js











/** Receivers limit bodies to 1 MiB (doco-cd MAX_PAYLOAD_SIZE) or more. */
const run_BODY_LIMIT = 1024 * 1024;
/**
 * The whole step, from inputs to outcome; reports nothing but log lines.
 * @throws InputError for whatever is wrong before anything is sent.
 */
async function run(environment, options) {
    const format = await TARGETS.get(formatName(environment))?.();
    hideSecrets(environment, format, lib_log/* mask */.dK);
    const inputs = readInputs(environment, format);
    for (const warning of inputs.warnings)
        (0,lib_log/* warn */.R8)(warning);
    const { artifacts, skips } = await publishedArtifacts(inputs, environment);
    const last = skips.at(-1);
    if (artifacts.length === 0) {
        return {
            kind: 'skipped',
            skip: last ?? { reason: 'no-events', detail: 'the event holds nothing that was published' },
        };
    }
    for (const { reason, detail } of skips)
        (0,lib_log/* say */.cv)(`skipped (${reason}): ${detail}`);
    const messages = encode(artifacts, inputs);
    for (const artifact of artifacts)
        (0,lib_log/* say */.cv)(`${(0,lib_artifact/* nameArtifact */.o)(artifact)} (${artifact.digest ?? 'no digest'})`);
    const startWait = await prepareWait(inputs);
    if (inputs.dryRun)
        return { kind: 'dry-run', artifacts, messages };
    const deliveries = await sendAll(messages, inputs, environment, { ...options, startWait });
    return { kind: 'sent', artifacts, messages, deliveries };
}
async function publishedArtifacts(inputs, environment) {
    const { references, filter } = inputs;
    const keep = filter.length === 0 ? () => true : (await Promise.all(/* import() */[__nccwpck_require__.e(6), __nccwpck_require__.e(437)]).then(__nccwpck_require__.bind(__nccwpck_require__, 437))).compileFilter(filter);
    if (references.length > 0)
        return selectReferences(references, { ...inputs, keep });
    return selectCandidates(await readEvent(inputs.event, environment), { ...inputs, keep });
}
function encode(artifacts, { format }) {
    const unresolved = format.needsDigest ? artifacts.find(({ digest }) => digest === undefined) : undefined;
    if (unresolved)
        throw new input_error/* InputError */.d(`digest is empty: set it to the digest of ${(0,lib_artifact/* nameArtifact */.o)(unresolved)}`);
    const messages = format.encode(artifacts);
    for (const { body } of messages) {
        const size = Buffer.byteLength(body);
        if (size > run_BODY_LIMIT)
            throw new input_error/* InputError */.d(`the message has ${size} bytes, receivers take at most ${run_BODY_LIMIT}; narrow the filter input`);
    }
    return messages;
}
/** What starts the wait for the deployments, if the user asked for it; loaded only then. */
async function prepareWait({ format, endpoints, wait }) {
    if (wait === undefined)
        return undefined;
    return (await __nccwpck_require__.e(/* import() | wait */ 264).then(__nccwpck_require__.bind(__nccwpck_require__, 602))).prepareWait(format, endpoints, wait);
}
/** Tells every endpoint of every message, all at once: a dead endpoint delays none. */
async function sendAll(messages, inputs, environment, { signal, onSent, startWait }) {
    const proxyOf = (url) => proxyFor(url, environment);
    for (const { url } of inputs.endpoints)
        proxyOf(url); // A bad proxy variable is refused before the first request.
    const transport = createTransport({ ...inputs.tls, proxyFor: proxyOf });
    const waiting = startWait?.();
    const isAlone = inputs.endpoints.length === 1;
    // The lines of several endpoints are grouped, unless that would keep them back for the length of a deployment.
    const isLive = isAlone || waiting !== undefined;
    const sendTo = async (endpoint) => {
        const lines = [];
        if (isAlone)
            (0,lib_log/* say */.cv)(`sending to ${endpoint.label}`);
        const deliveries = await Promise.all(messages.map((message) => {
            const names = [isLive && !isAlone ? endpoint.label : '', messages.length === 1 ? '' : nameMessage(message)];
            const name = names.filter((part) => part !== '').join(' ');
            const prefix = name === '' ? '' : `${name}: `;
            const log = (line) => (isLive ? (0,lib_log/* say */.cv)(`${prefix}${line}`) : lines.push(`${prefix}${line}`));
            const options = { ...inputs, transport, signal, onSent, log };
            return waiting === undefined
                ? (0,deliver/* deliver */.c)(message, endpoint, options)
                : waiting.deliver(message, endpoint, { ...options, name });
        }));
        if (!isLive)
            (0,lib_log/* sayGroup */.vE)(`${endpoint.label}: ${deliveries.map(({ kind }) => kind).join(', ')}`, lines);
        return deliveries;
    };
    try {
        return (await Promise.all(inputs.endpoints.map(sendTo))).flat();
    }
    finally {
        waiting?.stop();
        transport.close();
    }
}
function nameMessage({ artifacts }) {
    return artifacts
        .map((artifact) => `${(0,lib_artifact/* nameArtifact */.o)(artifact)}${artifact.digest ? ` ${(0,lib_reference/* shortDigest */.VK)(artifact.digest)}` : ''}`)
        .join(', ');
}


/***/ }),

/***/ 424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
/** Waits `ms`, or until `signal` is aborted; resolves either way. */
function sleep(ms, signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
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


/***/ }),

/***/ 411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ USER_AGENT)
/* harmony export */ });
/* unused harmony export VERSION */
/** The version in package.json; a test holds them together. Not read from the file, so that nothing is opened at start. */
const VERSION = '1.0.0';
const USER_AGENT = `oci-webhook-action/${VERSION}`;


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
