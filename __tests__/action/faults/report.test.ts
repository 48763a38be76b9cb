import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { DIGEST, deliverTo } from '../../support/deliver-to.ts';
import { ACCEPTED, answer, type FaultServer, hang, type Step, startFaults } from '../../support/fault-server.ts';
import { type ActionRun, preload } from '../../support/run-action.ts';
import { observeAsking } from '../../support/wait.ts';

const STACK = / at .*\.(?:ts|js):\d+/;
const BROKEN = '/nowhere/oci-webhook/file';

/** What GitHub cuts or drops at its limits is below them. */
function assertShort({ errors, warnings, notices, summary, outputs }: ActionRun): void {
  const longest = Math.max(...[...errors, ...warnings, ...notices].map(({ length }) => length));
  assert.ok(longest < 4_000, `an annotation of ${longest} characters`);
  assert.ok(Buffer.byteLength(summary) < 1024 * 1024, `a summary of ${Buffer.byteLength(summary)} bytes`);
  const together = Object.values(outputs).join('').length;
  assert.ok(together < 400_000, `outputs of ${together} characters`);
}

/** Answers by the path of the request. */
function byPath(steps: Readonly<Record<string, Step>>): Step {
  return (socket, request) => steps[/^POST (\/\w+)/.exec(request.line)?.[1] ?? '']?.(socket, request);
}

/** One bad value of each input: all the others, and all that can be wrong with these, are in tables of their own. */
const BAD: Readonly<Record<string, readonly [value: string, pattern: RegExp]>> = {
  url: ['deploy.example.com', /^url is not a URL, expected https:\/\/host/],
  secret: ['', /^secret is empty: doco-cd takes no message without it/],
  receiver: ['slack', /^receiver: "slack" is not known, expected doco-cd, /],
  target: ['a/b', /^target: "a\/b" is not a target name/],
  retries: ['many', /^retries: "many" is not allowed, expected a whole number from 0 to 5000$/],
  timeout: [
    '0',
    /^timeout: "0" is not allowed, expected a number of seconds above 0 and at most 3600, or a time such as/,
  ],
  deadline: ['2 weeks', /^deadline: "2 weeks" is not allowed, expected a number of seconds from 0 to 21600/],
  headers: [
    'X-Hub-Signature-256: sha256=0',
    /^headers: line 1: remove x-hub-signature-256: it is a provider's signature header/,
  ],
  'signature-header': ['two words', /^signature-header: "two words" cannot carry a signature/],
  'ca-certificate': [
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    /^ca-certificate: the certificate cannot be read/,
  ],
  'client-certificate': ['-----BEGIN CERTIFICATE-----', /^client-key is empty but client-certificate is set/],
  'client-key': ['-----BEGIN PRIVATE KEY-----', /^client-certificate is empty but client-key is set/],
  'skip-tls-verification': ['maybe', /^skip-tls-verification: "maybe" is not allowed, expected true or false$/],
};

describe('what the user gets', { concurrency: 8 }, () => {
  const using = async (server: Promise<FaultServer>, body: (server: FaultServer) => Promise<void>) => {
    const started = await server;
    try {
      await body(started);
    } finally {
      await started.close();
    }
  };
  const plain = ({ stderr, log }: ActionRun) => {
    assert.equal(stderr, '');
    assert.doesNotMatch(log, STACK);
  };

  for (const [name, [value, pattern]] of Object.entries(BAD)) {
    test(`a bad ${name} ends red before the first request`, () =>
      using(startFaults([ACCEPTED]), async (server) => {
        const run = await deliverTo(server.origin, { inputs: { [name]: value } });
        assert.equal(run.exitCode, 1, run.log);
        assert.equal(server.connections(), 0);
        assert.equal(run.errors.length, 1);
        assert.match(run.errors[0] ?? '', pattern);
        assert.equal(run.outputs.result, 'failed');
        assert.equal(run.outputs.deliveries, '[]');
        plain(run);
      }));
  }

  test('without files for outputs and summary, as with old runners, all else is as ever', () =>
    using(startFaults([ACCEPTED]), async (server) => {
      const env = { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' };
      const run = await deliverTo(server.origin, { env });
      assert.equal(run.exitCode, 0, run.log);
      assert.match(run.stdout, /^::set-output name=result::delivered$/m);
      plain(run);
    }));

  test('outputs that cannot be written end red, though it was delivered', () =>
    using(startFaults([ACCEPTED]), async (server) => {
      const run = await deliverTo(server.origin, { env: { GITHUB_OUTPUT: BROKEN } });
      assert.equal(run.exitCode, 1);
      assert.equal(server.requests.length, 1);
      assert.match(run.log, /^1 of 1 delivered$/m);
      assert.match(run.errors.join('\n'), /^the outputs could not be written \(GITHUB_OUTPUT\): .*\/nowhere/);
      assert.match(run.summary, /^### ✅ /, 'the summary is there all the same');
      plain(run);
    }));

  test('on a full disk the log says what was sent', () =>
    using(startFaults([ACCEPTED]), async (server) => {
      const env = { GITHUB_OUTPUT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' };
      const run = await deliverTo(server.origin, { env });
      assert.equal(run.exitCode, 1);
      assert.match(run.log, /^1 of 1 delivered$/m);
      assert.match(run.errors.join('\n'), /^the outputs could not be written \(GITHUB_OUTPUT\): ENOSPC/);
      assert.match(run.warnings.join('\n'), /^the job summary could not be written \(GITHUB_STEP_SUMMARY\): ENOSPC/);
      plain(run);
    }));

  const endings = {
    'an error that nobody caught': ['throw new RangeError("out of something")', /out of something$/],
    'an end without any error': ['process.exit(0)', /the step ended before it was done$/],
  } as const;
  for (const [ending, [script, pattern]] of Object.entries(endings)) {
    /** Ends the process a moment after the answer to the first request to `path`. */
    const endAfter = (path: string) =>
      preload(`process.getBuiltinModule("node:diagnostics_channel").subscribe("http.client.response.finish",
          ({ request }) => { if (request.path.startsWith("${path}")) setTimeout(() => { ${script} }, 200); })`);

    test(`${ending} while messages are sent: what is known of each is reported`, () =>
      using(
        startFaults([byPath({ '/good': ACCEPTED, '/bad': answer(400, {}, 'no'), '/slow': hang })]),
        async (server) => {
          const url = ['/good', '/bad', '/slow'].map((path) => `${server.origin}${path}`).join('\n');
          const run = await deliverTo(url, { inputs: { receiver: 'json' }, nodeOptions: endAfter('/good') });
          assert.equal(run.exitCode, 1, run.log);
          assert.match(run.log, /^1 of 3 delivered$/m);
          assert.match(run.errors.join('\n'), pattern);
          assert.equal(run.outputs.result, 'failed');
          assert.equal(run.outputs.artifact, 'ghcr.io/acme/app:v1');
          assert.deepEqual(
            run.deliveries.map(({ outcome, status }) => [outcome, status]),
            [
              ['accepted', 202],
              ['rejected', 400],
            ],
          );
          assert.match(run.summary, /^### ❌ OCI Webhook failed while it was sending\n/);
          assert.match(run.summary, /\*\*Perhaps sent\*\*, how it ended is not known: .*&#40;3&#41;/);
          assert.match(run.summary, /\n#### ❌ 1 of 2 servers failed/);
          assert.equal(run.stderr, '');
        },
      ));

    test(`${ending} while a deployment is waited for: that the message was accepted is reported`, async () => {
      const { run, delivery } = await observeAsking({
        deploy: () => ({ runMs: 60_000 }),
        action: { nodeOptions: endAfter('/v1/api/run/') },
      });
      assert.equal(run.exitCode, 1, run.log);
      assert.match(run.errors.join('\n'), pattern);
      assert.equal(delivery.outcome, 'accepted');
      assert.equal(delivery.jobId, run.outputs['job-id']);
      assert.equal(run.outputs.result, 'failed');
      assert.match(run.summary, /\n#### ✅ `ghcr\.io\/acme\/app:v1` → /);
    });
  }

  test('a summary that cannot be written is a warning', () =>
    using(startFaults([ACCEPTED]), async (server) => {
      const run = await deliverTo(server.origin, { env: { GITHUB_STEP_SUMMARY: BROKEN } });
      assert.equal(run.exitCode, 0, run.log);
      assert.match(run.warnings.join('\n'), /^the job summary could not be written \(GITHUB_STEP_SUMMARY\): /);
      assert.equal(run.outputs.result, 'delivered');
      plain(run);
    }));

  test('a summary below 1 MiB, also when 300 receivers say a lot', () =>
    using(startFaults([answer(503, {}, '漢<>'.repeat(5_000))]), async (server) => {
      const url = Array.from({ length: 300 }, (_, index) => `${server.origin}/v1/webhook/${index}`).join('\n');
      const run = await deliverTo(url, { inputs: { timeout: '20', deadline: '0' } });
      assert.equal(run.exitCode, 1);
      assert.equal(server.requests.length, 300);
      assert.ok(Buffer.byteLength(run.summary) < 1024 * 1024, `${Buffer.byteLength(run.summary)} bytes`);
      assert.ok(/^### ❌ 300 of 300 servers failed/.test(run.summary));
      assert.equal(run.deliveries.length, 300, 'the output has them all');
      assertShort(run);
      assert.match(run.errors[0] ?? '', /^300 deliveries:\n/);
      plain(run);
    }));

  test('everything has its limit, also with 100 messages to 100 receivers', (t) =>
    using(startFaults([answer(400, {}, '漢<|>'.repeat(1_000))]), async (server) => {
      const url = Array.from({ length: 100 }, (_, index) => `${server.origin}/${index}`).join('\n');
      const list = join(mkdtempSync(join(tmpdir(), 'oci-webhook-report-')), 'list.txt');
      t.after(() => rmSync(dirname(list), { recursive: true }));
      const name = 'app'.repeat(60);
      const names = Array.from({ length: 100 }, (_, index) => `ghcr.io/acme/${name}-${index}:v1@${DIGEST}`);
      writeFileSync(list, names.join('\n'));
      const inputs = { receiver: 'json', artifact: `@${list}`, digest: '', timeout: '60', deadline: '120' };
      const run = await deliverTo(url, { inputs });
      assert.equal(run.exitCode, 1);
      assert.equal(server.requests.length, 10_000);
      assertShort(run);
      assert.match(run.errors[0] ?? '', /^10,000 deliveries:\n/);
      const { omitted } = JSON.parse(run.outputs.deliveries ?? '').at(-1);
      assert.ok(omitted > 0 && omitted < 10_000, `${omitted} are left out`);
      assert.match(run.warnings.join('\n'), /^the output deliveries holds the first \d+ of 10,000/);
      plain(run);
    }));

  test('of 3,000 skips the log has twenty lines, and their number', async () => {
    const event = (tag: number) => ({
      id: `event ${tag}`,
      action: 'push',
      request: { host: 'registry.example' },
      target: {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        repository: 'acme/app',
        digest: DIGEST,
        tag: `sha256-${String(tag).padStart(64, '0')}.sig`,
      },
    });
    const events = Array.from({ length: 3_000 }, (_, index) => event(index));
    const client_payload = { events };
    const run = await deliverTo('http://127.0.0.1:9', {
      inputs: { artifact: '', digest: '' },
      eventName: 'repository_dispatch',
      event: { client_payload },
    });
    assert.equal(run.exitCode, 0, run.log.slice(-2_000));
    assert.equal(run.log.match(/^skipped \(/gm)?.length, 20);
    assert.match(run.log, /^and 2,980 more like these$/m);
    assertShort(run);
  });
});
