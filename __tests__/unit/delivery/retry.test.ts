import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Decision,
  decide,
  isRetryable,
  isUnknownHost,
  isUnsent,
  parseRetryAfter,
  type RetryState,
} from '../../../src/delivery/retry.ts';
import type { HttpResponse, HttpResult } from '../../../src/http/types.ts';

const answer = (status: number): HttpResponse => ({
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
  proxyStatus,
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
    'nothing was sent: up to 0.5 s after the first': [{ attempts: 1, isUnsent: true, random: 0.5 }, retry(250)],
    'nothing was sent: up to 2 s from the third on': [{ attempts: 9, isUnsent: true, random: 0.5 }, retry(1_000)],
    'nothing was sent for half a minute: as always': [
      { attempts: 9, isUnsent: true, elapsedMs: 30_000, random: 0.5 },
      retry(5_000),
    ],
    'full jitter: it may be at once': [{ attempts: 7, random: 0 }, retry(0)],
    'none when all attempts are used up': [{ attempts: 21 }, stop('retries')],
    'none when more than all are used up': [{ attempts: 22 }, stop('retries')],
    'cut, so that an attempt starts at the very end': [{ attempts: 6, elapsedMs: 57_000, random: 0.9 }, retry(3_000)],
    'none after the attempt at the very end': [{ attempts: 7, elapsedMs: 60_000 }, stop('deadline')],
    'none when the timer of the attempt at the very end fired early': [
      { attempts: 7, elapsedMs: 59_996 },
      stop('deadline'),
    ],
    'none when the last attempt ended long after the deadline': [{ attempts: 7, elapsedMs: 75_000 }, stop('deadline')],
    'what the receiver asks for': [{ retryAfterMs: 2_000, random: 0 }, retry(2_000)],
    'what the receiver asks for, and up to a second more': [{ retryAfterMs: 2_000, random: 0.5 }, retry(2_500)],
    'what the receiver asks for, also when it is longer than the cap': [
      { retryAfterMs: 30_000, random: 0 },
      retry(30_000),
    ],
    'what the receiver asks for, when it is nothing': [{ retryAfterMs: 0, random: 0.5 }, retry(500)],
    'what the receiver asks for, cut at the deadline but not below it': [
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
      assert.deepEqual(decide(whole, limits), expected);
    });
  }

  test('a deadline of 0 allows one attempt', () => {
    const state = { attempts: 1, elapsedMs: 3, random: 0 };
    assert.deepEqual(decide(state, { retries: 20, deadlineMs: 0 }), stop('retries'));
  });
});

describe('an outage', () => {
  type Outage = { readonly outageMs: number; readonly deadlineMs: number; readonly isUnsent: boolean };

  /** Attempts against a receiver that is down and fails at once. Time passes only here. */
  const simulate = ({ outageMs, deadlineMs, isUnsent }: Outage, random: () => number) => {
    let elapsedMs = 0;
    for (let attempts = 1; ; attempts++) {
      if (elapsedMs >= outageMs) return { lateMs: elapsedMs - outageMs, attempts, elapsedMs };
      const state = { attempts, elapsedMs, isUnsent, random: random() };
      const decision = decide(state, { deadlineMs });
      if (decision.kind === 'stop') return { attempts, elapsedMs, ...decision };
      elapsedMs += decision.waitMs;
    }
  };
  const seeded = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const simulateMany = (outage: Outage) =>
    Array.from({ length: 1_000 }, (_, seed) => simulate(outage, seeded(seed + 1)));

  for (const outageMs of [3_000, 10_000]) {
    test(`of ${outageMs / 1000} s with refused connections: the delivery comes soon after its end`, () => {
      const found = simulateMany({ outageMs, deadlineMs: 120_000, isUnsent: true });
      const lateMs = found.map((each) => each.lateMs ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
      assert.ok((lateMs[500] ?? 0) <= 1_000, `the median is ${lateMs[500]} ms`);
      assert.ok((lateMs.at(-1) ?? 0) <= 3_000, `the longest is ${lateMs.at(-1)} ms`);
    });
  }

  for (const [outageMs, isUnsent] of [
    [55_000, true],
    [110_000, true],
    [110_000, false],
  ] as const) {
    const how = isUnsent ? 'refused connections' : 'status 503';
    test(`of ${outageMs / 1000} s with ${how} is outlived: the clock ends it, never the count`, () => {
      const found = simulateMany({ outageMs, deadlineMs: 120_000, isUnsent });
      const lateMs = found.map((each) => each.lateMs ?? Number.POSITIVE_INFINITY);
      assert.ok(Math.max(...lateMs) <= 10_000, `the longest is ${Math.max(...lateMs)} ms`);
    });
    test(`of ${outageMs / 1000} s with ${how} does not take many attempts`, () => {
      const found = simulateMany({ outageMs, deadlineMs: 120_000, isUnsent });
      assert.ok(Math.max(...found.map(({ attempts }) => attempts)) <= 120);
    });
  }

  test('that is longer than the deadline ends at the very end of it, never after it', () => {
    const endless = { outageMs: Number.POSITIVE_INFINITY, deadlineMs: 20_000, isUnsent: false };
    for (const { elapsedMs, lateMs } of simulateMany(endless)) {
      assert.equal(lateMs, undefined);
      // Within 5 ms of it counts as at its end: timers may fire a little early.
      assert.ok(elapsedMs > 19_995 - 1e-6 && elapsedMs < 20_000 + 1e-6, `the last attempt began at ${elapsedMs}`);
    }
  });
});

describe('a name that does not resolve', () => {
  const unknown = failure('ENOTFOUND');
  const limits = { deadlineMs: 120_000 };
  const after = (elapsedMs: number, isUnknownHost = true) =>
    decide({ attempts: 9, elapsedMs, isUnsent: true, isUnknownHost, random: 0.5 }, limits);
  test('is tried for half a minute', () => {
    assert.equal(after(29_999).kind, 'retry');
    assert.deepEqual(after(30_000), { kind: 'stop', reason: 'unknown-host' });
  });
  test('is tried as long as any other where it did resolve', () => assert.equal(after(30_000, false).kind, 'retry'));
  test('is tried no longer than the deadline allows', () => {
    const state = { attempts: 9, elapsedMs: 5_000, isUnsent: true, isUnknownHost: true, random: 0.5 };
    assert.deepEqual(decide(state, { deadlineMs: 5_000 }), { kind: 'stop', reason: 'deadline' });
  });
  const rows: Readonly<Record<string, readonly [results: readonly HttpResult[], expected: boolean]>> = {
    'it never resolved': [[unknown, unknown], true],
    'it did once': [[answer(503), unknown], false],
    'there was no answer': [[unknown, failure('EAI_AGAIN')], false],
  };
  for (const [what, [results, expected]] of Object.entries(rows)) {
    test(what, () => assert.equal(isUnknownHost(results), expected));
  }
});

describe('what a repeat may change', () => {
  const retried = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 530]);
  test('of all statuses, these', () => {
    for (let status = 100; status <= 599; status++) {
      assert.equal(isRetryable(answer(status)), retried.has(status), String(status));
    }
  });
  test('a page in the place of an answer', () => {
    const page = (status: number): HttpResult => ({ ...answer(status), body: '<!DOCTYPE html><title>Soon</title>' });
    assert.equal(isRetryable(page(200)), true);
    assert.equal(isRetryable(page(202)), true);
    assert.equal(isRetryable(page(403)), false);
    assert.equal(isRetryable({ ...answer(202), isChallenge: true }), true);
  });
  const codes: Readonly<Record<string, boolean>> = {
    ECONNREFUSED: true,
    ECONNRESET: true,
    ECONNABORTED: true,
    ENOTFOUND: true,
    EAI_AGAIN: true,
    EHOSTUNREACH: true,
    EMFILE: true,
    ENFILE: true,
    ENOBUFS: true,
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
  test('for a proxy that refuses, its status counts', () => {
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
    test(JSON.stringify(value), () => assert.equal(parseRetryAfter({ retryAfter: value }, now), expected));
  }
  test('absent', () => assert.equal(parseRetryAfter({}, now), undefined));
  test('a date counts from that of the answer, whatever our clock says', () => {
    const answered = { retryAfter: 'Sat, 21 Nov 2026 08:00:03 GMT', dateMs: now };
    for (const ourMs of [now - 3_600_000, now + 3_600_000]) assert.equal(parseRetryAfter(answered, ourMs), 3_000);
    assert.equal(parseRetryAfter({ ...answered, dateMs: now + 4_000 }, now), undefined);
  });
});

describe('what was never sent', () => {
  const failure = { kind: 'failure', message: 'x', durationMs: 1, written: false } as const;
  const rows: Readonly<Record<string, readonly [result: HttpResult, expected: boolean]>> = {
    'a refused connection': [{ ...failure, code: 'ECONNREFUSED' }, true],
    'a name that does not resolve': [{ ...failure, code: 'EAI_AGAIN' }, true],
    'a proxy that cannot reach the receiver': [{ ...failure, code: 'PROXY_REFUSED', proxyStatus: 502 }, true],
    'a proxy that limits the rate': [{ ...failure, code: 'PROXY_REFUSED', proxyStatus: 429 }, false],
    'a proxy that had the request': [{ ...failure, code: 'PROXY_REFUSED', proxyStatus: 502, written: true }, false],
    'no answer in time': [{ ...failure, code: 'TIMEOUT' }, false],
    'a connection that broke': [{ ...failure, code: 'ECONNRESET', written: true }, false],
    'an answer': [answer(503), false],
  };
  for (const [what, [result, expected]] of Object.entries(rows)) {
    test(`${what}: ${expected ? 'not sent' : 'perhaps sent'}`, () => assert.equal(isUnsent(result), expected));
  }
});
