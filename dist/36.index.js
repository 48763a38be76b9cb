"use strict";
exports.id = 36;
exports.ids = [36];
exports.modules = {

/***/ 36:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withBearer: () => (/* binding */ withBearer)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(370);
/* harmony import */ var _util_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(650);
/* harmony import */ var _util_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(788);



const FRESH_MS = 60_000;
async function withBearer(client, { request, signal, log }) {
    const first = await request();
    if (signal.aborted)
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('cancelled while asking for the ID token of this job');
    if (first.kind === 'failed') {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`oidc-audience: there is no ID token (${first.serverMessage}); see that the job has "permissions: id-token: write", and run it again`);
    }
    (0,_util_log_js__WEBPACK_IMPORTED_MODULE_0__/* .mask */ .dK)(first.token);
    let [token, obtainedMs] = [first.token, (0,_util_time_js__WEBPACK_IMPORTED_MODULE_2__/* .monotonicMs */ .dR)()];
    let renewal;
    async function renew() {
        const next = await request();
        obtainedMs = (0,_util_time_js__WEBPACK_IMPORTED_MODULE_2__/* .monotonicMs */ .dR)();
        if (next.kind === 'failed')
            return log(`there is no new ID token (${next.serverMessage}), going on with the last one`);
        token = next.token;
        (0,_util_log_js__WEBPACK_IMPORTED_MODULE_0__/* .mask */ .dK)(token);
    }
    async function lateHeaders() {
        if ((0,_util_time_js__WEBPACK_IMPORTED_MODULE_2__/* .monotonicMs */ .dR)() - obtainedMs > FRESH_MS) {
            renewal ??= renew().finally(() => {
                renewal = undefined;
            });
            await renewal;
        }
        return { authorization: `Bearer ${token}` };
    }
    return { send: (wanted) => client.send({ ...wanted, lateHeaders }) };
}


/***/ })

};
;