import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatDuration } from '../../../src/util/time.ts';

describe('formatDuration', () => {
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
