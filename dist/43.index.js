"use strict";
exports.id = 43;
exports.ids = [43];
exports.modules = {

/***/ 43:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistry: () => (/* binding */ createRegistry)
});

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(4064);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(2263);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(4487);
// EXTERNAL MODULE: ./lib/util/retry-transient.js
var retry_transient = __webpack_require__(28);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(7650);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __webpack_require__(4230);
// EXTERNAL MODULE: ./lib/delivery/retry.js
var retry = __webpack_require__(6111);
// EXTERNAL MODULE: ./lib/http/client.js + 2 modules
var http_client = __webpack_require__(3027);
// EXTERNAL MODULE: ./lib/http/configure.js
var configure = __webpack_require__(4157);
// EXTERNAL MODULE: ./lib/http/types.js
var types = __webpack_require__(7160);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(9788);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __webpack_require__(7949);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(3370);
// EXTERNAL MODULE: ./lib/util/read-file.js + 1 modules
var read_file = __webpack_require__(5011);
;// CONCATENATED MODULE: ./lib/registry/certificates.js






const MOST_BYTES = 1024 * 1024;
function readCertificates(host, { HOME }) {
    const home = HOME || (0,external_node_os_.homedir)();
    const places = [`${home}/.config/containers`, '/etc/containers', `${home}/.docker`, '/etc/docker'];
    for (const place of places) {
        const directory = (0,external_node_path_.join)(place, 'certs.d', host);
        const files = list(directory);
        if (files.length === 0)
            continue;
        const read = (ending) => files
            .filter((file) => file.endsWith(ending))
            .map((file) => (0,read_file/* readTextFile */.G)((0,external_node_path_.join)(directory, file), { name: 'the certificate file', mostBytes: MOST_BYTES }));
        return { directory, ca: read('.crt'), cert: read('.cert'), key: read('.key') };
    }
    return undefined;
}
function list(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory).sort();
    }
    catch {
        return [];
    }
}
function systemContext(own, ecdhCurve) {
    const trusted = ['bundled', 'extra', 'system'].flatMap((kind) => (0,external_node_tls_.getCACertificates)(kind));
    const ca = [...new Set([...trusted, ...(own?.ca ?? [])])];
    const groups = ecdhCurve === undefined ? {} : { ecdhCurve };
    try {
        return (0,external_node_tls_.createSecureContext)({
            ca,
            ...groups,
            ...(own !== undefined && own.cert.length > 0 && { cert: own.cert, key: own.key }),
        });
    }
    catch (cause) {
        throw new errors/* InputError */.d(`the certificates in ${own?.directory} cannot be used: ${(0,errors/* messageOf */.b)(cause)}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/registry/request.js









const BODY_LIMIT = 8 * 1024 * 1024;
const ERROR_LIMIT = 64 * 1024;
const TIMEOUT_MS = 15_000;
const MOST_REDIRECTS = 5;
function createSender(host, { environment, skipTlsVerification, signal }) {
    const own = readCertificates(host, environment);
    let isComplete = own !== undefined || skipTlsVerification;
    let proxies;
    let client;
    async function createFor(url) {
        proxies ??= (0,configure/* readProxies */.rq)({ urls: [url], isConfidential: false }, environment);
        const isOwn = isComplete && !(skipTlsVerification && own === undefined);
        const createContext = isOwn ? (ecdhCurve) => systemContext(own, ecdhCurve) : undefined;
        return (0,http_client/* createClient */.U)({ skipTlsVerification, proxies: await proxies, createContext });
    }
    async function sendOnce(url, options) {
        client ??= createFor(url);
        const wasComplete = isComplete;
        const { method = 'GET', body } = options;
        const request = { url, method, headers: { 'user-agent': version/* USER_AGENT */._O, ...options.headers }, body, signal };
        const limits = { timeoutMs: TIMEOUT_MS, wholeBytes: BODY_LIMIT, keepAlive: true };
        const result = await (await client).send({ ...request, ...limits });
        if (result.kind === 'response')
            return readAnswer(url, result);
        if ((0,types/* isTlsError */.sl)(result.code) && !wasComplete) {
            if (!isComplete)
                client = undefined;
            isComplete = true;
            return sendOnce(url, options);
        }
        const { code, message } = result;
        const hint = (0,types/* isTlsError */.sl)(code) ? trustHint(host) : undefined;
        return problem({ code, message: `${url.host}: ${message}`, hint, isTransient: (0,retry/* isRetryable */.r3)(result) });
    }
    return async (url, options = {}) => {
        let [at, headers] = [url, options.headers];
        for (let redirects = 0;; redirects++) {
            const answer = await sendOnce(at, { ...options, ...(headers !== undefined && { headers }) });
            const next = answer.kind === 'response' ? redirectOf(answer, at, options) : undefined;
            if (next === undefined)
                return answer;
            if (redirects === MOST_REDIRECTS || (at.protocol === 'https:' && next.protocol !== 'https:')) {
                return { kind: 'problem', problem: failed(`${at.host} redirects to where nothing is asked: ${next.origin}`) };
            }
            if (next.origin !== at.origin && headers !== undefined)
                headers = withoutLogin(headers);
            at = next;
        }
    };
}
function trustHint(host) {
    return `put the CA certificate that signed it into /etc/docker/certs.d/${host}/ca.crt, or among those of the runner; only registries on this machine may speak plain http`;
}
function redirectOf({ status, headers }, from, { method = 'GET' }) {
    if (![301, 302, 303, 307, 308].includes(status) || method !== 'GET')
        return undefined;
    if (headers.location === undefined)
        return undefined;
    const next = URL.parse(headers.location, from.href);
    return next !== null && /^https?:$/.test(next.protocol) ? next : undefined;
}
function withoutLogin({ authorization: _, ...headers }) {
    return headers;
}
function readAnswer(url, result) {
    const { status, bodyState, whole } = result;
    if (bodyState !== 'complete') {
        const message = `${url.host}: its answer ${bodyState === 'too long' ? 'has more than 8 MiB' : 'broke off'}`;
        return problem({ status, message, isTransient: bodyState !== 'too long' });
    }
    const { headers, bytes } = whole ?? { headers: {}, bytes: Buffer.alloc(0) };
    return { kind: 'response', status, headers, bytes, retryAfterMs: (0,retry/* parseRetryAfter */.mu)(result, Date.now()) };
}
function problemOf(answer, who) {
    const { status, bytes, retryAfterMs } = answer;
    const { code, text } = readError(bytes.subarray(0, ERROR_LIMIT).toString('utf8'));
    const answered = `${who} answered ${[status, code].filter(Boolean).join(' ')}${text === '' ? '' : `: ${text}`}`;
    const asked = retryAfterMs === undefined ? '' : `, and to ask again after ${(0,time/* formatDuration */.a3)(retryAfterMs)}`;
    const message = `${answered}${asked}`;
    const isTransient = (0,retry/* isRetryable */.r3)({ ...answer, body: '', bodyState: 'complete', durationMs: 0 });
    return { kind: kindOf(status, code), status, code, message, isTransient, retryAfterMs };
}
function kindOf(status, code = '') {
    if (status === 404 || /^(?:MANIFEST|NAME|BLOB)_UNKNOWN$/.test(code))
        return 'absent';
    if (status === 401 || status === 403)
        return 'denied';
    return status === 429 || code === 'TOOMANYREQUESTS' ? 'limited' : 'failed';
}
function readError(body) {
    const answer = (0,json/* parseObject */.lj)(body);
    const first = Array.isArray(answer?.errors) ? answer.errors[0] : undefined;
    const text = (0,json/* textAt */.$6)(first, 'message') ?? (0,json/* textAt */.$6)(answer, 'details') ?? (0,json/* textAt */.$6)(answer, 'message');
    const said = text ?? ((0,types/* isPage */.yp)(body) ? 'a web page' : answer === undefined ? body : '');
    return { code: (0,json/* textAt */.$6)(first, 'code')?.slice(0, 100), text: (0,util_text/* oneLine */.TN)(said.replace(/\?[^\s"']+/g, ''), 300) };
}
function failed(message) {
    return { kind: 'failed', message, isTransient: false };
}
function problem(about) {
    return { kind: 'problem', problem: { kind: 'failed', ...about } };
}

;// CONCATENATED MODULE: ./lib/registry/authorize.js




const CHALLENGES_LIMIT = 8 * 1024;
const TOKEN = /^[\w.~+/=:-]+$/;
async function authorize(wanted) {
    const { challenges, login } = wanted;
    const offered = parseChallenges(challenges.slice(0, CHALLENGES_LIMIT));
    const bearer = offered.get('bearer');
    if (bearer?.realm !== undefined)
        return requestToken(bearer, wanted);
    if (!offered.has('basic') || login.kind !== 'login' || login.isIdentityToken)
        return undefined;
    return basic(login);
}
function parseChallenges(text) {
    const found = new Map();
    let current = {};
    for (const [, name = '', quoted, plain] of text.matchAll(/([\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g)) {
        const value = quoted?.replace(/\\(.)/gs, '$1') ?? plain;
        if (value !== undefined)
            current[name.toLowerCase()] = value;
        else {
            current = Object.create(null);
            found.set(name.toLowerCase(), current);
        }
    }
    return found;
}
async function requestToken({ realm = '', service, scope: named }, { host, login, scope, mayBePlain, send }) {
    const url = URL.parse(realm);
    if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && mayBePlain(url.host)))) {
        return failed(`${host} names ${(0,util_text/* quote */.hD)(realm)} as its token service, which is no https URL`);
    }
    const scopes = named ?? scope;
    const answer = await (login.kind === 'login' && login.isIdentityToken
        ? send(url, { method: 'POST', ...refresh(login.secret, { service, scope: scopes }) })
        : send(withParameters(url, { service, scopes: scopes.split(' ') }), {
            headers: login.kind === 'login' ? { authorization: basic(login) } : {},
        }));
    if (answer.kind === 'problem')
        return answer.problem;
    const body = (0,json/* parseObject */.lj)(answer.bytes.toString('utf8'));
    if (answer.status !== 200)
        return problemOf(answer, `the token service ${url.host}`);
    const token = (0,json/* textAt */.$6)(body, 'token') ?? (0,json/* textAt */.$6)(body, 'access_token');
    if (token === undefined || !TOKEN.test(token))
        return failed(`the token service ${url.host} gave no token`);
    (0,log/* mask */.dK)(token);
    return `Bearer ${token}`;
}
function withParameters(realm, { service, scopes }) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.append('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return url;
}
function refresh(token, { service = '', scope }) {
    const form = { grant_type: 'refresh_token', client_id: 'oci-webhook-action', refresh_token: token, service, scope };
    return {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
    };
}
function basic({ user, secret }) {
    return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}

;// CONCATENATED MODULE: ./lib/registry/credentials.js







const CONFIG_LIMIT = 1024 * 1024;
const HELPER_MS = 30_000;
const HUB_LOGIN = 'https://index.docker.io/v1/';
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
const NONE = { kind: 'none' };
async function findLogin(wanted, environment, signal) {
    let broken;
    for (const path of authFiles(environment)) {
        const login = await readLogin(path, wanted, signal);
        if (login.kind === 'login') {
            maskLogin(login);
            return login;
        }
        if (login.kind === 'broken')
            broken ??= login;
    }
    return broken ?? NONE;
}
function authFiles({ REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, XDG_CONFIG_HOME, DOCKER_CONFIG, HOME, }) {
    const home = HOME || (0,external_node_os_.homedir)();
    return [
        ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
        ...(XDG_RUNTIME_DIR ? [(0,external_node_path_.join)(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
        ...(process.getuid ? [`/run/containers/${process.getuid()}/auth.json`] : []),
        (0,external_node_path_.join)(XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers/auth.json'),
        (0,external_node_path_.join)(DOCKER_CONFIG || (0,external_node_path_.join)(home, '.docker'), 'config.json'),
    ];
}
async function readLogin(path, wanted, signal) {
    const config = readConfig(path);
    if (config === undefined)
        return NONE;
    if (typeof config === 'string')
        return { kind: 'broken', message: config };
    const helper = entryFor(wanted, config.credHelpers) ?? config.credsStore;
    const fromHelper = typeof helper === 'string' && helper !== '' ? await askHelper(helper, wanted, signal) : NONE;
    if (fromHelper.kind === 'login')
        return fromHelper;
    const entry = readEntry(entryFor(wanted, config.auths), path);
    return entry.kind === 'login' ? entry : fromHelper;
}
function readConfig(path) {
    try {
        const text = (0,read_file/* readTextFile */.G)(path, { name: 'the file with the logins', mostBytes: CONFIG_LIMIT });
        return (0,json/* parseObject */.lj)(text) ?? `the file with the logins ${path} is not JSON; correct it, or log in again`;
    }
    catch (error) {
        const cause = error.cause;
        return cause?.code === 'ENOENT' || cause?.code === 'ENOTDIR' ? undefined : (0,errors/* messageOf */.b)(error);
    }
}
function entryFor({ host, path }, entries) {
    if (!(0,json/* isObject */.Gv)(entries))
        return undefined;
    const byName = new Map(Object.entries(entries).map(([name, entry]) => [plainName(name), entry]));
    const parts = path.split('/');
    const names = [...parts.keys(), parts.length].map((count) => [host, ...parts.slice(0, count)].join('/'));
    return names.map((name) => byName.get(name)).findLast((entry) => entry !== undefined);
}
function plainName(name) {
    const plain = /^https?:\/\//.test(name) ? name.replace(/^https?:\/\/([^/]*).*$/s, '$1') : name;
    const [host = '', ...path] = plain.split('/');
    return [HUB_HOSTS.has(host) ? 'docker.io' : host, ...path].join('/');
}
function readEntry(entry, path) {
    const decoded = Buffer.from((0,json/* textAt */.$6)(entry, 'auth') ?? '', 'base64')
        .toString('utf8')
        .replace(/\0+$/, '');
    const colon = decoded.indexOf(':');
    const [user = (0,json/* textAt */.$6)(entry, 'username') ?? '', password = (0,json/* textAt */.$6)(entry, 'password')] = colon < 0 ? [] : [decoded.slice(0, colon), decoded.slice(colon + 1)];
    const token = (0,json/* textAt */.$6)(entry, 'identitytoken');
    if (token !== undefined)
        return { kind: 'login', user, secret: token, isIdentityToken: true, from: path };
    if (password === undefined || user === '')
        return NONE;
    return { kind: 'login', user, secret: password, isIdentityToken: false, from: path };
}
async function askHelper(helper, { host }, signal) {
    const name = `docker-credential-${helper}`;
    const broken = (why) => ({ kind: 'broken', message: `the credential helper ${(0,util_text/* quote */.hD)(name)} ${why}` });
    if (!/^[\w.-]+$/.test(helper))
        return broken('has a strange name');
    const { findTool, runTool } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 3638, 23));
    const tool = findTool(name);
    if (tool === undefined)
        return broken('is not installed on this runner');
    const input = host === 'docker.io' ? HUB_LOGIN : host;
    const { exitCode, stdout, stderr } = await runTool(tool, ['get'], { input, signal, timeoutMs: HELPER_MS });
    if (exitCode !== 0) {
        const said = (0,util_text/* oneLine */.TN)(stdout || stderr, 200);
        return /credentials not found/i.test(said) ? NONE : broken(`failed: ${said || `exit code ${exitCode}`}`);
    }
    const answer = (0,json/* parseObject */.lj)(stdout);
    const [user, secret] = [(0,json.at)(answer, 'Username'), (0,json.at)(answer, 'Secret')];
    if (typeof user !== 'string' || typeof secret !== 'string')
        return broken('printed no login');
    if (secret === '')
        return NONE;
    return { kind: 'login', user, secret, isIdentityToken: user === '<token>', from: name };
}
function maskLogin({ user, secret }) {
    for (const each of [secret, `${user}:${secret}`]) {
        (0,log/* mask */.dK)(each);
        (0,log/* mask */.dK)(Buffer.from(each).toString('base64'));
    }
}

;// CONCATENATED MODULE: ./lib/registry/client.js







const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.oci.artifact.manifest.v1+json',
    'application/vnd.cncf.oras.artifact.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
].join(', ');
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
function createRegistry({ environment, insecure = false, signal }) {
    const hosts = new Map();
    const authorizations = new Map();
    const authorizing = new Map();
    const logins = new Map();
    function hostOf(name) {
        const isLocal = (0,reference/* isLoopback */.U9)(name);
        const isOpen = insecure || isLocal;
        const known = hosts.get(name) ?? {
            send: createSender(name, { environment, skipTlsVerification: isOpen, signal }),
            schemes: isLocal ? ['http', 'https'] : isOpen ? ['https', 'http'] : ['https'],
        };
        hosts.set(name, known);
        return known;
    }
    function loginOf({ host, path }) {
        const found = logins.get(`${host}/${path}`) ?? findLogin({ host, path }, environment, signal);
        logins.set(`${host}/${path}`, found);
        return found;
    }
    async function authorizeFor(named, refused) {
        return authorize({
            challenges: String(refused.headers['www-authenticate'] ?? ''),
            scope: `repository:${named.path}:pull`,
            host: named.host,
            login: await loginOf(named),
            mayBePlain: (name) => insecure || ((0,reference/* isLoopback */.U9)(named.host) && (0,reference/* isLoopback */.U9)(name)),
            send: hostOf(named.host).send,
        });
    }
    async function askOnce(question) {
        const { named } = question;
        const host = hostOf(named.host);
        const key = `${named.host}/${named.path}`;
        const first = await sendTo(host, question, authorizations.get(key));
        if (first.kind === 'problem')
            return first.problem;
        if (first.status !== 401)
            return checked(first, named);
        const underWay = authorizing.get(key) ?? authorizeFor(named, first).finally(() => authorizing.delete(key));
        authorizing.set(key, underWay);
        const authorization = await underWay;
        if (authorization === undefined)
            return checked(first, named);
        if (typeof authorization !== 'string')
            return authorization;
        authorizations.set(key, authorization);
        const second = await sendTo(host, question, authorization);
        return second.kind === 'problem' ? second.problem : checked(second, named);
    }
    async function ask(question) {
        let askedMs = 0;
        const answer = await (0,retry_transient/* retryTransient */.j)(() => askOnce(question), {
            isTransient: (answer) => {
                askedMs = answer.retryAfterMs ?? 0;
                return answer.kind !== 'response' && answer.isTransient && askedMs <= LONGEST_WAIT_MS;
            },
            attempts: ATTEMPTS,
            waitMs: (attempt) => Math.max(FIRST_WAIT_MS * 2 ** (attempt - 1), askedMs),
            signal,
        });
        if (answer.kind !== 'denied' && answer.kind !== 'limited')
            return answer;
        return { ...answer, hint: loginHint(answer.kind, question.named.host, await loginOf(question.named)) };
    }
    async function manifest(named) {
        const path = `manifests/${named.digest ?? named.tag}`;
        const answer = await ask({ named, path, headers: { accept: MANIFEST_TYPES } });
        return answer.kind === 'response' ? readManifest(answer, named) : answer;
    }
    async function createdMs(named, { manifest: image }) {
        const annotated = (0,json/* textAt */.$6)(image, 'annotations', 'org.opencontainers.image.created');
        if (annotated !== undefined)
            return Date.parse(annotated) || undefined;
        const part = Array.isArray(image.manifests) ? (0,json/* textAt */.$6)(image.manifests[0], 'digest') : undefined;
        const found = (0,reference/* isDigest */.Bc)(part) ? await manifest({ ...named, tag: undefined, digest: part }) : undefined;
        const config = (0,json/* textAt */.$6)(found?.kind === 'found' ? found.manifest : image, 'config', 'digest');
        if (!(0,reference/* isDigest */.Bc)(config))
            return undefined;
        const answer = await ask({ named, path: `blobs/${config}` });
        if (answer.kind !== 'response')
            return undefined;
        return Date.parse((0,json/* textAt */.$6)((0,json/* parseObject */.lj)(answer.bytes.toString('utf8')), 'created') ?? '') || undefined;
    }
    return {
        manifest,
        createdMs,
        async blob(named) {
            const answer = await ask({ named, path: `blobs/${named.digest}`, method: 'HEAD' });
            return answer.kind === 'response' ? { kind: 'found' } : answer;
        },
    };
}
function checked(answer, { host }) {
    return answer.status < 400 ? answer : problemOf(answer, host);
}
function loginHint(kind, host, login) {
    if (login.kind === 'broken')
        return login.message;
    const howTo = 'log in before this step, as with docker/login-action';
    if (kind === 'limited')
        return login.kind === 'none' ? `a login for ${host} raises the limit: ${howTo}` : undefined;
    return login.kind === 'none'
        ? `there is no login for ${host}: ${howTo}`
        : `the login for ${host} from ${login.from} is wrong, has expired, or may not do this in the repository`;
}
async function sendTo(host, { named, path, ...options }, authorization) {
    const address = named.host === 'docker.io' ? 'registry-1.docker.io' : named.host;
    const headers = { ...options.headers, ...(authorization !== undefined && { authorization }) };
    let first;
    for (const scheme of host.schemes) {
        const answer = await host.send(new URL(`${scheme}://${address}/v2/${named.path}/${path}`), { ...options, headers });
        if (host.schemes.length === 1)
            return answer;
        if (answer.kind === 'response' && answer.status !== 400) {
            host.schemes = [scheme];
            return answer;
        }
        first ??= answer;
    }
    return first ?? { kind: 'problem', problem: failed('there is no way to ask') };
}
function readManifest({ bytes, headers }, { host, digest }) {
    const manifest = (0,json/* parseObject */.lj)(bytes.toString('utf8'));
    if (manifest === undefined || (manifest.schemaVersion === undefined && (0,json/* textAt */.$6)(manifest, 'mediaType') === undefined)) {
        return failed(`${host} answered something that is no manifest`);
    }
    if (manifest.schemaVersion === 1) {
        const given = headers['docker-content-digest'];
        return (0,reference/* isDigest */.Bc)(given)
            ? { kind: 'found', digest: given, manifest }
            : failed(`${host} gave no digest of a manifest of schema 1`);
    }
    const own = (0,oci_digest/* sha256Digest */.s)(bytes);
    if (digest?.startsWith('sha256:') && digest !== own)
        return failed(`${host} answered ${own} when it was asked for ${digest}`);
    return { kind: 'found', digest: own, manifest };
}


/***/ }),

/***/ 28:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ retryTransient)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9788);

async function retryTransient(action, { isTransient, attempts, waitMs, signal, onRetry }) {
    for (let attempt = 1;; attempt++) {
        const result = await action();
        if (signal.aborted || attempt >= attempts || !isTransient(result))
            return result;
        const pauseMs = waitMs(attempt);
        onRetry?.(result, attempt, pauseMs);
        await (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(pauseMs, signal);
        if (signal.aborted)
            return result;
    }
}


/***/ })

};
;