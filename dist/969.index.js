"use strict";
exports.id = 969;
exports.ids = [969];
exports.modules = {

/***/ 6969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requestIdToken: () => (/* binding */ requestIdToken)
/* harmony export */ });
/* harmony import */ var _delivery_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6111);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3027);
/* harmony import */ var _http_configure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4157);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4487);
/* harmony import */ var _util_retry_transient_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4230);
/* harmony import */ var _util_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7949);







const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;
const ANSWER_LIMIT = 64 * 1024;
async function requestIdToken(audience, { environment, signal }) {
    const url = URL.parse(environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? '');
    const credential = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
    if (url === null || !/^[\w.~+/=-]+$/.test(credential)) {
        const serverMessage = 'ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is not what the runner sets';
        return { kind: 'failed', serverMessage, isTransient: false };
    }
    url.searchParams.set('audience', audience);
    const proxies = await (0,_http_configure_js__WEBPACK_IMPORTED_MODULE_2__/* .readProxies */ .rq)({ urls: [url], isConfidential: false }, environment);
    const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createClient */ .U)({ skipTlsVerification: false, proxies });
    const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    return (0,_util_retry_transient_js__WEBPACK_IMPORTED_MODULE_3__/* .retryTransient */ .j)(async () => readToken(await ask(client, url, { credential, signal: until })), {
        isTransient: (result) => result.kind === 'failed' && result.isTransient,
        attempts: ATTEMPTS,
        waitMs: (attempt) => 500 * attempt,
        signal: until,
    });
}
function ask(client, url, { credential, signal }) {
    const headers = { accept: 'application/json', authorization: `Bearer ${credential}`, 'user-agent': _util_version_js__WEBPACK_IMPORTED_MODULE_4__/* .USER_AGENT */ ._O };
    const limits = { timeoutMs: TIMEOUT_MS, wholeBytes: ANSWER_LIMIT, keepAlive: false };
    return client.send({ url, method: 'GET', headers, signal, ...limits });
}
function readToken(result) {
    const failed = (serverMessage) => ({ kind: 'failed', serverMessage: (0,_util_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(serverMessage), isTransient: (0,_delivery_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isRetryable */ .r3)(result) });
    if (result.kind === 'failure')
        return failed(result.message);
    const { status, redirectsTo, whole } = result;
    if (redirectsTo !== undefined)
        return failed(`${status} redirects to ${redirectsTo}, which is not followed`);
    const body = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseObject */ .lj)(whole?.bytes.toString('utf8') ?? '');
    if (status !== 200)
        return failed(`${status} ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(body, 'message') ?? ''}`);
    const token = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(body, 'value');
    return token !== undefined && /^[\w.~+/=-]+$/.test(token)
        ? { kind: 'token', token }
        : failed('the answer holds no token');
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