import type { Endpoint } from '../delivery/types.ts';
import type { Proof, Receiver } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { deceptiveCharacter, nameCharacter } from '../util/text.ts';
import { allLines, DROPPED_OUTPUT, refuseEmptyLine, refuseInHeader, refuseUnexpanded, UNSET_SECRET } from './parse.ts';
import { collectProblems } from './problems.ts';

/**
 * The endpoint URLs in `lines`, completed for the receiver of each.
 * @throws InputError that names the input and the line but never shows a URL, which may be the credential.
 */
export function parseUrls(
  lines: readonly string[],
  receivers: readonly Receiver[],
  target: string | undefined,
): readonly URL[] {
  if (lines.length === 0) {
    throw new InputError(
      `url is empty: set it to the endpoint, such as https://deploy.example.com/v1/webhook. ${UNSET_SECRET}. ${DROPPED_OUTPUT}`,
    );
  }
  const { attempt, throwIfAny } = collectProblems();
  const urls = lines.map((line, index) => {
    const where = lines.length === 1 ? 'url' : `url: line ${index + 1}`;
    // With a wrong URL, a wrong target is found all the same.
    const given = attempt(() => parseUrl(line, where)) ?? (target === undefined ? undefined : new URL('https://host'));
    return given && attempt(() => receivers[index]?.wire.endpointUrl(given, target));
  });
  throwIfAny();
  return urls.filter((url) => url !== undefined);
}

function parseUrl(line: string, where: string): URL {
  refuseUnexpanded(line, where);
  const deceptive = deceptiveCharacter(line);
  if (deceptive !== undefined) throw new InputError(`${where} holds ${nameCharacter(deceptive)}; remove it`);
  if (/[,;\s]\s*https?:/i.test(line)) throw new InputError(`${where} holds several URLs; write one per line`);
  const url = /^https?:\/\/[^/?#]/i.test(line) ? URL.parse(line) : null;
  if (url === null) throw new InputError(`${where} is not a URL, expected https://host or https://host:port/path`);
  // Node would connect to the standard port instead.
  if (url.port === '0') throw new InputError(`${where} has the port 0, which no server has; correct it`);
  if (url.hash !== '') throw new InputError(`${where} has a "#" part, which is never sent; remove it`);
  return url;
}

/**
 * One secret for each of `count` endpoints: one line serves all, or there are as many lines as endpoints. Line breaks
 * are not part of a secret, spaces are.
 * @throws InputError that names the input `name`. Secrets are never shown.
 */
export function parseSecrets(text: string, count: number, name = 'secret'): readonly string[] {
  const lines = allLines(text).filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  if (count > 1) refuseEmptyLine(text, name);
  const { attempt, throwIfAny } = collectProblems();
  for (const [index, line] of allLines(text).entries())
    attempt(() => refuseUnexpanded(line, `${name}: line ${index + 1}`));
  attempt(() => {
    if (lines.length === 1 || lines.length === count) return;
    throw new InputError(`${name} has ${lines.length} lines but url has ${count}: give one for all, or one per url`);
  });
  throwIfAny();
  return Array.from({ length: count }, (_, index) => lines[index] ?? lines[0] ?? '');
}

/** What requests are authorised with: secrets and keys by the index of the URL, or none, and headers for all. */
type Credentials = {
  readonly receivers: readonly Receiver[];
  readonly secrets: readonly string[];
  readonly apiKeys: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly signatureHeader?: string | undefined;
};

/**
 * The endpoints for these URLs. User and password in a URL become an Authorization header, as with curl.
 * @throws InputError when there is an Authorization header in `headers` too.
 */
export function buildEndpoints(
  urls: readonly URL[],
  { receivers, secrets, apiKeys, headers, signatureHeader }: Credentials,
): readonly Endpoint[] {
  const originOf = ({ protocol, host }: URL) => `${protocol}//${host}`;
  const byOrigin = Map.groupBy(urls, originOf);
  return urls.flatMap((given, index) => {
    const receiver = receivers[index];
    if (receiver === undefined) return [];
    const origin = originOf(given);
    const sharing = byOrigin.get(origin) ?? [];
    const login = given.username === '' && given.password === '' ? undefined : basicAuth(given);
    if (login !== undefined && headers.authorization !== undefined) {
      throw new InputError('headers: authorization is set, but the url holds user and password too; give one of them');
    }
    const url = login === undefined ? given : withoutLogin(given);
    const sent = login === undefined ? headers : { ...headers, authorization: login };
    const secret = secrets[index];
    refuseAsToken({ secret, headers: sent }, receiver.wire.proofs(url));
    return {
      url,
      receiver,
      label: sharing.length > 1 ? `${origin} (${nameTarget(given, receiver) ?? sharing.indexOf(given) + 1})` : origin,
      headers: sent,
      signatureHeader,
      secret,
      apiKey: apiKeys[index],
    };
  });
}

/** What follows the usual path of the receiver, which is no secret. */
function nameTarget({ pathname }: URL, { wire: { usualPath } }: Receiver): string | undefined {
  if (usualPath === undefined || !pathname.startsWith(`${usualPath}/`)) return undefined;
  return pathname.slice(usualPath.length + 1);
}

/**
 * Checks the secret where it can travel in no way but in a header: which of these ways it is may depend on the
 * artifact.
 * @throws InputError when it cannot be in a header, or that header is set already.
 */
export function refuseAsToken(
  { secret, headers }: Pick<Endpoint, 'secret' | 'headers'>,
  proofs: readonly (Proof | undefined)[],
): void {
  const tokens = proofs.filter((proof) => proof?.kind === 'token');
  if (secret === undefined || tokens.length < proofs.length) return;
  for (const token of tokens) refuseInHeader(token.toValue(secret), 'secret: it is sent in a header, and');
  if (!tokens.some(({ header }) => Object.hasOwn(headers, header))) return;
  throw new InputError(
    'secret: it is sent as authorization, which is set already, in headers, by user:password@ in the url or by oidc-audience; give one of them',
  );
}

function withoutLogin(given: URL): URL {
  const url = new URL(given);
  url.username = '';
  url.password = '';
  return url;
}

function basicAuth(url: URL): string {
  try {
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(login).toString('base64')}`;
  } catch (cause) {
    throw new InputError('url: user or password has a "%" that is not an escape; write it as %25', { cause });
  }
}
