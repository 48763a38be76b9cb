import { PROXY_VARIABLES } from '../http/configure.ts';
import type { Receiver } from '../receivers/types.ts';
import { lines, raw } from './parse.ts';

/**
 * Which parts of inputs and proxy variables are secret. Ordinary words are not: masking them would make the log
 * unreadable.
 */

/** Shorter parts of a value are not taken for keys. */
const LEAST_LENGTH = 8;
/** A part with this length may be a key, whatever is in it. */
const LEAST_KEY_LENGTH = 16;
/**
 * Names of headers and query parameters whose value is a secret, however short it is; but not X-Author or X-Shipping.
 */
const SECRET_NAME =
  /cookie|credential|secret|session|token|signature|userpass|pass(?:word|phrase|wd|code)|(?:pin|auth)code|authoriz|authentic|key$|(?:^|[^a-z])(?:auth|key|pass|pin|pw|pwd|sig)(?![a-z])/i;
/** Names of what is said about a secret. */
const PUBLIC_NAME = /(?:type|algorithm|method|timeout)$/i;
/** Values that are no secrets, whatever they belong to. As masks they would blot out half of the log. */
const PUBLIC_VALUE =
  /^(?:.?.|true|false|yes|off|none|null|basic|bearer|token|digest|x-oauth-basic|(?:hmac-)?sha-?\d+|md5|rsa|ed25519)$/i;
/**
 * What everybody knows of a run. A runner withholds outputs that hold a mask, and these are in artifacts and payloads.
 */
const PUBLIC_VARIABLES = ['ACTOR', 'REF', 'REF_NAME', 'REPOSITORY', 'REPOSITORY_OWNER', 'RUN_ID', 'SERVER_URL', 'SHA'];
/** Parts of a query that say what to deploy, and to whom it is no secret. */
const PUBLIC_PARAMETER =
  /^(?:image|images|container|repository|artifact|tag|digest|type|async|force|uuid|timeout|imgURL)$/i;
/** Ends of paths that are words in many URLs, and in our messages. */
const PUBLIC_END = /^(?:docker|git)?-?(?:web-?)?hooks?$|^(?:dockerhub|registry|container|deployment|artifact)s?$/i;
/** Headers whose values everybody may know, however long they are. */
const PUBLIC_HEADERS = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'content-type',
  'origin',
  'referer',
  'user-agent',
]);

/**
 * Every secret in the inputs and proxy variables, to be masked before anything is logged and before anything is
 * validated. What of a URL is secret depends on who receives there: `receivers` has one for each line. Where a URL
 * cannot be parsed, all of it is.
 */
export function collectSecrets(environment: NodeJS.ProcessEnv, receivers: readonly Receiver[]): ReadonlySet<string> {
  const isSigned = raw(environment, 'secret').trim() !== '';
  const known = new Set(PUBLIC_VARIABLES.map((name) => environment[`GITHUB_${name}`]));
  const published = [raw(environment, 'artifact'), raw(environment, 'digest')];
  const isPublic = (value: string) => known.has(value) || published.some((text) => text.includes(value));
  return new Set([
    ...raw(environment, 'secret')
      .split(/\r?\n/)
      .flatMap((line) => [line, line.trim()]),
    ...['api-key', 'github-token'].flatMap((name) => lines(raw(environment, name))),
    ...lines(raw(environment, 'headers')).flatMap((line) => headerSecrets(line, isPublic)),
    ...keySecrets(raw(environment, 'client-key')),
    ...PROXY_VARIABLES.flatMap((name) => proxySecrets(environment[name] ?? '')),
    ...lines(raw(environment, 'url')).flatMap((line, index) => [
      ...urlSecrets(line, usualPathOf(receivers[index], isSigned)),
      ...(receivers[index]?.wire.urlIsCredential === true ? pathSecrets(line) : []),
    ]),
  ]);
}

/**
 * The path that every endpoint of this receiver has is no secret, and hints may name it. Undefined where the URL is the
 * credential.
 */
function usualPathOf(receiver: Receiver | undefined, isSigned: boolean): string | undefined {
  if (receiver === undefined || receiver.wire.urlIsCredential) return undefined;
  if (!isSigned && !receiver.wire.secretRequired) return undefined;
  return receiver.wire.usualPath ?? '/';
}

/** What is secret by the name of the header is so whatever else has the same text. */
function headerSecrets(line: string, isPublic: (value: string) => boolean): readonly string[] {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  const value = line.slice(colon + 1).trim();
  if (PUBLIC_HEADERS.has(name)) return [];
  // A server may repeat only the token of "Bearer <token>" and "name=<token>; ...".
  const parts = value.split(/[\s;,]+|=(?=.)/).filter((part) => part.length >= LEAST_LENGTH);
  if (isSecret(name, value)) return [value, ...parts, ...loginSecrets(decodedBasic(value))];
  return [value, ...parts].filter((part) => mayBeKey(part) && !isPublic(part));
}

/** The lines of a private key, also where its line breaks have become spaces. */
function keySecrets(pem: string): readonly string[] {
  const body = pem.replace(/-----(?:BEGIN|END) [A-Z0-9 ]+-----/g, '\n');
  return lines(body, /\s+/).filter((part) => part.length >= LEAST_LENGTH);
}

function proxySecrets(value: string): readonly string[] {
  const [, given = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/i.exec(value.trim()) ?? [];
  const login = given.includes(':') ? given : `${given}:`;
  return [login, decoded(login)].flatMap(loginSecrets);
}

/**
 * What of a URL is secret. Without a usual path, all of it: knowing the URL may be the only proof that the receiver
 * asks for.
 */
function urlSecrets(line: string, usualPath: string | undefined): readonly string[] {
  const url = URL.parse(line);
  // Refused when the endpoints are built. It may be a secret that was pasted into the wrong input, but not the word
  // https://.
  if (url === null || !/^https?:$/.test(url.protocol)) return [line].filter((each) => mayBeKey(each));
  const login = `${url.username}:${url.password}`;
  const logins = login === ':' ? [] : [login, decoded(login)].flatMap(loginSecrets);
  const query = [...url.searchParams].filter(
    ([name, value]) => isSecret(name, value) || (mayBeKey(value) && !PUBLIC_PARAMETER.test(name)),
  );
  const isUsual = usualPath !== undefined && `${url.pathname}/`.startsWith(`${usualPath}/`);
  // A receiver may repeat only the end of the path: parts that could be keys are hidden by themselves, too.
  const keys = isUsual ? [] : url.pathname.split('/').filter(mayBeKey);
  return [
    ...(usualPath === undefined && `${url.pathname}${url.search}` !== '/' ? [line] : []),
    ...logins,
    ...(query.length > 0 ? [url.search.slice(1)] : []),
    ...query.map(([, value]) => value),
    ...(keys.length > 0 ? [url.pathname] : []),
    ...keys,
  ];
}

/** A path that is the credential: a receiver may repeat it alone, or only its end, and as it was before escaping. */
function pathSecrets(line: string): readonly string[] {
  const path = URL.parse(line)?.pathname ?? '';
  const end = path.slice(path.lastIndexOf('/') + 1);
  const isWord = end.length < LEAST_LENGTH || PUBLIC_END.test(end);
  return [...(path.length > LEAST_LENGTH ? [path] : []), ...(isWord ? [] : [end])].flatMap((part) => [
    part,
    decoded(part),
  ]);
}

function loginSecrets(login: string): readonly string[] {
  const colon = login.indexOf(':');
  if (colon < 0 || login.length === 1) return [];
  const [user, password] = [login.slice(0, colon), login.slice(colon + 1)];
  const secrets = [login, Buffer.from(login).toString('base64')];
  if (password !== '' && !PUBLIC_VALUE.test(password)) return [...secrets, password];
  // The user may be a token, with a password that means nothing.
  return mayBeKey(user) ? [...secrets, user] : secrets;
}

function isSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) && !PUBLIC_NAME.test(name) && !PUBLIC_VALUE.test(value);
}

/**
 * Whether a part is long, or does not look like a word: with a digit, or with an upper-case letter after a lower-case
 * one.
 */
function mayBeKey(part: string): boolean {
  return part.length >= LEAST_KEY_LENGTH || (part.length >= LEAST_LENGTH && /\d|[a-z][A-Z]/.test(part));
}

function decodedBasic(value: string): string {
  const [, encoded = ''] = /^Basic +(\S+)$/i.exec(value) ?? [];
  return Buffer.from(encoded, 'base64').toString('utf8');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Refused when the endpoints are built.
  }
}
