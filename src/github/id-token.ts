import { getIDToken } from '@actions/core';
import { messageOf } from '../util/errors.ts';
import { retryTransient } from '../util/retry-transient.ts';

/** The job's ID token (docs.github.com: OpenID Connect reference), from ACTIONS_ID_TOKEN_REQUEST_URL. */

type IdToken =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'failed'; readonly serverMessage: string; readonly isTransient: boolean };

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;

/** A new token for `audience`. It is valid for minutes. Whatever goes wrong is a value, and it never takes longer than 30 s. */
export async function requestIdToken(audience: string, signal: AbortSignal): Promise<IdToken> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  return retryTransient(() => Promise.race([ask(audience), aborted(until)]), {
    isTransient: (result) => result.kind === 'failed' && result.isTransient,
    attempts: ATTEMPTS,
    waitMs: (attempt) => 500 * attempt,
    signal: until,
  });
}

async function ask(audience: string): Promise<IdToken> {
  try {
    const token = await getIDToken(audience);
    // It becomes a header: only characters that are allowed there.
    if (typeof token === 'string' && /^[\w.~+/=-]+$/.test(token)) return { kind: 'token', token };
    return { kind: 'failed', serverMessage: 'the answer holds no token', isTransient: false };
  } catch (error) {
    // @actions/core puts status and message into a text of several lines.
    const message = messageOf(error);
    const status = /Error Code : (\d+)/.exec(message)?.[1];
    const detail = /Error Message: (.*)/s.exec(message)?.[1] ?? message.replace(/^Error message: /, '');
    const isTransient = message.includes('Error Code : ') && (status === undefined || Number(status) >= 500);
    return { kind: 'failed', serverMessage: [status, detail.trim()].filter(Boolean).join(' '), isTransient };
  }
}

function aborted(signal: AbortSignal): Promise<IdToken> {
  const failed = { kind: 'failed', serverMessage: 'there was no answer in time', isTransient: false } as const;
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(failed);
    signal.addEventListener('abort', () => resolve(failed), { once: true });
  });
}
