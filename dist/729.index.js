"use strict";
exports.id = 729;
exports.ids = [729];
exports.modules = {

/***/ 1729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTunnel: () => (/* binding */ openTunnel),
/* harmony export */   proxyAuthorization: () => (/* binding */ proxyAuthorization),
/* harmony export */   proxyFor: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4230);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1527);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4078);







function proxyFor(url, environment) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const names = [name, name.toUpperCase(), 'all_proxy', 'ALL_PROXY'];
    const variable = names.find((each) => environment[each]?.trim());
    if (variable === undefined || isExcluded(url, environment.no_proxy || environment.NO_PROXY || ''))
        return undefined;
    const proxy = parseProxy(environment[variable]?.trim() ?? '');
    if (proxy !== null && /^https?:$/.test(proxy.protocol) && isDecodable(proxy.username + proxy.password))
        return proxy;
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .d(`${variable} is not the URL of an http proxy, expected http://host:port or http://user:password@host:port with "%", "@", ":" and "/" in user and password written as %25, %40, %3A and %2F${/^socks/i.test(environment[variable] ?? '') ? '; SOCKS is not spoken here: set HTTPS_PROXY, or list the host in NO_PROXY' : ''}`);
}
function parseProxy(value) {
    const login = value.slice(0, value.lastIndexOf('@') + 1);
    const escaped = `${login.replaceAll('\\', '%5C')}${value.slice(login.length)}`;
    return URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(escaped) ? escaped : `http://${escaped}`);
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
async function openTunnel(proxy, options) {
    const { host, port, abandoned } = options;
    const target = `${(0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 6 ? `[${host}]` : host}:${port}`;
    const lines = Object.entries({ host: target, ...proxyAuthorization(proxy) });
    const headers = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const socket = await connectTo(proxy, options);
    const { promise, resolve, reject } = Promise.withResolvers();
    let answer = Buffer.alloc(0);
    const fail = (error) => {
        stop();
        socket.on('error', () => { });
        socket.destroy();
        reject(error);
    };
    const onError = (cause) => fail(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelError */ .Tm('the proxy cannot be reached', { cause }));
    const onClose = () => fail(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelError */ .Tm('it closed the connection and opened no tunnel'));
    const onAbandoned = () => fail(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelError */ .Tm('it opened no tunnel'));
    const onReadable = () => {
        for (let chunk = socket.read(); chunk !== null; chunk = socket.read())
            answer = Buffer.concat([answer, chunk]);
        if (answer.length > ANSWER_LIMIT) {
            fail(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelError */ .Tm(`it opened no tunnel, its answer has more than ${ANSWER_LIMIT} bytes`));
            return;
        }
        const end = endOfAnswer(answer);
        if (end === undefined)
            return;
        const status = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .statusIn */ .em)(answer.toString('latin1', 0, end));
        if (status === undefined) {
            const line = (0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(answer.toString('utf8', 0, end), 80);
            fail(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelError */ .Tm(`it opened no tunnel, its answer is not HTTP: ${line}`));
        }
        else if (status < 200 || status >= 300)
            fail(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelError */ .Tm('it refused the tunnel', { status }));
        else {
            stop();
            if (answer.length > end)
                socket.unshift(answer.subarray(end));
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
    else {
        abandoned?.addEventListener('abort', onAbandoned);
        socket.write(`CONNECT ${target} HTTP/1.1\r\n${headers}\r\n`);
    }
    return promise;
}
function endOfAnswer(answer) {
    for (let begin = 0;;) {
        const blank = answer.indexOf('\r\n\r\n', begin);
        if (blank < 0)
            return undefined;
        const isInformational = /^HTTP\/1\.[01] 1(?!01)\d\d\b/.test(answer.toString('latin1', begin, blank));
        begin = blank + 4;
        if (!isInformational)
            return begin;
    }
}
async function connectTo({ protocol, hostname, port }, { addresses, abandoned }) {
    const host = hostname.replace(/^\[|\]$/g, '');
    const isTls = protocol === 'https:';
    try {
        const socket = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__/* .dialDirectly */ .FI)({ host, port: Number(port || (isTls ? 443 : 80)), addresses, abandoned });
        if (!isTls)
            return socket;
        const secure = (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({ socket, ...((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 && { servername: host }) });
        const end = () => secure.destroy(new Error('it was given up'));
        abandoned?.addEventListener('abort', end);
        await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(secure, 'secureConnect').finally(() => abandoned?.removeEventListener('abort', end));
        return secure;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelError */ .Tm('the proxy cannot be reached', { cause });
    }
}


/***/ })

};
;