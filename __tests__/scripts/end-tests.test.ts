import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const END_TESTS = new URL('../../scripts/end-tests.ts', import.meta.url).href;

const LEFT_OPEN = `
import { createServer } from 'node:http';
import { test } from 'node:test';
test('leaves a server open', () => {
  createServer().listen(0, '127.0.0.1');
  throw new Error('failed');
});`;

const MANY = `
import { test } from 'node:test';
for (let number = 0; number < 3000; number++) test('test ' + number, () => {});`;

test('a failed test that leaves a server open ends, and every test of a large file is counted', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'end-tests-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const files = { 'left-open.test.mjs': LEFT_OPEN, 'many.test.mjs': MANY };
  for (const [name, source] of Object.entries(files)) writeFileSync(join(directory, name), source);
  // In this variable Node tells a test file that another process reports for it.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ['--test', '--test-reporter=tap', `--import=${END_TESTS}`, ...Object.keys(files)];
  const run = spawnSync(process.execPath, args, { cwd: directory, env, encoding: 'utf8', timeout: 60_000 });
  assert.equal(run.error, undefined);
  assert.equal(run.status, 1);
  assert.match(run.stdout, /^# tests 3001$/m);
  assert.match(run.stdout, /^# pass 3000$/m);
  assert.match(run.stdout, /^# fail 1$/m);
});
