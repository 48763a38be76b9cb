"use strict";
exports.id = 435;
exports.ids = [435];
exports.modules = {

/***/ 7435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decode: () => (/* binding */ decode)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

function decode(bytes, coding, limit) {
    const decoder = createDecoder(coding.trim().toLowerCase());
    if (decoder === undefined)
        return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers();
    const chunks = [];
    let size = 0;
    const end = () => {
        resolve({ bytes: Buffer.concat(chunks).subarray(0, limit), isTooLong: size > limit });
        decoder.destroy();
    };
    decoder.on('data', (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > limit)
            end();
    });
    decoder.on('error', end).on('end', end).end(bytes);
    return promise;
}
function createDecoder(coding) {
    switch (coding) {
        case 'gzip':
        case 'x-gzip':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip)({ finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH });
        case 'deflate':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createInflate)({ finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH });
        case 'br':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createBrotliDecompress)({ finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.BROTLI_OPERATION_FLUSH });
        default:
            return undefined;
    }
}


/***/ })

};
;