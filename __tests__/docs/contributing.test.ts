import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { VERSION } from '../../src/util/version.ts';
import { codesIn, proseOf, ROOT, readText } from '../support/markdown.ts';

type Package = {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

const CONTRIBUTING = readText('CONTRIBUTING.md');
const { version, scripts, dependencies } = JSON.parse(readText('package.json')) as Package;

suite('CONTRIBUTING.md', () => {
  test('gives a reason for every dependency, and for no other package', () => {
    const section = CONTRIBUTING.split('## Dependencies at run time')[1]?.split('\n## ')[0] ?? '';
    const named = [...section.matchAll(/^- `([^`]+)`: \S/gm)].map(([, name]) => name);
    assert.deepEqual(named, Object.keys(dependencies));
  });

  test('names only files that exist', () => {
    const paths = codesIn(proseOf(CONTRIBUTING)).filter((code) =>
      /^(?:src|__tests__|docs|scripts|\.github|\.ci)\//.test(code),
    );
    assert.ok(paths.length > 10);
    for (const path of paths) assert.ok(existsSync(join(ROOT, path)), path);
  });

  test('names only commands that exist', () => {
    const commands = [...CONTRIBUTING.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      commands.filter((name) => !(name in scripts)),
      [],
    );
  });
});

test('package.json, the code and the newest release in CHANGELOG.md have the same version', () => {
  const headings = [...readText('CHANGELOG.md').matchAll(/^## (\S+)$/gm)].map(([, heading]) => heading);
  assert.equal(VERSION, version);
  assert.equal(
    headings.find((heading) => heading !== 'Unreleased'),
    version,
  );
});
