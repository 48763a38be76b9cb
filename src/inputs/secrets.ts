import type { Receiver } from '../formats/types.ts';
import { PROXY_VARIABLES } from '../http/configure.ts';
import { lines, raw } from './parse.ts';

/** Shorter parts are no keys, and hiding them would blot out words of the log. */
const LEAST_LENGTH = 8;
/** A part of a URL with this length may be a key, whatever is in it. */
const LEAST_KEY_LENGTH = 16;

/**
 * Every secret in the inputs and proxy variables, to be masked before anything is logged and before anything is validated.
 * What of a URL is secret depends on the format. Without a format, and where a URL cannot be parsed, all of it is.
 */
export function collectSecrets(environment: NodeJS.ProcessEnv, format: Receiver | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (secret: string) => void found.add(secret);
  const addLong = (part: string) => {
    if (part.length >= LEAST_LENGTH) add(part);
  };

  for (const line of raw(environment, 'secret').split(/\r?\n/)) for (const key of [line, line.trim()]) add(key);
  for (const name of ['api-key', 'github-token']) lines(raw(environment, name)).forEach(add);
  for (const line of lines(raw(environment, 'headers'))) {
    const value = line.slice(line.indexOf(':') + 1).trim();
    add(value);
    // Of "Bearer <token>" and "name=<token>; ..." a server may well repeat the token alone.
    value.split(/[\s;,]+|=(?=.)/).forEach(addLong);
    loginSecrets(decodedBasic(value)).forEach(add);
  }
  // Also of a key whose line breaks have become spaces.
  const key = raw(environment, 'client-key').replace(/-----(?:BEGIN|END) [A-Z0-9 ]+-----/g, '\n');
  lines(key, /\s+/).forEach(addLong);
  for (const name of PROXY_VARIABLES) {
    const [, given = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/i.exec(environment[name]?.trim() ?? '') ?? [];
    const login = given.includes(':') ? given : `${given}:`;
    for (const spelling of [login, decoded(login)]) loginSecrets(spelling).forEach(add);
  }
  const isUnsigned = raw(environment, 'secret').trim() === '' && format?.secretRequired === false;
  const isCredential = format === undefined || format.urlIsCredential || isUnsigned;
  // The path that every endpoint of this kind has is no secret, and hints may name it.
  const usualPath = isCredential ? undefined : format.endpointUrl(new URL('https://host'), undefined).pathname;
  for (const line of lines(raw(environment, 'url'))) urlSecrets(line, usualPath).forEach(add);
  return found;
}

/** What of a URL is secret. Without a usual path, all of it: the receiver can know its senders by nothing but the URL. */
function urlSecrets(line: string, usualPath: string | undefined): readonly string[] {
  const url = URL.parse(line);
  if (url === null || !/^https?:$/.test(url.protocol)) return [line]; // Refused when the endpoints are built.
  const secrets: string[] = [];
  const addLong = (part: string) => void (part.length >= LEAST_LENGTH && secrets.push(part));
  if (usualPath === undefined && `${url.pathname}${url.search}` !== '/') secrets.push(line);
  const login = `${url.username}:${url.password}`;
  if (login !== ':') for (const spelling of [login, decoded(login)]) secrets.push(...loginSecrets(spelling));
  if (url.search !== '') [url.search.slice(1), ...url.searchParams.values()].forEach(addLong);
  if (usualPath !== undefined && `${url.pathname}/`.startsWith(`${usualPath}/`)) return secrets;
  // A receiver that repeats the path may leave out its beginning: what could be a key is hidden alone, too.
  const keys = url.pathname.split('/').filter(mayBeKey);
  if (usualPath === undefined || keys.length > 0) addLong(url.pathname);
  return [...secrets, ...keys];
}

function loginSecrets(login: string): readonly string[] {
  const colon = login.indexOf(':');
  if (colon < 0 || login.length === 1) return [];
  const [user, password] = [login.slice(0, colon), login.slice(colon + 1)];
  const secrets = [login, password, Buffer.from(login).toString('base64')];
  // A token may stand in the place of the user.
  return password === '' && mayBeKey(user) ? [...secrets, user] : secrets;
}

/** Whether a part of a URL is long, or looks as no word does. */
function mayBeKey(part: string): boolean {
  return part.length >= LEAST_KEY_LENGTH || (part.length >= LEAST_LENGTH && /\d/.test(part));
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
