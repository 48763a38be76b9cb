/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 6111:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   jo: () => (/* binding */ backoffMs),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/* unused harmony exports UNKNOWN_HOST_MS, RETRIED_CODES, isUnsent, attemptLimit, isUnknownHost, decide */
/* harmony import */ var _http_types_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7160);

const BASE_MS = 1_000;
const CAP_MS = 10_000;
const UNSENT = { baseMs: 500, capMs: 2_000, untilMs: 30_000 };
const RETRY_AFTER_SPREAD_MS = 1_000;
const TIMER_SLACK_MS = 5;
const UNKNOWN_HOST_MS = 30_000;
const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 530]);
const UNSENT_CODES = new Set([
    'EADDRNOTAVAIL',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'EMFILE',
    'ENETDOWN',
    'ENETUNREACH',
    'ENFILE',
    'ENOBUFS',
    'ENOTFOUND',
]);
const RETRIED_CODES = new Set([
    ...UNSENT_CODES,
    'ECONNABORTED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'TIMEOUT',
]);
function isUnsent(result) {
    if (result.kind === 'response' || result.written)
        return false;
    return UNSENT_CODES.has(result.code) || (result.proxyStatus ?? 0) >= 500;
}
function isRetryable(result) {
    if (result.kind === 'response')
        return RETRIED_STATUSES.has(result.status) || ((0,_http_types_js__WEBPACK_IMPORTED_MODULE_0__/* .is2xx */ .ZE)(result) && (0,_http_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isStandIn */ .WG)(result));
    if (result.proxyStatus !== undefined)
        return RETRIED_STATUSES.has(result.proxyStatus);
    return RETRIED_CODES.has(result.code);
}
function attemptLimit({ retries = Number.POSITIVE_INFINITY, deadlineMs }) {
    return deadlineMs === 0 ? 1 : retries + 1;
}
function isUnknownHost(results) {
    return results.every((result) => result.kind === 'failure' && result.code === 'ENOTFOUND');
}
function decide(state, limits) {
    const { attempts, elapsedMs, retryAfterMs, random } = state;
    if (attempts >= attemptLimit(limits))
        return { kind: 'stop', reason: 'retries' };
    const leftMs = limits.deadlineMs - elapsedMs;
    if (leftMs < TIMER_SLACK_MS)
        return { kind: 'stop', reason: 'deadline' };
    if (state.isUnknownHost && elapsedMs >= UNKNOWN_HOST_MS)
        return { kind: 'stop', reason: 'unknown-host' };
    if (retryAfterMs !== undefined && retryAfterMs > leftMs)
        return { kind: 'stop', reason: 'retry-after', askedMs: retryAfterMs };
    const waitMs = retryAfterMs === undefined ? backoffMs(state) : retryAfterMs + random * RETRY_AFTER_SPREAD_MS;
    return { kind: 'retry', waitMs: Math.min(waitMs, leftMs) };
}
function backoffMs({ attempts, elapsedMs, isUnsent, random }) {
    const isShort = isUnsent && elapsedMs < UNSENT.untilMs;
    const { baseMs, capMs } = isShort ? UNSENT : { baseMs: BASE_MS, capMs: CAP_MS };
    return random * Math.min(capMs, baseMs * 2 ** (attempts - 1));
}
const HTTP_DATE = /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;
function parseRetryAfter({ retryAfter, dateMs }, nowMs) {
    const text = retryAfter?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Math.min(Number(text) * 1_000, Number.MAX_SAFE_INTEGER);
    if (!HTTP_DATE.test(text))
        return undefined;
    const waitMs = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - (dateMs ?? nowMs);
    return waitMs > 0 ? waitMs : undefined;
}


/***/ }),

/***/ 7160:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WG: () => (/* binding */ isStandIn),
/* harmony export */   ZE: () => (/* binding */ is2xx),
/* harmony export */   sl: () => (/* binding */ isTlsError),
/* harmony export */   yp: () => (/* binding */ isPage)
/* harmony export */ });
/* unused harmony exports isIncomplete, wasNeverSent */
function is2xx(result) {
    return result.kind === 'response' && result.status >= 200 && result.status < 300;
}
function isIncomplete({ bodyState }) {
    return bodyState === 'cut' || bodyState === 'stalled';
}
const PAGE = /^\s*<(?:\?xml[^>]*>\s*<)?(?:!|(?:html|head|body|title|meta|link|style|script|noscript|h\d|div|center|main|form|table|p|a)\b)/i;
function isPage(body) {
    return PAGE.test(body);
}
function isStandIn(result) {
    return result.kind === 'response' && (result.isChallenge === true || isPage(result.body));
}
function wasNeverSent(result) {
    return result.kind === 'failure' && result.code === 'CANCELLED' && !result.written;
}
const TLS_CODE = /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|UNSPECIFIED$|ERR_TLS_|ERR_SSL_|EPROTO)/;
function isTlsError(code) {
    return TLS_CODE.test(code);
}


/***/ }),

/***/ 4064:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256Digest)
/* harmony export */ });
/* unused harmony export agree */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


function sha256Digest(content) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex')}`;
}
function agree(named) {
    const [first, ...others] = named.filter(({ value }) => value !== undefined);
    const other = others.find(({ value }) => value !== first?.value);
    if (first === undefined || other === undefined)
        return first?.value;
    throw new InputError(`${first.field} names ${first.value}, but ${other.field} names ${other.value}; they must be equal: correct one of them, or leave it out`);
}


/***/ }),

/***/ 2263:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Ve: () => (/* binding */ splitHost)
/* harmony export */ });
/* unused harmony exports parseDigest, hostOfUrl, looksLikeDigest, parseHost, isTag, shortDigest */
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3370);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4230);


const HEX_LENGTH = Object.assign(Object.create(null), {
    sha256: 64,
    sha512: 128,
    blake3: 64,
});
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const HOST_LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const HOST = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`);
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const PATH_LENGTH = 255;
const TAG_LENGTH = 128;
const BARE_DIGEST = /^(?:[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-fA-F0-9]{32,}|[a-f0-9]{64})$/;
function parseDigest(text, field) {
    const digest = text.trim();
    const refuse = (problem) => new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(digest)} is not a digest: ${problem}`);
    if (digest === '')
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field} is empty: expected a digest such as sha256:<64 hex digits>`);
    const deceptive = (0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .deceptiveCharacter */ .Jj)(digest);
    if (deceptive !== undefined)
        throw refuse(`it holds ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nameCharacter */ .dy)(deceptive)}; remove it`);
    const colon = digest.indexOf(':');
    if (colon < 0)
        throw refuse('there is no algorithm before a ":", expected sha256:<64 hex digits>');
    const algorithm = digest.slice(0, colon);
    const encoded = digest.slice(colon + 1);
    if (!DIGEST.test(digest)) {
        const hexLength = HEX_LENGTH[algorithm] ?? 64;
        throw refuse(encoded === ''
            ? `nothing follows ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(`${algorithm}:`)}`
            : `expected ${algorithm in HEX_LENGTH ? algorithm : 'sha256'}:<${hexLength} hex digits>`);
    }
    const length = HEX_LENGTH[algorithm];
    if (length === undefined) {
        throw refuse(`the algorithm ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`);
    }
    const wrong = /[^a-f0-9]/.exec(encoded);
    if (wrong) {
        const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
        throw refuse(`character ${wrong.index + 1} after ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(`${algorithm}:`)} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(wrong[0])}, ${hint}`);
    }
    if (encoded.length !== length)
        throw refuse(`${algorithm} has ${length} hex digits, found ${encoded.length}`);
    return digest;
}
function isDigest(text) {
    if (typeof text !== 'string')
        return false;
    const [algorithm = '', encoded = '', ...rest] = text.split(':');
    return rest.length === 0 && encoded.length === HEX_LENGTH[algorithm] && /^[a-f0-9]+$/.test(encoded);
}
function parseReference(text, field) {
    const written = text.trim();
    const refuse = (problem) => new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(written)} is not a reference: ${problem}`);
    if (written === '')
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field} is empty: expected a reference such as ghcr.io/acme/app:v1`);
    if (written.includes('${{')) {
        throw refuse('it holds an unexpanded expression; write the expression into the workflow file itself');
    }
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\//.exec(written);
    if (scheme)
        throw refuse(`remove ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(scheme[0])}, a reference has no scheme`);
    const unsupported = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
    if (unsupported)
        throw refuse(`character ${unsupported.index + 1} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nameCharacter */ .dy)(unsupported[0])}: it is not allowed in a reference`);
    if (BARE_DIGEST.test(written))
        throw refuse('it is only a digest, expected host/path:tag or host/path@digest');
    const at = written.indexOf('@');
    const digest = at < 0 ? undefined : parseDigest(written.slice(at + 1), `${field}: the digest of ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(written)}`);
    const { host: first, rest } = splitHost(at < 0 ? written : written.slice(0, at));
    const colon = rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const host = first === undefined ? 'docker.io' : parseHost(first, `${field}: the host of ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(written)}`);
    const repository = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    const badPath = pathProblem(path) ?? pathProblem(repository);
    if (badPath)
        throw refuse(badPath);
    const badTag = tag === undefined ? undefined : tagProblem(tag);
    if (badTag)
        throw refuse(badTag);
    return { host, path: repository, tag, digest };
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const host = name.slice(0, Math.max(slash, 0));
    return host === 'localhost' || /[.:]/.test(host) ? { host, rest: name.slice(slash + 1) } : { rest: name };
}
function hostOfUrl(url) {
    return /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url ?? '')?.[1];
}
function isLoopback(host) {
    return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(host);
}
function looksLikeDigest(text) {
    return /^sha(?:256|512):/i.test(text);
}
function parseHost(text, field) {
    const host = text.trim().toLowerCase();
    const match = HOST.exec(host);
    if (host.length > 255 || !match || (match[1] !== undefined && (Number(match[1]) < 1 || Number(match[1]) > 65535))) {
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${field}: ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text.trim())} is not a registry host, expected host or host:port`);
    }
    return host === 'index.docker.io' ? 'docker.io' : host;
}
function pathProblem(path) {
    if (path === '')
        return 'the repository path is missing';
    if (path.length > PATH_LENGTH)
        return `the repository path has ${path.length} characters, at most ${PATH_LENGTH} are allowed`;
    for (const component of path.split('/')) {
        if (component === '')
            return 'the repository path has an empty component (a doubled or trailing "/")';
        if (/[A-Z]/.test(component))
            return `${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(component)} in the repository path must be lower-case`;
        if (!PATH_COMPONENT.test(component)) {
            return `${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(component)} in the repository path must be a-z and 0-9, joined by single ".", "_", "__" or dashes`;
        }
    }
    return undefined;
}
function isTag(text) {
    return typeof text === 'string' && tagProblem(text) === undefined;
}
function tagProblem(tag) {
    if (tag === '')
        return 'the tag after ":" is empty';
    if (tag.includes('+'))
        return `the tag ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tag)} has a "+", which no tag may have; helm pushes such a version as ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tag.replaceAll('+', '_'))}`;
    if (tag.length > TAG_LENGTH)
        return `the tag has ${tag.length} characters, at most ${TAG_LENGTH} are allowed`;
    if (!TAG.test(tag))
        return `the tag ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tag)} may hold only A-Z, a-z, 0-9, "_", "." and "-", and not begin with "." or "-"`;
    return undefined;
}
function formatReference({ host, path, tag, digest }) {
    return `${host}/${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
function shortDigest(digest) {
    const colon = digest.indexOf(':');
    return digest.slice(0, colon + 13);
}


/***/ }),

/***/ 7017:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ countFiles),
/* harmony export */   R: () => (/* binding */ brokenBy)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3370);

function brokenBy(error, { packed, uploads }) {
    if (packed === undefined)
        return { kind: 'refused', error };
    const message = `an error ended the step, which is a bug in oci-webhook-action, please report it: ${(0,_util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`;
    const rest = packed.inputs.destinations.slice(uploads.length).map((destination, index) => {
        if (index > 0 || uploads.some(({ kind }) => kind === 'failed'))
            return { kind: 'not-tried', destination };
        return { kind: 'failed', destination, message, inDoubt: true };
    });
    return { kind: 'pushed', ...packed, uploads: [...uploads, ...rest], isCancelled: false };
}
function countFiles({ entries }) {
    return entries.reduce((sum, { kind }) => sum + (kind === 'file' ? 1 : 0), 0);
}


/***/ }),

/***/ 994:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xh: () => (/* binding */ buildIndex),
/* harmony export */   _w: () => (/* binding */ buildImage),
/* harmony export */   rK: () => (/* binding */ LAYOUT_NAME)
/* harmony export */ });
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4064);

const MEDIA_TYPES = {
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};
const LAYOUT_NAME = 'artifact';
function buildImage(layer, annotations) {
    const config = blob({
        architecture: 'amd64',
        os: 'linux',
        config: {},
        rootfs: { type: 'layers', diff_ids: [layer.diffId] },
        history: [{ created_by: 'oci-webhook-action push' }],
    });
    const manifest = blob({
        schemaVersion: 2,
        mediaType: MEDIA_TYPES.manifest,
        config: { mediaType: MEDIA_TYPES.config, digest: config.digest, size: config.bytes },
        layers: [{ mediaType: MEDIA_TYPES.layer, digest: layer.digest, size: layer.bytes }],
        annotations,
    });
    return { layer, config, manifest, bytes: layer.bytes + config.bytes + manifest.bytes };
}
function buildIndex({ manifest }) {
    const { digest, bytes } = manifest;
    const annotations = { 'org.opencontainers.image.ref.name': LAYOUT_NAME };
    return JSON.stringify({
        schemaVersion: 2,
        manifests: [{ mediaType: MEDIA_TYPES.manifest, digest, size: bytes, annotations }],
    });
}
function blob(content) {
    const text = JSON.stringify(content);
    return { text, bytes: Buffer.byteLength(text), digest: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Digest */ .s)(text) };
}


/***/ }),

/***/ 467:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cd: () => (/* binding */ isInDoubt),
  $B: () => (/* binding */ isThere),
  dl: () => (/* binding */ uploadAll)
});

// EXTERNAL MODULE: ./lib/delivery/retry.js
var retry = __nccwpck_require__(6111);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __nccwpck_require__(2263);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __nccwpck_require__(7650);
// EXTERNAL MODULE: ./lib/util/retry-transient.js
var retry_transient = __nccwpck_require__(28);
// EXTERNAL MODULE: ./lib/push/pack/image.js
var pack_image = __nccwpck_require__(994);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/registry/credentials.js
var credentials = __nccwpck_require__(1668);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __nccwpck_require__(4487);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/push/login-hints.js





function explainBrokenLogin(message) {
    if (/(?:JSON|config) file\b/i.test(message)) {
        return 'the file with the logins cannot be read: correct its content or permissions';
    }
    if (/error getting credentials|docker-credential-/i.test(message)) {
        return 'the credential helper that the file with the logins names is missing here or failed';
    }
    return undefined;
}
function explainUnreadLogin(host, environment) {
    const directory = environment.DOCKER_CONFIG || (0,external_node_path_.join)(environment.HOME || (0,external_node_os_.homedir)(), '.docker');
    const path = environment.REGISTRY_AUTH_FILE || (0,external_node_path_.join)(directory, 'config.json');
    const config = (0,credentials/* readConfig */.Xg)(path);
    const of = (key) => (0,credentials/* entryFor */.cy)({ host, path: '' }, (0,json.at)(config, key));
    const login = of('auths');
    if ((0,json/* textAt */.$6)(login, 'auth') !== undefined || of('credHelpers') !== undefined)
        return undefined;
    const remedy = 'log in with skopeo login, or with docker login where no credsStore is set';
    if ((0,json/* textAt */.$6)(login, 'username') !== undefined && (0,json/* textAt */.$6)(login, 'password') !== undefined) {
        return `skopeo does not read username and password in ${(0,util_text/* quote */.hD)(path)}: ${remedy}`;
    }
    const store = (0,json/* textAt */.$6)(config, 'credsStore');
    if (store === undefined)
        return undefined;
    return `skopeo does not read credsStore (${(0,util_text/* quote */.hD)(store)} in ${(0,util_text/* quote */.hD)(path)}): name it for ${host} in credHelpers, or ${remedy}`;
}

;// CONCATENATED MODULE: ./lib/push/skopeo-hints.js

const MEANINGS = [
    { pattern: /unknown flag|unknown command/i, hint: 'this skopeo is too old: 1.4 or newer is needed' },
    {
        pattern: /\b(?:mkdir|open|stat|lstat|write|unlink|rename) \/[^:]*: (?:permission denied|read-only file system)/i,
        hint: 'this user may not write there on this machine: check HOME, XDG_RUNTIME_DIR and the permissions',
    },
    {
        pattern: /immutab|cannot be overwritten|tag (?:\S+ )?(?:already )?exists/i,
        hint: 'the registry does not let this tag move; push another tag',
    },
    {
        pattern: /quota|upper limit|storage limit|\b507\b/i,
        hint: 'the registry has no room left for this: delete old versions there, or have the quota raised',
    },
    {
        pattern: /read[- ]only|\blocked\b|\b423\b|maintenance/i,
        hint: 'the registry takes no pushes at the moment: it or the repository is read-only or locked',
    },
    {
        pattern: /\b413\b/,
        hint: 'something before the registry takes no upload of this size: raise its limit (nginx: client_max_body_size), or leave files out',
    },
    {
        pattern: /proxyconnect|\b407\b|": (?:Forbidden|Proxy Authentication Required)$/,
        hint: 'the proxy of this runner refuses the connection: check HTTPS_PROXY and its login, or list the registry in NO_PROXY',
    },
    {
        pattern: /name unknown|not known to registry|name invalid|(?:project|repository)\b.*(?:not found|does not exist)/i,
        hint: 'the registry has no such repository and does not create it by itself',
    },
    { pattern: /: unsupported|\b405\b/, hint: 'the registry takes no pushes here: it is a mirror, or read-only' },
    { pattern: /manifest invalid|\b415\b/i, hint: 'the registry does not take this kind of artifact, an OCI image' },
    {
        pattern: /too ?many ?requests|\b429\b/i,
        hint: 'the registry limits how often it may be asked; push later, or less often',
        isTransient: true,
    },
    {
        pattern: /incorrect username or password|invalid username\/password|unable to retrieve auth token/i,
        hint: 'the registry refuses the user or password; check the login step before this one',
        isAboutLogin: true,
    },
    {
        pattern: /unauthorized|authentication required|no basic auth credentials/i,
        hint: 'log in before this step with docker/login-action or skopeo login; if you do, the user or password is wrong, expired or for another registry',
        isAboutLogin: true,
    },
    {
        pattern: /denied|forbidden|insufficient.scope|permission|\b403\b/i,
        hint: 'there was no login before this step, or it may not push to this repository: use docker/login-action; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
        isAboutLogin: true,
    },
    {
        pattern: /server gave HTTP response to HTTPS client/i,
        hint: 'the registry speaks plain http; set insecure-registry: true if that is meant',
    },
    {
        pattern: /certificate has expired or is not yet valid/i,
        hint: "the registry's certificate has expired: have it renewed, or correct the clock here",
    },
    { pattern: /remote error: tls: internal error/i, hint: 'the registry broke off the handshake', isTransient: true },
    {
        pattern: /x509|certificate|tls: /i,
        hint: "the registry's certificate is not trusted here; install the certificate of its CA on the runner, or set insecure-registry: true if you know the network",
    },
    {
        pattern: /no such host/i,
        hint: 'the host of the registry does not resolve here; check its spelling',
        isTransient: true,
    },
    { pattern: /connection refused/i, hint: 'nothing listens at the registry; check host and port', isTransient: true },
];
function hintFor(message, host) {
    const meaning = meaningOf(message);
    const unread = meaning?.isAboutLogin ? explainUnreadLogin(host, process.env) : undefined;
    return explainBrokenLogin(message) ?? unread ?? meaning?.hint;
}
function isTransient(message) {
    const meaning = meaningOf(message);
    return explainBrokenLogin(message) === undefined && (meaning === undefined || meaning.isTransient === true);
}
function meaningOf(message) {
    const plain = message.replace(/sha256:[0-9a-f]+/g, '').replace(/:\d+/g, '');
    return MEANINGS.find(({ pattern }) => pattern.test(plain));
}

;// CONCATENATED MODULE: ./lib/push/upload.js






function isThere({ kind }) {
    return kind === 'pushed' || kind === 'unchanged';
}
function isInDoubt(upload) {
    return upload.kind === 'in-doubt' || (upload.kind === 'failed' && upload.inDoubt);
}
async function uploadAll(options) {
    const { uploads } = options;
    for (const destination of options.inputs.destinations) {
        const isOver = options.signal.aborted || uploads.some(({ kind }) => kind === 'failed');
        uploads.push(isOver ? { kind: 'not-tried', destination } : await upload(destination, options));
    }
    return uploads;
}
async function upload(destination, options) {
    const { copy, layout, image, inputs, signal } = options;
    const name = (0,reference/* formatReference */.FH)(destination);
    if ((await show(destination, options)).kind === 'same') {
        (0,log/* info */.pq)(`${name} has this digest already`);
        return { kind: 'unchanged', destination };
    }
    if (signal.aborted)
        return { kind: 'not-tried', destination };
    (0,log/* info */.pq)(`Pushing ${name}`);
    const { insecureRegistry: insecure } = inputs;
    const copyOnce = async () => {
        const copied = await copy({
            layout,
            name: pack_image/* LAYOUT_NAME */.rK,
            bytes: image.bytes,
            destination,
            insecure,
            signal,
            onLine: log/* info */.pq,
        });
        return copied.kind === 'done' ? copied : { ...copied, isTransient: isTransient(copied.message) };
    };
    const copied = await persist(copyOnce, options);
    const ask = () => show(destination, options);
    const shown = copied.kind === 'done' && !signal.aborted ? await persist(ask, options) : await ask();
    if (shown.kind === 'same') {
        (0,log/* info */.pq)(`Pushed ${name} (${image.manifest.digest})`);
        return { kind: 'pushed', destination };
    }
    if (signal.aborted)
        return { kind: 'in-doubt', destination };
    if (copied.kind === 'done') {
        const { message, hint, isKnown } = shown;
        return { kind: 'failed', destination, message: `pushed, but ${message}`, hint, inDoubt: !isKnown };
    }
    const { message } = copied;
    const hint = hintFor(message, destination.host);
    return { kind: 'failed', destination, message, hint, inDoubt: copied.isTransient && !shown.isKnown };
}
async function show(destination, { registry, image }) {
    const found = await registry.manifest(destination);
    if (found.kind === 'found') {
        if (found.digest === image.manifest.digest)
            return { kind: 'same' };
        const message = `the tag has ${found.digest}, not ${image.manifest.digest}: somebody else pushed it at the same time`;
        return { kind: 'failed', message, isTransient: false, isKnown: true };
    }
    const { kind, message, hint } = found;
    const isAbsent = kind === 'absent';
    const shown = `the registry does not show it: ${message}`;
    return { kind: 'failed', message: shown, hint, isTransient: found.isTransient || isAbsent, isKnown: isAbsent };
}
function persist(action, { inputs: { retries }, signal }) {
    const isFailure = (result) => result.kind === 'failed';
    return (0,retry_transient/* retryTransient */.j)(action, {
        isTransient: (result) => isFailure(result) && result.isTransient,
        attempts: retries + 1,
        waitMs: (attempts) => (0,retry/* backoffMs */.jo)({ attempts, elapsedMs: 0, isUnsent: false, random: Math.random() }),
        signal,
        onRetry: (result, attempt, waitMs) => {
            const message = isFailure(result) ? result.message : '';
            (0,log/* info */.pq)(`attempt ${attempt} of ${retries + 1}: ${message}, next in ${(waitMs / 1000).toFixed(1)} s`);
        },
    });
}


/***/ }),

/***/ 1668:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ findLogin),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   cy: () => (/* binding */ entryFor)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3370);
/* harmony import */ var _util_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4487);
/* harmony import */ var _util_log_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7650);
/* harmony import */ var _util_read_file_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5011);
/* harmony import */ var _util_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4230);







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
    const home = HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    return [
        ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
        ...(XDG_RUNTIME_DIR ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
        ...(process.getuid ? [`/run/containers/${process.getuid()}/auth.json`] : []),
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.config'), 'containers/auth.json'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(DOCKER_CONFIG || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.docker'), 'config.json'),
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
        const text = (0,_util_read_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .G)(path, { name: 'the file with the logins', mostBytes: CONFIG_LIMIT });
        return (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(text) ?? `the file with the logins ${path} is not JSON; correct it, or log in again`;
    }
    catch (error) {
        const cause = error.cause;
        return cause?.code === 'ENOENT' || cause?.code === 'ENOTDIR' ? undefined : (0,_util_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error);
    }
}
function entryFor({ host, path }, entries) {
    if (!(0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(entries))
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
    const decoded = Buffer.from((0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'auth') ?? '', 'base64')
        .toString('utf8')
        .replace(/\0+$/, '');
    const colon = decoded.indexOf(':');
    const [user = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'username') ?? '', password = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'password')] = colon < 0 ? [] : [decoded.slice(0, colon), decoded.slice(colon + 1)];
    const token = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'identitytoken');
    if (token !== undefined)
        return { kind: 'login', user, secret: token, isIdentityToken: true, from: path };
    if (password === undefined || user === '')
        return NONE;
    return { kind: 'login', user, secret: password, isIdentityToken: false, from: path };
}
async function askHelper(helper, { host }, signal) {
    const name = `docker-credential-${helper}`;
    const broken = (why) => ({ kind: 'broken', message: `the credential helper ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(name)} ${why}` });
    if (!/^[\w.-]+$/.test(helper))
        return broken('has a strange name');
    const { findTool, runTool } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7458, 23));
    const tool = findTool(name);
    if (tool === undefined)
        return broken('is not installed on this runner');
    const input = host === 'docker.io' ? HUB_LOGIN : host;
    const { exitCode, stdout, stderr } = await runTool(tool, ['get'], { input, signal, timeoutMs: HELPER_MS });
    if (exitCode !== 0) {
        const said = (0,_util_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(stdout || stderr, 200);
        return /credentials not found/i.test(said) ? NONE : broken(`failed: ${said || `exit code ${exitCode}`}`);
    }
    const answer = (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(stdout);
    const [user, secret] = [(0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(answer, 'Username'), (0,_util_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(answer, 'Secret')];
    if (typeof user !== 'string' || typeof secret !== 'string')
        return broken('printed no login');
    if (secret === '')
        return NONE;
    return { kind: 'login', user, secret, isIdentityToken: user === '<token>', from: name };
}
function maskLogin({ user, secret }) {
    for (const each of [secret, `${user}:${secret}`]) {
        (0,_util_log_js__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK)(each);
        (0,_util_log_js__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK)(Buffer.from(each).toString('base64'));
    }
}


/***/ }),

/***/ 3370:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf),
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
class InputError extends Error {
    name = 'InputError';
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 4487:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function at(value, ...path) {
    let current = value;
    for (const key of path) {
        if (!isObject(current) || !Object.hasOwn(current, key))
            return undefined;
        current = current[key];
    }
    return current;
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}
let last;
function parseObject(text) {
    if (text !== last?.text)
        last = { text, value: parseAnew(text) };
    return last.value;
}
function parseAnew(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function kindOf(value) {
    if (value === null)
        return 'null';
    if (value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'an array';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}


/***/ }),

/***/ 7650:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  z3: () => (/* binding */ error),
  NS: () => (/* binding */ exit),
  pq: () => (/* binding */ info),
  dK: () => (/* binding */ mask),
  lm: () => (/* binding */ notice),
  E$: () => (/* binding */ redact),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: infoGroup, redactStart

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var lib_core = __nccwpck_require__(7475);
;// CONCATENATED MODULE: ./lib/util/redact.js
const PREFIX_LENGTH = 4;
function createRedactor() {
    const all = new Set();
    const byPrefix = new Map();
    let short = [];
    return {
        add(secret) {
            if (secret === '' || all.has(secret))
                return false;
            all.add(secret);
            if (secret.length < PREFIX_LENGTH)
                short = longestFirst([...short, secret]);
            else {
                const prefix = prefixAt(secret, 0);
                byPrefix.set(prefix, longestFirst([...(byPrefix.get(prefix) ?? []), secret]));
            }
            return true;
        },
        redact(text, limit = text.length) {
            if (all.size === 0)
                return text.slice(0, limit);
            let redacted = '';
            let endOfSecret = 0;
            let prefix = prefixAt(text, 0) >>> 8;
            for (let index = 0; index < Math.min(text.length, limit); index++) {
                prefix = pack(prefix, text, index + PREFIX_LENGTH - 1);
                const sharing = byPrefix.get(prefix);
                const found = sharing?.find((secret) => text.startsWith(secret, index)) ?? shortAt(text, index);
                if (found === undefined)
                    continue;
                if (index >= endOfSecret)
                    redacted += `${text.slice(endOfSecret, index)}***`;
                endOfSecret = Math.max(endOfSecret, index + found.length);
            }
            return redacted + text.slice(endOfSecret, Math.max(endOfSecret, limit));
        },
    };
    function shortAt(text, index) {
        return short.length === 0 ? undefined : short.find((secret) => text.startsWith(secret, index));
    }
}
function prefixAt(text, index) {
    let prefix = 0;
    for (let offset = 0; offset < PREFIX_LENGTH; offset++)
        prefix = pack(prefix, text, index + offset);
    return prefix;
}
function pack(prefix, text, index) {
    return (prefix << 8) | (text.charCodeAt(index) & 0xff);
}
function longestFirst(secrets) {
    return secrets.toSorted((a, b) => b.length - a.length);
}
function spellingsOf(secret) {
    return new Set([secret, ...percentSpellings(secret), ...jsonSpellings(secret), ...htmlSpellings(secret)]);
}
function percentSpellings(secret) {
    const browser = encodeURIComponent(secret);
    const strict = browser.replace(/[!'()*]/g, (character) => `%${hex(character, 2).toUpperCase()}`);
    const spellings = [
        browser,
        strict,
        strict.replaceAll('%20', '+'),
        strict.replaceAll('%2F', '/'),
        strict.replace(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent),
        new URLSearchParams([['', secret]]).toString().slice(1),
    ];
    const lowerCase = (text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    return spellings.flatMap((text) => [text, lowerCase(text)]);
}
function jsonSpellings(secret) {
    const json = insideQuotes(secret);
    const byNumber = (text, characters) => text.replace(characters, (unit) => `\\u${hex(unit, 4)}`);
    const ascii = byNumber(json, /[\u0080-\uffff]/g);
    const net = secret.replace(/["<>&'+`\u0080-\uffff]/g, (unit) => `\\u${hex(unit, 4).toUpperCase()}`);
    return [
        json,
        insideQuotes(json),
        byNumber(json, /[<>&]/g),
        ascii,
        ascii.replaceAll('/', '\\/'),
        net,
    ];
}
function htmlSpellings(secret) {
    const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quotes = [
        ['&quot;', '&#39;'],
        ['&#34;', '&#39;'],
        ['&quot;', '&#x27;'],
        ['&quot;', '&#039;'],
    ].map(([double = '', single = '']) => html.replaceAll('"', double).replaceAll("'", single));
    return [html, ...quotes];
}
function insideQuotes(text) {
    return JSON.stringify(text).slice(1, -1);
}
function hex(unit, digits) {
    return unit.charCodeAt(0).toString(16).padStart(digits, '0');
}

// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/util/log.js



const redactor = createRedactor();
process.stdout.on('error', () => { });
function mask(secret) {
    if (secret.trim() === '')
        return;
    const hasRunner = process.env.GITHUB_ACTIONS === 'true';
    for (const spelling of spellingsOf(secret))
        if (redactor.add(spelling) && hasRunner)
            lib_core/* setSecret */.Pq(spelling);
}
function redact(text) {
    return redactor.redact(text);
}
function redactStart(text, limit) {
    return redactor.redact(text, limit);
}
function info(text) {
    lib_core/* info */.pq(inert(text));
}
function infoGroup(heading, lines) {
    core.startGroup(inert(heading));
    if (lines.length > 0)
        core.info(lines.map(inert).join('\n'));
    core.endGroup();
}
function notice(text, title = '') {
    lib_core/* notice */.lm(log_short(text), titled(title));
}
function warning(text, title = '') {
    lib_core/* warning */.$e(log_short(text), titled(title));
}
function error(text, title = '') {
    process.exitCode = lib_core/* ExitCode */.yU.Failure;
    lib_core/* error */.z3(log_short(text), titled(title));
}
const LONGEST_ANNOTATION = 3_900;
function titled(title) {
    return title === '' ? {} : { title: log_short(title) };
}
function log_short(text) {
    const shown = redact(text);
    return shown.length > LONGEST_ANNOTATION ? `${shown.slice(0, LONGEST_ANNOTATION)}…` : shown;
}
function debug(text) {
    lib_core/* debug */.Yz(redact(text));
}
function exit() {
    if (process.stdout.writableLength === 0)
        process.exit();
    process.stdout.write('', () => process.exit());
}
function inert(text) {
    return (0,util_text/* oneLine */.TN)(redact(text), 2000).replace(/^::/, ': :').replaceAll('##[', '## [');
}


/***/ }),

/***/ 5011:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ readTextFile)
});

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/util/read-file.js




function readTextFile(path, { name, mostBytes }) {
    try {
        return decode(readBytes(path, mostBytes));
    }
    catch (cause) {
        const problem = cause instanceof errors/* InputError */.d ? cause.message : problemOf(cause.code);
        throw new errors/* InputError */.d(`${name} ${path} ${problem}`, { cause });
    }
}
function readBytes(path, mostBytes) {
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    try {
        const stats = (0,external_node_fs_.fstatSync)(file);
        if (!stats.isFile())
            throw new errors/* InputError */.d('is not a regular file');
        if (stats.size > mostBytes)
            throw new errors/* InputError */.d(`has ${(0,util_text/* formatBytes */.z3)(stats.size)}, expected at most ${(0,util_text/* formatBytes */.z3)(mostBytes)}`);
        const bytes = Buffer.alloc(stats.size);
        let length = 0;
        for (let count = -1; count !== 0 && length < bytes.length; length += count) {
            count = (0,external_node_fs_.readSync)(file, bytes, length, bytes.length - length, null);
        }
        return bytes.subarray(0, length);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function decode(bytes) {
    const isUtf16 = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2)) || bytes.includes(0);
    if (isUtf16)
        throw new errors/* InputError */.d('is not UTF-8 but UTF-16 or binary; write it as UTF-8 (in PowerShell with: Out-File -Encoding utf8)');
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        throw new errors/* InputError */.d('is not text in UTF-8; write it as UTF-8');
    return bytes.toString('utf8').replace(/^\ufeff/, '');
}
function problemOf(code) {
    if (code === 'ENOENT')
        return 'does not exist';
    return code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
}


/***/ }),

/***/ 28:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ retryTransient)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9788);

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


/***/ }),

/***/ 4230:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   Jj: () => (/* binding */ deceptiveCharacter),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   dy: () => (/* binding */ nameCharacter),
/* harmony export */   ge: () => (/* binding */ unicodePattern),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/* unused harmony export nearest */
const INVISIBLE = String.raw `\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}`;
function isPrintable(text) {
    return /^[ -~]*$/.test(text);
}
function unicodePattern(source, flags) {
    return new RegExp(source, flags);
}
function oneLine(text, limit = 500) {
    const line = (isPrintable(text) ? text : replaceInvisible(text)).trim();
    return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
function replaceInvisible(text) {
    return text.replace(unicodePattern(`[${INVISIBLE}]+`, 'gu'), ' ');
}
function quote(text) {
    return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '�');
}
const ALIKE = String.raw `\u00a0\u2000-\u2015\u2018-\u201f\u202f\u2212`;
function deceptiveCharacter(text) {
    return isPrintable(text) ? undefined : unicodePattern(`[${INVISIBLE}${ALIKE}]`, 'u').exec(text)?.[0];
}
function nameCharacter(character) {
    if (isPrintable(character))
        return quote(character);
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const isVisible = unicodePattern(String.raw `^[\p{L}\p{M}\p{N}\p{P}\p{S}]$`, 'u').test(character);
    return isVisible ? `${quote(character)} (${code})` : `${code} (invisible)`;
}
function formatBytes(bytes) {
    if (bytes < 1024)
        return `${bytes} B`;
    const units = ['KiB', 'MiB', 'GiB'];
    const power = units.findIndex((_, power) => bytes / 1024 ** (power + 1) < 1023.95 || power === units.length - 1);
    return `${(bytes / 1024 ** (power + 1)).toFixed(1)} ${units[power]}`;
}
function plural(count, noun, several = `${noun}s`) {
    return `${grouped(count)} ${count === 1 ? noun : several}`;
}
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function nearest(word, known) {
    const given = word.slice(0, 40).toLowerCase();
    const [first] = known
        .map((each) => ({ each, changes: changesBetween(given, each) }))
        .sort((a, b) => a.changes - b.changes);
    return first !== undefined && first.changes * 2 < first.each.length ? first.each : undefined;
}
function changesBetween(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (const [index, letter] of from.split('').entries()) {
        const next = [index + 1];
        for (const [column, other] of to.split('').entries()) {
            const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 9788:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   dR: () => (/* binding */ monotonicMs),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
function monotonicMs() {
    return Number(process.hrtime.bigint()) / 1e6;
}
function sleep(ms, signal) {
    return new Promise((resolve) => {
        if (ms <= 0 || signal.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done);
    });
}
function formatDuration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 3_600)
        return twoUnits(seconds, 'min', 's');
    return twoUnits(Math.round(seconds / 60), 'h', 'min');
}
function twoUnits(count, large, small) {
    const rest = count % 60;
    return `${Math.floor(count / 60)} ${large}${rest === 0 ? '' : ` ${rest} ${small}`}`;
}


/***/ }),

/***/ 7949:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ requireNode),
/* harmony export */   _O: () => (/* binding */ USER_AGENT)
/* harmony export */ });
/* unused harmony export VERSION */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3370);

const VERSION = '1.0.0';
const USER_AGENT = `oci-webhook-action/${VERSION}`;
const OLDEST_NODE = 24;
function requireNode() {
    if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`this action needs Node ${OLDEST_NODE}, but the runner started ${process.version}: update the runner, or start the action with a newer Node`);
}


/***/ }),

/***/ 7458:
/***/ ((module) => {

module.exports = require("../exec.js");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 7475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yU: () => (/* binding */ ExitCode),
  Yz: () => (/* binding */ core_debug),
  z3: () => (/* binding */ error),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: addPath, endGroup, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, setFailed, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __nccwpck_require__(7650);
// EXTERNAL MODULE: ./lib/util/version.js
var version = __nccwpck_require__(7949);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
// EXTERNAL MODULE: ./lib/util/read-file.js + 1 modules
var read_file = __nccwpck_require__(5011);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/inputs/parse.js



const UNSET_SECRET = 'If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on';
const DROPPED_OUTPUT = 'If it is set to an output of another job, GitHub has probably dropped that output because it holds a secret: that job then warns "Skip output … since it may contain secret"';
function parse_text(environment, name) {
    return raw(environment, name).trim();
}
function raw(environment, name) {
    return environment[`INPUT_${name.toUpperCase()}`] ?? '';
}
function lines(value, separator = /\r?\n/) {
    return value
        .split(separator)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
function allLines(value) {
    return value.replace(/\r?\n$/, '').split(/\r?\n/);
}
function refuseEmptyLine(value, name) {
    const all = allLines(value);
    const empty = all.findIndex((line) => line.trim() === '');
    if (all.length === 1 || empty < 0)
        return;
    throw new InputError(`${name}: line ${empty + 1} of ${all.length} is empty; if it comes from a secret, that secret is not set here, or ends with a line break: set it again, or leave the endpoint out`);
}
function refuseUnexpanded(value, where) {
    if (!value.includes('${{'))
        return;
    throw new errors/* InputError */.d(`${where} holds an unexpanded \${{ expression }}; write the expression into the workflow file itself`);
}
const MOST_BYTES = (/* unused pure expression or super */ null && (32 * 1024 * 1024));
function parse_textOrFile(value, name) {
    if (!value.startsWith('@'))
        return value;
    const path = value.slice(1).trim();
    if (path === '')
        throw new InputError(`${name}: no path follows the "@"`);
    const found = readTextFile(path, { name: `${name}: the file`, mostBytes: MOST_BYTES });
    if (found.trim() === '')
        throw new InputError(`${name}: the file ${path} is empty; check that an earlier step wrote it`);
    return found;
}
function parse_hidingFile(value, name, { where, expected, read }) {
    if (!value.startsWith('@'))
        return read();
    try {
        return read();
    }
    catch (cause) {
        if (!(cause instanceof InputError))
            throw cause;
        const place = `${where} of the file ${value.slice(1).trim()}`;
        throw new InputError(`${name}: ${place} is not ${expected} (what is there is not shown)`, { cause });
    }
}
function refuseInHeader(value, where) {
    const [wrong] = /[^\t\x20-\x7e\x80-\xff]/u.exec(value) ?? [];
    if (wrong === undefined)
        return;
    throw new InputError(`${where} has characters that are not allowed in a header: ${nameCharacter(wrong)}`);
}
function optional(value, parse) {
    return value === '' ? undefined : parse(value);
}
function choice(value, name, allowed) {
    const found = allowed.find((choice) => choice === value);
    if (found === undefined)
        throw new InputError(`${name}: ${quote(value)} is not allowed, expected ${allowed.join(', ')}`);
    return found;
}
function flag(value, name) {
    if (value === '' || /^(?:false|False|FALSE)$/.test(value))
        return false;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    throw new errors/* InputError */.d(`${name}: ${(0,util_text/* quote */.hD)(value)} is not allowed, expected true or false`);
}
function integer(value, name, most) {
    if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
        throw new errors/* InputError */.d(`${name}: ${(0,util_text/* quote */.hD)(value)} is not allowed, expected a whole number from 0 to ${most}`);
    }
    return Number(value);
}
const SECONDS = String.raw `(\d{1,9}(?:\.\d{1,3})?)`;
const DURATION = new RegExp(`^(?:${SECONDS}|(?=\\d)(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:${SECONDS}s)?)$`);
function duration(value, name, { least, most }) {
    const [, plain = '0', hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(value) ?? ['', 'none'];
    const total = Number(plain) + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (!(total >= least && total <= most)) {
        const range = least === 0 ? `from 0 to ${most}` : `above 0 and at most ${most}`;
        throw new InputError(`${name}: ${quote(value)} is not allowed, expected a number of seconds ${range}, or a time such as 90s, 10m or 1h`);
    }
    return Math.round(total * 1000);
}
function pem(value, name, kind) {
    if (!new RegExp(`-----BEGIN [A-Z ]*${kind}-----`).test(value)) {
        throw new InputError(`${name} is not PEM text: "-----BEGIN ${kind}-----" is missing`);
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/inputs/problems.js


const MOST_NAMED = 20;
function problems_collectProblems() {
    const messages = new Set();
    let more = 0;
    return {
        attempt(read) {
            try {
                return read();
            }
            catch (error) {
                if (!(error instanceof errors/* InputError */.d))
                    throw error;
                if (messages.size < MOST_NAMED)
                    messages.add(error.message);
                else if (!messages.has(error.message))
                    more += 1;
                return undefined;
            }
        },
        throwIfAny() {
            if (messages.size === 0)
                return;
            if (more === 0)
                throw new errors/* InputError */.d([...messages].join('\n'));
            const all = `${(0,util_text/* grouped */.zD)(messages.size + more)} entries are wrong:`;
            throw new errors/* InputError */.d([all, ...messages, `and ${(0,util_text/* grouped */.zD)(more)} more`].join('\n'));
        },
    };
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __nccwpck_require__(4064);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __nccwpck_require__(2263);
;// CONCATENATED MODULE: ./lib/oci/user-written.js



function user_written_parseWrittenDigest(value, field) {
    const text = unquote(/^\[([^[\],\s]*)\]$/.exec(value.trim())?.[1] ?? value);
    if (/^[[{]/.test(text)) {
        throw new InputError(`${field}: ${quote(text)} is a list or an object; give the one digest in it`);
    }
    const at = text.lastIndexOf('@');
    if (at < 0)
        return { digest: parseDigest(text, field) };
    const digest = parseDigest(text.slice(at + 1), `${field}: the part of ${quote(text)} after "@"`);
    const { host, path } = parseReference(text.slice(0, at), `${field}: the part of ${quote(text)} before "@"`);
    return { digest, repository: formatReference({ host, path }) };
}
const LONGEST_WORD = 600;
function user_written_refuseWord(text, field) {
    if (text.length > LONGEST_WORD)
        return;
    const wanted = (tag, name = 'app') => `but a reference is wanted, such as ghcr.io/acme/${name}:${tag}`;
    if (/^refs\/(?:heads|tags|pull)\//.test(text))
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is a Git ref, ${wanted('v1')}`);
    const [, word = '', tag] = /^([\w.-]+)(?::([^/@]*))?(?:@[^/]*)?$/.exec(text) ?? [];
    if (word === '' || /^[a-f0-9]{64}$/.test(word))
        return;
    if (tag === undefined) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is only a word, so probably a tag, ${wanted(/^\w/.test(text) ? text : 'v1')} (docker/metadata-action gives references in outputs.tags when its images input is set; one of Docker's official images is docker.io/library/${word}:<tag>)`);
    }
    if (word === 'localhost' || word.includes('.')) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is only a host, ${wanted('v1')}`);
    }
    const example = /^\w/.test(tag) ? tag : 'v1';
    throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} names neither a registry nor an owner, ${wanted(example, word)}, or docker.io/library/${word}:${example} if it is one of Docker's official images`);
}
function unquote(text) {
    const trimmed = text.trim();
    return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}

// EXTERNAL MODULE: ./lib/util/json.js
var json = __nccwpck_require__(4487);
;// CONCATENATED MODULE: ./lib/inputs/tool-output.js



const MOST_DEPTH = 8;
const MOST_LEAVES = 200;
const MOST_SHOWN = 10;
const BY_FIELD = "as in fromJSON(steps.push.outputs.json)['field']";
function publishedIn(value, field) {
    const leaves = leavesOf(value);
    const references = leaves.flatMap(({ text }) => referenceIn(text) ?? []);
    const [repository, ...others] = new Set(references.map(({ host, path }) => (0,reference/* formatReference */.FH)({ host, path })));
    const [tag, ...otherTags] = new Set(references.flatMap((reference) => reference.tag ?? []));
    const pinned = references.flatMap((reference) => reference.digest ?? []);
    const [digest, ...otherDigests] = new Set([...pinned, ...digestsIn(leaves)]);
    const isOne = others.length + otherTags.length + otherDigests.length === 0;
    if (repository !== undefined && isOne && (tag !== undefined || pinned.length > 0)) {
        return { text: tag === undefined ? `${repository}@${digest}` : `${repository}:${tag}`, digest };
    }
    throw new errors/* InputError */.d(`${field} is JSON ${fieldsOf(leaves)}, and it is not clear which of them was published; set artifact and digest to one field each, ${BY_FIELD}`);
}
function tool_output_digestIn(value) {
    const leaves = leavesOf(value);
    const [digest, ...others] = new Set(digestsIn(leaves));
    if (digest !== undefined && others.length === 0)
        return digest;
    throw new InputError(`digest is JSON ${fieldsOf(leaves)}, and it is not clear which of them is the digest; set it to one field, ${BY_FIELD}`);
}
function leavesOf(value, keys = []) {
    if (typeof value === 'string')
        return [{ keys, text: value.trim() }];
    if (typeof value !== 'object' || value === null || keys.length === MOST_DEPTH)
        return [];
    const leaves = [];
    for (const [key, inner] of Object.entries(value)) {
        if (leaves.length < MOST_LEAVES)
            leaves.push(...leavesOf(inner, [...keys, key]));
    }
    return leaves;
}
function referenceIn(text) {
    const name = text.replace(/^(?:oci|docker):\/\//, '');
    if (!/^[^\s/]+\/\S+$/.test(name) || (0,reference/* splitHost */.Ve)(name).host === undefined)
        return undefined;
    try {
        return (0,reference/* parseReference */.F2)(name, '');
    }
    catch {
        return undefined;
    }
}
function digestsIn(leaves) {
    return leaves.filter(({ text }) => (0,reference/* isDigest */.Bc)(text)).map(({ text }) => text);
}
function fieldsOf(leaves) {
    if (leaves.length === 0)
        return 'without any text';
    const shown = leaves.slice(0, MOST_SHOWN).map(({ keys }) => (0,util_text/* quote */.hD)(keys.join('.').slice(0, 100)));
    return `with the fields ${shown.join(', ')}${leaves.length > MOST_SHOWN ? ' and more' : ''}`;
}

;// CONCATENATED MODULE: ./lib/inputs/references.js









const JSON_START = /^(?:\{|\[(?![0-9a-f]*:[0-9a-f:.]*\]))/i;
function splitReferences(value) {
    const text = value.trim();
    if (!JSON_START.test(text)) {
        const written = value.split(/\r\n|[\r\n]/).map((line, index) => ({ line, where: `line ${index + 1}` }));
        return written.flatMap(({ line, where }) => lines(line, /,/).map((part) => ({ ...splitLine(part), where })));
    }
    refuseUnexpanded(text, 'artifact');
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.d(`artifact begins with ${(0,util_text/* quote */.hD)(text.slice(0, 1))} but is not JSON; write one reference per line`, { cause });
    }
    if (!Array.isArray(parsed))
        return [{ ...readEntry(parsed, 'artifact'), where: 'the JSON' }];
    if (parsed.length === 0)
        throw new errors/* InputError */.d('artifact is an empty JSON array; leave the step out, or give references');
    const { attempt, throwIfAny } = problems_collectProblems();
    const written = parsed.map((entry, index) => {
        const where = `entry ${index + 1}`;
        return attempt(() => ({ ...readEntry(entry, `artifact: ${where}`), where }));
    });
    throwIfAny();
    return written.filter((each) => each !== undefined);
}
function splitLine(line) {
    const words = line.split(/\s+/).map((word) => word.replace(/^(?=[a-f0-9]{64}$)/, 'sha256:'));
    const digest = words.find(reference/* isDigest */.Bc);
    const text = words.find((word) => word !== digest);
    return words.length === 2 && digest !== undefined && text !== undefined ? { text, digest } : { text: unquote(line) };
}
function readEntry(entry, field) {
    if (typeof entry === 'string')
        return { text: entry };
    if (!(0,json/* isObject */.Gv)(entry))
        throw new errors/* InputError */.d(`${field} must be a reference or an object, found ${(0,json/* kindOf */.I)(entry)}`);
    const artifact = (0,json/* textAt */.$6)(entry, 'artifact');
    if (artifact === undefined)
        return publishedIn(entry, field);
    const digest = (0,json.at)(entry, 'digest') ?? '';
    if (typeof digest === 'string')
        return { text: artifact, digest: digest.trim() === '' ? undefined : digest };
    throw new errors/* InputError */.d(`${field}: its digest must be text, found ${(0,json/* kindOf */.I)(digest)}`);
}
function readReferences(written, given) {
    const { attempt, throwIfAny } = collectProblems();
    const fieldOf = (index) => (written.length === 1 ? 'artifact' : `artifact: entry ${index + 1}`);
    const artifacts = written.map((each, index) => attempt(() => readReference(each, fieldOf(index), given)));
    throwIfAny();
    return artifacts.filter((artifact) => artifact !== undefined);
}
function readReference(written, field, { input = '', ...given }) {
    const { digest: digestInput, style } = given;
    const { host, path, beside, ...named } = hidingFile(input, 'artifact', {
        where: written.where,
        expected: 'a reference such as ghcr.io/acme/app:v1',
        read: () => parse(written, field),
    });
    refuseOtherRepository(digestInput, { host, path }, field);
    const digest = agree([
        { field, value: named.digest },
        { field: `${field}: its digest`, value: beside },
        { field: 'digest', value: digestInput?.digest },
    ]);
    const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
    if (tag === undefined && style?.startsWith('tag')) {
        throw new InputError(`${field}: ${quote(written.text.trim())} has no tag, but reference is "${style}"`);
    }
    const asWritten = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
    return { host, path, tag, digest, style: style ?? asWritten };
}
function parse({ text, digest }, field) {
    refuseWord(text.trim(), field);
    const beside = digest === undefined ? undefined : parseDigest(digest, `${field}: its digest`);
    return { ...parseReference(text, field), beside };
}
function refuseParts(artifacts, receivers) {
    const keeping = receivers.find(({ wire }) => wire.keepsOneVersion);
    if (keeping === undefined)
        return;
    const { attempt, throwIfAny } = collectProblems();
    const repositoryOf = ({ host, path }) => formatReference({ host, path });
    const untagged = new Set(artifacts.filter(({ tag }) => tag === undefined).map(repositoryOf));
    const nameOf = (artifact) => {
        const repository = repositoryOf(artifact);
        return untagged.has(repository) ? repository : `${repository}:${artifact.tag}`;
    };
    for (const [name, all] of Map.groupBy(artifacts, nameOf)) {
        attempt(() => {
            const digests = new Set(all.map(({ digest }) => digest));
            if (digests.size === 1 || all[0] === undefined)
                return;
            throw new InputError(`artifact: ${name} has ${digests.size} digests, and ${keeping.title} keeps one version of a repository; keep the one of the index, which tools write first, before those of its platforms: ${formatReference(all[0])}`);
        });
    }
    throwIfAny();
}
function refuseOtherRepository(written, { host, path }, field) {
    const repository = formatReference({ host, path });
    if (written?.repository === undefined || written.repository === repository)
        return;
    throw new InputError(`digest: it is of ${written.repository}, but ${field} is of ${repository}; cut off all up to the "@" if the digest is right, or correct one of them`);
}
function readDigest(value) {
    const text = textOrFile(value, 'digest');
    const object = text.trim().startsWith('{') ? parseObject(text) : undefined;
    if (object !== undefined)
        return parseWrittenDigest(digestIn(object), 'digest');
    const line = splitLine(text.trim());
    return hidingFile(value, 'digest', {
        where: 'line 1',
        expected: 'a digest such as sha256:<64 hex digits>',
        read: () => parseWrittenDigest(line.digest === undefined ? text : `${line.text}@${line.digest}`, 'digest'),
    });
}

;// CONCATENATED MODULE: ./lib/push/inputs.js







const MOST_RETRIES = 20;
const MOST_TAGS = 500;
function readPushInputs(environment) {
    const { attempt, throwIfAny } = problems_collectProblems();
    const input = (name) => parse_text(environment, name);
    const isOn = (name) => attempt(() => flag(input(name), name)) ?? false;
    const inputs = {
        path: input('path') || '.',
        destinations: attempt(() => parseDestinations(splitReferences(input('artifact')))) ?? [],
        target: attempt(() => optional(input('target'), parseTarget)),
        annotations: attempt(() => parseAnnotations(lines(input('annotations')))) ?? new Map(),
        dryRun: isOn('dry-run'),
        retries: attempt(() => integer(input('retries') || '3', 'retries', MOST_RETRIES)) ?? 0,
        insecureRegistry: isOn('insecure-registry'),
    };
    throwIfAny();
    return inputs;
}
function parseDestinations(written) {
    if (written.length === 0) {
        throw new errors/* InputError */.d('artifact is empty: expected a reference with a tag such as ghcr.io/acme/platform-config:main');
    }
    const { attempt, throwIfAny } = problems_collectProblems();
    const parsed = written.map((each) => attempt(() => parseDestination(each)));
    throwIfAny();
    const destinations = parsed.filter((destination) => destination !== undefined);
    const repositories = new Set(destinations.map(({ host, path }) => (0,reference/* formatReference */.FH)({ host, path })));
    if (repositories.size > 1) {
        throw new errors/* InputError */.d(`artifact: all references must be in one repository, found ${[...repositories].join(' and ')}; use one step for each`);
    }
    const byTag = new Map(destinations.map((destination) => [destination.tag, destination]));
    if (byTag.size > MOST_TAGS) {
        throw new errors/* InputError */.d(`artifact: ${(0,util_text/* grouped */.zD)(byTag.size)} tags are more than the ${MOST_TAGS} that one step pushes`);
    }
    return [...byTag.values()];
}
function parseDestination({ text, digest: given }) {
    const written = text.trim();
    user_written_refuseWord(written, 'artifact');
    const { tag, digest, ...name } = (0,reference/* parseReference */.F2)(written, 'artifact');
    if (digest !== undefined || given !== undefined) {
        throw new errors/* InputError */.d(`artifact: ${(0,util_text/* quote */.hD)(written)} has a digest, but the digest follows from the content; write a tag instead`);
    }
    if (tag === undefined)
        throw new errors/* InputError */.d(`artifact: ${(0,util_text/* quote */.hD)(written)} has no tag, expected ${written}:<tag>`);
    return { ...name, tag };
}
function parseTarget(target) {
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(target)) {
        throw new errors/* InputError */.d(`target: ${(0,util_text/* quote */.hD)(target)} is not allowed, expected letters, digits, "_", "-" and ".", as in .doco-cd.<target>.yaml`);
    }
    return target;
}
const LEVEL = String.raw `(?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?`;
const LEVELS = new RegExp(`^(${LEVEL}(?:,${LEVEL})*):`);
function parseAnnotations(written) {
    const annotations = new Map();
    const { attempt, throwIfAny } = problems_collectProblems();
    for (const line of written) {
        attempt(() => {
            const [key, value] = parseAnnotation(line);
            if (annotations.has(key))
                throw new errors/* InputError */.d(`annotations: ${(0,util_text/* quote */.hD)(key)} is given twice`);
            annotations.set(key, value);
        });
    }
    throwIfAny();
    return annotations;
}
function parseAnnotation(line) {
    const [prefix = '', levels = 'manifest'] = LEVELS.exec(line) ?? [];
    if (!levels.split(',').includes('manifest')) {
        throw new errors/* InputError */.d(`annotations: ${(0,util_text/* quote */.hD)(line)} is for the level ${(0,util_text/* quote */.hD)(levels)}, but an artifact has only a manifest; write manifest: before the key, or leave the line out`);
    }
    const equals = line.indexOf('=');
    const key = line.slice(prefix.length, Math.max(equals, 0)).trim();
    if (key === '' || /\s/.test(key))
        throw new errors/* InputError */.d(`annotations: ${(0,util_text/* quote */.hD)(line)} is not of the form key=value`);
    return [key, line.slice(equals + 1).trim()];
}

// EXTERNAL MODULE: ./lib/push/outcome.js
var push_outcome = __nccwpck_require__(7017);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var main_core = __nccwpck_require__(7475);
;// CONCATENATED MODULE: ./lib/report/write-report.js





function writeReport(outputs, renderSummary) {
    try {
        for (const [name, value] of Object.entries(outputs()))
            (0,main_core/* setOutput */.uH)(name, value);
    }
    catch (cause) {
        (0,log/* error */.z3)(`the outputs could not be written (GITHUB_OUTPUT): ${(0,errors/* messageOf */.b)(cause)}`);
    }
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        (0,external_node_fs_.appendFileSync)(process.env.GITHUB_STEP_SUMMARY, (0,log/* redact */.E$)(renderSummary()));
    }
    catch (cause) {
        (0,log/* warning */.$e)(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${(0,errors/* messageOf */.b)(cause)}`);
    }
}
function failWith(cause, title = '') {
    const lines = (0,log/* redact */.E$)((0,errors/* messageOf */.b)(cause)).split('\n');
    const message = lines.map((line) => (0,util_text/* oneLine */.TN)(line, 2000)).join('\n');
    if (cause instanceof errors/* InputError */.d) {
        (0,log/* error */.z3)(message, title);
        return;
    }
    (0,log/* error */.z3)(`This is a bug in oci-webhook-action, please report it: ${message}`);
    if (cause instanceof Error)
        (0,log/* debug */.Yz)(cause.stack ?? '');
}

;// CONCATENATED MODULE: ./lib/report/markdown.js



function escapeMarkdown(text, limit = 500) {
    const line = (0,util_text/* oneLine */.TN)(text, limit);
    return ((0,util_text/* isPrintable */.C2)(line) ? line.replace(/[^A-Za-z0-9 .,:;/+=-]/g, asReference) : escapeUnicode(line))
        .replace(/:(?=\/\/)|:(?=[a-z0-9_+-]+:)/gi, '&#58;')
        .replace(/\b(www)\./gi, '$1&#46;')
        .replace(/^([-+=]|\d+\.)/, (start) => `&#${start.codePointAt(0)};${start.slice(1)}`);
}
function escapeUnicode(line) {
    return line.replace((0,util_text/* unicodePattern */.ge)(String.raw `[^\p{L}\p{N} .,:;/+=-]`, 'gu'), asReference);
}
function asReference(character) {
    return `&#${character.codePointAt(0)};`;
}
function code(text, limit = 500) {
    return `<code>${escapeMarkdown(text, limit)}</code>`;
}
function markdown_link(label, url) {
    if (url === undefined || !URL.canParse(url))
        return label;
    const { protocol, username, password, href } = new URL(url);
    if (protocol !== 'https:' || username !== '' || password !== '' || href.length > 2000)
        return label;
    return `[${label}](${href.replace(/[()<>|`"'\\*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)})`;
}
function errorLines(error) {
    const lines = (0,log/* redact */.E$)((0,errors/* messageOf */.b)(error))
        .split('\n')
        .map((line) => escapeMarkdown(line, 2000));
    return lines.length === 1 ? lines.join() : lines.map((line) => `- ${line}`).join('\n');
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function details(title, inside) {
    return `<details><summary>${(0,util_text/* oneLine */.TN)(title)}</summary>\n\n${inside}\n\n</details>`;
}
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}
function firstOf(items, most, show) {
    const left = items.length - most;
    return [...items.slice(0, most).map(show), ...(left > 0 ? [`${grouped(left)} more`] : [])];
}
function limitedTable(head, items, { bytes, what, cellsOf }) {
    const rows = [];
    let left = bytes;
    for (const item of items) {
        const cells = cellsOf(item);
        left -= Buffer.byteLength(cells.join(' | ')) + 5;
        if (left < 0)
            break;
        rows.push(cells);
    }
    const note = rows.length < items.length ? `\n\nThe first ${rows.length} of ${items.length} ${what}.` : '';
    return `${table(head, rows)}${note}`;
}

// EXTERNAL MODULE: ./lib/push/upload.js + 2 modules
var upload = __nccwpck_require__(467);
;// CONCATENATED MODULE: ./lib/push/job-summary.js





const SHOWN = 1_000;
const NAME_LENGTH = 100;
const DEEPEST = 30;
function renderPushSummary(outcome) {
    switch (outcome.kind) {
        case 'refused':
            return `### ❌ Nothing was pushed\n\n${errorLines(outcome.error)}\n`;
        case 'cancelled':
            return '### ❌ Cancelled, nothing was pushed\n';
        case 'dry-run':
        case 'pushed':
            return `${[`### ${headline(outcome)}`, ...failures(outcome), facts(outcome), pull(outcome), inside(outcome)]
                .filter((part) => part !== '')
                .join('\n\n')}\n`;
    }
}
function headline(outcome) {
    const { destinations } = outcome.inputs;
    const [first] = destinations;
    const isOne = destinations.length === 1;
    const name = first === undefined ? '' : code(isOne ? (0,reference/* formatReference */.FH)(first) : `${first.host}/${first.path}`);
    const what = isOne ? name : `${(0,util_text/* plural */.LS)(destinations.length, 'tag')} of ${name}`;
    if (outcome.kind === 'dry-run')
        return `🧪 Dry run: ${what}`;
    const { uploads, isCancelled } = outcome;
    if (isCancelled && !uploads.every(upload/* isThere */.$B))
        return `❌ Cancelled: ${what}`;
    const failed = uploads.filter(({ kind }) => kind === 'failed').length;
    if (failed > 0)
        return isOne ? `❌ Not pushed: ${what}` : `❌ ${failed} of ${what} not pushed`;
    return uploads.every(({ kind }) => kind === 'unchanged') ? `⏭ Nothing new: ${what}` : `✅ Pushed ${what}`;
}
function failures(outcome) {
    if (outcome.kind === 'dry-run')
        return [];
    return outcome.uploads.flatMap((upload) => {
        if (upload.kind !== 'failed')
            return [];
        const name = outcome.uploads.length === 1 ? [] : [`**${code((0,reference/* formatReference */.FH)(upload.destination))}**`];
        const hint = upload.hint === undefined ? [] : [`**To fix:** ${escapeMarkdown(upload.hint)}`];
        return [[...name, `**What happened:** ${escapeMarkdown(upload.message, 300)}`, ...hint].join('<br>\n')];
    });
}
function facts(outcome) {
    const { checked, image } = outcome;
    const isPulled = outcome.kind === 'pushed' && outcome.uploads.some(upload/* isThere */.$B);
    const digest = isPulled ? [] : [code(image.manifest.digest)];
    const sizes = `${(0,util_text/* formatBytes */.z3)(image.bytes)} packed, ${(0,util_text/* formatBytes */.z3)(checked.bytes)} unpacked`;
    return [...digest, (0,util_text/* plural */.LS)((0,push_outcome/* countFiles */.D)(checked), 'file'), sizes].join(' · ');
}
function inside(outcome) {
    const rows = outcome.kind === 'pushed'
        ? outcome.uploads.map((upload) => [code((0,reference/* formatReference */.FH)(upload.destination)), RESULTS[upload.kind]])
        : outcome.inputs.destinations.map((destination) => [code((0,reference/* formatReference */.FH)(destination)), '⏭ not pushed']);
    const tags = rows.length === 1 ? '' : `${table(['Tag', 'Result'], rows)}\n\n`;
    return details('Details', `${tags}${tree(outcome.checked.entries)}`);
}
const RESULTS = {
    pushed: '✅ pushed',
    unchanged: '⏭ had this digest already',
    'in-doubt': '❔ cancelled while it was pushed: perhaps in the registry',
    'not-tried': '⏭ not tried',
    failed: '❌ not pushed',
};
function pull(outcome) {
    const there = outcome.kind === 'pushed' ? outcome.uploads.find(upload/* isThere */.$B) : undefined;
    if (there === undefined)
        return '';
    const { host, path } = there.destination;
    const command = `docker pull ${(0,reference/* formatReference */.FH)({ host, path, digest: outcome.image.manifest.digest })}`;
    return `\`\`\`sh\n${command}\n\`\`\`\n\n${firstDeployment(host)}`;
}
function firstDeployment(host) {
    const visibility = host === 'ghcr.io' ? ' (new packages of ghcr.io are), make it public in its settings, or' : ',';
    return `If this package is private${visibility} give the server that deploys it a login for ${code(host)}. The command above shows whether it has one.`;
}
function tree(entries) {
    const lines = entries.slice(0, SHOWN).map(({ path, kind, bytes }) => {
        const depth = Math.min(path.split('/').length - 1, DEEPEST);
        const name = escapeMarkdown(path.slice(path.lastIndexOf('/') + 1), NAME_LENGTH);
        return `${'  '.repeat(depth)}${name}${kind === 'directory' ? '/' : `  ${(0,util_text/* formatBytes */.z3)(bytes)}`}`;
    });
    const more = entries.length > SHOWN ? `\n… and ${entries.length - SHOWN} more` : '';
    return `<pre>${lines.join('\n')}${more}</pre>`;
}

;// CONCATENATED MODULE: ./lib/push/outputs.js



function pushOutputs(outcome) {
    if (outcome.kind !== 'dry-run' && outcome.kind !== 'pushed') {
        return { artifact: '', artifacts: '[]', 'in-doubt': '', repository: '', digest: '', size: '', files: '' };
    }
    const { inputs, checked, image } = outcome;
    const uploads = outcome.kind === 'pushed'
        ? outcome.uploads
        : inputs.destinations.map((destination) => ({ kind: 'pushed', destination }));
    const names = uploads.filter(upload/* isThere */.$B).map(({ destination }) => (0,reference/* formatReference */.FH)(destination));
    const doubtful = uploads.filter(upload/* isInDoubt */.cd).map(({ destination }) => (0,reference/* formatReference */.FH)(destination));
    const digest = names.length > 0 ? image.manifest.digest : '';
    const { host = '', path = '' } = uploads.find(upload/* isThere */.$B)?.destination ?? {};
    return {
        artifact: names[0] ?? '',
        artifacts: JSON.stringify(names.map((artifact) => ({ artifact, digest }))),
        'in-doubt': doubtful.join('\n'),
        repository: names.length > 0 ? (0,reference/* formatReference */.FH)({ host, path }) : '',
        digest,
        size: String(image.bytes),
        files: String((0,push_outcome/* countFiles */.D)(checked)),
    };
}

;// CONCATENATED MODULE: ./lib/push/report.js







function reportPush(outcome) {
    annotate(outcome);
    writeReport(() => pushOutputs(outcome), () => renderPushSummary(outcome));
}
function annotate(outcome) {
    switch (outcome.kind) {
        case 'refused':
            failWith(outcome.error, 'Nothing was pushed');
            break;
        case 'cancelled':
            (0,log/* error */.z3)('Cancelled before anything was pushed');
            break;
        case 'dry-run':
            (0,log/* notice */.lm)(`Dry run: ${outcome.image.manifest.digest} was packed and not pushed`);
            break;
        case 'pushed': {
            const problem = describeProblem(outcome);
            if (problem !== '')
                (0,log/* error */.z3)(problem);
        }
    }
}
function describeProblem({ uploads, isCancelled }) {
    const failed = uploads.flatMap((upload) => (upload.kind === 'failed' ? [describeFailure(upload)] : []));
    if (!isCancelled || uploads.every(upload/* isThere */.$B))
        return failed.join('\n');
    const named = (these) => these.map(({ destination }) => (0,reference/* formatReference */.FH)(destination)).join(', ');
    const parts = [
        [uploads.filter(upload/* isThere */.$B), 'in the registry'],
        [uploads.filter(({ kind }) => kind === 'in-doubt'), 'perhaps in the registry'],
        [uploads.filter(({ kind }) => kind === 'not-tried'), 'not pushed'],
    ];
    const says = parts.filter(([these]) => these.length > 0).map(([these, where]) => `${where}: ${named(these)}`);
    return [`Cancelled. ${says.join('; ')}`, ...failed].join('\n');
}
function describeFailure({ destination, message, hint }) {
    const said = (0,util_text/* oneLine */.TN)(message, 1000);
    return `${(0,reference/* formatReference */.FH)(destination)} was not pushed: ${said}${hint === undefined ? '' : `\n${hint}`}`;
}

;// CONCATENATED MODULE: ./lib/push/main.js





const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => cancelled.abort());
const soFar = { uploads: [] };
let isReported = false;
function finish(outcome) {
    reportPush(outcome);
    isReported = true;
}
function fail(error) {
    if (!isReported)
        finish((0,push_outcome/* brokenBy */.R)(error, soFar));
}
async function main() {
    (0,version/* requireNode */.Qj)();
    const inputs = readPushInputs(process.env);
    const { push } = await Promise.all(/* import() */[__nccwpck_require__.e(328), __nccwpck_require__.e(494)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2494));
    finish(await push({ inputs, environment: process.env, signal: cancelled.signal, soFar }));
}
process.on('uncaughtException', (error) => {
    fail(error);
    (0,log/* exit */.NS)();
});
process.once('exit', () => fail(new Error('the step ended before it was done')));
main().catch(fail).finally(log/* exit */.NS);

module.exports = __webpack_exports__;
/******/ })()
;