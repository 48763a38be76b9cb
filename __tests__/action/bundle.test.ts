import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeCertificates } from '../support/certificates.ts';
import { accepted, startReceiver } from '../support/receiver.ts';
import { type ActionOptions, runAction } from '../support/run-action.ts';

/** What dist costs its users, as far as it can be checked without a clock. `npm run bench` measures time. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const RECORDER = new URL('../support/record-modules.ts', import.meta.url).href;
const EVENT = readFileSync(new URL('../fixtures/events/index-tagged.json', import.meta.url), 'utf8');
const UNTAGGED = readFileSync(new URL('../fixtures/events/arch-manifest-untagged.json', import.meta.url), 'utf8');
const SECRET = 'a-test-secret-of-some-length';
const DIGEST = `sha256:${'a'.repeat(64)}`;

/** The files of dist that a run evaluates, and Node's own modules. */
async function evaluated(options: ActionOptions): Promise<{ files: readonly string[]; builtins: ReadonlySet<string> }> {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-modules-'));
  const record = join(directory, 'record.json');
  const run = await runAction({
    entry: join(DIST, 'index.js'),
    nodeOptions: ['--import', RECORDER],
    ...options,
    env: { ...options.env, RECORD_MODULES: record },
  });
  assert.equal(run.exitCode, 0, run.log);
  const { files, builtins } = JSON.parse(readFileSync(record, 'utf8'));
  rmSync(directory, { recursive: true });
  const own = files.map((url: string) => fileURLToPath(url)).filter((path: string) => path !== fileURLToPath(RECORDER));
  return { files: own.map((path: string) => path.replace(`${DIST}/`, '')), builtins: new Set(builtins) };
}

/** Loaded, each of these would show in the time of every user's job. */
const EXPENSIVE = [
  'internal/deps/undici/undici',
  'internal/fs/promises',
  'child_process',
  'http2',
  'worker_threads',
  'perf_hooks',
  'zlib',
];

/** Receivers are loaded when they are named, each from a file of its own. */
function assertEntryAndReceiver(files: readonly string[]): void {
  const [entry, receiver = '0.index.js', ...others] = files;
  assert.deepEqual([entry, others], ['index.js', []]);
  assert.match(receiver, /^\d+\.index\.js$/);
}

describe('what a run evaluates', () => {
  const published = { eventName: 'registry_package', event: EVENT };
  const pushed = { inputs: { artifact: 'ghcr.io/acme/app:v1', digest: DIGEST } };
  const cases: readonly { name: string; options: ActionOptions; not: readonly string[] }[] = [
    { name: 'an event', options: published, not: ['tls', ...EXPENSIVE] },
    { name: 'an artifact and a digest', options: pushed, not: ['tls', ...EXPENSIVE] },
    {
      name: 'a dry run',
      options: { ...published, inputs: { 'dry-run': 'true' } },
      not: ['http', 'https', 'tls', ...EXPENSIVE],
    },
    {
      name: 'a skip',
      options: { eventName: 'registry_package', event: UNTAGGED },
      not: ['http', 'https', 'tls', ...EXPENSIVE],
    },
  ];
  for (const { name, options, not } of cases) {
    test(`${name}: the entry and its receiver, and of Node what it needs`, async () => {
      const receiver = await startReceiver();
      const inputs = { url: receiver.origin, secret: SECRET, ...options.inputs };
      const { files, builtins } = await evaluated({ ...options, inputs });
      await receiver.close();
      assertEntryAndReceiver(files);
      assert.deepEqual(
        not.filter((module) => builtins.has(module)),
        [],
      );
    });
  }

  test('https: neither undici nor anything that starts processes', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-certificate-'));
    const { ca, server } = makeCertificates();
    const path = join(directory, 'authority.pem');
    writeFileSync(path, ca.cert);
    const receiver = await startReceiver(accepted, server);
    const inputs = { url: receiver.origin, secret: SECRET };
    const { files, builtins } = await evaluated({ ...published, inputs, env: { NODE_EXTRA_CA_CERTS: path } });
    await receiver.close();
    rmSync(directory, { recursive: true });
    assertEntryAndReceiver(files);
    assert.deepEqual(
      EXPENSIVE.filter((module) => builtins.has(module)),
      [],
    );
    assert.ok(builtins.has('tls'), 'the list shows what is loaded');
  });
});

describe('the files of dist', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const read = (name: string) => readFileSync(join(DIST, name), 'utf8');
  const chunks = files.filter((name) => /^(?:push\/)?\d+\.index\.js$/.test(name));
  const ofNotify = ['index.js', ...chunks.filter((name) => !name.startsWith('push/'))];

  test('what every run loads is small enough to review', () => {
    assert.ok(statSync(join(DIST, 'index.js')).size < 300_000);
  });

  test('each is an entry of an action, or loaded by the entry', () => {
    const beside = [...read('index.js').matchAll(/require\("\.\/([\w-]+\.js)"\)/g)].map(([, file]) => file);
    const own = files.flatMap((name) =>
      [...read(name).matchAll(/\.e\((?:\/\* import\(\) \*\/ ?)?(\d+)\)/g)].map(([, id]) =>
        name.replace(/[^/]*$/, `${id}.index.js`),
      ),
    );
    assert.deepEqual(new Set(['index.js', 'push/index.js', ...beside, ...own]), new Set(files));
  });

  test('the entry and its chunks hold no undici and start no process', () => {
    for (const name of ofNotify) assert.doesNotMatch(read(name), /undici|child_process/, name);
  });
});
