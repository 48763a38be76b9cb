import type { Receiver } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';
import { parseSecrets } from './endpoints.ts';
import { refuseInHeader, refuseUnexpanded } from './parse.ts';
import { collectProblems } from './problems.ts';

/** Inputs that end up in request headers. */

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

/** What RFC 9110 5.6.2 allows in names, as Node checks it (without loading node:http for that). */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * The API keys in the `api-key` input, one for each of `count` endpoints, as with secrets.
 * @throws InputError when one cannot be sent. Keys are never shown.
 */
export function parseApiKeys(text: string, count: number): readonly string[] {
  const keys = parseSecrets(text, count, 'api-key').map((key) => key.trim());
  const { attempt, throwIfAny } = collectProblems();
  for (const [index, key] of keys.entries()) attempt(() => refuseInHeader(key, `api-key: line ${index + 1}`));
  throwIfAny();
  return keys;
}

/** Where headers go: a receiver and its URL. */
type Place = { readonly receiver: Receiver; readonly url: URL };

/**
 * The extra request headers in `lines`, by lower-case name, for all of these places.
 * @throws InputError that names the input and the line and never shows a value.
 */
export function parseHeaders(
  lines: readonly string[],
  signatureHeader: string | undefined,
  places: readonly Place[],
): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  const { attempt, throwIfAny } = collectProblems();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const where = `headers: line ${index + 1}`;
    attempt(() => {
      const { name, value } = parseHeader(line, where);
      refuseReserved(name, where, { signatureHeader, places });
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
  refuseInHeader(value, `${where} (${name})`);
  return { name, value };
}

type Reserving = { readonly signatureHeader: string | undefined; readonly places: readonly Place[] };

/** @throws InputError for a header that the action or a receiver needs for something else. */
function refuseReserved(name: string, where: string, { signatureHeader, places }: Reserving): void {
  const signatures = [signatureHeader, ...places.flatMap(signatureHeadersOf)];
  if (signatures.some((header) => header?.toLowerCase() === name))
    throw new InputError(`${where}: ${name} is the signature header, which the secret input makes; remove it`);
  const refused = places.map(({ receiver, url }) => receiver.wire.refuseHeader(name, url)).find((why) => why);
  if (refused !== undefined) throw new InputError(`${where}: remove ${name}: ${refused}`);
  if (OWN_HEADERS.has(name)) throw new InputError(`${where}: remove ${name}: it is set by the action itself`);
}

function signatureHeadersOf({ receiver, url }: Place): readonly string[] {
  return receiver.wire.proofs(url).flatMap((proof) => (proof.kind === 'signature' ? proof.header : []));
}

/**
 * @throws InputError that says which character is wrong. No more is shown: what looks like a name may be a part of a
 *   secret.
 */
function refuseBadName(name: string, where: string): void {
  if (name === '') throw new InputError(`${where} has no name before the ":"`);
  const wrong = name.split('').findIndex((character) => !NAME.test(character));
  if (wrong < 0) return;
  throw new InputError(
    `${where}: character ${wrong + 1} of the name is ${quote(name.charAt(wrong))}, and a header name holds only letters, digits and "-"`,
  );
}

/**
 * The name of the header that carries the signature, undefined when it is the one that each receiver reads.
 * @throws InputError for one that cannot carry it, or where nothing is signed.
 */
export function parseSignatureHeader(given: string, places: readonly Place[]): string | undefined {
  if (given === '') return undefined;
  const name = given.toLowerCase();
  const own = places.flatMap(signatureHeadersOf);
  const [usual = 'X-Hub-Signature-256'] = own;
  if (!NAME.test(given) || OWN_HEADERS.has(name) || COMMON_HEADERS.has(name)) {
    throw new InputError(
      `signature-header: ${quote(given)} cannot carry a signature, expected a header name such as ${usual}`,
    );
  }
  for (const place of places) {
    const { receiver, url } = place;
    const headers = signatureHeadersOf(place);
    if (headers.length === 0) throw new InputError(`signature-header: ${receiver.title} reads no signature; remove it`);
    if (headers.some((header) => header.toLowerCase() === name)) continue;
    const refused = receiver.wire.refuseHeader(name, url);
    if (refused !== undefined) throw new InputError(`signature-header: ${given} cannot be used: ${refused}`);
  }
  return given;
}
