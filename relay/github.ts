import type { Settings } from './settings.ts';

/** GitHub's answer to a dispatch, or why there was none. `retryAfter` is its own header. */
export type Dispatched = {
  /** 0 where no answer came. */
  readonly status: number;
  readonly message: string;
  readonly retryAfter?: string | undefined;
};

type ApiResponse = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** An installation's token lasts an hour; a new one is asked for well before. */
const RENEW_MS = 5 * 60 * 1000;
const ANSWER_LIMIT = 64 * 1024;

/** Starts workflows: posts an event to GitHub and returns its answer. Keeps nothing but an App's token. */
export function createDispatcher(settings: Settings): (payload: string) => Promise<Dispatched> {
  const { repository, credentials, apiUrl, timeoutMs } = settings;
  let installed: { readonly token: string; readonly expiresMs: number } | undefined;

  const call = async (path: string, token: string, init: { method: string; body?: string }): Promise<ApiResponse> => {
    const response = await fetch(`${apiUrl}${path}`, {
      ...init,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'oci-webhook-relay',
        'x-github-api-version': '2022-11-28',
      },
      // Followed, a redirect could carry the token elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = (await response.text()).slice(0, ANSWER_LIMIT);
    return { status: response.status, headers: response.headers, body: parse(text) };
  };

  /** Source: docs.github.com/apps, authenticating as a GitHub App installation. */
  const installationToken = async (appId: string, privateKey: string): Promise<string | ApiResponse> => {
    if (installed !== undefined && installed.expiresMs - Date.now() > RENEW_MS) return installed.token;
    const jwt = await signJwt(appId, privateKey);
    const installation = await call(`/repos/${repository}/installation`, jwt, { method: 'GET' });
    const { id } = (installation.body ?? {}) as { id?: unknown };
    if (typeof id !== 'number') return installation;
    const body = JSON.stringify({
      repositories: [repository.split('/')[1]],
      permissions: { contents: 'write' },
    });
    const created = await call(`/app/installations/${id}/access_tokens`, jwt, { method: 'POST', body });
    const { token, expires_at } = (created.body ?? {}) as { token?: unknown; expires_at?: unknown };
    if (typeof token !== 'string') return created;
    installed = { token, expiresMs: Date.parse(String(expires_at)) };
    return token;
  };

  return async (payload) => {
    try {
      const token =
        'token' in credentials ? credentials.token : await installationToken(credentials.appId, credentials.privateKey);
      const answer =
        typeof token === 'string'
          ? await call(`/repos/${repository}/dispatches`, token, { method: 'POST', body: payload })
          : { ...token, status: token.status < 300 ? 502 : token.status };
      // A token that was withdrawn is not used again.
      if (answer.status === 401) installed = undefined;
      return {
        status: answer.status,
        message: messageIn(answer.body),
        retryAfter: answer.headers.get('retry-after') ?? undefined,
      };
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return { status: 0, message: isLate ? `no answer within ${timeoutMs / 1000} s` : causeOf(error) };
    }
  };
}

/** RS256 over header and claims. The clock may be a minute behind, and ten minutes are the most that GitHub allows. */
async function signJwt(appId: string, privateKey: string): Promise<string> {
  const nowS = Math.floor(Date.now() / 1000);
  const claims = { iat: nowS - 60, exp: nowS + 8 * 60, iss: appId };
  const text = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => base64Url(JSON.stringify(part))).join('.');
  const der = Uint8Array.from(atob(privateKey.replace(/-----[^-]+-----|\s/g, '')), (character) =>
    character.charCodeAt(0),
  );
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign(algorithm.name, key, new TextEncoder().encode(text));
  return `${text}.${base64Url(String.fromCharCode(...new Uint8Array(signature)))}`;
}

function base64Url(bytes: string): string {
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageIn(body: unknown): string {
  const { message } = (body ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : '';
}

/** The cause of "fetch failed": the system's code if there is one. */
function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : String(message);
}
