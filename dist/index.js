function loadOnce(load) {
  let loaded;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

const fs = /* @__PURE__ */ process.getBuiltinModule('node:fs');

function isPrintable(text) {
  return /^[ -~]*$/.test(text);
}
function unicodePattern(source, flags) {
  return new RegExp(source, flags);
}

function oneLine(text, limit = 500) {
  const line = (isPrintable(text) ? text : withoutInvisible(text)).trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
function withoutInvisible(text) {
  const invisible = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+`;
  return text.replace(unicodePattern(invisible, 'gu'), ' ');
}

const secrets = new Set();
let ordered;
let unwritten = '';
let usesStream = false;
process.once('exit', flush);
function flush() {
  let rest = Buffer.from(unwritten);
  unwritten = '';
  try {
    while (rest.length > 0 && !usesStream) rest = rest.subarray(fs.writeSync(1, rest));
  } catch {
    usesStream = true;
    process.stdout.on('error', () => {});
  }
  if (!usesStream) return true;
  process.stdout.write(rest);
  return process.stdout.writableLength === 0;
}
function write(text) {
  if (unwritten === '') setImmediate(flush);
  unwritten += text;
}
function command(name, value) {
  const escaped = value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  write(`::${name}::${escaped}\n`);
}
function mask(secret) {
  if (secret.trim() === '') return;
  for (const spelling of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
    if (secrets.has(spelling)) continue;
    secrets.add(spelling);
    ordered = undefined;
    command('add-mask', spelling);
  }
}
function redact(text) {
  ordered ??= [...secrets].sort((a, b) => b.length - a.length);
  let redacted = text;
  for (const secret of ordered) redacted = redacted.replaceAll(secret, '***');
  return redacted;
}
function say(text) {
  write(`${plain(text)}\n`);
}
function sayGroup(heading, lines) {
  write(`::group::${plain(heading)}\n${lines.map((text) => `${plain(text)}\n`).join('')}::endgroup::\n`);
}
function notice(text) {
  command('notice', redact(text));
}
function warn(text) {
  command('warning', redact(text));
}
function fail(text) {
  process.exitCode = 1;
  command('error', redact(text));
}
function debug(text) {
  command('debug', redact(text));
}
function plain(text) {
  return oneLine(redact(text), 2000).replace(/^::/, ': :').replaceAll('##[', '## [');
}

class InputError extends Error {
  name = 'InputError';
}

const OLDEST_NODE = 24;
function requireNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return;
  throw new InputError(
    `this action needs Node ${OLDEST_NODE}, the runner started ${process.version}: update the runner (elsewhere, start it with a newer Node)`,
  );
}

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
  if (digest === '') throw new InputError(`${field} is empty: expected a digest such as sha256:<64 hex digits>`);
  const colon = digest.indexOf(':');
  if (colon < 0) throw refuse('there is no algorithm before a ":", expected sha256:<64 hex digits>');
  const algorithm = digest.slice(0, colon);
  const encoded = digest.slice(colon + 1);
  if (!DIGEST.test(digest)) {
    const hexLength = HEX_LENGTH[algorithm] ?? 64;
    throw refuse(
      encoded === ''
        ? `nothing follows "${algorithm}:"`
        : `expected ${algorithm in HEX_LENGTH ? algorithm : 'sha256'}:<${hexLength} hex digits>`,
    );
  }
  const length = HEX_LENGTH[algorithm];
  if (length === undefined) {
    throw refuse(
      `the algorithm ${quote(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`,
    );
  }
  const wrong = /[^a-f0-9]/.exec(encoded);
  if (wrong) {
    const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
    throw refuse(`character ${wrong.index + 1} after "${algorithm}:" is ${quote(wrong[0])}, ${hint}`);
  }
  if (encoded.length !== length) throw refuse(`${algorithm} has ${length} hex digits, found ${encoded.length}`);
  return digest;
}
function isDigest(text) {
  if (typeof text !== 'string') return false;
  const [algorithm = '', encoded = '', ...rest] = text.split(':');
  return rest.length === 0 && encoded.length === HEX_LENGTH[algorithm] && /^[a-f0-9]+$/.test(encoded);
}
function parseReference(text, field) {
  const written = text.trim();
  const refuse = (problem) => new InputError(`${field}: ${quote(written)} is not a reference: ${problem}`);
  if (written === '') throw new InputError(`${field} is empty: expected a reference such as ghcr.io/acme/app:v1`);
  if (written.includes('${{')) {
    throw refuse('it holds an unexpanded expression, which must stand in the workflow file itself');
  }
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\//.exec(written);
  if (scheme) throw refuse(`remove "${scheme[0]}", a reference has no scheme`);
  const strange = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
  if (strange) throw refuse(`character ${strange.index + 1} is ${quote(strange[0])}, which no reference may hold`);
  if (BARE_DIGEST.test(written)) throw refuse('it is only a digest, expected host/path:tag or host/path@digest');
  const at = written.indexOf('@');
  const digest = at < 0 ? undefined : parseDigest(written.slice(at + 1), `${field}: the digest of ${quote(written)}`);
  const { host: first, rest } = splitHost(at < 0 ? written : written.slice(0, at));
  const colon = rest.indexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);
  const host = first === undefined ? 'docker.io' : parseHost(first, `${field}: the host of ${quote(written)}`);
  const repository = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  const badPath = pathProblem(path) ?? pathProblem(repository);
  if (badPath) throw refuse(badPath);
  const badTag = tag === undefined ? undefined : tagProblem(tag);
  if (badTag) throw refuse(badTag);
  return { host, path: repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
function splitHost(name) {
  const slash = name.indexOf('/');
  const host = name.slice(0, Math.max(slash, 0));
  return host === 'localhost' || /[.:]/.test(host) ? { host, rest: name.slice(slash + 1) } : { rest: name };
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
  if (path === '') return 'the repository path is missing';
  if (path.length > PATH_LENGTH)
    return `the repository path has ${path.length} characters, at most ${PATH_LENGTH} are allowed`;
  for (const component of path.split('/')) {
    if (component === '') return 'the repository path has an empty component (a doubled or trailing "/")';
    if (/[A-Z]/.test(component)) return `${quote(component)} in the repository path must be lower-case`;
    if (!PATH_COMPONENT.test(component)) {
      return `${quote(component)} in the repository path must be a-z and 0-9, joined by single ".", "_", "__" or dashes`;
    }
  }
  return undefined;
}
function tagProblem(tag) {
  if (tag === '') return 'the tag after ":" is empty';
  if (tag.length > TAG_LENGTH) return `the tag has ${tag.length} characters, at most ${TAG_LENGTH} are allowed`;
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
function quote(text) {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    '�',
  );
}

function nameArtifact({ host, path, tag, digest, style }) {
  const name = { host, path };
  if (tag === undefined) return formatReference(digest === undefined ? name : { ...name, digest });
  if (digest === undefined || style === 'tag') return formatReference({ ...name, tag });
  return formatReference(style === 'digest' ? { ...name, digest } : { ...name, tag, digest });
}
function nameArtifacts(artifacts, name = nameArtifact) {
  const shown = artifacts.slice(0, 3).map(name);
  const more = artifacts.length > shown.length ? [`and ${artifacts.length - shown.length} more`] : [];
  return [...shown, ...more].join(', ');
}

const nodeCrypto$1 = /* @__PURE__ */ process.getBuiltinModule('node:crypto');

function monotonicMs() {
  return Number(process.hrtime.bigint()) / 1e6;
}

function isAccepted(exchange) {
  return exchange.kind === 'answer' && exchange.status >= 200 && exchange.status < 300;
}
function wasNeverSent(exchange) {
  return exchange.kind === 'failure' && exchange.code === 'CANCELLED' && !exchange.written;
}
function isTlsError(code) {
  return /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO)/.test(
    code,
  );
}

const nodeCrypto = /* @__PURE__ */ process.getBuiltinModule('node:crypto');

function sign(body, secret) {
  return `sha256=${nodeCrypto.createHmac('sha256', secret).update(body).digest('hex')}`;
}

function sleep(ms, signal) {
  return new Promise((resolve) => {
    if (ms <= 0 || signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

const VERSION = '1.0.0';
const USER_AGENT = `oci-webhook-action/${VERSION}`;

async function deliver(message, endpoint, options) {
  const { limits, signal, transport } = options;
  const request = {
    url: endpoint.url,
    method: 'POST',
    headers: headersFor(message, endpoint, options.signatureHeader),
    body: message.body,
    keepAlive: options.keepAlive,
    timeoutMs: limits.timeoutMs,
    signal,
    onSent: options.onSent,
  };
  const attempts = [];
  let beganMs = monotonicMs();
  let decision = { kind: 'again', waitMs: 0 };
  while (decision?.kind === 'again') {
    await sleep(decision.waitMs, signal);
    const exchange = signal.aborted ? undefined : await transport.send(request);
    if (exchange === undefined || wasNeverSent(exchange)) break;
    const previous = attempts.pop();
    if (previous !== undefined) attempts.push(withoutBody(previous));
    attempts.push({ startedMs: Date.now() - exchange.durationMs, exchange });
    if (attempts.length === 1) beganMs = monotonicMs() - exchange.durationMs;
    const { judge } = await loadVerdict();
    const exchanges = attempts.map((attempt) => attempt.exchange);
    const judged = judge(exchanges, monotonicMs() - beganMs, options);
    options.log(judged.words);
    decision = judged.decision;
  }
  const { conclude } = await loadVerdict();
  const tried = { message, endpoint, attempts, durationMs: Math.round(monotonicMs() - beganMs) };
  return conclude(tried, decision, options);
}
function withoutBody({ startedMs, exchange }) {
  return { startedMs, exchange: exchange.kind === 'answer' ? { ...exchange, body: '' } : exchange };
}
const loadVerdict = loadOnce(() => import('./report.js').then((n) => n.verdict));
function headersFor(message, { headers, secret }, signatureHeader) {
  const signature = secret === undefined ? undefined : signOnce(message.body, secret);
  return {
    accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
    'user-agent': USER_AGENT,
    ...headers,
    'content-type': message.contentType,
    'idempotency-key': nodeCrypto$1.randomUUID(),
    ...(signature === undefined ? {} : { [signatureHeader]: signature }),
  };
}
let signed;
function signOnce(body, secret) {
  if (signed?.body !== body || signed.secret !== secret) {
    const signature = sign(body, secret);
    mask(signature.slice(signature.indexOf('=') + 1));
    signed = { body, secret, signature };
  }
  return signed.signature;
}

const BEGUN_AT_ONCE = 10;
async function sendAll(messages, inputs, { signal, onSent, transport, startWait }) {
  const { endpoints } = inputs;
  const waiting = startWait?.();
  const isAlone = endpoints.length === 1;
  const isLive = isAlone || waiting !== undefined;
  const count = endpoints.length * messages.length;
  const keepAlive = waiting !== undefined || new Set(endpoints.map(({ url }) => url.host)).size < count;
  const countSent = countdown(count, onSent);
  const sendTo = async (endpoint) => {
    const lines = [];
    if (isAlone) say(`sending to ${endpoint.label}`);
    const deliveries = await Promise.all(
      messages.map((message) => {
        const names = [isLive && !isAlone ? endpoint.label : '', messages.length === 1 ? '' : nameMessage(message)];
        const name = names.filter((part) => part !== '').join(' ');
        const prefix = name === '' ? '' : `${name}: `;
        const log = (line) => (isLive ? say(`${prefix}${line}`) : lines.push(`${prefix}${line}`));
        const options = { ...inputs, transport, signal, keepAlive, onSent: countSent(), log };
        return waiting === undefined
          ? deliver(message, endpoint, options)
          : waiting.deliver(message, endpoint, { ...options, name });
      }),
    );
    if (!isLive) sayGroup(`${endpoint.label}: ${deliveries.map(({ kind }) => kind).join(', ')}`, lines);
    return deliveries;
  };
  try {
    const deliveries = (await inTurns(endpoints, sendTo)).flat();
    return waiting === undefined ? { deliveries } : { deliveries, timeline: waiting.timeline(deliveries) };
  } finally {
    waiting?.stop();
  }
}
function countdown(count, whenAll) {
  let left = count;
  return () => {
    let isCounted = false;
    return () => {
      if (isCounted) return;
      isCounted = true;
      left -= 1;
      if (left === 0) whenAll();
    };
  };
}
function inTurns(endpoints, begin) {
  let turn = Promise.resolve();
  return Promise.all(
    endpoints.map(async (endpoint, index) => {
      const isNext = index > 0 && index % BEGUN_AT_ONCE === 0 && endpoint.url.protocol === 'http:';
      if (isNext) turn = turn.then(() => new Promise((next) => setImmediate(next)));
      await turn;
      return begin(endpoint);
    }),
  );
}
function nameMessage({ artifacts }) {
  return nameArtifacts(artifacts, (artifact) => {
    const { digest } = artifact;
    return digest === undefined ? nameArtifact(artifact) : `${nameArtifact(artifact)} ${shortDigest(digest)}`;
  });
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function at(value, ...path) {
  let current = value;
  for (const key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return undefined;
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
  } catch {
    return undefined;
  }
}
function kindOf(value) {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const WEBHOOK_PATH = '/v1/webhook';
const docoCd = {
  title: 'doco-cd',
  signatureHeader: 'X-Doco-OCI-Signature-256',
  secretRequired: true,
  urlIsCredential: false,
  needsDigest: true,
  endpointUrl(given, target) {
    const url = new URL(given);
    if (url.search !== '' && url.searchParams.has('wait')) {
      throw new InputError('url: remove "wait" from the query, use the `wait` input instead');
    }
    if (url.pathname.endsWith('/')) url.pathname = url.pathname.replace(/\/+$/, '') || WEBHOOK_PATH;
    if (target === undefined) return url;
    if (!isTargetName(target)) {
      throw new InputError(
        `target: ${quote(target)} is not a target name, expected one path segment such as "production"`,
      );
    }
    if (/\/v1\/webhook\/[^/]+$/.test(url.pathname)) {
      throw new InputError('target: the url names a target already, give it in one place only');
    }
    url.pathname += `/${encodeURIComponent(target)}`;
    return url;
  },
  encode(artifacts) {
    return artifacts.map((artifact) => {
      const { digest, path } = artifact;
      if (!digest?.startsWith('sha256:')) {
        throw new InputError(
          `digest: ${quote(digest ?? '')} has an unsupported algorithm, doco-cd can only use sha256`,
        );
      }
      if (path.length < 2) {
        throw new InputError(`artifact: the repository path ${quote(path)} is too short, doco-cd needs two characters`);
      }
      const body = JSON.stringify({ source: 'oci', digest, artifact: nameArtifact(artifact) });
      return { artifacts: [artifact], body, contentType: 'application/json' };
    });
  },
  mayRetry: (exchange, usual) => usual && !(exchange.kind === 'answer' && jobId(exchange.body) !== undefined),
  words(body) {
    const parsed = parseObject(body);
    const error = textAt(parsed, 'error');
    const content = textAt(parsed, 'content');
    return error === undefined || content === undefined || error === content
      ? (error ?? content)
      : `${error}: ${content}`;
  },
  hint,
  jobId,
  awaiting: async () => (await import('./doco-cd-runs.js')).docoCdRuns,
  recognises: (body) => body.source === 'oci' && 'artifact' in body,
  parse(body) {
    const artifact = textAt(body, 'artifact');
    if (artifact === undefined) throw new InputError('event: artifact is missing, expected a reference');
    const { host, path, tag, digest: pinned } = parseReference(artifact, 'event: artifact');
    const digests = [
      { field: 'digest', value: textAt(body, 'digest') },
      { field: 'artifact', value: pinned },
    ];
    return [{ field: 'artifact', host, path, tag, digests }];
  },
};
function isTargetName(target) {
  return unicodePattern(String.raw`^[\p{L}\p{N}_.-]+$`, 'u').test(target) && target !== '.' && target !== '..';
}
function hint(exchange, { pathname }) {
  if (exchange.kind === 'failure') return undefined;
  const { status, body } = exchange;
  const said = parseObject(body);
  const words = `${textAt(said, 'error') ?? ''} ${textAt(said, 'content') ?? ''}`;
  const isDocoCd = jobId(body) !== undefined;
  if (isAccepted(exchange) && !isDocoCd && exchange.bodyEnd === 'complete') {
    return 'it is not doco-cd that answered, which would give a job_id; check that the url leads to it';
  }
  if (status === 404 && !isDocoCd) {
    return /\/v1\/webhook(?:\/[^/]+)?$/.test(pathname)
      ? 'the server has no WEBHOOK_SECRET set, or something between here and doco-cd does not pass /v1/webhook to it'
      : 'the path of the url is not that of doco-cd; leave it out, and /v1/webhook is added';
  }
  if (!isDocoCd) return undefined;
  if (status === 401)
    return "the secret differs from the server's WEBHOOK_SECRET; set both anew, without quotes or line ends";
  if (status === 400 && words.includes('missing signature')) {
    return 'something between here and doco-cd removed the signature header; let the proxy pass X-Doco-OCI-Signature-256';
  }
  if (words.includes('request body is empty')) return 'something between here and doco-cd dropped the request body';
  if (words.includes('request body too large')) return "raise the server's MAX_PAYLOAD_SIZE";
  if (words.includes('failed to parse payload'))
    return 'this doco-cd may be too old for OCI webhooks (needs v0.89.0 or newer)';
  return undefined;
}
function jobId(body) {
  const id = at(parseObject(body), 'job_id');
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

const github = {
  title: 'GitHub',
  recognises: (body) => 'registry_package' in body || 'package' in body,
  parse(body) {
    const root = 'registry_package' in body ? 'registry_package' : 'package';
    const published = body[root];
    if (!isObject(published)) throw new InputError(`event: ${root} must be an object, found ${kindOf(published)}`);
    const action = textAt(body, 'action');
    if (action === undefined) throw new InputError('event: action is missing, expected "published" or "updated"');
    if (action !== 'published' && action !== 'updated') {
      const detail = `the event says ${quote(action)}; only "published" and "updated" are sent: leave the others out of types in the workflow's trigger`;
      return [{ reason: 'action-ignored', detail }];
    }
    const kind = textAt(published, 'package_type') ?? textAt(published, 'ecosystem') ?? '';
    if (!['container', 'docker'].includes(kind.toLowerCase())) {
      const detail = `the package is of type ${quote(kind)}, not a container; an "if" on github.event.registry_package.package_type spares such runs`;
      return [{ reason: 'not-a-container', detail }];
    }
    return [candidate(published, root)];
  },
};
function candidate(published, root) {
  const version = at(published, 'package_version');
  const field = `${root}.package_version`;
  if (!isObject(version)) throw new InputError(`event: ${field} must be an object, found ${kindOf(version)}`);
  const packageUrl = splitPackageUrl(textAt(version, 'package_url'));
  const owner = textAt(published, 'namespace') ?? textAt(published, 'owner', 'login');
  const name = textAt(published, 'name');
  const path = packageUrl?.path ?? (owner === undefined || name === undefined ? undefined : `${owner}/${name}`);
  if (path === undefined)
    throw new InputError(`event: ${field}.package_url is missing, and so is ${root}.namespace or .name`);
  const host = packageUrl?.host ?? (isGitHubDotCom(published) ? 'ghcr.io' : undefined);
  const named = textAt(version, 'container_metadata', 'tag', 'name');
  const tag = named === undefined || looksLikeDigest(named) ? packageUrl?.tag : named;
  const digests = [
    { field: `${field}.container_metadata.tag.digest`, value: textAt(version, 'container_metadata', 'tag', 'digest') },
    {
      field: `${field}.container_metadata.manifest.digest`,
      value: textAt(version, 'container_metadata', 'manifest', 'digest'),
    },
    { field: `${field}.version`, value: textAt(version, 'version') },
  ];
  const mediaType = textAt(version, 'container_metadata', 'manifest', 'media_type');
  const pageUrl = textAt(version, 'html_url') ?? textAt(published, 'html_url');
  return { field, host, path: path.toLowerCase(), tag, digests, mediaType, pageUrl };
}
function splitPackageUrl(url) {
  if (url === undefined) return undefined;
  const [named = ''] = url.split('@');
  const slash = named.indexOf('/');
  if (slash < 0) throw new InputError(`event: package_url ${quote(url)} has no "/", expected host/owner/name:tag`);
  const colon = named.indexOf(':', named.lastIndexOf('/'));
  const tag = colon < 0 ? '' : named.slice(colon + 1);
  return {
    host: named.slice(0, slash),
    path: named.slice(slash + 1, colon < 0 ? undefined : colon),
    ...(tag === '' || looksLikeDigest(tag) ? {} : { tag }),
  };
}
function isGitHubDotCom(published) {
  const url = textAt(published, 'registry', 'url') ?? textAt(published, 'html_url');
  if (url === undefined) return true;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === 'github.com' || host.endsWith('.pkg.github.com');
}

const SOURCES = [
  async () => github,
  async () => docoCd,
  async () => (await import('./distribution.js')).distribution,
  async () => (await import('./harbor.js')).harbor,
  async () => (await import('./msr.js')).msr,
  async () => (await import('./docker-hub.js')).dockerHub,
];
const TARGETS = new Map([
  ['doco-cd', async () => docoCd],
  ['docker-hub', async () => (await import('./docker-hub.js')).dockerHub],
  ['msr', async () => (await import('./msr.js')).msr],
  ['distribution', async () => (await import('./distribution.js')).distribution],
]);

const PROXY_VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];
function text(environment, name) {
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
function writtenLines(value) {
  return value.replace(/\r?\n$/, '').split(/\r?\n/);
}
function refuseEmptyLine(value, name) {
  const all = writtenLines(value);
  const empty = all.findIndex((line) => line.trim() === '');
  if (all.length === 1 || empty < 0) return;
  throw new InputError(
    `${name}: line ${empty + 1} of ${all.length} is empty; if it comes from a secret, that secret is not set here, or ends with a line break: set it anew, or leave the endpoint out`,
  );
}
function refuseUnexpanded(value, where) {
  if (!value.includes('${{')) return;
  throw new InputError(
    `${where} holds an unexpanded \${{ expression }}; the expression must stand in the workflow file itself`,
  );
}
function optional(name, value, parse) {
  return value === '' ? {} : { [name]: parse(value) };
}
function choice(value, name, allowed) {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new InputError(`${name}: ${quote(value)} is not allowed, expected ${allowed.join(', ')}`);
  return found;
}
function flag(value, name) {
  if (value === '' || /^(?:false|False|FALSE)$/.test(value)) return false;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  throw new InputError(`${name}: ${quote(value)} is not allowed, expected true or false`);
}
function integer(value, name, most) {
  if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
    throw new InputError(`${name}: ${quote(value)} is not allowed, expected a whole number from 0 to ${most}`);
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

const LEAST_LENGTH = 8;
const LEAST_KEY_LENGTH = 16;
function hideSecrets(environment, format, hide) {
  const isUnsigned = raw(environment, 'secret').trim() === '' && format?.secretRequired === false;
  const isCredential = format === undefined || format.urlIsCredential || isUnsigned;
  let usual;
  for (const line of raw(environment, 'secret').split(/\r?\n/)) for (const key of [line, line.trim()]) hide(key);
  for (const name of ['api-key', 'github-token']) for (const line of lines(raw(environment, name))) hide(line);
  for (const line of lines(raw(environment, 'headers'))) {
    const value = line.slice(line.indexOf(':') + 1).trim();
    hide(value);
    for (const part of value.split(/[\s;,]+|=(?=.)/)) hideLong(part);
    hideLogin(decodedBasic(value));
  }
  for (const part of lines(raw(environment, 'client-key').replace(/-----(?:BEGIN|END) [A-Z0-9 ]+-----/g, '\n'), /\s+/))
    hideLong(part);
  for (const name of PROXY_VARIABLES) {
    const [, given = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/i.exec(environment[name]?.trim() ?? '') ?? [];
    const login = given.includes(':') ? given : `${given}:`;
    hideLogin(login);
    hideLogin(decoded(login));
  }
  for (const line of lines(raw(environment, 'url'))) hideUrl(line);
  function hideUrl(line) {
    const url = URL.parse(line);
    if (url === null || (isCredential && `${url.pathname}${url.search}` !== '/')) hide(line);
    if (url === null) return;
    const login = `${url.username}:${url.password}`;
    if (login !== ':') for (const spelling of [login, decoded(login)]) hideLogin(spelling);
    if (url.search !== '') for (const part of [url.search.slice(1), ...url.searchParams.values()]) hideLong(part);
    if (isUsual(url)) return;
    const keys = url.pathname.split('/').filter(mayBeKey);
    if (isCredential || keys.length > 0) hideLong(url.pathname);
    for (const key of keys) hide(key);
  }
  function isUsual(url) {
    if (format === undefined || isCredential) return false;
    usual ??= format.endpointUrl(new URL(url.origin), undefined).pathname;
    return url.pathname === usual || url.pathname.startsWith(`${usual}/`);
  }
  function hideLogin(login) {
    const colon = login.indexOf(':');
    if (colon < 0 || login.length === 1) return;
    const [user, password] = [login.slice(0, colon), login.slice(colon + 1)];
    for (const part of [login, password, Buffer.from(login).toString('base64')]) hide(part);
    if (password === '' && mayBeKey(user)) hide(user);
  }
  function hideLong(part) {
    if (part.length >= LEAST_LENGTH) hide(part);
  }
}
function mayBeKey(part) {
  return part.length >= LEAST_KEY_LENGTH || (part.length >= LEAST_LENGTH && /\d/.test(part));
}
function decodedBasic(value) {
  const [, encoded = ''] = /^Basic +(\S+)$/i.exec(value) ?? [];
  return Buffer.from(encoded, 'base64').toString('utf8');
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseUrls(lines, format, target) {
  if (lines.length === 0) {
    throw new InputError(
      'url is empty: set it to the endpoint, such as https://deploy.example.com/v1/webhook (if it comes from a secret, the secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on)',
    );
  }
  return lines.map((line, index) => {
    const where = lines.length === 1 ? 'url' : `url: line ${index + 1}`;
    refuseUnexpanded(line, where);
    if (/,\s*https?:/i.test(line)) throw new InputError(`${where} holds several URLs; write one per line`);
    const url = /^https?:\/\/[^/?#]/i.test(line) ? URL.parse(line) : null;
    if (url === null) throw new InputError(`${where} is not a URL, expected https://host or https://host:port/path`);
    if (url.hash !== '') throw new InputError(`${where} has a "#" part, which is never sent; remove it`);
    return format.endpointUrl(url, target);
  });
}
function parseSecrets(text, count, name = 'secret') {
  const lines = writtenLines(text).filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  if (count > 1) refuseEmptyLine(text, name);
  for (const [index, line] of lines.entries()) refuseUnexpanded(line, `${name}: line ${index + 1}`);
  if (lines.length !== 1 && lines.length !== count) {
    throw new InputError(`${name} has ${lines.length} lines but url has ${count}: give one for all, or one per url`);
  }
  return Array.from({ length: count }, (_, index) => lines[index] ?? lines[0] ?? '');
}
function buildEndpoints(urls, { secrets, apiKeys, headers }) {
  const originOf = ({ protocol, host }) => `${protocol}//${host}`;
  const byOrigin = Map.groupBy(urls, originOf);
  return urls.map((given, index) => {
    const origin = originOf(given);
    const sharing = byOrigin.get(origin) ?? [];
    const [secret, apiKey] = [secrets[index], apiKeys[index]];
    const login = given.username === '' && given.password === '' ? undefined : basicAuth(given);
    if (login !== undefined && headers.authorization !== undefined) {
      throw new InputError('headers: authorization is set, but the url holds user and password too; give one of them');
    }
    return {
      url: login === undefined ? given : withoutLogin(given),
      label: sharing.length > 1 ? `${origin} (${sharing.indexOf(given) + 1})` : origin,
      headers: login === undefined ? headers : { ...headers, authorization: login },
      ...(secret === undefined ? {} : { secret }),
      ...(apiKey === undefined ? {} : { apiKey }),
    };
  });
}
function withoutLogin(given) {
  const url = new URL(given);
  url.username = '';
  url.password = '';
  return url;
}
function basicAuth(url) {
  try {
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(login).toString('base64')}`;
  } catch (cause) {
    throw new InputError('url: user or password has a "%" that is not an escape; write it as %25', { cause });
  }
}

function warningsFor(endpoints, { format, signatureHeader, skipTlsVerification }) {
  const warnings = new Set();
  for (const { url, label, secret } of endpoints) {
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      warnings.add(`url: ${label} is not encrypted, anyone on the way can read and repeat the message; use https`);
    }
    if (secret !== undefined && secret.length < 16) {
      warnings.add(
        'secret is shorter than 16 characters and could be guessed; use a long random one, as from openssl rand -hex 32',
      );
    }
    if (secret !== undefined && secret !== secret.trim()) {
      warnings.add('secret begins or ends with spaces; they are part of the key');
    }
  }
  if (format.secretRequired && signatureHeader.toLowerCase() !== format.signatureHeader.toLowerCase()) {
    warnings.add(
      `signature-header: ${format.title} reads ${format.signatureHeader} and no other; remove it, unless something on the way renames ${signatureHeader}`,
    );
  }
  if (skipTlsVerification) {
    warnings.add(
      'skip-tls-verification is on: anyone on the way can pose as the receiver; better pass its authority in ca-certificate',
    );
  }
  return [...warnings];
}

function formatName(environment) {
  return text(environment, 'format') || 'doco-cd';
}
async function readInputs(environment, format) {
  const input = (name) => text(environment, name);
  if (format === undefined) {
    throw new InputError(
      `format: ${quote(formatName(environment))} is not allowed, expected ${[...TARGETS.keys()].join(', ')} (Kargo reads docker-hub)`,
    );
  }
  const dryRun = flag(input('dry-run'), 'dry-run');
  const headerInputs = ['signature-header', 'headers', 'api-key'];
  const header = headerInputs.some((name) => input(name) !== '') ? await import('./headers.js') : undefined;
  const signatureHeader = header?.parseSignatureHeader(input('signature-header'), format) ?? format.signatureHeader;
  const urlLines = lines(input('url'));
  if (urlLines.length > 0) refuseEmptyLine(raw(environment, 'url'), 'url');
  const urls = dryRun && urlLines.length === 0 ? [] : parseUrls(urlLines, format, input('target') || undefined);
  const secrets = urls.length === 0 ? [] : parseSecrets(raw(environment, 'secret'), urls.length);
  if (format.secretRequired && secrets.length === 0 && !dryRun) {
    throw new InputError(
      'secret is empty: set it to the key that the receiver checks signatures with, or set format if that is not doco-cd. If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on',
    );
  }
  if (input('signature-header') !== '' && secrets.length === 0 && !dryRun) {
    throw new InputError('signature-header: secret is empty, so nothing would be signed; set secret, or remove it');
  }
  const wait = readWait(input, format);
  const apiKeys = header && urls.length > 0 ? header.parseApiKeys(raw(environment, 'api-key'), urls.length) : [];
  const headers = header?.parseHeaders(lines(input('headers')), signatureHeader) ?? {};
  const endpoints = buildEndpoints(urls, { secrets, apiKeys, headers });
  const references = lines(input('artifact'), /[\r\n,]+/);
  const event = input('event');
  if (references.length > 0 && event !== '') {
    throw new InputError('event: artifact is set too, and both say what was published; give one of them');
  }
  const registry = input('registry');
  if (references.length > 0 && registry !== '') {
    throw new InputError('registry: only events need it; write the host into artifact instead');
  }
  const style = input('reference');
  const skipTlsVerification = flag(input('skip-tls-verification'), 'skip-tls-verification');
  return {
    format,
    endpoints,
    signatureHeader,
    references,
    event,
    ...optional('digest', input('digest'), (value) => parseDigest(value, 'digest')),
    ...optional('registry', registry, (value) => parseHost(value, 'registry')),
    filter: readFilter(input('filter')),
    ...(flag(input('all-tags'), 'all-tags') && { allTags: { token: githubToken(input('github-token')) } }),
    untagged: choice(input('untagged') || 'skip', 'untagged', ['skip', 'send']),
    ...optional('style', style, (value) => choice(value, 'reference', ['tag', 'digest', 'tag+digest'])),
    verify: flag(input('verify'), 'verify'),
    dryRun,
    ...(wait === undefined ? {} : { wait }),
    limits: {
      retries: integer(input('retries') || '20', 'retries', 5_000),
      timeoutMs: seconds(input('timeout') || '15', 'timeout', { least: 0.001, most: 3600 }),
      deadlineMs: seconds(input('deadline') || '120', 'deadline', { least: 0, most: 21_600 }),
    },
    tls: { skipTlsVerification, ...clientTls(input) },
    warnings: warningsFor(endpoints, { format, signatureHeader, skipTlsVerification }),
  };
}
function readFilter(value) {
  const patterns = lines(value);
  if (patterns.includes('!')) throw new InputError('filter: no pattern follows the "!"');
  return patterns;
}
function readWait(input, format) {
  const timeoutMs = seconds(input('wait-timeout') || '600', 'wait-timeout', { least: 0.001, most: 21_600 });
  if (!flag(input('wait'), 'wait')) {
    if (input('api-key') === '') return undefined;
    throw new InputError('api-key: it is only used to wait for the deployment; set wait: true, or remove it');
  }
  if (format.awaiting === undefined) {
    throw new InputError(`wait: with format ${input('format')} nobody tells how a deployment ends; remove it`);
  }
  return { timeoutMs };
}
function githubToken(value) {
  if (value !== '') return value;
  throw new InputError(
    "github-token is empty: all-tags needs it; leave the input out to use the job's own token (a reusable workflow takes it as secret github-token)",
  );
}
function clientTls(input) {
  const [caCertificate, clientCertificate, clientKey] = [
    input('ca-certificate'),
    input('client-certificate'),
    input('client-key'),
  ];
  if ((clientCertificate === '') !== (clientKey === '')) {
    const [given, missing] =
      clientKey === '' ? ['client-certificate', 'client-key'] : ['client-key', 'client-certificate'];
    throw new InputError(`${missing} is empty but ${given} is set; they are needed together`);
  }
  return {
    ...optional('caCertificate', caCertificate, (value) => pem(value, 'ca-certificate', 'CERTIFICATE')),
    ...optional('clientCertificate', clientCertificate, (value) => pem(value, 'client-certificate', 'CERTIFICATE')),
    ...optional('clientKey', clientKey, (value) => pem(value, 'client-key', 'PRIVATE KEY')),
  };
}

const BODY_LIMIT$1 = 64 * 1024;
const HEADER_LIMIT = 256 * 1024;
const HEAD_LIMIT = 16 * 1024;
const BODY_TIMEOUT_MS = 5_000;
const LEAST_MS = 1_000;
const FOREVER_MS = 2 ** 31 - 1;
const clientFor = (protocol) => process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');
function send(request, agent, proxy) {
  const { url, method, timeoutMs, endByMs, signal } = request;
  const { promise, resolve } = Promise.withResolvers();
  const startedMs = monotonicMs();
  const chunks = [];
  let size = 0;
  let head = '';
  let written = false;
  let response;
  let timer;
  let isOver = false;
  const end = (bodyEnd, trouble = LOST) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    const body = Buffer.concat(chunks).subarray(0, BODY_LIMIT$1);
    const durationMs = Math.round(monotonicMs() - startedMs);
    const ending = { url, proxy, response, head, body, bodyEnd, written, trouble, durationMs };
    resolve(loadReadEnding().then(({ readEnding }) => readEnding(ending)));
    if (bodyEnd === 'complete') return;
    client.destroy();
    tunnel?.destroy();
  };
  const cancel = () => end('cut', { code: 'CANCELLED', message: 'cancelled' });
  const keepHead = (chunk) => {
    if (head.length < HEAD_LIMIT) head += chunk.toString('latin1', 0, HEAD_LIMIT);
  };
  const expectWithin = (allowedMs) => {
    clearTimeout(timer);
    const leftMs = endByMs === undefined ? FOREVER_MS : Math.round(endByMs - monotonicMs());
    const limitMs = Math.min(allowedMs, Math.max(leftMs, LEAST_MS));
    const giveUp = () => {
      const message = `no answer within ${Number((limitMs / 1000).toFixed(3))} s`;
      if (timer === mine) end('stalled', { code: 'TIMEOUT', message });
    };
    const mine = setTimeout(() => setImmediate(giveUp), limitMs);
    timer = mine;
  };
  const client = clientFor(url.protocol).request(url, {
    method,
    agent,
    maxHeaderSize: HEADER_LIMIT,
    headers: request.headers,
  });
  const tunnel = 'takeOpened' in agent ? agent.takeOpened() : undefined;
  onReady(client, () => {
    written = true;
    if (request.awaitsEnd) expectWithin(FOREVER_MS);
  });
  client.on('socket', (socket) => socket.prependListener('data', keepHead));
  client.on('finish', () => request.onSent?.());
  client.on('error', (error) => end('cut', error));
  client.on('response', (answer) => {
    response = answer;
    answer.socket.removeListener('data', keepHead);
    expectWithin(Math.min(timeoutMs, BODY_TIMEOUT_MS));
    answer.on('data', (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > BODY_LIMIT$1) end('too long');
    });
    answer.on('end', () => end('complete'));
    answer.on('error', () => end('cut'));
    answer.on('close', () => end('cut'));
  });
  client.on('close', () => {
    if (response === undefined) end('cut');
  });
  expectWithin(timeoutMs);
  if (signal.aborted) cancel();
  else {
    signal.addEventListener('abort', cancel);
    client.end(request.body);
  }
  return promise;
}
const LOST = { code: 'ECONNRESET', message: 'the connection was closed before an answer (ECONNRESET)' };
const loadReadEnding = loadOnce(() => import('./report.js').then((n) => n.readEnding));
function onReady(client, markWritten) {
  client.on('socket', (socket) => {
    if (socket.secureConnecting) socket.once('secureConnect', markWritten);
    else if (socket.connecting) socket.once('connect', markWritten);
    else markWritten();
  });
}

const AT_ONCE_PER_HOST = 50;
const TOO_LATE = {
  kind: 'failure',
  code: 'TOO_LATE',
  message: 'the time was over before it was its turn to be sent',
  written: false,
  durationMs: 0,
};
function createTransport({ skipTlsVerification, proxies, ...options }) {
  const agents = new Map();
  const takeTurn = createTurnstile(AT_ONCE_PER_HOST);
  let secureContext = options.secureContext;
  const createAgent = ({ url: { protocol }, keepAlive }, proxy) => {
    const proxyEnv = proxy && { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href };
    const pool = { keepAlive, ...(proxyEnv && { proxyEnv }) };
    if (protocol === 'http:') return new (process.getBuiltinModule('node:http').Agent)(pool);
    const { Agent } = process.getBuiltinModule('node:https');
    secureContext ??= process.getBuiltinModule('node:tls').createSecureContext();
    const trust = { secureContext, rejectUnauthorized: !skipTlsVerification };
    return proxy === undefined || proxies === undefined
      ? new Agent({ ...pool, ...trust })
      : proxies.createTunnelAgent({ ...pool, ...trust });
  };
  const agentFor = (request, proxy) => {
    const key = `${request.url.protocol} ${request.keepAlive} ${proxy?.href ?? ''}`;
    const agent = agents.get(key) ?? createAgent(request, proxy);
    agents.set(key, agent);
    return agent;
  };
  return {
    async send(request) {
      const proxy = proxies?.proxyFor(request.url);
      const endTurn = await takeTurn(request.url.host);
      try {
        if (request.beginByMs !== undefined && monotonicMs() > request.beginByMs) return TOO_LATE;
        return await send(request, agentFor(request, proxy), proxy);
      } finally {
        endTurn();
      }
    },
  };
}
function createTurnstile(limit) {
  const lines = new Map();
  return async (key) => {
    const line = lines.get(key) ?? { inside: 0, waiting: [] };
    lines.set(key, line);
    if (line.inside < limit) line.inside += 1;
    else await new Promise((enter) => line.waiting.push(enter));
    return () => {
      const next = line.waiting.shift();
      if (next === undefined) line.inside -= 1;
      else next();
    };
  };
}

async function prepareTransport({ endpoints, tls }, environment) {
  const proxies = await readProxies(
    endpoints.map(({ url }) => url),
    environment,
  );
  const { caCertificate, clientCertificate, skipTlsVerification } = tls;
  const options = { skipTlsVerification, ...(proxies === undefined ? {} : { proxies }) };
  if (caCertificate === undefined && clientCertificate === undefined) return createTransport(options);
  const { createTrust } = await import('./trust.js');
  return createTransport({ ...options, secureContext: createTrust(tls) });
}
async function readProxies(urls, environment) {
  if (!PROXY_VARIABLES.some((name) => environment[name])) return undefined;
  const proxy = await import('./proxy.js');
  const proxyFor = (url) => proxy.proxyFor(url, environment);
  const used = urls.map(proxyFor).filter((found) => found !== undefined);
  const warning = used.length === 0 ? undefined : proxy.proxyWarning(process.version);
  if (warning !== undefined) warn(warning);
  else for (const name of new Set(used.map(({ origin }) => origin))) say(`using the proxy ${name}`);
  return { proxyFor, createTunnelAgent: proxy.createTunnelAgent };
}

const nodeFs = /* @__PURE__ */ process.getBuiltinModule('node:fs');

const ADVICE =
  "set artifact and digest to what was pushed, or event to a registry's own event, or run on registry_package: published";
const WHOLE = "the body of a registry's webhook, whole and not wrapped";
const GIVEN = { what: 'event: the file', remedy: 'check the path, and that an earlier step wrote it' };
const TRIGGERING = { what: 'the event file', remedy: ADVICE };
async function readEvent(given, environment) {
  if (given.startsWith('@')) return parseFile(given.slice(1).trim(), GIVEN);
  if (given !== '')
    return parseEvent(readObject(given, 'event', ', or "@" and the path of a file that holds it'), 'event');
  const name = environment.GITHUB_EVENT_NAME ?? '';
  if (!['registry_package', 'package', 'repository_dispatch'].includes(name)) {
    throw new InputError(
      `artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${quote(name)} names no artifact`}: ${ADVICE}`,
    );
  }
  const path = environment.GITHUB_EVENT_PATH ?? '';
  if (path === '') throw new InputError(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${ADVICE}`);
  if (name !== 'repository_dispatch') return parseFile(path, TRIGGERING);
  const payload = at(readFile(path, TRIGGERING), 'client_payload');
  if (!isObject(payload)) {
    throw new InputError(`client_payload must be an object, found ${kindOf(payload)}; it must be ${WHOLE}`);
  }
  return parseEvent(payload, 'client_payload');
}
async function parseFile(path, file) {
  if (path === '') throw new InputError('event: no path follows the "@"');
  return parseEvent(readFile(path, file), `${file.what} ${path}`);
}
function readFile(path, { what, remedy }) {
  let json;
  try {
    json = nodeFs.readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause.code;
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
    throw new InputError(`${what} ${path} ${problem}: ${remedy}`, { cause });
  }
  return readObject(json, `${what} ${path}`);
}
async function parseEvent(body, where) {
  const tried = [];
  for (const load of SOURCES) {
    const source = await load();
    if (source.recognises(body)) return source.parse(body);
    tried.push(source.title);
  }
  const fields = Object.keys(body).slice(0, 10).map(quote).join(', ');
  throw new InputError(
    `${where} is not an event of a registry that is known here (${tried.join(', ')}): it has ${fields === '' ? 'no fields' : `the fields ${fields}`}, and must be ${WHOLE}`,
  );
}
function readObject(json, where, otherwise = '') {
  const text = json.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new InputError(`${where} is empty; it must be ${WHOLE}`);
  let body;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${where} is not JSON; it must be ${WHOLE}${otherwise}`, { cause });
  }
  if (!isObject(body))
    throw new InputError(`${where} must hold a JSON object, found ${kindOf(body)}; it must be ${WHOLE}`);
  return body;
}

const SIGNATURE_TAG = /^sha256-[a-f0-9]{64}(?:\.[A-Za-z0-9._-]+)?$/;
function isSignatureTag(tag) {
  return SIGNATURE_TAG.test(tag);
}
function judgeCandidates(parsed, options) {
  return parsed.map((entry) => ('reason' in entry ? entry : judge(entry, options)));
}
function judgeReferences(references, options) {
  return references.map((text, index) => {
    const field = references.length === 1 ? 'artifact' : `artifact: entry ${index + 1}`;
    const { host, path, ...named } = parseReference(text, field);
    const digest = agree(named.digest, options.digest, field);
    const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
    if (tag === undefined && options.style?.startsWith('tag')) {
      throw new InputError(`${field}: ${quote(text.trim())} has no tag, but reference is "${options.style}"`);
    }
    const written = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
    return artifact({ host, path, tag, digest, style: options.style ?? written });
  });
}
function select(judged, keep, filter = []) {
  const artifacts = new Map();
  const skips = [];
  for (const entry of judged) {
    if ('reason' in entry) {
      skips.push(entry);
      continue;
    }
    const { host, path, tag, digest } = entry;
    const whole = formatReference({
      host,
      path,
      ...(tag === undefined ? (digest === undefined ? {} : { digest }) : { tag }),
    });
    if (keep(whole)) artifacts.set(`${digest} ${nameArtifact(entry)}`, entry);
    else
      skips.push({
        reason: 'filtered',
        detail: `${whole} is not let through by filter: ${filter.join(', ')}; a pattern matches the whole reference, tag included`,
      });
  }
  return { artifacts: [...artifacts.values()], skips };
}
function judge(candidate, options) {
  const { field, path, tag, digests } = candidate;
  const shown = `${path}${tag === undefined ? '' : `:${tag}`}`;
  if (tag !== undefined && isSignatureTag(tag)) {
    return {
      reason: 'signature-tag',
      detail: `${quote(shown)} is a signature or attestation, never deployed: nothing is to be changed`,
    };
  }
  if (tag === undefined && options.untagged === 'skip') {
    const detail = `${quote(shown)} has no tag (the parts of a multi-platform image arrive so); set untagged: send to send it by digest`;
    return { reason: 'untagged', detail };
  }
  const host = options.registry ?? candidate.host;
  if (host === undefined || host === '') {
    throw new InputError(`event: ${field} does not say which registry ${quote(shown)} is in; set the registry input`);
  }
  const digest = agree(eventDigest(digests), options.digest, `event: ${field}`);
  const name = { host: parseHost(host, `event: ${field}`), path, ...(tag === undefined ? {} : { tag }) };
  const reference = parseReference(formatReference(name), `event: ${field}`);
  if (reference.host !== name.host || reference.tag !== tag || reference.digest !== undefined) {
    throw new InputError(
      `event: ${field}: ${quote(formatReference(name))} reads as ${formatReference(reference)}; set the registry input to host:port`,
    );
  }
  const { mediaType, pageUrl } = candidate;
  return artifact({ ...reference, digest, style: options.style ?? 'tag', mediaType, pageUrl });
}
function eventDigest(digests) {
  const [first, ...others] = digests.filter(({ value }) => isDigest(value));
  if (first === undefined) {
    const malformed = digests.find(({ value }) => value !== undefined);
    return malformed?.value === undefined ? undefined : parseDigest(malformed.value, `event: ${malformed.field}`);
  }
  const other = others.find(({ value }) => value !== first.value);
  if (other) {
    throw new InputError(
      `event: ${first.field} is ${first.value} but ${other.field} is ${other.value}; they must be equal`,
    );
  }
  return first.value;
}
function agree(found, given, field) {
  if (found !== undefined && given !== undefined && found !== given) {
    throw new InputError(`digest: ${given} differs from ${found} of ${field}; remove the digest input or correct it`);
  }
  return found ?? given;
}
function artifact({ host, path, style, ...optional }) {
  return {
    host,
    path,
    style,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

async function findPublished(inputs, environment, signal) {
  const { references, filter } = inputs;
  const keep = filter.length === 0 ? () => true : (await import('./filter.js')).compileFilter(filter);
  const judged =
    references.length > 0
      ? judgeReferences(references, inputs)
      : judgeCandidates(await readEvent(inputs.event, environment), inputs);
  const named = inputs.allTags === undefined ? judged : await withAllTags(judged, inputs.allTags.token, signal);
  const { artifacts, skips } = select(named, keep, filter);
  const resolved = await completeByRegistry(artifacts, inputs, signal);
  return { artifacts: select(resolved.artifacts, keep).artifacts, skips: [...skips, ...resolved.skips] };
}
async function withAllTags(judged, token, signal) {
  const { addTags } = await import('./all-tags.js');
  const { listTags } = await import('./packages-api.js');
  return addTags(judged, { listTags: (wanted) => listTags(wanted, { token, signal }), say, warn, signal });
}
async function completeByRegistry(artifacts, inputs, signal) {
  const { verify, limits, format } = inputs;
  const isComplete = artifacts.every(({ digest }) => digest !== undefined || !format.needsDigest);
  if (isComplete && !verify) return { artifacts, skips: [] };
  const { resolve } = await import('./resolve.js');
  const { lookUp } = await import('./registry.js');
  const { needsDigest } = format;
  return resolve(artifacts, { needsDigest, verify, deadlineMs: limits.deadlineMs, signal, lookUp, log: say });
}

const BODY_LIMIT = 1024 * 1024;
async function run(environment, options) {
  const format = await TARGETS.get(formatName(environment))?.();
  hideSecrets(environment, format, mask);
  const inputs = await readInputs(environment, format);
  for (const warning of inputs.warnings) warn(warning);
  const transport = await prepareTransport(inputs, environment);
  const { artifacts, skips } = await findPublished(inputs, environment, options.signal);
  const last = skips.at(-1);
  if (artifacts.length === 0) {
    return {
      kind: 'skipped',
      skip: last ?? { reason: 'no-events', detail: 'the event holds nothing that was published' },
    };
  }
  for (const { reason, detail } of skips) say(`skipped (${reason}): ${detail}`);
  const messages = encode(artifacts, inputs);
  for (const artifact of artifacts) say(`${nameArtifact(artifact)} (${artifact.digest ?? 'no digest'})`);
  const startWait = await prepareWait(inputs);
  if (inputs.dryRun) return { kind: 'dry-run', artifacts, messages, endpoints: inputs.endpoints };
  const base = { kind: 'sent', format: inputs.format, artifacts, messages };
  const onSent = () => options.onSent({ ...base, deliveries: likelyDeliveries(messages, inputs) });
  return { ...base, ...(await sendAll(messages, inputs, { signal: options.signal, onSent, transport, startWait })) };
}
function likelyDeliveries([message], { endpoints: [endpoint] }) {
  if (message === undefined || endpoint === undefined) return [];
  const exchange = { kind: 'answer', status: 202, body: '{}', bodyEnd: 'complete', durationMs: 0 };
  return [{ kind: 'accepted', message, endpoint, attempts: [{ startedMs: 0, exchange }], durationMs: 0, words: '' }];
}
function encode(artifacts, { format }) {
  const messages = format.encode(artifacts);
  for (const { body } of messages) {
    const size = Buffer.byteLength(body);
    if (size > BODY_LIMIT)
      throw new InputError(
        `the message has ${size} bytes, receivers take at most ${BODY_LIMIT}; narrow the filter input`,
      );
  }
  return messages;
}
async function prepareWait({ format, endpoints, wait }) {
  if (wait === undefined) return undefined;
  return (await import('./wait.js')).prepareWait(format, endpoints, wait);
}

const loadReport = loadOnce(() => import('./report.js').then((n) => n.report));
const onSent = (likely) => {
  loadReport()
    .then(({ rehearse }) => rehearse(likely))
    .catch(() => {});
};
const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => cancelled.abort());
async function main() {
  let outcome;
  try {
    requireNode();
    outcome = await run(process.env, { signal: cancelled.signal, onSent });
  } catch (error) {
    outcome = { kind: 'refused', error };
  }
  (await loadReport()).report(outcome);
  if (flush()) process.exit();
}
void main();

export {
  InputError,
  USER_AGENT,
  at,
  command,
  debug,
  deliver,
  docoCd,
  fail,
  formatReference,
  isAccepted,
  isObject,
  isPrintable,
  isSignatureTag,
  isTlsError,
  kindOf,
  looksLikeDigest,
  monotonicMs,
  nameArtifact,
  nameArtifacts,
  notice,
  oneLine,
  parseObject,
  parseSecrets,
  quote,
  redact,
  refuseUnexpanded,
  say,
  shortDigest,
  sleep,
  splitHost,
  textAt,
  unicodePattern,
  warn,
};
