import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Every cell of docs/comparison.md is a measurement in docs/benchmarks.md, said in a word. */
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function tableBelow(markdown: string, heading: string): readonly (readonly string[])[] {
  const start = markdown.indexOf(heading);
  assert.notEqual(start, -1, `there is no ${heading}`);
  const [, table = ''] = /\n(\|[\s\S]*?\|)\n(?!\|)/.exec(markdown.slice(start)) ?? [];
  const rows = table.split('\n').map((row) => row.split('|').slice(1, -1));
  return rows.map((cells) => cells.map((cell) => cell.trim().replaceAll('**', ''))).filter((_, index) => index !== 1);
}

function inAWord(measured: string): string {
  const isDelivered = measured.startsWith('yes');
  if (/\bhangs\b/.test(measured)) return 'hangs';
  if (/\bexit 0\b/.test(measured)) return isDelivered ? 'delivered' : 'green, nothing delivered';
  return isDelivered ? 'red, though delivered' : 'red';
}

test('the comparison in docs/comparison.md is what was measured', () => {
  const [head, ...rows] = tableBelow(
    read('docs/benchmarks.md'),
    '## Instead of this action: when the receiver is in trouble',
  );
  const measured = rows.map(([receiver = '', ...cells]) => [receiver, ...cells.map(inAWord)]);
  assert.ok(measured.length >= 8);
  assert.deepEqual(tableBelow(read('docs/comparison.md'), '## Compared with a step of your own'), [head, ...measured]);
});
