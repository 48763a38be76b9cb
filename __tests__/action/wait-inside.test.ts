import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { makeCertificates } from '../support/certificates.ts';
import { type DocoCd, FAILURES, startDocoCd } from '../support/doco-cd.ts';
import { ACCEPTED, startFaults } from '../support/fault-server.ts';
import { freePort } from '../support/free-port.ts';
import { listen } from '../support/listen.ts';
import { answer, type Received } from '../support/receiver.ts';
import { runAction } from '../support/run-action.ts';
import { ARTIFACT, DIGEST, observe, SECRET, type WaitScenario } from '../support/wait.ts';

describe('wait inside the request', { concurrency: 4 }, () => {
  test('deployed: one request, that takes longer than timeout', async () => {
    const { run, server, posts, polls, delivery } = await observe({
      withoutApi: true,
      deploy: () => ({ runMs: 3_500 }),
      path: '/v1/webhook?access=a%20token',
      inputs: { timeout: '2.5' },
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'deployed');
    assert.equal(run.outputs['job-id'], server.runs()[0]?.job_id);
    assert.equal(delivery.outcome, 'succeeded');
    assert.equal(delivery.status, 201);
    assert.deepEqual([posts.length, polls.length], [1, 0]);
    assert.equal(posts[0]?.path, '/v1/webhook?access=a%20token&wait=true');
    assert.match(run.summary, /^deployed after \d\.\d s/m);
  });

  test('says that it waits, and how long at most', async () => {
    const { run } = await observe({ withoutApi: true, deploy: () => ({ runMs: 100 }) });
    assert.match(run.log, /^waiting for the deployment inside the request, at most 10 min$/m);
  });

  test('what is still waiting to be sent when the time is over is not sent', async () => {
    const artifacts = Array.from({ length: 60 }, (_, index) => `ghcr.io/acme/app-${index}:v1`);
    const { run, posts } = await observe({
      withoutApi: true,
      deploy: () => ({ runMs: 60_000 }),
      inputs: { artifact: artifacts.join('\n'), 'wait-timeout': '4' },
    });
    assert.equal(run.exitCode, 1);
    assert.equal(posts.length, 50);
    const late = JSON.parse(run.outputs.deliveries ?? '').filter(
      ({ error }: { error: string }) => error === 'TOO_LATE',
    );
    assert.equal(late.length, 10, run.log);
    assert.match(run.summary, /it was not sent; raise wait-timeout, or send to fewer in one step/);
  });

  test('a receiver that wants our certificate has not deployed', async () => {
    const made = makeCertificates();
    const server = await startFaults([ACCEPTED], {
      tls: { ...made.server, ca: made.ca.cert, requestCert: true, rejectUnauthorized: true },
    });
    try {
      const { run, delivery } = await observe({
        inputs: { url: `https://localhost:${server.port}`, 'ca-certificate': made.ca.cert },
      });
      assert.equal(run.exitCode, 1);
      assert.equal(delivery.outcome, 'unreachable', run.log);
      assert.match(run.errors[0] ?? '', /set client-certificate and client-key$/);
    } finally {
      await server.close();
    }
  });

  test('timeout still limits how long a connection may take', async () => {
    const silent = createServer();
    const port = await listen(silent);
    const { run, delivery } = await observe({
      inputs: { url: `https://127.0.0.1:${port}`, timeout: '0.5', deadline: '0' },
    });
    silent.close();
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'unreachable');
    assert.equal(delivery.error, 'TIMEOUT');
  });

  type Ended = WaitScenario & { name: string; outcome: string; error: string; message: RegExp };
  const gateway = (status: number, body = '') => ({
    inFront(_request: Received, response: Parameters<typeof answer>[0]) {
      response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
      return true;
    },
  });
  const ends: readonly Ended[] = [
    {
      name: 'a deployment that fails',
      deploy: () => ({ failure: FAILURES.trustPolicy }),
      outcome: 'failed',
      error: 'DEPLOYMENT_FAILED',
      message: /failed \(failed OCI signature verification: .*OCI_TRUST_POLICY/s,
    },
    {
      name: 'a repository whose name it cannot use, a 400',
      deploy: () => ({ failure: FAILURES.repositoryName }),
      outcome: 'failed',
      error: 'DEPLOYMENT_FAILED',
      message: /failed \(invalid repository name/,
    },
    {
      name: 'a proxy that has no upstream',
      ...gateway(503, 'no server is available'),
      outcome: 'rejected',
      error: 'HTTP_503',
      message: /rejected \(503 no server is available\)\nit was not sent again, because the deployment may have begun/,
    },
    {
      name: 'a proxy that did not wait as long',
      ...gateway(504, 'Gateway Timeout'),
      outcome: 'unknown',
      error: 'HTTP_504',
      message: /unknown \(Gateway Timeout\)\na proxy on the way did not wait/,
    },
    {
      name: 'a proxy that drops the query',
      inFront({ method }, response) {
        answer(response, 202, { content: 'job accepted', job_id: 'j' });
        return method === 'POST';
      },
      outcome: 'unknown',
      error: 'NOT_AWAITED',
      message: /unknown \(job accepted\)\ndoco-cd was not asked to wait/,
    },
    {
      name: 'a connection that breaks after the request was written',
      inFront(_request, response) {
        response.destroy();
        return true;
      },
      outcome: 'unknown',
      error: 'ECONNRESET',
      message:
        /unknown \(.*ECONNRESET.*\)\ndoco-cd does not answer any more; if it stopped, the deployment stopped with it/,
    },
    {
      name: 'a wrong secret',
      inputs: { secret: 'another-secret-of-some-length' },
      outcome: 'rejected',
      error: 'HTTP_401',
      message: /the secret differs/,
    },
  ];
  for (const { name, outcome, error, message, ...scenario } of ends) {
    test(`nothing is repeated: ${name}`, async () => {
      const { run, delivery, posts } = await observe(scenario);
      assert.equal(run.exitCode, 1);
      assert.equal(delivery.outcome, outcome);
      assert.equal(delivery.error, error);
      assert.equal(posts.length, 1);
      assert.match(run.errors[0] ?? '', message);
      if (outcome === 'unknown') assert.ok(!/\bfailed\b/.test(run.errors[0] ?? ''), run.errors[0]);
    });
  }

  test('timed out: the deployment goes on, and how to see it is said', async () => {
    const { run, server, delivery, posts } = await observe({
      deploy: () => ({ runMs: 60_000 }),
      inputs: { 'wait-timeout': '4' },
    });
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'timed-out');
    assert.equal(delivery.error, 'WAIT_TIMEOUT');
    assert.equal(posts.length, 1);
    assert.match(run.errors[0] ?? '', /not known here\)\nif it began, the deployment goes on; .*log.*api-key/);
    assert.equal(server.runs()[0]?.status, 'running');
  });

  test('what was never written is tried again', async () => {
    const port = await freePort();
    let starting: Promise<DocoCd> | undefined;
    const run = await runAction({
      inputs: { url: `http://127.0.0.1:${port}`, secret: SECRET, artifact: ARTIFACT, digest: DIGEST, wait: 'true' },
      onOutput: (text) => {
        if (/attempt 1: /.test(text)) starting ??= startDocoCd({ secret: SECRET, port });
      },
    });
    const server = await starting;
    await server?.close();
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'deployed');
    assert.equal(server?.requests.length, 1);
    assert.ok(JSON.parse(run.outputs.deliveries ?? '')[0].attempts > 1);
  });

  test('a cancelled job stops at once', async () => {
    const sent = Promise.withResolvers<void>();
    const { run, delivery } = await observe({
      deploy() {
        setTimeout(sent.resolve, 300);
        return { runMs: 60_000 };
      },
      action: { cancelWhen: sent.promise },
    });
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'cancelled');
    assert.match(run.errors[0] ?? '', /cancelled \(there was no answer yet.*\nif it began, the deployment goes on/);
  });
});
