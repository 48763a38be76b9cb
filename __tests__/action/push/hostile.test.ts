import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { SMALLEST, temporary, tree } from '../../support/push/directory.ts';
import { type Fault, startFaulty } from '../../support/push/faulty-registry.ts';
import { entry, runPush } from '../../support/push/run-push.ts';
import { PASSWORD, type Registry, startRegistry, USER } from '../../support/registry.ts';
import { preload } from '../../support/run-action.ts';

/** Registries that hang, lie or break off, and processes that end as nobody expects: what is green is there, all else is red. */

let registry: Registry;
before(async () => {
  registry = await startRegistry();
});
after(() => registry?.close());

/** Five minutes pass in six seconds, and half a minute in four. */
const HURRY = preload(`
  for (const name of ['setTimeout', 'setInterval']) {
    const real = globalThis[name];
    globalThis[name] = (run, ms, ...rest) => real(run, ms >= 100_000 ? ms / 50 : ms >= 10_000 ? ms / 8 : ms, ...rest);
  }`);

let repositories = 0;

async function pushThrough(fault: (request: string, count: number) => Fault, nodeOptions: readonly string[] = []) {
  const faulty = await startFaulty(registry, fault);
  after(faulty.close);
  const artifact = `${faulty.host}/hostile/config-${repositories++}:1`;
  const inputs = { path: tree(SMALLEST), artifact, retries: '0' };
  return { run: await runPush(inputs, { nodeOptions }), requests: faulty.requests };
}

const isManifest = (method: string, request: string) => request.startsWith(`${method} /v2/hostile/`);
/** The question for the manifest after it was pushed: before, there is none, and skopeo asks once. */
const isCheck = (request: string, count: number) =>
  isManifest('GET', request) && request.endsWith('/manifests/1') && count >= 1;

describe('a registry that', () => {
  const refused: readonly (readonly [name: string, fault: (request: string, count: number) => Fault, says: RegExp])[] =
    [
      ['never answers', () => 'hang', /was not pushed: skopeo did not come to an end within 5 min/],
      [
        'never answers an upload',
        (request) => (request.startsWith('PATCH') ? 'hang' : 'pass'),
        /was not pushed: skopeo did not come to an end within 5 min/,
      ],
      [
        'never shows what it took',
        (request, count) => (isCheck(request, count) ? 'hang' : 'pass'),
        /pushed, but the registry does not show it: .*/,
      ],
      [
        'breaks off while it shows what it took',
        (request, count) =>
          isCheck(request, count)
            ? (received, outgoing) => {
                outgoing.writeHead(200, received.headers);
                received.once('data', (part: Buffer) => outgoing.write(part.subarray(0, 20), () => outgoing.destroy()));
              }
            : 'pass',
        /pushed, but the registry does not show it: .*broke off/,
      ],
      [
        'shows something else than it took',
        (request, count) =>
          isCheck(request, count)
            ? (received, outgoing) => {
                received.resume();
                outgoing.writeHead(200, { ...received.headers, 'content-length': '21' });
                outgoing.end('{"schemaVersion": 2 }');
              }
            : 'pass',
        /pushed, but the tag has sha256:[0-9a-f]{64}, not sha256:[0-9a-f]{64}/,
      ],
      [
        'shows a manifest without end',
        (request, count) =>
          isCheck(request, count)
            ? (received, outgoing) => {
                received.resume();
                outgoing.writeHead(200, { 'content-type': String(received.headers['content-type']) });
                const more = () => outgoing.write(' '.repeat(64 * 1024), () => outgoing.destroyed || more());
                more();
              }
            : 'pass',
        /pushed, but the registry does not show it: /,
      ],
      [
        'takes everything and keeps nothing',
        (request) => (isManifest('PUT', request) ? 201 : 'pass'),
        /pushed, but the registry does not show it: /,
      ],
    ];
  for (const [name, fault, says] of refused) {
    test(`${name} is red, and nothing is in the outputs`, async () => {
      const isSilent = name.startsWith('never');
      const { run } = await pushThrough(fault, isSilent ? HURRY : []);
      if (isSilent) assert.match(run.log, /^still waiting for the registry after \d+ s$/m);
      assert.equal(run.exitCode, 1, run.log);
      assert.equal(run.errors.length, 1, run.log);
      assert.match(run.errors[0] ?? '', says);
      assert.deepEqual([run.outputs.artifact, run.outputs.artifacts, run.outputs.digest], ['', '[]', '']);
      assert.match(run.summary, /^### ❌ Not pushed/);
    });
  }

  test('lies about the digest in its headers only is not believed: the bytes are hashed', async () => {
    const lie: Fault = (received, outgoing) => {
      const headers = { ...received.headers, 'docker-content-digest': `sha256:${'0'.repeat(64)}` };
      outgoing.writeHead(received.statusCode ?? 502, headers);
      received.pipe(outgoing);
    };
    const { run } = await pushThrough((request) => (request.includes('/manifests/') ? lie : 'pass'));
    assert.equal(run.exitCode, 0, run.log);
    assert.doesNotMatch(run.log + JSON.stringify(run.outputs), /0{64}/);
  });
});

describe('the end of the process', () => {
  test('an error that nobody caught ends in an annotation and outputs, and leaves nothing', async () => {
    // The question for the tag is answered, so that skopeo is soon started.
    const hanging = await startFaulty(registry, (request) => (request.includes('/manifests/') ? 'pass' : 'hang'));
    after(hanging.close);
    const temp = temporary();
    const inputs = { path: tree(SMALLEST), artifact: `${hanging.host}/hostile/config:1` };
    const run = await runPush(inputs, {
      env: { RUNNER_TEMP: temp },
      // While it waits for the registry, which skopeo has asked.
      nodeOptions: preload(`process.getBuiltinModule("node:diagnostics_channel").subscribe("child_process",
        () => setTimeout(() => { throw new RangeError("out of something"); }, 2500))`),
    });
    assert.equal(run.exitCode, 1);
    const name = inputs.artifact;
    const bug = 'an error ended the step, which is a bug in oci-webhook-action, please report it: out of something';
    assert.deepEqual(run.errors, [`${name} was not pushed: ${bug}`]);
    assert.deepEqual(run.outputs, {
      artifact: '',
      artifacts: '[]',
      'in-doubt': name,
      repository: '',
      digest: '',
      size: '878',
      files: '2',
    });
    assert.match(run.summary, /^### ❌ Not pushed: .*\n\n\*\*What happened:\*\* an error ended the step/);
    assert.deepEqual(readdirSync(temp), []);
  });

  test('a process that is killed leaves no credential where others may find it', async () => {
    const locked = await startRegistry({ auth: true });
    const hanging = await startFaulty(locked, (request) => (request.startsWith('PATCH') ? 'hang' : 'pass'));
    after(async () => {
      await hanging.close();
      await locked.close();
    });
    const auth = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
    const [temp, home] = [temporary(), temporary()];
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      TMPDIR: temp,
      RUNNER_TEMP: temp,
      DOCKER_CONFIG: tree({ 'config.json': JSON.stringify({ auths: { [hanging.host]: { auth } } }) }),
      INPUT_PATH: tree(SMALLEST),
      INPUT_ARTIFACT: `${hanging.host}/hostile/config:1`,
    };
    const child = spawn(process.execPath, [entry()], { env, stdio: 'ignore' });
    while (!hanging.requests.some((request) => request.startsWith('PATCH'))) await setTimeout(20);
    child.kill('SIGKILL');
    await once(child, 'close');
    const left = [temp, home].flatMap((directory) =>
      readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => join(directory, name)),
    );
    const files = left.filter((path) => statSync(path).isFile());
    assert.ok(files.length > 0, 'the layer is left, so this looks in the right place');
    for (const file of files) {
      const content = readFileSync(file, 'latin1');
      assert.ok(!content.includes(PASSWORD) && !content.includes(auth), file);
    }
  });
});
