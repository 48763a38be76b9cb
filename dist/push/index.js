/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 2263:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   U9: () => (/* binding */ isLoopback)
/* harmony export */ });
/* unused harmony exports parseDigest, isDigest, splitHost, hostOfUrl, looksLikeDigest, parseHost, shortDigest */
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
    const colon = digest.indexOf(':');
    if (colon < 0)
        throw refuse('there is no algorithm before a ":", expected sha256:<64 hex digits>');
    const algorithm = digest.slice(0, colon);
    const encoded = digest.slice(colon + 1);
    if (!DIGEST.test(digest)) {
        const hexLength = HEX_LENGTH[algorithm] ?? 64;
        throw refuse(encoded === ''
            ? `nothing follows "${algorithm}:"`
            : `expected ${algorithm in HEX_LENGTH ? algorithm : 'sha256'}:<${hexLength} hex digits>`);
    }
    const length = HEX_LENGTH[algorithm];
    if (length === undefined) {
        throw refuse(`the algorithm ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`);
    }
    const wrong = /[^a-f0-9]/.exec(encoded);
    if (wrong) {
        const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
        throw refuse(`character ${wrong.index + 1} after "${algorithm}:" is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(wrong[0])}, ${hint}`);
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
        throw refuse(`remove "${scheme[0]}", a reference has no scheme`);
    const unsupported = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
    if (unsupported)
        throw refuse(`character ${unsupported.index + 1} is ${(0,_util_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(unsupported[0])}, which is not allowed in a reference`);
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
    return /^(?:localhost|[^:]+\.localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(host);
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
function tagProblem(tag) {
    if (tag === '')
        return 'the tag after ":" is empty';
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
/* harmony export */   D: () => (/* binding */ countFiles)
/* harmony export */ });
function countFiles({ entries }) {
    return entries.reduce((sum, { kind }) => sum + (kind === 'file' ? 1 : 0), 0);
}


/***/ }),

/***/ 2906:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ askRegistry),
  g: () => (/* binding */ missingSkopeo)
});

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __nccwpck_require__(2263);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/registry/tool-error.js

const LOOK_UP_MS = 30_000;
function describeTimeout(tool, ms = LOOK_UP_MS) {
    return `${tool} had no answer within ${Math.round(ms / 1000)} s`;
}
function parseToolError(stderr) {
    const messages = [...stderr.matchAll(/^time=.*?\bmsg=("(?:[^"\\]|\\.)*")/gm)].map(([, quoted = '']) => unquote(quoted));
    const message = (messages.at(-1) ?? stderr)
        .replace(/^Error parsing image name "[^"]*": /, '')
        .replace(/\?[^\s"']+/g, '');
    return (0,util_text/* oneLine */.TN)(message, 1000);
}
function unquote(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
// EXTERNAL MODULE: ./lib/util/exec.js + 1 modules
var exec = __nccwpck_require__(7917);
// EXTERNAL MODULE: ./lib/util/time.js
var time = __nccwpck_require__(9788);
;// CONCATENATED MODULE: ./lib/push/skopeo.js





const STALLED_MS = 300_000;
function askRegistry({ destinations, insecureRegistry }, signal) {
    const skopeo = findSkopeo(insecureRegistry, signal);
    return skopeo && { skopeo, askedMs: (0,time/* monotonicMs */.dR)(), before: Promise.all(destinations.map(skopeo.manifest)) };
}
function findSkopeo(insecure, signal) {
    const tool = (0,exec/* findTool */.S)('skopeo');
    if (tool === undefined)
        return undefined;
    const noTls = ({ host }, option) => (insecure || (0,oci_reference/* isLoopback */.U9)(host) ? [option] : []);
    const copy = ['--insecure-policy', 'copy', '--preserve-digests', '--retry-times', '0'];
    return {
        copy: async ({ layout, name, destination, onLine }) => {
            const target = [...noTls(destination, '--dest-tls-verify=false'), `oci:${layout}:${name}`, url(destination)];
            const show = (line) => isProgress(line) && onLine(line);
            return doneOrFailed(await (0,exec/* runTool */.q)(tool, [...copy, ...target], { signal, stalledMs: STALLED_MS, onLine: show }));
        },
        fetch: async (source, directory, timeoutMs) => {
            const target = [...noTls(source, '--src-tls-verify=false'), url(source), `dir:${directory}`];
            const run = await (0,exec/* runTool */.q)(tool, [...copy, ...target], { signal, timeoutMs });
            if (run.exceeded === undefined)
                return doneOrFailed(run);
            return { kind: 'failed', serverMessage: describeTimeout('skopeo', timeoutMs) };
        },
        manifest: async (reference) => {
            const args = ['inspect', '--raw', ...noTls(reference, '--tls-verify=false'), url(reference)];
            const run = await (0,exec/* runTool */.q)(tool, args, { signal, timeoutMs: LOOK_UP_MS });
            return run.exitCode === 0 ? { kind: 'found', manifest: run.stdout } : describeFailure(run);
        },
    };
}
function missingSkopeo({ RUNNER_OS: runnerOs }) {
    return new errors/* InputError */.d(`skopeo is not installed on this runner. ${howToInstall(runnerOs)}`);
}
function howToInstall(runnerOs) {
    if (runnerOs === 'Windows')
        return 'It does not exist for Windows: use runs-on: ubuntu-latest for this job';
    if (runnerOs === 'macOS')
        return 'Run this before: brew install skopeo';
    return "GitHub's Ubuntu runners have it; elsewhere install it in a step before: apt-get install skopeo (Debian, Ubuntu), dnf install skopeo (Fedora, RHEL) or apk add skopeo (Alpine)";
}
function url(reference) {
    return `docker://${(0,oci_reference/* formatReference */.FH)(reference)}`;
}
function isProgress(line) {
    return line.trim() !== '' && !line.startsWith('time=');
}
function doneOrFailed(run) {
    return run.exitCode === 0 ? { kind: 'done' } : describeFailure(run);
}
function describeFailure({ exitCode, stderr, exceeded }) {
    if (exceeded === 'timeoutMs')
        return { kind: 'failed', serverMessage: describeTimeout('skopeo') };
    if (exceeded === 'stalledMs')
        return { kind: 'failed', serverMessage: 'skopeo made no progress for 5 min and was ended' };
    const serverMessage = parseToolError(stderr) || `skopeo ended with exit code ${exitCode} and no message`;
    return { kind: 'failed', serverMessage };
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

/***/ 7917:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ findTool),
  q: () => (/* binding */ runTool)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
;// CONCATENATED MODULE: ./lib/util/exec.js





const KEPT = 8 * 1024 * 1024;
const LONGEST_LINE = 64 * 1024;
const KILL_AFTER_MS = 3000;
const STREAM_GRACE_MS = 2000;
const PROGRESS_BYTES = 4096;
const IS_WINDOWS = process.platform === 'win32';
const running = new Set();
process.once('exit', () => {
    for (const child of running)
        killTree(child, 'SIGKILL');
});
async function runTool(tool, args, options = {}) {
    let child;
    try {
        child = (0,external_node_child_process_namespaceObject.spawn)(tool, args, {
            env: environment(options.env),
            stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
            detached: !IS_WINDOWS,
            windowsHide: true,
        });
    }
    catch (error) {
        return { exitCode: 127, stdout: '', stderr: (0,errors/* messageOf */.b)(error) };
    }
    running.add(child);
    child.stdin?.on('error', () => { });
    child.stdin?.end(options.input);
    const streams = [child.stdout, child.stderr].map((stream) => collect(stream, options.onLine));
    const end = endInTime(child, options, () => streams.reduce((sum, { characters }) => sum + characters, 0));
    const failure = await exitOf(child);
    const exceeded = end.release();
    running.delete(child);
    const [stdout = '', stderr = ''] = streams.map(({ text }) => text);
    if (failure !== undefined)
        return { exitCode: 127, stdout, stderr: `${stderr}${failure}` };
    const signal = child.signalCode ?? undefined;
    if (signal === undefined)
        return { exitCode: child.exitCode ?? 128, stdout, stderr, exceeded };
    const exitCode = 128 + external_node_os_.constants.signals[signal];
    return { exitCode, stdout, stderr: `${stderr}\n${tool} was ended by ${signal}`, exceeded };
}
function findTool(name) {
    const file = IS_WINDOWS ? `${name}.exe` : name;
    const directories = (process.env.PATH ?? '').split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    return directories.map((directory) => (0,external_node_path_.join)(directory, file)).find(isExecutable);
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function exitOf(child) {
    return new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('close', () => resolve(undefined));
        child.once('exit', () => {
            setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, STREAM_GRACE_MS).unref();
        });
    });
}
function endInTime(child, { signal, timeoutMs, stalledMs }, printed) {
    let exceeded;
    let isEnded = false;
    const timers = [];
    const end = () => {
        if (isEnded)
            return;
        isEnded = true;
        killTree(child, 'SIGTERM');
        timers.push(setTimeout(() => killTree(child, 'SIGKILL'), KILL_AFTER_MS));
    };
    const exceed = (limit) => {
        exceeded ??= limit;
        end();
    };
    if (signal?.aborted)
        end();
    signal?.addEventListener('abort', end, { once: true });
    if (timeoutMs !== undefined)
        timers.push(setTimeout(() => exceed('timeoutMs'), timeoutMs));
    if (stalledMs !== undefined) {
        let last = 0;
        const look = () => {
            const done = printed() + bytesRead(child.pid);
            if (done < last + PROGRESS_BYTES)
                exceed('stalledMs');
            last = done;
        };
        timers.push(bytesRead(child.pid) > 0 ? setInterval(look, stalledMs) : setTimeout(look, 12 * stalledMs));
    }
    return {
        release: () => {
            signal?.removeEventListener('abort', end);
            for (const timer of timers)
                clearTimeout(timer);
            if (isEnded)
                killTree(child, 'SIGKILL');
            return exceeded;
        },
    };
}
function killTree(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        if (IS_WINDOWS)
            (0,external_node_child_process_namespaceObject.spawn)((0,external_node_path_.join)(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe'), ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => { });
        else
            process.kill(-child.pid, signal);
    }
    catch {
    }
}
function bytesRead(pid) {
    try {
        return Number(/^rchar: (\d+)$/m.exec((0,external_node_fs_.readFileSync)(`/proc/${pid}/io`, 'utf8'))?.[1] ?? 0);
    }
    catch {
        return 0;
    }
}
function collect(stream, onLine) {
    const collected = { text: '', characters: 0 };
    let line = '';
    stream.setEncoding('utf8').on('data', (added) => {
        collected.characters += added.length;
        if (collected.text.length < KEPT)
            collected.text += added.slice(0, KEPT - collected.text.length);
        if (onLine === undefined)
            return;
        const lines = `${line}${added}`.split(/\r?\n/);
        line = (lines.pop() ?? '').slice(0, LONGEST_LINE);
        lines.forEach(onLine);
    });
    stream.on('end', () => line !== '' && onLine?.(line));
    return collected;
}
function environment(added) {
    const kept = {};
    for (const [name, value] of Object.entries({ ...process.env, ...added })) {
        if (value !== undefined && !name.startsWith('INPUT_'))
            kept[name] = value;
    }
    return kept;
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
function parseObject(text) {
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
  lm: () => (/* binding */ notice),
  E$: () => (/* binding */ redact),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: infoGroup, mask

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
        redact(text) {
            if (all.size === 0)
                return text;
            let redacted = '';
            let endOfSecret = 0;
            let prefix = prefixAt(text, 0) >>> 8;
            for (let index = 0; index < text.length; index++) {
                prefix = pack(prefix, text, index + PREFIX_LENGTH - 1);
                const sharing = byPrefix.get(prefix);
                const found = sharing?.find((secret) => text.startsWith(secret, index)) ?? shortAt(text, index);
                if (found === undefined)
                    continue;
                if (index >= endOfSecret)
                    redacted += `${text.slice(endOfSecret, index)}***`;
                endOfSecret = Math.max(endOfSecret, index + found.length);
            }
            return redacted + text.slice(endOfSecret);
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
function redact_spellingsOf(secret) {
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
    for (const spelling of spellingsOf(secret))
        if (redactor.add(spelling))
            core.setSecret(spelling);
}
function redact(text) {
    return redactor.redact(text);
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
function notice(text) {
    lib_core/* notice */.lm(redact(text));
}
function warning(text) {
    lib_core/* warning */.$e(redact(text));
}
function error(text) {
    lib_core/* setFailed */.C1(redact(text));
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

/***/ 4230:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ge: () => (/* binding */ unicodePattern),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
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
    const invisible = String.raw `[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+`;
    return text.replace(unicodePattern(invisible, 'gu'), ' ');
}
function quote(text) {
    return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '�');
}
function formatBytes(bytes) {
    if (bytes < 1024)
        return `${bytes} B`;
    const units = ['KiB', 'MiB', 'GiB'];
    const power = units.findIndex((_, power) => bytes / 1024 ** (power + 1) < 1023.95 || power === units.length - 1);
    return `${(bytes / 1024 ** (power + 1)).toFixed(1)} ${units[power]}`;
}
function plural(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}


/***/ }),

/***/ 9788:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dR: () => (/* binding */ monotonicMs),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/* unused harmony export formatDuration */
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

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

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
  Yz: () => (/* binding */ core_debug),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, endGroup, error, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, setSecret, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

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
    issueCommand('add-mask', {}, secret);
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
// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __nccwpck_require__(3370);
;// CONCATENATED MODULE: ./lib/util/version.js

const VERSION = '1.0.0';
const USER_AGENT = (/* unused pure expression or super */ null && (`oci-webhook-action/${VERSION}`));
const OLDEST_NODE = 24;
function requireNode() {
    if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE)
        return;
    throw new errors/* InputError */.d(`this action needs Node ${OLDEST_NODE}, but the runner started ${process.version}: update the runner, or start the action with a newer Node`);
}

// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __nccwpck_require__(4230);
;// CONCATENATED MODULE: ./lib/inputs/parse.js


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
function seconds(value, name, { least, most }) {
    const number = /^\d{1,9}(?:\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) {
        const range = least === 0 ? `from 0 to ${most}` : `above 0 and at most ${most}`;
        throw new InputError(`${name}: ${quote(value)} is not allowed, expected a number of seconds ${range}`);
    }
    return Math.round(number * 1000);
}
function pem(value, name, kind) {
    if (!new RegExp(`-----BEGIN [A-Z ]*${kind}-----`).test(value)) {
        throw new InputError(`${name} is not PEM text: "-----BEGIN ${kind}-----" is missing`);
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/inputs/problems.js

function collectProblems() {
    const messages = new Set();
    return {
        attempt(read) {
            try {
                return read();
            }
            catch (error) {
                if (!(error instanceof errors/* InputError */.d))
                    throw error;
                messages.add(error.message);
                return undefined;
            }
        },
        throwIfAny() {
            if (messages.size > 0)
                throw new errors/* InputError */.d([...messages].join('\n'));
        },
    };
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __nccwpck_require__(2263);
;// CONCATENATED MODULE: ./lib/oci/official-images.js
const NAMES = `
adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps
busybox caddy cassandra centos chronograf clearlinux clefos clickhouse clojure composer convertigo couchbase couchdb crate dart debian
docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang fedora flink fluentd friendica gazebo gcc
geonetwork ghost golang gradle groovy haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb irssi
jetty joomla jruby julia kapacitor kibana kong krakend leap liquibase logstash lightstreamer mageia mariadb matomo maven mediawiki
memcached mongo mongo-express monica mysql nats nats-streaming neo4j neurodebian nextcloud nginx node odoo open-liberty openjdk
opensuse oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq
rakudo-star redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas sl solr
sonarqube spark spiped storm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu unit varnish vault websphere-liberty
wordpress xwiki yourls znc zookeeper
`;
const OFFICIAL = new Set(NAMES.trim().split(/\s+/));
function isOfficialImage(name) {
    return OFFICIAL.has(name);
}

;// CONCATENATED MODULE: ./lib/oci/written.js




function written_parseWrittenDigest(value, field) {
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
function written_refuseWord(text, field) {
    const wanted = (tag) => `but a reference is wanted, such as ghcr.io/acme/app:${tag}`;
    if (/^refs\/(?:heads|tags|pull)\//.test(text))
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is a Git ref, ${wanted('v1')}`);
    const [, word = '', tag] = /^([\w.-]+)(?::([^/@]*))?(?:@[^/]*)?$/.exec(text) ?? [];
    if (word === '' || isOfficialImage(word) || /^[a-f0-9]{64}$/.test(word))
        return;
    if (tag === undefined) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is only a word, so probably a tag, ${wanted(/^\w/.test(text) ? text : 'v1')} (docker/metadata-action gives references in outputs.tags when its images input is set)`);
    }
    if (word === 'localhost' || word.includes('.')) {
        throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} is only a host, ${wanted('v1')}`);
    }
    throw new errors/* InputError */.d(`${field}: ${(0,util_text/* quote */.hD)(text)} names neither a registry nor an owner, and it is none of Docker Hub's official images, but a reference is wanted, such as ghcr.io/acme/${word}:${/^\w/.test(tag) ? tag : 'v1'} (if it is a new official image, docker.io/library/${word})`);
}
function unquote(text) {
    const trimmed = text.trim();
    return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}

// EXTERNAL MODULE: ./lib/util/json.js
var json = __nccwpck_require__(4487);
;// CONCATENATED MODULE: ./lib/inputs/references.js







function splitReferences(value) {
    const text = value.trim();
    if (text.startsWith('{')) {
        throw new errors/* InputError */.d('artifact is a JSON object, but references are wanted: of the metadata that docker/build-push-action and bake-action print, set "image.name" here and "containerimage.digest" as digest, each by fromJSON; of docker/metadata-action, set outputs.tags');
    }
    if (!text.startsWith('[') || /^\[[0-9a-f]*:[0-9a-f:.]*\]/i.test(text))
        return lines(text, /[\r\n,]+/).map((line) => ({ text: unquote(line) }));
    refuseUnexpanded(text, 'artifact');
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.d('artifact begins with "[" but is not a JSON array; write one reference per line', { cause });
    }
    const entries = parsed;
    if (entries.length === 0)
        throw new errors/* InputError */.d('artifact is an empty JSON array; leave the step out, or give references');
    const { attempt, throwIfAny } = collectProblems();
    const written = entries.map((entry, index) => attempt(() => readEntry(entry, index)));
    throwIfAny();
    return written.filter((each) => each !== undefined);
}
function readEntry(entry, index) {
    if (typeof entry === 'string')
        return { text: entry };
    const artifact = (0,json/* isObject */.Gv)(entry) ? (0,json/* textAt */.$6)(entry, 'artifact') : undefined;
    if (artifact !== undefined) {
        const digest = (0,json.at)(entry, 'digest') ?? '';
        if (typeof digest === 'string')
            return { text: artifact, digest: digest.trim() === '' ? undefined : digest };
        throw new errors/* InputError */.d(`artifact: entry ${index + 1}: its digest must be text, found ${(0,json/* kindOf */.I)(digest)}`);
    }
    throw new errors/* InputError */.d(`artifact: entry ${index + 1} of the JSON array is neither a reference nor {"artifact","digest"}`);
}
function readReference(written, { index, count, given }) {
    const { digest: digestInput, style } = given;
    const field = count === 1 ? 'artifact' : `artifact: entry ${index + 1}`;
    refuseWord(written.text.trim(), field);
    const { host, path, ...named } = parseReference(written.text, field);
    refuseOtherRepository(digestInput, { host, path }, field);
    const beside = written.digest === undefined ? undefined : parseDigest(written.digest, `${field}: its digest`);
    const digest = [named.digest, beside, digestInput?.digest].reduce((found, next) => agree(found, next, field));
    const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
    if (tag === undefined && style?.startsWith('tag')) {
        throw new InputError(`${field}: ${quote(written.text.trim())} has no tag, but reference is "${style}"`);
    }
    const asWritten = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
    return { host, path, tag, digest, style: style ?? asWritten };
}
function refuseOtherRepository(written, { host, path }, field) {
    const repository = formatReference({ host, path });
    if (written?.repository === undefined || written.repository === repository)
        return;
    throw new InputError(`digest: it is of ${written.repository}, but ${field} is of ${repository}; cut off all up to the "@" if the digest is right, or correct one of them`);
}
function agree(found, given, field) {
    if (found !== undefined && given !== undefined && found !== given) {
        throw new InputError(`digest: ${given} differs from ${found} of ${field}; remove the digest input or correct it`);
    }
    return found ?? given;
}
function readDigest(value) {
    return parseWrittenDigest(value, 'digest');
}

;// CONCATENATED MODULE: ./lib/push/inputs.js







const MOST_RETRIES = 20;
function readPushInputs(environment) {
    const { attempt, throwIfAny } = collectProblems();
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
    const { attempt, throwIfAny } = collectProblems();
    const parsed = written.map((each) => attempt(() => parseDestination(each)));
    throwIfAny();
    const destinations = parsed.filter((destination) => destination !== undefined);
    const repositories = new Set(destinations.map(({ host, path }) => (0,reference/* formatReference */.FH)({ host, path })));
    if (repositories.size > 1) {
        throw new errors/* InputError */.d(`artifact: all references must be in one repository, found ${[...repositories].join(' and ')}; use one step for each`);
    }
    return [...new Map(destinations.map((destination) => [destination.tag, destination])).values()];
}
function parseDestination({ text, digest: given }) {
    const written = text.trim();
    written_refuseWord(written, 'artifact');
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
    const { attempt, throwIfAny } = collectProblems();
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var main_core = __nccwpck_require__(7475);
;// CONCATENATED MODULE: ./lib/report/write.js





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
function failWith(cause) {
    const lines = (0,errors/* messageOf */.b)(cause).split('\n');
    const message = lines.map((line) => (0,util_text/* oneLine */.TN)(line, 2000)).join('\n');
    if (cause instanceof errors/* InputError */.d) {
        (0,log/* error */.z3)(message);
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
    const lines = (0,errors/* messageOf */.b)(error).split('\n');
    return lines.map((line) => escapeMarkdown(line, 2000)).join('<br>');
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
function fit(rows, limitBytes) {
    let left = limitBytes;
    const end = rows.findIndex((cells) => {
        left -= Buffer.byteLength(cells.join(' | ')) + 5;
        return left < 0;
    });
    return end < 0 ? rows : rows.slice(0, end);
}

// EXTERNAL MODULE: ./lib/push/outcome.js
var push_outcome = __nccwpck_require__(7017);
;// CONCATENATED MODULE: ./lib/push/job-summary.js




const SHOWN = 1_000;
const NAME_LENGTH = 100;
function renderPushSummary(outcome) {
    const heading = `### ${headline(outcome)}`;
    switch (outcome.kind) {
        case 'refused':
            return `${heading}\n\n${errorLines(outcome.error)}\n`;
        case 'cancelled':
            return `${heading}\n`;
        case 'dry-run':
        case 'pushed':
            return `${[heading, facts(outcome), pull(outcome), tree(outcome.checked.entries)]
                .filter((part) => part !== '')
                .join('\n\n')}\n`;
    }
}
function headline(outcome) {
    if (outcome.kind === 'cancelled')
        return '❌ OCI push: cancelled';
    if (outcome.kind === 'dry-run')
        return '⏭ OCI push: dry run';
    if (outcome.kind === 'refused' || outcome.uploads.some(({ kind }) => kind === 'failed'))
        return '❌ OCI push: failed';
    return outcome.uploads.every(({ kind }) => kind === 'unchanged') ? '⏭ OCI push: unchanged' : '✅ OCI push: pushed';
}
function facts(outcome) {
    const { inputs, checked, image } = outcome;
    const rows = [
        ['Digest', code(image.manifest.digest)],
        ['Size', `${(0,util_text/* formatBytes */.z3)(image.bytes)} packed, ${(0,util_text/* formatBytes */.z3)(checked.bytes)} unpacked`],
        ['Content', (0,util_text/* plural */.LS)((0,push_outcome/* countFiles */.D)(checked), 'file')],
    ];
    const tags = outcome.kind === 'dry-run'
        ? inputs.destinations.map((destination) => [code((0,reference/* formatReference */.FH)(destination)), '⏭ not pushed'])
        : outcome.uploads.map((upload) => [code((0,reference/* formatReference */.FH)(upload.destination)), resultOf(upload)]);
    return table(['Artifact', ''], [...tags, ...rows]);
}
function resultOf(upload) {
    switch (upload.kind) {
        case 'pushed':
            return '✅ pushed';
        case 'unchanged':
            return '⏭ had this digest already';
        case 'not-tried':
            return '⏭ not tried';
        case 'failed': {
            const hint = upload.hint === undefined ? '' : `<br>${escapeMarkdown(upload.hint)}`;
            return `❌ ${escapeMarkdown(upload.serverMessage, 300)}${hint}`;
        }
    }
}
function pull(outcome) {
    const [first] = outcome.kind === 'pushed' ? outcome.uploads : [];
    if (first === undefined || first.kind === 'failed')
        return '';
    const { host, path } = first.destination;
    return `\`\`\`sh\ndocker pull ${(0,reference/* formatReference */.FH)({ host, path, digest: outcome.image.manifest.digest })}\n\`\`\``;
}
function tree(entries) {
    const lines = entries.slice(0, SHOWN).map(({ path, kind, bytes }) => {
        const depth = path.split('/').length - 1;
        const name = escapeMarkdown(path.slice(path.lastIndexOf('/') + 1), NAME_LENGTH);
        return `${'  '.repeat(depth)}${name}${kind === 'directory' ? '/' : `  ${(0,util_text/* formatBytes */.z3)(bytes)}`}`;
    });
    const more = entries.length > SHOWN ? `\n… and ${entries.length - SHOWN} more` : '';
    return details('Tree', `<pre>${lines.join('\n')}${more}</pre>`);
}

;// CONCATENATED MODULE: ./lib/push/outputs.js


function pushOutputs(outcome) {
    if (outcome.kind !== 'dry-run' && outcome.kind !== 'pushed') {
        return { artifact: '', artifacts: '[]', repository: '', digest: '', size: '', files: '' };
    }
    const { inputs, checked, image } = outcome;
    const there = outcome.kind === 'dry-run'
        ? inputs.destinations
        : outcome.uploads
            .filter(({ kind }) => kind === 'pushed' || kind === 'unchanged')
            .map(({ destination }) => destination);
    const names = there.map((destination) => (0,reference/* formatReference */.FH)(destination));
    const digest = names.length > 0 ? image.manifest.digest : '';
    const [first] = there;
    return {
        artifact: names.join('\n'),
        artifacts: JSON.stringify(names.map((artifact) => ({ artifact, digest }))),
        repository: first === undefined ? '' : (0,reference/* formatReference */.FH)({ host: first.host, path: first.path }),
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
            failWith(outcome.error);
            break;
        case 'cancelled':
            (0,log/* error */.z3)('Cancelled: nothing more is pushed');
            break;
        case 'dry-run':
            (0,log/* notice */.lm)(`Dry run: ${outcome.image.manifest.digest} was packed and not pushed`);
            break;
        case 'pushed': {
            const failed = outcome.uploads.flatMap((upload) => (upload.kind === 'failed' ? [describe(upload)] : []));
            if (failed.length > 0)
                (0,log/* error */.z3)(failed.join('\n'));
        }
    }
}
function describe({ destination, serverMessage, hint }) {
    const message = (0,util_text/* oneLine */.TN)(serverMessage, 1000);
    return `${(0,reference/* formatReference */.FH)(destination)} was not pushed: ${message}${hint === undefined ? '' : `: ${hint}`}`;
}

// EXTERNAL MODULE: ./lib/push/skopeo.js + 1 modules
var skopeo = __nccwpck_require__(2906);
;// CONCATENATED MODULE: ./lib/push/main.js





const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => cancelled.abort());
function finish(outcome) {
    reportPush(outcome);
    (0,log/* exit */.NS)();
}
async function main() {
    requireNode();
    const { signal } = cancelled;
    const inputs = readPushInputs(process.env);
    const registry = inputs.dryRun ? undefined : (0,skopeo/* askRegistry */.r)(inputs, signal);
    const { push } = await Promise.all(/* import() */[__nccwpck_require__.e(328), __nccwpck_require__.e(392)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6392));
    finish(await push({ inputs, registry, environment: process.env, signal }));
}
process.once('uncaughtException', (error) => finish({ kind: 'refused', error }));
main().catch((error) => finish({ kind: 'refused', error }));

module.exports = __webpack_exports__;
/******/ })()
;