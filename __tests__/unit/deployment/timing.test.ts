import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { startProgress } from '../../../src/deployment/progress.ts';
import { type Observed, placeInTime, pollDelayMs } from '../../../src/deployment/timing.ts';
import type { RunStatus } from '../../../src/formats/types.ts';
import { formatDuration } from '../../../src/util/time.ts';

describe('pollDelayMs', () => {
  test('soon at first, then every three seconds', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 100].map(pollDelayMs);
    assert.deepEqual(delays, [500, 750, 1_125, 1_687.5, 2_531.25, 3_000, 3_000, 3_000]);
  });
});

describe('placeInTime', () => {
  const observed = { acceptedMs: 1_000, startedMs: 4_000, endedMs: 9_000 };
  const state = { kind: 'succeeded' } as const;
  const cases: readonly { name: string; observed: Observed; reading?: Omit<RunStatus, 'state'>; expect: object }[] = [
    { name: 'without the times of the receiver, ours', observed, expect: observed },
    {
      name: 'the receiver knows better when, however wrong its clock is',
      observed,
      reading: { createdMs: 770_000, startedMs: 771_500, finishedMs: 775_000 },
      expect: { acceptedMs: 1_000, startedMs: 2_500, endedMs: 6_000 },
    },
    {
      name: 'what ended between two polls was running nevertheless',
      observed: { acceptedMs: 1_000, endedMs: 9_000 },
      reading: { createdMs: 50, startedMs: 60, finishedMs: 90 },
      expect: { acceptedMs: 1_000, startedMs: 1_010, endedMs: 1_040 },
    },
    {
      name: 'never before it was accepted, never after it was seen',
      observed,
      reading: { createdMs: 500, startedMs: 100, finishedMs: 99_000 },
      expect: { acceptedMs: 1_000, startedMs: 1_000, endedMs: 9_000 },
    },
    {
      name: 'still running when last looked at',
      observed: { acceptedMs: 1_000, startedMs: 4_000, endedMs: 9_000 },
      reading: { createdMs: 10, startedMs: 510 },
      expect: { acceptedMs: 1_000, startedMs: 1_500, endedMs: 9_000 },
    },
    {
      name: 'the end does not come before the start',
      observed,
      reading: { createdMs: 10, finishedMs: 510 },
      expect: { acceptedMs: 1_000, startedMs: 1_500, endedMs: 1_500 },
    },
  ];
  for (const { name, observed: given, reading, expect } of cases) {
    test(name, () => assert.deepEqual(placeInTime(given, reading && { state, ...reading }), expect));
  }
});

describe('duration', () => {
  const durations: readonly [ms: number, expected: string][] = [
    [0, '0 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [59_949, '59.9 s'],
    [59_960, '1 min'],
    [125_000, '2 min 5 s'],
    [179_900, '3 min'],
    [600_000, '10 min'],
    [3_599_700, '1 h'],
    [4_200_000, '1 h 10 min'],
  ];
  for (const [ms, expected] of durations) test(expected, () => assert.equal(formatDuration(ms), expected));
});

describe('startProgress', () => {
  test('a line every 30 s about what the step still waits for', () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const lines: string[] = [];
    const said = () => lines.splice(0).map((line) => line.replace(/after [\d.]+ m?s/, 'after T'));
    const progress = startProgress((line) => lines.push(line), 30_000);
    try {
      mock.timers.tick(30_000);
      assert.deepEqual(said(), [], 'the step waits for nothing yet');

      const one = {};
      progress.enter(one, '', 'accepted');
      mock.timers.tick(29_999);
      assert.deepEqual(said(), []);
      mock.timers.tick(1);
      assert.deepEqual(said(), ['still waiting after T: accepted']);
      progress.enter(one, '', 'running');
      mock.timers.tick(60_000);
      assert.deepEqual(said(), Array(2).fill('still waiting after T: running'));
      progress.leave(one);

      const names = ['https://a', 'https://b', 'https://c', 'https://d', 'https://e', 'https://f'];
      const ids = names.map((name, index) => {
        const id = {};
        progress.enter(id, name, index < 4 ? 'running' : 'accepted');
        return id;
      });
      mock.timers.tick(30_000);
      assert.deepEqual(said(), ['still waiting after T: 4 running, 2 accepted']);
      for (const id of ids.slice(0, 4)) progress.leave(id);
      mock.timers.tick(30_000);
      assert.deepEqual(said(), ['still waiting after T: https://e accepted, https://f accepted']);
      for (const id of ids) progress.leave(id);
      mock.timers.tick(30_000);
      assert.deepEqual(said(), []);
      progress.enter(one, '', 'running');
      progress.stop();
      mock.timers.tick(30_000);
      assert.deepEqual(said(), []);
    } finally {
      mock.timers.reset();
    }
  });
});
