"use strict";
exports.id = 729;
exports.ids = [729];
exports.modules = {

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createTunnelAgent: () => (/* binding */ createTunnelAgent),
/* harmony export */   proxyAuthorization: () => (/* binding */ proxyAuthorization),
/* harmony export */   proxyFor: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(230);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78);






function proxyFor(url, environment) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const variable = environment[name] === undefined ? name.toUpperCase() : name;
    const value = environment[variable]?.trim();
    if (!value || isExcluded(url, environment.no_proxy ?? environment.NO_PROXY ?? ''))
        return undefined;
    const proxy = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    if (proxy === null || !/^https?:$/.test(proxy.protocol) || !isDecodable(proxy.username + proxy.password)) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .d(`${variable} is not the URL of an http proxy, expected http://host:port or http://user:password@host:port with "%", "@", ":" and "/" in user and password written as %25, %40, %3A and %2F`);
    }
    return proxy;
}
function isExcluded(url, noProxy) {
    const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => entry !== '' && matches(entry, host, port));
}
function matches(entry, host, port) {
    if (entry === '*')
        return true;
    const [, bracketed, plain = entry, entryPort = port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
    if (entryPort !== port)
        return false;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) !== 0)
        return isInSubnet(host, bracketed ?? plain);
    const name = plain.replace(/^\*?\./, '').replace(/\.$/, '');
    return name !== '' && (host === name || host.endsWith(`.${name}`));
}
function isInSubnet(host, entry) {
    const [address = '', bits] = entry.split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(address);
    if (family === 0 || family !== (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host))
        return false;
    const longest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : Number(bits);
    if (!Number.isInteger(prefix) || prefix < 0 || prefix > longest)
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_1__.BlockList();
    list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
    return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
function isDecodable(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        return false;
    }
}
function proxyAuthorization({ username, password }) {
    if (username === '' && password === '')
        return {};
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}
const ANSWER_LIMIT = 16 * 1024;
function createTunnelAgent(proxy, options) {
    class TunnelAgent extends node_https__WEBPACK_IMPORTED_MODULE_0__.Agent {
        createConnection(wanted, callback) {
            openTunnel(proxy, wanted).then((socket) => callback?.(null, (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({ ...wanted, socket })), (error) => callback?.(error, undefined));
            return undefined;
        }
    }
    return new TunnelAgent(options);
}
function openTunnel(proxy, { host, port, abandoned }) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const target = `${(0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host ?? '') === 6 ? `[${host}]` : host}:${port}`;
    const socket = connectTo(proxy, () => {
        const lines = Object.entries({ host: target, ...proxyAuthorization(proxy) });
        const headers = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
        socket.write(`CONNECT ${target} HTTP/1.1\r\n${headers}\r\n`);
    });
    let answer = Buffer.alloc(0);
    const fail = (error) => {
        stop();
        socket.on('error', () => { });
        socket.destroy();
        reject(error);
    };
    const onError = (cause) => fail(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TunnelError */ .Tm('the proxy cannot be reached', { cause }));
    const onClose = () => fail(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TunnelError */ .Tm('it closed the connection and opened no tunnel'));
    const onAbandoned = () => fail(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TunnelError */ .Tm('it opened no tunnel'));
    const onReadable = () => {
        for (let chunk = socket.read(); chunk !== null; chunk = socket.read())
            answer = Buffer.concat([answer, chunk]);
        const end = answer.indexOf('\r\n\r\n');
        if (end < 0) {
            if (answer.length > ANSWER_LIMIT)
                fail(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TunnelError */ .Tm(`it opened no tunnel, its answer has more than ${ANSWER_LIMIT} bytes`));
            return;
        }
        const status = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .statusIn */ .em)(answer.toString('latin1', 0, end + 4));
        if (status === undefined) {
            const line = (0,_util_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(answer.toString('utf8', 0, end), 80);
            fail(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TunnelError */ .Tm(`it opened no tunnel, its answer is not HTTP: ${line}`));
        }
        else if (status < 200 || status >= 300)
            fail(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TunnelError */ .Tm('it refused the tunnel', { status }));
        else {
            stop();
            if (answer.length > end + 4)
                socket.unshift(answer.subarray(end + 4));
            resolve(socket);
        }
    };
    const stop = () => {
        socket.off('readable', onReadable).off('error', onError).off('close', onClose).off('end', onClose);
        abandoned?.removeEventListener('abort', onAbandoned);
    };
    socket.on('readable', onReadable).on('error', onError).on('close', onClose).on('end', onClose);
    if (abandoned?.aborted)
        onAbandoned();
    else
        abandoned?.addEventListener('abort', onAbandoned);
    return promise;
}
function connectTo({ protocol, hostname, port }, onConnect) {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (protocol === 'https:') {
        const name = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? { servername: host } : {};
        return (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({ host, port: Number(port || 443), ...name }, onConnect);
    }
    return (0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)({ host, port: Number(port || 80) }, onConnect);
}


/***/ })

};
;