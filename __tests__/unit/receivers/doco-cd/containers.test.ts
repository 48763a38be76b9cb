import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpResult } from '../../../../src/http/types.ts';
import { checkContainers } from '../../../../src/receivers/doco-cd/containers.ts';

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

const check = (containers: readonly Container[]) =>
  checkContainers(ENDPOINT, ARTIFACT, serverWith({ app: { containers } }).ask);

describe('what the containers say of a deployment', () => {
  const well: readonly { name: string; containers: readonly Container[]; states: readonly string[] }[] = [
    { name: 'one that runs', containers: [container()], states: ['running'] },
    { name: 'one that is healthy', containers: [container({ Health: 'healthy' })], states: ['running (healthy)'] },
    { name: 'one that ended well', containers: [container({ State: 'exited' })], states: ['exited (exit code 0)'] },
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
      const { kind, result } = await check(containers);
      assert.deepEqual([kind, result.kind, result.hint], ['final', 'succeeded', undefined]);
      assert.deepEqual(
        result.containers?.map(({ state, isWell }) => [state, isWell]),
        states.map((state) => [state, true]),
      );
    });
  }

  const failed: readonly { containers: readonly Container[]; message: string }[] = [
    { containers: [container({ State: 'exited', ExitCode: 137 })], message: 'app-web-1 exited (exit code 137)' },
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
      const { kind, result } = await check(containers);
      assert.deepEqual([kind, result.kind, result.error], ['final', 'failed', 'CONTAINER_FAILED']);
      assert.equal(result.serverMessage, message);
      assert.match(result.hint ?? '', /push a change or set force_recreate: true/);
    });
  }

  test('a service that did not change keeps the label of an older digest, and counts too', async () => {
    const kept = container({ Name: 'app-db-1', Health: 'unhealthy' }, { 'cd.doco.deployment.target.sha': OLD });
    const { result } = await check([container(), kept]);
    assert.deepEqual([result.kind, result.serverMessage], ['failed', 'app-db-1 running (unhealthy)']);
    const old = await check([kept]);
    assert.equal(old.result.kind, 'unchanged', 'by itself it was not deployed by this message');
  });

  test('starting is not final', async () => {
    const { kind, result } = await check([container({ Health: 'starting' }), container()]);
    assert.deepEqual([kind, result.serverMessage], ['starting', 'app-web-1 running (starting)']);
  });

  test('what is not well is kept, however many there are', async () => {
    const many = Array.from({ length: 500 }, () => container());
    const { result } = await check([...many, container({ Name: 'last', State: 'dead', ExitCode: 1 })]);
    assert.equal(result.containers?.length, 200);
    assert.equal(result.containers?.[0]?.name, 'last');
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
      const { result } = await check([container({}, { 'cd.doco.source.url': url })]);
      assert.equal(result.kind, isOurs ? 'succeeded' : 'unchanged');
    });
  }
});

describe('what is asked', () => {
  const files = '/data/r.example.com_5000/acme/app/docker-compose.yml';
  const other = { containers: [container({}, { 'cd.doco.source.url': undefined })] };

  test('only about projects whose files are in the directory of the repository, where one of them matches', async () => {
    const server = serverWith({ one: other, two: { files, containers: [container()] }, three: other });
    await checkContainers(ENDPOINT, ARTIFACT, server.ask);
    assert.deepEqual(server.asked, ['/a/v1/api/projects?k=v&all=true', '/a/v1/api/project/two?k=v']);
  });

  test('about all of them where none does', async () => {
    const server = serverWith({ one: other, two: { files, containers: [] }, three: { containers: [container()] } });
    const { result } = await checkContainers(ENDPOINT, ARTIFACT, server.ask);
    assert.equal(result.kind, 'succeeded');
    assert.deepEqual(
      server.asked.slice(1),
      ['two', 'one', 'three'].map((name) => `/a/v1/api/project/${name}?k=v`),
    );
  });

  test('never about a name that is none of Compose', async () => {
    const server = serverWith({ '..': other, 'a/b': other, 'A%2fb': other, ok_1: other });
    const { result } = await checkContainers(ENDPOINT, ARTIFACT, server.ask);
    assert.equal(result.kind, 'unchanged');
    assert.deepEqual(server.asked.slice(1), ['/a/v1/api/project/ok_1?k=v', '/a/v1/api/stacks?k=v']);
  });

  test('not about hundreds', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`p${index}`, other]));
    const server = serverWith(many);
    const { kind, result } = await checkContainers(ENDPOINT, ARTIFACT, server.ask);
    assert.equal(kind, 'unchecked');
    assert.match(result.hint ?? '', /the server has 201 projects/);
    assert.equal(server.asked.length, 1);
  });
});

describe('what cannot be checked', () => {
  test('hides nothing that was seen to have failed', async () => {
    const files = '/data/r.example.com_5000/acme/app/docker-compose.yml';
    const dead = { files, containers: [container({ State: 'dead', ExitCode: 1 })] };
    const { ask } = serverWith({ one: dead, two: { files, containers: [] } });
    const gone = answered(500, { error: 'Docker is away' });
    const { kind, result } = await checkContainers(ENDPOINT, ARTIFACT, async (url) =>
      url.pathname.endsWith('/two') ? gone : ask(url),
    );
    assert.deepEqual([kind, result.kind, result.serverMessage], ['final', 'failed', 'app-web-1 dead (exit code 1)']);
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
      const list = await checkContainers(ENDPOINT, ARTIFACT, async () => answer);
      assert.deepEqual(list, { kind: 'unchecked', result: { kind: 'succeeded', hint: expected } });
      const { ask } = serverWith({ app: { containers: [] } });
      const one = await checkContainers(ENDPOINT, ARTIFACT, async (url) =>
        url.pathname.endsWith('/app') ? answer : ask(url),
      );
      assert.equal(one.kind, 'unchecked');
    });
  }
});
