import {
  redact,
  isAccepted,
  isTlsError,
  oneLine,
  isPrintable,
  unicodePattern,
  shortDigest,
  nameArtifact,
  nameArtifacts,
  command,
  fail,
  warn,
  InputError,
  debug,
  notice,
  say,
} from './index.js';

function duration(ms) {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return twoUnits(seconds, 'min', 's');
  return twoUnits(Math.round(seconds / 60), 'h', 'min');
}
function twoUnits(count, large, small) {
  const rest = count % 60;
  return `${Math.floor(count / 60)} ${large}${rest === 0 ? '' : ` ${rest} ${small}`}`;
}

const BASE_MS = 1_000;
const CAP_MS = 10_000;
const RETRY_AFTER_SPREAD_MS = 1_000;
const TIMER_SLACK_MS = 5;
const ATTEMPTS_FOR_UNKNOWN_HOST = 3;
const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
const RETRIED_CODES = new Set([
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'TIMEOUT',
]);
function mayChange(exchange) {
  if (exchange.kind === 'answer') return RETRIED_STATUSES.has(exchange.status);
  if (exchange.proxyStatus !== undefined) return RETRIED_STATUSES.has(exchange.proxyStatus);
  return RETRIED_CODES.has(exchange.code);
}
function attemptLimit(exchanges, { retries, deadlineMs }) {
  const resolved =
    exchanges.findLastIndex((exchange) => exchange.kind === 'answer' || exchange.code !== 'ENOTFOUND') + 1;
  const unknownHost = resolved < exchanges.length ? resolved + ATTEMPTS_FOR_UNKNOWN_HOST : Number.POSITIVE_INFINITY;
  return Math.min(deadlineMs === 0 ? 1 : retries + 1, unknownHost);
}
function decide(situation, limit, { deadlineMs }) {
  const { attempts, elapsedMs, retryAfterMs, chance } = situation;
  if (attempts >= limit) return { kind: 'stop', reason: 'retries' };
  const leftMs = deadlineMs - elapsedMs;
  if (leftMs < TIMER_SLACK_MS) return { kind: 'stop', reason: 'deadline' };
  if (retryAfterMs !== undefined && retryAfterMs > leftMs)
    return { kind: 'stop', reason: 'retry-after', askedMs: retryAfterMs };
  const waitMs =
    retryAfterMs === undefined
      ? chance * Math.min(CAP_MS, BASE_MS * 2 ** (attempts - 1))
      : retryAfterMs + chance * RETRY_AFTER_SPREAD_MS;
  return { kind: 'again', waitMs: Math.min(waitMs, leftMs) };
}
const HTTP_DATE =
  /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;
function parseRetryAfter(value, nowMs) {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, Number.MAX_SAFE_INTEGER);
  if (!HTTP_DATE.test(text)) return undefined;
  const waitMs = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - nowMs;
  return waitMs > 0 ? waitMs : undefined;
}

function judge(exchanges, elapsedMs, options) {
  const decision = decideNext(exchanges, elapsedMs, options);
  const number = `attempt ${exchanges.length} of ${attemptLimit(exchanges, options.limits)}`;
  const last = exchanges.at(-1);
  return { decision, words: last === undefined ? number : `${number}: ${attemptInWords(last, decision, options)}` };
}
function decideNext(exchanges, elapsedMs, { format, limits }) {
  const exchange = exchanges.at(-1);
  if (exchange === undefined || isAccepted(exchange) || !format.mayRetry(exchange, mayChange(exchange)))
    return undefined;
  const retryAfterMs = parseRetryAfter(exchange.retryAfter, Date.now());
  const situation = { attempts: exchanges.length, elapsedMs, retryAfterMs, chance: Math.random() };
  return decide(situation, attemptLimit(exchanges, limits), limits);
}
function conclude(tried, decision, { format, limits }) {
  const exchange = tried.attempts.at(-1)?.exchange;
  if (exchange === undefined || decision?.kind === 'again' || isCancelled(exchange)) {
    return { kind: 'cancelled', ...tried, words: cancelledInWords(exchange, format) };
  }
  const words = wordsOf(exchange, format);
  const jobId = exchange.kind === 'answer' ? format.jobId(exchange.body) : undefined;
  const kind = isAccepted(exchange) ? 'accepted' : exchange.kind === 'answer' ? 'rejected' : 'unreachable';
  return { kind, ...tried, words, ...(jobId === undefined ? {} : { jobId }), ...outOfTime(decision, limits) };
}
function outOfTime(decision, { deadlineInput }) {
  if (decision?.kind !== 'stop') return {};
  if (decision.reason === 'retry-after') {
    const asked = duration(decision.askedMs);
    const input = deadlineInput ?? 'deadline';
    return {
      hint: `it asks to come back in ${asked}, which is longer than what is left of ${input}; raise it, or send later`,
    };
  }
  if (decision.reason === 'retries' || deadlineInput === undefined) return {};
  return { hint: `${deadlineInput} was over before the message was taken; raise it, or see why it is not taken` };
}
function isCancelled(exchange) {
  return exchange.kind === 'failure' && exchange.code === 'CANCELLED';
}
function cancelledInWords(last, format) {
  if (last === undefined) return 'before it was sent';
  if (isCancelled(last)) return 'before the answer: the receiver may have it';
  const words = wordsOf(last, format);
  return `before the next attempt: the last one ended with ${last.kind === 'answer' ? `${last.status} ${words}`.trim() : words}`;
}
function isPage(body) {
  return /^\s*<(?:\?xml[^>]*>\s*<)?(?:!|(?:html|head|body|title|meta|script|h\d|div|center|p|a)\b)/i.test(body);
}
function wordsOf(exchange, format) {
  if (exchange.kind === 'failure') return redact(exchange.message);
  return redact(format.words(exchange.body) ?? (isPage(exchange.body) ? '(an HTML page)' : exchange.body.trim()));
}
function attemptInWords(exchange, decision, { format, limits }) {
  const words = wordsOf(exchange, format);
  const next = afterwards(decision, limits);
  if (exchange.kind === 'failure') return `${words}${next}`;
  const details = [
    `${exchange.durationMs} ms`,
    ...(exchange.bodyEnd === 'complete' ? [] : [`body ${exchange.bodyEnd}`]),
    ...(exchange.proxy === undefined ? [] : [`through the proxy ${exchange.proxy}`]),
    ...(words === '' ? [] : [`it said: ${words}`]),
  ];
  return `${exchange.status}${next} (${details.join(', ')})`;
}
function afterwards(decision, { deadlineMs, deadlineInput }) {
  if (decision === undefined) return '';
  const limit = deadlineInput ?? `the deadline of ${deadlineMs / 1000} s`;
  if (decision.kind === 'again') return `, next in ${(decision.waitMs / 1000).toFixed(1)} s`;
  switch (decision.reason) {
    case 'retries':
      return ', no attempts left';
    case 'deadline':
      return `, ${limit} is over`;
    case 'retry-after':
      return `, asked to wait longer than what is left of ${limit}: giving up`;
  }
}

const verdict = /*#__PURE__*/ Object.freeze(
  /*#__PURE__*/ Object.defineProperty(
    {
      __proto__: null,
      conclude,
      isPage,
      judge,
      wordsOf,
    },
    Symbol.toStringTag,
    { value: 'Module' },
  ),
);

function networkTrouble(error, proxy, written) {
  const first = error.errors?.[0] ?? error;
  const { code, what } = plainTls(first) ?? { code: error.code ?? first.code ?? 'UNKNOWN', what: first.message };
  const message = what.includes(code) ? what : what === '' ? code : `${what} (${code})`;
  if (proxy === undefined || written || isTlsError(code)) return { code, message };
  if (error.statusCode) return refusedByProxy(proxy, error.statusCode);
  const { origin: name } = proxy;
  if (code !== 'ERR_PROXY_TUNNEL') return { code, message: `the proxy ${name}: ${message}`, proxy: name };
  return { code: 'ECONNRESET', message: `the proxy ${name} opened no tunnel: ${first.message}`, proxy: name };
}
function plainTls({ code, message, reason }) {
  const [, queued] = /:SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
  if (queued !== undefined && code === 'EPROTO') {
    return { code: `ERR_SSL_${queued.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`, what: queued };
  }
  if (code === undefined || !isTlsError(code)) return undefined;
  return { code, what: reason ?? message.replace(/; if the root CA is installed .*/s, '') };
}
function refusedByProxy(proxy, status) {
  const { origin: name } = proxy;
  const stopped = status === 407 ? ', the request did not get through' : '';
  const message = `the proxy ${name} answered ${status} itself${stopped}`;
  return { code: 'PROXY_REFUSED', message, proxy: name, proxyStatus: status };
}
function statusIn(head) {
  let rest = head;
  for (;;) {
    const [, status] = /^HTTP\/1\.[01] (\d{3})(?: [^\r\n]*)?\r?\n/.exec(rest) ?? [];
    if (status === undefined) return undefined;
    if (!status.startsWith('1') || status === '101') return Number(status);
    const next = /\r?\n\r?\n/.exec(rest);
    if (next === null) return undefined;
    rest = rest.slice(next.index + next[0].length);
  }
}
function isProxyAnswer(status, headers = {}) {
  if (status < 400) return false;
  if (status === 407 || 'x-squid-error' in headers) return true;
  return /;\s*error=/.test(String(headers['proxy-status'] ?? '')) || /^tinyproxy\b/i.test(String(headers.server ?? ''));
}

function readEnding(ending) {
  const { url, proxy, response, head, body, bodyEnd, written, trouble, durationMs } = ending;
  const status = response?.statusCode ?? statusIn(head);
  const failure = (why) => {
    return { kind: 'failure', ...why, written: written && why.proxyStatus !== 407, durationMs };
  };
  if (status === undefined) {
    return failure(trouble instanceof Error ? networkTrouble(trouble, proxy, written) : trouble);
  }
  const { 'retry-after': retryAfter, location } = response?.headers ?? {};
  const asked = retryAfter === undefined ? {} : { retryAfter };
  const passedOnBy = url.protocol === 'http:' ? proxy : undefined;
  if (passedOnBy && isProxyAnswer(status, response?.headers))
    return { ...failure(refusedByProxy(passedOnBy, status)), ...asked };
  const leadsTo = status >= 300 && status < 400 ? locationOrigin(location, url) : undefined;
  return {
    kind: 'answer',
    status,
    body: body.toString('utf8'),
    bodyEnd,
    durationMs,
    ...asked,
    ...(leadsTo === undefined ? {} : { leadsTo }),
    ...(passedOnBy === undefined ? {} : { proxy: passedOnBy.origin }),
  };
}
function locationOrigin(location, { href }) {
  const url = location === undefined ? null : URL.parse(redact(location), href);
  return url === null || url.host === '' ? undefined : url.origin.slice(0, 200);
}

const readEnding$1 = /*#__PURE__*/ Object.freeze(
  /*#__PURE__*/ Object.defineProperty(
    {
      __proto__: null,
      readEnding,
    },
    Symbol.toStringTag,
    { value: 'Module' },
  ),
);

function withHint(delivery, format) {
  const exchange = delivery.attempts.at(-1)?.exchange;
  if (delivery.hint !== undefined || delivery.kind === 'cancelled' || exchange === undefined) return delivery;
  const usual = delivery.kind === 'accepted' ? acceptedHint : usualHint;
  const hint = format.hint(exchange, delivery.endpoint.url) ?? usual(exchange);
  return hint === undefined ? delivery : { ...delivery, hint };
}
function acceptedHint(exchange) {
  return exchange.kind === 'answer' && isPage(exchange.body)
    ? 'a web page answered, which no receiver does; check the url input'
    : undefined;
}
function usualHint(exchange) {
  return exchange.kind === 'answer' ? answerHint(exchange) : failureHint(exchange);
}
function answerHint({ status, proxy, leadsTo }) {
  const hint = leadsTo === undefined ? statusHint(status) : `${statusHint(status)} (this one leads to ${leadsTo})`;
  if (proxy === undefined) return hint;
  const doubt = `this may be the answer of the proxy ${proxy} and not the receiver's; to go around it list the host in NO_PROXY`;
  return hint === undefined ? doubt : `${hint}; or ${doubt}`;
}
function statusHint(status) {
  if (status >= 300 && status < 400)
    return 'the url redirects, and redirects are never followed; put the final URL in the url input';
  if (status >= 500) {
    return 'the receiver, or what stands in front of it, is in trouble: see its log; if it only needs longer to start, raise retries and deadline';
  }
  switch (status) {
    case 400:
      return 'what answers there does not understand the message; check the url and format inputs';
    case 401:
    case 403:
      return 'something in front of the receiver wants a login; pass it in the headers input';
    case 404:
    case 410:
      return 'the path of the url is wrong; check the url input';
    case 405:
      return 'this path takes no POST; check the path in the url input';
    case 407:
      return 'the proxy wants credentials; put user:password@ in the proxy variable';
    case 408:
    case 425:
      return 'the receiver was not ready for the request; raise retries and deadline if it needs longer';
    case 413:
      return 'what stands in front of the receiver limits the size of requests; raise its limit';
    case 429:
      return 'the receiver limits the rate of requests; raise retries and deadline, or send less often';
    default:
      return status < 400
        ? undefined
        : 'the receiver refuses the message, and its log may say why; check the url input';
  }
}
function failureHint({ code, proxy, proxyStatus }) {
  if (proxyStatus === 407) return 'the proxy wants credentials; put user:password@ in the proxy variable';
  if (proxyStatus !== undefined && proxyStatus >= 500)
    return 'the proxy cannot reach the receiver; check the url input and that the receiver runs, or list the host in NO_PROXY';
  if (proxyStatus !== undefined)
    return 'the proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY';
  if (proxy !== undefined)
    return 'the proxy does not work; check HTTP_PROXY and HTTPS_PROXY, or list the host in NO_PROXY';
  if (isTlsError(code)) return tlsHint(code);
  switch (code) {
    case 'ENOTFOUND':
      return 'no such host; check the spelling in the url input, and whether this runner can resolve the name';
    case 'EAI_AGAIN':
      return 'the name server did not answer; check the network of this runner';
    case 'ECONNREFUSED':
      return 'nothing listens there; check the port in the url input, and whether the receiver runs and is reachable from this runner';
    case 'ECONNRESET':
    case 'EPIPE':
      return "what answers there closes the connection; check scheme and port in the url input, and the receiver's log";
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'TIMEOUT':
      return 'the receiver is too slow or a firewall drops the connection; check that this runner can reach it, or raise timeout';
    case 'TOO_LATE':
      return 'it was not sent; raise wait-timeout, or tell fewer in one step';
    case 'HPE_HEADER_OVERFLOW':
      return 'the answer has more than 256 KiB of headers; check the url input';
    default:
      return code.startsWith('HPE_')
        ? 'what answers there does not speak HTTP; check scheme and port in the url input'
        : undefined;
  }
}
function wantsClientCertificate(code) {
  return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN/.test(code);
}
function tlsHint(code) {
  if (code === 'CERT_HAS_EXPIRED') return "the receiver's certificate has expired; renew it there";
  if (code === 'CERT_NOT_YET_VALID') return "the receiver's certificate is not valid yet; check the clocks";
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'the certificate is for another host; write a name that it holds in the url input';
  if (wantsClientCertificate(code)) {
    return 'the receiver wants a certificate from the client that it trusts; set client-certificate and client-key';
  }
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code))
    return 'the receiver speaks no version of TLS that is safe; switch TLS 1.2 or newer on there';
  if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH|HTTP_REQUEST/.test(code))
    return 'the receiver does not speak TLS here; check scheme and port in the url input';
  if (code.startsWith('ERR_SSL_'))
    return "the two sides do not agree on TLS; check scheme and port in the url input, and the receiver's log";
  return "the receiver's certificate is not signed by an authority that is known here; put the authority's certificate (PEM) in ca-certificate, or, where the system of this runner knows it, set NODE_USE_SYSTEM_CA=1";
}

function escapeMarkdown(text, limit = 500) {
  const line = oneLine(text, limit);
  return (isPrintable(line) ? line.replace(/[^A-Za-z0-9 .,:;/+=-]/g, asReference) : escapeUnicode(line))
    .replace(/:(?=\/\/)|:(?=[a-z0-9_+-]+:)/gi, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/^([-+=]|\d+\.)/, (start) => `&#${start.codePointAt(0)};${start.slice(1)}`);
}
function escapeUnicode(line) {
  return line.replace(unicodePattern(String.raw`[^\p{L}\p{N} .,:;/+=-]`, 'gu'), asReference);
}
function asReference(character) {
  return `&#${character.codePointAt(0)};`;
}
function code(text, limit = 500) {
  return `<code>${escapeMarkdown(text, limit)}</code>`;
}
function link(label, url) {
  if (url === undefined || !URL.canParse(url)) return label;
  const { protocol, username, password, href } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '' || href.length > 2000) return label;
  return `[${label}](${href.replace(/[()<>|`"'\\*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)})`;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function details(title, inside) {
  return `<details><summary>${oneLine(title)}</summary>\n\n${inside}\n\n</details>`;
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

function resultOf(outcome) {
  switch (outcome.kind) {
    case 'refused':
      return 'failed';
    case 'sent':
      if (!outcome.deliveries.every(isGood)) return 'failed';
      return outcome.deliveries.some(({ kind }) => kind === 'accepted') ? 'delivered' : 'deployed';
    default:
      return outcome.kind;
  }
}
function isGood({ kind }) {
  return kind === 'accepted' || kind === 'succeeded' || kind === 'skipped';
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

const FOLD_ABOVE = 20;
const SHARE = { artifacts: 150_000, messages: 600_000, deliveries: 300_000, hints: 50_000, history: 200_000 };
function renderSummary(outcome) {
  const heading = `### OCI webhook: ${resultOf(outcome)}`;
  switch (outcome.kind) {
    case 'refused':
      return `${heading}\n\n${escapeMarkdown(messageOf(outcome.error), 2000)}\n`;
    case 'skipped':
      return `${heading}\n\nNothing was sent (${outcome.skip.reason}): ${escapeMarkdown(outcome.skip.detail)}.\n`;
    case 'dry-run':
      return `${heading}\n\n${artifactTable(outcome.artifacts)}\n\nThis would be sent${receivers(outcome.endpoints)}:\n\n${bodies(outcome.messages)}\n`;
    case 'sent':
      return `${[
        heading,
        artifactTable(outcome.artifacts, resultOf(outcome) === 'failed'),
        deliveryTable(outcome.deliveries),
        hints(outcome.deliveries),
        outcome.timeline ?? '',
        history(outcome.deliveries),
      ]
        .filter((part) => part !== '')
        .join('\n\n')}\n`;
  }
}
function artifactTable(artifacts, whole = false) {
  const rows = artifacts.map((artifact) => {
    const { digest, pageUrl } = artifact;
    const shown = digest === undefined ? '–' : link(`\`${whole ? digest : shortDigest(digest)}\``, pageUrl);
    return [inCode(artifact), shown];
  });
  return fold(['Artifact', 'Digest'], rows, 'artifacts');
}
function inCode(artifact) {
  return `\`${nameArtifact(artifact)}\``;
}
function bodies(messages) {
  const shown = fit(
    messages.map(({ body }) => [code(body, 2000)]),
    SHARE.messages,
  );
  const more = messages.length > shown.length ? [`and ${messages.length - shown.length} more`] : [];
  return [...shown.flat(), ...more].join('\n\n');
}
function receivers(endpoints) {
  if (endpoints.length === 0) return '';
  const shown = fit(
    endpoints.map(({ label }) => [escapeMarkdown(label)]),
    SHARE.hints,
  );
  const more = endpoints.length > shown.length ? [`${endpoints.length - shown.length} more`] : [];
  return ` to ${[...shown.flat(), ...more].join(', ')}`;
}
function deliveryTable(deliveries) {
  const { head: names, cells } = namesOf(deliveries);
  const head = [...names, 'Result', 'Status', 'Attempts', 'Time', 'Answer'];
  const rows = deliveries.map((delivery) => {
    const { kind, attempts, durationMs, words } = delivery;
    const exchange = attempts.at(-1)?.exchange;
    return [
      ...cells(delivery),
      `${isGood(delivery) ? '✅' : '❌'}&nbsp;${kind}`,
      exchange?.kind === 'answer' ? String(exchange.status) : '–',
      String(attempts.length),
      unbroken(duration(durationMs)),
      words === undefined || words === '' ? '–' : escapeMarkdown(words, 300),
    ];
  });
  return fold(head, rows, 'deliveries');
}
function namesOf(deliveries) {
  const several = new Set(deliveries.map(({ message }) => message)).size > 1;
  return {
    head: ['Endpoint', ...(several ? ['Artifact'] : [])],
    cells: ({ endpoint, message }) => [
      escapeMarkdown(endpoint.label),
      ...(several ? [nameArtifacts(message.artifacts, inCode)] : []),
    ],
  };
}
function hints(deliveries) {
  const byHint = Map.groupBy(
    deliveries.filter(({ hint }) => hint !== undefined),
    ({ hint }) => hint ?? '',
  );
  const lines = [...byHint].map(([hint, { length, 0: first }]) => {
    const more = length > 1 ? ` and ${length - 1} more` : '';
    return [`- ${escapeMarkdown(first?.endpoint.label ?? '')}${more}: ${escapeMarkdown(hint)}`];
  });
  return fit(lines, SHARE.hints).flat().join('\n');
}
function history(deliveries) {
  const repeated = deliveries.filter(({ attempts }) => attempts.length > 1);
  if (repeated.length === 0) return '';
  const { head, cells } = namesOf(deliveries);
  const rows = repeated.flatMap((delivery) =>
    delivery.attempts.map((attempt, index) => [...cells(delivery), String(index + 1), ...when(attempt)]),
  );
  const shown = fit(rows, SHARE.history);
  const title = `Attempts${rows.length > shown.length ? `, the first ${shown.length} of ${rows.length}` : ''}`;
  return details(title, table([...head, 'Attempt', 'Began (UTC)', 'Took', 'Outcome'], shown));
}
function when({ startedMs, exchange }) {
  const outcome = exchange.kind === 'answer' ? String(exchange.status) : escapeMarkdown(exchange.message, 200);
  return [new Date(startedMs).toISOString().slice(11, 23), duration(exchange.durationMs), outcome];
}
function fold(head, rows, what) {
  const shown = fit(rows, SHARE[what]);
  if (rows.length <= FOLD_ABOVE && shown.length === rows.length) return table(head, shown);
  const part = shown.length < rows.length ? `, the first ${shown.length} shown` : '';
  return details(`${rows.length} ${what}${part}`, table(head, shown));
}

const nodeFs$1 = /* @__PURE__ */ process.getBuiltinModule('node:fs');

const nodeOs$2 = /* @__PURE__ */ process.getBuiltinModule('node:os');

// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
  if (input === null || input === undefined) {
    return '';
  } else if (typeof input === 'string' || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}

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
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + nodeOs$2.EOL);
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
            } else {
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
  return toCommandValue(s).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
function escapeProperty(s) {
  return toCommandValue(s)
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/:/g, '%3A')
    .replace(/,/g, '%2C');
}

const nodeCrypto = /* @__PURE__ */ process.getBuiltinModule('node:crypto');

const nodeFs = /* @__PURE__ */ process.getBuiltinModule('node:fs');

const nodeOs$1 = /* @__PURE__ */ process.getBuiltinModule('node:os');

// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!nodeFs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  nodeFs.appendFileSync(filePath, `${toCommandValue(message)}${nodeOs$1.EOL}`, {
    encoding: 'utf8',
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${nodeCrypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  // These should realistically never happen, but just in case someone finds a
  // way to exploit uuid generation let's not allow keys or values that contain
  // the delimiter.
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${nodeOs$1.EOL}${convertedValue}${nodeOs$1.EOL}${delimiter}`;
}

const nodeOs = /* @__PURE__ */ process.getBuiltinModule('node:os');

(undefined && undefined.__awaiter) ||
  function (thisArg, _arguments, P, generator) {
    function adopt(value) {
      return value instanceof P
        ? value
        : new P(function (resolve) {
            resolve(value);
          });
    }
    return new (P || (P = Promise))(function (resolve, reject) {
      function fulfilled(value) {
        try {
          step(generator.next(value));
        } catch (e) {
          reject(e);
        }
      }
      function rejected(value) {
        try {
          step(generator['throw'](value));
        } catch (e) {
          reject(e);
        }
      }
      function step(result) {
        result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
      }
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
  ExitCode[(ExitCode['Success'] = 0)] = 'Success';
  /**
   * A code indicating that the action was a failure
   */
  ExitCode[(ExitCode['Failure'] = 1)] = 'Failure';
})(ExitCode || (ExitCode = {}));
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
    return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
  }
  process.stdout.write(nodeOs.EOL);
  issueCommand('set-output', { name }, toCommandValue(value));
}

function writeReport(outputs, renderSummary) {
  try {
    for (const [name, value] of Object.entries(outputs())) {
      if (process.env.GITHUB_OUTPUT) setOutput(name, value);
      else command(`set-output name=${name}`, value);
    }
  } catch (error) {
    fail(`the outputs could not be written (GITHUB_OUTPUT): ${messageOf(error)}`);
  }
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  try {
    nodeFs$1.appendFileSync(process.env.GITHUB_STEP_SUMMARY, redact(renderSummary()));
  } catch (error) {
    warn(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${messageOf(error)}`);
  }
}
function failWith(error, message) {
  if (error instanceof InputError) {
    fail(message);
    return;
  }
  fail(`This is a bug in oci-webhook-action, please report it: ${message}`);
  if (error instanceof Error) debug(error.stack ?? '');
}

function report(outcome) {
  const told = complete(outcome);
  annotate(told);
  writeReport(
    () => outputsOf(told),
    () => renderSummary(told),
  );
}
function rehearse(likely) {
  const { deliveries, format } = likely;
  const options = { format, limits: { retries: 0, deadlineMs: 0 } };
  for (const delivery of deliveries) {
    const exchanges = delivery.attempts.map(({ exchange }) => exchange);
    judge(exchanges, 0, options);
    conclude(delivery, undefined, options);
  }
  const told = complete(likely);
  outputsOf(told);
  renderSummary(told);
}
function complete(outcome) {
  if (outcome.kind === 'refused' && outcome.error instanceof Error) {
    outcome.error.message = redact(outcome.error.message);
  }
  if (outcome.kind === 'skipped') {
    return { ...outcome, skip: { ...outcome.skip, detail: redact(outcome.skip.detail) } };
  }
  if (outcome.kind !== 'sent') return outcome;
  const shown = (delivery) => ({ ...delivery, attempts: delivery.attempts.map(withoutSecrets) });
  return { ...outcome, deliveries: outcome.deliveries.map((delivery) => shown(withHint(delivery, outcome.format))) };
}
function withoutSecrets(attempt) {
  const { exchange } = attempt;
  if (exchange.kind === 'answer') return attempt;
  return { ...attempt, exchange: { ...exchange, message: redact(exchange.message) } };
}
function outputsOf(outcome) {
  const artifacts = 'artifacts' in outcome ? outcome.artifacts : [];
  const messages = 'messages' in outcome ? outcome.messages : [];
  const deliveries = outcome.kind === 'sent' ? outcome.deliveries : [];
  const first = deliveries[0];
  const named = artifacts.map((artifact) => ({ artifact: nameArtifact(artifact), digest: artifact.digest ?? '' }));
  return {
    result: resultOf(outcome),
    artifact: named[0]?.artifact ?? '',
    digest: named[0]?.digest ?? '',
    artifacts: JSON.stringify(named),
    payload: messages[0]?.body ?? '',
    deliveries: JSON.stringify(deliveries.flatMap(deliveryOutputs)),
    'status-code': String((first && statusOf(first)) ?? ''),
    'job-id': first?.jobId ?? '',
    'skip-reason': outcome.kind === 'skipped' ? outcome.skip.reason : '',
  };
}
function deliveryOutputs(delivery) {
  const { kind, message, endpoint, attempts, durationMs, jobId, words } = delivery;
  return message.artifacts.map((artifact) => ({
    artifact: nameArtifact(artifact),
    digest: artifact.digest ?? '',
    endpoint: endpoint.url.origin,
    status: statusOf(delivery),
    attempts: attempts.length,
    durationMs,
    jobId: jobId ?? null,
    outcome: kind,
    error: errorOf(delivery),
    message: words === undefined ? null : oneLine(words),
  }));
}
function statusOf({ attempts }) {
  const exchange = attempts.at(-1)?.exchange;
  return exchange?.kind === 'answer' ? exchange.status : null;
}
function errorOf(delivery) {
  if (isGood(delivery)) return null;
  if (delivery.error !== undefined) return delivery.error;
  const exchange = delivery.attempts.at(-1)?.exchange;
  if (exchange === undefined || delivery.kind === 'cancelled') return 'CANCELLED';
  return exchange.kind === 'answer' ? `HTTP_${exchange.status}` : exchange.code;
}
function annotate(outcome) {
  switch (outcome.kind) {
    case 'refused':
      failWith(outcome.error, oneLine(messageOf(outcome.error), 2000));
      break;
    case 'skipped':
      notice(`Nothing was sent (${outcome.skip.reason}): ${oneLine(outcome.skip.detail)}`);
      break;
    case 'dry-run':
      notice(`Dry run: ${outcome.messages.length} message(s) built, nothing was sent`);
      break;
    case 'sent':
      annotateDeliveries(outcome.deliveries);
  }
}
function annotateDeliveries(deliveries) {
  const failed = deliveries.filter((delivery) => !isGood(delivery));
  const done = deliveries.some(({ deployment }) => deployment !== undefined) ? 'deployed' : 'delivered';
  const doubtful = deliveries.filter((delivery) => delivery.kind === 'accepted' && delivery.hint !== undefined);
  if (doubtful.length > 0) warn(doubtful.slice(0, 20).map(inWords).join('\n'));
  if (failed.length === 0) {
    say(`${deliveries.length} of ${deliveries.length} ${done}`);
    for (const delivery of deliveries) if (delivery.kind === 'skipped') notice(inWords(delivery));
    return;
  }
  const good = deliveries.length - failed.length;
  const shown = failed.slice(0, 20).map(inWords);
  const more = failed.length > shown.length ? [`and ${failed.length - shown.length} more, see the job summary`] : [];
  fail([`${good} of ${deliveries.length} ${done}`, ...shown, ...more].join('\n'));
}
function inWords(delivery) {
  const { kind, message, endpoint, words, hint } = delivery;
  const name = nameArtifacts(message.artifacts);
  const status = delivery.deployment === undefined && kind !== 'cancelled' ? statusOf(delivery) : null;
  const said = [words?.startsWith(`${status} `) ? null : status, words === '' ? undefined : words]
    .filter((part) => part !== null && part !== undefined)
    .join(' ');
  return `${endpoint.label}: ${name} ${kind}${said === '' ? '' : ` (${oneLine(said, 300)})`}${hint === undefined ? '' : `: ${hint}`}`;
}

const report$1 = /*#__PURE__*/ Object.freeze(
  /*#__PURE__*/ Object.defineProperty(
    {
      __proto__: null,
      outputsOf,
      rehearse,
      report,
    },
    Symbol.toStringTag,
    { value: 'Module' },
  ),
);

export {
  code,
  details,
  duration,
  escapeMarkdown,
  fit,
  isGood,
  isPage,
  mayChange,
  parseRetryAfter,
  readEnding$1 as readEnding,
  report$1 as report,
  table,
  unbroken,
  usualHint,
  verdict,
  wantsClientCertificate,
  wordsOf,
};
