"use strict";
exports.id = 304;
exports.ids = [304];
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

/***/ 6304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   argoCd: () => (/* binding */ argoCd)
/* harmony export */ });
/* harmony import */ var _events_docker_hub_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8316);
/* harmony import */ var _events_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8293);
/* harmony import */ var _events_harbor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9984);
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7160);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3370);
/* harmony import */ var _common_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5236);
/* harmony import */ var _webhook_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4684);







const GITHUB = { event: _events_github_js__WEBPACK_IMPORTED_MODULE_1__/* .github */ .M, proof: _common_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNATURE */ .J2 };
const HARBOR = { event: _events_harbor_js__WEBPACK_IMPORTED_MODULE_2__/* .harbor */ .P, proof: _common_js__WEBPACK_IMPORTED_MODULE_3__/* .AUTHORIZATION */ .K5 };
const DOCKER_HUB = { event: _events_docker_hub_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerHub */ .U, proof: { kind: 'query', parameter: 'secret' } };
const argoCd = {
    name: 'argo-cd',
    title: 'Argo CD',
    wire: (0,_common_js__WEBPACK_IMPORTED_MODULE_3__/* .eventWire */ .cM)(GITHUB, {
        secretRequired: true,
        usualPath: '/api/webhook',
        needsDigest: () => true,
        endpointUrl(given, target) {
            (0,_common_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTarget */ .Ml)(target);
            const url = new URL(given);
            url.pathname = url.pathname.replace(/\/+$/, '');
            if (url.pathname === '')
                url.pathname = '/api/webhook';
            if (_webhook_js__WEBPACK_IMPORTED_MODULE_4__/* .WEBHOOK */ .U.test(url.pathname))
                return url;
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d("url: Argo CD's webhook has a path that ends in /api/webhook");
        },
        proofs: (url) => [_common_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNATURE */ .J2, _common_js__WEBPACK_IMPORTED_MODULE_3__/* .AUTHORIZATION */ .K5, DOCKER_HUB.proof].filter((proof) => isProofAt(proof, url)),
        refuseHeader: (name) => (name === 'x-github-event' ? 'it is set by the action for this receiver' : undefined),
        write(artifact, url, workflow) {
            (0,_common_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseUntagged */ .iB)(artifact, 'Argo CD');
            return (0,_common_js__WEBPACK_IMPORTED_MODULE_3__/* .eventMessage */ ._X)(artifact, toldOf(artifact, url), workflow);
        },
        warnings: (artifacts) => (0,_common_js__WEBPACK_IMPORTED_MODULE_3__/* .chartWarnings */ .K3)(artifacts, 'Argo CD'),
    }),
    answers: (0,_common_js__WEBPACK_IMPORTED_MODULE_3__/* .plainAnswers */ .Qm)(hint, { isAcceptance: _common_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyAnswer */ .wR }),
    tracker: async () => (await __webpack_require__.e(/* import() */ 7).then(__webpack_require__.bind(__webpack_require__, 6007))).argoCdTracker,
};
function toldOf(artifact, url) {
    if (isForDockerHub(url)) {
        (0,_common_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseOtherHost */ .Vn)(artifact, 'docker.io', 'leave ?type=dockerhub out of the url');
        return DOCKER_HUB;
    }
    return artifact.host === 'ghcr.io' ? GITHUB : HARBOR;
}
function isForDockerHub(url) {
    return url?.searchParams.get('type') === 'dockerhub';
}
function isProofAt(proof, url) {
    return proof !== undefined && (proof.kind === 'query') === isForDockerHub(url);
}
function hint(result, { url, artifact }) {
    if (result.kind === 'failure' || (0,_http_types_js__WEBPACK_IMPORTED_MODULE_6__/* .isIncomplete */ .Ne)(result))
        return undefined;
    const { status, body } = result;
    if ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_6__/* .is2xx */ .ZE)(result)) {
        return body.trim() === ''
            ? undefined
            : 'this answer is not from Argo CD, which would be empty; check that the url leads to its server';
    }
    const key = secretKey(artifact, url);
    if (status === 401)
        return `the secret differs from ${key} in argocd-secret; set both again`;
    if (status === 400 && body.startsWith('Unknown webhook event')) {
        return `the secret differs from ${key} in argocd-secret, or it is not set there; an event of this registry needs Argo CD 3.6`;
    }
    if (status === 400 && body.startsWith('Webhook processing failed')) {
        return 'Argo CD takes no package event before 3.5; update it, or something between here and Argo CD changed the message';
    }
    return undefined;
}
function secretKey(artifact, url) {
    if (isForDockerHub(url))
        return 'the webhook secret for Docker Hub';
    return toldOf(artifact, url) === GITHUB ? 'webhook.github.secret' : 'webhook.harbor.secret';
}


/***/ }),

/***/ 4684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ WEBHOOK)
/* harmony export */ });
const WEBHOOK = /\/api\/webhook$/;


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


/***/ })

};
;