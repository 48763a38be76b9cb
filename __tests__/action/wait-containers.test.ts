import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import type { ContainerPlan } from '../support/docker-host.ts';
import { type DocoCd, FAILURES, startDocoCd } from '../support/doco-cd.ts';
import { answer, type Received } from '../support/receiver.ts';
import { preload, runAction } from '../support/run-action.ts';
import { API_SECRET, ARTIFACT, DIGEST, observeAsking, SECRET } from '../support/wait.ts';

/** What doco-cd calls a success is looked at: the containers decide. */

const INPUTS = { secret: SECRET, artifact: ARTIFACT, digest: DIGEST, wait: 'true', 'api-key': API_SECRET };
const PATH = 'acme/app';

/** The same look at a container that runs, `count` times. */
const looks = (status: string, count: number) =>
  Array.from({ length: count }, () => `running|${status}|${/\((\w+)\)/.exec(status)?.[1] ?? ''}|0`);
const MIGRATED = 'migrate:service_completed_successfully:false';
const UNHEALTHY = 'running|Up 12 seconds (unhealthy)|unhealthy|0';
const CRASHED = 'restarting|Restarting (3) Less than a second ago||0';
const KILLED = 'exited|Exited (137) 2 seconds ago|starting|137';

describe('what runs after a deployment', { concurrency: 4 }, () => {
  const broken: readonly { name: string; containers: readonly ContainerPlan[]; pattern: RegExp }[] = [
    {
      name: 'one that exited',
      containers: [{ service: 'db' }, { service: 'web', state: 'exited', exitCode: 3 }],
      pattern:
        /failed \(app-web-1 exited \(exit code 3\)\)\nsee why on the server: docker logs --tail 100 app-web-1\. Repair/,
    },
    {
      name: 'one that is unhealthy',
      containers: [{ service: 'web', health: 'unhealthy' }],
      pattern: /app-web-1 running \(unhealthy\)/,
    },
    {
      name: 'one that restarts',
      containers: [{ service: 'web', state: 'restarting', exitCode: 1 }],
      pattern: /app-web-1 restarting \(exit code 1\)/,
    },
    {
      name: 'one that was healthy before',
      containers: [{ service: 'web', looks: [...looks('Up 9 seconds (healthy)', 2), UNHEALTHY] }],
      pattern: /app-web-1 running \(unhealthy\)/,
    },
    {
      name: 'one that crashes again and again',
      containers: [
        { service: 'web', looks: Array.from({ length: 4 }, () => [...looks('Up 1 second', 2), CRASHED]).flat() },
      ],
      pattern: /app-web-1 running, restarted 3 times meanwhile/,
    },
    {
      name: 'one that was killed, and restarted while it was looked at',
      containers: [{ service: 'web', looks: ['exited|Exited (137) 1 second ago|starting|0', KILLED] }],
      pattern: /app-web-1 exited \(exit code 137\)/,
    },
    {
      name: 'one that has ended although nobody waits for its end',
      containers: [{ service: 'db' }, { service: 'web', state: 'exited' }],
      pattern: /app-web-1 exited \(exit code 0\)/,
    },
  ];
  for (const { name, containers, pattern } of broken) {
    test(`a deployment that failed is red again when the message is sent again: ${name}`, async (t) => {
      const server = await startDocoCd({
        secret: SECRET,
        apiSecret: API_SECRET,
        deploy: () => ({ containers, failure: FAILURES.exited }),
      });
      t.after(() => server.close());
      const notify = () => runAction({ inputs: { ...INPUTS, url: server.origin } });
      const first = await notify();
      assert.match(first.errors[0] ?? '', /: ghcr\.io\/\S+ failed \(.*has a exited container/);
      assert.match(first.summary, /<code>app-web-1<\/code> \|/, 'the containers of what failed are listed too');
      const second = await notify();
      assert.equal(server.runs().at(-1)?.status, 'succeeded', 'doco-cd skips the digest and reports success');
      assert.equal(second.exitCode, 1, second.log);
      assert.equal(second.outputs.result, 'failed');
      const [delivery] = JSON.parse(second.outputs.deliveries ?? '');
      assert.deepEqual([delivery.outcome, delivery.error], ['failed', 'CONTAINER_FAILED']);
      assert.match(second.errors[0] ?? '', pattern);
      assert.match(second.summary, /^\| Container \| State \|\n.*\n\| <code>app-web-1<\/code> \| ❌&nbsp;/m);
      assert.match(second.summary, /<code>docker logs --tail 100 app-web-1<\/code>/);
      server.host.repair();
      const third = await notify();
      assert.equal(third.exitCode, 0, third.log);
      assert.equal(third.outputs.result, 'deployed');
    });
  }

  test('a server that was stopped in the middle: what it left behind is red', async (t) => {
    const containers = [{ service: 'web', state: 'created' }];
    const server = await startDocoCd({
      secret: SECRET,
      apiSecret: API_SECRET,
      deploy: (_, index) => ({ containers, runMs: index === 0 ? 60_000 : 0 }),
    });
    t.after(() => server.close());
    let isStopped = false;
    const first = await runAction({
      inputs: { ...INPUTS, url: server.origin },
      onOutput(text) {
        if (!isStopped && text.includes('running after')) server.restart();
        isStopped ||= text.includes('running after');
      },
    });
    assert.match(
      first.errors[0] ?? '',
      /unknown \(run not found: [\s\S]*if it was restarted, the deployment stopped with it/,
    );
    const second = await runAction({ inputs: { ...INPUTS, url: server.origin } });
    assert.equal(second.exitCode, 1, second.log);
    assert.match(second.errors[0] ?? '', /failed \(app-web-1 created\)\n/);
  });

  test('all well: the summary lists the containers, and only our projects are looked into', async () => {
    const { run, checks } = await observeAsking({
      foreign: ['other', 'another'],
      deploy: () => ({
        containers: [
          { service: 'web', health: 'healthy', labels: { 'com.docker.compose.depends_on': MIGRATED } },
          { service: 'migrate', state: 'exited' },
        ],
      }),
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'deployed');
    assert.deepEqual(run.notices, []);
    assert.match(run.summary, /<code>app-web-1<\/code> \| ✅&nbsp;running &#40;healthy&#41; \|/);
    assert.match(run.summary, /<code>app-migrate-1<\/code> \| ✅&nbsp;exited &#40;exit code 0&#41; \|/);
    assert.deepEqual(
      checks.map(({ path }) => path),
      Array.from({ length: 3 }, () => ['/v1/api/projects?all=true', '/v1/api/project/app']).flat(),
    );
    for (const { headers } of checks) assert.equal(headers['x-api-key'], API_SECRET);
  });

  test('a container that is still starting is waited for', async (t) => {
    let isHealthy = false;
    const server = await startDocoCd({
      secret: SECRET,
      apiSecret: API_SECRET,
      deploy: () => ({ containers: [{ service: 'web', health: 'starting' }] }),
      inFront({ path }, _, { host, requests }) {
        const looks = requests.filter((request) => request.path.endsWith('/project/app')).length;
        if (path.endsWith('/project/app') && looks === 3) {
          isHealthy = true;
          host.repair();
        }
        return false;
      },
    });
    t.after(() => server.close());
    const run = await runAction({ inputs: { ...INPUTS, url: server.origin } });
    assert.ok(isHealthy);
    assert.equal(run.exitCode, 0, run.log);
  });

  test('one that never gets healthy ends with wait-timeout', async () => {
    const { run, delivery } = await observeAsking({
      deploy: () => ({ containers: [{ service: 'web', health: 'starting' }] }),
      inputs: { 'wait-timeout': '6' },
    });
    assert.equal(run.exitCode, 1);
    assert.deepEqual([delivery.outcome, delivery.error], ['timed-out', 'WAIT_TIMEOUT']);
    assert.match(run.errors[0] ?? '', /timed-out \(app-web-1 running \(starting\)\)/);
  });

  const nothing = [
    { name: 'a filter that does not match', plan: { isEmpty: true } },
    { name: 'a stack that is destroyed', plan: { destroys: true } },
    { name: 'an artifact that changes no service', plan: { containers: [] } },
  ];
  for (const { name, plan } of nothing) {
    test(`nothing carries the digest: unchanged, green with a warning: ${name}`, async () => {
      const { run, delivery } = await observeAsking({ foreign: ['other'], deploy: () => plan });
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(run.outputs.result, 'unchanged');
      assert.deepEqual([delivery.outcome, delivery.error], ['unchanged', null]);
      assert.match(run.log, /^1 of 1 unchanged$/m);
      assert.equal(run.warnings.length, 1);
      assert.match(run.warnings[0] ?? '', /unchanged\ndoco-cd reports success, but no container carries this digest/);
      assert.match(run.summary, /^### ⏭ Nothing to deploy on /m);
    });
  }

  test('a host without any project: unchanged', async () => {
    const { run } = await observeAsking({ deploy: () => ({ isEmpty: true }) });
    assert.equal(run.outputs.result, 'unchanged', run.log);
  });

  test('one that deployed and one that did not: deployed, with a warning', async () => {
    const { run } = await observeAsking({
      inputs: { artifact: 'ghcr.io/acme/one:v1, ghcr.io/acme/two:v1' },
      deploy: ({ artifact }) => ({ isEmpty: String(artifact).includes('two') }),
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'deployed');
    assert.match(run.warnings.join(), /two:v1 unchanged/);
  });

  const unchecked: readonly { name: string; why: RegExp; scenario: Parameters<typeof observeAsking>[0] }[] = [
    { name: 'a server without the API', why: /the server has no such API/, scenario: { withoutProjects: true } },
    {
      name: 'a proxy that does not let it pass',
      why: /403 Forbidden/,
      scenario: { inFront: inFrontOfChecks((response) => response.writeHead(403).end('Forbidden')) },
    },
    {
      name: 'an answer of another form',
      why: /an answer of another form/,
      scenario: { inFront: inFrontOfChecks((response) => answer(response, 200, { content: ['app'], job_id: 'k' })) },
    },
    {
      name: 'a server that goes away',
      why: /ECONNRESET/,
      scenario: { inFront: inFrontOfChecks((response) => response.destroy()) },
    },
  ];
  for (const { name, why, scenario } of unchecked) {
    test(`deployed, and what could not be checked is said: ${name}`, async () => {
      const { run, checks } = await observeAsking(scenario);
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(run.outputs.result, 'deployed');
      assert.match(
        run.notices[0] ?? '',
        /succeeded\ndoco-cd reports success; whether the containers run could not be /,
      );
      assert.match(run.notices[0] ?? '', why);
      assert.ok(checks.length <= 4, `${checks.length} questions`);
    });
  }

  test('a Swarm: deployed, and its tasks are said to be unchecked', async () => {
    const { run } = await observeAsking({ isSwarm: true });
    assert.equal(run.outputs.result, 'deployed', run.log);
    assert.match(run.notices[0] ?? '', /its tasks were not checked.*docker service ps/);
    assert.match(run.summary, /<code>app&#95;web<\/code> \| ✅&nbsp;service \|/);
  });

  test('a Swarm whose update was paused: red, again and again', async (t) => {
    const update = { State: 'paused', Message: 'update paused due to failure' };
    const server = await startDocoCd({
      secret: SECRET,
      apiSecret: API_SECRET,
      isSwarm: true,
      deploy: () => ({ update }),
    });
    t.after(() => server.close());
    const run = await runAction({ inputs: { ...INPUTS, url: server.origin } });
    assert.match(run.errors[0] ?? '', /failed \(app_web service \(paused: update paused due to failure\)\)/);
    assert.match(run.errors[0] ?? '', /docker service ps --no-trunc app_web/);
  });

  test('containers that mount files of the artifact and run since before: deployed, and that is said', async () => {
    const mounts = ['/var/lib/docker/volumes/data/_data/ghcr.io/acme/app/html'];
    const containers = [
      { service: 'web', upSeconds: 600, mounts },
      { service: 'db', mounts },
    ];
    const { run } = await observeAsking({ deploy: () => ({ containers }) });
    assert.equal(run.outputs.result, 'deployed', run.log);
    assert.match(run.notices[0] ?? '', /\napp-web-1 ran before this message and mounts files of the artifact \(html\)/);
  });

  test('a check that fails for a moment is repeated', async () => {
    let checks = 0;
    const { run } = await observeAsking({
      inFront({ path }, response) {
        const isFirst = path.includes('/projects') && checks++ === 0;
        if (isFirst) response.writeHead(503).end();
        return isFirst;
      },
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(run.notices, []);
    assert.match(run.summary, /app-web-1/);
  });

  test('names of containers are hostile: escaped, and without secrets', async () => {
    const { run } = await observeAsking({
      inFront({ path }, response) {
        const isOurs = path.endsWith('/project/app');
        const Labels = { 'cd.doco.source.url': ARTIFACT, 'cd.doco.deployment.target.sha': DIGEST };
        const Name = `<img src=x>|${API_SECRET}`;
        if (isOurs) answer(response, 200, { content: [{ Name, State: 'dead\n::error::x', Labels }], job_id: 'k' });
        return isOurs;
      },
    });
    assert.equal(run.exitCode, 1);
    assert.equal(run.errors.length, 1);
    for (const shown of [run.log, run.summary, JSON.stringify(run.outputs)]) assert.ok(!shown.includes(API_SECRET));
    assert.match(run.summary, /<code>&#60;img src=x&#62;&#124;&#42;&#42;&#42;<\/code>/);
  });
});

describe('a run whose id was lost', { concurrency: 4 }, () => {
  const lostBy: readonly { name: string; status: unknown; lose: (response: ServerResponse) => void }[] = [
    {
      name: 'an answer that broke off',
      status: 202,
      lose(response) {
        response.writeHead(202, { 'content-length': '100' });
        response.write('{"content":', () => response.destroy());
      },
    },
    { name: 'a connection that broke', status: null, lose: (response) => response.destroy() },
    { name: 'a gateway that gave up', status: 504, lose: (response) => response.writeHead(504).end() },
  ];
  for (const { name, status, lose } of lostBy) {
    test(`is found by its digest: ${name}`, async (t) => {
      const server = await startDocoCd({
        secret: SECRET,
        apiSecret: API_SECRET,
        deploy: () => ({ queuedMs: 1_200, runMs: 800 }),
        inFront({ method, path, headers, body }, response, { origin }) {
          if (method !== 'POST' || headers['x-from-proxy'] !== undefined) return false;
          // The proxy passes the message on, but not its answer back.
          const signature = String(headers['x-doco-oci-signature-256']);
          const passedOn = { 'x-doco-oci-signature-256': signature, 'x-from-proxy': '1' };
          void fetch(`${origin}${path}`, { method, headers: passedOn, body }).then(() => lose(response));
          return true;
        },
      });
      t.after(() => server.close());
      const inputs = { ...INPUTS, url: server.origin, target: 'production', deadline: '0' };
      const run = await runAction({ inputs });
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(run.outputs['job-id'], server.runs()[0]?.job_id);
      const [delivery] = JSON.parse(run.outputs.deliveries ?? '');
      assert.deepEqual([delivery.outcome, delivery.status], ['succeeded', status]);
      assert.match(run.log, /no answer with an id came back, but doco-cd has a run for this digest/);
      const list = server.requests.filter(({ path }) => path === '/v1/api/runs?trigger=webhook');
      assert.ok(list.length > 1, 'a run that waits for the lock does not say yet what it is for');
    });
  }

  /** Passes the first message on to doco-cd, but answers in its place. */
  const losing =
    (lose: (response: ServerResponse) => void) =>
    ({ method, path, headers, body }: Received, response: ServerResponse, { origin, requests }: DocoCd) => {
      const posts = requests.filter((request) => request.method === 'POST');
      if (method !== 'POST' || posts.length > 1) return false;
      const signature = String(headers['x-doco-oci-signature-256']);
      void fetch(`${origin}${path}`, { method, headers: { 'x-doco-oci-signature-256': signature }, body }).then(() =>
        lose(response),
      );
      return true;
    };

  for (const { name, lose } of [
    { name: 'a connection that broke', lose: (response: ServerResponse) => response.destroy() },
    { name: 'a gateway that gave up', lose: (response: ServerResponse) => response.writeHead(504).end() },
  ]) {
    test(`is found before the message is sent again: ${name}`, async () => {
      const { run, server } = await observeAsking({ inFront: losing(lose) });
      assert.equal(run.outputs.result, 'deployed', run.log);
      assert.equal(server.runs().length, 1, 'one message, however its answer was lost');
      assert.match(run.log, /doco-cd has a run for this digest/);
    });

    test(`is none where the message never arrived, which is then sent again: ${name}`, async () => {
      let posts = 0;
      const { run, server } = await observeAsking({
        inFront({ method }, response) {
          const isLost = method === 'POST' && posts++ === 0;
          if (isLost) lose(response);
          return isLost;
        },
      });
      assert.equal(run.outputs.result, 'deployed', run.log);
      assert.equal(server.runs().length, 1);
      assert.equal(posts, 2);
    });
  }

  test('cannot be looked for: the message is not sent again, and that is said', async () => {
    let posts = 0;
    const { run } = await observeAsking({
      inFront({ method, path }, response) {
        if (method === 'POST') posts += 1;
        if (method === 'POST') response.writeHead(502).end();
        else if (path.includes('/runs')) response.writeHead(403).end('Forbidden');
        return true;
      },
    });
    assert.equal(run.exitCode, 1);
    assert.equal(posts, 1);
    assert.match(run.errors[0] ?? '', /it was not sent again, because doco-cd may have it and could not be asked/);
  });

  for (const [how, ms] of [
    ['a day ahead', 86_400_000],
    ['half a minute ahead', 30_000],
    ['an hour behind', -3_600_000],
  ] as const) {
    test(`is found whatever the clock of the runner says: ${how}`, async () => {
      const nodeOptions = preload(`const { now } = Date; Date.now = () => now() + ${ms};`);
      const { run, server } = await observeAsking({
        inFront: losing((response) => response.destroy()),
        action: { nodeOptions },
      });
      assert.equal(run.outputs.result, 'deployed', run.log);
      assert.equal(server.runs().length, 1);
    });

    test(`is not one of before, whatever the clock says: ${how}`, async () => {
      const nodeOptions = preload(`const { now } = Date; Date.now = () => now() + ${ms};`);
      const old = {
        job_id: 'not-ours',
        status: 'succeeded',
        repository: PATH,
        revision: `v1 (${DIGEST})`,
        created_at: new Date(Date.now() - 60_000).toISOString(),
      };
      const { delivery } = await observeAsking({
        inputs: { deadline: '0' },
        inFront({ method, path }, response) {
          if (method === 'POST') response.destroy();
          else if (path.includes('/runs')) answer(response, 200, { content: [old], job_id: 'k' });
          return true;
        },
        action: { nodeOptions },
      });
      assert.deepEqual([delivery.outcome, delivery.jobId], ['unreachable', null]);
    });
  }

  test('is not one of another target, of before, or of another digest', async () => {
    const run = (fields: object) => ({
      job_id: 'not-ours',
      status: 'succeeded',
      repository: PATH,
      revision: `v1 (${DIGEST})`,
      created_at: new Date().toISOString(),
      ...fields,
    });
    const content = [
      run({ target: 'staging' }),
      run({ created_at: new Date(Date.now() - 60_000).toISOString() }),
      run({ revision: `v1 (sha256:${'b'.repeat(64)})` }),
      run({ repository: 'acme/another-app' }),
    ];
    const { run: ran, delivery } = await observeAsking({
      inputs: { deadline: '0' },
      inFront({ method, path }, response) {
        if (method === 'POST') response.destroy();
        else if (path.includes('/runs')) answer(response, 200, { content, job_id: 'k' });
        return true;
      },
    });
    assert.equal(ran.exitCode, 1);
    assert.deepEqual([delivery.outcome, delivery.jobId], ['unreachable', null]);
  });

  test('nobody is asked about a message that was never sent', async () => {
    const { run, checks } = await observeAsking({ inputs: { secret: 'another-secret-of-some-length' } });
    assert.equal(run.exitCode, 1);
    assert.equal(checks.length, 0);
  });
});

test('more messages than the server remembers follow in batches', async () => {
  const artifacts = Array.from({ length: 90 }, (_, index) => `ghcr.io/acme/app-${index}:v1`);
  const { run, server } = await observeAsking({
    // The first one is slow: with a limit instead of batches, the others would go by and evict it.
    deploy: ({ artifact }) => ({ runMs: artifact === artifacts[0] ? 4_000 : 100 }),
    inputs: { artifact: artifacts.join('\n') },
  });
  assert.equal(run.exitCode, 0, run.errors[0]);
  assert.equal(run.outputs.result, 'deployed');
  assert.match(run.log, /^http:\S+: 40 messages at a time, for it remembers few deployments/m);
  assert.equal(run.log.match(/messages at a time/g)?.length, 1);
  const posts = server.requests.filter(({ method }) => method === 'POST').map(({ atMs }) => atMs);
  assert.equal(posts.length, 90);
  assert.ok((posts[40] ?? 0) - (posts[0] ?? 0) >= 4_000, 'the second batch waits for the first');
});

test('a server that a bad webhook_filter ends: its deployment stopped with it', async () => {
  const { run, delivery } = await observeAsking({
    deploy: () => ({ queuedMs: 700, panics: true }),
    inputs: { 'wait-timeout': '8' },
  });
  assert.equal(run.exitCode, 1);
  assert.equal(delivery.outcome, 'timed-out');
  assert.match(run.errors[0] ?? '', /ECONNREFUSED.*\ndoco-cd does not answer any more; if it stopped, the deployment/);
});

test('a look at many slow projects ends soon after wait-timeout', async () => {
  const projects = Array.from({ length: 150 }, (_, index) => ({ Name: `other-${index}` }));
  const { run, delivery, checks } = await observeAsking({
    inputs: { 'wait-timeout': '2' },
    inFront({ path }, response) {
      const isList = path.includes('/projects');
      if (isList) answer(response, 200, { content: projects, job_id: 'k' });
      const isOne = path.includes('/project/');
      if (isOne) setTimeout(() => answer(response, 200, { content: [], job_id: 'k' }), 300);
      return isList || isOne;
    },
  });
  assert.deepEqual([run.exitCode, delivery.outcome], [1, 'timed-out'], run.log);
  assert.ok(checks.length < 40, `${checks.length} questions`);
});

describe('what a record may be', { concurrency: 4 }, () => {
  test('one of 900 KiB is read', async () => {
    const { run, delivery } = await observeAsking({
      deploy: () => ({ failure: { ...FAILURES.compose, content: 'x'.repeat(900 * 1024) } }),
    });
    assert.equal(run.exitCode, 1);
    assert.deepEqual([delivery.outcome, delivery.error], ['failed', 'DEPLOYMENT_FAILED']);
  });

  test('one of 1.1 MiB is not, and that is said', async () => {
    const { run, delivery } = await observeAsking({
      deploy: () => ({ failure: { ...FAILURES.compose, content: 'x'.repeat(1.1 * 1024 * 1024) } }),
    });
    assert.deepEqual([run.exitCode, delivery.outcome], [1, 'unknown']);
    assert.match(run.errors[0] ?? '', /has more than 1 MiB and was not read to its end/);
  });

  test('that of another job is no state', async () => {
    const { run, delivery } = await observeAsking({
      inFront({ path }, response) {
        const isRun = path.includes('/run/');
        if (isRun) answer(response, 200, { content: { job_id: 'another', status: 'succeeded' }, job_id: 'k' });
        return isRun;
      },
    });
    assert.equal(run.exitCode, 1);
    assert.deepEqual([delivery.outcome, delivery.error], ['unknown', 'NOT_A_STATE']);
    assert.match(run.errors[0] ?? '', /is not about this deployment/);
  });

  test('a slow body is read until timeout, for the id is in it', async () => {
    const { run } = await observeAsking({
      inputs: { timeout: '20' },
      inFront(request: Received, response, { origin }) {
        if (request.method !== 'POST' || request.headers['x-from-proxy'] !== undefined) return false;
        const headers = {
          'x-doco-oci-signature-256': String(request.headers['x-doco-oci-signature-256']),
          'x-from-proxy': '1',
        };
        void fetch(`${origin}${request.path}`, { method: 'POST', headers, body: request.body }).then(async (passed) => {
          const body = await passed.text();
          response.writeHead(202, { 'content-length': body.length });
          response.write(body.slice(0, 10));
          setTimeout(() => response.end(body.slice(10)), 6_000);
        });
        return true;
      },
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.match(run.log, /^attempt 1: 202 \((?:[6-9]|1\d)\d{3} ms, answer: job accepted\)$/m);
  });
});

/** Has something in front of doco-cd answer what is asked about projects. */
function inFrontOfChecks(respond: (response: ServerResponse) => void) {
  return ({ path }: Received, response: ServerResponse): boolean => {
    const isCheck = path.includes('/v1/api/project');
    if (isCheck) respond(response);
    return isCheck;
  };
}
