"use strict";
exports.id = 47;
exports.ids = [47];
exports.modules = {

/***/ 9825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isAliyun),
/* harmony export */   v: () => (/* binding */ aliyunAcr)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4487);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4811);
/* harmony import */ var _skip_ignored_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(998);




function isAliyun({ repository, push_data: push }) {
    return (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(repository) && (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(push) && 'repo_full_name' in repository && !('repo_name' in repository);
}
const aliyunAcr = {
    title: 'Alibaba Cloud ACR',
    matches: isAliyun,
    parse({ repository, push_data: push }) {
        const path = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(repository, 'repo_full_name');
        if (path === undefined) {
            const found = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(repository) ? repository.repo_full_name : repository);
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`event: repository.repo_full_name must be a text, found ${found}`);
        }
        const tag = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .m)(push, 'push_data', 'tag');
        if (tag === undefined)
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`event: push_data.tag is missing, which every push has; ${_skip_ignored_js__WEBPACK_IMPORTED_MODULE_3__/* .WAY_OUT */ .$}`);
        const region = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(repository, 'instanceId') === undefined ? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(repository, 'region') : undefined;
        return [
            {
                field: 'repository',
                host: region === undefined ? undefined : `registry.${region}.aliyuncs.com`,
                path,
                tag,
                digests: [(0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .digestField */ .h)(push, 'push_data', 'digest')],
            },
        ];
    },
};


/***/ }),

/***/ 8316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ dockerHub)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4487);
/* harmony import */ var _aliyun_acr_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9825);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4811);





const dockerHub = {
    title: 'Docker Hub',
    lacksDigest: true,
    write: toNotification,
    matches: (body) => ('push_data' in body || ('repository' in body && 'callback_url' in body)) && !(0,_aliyun_acr_js__WEBPACK_IMPORTED_MODULE_1__/* .isAliyun */ .f)(body),
    parse({ repository, push_data: push }) {
        if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(repository))
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: repository must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(repository)}`);
        if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(push))
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: push_data must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(push)}`);
        const name = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(repository, 'repo_name');
        if (name === undefined)
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('event: repository.repo_name is missing');
        const { host = 'docker.io', rest: path } = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .splitHost */ .Ve)(name);
        return [
            {
                field: 'repository',
                host,
                path,
                tag: (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalText */ .m)(push, 'push_data', 'tag'),
                digests: [],
                mediaType: (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(push, 'media_type'),
                pageUrl: (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(repository, 'repo_url'),
            },
        ];
    },
};
function toNotification({ host, path, tag, mediaType }) {
    return {
        push_data: { tag, media_type: mediaType },
        repository: { repo_name: host === 'docker.io' ? path : (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ host, path }) },
    };
}


/***/ }),

/***/ 5236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ BEARER),
/* harmony export */   J2: () => (/* binding */ SIGNATURE),
/* harmony export */   K3: () => (/* binding */ chartWarnings),
/* harmony export */   K5: () => (/* binding */ AUTHORIZATION),
/* harmony export */   Ml: () => (/* binding */ refuseTarget),
/* harmony export */   Qm: () => (/* binding */ plainAnswers),
/* harmony export */   Vn: () => (/* binding */ refuseOtherHost),
/* harmony export */   _X: () => (/* binding */ eventMessage),
/* harmony export */   cM: () => (/* binding */ eventWire),
/* harmony export */   iB: () => (/* binding */ refuseUntagged),
/* harmony export */   wR: () => (/* binding */ isEmptyAnswer)
/* harmony export */ });
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7160);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4487);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4230);





const SIGNATURE = { kind: 'signature', header: 'X-Hub-Signature-256' };
const AUTHORIZATION = { kind: 'token', header: 'authorization', toValue: (secret) => secret };
const BEARER = { kind: 'token', header: 'authorization', toValue: (secret) => `Bearer ${secret}` };
function eventMessage(artifact, { event, proof }, workflow) {
    const body = JSON.stringify(event.write(artifact, workflow));
    return { artifact, body, contentType: event.contentType ?? 'application/json', headers: event.headers, proof };
}
function eventWire(tell, other = {}) {
    const told = typeof tell === 'function' ? tell : () => tell;
    return {
        secretRequired: false,
        urlIsCredential: false,
        needsDigest: (url) => told(url).event.lacksDigest !== true,
        endpointUrl(given, target) {
            refuseTarget(target);
            return given;
        },
        proofs(url) {
            const { proof } = told(url);
            return proof === undefined ? [] : [proof];
        },
        refuseHeader: (name, url) => Object.hasOwn(told(url).event.headers ?? {}, name) ? 'it is set by the action for this receiver' : undefined,
        write: (artifact, url, workflow) => eventMessage(artifact, told(url), workflow),
        ...other,
    };
}
function refuseTarget(target) {
    if (target === undefined)
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d('target: this receiver has no targets, its url says all; remove target');
}
function refuseUntagged({ tag, host, path }, title) {
    if (tag !== undefined)
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`artifact: ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ host, path })} is named by its digest alone, with which ${title} does nothing; name a tag`);
}
function refuseOtherHost({ host, path }, taken, advice) {
    if (host === taken)
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`artifact: ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ host, path })} would be taken for ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ host: taken, path })} there; ${advice}`);
}
function chartWarnings(artifacts, title) {
    const tags = artifacts.flatMap(({ tag = '' }) => (/^v?\d+\.\d+\.\d+[^+]*_/.test(tag) ? tag : []));
    const [tag] = tags;
    if (tag === undefined)
        return [];
    return [
        `if ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(tag)} is the version of a chart, with "+" where the tag has "_", ${title} does not recognise it, and looks at its own interval only; leave the build out of the version`,
    ];
}
function isEmptyAnswer(response) {
    return response.body.trim() === '' || (0,_http_types_js__WEBPACK_IMPORTED_MODULE_3__/* .isIncomplete */ .Ne)(response);
}
function plainAnswers(hint = () => undefined, other = {}) {
    return {
        isAcceptance: () => true,
        isRetryable: (_, usual) => usual,
        serverMessage,
        hint: (result, sent) => (result.kind === 'response' && (0,_http_types_js__WEBPACK_IMPORTED_MODULE_3__/* .isPage */ .yp)(result.body) ? undefined : hint(result, sent)),
        jobId: () => undefined,
        ...other,
    };
}
function serverMessage(body) {
    const parsed = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(body);
    if (parsed === undefined)
        return undefined;
    const message = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(parsed, 'error') ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(parsed, 'msg') ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(parsed, 'message');
    const details = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(parsed, 'details');
    if (message !== undefined)
        return details === undefined ? message : `${message}: ${details}`;
    return Object.keys(parsed).length === 0 ? '' : undefined;
}


/***/ }),

/***/ 7047:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dokploy: () => (/* binding */ dokploy)
/* harmony export */ });
/* harmony import */ var _events_docker_hub_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8316);
/* harmony import */ var _common_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5236);


const dokploy = {
    name: 'dokploy',
    title: 'Dokploy',
    wire: (0,_common_js__WEBPACK_IMPORTED_MODULE_1__/* .eventWire */ .cM)({ event: _events_docker_hub_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerHub */ .U }, { urlIsCredential: true }),
    answers: (0,_common_js__WEBPACK_IMPORTED_MODULE_1__/* .plainAnswers */ .Qm)((result) => {
        if (result.kind === 'failure')
            return undefined;
        if (result.status === 301)
            return 'Dokploy did not deploy, for the reason that its answer gives';
        if (result.status === 404)
            return 'no application of Dokploy has this url; copy its webhook url again, whole';
        return undefined;
    }),
};


/***/ })

};
;