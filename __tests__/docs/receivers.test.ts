import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Artifact } from '../../src/oci/artifact.ts';
import { loadReceiver } from '../../src/receivers/index.ts';
import { codesIn, fencesIn, linksIn, ownFiles, readText, tableUnder } from '../support/markdown.ts';
import { messagesTo } from '../support/messages.ts';

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

suite('the pages of the receivers', async () => {
  const sent = new Map<string, string>();
  for (const name of ['github', 'docker-hub', 'harbor', 'distribution', 'msr', 'json']) {
    const receiver = await loadReceiver(name);
    assert.ok(receiver);
    sent.set(constant(messagesTo(receiver, [APP])[0]?.body ?? ''), name);
  }

  for (const page of PAGES) {
    const markdown = readText(page);
    for (const { text, line } of fencesIn(markdown).filter(({ language }) => language === 'json')) {
      test(`${page}:${line} is what is sent`, () => {
        assert.ok(sent.has(constant(text.trim())), `nothing sends ${text}`);
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
});
