import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBytes, grouped, plural } from '../../../src/util/text.ts';

test('sizes and counts in words', () => {
  const sizes = [0, 1023, 1024, 1024 ** 2 - 1, 1024 ** 2, 1.5 * 1024 ** 3, 1024 ** 4].map(formatBytes);
  assert.deepEqual(sizes, ['0 B', '1023 B', '1.0 KiB', '1.0 MiB', '1.0 MiB', '1.5 GiB', '1024.0 GiB']);
  assert.deepEqual([plural(1, 'file'), plural(12_345, 'file')], ['1 file', '12,345 files']);
  assert.deepEqual([0, 999, 1000, 1_234_567].map(grouped), ['0', '999', '1,000', '1,234,567']);
});
