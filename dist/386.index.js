export const id = 386;
export const ids = [386];
export const modules = {

/***/ 386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   msr: () => (/* binding */ msr)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(568);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(413);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(206);
/* harmony import */ var _plain_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(364);




/** What the "Test" button sends, always: the digest of "foo\n", which can be no manifest's. */
const TEST_DIGEST = 'sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';
/**
 * Mirantis Secure Registry 2 and 3 (Docker Trusted Registry); 4 is Harbor. Facts: the vendor's webhook pages of DTR 2.x and
 * MSR 2.8 to 3.1. Promotions and mirroring are followed by a TAG_PUSH in the repository that receives the tag.
 */
const msr = {
    ..._plain_target_js__WEBPACK_IMPORTED_MODULE_1__/* .plainTarget */ .C,
    title: 'Mirantis MSR',
    // MSR knows neither signature nor header for its webhooks: a receiver made for it has nothing but an unguessable URL.
    urlIsCredential: true,
    encode: (artifacts) => artifacts.map((artifact) => ({
        artifacts: [artifact],
        body: JSON.stringify(wrapper(artifact)),
        contentType: 'application/json',
    })),
    recognises: (body) => 'contents' in body || ('type' in body && 'createdAt' in body),
    parse(body) {
        const type = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'type');
        if (type === undefined)
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('event: type is missing, expected "TAG_PUSH"');
        if (type !== 'TAG_PUSH' && type !== 'MANIFEST_PUSH') {
            const detail = `the event is of type ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(type)}; only "TAG_PUSH" and "MANIFEST_PUSH" publish something`;
            return [{ reason: 'event-ignored', detail }];
        }
        const { contents } = body;
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(contents))
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: contents must be an object, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(contents)}`);
        const digest = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(contents, 'digest');
        if (digest === TEST_DIGEST) {
            const detail = 'this is the payload of the "Test" button, it names no real image';
            return [{ reason: 'test-event', detail }];
        }
        const [namespace, repository] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(contents, 'namespace'), (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(contents, 'repository')];
        if (namespace === undefined || repository === undefined) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: contents.${namespace === undefined ? 'namespace' : 'repository'} is missing`);
        }
        const named = {
            field: 'contents',
            // Documented samples have an imageName without a host, or an empty one.
            host: (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .splitHost */ .Ve)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(contents, 'imageName') ?? '').host,
            path: `${namespace}/${repository}`,
            tag: type === 'TAG_PUSH' ? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(contents, 'tag') : undefined,
            digests: [{ field: 'contents.digest', value: digest }],
        };
        return [named];
    },
};
function wrapper({ host, path, tag, digest }) {
    const slash = path.lastIndexOf('/');
    if (slash < 0) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`artifact: ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} has no namespace, but MSR names are namespace/repository`);
    }
    const [namespace, repository] = [path.slice(0, slash), path.slice(slash + 1)];
    const now = new Date().toISOString();
    const [type, named, place] = tag === undefined
        ? ['MANIFEST_PUSH', { host, path, ...(digest === undefined ? {} : { digest }) }, `manifests/${digest}`]
        : ['TAG_PUSH', { host, path, tag }, `tags/${tag}`];
    return {
        type,
        createdAt: now,
        contents: { namespace, repository, tag, digest, imageName: (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(named), pushedAt: now },
        location: `/repositories/${path}/${place}`,
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
