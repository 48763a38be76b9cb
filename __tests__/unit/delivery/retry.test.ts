import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  attemptLimit,
  type Decision,
  decide,
  isRetryable,
  parseRetryAfter,
  type RetryState,
} from '../../../src/delivery/retry.ts';
import type { HttpResult } from '../../../src/http/types.ts';

const answer = (status: number): HttpResult => ({
  kind: 'response',
  status,
  body: '',
  bodyState: 'complete',
  durationMs: 1,
});
const failure = (code: string, proxyStatus?: number): HttpResult => ({
  kind: 'failure',
  code,
  message: code,
  written: false,
  durationMs: 1,
  ...(proxyStatus === undefined ? {} : { proxyStatus }),
});

describe('the wait before the next attempt', () => {
  const limits = { retries: 20, deadlineMs: 60_000 };
  const retry = (waitMs: number): Decision => ({ kind: 'retry', waitMs });
  const stop = (reason: 'retries' | 'deadline'): Decision => ({ kind: 'stop', reason });
  const tooLong = (askedMs: number): Decision => ({ kind: 'stop', reason: 'retry-after', askedMs });
  const rows: Readonly<Record<string, readonly [state: Partial<RetryState>, expected: Decision]>> = {
    'after the first: up to 1 s': [{ attempts: 1, random: 0.999 }, retry(999)],
    'after the second: up to 2 s': [{ attempts: 2, random: 0.5 }, retry(1_000)],
    'after the fourth: up to 8 s': [{ attempts: 4, random: 0.75 }, retry(6_000)],
    'after the fifth: the cap of 10 s': [{ attempts: 5, random: 0.5 }, retry(5_000)],
    'after the twentieth: still the cap': [{ attempts: 20, random: 0.5 }, retry(5_000)],
    'full jitter: it may be at once': [{ attempts: 7, random: 0 }, retry(0)],
    'none when all attempts are used up': [{ attempts: 21 }, stop('retries')],
    'none when more than all are used up': [{ attempts: 22 }, stop('retries')],
    'cut, so that an attempt starts on the mark': [{ attempts: 6, elapsedMs: 57_000, random: 0.9 }, retry(3_000)],
    'none after the attempt on the mark': [{ attempts: 7, elapsedMs: 60_000 }, stop('deadline')],
    'none when a timer of the attempt on the mark fired early': [{ attempts: 7, elapsedMs: 59_996 }, stop('deadline')],
    'none when the last attempt ended long after the mark': [{ attempts: 7, elapsedMs: 75_000 }, stop('deadline')],
    'what the receiver asks for': [{ retryAfterMs: 2_000, random: 0 }, retry(2_000)],
    'what the receiver asks for, and up to a second more': [{ retryAfterMs: 2_000, random: 0.5 }, retry(2_500)],
    'what the receiver asks for, also when it is longer than the cap': [
      { retryAfterMs: 30_000, random: 0 },
      retry(30_000),
    ],
    'what the receiver asks for, when it is nothing': [{ retryAfterMs: 0, random: 0.5 }, retry(500)],
    'what the receiver asks for, cut at the mark but not below it': [
      { elapsedMs: 57_500, retryAfterMs: 2_000, random: 0.9 },
      retry(2_500),
    ],
    'exactly what is left': [{ elapsedMs: 58_000, retryAfterMs: 2_000, random: 0.9 }, retry(2_000)],
    'none when the receiver asks for more than what is left': [
      { elapsedMs: 58_001, retryAfterMs: 2_000 },
      tooLong(2_000),
    ],
    'none when the receiver asks for an hour': [{ retryAfterMs: 3_600_000 }, tooLong(3_600_000)],
    'none when the receiver asks for ever': [
      { retryAfterMs: Number.POSITIVE_INFINITY },
      tooLong(Number.POSITIVE_INFINITY),
    ],
  };
  for (const [what, [state, expected]] of Object.entries(rows)) {
    test(what, () => {
      const whole = { attempts: 1, elapsedMs: 0, random: 0.5, ...state };
      assert.deepEqual(decide(whole, limits.retries + 1, limits), expected);
    });
  }

  test('a deadline of 0 allows one attempt', () => {
    const state = { attempts: 1, elapsedMs: 3, random: 0 };
    assert.deepEqual(
      decide(state, attemptLimit([answer(503)], { retries: 20, deadlineMs: 0 }), limits),
      stop('retries'),
    );
  });
});

describe('an outage that ends is outlived', () => {
  /** Attempts against a receiver that is down for `outageMs` and fails at once; time passes only here. */
  const simulate = (outageMs: number, deadlineMs: number, random: () => number) => {
    const limits = { retries: 20, deadlineMs };
    let elapsedMs = 0;
    for (let attempts = 1; ; attempts++) {
      if (elapsedMs >= outageMs) return { deliveredMs: elapsedMs, attempts, elapsedMs };
      const decision = decide({ attempts, elapsedMs, random: random() }, 21, limits);
      if (decision.kind === 'stop') return { attempts, elapsedMs, ...decision };
      elapsedMs += decision.waitMs;
    }
  };
  const seeded = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (const [outageMs, within] of [
    [3_000, 10_000],
    [10_000, 20_000],
    [55_000, 60_000],
  ] as const) {
    test(`one of ${outageMs / 1000} s, within ${within / 1000} s`, () => {
      const late = Array.from({ length: 1_000 }, (_, seed) => simulate(outageMs, 60_000, seeded(seed + 1))).filter(
        ({ deliveredMs }) => deliveredMs === undefined || deliveredMs > within + 3_000,
      );
      // Twenty attempts can be over before the clock is, with rare luck.
      assert.ok(late.length <= 10, `${late.length} of 1000 were late`);
    });
  }

  test('one that is longer than the deadline ends on the mark, never after it', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { elapsedMs, deliveredMs } = simulate(Number.POSITIVE_INFINITY, 20_000, seeded(seed));
      assert.equal(deliveredMs, undefined);
      assert.ok(Math.abs(elapsedMs - 20_000) < 1e-6, `the last attempt began at ${elapsedMs}`);
    }
  });
});

describe('attempts in all', () => {
  const unknown = failure('ENOTFOUND');
  const rows: Readonly<Record<string, readonly [results: readonly HttpResult[], retries: number, limit: number]>> = {
    'retries and one': [[answer(503)], 20, 21],
    'one when there are no retries': [[answer(503)], 0, 1],
    'three when the host is unknown': [[unknown], 20, 3],
    'still three when it is again': [[unknown, unknown], 20, 3],
    'two when the user allows no more': [[unknown], 1, 2],
    'all when the host was known in between': [[unknown, answer(503)], 20, 21],
    'three more when a known host vanishes, as in a restart': [[answer(503), answer(503), unknown], 20, 5],
  };
  for (const [what, [results, retries, limit]] of Object.entries(rows)) {
    test(what, () => assert.equal(attemptLimit(results, { retries, deadlineMs: 60_000 }), limit));
  }
});

describe('what a repeat may change', () => {
  const retried = new Set([408, 425, 429, 500, 502, 503, 504]);
  test('of all statuses, these', () => {
    for (let status = 100; status <= 599; status++) {
      assert.equal(isRetryable(answer(status)), retried.has(status), String(status));
    }
  });
  const codes: Readonly<Record<string, boolean>> = {
    ECONNREFUSED: true,
    ECONNRESET: true,
    ECONNABORTED: true,
    ENOTFOUND: true,
    EAI_AGAIN: true,
    EHOSTUNREACH: true,
    ENETUNREACH: true,
    EPIPE: true,
    ETIMEDOUT: true,
    TIMEOUT: true,
    CANCELLED: false,
    CERT_HAS_EXPIRED: false,
    DEPTH_ZERO_SELF_SIGNED_CERT: false,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: false,
    ERR_TLS_CERT_ALTNAME_INVALID: false,
    ERR_SSL_WRONG_VERSION_NUMBER: false,
    EPROTO: false,
    HPE_INVALID_CONSTANT: false,
    UNKNOWN: false,
  };
  for (const [code, expected] of Object.entries(codes)) {
    test(`${code}: ${expected ? 'yes' : 'no'}`, () => assert.equal(isRetryable(failure(code)), expected));
  }
  test('a proxy that refuses is judged by its status', () => {
    assert.equal(isRetryable(failure('PROXY_REFUSED', 503)), true);
    assert.equal(isRetryable(failure('PROXY_REFUSED', 407)), false);
    assert.equal(isRetryable(failure('PROXY_REFUSED', 403)), false);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 21, 8, 0, 0);
  const rows: Readonly<Record<string, number | undefined>> = {
    '2': 2_000,
    ' 2 ': 2_000,
    '0': 0,
    '3600': 3_600_000,
    '0120': 120_000,
    '99999999999999999999': Number.MAX_SAFE_INTEGER,
    [`1${'0'.repeat(400)}`]: Number.MAX_SAFE_INTEGER,
    'Sat, 21 Nov 2026 08:00:03 GMT': 3_000,
    'Saturday, 21-Nov-26 08:00:03 GMT': 3_000,
    'Sat Nov 21 08:00:03 2026': 3_000,
    'Tue Dec  1 08:00:00 2026': 864_000_000,
    'Sat, 21 Nov 2026 08:00:00 GMT': undefined,
    'Sat, 21 Nov 2026 07:59:59 GMT': undefined,
    'Sun, 06 Nov 1994 08:49:37 GMT': undefined,
    'Sat, 31 Feb 2026 08:00:03 XXX': undefined,
    'Sat, 99 Nov 2026 99:99:99 GMT': undefined,
    '-5': undefined,
    '+5': undefined,
    '1.5': undefined,
    '1e3': undefined,
    '2 s': undefined,
    '2, 3': undefined,
    soon: undefined,
    '': undefined,
    '2027': 2_027_000,
    '2026-11-21T08:00:03Z': undefined,
  };
  for (const [value, expected] of Object.entries(rows)) {
    test(JSON.stringify(value), () => assert.equal(parseRetryAfter(value, now), expected));
  }
  test('absent', () => assert.equal(parseRetryAfter(undefined, now), undefined));
});
