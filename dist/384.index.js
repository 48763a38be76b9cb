export const id = 384;
export const ids = [384];
export const modules = {

/***/ 384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   distribution: () => (/* binding */ distribution)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(568);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(413);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(206);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(411);
/* harmony import */ var _plain_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(364);






const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
/** What can be deployed. Schema 1 manifests are missing: nothing pulls them any more. */
const MANIFEST_TYPES = new Set([
    OCI_MANIFEST,
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
]);
/**
 * CNCF Distribution's notifications: an envelope of events about every blob, manifest, pull and delete. Facts: distribution
 * notifications/event.go of 2.8 and 3.1; the form of early 2015 has `target.type` and `target.name` instead of a media type.
 */
const distribution = {
    ..._plain_target_js__WEBPACK_IMPORTED_MODULE_2__/* .plainTarget */ .C,
    title: 'Distribution',
    encode(artifacts) {
        const body = JSON.stringify({ events: artifacts.map(event) });
        return [{ artifacts, body, contentType: 'application/vnd.docker.distribution.events.v2+json' }];
    },
    recognises: (body) => 'events' in body,
    parse({ events }) {
        if (!Array.isArray(events))
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: events must be an array, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(events)}`);
        return events.length === 0
            ? [{ reason: 'no-events', detail: 'the envelope holds no events' }]
            : events.map(published);
    },
};
function published(event, index) {
    const field = `events[${index}]`;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(event))
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${field} must be an object, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(event)}`);
    const action = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(event, 'action');
    if (action === undefined)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${field}.action is missing, expected "push"`);
    if (action !== 'push') {
        return { reason: 'action-ignored', detail: `the event says ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(action)}; only "push" is sent` };
    }
    const { target } = event;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(target))
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${field}.target must be an object, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(target)}`);
    const kind = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'mediaType') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'type') ?? '';
    if (!MANIFEST_TYPES.has(kind) && kind !== 'manifest') {
        return { reason: 'not-a-manifest', detail: `what was pushed is of type ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(kind)}, not a manifest or index` };
    }
    return candidate(target, event, field);
}
function candidate(target, event, field) {
    const path = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'repository') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'name');
    if (path === undefined)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`event: ${field}.target.repository is missing`);
    return {
        field: `${field}.target`,
        // The URL is what the registry calls itself; request.host may be an internal name, and source.addr always is.
        host: hostOf((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'url')) ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(event, 'request', 'host'),
        path,
        tag: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'tag'),
        digests: [{ field: `${field}.target.digest`, value: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'digest') }],
        mediaType: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(target, 'mediaType'),
    };
}
/** Host and port as they are written, a default port too: the scheme that makes it the default is lost in a reference. */
function hostOf(url = '') {
    return /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url)?.[1];
}
function event({ host, path, tag, digest, mediaType = '' }) {
    return {
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        timestamp: new Date().toISOString(),
        action: 'push',
        target: {
            // Readers drop what is of no manifest type: where the type is not known, the most common one is given.
            mediaType: MANIFEST_TYPES.has(mediaType) ? mediaType : OCI_MANIFEST,
            digest,
            repository: path,
            url: `https://${host}/v2/${path}/manifests/${digest}`,
            tag,
        },
        request: { id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), host, method: 'PUT', useragent: _version_js__WEBPACK_IMPORTED_MODULE_5__/* .USER_AGENT */ ._ },
        actor: {},
        source: {},
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
