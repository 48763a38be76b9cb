"use strict";
exports.id = 354;
exports.ids = [354];
exports.modules = {

/***/ 9568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isOwnJson),
/* harmony export */   P: () => (/* binding */ json)
/* harmony export */ });
/* harmony import */ var _oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4366);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4487);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4230);





const json = {
    title: "this action's own JSON",
    write(artifact, workflow) {
        const { host: registry, path: repository, tag = '', digest = '', mediaType = '' } = artifact;
        return { artifact: (0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(artifact), registry, repository, tag, digest, mediaType, workflow };
    },
    matches: isOwnJson,
    parse(body) {
        const path = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'repository');
        if (path === undefined)
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d('event: repository is empty, expected one such as acme/app');
        const [host, tag, digest] = [(0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'registry'), (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'tag'), (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'digest')];
        const pinned = pinnedDigest((0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'artifact'), { registry: host, repository: path, tag });
        return [
            {
                field: 'repository',
                host,
                path,
                tag,
                digests: [
                    { field: 'digest', value: digest && (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(digest, 'event: digest') },
                    { field: 'artifact', value: pinned },
                ],
                mediaType: (0,_util_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(body, 'mediaType'),
                isDeliberate: true,
            },
        ];
    },
};
function isOwnJson(body) {
    return ['artifact', 'registry', 'repository', 'tag', 'digest'].every((name) => typeof body[name] === 'string');
}
function pinnedDigest(artifact, fields) {
    if (artifact === undefined)
        return undefined;
    const { host: registry, path: repository, tag, digest } = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(artifact, 'event: artifact');
    const named = { registry, repository, tag };
    const other = Object.keys(named).find((name) => named[name] !== undefined && fields[name] !== named[name]);
    if (other === undefined || (other === 'registry' && fields.registry === undefined))
        return digest;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${other} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(fields[other] ?? '')}, but artifact is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(artifact)}; correct one of them`);
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

/***/ 9897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readAnswer)
/* harmony export */ });
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4487);

function readAnswer(body) {
    const parsed = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(body);
    const items = ['deployments', 'details'].flatMap((key) => listOf((0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(parsed, key)));
    const message = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(parsed, 'message');
    const messages = typeof message === 'string' ? [message] : listOf(message).map(String);
    const all = [...items.flatMap((item) => (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(item, 'message') ?? []), ...messages].join('; ');
    return {
        ids: items.flatMap((item) => idOf(item) ?? []),
        hasStarted: isStart(all),
        hasRefused: items.some((item) => idOf(item) === undefined && !isStart((0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(item, 'message') ?? '')),
        isAlreadyQueued: /already queued/i.test(all),
        message: all,
    };
}
function idOf(item) {
    const id = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(item, 'deployment_uuid') ?? '';
    return /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
function isStart(message) {
    return /\bstarted\b/.test(message);
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 9354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   coolify: () => (/* binding */ coolify)
/* harmony export */ });
/* harmony import */ var _events_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9568);
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7160);
/* harmony import */ var _common_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5236);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9897);




const coolify = {
    name: 'coolify',
    title: 'Coolify',
    wire: (0,_common_js__WEBPACK_IMPORTED_MODULE_1__/* .eventWire */ .cM)({ event: _events_json_js__WEBPACK_IMPORTED_MODULE_0__/* .json */ .P, proof: _common_js__WEBPACK_IMPORTED_MODULE_1__/* .BEARER */ .G }, { secretRequired: true, needsDigest: () => false }),
    answers: (0,_common_js__WEBPACK_IMPORTED_MODULE_1__/* .plainAnswers */ .Qm)(hint, {
        isAcceptance: (response) => (0,_http_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIncomplete */ .Ne)(response) || deploysAll(response.body),
        serverMessage: (body) => (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .readAnswer */ .J)(body).message || undefined,
        jobId: (body) => (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .readAnswer */ .J)(body).ids[0],
    }),
    tracker: async () => (await __webpack_require__.e(/* import() */ 479).then(__webpack_require__.bind(__webpack_require__, 479))).coolifyTracker,
};
function deploysAll(body) {
    const { ids, hasStarted, hasRefused } = (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .readAnswer */ .J)(body);
    return !hasRefused && (ids.length > 0 || hasStarted);
}
function hint(result) {
    if (result.kind === 'failure')
        return undefined;
    const { status, body } = result;
    if ((0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .readAnswer */ .J)(body).isAlreadyQueued) {
        return 'the deployment before this one may have pulled what was there before; add &force=true to the url';
    }
    switch (status) {
        case 200:
            return deploysAll(body)
                ? undefined
                : 'Coolify does not deploy all that the url names, for the reason that its answer gives; compare uuid in the url, and what the token may do';
        case 401:
            return 'set secret to an API token of Coolify, and switch on its API in the settings';
        case 403:
            return 'the token needs the abilities deploy and read';
        case 404:
            return 'Coolify has no resource with the uuid or tag in the url that this token may see';
        default:
            return undefined;
    }
}


/***/ })

};
;