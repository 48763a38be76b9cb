import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { docoCd, type Receiver, startReceiver } from '../support/receiver.ts';
import { type ActionOptions, type ActionRun, preload, runAction, SIDE } from '../support/run-action.ts';

const SECRET = 'a-test-secret-of-some-length';
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const OTHER_DIGEST = `sha256:${'fedcba9876543210'.repeat(4)}`;
const OUTPUTS = [
  'artifact',
  'artifacts',
  'deliveries',
  'digest',
  'job-id',
  'payload',
  'result',
  'skip-reason',
  'status-code',
];

const fixture = (name: string) => readFileSync(new URL(`../fixtures/events/${name}`, import.meta.url), 'utf8');

type Case = {
  readonly event: string;
  readonly eventName: string;
  readonly inputs: Record<string, string>;
  readonly expect: { readonly send?: readonly object[]; readonly skip?: boolean; readonly error?: boolean };
};
const cases: readonly Case[] = JSON.parse(fixture('cases.json'));

/** Runs the action with a doco-cd that checks signatures; what it received is beside what the runner saw. */
async function notify(options: ActionOptions): Promise<ActionRun & Pick<Receiver, 'requests' | 'origin'>> {
  const receiver = await startReceiver(docoCd(SECRET));
  try {
    const inputs = { url: receiver.origin, secret: SECRET, ...options.inputs };
    const run = await runAction({ ...options, inputs });
    assert.deepEqual(Object.keys(run.outputs).sort(), OUTPUTS, 'every output is set on every path');
    assert.ok(!`${run.log}${run.summary}${JSON.stringify(run.outputs)}`.includes(SECRET), 'the secret appears nowhere');
    assert.equal(run.stderr, '');
    return { ...run, requests: receiver.requests, origin: receiver.origin };
  } finally {
    await receiver.close();
  }
}

const payloads = ({ requests }: Pick<Receiver, 'requests'>) => requests.map(({ body }) => JSON.parse(body));
const explicit = (artifact: string, inputs: Record<string, string> = {}) => ({
  inputs: { artifact, digest: DIGEST, ...inputs },
});

describe('notify', { concurrency: 4 }, () => {
  for (const { event, eventName, inputs, expect } of cases) {
    test(`event ${event}`, async () => {
      const run = await notify({ eventName, event: fixture(event), inputs });
      assert.equal(run.exitCode, expect.error ? 1 : 0, run.log);
      assert.deepEqual(
        payloads(run),
        (expect.send ?? []).map((message) => ({ source: 'oci', ...message })),
      );
      assert.equal(run.outputs.result, expect.error ? 'failed' : expect.skip ? 'skipped' : 'delivered');
      assert.equal(run.errors.length, expect.error ? 1 : 0);
      assert.equal(run.notices.length, expect.skip ? 1 : 0);
      assert.equal(run.outputs['skip-reason'] !== '', expect.skip ?? false);
      const sign =
        new Map([
          ['delivered', '✅'],
          ['skipped', '⏭'],
        ]).get(run.outputs.result ?? '') ?? '❌';
      assert.ok(run.summary.startsWith(`### ${sign} `), run.summary);
    });
  }

  test('the message is exactly source, digest and artifact, signed over its bytes', async () => {
    const run = await notify({ ...explicit('ghcr.io/acme/app:v1') });
    assert.equal(run.requests[0]?.body, `{"source":"oci","digest":"${DIGEST}","artifact":"ghcr.io/acme/app:v1"}`);
    const headers = run.requests[0]?.headers ?? {};
    assert.match(String(headers['x-doco-oci-signature-256']), /^sha256=[0-9a-f]{64}$/);
    assert.match(String(headers['user-agent']), /^oci-webhook-action\/\d+\.\d+\.\d+$/);
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['x-hub-signature-256'], undefined);
    assert.equal(run.requests[0]?.path, '/v1/webhook');
    assert.equal(run.outputs['status-code'], '202');
    assert.match(run.outputs['job-id'] ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(run.outputs.payload, run.requests[0]?.body);
    assert.ok(!run.log.includes(String(headers['x-doco-oci-signature-256']).slice(7)), 'the signature is not shown');
  });

  test('the summary links the digest to the package page and says what the server said', async () => {
    const run = await notify({ eventName: 'registry_package', event: fixture('index-tagged.json') });
    assert.match(
      run.summary,
      /`ghcr\.io\/acme\/platform-config:main` \| \[`sha256:7632912eac80[0-9a-f]{52}`\]\(https:\/\/github\.com\/users\/acme\/packages\//,
    );
    assert.match(run.summary, /^accepted after [\d.]+ m?s · digest \[`sha256:[0-9a-f]{12}…`\]/m);
  });

  test('hostile event fields stay text', async () => {
    const event = JSON.parse(fixture('index-tagged.json'));
    event.registry_package.package_version.html_url = 'https://evil.example/)<script>alert(1)</script>|`x`';
    const run = await notify({ eventName: 'registry_package', event });
    assert.equal(run.exitCode, 0, run.log);
    assert.ok(!/<script>|\)<|\|`x`|evil/.test(run.summary), run.summary);
    event.registry_package.package_type = 'npm\n::error::injected\n<img src=x>|[a](b)';
    const refused = await notify({ eventName: 'registry_package', event });
    refusedWith(refused, /package_type/);
    assert.equal(refused.errors.length, 1, 'no line of the event begins a command');
    assert.ok(!/<img|\[a\]\(b\)/.test(refused.summary), refused.summary);
  });

  test("several references, as docker/metadata-action's tags output has them, are all sent", async () => {
    const run = await notify({
      ...explicit('ghcr.io/acme/app:v1\nghcr.io/acme/app:latest, ghcr.io/acme/app:v1\n'),
    });
    assert.deepEqual(
      payloads(run)
        .map(({ artifact }) => artifact)
        .sort(),
      ['ghcr.io/acme/app:latest', 'ghcr.io/acme/app:v1'],
    );
    assert.equal(run.outputs.artifact, 'ghcr.io/acme/app:v1');
    assert.equal(JSON.parse(run.outputs.artifacts ?? '').length, 2);
    assert.equal(JSON.parse(run.outputs.deliveries ?? '').length, 2);
  });

  test('several URLs with a secret each all get the message, and one that refuses fails the step at the end', async () => {
    const second = await startReceiver(docoCd('another-secret-of-some-length'));
    const third = await startReceiver(docoCd('a-third-secret-of-some-length'));
    try {
      const run = await notify({
        ...explicit('ghcr.io/acme/app:v1', {
          url: `${second.origin}/v1/webhook/\n${third.origin}`,
          secret: 'another-secret-of-some-length\nnot-the-secret-of-the-third',
          target: 'production',
        }),
      });
      assert.equal(run.exitCode, 1);
      assert.equal(run.outputs.result, 'failed');
      assert.deepEqual(
        [...second.requests, ...third.requests].map(({ path }) => path),
        Array(2).fill('/v1/webhook/production'),
      );
      const [first, last] = JSON.parse(run.outputs.deliveries ?? '');
      assert.deepEqual([first.outcome, first.status, first.error], ['accepted', 202, null]);
      assert.deepEqual([last.outcome, last.status, last.error, last.attempts], ['rejected', 401, 'HTTP_401', 1]);
      assert.equal(run.errors.length, 1);
      assert.match(run.errors[0] ?? '', /the secret differs from the server's WEBHOOK_SECRET/);
    } finally {
      await Promise.all([second.close(), third.close()]);
    }
  });

  const references: Readonly<Record<string, readonly [style: string, sent: string]>> = {
    'ghcr.io/acme/app:v1': ['', 'ghcr.io/acme/app:v1'],
    'ghcr.io/acme/app': ['', 'ghcr.io/acme/app:latest'],
    [`ghcr.io/acme/app@${DIGEST}`]: ['', `ghcr.io/acme/app@${DIGEST}`],
    [`ghcr.io/acme/app:v1@${DIGEST}`]: ['', `ghcr.io/acme/app:v1@${DIGEST}`],
    [` ghcr.io/acme/app:v2@${DIGEST}`]: ['tag', 'ghcr.io/acme/app:v2'],
    'ghcr.io/acme/app:v3': ['digest', `ghcr.io/acme/app@${DIGEST}`],
    'ghcr.io/acme/app:v4': ['tag+digest', `ghcr.io/acme/app:v4@${DIGEST}`],
  };
  for (const [written, [reference, sent]] of Object.entries(references)) {
    test(`${written} with reference "${reference}" is sent as ${sent}`, async () => {
      const run = await notify({ ...explicit(written, { reference }) });
      assert.deepEqual(payloads(run), [{ source: 'oci', digest: DIGEST, artifact: sent }], run.log);
    });
  }

  test('untagged artifacts are sent by digest when asked for', async () => {
    const event = fixture('arch-manifest-untagged.json');
    const run = await notify({ eventName: 'registry_package', event, inputs: { untagged: 'send' } });
    assert.match(payloads(run)[0]?.artifact ?? '', /^ghcr\.io\/acme\/platform-config@sha256:[0-9a-f]{64}$/);
  });

  test('the registry input wins over the host in the event', async () => {
    const event = fixture('index-tagged.json');
    const run = await notify({
      eventName: 'registry_package',
      event,
      inputs: { registry: 'Mirror.example.com:5000' },
    });
    assert.equal(payloads(run)[0]?.artifact, 'mirror.example.com:5000/acme/platform-config:main');
  });

  const filters: Readonly<Record<string, boolean>> = {
    'ghcr.io/acme/*-config:*': true,
    'ghcr.io/acme/*-config:v*': false,
    'ghcr.io/*:main': false,
    'ghcr.io/**': true,
    '**:main': true,
    '**\n!ghcr.io/acme/other*': true,
    '**\n!ghcr.io/acme/platform*': false,
    'ghcr.io/other/**, ghcr.io/acme/**': true,
    '*:main': true,
    '*': true,
    'ghcr.io/**\n!*:main': false,
    '!**\nghcr.io/acme/**': true,
    '{quay,ghcr}.io/acme/platform-config:{main,next}': true,
  };
  test('of several skips, all are in the log, and the one that a setting caused is reported', async () => {
    const target = {
      mediaType: 'application/vnd.oci.image.index.v1+json',
      digest: `sha256:${'a'.repeat(64)}`,
      repository: 'acme/app',
      url: 'https://registry.example.com/v2/acme/app/manifests/v1',
      tag: 'v1',
    };
    const events = ['push', 'pull'].map((action) => ({ action, target }));
    const run = await notify({ inputs: { event: JSON.stringify({ events }), filter: '**:main' } });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs['skip-reason'], 'filtered');
    assert.match(run.log, /^skipped \(filtered\)/m);
    assert.match(run.log, /^skipped \(action-ignored\)/m);
  });
  for (const [filter, passes] of Object.entries(filters)) {
    test(`filter ${JSON.stringify(filter)} ${passes ? 'keeps' : 'drops'} ghcr.io/acme/platform-config:main`, async () => {
      const run = await notify({
        eventName: 'registry_package',
        event: fixture('index-tagged.json'),
        inputs: { filter },
      });
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(run.requests.length, passes ? 1 : 0);
      assert.equal(run.outputs['skip-reason'], passes ? '' : 'filtered');
      assert.equal(run.warnings.length, passes ? 0 : 1, run.warnings.join('\n'));
      const shown = filter.split(/\n/).map((line) => line.trim());
      if (!passes)
        assert.ok(
          shown.every((pattern) => run.warnings.join().includes(pattern)),
          run.warnings.join(),
        );
    });
  }

  test('a filter that can never match is refused', async () => {
    const run = await notify({ inputs: { artifact: 'ghcr.io/acme/app:v1', filter: '"ghcr.io/acme/*:main"' } });
    assert.match(run.errors[0] ?? '', /^filter: .* has "\\"", which is in no reference/);
  });

  test('a signature header that doco-cd does not read is warned about', async () => {
    const inputs = {
      artifact: 'ghcr.io/acme/app:v1',
      digest: `sha256:${'a'.repeat(64)}`,
      'signature-header': 'X-Mine',
    };
    const run = await notify({ inputs });
    assert.match(run.warnings.join('\n'), /^signature-header: doco-cd reads only X-Doco-OCI-Signature-256/m);
  });

  test('a dry run needs neither url nor secret and shows what it would send', async () => {
    const run = await notify({
      ...explicit('ghcr.io/acme/app:v1', { url: '', secret: '', 'dry-run': 'true' }),
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'dry-run');
    assert.equal(run.outputs.payload, `{"source":"oci","digest":"${DIGEST}","artifact":"ghcr.io/acme/app:v1"}`);
    assert.equal(run.requests.length, 0);
    assert.match(run.summary, /^### 🧪 Dry run: 1 message\n\n```http\n\{\n {2}"source": "oci",\n/);
  });

  for (const entry of SIDE === 'src' ? ['src/main.ts', 'src/push/main.ts'] : ['dist/index.js', 'dist/push/index.js']) {
    test(`a Node that is too old is refused by ${entry}`, async () => {
      const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.11.1" } })';
      const run = await runAction({
        entry: join(import.meta.dirname, '../..', entry),
        nodeOptions: preload(old),
      });
      assert.equal(run.exitCode, 1);
      assert.match(run.errors.join(), /^this action needs Node 24, but the runner started v/);
    });
  }

  test('a dry run with a url says where it would be sent', async () => {
    const run = await notify({ ...explicit('ghcr.io/acme/app:v1', { 'dry-run': 'true' }) });
    assert.equal(run.requests.length, 0);
    assert.match(
      run.summary,
      /^### 🧪 Dry run: 1 message for http&#58;\/\/127\.0\.0\.1:\d+\n\n```http\nPOST \/v1\/webhook\n/,
    );
  });

  test('a dry run shows the request as it would be, in log and summary', async () => {
    const url = 'https://deploy.example.com/hook?tag={tag}';
    const run = await notify({
      ...explicit('ghcr.io/acme/app:v1', { url, receiver: 'json', 'dry-run': 'true' }),
    });
    assert.match(run.log, /group::ghcr\.io\/acme\/app:v1 to https:\/\/deploy\.example\.com\nPOST \/hook\?tag=v1\n/);
    assert.match(run.log, /\n\n\{"artifact":"ghcr\.io\/acme\/app:v1",.*\}\n::endgroup::/);
    assert.match(run.summary, /\nPOST \/hook\?tag=v1\nhost: deploy\.example\.com\n/);
  });

  test('an event of 5 MB with a byte order mark is read', async () => {
    const event = JSON.parse(fixture('index-tagged.json'));
    event.registry_package.package_version.body = 'x'.repeat(5 * 1024 * 1024);
    const run = await notify({ eventName: 'registry_package', event: `\ufeff${JSON.stringify(event)}` });
    assert.equal(run.outputs.result, 'delivered', run.log);
  });

  const eventFiles: Readonly<Record<string, readonly [content: string, pattern: RegExp]>> = {
    'an array at the root': ['[1]', /must hold a JSON object, found an array/],
    'null at the root': ['null', /must hold a JSON object, found null/],
    'an empty file': ['', /is empty/],
    'only a byte order mark': ['\ufeff', /is empty/],
    'half an object': ['{"action":"published",', /is not JSON/],
    'something else': ['{"zen":"Keep it logically awesome."}', /is not an event of a registry/],
    'no package': ['{"action":"published","registry_package":null}', /registry_package must be an object, found null/],
    'no action': ['{"registry_package":{}}', /action is missing/],
  };
  for (const [what, [content, pattern]] of Object.entries(eventFiles)) {
    test(`an event file with ${what} is one clear error`, async () => {
      const run = await notify({ eventName: 'registry_package', event: content });
      refusedWith(run, pattern);
    });
  }

  test('an event file that is missing, a directory or not readable is one clear error', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-event-'));
    try {
      const missing = join(directory, 'missing.json');
      refusedWith(
        await notify({ eventName: 'registry_package', env: { GITHUB_EVENT_PATH: missing } }),
        /does not exist/,
      );
      refusedWith(
        await notify({ eventName: 'registry_package', env: { GITHUB_EVENT_PATH: directory } }),
        /is not a regular file/,
      );
      refusedWith(await notify({ eventName: 'registry_package' }), /GITHUB_EVENT_PATH is not set/);
      const closed = join(directory, 'closed.json');
      writeFileSync(closed, fixture('index-tagged.json'));
      chmodSync(closed, 0);
      const run = await notify({ eventName: 'registry_package', env: { GITHUB_EVENT_PATH: closed } });
      // Root can read everything, any other user gets an error.
      if (process.getuid?.() !== 0) refusedWith(run, /may not be read/);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  const bad: Readonly<Record<string, readonly [options: ActionOptions, pattern: RegExp]>> = {
    'an event that names nothing': [
      { eventName: 'push', event: {} },
      /^artifact is empty, .*"push".*set artifact and digest/,
    ],
    'no event at all': [{}, /^artifact is empty, .*set artifact and digest/],
    'no url': [explicit('ghcr.io/acme/app:v1', { url: '' }), /^url is empty/],
    'an unexpanded url': [explicit('ghcr.io/acme/app:v1', { url: `$\{{ secrets.URL }}` }), /^url holds an unexpanded/],
    'a url that is none': [
      explicit('ghcr.io/acme/app:v1', { url: 'deploy.example.com/secret-path' }),
      /^url is not a URL/,
    ],
    'a url without a scheme': [
      explicit('ghcr.io/acme/app:v1', { url: 'deploy.example.com:8080' }),
      /^url is not a URL, expected https:/,
    ],
    'a url with a typo in its scheme': [
      explicit('ghcr.io/acme/app:v1', { url: 'htps://deploy.example.com' }),
      /^url is not a URL, expected https:/,
    ],
    'a url of another scheme': [
      explicit('ghcr.io/acme/app:v1', { url: 'mailto:deploy@example.com' }),
      /^url is not a URL, expected https:/,
    ],
    'several mistakes, all named': [
      explicit('main', { url: 'htps://x', retries: 'many', untagged: 'no', receiver: 'docker-hub' }),
      /^url is not a URL[^\n]*\nartifact: "main" is only a word[^\n]*\nuntagged: "no" is not allowed[^\n]*\nretries: "many"/,
    ],
    'no secret': [explicit('ghcr.io/acme/app:v1', { secret: '' }), /^secret is empty: .*forks/],
    'an unexpanded secret': [explicit('ghcr.io/acme/app:v1', { secret: `$\{{ secrets.S }}` }), /^secret: .*unexpanded/],
    'too many secrets': [
      explicit('ghcr.io/acme/app:v1', { secret: 'a-secret-of-one\na-secret-of-two' }),
      /^secret has 2 lines but url has 1/,
    ],
    'an unknown receiver': [
      explicit('ghcr.io/acme/app:v1', { receiver: 'slack' }),
      /^receiver: "slack" is not known, expected doco-cd/,
    ],
    'an unknown reference': [
      explicit('ghcr.io/acme/app:v1', { reference: 'Tag' }),
      /^reference: "Tag" .*tag, digest, tag\+digest/,
    ],
    'an unknown untagged': [explicit('ghcr.io/acme/app:v1', { untagged: 'yes' }), /^untagged: "yes" .*skip, send/],
    'a dry-run that is no boolean': [
      explicit('ghcr.io/acme/app:v1', { 'dry-run': 'maybe' }),
      /^dry-run: "maybe" .*true or false/,
    ],
    'a bad artifact': [explicit('ghcr.io/Acme/app:v1'), /^artifact: .*lower-case/],
    'the second of three artifacts': [explicit('ghcr.io/a/b:1\nghcr.io/a/b:\nghcr.io/a/b:3'), /^artifact: entry 2: /],
    'a bad digest': [explicit('ghcr.io/acme/app:v1', { digest: 'sha256:abc' }), /^digest: "sha256:abc"/],
    'a digest that doco-cd cannot use': [
      explicit('ghcr.io/acme/app:v1', { digest: `blake3:${DIGEST.slice(7)}` }),
      /^digest: .*sha256/,
    ],
    'a digest whose artifact got lost between two jobs': [
      { inputs: { artifact: '', digest: DIGEST }, eventName: 'push', event: {} },
      /^artifact is empty, and the triggering event "push".*GitHub has probably dropped that output because/,
    ],
    'the same, in a run that another artifact started': [
      {
        inputs: { artifact: '', digest: DIGEST },
        eventName: 'repository_dispatch',
        event: { client_payload: { artifact: 'ghcr.io/acme/base:v1', digest: OTHER_DIGEST } },
      },
      /^artifact is empty, and the event does not have sha256:0.*GitHub has probably dropped that output/,
    ],
    'an index and its platforms': [
      explicit(`ghcr.io/acme/app@${DIGEST}\nghcr.io/acme/app@${OTHER_DIGEST}`, { digest: '' }),
      /^artifact: ghcr\.io\/acme\/app has 2 digests, .*ghcr\.io\/acme\/app@sha256:0123/,
    ],
    'two digests that differ': [explicit(`ghcr.io/acme/app@${OTHER_DIGEST}`), /^artifact names .*, but digest names /],
    'a bad target': [explicit('ghcr.io/acme/app:v1', { target: 'a/b' }), /^target: "a\/b"/],
    'no tag where one is asked for': [explicit(`ghcr.io/acme/app@${DIGEST}`, { reference: 'tag' }), /has no tag/],
    'a registry beside an artifact': [explicit('acme/app:v1', { registry: 'ghcr.io' }), /^registry: /],
  };
  for (const [what, [options, pattern]] of Object.entries(bad)) {
    test(`${what} ends red before anything is sent`, async () => {
      refusedWith(await notify({ ...options }), pattern);
    });
  }

  test('a stack is shown only for our bugs, and only with debug logging', async () => {
    const run = await notify({ inputs: { artifact: 'ghcr.io/Acme/app:v1' }, env: { RUNNER_DEBUG: '1' } });
    assert.ok(!/ at .*\.(?:ts|js):\d+/.test(run.log), run.log);
  });
});

function refusedWith(run: ActionRun & Pick<Receiver, 'requests'>, pattern: RegExp): void {
  assert.equal(run.exitCode, 1, run.log);
  assert.equal(run.outputs.result, 'failed');
  assert.equal(run.requests.length, 0);
  assert.equal(run.errors.length, 1);
  assert.match(run.errors[0] ?? '', pattern);
  assert.ok(!/ at .*\.(?:ts|js):\d+/.test(run.log), 'no stack');
}
