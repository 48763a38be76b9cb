"use strict";
exports.id = 698;
exports.ids = [698];
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

/***/ 408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ distribution),
/* harmony export */   Y: () => (/* binding */ parsePush)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4487);
/* harmony import */ var _util_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7949);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4811);
/* harmony import */ var _skip_ignored_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(998);







const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const MANIFEST_TYPES = [
    OCI_MANIFEST,
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const ACTIONS = {
    noun: 'action',
    publishing: ['push'],
    ignored: new Set(['pull', 'mount', 'delete', 'rename']),
    reason: 'action-ignored',
    advice: "make the registry's endpoint ignore every action but push",
};
const TYPES = {
    noun: 'media type',
    publishing: [...MANIFEST_TYPES, 'manifest'],
    ignored: new Set([
        'application/octet-stream',
        'blob',
        'application/vnd.docker.container.image.rootfs.diff+x-gtar',
        'application/vnd.docker.image.rootfs.diff.tar.gzip',
        'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
        'application/vnd.docker.container.image.v1+json',
        'application/vnd.docker.distribution.manifest.v1+json',
        'application/vnd.docker.distribution.manifest.v1+prettyjws',
        'application/vnd.oci.image.config.v1+json',
        'application/vnd.oci.image.layer.v1.tar',
        'application/vnd.oci.image.layer.v1.tar+gzip',
        'application/vnd.oci.image.layer.v1.tar+zstd',
        'application/vnd.oci.empty.v1+json',
        'application/vnd.oci.artifact.manifest.v1+json',
        'application/vnd.cncf.oras.artifact.manifest.v1+json',
        'application/vnd.cncf.helm.config.v1+json',
        'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
    ]),
    reason: 'not-a-manifest',
    advice: "make the registry's endpoint ignore the mediatype application/octet-stream",
};
const distribution = {
    title: 'Distribution',
    contentType: 'application/vnd.docker.distribution.events.v2+json',
    write: (artifact, { actor }) => ({ events: [toEvent(artifact, actor)] }),
    matches: (body) => 'events' in body,
    parse({ events }) {
        if (!Array.isArray(events))
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: events must be an array, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(events)}`);
        return events.length === 0
            ? [{ reason: 'no-events', detail: 'the envelope has no events: nothing needs to change' }]
            : events.map(parseOne);
    },
};
function parseOne(event, index) {
    const field = `events[${index}]`;
    if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(event))
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: ${field} must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(event)}`);
    return (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_4__/* .skipIgnored */ .w)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(event, 'action'), `${field}.action`, ACTIONS) ?? parsePush(event, `${field}.target`);
}
function parsePush(event, field) {
    const { target } = event;
    if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(target))
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: ${field} must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(target)}`);
    const mediaType = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(target, 'mediaType');
    const skip = (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_4__/* .skipIgnored */ .w)(mediaType ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(target, 'type'), `${field}.mediaType`, TYPES);
    if (skip)
        return skip;
    const path = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(target, 'repository') ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(target, 'name');
    if (path === undefined)
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: ${field}.repository is missing`);
    return {
        field,
        host: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .hostOfUrl */ .Pm)((0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(target, 'url')) ?? (0,_util_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(event, 'request', 'host'),
        path,
        tag: (0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalText */ .m)(target, field, 'tag'),
        digests: [(0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .digestField */ .h)(target, field, 'digest')],
        mediaType,
    };
}
function toEvent({ host, path, tag, digest, mediaType = '' }, actor) {
    return {
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        timestamp: new Date().toISOString(),
        action: 'push',
        target: {
            mediaType: MANIFEST_TYPES.includes(mediaType) ? mediaType : OCI_MANIFEST,
            digest,
            repository: path,
            url: `https://${host}/v2/${path}/manifests/${digest}`,
            tag,
        },
        request: { id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), host, method: 'PUT', useragent: _util_version_js__WEBPACK_IMPORTED_MODULE_6__/* .USER_AGENT */ ._O },
        actor: { name: actor },
        source: {},
    };
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

/***/ 1698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  READERS: () => (/* binding */ READERS)
});

// EXTERNAL MODULE: ./lib/events/aliyun-acr.js
var aliyun_acr = __webpack_require__(9825);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(3370);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(4487);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __webpack_require__(4230);
// EXTERNAL MODULE: ./lib/events/fields.js
var fields = __webpack_require__(4811);
// EXTERNAL MODULE: ./lib/events/skip-ignored.js
var skip_ignored = __webpack_require__(998);
;// CONCATENATED MODULE: ./lib/events/amazon-ecr.js





const KINDS = {
    noun: 'detail-type',
    publishing: ['ECR Image Action', 'ECR Replication Action', 'ECR Pull Through Cache Action'],
    ignored: new Set(['ECR Image Scan', 'ECR Scan Resource Change', 'ECR Referrer Action']),
    reason: 'event-ignored',
    advice: 'let the rule match only the detail-type "ECR Image Action"',
};
const ACTIONS = {
    noun: 'action',
    publishing: ['PUSH', 'REPLICATE'],
    ignored: new Set(['DELETE', 'UPDATE_STORAGE_CLASS']),
    reason: 'action-ignored',
    advice: 'let the rule match only the action-type PUSH',
};
const RESULTS = {
    noun: 'result',
    publishing: ['SUCCESS'],
    ignored: new Set(['FAILURE', 'FAILED']),
    reason: 'action-ignored',
    advice: 'let the rule match only the result SUCCESS',
};
const DOMAINS = [
    [/^cn-/, 'amazonaws.com.cn'],
    [/^eusc-/, 'amazonaws.eu'],
    [/^us-iso-/, 'c2s.ic.gov'],
    [/^us-isob-/, 'sc2s.sgov.gov'],
    [/^us-isof-|^eu-isof-/, 'csp.hci.ic.gov'],
    [/^eu-isoe-/, 'cloud.adc-e.uk'],
];
const amazonEcr = {
    title: 'Amazon ECR',
    matches: (body) => body.source === 'aws.ecr',
    parse(body) {
        const type = (0,json/* textAt */.$6)(body, 'detail-type');
        const skip = (0,skip_ignored/* skipIgnored */.w)(type, 'detail-type', KINDS);
        if (skip)
            return [skip];
        const { detail } = body;
        if (!(0,json/* isObject */.Gv)(detail))
            throw new errors/* InputError */.d(`event: detail must be an object, found ${(0,json/* kindOf */.I)(detail)}`);
        const isCache = type === 'ECR Pull Through Cache Action';
        const ignored = isCache
            ? (0,skip_ignored/* skipIgnored */.w)((0,json/* textAt */.$6)(detail, 'sync-status'), 'detail.sync-status', RESULTS)
            : (0,skip_ignored/* skipIgnored */.w)((0,json/* textAt */.$6)(detail, 'action-type'), 'detail.action-type', ACTIONS);
        const failed = isCache ? undefined : (0,skip_ignored/* skipIgnored */.w)((0,json/* textAt */.$6)(detail, 'result'), 'detail.result', RESULTS);
        return [ignored ?? failed ?? parseDetail(body, detail)];
    },
};
function parseDetail(body, detail) {
    const path = (0,json/* textAt */.$6)(detail, 'repository-name');
    if (path === undefined)
        throw new errors/* InputError */.d('event: detail.repository-name is missing');
    return {
        field: 'detail',
        host: registryHost((0,json/* textAt */.$6)(body, 'account'), (0,json/* textAt */.$6)(body, 'region')),
        path,
        tag: (0,fields/* optionalText */.m)(detail, 'detail', 'image-tag'),
        digests: [(0,fields/* digestField */.h)(detail, 'detail', 'image-digest')],
        mediaType: (0,json/* textAt */.$6)(detail, 'manifest-media-type'),
    };
}
function registryHost(account, region) {
    if (account === undefined || region === undefined)
        return undefined;
    if (!/^\d{12}$/.test(account))
        throw new errors/* InputError */.d(`event: account ${(0,util_text/* quote */.hD)(account)} does not have twelve digits`);
    if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(region))
        throw new errors/* InputError */.d(`event: region ${(0,util_text/* quote */.hD)(region)} is not a region`);
    const domain = DOMAINS.find(([start]) => start.test(region))?.[1] ?? 'amazonaws.com';
    return `${account}.dkr.ecr.${region}.${domain}`;
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(2263);
;// CONCATENATED MODULE: ./lib/events/artifactory.js




const artifactory_KINDS = {
    noun: 'event',
    publishing: ['docker pushed'],
    ignored: new Set(['docker deleted', 'artifact deleted', 'artifact_property added', 'artifact_property deleted']),
    reason: 'event-ignored',
    advice: 'select only the event "Docker tag was pushed" in the webhook',
};
const artifactory = {
    title: 'JFrog Artifactory',
    matches: (body) => 'event_type' in body && ('domain' in body || 'image_name' in body),
    parse(body) {
        const isWrapped = 'domain' in body;
        const type = (0,json/* textAt */.$6)(body, 'event_type');
        const kind = type && `${isWrapped ? (0,json/* textAt */.$6)(body, 'domain') : 'docker'} ${type}`;
        const skip = (0,skip_ignored/* skipIgnored */.w)(kind, isWrapped ? 'domain and event_type' : 'event_type', artifactory_KINDS);
        if (skip)
            return [skip];
        const data = isWrapped ? body.data : body;
        if (!(0,json/* isObject */.Gv)(data))
            throw new errors/* InputError */.d(`event: data must be an object, found ${(0,json/* kindOf */.I)(data)}`);
        return [parseImage(data, (0,oci_reference/* hostOfUrl */.Pm)((0,json/* textAt */.$6)(body, 'jpd_origin')))];
    },
};
function parseImage(data, host) {
    const file = /^(?:(.+)\/)?([^/]+)\/((?:list\.)?manifest\.json)$/.exec((0,json/* textAt */.$6)(data, 'path') ?? '');
    const [repository, image] = [(0,json/* textAt */.$6)(data, 'repo_key'), (0,json/* textAt */.$6)(data, 'image_name') ?? file?.[1]];
    const tag = (0,json/* textAt */.$6)(data, 'tag') ?? file?.[2];
    if (repository === undefined || image === undefined || tag === undefined) {
        const missing = repository === undefined ? 'repo_key' : image === undefined ? 'image_name' : 'tag';
        throw new errors/* InputError */.d(`event: data.${missing} is missing`);
    }
    const checksum = (0,json/* textAt */.$6)(data, 'sha256');
    return {
        field: 'data',
        host,
        path: `${repository}/${image}`,
        tag: (0,oci_reference/* looksLikeDigest */.yw)(tag) ? undefined : tag,
        digests: file && checksum !== undefined ? [{ field: 'data.sha256', value: `sha256:${checksum}` }] : [],
    };
}

// EXTERNAL MODULE: ./lib/events/distribution.js
var distribution = __webpack_require__(408);
;// CONCATENATED MODULE: ./lib/events/azure-acr.js



const azure_acr_ACTIONS = {
    noun: 'action',
    publishing: ['push'],
    ignored: new Set(['delete', 'quarantine', 'chart_push', 'chart_delete']),
    reason: 'action-ignored',
    advice: 'select only the action push in the webhook',
};
const azureAcr = {
    title: 'Azure ACR',
    matches: (body) => 'action' in body && ('target' in body || body.action === 'ping'),
    parse(body) {
        const action = (0,json/* textAt */.$6)(body, 'action');
        if (action === 'ping') {
            return [{ reason: 'test-event', detail: 'this is what "Ping" sends, it names no image: push one' }];
        }
        return [(0,skip_ignored/* skipIgnored */.w)(action, 'action', azure_acr_ACTIONS) ?? (0,distribution/* parsePush */.Y)(body, 'target')];
    },
};

// EXTERNAL MODULE: ./lib/events/cloud-event.js
var cloud_event = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/events/azure-event-grid.js





const PREFIX = /^Microsoft\.ContainerRegistry\./;
const azure_event_grid_KINDS = {
    noun: 'type',
    publishing: ['ImagePushed'],
    ignored: new Set(['ImageDeleted', 'ChartPushed', 'ChartDeleted']),
    reason: 'event-ignored',
    advice: 'select only the event type Image Pushed in the subscription',
};
const VALIDATION = 'Microsoft.EventGrid.SubscriptionValidationEvent';
const azureEventGrid = {
    title: 'Azure Event Grid',
    inArrays: true,
    matches: (body, headers = {}) => ('eventType' in body && isOwnType((0,json/* textAt */.$6)(body, 'eventType'))) ||
        (0,cloud_event/* readCloudEvent */.W)(body, headers)?.type?.startsWith('Microsoft.') === true,
    parse(body, headers = {}) {
        const { field, type, data } = readEvent(body, headers);
        if (type === VALIDATION) {
            const detail = 'Event Grid asks whether this endpoint wants its events: open the validationUrl of the event within ten minutes';
            return [{ reason: 'test-event', detail }];
        }
        const skip = (0,skip_ignored/* skipIgnored */.w)(type?.replace(PREFIX, ''), field, azure_event_grid_KINDS);
        if (skip)
            return [skip];
        if (!(0,json/* isObject */.Gv)(data))
            throw new errors/* InputError */.d(`event: data must be an object, found ${(0,json/* kindOf */.I)(data)}`);
        return [(0,distribution/* parsePush */.Y)(data, 'data.target')];
    },
};
function isOwnType(type) {
    return (type === undefined || type.startsWith('Microsoft.') || azure_event_grid_KINDS.publishing.includes(type) || azure_event_grid_KINDS.ignored.has(type));
}
function readEvent(body, headers) {
    const cloudEvent = 'eventType' in body ? undefined : (0,cloud_event/* readCloudEvent */.W)(body, headers);
    return cloudEvent
        ? { field: 'type', type: cloudEvent.type, data: cloudEvent.data }
        : { field: 'eventType', type: (0,json/* textAt */.$6)(body, 'eventType'), data: body.data };
}

// EXTERNAL MODULE: ./lib/events/docker-hub.js
var docker_hub = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/events/gitea.js
var gitea = __webpack_require__(1394);
// EXTERNAL MODULE: ./lib/events/github.js
var github = __webpack_require__(8293);
;// CONCATENATED MODULE: ./lib/events/google-artifact-registry.js





const google_artifact_registry_ACTIONS = {
    noun: 'action',
    publishing: ['INSERT'],
    ignored: new Set(['DELETE']),
    reason: 'action-ignored',
    advice: 'nothing needs to change, the topic gets both',
};
const googleArtifactRegistry = {
    title: 'Google Artifact Registry',
    matches: (body) => isWrapped(body) || isNotification(body),
    parse(given) {
        const body = isWrapped(given) ? unwrap(given) : given;
        const skip = (0,skip_ignored/* skipIgnored */.w)((0,json/* textAt */.$6)(body, 'action'), 'action', google_artifact_registry_ACTIONS);
        if (skip)
            return [skip];
        const [digest, tag] = [(0,fields/* optionalText */.m)(body, '', 'digest'), (0,fields/* optionalText */.m)(body, '', 'tag')];
        const named = tag ?? digest;
        if (named === undefined)
            throw new errors/* InputError */.d('event: digest and tag are missing');
        const { host, path } = split(named, tag === undefined ? 'digest' : 'tag');
        return [
            {
                field: tag === undefined ? 'digest' : 'tag',
                host,
                path,
                tag: tag === undefined ? undefined : split(tag, 'tag').rest,
                digests: digest === undefined ? [] : [{ field: 'digest', value: split(digest, 'digest').rest }],
            },
        ];
    },
};
function isWrapped(body) {
    return (0,json/* isObject */.Gv)(body.message) && 'subscription' in body;
}
function isNotification(body) {
    return 'action' in body && [body.digest, body.tag].some((value) => typeof value === 'string' && value.includes('/'));
}
function unwrap({ message }) {
    const data = (0,json/* textAt */.$6)(message, 'data');
    if (data === undefined) {
        throw new errors/* InputError */.d(`event: message.data must be base64, found ${(0,json/* kindOf */.I)((0,json/* isObject */.Gv)(message) ? message.data : message)}`);
    }
    const body = (0,json/* parseObject */.lj)(Buffer.from(data, 'base64').toString('utf8'));
    if (body !== undefined && isNotification(body))
        return body;
    throw new errors/* InputError */.d(`event: message.data is not a notification of Artifact Registry with action, digest and tag: let the subscription be to the topic gcr, or ${skip_ignored/* WAY_OUT */.$}`);
}
function split(text, field) {
    const [, host, path, rest] = /^([^/]+)\/([^:@]+)[:@](.+)$/.exec(text) ?? [];
    if (host !== undefined && path !== undefined && rest !== undefined)
        return { host, path, rest };
    throw new errors/* InputError */.d(`event: ${field} is ${(0,util_text/* quote */.hD)(text)}, expected host/path:tag or host/path@digest`);
}

// EXTERNAL MODULE: ./lib/oci/user-written.js
var user_written = __webpack_require__(397);
// EXTERNAL MODULE: ./lib/events/json.js
var events_json = __webpack_require__(9568);
;// CONCATENATED MODULE: ./lib/events/hand-written.js







const byHand = {
    title: 'one written by hand',
    matches: (body) => 'artifact' in body && !(0,events_json/* isOwnJson */.$)(body),
    parse(body) {
        const artifact = (0,json/* textAt */.$6)(body, 'artifact');
        if (artifact === undefined) {
            throw new errors/* InputError */.d(`event: artifact must be a reference, found ${(0,json/* kindOf */.I)(body.artifact)}`);
        }
        (0,user_written/* refuseWord */.zL)(artifact, 'event: artifact');
        const { host, path, tag: named, digest: pinned } = (0,oci_reference/* parseReference */.F2)(artifact, 'event: artifact');
        const [registry, tag = named] = [(0,fields/* optionalText */.m)(body, '', 'registry'), (0,fields/* optionalText */.m)(body, '', 'tag')];
        if (registry !== undefined && registry !== host) {
            throw new errors/* InputError */.d(`event: registry is ${(0,util_text/* quote */.hD)(registry)}, but artifact is in ${host}; write it into artifact`);
        }
        if (named !== undefined && tag !== named) {
            throw new errors/* InputError */.d(`event: tag is ${(0,util_text/* quote */.hD)(tag ?? '')}, but artifact is ${(0,util_text/* quote */.hD)(artifact)}; remove one of them`);
        }
        const digest = digestOf(body, (0,oci_reference/* formatReference */.FH)({ host, path }));
        const digests = [
            { field: 'digest', value: digest },
            { field: 'artifact', value: pinned },
        ];
        const meant = tag ?? (pinned === undefined ? 'latest' : undefined);
        return [{ field: 'artifact', host, path, tag: meant, digests, isDeliberate: true }];
    },
};
function digestOf(body, repository) {
    const text = (0,fields/* optionalText */.m)(body, '', 'digest');
    if (text === undefined)
        return undefined;
    const written = (0,user_written/* parseWrittenDigest */.Xq)(text, 'event: digest');
    if (written.repository === undefined || written.repository === repository)
        return written.digest;
    throw new errors/* InputError */.d(`event: digest is of ${written.repository}, but artifact is of ${repository}; correct one of them`);
}

// EXTERNAL MODULE: ./lib/events/harbor.js
var harbor = __webpack_require__(9984);
// EXTERNAL MODULE: ./lib/events/msr.js
var msr = __webpack_require__(9754);
;// CONCATENATED MODULE: ./lib/events/nexus.js





const ADVICE = 'use the capability "Webhook: Repository" only for docker repositories and the event type component';
const nexus_ACTIONS = {
    noun: 'action',
    publishing: ['CREATED', 'UPDATED'],
    ignored: new Set(['DELETED', 'PURGED']),
    reason: 'action-ignored',
    advice: ADVICE,
};
const FORMATS = {
    noun: 'format',
    publishing: ['docker'],
    ignored: new Set([
        'ansiblegalaxy',
        'apt',
        'bower',
        'cargo',
        'cocoapods',
        'composer',
        'conan',
        'conda',
        'gitlfs',
        'go',
        'helm',
        'huggingface',
        'maven2',
        'npm',
        'nuget',
        'p2',
        'pypi',
        'r',
        'raw',
        'rubygems',
        'swift',
        'terraform',
        'yum',
    ]),
    reason: 'not-a-container',
    advice: ADVICE,
};
const CONTENTS = ['component', 'asset', 'components', 'assets'];
const nexus = {
    title: 'Sonatype Nexus',
    matches: (body) => 'nodeId' in body && [...CONTENTS, 'repository', 'audit'].some((field) => field in body),
    parse(body) {
        if (!CONTENTS.some((field) => field in body)) {
            const detail = `the event is about ${'audit' in body ? 'an action in Nexus' : 'a repository'}, not what is in it: ${ADVICE}`;
            return [{ reason: 'event-ignored', detail }];
        }
        const ignored = (0,skip_ignored/* skipIgnored */.w)((0,json/* textAt */.$6)(body, 'action')?.toUpperCase(), 'action', nexus_ACTIONS);
        if (ignored)
            return [ignored];
        const field = 'asset' in body ? 'asset' : 'component';
        const part = body[field];
        if (!(0,json/* isObject */.Gv)(part))
            throw new errors/* InputError */.d(`event: ${field} must be an object, found ${(0,json/* kindOf */.I)(part)}`);
        const skip = (0,skip_ignored/* skipIgnored */.w)((0,json/* textAt */.$6)(part, 'format'), `${field}.format`, FORMATS);
        return [skip ?? (field === 'component' ? parseComponent(part) : parseAsset(part))];
    },
};
function parseComponent(component) {
    const [path, version] = [(0,json/* textAt */.$6)(component, 'name'), (0,json/* textAt */.$6)(component, 'version')];
    if (path === undefined || version === undefined) {
        throw new errors/* InputError */.d(`event: component.${path === undefined ? 'name' : 'version'} is missing`);
    }
    return toArtifact({ field: 'component.version', path, reference: version });
}
function parseAsset(asset) {
    const name = (0,json/* textAt */.$6)(asset, 'name') ?? '';
    const [, path, kind, reference] = /^\/?v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(name) ?? [];
    if (path === undefined || reference === undefined) {
        throw new errors/* InputError */.d(`event: asset.name is ${(0,util_text/* quote */.hD)(name)}, expected v2/<path>/manifests/<tag>`);
    }
    if (kind === 'manifests')
        return toArtifact({ field: 'asset.name', path, reference });
    return { reason: 'not-a-manifest', detail: `the asset is ${(0,util_text/* quote */.hD)(name)}, not a manifest: ${ADVICE}` };
}
function toArtifact({ field, path, reference }) {
    return (0,oci_reference/* looksLikeDigest */.yw)(reference)
        ? { field, path, digests: [{ field, value: reference }] }
        : { field, path, tag: reference, digests: [] };
}

;// CONCATENATED MODULE: ./lib/events/quay.js




const IGNORED_FIELDS = [
    'build_id',
    'vulnerability',
    'vulnerable_index_report_created',
    'expiring_in',
    'message',
    'threshold_percent',
];
const isSample = (body) => 'pruned_image_count' in body && Array.isArray(body.updated_tags);
const quay = {
    title: 'Quay',
    matches: (body) => 'docker_url' in body || 'updated_tags' in body || ('threshold_percent' in body && 'usage_bytes' in body),
    parse(body) {
        if (!('updated_tags' in body)) {
            const ignored = IGNORED_FIELDS.find((field) => field in body);
            if (ignored !== undefined) {
                const detail = `the notification has ${ignored} and no updated_tags, so nothing was pushed: create the notification only for "Push to Repository"`;
                return [{ reason: 'event-ignored', detail }];
            }
            throw new errors/* InputError */.d(`event: updated_tags is missing, which every push has; if this is not one, leave such notifications out, else ${skip_ignored/* WAY_OUT */.$}`);
        }
        if (isSample(body)) {
            return [
                { reason: 'test-event', detail: 'this is what "Test notification" sends, its tags are made up: push one' },
            ];
        }
        const url = (0,json/* textAt */.$6)(body, 'docker_url');
        if (url === undefined)
            throw new errors/* InputError */.d('event: docker_url is missing, expected host/namespace/repository');
        const { host, rest: path } = (0,oci_reference/* splitHost */.Ve)(url);
        const tags = readTags(body);
        if (tags.length === 0) {
            return [{ reason: 'no-events', detail: 'updated_tags is empty: nothing needs to change' }];
        }
        const pageUrl = (0,json/* textAt */.$6)(body, 'homepage');
        return tags.map((tag) => ({ field: 'docker_url', host, path, tag, digests: [], pageUrl }));
    },
};
function readTags({ updated_tags: tags }) {
    if ((0,json/* isObject */.Gv)(tags))
        return Object.keys(tags);
    if (!Array.isArray(tags))
        throw new errors/* InputError */.d(`event: updated_tags must be an array, found ${(0,json/* kindOf */.I)(tags)}`);
    return tags.map((tag, index) => {
        if (typeof tag === 'string' && tag.trim() !== '')
            return tag.trim();
        throw new errors/* InputError */.d(`event: updated_tags[${index}] must be a tag, found ${tag === '' ? 'nothing' : (0,json/* kindOf */.I)(tag)}`);
    });
}

;// CONCATENATED MODULE: ./lib/events/zot.js






const zot_KINDS = {
    noun: 'type',
    publishing: ['zotregistry.image.updated'],
    ignored: new Set([
        'zotregistry.image.deleted',
        'zotregistry.image.lint_failed',
        'zotregistry.image.scanned',
        'zotregistry.repository.created',
    ]),
    reason: 'event-ignored',
    advice: 'nothing needs to change, zot sends them all',
};
const zot = {
    title: 'zot',
    matches: (body, headers = {}) => (0,cloud_event/* readCloudEvent */.W)(body, headers)?.type?.startsWith('zotregistry.') === true || isBareData(body, headers),
    parse(body, headers = {}) {
        const event = (0,cloud_event/* readCloudEvent */.W)(body, headers);
        const type = event === undefined ? guessType(body) : event.type;
        const skip = (0,skip_ignored/* skipIgnored */.w)(type, 'type', zot_KINDS);
        if (skip)
            return [skip];
        const data = event === undefined ? body : event.data;
        if (!(0,json/* isObject */.Gv)(data))
            throw new errors/* InputError */.d(`event: data must be an object, found ${(0,json/* kindOf */.I)(data)}`);
        const [path, reference] = [(0,json/* textAt */.$6)(data, 'name'), (0,json/* textAt */.$6)(data, 'reference')];
        if (path === undefined || reference === undefined) {
            throw new errors/* InputError */.d(`event: data.${path === undefined ? 'name' : 'reference'} is missing`);
        }
        return [
            {
                field: 'data',
                path,
                tag: (0,oci_reference/* looksLikeDigest */.yw)(reference) ? undefined : reference,
                digests: [(0,fields/* digestField */.h)(data, 'data', 'digest')],
                mediaType: (0,json/* textAt */.$6)(data, 'mediaType'),
            },
        ];
    },
};
function isBareData(body, headers) {
    const isEvent = (0,cloud_event/* readCloudEvent */.W)(body, headers) !== undefined;
    return !isEvent && ['name', 'reference', 'digest', 'mediaType'].every((field) => field in body);
}
function guessType(body) {
    if ('manifest' in body)
        return 'zotregistry.image.updated';
    throw new errors/* InputError */.d('event: without its ce-type header an event of zot that has no manifest may be a deletion or a scan; pass the headers on as {"headers":{"ce-type":"..."},"body":...}, as the relay does');
}

;// CONCATENATED MODULE: ./lib/events/index.js

















const READERS = [
    github/* github */.M,
    byHand,
    distribution/* distribution */.N,
    harbor/* harbor */.P,
    msr/* msr */.V,
    docker_hub/* dockerHub */.U,
    amazonEcr,
    azureAcr,
    azureEventGrid,
    googleArtifactRegistry,
    aliyun_acr/* aliyunAcr */.v,
    quay,
    artifactory,
    nexus,
    zot,
    gitea/* gitea */.n,
    events_json/* json */.P,
];


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

/***/ 9754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ msr)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2263);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4487);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4230);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4811);
/* harmony import */ var _skip_ignored_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(998);






const TEST_DIGEST = 'sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';
const KINDS = {
    noun: 'type',
    publishing: ['TAG_PUSH', 'MANIFEST_PUSH'],
    ignored: new Set([
        'TAG_PULL',
        'TAG_DELETE',
        'MANIFEST_PULL',
        'MANIFEST_DELETE',
        'SCAN_COMPLETED',
        'SCAN_FAILED',
        'PROMOTION',
        'PUSH_MIRRORING',
        'POLL_MIRRORING',
        'REPO_CREATED',
        'REPO_UPDATED',
        'REPO_DELETED',
        'REPO_EVENT',
        'SCANNER_UPDATE_COMPLETED',
    ]),
    reason: 'event-ignored',
    advice: "subscribe the repository's webhook only to those",
};
const msr = {
    title: 'Mirantis MSR',
    write: toEvent,
    matches: (body) => 'contents' in body || ('type' in body && 'createdAt' in body),
    parse(body) {
        const type = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(body, 'type');
        const skip = (0,_skip_ignored_js__WEBPACK_IMPORTED_MODULE_2__/* .skipIgnored */ .w)(type, 'type', KINDS);
        if (skip)
            return [skip];
        const { contents } = body;
        if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(contents))
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: contents must be an object, found ${(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(contents)}`);
        const digest = (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalText */ .m)(contents, 'contents', 'digest');
        if (digest === TEST_DIGEST) {
            const detail = 'this is what the "Test" button sends, it names no real image: push one';
            return [{ reason: 'test-event', detail }];
        }
        const [namespace, repository] = [(0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(contents, 'namespace'), (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(contents, 'repository')];
        if (namespace === undefined || repository === undefined) {
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: contents.${namespace === undefined ? 'namespace' : 'repository'} is missing`);
        }
        const imageName = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(contents, 'imageName') ?? '';
        return [
            {
                field: 'contents',
                host: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .splitHost */ .Ve)(imageName).host,
                path: `${namespace}/${repository}`,
                tag: type === 'TAG_PUSH' ? tagOf(contents, imageName) : undefined,
                digests: [{ field: 'contents.digest', value: digest }],
            },
        ];
    },
};
function tagOf(contents, imageName) {
    const tag = (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalText */ .m)(contents, 'contents', 'tag') ?? /:([^/:@]+)(?:@|$)/.exec(imageName)?.[1];
    if (tag !== undefined)
        return tag;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: contents.tag is missing, and a TAG_PUSH is about a tag; ${_skip_ignored_js__WEBPACK_IMPORTED_MODULE_2__/* .WAY_OUT */ .$}`);
}
function toEvent({ host, path, tag, digest }, { actor: author }) {
    const slash = path.lastIndexOf('/');
    if (slash < 0) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`artifact: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(path)} has no namespace, but MSR names are namespace/repository`);
    }
    const [namespace, repository] = [path.slice(0, slash), path.slice(slash + 1)];
    const now = new Date().toISOString();
    const [type, named, place] = tag === undefined
        ? ['MANIFEST_PUSH', { host, path, digest }, `manifests/${digest}`]
        : ['TAG_PUSH', { host, path, tag }, `tags/${tag}`];
    return {
        type,
        createdAt: now,
        contents: { namespace, repository, tag, digest, imageName: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(named), author, pushedAt: now },
        location: `/repositories/${path}/${place}`,
    };
}


/***/ })

};
;