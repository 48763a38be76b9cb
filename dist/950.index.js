"use strict";
exports.id = 950;
exports.ids = [950];
exports.modules = {

/***/ 2950:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   docoCd: () => (/* binding */ docoCd)
/* harmony export */ });
/* harmony import */ var _oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4366);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4230);
/* harmony import */ var _response_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68);
/* harmony import */ var _webhook_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6656);





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
        usualPath: _webhook_path_js__WEBPACK_IMPORTED_MODULE_1__/* .WEBHOOK_PATH */ .w,
        needsDigest: () => true,
        endpointUrl(given, target) {
            const url = new URL(given);
            if (url.search !== '' && url.searchParams.has('wait')) {
                throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('url: remove "wait" from the query and use the `wait` input instead');
            }
            if (url.pathname.endsWith('/'))
                url.pathname = url.pathname.replace(/\/+$/, '') || _webhook_path_js__WEBPACK_IMPORTED_MODULE_1__/* .WEBHOOK_PATH */ .w;
            if (target === undefined)
                return url;
            if (!isTargetName(target)) {
                throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`target: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(target)} is not a target name, expected one path segment such as "production"`);
            }
            if ((0,_webhook_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWebhookPath */ .k)(url.pathname)?.target !== undefined) {
                throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('target: the url names a target already; give it in one place only');
            }
            url.pathname += `/${encodeURIComponent(target)}`;
            return url;
        },
        proofs: () => [SIGNATURE],
        write(artifact) {
            const { digest, path } = artifact;
            if (!digest?.startsWith('sha256:')) {
                throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`digest: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(digest ?? '')} has an unsupported algorithm, doco-cd can only use sha256`);
            }
            if (path.length < 2) {
                throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`artifact: the repository path ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(path)} is too short, doco-cd needs two characters`);
            }
            const body = JSON.stringify({ source: 'oci', digest, artifact: (0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(artifact) });
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
            return several.map(([repository, named]) => `${(0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifacts */ .H)(named)} are of one repository: doco-cd unpacks ${repository} into one directory, so the last to arrive overwrites the others; send one of them, for example with filter`);
        },
    },
    answers: { isAcceptance: _response_js__WEBPACK_IMPORTED_MODULE_4__/* .isAcceptance */ .y1, isRetryable: _response_js__WEBPACK_IMPORTED_MODULE_4__/* .isRetryable */ .r3, serverMessage: _response_js__WEBPACK_IMPORTED_MODULE_4__/* .serverMessage */ .x_, hint: (result, { url }) => (0,_response_js__WEBPACK_IMPORTED_MODULE_4__/* .hint */ .aK)(result, url), jobId: _response_js__WEBPACK_IMPORTED_MODULE_4__/* .jobId */ .Db },
    tracker: async () => (await __webpack_require__.e(/* import() */ 466).then(__webpack_require__.bind(__webpack_require__, 1466))).docoCdTracker,
};
function isTargetName(target) {
    return (0,_util_text_js__WEBPACK_IMPORTED_MODULE_3__/* .unicodePattern */ .ge)(String.raw `^[\p{L}\p{N}_.-]+$`, 'u').test(target) && target !== '.' && target !== '..';
}


/***/ }),

/***/ 68:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ jobId),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   r3: () => (/* binding */ isRetryable),
/* harmony export */   x_: () => (/* binding */ serverMessage),
/* harmony export */   y1: () => (/* binding */ isAcceptance)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7160);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4487);
/* harmony import */ var _webhook_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6656);



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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ parseWebhookPath),
/* harmony export */   w: () => (/* binding */ WEBHOOK_PATH)
/* harmony export */ });
const WEBHOOK_PATH = '/v1/webhook';
function parseWebhookPath(pathname) {
    const [found, prefix = '', target] = /^(.*)\/v1\/webhook(?:\/([^/]+))?$/.exec(pathname) ?? [];
    return found === undefined ? undefined : { prefix, target };
}


/***/ })

};
;