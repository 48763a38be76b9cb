import type { Target } from './formats/format.ts';
import { type Environment, lines, PROXY_VARIABLES, raw } from './input-values.ts';

/** Shorter parts are no keys, and hiding them would blot out words of the log. */
const LEAST_LENGTH = 8;
/** A part of a URL of this length may be a key, whatever is in it. */
const LEAST_KEY_LENGTH = 16;

/**
 * Hands every secret in the inputs and proxy variables to `hide`, before anything can be logged, and before anything is
 * validated. What of a URL is secret depends on the format; without one, and where it cannot be parsed, it is hidden whole.
 */
export function hideSecrets(
  environment: Environment,
  format: Target | undefined,
  hide: (secret: string) => void,
): void {
  /** Then the receiver can know its senders by nothing but the URL. */
  const isUnsigned = raw(environment, 'secret').trim() === '' && format?.secretRequired === false;
  const isCredential = format === undefined || format.urlIsCredential || isUnsigned;
  /** The path that the format gives a URL without one. */
  let usual: string | undefined;
  for (const line of raw(environment, 'secret').split(/\r?\n/)) for (const key of [line, line.trim()]) hide(key);
  for (const name of ['api-key', 'github-token']) for (const line of lines(raw(environment, name))) hide(line);
  for (const line of lines(raw(environment, 'headers'))) {
    const value = line.slice(line.indexOf(':') + 1).trim();
    hide(value);
    // Of "Bearer <token>" and "name=<token>; ..." a server may well repeat the token alone.
    for (const part of value.split(/[\s;,]+|=(?=.)/)) hideLong(part);
    hideLogin(decodedBasic(value));
  }
  // Also of a key whose line breaks have become spaces.
  for (const part of lines(raw(environment, 'client-key').replace(/-----(?:BEGIN|END) [A-Z0-9 ]+-----/g, '\n'), /\s+/))
    hideLong(part);
  for (const name of PROXY_VARIABLES) {
    const [, given = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/i.exec(environment[name]?.trim() ?? '') ?? [];
    const login = given.includes(':') ? given : `${given}:`;
    hideLogin(login);
    hideLogin(decoded(login));
  }
  for (const line of lines(raw(environment, 'url'))) hideUrl(line);

  function hideUrl(line: string): void {
    const url = URL.parse(line);
    if (url === null || (isCredential && `${url.pathname}${url.search}` !== '/')) hide(line);
    if (url === null) return;
    const login = `${url.username}:${url.password}`;
    if (login !== ':') for (const spelling of [login, decoded(login)]) hideLogin(spelling);
    if (url.search !== '') for (const part of [url.search.slice(1), ...url.searchParams.values()]) hideLong(part);
    if (isUsual(url)) return;
    // A receiver that echoes the path may well leave out its beginning: what could be a key is hidden alone, too.
    const keys = url.pathname.split('/').filter(mayBeKey);
    if (isCredential || keys.length > 0) hideLong(url.pathname);
    for (const key of keys) hide(key);
  }

  /** Whether everybody knows this path: then it is no secret, and hints name it. */
  function isUsual(url: URL): boolean {
    if (format === undefined || isCredential) return false;
    usual ??= format.endpointUrl(new URL(url.origin), undefined).pathname;
    return url.pathname === usual || url.pathname.startsWith(`${usual}/`);
  }

  function hideLogin(login: string): void {
    const colon = login.indexOf(':');
    if (colon < 0 || login.length === 1) return;
    const [user, password] = [login.slice(0, colon), login.slice(colon + 1)];
    for (const part of [login, password, Buffer.from(login).toString('base64')]) hide(part);
    // A token may stand in the place of the user.
    if (password === '' && mayBeKey(user)) hide(user);
  }

  function hideLong(part: string): void {
    if (part.length >= LEAST_LENGTH) hide(part);
  }
}

/** A part of a URL: long, or as a word is not. */
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
