export const id = 788;
export const ids = [788];
export const modules = {

/***/ 788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dockerHub: () => (/* binding */ dockerHub)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(568);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(413);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(206);
/* harmony import */ var _plain_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(364);




/**
 * Docker Hub's webhook, and what reads it: above all Kargo's Docker Hub receiver, which takes the full reference of any
 * registry as repository name. Neither knows digests or signatures. Facts: kargo pkg/webhook/external/dockerhub.go.
 */
const dockerHub = {
    ..._plain_target_js__WEBPACK_IMPORTED_MODULE_1__/* .plainTarget */ .C,
    title: 'Docker Hub',
    urlIsCredential: true,
    needsDigest: false,
    encode: (artifacts) => artifacts.map((artifact) => ({
        artifacts: [artifact],
        body: JSON.stringify(notification(artifact)),
        contentType: 'application/json',
    })),
    // A refresh can be repeated at will; another answer to the same request is not to be expected.
    mayRetry: (exchange, usual) => exchange.kind === 'answer' ? exchange.status === 429 || exchange.status >= 500 : usual,
    words(body) {
        const said = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(body);
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(said, 'error') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(said, 'msg') ?? (said && Object.keys(said).length === 0 ? '' : undefined);
    },
    hint(exchange) {
        if (exchange.kind === 'failure')
            return undefined;
        const { status, body } = exchange;
        const said = dockerHub.words(body) ?? '';
        if (/^refreshed 0 warehouse/.test(said)) {
            return 'no Warehouse of Kargo subscribes to this repository with this tag; compare repoURL and the tag selector';
        }
        if (status === 404)
            return "no receiver has this url; copy it anew from the receiver's status in Kargo";
        if (said === 'invalid request body')
            return 'something between here and Kargo changed the request body';
        if (/^failed to refresh/.test(said))
            return "Kargo could not refresh every Warehouse; its controller's log says why";
        return undefined;
    },
    recognises: (body) => 'push_data' in body || ('repository' in body && 'callback_url' in body),
    parse({ repository, push_data: push }) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(repository))
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: repository must be an object, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(repository)}`);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(push))
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: push_data must be an object, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(push)}`);
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(repository, 'repo_name');
        if (name === undefined)
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('event: repository.repo_name is missing');
        const { host = 'docker.io', rest: path } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .splitHost */ .Ve)(name);
        const named = {
            field: 'repository',
            host,
            path,
            tag: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(push, 'tag'),
            digests: [],
            mediaType: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(push, 'media_type'),
            pageUrl: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(repository, 'repo_url'),
        };
        return [named];
    },
};
function notification({ host, path, tag, mediaType }) {
    return {
        push_data: { tag, media_type: mediaType },
        repository: { repo_name: host === 'docker.io' ? path : (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ host, path }) },
    };
}


/***/ }),

/***/ 364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ plainTarget)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(568);

/** What holds for a receiver that takes a POST to any URL, needs no signature, and of whose answers nothing more is known. */
const plainTarget = {
    signatureHeader: 'X-Hub-Signature-256',
    secretRequired: false,
    urlIsCredential: false,
    needsDigest: true,
    endpointUrl(url, target) {
        if (target === undefined)
            return url;
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('target: only doco-cd has targets; remove it, or set format to doco-cd');
    },
    mayRetry: (_exchange, usual) => usual,
    words: () => undefined,
    hint: () => undefined,
    jobId: () => undefined,
};


/***/ })

};
