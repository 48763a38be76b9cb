"use strict";
exports.id = 825;
exports.ids = [825];
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

/***/ 9416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readCloudEvent)
/* harmony export */ });
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4487);

function readCloudEvent(body, headers) {
    if ('specversion' in body)
        return { type: (0,_util_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(body, 'type'), data: body.data, field: 'data' };
    const type = headers['ce-type'];
    return type === undefined ? undefined : { type, data: body, field: 'the body' };
}


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

/***/ 9984:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ harbor)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4487);
/* harmony import */ var _util_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7949);
/* harmony import */ var _cloud_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9416);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4811);
/* harmony import */ var _skip_ignored_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(998);







const ADVICE = "leave the others out of the webhook's event types in Harbor";
const DEFAULT_KINDS = {
    noun: 'type',
    publishing: ['PUSH_ARTIFACT', 'CREATE_TAG', 'pushImage'],
    ignored: new Set([
        'PULL_ARTIFACT',
        'DELETE_ARTIFACT',
        'DELETE_TAG',
        'DELETE_REPOSITORY',
        'UPLOAD_CHART',
        'DOWNLOAD_CHART',
        'DELETE_CHART',
        'SCANNING_COMPLETED',
        'SCANNING_FAILED',
        'SCANNING_STOPPED',
        'QUOTA_EXCEED',
        'QUOTA_WARNING',
        'REPLICATION',
        'TAG_RETENTION',
        'pullImage',
        'deleteImage',
        'uploadChart',
        'downloadChart',
        'deleteChart',
        'scanningCompleted',
        'scanningFailed',
        'projectQuota',
        'replication',
    ]),
    reason: 'event-ignored',
    advice: ADVICE,
};
const CLOUD_EVENT_KINDS = {
    noun: 'type',
    publishing: ['harbor.artifact.pushed'],
    ignored: new Set([
        'harbor.artifact.deleted',
        'harbor.artifact.pulled',
        'harbor.quota.exceeded',
        'harbor.quota.warned',
        'harbor.replication.status.changed',
        'harbor.scan.completed',
        'harbor.scan.failed',
        'harbor.scan.stopped',
        'harbor.tag_retention.finished',
    ]),
    reason: 'event-ignored',
    advice: ADVICE,
};
const harbor = {
    title: 'Harbor',
    write: toEvent,
    matches: (body, headers = {}) => 'event_data' in body ||
        ('type' in body && 'occur_at' in body) ||
        (0,_cloud_event_js__WEBPACK_IMPORTED_MODULE_1__/* .readCloudEvent */ .W)(body, headers)?.type?.startsWith('harbor.') === true,
    parse(body, headers = {}) {
        const cloudEvent = (0,_cloud_event_js__WEBPACK_IMPORTED_MODULE_1__/* .readCloudEvent */ .W)(body, headers);
        if (cloudEvent !== undefined) {
            const skip = (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_2__/* .skipIgnored */ .w)(cloudEvent.type, 'type', CLOUD_EVENT_KINDS);
            return skip ? [skip] : parseData(cloudEvent.data, cloudEvent.field, cloudEvent.type);
        }
        const type = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(body, 'type');
        if (type === 'testEndpoint') {
            return [{ reason: 'test-event', detail: 'this is what "Test endpoint" sends, it names no artifact: push one' }];
        }
        const skip = (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_2__/* .skipIgnored */ .w)(type, 'type', DEFAULT_KINDS);
        return skip ? [skip] : parseData(body.event_data, 'event_data', type);
    },
};
function parseData(data, field, type) {
    const resources = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(data, 'resources');
    if (!Array.isArray(resources)) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d(`event: ${field}.resources must be an array, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(resources)}`);
    }
    if (resources.length === 0) {
        return [{ reason: 'no-events', detail: 'the event names no resources: nothing needs to change' }];
    }
    return resources.map((resource, index) => {
        const artifact = parseResource(resource, `${field}.resources[${index}]`, data);
        if (artifact.tag !== undefined || type !== 'CREATE_TAG')
            return artifact;
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d(`event: ${artifact.field}.tag is missing, but ${type} is about a tag; ${_skip_ignored_js__WEBPACK_IMPORTED_MODULE_2__/* .WAY_OUT */ .$}`);
    });
}
function parseResource(resource, field, data) {
    if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(resource))
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d(`event: ${field} must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(resource)}`);
    const url = splitResourceUrl(resource);
    const path = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(data, 'repository', 'repo_full_name') ?? url?.path;
    if (path === undefined) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d(`event: repository.repo_full_name is missing, and so is ${field}.resource_url`);
    }
    const tag = (0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalText */ .m)(resource, field, 'tag') ?? url?.tag;
    return {
        field,
        host: url?.host,
        path,
        tag: tag === undefined || (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeDigest */ .yw)(tag) ? undefined : tag,
        digests: [(0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .digestField */ .h)(resource, field, 'digest')],
    };
}
function splitResourceUrl(resource) {
    const [, host, path, tag] = /^([^/]+)\/([^:@]+)(?::([^:@]+)$)?/.exec((0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(resource, 'resource_url') ?? '') ?? [];
    return host === undefined || path === undefined ? undefined : { host, path, tag };
}
function toEvent({ host, path, tag, digest }) {
    const slash = path.lastIndexOf('/');
    return {
        type: 'PUSH_ARTIFACT',
        occur_at: Math.floor(Date.now() / 1000),
        operator: _util_version_js__WEBPACK_IMPORTED_MODULE_6__/* .USER_AGENT */ ._O,
        event_data: {
            resources: [
                {
                    digest,
                    tag: tag ?? digest,
                    resource_url: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(tag === undefined ? { host, path, digest } : { host, path, tag }),
                },
            ],
            repository: {
                name: path.slice(slash + 1),
                namespace: path.slice(0, Math.max(slash, 0)),
                repo_full_name: path,
                repo_type: 'private',
            },
        },
    };
}


/***/ }),

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

/***/ 8825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kargo: () => (/* binding */ kargo)
/* harmony export */ });
/* harmony import */ var _events_docker_hub_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8316);
/* harmony import */ var _events_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8293);
/* harmony import */ var _events_harbor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9984);
/* harmony import */ var _events_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9568);
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7160);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4487);
/* harmony import */ var _common_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5236);









const GITHUB = { event: _events_github_js__WEBPACK_IMPORTED_MODULE_1__/* .github */ .M, proof: _common_js__WEBPACK_IMPORTED_MODULE_5__/* .SIGNATURE */ .J2 };
const TYPES = new Map([
    ['github', GITHUB],
    ['harbor', { event: _events_harbor_js__WEBPACK_IMPORTED_MODULE_2__/* .harbor */ .P, proof: _common_js__WEBPACK_IMPORTED_MODULE_5__/* .AUTHORIZATION */ .K5 }],
    ['dockerhub', { event: _events_docker_hub_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerHub */ .U }],
    ['generic', { event: _events_json_js__WEBPACK_IMPORTED_MODULE_3__/* .json */ .P }],
]);
const kargo = {
    name: 'kargo',
    title: 'Kargo',
    wire: (0,_common_js__WEBPACK_IMPORTED_MODULE_5__/* .eventWire */ .cM)(toldAt, {
        urlIsCredential: true,
        needsDigest: () => false,
        write(artifact, url, workflow) {
            const told = toldAt(url);
            if (told.event === _events_harbor_js__WEBPACK_IMPORTED_MODULE_2__/* .harbor */ .P)
                (0,_common_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseUntagged */ .iB)(artifact, "Kargo's harbor receiver");
            return (0,_common_js__WEBPACK_IMPORTED_MODULE_5__/* .eventMessage */ ._X)(artifact, told, workflow);
        },
        warnings: (artifacts) => [...(0,_common_js__WEBPACK_IMPORTED_MODULE_5__/* .chartWarnings */ .K3)(artifacts, 'Kargo'), ...untaggedWarnings(artifacts)],
        endpointUrl(given, target) {
            (0,_common_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseTarget */ .Ml)(target);
            if (TYPES.has(typeOf(given)))
                return given;
            const types = [...TYPES.keys()].join(', ');
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .d(`url: a receiver of Kargo has a path that ends in /<type>/<hash>, and this action knows the types ${types}; copy the url from the status of such a receiver, or, behind a path of your own, set receiver to the event that it reads`);
        },
    }),
    answers: (0,_common_js__WEBPACK_IMPORTED_MODULE_5__/* .plainAnswers */ .Qm)(hint, {
        isAcceptance: (response) => (0,_http_types_js__WEBPACK_IMPORTED_MODULE_7__/* .isIncomplete */ .Ne)(response) || (0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseObject */ .lj)(response.body) !== undefined,
        hadNoEffect,
    }),
};
function toldAt(url) {
    return TYPES.get(typeOf(url)) ?? GITHUB;
}
function untaggedWarnings(artifacts) {
    const untagged = artifacts.find(({ tag }) => tag === undefined);
    if (untagged === undefined)
        return [];
    return [
        `by digest alone, Kargo refreshes every Warehouse that subscribes to ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)({ host: untagged.host, path: untagged.path })}, whatever its tags`,
    ];
}
function typeOf(url) {
    return url === undefined ? 'github' : (url.pathname.replace(/\/+$/, '').split('/').at(-2) ?? '');
}
function hint(result, { url }) {
    if (result.kind === 'failure')
        return undefined;
    if ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_7__/* .is2xx */ .ZE)(result) && ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_7__/* .isIncomplete */ .Ne)(result) || hadEffect(result.body)))
        return undefined;
    return hintForAnswer(result, url);
}
function hadNoEffect({ body }) {
    return isKargoMessage(body) && !hadEffect(body);
}
function resultsIn(body) {
    const results = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__.at)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseObject */ .lj)(body), 'results');
    return Array.isArray(results) && results.some((each) => (0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(each) && 'matchedWhenExpression' in each)
        ? results
        : undefined;
}
function isKargoMessage(body) {
    const parsed = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseObject */ .lj)(body);
    return (/^refreshed \d+ warehouse/.test((0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(parsed, 'msg') ?? '') ||
        /^failed to refresh \d+ of \d+ warehouses/.test((0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(parsed, 'error') ?? '') ||
        resultsIn(body) !== undefined);
}
function hadEffect(body) {
    const results = resultsIn(body);
    if (results !== undefined) {
        return results.some((each) => {
            const targets = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__.at)(each, 'selectedTargets');
            return Array.isArray(targets) && targets.length > 0;
        });
    }
    return /^refreshed [1-9]\d* warehouse/.test((0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseObject */ .lj)(body), 'msg') ?? '');
}
function hintForAnswer({ status, body }, url) {
    const parsed = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseObject */ .lj)(body);
    const isEmpty = parsed !== undefined && Object.keys(parsed).length === 0;
    const error = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(parsed, 'error') ?? '';
    if (status < 300) {
        if (resultsIn(body) !== undefined)
            return "no action of Kargo's generic receiver selected anything; compare whenExpression and targetSelectionCriteria";
        if (isKargoMessage(body))
            return 'no Warehouse of Kargo subscribes to this repository with this tag; compare repoURL and the tag selector';
        return isEmpty
            ? 'Kargo took the message and ignored it; check that the receiver is of the type that its path names'
            : 'this answer is not from Kargo, which would say how many Warehouses it refreshed; check that the url leads to it';
    }
    if (status === 404 && isEmpty) {
        return url.pathname.endsWith('/')
            ? 'no receiver has this url; Kargo wants none of the "/" at its end'
            : "no receiver has this url; copy it again, whole, from the receiver's status in Kargo";
    }
    if (status === 401)
        return hintForLogin(error, typeOf(url));
    if (error === 'invalid request body')
        return 'something between here and Kargo changed the request body';
    if (/^failed to refresh/.test(error))
        return "Kargo could not refresh every Warehouse; its controller's log says why";
    if (resultsIn(body) !== undefined)
        return "an action of Kargo's generic receiver failed; the answer says which expression, and the log of the webhooks server why";
    if (status >= 500 && isEmpty)
        return 'Kargo failed; the log of its external webhooks server says why';
    return undefined;
}
function hintForLogin(error, type) {
    switch (error) {
        case 'missing signature':
            return "Kargo wants the message signed; set secret to the value of `secret` in the receiver's Secret";
        case 'missing authorization':
            return "Kargo wants a token; set secret to the value of `auth-header` in the receiver's Secret";
        case 'unauthorized':
            return type === 'harbor'
                ? "the secret differs from `auth-header` in the receiver's Secret; set both again"
                : "the secret differs from `secret` in the receiver's Secret; set both again, without quotes or line breaks";
        default:
            return undefined;
    }
}


/***/ })

};
;