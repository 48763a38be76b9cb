import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseIgnores } from '../../../../src/push/check/ignore.ts';
import { InputError } from '../../../../src/util/errors.ts';

/** What the rules say of the last component of `path`, walked to as the scan does. */
function entered(rules: string, path: string) {
  let here = parseIgnores(rules);
  const names = path.split('/');
  for (const name of names.slice(0, -1)) here = here.enter(name).inside();
  return here.enter(names.at(-1) ?? '');
}

describe('the ignore file', () => {
  const ignored: readonly (readonly [rules: string, path: string, ignored: boolean])[] = [
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'README.md', true],
    ['**/*.md', 'docs/a/README.md', true],
    ['docs', 'docs/a/b', true],
    ['docs/**', 'docs', true],
    ['docs/**', 'docs/a', true],
    ['docs/**', 'docs2', false],
    ['docs/*', 'docs', false],
    ['docs/*', 'docs/a/b', true],
    ['docs/', 'docs', true],
    ['/docs', 'docs', true],
    ['./docs', 'docs', true],
    ['docs', 'my/docs', false],
    ['docs\n!docs/keep', 'docs/keep/x', false],
    ['docs\n!docs/keep', 'docs/other', true],
    ['!docs/keep\ndocs', 'docs/keep', true],
    ['*\n!.doco-cd.yaml', '.doco-cd.yaml', false],
    ['*', '.env', true],
    ['# docs\ndocs', 'docs', true],
    ['#docs', '#docs', false],
    ['\\#docs', '#docs', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[ab].txt', 'a.txt', true],
    ['[^ab].txt', 'a.txt', false],
    ['foo/**/bar', 'foo/bar', true],
    ['foo/**/bar', 'foo/a/b/bar/c', true],
    ['a\\*', 'ab', false],
    ['\\**', '*secret', true],
    ['\\**', 'secret', false],
    ['a\\**', 'a*b', true],
    ['a\\**', 'ab', false],
    ['[ab]**', 'b/c/d', true],
    ['a//b', 'a/b', true],
    ['a/./b', 'a/b', true],
    ['x/../b', 'b', true],
    ['**secret', 'a/mysecret', true],
    ['**secret', 'mysecret', true],
    ['a/**secret', 'a/b/c/mysecret', true],
    [`${'a'}${'/'.repeat(60)}b`, 'a/b', true],
    ['{a,b}', 'a', false],
    ['{a,b}', '{a,b}', true],
    ['(a|b)', '(a|b)', true],
    ['!(a)', 'b', false],
    ['**/x', 'new\nline/x', true],
    ['\ufeffdocs', 'docs', true],
    ['', '.ociignore', true],
    ['!.ociignore', '.ociignore', false],
    ['', 'sub/.ociignore', false],
  ];
  for (const [rules, path, expected] of ignored) {
    test(`${JSON.stringify(rules)} ${expected ? 'takes' : 'leaves'} ${JSON.stringify(path)}`, () => {
      assert.equal(entered(rules, path).isIgnored, expected);
    });
  }

  const searched: readonly (readonly [rules: string, directory: string, searched: boolean])[] = [
    ['data', 'data', false],
    ['data\n!keep.txt', 'data', false],
    ['data\n!data/keep.txt', 'data', true],
    ['data\n!data/a/b', 'data/a', true],
    ['data\n!data/a/b', 'data/c', false],
    ['data\n!database', 'data', false],
    ['data\n!data/*.txt', 'data', true],
    ['data\n!d*/keep', 'data', true],
    ['data\n!x*/keep', 'data', false],
    ['data\n!**/keep', 'data/a', true],
    ['data\n!data', 'data', false],
  ];
  for (const [rules, directory, expected] of searched) {
    test(`${JSON.stringify(rules)} ${expected ? 'may want' : 'wants nothing'} below ${directory}`, () => {
      assert.equal(entered(rules, directory).mayHoldWanted, expected);
    });
  }

  const wrong: readonly (readonly [rules: string, says: RegExp])[] = [
    ['# secrets\n*.pem\n![z-a]', /^path: \.ociignore, line 3: "!\[z-a\]": "z-a" is a range that ends below where/],
    ['id_[rsa', /^path: \.ociignore, line 1: "id_\[rsa": "\[rsa" has no closing "\]"; write \\\[ for the character$/],
    ['a\\', /line 1: "a\\\\": the pattern ends within a character or after a backslash/],
    [`${'x/'.repeat(300)}`, /line 1: "x\/x.*…": the pattern has 599 characters, expected at most 500/],
    ['[[:alpha:]]', /classes such as \[:alpha:\] are not known/],
  ];
  for (const [rules, says] of wrong) {
    test(`${JSON.stringify(rules.slice(0, 20))} is refused with its line`, () => {
      assert.throws(
        () => parseIgnores(rules),
        (error) => error instanceof InputError && says.test(error.message),
      );
    });
  }
});
