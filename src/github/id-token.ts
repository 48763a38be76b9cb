import { isRetryable } from '../delivery/retry.ts';
import { createClient } from '../http/client.ts';
import { readProxies } from '../http/configure.ts';
import type { HttpClient, HttpResult } from '../http/types.ts';
import { parseObject, textAt } from '../util/json.ts';
import { retryTransient } from '../util/retry-transient.ts';
import { oneLine } from '../util/text.ts';
import { USER_AGENT } from '../util/version.ts';

/**
 * The job's ID token (docs.github.com: OpenID Connect reference), from ACTIONS_ID_TOKEN_REQUEST_URL. `getIDToken` of
 * @actions/core would follow a redirect with the credential of the request, to whatever host it leads.
 */

type IdToken =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'failed'; readonly serverMessage: string; readonly isTransient: boolean };

/** For all attempts together. */
const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;
/** A token has about 2 KiB. */
const ANSWER_LIMIT = 64 * 1024;

/**
 * A new token for `audience`. It is valid for minutes. Whatever goes wrong is a value, and it never takes longer than
 * 30 s.
 */
export async function requestIdToken(
  audience: string,
  { environment, signal }: { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<IdToken> {
  const url = URL.parse(environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? '');
  const credential = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
  if (url === null || !/^[\w.~+/=-]+$/.test(credential)) {
    const serverMessage = 'ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is not what the runner sets';
    return { kind: 'failed', serverMessage, isTransient: false };
  }
  url.searchParams.set('audience', audience);
  const proxies = await readProxies({ urls: [url], isConfidential: false }, environment);
  const client = createClient({ skipTlsVerification: false, proxies });
  const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  return retryTransient(async () => readToken(await ask(client, url, { credential, signal: until })), {
    isTransient: (result) => result.kind === 'failed' && result.isTransient,
    attempts: ATTEMPTS,
    waitMs: (attempt) => 500 * attempt,
    signal: until,
  });
}

function ask(
  client: HttpClient,
  url: URL,
  { credential, signal }: { readonly credential: string; readonly signal: AbortSignal },
): Promise<HttpResult> {
  const headers = { accept: 'application/json', authorization: `Bearer ${credential}`, 'user-agent': USER_AGENT };
  const limits = { timeoutMs: TIMEOUT_MS, wholeBytes: ANSWER_LIMIT, keepAlive: false };
  return client.send({ url, method: 'GET', headers, signal, ...limits });
}

function readToken(result: HttpResult): IdToken {
  const failed = (serverMessage: string) =>
    ({ kind: 'failed', serverMessage: oneLine(serverMessage), isTransient: isRetryable(result) }) as const;
  if (result.kind === 'failure') return failed(result.message);
  const { status, redirectsTo, whole } = result;
  if (redirectsTo !== undefined) return failed(`${status} redirects to ${redirectsTo}, which is not followed`);
  const body = parseObject(whole?.bytes.toString('utf8') ?? '');
  if (status !== 200) return failed(`${status} ${textAt(body, 'message') ?? ''}`);
  const token = textAt(body, 'value');
  // It becomes a header: only characters that are allowed there.
  return token !== undefined && /^[\w.~+/=-]+$/.test(token)
    ? { kind: 'token', token }
    : failed('the answer holds no token');
}
