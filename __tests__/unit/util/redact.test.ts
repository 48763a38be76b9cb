import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { createRedactor, spellingsOf } from '../../../src/util/redact.ts';
import { cpuMs } from '../../support/cpu.ts';

function redact(secrets: readonly string[], text: string): string {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor.redact(text);
}

describe('redacting', () => {
  const rows: Readonly<Record<string, readonly [secrets: readonly string[], text: string, expected: string]>> = {
    'nothing to hide': [[], 'a text', 'a text'],
    'a secret in the middle': [['hunter2'], 'my hunter2 is here', 'my *** is here'],
    'a secret at both ends': [['hunter2'], 'hunter2 and hunter2', '*** and ***'],
    'the whole text': [['hunter2'], 'hunter2', '***'],
    'two in a row': [['hunter2', 'CORRECT'], 'hunter2CORRECT', '***' + '***'],
    'the longer of two that begin alike': [['abcd', 'abcdefgh'], 'x abcdefgh y abcd z', 'x *** y *** z'],
    'one within another': [['cdef', 'abcdefgh'], 'x abcdefgh y cdef', 'x *** y ***'],
    'two that overlap leave no rest': [['abcdef', 'efghij'], 'x abcdefghij y', 'x *** y'],
    'one that begins but does not end': [['abcdefgh'], 'abcdefg', 'abcdefg'],
    'short ones': [['1', 'xyz'], 'a1b xyz', 'a***b ***'],
    'a short one and a long one that begin alike': [['abc', 'abcdefgh'], 'abcdefgh abc abcd', '*** *** ***d'],
    'characters beyond ASCII': [['pässwörd'], 'das pässwörd da', 'das *** da'],
  };
  for (const [what, [secrets, text, expected]] of Object.entries(rows)) {
    test(what, () => assert.equal(redact(secrets, text), expected));
  }

  test('takes no longer for 20,000 secrets than for 20, but for little', () => {
    const hex = (index: number) => createHash('sha256').update(String(index)).digest('hex');
    const text = Array.from({ length: 2_000 }, (_, index) => `sha256:${hex(-index)}`).join(' ');
    const timeOf = (count: number) => {
      const redactor = createRedactor();
      for (let index = 0; index < count; index++) redactor.add(hex(index));
      const beganMs = cpuMs();
      assert.equal(redactor.redact(text), text.replace(hex(0), '***'));
      return cpuMs() - beganMs;
    };
    timeOf(20);
    assert.ok(timeOf(20_000) < 20 * timeOf(20) + 200, 'one pass, whatever the number');
  });
});

test('a secret is found in every spelling', () => {
  const secret = `a<b>&"c' d/é`;
  const marks = spellingsOf('~a*b(c d');
  const spellings = spellingsOf(secret);
  for (const spelling of [
    secret,
    "a%3Cb%3E%26%22c'%20d%2F%C3%A9",
    "a%3cb%3e%26%22c'%20d%2f%c3%a9",
    'a%3Cb%3E%26%22c%27+d%2F%C3%A9',
    'a%3cb%3e%26%22c%27+d%2f%c3%a9',
    `a<b>&\\"c' d/é`,
    'a%3Cb%3E%26%22c%27%20d%2F%C3%A9',
    'a%3cb%3e%26%22c%27%20d%2f%c3%a9',
    `a<b>&\\\\\\"c' d/é`,
    `a\\u003Cb\\u003E\\u0026\\u0022c\\u0027 d/\\u00E9`,
    `a<b>&\\"c' d/\\u00e9`,
    `a<b>&\\"c' d\\/\\u00e9`,
    `a\\u003cb\\u003e\\u0026\\"c' d/é`,
    'a&lt;b&gt;&amp;&quot;c&#39; d/é',
    'a&lt;b&gt;&amp;&#34;c&#39; d/é',
    'a&lt;b&gt;&amp;&quot;c&#x27; d/é',
  ]) {
    assert.ok(spellings.has(spelling), `${spelling} is not among ${[...spellings].join(' | ')}`);
  }
  const base64 = spellingsOf('a+b/c=');
  for (const spelling of ['a%2Bb%2Fc%3D', 'a+b%2Fc=', 'a+b%2fc=', 'a%2Bb/c%3D', 'a\\u002Bb/c=', 'a+b\\/c=']) {
    assert.ok(base64.has(spelling), `${spelling} is not among ${[...base64].join(' | ')}`);
  }
  for (const spelling of ['~a%2Ab%28c+d', '~a%2ab%28c+d', '~a%2Ab%28c%20d', '%7Ea*b%28c+d']) {
    assert.ok(marks.has(spelling), `${spelling} is not among ${[...marks].join(' | ')}`);
  }
  assert.deepEqual([...spellingsOf('plain-Key_123')], ['plain-Key_123']);
});
