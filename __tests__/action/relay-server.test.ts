import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { connect } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { createRelay } from '../../relay/relay.ts';
import { readSettings, SettingsError } from '../../relay/settings.ts';
import { startReceiver } from '../support/receiver.ts';
import {
  type Dispatches,
  GITHUB_TOKEN,
  type GitHubReply,
  RELAY_TOKEN,
  REPOSITORY,
  type RelayProcess,
  refusedRelay,
  startDispatches,
  startRelay,
} from '../support/relay.ts';

const BEARER = { authorization: `Bearer ${RELAY_TOKEN}` };
const EVENT = '{"events":[]}';

type Started = { readonly relay: RelayProcess; readonly github: Dispatches };

async function start(
  t: TestContext,
  fault?: (index: number) => GitHubReply | undefined,
  settings: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const github = await startDispatches(fault);
  t.after(() => github.close());
  const relay = await startRelay({ GITHUB_API_URL: github.origin, ...settings });
  t.after(() => relay.stop());
  return { relay, github };
}

const post = (relay: RelayProcess, path = '/', init: RequestInit = {}) =>
  fetch(`${relay.origin}${path}`, { method: 'POST', body: EVENT, ...init });

/** What is answered to these bytes until the connection ends, from this side too where `then` says so. */
function exchange(port: number, text: string, then: 'end' | 'wait' = 'wait'): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => (then === 'end' ? socket.end(text) : socket.write(text)));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

/** No token may be in what the relay wrote, and there is one line for each request. */
function assertLog({ lines }: RelayProcess, requests: number): void {
  const log = lines.join('\n');
  for (const secret of [RELAY_TOKEN, GITHUB_TOKEN, 'token=', 'wrong-token']) assert.ok(!log.includes(secret), log);
  assert.equal(lines.length, requests + 1, log);
}

describe('the relay', { concurrency: 2 }, () => {
  test('passes on what came, with the headers that say whose it is and no other', async (t) => {
    const { relay, github } = await start(t);
    const headers = {
      ...BEARER,
      'content-type': 'application/cloudevents+json',
      'ce-type': 'zotregistry.image.updated',
      'CE-Source': 'zotregistry.dev',
      'x-jfrog-event-auth': 'a secret',
      cookie: 'another',
    };
    const body = '  {"b": [1, "ü \\u0000"], "a": null}\n';
    const response = await post(relay, '/', { headers, body });
    assert.equal(response.status, 202);
    const [event] = github.events();
    assert.equal(event?.action, 'pushed');
    assert.deepEqual(event.client_payload.headers, {
      'ce-source': 'zotregistry.dev',
      'ce-type': 'zotregistry.image.updated',
      'content-type': 'application/cloudevents+json',
    });
    assert.deepEqual(event.client_payload.body, { b: [1, 'ü \u0000'], a: null });
    assert.match(event.client_payload.delivery, /^[0-9a-f]{32}$/);
    assert.equal(await response.text(), `delivery ${event.client_payload.delivery}\n`);
    const [request] = github.requests;
    assert.equal(request?.headers['x-github-api-version'], '2022-11-28');
    assert.equal(request?.headers['user-agent'], 'oci-webhook-relay');
    assertLog(relay, 1);
    assert.match(relay.lines[1] ?? '', /^POST 202 in \d+ ms: delivery [0-9a-f]{32}$/);
  });

  test('the same event has the same delivery id, another has another', async (t) => {
    const { relay, github } = await start(t, undefined, { EVENT_TYPE: 'registry' });
    for (const body of [EVENT, EVENT, '[{"eventType":"x"}]']) await post(relay, '/', { headers: BEARER, body });
    const [first, second, third] = github.events().map(({ client_payload }) => client_payload.delivery);
    assert.equal(first, second);
    assert.notEqual(first, third);
    assert.ok(github.events().every(({ action }) => action === 'registry'));
    assert.deepEqual(github.events()[2]?.client_payload.body, [{ eventType: 'x' }]);
  });

  test('takes its token wherever registries can put it', async (t) => {
    const { relay, github } = await start(t);
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const right: readonly (readonly [string, Record<string, string>?])[] = [
      ['/', BEARER],
      ['/', { authorization: `bearer ${RELAY_TOKEN}` }],
      ['/', { authorization: RELAY_TOKEN }],
      ['/', basic(`zot:${RELAY_TOKEN}`)],
      [`/${RELAY_TOKEN}`],
      [`/hooks/${RELAY_TOKEN}`],
      [`/?token=${RELAY_TOKEN}`],
      [`/any/path?a=b&token=${RELAY_TOKEN}`, { authorization: 'Bearer wrong-token' }],
    ];
    for (const [path, headers = {}] of right) {
      assert.equal((await post(relay, path, { headers })).status, 202, path);
    }
    const wrong: readonly (readonly [string, Record<string, string>?])[] = [
      ['/'],
      ['/wrong-token'],
      [`/${RELAY_TOKEN}x`],
      [`/${RELAY_TOKEN}/`],
      ['/?token='],
      [`/?token=${RELAY_TOKEN.toUpperCase()}`],
      ['/', { authorization: 'Bearer ' }],
      ['/', { authorization: `Digest ${RELAY_TOKEN}` }],
      ['/', basic(`${RELAY_TOKEN}:x`)],
      ['/', { authorization: 'Basic %' }],
      ['/', { cookie: RELAY_TOKEN }],
    ];
    for (const [path, headers = {}] of wrong) {
      const response = await post(relay, path, { headers });
      assert.equal(response.status, 401, `${path} ${JSON.stringify(headers)}`);
    }
    assert.equal(github.requests.length, right.length);
    assertLog(relay, right.length + wrong.length);
  });

  test('is healthy without a token, and takes nothing but POST', async (t) => {
    const { relay, github } = await start(t);
    assert.equal(await (await fetch(`${relay.origin}/health`)).text(), 'healthy\n');
    assert.equal((await fetch(`${relay.origin}/health`, { method: 'HEAD' })).status, 200);
    assert.equal((await fetch(`${relay.origin}/`)).status, 401);
    const response = await fetch(`${relay.origin}/?token=${RELAY_TOKEN}`);
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'POST');
    assert.equal(github.requests.length, 0);
  });

  test('refuses what is no JSON, or too large for GitHub', async (t) => {
    const { relay, github } = await start(t);
    for (const body of ['', 'hello', '7', 'null', '"text"', '{"half":', new Uint8Array([0x22, 0xff, 0x22])]) {
      assert.equal((await post(relay, '/', { headers: BEARER, body })).status, 400, String(body));
    }
    const event = (length: number) => JSON.stringify({ a: 'x'.repeat(length) });
    // What is around the text: headers, delivery, names.
    await post(relay, '/', { headers: BEARER, body: event(1) });
    const around = JSON.stringify(github.events()[0]?.client_payload).length - 1;
    assert.equal((await post(relay, '/', { headers: BEARER, body: event(65_535 - around) })).status, 202);
    const larger = await post(relay, '/', { headers: BEARER, body: event(65_536 - around) });
    assert.equal(larger.status, 413);
    assert.match(
      await larger.text(),
      /too large \(65536 characters\), GitHub takes 65535.*let the registry leave out.*docs\/registries\.md/,
    );
    assert.equal((await post(relay, '/', { headers: BEARER, body: ' '.repeat(200_000) + EVENT })).status, 202);
    assert.equal((await post(relay, '/', { headers: BEARER, body: event(300_000) })).status, 413);
    const head = `POST /${RELAY_TOKEN} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    assert.match(await exchange(relay.port, head + chunk.repeat(5)), /^HTTP\/1\.1 413 /, 'the end is not waited for');
    assert.equal((await post(relay, '/', { headers: BEARER })).status, 202, 'it goes on');
    assert.equal(github.events().length, 4);
  });

  const answers: readonly (readonly [
    said: GitHubReply,
    status: number,
    log: RegExp,
    headers?: Record<string, string>,
  ])[] = [
    [[500, 'oops'], 503, /GitHub answered 500: oops/],
    [[503, ''], 503, /GitHub answered 503/],
    [[500, `no ${GITHUB_TOKEN} and no ${RELAY_TOKEN}`], 503, /answered 500: no \*\*\* and no \*\*\*$/],
    [[429, 'slow down', { 'retry-after': '7' }], 503, /GitHub answered 429: slow down/, { 'retry-after': '7' }],
    [[403, 'API rate limit exceeded for user ID 1.'], 503, /rate limit/],
    [[401, 'Bad credentials'], 502, /GITHUB_TOKEN is wrong or has expired/],
    [
      [403, 'Resource not accessible by personal access token'],
      502,
      /REPOSITORY is wrong, or its contents may not be written/,
    ],
    [[404, 'Not Found'], 502, /REPOSITORY is wrong/],
    [[301, 'Moved Permanently', { location: 'https://elsewhere.test/' }], 502, /renamed or moved/],
    [[200, 'a page of a proxy'], 502, /GitHub answered 200/],
    [[422, 'client_payload is too large.'], 413, /too large \(as GitHub says\)/],
    [[422, 'Invalid request.\n\u001b[31mred'], 502, /GitHub answered 422: Invalid request\. \[31mred$/],
  ];
  test('answers 2xx only when GitHub has taken the event', async (t) => {
    const { relay, github } = await start(t, (index) => answers[index]?.[0]);
    for (const [[said, message = ''], status, log, headers = {}] of answers) {
      const response = await post(relay, '/', { headers: BEARER });
      assert.equal(response.status, status, `${said} ${message}`);
      assert.match(relay.lines.at(-1) ?? '', log);
      for (const [name, value] of Object.entries(headers)) assert.equal(response.headers.get(name), value);
      if (status !== 413)
        assert.ok(!(await response.text()).includes(message === '' ? '\0' : message), 'GitHub is not quoted');
    }
    assert.equal(github.requests.length, answers.length, 'each is asked for once: the registry repeats');
    assert.equal((await post(relay, '/', { headers: BEARER })).status, 202);
    assertLog(relay, answers.length + 1);
  });

  test('gives GitHub as long as TIMEOUT allows, and is 503 while it is away', async (t) => {
    const silent = await startReceiver(() => {});
    t.after(() => silent.close());
    const relay = await startRelay({ GITHUB_API_URL: silent.origin, TIMEOUT: '0.2' });
    t.after(() => relay.stop());
    assert.equal((await post(relay, '/', { headers: BEARER })).status, 503);
    assert.match(relay.lines.at(-1) ?? '', /GitHub did not answer: no answer within 0\.2 s/);
    await silent.close();
    assert.equal((await post(relay, '/', { headers: BEARER })).status, 503);
    assert.match(relay.lines.at(-1) ?? '', /GitHub did not answer: ECONNREFUSED/);
  });

  test('ends on a signal, but answers what is under way', async (t) => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const slow = await startReceiver((_request, response) => {
      resolve();
      setTimeout(() => response.writeHead(204).end(), 300);
    });
    t.after(() => slow.close());
    const relay = await startRelay({ GITHUB_API_URL: slow.origin });
    const response = post(relay, '/', { headers: BEARER });
    await asked;
    await relay.stop('SIGTERM');
    assert.equal((await response).status, 202);
  });

  test('outlives requests that are none', async (t) => {
    const { relay } = await start(t);
    const raw = (text: string) => exchange(relay.port, text, 'end');
    assert.match(await raw('POST // HTTP/1.1\r\nHost: x\r\n\r\n'), /^HTTP\/1\.1 40[01] /);
    assert.match(await raw('POST http://:x/ HTTP/1.1\r\nHost: x\r\n\r\n'), /^HTTP\/1\.1 400 /);
    assert.match(await raw('CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'), /^$|^HTTP\/1\.1 4/);
    assert.match(await raw('nonsense\r\n\r\n'), /^HTTP\/1\.1 400 /);
    // A body that ends too early.
    await raw(`POST /${RELAY_TOKEN} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"a":`);
    assert.equal((await post(relay, '/', { headers: BEARER })).status, 202);
  });
});

describe('settings', () => {
  const right = { REPOSITORY, RELAY_TOKEN, GITHUB_TOKEN };
  const PEM = '-----BEGIN PRIVATE KEY-----\\nMIIB\\n-----END PRIVATE KEY-----';

  test('all mistakes are named at once, and no value that is secret', async () => {
    const { exitCode, lines } = await refusedRelay({
      REPOSITORY: 'acme',
      EVENT_TYPE: 'x'.repeat(101),
      RELAY_TOKEN: 'short!',
      GITHUB_API_URL: 'http://user:pass@github.example.com/api/v3',
      GITHUB_APP_ID: '7',
      GITHUB_APP_PRIVATE_KEY: '-----BEGIN RSA PRIVATE KEY-----',
      GITHUB_TOKEN,
      TIMEOUT: 'long',
    });
    assert.equal(exitCode, 1);
    const log = lines.join('\n');
    for (const name of [
      'REPOSITORY',
      'EVENT_TYPE',
      'RELAY_TOKEN',
      'GITHUB_API_URL',
      'TIMEOUT',
      'GITHUB_APP_PRIVATE_KEY',
    ])
      assert.match(log, new RegExp(`^${name} must`, 'm'));
    assert.match(
      log,
      /^GITHUB_TOKEN, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY, must be set: one of the two, not both$/m,
    );
    assert.match(log, /openssl pkcs8 -topk8/);
    for (const secret of ['short!', 'user:pass', GITHUB_TOKEN]) assert.ok(!log.includes(secret));
    assert.doesNotMatch(log, /\n\s+at /);
  });

  test('an empty environment', async () => {
    const { exitCode, lines } = await refusedRelay({});
    assert.equal(exitCode, 1);
    assert.equal(lines.length, 3, lines.join('\n'));
    const port = await refusedRelay({ ...right, PORT: '70000' });
    assert.deepEqual([port.exitCode, port.lines], [1, ['PORT must be a port number']]);
  });

  for (const [name, value] of Object.entries({
    REPOSITORY: 'acme/config/x',
    RELAY_TOKEN: 'with a space in it, so long',
    GITHUB_API_URL: 'http://github.example.com',
    TIMEOUT: '0',
  })) {
    test(`${name}=${value} is refused`, () => {
      assert.throws(
        () => readSettings({ ...right, [name]: value }),
        (error) => error instanceof SettingsError && error.message.startsWith(name),
      );
    });
  }

  test('what is not set has its default', () => {
    const { eventType, apiUrl, timeoutMs } = readSettings(right);
    assert.deepEqual([eventType, apiUrl, timeoutMs], ['pushed', 'https://api.github.com', 10_000]);
    const { apiUrl: enterprise } = readSettings({ ...right, GITHUB_API_URL: 'https://github.example.com/api/v3/' });
    assert.equal(enterprise, 'https://github.example.com/api/v3');
    const app = readSettings({ ...right, GITHUB_TOKEN: '', GITHUB_APP_ID: '7', GITHUB_APP_PRIVATE_KEY: PEM });
    assert.deepEqual(Object.keys(app.credentials), ['appId', 'privateKey']);
  });
});

describe('as a GitHub App', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));

  /** Whether a request shows a token that the App signed, and that is valid now. */
  function isSigned(authorization = ''): boolean {
    const [header = '', claims = '', signature = ''] = authorization.replace('Bearer ', '').split('.');
    const key = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }));
    const { iss, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const nowS = Date.now() / 1000;
    return (
      verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url')) &&
      iss === '42' &&
      iat < nowS &&
      exp > nowS &&
      exp - iat <= 600
    );
  }

  async function withApi(t: TestContext, { expiresMs = 3_600_000, isInstalled = true } = {}) {
    const paths: string[] = [];
    const api = await startReceiver(({ path, headers, body }, response) => {
      paths.push(path);
      const reply = (status: number, answer?: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(answer && JSON.stringify(answer));
      };
      if (path === `/repos/${REPOSITORY}/dispatches`) {
        return reply(
          headers.authorization === `Bearer ghs_${paths.filter((p) => p.startsWith('/app/')).length}` ? 204 : 401,
          undefined,
        );
      }
      if (!isSigned(headers.authorization)) return reply(401, { message: 'A JSON web token could not be decoded' });
      if (path === `/repos/${REPOSITORY}/installation`)
        return isInstalled ? reply(200, { id: 5 }) : reply(404, { message: 'Not Found' });
      assert.equal(path, '/app/installations/5/access_tokens');
      assert.deepEqual(JSON.parse(body), { repositories: ['config'], permissions: { contents: 'write' } });
      const count = paths.filter((asked) => asked === path).length;
      reply(201, { token: `ghs_${count}`, expires_at: new Date(Date.now() + expiresMs).toISOString() });
    });
    t.after(() => api.close());
    const lines: string[] = [];
    const settings = readSettings({
      REPOSITORY,
      RELAY_TOKEN,
      GITHUB_APP_ID: '42',
      GITHUB_APP_PRIVATE_KEY: pem,
      GITHUB_API_URL: api.origin,
    });
    const relay = createRelay(settings, (line) => lines.push(line));
    const send = () => relay(new Request('http://relay.test/', { method: 'POST', headers: BEARER, body: EVENT }));
    return { send, paths, lines };
  }

  test('it gets a token for the one repository, and keeps it', async (t) => {
    const { send, paths } = await withApi(t);
    assert.equal((await send()).status, 202);
    assert.equal((await send()).status, 202);
    assert.deepEqual(paths, [
      `/repos/${REPOSITORY}/installation`,
      '/app/installations/5/access_tokens',
      `/repos/${REPOSITORY}/dispatches`,
      `/repos/${REPOSITORY}/dispatches`,
    ]);
  });

  test('a token that is about to expire is not used', async (t) => {
    const { send, paths } = await withApi(t, { expiresMs: 60_000 });
    assert.equal((await send()).status, 202);
    assert.equal((await send()).status, 202);
    assert.equal(paths.filter((path) => path.startsWith('/app/')).length, 2);
  });

  test('not installed on the repository', async (t) => {
    const { send, lines } = await withApi(t, { isInstalled: false });
    assert.equal((await send()).status, 502);
    assert.match(lines[0] ?? '', /GitHub answered 404: Not Found \(REPOSITORY is wrong/);
    assert.ok(!lines.join().includes(pem.slice(30, 60)));
  });
});
