import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { suite, test } from 'node:test';
import { anchorsIn, linksIn, MARKDOWN_FILES, ROOT, readText } from '../support/markdown.ts';

suite('links and anchors of all Markdown files resolve', () => {
  for (const file of MARKDOWN_FILES) {
    test(file, () => {
      const links = linksIn(readText(file));
      for (const link of links.filter((target) => !/^(?:https?|mailto):/.test(target))) {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? file : posix.normalize(posix.join(dirname(file), path));
        assert.ok(existsSync(join(ROOT, target)), `${link}: there is no ${target}`);
        if (anchor === undefined) continue;
        assert.ok(anchorsIn(readText(target)).has(anchor), `${link}: ${target} has no heading with this anchor`);
      }
      for (const link of links.filter((target) => /^https?:/.test(target))) {
        assert.ok(URL.canParse(link) && link.startsWith('https://'), `${link}: expected an https URL`);
      }
    });
  }

  test('the README is among them, and its links are seen', () => {
    assert.ok(MARKDOWN_FILES.includes('README.md'));
    assert.ok(linksIn(readText('README.md')).includes('docs/README.md'));
  });
});
