import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { type DocoCd, FAILURES, startDocoCd } from '../support/doco-cd.ts';
import { listen } from '../support/listen.ts';
import { answer, type Received } from '../support/receiver.ts';
import { runAction } from '../support/run-action.ts';
import { API_SECRET, ARTIFACT, DIGEST, isPoll, observeAsking, SECRET, type WaitScenario } from '../support/wait.ts';

/** Has the proxy in front answer the polls in turn, and passes on all others. */
function inFrontOfPolls(...answers: readonly ((response: Parameters<typeof answer>[0]) => void)[]) {
  let polls = 0;
  return (request: Received, response: Parameters<typeof answer>[0]): boolean => {
    const next = isPoll(request) ? answers[polls++] : undefined;
    next?.(response);
    return next !== undefined;
  };
}

const isAfter = (log: string, first: string, second: string) =>
  log.includes(first) && log.includes(second) && log.indexOf(first) < log.indexOf(second);

describe('wait by asking', { concurrency: 4 }, () => {
  test('deployed: sends once, asks until it has ended, says how it went', async () => {
    const { run, server, posts, polls, delivery } = await observeAsking({
      deploy: () => ({ queuedMs: 800, runMs: 3_000 }),
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'deployed');
    assert.equal(run.outputs['job-id'], server.runs()[0]?.job_id);
    assert.deepEqual(
      { ...delivery, endpoint: '', durationMs: 0 },
      {
        artifact: ARTIFACT,
        digest: DIGEST,
        endpoint: '',
        status: 202,
        attempts: 1,
        durationMs: 0,
        jobId: run.outputs['job-id'],
        outcome: 'succeeded',
        error: null,
        message: null,
      },
    );
    assert.equal(posts.length, 1);
    assert.equal(posts[0]?.path, '/v1/webhook');
    assert.ok(polls.length >= 3);
    assert.equal(server.connections(), 1, 'the connection stays for the questions');
    for (const { path, headers, body } of polls) {
      assert.equal(path, `/v1/api/run/${run.outputs['job-id']}`);
      assert.equal(headers['x-api-key'], API_SECRET);
      assert.match(headers['user-agent'] ?? '', /^oci-webhook-action\//);
      assert.ok(body === '' && headers['x-doco-oci-signature-256'] === undefined);
    }
    assert.match(run.log, /^running after [\d.]+ m?s$/m);
    assert.match(run.log, /^succeeded after [\d.]+ s$/m);
    assert.ok(isAfter(run.log, 'running after', 'succeeded after'));
    assert.match(run.log, /^1 of 1 deployed$/m);
    assert.match(run.summary, /^### ✅ `ghcr\.io\/acme\/app:v1` runs on /);
    assert.doesNotMatch(run.summary, /mermaid/, 'one deployment needs no chart');
    for (const shown of [run.log, run.summary, JSON.stringify(run.outputs)]) assert.ok(!shown.includes(API_SECRET));
    assert.match(run.stdout, new RegExp(`^::add-mask::${API_SECRET}$`, 'm'));
  });

  const held = `sha256:${'b'.repeat(64)}`;
  const failures: readonly (WaitScenario & { name: string; message: RegExp; hint: RegExp })[] = [
    {
      name: 'a digest that the tag no longer has',
      registry: { [ARTIFACT]: held },
      message: new RegExp(`expected ${DIGEST} got ${held}`),
      hint: /the tag has moved/,
    },
    {
      name: 'what Compose refuses',
      deploy: () => ({ failure: FAILURES.compose }),
      message: /deployment failed: failed to deploy stack app: service "web" refers to undefined network/,
      hint: /Compose or Swarm refused it/,
    },
  ];
  for (const { name, message, hint, ...scenario } of failures) {
    test(`failed, red with the server's message and what to do: ${name}`, async () => {
      const { run, delivery, posts } = await observeAsking(scenario);
      assert.equal(run.exitCode, 1);
      assert.equal(run.outputs.result, 'failed');
      assert.equal(delivery.outcome, 'failed');
      assert.equal(delivery.error, 'DEPLOYMENT_FAILED');
      assert.match(String(delivery.message), message);
      assert.equal(posts.length, 1, 'a failed deployment is not sent again');
      assert.equal(run.errors.length, 1);
      assert.match(run.errors[0] ?? '', message);
      assert.match(run.errors[0] ?? '', hint);
      assert.match(run.summary, hint);
    });
  }

  const junk = (server: DocoCd) =>
    Promise.all(Array.from({ length: 50 }, () => fetch(`${server.origin}/v1/webhook`, { method: 'POST', body: '{}' })));
  const whenRunning = (act: (server: DocoCd) => void) => {
    let done = false;
    return (log: string, server: DocoCd) => {
      if (done || !log.includes('running after')) return;
      done = true;
      act(server);
    };
  };
  const slow = () => ({ runMs: 60_000 });
  const unknowns: readonly (WaitScenario & { name: string; error: string; hint: RegExp; asked?: number })[] = [
    {
      name: 'a wrong key',
      inputs: { 'api-key': 'not-the-key-of-the-run-api' },
      error: 'API_KEY_REFUSED',
      hint: /invalid api key\)\napi-key differs from the server's API_SECRET/,
      asked: 1,
    },
    {
      name: 'a server without API_SECRET',
      withoutApi: true,
      error: 'API_NOT_FOUND',
      hint: /404 page not found\)\nthe server has no API_SECRET set, is too old .*v0\.104\.0/,
      asked: 1,
    },
    {
      name: 'a run that newer ones evicted',
      deploy: slow,
      onLog: whenRunning((server) => void junk(server)),
      error: 'RUN_NOT_FOUND',
      hint: /run not found: .*if 50 newer requests took its place, it may have gone well/s,
    },
    {
      name: 'a server that was restarted',
      deploy: slow,
      onLog: whenRunning((server) => server.restart()),
      error: 'RUN_NOT_FOUND',
      hint: /run not found: .*if it was restarted, the deployment stopped with it/s,
    },
    {
      name: 'a login page before the run API',
      inFront: inFrontOfPolls((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')),
      error: 'NOT_A_STATE',
      hint: /let the proxy pass \/v1\/api/,
      asked: 1,
    },
    {
      name: 'a redirect before the run API',
      inFront: inFrontOfPolls((response) => response.writeHead(302, { location: 'https://login.example.com' }).end()),
      error: 'HTTP_302',
      hint: /the url redirects to a login/,
      asked: 1,
    },
    {
      name: 'a login before the run API',
      inFront: inFrontOfPolls((response) => response.writeHead(403).end('Forbidden')),
      error: 'HTTP_403',
      hint: /wants a login/,
      asked: 1,
    },
  ];
  for (const { name, error, hint, asked, ...scenario } of unknowns) {
    test(`unknown, red and said to be unknown: ${name}`, async () => {
      const { run, delivery, polls, posts } = await observeAsking(scenario);
      assert.equal(run.exitCode, 1);
      assert.equal(delivery.outcome, 'unknown');
      assert.equal(delivery.error, error);
      assert.equal(posts.filter(({ body }) => body !== '{}').length, 1);
      if (asked !== undefined) assert.equal(polls.length, asked, 'it is final');
      const shown = run.errors[0] ?? '';
      assert.match(shown, / unknown \(/);
      assert.match(shown, hint);
      assert.ok(!/\bfailed\b/.test(shown), shown);
    });
  }

  test('timed out, red and said to be unknown', async () => {
    const { run, server, delivery } = await observeAsking({
      deploy: () => ({ queuedMs: 100, runMs: 60_000 }),
      inputs: { 'wait-timeout': '4' },
    });
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'timed-out');
    assert.equal(delivery.error, 'WAIT_TIMEOUT');
    assert.ok(run.durationMs >= 4_000, `${run.durationMs} ms`);
    assert.match(run.errors[0] ?? '', /timed-out \(the deployment was still running .*not known here\)\n.*goes on/);
    assert.ok(!/\bfailed\b/.test(run.errors[0] ?? ''));
    assert.equal(server.runs()[0]?.status, 'running');
  });

  test('the time is over before the message was taken', async () => {
    const silent = createServer();
    const port = await listen(silent);
    const { run, delivery } = await observeAsking({
      inputs: { url: `http://127.0.0.1:${port}`, 'wait-timeout': '3' },
    });
    silent.close();
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'unreachable');
    assert.match(run.log, /no answer within (?:3|[012]\.\d+|[12]) s, wait-timeout is over/);
    assert.match(
      run.errors[0] ?? '',
      /\nwait-timeout was over before the message was accepted; raise it, or find out why it is not accepted/,
    );
  });

  test('a Retry-After beyond the time that is left', async () => {
    const { run, posts } = await observeAsking({
      inputs: { 'wait-timeout': '4' },
      inFront(_request, response) {
        response.writeHead(503, { 'retry-after': '9' }).end();
        return true;
      },
    });
    assert.equal(posts.length, 1);
    assert.match(run.log, /asked to wait longer than what is left of wait-timeout: giving up/);
    assert.match(run.errors[0] ?? '', /which is longer than what is left of wait-timeout; raise it, or send later/);
  });

  test('a body that stalls is not waited for longer than the time that is left', async () => {
    const { run } = await observeAsking({
      inputs: { 'wait-timeout': '3' },
      inFront({ method }, response) {
        if (method === 'POST') response.writeHead(202, { 'content-length': '100' }).write('{"content":');
        return method === 'POST';
      },
    });
    assert.match(run.errors[0] ?? '', /the answer broke off before the id of the deployment, which may go on/);
    assert.match(run.log, /^attempt 1: 202 \(\d{3,4} ms, body stalled/m);
  });

  test('an answer to the message that is not from doco-cd: the message was not delivered, and nobody is asked', async () => {
    const { run, delivery, polls } = await observeAsking({
      inFront({ method }, response) {
        if (method === 'POST') answer(response, 200, { ok: true });
        return method === 'POST';
      },
    });
    assert.equal(run.exitCode, 1);
    assert.deepEqual([delivery.outcome, delivery.error], ['rejected', 'HTTP_200']);
    assert.match(run.errors[0] ?? '', /this answer is not from doco-cd, which would give a job_id/);
    assert.equal(polls.length, 0);
  });

  test('a large web page is not from doco-cd', async () => {
    const { run } = await observeAsking({
      inFront(_request, response) {
        response.end(`<!doctype html>${'x'.repeat(100_000)}`);
        return true;
      },
    });
    assert.match(
      run.errors[0] ?? '',
      /rejected \(200 \(an HTML page\)\)\na web page answered in place of the receiver/,
    );
  });

  test('an answer that broke off before the id: the deployment goes on', async () => {
    const { run, delivery, polls } = await observeAsking({
      inFront({ method }, response) {
        if (method === 'POST') {
          response.writeHead(202, { 'content-length': '100' });
          response.write('{"content":', () => response.destroy());
        }
        return method === 'POST';
      },
    });
    assert.equal(run.exitCode, 1);
    assert.deepEqual([delivery.outcome, delivery.error, polls.length], ['unknown', 'NO_JOB_ID', 0]);
    assert.match(run.errors[0] ?? '', /the answer broke off before the id of the deployment, which may go on/);
  });

  test('errors that pass are asked away: gateway errors, a reset, a cut answer, a stalled one, a slow one', async () => {
    const { run, delivery, polls, posts } = await observeAsking({
      deploy: () => ({ runMs: 500 }),
      slowMs: 700,
      inputs: { timeout: '4' },
      inFront: inFrontOfPolls(
        (response) => response.writeHead(503, { 'retry-after': '1' }).end('starting'),
        (response) => response.destroy(),
        (response) => {
          response.writeHead(200, { 'content-length': '100' });
          response.write('{"content":', () => response.destroy());
        },
        (response) => response.writeHead(200, { 'content-length': '100' }).write('{"content":'),
      ),
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(delivery.outcome, 'succeeded');
    assert.equal(posts.length, 1);
    assert.equal(polls.length, 5);
    const [first, second] = polls.map(({ atMs }) => atMs);
    assert.ok((second ?? 0) - (first ?? 0) >= 950, 'a Retry-After is kept to');
    assert.match(run.log, /its state cannot be read, asking again: 503 starting/);
  });

  test('a server that goes away is asked until the time is over, and the last problem is shown', async () => {
    let gone = false;
    const { run, delivery } = await observeAsking({
      deploy: slow,
      inputs: { 'wait-timeout': '8' },
      inFront: (_request, response) => {
        if (gone) response.destroy();
        return gone;
      },
      onLog: whenRunning(() => {
        gone = true;
      }),
    });
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'timed-out');
    assert.match(String(delivery.message), /still running, and then its state could not be read \(.*ECONNRESET\)/);
    assert.match(
      run.errors[0] ?? '',
      /\ndoco-cd does not answer any more; if it stopped, the deployment stopped with it; see the server's log$/,
    );
    assert.ok(!/goes on/.test(run.errors[0] ?? ''));
  });

  test('a deployment that was skipped counts, with a notice', async () => {
    const { run, delivery } = await observeAsking({
      inFront({ method, path }, response) {
        const [, job_id] = /\/run\/([^?]+)/.exec(path) ?? [];
        const content = { job_id, status: 'skipped', message: 'filter does not match' };
        if (method === 'GET') answer(response, 200, { content, job_id: 'k' });
        return method === 'GET';
      },
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'unchanged', 'nothing was deployed');
    assert.match(run.log, /^1 of 1 unchanged$/m);
    assert.equal(delivery.outcome, 'skipped');
    assert.match(run.notices.join(), /skipped \(filter does not match\)/);
  });

  test('path prefix, query and extra headers of the endpoint are kept, the target is not', async () => {
    const { run, posts, polls } = await observeAsking({
      prefix: '/deployer/one',
      path: '/deployer/one/v1/webhook/?access=a%20token',
      inputs: { target: 'production', headers: 'X-Access: let-me-through-please' },
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(posts[0]?.path, '/deployer/one/v1/webhook/production?access=a%20token');
    assert.equal(polls[0]?.path, `/deployer/one/v1/api/run/${run.outputs['job-id']}?access=a%20token`);
    assert.equal(polls[0]?.headers['x-access'], 'let-me-through-please');
  });

  test('a message that was refused is not waited for', async () => {
    const { run, delivery, polls } = await observeAsking({
      inputs: { secret: 'another-secret-of-some-length' },
    });
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'rejected');
    assert.equal(polls.length, 0);
    assert.match(run.errors[0] ?? '', /the secret differs/);
  });

  test('endpoints and artifacts are waited for in parallel under one clock, and a dead one hides none', async () => {
    const keys = ['the-key-of-the-first-one', 'the-key-of-the-second-one'];
    const servers = await Promise.all(
      keys.map((apiSecret) => startDocoCd({ secret: SECRET, apiSecret, deploy: () => ({ runMs: 2_500 }) })),
    );
    const dead = await startDocoCd({ secret: SECRET });
    await dead.close();
    const run = await runAction({
      inputs: {
        url: [...servers, dead].map(({ origin }) => origin).join('\n'),
        secret: SECRET,
        artifact: 'ghcr.io/acme/one:v1, ghcr.io/acme/two:v1',
        digest: DIGEST,
        wait: 'true',
        deadline: '0',
        'api-key': [...keys, 'the-key-of-the-dead-one'].join('\n'),
      },
    });
    for (const server of servers) await server.close();
    const outcomes = JSON.parse(run.outputs.deliveries ?? '[]').map(({ outcome }: { outcome: string }) => outcome);
    assert.deepEqual(outcomes, ['succeeded', 'succeeded', 'succeeded', 'succeeded', 'unreachable', 'unreachable']);
    assert.equal(run.exitCode, 1);
    assert.equal(run.outputs.result, 'failed');
    assert.match(run.errors[0] ?? '', /^2 deliveries:\n/);
    const runs = servers.flatMap((server) => server.runs());
    const firstEnd = Math.min(...runs.map(({ finished_at }) => Date.parse(finished_at ?? '')));
    for (const { started_at } of runs) assert.ok(Date.parse(started_at ?? '') < firstEnd, 'not one after the other');
    for (const { origin, requests } of servers) {
      const line = `^${origin.replaceAll('.', '\\.')} ghcr\\.io/acme/one:v1 sha256:\\w+: running after`;
      assert.match(run.log, new RegExp(line, 'm'), 'lines carry the endpoint');
      const shown = new Set(requests.map(({ headers }) => headers['x-api-key']).filter((key) => key !== undefined));
      assert.deepEqual([...shown], [keys[servers.findIndex((server) => server.origin === origin)]]);
    }
  });

  test('a cancelled job stops at once and says what is known', async () => {
    const running = Promise.withResolvers<void>();
    const { run, server, delivery } = await observeAsking({
      deploy: slow,
      action: { cancelWhen: running.promise },
      onLog: whenRunning(() => running.resolve()),
    });
    assert.equal(run.exitCode, 1);
    assert.equal(delivery.outcome, 'cancelled');
    assert.equal(delivery.error, 'CANCELLED');
    assert.equal(delivery.jobId, server.runs()[0]?.job_id);
    assert.match(run.errors[0] ?? '', /cancelled \(the deployment was running when the job was cancelled\)\n.*goes on/);
  });
});
