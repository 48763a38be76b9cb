import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { codesIn, ROOT, readText, tableUnder } from '../support/markdown.ts';

/**
 * The stages in the order in which data runs through them. A file may import from its own folder and from those below, never
 * from one above. Types that two stages share are in the lower one, in its types.ts.
 */
const STAGES = [
  'main',
  'push',
  'notify',
  'artifacts',
  'inputs',
  'registry',
  'github',
  'report',
  'deployment',
  'delivery',
  'receivers',
  'events',
  'http',
  'oci',
  'util',
];

const SRC = join(ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map(normalize)
  .filter((path) => path.endsWith('.ts'));

/** The files that `path` imports, also those that it loads later, relative to src. */
function importsOf(path: string): readonly string[] {
  const source = readFileSync(join(SRC, path), 'utf8');
  const found = source.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g);
  return [...found].map(([, target = '']) => normalize(join(dirname(path), target)));
}

function stageOf(path: string): number {
  const stage = path.replace(/\.ts$/, '').split('/')[0] ?? '';
  const index = STAGES.indexOf(stage);
  assert.ok(index >= 0, `${path} is in no stage`);
  return index;
}

describe('the folders of src', () => {
  test('hold every file but the entry and the pipeline', () => {
    assert.deepEqual(files.filter((path) => !path.includes('/')).sort(), ['main.ts', 'notify.ts']);
  });

  test('are in CONTRIBUTING, in the same order', () => {
    const listed = tableUnder(readText('CONTRIBUTING.md'), 'Where things are').map(
      ([folder = '']) => codesIn(folder)[0],
    );
    const folders = STAGES.filter((stage) => stage !== 'main' && stage !== 'notify');
    assert.deepEqual(
      listed,
      folders.map((folder) => `${folder}/`),
    );
  });

  for (const path of files) {
    test(`${path} imports only from its own stage and from those below`, () => {
      const upward = importsOf(path).filter((target) => stageOf(target) < stageOf(path));
      assert.deepEqual(upward, []);
    });
  }

  test('have unit tests that are named after their files, or every-… where they are about all of a folder', () => {
    const tests = readdirSync(join(ROOT, '__tests__/unit'), { recursive: true, encoding: 'utf8' }).map(normalize);
    const tested = tests
      .filter((path) => /^(?!.*\/every-).*\.ts$/.test(path))
      .map((path) => path.replace(/\.test\.ts$/, '.ts'));
    assert.deepEqual(
      tested.filter((path) => !files.includes(path)),
      [],
    );
  });

  test('there is no circle of imports', () => {
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      assert.ok(!trail.includes(path), [...trail, path].join(' → '));
      if (done.has(path)) return;
      for (const target of importsOf(path)) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of files) visit(path, []);
  });
});
