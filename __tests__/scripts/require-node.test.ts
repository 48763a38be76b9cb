import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('../../scripts/require-node.cjs', import.meta.url));

test('a script on an older Node ends with one sentence', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'require-node-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const older = join(directory, 'older.cjs');
  for (const [version, status] of [
    ['20.20.2', 1],
    ['24.4.1', 1],
    ['24.5.0', 0],
    ['26.0.0', 0],
  ] as const) {
    writeFileSync(older, `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`);
    const run = spawnSync(process.execPath, ['-r', older, '-r', GUARD, '-e', ''], { encoding: 'utf8' });
    assert.equal(run.status, status, version);
    assert.equal(run.stderr.split('\n').length - 1, status, run.stderr);
  }
});
