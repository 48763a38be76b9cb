import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { code, escapeMarkdown, limitedTable, link, table } from '../../../src/report/markdown.ts';
import { oneLine } from '../../../src/util/text.ts';

/** What a browser makes of character references. */
const shown = (markdown: string) =>
  markdown.replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)));

describe('hostile text is inert', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<!-- hidden -->',
    '<img src=x onerror=alert(1)>',
    '</code></td></table></details>',
    '[click](https://evil.example)',
    '![picture](https://evil.example/x.png)',
    '[ref]: https://evil.example',
    'https://evil.example and www.evil.example',
    'javascript:alert(1)',
    '**bold** _em_ ~~gone~~ `code` ```js',
    '| a | b |',
    '# heading',
    '> quote',
    '- item',
    '+ item',
    '1. item',
    '---',
    '=====',
    '@acme/everyone and @octocat',
    '#1 and GH#2',
    ':tada: :+1:',
    '&lt;b&gt; &amp; &#60;',
    '$x^2$ and \\(x\\)',
    '\\*not escaped\\*',
    'someone@evil.example',
    '[^1] footnote',
    '[x] task',
    '> [!WARNING]',
    '\u202egpj.exe',
  ];
  /** All that can begin markup in GitHub's flavour, outside of character references. */
  const active = /[<>[\]`*_~|@\\!$^(){}"'?]|(?<!&)#|&(?!#\d+;)|:\/\/|:[\w+-]+:|\bwww\.|^\s*(?:[-+=]|\d+\.)/i;
  for (const text of hostile) {
    test(text, () => {
      for (const markdown of [escapeMarkdown(text), code(text).replace(/^<code>|<\/code>$/g, '')]) {
        assert.ok(!active.test(markdown), markdown);
        assert.equal(shown(markdown), oneLine(text), 'it still reads the same');
      }
    });
  }
  test('plain text stays readable in the source', () => {
    const text = 'deployment failed: service web, 2 of 3; see ghcr.io/acme/app:v1 = sha256-x+y';
    assert.equal(escapeMarkdown(text), text);
  });
});

describe('a link', () => {
  const page = 'https://github.com/users/acme/packages/container/app/1';
  test('to a page', () => assert.equal(link('`x`', page), `[\`x\`](${page})`));
  test('cannot end early', () => {
    const url = 'https://github.com/a)<script>|"\'`_*[]\\';
    assert.match(link('x', url), /^\[x\]\(https:\/\/github\.com\/[\w/%.-]+\)$/);
  });
  for (const url of [
    undefined,
    '',
    'javascript:alert(1)',
    'http://github.com/',
    'https://me:pass@evil.example/',
    'data:text/html,x',
    '//evil.example',
    `https://github.com/${'x'.repeat(2_000)}`,
  ]) {
    test(`not to ${String(url).slice(0, 40)}`, () => assert.equal(link('x', url), 'x'));
  }
});

describe('a table', () => {
  test('has a head, a line and rows', () => {
    assert.equal(table(['A', 'B'], [['1', '2']]), '| A | B |\n| --- | --- |\n| 1 | 2 |');
  });
  const rows = [['aaa', 'b'], ['ü'], ['ccc']];
  test('has as many rows as fit, plural in bytes', () => {
    const limited = (bytes: number) => limitedTable(['A'], rows, { bytes, what: 'rows', cellsOf: (cells) => cells });
    const cut = (count: number) => `${table(['A'], rows.slice(0, count))}\n\nThe first ${count} of 3 rows.`;
    assert.equal(limited(1_000), table(['A'], rows));
    assert.equal(limited(0), cut(0));
    const first = Buffer.byteLength('| aaa | b |\n');
    const second = Buffer.byteLength('| ü |\n');
    assert.equal(limited(first + second), cut(2));
    assert.equal(limited(first + second - 1), cut(1));
  });
});
