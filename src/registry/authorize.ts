import { parseObject, textAt } from '../util/json.ts';
import { mask } from '../util/log.ts';
import { quote } from '../util/text.ts';
import type { Login } from './credentials.ts';
import { failed, problemOf, type Send, type SendOptions } from './request.ts';
import type { Problem } from './types.ts';

/** How a registry wants to be convinced: distribution.github.io/distribution/spec/auth, RFC 9110 11.6. */

type Authorizing = {
  /** What the registry's 401 says. */
  readonly challenges: string;
  /** What is wanted where the registry does not say it. */
  readonly scope: string;
  readonly host: string;
  readonly login: Login;
  /** Whether a host may be asked without TLS. */
  readonly mayBePlain: (host: string) => boolean;
  readonly send: Send;
};

/** Longer ones are no challenges. */
const CHALLENGES_LIMIT = 8 * 1024;
/** What may be in a header, as all tokens are. */
const TOKEN = /^[\w.~+/=:-]+$/;

/**
 * The value of an Authorization header that answers the challenge. Undefined where only a login could, and there is
 * none.
 */
export async function authorize(wanted: Authorizing): Promise<string | Problem | undefined> {
  const { challenges, login } = wanted;
  const offered = parseChallenges(challenges.slice(0, CHALLENGES_LIMIT));
  const bearer = offered.get('bearer');
  if (bearer?.realm !== undefined) return requestToken(bearer, wanted);
  if (!offered.has('basic') || login.kind !== 'login' || login.isIdentityToken) return undefined;
  return basic(login);
}

/** The parameters of each challenge, by the lower-case name of its scheme. */
export function parseChallenges(text: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  let current: Record<string, string> = {};
  for (const [, name = '', quoted, plain] of text.matchAll(/([\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g)) {
    const value = quoted?.replace(/\\(.)/gs, '$1') ?? plain;
    if (value !== undefined) current[name.toLowerCase()] = value;
    else {
      current = Object.create(null);
      found.set(name.toLowerCase(), current);
    }
  }
  return found;
}

/**
 * The token service may be on another host, to which the login for this registry goes: that is the protocol. But
 * nothing goes to it without TLS, except on this machine.
 */
async function requestToken(
  { realm = '', service, scope: named }: Readonly<Record<string, string>>,
  { host, login, scope, mayBePlain, send }: Authorizing,
): Promise<string | Problem> {
  const url = URL.parse(realm);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && mayBePlain(url.host)))) {
    return failed(`${host} names ${quote(realm)} as its token service, which is no https URL`);
  }
  const scopes = named ?? scope;
  const answer = await (login.kind === 'login' && login.isIdentityToken
    ? send(url, { method: 'POST', ...refresh(login.secret, { service, scope: scopes }) })
    : send(withParameters(url, { service, scopes: scopes.split(' ') }), {
        headers: login.kind === 'login' ? { authorization: basic(login) } : {},
      }));
  if (answer.kind === 'problem') return answer.problem;
  const body = parseObject(answer.bytes.toString('utf8'));
  if (answer.status !== 200) return problemOf(answer, `the token service ${url.host}`);
  const token = textAt(body, 'token') ?? textAt(body, 'access_token');
  if (token === undefined || !TOKEN.test(token)) return failed(`the token service ${url.host} gave no token`);
  mask(token);
  return `Bearer ${token}`;
}

function withParameters(
  realm: URL,
  { service, scopes }: { readonly service: string | undefined; readonly scopes: readonly string[] },
): URL {
  const url = new URL(realm);
  if (service !== undefined) url.searchParams.append('service', service);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  return url;
}

/** The exchange of an identity token (OAuth 2), as Azure's registry has it. */
function refresh(token: string, { service = '', scope }: { service: string | undefined; scope: string }): SendOptions {
  const form = { grant_type: 'refresh_token', client_id: 'oci-webhook-action', refresh_token: token, service, scope };
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
}

function basic({ user, secret }: Extract<Login, { kind: 'login' }>): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}
