"use strict";
exports.id = 797;
exports.ids = [797];
exports.modules = {

/***/ 3797:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addTags: () => (/* binding */ addTags)
/* harmony export */ });
/* harmony import */ var _oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4366);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3370);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7674);



async function addTags(validated, options) {
    const asked = new Map();
    const all = [];
    for (const entry of validated) {
        if ('reason' in entry) {
            all.push(entry);
            continue;
        }
        refuseOtherRegistry(entry);
        if (entry.tag === undefined) {
            options.info(`all-tags: ${(0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(entry)} has no tag, and is sent alone`);
            all.push(entry);
            continue;
        }
        const key = `${entry.host}/${entry.path} ${entry.digest ?? entry.tag}`;
        const known = asked.get(key) ?? otherTags(entry, options);
        asked.set(key, known);
        const tags = new Set([entry.tag, ...(await known)]);
        all.push(...[...tags].map((tag) => ({ ...entry, tag })));
    }
    return all;
}
function refuseOtherRegistry(artifact) {
    if (artifact.host === 'ghcr.io' || artifact.host.startsWith('containers.'))
        return;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`all-tags: ${(0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(artifact)} is not in GitHub Packages; remove the input, or list the tags in artifact`);
}
async function otherTags(artifact, options) {
    const { path, tag = '', digest } = artifact;
    const name = (0,_oci_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .nameArtifact */ .o)(artifact);
    const slash = path.indexOf('/');
    const listed = await options.listTags({
        owner: path.slice(0, Math.max(slash, 0)),
        name: path.slice(slash + 1),
        tag,
        digest,
    });
    if (options.signal.aborted)
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`cancelled while looking up the tags of ${name}`);
    if (listed.kind === 'found')
        return listed.tags.filter((tag) => !(0,_select_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignatureTag */ .LI)(tag));
    if (listed.kind === 'failed') {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`all-tags: the Packages API does not list the tags of ${name} (${listed.serverMessage}); run the job again, or remove the input and list the tags in artifact`);
    }
    const why = listed.kind === 'absent'
        ? `the Packages API lists no version of it that is ${digest ?? tag}`
        : `the token may not read the package (${listed.serverMessage}); give the job "permissions: packages: read", and let the package allow this repository`;
    options.warning(`all-tags: only ${name} is sent: ${why}`);
    return [];
}


/***/ })

};
;