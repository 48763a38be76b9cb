import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Target } from './formats/format.ts';
import { InputError } from './input-error.ts';
import { quote } from './reference.ts';

/** Where messages are posted. Nothing but `label` may ever be shown. */
export type Endpoint = {
  readonly url: URL;
  /** Scheme and host, with a number where several endpoints share them. */
  readonly label: string;
  /** HMAC key; absent when messages go unsigned. */
  readonly secret?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Key with which the state of deployments is asked for; absent when they are not awaited, or inside the request. */
  readonly apiKey?: string;
};

/**
 * Headers by which receivers tell one provider's webhook from another's. Beside doco-cd's own they make it read the
 * request as a Git push and answer 500 (doco-cd webhook package).
 */
const PROVIDER_HEADERS = new Set([
  'x-hub-signature',
  'x-hub-signature-256',
  'x-gitea-signature',
  'x-gitlab-token',
  'x-gogs-signature',
  'x-forgejo-signature',
  'x-doco-oci-signature-256',
]);

/** Headers that the action or Node must set itself for the request to be what was signed. */
const OWN_HEADERS = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'transfer-encoding',
  'upgrade',
]);

/**
 * The endpoint URLs in `lines`, completed for `format`.
 * @throws InputError that names the input and the line but never shows a URL: it may be the credential.
 */
export function parseUrls(lines: readonly string[], format: Target, target: string | undefined): readonly URL[] {
  if (lines.length === 0) {
    throw new InputError(
      'url is empty: set it to the endpoint, such as https://deploy.example.com/v1/webhook (if it comes from a secret, the secret is not set here)',
    );
  }
  return lines.map((line, index) => {
    const where = lines.length === 1 ? 'url' : `url: line ${index + 1}`;
    if (line.includes('${{')) throw new InputError(`${where} holds an unexpanded \${{ expression }}`);
    if (!/^https?:\/\/[^/?#]/i.test(line) || !URL.canParse(line)) {
      throw new InputError(`${where} is not a URL, expected https://host or https://host:port/path`);
    }
    const url = new URL(line);
    if (url.hash !== '') throw new InputError(`${where} has a "#" part, which is never sent; remove it`);
    return format.endpointUrl(url, target);
  });
}

/**
 * One secret for each of `count` endpoints: one line serves all, or there are as many lines as endpoints.
 * Line ends are not part of a secret, spaces are.
 * @throws InputError that names the input `name`; secrets are never shown.
 */
export function parseSecrets(text: string, count: number, name = 'secret'): readonly string[] {
  const all = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const lines = all.filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  if (count > 1 && all.length > 1 && lines.length !== all.length) {
    throw new InputError(
      `${name}: line ${all.findIndex((line) => line.trim() === '') + 1} of ${all.length} is empty; a secret may not be set here`,
    );
  }
  const unexpanded = lines.findIndex((line) => line.includes('${{'));
  if (unexpanded >= 0) {
    throw new InputError(
      `${name}: line ${unexpanded + 1} holds an unexpanded \${{ expression }}; the expression must stand in the workflow file itself`,
    );
  }
  if (lines.length !== 1 && lines.length !== count) {
    throw new InputError(`${name} has ${lines.length} lines but url has ${count}: give one for all, or one per url`);
  }
  return Array.from({ length: count }, (_, index) => lines[index] ?? lines[0] ?? '');
}

/**
 * The API keys in the api-key input, one for each of `count` endpoints, as with secrets.
 * @throws InputError when one could not be sent; keys are never shown.
 */
export function parseApiKeys(text: string, count: number): readonly string[] {
  const keys = parseSecrets(text, count, 'api-key').map((key) => key.trim());
  const wrong = keys.findIndex((key) => !isValid(() => validateHeaderValue('x-api-key', key)));
  if (wrong >= 0) throw new InputError(`api-key: line ${wrong + 1} has characters that no header may hold`);
  return keys;
}

/**
 * The extra request headers in `lines`, by lower-case name.
 * @throws InputError that names the input and the line, and never shows a value.
 */
export function parseHeaders(lines: readonly string[], signatureHeader: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [index, line] of lines.entries()) {
    const where = `headers: line ${index + 1}`;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (colon < 1 || !isValid(() => validateHeaderName(name)))
      throw new InputError(`${where} is not of the form "Name: value"`);
    if (value === '')
      throw new InputError(`${where} (${name}) has no value; if it comes from a secret, the secret is not set here`);
    if (!isValid(() => validateHeaderValue(name, value)))
      throw new InputError(`${where} (${name}) has characters that no header may hold`);
    if (PROVIDER_HEADERS.has(name) || name === signatureHeader.toLowerCase()) {
      throw new InputError(
        `${where}: ${name} is a provider's signature header, the receiver would take the request for another kind; remove it`,
      );
    }
    if (OWN_HEADERS.has(name)) throw new InputError(`${where}: ${name} is set by the action itself; remove it`);
    if (name in headers) throw new InputError(`${where} repeats ${name}`);
    headers[name] = value;
  }
  return headers;
}

/**
 * The name of the header that carries the signature: the format's own unless `given`.
 * @throws InputError for one that the receiver would take for another provider's.
 */
export function parseSignatureHeader(given: string, format: Target): string {
  if (given === '') return format.signatureHeader;
  const name = given.toLowerCase();
  if (!isValid(() => validateHeaderName(given)) || OWN_HEADERS.has(name)) {
    throw new InputError(
      `signature-header: ${quote(given)} cannot carry a signature, expected a header name such as ${format.signatureHeader}`,
    );
  }
  if (format.secretRequired && PROVIDER_HEADERS.has(name) && name !== format.signatureHeader.toLowerCase()) {
    throw new InputError(
      `signature-header: ${given} is another provider's, ${format.title} would not read ${format.signatureHeader} beside it`,
    );
  }
  return given;
}

/**
 * The endpoints for these URLs. User and password in a URL become an Authorization header, as with curl.
 * @throws InputError when they collide with one in `headers`.
 */
export function buildEndpoints(
  urls: readonly URL[],
  secrets: readonly string[],
  headers: Readonly<Record<string, string>>,
): readonly Endpoint[] {
  const origins = urls.map(({ protocol, host }) => `${protocol}//${host}`);
  return urls.map((given, index) => {
    const url = new URL(given);
    const origin = origins[index] ?? '';
    const isShared = origins.filter((other) => other === origin).length > 1;
    const secret = secrets[index];
    const login = url.username === '' && url.password === '' ? undefined : basicAuth(url);
    if (login !== undefined && 'authorization' in headers) {
      throw new InputError('headers: authorization is set, but the url holds user and password too; give one of them');
    }
    url.username = '';
    url.password = '';
    return {
      url,
      label: isShared
        ? `${origin} (${origins.slice(0, index + 1).filter((other) => other === origin).length})`
        : origin,
      headers: login === undefined ? headers : { ...headers, authorization: login },
      ...(secret === undefined ? {} : { secret }),
    };
  });
}

function basicAuth(url: URL): string {
  try {
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(login).toString('base64')}`;
  } catch (cause) {
    throw new InputError('url: user or password has a "%" that is not an escape; write it as %25', { cause });
  }
}

function isValid(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
