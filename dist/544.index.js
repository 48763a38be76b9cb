"use strict";
exports.id = 544;
exports.ids = [544];
exports.modules = {

/***/ 4544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createTlsContext: () => (/* binding */ createTlsContext)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3370);



function createTlsContext({ caCertificate, clientCertificate, clientKey }, ecdhCurve) {
    if (caCertificate !== undefined)
        readCertificates(caCertificate, 'ca-certificate');
    if (clientCertificate !== undefined && clientKey !== undefined)
        checkPair(clientCertificate, clientKey);
    try {
        return (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.createSecureContext)({
            ...(ecdhCurve !== undefined && { ecdhCurve }),
            ...(caCertificate !== undefined && {
                ca: [...trustedAuthorities(), caCertificate],
                allowPartialTrustChain: true,
            }),
            ...(clientCertificate !== undefined && { cert: clientCertificate, key: clientKey }),
        });
    }
    catch (cause) {
        const name = clientCertificate === undefined ? 'ca-certificate' : 'client-certificate';
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} cannot be used${reason(cause)}; use a certificate whose key and signature OpenSSL accepts as safe`, { cause });
    }
}
function readCertificates(pem, name) {
    const blocks = pem.match(/-----BEGIN [A-Z0-9 ]*CERTIFICATE-----[\s\S]*?(?:-----END [A-Z0-9 ]*CERTIFICATE-----|$)/g) ?? [];
    return blocks.map((block, index) => {
        try {
            return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block);
        }
        catch (cause) {
            const which = blocks.length === 1 ? 'the certificate' : `certificate ${index + 1} of ${blocks.length}`;
            throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name}: ${which} cannot be read${reason(cause)}; pass the PEM text with its line breaks`, {
                cause,
            });
        }
    });
}
function checkPair(clientCertificate, clientKey) {
    const [certificate] = readCertificates(clientCertificate, 'client-certificate');
    if (/-----BEGIN ENCRYPTED|^Proc-Type: .*ENCRYPTED/m.test(clientKey)) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('client-key is encrypted with a passphrase; pass the key without one, as openssl pkey writes it');
    }
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(clientKey);
    }
    catch (cause) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`client-key cannot be read${reason(cause)}; pass the PEM text with its line breaks`, {
            cause,
        });
    }
    if (certificate && !certificate.checkPrivateKey(key)) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('client-key does not belong to client-certificate; the first certificate must be the one of the key');
    }
}
function reason(error) {
    const description = error.reason;
    return typeof description === 'string' ? ` (${description})` : '';
}
function trustedAuthorities() {
    const flags = `${process.env.NODE_OPTIONS ?? ''} ${process.execArgv.join(' ')}`;
    if (/--use-(?:system|openssl)-ca/.test(flags) || process.env.NODE_USE_SYSTEM_CA === '1')
        return (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.getCACertificates)('default');
    return [...(0,node_tls__WEBPACK_IMPORTED_MODULE_1__.getCACertificates)('bundled'), ...(0,node_tls__WEBPACK_IMPORTED_MODULE_1__.getCACertificates)('extra')];
}


/***/ })

};
;