import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpResult } from '../../../../src/http/types.ts';
import { createContainerCheck } from '../../../../src/receivers/doco-cd/containers.ts';
import type { Ask, Observation } from '../../../../src/receivers/types.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OLD = `sha256:${'b'.repeat(64)}`;
const ARTIFACT = { host: 'r.example.com:5000', path: 'acme/app', tag: 'v1', digest: DIGEST, style: 'tag' } as const;
const ENDPOINT = new URL('https://h/a/v1/webhook/production?k=v');

type Container = Readonly<Record<string, unknown>>;
type Host = Readonly<Record<string, { readonly files?: string; readonly containers: readonly Container[] }>>;

const container = (fields: Container = {}, labels: Container = {}): Container => ({
  Name: 'app-web-1',
  State: 'running',
  Health: '',
  ExitCode: 0,
  Labels: {
    'cd.doco.deployment.target.sha': DIGEST,
    'cd.doco.source.url': 'r.example.com:5000/acme/app:v1',
    ...labels,
  },
  ...fields,
});

const answered = (status: number, body: object): HttpResult => ({
  kind: 'response',
  status,
  body: JSON.stringify({ ...body, job_id: 'k' }),
  bodyState: 'complete',
  durationMs: 1,
});

/** A server that has these projects, and what it was asked. */
function serverWith(host: Host) {
  const asked: string[] = [];
  return {
    asked,
    async ask({ pathname, search }: URL): Promise<HttpResult> {
      asked.push(`${pathname}${search}`);
      const path = pathname.replace('/a/v1/api/', '');
      const name = path.replace('project/', '');
      if (path === 'stacks') return answered(500, { error: 'This node is not a swarm manager' });
      if (path !== 'projects') return answered(200, { content: host[name]?.containers });
      const projects = Object.entries(host).map(([Name, { files = 'N/A' }]) => ({ Name, ConfigFiles: files }));
      return projects.length === 0
        ? answered(404, { error: 'no projects found' })
        : answered(200, { content: projects });
    },
  };
}

const SUCCEEDED = {
  kind: 'ended',
  result: { kind: 'succeeded', serverMessage: 'job completed successfully' },
} as const;

/** Looks until it has ended or cannot be read, `most` times at most, and how many looks that took. */
async function lookOn(ask: Ask, most = 30): Promise<{ readonly observed: Observation; readonly looks: number }> {
  const check = createContainerCheck(ENDPOINT, ARTIFACT);
  for (let looks = 1; ; looks++) {
    const observed = await check(ask, SUCCEEDED);
    if (observed.kind !== 'pending' || looks === most) return { observed, looks };
    assert.equal(observed.waitMs, 1_000);
  }
}

/** The result by containers that stay as they are. */
async function check(containers: readonly Container[], isSteady = true) {
  const { observed, looks } = await lookOn(serverWith({ app: { containers } }).ask);
  assert.equal(observed.kind, 'ended');
  if (isSteady) assert.equal(looks, 3, 'three looks that agree');
  return observed.result;
}

describe('what the containers say of a deployment', () => {
  const well: readonly { name: string; containers: readonly Container[]; states: readonly string[] }[] = [
    { name: 'one that runs', containers: [container()], states: ['running'] },
    { name: 'one that is healthy', containers: [container({ Health: 'healthy' })], states: ['running (healthy)'] },
    {
      name: 'one that has ended as another waits for',
      containers: [
        container(
          {},
          { 'com.docker.compose.depends_on': 'db:service_healthy:true,migrate:service_completed_successfully:false' },
        ),
        container({ ID: 'm', Service: 'migrate', State: 'exited', Status: 'Exited (0) 2 seconds ago' }),
      ],
      states: ['running', 'exited (exit code 0)'],
    },
    {
      name: 'one of `docker compose run`',
      containers: [
        container(),
        container({ ID: 'o', State: 'exited', ExitCode: 1 }, { 'com.docker.compose.oneoff': 'True' }),
      ],
      states: ['running', 'exited (exit code 1)'],
    },
    {
      name: 'a scheduled job, whose last run failed',
      containers: [container({ State: 'exited', ExitCode: 1 }, { 'cd.doco.job.enabled': 'true' })],
      states: ['exited (exit code 1)'],
    },
    {
      name: 'one that is not to be started',
      containers: [container({ State: 'created' }, { 'cd.doco.deployment.autostart': 'false' })],
      states: ['created'],
    },
    {
      name: 'one of another source beside it has failed',
      containers: [container(), container({ State: 'dead' }, { 'cd.doco.source.url': 'https://github.com/acme/app' })],
      states: ['running'],
    },
  ];
  for (const { name, containers, states } of well) {
    test(`succeeded: ${name}`, async () => {
      const result = await check(containers);
      assert.deepEqual([result.kind, result.hint], ['succeeded', undefined]);
      assert.deepEqual(
        result.containers?.map(({ state, isWell }) => [state, isWell]),
        states.map((state) => [state, true]),
      );
    });
  }

  const failed: readonly { containers: readonly Container[]; message: string }[] = [
    { containers: [container({ State: 'exited', ExitCode: 137 })], message: 'app-web-1 exited (exit code 137)' },
    { containers: [container({ State: 'exited' })], message: 'app-web-1 exited (exit code 0)' },
    {
      containers: [
        container({ ID: 'm', Service: 'migrate', State: 'exited' }),
        container({}, { 'com.docker.compose.depends_on': 'migrate:service_started:false' }),
      ],
      message: 'app-web-1 exited (exit code 0)',
    },
    { containers: [container({ State: 'exited', ExitCode: '0' })], message: 'app-web-1 exited (exit code 0)' },
    {
      containers: [container({ State: 'exited', ExitCode: undefined })],
      message: 'app-web-1 exited (exit code undefined)',
    },
    { containers: [container({ State: 'restarting', ExitCode: 1 })], message: 'app-web-1 restarting (exit code 1)' },
    { containers: [container({ Health: 'unhealthy' })], message: 'app-web-1 running (unhealthy)' },
    { containers: [container({ Health: 'strange' })], message: 'app-web-1 running (strange)' },
    { containers: [container({ State: 'created' })], message: 'app-web-1 created' },
    { containers: [container({ State: 'paused' })], message: 'app-web-1 paused' },
    { containers: [container({ Name: undefined, State: 'dead', ExitCode: 2 })], message: '? dead (exit code 2)' },
    {
      containers: [container({ Health: 'starting' }), container({ Name: 'app-db-1', State: 'dead', ExitCode: 1 })],
      message: 'app-db-1 dead (exit code 1)',
    },
    {
      containers: Array.from({ length: 7 }, (_, index) => container({ Name: `c${index}`, Health: 'unhealthy' })),
      message: `${[0, 1, 2, 3, 4].map((index) => `c${index} running (unhealthy)`).join(', ')}, and 2 more`,
    },
  ];
  for (const { containers, message } of failed) {
    test(`failed: ${message}`, async () => {
      const result = await check(containers);
      assert.deepEqual([result.kind, result.error], ['failed', 'CONTAINER_FAILED']);
      assert.equal(result.serverMessage, message);
      assert.match(result.hint ?? '', /docker logs.*Repair that and run this job again, or push a change/);
    });
  }

  test('a service that did not change keeps the label of an older digest, and counts too', async () => {
    const kept = container({ Name: 'app-db-1', Health: 'unhealthy' }, { 'cd.doco.deployment.target.sha': OLD });
    const result = await check([container(), kept]);
    assert.deepEqual([result.kind, result.serverMessage], ['failed', 'app-db-1 running (unhealthy)']);
    const old = await check([kept], false);
    assert.equal(old.kind, 'unchanged', 'by itself it was not deployed by this message');
    assert.match(old.hint ?? '', /app-db-1 still has sha256:b/);
  });

  test('starting is not final, and what is known is kept for the end of the time', async () => {
    const containers = [container({ Health: 'starting' }), container({ ID: 'other' })];
    const { observed } = await lookOn(serverWith({ app: { containers } }).ask);
    assert.equal(observed.kind, 'pending');
    assert.equal(observed.soFar?.serverMessage, 'app-web-1 running (starting)');
  });

  test('what is not well is kept, however many there are', async () => {
    const many = Array.from({ length: 500 }, () => container());
    const result = await check([...many, container({ Name: 'last', State: 'dead', ExitCode: 1 })]);
    assert.equal(result.containers?.length, 200);
    const [first, second] = result.containers ?? [];
    assert.deepEqual([first?.name, first?.logCommand], ['last', 'docker logs --tail 100 last']);
    assert.equal(second?.logCommand, undefined, 'one that is well needs none');
  });
});

describe('whose containers count', () => {
  const sources: readonly (readonly [url: string | undefined, isOurs: boolean])[] = [
    ['r.example.com:5000/acme/app:v1', true],
    ['r.example.com:5000/acme/app:other-tag', true],
    [`r.example.com:5000/acme/app@${DIGEST}`, true],
    ['ghcr.io/acme/app:v1', false],
    ['r.example.com:5000/acme/application:v1', false],
    ['https://github.com/acme/app.git', false],
    ['', false],
    [undefined, false],
  ];
  for (const [url, isOurs] of sources) {
    test(`a container from ${url || 'nowhere'} ${isOurs ? 'is ours' : 'is not ours'}`, async () => {
      const result = await check([container({}, { 'cd.doco.source.url': url })], false);
      assert.equal(result.kind, isOurs ? 'succeeded' : 'unchanged');
    });
  }
});

describe('what is asked', () => {
  const files = '/data/r.example.com_5000/acme/app/docker-compose.yml';
  const other = { containers: [container({}, { 'cd.doco.source.url': undefined })] };

  test('only about projects whose files are in the directory of the repository, where one of them matches', async () => {
    const server = serverWith({ one: other, two: { files, containers: [container()] }, three: other });
    await lookOn(server.ask, 1);
    assert.deepEqual(server.asked, ['/a/v1/api/projects?k=v&all=true', '/a/v1/api/project/two?k=v']);
  });

  test('about all of them where none does', async () => {
    const server = serverWith({ one: other, two: { files, containers: [] }, three: { containers: [container()] } });
    const { observed } = await lookOn(server.ask, 1);
    assert.equal(observed.kind, 'pending');
    assert.deepEqual(
      server.asked.slice(1),
      ['two', 'one', 'three'].map((name) => `/a/v1/api/project/${name}?k=v`),
    );
  });

  test('never about a name that is none of Compose', async () => {
    const server = serverWith({ '..': other, 'a/b': other, 'A%2fb': other, ok_1: other });
    const { observed } = await lookOn(server.ask);
    assert.equal(observed.kind === 'ended' && observed.result.kind, 'unchanged');
    assert.deepEqual(server.asked.slice(1), ['/a/v1/api/project/ok_1?k=v', '/a/v1/api/stacks?k=v']);
  });

  test('not about hundreds', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`p${index}`, other]));
    const server = serverWith(many);
    const { observed } = await lookOn(server.ask);
    assert.equal(observed.kind, 'unreadable');
    assert.match(observed.otherwise?.hint ?? '', /the server has 201 projects/);
    assert.equal(server.asked.length, 1);
  });
});

describe('what cannot be checked', () => {
  test('hides nothing that was seen to have failed', async () => {
    const files = '/data/r.example.com_5000/acme/app/docker-compose.yml';
    const dead = { files, containers: [container({ State: 'dead', ExitCode: 1 })] };
    const { ask } = serverWith({ one: dead, two: { files, containers: [] } });
    const gone = answered(500, { error: 'Docker is away' });
    const { observed } = await lookOn(async (url) => (url.pathname.endsWith('/two') ? gone : ask(url)));
    assert.equal(observed.kind, 'ended');
    assert.deepEqual([observed.result.kind, observed.result.serverMessage], ['failed', 'app-web-1 dead (exit code 1)']);
  });

  test('and was not yet seen to run is no success', async () => {
    let looks = 0;
    const { ask } = serverWith({ app: { containers: [container({ Health: 'starting' })] } });
    const gone = answered(500, { error: 'Docker is away' });
    const { observed } = await lookOn(async (url) => (++looks > 4 ? gone : ask(url)));
    assert.deepEqual(observed, { kind: 'unreadable', answer: gone });
  });

  const response = (status: number, body: string): HttpResult => ({
    kind: 'response',
    status,
    body,
    bodyState: 'complete',
    durationMs: 1,
  });
  const answers: readonly { name: string; answer: HttpResult; why: string }[] = [
    {
      name: 'no API',
      answer: response(404, '404 page not found\n'),
      why: 'the server has no such API, or a proxy does not pass it on',
    },
    { name: 'a login page', answer: response(200, '<html>'), why: '200 an HTML page' },
    { name: 'a long answer', answer: response(403, 'x'.repeat(1000)), why: `403 ${'x'.repeat(96)}…` },
    { name: 'an error', answer: answered(500, { error: 'Docker is away' }), why: '500 Docker is away' },
    { name: 'no list', answer: answered(200, { content: 'healthy' }), why: '200 healthy' },
    {
      name: 'a list of something else',
      answer: answered(200, { content: [{ name: 'app' }] }),
      why: 'an answer of another form',
    },
    {
      name: 'no answer',
      answer: { kind: 'failure', code: 'ECONNRESET', message: 'gone (ECONNRESET)', written: true, durationMs: 1 },
      why: 'gone (ECONNRESET)',
    },
  ];
  for (const { name, answer, why } of answers) {
    test(`${name}: it succeeded, and the hint says why it was not checked`, async () => {
      const expected = `doco-cd reports success; whether the containers run could not be checked (${why}), so see docker ps on the server`;
      const otherwise = { kind: 'succeeded', serverMessage: 'job completed successfully', hint: expected };
      const list = await lookOn(async () => answer);
      assert.deepEqual(list.observed, { kind: 'unreadable', answer, otherwise });
      const { ask } = serverWith({ app: { containers: [] } });
      const one = await lookOn(async (url) => (url.pathname.endsWith('/app') ? answer : ask(url)));
      assert.deepEqual(one.observed, { kind: 'unreadable', answer, otherwise });
    });
  }
});

/** One look: `State|Status|Health|ExitCode`, as a real doco-cd answered. */
function look(text: string, fields: Container = {}): Container {
  const [State, Status, Health, code] = text.split('|');
  return container({ ID: 'c1', State, Status, Health, ExitCode: Number(code), ...fields });
}

/** A server whose only container is seen like this at one look after the other, and then stays as it was last. */
function serverOver(looks: readonly Container[], dateMs?: number): Ask {
  let count = 0;
  return async (url) => {
    const isProjects = url.pathname.endsWith('/projects');
    const content = isProjects ? [{ Name: 'app', ConfigFiles: 'N/A' }] : [looks[Math.min(count++, looks.length - 1)]];
    return { ...answered(200, { content }), dateMs };
  };
}

const up = (seconds: number, from = 0, health = '') =>
  Array.from({ length: seconds }, (_, index) => {
    const age = from + index;
    const words = age === 0 ? 'Less than a second' : age === 1 ? '1 second' : `${age} seconds`;
    return `running|Up ${words}${health === '' ? '' : ` (${health})`}|${health}|0`;
  });

describe('looks at a container, a second apart', () => {
  const crash = 'restarting|Restarting (3) Less than a second ago||0';
  const cases: readonly { name: string; looks: readonly string[]; expect: string; count: number }[] = [
    { name: 'it runs', looks: up(5, 3), expect: 'succeeded: ', count: 3 },
    { name: 'it is healthy', looks: up(5, 3, 'healthy'), expect: 'succeeded: ', count: 3 },
    { name: 'it runs for hours', looks: ['running|Up 2 hours||0'], expect: 'succeeded: ', count: 3 },
    {
      name: 'unhealthy after it was healthy',
      looks: [...up(2, 8, 'healthy'), 'running|Up 11 seconds (unhealthy)|unhealthy|0'],
      expect: 'failed: app-web-1 running (unhealthy)',
      count: 5,
    },
    {
      name: 'unhealthy in the list, and restarted before it was inspected',
      looks: [
        'running|Up 11 seconds (unhealthy)||2',
        'running|Up Less than a second (health: starting)|starting|0',
        ...up(12, 1, 'healthy'),
      ],
      expect: 'succeeded: ',
      count: 13,
    },
    {
      name: 'exited in the list, started when it was inspected, and then it stays so',
      looks: ['exited|Exited (137) Less than a second ago|starting|0', 'exited|Exited (137) 1 second ago|starting|137'],
      expect: 'failed: app-web-1 exited (exit code 137)',
      count: 4,
    },
    {
      name: 'a contradiction that stays is no success',
      looks: ['exited|Exited (137) Less than a second ago|starting|0'],
      expect: 'pending: app-web-1 exited (exit code 137)',
      count: 30,
    },
    {
      name: 'a crash every two seconds',
      looks: [...up(2), crash, ...up(2), crash, ...up(2), crash, ...up(2)],
      expect: 'failed: app-web-1 running, restarted 3 times meanwhile',
      count: 10,
    },
    {
      name: 'a crash every six seconds, none of which is seen',
      looks: [...up(6, 2), ...up(6), ...up(6), ...up(6)],
      expect: 'succeeded: ',
      count: 3,
    },
    {
      name: 'a crash between two looks, and then it runs',
      looks: [...up(2, 1), ...up(30)],
      expect: 'succeeded: ',
      count: 13,
    },
    {
      name: 'crashes that Docker lets pass ever longer',
      looks: [
        ...up(1),
        ...['1 second', '2 seconds', '3 seconds'].map((ago) => `restarting|Restarting (1) ${ago} ago||0`),
      ],
      expect: 'failed: app-web-1 restarting (exit code 1)',
      count: 4,
    },
    {
      name: 'it waits for another and is then started',
      looks: ['created|Created||0', 'created|Created||0', ...up(5)],
      expect: 'succeeded: ',
      count: 5,
    },
    { name: 'never started', looks: ['created|Created||0'], expect: 'failed: app-web-1 created', count: 3 },
  ];
  for (const { name, looks, expect, count } of cases) {
    test(name, async () => {
      const { observed, looks: taken } = await lookOn(serverOver(looks.map((text) => look(text))));
      const result = observed.kind === 'ended' ? observed.result : { kind: observed.kind, ...soFarOf(observed) };
      const message = result.kind === 'succeeded' ? '' : result.serverMessage;
      assert.deepEqual([`${result.kind}: ${message}`, taken], [expect, count]);
    });
  }

  test('up for less time than it exists: it was restarted, and is looked at until it has run for ten seconds', async () => {
    const nowMs = Date.parse('2026-01-02T03:04:05Z');
    const created = nowMs / 1_000 - 300;
    const long = serverOver(
      up(30, 2).map((text) => look(text, { Created: created })),
      nowMs,
    );
    assert.equal((await lookOn(long)).looks, 11);
    const fresh = serverOver(
      up(30, 2).map((text) => look(text, { Created: nowMs / 1_000 - 3 })),
      nowMs,
    );
    assert.equal((await lookOn(fresh)).looks, 3);
    // One that is healthy for ten seconds between two restarts is not believed either.
    const flapping = [...up(9, 3, 'healthy'), ...[1, 2, 3].flatMap(() => up(12, 0, 'healthy'))].map((text) =>
      look(text, { Created: created }),
    );
    const flapped = await lookOn(serverOver(flapping, nowMs), 60);
    assert.equal(flapped.observed.kind === 'ended' && flapped.observed.result.kind, 'failed');
    // One that crashes after five seconds is never seen to run that long.
    const crashing = [0, 1, 2, 3].flatMap(() => up(5)).map((text) => look(text, { Created: created }));
    const { observed } = await lookOn(serverOver(crashing, nowMs));
    assert.equal(observed.kind === 'ended' && observed.result.kind, 'failed');
  });
});

function soFarOf(observed: Observation): { readonly serverMessage?: string | undefined } {
  return observed.kind === 'pending' ? (observed.soFar ?? {}) : {};
}

describe('files of the artifact that containers mount', () => {
  const directory = '/srv/data/r.example.com_5000/acme/app';
  const createdMs = Date.parse('2026-01-02T03:04:05Z');
  const nowMs = createdMs + 5_000;
  const labels = { 'com.docker.compose.project.working_dir': `${directory}/deploy` };

  const cases: readonly { name: string; status: string; mounts: unknown; note?: RegExp }[] = [
    {
      name: 'a directory, since before this message',
      status: 'Up 2 hours',
      mounts: ['web-data', `${directory}/deploy/html`],
      note: /app-web-1 ran before this message and mounts files of the artifact \(deploy\/html\).*Restart it/,
    },
    {
      name: 'a directory outside the working directory',
      status: 'Up 9 seconds',
      mounts: [`${directory}/x`],
      note: /\(x\)/,
    },
    { name: 'started by this message', status: 'Up 4 seconds', mounts: [`${directory}/deploy/html`] },
    { name: 'the whole artifact', status: 'Up 2 hours', mounts: [directory] },
    { name: 'another directory', status: 'Up 2 hours', mounts: ['/srv/files', `${directory}-2/x`] },
    { name: 'nothing', status: 'Up 2 hours', mounts: null },
  ];
  for (const { name, status, mounts, note } of cases) {
    test(name, async () => {
      const mounting = container({ ID: 'c1', Status: status, Mounts: mounts }, labels);
      const succeeded = { ...SUCCEEDED, times: { createdMs } };
      const run = createContainerCheck(ENDPOINT, ARTIFACT);
      const ask = serverOver([mounting], nowMs);
      await run(ask, succeeded);
      await run(ask, succeeded);
      const observed = await run(ask, succeeded);
      assert.equal(observed.kind, 'ended');
      assert.equal(observed.result.kind, 'succeeded');
      if (note === undefined) assert.equal(observed.result.hint, undefined);
      else assert.match(observed.result.hint ?? '', note);
    });
  }

  test('are named where the containers kept an older digest, too', async () => {
    const old = container(
      { Status: 'Up 2 hours', Mounts: [`${directory}/html`] },
      { ...labels, 'cd.doco.deployment.target.sha': OLD },
    );
    const observed = await createContainerCheck(ENDPOINT, ARTIFACT)(serverOver([old], nowMs), {
      ...SUCCEEDED,
      times: { createdMs },
    });
    assert.equal(observed.kind, 'ended');
    assert.equal(observed.result.kind, 'unchanged');
    assert.match(observed.result.hint ?? '', /still has sha256:b.*; app-web-1 ran before this message and mounts/);
  });
});

describe('nothing has the digest', () => {
  const createdMs = Date.parse('2026-01-02T03:04:05Z');
  const cases: readonly { name: string; labels?: Container; hint: RegExp }[] = [
    {
      name: 'a later message has replaced it',
      labels: { 'cd.doco.deployment.target.sha': OLD, 'cd.doco.deployment.timestamp': '2026-01-02T03:04:07Z' },
      hint: /^it was deployed and then replaced: app-web-1 has sha256:b\S* of a later message$/,
    },
    {
      name: 'its services did not change',
      labels: { 'cd.doco.deployment.target.sha': OLD, 'cd.doco.deployment.timestamp': '2026-01-01T03:04:07Z' },
      hint: /app-web-1 still has sha256:b/,
    },
    {
      name: 'there is nothing of it',
      labels: { 'cd.doco.source.url': 'ghcr.io/other/app:v1' },
      hint: /the webhook_filter does not match, its services were removed or it destroys its stack, the name of its stack/,
    },
  ];
  for (const { name, labels, hint } of cases) {
    test(name, async () => {
      const check = createContainerCheck(ENDPOINT, ARTIFACT);
      const { ask } = serverWith({ app: { containers: [container({}, labels)] } });
      const observed = await check(ask, { ...SUCCEEDED, times: { createdMs } });
      assert.equal(observed.kind, 'ended');
      assert.equal(observed.result.kind, 'unchanged');
      assert.match(observed.result.hint ?? '', hint);
    });
  }
});

describe('a Swarm', () => {
  const labels = { 'cd.doco.deployment.target.sha': DIGEST, 'cd.doco.source.url': 'r.example.com:5000/acme/app:v1' };
  const service = (fields: Container = {}): Container => ({
    ID: 's1',
    Version: { Index: 12 },
    Spec: { Name: 'app_web', Labels: labels },
    ...fields,
  });
  const swarm =
    (stacks: unknown): Ask =>
    async ({ pathname }) => {
      if (pathname.endsWith('/stacks')) return answered(200, { content: stacks });
      return answered(404, { error: 'no projects found', content: '' });
    };
  const cases: readonly { name: string; stacks: unknown; expect: string; looks: number; message?: RegExp }[] = [
    {
      name: 'new services',
      stacks: { app: [service()] },
      expect: 'succeeded',
      looks: 3,
      message: /tasks were not checked/,
    },
    {
      name: 'an update that is complete',
      stacks: { app: [service({ UpdateStatus: { State: 'completed', Message: 'update completed' } })] },
      expect: 'succeeded',
      looks: 3,
      message: /docker service ps/,
    },
    {
      name: 'an update that is paused',
      stacks: {
        app: [
          service(),
          service({ ID: 's2', UpdateStatus: { State: 'paused', Message: 'update paused due to failure' } }),
        ],
      },
      expect: 'failed',
      looks: 3,
      message: /app_web service \(paused: update paused due to failure\)/,
    },
    {
      name: 'an update that was rolled back',
      stacks: {
        app: [
          service({
            Spec: { Name: 'app_web', Labels: { ...labels, 'cd.doco.deployment.target.sha': OLD } },
            PreviousSpec: { Labels: labels },
            UpdateStatus: { State: 'rollback_completed' },
          }),
        ],
      },
      expect: 'failed',
      looks: 3,
      message: /rollback_completed/,
    },
    {
      name: 'an update in progress',
      stacks: { app: [service({ UpdateStatus: { State: 'updating' } })] },
      expect: 'pending',
      looks: 30,
    },
    {
      name: 'other stacks',
      stacks: { other: [service({ Spec: { Name: 'o', Labels: {} } }), null], 'no list': 1 },
      expect: 'unchanged',
      looks: 1,
    },
    { name: 'no list of this form', stacks: ['app'], expect: 'unreadable', looks: 1 },
  ];
  for (const { name, stacks, expect, looks, message } of cases) {
    test(`${name}: ${expect}`, async () => {
      const { observed, looks: taken } = await lookOn(swarm(stacks));
      const result = observed.kind === 'ended' ? observed.result : { kind: observed.kind, serverMessage: '', hint: '' };
      assert.deepEqual([result.kind, taken], [expect, looks]);
      if (message !== undefined) assert.match(`${result.serverMessage} ${result.hint}`, message);
    });
  }
});
