import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { findTool, runTool } from '../../src/util/exec.ts';
import { defined } from '../support/defined.ts';

const node = process.execPath;
const script = (body: string) => ['-e', body];

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
    const run = await runTool('oci-webhook-no-such-tool', []);
    assert.equal(run.exitCode, 127);
    assert.match(run.stderr, /oci-webhook-no-such-tool/);
  });

  test('a tool ended by a signal has not succeeded', async () => {
    const run = await runTool(node, script('process.kill(process.pid, "SIGKILL")'));
    assert.equal(run.exitCode, 137);
    assert.match(run.stderr, /was ended by SIGKILL/);
  });

  test('gives input and closes it, also when there is none', async () => {
    const echo = script('process.stdin.pipe(process.stdout)');
    assert.equal((await runTool(node, echo, { input: 'hello' })).stdout, 'hello');
    assert.equal((await runTool(node, echo)).stdout, '');
  });

  test('survives a tool that does not read its input', async () => {
    const run = await runTool(node, script('process.exit(0)'), { input: Buffer.alloc(4 << 20) });
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

  test('reports lines as they come', async () => {
    const lines: string[] = [];
    await runTool(node, script('console.log("one"); console.error("two")'), { onLine: (line) => lines.push(line) });
    assert.deepEqual(lines.sort(), ['one', 'two']);
  });

  test('keeps a bounded part of endless output', async () => {
    const run = await runTool(
      node,
      script('const l = "x".repeat(1023) + "\\n"; for (let i = 0; i < 20000; i++) process.stdout.write(l)'),
    );
    assert.equal(run.exitCode, 0);
    assert.equal(run.stdout.length, 8 << 20);
  });

  test('an abort ends the tool, before and after it started', { timeout: 30_000 }, async () => {
    const wait = script('setTimeout(() => {}, 60000)');
    assert.equal((await runTool(node, wait, { signal: AbortSignal.timeout(200) })).exitCode, 143);
    assert.equal((await runTool(node, wait, { signal: AbortSignal.abort() })).exitCode, 143);
  });

  test('each of two concurrent runs is ended by its own signal', { timeout: 30_000 }, async () => {
    const abort = new AbortController();
    const doomed = runTool(node, script('setTimeout(() => {}, 60000)'), { signal: abort.signal });
    const other = runTool(node, script('setTimeout(() => console.log("done"), 600)'), {
      signal: new AbortController().signal,
    });
    setTimeout(() => abort.abort(), 200);
    assert.equal((await doomed).exitCode, 143);
    assert.equal((await other).stdout, 'done\n');
  });

  test('does not write to the log', async () => {
    const inner = `const { runTool } = await import(${JSON.stringify(new URL('../../src/util/exec.ts', import.meta.url).href)}); await runTool(process.execPath, ['-e', 'console.log(1)']);`;
    const run = await runTool(node, ['--input-type=module', '-e', inner]);
    assert.deepEqual(defined(run), { exitCode: 0, stdout: '', stderr: '' });
  });

  test('reports the beginning of a line that never ends, and the line after it', async () => {
    const lines: string[] = [];
    const endless = script(
      'process.stdout.write("x".repeat(1e6)); console.log("\\nlast"); process.stdout.write("end")',
    );
    await runTool(node, endless, { onLine: (line) => lines.push(line) });
    assert.deepEqual(lines.slice(1), ['last', 'end']);
    assert.ok((lines[0]?.length ?? 0) < 200_000);
  });
});

describe('tools that do not end', () => {
  /** Starts a grandchild that ignores SIGTERM, prints its process id, and waits for it. */
  const family = `const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("ready")']);
    child.stdout.once('data', () => console.log(child.pid));
    setInterval(() => {}, 1000);`;

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

  test('are ended with all that they have started', { timeout: 30_000 }, async () => {
    const abort = new AbortController();
    const run = await runTool(node, script(family), { signal: abort.signal, onLine: () => abort.abort() });
    assert.equal(run.exitCode, 143);
    assert.ok(await isGone(Number(run.stdout)), `${run.stdout} is still there`);
  });

  test('are ended when we end', { timeout: 30_000 }, async () => {
    const inner = `const { runTool } = await import(${JSON.stringify(new URL('../../src/util/exec.ts', import.meta.url).href)});
      await runTool(process.execPath, ['-e', ${JSON.stringify(family)}], { onLine: (line) => { console.log(line); process.exit(); } });`;
    const run = await runTool(node, ['--input-type=module', '-e', inner]);
    assert.ok(await isGone(Number(run.stdout)), `${run.stdout} is still there`);
  });

  test('are ended when they take too long', { timeout: 30_000 }, async () => {
    const run = await runTool(node, script('setInterval(() => {}, 1000)'), { timeoutMs: 300 });
    assert.deepEqual([run.exitCode, run.exceeded], [143, 'timeoutMs']);
    const quick = await runTool(node, script(''), { timeoutMs: 10_000, stalledMs: 10_000 });
    assert.deepEqual([quick.exitCode, quick.exceeded], [0, undefined]);
  });

  test('are ended when nothing happens any more, however slow what happens is', { timeout: 60_000 }, async () => {
    const idle = await runTool('sleep', ['60'], { stalledMs: 600 });
    assert.deepEqual([idle.exitCode, idle.exceeded], [143, 'stalledMs']);
    // A shell, which has begun to read within milliseconds, and time for fourteen reads in a row to be late.
    const reading =
      'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do head -c 8192 /dev/zero; sleep 0.2; done';
    const busy = await runTool('sh', ['-c', `{ ${reading}; } >/dev/null`], { stalledMs: 3_000 });
    assert.deepEqual([busy.exitCode, busy.exceeded], [0, undefined]);
  });
});

describe('findTool', () => {
  test('finds what is installed, also where the path has a blank, and nothing else', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'oci webhook '));
    const path = process.env.PATH;
    try {
      const tool = join(directory, 'some tool');
      await writeFile(tool, '#!/bin/sh\necho found\n');
      await chmod(tool, 0o755);
      process.env.PATH = `${directory}:${path}`;
      assert.equal(findTool('some tool'), tool);
      assert.equal((await runTool(tool, [])).stdout, 'found\n');
      assert.equal(findTool('oci-webhook-no-such-tool'), undefined);
    } finally {
      process.env.PATH = path;
      await rm(directory, { recursive: true });
    }
  });
});
