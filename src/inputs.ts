import type { ReferenceStyle } from './artifact.ts';
import {
  buildEndpoints,
  type Endpoint,
  parseApiKeys,
  parseHeaders,
  parseSecrets,
  parseSignatureHeader,
  parseUrls,
} from './endpoint.ts';
import type { Target } from './formats/format.ts';
import { TARGETS } from './formats.ts';
import { InputError } from './input-error.ts';
import { parseDigest, parseHost, quote } from './reference.ts';
import type { RetryLimits } from './retry.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything the workflow said, validated. */
export type Inputs = {
  readonly format: Target;
  /** Empty only in a dry run. */
  readonly endpoints: readonly Endpoint[];
  readonly signatureHeader: string;
  /** References the user wrote; empty when the event says what was published. */
  readonly references: readonly string[];
  /** An event as JSON, or `@path` of a file that holds it; empty when the triggering event counts. */
  readonly event: string;
  readonly digest?: string;
  readonly registry?: string;
  readonly filter: readonly string[];
  readonly untagged: 'skip' | 'send';
  readonly style?: ReferenceStyle;
  readonly dryRun: boolean;
  /** Present when the step waits for the deployments. */
  readonly wait?: { readonly timeoutMs: number };
  readonly limits: RetryLimits & { readonly timeoutMs: number };
  readonly tls: {
    readonly caCertificate?: string;
    readonly clientCertificate?: string;
    readonly clientKey?: string;
    readonly skipTlsVerification: boolean;
  };
  /** What is allowed but unwise. */
  readonly warnings: readonly string[];
};

/** The value of the `format` input. */
export function formatName(environment: Environment): string {
  return text(environment, 'format') || 'doco-cd';
}

/** The text of input `name` as the runner passes it: trimmed, empty when not set. */
function text(environment: Environment, name: string): string {
  return raw(environment, name).trim();
}

function raw(environment: Environment, name: string): string {
  return environment[`INPUT_${name.toUpperCase()}`] ?? '';
}

function lines(value: string, separator = /\r?\n/): readonly string[] {
  return value
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * Hands every secret in the inputs to `hide`, before anything can be logged, and before anything is validated.
 * What of a URL is secret depends on the format; without one, and where it cannot be parsed, it is hidden whole.
 */
export function hideSecrets(
  environment: Environment,
  format: Target | undefined,
  hide: (secret: string) => void,
): void {
  for (const line of raw(environment, 'secret').split(/\r?\n/)) hide(line);
  for (const line of lines(raw(environment, 'api-key'))) hide(line);
  for (const line of lines(raw(environment, 'headers'))) hide(line.slice(line.indexOf(':') + 1).trim());
  for (const line of lines(raw(environment, 'client-key'))) if (!line.startsWith('-----')) hide(line);
  for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY']) {
    const login = /\/\/([^/@]+)@/.exec(environment[name] ?? '')?.[1] ?? '';
    for (const part of [login, login.slice(login.indexOf(':') + 1)]) hide(part);
  }
  const isCredential = format?.urlIsCredential ?? true;
  for (const line of lines(raw(environment, 'url'))) {
    if (!URL.canParse(line) || isCredential) hide(line);
    if (!URL.canParse(line)) continue;
    const { username, password, pathname, search, searchParams } = new URL(line);
    if (password !== '') hide(`${username}:${password}`);
    for (const part of [password, decoded(password), search.slice(1), ...searchParams.values()]) hide(part);
    if (!isCredential) continue;
    // A receiver that echoes the path may well leave out its beginning: what could be a key is hidden alone, too.
    for (const part of [pathname, ...pathname.split('/').filter(({ length }) => length >= 16)]) {
      if (part.length > 1) hide(part);
    }
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // Refused when the endpoints are built.
  }
}

/**
 * Reads and validates all inputs; `format` is what the input of that name stands for, undefined when it is unknown.
 * Nothing falls back silently: an empty input has its documented default, any other value is used or refused.
 * @throws InputError that names the input, what was found and what is allowed.
 */
export function readInputs(environment: Environment, format: Target | undefined): Inputs {
  const input = (name: string) => text(environment, name);
  if (format === undefined) {
    throw new InputError(
      `format: ${quote(formatName(environment))} is not allowed, expected ${[...TARGETS.keys()].join(', ')}`,
    );
  }
  const dryRun = flag(input('dry-run'), 'dry-run');
  const signatureHeader = parseSignatureHeader(input('signature-header'), format);
  const urlLines = lines(input('url'));
  const urls = dryRun && urlLines.length === 0 ? [] : parseUrls(urlLines, format, input('target') || undefined);
  const secrets = urls.length === 0 ? [] : parseSecrets(raw(environment, 'secret'), urls.length);
  if (format.secretRequired && secrets.length === 0 && !dryRun) {
    throw new InputError(
      'secret is empty: set it to the key that the receiver checks signatures with. If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on',
    );
  }
  const wait = readWait(input, format);
  const apiKeys = urls.length === 0 ? [] : parseApiKeys(raw(environment, 'api-key'), urls.length);
  const endpoints = buildEndpoints(urls, secrets, parseHeaders(lines(input('headers')), signatureHeader)).map(
    (endpoint, index) => ({ ...endpoint, ...optional('apiKey', apiKeys[index] ?? '', (key) => key) }),
  );

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
    filter: lines(input('filter')),
    untagged: choice(input('untagged') || 'skip', 'untagged', ['skip', 'send']),
    ...optional('style', style, (value) => choice<ReferenceStyle>(value, 'reference', ['tag', 'digest', 'tag+digest'])),
    dryRun,
    ...(wait === undefined ? {} : { wait }),
    limits: {
      retries: integer(input('retries') || '20', 'retries', 100),
      timeoutMs: seconds(input('timeout') || '15', 'timeout', { least: 0.001, most: 3600 }),
      deadlineMs: seconds(input('deadline') || '120', 'deadline', { least: 0, most: 21_600 }),
    },
    tls: { skipTlsVerification, ...clientTls(input) },
    warnings: warningsFor(endpoints, skipTlsVerification),
  };
}

function readWait(input: (name: string) => string, format: Target): Inputs['wait'] {
  const timeoutMs = seconds(input('wait-timeout') || '600', 'wait-timeout', { least: 0.001, most: 21_600 });
  if (!flag(input('wait'), 'wait')) {
    if (input('api-key') === '') return undefined;
    throw new InputError('api-key: it is only used to wait for the deployment; set wait: true, or remove it');
  }
  if (format.awaiting === undefined) {
    throw new InputError(`wait: ${format.title} does not tell how a deployment ends; remove it`);
  }
  return { timeoutMs };
}

function clientTls(input: (name: string) => string) {
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

function warningsFor(endpoints: readonly Endpoint[], skipTlsVerification: boolean): readonly string[] {
  const warnings = new Set<string>();
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
  if (skipTlsVerification) {
    warnings.add(
      'skip-tls-verification is on: anyone on the way can pose as the receiver; better pass its authority in ca-certificate',
    );
  }
  return [...warnings];
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}

function optional<Name extends string, Value>(name: Name, value: string, parse: (value: string) => Value) {
  return (value === '' ? {} : { [name]: parse(value) }) as { [Key in Name]?: Value };
}

function choice<Value extends string>(value: string, name: string, allowed: readonly Value[]): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new InputError(`${name}: ${quote(value)} is not allowed, expected ${allowed.join(', ')}`);
  return found;
}

/** YAML's booleans, as @actions/core accepts them. */
function flag(value: string, name: string): boolean {
  if (value === '' || /^(?:false|False|FALSE)$/.test(value)) return false;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  throw new InputError(`${name}: ${quote(value)} is not allowed, expected true or false`);
}

function integer(value: string, name: string, most: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
    throw new InputError(`${name}: ${quote(value)} is not allowed, expected a whole number from 0 to ${most}`);
  }
  return Number(value);
}

function seconds(value: string, name: string, { least, most }: { least: number; most: number }): number {
  const number = /^\d{1,9}(?:\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) {
    const range = least === 0 ? `from 0 to ${most}` : `above 0 and at most ${most}`;
    throw new InputError(`${name}: ${quote(value)} is not allowed, expected a number of seconds ${range}`);
  }
  return number * 1000;
}

function pem(value: string, name: string, kind: string): string {
  if (!new RegExp(`-----BEGIN [A-Z ]*${kind}-----`).test(value)) {
    throw new InputError(`${name} is not PEM text: "-----BEGIN ${kind}-----" is missing`);
  }
  return value;
}
