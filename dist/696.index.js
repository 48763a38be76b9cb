export const id = 696;
export const ids = [696];
export const modules = {

/***/ 696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   harbor: () => (/* binding */ harbor)
/* harmony export */ });
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(568);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(413);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(206);



/** Harbor 2, which MSR 4 is too. Facts: harbor src/controller/event/handler/webhook/artifact. */
const harbor = {
    title: 'Harbor',
    recognises: (body) => 'event_data' in body || ('type' in body && 'occur_at' in body),
    parse(body) {
        const type = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(body, 'type');
        if (type === undefined)
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('event: type is missing, expected "PUSH_ARTIFACT"');
        if (type !== 'PUSH_ARTIFACT') {
            const detail = `the event is of type ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(type)}; only "PUSH_ARTIFACT" publishes something`;
            return [{ reason: 'event-ignored', detail }];
        }
        const resources = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'event_data', 'resources');
        if (!Array.isArray(resources)) {
            throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: event_data.resources must be an array, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(resources)}`);
        }
        if (resources.length === 0) {
            return [{ reason: 'no-events', detail: 'the event names no resources' }];
        }
        const path = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(body, 'event_data', 'repository', 'repo_full_name');
        return resources.map((resource, index) => candidate(resource, index, path));
    },
};
function candidate(resource, index, fullName) {
    const field = `event_data.resources[${index}]`;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(resource))
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: ${field} must be an object, found ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(resource)}`);
    // host/path:tag, host/path@digest, and host/path:digest in older versions: the host is always there.
    const [, host, rest] = /^([^/]+)\/([^:@]+)/.exec((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(resource, 'resource_url') ?? '') ?? [];
    const path = fullName ?? rest;
    if (path === undefined) {
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`event: event_data.repository.repo_full_name is missing, and so is ${field}.resource_url`);
    }
    const tag = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(resource, 'tag');
    return {
        field,
        host,
        path,
        // Untagged pushes have the digest in its place.
        tag: tag === undefined || (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeDigest */ .yw)(tag) ? undefined : tag,
        digests: [{ field: `${field}.digest`, value: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(resource, 'digest') }],
    };
}


/***/ })

};
