import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deceptiveCharacter, formatBytes, grouped, nameCharacter, oneLine, plural } from '../../../src/util/text.ts';

test('sizes and counts in words', () => {
  const sizes = [0, 1023, 1024, 1024 ** 2 - 1, 1024 ** 2, 1.5 * 1024 ** 3, 1024 ** 4].map(formatBytes);
  assert.deepEqual(sizes, ['0 B', '1023 B', '1.0 KiB', '1.0 MiB', '1.0 MiB', '1.5 GiB', '1024.0 GiB']);
  assert.deepEqual([plural(1, 'file'), plural(12_345, 'file')], ['1 file', '12,345 files']);
  assert.deepEqual([0, 999, 1000, 1_234_567].map(grouped), ['0', '999', '1,000', '1,234,567']);
});

describe('one line', () => {
  const rows: Readonly<Record<string, string>> = {
    'as it is': 'as it is',
    ' around ': 'around',
    'a\nb\r\nc\td': 'a b c d',
    'a\u0000\u0007\u001b[31mb': 'a [31mb',
    'left\u202eright\u2066x\u200by': 'left right x y',
    '\ufefffirst\u2028second\u2029third\u0085fourth': 'first second third fourth',
    'ünï çödé 漢字 🎉': 'ünï çödé 漢字 🎉',
  };
  for (const [text, line] of Object.entries(rows)) {
    test(JSON.stringify(text), () => assert.equal(oneLine(text), line));
  }
  test('is cut', () => {
    assert.equal(oneLine('x'.repeat(501)), `${'x'.repeat(500)}…`);
    assert.equal(oneLine('abc', 2), 'ab…');
    assert.equal(oneLine('abc', 3), 'abc');
  });
});

describe('characters that deceive', () => {
  const rows: Readonly<Record<string, string | undefined>> = {
    'plain text, with - and "quotes"': undefined,
    'ünï çödé 漢字 🎉': undefined,
    'a\u200bb': 'U+200B (invisible)',
    'a\u00a0': 'U+00A0 (invisible)',
    '\ufeffa': 'U+FEFF (invisible)',
    'a\u0000': 'U+0000 (invisible)',
    'a\u{e0041}': 'U+E0041 (invisible)',
    'a\u2014b': '"\u2014" (U+2014)',
    '\u2018a\u2019': '"\u2018" (U+2018)',
  };
  for (const [text, named] of Object.entries(rows)) {
    test(JSON.stringify(text), () => {
      const found = deceptiveCharacter(text);
      assert.equal(found === undefined ? undefined : nameCharacter(found), named);
    });
  }
});
