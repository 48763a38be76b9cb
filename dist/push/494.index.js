"use strict";
exports.id = 494;
exports.ids = [494];
exports.modules = {

/***/ 1527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ dialDirectly),
/* harmony export */   Tw: () => (/* binding */ createResolver)
/* harmony export */ });
/* unused harmony export allowLookUps */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _util_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9788);


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
        const { default: dns } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 610, 23));
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SR: () => (/* binding */ refusedByProxy),
/* harmony export */   Tm: () => (/* binding */ TunnelError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   em: () => (/* binding */ statusIn),
/* harmony export */   ii: () => (/* binding */ isProxyResponse)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7160);

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

/***/ 2494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  push: () => (/* binding */ push)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(4064);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(2263);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(4487);
// EXTERNAL MODULE: ./lib/util/retry-transient.js
var retry_transient = __webpack_require__(28);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(7650);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __webpack_require__(4230);
// EXTERNAL MODULE: ./lib/delivery/retry.js
var retry = __webpack_require__(6111);
;// CONCATENATED MODULE: ./lib/util/limiter.js
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

// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(9788);
// EXTERNAL MODULE: ./lib/http/connect.js
var connect = __webpack_require__(1527);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/http/errors.js
var errors = __webpack_require__(4078);
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
    const { decode } = await __webpack_require__.e(/* import() */ 435).then(__webpack_require__.bind(__webpack_require__, 7435));
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
function client_createClient({ skipTlsVerification, proxies, createContext }) {
    const routes = new Map();
    const enterHost = createLimiter(PER_HOST);
    const enterAll = createLimiter(connectionLimit());
    const resolver = (0,connect/* createResolver */.Tw)();
    const classical = new Map();
    const contexts = new Map();
    async function makeContext(isClassical) {
        const ecdhCurve = isClassical ? CLASSICAL_GROUPS : undefined;
        if (createContext !== undefined)
            return createContext(ecdhCurve);
        const { createSecureContext } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
        return createSecureContext(ecdhCurve === undefined ? {} : { ecdhCurve });
    }
    async function createRoute({ url, keepAlive }, proxy, isClassical) {
        const proxyHeaders = proxy && proxies?.proxyAuthorization(proxy);
        const { protocol } = url.protocol === 'http:' && proxy !== undefined ? proxy : url;
        if (protocol === 'http:') {
            const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23));
            return { request, agent: dialWith(new Agent({ keepAlive }), connect/* dialDirectly */.FI), proxy, proxyHeaders };
        }
        const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23));
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

// EXTERNAL MODULE: ./lib/util/errors.js
var util_errors = __webpack_require__(3370);
;// CONCATENATED MODULE: ./lib/http/configure.js




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
    allowLookUps(new Set(wanted.urls.map(({ hostname }) => hostname)).size, process.env);
    const proxies = await readProxies(wanted, environment);
    if (tls.caCertificate === undefined && tls.clientCertificate === undefined) {
        return createClient({ skipTlsVerification, proxies });
    }
    const { createTlsContext } = await __webpack_require__.e(/* import() */ 544).then(__webpack_require__.bind(__webpack_require__, 4544));
    const context = createTlsContext(tls);
    const createContext = (ecdhCurve) => (ecdhCurve === undefined ? context : createTlsContext(tls, ecdhCurve));
    return createClient({ skipTlsVerification, proxies, createContext });
}
async function readProxies({ urls, isConfidential }, environment) {
    if (!PROXY_VARIABLES.some((name) => environment[name]))
        return undefined;
    const { proxyFor, openTunnel, proxyAuthorization } = await __webpack_require__.e(/* import() */ 729).then(__webpack_require__.bind(__webpack_require__, 1729));
    const used = urls.map((url) => proxyFor(url, environment)).filter((proxy) => proxy !== undefined);
    const couldRead = (url) => url.protocol === 'http:' && proxyFor(url, environment) !== undefined;
    if (isConfidential && urls.some(couldRead)) {
        throw new util_errors/* InputError */.d('url: with http the proxy could read the token; use https, or list the host in NO_PROXY');
    }
    for (const origin of new Set(used.map((proxy) => proxy.origin)))
        (0,log/* info */.pq)(`using the proxy ${origin}`);
    return { proxyFor: (url) => proxyFor(url, environment), openTunnel, proxyAuthorization };
}

// EXTERNAL MODULE: ./lib/http/types.js
var types = __webpack_require__(7160);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __webpack_require__(7949);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/util/read-file.js + 1 modules
var read_file = __webpack_require__(5011);
;// CONCATENATED MODULE: ./lib/registry/certificates.js






const MOST_BYTES = 1024 * 1024;
function readCertificates(host, { HOME }) {
    const home = HOME || (0,external_node_os_.homedir)();
    const places = [`${home}/.config/containers`, '/etc/containers', `${home}/.docker`, '/etc/docker'];
    for (const place of places) {
        const directory = (0,external_node_path_.join)(place, 'certs.d', host);
        const files = list(directory);
        if (files.length === 0)
            continue;
        const read = (ending) => files
            .filter((file) => file.endsWith(ending))
            .map((file) => (0,read_file/* readTextFile */.G)((0,external_node_path_.join)(directory, file), { name: 'the certificate file', mostBytes: MOST_BYTES }));
        return { directory, ca: read('.crt'), cert: read('.cert'), key: read('.key') };
    }
    return undefined;
}
function list(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory).sort();
    }
    catch {
        return [];
    }
}
function systemContext(own, ecdhCurve) {
    const trusted = ['bundled', 'extra', 'system'].flatMap((kind) => (0,external_node_tls_.getCACertificates)(kind));
    const ca = [...new Set([...trusted, ...(own?.ca ?? [])])];
    const groups = ecdhCurve === undefined ? {} : { ecdhCurve };
    try {
        return (0,external_node_tls_.createSecureContext)({
            ca,
            ...groups,
            ...(own !== undefined && own.cert.length > 0 && { cert: own.cert, key: own.key }),
        });
    }
    catch (cause) {
        throw new util_errors/* InputError */.d(`the certificates in ${own?.directory} cannot be used: ${(0,util_errors/* messageOf */.b)(cause)}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/registry/request.js









const request_BODY_LIMIT = 8 * 1024 * 1024;
const ERROR_LIMIT = 64 * 1024;
const TIMEOUT_MS = 15_000;
const MOST_REDIRECTS = 5;
function createSender(host, { environment, skipTlsVerification, signal }) {
    const own = readCertificates(host, environment);
    let isComplete = own !== undefined || skipTlsVerification;
    let proxies;
    let client;
    async function createFor(url) {
        proxies ??= readProxies({ urls: [url], isConfidential: false }, environment);
        const isOwn = isComplete && !(skipTlsVerification && own === undefined);
        const createContext = isOwn ? (ecdhCurve) => systemContext(own, ecdhCurve) : undefined;
        return client_createClient({ skipTlsVerification, proxies: await proxies, createContext });
    }
    async function sendOnce(url, options) {
        client ??= createFor(url);
        const wasComplete = isComplete;
        const { method = 'GET', body } = options;
        const request = { url, method, headers: { 'user-agent': version/* USER_AGENT */._O, ...options.headers }, body, signal };
        const limits = { timeoutMs: TIMEOUT_MS, wholeBytes: request_BODY_LIMIT, keepAlive: true };
        const result = await (await client).send({ ...request, ...limits });
        if (result.kind === 'response')
            return readAnswer(url, result);
        if ((0,types/* isTlsError */.sl)(result.code) && !wasComplete) {
            if (!isComplete)
                client = undefined;
            isComplete = true;
            return sendOnce(url, options);
        }
        const { code, message } = result;
        const hint = (0,types/* isTlsError */.sl)(code) ? trustHint(host) : undefined;
        return problem({ code, message: `${url.host}: ${message}`, hint, isTransient: (0,retry/* isRetryable */.r3)(result) });
    }
    return async (url, options = {}) => {
        let [at, headers] = [url, options.headers];
        for (let redirects = 0;; redirects++) {
            const answer = await sendOnce(at, { ...options, ...(headers !== undefined && { headers }) });
            const next = answer.kind === 'response' ? redirectOf(answer, at, options) : undefined;
            if (next === undefined)
                return answer;
            if (redirects === MOST_REDIRECTS || (at.protocol === 'https:' && next.protocol !== 'https:')) {
                return { kind: 'problem', problem: failed(`${at.host} redirects to where nothing is asked: ${next.origin}`) };
            }
            if (next.origin !== at.origin && headers !== undefined)
                headers = withoutLogin(headers);
            at = next;
        }
    };
}
function trustHint(host) {
    return `put the CA certificate that signed it into /etc/docker/certs.d/${host}/ca.crt, or among those of the runner; only registries on this machine may speak plain http`;
}
function redirectOf({ status, headers }, from, { method = 'GET' }) {
    if (![301, 302, 303, 307, 308].includes(status) || method !== 'GET')
        return undefined;
    if (headers.location === undefined)
        return undefined;
    const next = URL.parse(headers.location, from.href);
    return next !== null && /^https?:$/.test(next.protocol) ? next : undefined;
}
function withoutLogin({ authorization: _, ...headers }) {
    return headers;
}
function readAnswer(url, result) {
    const { status, bodyState, whole } = result;
    if (bodyState !== 'complete') {
        const message = `${url.host}: its answer ${bodyState === 'too long' ? 'has more than 8 MiB' : 'broke off'}`;
        return problem({ status, message, isTransient: bodyState !== 'too long' });
    }
    const { headers, bytes } = whole ?? { headers: {}, bytes: Buffer.alloc(0) };
    return { kind: 'response', status, headers, bytes, retryAfterMs: (0,retry/* parseRetryAfter */.mu)(result, Date.now()) };
}
function problemOf(answer, who) {
    const { status, bytes, retryAfterMs } = answer;
    const { code, text } = readError(bytes.subarray(0, ERROR_LIMIT).toString('utf8'));
    const answered = `${who} answered ${[status, code].filter(Boolean).join(' ')}${text === '' ? '' : `: ${text}`}`;
    const asked = retryAfterMs === undefined ? '' : `, and to ask again after ${(0,time/* formatDuration */.a3)(retryAfterMs)}`;
    const message = `${answered}${asked}`;
    const isTransient = (0,retry/* isRetryable */.r3)({ ...answer, body: '', bodyState: 'complete', durationMs: 0 });
    return { kind: kindOf(status, code), status, code, message, isTransient, retryAfterMs };
}
function kindOf(status, code = '') {
    if (status === 404 || /^(?:MANIFEST|NAME|BLOB)_UNKNOWN$/.test(code))
        return 'absent';
    if (status === 401 || status === 403)
        return 'denied';
    return status === 429 || code === 'TOOMANYREQUESTS' ? 'limited' : 'failed';
}
function readError(body) {
    const answer = (0,json/* parseObject */.lj)(body);
    const first = Array.isArray(answer?.errors) ? answer.errors[0] : undefined;
    const text = (0,json/* textAt */.$6)(first, 'message') ?? (0,json/* textAt */.$6)(answer, 'details') ?? (0,json/* textAt */.$6)(answer, 'message');
    const said = text ?? ((0,types/* isPage */.yp)(body) ? 'a web page' : answer === undefined ? body : '');
    return { code: (0,json/* textAt */.$6)(first, 'code')?.slice(0, 100), text: (0,util_text/* oneLine */.TN)(said.replace(/\?[^\s"']+/g, ''), 300) };
}
function failed(message) {
    return { kind: 'failed', message, isTransient: false };
}
function problem(about) {
    return { kind: 'problem', problem: { kind: 'failed', ...about } };
}

;// CONCATENATED MODULE: ./lib/registry/authorize.js




const CHALLENGES_LIMIT = 8 * 1024;
const TOKEN = /^[\w.~+/=:-]+$/;
async function authorize(wanted) {
    const { challenges, login } = wanted;
    const offered = parseChallenges(challenges.slice(0, CHALLENGES_LIMIT));
    const bearer = offered.get('bearer');
    if (bearer?.realm !== undefined)
        return requestToken(bearer, wanted);
    if (!offered.has('basic') || login.kind !== 'login' || login.isIdentityToken)
        return undefined;
    return basic(login);
}
function parseChallenges(text) {
    const found = new Map();
    let current = {};
    for (const [, name = '', quoted, plain] of text.matchAll(/([\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g)) {
        const value = quoted?.replace(/\\(.)/gs, '$1') ?? plain;
        if (value !== undefined)
            current[name.toLowerCase()] = value;
        else {
            current = Object.create(null);
            found.set(name.toLowerCase(), current);
        }
    }
    return found;
}
async function requestToken({ realm = '', service, scope: named }, { host, login, scope, mayBePlain, send }) {
    const url = URL.parse(realm);
    if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && mayBePlain(url.host)))) {
        return failed(`${host} names ${(0,util_text/* quote */.hD)(realm)} as its token service, which is no https URL`);
    }
    const scopes = named ?? scope;
    const answer = await (login.kind === 'login' && login.isIdentityToken
        ? send(url, { method: 'POST', ...refresh(login.secret, { service, scope: scopes }) })
        : send(withParameters(url, { service, scopes: scopes.split(' ') }), {
            headers: login.kind === 'login' ? { authorization: basic(login) } : {},
        }));
    if (answer.kind === 'problem')
        return answer.problem;
    const body = (0,json/* parseObject */.lj)(answer.bytes.toString('utf8'));
    if (answer.status !== 200)
        return problemOf(answer, `the token service ${url.host}`);
    const token = (0,json/* textAt */.$6)(body, 'token') ?? (0,json/* textAt */.$6)(body, 'access_token');
    if (token === undefined || !TOKEN.test(token))
        return failed(`the token service ${url.host} gave no token`);
    (0,log/* mask */.dK)(token);
    return `Bearer ${token}`;
}
function withParameters(realm, { service, scopes }) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.append('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return url;
}
function refresh(token, { service = '', scope }) {
    const form = { grant_type: 'refresh_token', client_id: 'oci-webhook-action', refresh_token: token, service, scope };
    return {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
    };
}
function basic({ user, secret }) {
    return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}

// EXTERNAL MODULE: ./lib/registry/credentials.js
var credentials = __webpack_require__(1668);
;// CONCATENATED MODULE: ./lib/registry/client.js







const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.oci.artifact.manifest.v1+json',
    'application/vnd.cncf.oras.artifact.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
].join(', ');
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
function createRegistry({ environment, insecure = false, signal }) {
    const hosts = new Map();
    const authorizations = new Map();
    const authorizing = new Map();
    const logins = new Map();
    function hostOf(name) {
        const isLocal = (0,reference/* isLoopback */.U9)(name);
        const isOpen = insecure || isLocal;
        const known = hosts.get(name) ?? {
            send: createSender(name, { environment, skipTlsVerification: isOpen, signal }),
            schemes: isLocal ? ['http', 'https'] : isOpen ? ['https', 'http'] : ['https'],
        };
        hosts.set(name, known);
        return known;
    }
    function loginOf({ host, path }) {
        const found = logins.get(`${host}/${path}`) ?? (0,credentials/* findLogin */.B7)({ host, path }, environment, signal);
        logins.set(`${host}/${path}`, found);
        return found;
    }
    async function authorizeFor(named, refused) {
        return authorize({
            challenges: String(refused.headers['www-authenticate'] ?? ''),
            scope: `repository:${named.path}:pull`,
            host: named.host,
            login: await loginOf(named),
            mayBePlain: (name) => insecure || ((0,reference/* isLoopback */.U9)(named.host) && (0,reference/* isLoopback */.U9)(name)),
            send: hostOf(named.host).send,
        });
    }
    async function askOnce(question) {
        const { named } = question;
        const host = hostOf(named.host);
        const key = `${named.host}/${named.path}`;
        const first = await sendTo(host, question, authorizations.get(key));
        if (first.kind === 'problem')
            return first.problem;
        if (first.status !== 401)
            return checked(first, named);
        const underWay = authorizing.get(key) ?? authorizeFor(named, first).finally(() => authorizing.delete(key));
        authorizing.set(key, underWay);
        const authorization = await underWay;
        if (authorization === undefined)
            return checked(first, named);
        if (typeof authorization !== 'string')
            return authorization;
        authorizations.set(key, authorization);
        const second = await sendTo(host, question, authorization);
        return second.kind === 'problem' ? second.problem : checked(second, named);
    }
    async function ask(question) {
        let askedMs = 0;
        const answer = await (0,retry_transient/* retryTransient */.j)(() => askOnce(question), {
            isTransient: (answer) => {
                askedMs = answer.retryAfterMs ?? 0;
                return answer.kind !== 'response' && answer.isTransient && askedMs <= LONGEST_WAIT_MS;
            },
            attempts: ATTEMPTS,
            waitMs: (attempt) => Math.max(FIRST_WAIT_MS * 2 ** (attempt - 1), askedMs),
            signal,
        });
        if (answer.kind !== 'denied' && answer.kind !== 'limited')
            return answer;
        return { ...answer, hint: loginHint(answer.kind, question.named.host, await loginOf(question.named)) };
    }
    async function manifest(named) {
        const path = `manifests/${named.digest ?? named.tag}`;
        const answer = await ask({ named, path, headers: { accept: MANIFEST_TYPES } });
        return answer.kind === 'response' ? readManifest(answer, named) : answer;
    }
    async function createdMs(named, { manifest: image }) {
        const annotated = (0,json/* textAt */.$6)(image, 'annotations', 'org.opencontainers.image.created');
        if (annotated !== undefined)
            return Date.parse(annotated) || undefined;
        const part = Array.isArray(image.manifests) ? (0,json/* textAt */.$6)(image.manifests[0], 'digest') : undefined;
        const found = (0,reference/* isDigest */.Bc)(part) ? await manifest({ ...named, tag: undefined, digest: part }) : undefined;
        const config = (0,json/* textAt */.$6)(found?.kind === 'found' ? found.manifest : image, 'config', 'digest');
        if (!(0,reference/* isDigest */.Bc)(config))
            return undefined;
        const answer = await ask({ named, path: `blobs/${config}` });
        if (answer.kind !== 'response')
            return undefined;
        return Date.parse((0,json/* textAt */.$6)((0,json/* parseObject */.lj)(answer.bytes.toString('utf8')), 'created') ?? '') || undefined;
    }
    return {
        manifest,
        createdMs,
        async blob(named) {
            const answer = await ask({ named, path: `blobs/${named.digest}`, method: 'HEAD' });
            return answer.kind === 'response' ? { kind: 'found' } : answer;
        },
    };
}
function checked(answer, { host }) {
    return answer.status < 400 ? answer : problemOf(answer, host);
}
function loginHint(kind, host, login) {
    if (login.kind === 'broken')
        return login.message;
    const howTo = 'log in before this step, as with docker/login-action';
    if (kind === 'limited')
        return login.kind === 'none' ? `a login for ${host} raises the limit: ${howTo}` : undefined;
    return login.kind === 'none'
        ? `there is no login for ${host}: ${howTo}`
        : `the login for ${host} from ${login.from} is wrong, has expired, or may not do this in the repository`;
}
async function sendTo(host, { named, path, ...options }, authorization) {
    const address = named.host === 'docker.io' ? 'registry-1.docker.io' : named.host;
    const headers = { ...options.headers, ...(authorization !== undefined && { authorization }) };
    let first;
    for (const scheme of host.schemes) {
        const answer = await host.send(new URL(`${scheme}://${address}/v2/${named.path}/${path}`), { ...options, headers });
        if (host.schemes.length === 1)
            return answer;
        if (answer.kind === 'response' && answer.status !== 400) {
            host.schemes = [scheme];
            return answer;
        }
        first ??= answer;
    }
    return first ?? { kind: 'problem', problem: failed('there is no way to ask') };
}
function readManifest({ bytes, headers }, { host, digest }) {
    const manifest = (0,json/* parseObject */.lj)(bytes.toString('utf8'));
    if (manifest === undefined || (manifest.schemaVersion === undefined && (0,json/* textAt */.$6)(manifest, 'mediaType') === undefined)) {
        return failed(`${host} answered something that is no manifest`);
    }
    if (manifest.schemaVersion === 1) {
        const given = headers['docker-content-digest'];
        return (0,reference/* isDigest */.Bc)(given)
            ? { kind: 'found', digest: given, manifest }
            : failed(`${host} gave no digest of a manifest of schema 1`);
    }
    const own = (0,oci_digest/* sha256Digest */.s)(bytes);
    if (digest?.startsWith('sha256:') && digest !== own)
        return failed(`${host} answered ${own} when it was asked for ${digest}`);
    return { kind: 'found', digest: own, manifest };
}

;// CONCATENATED MODULE: ./lib/push/check/contents.js

const MOST_TEXT_BYTES = 128 * 1024;
function pathIn(directory, file) {
    return external_node_path_.posix.join(directory, file).replace(/(?<=.)\/$/, '');
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/push/check/yaml.js

const MOST_ALIASES = 1_000;
const TOO_DEEP = 'its values are nested too deeply to be read';
function parseDocuments(text) {
    const lineCounter = new dist/* LineCounter */.HN();
    try {
        const options = { lineCounter, prettyErrors: false, merge: true, uniqueKeys: false };
        const parsed = (0,dist/* parseAllDocuments */.hR)(text, options);
        const documents = 'empty' in parsed ? [] : parsed;
        return documents.map((document) => read(document, lineCounter));
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        return [{ kind: 'broken', problem: TOO_DEEP }];
    }
}
function read(document, lineCounter) {
    const broken = (offset, what) => {
        const { line, col } = lineCounter.linePos(offset);
        return { kind: 'broken', problem: `line ${line}, column ${col}: this is not YAML: ${what}` };
    };
    const error = document.errors[0];
    if (error?.code === 'RESOURCE_EXHAUSTION')
        return { kind: 'broken', problem: TOO_DEEP };
    if (error !== undefined)
        return broken(error.pos[0], error.code.toLowerCase().replaceAll('_', ' '));
    const { twice, aliases } = look(document);
    if (twice !== undefined)
        return broken(twice, 'duplicate key');
    if (aliases > MOST_ALIASES)
        return { kind: 'broken', problem: `it has more than ${MOST_ALIASES} aliases` };
    try {
        return { kind: 'read', value: document.toJS() };
    }
    catch (error) {
        if (error instanceof RangeError)
            throw error;
        return { kind: 'broken', problem: 'an alias has no anchor before it, or aliases of aliases make too much of it' };
    }
}
function look(document) {
    let twice;
    let aliases = 0;
    (0,dist/* visit */.YR)(document, {
        Alias: () => {
            aliases++;
        },
        Map: (_, { items }) => {
            const keys = new Set();
            for (const { key } of items) {
                if (!(0,dist/* isScalar */.jn)(key) || key.value === '<<')
                    continue;
                if (keys.has(key.value))
                    twice ??= key.range?.[0] ?? 0;
                keys.add(key.value);
            }
        },
    });
    return { twice, aliases };
}

;// CONCATENATED MODULE: ./lib/push/check/deploy-config.js





const LAYOUT = 'doco.v1';
const DEFAULT_COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const DEFAULT_ENV_FILE = '.env';
const NESTED_CONFIG = /(?:^|\/)\.doco-cd\.ya?ml$/;
const STACK_NAME = /^[a-z0-9][a-z0-9_-]*$/;
const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/;
function configNames(target) {
    const stem = target === undefined ? '.doco-cd' : `.doco-cd.${target}`;
    return [`${stem}.yaml`, `${stem}.yml`];
}
async function checkConfig(name, contents, pause) {
    const problems = [];
    const composeFiles = new Map();
    const discovered = new Set();
    const documents = readDocuments(name, contents, problems);
    for (const { document, where } of documents) {
        await pause();
        const problem = (text) => problems.push(`${where}: ${text}`);
        checkFields(document, problem);
        const discovers = isOn(document.auto_discovery) || isOn((0,json.at)(document, 'auto_discovery', 'enabled'));
        if (!discovers)
            checkName(document.name, problem);
        const directory = workingDirectory(document, contents, problem);
        if (directory === undefined)
            continue;
        const place = { directory, contents, problem };
        if (discovers) {
            for (const file of composeFilesBelow(document, place))
                composeFiles.set(file, pathIn(file, '..'));
            for (const stack of composeFiles.values())
                discovered.add(stack);
        }
        else {
            for (const file of checkComposeFiles(document, place))
                composeFiles.set(file, directory);
            checkEnvFiles(document, place);
        }
    }
    const first = documents.find(({ document }) => versionOf(document) !== '');
    for (const { document, where } of documents) {
        const counts = document === first?.document || sourceOf(document) === 'oci';
        if (counts)
            checkVersion(document, (text) => problems.push(`${where}: ${text}`));
    }
    const nested = [...contents.files].filter((path) => NESTED_CONFIG.test(path) && discovered.has(pathIn(path, '..')));
    for (const path of nested) {
        if (path === name)
            continue;
        await pause();
        for (const { document, where } of readDocuments(path, contents, problems)) {
            checkVersion(document, (text) => problems.push(`${where}: ${text}`));
        }
    }
    return { problems: [...new Set(problems)], composeFiles };
}
function readDocuments(path, contents, problems) {
    const text = contents.read(path);
    if (text === undefined) {
        problems.push(`${path}: it is too long: expected at most ${(0,util_text/* formatBytes */.z3)(MOST_TEXT_BYTES)}`);
        return [];
    }
    const [before] = text.split(CONTROL_CHARACTER, 1);
    if (before !== undefined && before.length < text.length) {
        problems.push(`${path}: line ${before.split('\n').length} has a control character, which YAML does not allow`);
        return [];
    }
    const documents = parseDocuments(text);
    if (documents.length === 0)
        problems.push(`${path}: it is empty`);
    return documents.flatMap((parsed, index) => {
        const where = documents.length === 1 ? path : `${path}, document ${index + 1}`;
        if (parsed.kind === 'read' && (0,json/* isObject */.Gv)(parsed.value))
            return [{ document: parsed.value, where }];
        if (parsed.kind === 'broken')
            problems.push(`${where}: ${parsed.problem}`);
        else if (parsed.value === null)
            problems.push(`${where}: it is empty; remove the "---" without content`);
        else
            problems.push(`${where}: it is ${(0,json/* kindOf */.I)(parsed.value)}, expected keys and values`);
        return [];
    });
}
function checkFields(document, problem) {
    for (const key of ['name', 'source', 'version', 'working_dir', 'webhook_filter']) {
        if (isSet(document[key]) && !isScalar(document[key]))
            problem(`${key} must be text, found ${(0,json/* kindOf */.I)(document[key])}`);
    }
    for (const key of ['compose_files', 'env_files']) {
        const value = document[key];
        if (!isSet(value) || (Array.isArray(value) && value.every(isScalar)))
            continue;
        problem(`${key} must be a list of names, found ${(0,json/* kindOf */.I)(value)}`);
    }
    for (const path of [['timeout'], ['git_depth'], ['auto_discovery', 'depth']]) {
        const value = (0,json.at)(document, ...path);
        if (isSet(value) && !Number.isInteger(value))
            problem(`${path.join('.')} must be a whole number`);
    }
    if (!['', 'git', 'oci'].includes(sourceOf(document))) {
        problem(`source is ${(0,util_text/* quote */.hD)(scalar(document.source))}, expected oci or git; it may be left out`);
    }
    const never = whatGoNeverCompiles(scalar(document.webhook_filter));
    if (never !== undefined) {
        problem(`webhook_filter ${never}, which Go's regular expressions cannot: doco-cd would end when it compiles it`);
    }
}
const LITERALS = /\\Q.*?(?:\\E|$)|\\[^1-9k]|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/gs;
function whatGoNeverCompiles(pattern) {
    const syntax = pattern.replace(LITERALS, '_');
    if (/\(\?<?[=!]/.test(syntax))
        return 'looks ahead or behind';
    if (/\\(?:[89]|[1-7](?![0-7])|k)|\(\?P=/.test(syntax))
        return 'refers back to a group';
    return /(?:[*+?]|\{\d+(?:,\d*)?\})\+|\(\?>/.test(syntax) ? 'never gives back what it matched' : undefined;
}
function checkVersion(document, problem) {
    const version = versionOf(document);
    if (version === '' || version === LAYOUT)
        return;
    problem(`version is ${(0,util_text/* quote */.hD)(version)}; doco-cd deploys only ${LAYOUT}, so change or remove it`);
}
function checkName(written, problem) {
    const name = scalar(written);
    if (name === '')
        problem('name is missing; only with auto_discovery the directories name the stacks');
    else if (!STACK_NAME.test(name)) {
        problem(`name is ${(0,util_text/* quote */.hD)(name)}, which Compose refuses: use lower-case letters, digits, "-" and "_", the first of them a letter or digit`);
    }
}
function workingDirectory(document, { directories }, problem) {
    const written = scalar(document.working_dir) || '.';
    const directory = pathIn('.', written.replace(/^\/+/, ''));
    if (directories.has(directory))
        return directory;
    problem(`working_dir: ${(0,util_text/* quote */.hD)(written)} ${isOutside(directory) ? 'leads out of' : 'is not in'} the artifact`);
    return undefined;
}
function* checkComposeFiles(document, { directory, contents, problem }) {
    const written = deploy_config_list(document.compose_files) ?? DEFAULT_COMPOSE_FILES;
    if (written.length === 0)
        problem('compose_files is an empty list; leave it out to use the usual names');
    const isDefault = String(written) === String(DEFAULT_COMPOSE_FILES);
    let isFound = false;
    for (const file of written) {
        const path = pathIn(directory, file);
        if (isOutside(external_node_path_.posix.normalize(file)))
            problem(`compose_files: ${(0,util_text/* quote */.hD)(file)} leads out of working_dir`);
        else if (contents.files.has(path)) {
            isFound = true;
            yield path;
        }
        else if (!isDefault)
            problem(`compose_files: ${(0,util_text/* quote */.hD)(path)} is not in the artifact`);
    }
    if (!isDefault || isFound)
        return;
    problem(`there is no compose file in ${(0,util_text/* quote */.hD)(directory)}: expected one of ${written.join(', ')}, or compose_files`);
}
function composeFilesBelow(document, { directory, contents }) {
    const names = new Set(deploy_config_list(document.compose_files) ?? DEFAULT_COMPOSE_FILES);
    const isBelow = (path) => directory === '.' || path.startsWith(`${directory}/`);
    return [...contents.files].filter((path) => isBelow(path) && names.has(path.slice(path.lastIndexOf('/') + 1)));
}
function checkEnvFiles(document, { directory, contents, problem }) {
    for (const file of deploy_config_list(document.env_files) ?? []) {
        if (file === DEFAULT_ENV_FILE || file.startsWith('remote:'))
            continue;
        const path = pathIn(directory, file);
        if (!contents.files.has(path))
            problem(`env_files: ${(0,util_text/* quote */.hD)(path)} is not in the artifact`);
    }
}
function deploy_config_list(value) {
    return Array.isArray(value) ? value.map(scalar) : undefined;
}
function sourceOf(document) {
    return scalar(document.source).trim().toLowerCase();
}
function versionOf(document) {
    return scalar(document.version).trim();
}
function scalar(value) {
    return isScalar(value) ? String(value) : '';
}
function isScalar(value) {
    return ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}
function isSet(value) {
    return value !== undefined && value !== null;
}
function isOn(value) {
    return value === true || (typeof value === 'string' && /^(?:y|yes|on)$/i.test(value));
}
function isOutside(path) {
    return path.startsWith('/') || path === '..' || path.startsWith('../');
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
        throw new util_errors/* InputError */.d(`the pattern has ${length} characters, expected at most ${LONGEST}`);
}
function compile(pattern) {
    const tokens = parse(pattern);
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
            throw new util_errors/* InputError */.d('classes such as [:alpha:] are not known: write [A-Za-z]');
        if (rest[length] === undefined)
            throw new util_errors/* InputError */.d(`${(0,util_text/* quote */.hD)(rest)} has no closing "]"; write \\[ for the character`);
        if (rest[length] === ']')
            throw new util_errors/* InputError */.d('"[]" is an empty class; write \\[ and \\] for the characters');
        const low = literal(rest.slice(length));
        length += low.length;
        if (rest[length] !== '-' || rest[length + 1] === ']') {
            ranges.push([low.character, low.character]);
            continue;
        }
        const high = literal(rest.slice(length + 1));
        length += 1 + high.length;
        if (codeOf(high.character) < codeOf(low.character)) {
            throw new util_errors/* InputError */.d(`${(0,util_text/* quote */.hD)(`${low.character}-${high.character}`)} is a range that ends below where it begins`);
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
        throw new util_errors/* InputError */.d('the pattern ends within a character or after a backslash');
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
        throw new InputError('groups such as !(a|b) are not known: write {a,b}, or a line of its own that begins with "!"');
    }
    const choices = splitBraces(rest);
    const tails = expandBraces(rest.slice(choices.join(',').length + 2));
    const expanded = choices.flatMap(expandBraces).flatMap((choice) => tails.map((tail) => `${before}${choice}${tail}`));
    if (expanded.length <= MOST_ALTERNATIVES)
        return expanded;
    throw new InputError(`its braces make more than ${MOST_ALTERNATIVES} patterns; write some of them as lines of their own`);
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
            throw new InputError('"}" closes no brace; write \\} for the character');
        if ((part === ',' && depth === 1) || (part === '}' && depth === 0)) {
            choices.push(text.slice(start, index));
            start = index + 1;
        }
        if (depth > 0)
            continue;
        if (choices.length < 2)
            throw new InputError(`${quote(text.slice(0, index + 1))} has no comma: braces are for {a,b}`);
        return choices;
    }
    throw new InputError(`${quote(text)} has no closing "}"; write \\{ for the character`);
}

;// CONCATENATED MODULE: ./lib/push/check/ignore.js




const IGNORE_FILE = '.ociignore';
function parseIgnores(text) {
    const rules = [{ isException: false, glob: ignore_compile(IGNORE_FILE, '') }];
    const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
    for (const [index, line] of lines.entries()) {
        if (line.startsWith('#'))
            continue;
        const isException = line.trim().startsWith('!');
        const pattern = line.trim().slice(isException ? 1 : 0);
        const normal = external_node_path_.posix.normalize(pattern.trim());
        const rooted = normal.replace(/^\//, '').replace(/(?:\/\*\*)*\/?$/, '');
        if (rooted === '' || rooted === '.')
            continue;
        rules.push({ isException, glob: ignore_compile(rooted, `line ${index + 1}: ${(0,util_text/* quote */.hD)(line.trim())}`) });
    }
    const start = rules.map(({ glob }) => glob.start);
    return ignoresAt(rules, start);
}
function ignoresAt(rules, places) {
    return {
        enter: (name) => {
            const reached = rules.map(({ glob }, index) => {
                const place = places[index] ?? 'taken';
                if (place === 'taken')
                    return place;
                const after = glob.follow(place, name);
                return glob.isEnd(after) ? 'taken' : glob.follow(after, '/');
            });
            const last = reached.lastIndexOf('taken');
            return {
                isIgnored: rules[last]?.isException === false,
                mayHoldWanted: rules.some(({ isException }, index) => isException && (reached[index]?.length ?? 0) > 0 && reached[index] !== 'taken'),
                inside: () => ignoresAt(rules, reached),
            };
        },
    };
}
function ignore_compile(pattern, where) {
    try {
        return parseGlob(pattern);
    }
    catch (cause) {
        throw new util_errors/* InputError */.d(`path: ${IGNORE_FILE}, ${where}: ${(0,util_errors/* messageOf */.b)(cause)}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/push/check/mounts.js




function mountWarnings(path, directory, contents) {
    const projects = parseDocuments(contents.read(path) ?? '').flatMap((document) => document.kind === 'read' ? [document.value] : []);
    return projects.flatMap((project) => [...mountsOf(project)].flatMap(({ key, source }) => {
        const place = pathIn(directory, source);
        if (contents.files.has(place))
            return [`${path}: ${key}: ${describe(place, false)}`];
        return place !== '.' && contents.directories.has(place) ? [`${path}: ${key}: ${describe(place, true)}`] : [];
    }));
}
function describe(place, isDirectory) {
    const why = isDirectory
        ? 'a later message empties it for the containers that run, and changed files do not reach them'
        : 'a later version of it does not reach the containers that run';
    return `${(0,util_text/* quote */.hD)(place)} comes from the artifact: ${why}. Use a label that changes with the commit, or put it into the image`;
}
function* mountsOf(project) {
    for (const section of ['configs', 'secrets']) {
        for (const [name, value] of entriesOf((0,json.at)(project, section)))
            yield* mounted(`${section}.${name}`, (0,json.at)(value, 'file'));
    }
    for (const [name, volume] of entriesOf((0,json.at)(project, 'volumes'))) {
        if ((0,json.at)(volume, 'driver_opts', 'o') === 'bind')
            yield* mounted(`volumes.${name}`, (0,json.at)(volume, 'driver_opts', 'device'));
    }
    for (const [name, service] of entriesOf((0,json.at)(project, 'services'))) {
        const volumes = (0,json.at)(service, 'volumes');
        for (const volume of Array.isArray(volumes) ? volumes : []) {
            const isBind = (0,json.at)(volume, 'type') === 'bind';
            const source = typeof volume === 'string' ? /^(\.[^:]*):/.exec(volume)?.[1] : isBind && (0,json.at)(volume, 'source');
            yield* mounted(`services.${name}.volumes`, source);
        }
    }
}
function* mounted(key, source) {
    if (typeof source === 'string' && !/^(?:[/~]|$)/.test(source))
        yield { key, source };
}
function entriesOf(value) {
    return (0,json/* isObject */.Gv)(value) ? Object.entries(value) : [];
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/push/check/pause.js


const PERIOD_MS = 50;
function createPause(signal) {
    let lastMs = (0,time/* monotonicMs */.dR)();
    return async () => {
        if ((0,time/* monotonicMs */.dR)() - lastMs < PERIOD_MS)
            return;
        await (0,promises_.setImmediate)();
        signal.throwIfAborted();
        lastMs = (0,time/* monotonicMs */.dR)();
    };
}

;// CONCATENATED MODULE: ./lib/push/check/scan.js




async function scan(root, { ignores, most, pause }) {
    const entries = [];
    const unsupported = [];
    const inodes = new Map();
    async function visit(parent, ignoresHere) {
        for (const name of namesIn((0,external_node_path_.join)(root, parent))) {
            await pause();
            if (entries.length > most)
                return;
            if (name === '.git')
                continue;
            const path = parent === '' ? name : `${parent}/${name}`;
            const { isIgnored: ignored, mayHoldWanted, inside } = ignoresHere.enter(name);
            if (ignored && !mayHoldWanted)
                continue;
            const badName = unsupportedName(name);
            if (badName !== undefined) {
                if (!ignored)
                    unsupported.push({ path, what: badName });
                continue;
            }
            const stats = statOf((0,external_node_path_.join)(root, path));
            if (stats.isDirectory())
                await visitDirectory(path, ignored, inside());
            else if (!ignored)
                visitFile(path, stats);
        }
    }
    async function visitDirectory(path, ignored, ignoresInside) {
        const index = entries.push({ path, kind: 'directory', bytes: 0, executable: true });
        await visit(path, ignoresInside);
        if (ignored && entries.length === index)
            entries.pop();
    }
    function visitFile(path, stats) {
        const what = unsupportedType(stats) ?? linkedTwice(path, stats);
        if (what !== undefined)
            unsupported.push({ path, what });
        else
            entries.push({
                path,
                kind: 'file',
                bytes: stats.size,
                executable: (stats.mode & 0o100) !== 0,
                version: scan_versionOf(stats),
            });
    }
    function linkedTwice(path, stats) {
        if (stats.nlink < 2)
            return undefined;
        const inode = `${stats.dev}:${stats.ino}`;
        const first = inodes.get(inode);
        if (first === undefined)
            inodes.set(inode, path);
        return first === undefined ? undefined : `a hard link to ${(0,util_text/* quote */.hD)(first)}`;
    }
    await visit('', ignores);
    return { entries, unsupported, tooMany: entries.length > most };
}
function unsupportedType(stats) {
    if (stats.isFile())
        return undefined;
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isSymbolicLink())
        return 'a symbolic link';
    if (stats.isFIFO())
        return 'a named pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
function openSafely(path) {
    return (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
}
function scan_versionOf({ ino, size, mtimeMs, ctimeMs }) {
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}
function unsupportedName(name) {
    if (name.startsWith('.wh.'))
        return 'named like a whiteout, which means a deletion in image layers';
    return name.includes('\ufffd') ? 'named in bytes that are not UTF-8' : undefined;
}
function namesIn(directory) {
    const names = reading(directory, () => (0,external_node_fs_.readdirSync)(directory));
    if (!names.some((name) => /[\ud800-\uffff]/.test(name)))
        return names.sort();
    return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
function statOf(path) {
    return reading(path, () => (0,external_node_fs_.lstatSync)(path));
}
function reading(path, read) {
    try {
        return read();
    }
    catch (cause) {
        throw new util_errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} cannot be read: ${cause.message}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/push/check/secrets.js
const SECRET_NAMES = /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:p12|pfx|jks|keystore|kdbx|ppk)|\.netrc|\.git-credentials|\.pgpass)$/i;
const PERHAPS_A_KEY = /\.(?:pem|key)$/i;
function isSecretName(path) {
    return SECRET_NAMES.test(baseName(path));
}
function mayHoldPrivateKey(path) {
    return PERHAPS_A_KEY.test(baseName(path));
}
function holdsPrivateKey(text) {
    return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/push/check/directory.js











const directory_MOST_BYTES = 1024 ** 3;
const MOST_ENTRIES = 100_000;
const LISTED = 20;
async function checkDirectory(path, target, signal) {
    const pause = createPause(signal);
    const root = openRoot(path);
    const ignores = parseIgnores(readText(root, IGNORE_FILE));
    const found = await scan(root, { ignores, most: MOST_ENTRIES, pause });
    const bytes = found.entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const contents = contentsOf(root, found);
    const config = await findConfig(root, { ...found, contents, ignores, target, pause });
    const problems = [
        ...found.unsupported.map(({ path, what }) => `${(0,util_text/* quote */.hD)(path)} is ${what}: replace it, or list it in ${IGNORE_FILE}`),
        ...sizeProblems(found, bytes),
        ...config.problems,
    ];
    if (problems.length > 0) {
        const count = problems.length > LISTED ? ` (${(0,util_text/* grouped */.zD)(problems.length)} problems)` : '';
        throw new util_errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} cannot be deployed${count}: ${shorten(problems).join('\n')}`);
    }
    const warnings = [...config.warnings];
    for (const [file, directory] of config.composeFiles) {
        await pause();
        warnings.push(...mountWarnings(file, directory, contents));
    }
    for (const file of contents.files) {
        await pause();
        if (!isSecretName(file) && !(mayHoldPrivateKey(file) && holdsPrivateKey(readBeginning((0,external_node_path_.join)(root, file)))))
            continue;
        const remedy = `everyone who can pull the artifact can read it: list it in ${IGNORE_FILE}`;
        warnings.push(`${(0,util_text/* quote */.hD)(file)} looks like a secret, and ${remedy}`);
    }
    return { root, entries: found.entries, bytes, warnings: shorten(warnings) };
}
function contentsOf(root, { entries }) {
    return {
        files: new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path)),
        directories: new Set(['.', ...entries.filter(({ kind }) => kind === 'directory').map(({ path }) => path)]),
        read: (name) => ((statIfThere(root, name)?.size ?? 0) > MOST_TEXT_BYTES ? undefined : readText(root, name)),
    };
}
function shorten(texts) {
    return texts.length > LISTED ? [...texts.slice(0, LISTED), `and ${(0,util_text/* grouped */.zD)(texts.length - LISTED)} more`] : texts;
}
function openRoot(path) {
    if (reading(path, () => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }))?.isDirectory())
        return (0,external_node_fs_.realpathSync)(path);
    throw new util_errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} is not a directory here; check out the repository first, or correct the path`);
}
function elsewhere({ files }, names) {
    if (files.size === 0)
        return '; the directory is empty: check out the repository first';
    const below = [...files].find((file) => names.some((name) => file.endsWith(`/${name}`)));
    return below === undefined ? '' : `; it is in ${(0,util_text/* quote */.hD)((0,external_node_path_.dirname)(below))}: set path to that directory`;
}
async function findConfig(root, { unsupported, contents, ignores, target, pause }) {
    const names = configNames(target);
    const name = names.find((name) => contents.files.has(name));
    const nothing = { warnings: [], composeFiles: new Map() };
    if (unsupported.some(({ path }) => names.includes(path)))
        return { ...nothing, problems: [] };
    if (name === undefined) {
        const ignored = names.find((name) => ignores.enter(name).isIgnored && statIfThere(root, name)?.isFile());
        const reason = ignored === undefined ? 'is missing' : `is excluded by ${IGNORE_FILE}`;
        const noFallBack = target === undefined ? '' : '; with a target doco-cd does not fall back to .doco-cd.yaml';
        return {
            ...nothing,
            problems: [
                `${ignored ?? names.join(' or ')} ${reason} in the root of the directory${noFallBack}${ignored === undefined ? elsewhere(contents, names) : ''}`,
            ],
        };
    }
    const result = await checkConfig(name, contents, pause);
    const both = names.every((name) => contents.files.has(name))
        ? [`${names.join(' and ')} both exist; doco-cd reads ${name}`]
        : [];
    return { ...result, warnings: both };
}
function sizeProblems({ entries, tooMany }, bytes) {
    const remedy = `leave files out with ${IGNORE_FILE}`;
    if (tooMany)
        return [`there are more than ${(0,util_text/* grouped */.zD)(MOST_ENTRIES)} files and directories, doco-cd takes no more: ${remedy}`];
    if (bytes <= directory_MOST_BYTES)
        return [];
    const largest = entries.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
    const named = largest.map(({ path, bytes }) => `${(0,util_text/* quote */.hD)(path)} with ${(0,util_text/* formatBytes */.z3)(bytes)}`).join(', ');
    return [
        `the files have ${(0,util_text/* plural */.LS)(bytes, 'byte')}, doco-cd takes at most ${(0,util_text/* plural */.LS)(directory_MOST_BYTES, 'byte')} (1 GiB): ${remedy}. The largest are ${named}`,
    ];
}
function readText(root, name) {
    const stats = statIfThere(root, name);
    if (stats === undefined)
        return '';
    const kind = unsupportedType(stats);
    if (kind !== undefined)
        throw new util_errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(name)} is ${kind}, expected a file`);
    if (stats.size > MOST_TEXT_BYTES)
        throw new util_errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(name)} has ${(0,util_text/* formatBytes */.z3)(stats.size)}, expected at most ${(0,util_text/* formatBytes */.z3)(MOST_TEXT_BYTES)}`);
    return readBeginning((0,external_node_path_.join)(root, name), MOST_TEXT_BYTES);
}
function statIfThere(root, name) {
    const path = (0,external_node_path_.join)(root, name);
    return reading(path, () => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }));
}
function readBeginning(path, bytes = 4096) {
    return reading(path, () => {
        const file = openSafely(path);
        try {
            if (!(0,external_node_fs_.fstatSync)(file).isFile())
                throw new Error('it is no longer a file');
            const beginning = Buffer.alloc(bytes);
            let length = 0;
            for (let read = -1; read !== 0 && length < bytes; length += read) {
                read = (0,external_node_fs_.readSync)(file, beginning, length, bytes - length, null);
            }
            return beginning.toString('utf8', 0, length);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    });
}

// EXTERNAL MODULE: external "../exec.js"
var external_exec_js_ = __webpack_require__(7458);
;// CONCATENATED MODULE: ./lib/push/pack/annotations.js


const STANDARD = 'org.opencontainers.image.';
const LATEST = 253_402_300_799;
function sourceDate(environment) {
    const text = environment.SOURCE_DATE_EPOCH?.trim() ?? '';
    if (text === '')
        return undefined;
    const date = dateOfEpoch(text);
    if (date !== undefined)
        return date;
    throw new util_errors/* InputError */.d(`SOURCE_DATE_EPOCH: ${(0,util_text/* quote */.hD)(text)} is not allowed, expected whole seconds since 1970`);
}
function dateOfEpoch(seconds) {
    return /^\d{1,12}$/.test(seconds) && Number(seconds) <= LATEST ? new Date(Number(seconds) * 1000) : undefined;
}
function buildAnnotations(environment, { created, title, own, }) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository, GITHUB_SHA: revision, } = environment;
    const annotations = new Map([
        [`${STANDARD}created`, created.toISOString().replace('.000Z', 'Z')],
        [`${STANDARD}revision`, revision ?? ''],
        [`${STANDARD}source`, repository ? `${server}/${repository}` : ''],
        [`${STANDARD}title`, title],
        ...own,
    ]);
    return Object.fromEntries([...annotations].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./lib/push/commit-date.js


const commit_date_TIMEOUT_MS = 10_000;
const NO_FETCH = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
async function commitDate(root, { GITHUB_SHA: sha }, signal) {
    const git = (0,external_exec_js_.findTool)('git');
    if (git === undefined || !/^[0-9a-f]{40,64}$/.test(sha ?? ''))
        return new Date(0);
    const trust = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit'];
    const args = [...trust, '-C', root, 'cat-file', 'commit', sha ?? ''];
    const commit = await (0,external_exec_js_.runTool)(git, args, { env: NO_FETCH, signal, timeoutMs: commit_date_TIMEOUT_MS });
    const seconds = /^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(commit.stdout)?.[1];
    const date = commit.exitCode === 0 ? dateOfEpoch(seconds ?? '') : undefined;
    return date ?? new Date(0);
}

// EXTERNAL MODULE: ./lib/push/outcome.js
var outcome = __webpack_require__(7017);
// EXTERNAL MODULE: ./lib/push/pack/image.js
var pack_image = __webpack_require__(994);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/header.js + 2 modules
var esm_header = __webpack_require__(6532);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/pax.js
var pax = __webpack_require__(750);
;// CONCATENATED MODULE: ./lib/push/pack/tar.js







const BLOCK_BYTES = 1024 ** 2;
const RECORD_BYTES = 512;
const END = Buffer.alloc(2 * RECORD_BYTES);
function* tarBlocks(root, entries, { mtime, progress }) {
    let [block, other] = [Buffer.allocUnsafe(BLOCK_BYTES), Buffer.allocUnsafe(BLOCK_BYTES)];
    let used = 0;
    function* fill(write, bytes) {
        for (let done = 0; done < bytes;) {
            const written = write(block.subarray(used, used + Math.min(bytes - done, block.length - used)), done);
            done += written;
            used += written;
            if (used < block.length)
                continue;
            yield block;
            [block, other] = [other, block];
            used = 0;
        }
    }
    const copy = (source) => fill((free, done) => source.copy(free, 0, done), source.length);
    const pad = (bytes) => copy(END.subarray(0, (RECORD_BYTES - (bytes % RECORD_BYTES)) % RECORD_BYTES));
    for (const entry of entries) {
        yield* copy(headerOf(entry, mtime));
        if (entry.kind === 'directory')
            continue;
        const path = (0,external_node_path_.join)(root, entry.path);
        const file = reading(path, () => openSafely(path));
        try {
            const isSame = () => scan_versionOf((0,external_node_fs_.fstatSync)(file)) === entry.version;
            if (!isSame())
                throw changed(path);
            yield* fill((free) => readSome(file, free, path), entry.bytes);
            if (!isSame())
                throw changed(path);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
        yield* pad(entry.bytes);
        progress.files++;
        progress.bytes += entry.bytes;
    }
    yield* copy(END);
    if (used > 0)
        yield block.subarray(0, used);
}
function readSome(file, free, path) {
    const read = reading(path, () => (0,external_node_fs_.readSync)(file, free));
    if (read === 0)
        throw changed(path);
    return read;
}
function changed(path) {
    return new util_errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} was changed while it was packed; let nothing write into the directory`);
}
function headerOf({ path, kind, bytes, executable }, mtime) {
    const name = kind === 'directory' ? `${path}/` : path;
    const header = new esm_header/* Header */.Y({
        path: name,
        type: kind === 'directory' ? 'Directory' : 'File',
        size: bytes,
        mode: kind === 'directory' || executable ? 0o755 : 0o644,
        uid: 0,
        gid: 0,
        mtime,
    });
    const plain = Buffer.alloc(RECORD_BYTES);
    return header.encode(plain) ? Buffer.concat([new pax/* Pax */.u({ path: name }).encode(), plain]) : plain;
}

;// CONCATENATED MODULE: ./lib/push/pack/layer.js




const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const DEFLATE = { level: 6, memLevel: 9, windowBits: 15, chunkSize: 256 * 1024 };
async function pack({ root, entries, mtime, file, signal, onProgress }) {
    const [layerHash, archiveHash] = [(0,external_node_crypto_.createHash)('sha256'), (0,external_node_crypto_.createHash)('sha256')];
    const progress = { files: 0, bytes: 0 };
    let [bytes, archiveBytes, checksum] = [0, 0, 0];
    const layer = (0,external_node_fs_.openSync)(file, 'wx');
    const write = (chunk) => {
        layerHash.update(chunk);
        bytes += chunk.length;
        for (let at = 0; at < chunk.length;)
            at += (0,external_node_fs_.writeSync)(layer, chunk, at);
    };
    const { compress, end, destroy } = startDeflate(write);
    try {
        write(GZIP_HEADER);
        let compressed = Promise.resolve();
        for (const block of tarBlocks(root, entries, { mtime, progress })) {
            archiveHash.update(block);
            checksum = (0,external_node_zlib_.crc32)(block, checksum);
            archiveBytes += block.length;
            await compressed;
            signal.throwIfAborted();
            compressed = compress(block);
            onProgress(progress);
        }
        await compressed;
        await end();
        const trailer = Buffer.alloc(8);
        trailer.writeUInt32LE(checksum, 0);
        trailer.writeUInt32LE(archiveBytes % 2 ** 32, 4);
        write(trailer);
    }
    finally {
        destroy();
        (0,external_node_fs_.closeSync)(layer);
    }
    return { digest: `sha256:${layerHash.digest('hex')}`, bytes, diffId: `sha256:${archiveHash.digest('hex')}` };
}
function startDeflate(write) {
    const deflate = (0,external_node_zlib_.createDeflateRaw)(DEFLATE);
    const broken = new Promise((_, reject) => deflate.once('error', reject));
    broken.catch(() => { });
    deflate.on('data', (chunk) => {
        try {
            write(chunk);
        }
        catch (error) {
            deflate.destroy(error);
        }
    });
    const done = (start) => Promise.race([new Promise(start), broken]);
    return {
        compress: (block) => done((resolve) => deflate.write(block, () => resolve())),
        end: () => done((resolve) => deflate.once('end', resolve).end()),
        destroy: () => deflate.destroy(),
    };
}

;// CONCATENATED MODULE: ./lib/push/pack/layout.js



function startLayout(directory) {
    (0,external_node_fs_.mkdirSync)(blobs(directory), { recursive: true });
    return (0,external_node_path_.join)(directory, 'layer');
}
function finishLayout(directory, image) {
    const { layer, config, manifest } = image;
    (0,external_node_fs_.renameSync)((0,external_node_path_.join)(directory, 'layer'), (0,external_node_path_.join)(blobs(directory), hex(layer.digest)));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(blobs(directory), hex(config.digest)), config.text);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(blobs(directory), hex(manifest.digest)), manifest.text);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'index.json'), (0,pack_image/* buildIndex */.Xh)(image));
}
function blobs(directory) {
    return (0,external_node_path_.join)(directory, 'blobs', 'sha256');
}
function hex(digest) {
    return digest.slice(digest.indexOf(':') + 1);
}

;// CONCATENATED MODULE: ./lib/push/progress.js




const PROGRESS_MS = 5_000;
const HEARTBEAT_MS = 15_000;
function startHeartbeat() {
    const startedMs = (0,time/* monotonicMs */.dR)();
    let what = 'the files';
    const beat = () => (0,log/* info */.pq)(`still waiting for ${what} after ${Math.round(((0,time/* monotonicMs */.dR)() - startedMs) / 1000)} s`);
    const timer = setInterval(beat, HEARTBEAT_MS);
    return {
        waitingFor: (next) => {
            what = next;
        },
        stop: () => clearInterval(timer),
    };
}
function progressOf(checked) {
    let loggedMs = (0,time/* monotonicMs */.dR)();
    const all = `of ${(0,util_text/* plural */.LS)((0,outcome/* countFiles */.D)(checked), 'file')}`;
    return (progress) => {
        if ((0,time/* monotonicMs */.dR)() - loggedMs < PROGRESS_MS)
            return;
        loggedMs = (0,time/* monotonicMs */.dR)();
        (0,log/* info */.pq)(`packed ${(0,util_text/* grouped */.zD)(progress.files)} ${all}, ${(0,util_text/* formatBytes */.z3)(progress.bytes)} of ${(0,util_text/* formatBytes */.z3)(checked.bytes)}`);
    };
}

;// CONCATENATED MODULE: ./lib/push/skopeo.js





const skopeo_TIMEOUT_MS = 300_000;
const SLOWEST_BYTES_PER_MS = 256;
const GRACE_MS = 15_000;
function findSkopeo() {
    const tool = (0,external_exec_js_.findTool)('skopeo');
    return tool === undefined ? undefined : (copying) => copy(tool, copying);
}
async function copy(tool, { layout, name, bytes, destination, ...copying }) {
    const { insecure, signal, onLine } = copying;
    const timeoutMs = Math.round(skopeo_TIMEOUT_MS + bytes / SLOWEST_BYTES_PER_MS);
    const options = {
        signal,
        timeoutMs: timeoutMs + GRACE_MS,
        onLine: (line) => isProgress(line) && onLine(line),
    };
    const command = ['--insecure-policy', '--command-timeout', `${timeoutMs}ms`, 'copy', '--retry-times', '0'];
    const noTls = insecure || (0,reference/* isLoopback */.U9)(destination.host) ? ['--dest-tls-verify=false'] : [];
    const target = [...noTls, `oci:${layout}:${name}`, `docker://${(0,reference/* formatReference */.FH)(destination)}`];
    const run = await (0,external_exec_js_.runTool)(tool, [...command, '--preserve-digests', ...target], options);
    const isOld = run.exitCode !== 0 && run.stderr.includes('unknown flag: --preserve-digests');
    return skopeo_describe(isOld ? await (0,external_exec_js_.runTool)(tool, [...command, ...target], options) : run, timeoutMs);
}
function missingSkopeo({ RUNNER_OS: runnerOs }) {
    return new util_errors/* InputError */.d(`skopeo is not installed on this runner. ${howToInstall(runnerOs)}`);
}
function howToInstall(runnerOs) {
    if (runnerOs === 'Windows')
        return 'It does not exist for Windows: use runs-on: ubuntu-latest for this job';
    if (runnerOs === 'macOS')
        return 'Run this before: brew install skopeo';
    return "GitHub's Ubuntu runners have it; elsewhere install it in a step before: apt-get install skopeo (Debian, Ubuntu), dnf install skopeo (Fedora, RHEL) or apk add skopeo (Alpine)";
}
function isProgress(line) {
    return line.trim() !== '' && !/^time=|^Error:|^Usage:/.test(line);
}
function skopeo_describe({ exitCode, stderr, exceeded }, timeoutMs) {
    if (exitCode === 0)
        return { kind: 'done' };
    const said = errorIn(stderr);
    if (exceeded === 'output')
        return { kind: 'failed', message: 'skopeo printed more than 8 MiB and was ended' };
    if (exceeded === 'time' || /context deadline exceeded$/.test(said)) {
        return { kind: 'failed', message: `skopeo did not come to an end within ${(0,time/* formatDuration */.a3)(timeoutMs)}` };
    }
    return { kind: 'failed', message: said || `skopeo ended with exit code ${exitCode} and no message` };
}
function errorIn(stderr) {
    const messages = [...stderr.matchAll(/^time=.*?\bmsg=("(?:[^"\\]|\\.)*")/gm)].map(([, text = '']) => unquoted(text));
    return (0,util_text/* oneLine */.TN)((messages.at(-1) ?? stderr).replace(/\?[^\s"']+/g, ''), 1000);
}
function unquoted(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./lib/push/upload.js + 2 modules
var upload = __webpack_require__(467);
;// CONCATENATED MODULE: ./lib/push/push.js

















const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
async function push(step) {
    const { inputs, environment, signal, soFar } = step;
    const copy = inputs.dryRun ? undefined : findSkopeo();
    const temporary = environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const heartbeat = startHeartbeat();
    try {
        sourceDate(environment);
        const checked = await checkDirectory(inputs.path, inputs.target, signal);
        for (const message of checked.warnings)
            (0,log/* warning */.$e)(message);
        if (inputs.insecureRegistry) {
            (0,log/* warning */.$e)('insecure-registry is on: anyone on the way can read the login and replace what is pushed');
        }
        if (!inputs.dryRun && copy === undefined)
            throw missingSkopeo(environment);
        const layout = makeDirectory(temporary);
        const image = await buildLayout(layout, checked, step);
        (0,log/* info */.pq)(`Packed ${(0,util_text/* plural */.LS)((0,outcome/* countFiles */.D)(checked), 'file')} into ${(0,util_text/* formatBytes */.z3)(image.bytes)}: ${image.manifest.digest}`);
        if (copy === undefined)
            return { kind: 'dry-run', inputs, checked, image };
        heartbeat.waitingFor('the registry');
        const registry = createRegistry({ environment, insecure: inputs.insecureRegistry, signal });
        soFar.packed = { inputs, checked, image };
        const uploads = await (0,upload/* uploadAll */.dl)({ inputs, copy, registry, layout, image, signal, uploads: soFar.uploads });
        return { kind: 'pushed', inputs, checked, image, uploads, isCancelled: signal.aborted };
    }
    catch (error) {
        if (signal.aborted && soFar.packed === undefined)
            return { kind: 'cancelled' };
        const { code = '', message } = error;
        if (!DISK_FULL.has(code))
            throw error;
        throw new util_errors/* InputError */.d(`The disk is full (${message}): the packed layer is written to ${(0,util_text/* quote */.hD)(temporary)} (RUNNER_TEMP); free some`, { cause: error });
    }
    finally {
        heartbeat.stop();
    }
}
function makeDirectory(parent) {
    if (parent.replace(/^[a-z]:/i, '').includes(':')) {
        throw new util_errors/* InputError */.d(`RUNNER_TEMP: ${(0,util_text/* quote */.hD)(parent)} has a ":", which skopeo cannot use; set it to a path without`);
    }
    try {
        const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'oci-webhook-push-'));
        process.once('exit', () => (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true }));
        return directory;
    }
    catch (cause) {
        throw new util_errors/* InputError */.d(`RUNNER_TEMP: nothing can be written to ${(0,util_text/* quote */.hD)(parent)} (${cause.message})`, {
            cause,
        });
    }
}
async function buildLayout(directory, checked, step) {
    const { inputs, environment, signal } = step;
    const date = sourceDate(environment);
    const created = date ?? commitDate(checked.root, environment, signal);
    const file = startLayout(directory);
    const layer = await pack({ ...checked, mtime: date ?? new Date(0), file, signal, onProgress: progressOf(checked) });
    const annotations = buildAnnotations(environment, {
        created: await created,
        title: (0,external_node_path_.basename)(inputs.destinations[0]?.path ?? ''),
        own: inputs.annotations,
    });
    const image = (0,pack_image/* buildImage */._w)(layer, annotations);
    finishLayout(directory, image);
    return image;
}


/***/ })

};
;