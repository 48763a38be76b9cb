import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Observed, placeInTime, pollDelayMs } from '../../../src/deployment/timing.ts';
import type { ServerTimes } from '../../../src/receivers/types.ts';

describe('pollDelayMs', () => {
  test('soon at first, then every three seconds', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 100].map(pollDelayMs);
    assert.deepEqual(delays, [500, 750, 1_125, 1_687.5, 2_531.25, 3_000, 3_000, 3_000]);
  });
});

describe('placeInTime', () => {
  const observed = { acceptedMs: 1_000, startedMs: 4_000, endedMs: 9_000 };
  const cases: readonly { name: string; observed: Observed; status?: ServerTimes; expect: object }[] = [
    { name: 'without the times of the receiver, ours', observed, expect: observed },
    {
      name: 'the receiver knows better when, however wrong its clock is',
      observed,
      status: { createdMs: 770_000, startedMs: 771_500, finishedMs: 775_000 },
      expect: { acceptedMs: 1_000, startedMs: 2_500, endedMs: 6_000 },
    },
    {
      name: 'what ended between two polls was running nevertheless',
      observed: { acceptedMs: 1_000, endedMs: 9_000 },
      status: { createdMs: 50, startedMs: 60, finishedMs: 90 },
      expect: { acceptedMs: 1_000, startedMs: 1_010, endedMs: 1_040 },
    },
    {
      name: 'never before it was accepted, never after it was seen',
      observed,
      status: { createdMs: 500, startedMs: 100, finishedMs: 99_000 },
      expect: { acceptedMs: 1_000, startedMs: 1_000, endedMs: 9_000 },
    },
    {
      name: 'still running when last looked at',
      observed: { acceptedMs: 1_000, startedMs: 4_000, endedMs: 9_000 },
      status: { createdMs: 10, startedMs: 510 },
      expect: { acceptedMs: 1_000, startedMs: 1_500, endedMs: 9_000 },
    },
    {
      name: 'the end does not come before the start',
      observed,
      status: { createdMs: 10, finishedMs: 510 },
      expect: { acceptedMs: 1_000, startedMs: 1_500, endedMs: 1_500 },
    },
  ];
  for (const { name, observed: given, status, expect } of cases) {
    test(name, () => assert.deepEqual(placeInTime(given, status), expect));
  }
});
