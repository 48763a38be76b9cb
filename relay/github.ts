import { adviceFor } from './advice.ts';
import { signJwt } from './app.ts';
import { readBody } from './body.ts';
import type { Repository, Settings } from './settings.ts';
import { createTurns, sleep } from './turns.ts';

/** What became of an event, with what GitHub said where it did not take it. */
export type Dispatched =
  | { readonly kind: 'accepted' }
  /** Another event may pass, this one never will. */
  | { readonly kind: 'too-large' | 'unreadable' | 'refused'; readonly said: string }
  /** This passes by itself, after so many seconds where that is known. */
  | { readonly kind: 'later'; readonly said: string; readonly afterS?: number };

type Answer = {
  /** 0 where no answer came. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** GitHub's own words, or why no answer came. */
  readonly message: string;
};

type Request = {
  readonly path: string;
  readonly bearer: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
};

/** An installation's token lasts an hour; a new one is asked for well before. */
const RENEW_MS = 5 * 60 * 1000;
const ANSWER_LIMIT = 64 * 1024;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;
/** Where GitHub limits the rate and does not say how long. Source: docs.github.com/rest, best practices. */
const LIMIT_MS = 60 * 1000;
const LONGEST_LIMIT_MS = 24 * 60 * 60 * 1000;

/**
 * Starts workflows: posts an event to GitHub, again where GitHub failed and time is left. One event at a time, and none
 * while GitHub limits the rate. Keeps nothing but an App's tokens and the time until which the limit holds.
 */
export function createDispatcher(settings: Settings): (repository: Repository, event: string) => Promise<Dispatched> {
  const inTurn = createTurns(settings.intervalMs);
  const installed = new Map<Repository, { readonly token: string; readonly expiresMs: number }>();
  let limitedUntilMs = 0;

  const call = async ({ path, bearer, method, body }: Request, deadlineMs: number): Promise<Answer> => {
    try {
      const response = await fetch(`${settings.apiUrl}${path}`, {
        method,
        ...(body !== undefined && { body }),
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${bearer}`,
          'content-type': 'application/json',
          'user-agent': 'oci-webhook-relay',
          'x-github-api-version': '2022-11-28',
        },
        // Followed, a redirect could carry the token elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.max(1, deadlineMs - Date.now())),
      });
      const answer = parse(await readBody(response.body, ANSWER_LIMIT));
      const secrets = [bearer, ...[...installed.values()].map(({ token }) => token)];
      const message = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), messageIn(answer));
      return { status: response.status, headers: response.headers, body: answer, message };
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      const message = isLate ? `no answer within ${settings.timeoutMs / 1000} s` : causeOf(error);
      return { status: 0, headers: new Headers(), body: undefined, message };
    }
  };

  /** A token for this repository alone, or the answer of GitHub that has none. Source: docs.github.com/apps. */
  const createToken = async (repository: Repository, deadlineMs: number): Promise<string | Answer> => {
    if ('token' in repository.credentials) return repository.credentials.token;
    const { appId, key } = repository.credentials;
    const bearer = await signJwt(appId, key);
    const installation = await call(
      { path: `/repos/${repository.name}/installation`, bearer, method: 'GET' },
      deadlineMs,
    );
    const { id } = (installation.body ?? {}) as { id?: unknown };
    if (typeof id !== 'number') return notDispatched(installation);
    const body = JSON.stringify({
      repositories: [repository.name.split('/')[1]],
      permissions: { contents: 'write' },
    });
    const path = `/app/installations/${id}/access_tokens`;
    const created = await call({ path, bearer, method: 'POST', body }, deadlineMs);
    const { token, expires_at } = (created.body ?? {}) as { token?: unknown; expires_at?: unknown };
    if (typeof token !== 'string') return notDispatched(created);
    installed.set(repository, { token, expiresMs: Date.parse(String(expires_at)) });
    return token;
  };

  /** One attempt. A token that was kept and is refused now is replaced once. */
  const attempt = async (repository: Repository, event: string, deadlineMs: number): Promise<Answer> => {
    for (;;) {
      const kept = installed.get(repository);
      const isFresh = kept !== undefined && kept.expiresMs - Date.now() > RENEW_MS;
      const token = isFresh ? kept.token : await createToken(repository, deadlineMs);
      if (typeof token !== 'string') return token;
      const path = `/repos/${repository.name}/dispatches`;
      const answer = await call({ path, bearer: token, method: 'POST', body: event }, deadlineMs);
      if (answer.status !== 401) return answer;
      installed.delete(repository);
      if (!isFresh) return answer;
    }
  };

  const limited = (): Dispatched | undefined => {
    const restMs = limitedUntilMs - Date.now();
    if (restMs <= 0) return undefined;
    return { kind: 'later', said: 'GitHub limits the rate', afterS: Math.ceil(restMs / 1000) };
  };

  return async (repository, event) => {
    const deadlineMs = Date.now() + settings.timeoutMs;
    const isApp = 'appId' in repository.credentials;
    let failed: Dispatched | undefined;
    for (let count = 1; ; count++) {
      const held = limited();
      if (held !== undefined) return held;
      const result = await inTurn(deadlineMs, async () => limited() ?? (await attempt(repository, event, deadlineMs)));
      if (result === undefined)
        return failed ?? { kind: 'later', said: 'too many events wait for their turn', afterS: 1 };
      if ('kind' in result) return result;
      const { status, headers, message } = result;
      if (status === 204) return { kind: 'accepted' };
      const times = count > 1 ? ` (${count} times)` : '';
      const words = message === '' ? '' : `: ${message}`;
      const said = status === 0 ? `GitHub did not answer${times}${words}` : `GitHub answered ${status}${times}${words}`;
      const limitMs = limitIn(result);
      if (limitMs !== undefined) {
        limitedUntilMs = Date.now() + limitMs;
        return { kind: 'later', said, afterS: Math.ceil(limitMs / 1000) };
      }
      if (status === 422 && /too large/i.test(message)) return { kind: 'too-large', said };
      if (status === 400) return { kind: 'unreadable', said };
      if (status > 0 && status < 500) return { kind: 'refused', said: `${said}${adviceFor(status, message, isApp)}` };
      const askedMs = retryAfterMs(headers) ?? 0;
      failed = { kind: 'later', said, ...(askedMs > 0 && { afterS: Math.ceil(askedMs / 1000) }) };
      const pauseMs = Math.max(askedMs, Math.min(FIRST_PAUSE_MS * 2 ** (count - 1), LONGEST_PAUSE_MS));
      if (Date.now() + pauseMs >= deadlineMs) return failed;
      await sleep(pauseMs);
    }
  };
}

/** No success, whatever its status: GitHub has not been given the event. */
function notDispatched(answer: Answer): Answer {
  return answer.status === 204 ? { ...answer, status: 200 } : answer;
}

/** How long GitHub is not to be asked, where it limits the rate: primary, secondary, or what was called abuse. */
function limitIn({ status, headers, message }: Answer): number | undefined {
  const saysSo =
    headers.has('retry-after') ||
    headers.get('x-ratelimit-remaining') === '0' ||
    /rate limit|abuse detection/i.test(message);
  if (status !== 429 && !(status === 403 && saysSo)) return undefined;
  const resetMs = Number(headers.get('x-ratelimit-reset')) * 1000 - Date.now();
  const toResetMs = headers.get('x-ratelimit-remaining') === '0' && resetMs > 0 ? resetMs : undefined;
  return Math.min(Math.max(retryAfterMs(headers) ?? toResetMs ?? LIMIT_MS, 1000), LONGEST_LIMIT_MS);
}

/** Seconds or a date, as HTTP has it. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : ms;
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
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
