import type { Receiver } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';
import { parseSecrets } from './endpoints.ts';
import { refuseUnexpanded } from './parse.ts';
import { collectProblems } from './problems.ts';

/** Inputs that end up in request headers. */

/**
 * Headers by which doco-cd recognises the webhooks of Git providers. With one of these it reads the request as a Git push and
 * answers 500 (doco-cd webhook package). Other receivers may need one, such as Flux X-Gitlab-Token.
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

/** Headers that only the action or Node may set. */
const OWN_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'idempotency-key',
  'transfer-encoding',
  'upgrade',
]);

/** Headers with a meaning of their own in every request: they cannot carry the signature. */
const COMMON_HEADERS = new Set([
  'accept',
  'authorization',
  'content-type',
  'cookie',
  'proxy-authorization',
  'user-agent',
]);

/** What RFC 9110 5.6.2 and 5.5 allow in names and values, as Node checks it (without loading node:http for that). */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The API keys in the `api-key` input, one for each of `count` endpoints, as with secrets.
 * @throws InputError when one cannot be sent. Keys are never shown.
 */
export function parseApiKeys(text: string, count: number): readonly string[] {
  const keys = parseSecrets(text, count, 'api-key').map((key) => key.trim());
  const { attempt, throwIfAny } = collectProblems();
  for (const [index, key] of keys.entries()) {
    attempt(() => {
      if (VALUE.test(key)) return;
      throw new InputError(`api-key: line ${index + 1} has characters that are not allowed in a header`);
    });
  }
  throwIfAny();
  return keys;
}

/**
 * The extra request headers in `lines`, by lower-case name, for a receiver of this format.
 * @throws InputError that names the input and the line and never shows a value.
 */
export function parseHeaders(
  lines: readonly string[],
  signatureHeader: string,
  format: Receiver,
): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  const { attempt, throwIfAny } = collectProblems();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const where = `headers: line ${index + 1}`;
    attempt(() => {
      const { name, value } = parseHeader(line, where);
      refuseReserved(name, where, { signatureHeader, format });
      if (headers.has(name)) throw new InputError(`${where} repeats ${name}`);
      headers.set(name, value);
    });
  }
  throwIfAny();
  return Object.fromEntries(headers);
}

function parseHeader(line: string, where: string): { readonly name: string; readonly value: string } {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  const value = line.slice(colon + 1).trim();
  if (colon < 0) throw new InputError(`${where} is not of the form "Name: value"`);
  refuseBadName(name, where);
  if (value === '')
    throw new InputError(`${where} (${name}) has no value; if it comes from a secret, the secret is not set here`);
  refuseUnexpanded(value, `${where} (${name})`);
  if (!VALUE.test(value)) throw new InputError(`${where} (${name}) has characters that are not allowed in a header`);
  return { name, value };
}

type Reserving = { readonly signatureHeader: string; readonly format: Receiver };

/** @throws InputError for a header that the action, the format or the receiver needs for something else. */
function refuseReserved(name: string, where: string, { signatureHeader, format }: Reserving): void {
  if (format.secretRequired && PROVIDER_HEADERS.has(name)) {
    throw new InputError(
      `${where}: ${name} is a provider's signature header, ${format.title} would take the request for another kind; remove it`,
    );
  }
  if (name === signatureHeader.toLowerCase())
    throw new InputError(`${where}: ${name} is the signature header, which the secret input makes; remove it`);
  if (Object.hasOwn(format.headers ?? {}, name))
    throw new InputError(`${where}: ${name} is set by the format itself; remove it`);
  if (OWN_HEADERS.has(name) || (format.secretRequired && name === 'content-type'))
    throw new InputError(`${where}: ${name} is set by the action itself; remove it`);
}

/** @throws InputError that says which character is wrong. No more is shown: what looks like a name may be a part of a secret. */
function refuseBadName(name: string, where: string): void {
  if (name === '') throw new InputError(`${where} has no name before the ":"`);
  const wrong = name.split('').findIndex((character) => !NAME.test(character));
  if (wrong < 0) return;
  throw new InputError(
    `${where}: character ${wrong + 1} of the name is ${quote(name.charAt(wrong))}, and a header name holds only letters, digits and "-"`,
  );
}

/**
 * The name of the header that carries the signature: the format's own unless `given`.
 * @throws InputError for one that the receiver would take for another provider's.
 */
export function parseSignatureHeader(given: string, format: Receiver): string {
  if (given === '') return format.signatureHeader;
  const name = given.toLowerCase();
  if (!NAME.test(given) || OWN_HEADERS.has(name) || COMMON_HEADERS.has(name)) {
    throw new InputError(
      `signature-header: ${quote(given)} cannot carry a signature, expected a header name such as ${format.signatureHeader}`,
    );
  }
  if (format.secretRequired && PROVIDER_HEADERS.has(name) && name !== format.signatureHeader.toLowerCase()) {
    throw new InputError(
      `signature-header: ${given} is another provider's; with it, ${format.title} would not read ${format.signatureHeader}`,
    );
  }
  return given;
}
