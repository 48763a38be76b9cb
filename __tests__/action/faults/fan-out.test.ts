import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAlike, checkHidden, type Delivered, deliverTo } from '../../support/deliver-to.ts';
import { ACCEPTED, answer, type FaultServer, hang, type Step, startFaults } from '../../support/fault-server.ts';
import { freePort } from '../../support/free-port.ts';

const later =
  (delayMs: number): Step =>
  (...args) =>
    void setTimeout(() => ACCEPTED(...args), delayMs);

/** The log in groups: the lines between ::group:: and ::endgroup::, by heading. */
function groups({ stdout }: Delivered): ReadonlyMap<string, readonly string[]> {
  const found = stdout.matchAll(/^::group::(.*)\n([\s\S]*?)^::endgroup::$/gm);
  return new Map([...found].map(([, heading = '', inside = '']) => [heading, inside.trimEnd().split('\n')]));
}

describe('several endpoints', { concurrency: 4 }, () => {
  /** Runs `body` with servers that are closed in any case. */
  const using = async (
    servers: readonly Promise<FaultServer>[],
    body: (...servers: FaultServer[]) => Promise<void>,
  ) => {
    const started = await Promise.all(servers);
    try {
      await body(...started);
    } finally {
      await Promise.all(started.map((server) => server.close()));
    }
  };

  test('100 URLs of one host are reached over at most 50 connections', () =>
    using([startFaults([later(50)])], async (server) => {
      const urls = Array.from({ length: 100 }, (_, index) => `${server.origin}/v1/webhook/target-${index}`);
      const run = await deliverTo(urls.join('\n'), { inputs: { timeout: '15' } });
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(server.requests.length, 100);
      assert.equal(new Set(server.requests.map(({ line }) => line)).size, 100);
      assert.ok(server.peak() <= 50, `${server.peak()} connections at a time`);
      assert.ok(server.connections() <= 50, `${server.connections()} connections: one that is free is used again`);
      assert.equal(run.deliveries.length, 100);
      assert.ok(run.deliveries.every(({ outcome, attempts }) => outcome === 'accepted' && attempts === 1));
      const keys = new Set(server.requests.map(({ headers }) => headers['idempotency-key']));
      assert.equal(keys.size, 100, 'each delivery has a key of its own');
      checkHidden(run, server.requests);
      // One secret and one signature for all: each is masked once.
      const masks = run.stdout.split('\n').filter((line) => line.startsWith('::add-mask::'));
      assert.equal(masks.length, 2);
      assert.equal(groups(run).size, 100);
    }));

  test('of 100 hosts, those that are dead delay none of the others', () =>
    using([startFaults([later(50)], { host: '0.0.0.0' }), startFaults([hang])], async (server, dead) => {
      const alive = Array.from({ length: 97 }, (_, index) => `http://127.0.0.${index + 2}:${server.port}`);
      const refused = `http://127.0.0.1:${await freePort()}`;
      const broken = `http://127.0.0.1:${await freePort()}/v1/webhook/x`;
      const urls = [dead.origin, refused, ...alive, broken];
      const run = await deliverTo(urls.join('\n'), { inputs: { timeout: '6', deadline: '6' } });
      assert.equal(run.exitCode, 1);
      assert.equal(server.requests.length, 97);
      // The dead one had its time first: none of the others was sent later than it was given up.
      const givenUp = (dead.requests[0]?.atMs ?? 0) + 6_000;
      assert.ok(
        server.requests.some(({ atMs }) => atMs < givenUp),
        'none waited for it',
      );
      const outcomes = run.deliveries.map(({ outcome }) => outcome);
      assert.deepEqual(outcomes, ['unreachable', 'unreachable', ...Array(97).fill('accepted'), 'unreachable']);
      assert.equal(run.errors.length, 1, 'it fails once, at the end');
      const failed = run.errors[0]?.split('\n') ?? [];
      assert.equal(failed.shift(), '3 deliveries:');
      assert.match(run.log, /^97 of 100 delivered$/m);
      assert.equal(failed.filter((line) => line.startsWith('http')).length, 3);
      assert.match(
        failed[0] ?? '',
        new RegExp(`^${dead.origin}: ghcr\\.io/acme/app:v1 unreachable \\(no answer within [456](?:\\.\\d)? s\\)`),
      );
      assert.equal(run.outputs['status-code'], '', 'of the first, which gave none');
    }));

  test('attempts are grouped by endpoint, with a line for each', () =>
    using([startFaults([answer(503), ACCEPTED]), startFaults([answer(401)])], async (first, second) => {
      const run = await deliverTo(`${first.origin}\n${second.origin}/a\n${second.origin}/b`, {});
      const found = groups(run);
      const lines = (heading: string) => found.get(heading) ?? assert.fail(`${heading} is not in ${run.log}`);
      const [one, two, ...others] = lines(`${first.origin}: accepted`);
      assert.match(one ?? '', /^attempt 1: 503, next in \d\.\d s \(\d+ ms\)$/);
      assert.match(two ?? '', /^attempt 2: 202 \(\d+ ms, answer: job accepted\)$/);
      assert.deepEqual(others, []);
      assert.match(lines(`${second.origin} (1): rejected`)[0] ?? '', /^attempt 1: 401 \(\d+ ms\)$/);
      assert.match(lines(`${second.origin} (2): rejected`)[0] ?? '', /^attempt 1: 401/);
      checkAlike(first.requests);
    }));

  test('several artifacts to several endpoints are all reported', () =>
    using([startFaults([ACCEPTED]), startFaults([answer(401), ACCEPTED])], async (first, second) => {
      const artifact = 'ghcr.io/acme/app:v1\nghcr.io/acme/app:v2';
      const run = await deliverTo(`${first.origin}\n${second.origin}`, { inputs: { artifact } });
      assert.equal(run.exitCode, 1);
      assert.match(run.errors[0] ?? '', /^http:/);
      const entries = JSON.parse(run.outputs.deliveries ?? '');
      assert.deepEqual(
        entries.map((entry: { endpoint: string; artifact: string }) => `${entry.endpoint} ${entry.artifact}`),
        [first, second].flatMap(({ origin }) => artifact.split('\n').map((name) => `${origin} ${name}`)),
      );
      for (const entry of entries) {
        const names = [
          'artifact',
          'attempts',
          'digest',
          'durationMs',
          'endpoint',
          'error',
          'jobId',
          'message',
          'outcome',
          'status',
        ];
        assert.deepEqual(Object.keys(entry).sort(), names);
      }
      assert.match(run.log, /^ghcr\.io\/acme\/app:v2 sha256:0123456789ab: attempt 1: /m);
    }));
});
