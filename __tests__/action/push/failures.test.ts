import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { SMALLEST, temporary, tree } from '../../support/push/directory.ts';
import { startFaulty } from '../../support/push/faulty-registry.ts';
import { entry, runPush } from '../../support/push/run-push.ts';
import { remoteDigest } from '../../support/push/skopeo.ts';
import { type Registry, startRegistry } from '../../support/registry.ts';
import { preload } from '../../support/run-action.ts';

/** Registries, disks and runners that fail, and jobs that are cancelled. */

let registry: Registry;
before(async () => {
  registry = await startRegistry();
});
after(() => registry?.close());

let repositories = 0;
const freshName = ({ host }: Pick<Registry, 'host'> = registry) => `${host}/team/config-${repositories++}`;

describe('registries that fail', () => {
  const once503 = (method: string) => (request: string, count: number) =>
    request.startsWith(method) && count === 0 ? 503 : 'pass';

  for (const [when, fault] of [
    ['is busy when the upload begins', once503('POST')],
    ['is busy when the manifest comes', once503('PUT /v2/team')],
    [
      'cuts the first upload',
      (request: string, count: number) => (request.startsWith('PATCH') && count === 0 ? 'cut-upload' : 'pass'),
    ],
  ] as const) {
    test(`one that ${when} is tried again`, async () => {
      const faulty = await startFaulty(registry, fault);
      after(faulty.close);
      const run = await runPush({ path: tree(SMALLEST), artifact: `${freshName(faulty)}:1` });
      assert.equal(run.exitCode, 0, run.log);
      assert.match(run.log, /attempt 1 of 4: .*, next in \d+\.\d s/);
    });
  }

  test('one that always fails in the middle fails the step after the retries, and leaves nothing behind', async () => {
    const faulty = await startFaulty(registry, (request) => (request.startsWith('PATCH') ? 'cut-upload' : 'pass'));
    after(faulty.close);
    const temp = temporary();
    const name = freshName(faulty);
    const path = tree({ ...SMALLEST, large: randomBytes(2 * 1024 ** 2) });
    const run = await runPush({ path, artifact: `${name}:1\n${name}:2`, retries: '1' }, { env: { RUNNER_TEMP: temp } });
    assert.equal(run.exitCode, 1);
    assert.equal(run.errors.length, 1);
    assert.match(run.errors[0] ?? '', /:1 was not pushed: writing blob/);
    assert.equal(run.outputs.artifact, '');
    assert.match(run.summary, /not tried/);
    assert.doesNotMatch(run.log, /attempt 2 of 2/);
    assert.deepEqual(readdirSync(temp), []);
  });

  test('one whose tag then shows something else is found out', async () => {
    const other = `${freshName()}:1`;
    await runPush({ path: tree({ ...SMALLEST, other: '' }), artifact: other });
    const [, path] = other.split('/team/');
    const faulty = await startFaulty(registry, (request) => (request.startsWith('PUT /v2/team') ? 201 : 'pass'));
    after(faulty.close);
    const run = await runPush({ path: tree(SMALLEST), artifact: `${faulty.host}/team/${path}`, retries: '0' });
    assert.equal(run.exitCode, 1);
    assert.match(
      run.errors[0] ?? '',
      /was not pushed: pushed, but the tag has sha256:[0-9a-f]{64}, not sha256:[0-9a-f]{64}/,
    );
  });

  test('of two tags the one that arrived is in the outputs', async () => {
    const faulty = await startFaulty(registry, (request) =>
      request.endsWith('/manifests/second') && request.startsWith('PUT') ? 403 : 'pass',
    );
    after(faulty.close);
    const name = freshName(faulty);
    const run = await runPush({ path: tree(SMALLEST), artifact: `${name}:first,${name}:second`, retries: '0' });
    assert.equal(run.exitCode, 1);
    assert.equal(run.outputs.artifact, `${name}:first`);
    assert.equal(remoteDigest(`${registry.host}/${name.slice(name.indexOf('/') + 1)}:first`), run.outputs.digest);
  });

  test('plain http that is not on this machine has to be allowed', async () => {
    // A host name that leads here but does not look like it: only the certificate check can stop the push.
    const artifact = `${freshName()}:1`.replace('127.0.0.1', '0.0.0.0');
    const refused = await runPush({ path: tree(SMALLEST), artifact, retries: '0' });
    assert.equal(refused.exitCode, 1);
    assert.match(refused.errors[0] ?? '', /plain http; set insecure-registry: true if that is meant/);
    const allowed = await runPush({ path: tree(SMALLEST), artifact, 'insecure-registry': 'true' });
    assert.equal(allowed.exitCode, 0, allowed.log);
    assert.match(allowed.warnings.join(), /^insecure-registry is on: anyone on the way/);
  });
});

describe('machines that fail', () => {
  test('a full disk is said to be full, and is emptied', async () => {
    const temp = temporary();
    const path = tree({ ...SMALLEST, noise: randomBytes(2 * 1024 ** 2) });
    const run = await runPush(
      { path, artifact: `${freshName()}:1` },
      { entry: join(import.meta.dirname, '../../support/push/on-small-disk.ts'), env: { RUNNER_TEMP: temp } },
    );
    assert.equal(run.exitCode, 1, run.log);
    assert.equal(run.errors.length, 1, run.log);
    assert.match(run.errors[0] ?? '', /^The disk is full \(ENOSPC.*free some/);
  });

  test('a runner without skopeo is told how to get it', async () => {
    const artifact = `${freshName()}:1`;
    const hints = { Linux: /apt-get install skopeo/, macOS: /brew install skopeo/, Windows: /ubuntu-latest/ };
    for (const [RUNNER_OS, expected] of Object.entries(hints)) {
      const run = await runPush({ path: tree(SMALLEST), artifact }, { env: { PATH: '/nowhere', RUNNER_OS } });
      assert.equal(run.exitCode, 1);
      assert.deepEqual(run.errors.length, 1);
      assert.match(run.errors[0] ?? '', expected);
    }
  });
});

/** Prints a line when the process handles signals itself: on a busy machine that takes a while. */
const SAY_READY = preload(
  'process.on("newListener", (name) => { if (name === "SIGTERM") console.log("hears signals"); });',
);

describe('a job that is cancelled', () => {
  /** Starts a push, cancels it once `isTime`, and returns what it left. It must end by itself: the runner waits 7.5 s. */
  async function cancel(
    inputs: Readonly<Record<string, string>>,
    { signal = 'SIGINT', isTime }: { signal?: NodeJS.Signals; isTime: (temp: string) => boolean },
  ) {
    const temp = temporary();
    const files = tree({ output: '', summary: '' });
    const env: Record<string, string | undefined> = {
      PATH: process.env.PATH,
      // Not the same directory: skopeo keeps its cache in the home of a user who is not root.
      HOME: temporary(),
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
    };
    for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value;
    const child = spawn(process.execPath, [...SAY_READY, entry()], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    const exited = once(child, 'close');
    while (!log.includes('hears signals')) await setTimeout(10);
    while (!isTime(temp)) await setTimeout(10);
    child.kill(signal);
    const killer = globalThis.setTimeout(() => child.kill('SIGKILL'), 7_500);
    const [exitCode] = await exited;
    clearTimeout(killer);
    assert.equal(exitCode, 1, 'it ends by itself, and the step fails');
    assert.deepEqual(readdirSync(temp), []);
    const outputs = Object.fromEntries(
      [...readFileSync(join(files, 'output'), 'utf8').matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(
        ([, name = '', , value = '']) => [name, value],
      ),
    );
    return { log, outputs, summary: readFileSync(join(files, 'summary'), 'utf8') };
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`with ${signal} while it pushes says what is in the registry and what is in doubt`, async () => {
      const hanging = await startFaulty(registry, (request) =>
        /^PUT .*\/manifests\/second/.test(request) ? 'hang' : 'pass',
      );
      after(hanging.close);
      const name = freshName(hanging);
      const artifact = ['first', 'second', 'third'].map((tag) => `${name}:${tag}`).join('\n');
      const { log, outputs, summary } = await cancel(
        { path: tree(SMALLEST), artifact },
        { signal, isTime: () => hanging.requests.some((request) => /^PUT .*\/manifests\/second/.test(request)) },
      );
      const says = `Cancelled. in the registry: ${name}:first; perhaps in the registry: ${name}:second; not pushed: ${name}:third`;
      assert.ok(log.includes(`::${says}`), log);
      assert.deepEqual([outputs.artifact, outputs['in-doubt']], [`${name}:first`, `${name}:second`]);
      assert.match(outputs.digest ?? '', /^sha256:/);
      assert.match(summary, /^### ❌ Cancelled/);
      assert.match(summary, /perhaps in the registry/);
    });
  }

  for (const [how, script, says] of [
    ['an error that nobody caught', 'throw new RangeError("out of something")', 'out of something'],
    ['an end without any error', 'process.exit(0)', 'the step ended before it was done'],
  ] as const) {
    test(`by ${how} while it pushes says the same, and leaves nothing`, async () => {
      const hanging = await startFaulty(registry, (request) =>
        /^PUT .*\/manifests\/second/.test(request) ? 'hang' : 'pass',
      );
      after(hanging.close);
      const name = freshName(hanging);
      const artifact = ['first', 'second', 'third'].map((tag) => `${name}:${tag}`).join('\n');
      const temp = temporary();
      // The question for the second tag is the last one before it is pushed.
      const nodeOptions = preload(`process.getBuiltinModule("node:diagnostics_channel")
        .subscribe("http.client.response.finish", ({ request }) => {
          if (request.path.endsWith("/manifests/second")) setTimeout(() => { ${script} }, 1_000);
        })`);
      const run = await runPush({ path: tree(SMALLEST), artifact }, { nodeOptions, env: { RUNNER_TEMP: temp } });
      assert.equal(run.exitCode, 1, run.log);
      assert.match(run.errors.join(), new RegExp(`:second was not pushed: an error ended the step, .*: ${says}$`));
      assert.deepEqual([run.outputs.artifact, run.outputs['in-doubt']], [`${name}:first`, `${name}:second`]);
      assert.match(run.summary, /^### ❌ 1 of 3 tags/);
      assert.deepEqual(readdirSync(temp), []);
    });
  }

  test('while it packs leaves nothing', async () => {
    const path = tree({ ...SMALLEST, noise: randomBytes(1024 ** 2) });
    for (let copy = 0; copy < 200; copy++) writeFileSync(join(path, `n-${copy}`), readFileSync(join(path, 'noise')));
    const isTime = (temp: string) => readdirSync(temp).length > 0;
    const { log, outputs } = await cancel({ path, artifact: `${freshName()}:1`, 'dry-run': 'true' }, { isTime });
    assert.match(log, /^::error[^:]*::Cancelled before anything was pushed/m);
    assert.deepEqual([outputs.artifact, outputs['in-doubt'], outputs.artifacts], ['', '', '[]']);
  });

  test('while it checks, whatever there is to check', { timeout: 60_000 }, async () => {
    const patterns = Array.from({ length: 250 }, (_, index) => `${'**/*a'.repeat(90)}${index}`).join('\n');
    const deep = `${'aaaa/'.repeat(700)}x`;
    const documents = Array.from({ length: 1_000 }, (_, index) => `name: a${index}\n`).join('---\n');
    const services = `services:\n${Array.from({ length: 3_000 }, (_, index) => `  s${index}: {image: "x:${index}"}`).join('\n')}\n`;
    const discovered = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`s${index}/compose.yaml`, services]),
    );
    const keys = Array.from({ length: 17_000 }, (_, index) => `k${index}: v\n`)
      .join('')
      .slice(0, 128_000);
    const directories = {
      keys: tree({ ...SMALLEST, '.doco-cd.yaml': keys.slice(0, keys.lastIndexOf('k')) }),
      patterns: tree({ ...SMALLEST, [deep]: '', '.ociignore': patterns }),
      documents: tree({ '.doco-cd.yaml': documents, 'compose.yaml': services }),
      stacks: tree({ '.doco-cd.yaml': 'auto_discovery: true\n', ...discovered }),
    };
    for (const [what, path] of Object.entries(directories)) {
      // At once: on a fast machine the rest of the checks may be over soon.
      const { log } = await cancel({ path, artifact: `${freshName()}:1` }, { isTime: () => true });
      assert.match(log, /^::error[^:]*::(?:Cancelled|path: )/m, what);
    }
  });
});
