import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { findTool, runTool } from '../../src/util/exec.ts';
import { defined } from '../support/defined.ts';

const node = process.execPath;
const script = (body: string) => ['-e', body];
const EXEC = new URL('../../src/util/exec.ts', import.meta.url).href;

describe('runTool', () => {
  test('returns exit code and both streams', async () => {
    const run = await runTool(node, script('console.log("out"); console.error("err ü"); process.exitCode = 3'));
    assert.deepEqual(defined(run), { exitCode: 3, stdout: 'out\n', stderr: 'err ü\n' });
  });

  test('passes arguments as they are', async () => {
    const args = ['a b', '"quoted"', '$HOME', '', '--x=\\'];
    const run = await runTool(node, ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...args]);
    assert.deepEqual(JSON.parse(run.stdout), args);
  });

  test('a tool that does not exist is a value', async () => {
    const run = await runTool('/nowhere/oci-webhook-no-such-tool', []);
    assert.equal(run.exitCode, 127);
    assert.match(run.stderr, /oci-webhook-no-such-tool/);
  });

  test('a tool ended by a signal has not succeeded', async () => {
    const run = await runTool(node, script('process.kill(process.pid, "SIGKILL")'));
    assert.equal(run.exitCode, 128);
  });

  test('gives input and closes it, also when there is none', async () => {
    const echo = script('process.stdin.pipe(process.stdout)');
    assert.equal((await runTool(node, echo, { input: 'hello' })).stdout, 'hello');
    assert.equal((await runTool(node, echo)).stdout, '');
  });

  test('survives a tool that does not read its input', async () => {
    const run = await runTool(node, script('process.exit(0)'), { input: 'x'.repeat(4 << 20) });
    assert.equal(run.exitCode, 0);
  });

  test('adds and removes variables and hides our inputs', async () => {
    process.env.INPUT_SECRET = 'hidden';
    process.env.OCI_WEBHOOK_TEST = 'kept';
    try {
      const print = script('console.log(process.env.INPUT_SECRET, process.env.OCI_WEBHOOK_TEST, process.env.ADDED)');
      assert.equal((await runTool(node, print, { env: { ADDED: 'yes' } })).stdout, 'undefined kept yes\n');
      assert.equal(
        (await runTool(node, print, { env: { OCI_WEBHOOK_TEST: undefined } })).stdout,
        'undefined undefined undefined\n',
      );
    } finally {
      delete process.env.INPUT_SECRET;
      delete process.env.OCI_WEBHOOK_TEST;
    }
  });

  test('reports lines as they come, and what comes after the last', async () => {
    const lines: string[] = [];
    const prints = script('console.log("one"); console.error("two"); process.stdout.write("three")');
    await runTool(node, prints, { onLine: (line) => lines.push(line) });
    assert.deepEqual(lines.sort(), ['one', 'three', 'two']);
  });

  test('does not write to the log', async () => {
    const inner = `const { runTool } = await import(${JSON.stringify(EXEC)});
      await runTool(process.execPath, ['-e', 'console.log(1)']);`;
    const run = await runTool(node, ['--input-type=module', '-e', inner]);
    assert.deepEqual(defined(run), { exitCode: 0, stdout: '', stderr: '' });
  });
});

describe('a tool that does not end is given up, and killed', () => {
  /** Ignores whatever can be ignored, and prints its process id. */
  const stubborn = script('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log(process.pid)');

  /** Waits until the process is gone, or only its exit code is left. */
  async function isGone(pid: number): Promise<boolean> {
    for (let looks = 0; looks < 500; looks++) {
      try {
        if (/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return true;
      } catch {
        return true;
      }
      await pause(20);
    }
    return false;
  }

  test('when the signal is aborted', { timeout: 30_000 }, async () => {
    const abort = new AbortController();
    const run = await runTool(node, stubborn, { signal: abort.signal, onLine: () => abort.abort() });
    assert.deepEqual([run.exitCode, run.exceeded], [128, undefined]);
    assert.ok(await isGone(Number(run.stdout)), `${run.stdout} is still there`);
  });

  test('when the signal was aborted before', { timeout: 30_000 }, async () => {
    const run = await runTool(node, stubborn, { signal: AbortSignal.abort() });
    assert.deepEqual([run.exitCode, run.stdout], [128, '']);
  });

  test('when it takes too long', { timeout: 30_000 }, async () => {
    const run = await runTool(node, stubborn, { timeoutMs: 2_000 });
    assert.deepEqual([run.exitCode, run.exceeded], [128, 'time']);
    assert.ok(await isGone(Number(run.stdout)), `${run.stdout} is still there`);
    const quick = await runTool(node, script(''), { timeoutMs: 20_000 });
    assert.deepEqual([quick.exitCode, quick.exceeded], [0, undefined]);
  });

  test('when it prints without end, with or without lines', { timeout: 30_000 }, async () => {
    for (const part of ['x'.repeat(1 << 16), `${'x'.repeat(1023)}\n`]) {
      const endless = `const more = () => process.stdout.write(${JSON.stringify(part)}, more); more();`;
      const run = await runTool(node, script(endless));
      assert.deepEqual([run.exitCode, run.exceeded], [128, 'output']);
      assert.ok(run.stdout.length <= 8 << 20);
    }
  });

  test('each of two that run at once by its own signal', { timeout: 30_000 }, async () => {
    const abort = new AbortController();
    const doomed = runTool(node, stubborn, { signal: abort.signal, onLine: () => abort.abort() });
    const other = runTool(node, script('setTimeout(() => console.log("done"), 600)'));
    assert.equal((await doomed).exitCode, 128);
    assert.equal((await other).stdout, 'done\n');
  });

  test('also where what it started holds its streams', { timeout: 30_000 }, async () => {
    const family = `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 8000)'],
      { stdio: ['ignore', 'inherit', 'inherit'], detached: true }).unref();`;
    assert.equal((await runTool(node, script(family))).exitCode, 0);
  });
});

describe('findTool', () => {
  async function withPath(path: string, run: (directory: string) => Promise<void>): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'oci webhook "'));
    const before = process.env.PATH;
    try {
      await writeFile(join(directory, 'some tool'), '#!/bin/sh\necho found\n');
      await chmod(join(directory, 'some tool'), 0o755);
      process.env.PATH = path.replace('<directory>', directory).replace('<relative>', relative('', directory));
      await run(directory);
    } finally {
      process.env.PATH = before;
      await rm(directory, { recursive: true });
    }
  }

  test('finds what is installed, also where the path has blanks and quotes, and nothing else', async () => {
    await withPath(`<directory>:${process.env.PATH}`, async (directory) => {
      const tool = join(directory, 'some tool');
      assert.equal(findTool('some tool'), tool);
      assert.equal((await runTool(tool, [])).stdout, 'found\n');
      assert.equal(findTool('oci-webhook-no-such-tool'), undefined);
    });
  });

  test('looks in no directory that depends on where the step runs: anybody may have written it', async () => {
    for (const path of ['<relative>', '', '.', './<relative>']) {
      await withPath(path, async (directory) => {
        const here = process.cwd();
        if (path === '' || path === '.') process.chdir(directory);
        try {
          assert.equal(findTool('some tool'), undefined, path);
        } finally {
          process.chdir(here);
        }
      });
    }
  });
});
