import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainGoRegexp } from '../../../../src/push/check/go-regexp.ts';

/** Each was given to regexp.Compile of Go 1.26. */
describe('patterns that Go compiles', () => {
  const good: readonly string[] = [
    '',
    '^refs/heads/main$',
    'main|v\\d+\\.\\d+\\.\\d+',
    '(?i)^MAIN$',
    '(?i:a)(?-s:b)(?U-im)c',
    '(?P<major>\\d+)\\.(?<minor>\\d+)',
    '(?:a|b)*?c+?d??',
    'a{2}b{2,}c{2,3}?',
    'a{,3}b{x}{01}',
    '(a{30}){30}',
    '(a*)*',
    'a*(?i)*',
    '[]a][^]a][a-z\\d\\-_.][[:alpha:][:^digit:]][a-]',
    '[\\x00-\\x{10FFFF}][\\t-\\r][\\101-\\132]',
    '\\pL\\p{Greek}\\P{^Lu}\\p{Any}',
    '\\Qa(b[\\E*',
    '\\A\\bé😀\\B\\z',
    '\\012\\07\\x41\\x{1F600}\\_\\-\\/',
    'a}b]c',
    '()',
    '|',
    `${'('.repeat(400)}${')'.repeat(400)}`,
  ];
  for (const pattern of good) test(pattern, () => assert.equal(explainGoRegexp(pattern), undefined));
});

describe('patterns that Go refuses', () => {
  const bad: Readonly<Record<string, string>> = {
    '^(?!dev)': '"(?!" at character 2 looks ahead, which Go\'s regular expressions cannot',
    'a(?=b)': '"(?=" at character 2 looks ahead, which Go\'s regular expressions cannot',
    '(?<=v)1': '"(?<=" at character 1 looks behind, which Go\'s regular expressions cannot',
    '(?<!v)1': '"(?<!" at character 1 looks behind, which Go\'s regular expressions cannot',
    '(a)\\1': '"\\\\1" at character 4 refers back to a group, which Go\'s regular expressions cannot',
    '(?<n>a)\\k<n>': '"\\\\k<n>" at character 8 refers back to a group, which Go\'s regular expressions cannot',
    '(?P<n>a)(?P=n)': '"(?P=n" at character 9 refers back to a group, which Go\'s regular expressions cannot',
    '(?>a)': '"(?>" at character 1 never gives back what it matched, which Go\'s regular expressions cannot',
    'a++': '"++" at character 2 never gives back what it matched, which Go\'s regular expressions cannot',
    '(?#x)a': '"(?#" at character 1 begins a comment, which Go\'s regular expressions cannot',
    '(?x)a': '"(?x" at character 1 begins no group that Go knows',
    '(?i-)a': '"(?i" at character 1 begins no group that Go knows',
    '(a': '"(" at character 1 is never closed',
    '(a(b)': '"(" at character 1 is never closed',
    'a)': '")" at character 2 closes no group',
    '[a': '"[a" at character 1 is never closed',
    '[]': '"[]" at character 1 is never closed',
    '[z-a]': '"z-a" at character 1 is a range that ends below where it begins',
    '[a-\\d]': '"a-\\\\d" at character 1 is a range without an end',
    '[[:word :]]': '"[:word :]" at character 1 is no class that Go knows',
    '*.md': '"*" at character 1 repeats nothing',
    '(|+)': '"+" at character 3 repeats nothing',
    'a**': '"*" at character 3 repeats a repetition: put a group around it',
    'a{2}{3}': '"{3}" at character 5 repeats a repetition: put a group around it',
    'a{1001}': '"{1001}" at character 2 repeats more than 1000 times',
    'a{3,2}': '"{3,2}" at character 2 ends below where it begins',
    '((a{100}){100}){0,}': '"{100}" at character 10 repeats more than 1000 times with what is inside it',
    '\\': '"\\\\" at character 1 is no escape that Go knows',
    '\\Z': '"\\\\Z" at character 1 is no escape that Go knows',
    '\\h': '"\\\\h" at character 1 is no escape that Go knows',
    '\\x{110000}': '"\\\\x{110000}" at character 1 is no character',
    '\\p{Klingon}': '"\\\\p{Klingon}" at character 1 is no class that Go knows',
    '(?P<>a)': '"(?P<>" at character 1 has a name that is not made of letters, digits and "_"',
    '(?<a>x)(?<a>y)': '"(?<a>" at character 8 has the name of another group',
    [`${'x'.repeat(1001)}`]: 'it has 1001 characters, expected at most 1000',
  };
  for (const [pattern, why] of Object.entries(bad)) test(pattern, () => assert.equal(explainGoRegexp(pattern), why));
});
