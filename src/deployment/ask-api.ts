import { isRetryable } from '../delivery/retry.ts';
import type { Endpoint } from '../delivery/types.ts';
import { type HttpResult, is2xx, isIncomplete } from '../http/types.ts';
import type { Ask } from '../receivers/types.ts';
import { retryTransient } from '../util/retry-transient.ts';
import { USER_AGENT } from '../util/version.ts';
import { pollDelayMs } from './timing.ts';
import type { Context } from './types.ts';

/** Asking the API of a receiver. */

/** More questions are not asked where one that fails must not hold up the rest. */
export const FEW_TRIES = 4;

/** How long after the end of `wait-timeout` the last look may still ask: it may be many questions. */
const LATE_MS = 5_000;

/** Asks once, with the key of `endpoint`, for `timeout` or what is left of `wait-timeout`, but a second at least. */
export function createAsk({ headers, apiKey = '' }: Endpoint, context: Context): Ask {
  const { client, signal, limits, leftMs, endByMs, tracker } = context;
  const asking = {
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...headers,
    ...tracker.keyHeaders(apiKey),
  };
  return (url) => {
    const timeoutMs = Math.max(Math.min(limits.timeoutMs, leftMs()), 1_000);
    const beginByMs = endByMs + LATE_MS;
    return client.send({
      url,
      method: 'GET',
      headers: asking,
      timeoutMs,
      beginByMs,
      keepAlive: true,
      needsBody: true,
      signal,
    });
  };
}

/** As `ask`, but with a few more attempts where they may help. */
export function askAgain(ask: Ask, { signal }: Context): Ask {
  return (url) => retryTransient(() => ask(url), { isTransient, attempts: FEW_TRIES, waitMs: pollDelayMs, signal });
}

/**
 * Whether asking again may give an answer, such as after a body that was cut or stalled. A page in its place stays
 * there.
 */
export function isTransient(answer: HttpResult): boolean {
  return is2xx(answer) ? isIncomplete(answer) : isRetryable(answer);
}
