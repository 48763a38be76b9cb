import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
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
      [`//${RELAY_TOKEN}`],
      [`/${RELAY_TOKEN}/`],
      ['/', { authorization: `Token ${RELAY_TOKEN}` }],
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
    assert.equal(relay.lines.length, 1, 'health is not logged');
    assert.equal((await fetch(`${relay.origin}/`)).status, 401);
    const response = await fetch(`${relay.origin}/?token=${RELAY_TOKEN}`);
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'POST');
    assert.equal(github.requests.length, 0);
  });

  test('reads the event in a form, as some registries post by default', async (t) => {
    const { relay, github } = await start(t);
    const json = '{"action": "published", "text": "a+b & c"}';
    const form = { ...BEARER, 'content-type': 'application/x-www-form-urlencoded' };
    const encoded = new URLSearchParams({ payload: json }).toString();
    assert.equal((await post(relay, '/', { headers: form, body: encoded })).status, 202);
    assert.equal((await post(relay, '/', { headers: BEARER, body: json })).status, 202);
    assert.equal((await post(relay, '/', { headers: form, body: json })).status, 202, 'as curl --data has it');
    const [first, second, third] = github.events().map(({ client_payload }) => client_payload);
    assert.deepEqual(first?.body, JSON.parse(json));
    assert.deepEqual(first?.headers, { 'content-type': 'application/json' });
    assert.deepEqual([second?.delivery, third?.delivery], [first?.delivery, first?.delivery]);
    for (const body of ['a=b', 'payload=hello', 'payload=7']) {
      const response = await post(relay, '/', { headers: form, body });
      assert.equal(response.status, 400);
      assert.match(await response.text(), /is a form: set the content type of the webhook to application\/json/);
    }
    const multipart = new FormData();
    multipart.set('payload', json);
    assert.match(await (await post(relay, '/', { headers: BEARER, body: multipart })).text(), /is a form/);
    assertLog(relay, 7);
  });

  test('refuses what is nested too deep to be an event', async (t) => {
    const { relay, github } = await start(t);
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.equal((await post(relay, '/', { headers: BEARER, body: nested(64) })).status, 202);
    for (const depth of [65, 5000, 100_000]) {
      const response = await post(relay, '/', { headers: BEARER, body: nested(depth) });
      assert.equal(response.status, 400, String(depth));
      assert.match(await response.text(), /nested more than 64 deep/);
    }
    assert.equal(github.requests.length, 1);
  });

  test("answers Event Grid's handshakes itself, and only with the token", async (t) => {
    const { relay, github } = await start(t);
    const path = `/${RELAY_TOKEN}`;
    const event = {
      id: '2d1781af-3a4c-4d7c-bd0c-e34b19da4e66',
      eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
      data: { validationCode: '512d38b6-c7b8', validationUrl: 'https://rp-eastus2.eventgrid.azure.net:553/x?id=1' },
    };
    for (const body of [JSON.stringify([event]), JSON.stringify(event)]) {
      const response = await post(relay, path, { body });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/json');
      assert.deepEqual(await response.json(), { validationResponse: '512d38b6-c7b8' });
      assert.equal((await post(relay, '/wrong-token', { body })).status, 401);
    }
    const asked = { 'webhook-request-origin': 'eventgrid.azure.net', 'webhook-request-rate': '120' };
    const options = await fetch(`${relay.origin}${path}`, { method: 'OPTIONS', headers: asked });
    assert.equal(options.status, 200);
    assert.equal(options.headers.get('webhook-allowed-origin'), 'eventgrid.azure.net');
    assert.equal(options.headers.get('webhook-allowed-rate'), '1200');
    assert.equal((await fetch(`${relay.origin}/x`, { method: 'OPTIONS', headers: asked })).status, 401);
    assert.equal((await fetch(`${relay.origin}${path}`, { method: 'OPTIONS' })).status, 405);
    assert.equal(github.requests.length, 0);
    assertLog(relay, 7);
  });

  test('several repositories: the path names one, and only its own token opens it', async (t) => {
    const asked: (readonly [path: string, authorization: string | undefined])[] = [];
    const github = await startReceiver(({ path, headers }, response) => {
      asked.push([path, headers.authorization]);
      response.writeHead(204).end();
    });
    t.after(() => github.close());
    const [first, second] = ['first-token-of-some-length', 'second-token-of-some-length'];
    const relay = await startRelay({
      GITHUB_API_URL: github.origin,
      REPOSITORY: 'acme/one, Acme/two.x',
      RELAY_TOKEN: `${first}\n${second}`,
      GITHUB_TOKEN: 'pat_one pat_two',
    });
    t.after(() => relay.stop());
    const status = async (path: string, headers: Record<string, string> = {}) =>
      (await post(relay, path, { headers })).status;
    assert.equal(await status(`/acme/one/${first}`), 202);
    assert.equal(await status(`/acme/two.x/${second}`), 202);
    assert.equal(await status('/acme/one', { authorization: `Bearer ${first}` }), 202);
    for (const path of [`/acme/two.x/${first}`, `/acme/one/${second}`, `/${first}`, `/acme/three/${first}`]) {
      assert.equal(await status(path), 401, path);
    }
    assert.equal(await status('/', { authorization: `Bearer ${first}` }), 401);
    assert.deepEqual(asked, [
      ['/repos/acme/one/dispatches', 'Bearer pat_one'],
      ['/repos/Acme/two.x/dispatches', 'Bearer pat_two'],
      ['/repos/acme/one/dispatches', 'Bearer pat_one'],
    ]);
    const log = relay.lines.join('\n');
    for (const secret of [first, second, 'pat_']) assert.ok(!log.includes(secret), log);
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
    const slashes = 'POST // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    assert.match(await exchange(relay.port, slashes), /^HTTP\/1\.1 401 /);
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
      DISPATCHES_PER_SECOND: '0',
      PORT: '70000',
    });
    assert.equal(exitCode, 1);
    const log = lines.join('\n');
    for (const name of [
      'REPOSITORY',
      'EVENT_TYPE',
      'RELAY_TOKEN',
      'GITHUB_API_URL',
      'TIMEOUT',
      'DISPATCHES_PER_SECOND',
      'PORT',
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
  });

  for (const [name, value] of Object.entries({
    REPOSITORY: 'acme/config/x',
    RELAY_TOKEN: 'with a space in it, so long',
    GITHUB_API_URL: 'http://github.example.com',
    TIMEOUT: '0',
    PORT: 'http',
    GITHUB_TOKEN: 'one two',
  })) {
    test(`${name}=${value} is refused`, async () => {
      await assert.rejects(
        readSettings({ ...right, [name]: value }),
        (error) => error instanceof SettingsError && error.message.startsWith(name),
      );
    });
  }

  for (const [what, wrong] of Object.entries({
    'one token for two': { REPOSITORY: 'acme/one acme/two' },
    'the same token twice': { REPOSITORY: 'acme/one acme/two', RELAY_TOKEN: `${RELAY_TOKEN} ${RELAY_TOKEN}` },
    'two tokens for one': { RELAY_TOKEN: `${RELAY_TOKEN} ${RELAY_TOKEN}x` },
    'a repository twice': { REPOSITORY: 'acme/one Acme/One', RELAY_TOKEN: `${RELAY_TOKEN} ${RELAY_TOKEN}x` },
  })) {
    test(`several repositories: ${what} is refused`, async () => {
      await assert.rejects(readSettings({ ...right, ...wrong }), SettingsError);
    });
  }

  test('what is not set has its default', async () => {
    const { eventType, apiUrl, timeoutMs, host } = await readSettings(right);
    assert.deepEqual([eventType, apiUrl, timeoutMs], ['pushed', 'https://api.github.com', 10_000]);
    assert.equal(host, '127.0.0.1');
    const GITHUB_API_URL = 'https://github.example.com/api/v3/';
    const { apiUrl: enterprise } = await readSettings({ ...right, GITHUB_API_URL });
    assert.equal(enterprise, 'https://github.example.com/api/v3');
  });

  const pemOf = (key: { export(options: object): string | Buffer }) =>
    String(key.export({ type: 'pkcs8', format: 'pem' }));
  const rsa = pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
  const asApp = (key: string) =>
    readSettings({ ...right, GITHUB_TOKEN: '', GITHUB_APP_ID: '7', GITHUB_APP_PRIVATE_KEY: key });

  for (const [how, pem] of Object.entries({
    'as it is': rsa,
    'with \\n for its line breaks': rsa.replaceAll('\n', '\\n'),
    'with \\n in addition to them': rsa.replaceAll('\n', '\\n\n'),
    'with \\r\\n': rsa.replaceAll('\n', '\\r\\n'),
    'with \\n escaped twice, in quotes': JSON.stringify(rsa.replaceAll('\n', '\\n')),
    'with spaces for its line breaks': rsa.replaceAll('\n', ' '),
  })) {
    test(`the App's key is taken ${how}`, async () => {
      const [repository] = (await asApp(pem)).repositories;
      assert.deepEqual(Object.keys(repository?.credentials ?? {}), ['appId', 'key']);
    });
  }

  for (const [what, pem] of Object.entries({
    'an EC key': pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    'half a key': rsa.replace(/.{100}\n(?=-----END)/s, '\n'),
    'no key at all': 'key.pem',
  })) {
    test(`${what} is refused at start`, async () => {
      await assert.rejects(asApp(pem), /^SettingsError: GITHUB_APP_PRIVATE_KEY must be /);
    });
  }
});
