"use strict";
exports.id = 479;
exports.ids = [479];
exports.modules = {

/***/ 479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   coolifyTracker: () => (/* binding */ coolifyTracker)
/* harmony export */ });
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4487);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9897);


const EVERY_MS = 4_000;
const coolifyTracker = {
    keyHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
    keyIsSecret: true,
    watch: (endpoint) => ({
        async observe({ response }, ask) {
            const { ids, hasStarted, isAlreadyQueued, message } = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnswer */ .J)(response?.body ?? '');
            if (isAlreadyQueued)
                return { kind: 'ended', result: { ...ALREADY_QUEUED, serverMessage: message } };
            if (ids.length === 0)
                return { kind: 'ended', result: { ...NO_ID, serverMessage: message } };
            const observations = await Promise.all(ids.map((id) => look(endpoint, id, ask)));
            const failed = observations.find((each) => each.kind === 'ended' && each.result.kind === 'failed');
            const open = observations.find(({ kind }) => kind !== 'ended');
            const hint = hasStarted
                ? 'services and databases in it were not waited for: Coolify gives no id for them'
                : undefined;
            return failed ?? open ?? { kind: 'ended', result: { kind: 'succeeded', hint } };
        },
    }),
};
const ALREADY_QUEUED = {
    kind: 'unknown',
    error: 'ALREADY_QUEUED',
    hint: 'that deployment may have pulled what was there before; add &force=true to the url',
};
const NO_ID = {
    kind: 'unknown',
    error: 'NO_JOB_ID',
    hint: 'Coolify gives no id for services and databases, so they cannot be waited for; set wait to false',
};
async function look(endpoint, id, ask) {
    const url = new URL(endpoint);
    url.pathname = `${url.pathname.replace(/\/deploy\/*$/, '')}/deployments/${encodeURIComponent(id)}`;
    url.search = '';
    const answer = await ask(url);
    const status = answer.kind === 'response' && answer.status === 200 ? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(answer.body), 'status') : undefined;
    switch (status) {
        case 'queued':
            return { kind: 'pending', state: 'queued', waitMs: EVERY_MS };
        case 'in_progress':
            return { kind: 'pending', state: 'running', waitMs: EVERY_MS };
        case 'finished':
            return { kind: 'ended', result: { kind: 'succeeded' } };
        case 'failed':
        case 'cancelled-by-user':
            return {
                kind: 'ended',
                result: {
                    kind: 'failed',
                    error: 'DEPLOYMENT_FAILED',
                    serverMessage: status,
                    hint: "see the deployment's log in Coolify",
                },
            };
        default:
            return { kind: 'unreadable', answer };
    }
}


/***/ })

};
;