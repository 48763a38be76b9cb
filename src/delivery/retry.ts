import { type HttpResult, is2xx, isStandIn } from '../http/types.ts';

/** When a request is repeated. Pure: time and random numbers are passed in. Reasons: docs/delivery.md. */

export type RetryLimits = {
  /** Attempts after the first, at most. Missing: only the clock ends it. */
  readonly retries?: number | undefined;
  /** New attempts start within this time of the first. */
  readonly deadlineMs: number;
  /** The input that set `deadlineMs`, where it is not `deadline`. */
  readonly deadlineInput?: string | undefined;
};

export type RetryState = {
  /** Attempts made so far. */
  readonly attempts: number;
  /** Since the first attempt began. */
  readonly elapsedMs: number;
  /** Whether the last attempt ended before it had a connection: nothing was sent, so trying again is cheap. */
  readonly isUnsent?: boolean | undefined;
  /** Whether the host's name never resolved. */
  readonly isUnknownHost?: boolean | undefined;
  /** What the receiver asked for, if it did. */
  readonly retryAfterMs?: number | undefined;
  /** Uniform in [0, 1). */
  readonly random: number;
};

export type Decision =
  | { readonly kind: 'retry'; readonly waitMs: number }
  | { readonly kind: 'stop'; readonly reason: 'retries' | 'deadline' | 'unknown-host' }
  | { readonly kind: 'stop'; readonly reason: 'retry-after'; readonly askedMs: number };

const BASE_MS = 1_000;
const CAP_MS = 10_000;
/**
 * Where nothing was sent, a receiver is usually restarting: waits stay this short for as long as a restart takes. After
 * an outage of 3 or 10 s the median delivery then comes 0.6 s after its end, the latest 2 s after it (npm run bench --
 * --only outage).
 */
const UNSENT = { baseMs: 500, capMs: 2_000, untilMs: 30_000 };
/** Added to what a receiver asked for, so that many senders do not come back at once. */
const RETRY_AFTER_SPREAD_MS = 1_000;
/** Timers may fire a little early: the attempt at the very end must not be followed by another. */
const TIMER_SLACK_MS = 5;
/** How long a name is tried that never resolved: usually a typo, but a VPN or a new record may need some seconds. */
export const UNKNOWN_HOST_MS = 30_000;

/** 520 to 524 and 530 are a CDN's: it does not get an answer from the receiver, as with 502 and 504. */
const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 530]);

/** What ends an attempt before there is a connection. */
const UNSENT_CODES = new Set([
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENFILE',
  'ENOBUFS',
  'ENOTFOUND',
]);
/** The errors after which a request is repeated. docs/delivery.md lists them. */
export const RETRIED_CODES: ReadonlySet<string> = new Set([
  ...UNSENT_CODES,
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'TIMEOUT',
]);

/** Whether the attempt ended before there was a connection, or a proxy opened none. */
export function isUnsent(result: HttpResult): boolean {
  if (result.kind === 'response' || result.written) return false;
  // 5xx: the receiver refuses the proxy's connections instead of ours. A 429 is about our rate.
  return UNSENT_CODES.has(result.code) || (result.proxyStatus ?? 0) >= 500;
}

/**
 * Whether repeating the request may change its result: the general rule, which a receiver may overrule. A page with a
 * 2xx is that of something in front of the receiver, which may be gone the next time: a maintenance, or a load balancer
 * that waits.
 */
export function isRetryable(result: HttpResult): boolean {
  if (result.kind === 'response') return RETRIED_STATUSES.has(result.status) || (is2xx(result) && isStandIn(result));
  if (result.proxyStatus !== undefined) return RETRIED_STATUSES.has(result.proxyStatus);
  return RETRIED_CODES.has(result.code);
}

/** How many attempts there may be in all: infinitely many where only the clock counts. */
export function attemptLimit({ retries = Number.POSITIVE_INFINITY, deadlineMs }: RetryLimits): number {
  return deadlineMs === 0 ? 1 : retries + 1;
}

/** Whether none of these attempts could resolve the name of the host. */
export function isUnknownHost(results: readonly HttpResult[]): boolean {
  return results.every((result) => result.kind === 'failure' && result.code === 'ENOTFOUND');
}

/**
 * Whether and when to try again: full jitter, or what the receiver asked for. The last wait is cut so that one attempt
 * starts at the very end. A Retry-After beyond the time that is left ends it at once.
 */
export function decide(state: RetryState, limits: RetryLimits): Decision {
  const { attempts, elapsedMs, retryAfterMs, random } = state;
  if (attempts >= attemptLimit(limits)) return { kind: 'stop', reason: 'retries' };
  const leftMs = limits.deadlineMs - elapsedMs;
  if (leftMs < TIMER_SLACK_MS) return { kind: 'stop', reason: 'deadline' };
  if (state.isUnknownHost && elapsedMs >= UNKNOWN_HOST_MS) return { kind: 'stop', reason: 'unknown-host' };
  if (retryAfterMs !== undefined && retryAfterMs > leftMs)
    return { kind: 'stop', reason: 'retry-after', askedMs: retryAfterMs };
  const waitMs = retryAfterMs === undefined ? backoffMs(state) : retryAfterMs + random * RETRY_AFTER_SPREAD_MS;
  return { kind: 'retry', waitMs: Math.min(waitMs, leftMs) };
}

/** How long to wait before the next attempt: a random part of a limit that doubles with each. */
export function backoffMs({ attempts, elapsedMs, isUnsent, random }: RetryState): number {
  const isShort = isUnsent && elapsedMs < UNSENT.untilMs;
  const { baseMs, capMs } = isShort ? UNSENT : { baseMs: BASE_MS, capMs: CAP_MS };
  return random * Math.min(capMs, baseMs * 2 ** (attempts - 1));
}

type Asked = Pick<HttpResult, 'retryAfter' | 'dateMs'>;

/** The three forms of an HTTP date (RFC 9110 5.6.7). The last one does not say that it is GMT. */
const HTTP_DATE =
  /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/**
 * Milliseconds that a Retry-After header asks for: seconds or an HTTP date (RFC 9110 10.2.3). Undefined for nonsense
 * and the past. A date is compared with the clock that it was made by, if that is known: ours may be wrong, or be set
 * meanwhile.
 */
export function parseRetryAfter({ retryAfter, dateMs }: Asked, nowMs: number): number | undefined {
  const text = retryAfter?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, Number.MAX_SAFE_INTEGER);
  if (!HTTP_DATE.test(text)) return undefined;
  const waitMs = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - (dateMs ?? nowMs);
  return waitMs > 0 ? waitMs : undefined;
}
