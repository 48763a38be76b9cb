import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/owner.ts', import.meta.url));

const FILES = {
  'README.md': ['uses: OWNER/oci-webhook-action@v1, @OWNER', 'uses: acme-inc/oci-webhook-action@v1, @acme-inc'],
  '.github/w.yml': ['"$GITHUB_REPOSITORY_OWNER" OWNERS', '"$GITHUB_REPOSITORY_OWNER" OWNERS'],
  'dist/index.js': ['OWNER', 'OWNER'],
} as const;

test('the account takes the place of its placeholder in every tracked file', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'owner-'));
  t.after(() => rmSync(directory, { recursive: true }));
  for (const [path, [before]] of Object.entries(FILES)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), before);
  }
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
  ])
    execFileSync('git', args, { cwd: directory });
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [SCRIPT, ...args], { cwd: directory, encoding: 'utf8' });
  for (const wrong of [[], ['a/b'], ['-a'], ['a', 'b']]) assert.equal(run(...wrong).status, 2);
  assert.equal(run('acme-inc').stdout, '2 places now name acme-inc\n');
  for (const [path, [, after]] of Object.entries(FILES))
    assert.equal(readFileSync(join(directory, path), 'utf8'), after);
});
