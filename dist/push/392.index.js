"use strict";
exports.id = 392;
exports.ids = [392];
exports.modules = {

/***/ 6392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  push: () => (/* binding */ push)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/oci/digest.js

function sha256Digest(content) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}`;
}

// EXTERNAL MODULE: ./lib/util/errors.js
var errors = __webpack_require__(3370);
// EXTERNAL MODULE: ./lib/util/log.js + 1 modules
var log = __webpack_require__(7650);
// EXTERNAL MODULE: ./lib/util/text.js
var util_text = __webpack_require__(4230);
// EXTERNAL MODULE: ./lib/util/json.js
var json = __webpack_require__(4487);
;// CONCATENATED MODULE: ./lib/push/check/contents.js

const MOST_TEXT_BYTES = 128 * 1024;
function pathIn(directory, file) {
    return external_node_path_.posix.join(directory, file).replace(/(?<=.)\/$/, '');
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/push/check/yaml.js

const RESET = { tag: '!reset', resolve: () => null };
function parseDocuments(text) {
    const lineCounter = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter, prettyErrors: false, merge: true, customTags: [RESET] });
    const documents = 'empty' in parsed ? [] : parsed;
    return documents.map((document) => {
        const error = document.errors[0];
        if (error !== undefined) {
            const { line, col } = lineCounter.linePos(error.pos[0]);
            return { kind: 'broken', problem: `line ${line}, column ${col}: ${error.message}` };
        }
        try {
            return { kind: 'read', value: document.toJS() };
        }
        catch (error) {
            return { kind: 'broken', problem: error.message };
        }
    });
}

;// CONCATENATED MODULE: ./lib/push/check/compose.js




function missingReferences(path, directory, contents) {
    const seen = new Set();
    const warnings = [];
    function visit(path, directory) {
        if (seen.has(path))
            return;
        seen.add(path);
        for (const document of parseDocuments(contents.read(path) ?? '')) {
            if (document.kind === 'broken')
                warnings.push(`${path}: ${document.problem}`);
            else if ((0,json/* isObject */.Gv)(document.value))
                visitProject(document.value, path, directory);
        }
    }
    function visitProject(project, path, directory) {
        for (const { key, file, kind } of referencesOf(project)) {
            const place = pathIn(directory, file);
            if (!isRelative(file) || isThere(place, kind, contents))
                continue;
            warnings.push(`${path}: ${key}: ${(0,util_text/* quote */.hD)(place)} is not in the artifact`);
        }
        for (const item of listOf(project.include)) {
            const [main, ...others] = listOf((0,json/* isObject */.Gv)(item) ? item.path : item).filter(isText);
            if (main === undefined)
                continue;
            const own = (0,json/* isObject */.Gv)(item) ? item.project_directory : undefined;
            const inside = isText(own) ? pathIn(directory, own) : pathIn(directory, `${main}/..`);
            for (const file of [main, ...others]) {
                if (isRelative(file) && contents.files.has(pathIn(directory, file)))
                    visit(pathIn(directory, file), inside);
            }
        }
    }
    visit(path, directory);
    return warnings;
}
function* referencesOf(project) {
    for (const item of listOf(project.include)) {
        const { path, env_file: envFile } = (0,json/* isObject */.Gv)(item) ? item : { path: item, env_file: undefined };
        for (const file of listOf(path).filter(isText))
            yield { key: 'include', file, kind: 'file' };
        for (const file of listOf(envFile).filter(isText))
            yield { key: 'include.env_file', file, kind: 'file' };
    }
    for (const section of ['configs', 'secrets']) {
        for (const [name, value] of entriesOf(project[section])) {
            const file = (0,json.at)(value, 'file');
            if (isText(file))
                yield { key: `${section}.${name}`, file, kind: 'either' };
        }
    }
    for (const [name, volume] of entriesOf(project.volumes)) {
        const options = (0,json.at)(volume, 'driver_opts');
        const device = (0,json.at)(options, 'device');
        if ((0,json.at)(volume, 'driver') === 'local' && (0,json.at)(options, 'o') === 'bind' && isText(device))
            yield { key: `volumes.${name}`, file: device, kind: 'either' };
    }
    for (const [name, service] of entriesOf(project.services)) {
        if ((0,json/* isObject */.Gv)(service))
            yield* referencesOfService(`services.${name}`, service);
    }
}
function* referencesOfService(name, service) {
    for (const item of listOf(service.env_file)) {
        const file = (0,json/* isObject */.Gv)(item) ? item.path : item;
        const isOptional = (0,json/* isObject */.Gv)(item) && item.required === false;
        if (isText(file) && !isOptional)
            yield { key: `${name}.env_file`, file, kind: 'file' };
    }
    for (const file of listOf(service.label_file).filter(isText))
        yield { key: `${name}.label_file`, file, kind: 'file' };
    const base = (0,json.at)(service.extends, 'file');
    if (isText(base))
        yield { key: `${name}.extends`, file: base, kind: 'file' };
    for (const volume of listOf(service.volumes)) {
        const file = (0,json/* isObject */.Gv)(volume) ? volume.type === 'bind' && volume.source : bindSource(volume);
        if (isText(file))
            yield { key: `${name}.volumes`, file, kind: 'either' };
    }
    yield* referencesOfBuild(name, service.build);
}
function* referencesOfBuild(name, build) {
    if (build === undefined || build === null)
        return;
    const context = (0,json/* isObject */.Gv)(build) ? (build.context ?? '.') : build;
    if (!isText(context))
        return;
    yield { key: `${name}.build`, file: context, kind: 'directory' };
    for (const [other, file] of pairsOf((0,json.at)(build, 'additional_contexts'))) {
        if (!/^[a-z][a-z-]+:/.test(file))
            yield { key: `${name}.build.additional_contexts.${other}`, file, kind: 'directory' };
    }
    if ((0,json/* isObject */.Gv)(build) && build.dockerfile_inline !== undefined)
        return;
    const dockerfile = (0,json.at)(build, 'dockerfile') ?? 'Dockerfile';
    if (!isText(dockerfile) || !isRelative(context) || !isRelative(dockerfile))
        return;
    yield { key: `${name}.build.dockerfile`, file: pathIn(context, dockerfile), kind: 'file' };
}
function bindSource(volume) {
    return isText(volume) ? /^(\.[^:]*):/.exec(volume)?.[1] : undefined;
}
function isRelative(file) {
    return file !== '' && !/^[/~\\]|^[A-Za-z]:\\|\$|:\/\/|^[\w.-]+@|^github\.com\//.test(file);
}
function isThere(path, kind, { files, directories }) {
    return (kind !== 'directory' && files.has(path)) || (kind !== 'file' && directories.has(path));
}
function listOf(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
function entriesOf(value) {
    return (0,json/* isObject */.Gv)(value) ? Object.entries(value) : [];
}
function pairsOf(value) {
    const pairs = (0,json/* isObject */.Gv)(value)
        ? Object.entries(value)
        : listOf(value)
            .filter(isText)
            .map((item) => [item.split('=', 1)[0] ?? '', item.replace(/^[^=]*=?/, '')]);
    return pairs.flatMap(([name, text]) => (isText(text) ? [[name, text]] : []));
}
function isText(value) {
    return typeof value === 'string';
}

;// CONCATENATED MODULE: ./lib/push/check/dotenv.js
const BLANK = '[\\t\\v\\f\\r \\x85\\xa0]';
const NOTHING = /(?:\xc2?[\x85\xa0]|\s|#[^\n]*(?:\n|$))*/y;
const EXPORT = new RegExp(`export${BLANK}+`, 'y');
const KEY = new RegExp(`(?:${BLANK}|[\\w.ªµºÀ-ÖØ-öø-ÿ²³¹¼-¾])*`, 'y');
const BLANKS = new RegExp(`${BLANK}*`, 'y');
function explainDotenv(text) {
    if (text.includes('sops') && text.includes('ENC['))
        return undefined;
    const bytes = Buffer.from(text).toString('latin1').replaceAll('\r\n', '\n');
    let at = 0;
    const skip = (pattern) => {
        pattern.lastIndex = at;
        if (pattern.test(bytes))
            at = pattern.lastIndex;
    };
    const problem = (what, place) => `line ${bytes.slice(0, place).split('\n').length}: ${what}`;
    for (;;) {
        skip(NOTHING);
        if (at >= bytes.length)
            return undefined;
        const start = at;
        skip(EXPORT);
        if (at >= bytes.length)
            return problem('there is no name after "export"', start);
        skip(KEY);
        if (at >= bytes.length)
            return undefined;
        if (bytes[at] !== '=' && bytes[at] !== ':')
            return problem(explainName(bytes.slice(at)), start);
        at++;
        skip(BLANKS);
        const quote = bytes[at] ?? '';
        if (quote === '"' || quote === "'") {
            const end = closingQuote(bytes, at);
            if (end < 0)
                return problem(`the quote ${quote} is never closed`, at);
            at = end + 1;
        }
        else {
            const end = bytes.slice(at).search(/[\n\r]/);
            at = end < 0 ? bytes.length : at + end;
        }
    }
}
function explainName(rest) {
    if (rest.startsWith('\n'))
        return 'there is no "=" after the name';
    if (rest.startsWith('\xbb\xbf'))
        return 'the file begins with a byte order mark: save it without';
    return 'a name is letters, digits, "_" and ".", then "="; and nothing but a comment follows a closing quote';
}
function closingQuote(text, open) {
    const quote = text[open] ?? '';
    let end = text.indexOf(quote, open + 1);
    while (end > 0 && text[end - 1] === '\\')
        end = text.indexOf(quote, end + 1);
    return end;
}

;// CONCATENATED MODULE: ./lib/push/check/fields.js


const fields_text = expecting('text', (value) => isScalar(value));
const flag = expecting('true or false', (value) => typeof value === 'boolean' || isFlagWord(value));
const number = expecting('a number', (value) => typeof value === 'number' && Math.abs(value) < 2 ** 63);
const count = expecting('a number from 0', (value) => typeof value === 'number' && value >= 0 && value < 2 ** 63);
const list = expecting('a list of names', (value) => Array.isArray(value) && value.every(isScalar));
const map = expecting('keys and values', json/* isObject */.Gv);
const texts = expecting('keys with texts', (value) => (0,json/* isObject */.Gv)(value) && Object.values(value).every(isScalar));
const FIELDS = {
    name: fields_text,
    source: fields_text,
    version: fields_text,
    repository_url: fields_text,
    webhook_filter: fields_text,
    reference: fields_text,
    working_dir: fields_text,
    compose_files: list,
    environment: texts,
    env_files: list,
    remove_orphans: flag,
    prune_images: flag,
    wait_running_jobs: flag,
    force_recreate: flag,
    force_image_pull: flag,
    timeout: number,
    git_depth: count,
    profiles: list,
    external_secrets: map,
    oci: map,
    build: section({ args: texts, force_image_pull: flag, quiet: flag, no_cache: flag }),
    destroy: flagOr(section({ enabled: flag, remove_volumes: flag, remove_images: flag, remove_dir: flag })),
    auto_discovery: flagOr(section({ enabled: flag, depth: count, delete: flag, remove_volumes: flag, remove_images: flag })),
    reconciliation: flagOr(section({
        enabled: flag,
        events: list,
        restart_timeout: count,
        restart_signal: fields_text,
        restart_limit: count,
        restart_window: count,
    })),
};
function validateFields(deployment, problem) {
    checkEach(FIELDS, deployment, { prefix: '', problem });
}
function isOn(value) {
    return value === true || (isFlagWord(value) && /^(?:y|yes|on)$/i.test(value));
}
function checkEach(fields, values, { prefix, problem }) {
    for (const [key, check] of Object.entries(fields))
        check(values[key], `${prefix}${key}`, problem);
}
function section(fields) {
    return (value, key, problem) => {
        map(value, key, problem);
        if ((0,json/* isObject */.Gv)(value))
            checkEach(fields, value, { prefix: `${key}.`, problem });
    };
}
function flagOr(other) {
    return (value, key, problem) => ((0,json/* isObject */.Gv)(value) ? other : flag)(value, key, problem);
}
function expecting(expected, isExpected) {
    return (value, key, problem) => {
        if (value === undefined || value === null || isExpected(value))
            return;
        problem(`${key} must be ${expected}, found ${describe(value)}`);
    };
}
function describe(value) {
    if (typeof value === 'string')
        return `the text ${(0,util_text/* quote */.hD)(value)}`;
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    return Array.isArray(value) ? 'a list' : (0,json/* isObject */.Gv)(value) ? 'keys and values' : (0,json/* kindOf */.I)(value);
}
function isScalar(value) {
    return value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}
function isFlagWord(value) {
    return typeof value === 'string' && /^(?:[yYnN]|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF)$/.test(value);
}

;// CONCATENATED MODULE: ./lib/push/check/go-regexp.js

const LONGEST = 1_000;
const MOST_REPEATS = 1_000;
const FOREIGN = [
    [/^\(\?[=!]/, 'looks ahead'],
    [/^\(\?<[=!]/, 'looks behind'],
    [/^\(\?P=\w*|^\\[gk](?:[{<']\w*[}>']?|\d)|^\\(?:[1-7](?![0-7])|[89])/, 'refers back to a group'],
    [/^\(\?>|^[*+?]\+/, 'never gives back what it matched'],
    [/^\(\?\(/, 'is a condition'],
    [/^\(\?#/, 'begins a comment'],
];
const OPEN = /^\((?:\?(?:P?<(?<name>[^>]*)>|[imsU]*(?:-[imsU]+)?:)|(?!\?))/;
const FLAGS = /^\(\?[imsU]*(?:-[imsU]+)?\)/;
const REPEAT = /^(?:[*+?]|\{(?<from>0|[1-9]\d*)(?<comma>,(?<to>0|[1-9]\d*)?)?\})\??/;
const LITERALS = /^\\Q.*?(?:\\E|$)/s;
const SET = /^\\(?:[dDsSwW]|[pP](?:\{\^?(?<long>[^}]*)\}|(?<short>[^{])))/u;
const ANCHOR = /^\\[AbBz]/;
const CHARACTER = /^(?:\\(?:[0-7]{1,3}|x[\dA-Fa-f]{2}|x\{[\dA-Fa-f]+\}|[afnrtv]|[^A-Za-z\d\u0080-\u{10ffff}])|[^\\])/u;
const POSIX = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
function explainGoRegexp(pattern) {
    if (pattern.length > LONGEST)
        return `it has ${pattern.length} characters, expected at most ${LONGEST}`;
    const groups = [{ start: 0, most: 0 }];
    const names = new Set();
    for (let start = 0; start < pattern.length;) {
        const { text, why } = readPart(pattern.slice(start), { start, groups, names });
        if (why !== undefined)
            return `${(0,util_text/* quote */.hD)(text)} at character ${start + 1} ${why}`;
        start += text.length;
    }
    return groups.length > 1 ? `"(" at character ${(groups.at(-1)?.start ?? 0) + 1} is never closed` : undefined;
}
function readPart(rest, { start, groups, names }) {
    const group = groups.at(-1);
    const atom = (part, repeats = 0) => {
        group.last = { repeats, again: false };
        group.most = Math.max(group.most, repeats);
        return part;
    };
    for (const [foreign, does] of FOREIGN) {
        const text = foreign.exec(rest)?.[0];
        if (text !== undefined)
            return { text, why: `${does}, which Go's regular expressions cannot` };
    }
    const repeat = REPEAT.exec(rest);
    if (repeat !== null)
        return readRepeat(repeat, group);
    if (rest.startsWith('(')) {
        const flags = FLAGS.exec(rest)?.[0];
        if (flags !== undefined) {
            if (group.last !== undefined)
                group.last.again = false;
            return { text: flags };
        }
        const open = OPEN.exec(rest);
        if (open === null)
            return { text: rest.slice(0, 3), why: 'begins no group that Go knows' };
        groups.push({ start, most: 0 });
        return { text: open[0], why: go_regexp_explainName(open.groups?.name, names) };
    }
    if (rest.startsWith(')')) {
        if (groups.length === 1)
            return { text: ')', why: 'closes no group' };
        groups.pop();
        const outer = groups.at(-1);
        outer.last = { repeats: group.most, again: false };
        outer.most = Math.max(outer.most, group.most);
        return { text: ')' };
    }
    if (rest.startsWith('|')) {
        group.last = undefined;
        return { text: '|' };
    }
    const literals = LITERALS.exec(rest)?.[0];
    if (literals !== undefined)
        return /^\\Q(?:\\E)?$/.test(literals) ? { text: literals } : atom({ text: literals });
    const anchor = ANCHOR.exec(rest)?.[0];
    if (anchor !== undefined)
        return atom({ text: anchor });
    return atom(rest.startsWith('[') ? readClass(rest) : readSetOrCharacter(rest));
}
function readRepeat({ 0: text, groups: { from = '', comma, to } = {} }, group) {
    const { last } = group;
    if (last === undefined)
        return { text, why: 'repeats nothing' };
    if (last.again)
        return { text, why: 'repeats a repetition: put a group around it' };
    const least = Number(from);
    const most = comma === undefined ? least : to === undefined ? Number.NaN : Number(to);
    if (Math.max(least, most || 0) > MOST_REPEATS)
        return { text, why: `repeats more than ${MOST_REPEATS} times` };
    if (most < least)
        return { text, why: 'ends below where it begins' };
    const times = Number.isNaN(most) ? least : most;
    const isNever = from !== '' && most === 0;
    const repeats = isNever ? 0 : times === 0 ? last.repeats : times * Math.max(1, last.repeats);
    if (repeats > MOST_REPEATS)
        return { text, why: `repeats more than ${MOST_REPEATS} times with what is inside it` };
    group.last = { repeats, again: true };
    group.most = Math.max(group.most, repeats);
    return { text };
}
function go_regexp_explainName(name, names) {
    if (name === undefined)
        return undefined;
    if (!/^\w+$/.test(name))
        return 'has a name that is not made of letters, digits and "_"';
    if (names.has(name))
        return 'has the name of another group';
    names.add(name);
    return undefined;
}
function readClass(rest) {
    let text = rest.startsWith('[^') ? '[^' : '[';
    for (let isFirst = true; isFirst || rest[text.length] !== ']'; isFirst = false) {
        const item = readClassItem(rest.slice(text.length));
        if (item.text === '')
            return { text, why: 'is never closed' };
        if (item.why !== undefined)
            return item;
        text += item.text;
    }
    return { text: `${text}]` };
}
function readClassItem(rest) {
    const posix = POSIX.exec(rest)?.[0];
    if (posix !== undefined || rest === '')
        return { text: posix ?? '' };
    const unknown = /^\[:.*?:\]/s.exec(rest)?.[0];
    if (unknown !== undefined)
        return { text: unknown, why: 'is no class that Go knows' };
    const low = readSetOrCharacter(rest);
    if (low.why !== undefined || SET.test(low.text) || !/^-[^\]]/s.test(rest.slice(low.text.length)))
        return low;
    const high = CHARACTER.exec(rest.slice(low.text.length + 1))?.[0];
    const text = rest.slice(0, low.text.length + 1 + (high?.length ?? 2));
    if (high === undefined)
        return { text, why: 'is a range without an end' };
    return { text, why: codeOf(high) < codeOf(low.text) ? 'is a range that ends below where it begins' : undefined };
}
function readSetOrCharacter(rest) {
    const set = SET.exec(rest);
    if (set !== null) {
        const name = set.groups?.long ?? set.groups?.short;
        return { text: set[0], why: name === undefined || isUnicodeClass(name) ? undefined : 'is no class that Go knows' };
    }
    const text = CHARACTER.exec(rest)?.[0];
    if (text === undefined)
        return { text: rest.slice(0, 2), why: 'is no escape that Go knows' };
    return { text, why: codeOf(text) > 0x10ffff ? 'is no character' : undefined };
}
function codeOf(text) {
    const [, octal, hex, name = ''] = /^\\(?:([0-7]{1,3})|x\{?([\dA-Fa-f]+)\}?|([afnrtv]))$/.exec(text) ?? [];
    if (octal !== undefined)
        return Number.parseInt(octal, 8);
    if (hex !== undefined)
        return Number.parseInt(hex, 16);
    const controls = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 };
    return controls[name] ?? text.replace(/^\\(?=.)/s, '').codePointAt(0) ?? 0;
}
function isUnicodeClass(name) {
    if (name === 'Any')
        return true;
    return ['gc', 'sc'].some((property) => {
        try {
            return /^\w+$/.test(name) && new RegExp(`\\p{${property}=${name}}`, 'u') !== undefined;
        }
        catch {
            return false;
        }
    });
}

;// CONCATENATED MODULE: ./lib/push/check/deployment.js







const DEFAULT_COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const DEFAULT_ENV_FILE = '.env';
function validateDocument(document, { problem, warning }) {
    let isReadable = true;
    validateFields(document, (text) => {
        isReadable = false;
        problem(text);
    });
    if (!isReadable)
        return false;
    const filter = scalar(document.webhook_filter);
    const why = explainGoRegexp(filter);
    if (why !== undefined) {
        problem(`webhook_filter: ${why}; doco-cd would end when it compiles this filter`);
    }
    for (const key of ['auto_discovery', 'destroy']) {
        const { [key]: value } = document;
        if (!(0,json/* isObject */.Gv)(value) || value.enabled !== undefined || !isOn(value.enable))
            continue;
        problem(`${key}: doco-cd does not know "enable", the key is "enabled" (since 0.85)`);
    }
    if ((0,json/* isObject */.Gv)(document.environment) && Object.keys(document.environment).length > 0) {
        warning('environment is ignored in an artifact: put the variables into a file and name it in env_files');
    }
    return true;
}
function workingDirectory(deployment, { directories }, { problem }) {
    const written = scalar(deployment.working_dir) || '.';
    const directory = pathIn('.', written.replace(/^\/+/, ''));
    if (directories.has(directory))
        return directory;
    const isOutside = directory === '..' || directory.startsWith('../');
    problem(`working_dir: ${(0,util_text/* quote */.hD)(written)} ${isOutside ? 'leads out of' : 'is not in'} the artifact`);
    return undefined;
}
function composeFilesOf(deployment, { problem }) {
    const files = deployment_list(deployment, 'compose_files') ?? DEFAULT_COMPOSE_FILES;
    if (files.length === 0)
        problem('compose_files is an empty list; leave it out to use the usual names');
    return files.map((file) => {
        const path = external_node_path_.posix.normalize(file);
        if (isOutside(path))
            problem(`compose_files: ${(0,util_text/* quote */.hD)(file)} leads out of working_dir`);
        return path;
    });
}
function validateStack(deployment, { contents, findings, envFiles }) {
    const name = scalar(deployment.name);
    if (name === '')
        findings.problem('name is missing; only with auto_discovery the directories name the stacks');
    else if (!/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
        findings.warning(`Docker Compose will refuse the name ${(0,util_text/* quote */.hD)(name)}: use lower-case letters, digits, "-" and "_"`);
    }
    const written = composeFilesOf(deployment, findings).filter((file) => !isOutside(file));
    const directory = workingDirectory(deployment, contents, findings);
    if (directory === undefined)
        return undefined;
    const composeFiles = written.filter((file) => contents.files.has(pathIn(directory, file)));
    requireComposeFiles(written, composeFiles, { directory, findings });
    validateEnvFiles(deployment, directory, { contents, findings, envFiles });
    return { name, directory, composeFiles };
}
function requireComposeFiles(written, found, { directory, findings }) {
    if (String(written) !== String(DEFAULT_COMPOSE_FILES)) {
        const missing = written.filter((file) => !found.includes(file));
        for (const file of missing)
            findings.problem(`compose_files: ${(0,util_text/* quote */.hD)(pathIn(directory, file))} is not in the artifact`);
    }
    else if (found.length === 0) {
        const names = written.join(', ');
        findings.problem(`there is no compose file in ${(0,util_text/* quote */.hD)(directory)}: expected one of ${names}, or its name in compose_files`);
    }
}
function validateEnvFiles(deployment, directory, { contents, findings, envFiles }) {
    const named = deployment_list(deployment, 'env_files');
    for (const file of named ?? [DEFAULT_ENV_FILE]) {
        const path = pathIn(directory, file.replace(/^remote:/, ''));
        if (named !== undefined)
            envFiles.add(path);
        if (!contents.files.has(path)) {
            if (file !== DEFAULT_ENV_FILE)
                findings.problem(`env_files: ${(0,util_text/* quote */.hD)(path)} is not in the artifact`);
            continue;
        }
        const why = explainDotenv(contents.read(path) ?? '');
        if (why !== undefined)
            findings.problem(`env_files: ${(0,util_text/* quote */.hD)(path)} cannot be read, ${why}`);
    }
}
function deployment_list(deployment, key) {
    const value = deployment[key];
    if (value === undefined)
        return undefined;
    return Array.isArray(value) ? value.map(scalar) : [];
}
function scalar(value) {
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}
function isOutside(path) {
    return path.startsWith('/') || path === '..' || path.startsWith('../');
}

;// CONCATENATED MODULE: ./lib/push/check/discovery.js



const NESTED_NAMES = ['.doco-cd.yaml', '.doco-cd.yml'];
const IGNORED_DIRECTORIES = new Set(['.git', '.github', '.vscode', '.idea', 'node_modules']);
const OVERRIDABLE = ['name', 'webhook_filter', 'working_dir', 'compose_files', 'env_files'];
function isDiscovering({ auto_discovery: value }) {
    return isOn((0,json/* isObject */.Gv)(value) ? value.enabled : value);
}
function discover({ auto_discovery: value }, { root, composeFiles }, { directories, files }) {
    const depth = (0,json/* isObject */.Gv)(value) && typeof value.depth === 'number' ? Math.trunc(value.depth) : 0;
    return [...directories].filter((directory) => {
        const below = stepsBelow(root, directory);
        if (below === undefined || (depth > 0 && below.length > depth))
            return false;
        if (below.some((name) => IGNORED_DIRECTORIES.has(name)))
            return false;
        return composeFiles.some((file) => !file.includes('/') && files.has(pathIn(directory, file)));
    });
}
function stackIn(directory, deployment, { nested, repository }) {
    const name = directory === '.' ? repository : directory.slice(directory.lastIndexOf('/') + 1);
    const own = OVERRIDABLE.map((key) => [key, nested[key]]).filter(([, value]) => !isZero(value));
    return {
        ...deployment,
        auto_discovery: undefined,
        name: name === repository && !isZero(deployment.name) ? deployment.name : name,
        working_dir: directory,
        ...Object.fromEntries(own),
    };
}
function stepsBelow(root, directory) {
    if (directory === root)
        return [];
    const inside = root === '.' ? directory : directory.startsWith(`${root}/`) && directory.slice(root.length + 1);
    return inside ? inside.split('/') : undefined;
}
function isZero(value) {
    return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

;// CONCATENATED MODULE: ./lib/push/check/config.js







const LAYOUT = 'doco.v1';
function configNames(target) {
    const stem = target === undefined ? '.doco-cd' : `.doco-cd.${target}`;
    return [`${stem}.yaml`, `${stem}.yml`];
}
function validateConfig(name, contents, repository) {
    const problems = [];
    const warnings = [];
    const envFiles = new Set();
    const stacks = [];
    const findingsIn = (where) => ({
        problem: (text) => problems.push(`${where}: ${text}`),
        warning: (text) => warnings.push(`${where}: ${text}`),
    });
    const deployments = readDocuments(name, contents, findingsIn);
    for (const { document, findings } of deployments) {
        if (!validateDocument(document, findings))
            continue;
        if (scalar(document.repository_url) !== '') {
            findings.problem('repository_url: doco-cd deploys an artifact from its own files only; remove the key');
            continue;
        }
        const place = { contents, findings, envFiles };
        const found = isDiscovering(document) ? discoverStacks(document, findings) : [document];
        for (const deployment of found)
            stacks.push(...[validateStack(deployment, place)].filter((stack) => stack !== undefined));
    }
    const version = deployments.map(({ document }) => scalar(document.version).trim()).find((text) => text !== '');
    if (version !== undefined && version !== LAYOUT) {
        problems.push(`${name}: version is ${(0,util_text/* quote */.hD)(version)}; doco-cd deploys only ${LAYOUT}, so change or remove it`);
    }
    problems.push(...duplicates(stacks).map((text) => `${name}: ${text}`));
    for (const { directory, composeFiles } of stacks) {
        for (const file of composeFiles)
            warnings.push(...missingReferences(pathIn(directory, file), directory, contents));
    }
    return { problems: [...new Set(problems)], warnings: [...new Set(warnings)], envFiles };
    function discoverStacks(deployment, findings) {
        const root = workingDirectory(deployment, contents, findings);
        if (root === undefined)
            return [];
        const composeFiles = composeFilesOf(deployment, findings);
        const directories = discover(deployment, { root, composeFiles }, contents);
        if (directories.length === 0) {
            findings.warning(`auto_discovery finds none of ${composeFiles.join(', ')} below ${(0,util_text/* quote */.hD)(root)}`);
        }
        return directories.flatMap((directory) => {
            const nested = readNested(directory);
            return nested === undefined ? [] : [stackIn(directory, deployment, { nested, repository })];
        });
    }
    function readNested(directory) {
        const path = NESTED_NAMES.map((nested) => pathIn(directory, nested)).find((path) => contents.files.has(path));
        if (path === undefined)
            return {};
        const [first, ...more] = readDocuments(path, contents, findingsIn);
        if (more.length > 0) {
            const isRoot = directory === '.' ? '; doco-cd reads it again for the compose file beside it, so move that one' : '';
            findingsIn(path).problem(`beside a discovered compose file it may hold only one document${isRoot}`);
            return undefined;
        }
        return first !== undefined && validateDocument(first.document, first.findings) ? first.document : undefined;
    }
}
function readDocuments(path, contents, findingsIn) {
    const text = contents.read(path);
    const documents = text === undefined ? [] : parseDocuments(text);
    if (text === undefined)
        findingsIn(path).problem(`it is too long: expected at most ${(0,util_text/* formatBytes */.z3)(MOST_TEXT_BYTES)}`);
    else if (documents.length === 0)
        findingsIn(path).problem('it is empty');
    return documents.flatMap((document, index) => {
        const findings = findingsIn(documents.length === 1 ? path : `${path}, document ${index + 1}`);
        if (document.kind === 'read' && (0,json/* isObject */.Gv)(document.value))
            return [{ document: document.value, findings }];
        if (document.kind === 'broken')
            findings.problem(document.problem);
        else if (document.value === null)
            findings.problem('it is empty; remove the "---" without content');
        else
            findings.problem(`it is ${(0,json/* kindOf */.I)(document.value)}, expected keys and values`);
        return [];
    });
}
function duplicates(stacks) {
    const names = stacks.map(({ name }) => name).filter((name, index, all) => name !== '' && all.indexOf(name) < index);
    return [...new Set(names)].map((twice) => {
        const places = new Set(stacks.filter(({ name }) => name === twice).map(({ directory }) => (0,util_text/* quote */.hD)(directory)));
        return `two deployments have the name ${(0,util_text/* quote */.hD)(twice)}, in ${[...places].join(' and ')}`;
    });
}

;// CONCATENATED MODULE: ./lib/util/glob.js


const glob_LONGEST = 500;
const MOST_ALTERNATIVES = 100;
function compileGlob(pattern, { braces, below }) {
    const alternatives = parseGlob(pattern, braces);
    return (text) => {
        const characters = /[\ud800-\udfff]/.test(text) ? [...text] : text;
        return alternatives.some((tokens) => matches(tokens, characters, below));
    };
}
function parseGlob(pattern, braces) {
    if (pattern.length > glob_LONGEST) {
        throw new errors/* InputError */.d(`the pattern has ${pattern.length} characters, expected at most ${glob_LONGEST}`);
    }
    return (braces ? expandBraces(pattern) : [pattern]).map(parse);
}
function matches(tokens, text, below) {
    let [inComponent, wide] = [undefined, undefined];
    let [token, at] = [0, 0];
    for (;;) {
        const next = tokens[token];
        if (next === undefined) {
            if (at === text.length || (below && text[at] === '/'))
                return true;
        }
        else if (next.kind !== 'character') {
            token++;
            if (next.kind === 'component')
                inComponent = { token, at, kind: next.kind };
            else
                [inComponent, wide] = [undefined, { token, at, kind: next.kind }];
            continue;
        }
        else if (at < text.length && next.matches(text[at] ?? '')) {
            token++;
            at++;
            continue;
        }
        if (inComponent !== undefined && inComponent.at < text.length && text[inComponent.at] !== '/') {
            inComponent.at++;
            [token, at] = [inComponent.token, inComponent.at];
        }
        else if (wide !== undefined && wide.at < text.length) {
            wide.at++;
            if (wide.kind === 'directories')
                while (wide.at < text.length && text[wide.at - 1] !== '/')
                    wide.at++;
            if (wide.kind === 'directories' && text[wide.at - 1] !== '/')
                return false;
            [inComponent, token, at] = [undefined, wide.token, wide.at];
        }
        else
            return false;
    }
}
function parse(pattern) {
    const tokens = [];
    for (let rest = pattern; rest !== '';) {
        const [stars, slash] = /^\*+(\/)?/.exec(rest) ?? [];
        const isComponentStart = rest.length === pattern.length || pattern.at(-rest.length - 1) === '/';
        if (stars?.startsWith('**')) {
            const isDirectories = isComponentStart && slash !== undefined;
            tokens.push({ kind: isDirectories ? 'directories' : 'anything' });
            rest = rest.slice(isDirectories ? stars.length : stars.replace('/', '').length);
        }
        else if (stars !== undefined) {
            tokens.push({ kind: 'component' });
            rest = rest.slice(1);
        }
        else {
            const { length, matches } = parseCharacter(rest);
            tokens.push({ kind: 'character', matches });
            rest = rest.slice(length);
        }
    }
    return tokens;
}
function parseCharacter(rest) {
    if (rest.startsWith('?'))
        return { length: 1, matches: (character) => character !== '/' };
    if (rest.startsWith('['))
        return parseClass(rest);
    const { length, character } = literal(rest);
    return { length, matches: (other) => other === character };
}
function parseClass(rest) {
    const isNegated = /^\[[!^]/.test(rest);
    const ranges = [];
    let length = isNegated ? 2 : 1;
    for (let isFirst = true; isFirst || rest[length] !== ']'; isFirst = false) {
        if (rest.startsWith('[:', length))
            throw new errors/* InputError */.d('classes such as [:alpha:] are not known: write [A-Za-z]');
        if (rest[length] === undefined)
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(rest)} has no closing "]"; write \\[ for the character`);
        if (rest[length] === ']')
            throw new errors/* InputError */.d('"[]" is an empty class; write \\[ and \\] for the characters');
        const low = literal(rest.slice(length));
        length += low.length;
        if (rest[length] !== '-' || rest[length + 1] === ']') {
            ranges.push([low.character, low.character]);
            continue;
        }
        const high = literal(rest.slice(length + 1));
        length += 1 + high.length;
        if (glob_codeOf(high.character) < glob_codeOf(low.character)) {
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(`${low.character}-${high.character}`)} is a range that ends below where it begins`);
        }
        ranges.push([low.character, high.character]);
    }
    const holds = (code) => ranges.some(([low, high]) => glob_codeOf(low) <= code && code <= glob_codeOf(high));
    return { length: length + 1, matches: (other) => other !== '/' && holds(glob_codeOf(other)) !== isNegated };
}
function literal(rest) {
    const isEscaped = rest.startsWith('\\');
    const code = rest.codePointAt(isEscaped ? 1 : 0);
    if (code === undefined)
        throw new errors/* InputError */.d('the pattern ends within a character or after a backslash');
    const character = String.fromCodePoint(code);
    return { length: character.length + (isEscaped ? 1 : 0), character };
}
function glob_codeOf(character) {
    return character.codePointAt(0) ?? 0;
}
function expandBraces(pattern) {
    const [before = ''] = /^(?:\\.|\[(?:\\.|[^\]\\])*\]?|[^\\{}()[])*/s.exec(pattern) ?? [];
    const rest = pattern.slice(before.length);
    if (rest === '' || rest.startsWith('\\'))
        return [pattern];
    if (/^[()]/.test(rest)) {
        throw new errors/* InputError */.d('groups such as !(a|b) are not known: write {a,b}, or a line of its own that begins with "!"');
    }
    const choices = splitBraces(rest);
    const tails = expandBraces(rest.slice(choices.join(',').length + 2));
    const expanded = choices.flatMap(expandBraces).flatMap((choice) => tails.map((tail) => `${before}${choice}${tail}`));
    if (expanded.length <= MOST_ALTERNATIVES)
        return expanded;
    throw new errors/* InputError */.d(`its braces make more than ${MOST_ALTERNATIVES} patterns; write some of them as lines of their own`);
}
function splitBraces(text) {
    const choices = [];
    let [depth, start] = [0, 1];
    for (const { 0: part, index } of text.matchAll(/\\.|[{},]/gs)) {
        if (part === '{')
            depth++;
        else if (part === '}')
            depth--;
        if (depth < 0)
            throw new errors/* InputError */.d('"}" closes no brace; write \\} for the character');
        if ((part === ',' && depth === 1) || (part === '}' && depth === 0)) {
            choices.push(text.slice(start, index));
            start = index + 1;
        }
        if (depth > 0)
            continue;
        if (choices.length < 2)
            throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(text.slice(0, index + 1))} has no comma: braces are for {a,b}`);
        return choices;
    }
    throw new errors/* InputError */.d(`${(0,util_text/* quote */.hD)(text)} has no closing "}"; write \\{ for the character`);
}

;// CONCATENATED MODULE: ./lib/push/check/ignore.js




const IGNORE_FILE = '.ociignore';
function parseIgnores(text) {
    const wanted = [];
    const rules = [{ isException: false, matches: compile(IGNORE_FILE, '') }];
    for (const [index, line] of text
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .entries()) {
        if (line.startsWith('#'))
            continue;
        const isException = line.trim().startsWith('!');
        const pattern = line.trim().slice(isException ? 1 : 0);
        const rooted = external_node_path_.posix
            .normalize(pattern.trim())
            .replace(/^\//, '')
            .replace(/(?:\/\*\*)*\/?$/, '');
        if (rooted === '' || rooted === '.')
            continue;
        rules.push({ isException, matches: compile(rooted, `line ${index + 1}: ${(0,util_text/* quote */.hD)(line.trim())}`) });
        if (isException)
            wanted.push(rooted);
    }
    return {
        ignores: (path) => rules.findLast(({ matches }) => matches(path))?.isException === false,
        mayHoldWanted: (directory) => wanted.some((pattern) => mayMatchBelow(directory, pattern)),
    };
}
function mayMatchBelow(directory, pattern) {
    const [literal = ''] = pattern.split(/[*?[\\]/);
    const inside = `${directory}/`;
    return literal.startsWith(inside) || (literal !== pattern && inside.startsWith(literal));
}
function compile(pattern, where) {
    try {
        return compileGlob(pattern, { braces: false, below: true });
    }
    catch (cause) {
        throw new errors/* InputError */.d(`path: ${IGNORE_FILE}, ${where}: ${(0,errors/* messageOf */.b)(cause)}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/push/check/scan.js




function scan(root, { ignores, mayHoldWanted }, most) {
    const entries = [];
    const unsupported = [];
    const inodes = new Map();
    function visit(parent) {
        for (const name of namesIn((0,external_node_path_.join)(root, parent))) {
            if (entries.length > most)
                return;
            if (name === '.git')
                continue;
            const path = parent === '' ? name : `${parent}/${name}`;
            const ignored = ignores(path);
            if (ignored && !mayHoldWanted(path))
                continue;
            const badName = unsupportedName(name);
            if (badName !== undefined) {
                if (!ignored)
                    unsupported.push({ path, what: badName });
                continue;
            }
            const stats = statOf((0,external_node_path_.join)(root, path));
            if (stats.isDirectory())
                visitDirectory(path, ignored);
            else if (!ignored)
                visitFile(path, stats);
        }
    }
    function visitDirectory(path, ignored) {
        const index = entries.push({ path, kind: 'directory', bytes: 0, executable: true });
        visit(path);
        if (ignored && entries.length === index)
            entries.pop();
    }
    function visitFile(path, stats) {
        const what = unsupportedType(stats) ?? linkedTwice(path, stats);
        if (what !== undefined)
            unsupported.push({ path, what });
        else
            entries.push({
                path,
                kind: 'file',
                bytes: stats.size,
                executable: (stats.mode & 0o100) !== 0,
                version: versionOf(stats),
            });
    }
    function linkedTwice(path, stats) {
        if (stats.nlink < 2)
            return undefined;
        const inode = `${stats.dev}:${stats.ino}`;
        const first = inodes.get(inode);
        if (first === undefined)
            inodes.set(inode, path);
        return first === undefined ? undefined : `a hard link to ${(0,util_text/* quote */.hD)(first)}`;
    }
    visit('');
    return { entries, unsupported, tooMany: entries.length > most };
}
function unsupportedType(stats) {
    if (stats.isFile())
        return undefined;
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isSymbolicLink())
        return 'a symbolic link';
    if (stats.isFIFO())
        return 'a named pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
function versionOf({ ino, size, mtimeMs, ctimeMs }) {
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}
function unsupportedName(name) {
    if (name.startsWith('.wh.'))
        return 'named like a whiteout, which means a deletion in image layers';
    return name.includes('\ufffd') ? 'named in bytes that are not UTF-8' : undefined;
}
function namesIn(directory) {
    const names = reading(directory, () => (0,external_node_fs_.readdirSync)(directory));
    if (!names.some((name) => /[\ud800-\uffff]/.test(name)))
        return names.sort();
    return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
function statOf(path) {
    return reading(path, () => (0,external_node_fs_.lstatSync)(path));
}
function reading(path, read) {
    try {
        return read();
    }
    catch (cause) {
        throw new errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} cannot be read: ${cause.message}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/push/check/secrets.js
const SECRET_NAMES = /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:p12|pfx|jks|keystore|kdbx|ppk)|\.netrc|\.git-credentials|\.pgpass)$/i;
const PERHAPS_A_KEY = /\.(?:pem|key)$/i;
const DOTENV = /^\.env(?:\..+)?$/;
const SAMPLE = /\.(?:example|sample|template|dist)$/i;
function findSecretNames(files, envFiles) {
    return [...files].filter((path) => {
        const name = baseName(path);
        return SECRET_NAMES.test(name) || (isDotenv(path) && !SAMPLE.test(name) && !envFiles.has(path));
    });
}
function isDotenv(path) {
    return DOTENV.test(baseName(path));
}
function mayHoldPrivateKey(path) {
    return PERHAPS_A_KEY.test(baseName(path));
}
function holdsPrivateKey(text) {
    return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/push/check/directory.js









const MOST_BYTES = 1024 ** 3;
const MOST_ENTRIES = 100_000;
const LISTED = 20;
function checkDirectory(path, purpose) {
    const root = openRoot(path);
    const ignores = parseIgnores(readText(root, IGNORE_FILE));
    const found = scan(root, ignores, MOST_ENTRIES);
    const bytes = found.entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const config = checkConfig(root, found, { ignores, purpose });
    const problems = [
        ...found.unsupported.map(({ path, what }) => `${(0,util_text/* quote */.hD)(path)} is ${what}: replace it, or list it in ${IGNORE_FILE}`),
        ...sizeProblems(found, bytes),
        ...config.problems,
    ];
    if (problems.length > 0) {
        throw new errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} cannot be deployed: ${shorten(problems).join('\n')}`);
    }
    const files = found.entries.filter(({ kind }) => kind === 'file').map((entry) => entry.path);
    const keys = files.filter((file) => mayHoldPrivateKey(file) && holdsPrivateKey(readBeginning((0,external_node_path_.join)(root, file))));
    const secrets = [...findSecretNames(files, config.envFiles), ...keys].map((file) => `${(0,util_text/* quote */.hD)(file)} looks like a secret, and everyone who can pull the artifact can read it: list it in ${IGNORE_FILE}${isDotenv(file) ? ', or name it in env_files if it is meant to be there' : ''}`);
    return { root, entries: found.entries, bytes, warnings: shorten([...config.warnings, ...secrets]) };
}
function shorten(texts) {
    return texts.length > LISTED ? [...texts.slice(0, LISTED), `and ${texts.length - LISTED} more`] : texts;
}
function openRoot(path) {
    if (reading(path, () => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }))?.isDirectory())
        return (0,external_node_fs_.realpathSync)(path);
    throw new errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} is not a directory here; check out the repository first, or correct the path`);
}
function elsewhere({ files }, names) {
    if (files.size === 0)
        return '; the directory is empty: check out the repository first';
    const below = [...files].find((file) => names.some((name) => file.endsWith(`/${name}`)));
    return below === undefined ? '' : `; it is in ${(0,util_text/* quote */.hD)((0,external_node_path_.dirname)(below))}: set path to that directory`;
}
function checkConfig(root, { entries, unsupported }, { ignores, purpose: { target, repository } }) {
    const contents = {
        files: new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path)),
        directories: new Set(['.', ...entries.filter(({ kind }) => kind === 'directory').map(({ path }) => path)]),
        read: (name) => ((statIfThere(root, name)?.size ?? 0) > MOST_TEXT_BYTES ? undefined : readText(root, name)),
    };
    const names = configNames(target);
    const name = names.find((name) => contents.files.has(name));
    const nothing = { warnings: [], envFiles: new Set() };
    if (unsupported.some(({ path }) => names.includes(path)))
        return { ...nothing, problems: [] };
    if (name === undefined) {
        const ignored = names.find((name) => ignores.ignores(name) && statIfThere(root, name)?.isFile());
        const reason = ignored === undefined ? 'is missing' : `is excluded by ${IGNORE_FILE}`;
        const noFallBack = target === undefined ? '' : '; with a target doco-cd does not fall back to .doco-cd.yaml';
        return {
            ...nothing,
            problems: [
                `${ignored ?? names.join(' or ')} ${reason} in the root of the directory${noFallBack}${ignored === undefined ? elsewhere(contents, names) : ''}`,
            ],
        };
    }
    const result = validateConfig(name, contents, repository);
    const both = names.every((name) => contents.files.has(name))
        ? [`${names.join(' and ')} both exist; doco-cd reads ${name}`]
        : [];
    return { ...result, warnings: [...both, ...result.warnings] };
}
function sizeProblems({ entries, tooMany }, bytes) {
    const remedy = `leave files out with ${IGNORE_FILE}`;
    if (tooMany)
        return [`there are more than ${(0,util_text/* grouped */.zD)(MOST_ENTRIES)} files and directories, doco-cd takes no more: ${remedy}`];
    if (bytes <= MOST_BYTES)
        return [];
    const largest = entries.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
    const named = largest.map(({ path, bytes }) => `${(0,util_text/* quote */.hD)(path)} with ${(0,util_text/* formatBytes */.z3)(bytes)}`).join(', ');
    return [
        `the files have ${(0,util_text/* plural */.LS)(bytes, 'byte')}, doco-cd takes at most ${(0,util_text/* plural */.LS)(MOST_BYTES, 'byte')} (1 GiB): ${remedy}. The largest are ${named}`,
    ];
}
function readText(root, name) {
    const stats = statIfThere(root, name);
    if (stats === undefined)
        return '';
    const kind = unsupportedType(stats);
    if (kind !== undefined)
        throw new errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(name)} is ${kind}, expected a file`);
    if (stats.size > MOST_TEXT_BYTES)
        throw new errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(name)} has ${(0,util_text/* formatBytes */.z3)(stats.size)}, expected at most ${(0,util_text/* formatBytes */.z3)(MOST_TEXT_BYTES)}`);
    const path = (0,external_node_path_.join)(root, name);
    return reading(path, () => (0,external_node_fs_.readFileSync)(path, 'utf8'));
}
function statIfThere(root, name) {
    const path = (0,external_node_path_.join)(root, name);
    return reading(path, () => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }));
}
function readBeginning(path) {
    return reading(path, () => {
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const beginning = Buffer.alloc(4096);
            return beginning.toString('latin1', 0, (0,external_node_fs_.readSync)(file, beginning));
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    });
}

// EXTERNAL MODULE: ./lib/util/exec.js + 1 modules
var exec = __webpack_require__(7917);
;// CONCATENATED MODULE: ./lib/push/pack/annotations.js


const STANDARD = 'org.opencontainers.image.';
const LATEST = 253_402_300_799;
function sourceDate(environment) {
    const text = environment.SOURCE_DATE_EPOCH?.trim() ?? '';
    if (text === '')
        return undefined;
    const date = dateOfEpoch(text);
    if (date !== undefined)
        return date;
    throw new errors/* InputError */.d(`SOURCE_DATE_EPOCH: ${(0,util_text/* quote */.hD)(text)} is not allowed, expected whole seconds since 1970`);
}
function dateOfEpoch(seconds) {
    return /^\d{1,12}$/.test(seconds) && Number(seconds) <= LATEST ? new Date(Number(seconds) * 1000) : undefined;
}
function buildAnnotations(environment, { created, title, own, }) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository, GITHUB_SHA: revision, } = environment;
    const annotations = new Map([
        [`${STANDARD}created`, created.toISOString().replace('.000Z', 'Z')],
        [`${STANDARD}revision`, revision ?? ''],
        [`${STANDARD}source`, repository ? `${server}/${repository}` : ''],
        [`${STANDARD}title`, title],
        ...own,
    ]);
    return Object.fromEntries([...annotations].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./lib/push/commit-date.js


const TIMEOUT_MS = 10_000;
const NO_FETCH = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
async function commitDate(root, { GITHUB_SHA: sha }, signal) {
    const git = (0,exec/* findTool */.S)('git');
    if (git === undefined || !/^[0-9a-f]{40,64}$/.test(sha ?? ''))
        return new Date(0);
    const trust = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit'];
    const args = [...trust, '-C', root, 'cat-file', 'commit', sha ?? ''];
    const commit = await (0,exec/* runTool */.q)(git, args, { env: NO_FETCH, signal, timeoutMs: TIMEOUT_MS });
    const seconds = /^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(commit.stdout)?.[1];
    const date = commit.exitCode === 0 ? dateOfEpoch(seconds ?? '') : undefined;
    return date ?? new Date(0);
}

// EXTERNAL MODULE: ./lib/push/outcome.js
var outcome = __webpack_require__(7017);
;// CONCATENATED MODULE: ./lib/push/pack/image.js

const MEDIA_TYPES = {
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};
const LAYOUT_NAME = 'artifact';
function buildImage(layer, annotations) {
    const config = buildConfig(layer.diffId);
    const manifest = blob({
        schemaVersion: 2,
        mediaType: MEDIA_TYPES.manifest,
        config: { mediaType: MEDIA_TYPES.config, digest: config.digest, size: config.bytes },
        layers: [{ mediaType: MEDIA_TYPES.layer, digest: layer.digest, size: layer.bytes }],
        annotations,
    });
    return { layer, config, manifest, bytes: layer.bytes + config.bytes + manifest.bytes };
}
function buildConfig(diffId) {
    return blob({
        architecture: 'amd64',
        os: 'linux',
        config: {},
        rootfs: { type: 'layers', diff_ids: [diffId] },
        history: [{ created_by: 'oci-webhook-action push' }],
    });
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
    return { text, bytes: Buffer.byteLength(text), digest: sha256Digest(text) };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/header.js + 2 modules
var esm_header = __webpack_require__(6532);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/pax.js
var pax = __webpack_require__(750);
;// CONCATENATED MODULE: ./lib/push/pack/tar.js







const BLOCK_BYTES = 1024 ** 2;
const RECORD_BYTES = 512;
const END = Buffer.alloc(2 * RECORD_BYTES);
const READ = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
function* tarBlocks(root, entries, { mtime, progress }) {
    let [block, other] = [Buffer.allocUnsafe(BLOCK_BYTES), Buffer.allocUnsafe(BLOCK_BYTES)];
    let used = 0;
    function* fill(write, bytes) {
        for (let done = 0; done < bytes;) {
            const written = write(block.subarray(used, used + Math.min(bytes - done, block.length - used)), done);
            done += written;
            used += written;
            if (used < block.length)
                continue;
            yield block;
            [block, other] = [other, block];
            used = 0;
        }
    }
    const copy = (source) => fill((free, done) => source.copy(free, 0, done), source.length);
    const pad = (bytes) => copy(END.subarray(0, (RECORD_BYTES - (bytes % RECORD_BYTES)) % RECORD_BYTES));
    for (const entry of entries) {
        yield* copy(headerOf(entry, mtime));
        if (entry.kind === 'directory')
            continue;
        const path = (0,external_node_path_.join)(root, entry.path);
        const file = reading(path, () => (0,external_node_fs_.openSync)(path, READ));
        try {
            const isSame = () => versionOf((0,external_node_fs_.fstatSync)(file)) === entry.version;
            if (!isSame())
                throw changed(path);
            yield* fill((free) => readSome(file, free, path), entry.bytes);
            if (!isSame())
                throw changed(path);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
        yield* pad(entry.bytes);
        progress.files++;
        progress.bytes += entry.bytes;
    }
    yield* copy(END);
    if (used > 0)
        yield block.subarray(0, used);
}
function readSome(file, free, path) {
    const read = reading(path, () => (0,external_node_fs_.readSync)(file, free));
    if (read === 0)
        throw changed(path);
    return read;
}
function changed(path) {
    return new errors/* InputError */.d(`path: ${(0,util_text/* quote */.hD)(path)} was changed while it was packed; let nothing write into the directory`);
}
function headerOf({ path, kind, bytes, executable }, mtime) {
    const name = kind === 'directory' ? `${path}/` : path;
    const header = new esm_header/* Header */.Y({
        path: name,
        type: kind === 'directory' ? 'Directory' : 'File',
        size: bytes,
        mode: kind === 'directory' || executable ? 0o755 : 0o644,
        uid: 0,
        gid: 0,
        mtime,
    });
    const plain = Buffer.alloc(RECORD_BYTES);
    return header.encode(plain) ? Buffer.concat([new pax/* Pax */.u({ path: name }).encode(), plain]) : plain;
}

;// CONCATENATED MODULE: ./lib/push/pack/layer.js




const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const DEFLATE = { level: 6, memLevel: 9, windowBits: 15, chunkSize: 256 * 1024 };
async function pack({ root, entries, mtime, file, signal, onProgress }) {
    const [layerHash, archiveHash] = [(0,external_node_crypto_.createHash)('sha256'), (0,external_node_crypto_.createHash)('sha256')];
    const progress = { files: 0, bytes: 0 };
    let [bytes, archiveBytes, checksum] = [0, 0, 0];
    const layer = (0,external_node_fs_.openSync)(file, 'wx');
    const write = (chunk) => {
        layerHash.update(chunk);
        bytes += chunk.length;
        for (let at = 0; at < chunk.length;)
            at += (0,external_node_fs_.writeSync)(layer, chunk, at);
    };
    const { compress, end, destroy } = startDeflate(write);
    try {
        write(GZIP_HEADER);
        let compressed = Promise.resolve();
        for (const block of tarBlocks(root, entries, { mtime, progress })) {
            archiveHash.update(block);
            checksum = (0,external_node_zlib_.crc32)(block, checksum);
            archiveBytes += block.length;
            await compressed;
            signal.throwIfAborted();
            compressed = compress(block);
            onProgress(progress);
        }
        await compressed;
        await end();
        const trailer = Buffer.alloc(8);
        trailer.writeUInt32LE(checksum, 0);
        trailer.writeUInt32LE(archiveBytes % 2 ** 32, 4);
        write(trailer);
    }
    finally {
        destroy();
        (0,external_node_fs_.closeSync)(layer);
    }
    return { digest: `sha256:${layerHash.digest('hex')}`, bytes, diffId: `sha256:${archiveHash.digest('hex')}` };
}
function startDeflate(write) {
    const deflate = (0,external_node_zlib_.createDeflateRaw)(DEFLATE);
    const broken = new Promise((_, reject) => deflate.once('error', reject));
    broken.catch(() => { });
    deflate.on('data', (chunk) => {
        try {
            write(chunk);
        }
        catch (error) {
            deflate.destroy(error);
        }
    });
    const done = (start) => Promise.race([new Promise(start), broken]);
    return {
        compress: (block) => done((resolve) => deflate.write(block, () => resolve())),
        end: () => done((resolve) => deflate.once('end', resolve).end()),
        destroy: () => deflate.destroy(),
    };
}

;// CONCATENATED MODULE: ./lib/push/pack/layout.js



function startLayout(directory) {
    (0,external_node_fs_.mkdirSync)(blobs(directory), { recursive: true });
    return (0,external_node_path_.join)(directory, 'layer');
}
function finishLayout(directory, image) {
    const { layer, config, manifest } = image;
    (0,external_node_fs_.renameSync)((0,external_node_path_.join)(directory, 'layer'), (0,external_node_path_.join)(blobs(directory), hex(layer.digest)));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(blobs(directory), hex(config.digest)), config.text);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(blobs(directory), hex(manifest.digest)), manifest.text);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'index.json'), buildIndex(image));
}
function blobs(directory) {
    return (0,external_node_path_.join)(directory, 'blobs', 'sha256');
}
function hex(digest) {
    return digest.slice(digest.indexOf(':') + 1);
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/push/pack/reuse.js









const LEAST_BYTES = 32 * 1024 ** 2;
async function reuseLayer(packing, { manifest, fetch }) {
    const claimed = readManifest(manifest);
    if (claimed === undefined)
        return undefined;
    const { diffId, bytes } = await hashArchive(packing);
    if (buildConfig(diffId).digest !== claimed.config)
        return undefined;
    const directory = `${packing.file}-fetched`;
    try {
        (0,external_node_fs_.mkdirSync)(directory);
        if (!(await fetch(directory)))
            return undefined;
        const fetched = (0,external_node_path_.join)(directory, claimed.layer.slice(claimed.layer.indexOf(':') + 1));
        if ((await hashUnpacked(fetched, bytes, packing.signal)) !== diffId)
            return undefined;
        (0,external_node_fs_.renameSync)(fetched, packing.file);
        return { digest: claimed.layer, bytes: (0,external_node_fs_.statSync)(packing.file).size, diffId };
    }
    finally {
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    }
}
function readManifest(text) {
    const manifest = (0,json/* parseObject */.lj)(text);
    const layers = (0,json.at)(manifest, 'layers');
    if (!Array.isArray(layers) || layers.length !== 1 || (0,json.at)(layers[0], 'urls') !== undefined)
        return undefined;
    const [config, layer] = [(0,json/* textAt */.$6)(manifest, 'config', 'digest'), (0,json/* textAt */.$6)(layers[0], 'digest')];
    if (config === undefined || layer === undefined || !/^sha256:[0-9a-f]{64}$/.test(layer))
        return undefined;
    return { config, layer };
}
async function hashArchive({ root, entries, mtime, signal, onProgress }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const progress = { files: 0, bytes: 0 };
    let bytes = 0;
    for (const block of tarBlocks(root, entries, { mtime, progress })) {
        hash.update(block);
        bytes += block.length;
        onProgress(progress);
        await (0,external_node_timers_promises_.setImmediate)();
        signal.throwIfAborted();
    }
    return { diffId: `sha256:${hash.digest('hex')}`, bytes };
}
async function hashUnpacked(file, most, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: 256 * 1024 });
    let bytes = 0;
    const take = async (chunks) => {
        for await (const chunk of chunks) {
            bytes += chunk.length;
            if (bytes > most)
                throw new Error('longer');
            hash.update(chunk);
        }
    };
    try {
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { highWaterMark: 1024 ** 2 }), gunzip, take, { signal });
        return gunzip.bytesWritten === (0,external_node_fs_.statSync)(file).size ? `sha256:${hash.digest('hex')}` : undefined;
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/util/time.js
var time = __webpack_require__(9788);
;// CONCATENATED MODULE: ./lib/push/progress.js




const PROGRESS_MS = 5_000;
const HEARTBEAT_MS = 15_000;
function startHeartbeat() {
    const startedMs = (0,time/* monotonicMs */.dR)();
    let what = 'the files';
    const beat = () => (0,log/* info */.pq)(`still waiting for ${what} after ${Math.round(((0,time/* monotonicMs */.dR)() - startedMs) / 1000)} s`);
    const timer = setInterval(beat, HEARTBEAT_MS);
    return {
        waitingFor: (next) => {
            what = next;
        },
        stop: () => clearInterval(timer),
    };
}
function progressOf(checked, verb) {
    let loggedMs = (0,time/* monotonicMs */.dR)();
    const all = `of ${(0,util_text/* plural */.LS)((0,outcome/* countFiles */.D)(checked), 'file')}`;
    return (progress) => {
        if ((0,time/* monotonicMs */.dR)() - loggedMs < PROGRESS_MS)
            return;
        loggedMs = (0,time/* monotonicMs */.dR)();
        (0,log/* info */.pq)(`${verb} ${(0,util_text/* grouped */.zD)(progress.files)} ${all}, ${(0,util_text/* formatBytes */.z3)(progress.bytes)} of ${(0,util_text/* formatBytes */.z3)(checked.bytes)}`);
    };
}

// EXTERNAL MODULE: ./lib/push/skopeo.js + 1 modules
var skopeo = __webpack_require__(2906);
;// CONCATENATED MODULE: ./lib/delivery/retry.js
const BASE_MS = 1_000;
const CAP_MS = 10_000;
const UNSENT = { baseMs: 500, capMs: 2_000, untilMs: 30_000 };
const RETRY_AFTER_SPREAD_MS = 1_000;
const TIMER_SLACK_MS = 5;
const ATTEMPTS_FOR_UNKNOWN_HOST = 3;
const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
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
        return RETRIED_STATUSES.has(result.status);
    if (result.proxyStatus !== undefined)
        return RETRIED_STATUSES.has(result.proxyStatus);
    return RETRIED_CODES.has(result.code);
}
function attemptLimit(results, { retries = Number.POSITIVE_INFINITY, deadlineMs }) {
    const resolved = results.findLastIndex((result) => result.kind === 'response' || result.code !== 'ENOTFOUND') + 1;
    const unknownHost = resolved < results.length ? resolved + ATTEMPTS_FOR_UNKNOWN_HOST : Number.POSITIVE_INFINITY;
    return Math.min(deadlineMs === 0 ? 1 : retries + 1, unknownHost);
}
function decide(state, limit, { deadlineMs }) {
    const { attempts, elapsedMs, retryAfterMs, random } = state;
    if (attempts >= limit)
        return { kind: 'stop', reason: 'retries' };
    const leftMs = deadlineMs - elapsedMs;
    if (leftMs < TIMER_SLACK_MS)
        return { kind: 'stop', reason: 'deadline' };
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

// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(2263);
;// CONCATENATED MODULE: ./lib/util/retry-transient.js

async function retryTransient(action, { isTransient, attempts, waitMs, signal, onRetry }) {
    for (let attempt = 1;; attempt++) {
        const result = await action();
        if (signal.aborted || attempt >= attempts || !isTransient(result))
            return result;
        const pauseMs = waitMs(attempt);
        onRetry?.(result, attempt, pauseMs);
        await (0,time/* sleep */.yy)(pauseMs, signal);
        if (signal.aborted)
            return result;
    }
}

;// CONCATENATED MODULE: ./lib/util/read-file.js



function readTextFile(path, { name, mostBytes }) {
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        if (!stats.isFile())
            throw new errors/* InputError */.d(`${name} ${path} is not a regular file`);
        if (stats.size > mostBytes)
            throw new errors/* InputError */.d(`${name} ${path} has ${(0,util_text/* formatBytes */.z3)(stats.size)}, expected at most ${(0,util_text/* formatBytes */.z3)(mostBytes)}`);
        return (0,external_node_fs_.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.d)
            throw cause;
        const code = cause.code;
        const problem = code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
        throw new errors/* InputError */.d(`${name} ${path} ${problem}`, { cause });
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
    const directory = environment.DOCKER_CONFIG || (0,external_node_path_.join)(environment.HOME || (0,external_node_os_.homedir)(), '.docker');
    const path = environment.REGISTRY_AUTH_FILE || (0,external_node_path_.join)(directory, 'config.json');
    const config = readConfig(path);
    const login = entryFor(host, (0,json.at)(config, 'auths'));
    if ((0,json/* textAt */.$6)(login, 'auth') !== undefined || entryFor(host, (0,json.at)(config, 'credHelpers')) !== undefined)
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
function entryFor(host, entries) {
    const found = (0,json/* isObject */.Gv)(entries) ? Object.entries(entries).find(([name]) => hostIn(name) === host) : undefined;
    return found?.[1];
}
function hostIn(name) {
    const host = name.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
    return host === 'index.docker.io' ? 'docker.io' : host;
}
function readConfig(path) {
    try {
        return (0,json/* parseObject */.lj)(readTextFile(path, { name: 'the file with the logins', mostBytes: CONFIG_LIMIT }));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/push/hints.js

const MEANINGS = [
    {
        pattern: /unknown flag|unknown command/i,
        hint: 'this skopeo is too old: 1.6 or newer is needed',
    },
    {
        pattern: /incorrect username or password|invalid username\/password|unable to retrieve auth token/i,
        hint: 'the registry refuses the user or password; check the login step before this one',
    },
    {
        pattern: /unauthorized|authentication required|no basic auth credentials/i,
        hint: 'log in before this step with docker/login-action or skopeo login; if you do, the user or password is wrong, expired or for another registry',
    },
    {
        pattern: /bearer token.*(?:\b403\b|forbidden|denied)/is,
        hint: 'there was no login before this step, or it may not push to this repository: use docker/login-action; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
    },
    {
        pattern: /denied|forbidden|insufficient.scope|permission/i,
        hint: 'the login is valid but may not push to this repository; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
    },
    {
        pattern: /server gave HTTP response to HTTPS client/i,
        hint: 'the registry speaks plain http; set insecure-registry: true if that is meant',
    },
    {
        pattern: /x509|certificate|tls: /i,
        hint: "the registry's certificate is not trusted here; install its authority on the runner, or set insecure-registry: true if you know the network",
    },
    {
        pattern: /repository name not known|name unknown|project .* not found|name invalid/i,
        hint: 'the registry has no such repository and does not create it by itself',
    },
    { pattern: /tag .*immutable|immutable tag/i, hint: 'the registry does not let this tag move; push another tag' },
    {
        pattern: /no such host/i,
        hint: 'the host of the registry does not resolve here; check its spelling',
        isTransient: true,
    },
    { pattern: /connection refused/i, hint: 'nothing listens at the registry; check host and port', isTransient: true },
];
function hintFor(message, host) {
    const unread = isLoginRefused(message) ? explainUnreadLogin(host, process.env) : undefined;
    return explainBrokenLogin(message) ?? unread ?? meaningOf(message)?.hint;
}
function isTransient(message) {
    const meaning = meaningOf(message);
    return explainBrokenLogin(message) === undefined && (meaning === undefined || meaning.isTransient === true);
}
function meaningOf(message) {
    return MEANINGS.find(({ pattern }) => pattern.test(message));
}

;// CONCATENATED MODULE: ./lib/push/upload.js








const ANSWER_COUNTS_MS = 5_000;
async function uploadAll(options) {
    const uploads = [];
    for (const [index, destination] of options.destinations.entries()) {
        if (uploads.some(({ kind }) => kind === 'failed'))
            uploads.push({ kind: 'not-tried', destination });
        else if (options.before[index] === options.digest && (await isStill(destination, options))) {
            (0,log/* info */.pq)(`${(0,reference/* formatReference */.FH)(destination)} has this digest already`);
            uploads.push({ kind: 'unchanged', destination });
        }
        else
            uploads.push(await upload(destination, options));
    }
    return uploads;
}
async function isStill(destination, { skopeo, digest, askedMs }) {
    if ((0,time/* monotonicMs */.dR)() - askedMs < ANSWER_COUNTS_MS)
        return true;
    return compareDigests(await skopeo.manifest(destination), digest).kind === 'same';
}
async function upload(destination, options) {
    const { skopeo, layout, digest } = options;
    const name = (0,reference/* formatReference */.FH)(destination);
    (0,log/* info */.pq)(`Pushing ${name}`);
    const copy = () => skopeo.copy({ layout, name: LAYOUT_NAME, destination, onLine: log/* info */.pq });
    const compare = async () => compareDigests(await skopeo.manifest(destination), digest);
    const copied = await persist(copy, options);
    const failed = copied.kind === 'failed' ? copied : await persist(compare, options);
    if (failed.kind !== 'failed') {
        (0,log/* info */.pq)(`Pushed ${name} (${digest})`);
        return { kind: 'pushed', destination };
    }
    const { serverMessage } = failed;
    return { kind: 'failed', destination, serverMessage, hint: hintFor(serverMessage, destination.host) };
}
function compareDigests(found, digest) {
    if (found.kind === 'failed')
        return { ...found, serverMessage: `pushed, but the registry does not show it: ${found.serverMessage}` };
    const now = sha256Digest(found.manifest);
    if (now === digest)
        return { kind: 'same' };
    const serverMessage = `pushed ${digest}, but the tag has ${now}: somebody else pushed it at the same time`;
    return { kind: 'failed', serverMessage };
}
async function persist(action, { retries, signal }) {
    const isFailure = (result) => result.kind === 'failed';
    const result = await retryTransient(action, {
        isTransient: (result) => isFailure(result) && isTransient(result.serverMessage),
        attempts: retries + 1,
        waitMs: (attempts) => backoffMs({ attempts, elapsedMs: 0, random: Math.random() }),
        signal,
        onRetry: (result, attempt, waitMs) => {
            const message = isFailure(result) ? result.serverMessage : '';
            (0,log/* info */.pq)(`attempt ${attempt} of ${retries + 1}: ${message}, next in ${(waitMs / 1000).toFixed(1)} s`);
        },
    });
    signal.throwIfAborted();
    return result;
}

;// CONCATENATED MODULE: ./lib/push/push.js


















const [FETCH_MS, FETCH_BYTES_PER_MS] = [5_000, 50_000];
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
async function push(step) {
    const { inputs, registry, environment, signal } = step;
    sourceDate(environment);
    const repository = (0,external_node_path_.basename)(inputs.destinations[0]?.path ?? '');
    const checked = checkDirectory(inputs.path, { target: inputs.target, repository });
    for (const message of checked.warnings)
        (0,log/* warning */.$e)(message);
    if (inputs.insecureRegistry) {
        (0,log/* warning */.$e)('insecure-registry is on: anyone on the way can read the login and replace what is pushed');
    }
    if (!inputs.dryRun && registry === undefined)
        throw (0,skopeo/* missingSkopeo */.g)(environment);
    const temporary = environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const layout = makeDirectory(temporary);
    const heartbeat = startHeartbeat();
    try {
        const image = await buildLayout(layout, checked, step);
        (0,log/* info */.pq)(`Packed ${(0,util_text/* plural */.LS)((0,outcome/* countFiles */.D)(checked), 'file')} into ${(0,util_text/* formatBytes */.z3)(image.bytes)}: ${image.manifest.digest}`);
        if (registry === undefined)
            return { kind: 'dry-run', inputs, checked, image };
        heartbeat.waitingFor('the registry');
        const before = (await registry.before).map((answer) => answer.kind === 'found' ? sha256Digest(answer.manifest) : undefined);
        const { digest } = image.manifest;
        const uploads = await uploadAll({
            ...inputs,
            skopeo: registry.skopeo,
            layout,
            digest,
            before,
            askedMs: registry.askedMs,
            signal,
        });
        return { kind: 'pushed', inputs, checked, image, uploads };
    }
    catch (error) {
        if (signal.aborted)
            return { kind: 'cancelled' };
        const { code = '', message } = error;
        if (!DISK_FULL.has(code))
            throw error;
        throw new errors/* InputError */.d(`The disk is full (${message}): the packed layer needs up to ${(0,util_text/* formatBytes */.z3)(checked.bytes)} in ${(0,util_text/* quote */.hD)(temporary)} (RUNNER_TEMP); free some`, { cause: error });
    }
    finally {
        heartbeat.stop();
    }
}
function makeDirectory(parent) {
    try {
        const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'oci-webhook-push-'));
        process.once('exit', () => (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true }));
        return directory;
    }
    catch (cause) {
        throw new errors/* InputError */.d(`RUNNER_TEMP: nothing can be written to ${(0,util_text/* quote */.hD)(parent)} (${cause.message})`, {
            cause,
        });
    }
}
async function buildLayout(directory, checked, step) {
    const { inputs, environment, signal } = step;
    const date = sourceDate(environment);
    const created = date ?? commitDate(checked.root, environment, signal);
    const file = startLayout(directory);
    const packing = { ...checked, mtime: date ?? new Date(0), file, signal, onProgress: progressOf(checked, 'packed') };
    const layer = (await findLayer(packing, checked, step)) ?? (await pack(packing));
    const annotations = buildAnnotations(environment, {
        created: await created,
        title: (0,external_node_path_.basename)(inputs.destinations[0]?.path ?? ''),
        own: inputs.annotations,
    });
    const image = buildImage(layer, annotations);
    finishLayout(directory, image);
    return image;
}
async function findLayer(packing, checked, step) {
    const { inputs, registry } = step;
    const [destination] = inputs.destinations;
    if (checked.bytes < LEAST_BYTES || registry === undefined || destination === undefined)
        return undefined;
    const [answer] = await registry.before;
    if (answer?.kind !== 'found')
        return undefined;
    const { manifest } = answer;
    const source = { ...destination, tag: undefined, digest: sha256Digest(manifest) };
    const onProgress = progressOf(checked, 'compared');
    const fetch = async (directory) => {
        (0,log/* info */.pq)('The registry may have these files: fetching its layer to compare');
        const fetched = await registry.skopeo.fetch(source, directory, FETCH_MS + checked.bytes / FETCH_BYTES_PER_MS);
        if (fetched.kind === 'failed') {
            (0,log/* info */.pq)(`The layer could not be fetched, so the files are packed: ${fetched.serverMessage}`);
        }
        return fetched.kind === 'done';
    };
    const layer = await reuseLayer({ ...packing, onProgress }, { manifest, fetch });
    if (layer !== undefined)
        (0,log/* info */.pq)('The registry has these files: they need not be compressed');
    return layer;
}


/***/ })

};
;