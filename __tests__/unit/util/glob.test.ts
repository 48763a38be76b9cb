import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InputError } from '../../../src/util/errors.ts';
import { compileGlob, parseGlob } from '../../../src/util/glob.ts';
import { cpuMs } from '../../support/cpu.ts';

/** For each pattern what it matches, and what it does not. */
const PATTERNS: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>> = {
  'a.txt': { yes: ['a.txt'], no: ['aXtxt', 'a.txt2', 'b/a.txt', ''] },
  'a*c': { yes: ['ac', 'abc', 'acbc'], no: ['a/c', 'abcd', 'bac'] },
  'a?c': { yes: ['abc', 'a😀c'], no: ['ac', 'a/c'] },
  '*/b*/c': { yes: ['a/b/c', 'a/bx/c'], no: ['a/x/b/c', 'a/b/x/c'] },
  'a*b*c': { yes: ['abc', 'aXbXc', 'abbc', 'abcbc'], no: ['acb', 'ab/c'] },
  '**': { yes: ['a', 'a/b', ''], no: [] },
  '**/x': { yes: ['x', 'a/x', 'a/b/x'], no: ['ax', 'a/bx', 'x/a'] },
  'a/**/x': { yes: ['a/x', 'a/b/x', 'a/b/c/x'], no: ['ax', 'a/bx', 'b/a/x'] },
  'a/**': { yes: ['a/b', 'a/b/c'], no: ['a', 'ab'] },
  '**x': { yes: ['x', 'ax', 'a/bx'], no: ['xa'] },
  'a**b': { yes: ['ab', 'a/b', 'axx/y/b'], no: ['ba', 'a/bc'] },
  '**a*/x': { yes: ['a/x', 'ab/y/ab/x'], no: ['ab/y/b/x'] },
  '**/a/**/b*': { yes: ['a/b', 'x/a/a/y/bz', 'a/x/b'], no: ['a/xb', 'b/a'] },
  '**/*.md': { yes: ['a.md', 'x/y/a.md'], no: ['a.mdx'] },
  '[ab].txt': { yes: ['a.txt', 'b.txt'], no: ['c.txt', 'ab.txt'] },
  '[^ab]x': { yes: ['cx', '^x'], no: ['ax', '/x'] },
  '[!ab]x': { yes: ['cx'], no: ['ax'] },
  '[a-c0-9-]': { yes: ['b', '5', '-'], no: ['d', ''] },
  '[\\]\\-a]': { yes: [']', '-', 'a'], no: ['\\'] },
  '[😀-😂]': { yes: ['😁'], no: ['😃'] },
  '\\*\\?\\[\\{': { yes: ['*?[{'], no: ['axb{'] },
  'a]': { yes: ['a]'], no: ['a'] },
  '{a,b}': { yes: ['a', 'b'], no: ['{a,b}', ''] },
  'x{a,b/{c,d},}y': { yes: ['xay', 'xb/cy', 'xb/dy', 'xy'], no: ['xcy', 'xb/y'] },
  '{a,b}{c,d}': { yes: ['ac', 'ad', 'bc', 'bd'], no: ['ab'] },
  '\\{a,b\\}': { yes: ['{a,b}'], no: ['a'] },
  '[{]{a,b}': { yes: ['{a', '{b'], no: ['a'] },
};

describe('what patterns match', () => {
  for (const [pattern, { yes, no }] of Object.entries(PATTERNS)) {
    test(pattern, () => {
      const matches = compileGlob(pattern);
      for (const text of yes) assert.ok(matches(text), `matches ${text}`);
      for (const text of no) assert.ok(!matches(text), `does not match ${text}`);
    });
  }

  test('without braces they are characters, and so is all that only other languages know', () => {
    for (const pattern of ['{a,b}', 'a+b|c$', '(a)', '!(a)', '}']) {
      const { start, follow, isEnd } = parseGlob(pattern);
      assert.ok(isEnd(follow(start, pattern)), pattern);
    }
  });

  test('in parts as in one', () => {
    const { start, follow, isEnd } = parseGlob('**/a*/[b-d]?/**');
    const parts = ['x/', 'a', 'bc', '/', 'c', '😀', '/', 'y/', 'z'];
    let places = start;
    for (const part of parts) places = follow(places, part);
    assert.deepEqual(places, follow(start, parts.join('')));
    assert.ok(isEnd(places));
    const other = parseGlob('a/b');
    assert.deepEqual(other.follow(other.start, 'ax'), []);
  });
});

describe('patterns that cannot be read', () => {
  const wrong: Readonly<Record<string, string>> = {
    'x[z-a]': '"z-a" is a range that ends below where it begins',
    '[abc': '"[abc" has no closing "]"; write \\[ for the character',
    'a[]': '"[]" is an empty class; write \\[ and \\] for the characters',
    '[[:digit:]]': 'classes such as [:alpha:] are not known: write [A-Za-z]',
    'a\\': 'the pattern ends within a character or after a backslash',
    '{a,b': '"{a,b" has no closing "}"; write \\{ for the character',
    '{a}': '"{a}" has no comma: braces are for {a,b}',
    'a}': '"}" closes no brace; write \\} for the character',
    '@(a|b)': 'groups such as !(a|b) are not known: write {a,b}, or a line of its own that begins with "!"',
    [`${'{a,b}'.repeat(7)}`]: 'its braces make more than 100 patterns; write some of them as lines of their own',
    [`${'x'.repeat(501)}`]: 'the pattern has 501 characters, expected at most 500',
  };
  for (const [pattern, message] of Object.entries(wrong)) {
    test(pattern.slice(0, 40), () => {
      assert.throws(() => compileGlob(pattern), new InputError(message));
    });
  }
});

test('matching takes time in proportion, whatever the pattern', { timeout: 60_000 }, () => {
  const text = `${'a'.repeat(250)}/`.repeat(16);
  const patterns = ['*a*a*a*a*a*a*a*b', `${'*a'.repeat(200)}*b`, `${'**a'.repeat(150)}b`, `${'**/*a'.repeat(90)}b`];
  const startedMs = cpuMs();
  for (const pattern of patterns) assert.ok(!compileGlob(pattern)(text));
  assert.ok(cpuMs() - startedMs < 5_000);
});
