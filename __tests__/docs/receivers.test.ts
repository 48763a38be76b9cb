import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { RECEIVERS } from '../../src/events/index.ts';
import type { Artifact } from '../../src/oci/artifact.ts';
import { codesIn, fencesIn, linksIn, ownFiles, readText, tableUnder } from '../support/markdown.ts';

/** What docs/receivers shows is what is sent, and what it quotes is what is said. */

const PAGES = ownFiles('docs/receivers/*.md');
const SOURCES = ownFiles('src/**/*.ts').map((path) => readText(path).replaceAll("\\'", "'").replaceAll('\\`', '`'));
const APP: Artifact = {
  host: 'ghcr.io',
  path: 'acme/app',
  tag: '1.2.3',
  digest: 'sha256:7632912eac80f0d2811d763665f4ee3ce077ee07da4b792f43c1669b3f32d033',
  style: 'tag',
};

/** A message with what differs each time left out. */
function constant(body: string): string {
  return body
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/"occur_at":\d+/g, '"occur_at":<time>')
    .replaceAll(/oci-webhook-action\/[\d.]+/g, '<version>');
}

suite('the pages of the receivers', () => {
  const sent = new Map<string, string>();
  for (const [name, { serialize }] of RECEIVERS) sent.set(constant(serialize([APP])[0]?.body ?? ''), name);

  for (const page of PAGES) {
    const markdown = readText(page);
    for (const { text, line } of fencesIn(markdown).filter(({ language }) => language === 'json')) {
      test(`${page}:${line} is what a format sends`, () => {
        const format = sent.get(constant(text.trim()));
        assert.ok(format !== undefined, `no format sends ${text}`);
        assert.ok(markdown.includes(`format: ${format}`), `${page} does not name ${format}`);
      });
    }

    if (!markdown.includes('## Good and bad answers')) continue;
    for (const [said = ''] of tableUnder(markdown, 'Good and bad answers')) {
      test(`${page}: ${said} can be said`, () => {
        const parts = codesIn(said).flatMap((code) => code.split('…').map((part) => part.trim()));
        const known = parts.filter((part) => part !== '');
        assert.ok(known.length > 0);
        assert.ok(
          SOURCES.some((source) => known.every((part) => source.includes(part))),
          `no file in src says ${JSON.stringify(known)}`,
        );
      });
    }
  }

  test('all of them are in the index and in the README', () => {
    const [index, readme] = [readText('docs/receivers/README.md'), readText('README.md')];
    for (const page of PAGES.filter((path) => !path.endsWith('README.md'))) {
      assert.ok(linksIn(index).includes(page.replace('docs/receivers/', '')), page);
      assert.ok(linksIn(readme).includes(page), page);
    }
  });

  test('the index lists every format but doco-cd’s, with its content type and header', () => {
    const rows = tableUnder(readText('docs/receivers/README.md'), 'Formats for receivers that are not listed');
    const listed = rows.map(([format = '', type = '', digest, header = '']) => [
      codesIn(format)[0],
      codesIn(type)[0],
      digest === 'yes',
      codesIn(header)[0]?.toLowerCase(),
    ]);
    const known = [...RECEIVERS].filter(([name]) => name !== 'doco-cd');
    assert.deepEqual(
      listed,
      known.map(([name, { serialize, needsDigest, headers = {} }]) => [
        name,
        serialize([APP])[0]?.contentType,
        needsDigest,
        Object.entries(headers)[0]?.join(': '),
      ]),
    );
  });
});
