/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	// The require scope
/******/ 	var __nccwpck_require__ = {};
/******/ 	
/************************************************************************/
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
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  createInspector: () => (/* binding */ createInspector)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./lib/oci/digest.js

function sha256Digest(content) {
    return `sha256:${(0,external_node_crypto_namespaceObject.createHash)('sha256').update(content).digest('hex')}`;
}

;// CONCATENATED MODULE: ./lib/oci/reference.js


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
    const refuse = (problem) => new InputError(`${field}: ${quote(digest)} is not a digest: ${problem}`);
    if (digest === '')
        throw new InputError(`${field} is empty: expected a digest such as sha256:<64 hex digits>`);
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
        throw refuse(`the algorithm ${quote(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`);
    }
    const wrong = /[^a-f0-9]/.exec(encoded);
    if (wrong) {
        const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
        throw refuse(`character ${wrong.index + 1} after "${algorithm}:" is ${quote(wrong[0])}, ${hint}`);
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
    const refuse = (problem) => new InputError(`${field}: ${quote(written)} is not a reference: ${problem}`);
    if (written === '')
        throw new InputError(`${field} is empty: expected a reference such as ghcr.io/acme/app:v1`);
    if (written.includes('${{')) {
        throw refuse('it holds an unexpanded expression; write the expression into the workflow file itself');
    }
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\//.exec(written);
    if (scheme)
        throw refuse(`remove "${scheme[0]}", a reference has no scheme`);
    const unsupported = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
    if (unsupported)
        throw refuse(`character ${unsupported.index + 1} is ${quote(unsupported[0])}, which is not allowed in a reference`);
    if (BARE_DIGEST.test(written))
        throw refuse('it is only a digest, expected host/path:tag or host/path@digest');
    const at = written.indexOf('@');
    const digest = at < 0 ? undefined : parseDigest(written.slice(at + 1), `${field}: the digest of ${quote(written)}`);
    const { host: first, rest } = splitHost(at < 0 ? written : written.slice(0, at));
    const colon = rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const host = first === undefined ? 'docker.io' : parseHost(first, `${field}: the host of ${quote(written)}`);
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
        throw new InputError(`${field}: ${quote(text.trim())} is not a registry host, expected host or host:port`);
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
            return `${quote(component)} in the repository path must be lower-case`;
        if (!PATH_COMPONENT.test(component)) {
            return `${quote(component)} in the repository path must be a-z and 0-9, joined by single ".", "_", "__" or dashes`;
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
        return `the tag ${quote(tag)} may hold only A-Z, a-z, 0-9, "_", "." and "-", and not begin with "." or "-"`;
    return undefined;
}
function formatReference({ host, path, tag, digest }) {
    return `${host}/${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
function shortDigest(digest) {
    const colon = digest.indexOf(':');
    return digest.slice(0, colon + 13);
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./lib/util/errors.js
class errors_InputError extends Error {
    name = 'InputError';
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

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
        return { exitCode: 127, stdout: '', stderr: messageOf(error) };
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
    const exitCode = 128 + external_node_os_namespaceObject.constants.signals[signal];
    return { exitCode, stdout, stderr: `${stderr}\n${tool} was ended by ${signal}`, exceeded };
}
function findTool(name) {
    const file = IS_WINDOWS ? `${name}.exe` : name;
    const directories = (process.env.PATH ?? '').split(external_node_path_namespaceObject.delimiter).filter(external_node_path_namespaceObject.isAbsolute);
    return directories.map((directory) => (0,external_node_path_namespaceObject.join)(directory, file)).find(isExecutable);
}
function isExecutable(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(path).isFile();
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
            (0,external_node_child_process_namespaceObject.spawn)((0,external_node_path_namespaceObject.join)(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe'), ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => { });
        else
            process.kill(-child.pid, signal);
    }
    catch {
    }
}
function bytesRead(pid) {
    try {
        return Number(/^rchar: (\d+)$/m.exec((0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/io`, 'utf8'))?.[1] ?? 0);
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

;// CONCATENATED MODULE: ./lib/util/json.js
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

;// CONCATENATED MODULE: ./lib/util/text.js
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
function text_quote(text) {
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

;// CONCATENATED MODULE: ./lib/util/read-file.js



function readTextFile(path, { name, mostBytes }) {
    try {
        const stats = (0,external_node_fs_namespaceObject.statSync)(path);
        if (!stats.isFile())
            throw new errors_InputError(`${name} ${path} is not a regular file`);
        if (stats.size > mostBytes)
            throw new errors_InputError(`${name} ${path} has ${formatBytes(stats.size)}, expected at most ${formatBytes(mostBytes)}`);
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
    }
    catch (cause) {
        if (cause instanceof errors_InputError)
            throw cause;
        const code = cause.code;
        const problem = code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
        throw new errors_InputError(`${name} ${path} ${problem}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/registry/login.js





const CONFIG_LIMIT = 1024 * 1024;
function isLoginRefused(message) {
    return /unauthorized|authentication|credential|denied|forbidden/i.test(message);
}
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
    const directory = environment.DOCKER_CONFIG || (0,external_node_path_namespaceObject.join)(environment.HOME || (0,external_node_os_namespaceObject.homedir)(), '.docker');
    const path = environment.REGISTRY_AUTH_FILE || (0,external_node_path_namespaceObject.join)(directory, 'config.json');
    const config = readConfig(path);
    const login = entryFor(host, at(config, 'auths'));
    if (textAt(login, 'auth') !== undefined || entryFor(host, at(config, 'credHelpers')) !== undefined)
        return undefined;
    const remedy = 'log in with skopeo login, or with docker login where no credsStore is set';
    if (textAt(login, 'username') !== undefined && textAt(login, 'password') !== undefined) {
        return `skopeo does not read username and password in ${text_quote(path)}: ${remedy}`;
    }
    const store = textAt(config, 'credsStore');
    if (store === undefined)
        return undefined;
    return `skopeo does not read credsStore (${text_quote(store)} in ${text_quote(path)}): name it for ${host} in credHelpers, or ${remedy}`;
}
function entryFor(host, entries) {
    const found = isObject(entries) ? Object.entries(entries).find(([name]) => hostIn(name) === host) : undefined;
    return found?.[1];
}
function hostIn(name) {
    const host = name.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
    return host === 'index.docker.io' ? 'docker.io' : host;
}
function readConfig(path) {
    try {
        return parseObject(readTextFile(path, { name: 'the file with the logins', mostBytes: CONFIG_LIMIT }));
    }
    catch {
        return undefined;
    }
}

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
    return oneLine(message, 1000);
}
function unquote(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/registry/inspect.js






const TOOLS = [
    { name: 'skopeo', print: ['inspect', '--raw'], insecure: ['--tls-verify=false'], scheme: 'docker://' },
    {
        name: 'docker',
        probe: ['buildx', 'version'],
        print: ['buildx', 'imagetools', 'inspect', '--raw'],
        insecure: [],
        scheme: '',
    },
    { name: 'crane', print: ['manifest'], insecure: ['--insecure'], scheme: '' },
    { name: 'oras', print: ['manifest', 'fetch'], insecure: ['--plain-http'], scheme: '' },
];
function createInspector() {
    const found = new Map();
    return async (reference, signal) => {
        let refused;
        for (const tool of TOOLS) {
            const looking = found.get(tool) ?? findInstalled(tool, signal);
            found.set(tool, looking);
            const path = await looking;
            if (path === undefined)
                continue;
            const answer = await inspectWith({ ...tool, path }, reference, signal);
            if (answer.kind !== 'refused')
                return answer.kind === 'failed' && refused ? refused : answer;
            refused = answer;
        }
        return refused ?? { kind: 'no-tool' };
    };
}
async function findInstalled({ name, probe }, signal) {
    const path = findTool(name);
    if (path === undefined || probe === undefined)
        return path;
    return (await runTool(path, probe, { signal, timeoutMs: LOOK_UP_MS })).exitCode === 0 ? path : undefined;
}
async function inspectWith(tool, reference, signal) {
    const args = [...tool.print, ...(isLoopback(reference.host) ? tool.insecure : [])];
    const run = await runTool(tool.path, [...args, `${tool.scheme}${formatReference(reference)}`], {
        signal,
        timeoutMs: LOOK_UP_MS,
    });
    if (run.exceeded !== undefined)
        return { kind: 'unreachable', serverMessage: describeTimeout(tool.name) };
    return run.exitCode === 0 ? readManifest(run.stdout, tool.name) : describeFailure(run, tool.name, reference.host);
}
function readManifest(printed, tool) {
    const manifest = parseObject(printed);
    if (manifest?.schemaVersion === undefined) {
        return { kind: 'failed', serverMessage: `${tool} printed something that is not a manifest` };
    }
    const listed = Array.isArray(manifest.manifests) ? manifest.manifests : [];
    const parts = listed.map((entry) => textAt(entry, 'digest')).filter((digest) => digest !== undefined);
    return { kind: 'found', digest: sha256Digest(printed), parts };
}
const ABSENT = /\b(?:manifest|name)[ _]unknown\b|\bstatus(?: ?code)?:? 404\b|:[\w.-]+: not found$/i;
const TRANSIENT = /timeout|timed out|reset by peer|connection refused|\bEOF\b|no such host|temporar|unreachable|\bstatus(?: ?code)?:? (?:429|5\d\d)\b|too ?many ?requests/i;
function describeFailure({ exitCode, stderr }, tool, host) {
    const serverMessage = `${tool}: ${parseToolError(stderr) || `exit code ${exitCode} and no message`}`;
    const broken = explainBrokenLogin(serverMessage);
    if (broken === undefined && ABSENT.test(serverMessage))
        return { kind: 'absent', serverMessage };
    if (broken === undefined && TRANSIENT.test(serverMessage))
        return { kind: 'unreachable', serverMessage };
    if (broken === undefined && !isLoginRefused(serverMessage))
        return { kind: 'failed', serverMessage };
    const unread = tool === 'skopeo' ? explainUnreadLogin(host, process.env) : undefined;
    const hint = broken ?? unread ?? 'log in to the registry before this step, as with docker/login-action';
    return { kind: 'refused', serverMessage, hint };
}

module.exports = __webpack_exports__;
/******/ })()
;