import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, type TestContext, test } from 'node:test';
import { createRelay } from '../../relay/relay.ts';
import { readSettings } from '../../relay/settings.ts';
import { createTurns } from '../../relay/turns.ts';
import { type Respond, startReceiver } from '../support/receiver.ts';
import {
  GITHUB_TOKEN,
  type GitHubReply,
  RELAY_TOKEN,
  REPOSITORY,
  type RelayProcess,
  startDispatches,
  startRelay,
} from '../support/relay.ts';

const BEARER = { authorization: `Bearer ${RELAY_TOKEN}` };
const EVENT = '{"events":[]}';

const post = (relay: RelayProcess, body = EVENT) =>
  fetch(`${relay.origin}/`, { method: 'POST', headers: BEARER, body });

async function start(
  t: TestContext,
  fault: (index: number) => GitHubReply | undefined,
  settings: Readonly<Record<string, string>> = {},
) {
  const github = await startDispatches(fault);
  t.after(() => github.close());
  const relay = await startRelay({ GITHUB_API_URL: github.origin, ...settings });
  t.after(() => relay.stop());
  return { github, relay };
}

/** What GitHub is, where it does more than the double of support/relay.ts. */
async function startWith(t: TestContext, respond: Respond, settings: Readonly<Record<string, string>> = {}) {
  const github = await startReceiver(respond);
  t.after(() => github.close());
  const relay = await startRelay({ GITHUB_API_URL: github.origin, ...settings });
  t.after(() => relay.stop());
  return { github, relay };
}

describe('what GitHub says', { concurrency: 2 }, () => {
  const refused: readonly (readonly [said: GitHubReply, status: number, log: RegExp])[] = [
    [[401, 'Bad credentials'], 502, /Bad credentials \(GITHUB_TOKEN is wrong, was revoked, or has expired\)$/],
    [[403, 'Resource not accessible by personal access token'], 502, /GITHUB_TOKEN lacks write access/],
    [[403, 'Resource not accessible by integration'], 502, /the App lacks write access/],
    [[403, 'Resource protected by organization SAML enforcement.'], 502, /authorize GITHUB_TOKEN/],
    [[403, 'Repository was archived so is read-only.'], 502, /the repository is archived/],
    [[404, 'Not Found'], 502, /REPOSITORY is wrong, or GITHUB_TOKEN has no access to it/],
    [[301, 'Moved Permanently', { location: 'https://elsewhere.test/' }], 502, /renamed or moved/],
    [[200, 'a page of a proxy'], 502, /GITHUB_API_URL is wrong, or a proxy answered/],
    [[400, 'Problems parsing JSON'], 400, /GitHub answered 400: Problems parsing JSON$/],
    [[422, 'client_payload is too large.'], 413, /GitHub answered 422: client_payload is too large/],
    [[422, 'Invalid request.\n\u001b[31mred'], 502, /GitHub answered 422: Invalid request\. \[31mred$/],
    [[403, `no ${GITHUB_TOKEN} and no ${RELAY_TOKEN}`], 502, /answered 403: no \*\*\* and no \*\*\*$/],
  ];
  test('what somebody must correct is asked once, and the log says what', async (t) => {
    const { relay, github } = await start(t, (index) => refused[index]?.[0]);
    for (const [[said, message = ''], status, log] of refused) {
      const response = await post(relay);
      assert.equal(response.status, status, `${said} ${message}`);
      assert.match(relay.lines.at(-1) ?? '', log);
      assert.equal(response.headers.get('retry-after'), null);
      if (said !== 422) assert.ok(!(await response.text()).includes(message), 'GitHub is not quoted');
    }
    assert.equal(github.requests.length, refused.length);
    assert.equal((await post(relay)).status, 202);
    const log = relay.lines.join('\n');
    for (const secret of [RELAY_TOKEN, GITHUB_TOKEN]) assert.ok(!log.includes(secret), log);
  });

  for (const [what, faults] of Object.entries({
    'one 502': [502],
    'a reset connection': ['reset'],
    'many kinds of failure in a row': [500, 'reset', 503, 504, 520],
  })) {
    test(`${what} loses nothing: GitHub is asked again in the same request`, async (t) => {
      const { relay, github } = await startWith(t, (_request, response, index) => {
        const fault = faults[index];
        if (fault === 'reset') return response.destroy();
        response.writeHead(typeof fault === 'number' ? fault : 204).end();
      });
      assert.equal((await post(relay)).status, 202);
      assert.equal(github.requests.length, faults.length + 1);
      assert.equal(new Set(github.requests.map(({ body }) => body)).size, 1, 'the same event');
    });
  }

  test('within TIMEOUT in all: then it is 503, with what GitHub said', async (t) => {
    const { relay, github } = await start(t, () => [503, `no ${RELAY_TOKEN}`], { TIMEOUT: '1' });
    const response = await post(relay);
    assert.equal(response.status, 503);
    assert.match(await response.text(), /^delivery [0-9a-f]{32} was not accepted by GitHub, send it again$/m);
    assert.match(relay.lines.at(-1) ?? '', /GitHub answered 503 \(\d times\): no \*\*\*$/);
    assert.ok(github.requests.length > 1);
  });

  test('a pause that GitHub asks for, and that does not fit into TIMEOUT, is passed on', async (t) => {
    const { relay, github } = await start(t, () => [503, 'maintenance', { 'retry-after': '60' }]);
    const response = await post(relay);
    assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '60']);
    assert.equal(github.requests.length, 1);
  });

  test('silence ends with TIMEOUT, and a dead server is one too', async (t) => {
    const { relay, github } = await startWith(t, () => {}, { TIMEOUT: '0.5' });
    assert.equal((await post(relay)).status, 503);
    assert.match(relay.lines.at(-1) ?? '', /GitHub did not answer: no answer within 0\.5 s$/);
    assert.equal(github.requests.length, 1);
    await github.close();
    assert.equal((await post(relay)).status, 503);
    assert.match(relay.lines.at(-1) ?? '', /GitHub did not answer \(\d times\): ECONNREFUSED/);
  });

  test('an answer without end is not read to its end', async (t) => {
    const { relay } = await startWith(t, (_request, response) => {
      response.writeHead(401);
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const write = () => response.destroyed || response.write(chunk, write);
      write();
    });
    assert.equal((await post(relay)).status, 502);
  });
});

describe('a limited rate', { concurrency: 2 }, () => {
  const inAnHour = () => String(Math.floor(Date.now() / 1000) + 3600);
  const limits: Readonly<Record<string, readonly [reply: () => GitHubReply, leastS: number, mostS: number]>> = {
    'a 429 with its time': [() => [429, 'slow down', { 'retry-after': '7' }], 6, 7],
    'a 429 with a date': [() => [429, '', { 'retry-after': new Date(Date.now() + 100_000).toUTCString() }], 90, 100],
    'a 429 that does not say how long': [() => [429, 'slow down'], 59, 60],
    'a primary limit': [
      () => [403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour() }],
      3500,
      3600,
    ],
    'a secondary limit': [() => [403, 'You have exceeded a secondary rate limit.'], 59, 60],
    'what was called abuse': [() => [403, 'You have triggered an abuse detection mechanism.'], 59, 60],
  };
  for (const [what, [reply, leastS, mostS]] of Object.entries(limits)) {
    test(`${what} is remembered, and GitHub is not asked before`, async (t) => {
      const { relay, github } = await start(t, reply);
      const responses = [await post(relay), await post(relay), ...(await Promise.all([post(relay), post(relay)]))];
      for (const response of responses) {
        assert.equal(response.status, 503);
        const restS = Number(response.headers.get('retry-after'));
        assert.ok(restS >= leastS && restS <= mostS, String(restS));
      }
      assert.equal(github.requests.length, 1);
      assert.match(relay.lines.at(-1) ?? '', /GitHub limits the rate$/);
    });
  }

  test('when it is over, GitHub is asked again', async (t) => {
    const { relay, github } = await start(t, (index) => (index === 0 ? [429, '', { 'retry-after': '1' }] : undefined));
    assert.equal((await post(relay)).status, 503);
    while ((await post(relay)).status === 503) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(github.requests.length, 2);
  });

  test('one dispatch at a time, twenty at once; what cannot begin within TIMEOUT is refused', async (t) => {
    let [running, most] = [0, 0];
    const { relay, github } = await startWith(
      t,
      (_request, response) => {
        running += 1;
        most = Math.max(most, running);
        setTimeout(() => {
          running -= 1;
          response.writeHead(204).end();
        }, 20);
      },
      { TIMEOUT: '60', DISPATCHES_PER_SECOND: '0.001' },
    );
    const responses = await Promise.all(Array.from({ length: 25 }, (_, index) => post(relay, `{"id":${index}}`)));
    const refused = responses.filter(({ status }) => status !== 202);
    assert.equal(most, 1);
    assert.equal(github.requests.length, 20);
    assert.deepEqual(
      refused.map(({ status, headers }) => [status, headers.get('retry-after')]),
      Array(5).fill([503, '1']),
    );
    assert.match(relay.lines.join('\n'), /too many events wait for their turn/);
  });

  test('a turn that never ends stops nobody for ever', async () => {
    const inTurn = createTurns(1);
    void inTurn(Date.now() + 300, () => new Promise(() => {}));
    assert.equal(await inTurn(Date.now() + 200, async () => 'second'), undefined);
    assert.equal(await inTurn(Date.now() + 10_000, async () => 'third'), 'third');
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

  /** What the API does besides giving tokens and taking events with the newest of them. */
  type Faults = {
    readonly expiresMs?: number;
    readonly installation?: GitHubReply;
    readonly accessTokens?: GitHubReply;
    /** To a dispatch, which shows this token. */
    readonly dispatch?: (token: string) => GitHubReply | undefined;
  };

  async function withApi(t: TestContext, faults: Faults = {}) {
    const { expiresMs = 3_600_000, installation, accessTokens, dispatch = () => undefined } = faults;
    const paths: string[] = [];
    let valid = '';
    const api = await startReceiver(({ path, headers: { authorization = '' }, body }, response) => {
      paths.push(path);
      const reply = (status: number, answer?: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(answer && JSON.stringify(answer));
      };
      const complain = ([status, message]: GitHubReply) => reply(status, { message });
      if (path === `/repos/${REPOSITORY}/dispatches`) {
        const fault = dispatch(authorization.replace('Bearer ', ''));
        if (fault !== undefined) return complain(fault);
        return authorization === `Bearer ${valid}` ? reply(204) : complain([401, 'Bad credentials']);
      }
      if (!isSigned(authorization)) return complain([401, 'A JSON web token could not be decoded']);
      if (path === `/repos/${REPOSITORY}/installation`)
        return installation ? complain(installation) : reply(200, { id: 5 });
      assert.equal(path, '/app/installations/5/access_tokens');
      assert.deepEqual(JSON.parse(body), { repositories: ['config'], permissions: { contents: 'write' } });
      if (accessTokens !== undefined) return complain(accessTokens);
      valid = `ghs_token_${paths.length}`;
      reply(201, { token: valid, expires_at: new Date(Date.now() + expiresMs).toISOString() });
    });
    t.after(() => api.close());
    const lines: string[] = [];
    const settings = await readSettings({
      REPOSITORY,
      RELAY_TOKEN,
      DISPATCHES_PER_SECOND: '20',
      GITHUB_APP_ID: '42',
      GITHUB_APP_PRIVATE_KEY: pem,
      GITHUB_API_URL: api.origin,
    });
    const relay = createRelay(settings, (line) => lines.push(line));
    const send = async () =>
      (await relay(new Request('http://relay.test/', { method: 'POST', headers: BEARER, body: EVENT }))).status;
    const revoke = () => {
      valid = 'none';
    };
    const tokens = () => paths.filter((path) => path.startsWith('/app/')).length;
    return { send, revoke, tokens, paths, lines };
  }

  test('it gets a token for the one repository, and keeps it', async (t) => {
    const { send, paths } = await withApi(t);
    assert.deepEqual([await send(), await send()], [202, 202]);
    assert.deepEqual(paths, [
      `/repos/${REPOSITORY}/installation`,
      '/app/installations/5/access_tokens',
      `/repos/${REPOSITORY}/dispatches`,
      `/repos/${REPOSITORY}/dispatches`,
    ]);
  });

  test('a token that is about to expire is not used', async (t) => {
    const { send, tokens } = await withApi(t, { expiresMs: 60_000 });
    assert.deepEqual([await send(), await send()], [202, 202]);
    assert.equal(tokens(), 2);
  });

  test('a kept token that is refused is replaced in the same request, once for all who wait', async (t) => {
    const { send, revoke, tokens } = await withApi(t);
    assert.deepEqual(await Promise.all([send(), send(), send()]), [202, 202, 202]);
    assert.equal(tokens(), 1);
    revoke();
    assert.deepEqual(await Promise.all([send(), send(), send()]), [202, 202, 202]);
    assert.equal(tokens(), 2);
  });

  test('a new token that is refused is not replaced again', async (t) => {
    const { send, tokens, lines } = await withApi(t, { dispatch: () => [401, 'Bad credentials'] });
    assert.equal(await send(), 502);
    assert.equal(tokens(), 1);
    assert.match(lines[0] ?? '', /the App's new token is refused/);
  });

  test('what a server in the place of GitHub repeats of its token is not logged', async (t) => {
    const { send, lines } = await withApi(t, { dispatch: (token) => [403, `no right with ${token}`] });
    assert.equal(await send(), 502);
    assert.match(lines[0] ?? '', /no right with \*\*\*$/);
  });

  const wrong: Readonly<Record<string, readonly [Faults, log: RegExp]>> = {
    'not installed': [{ installation: [404, 'Not Found'] }, /REPOSITORY is wrong, or the App is not installed on it/],
    'another App': [{ installation: [401, 'Integration not found'] }, /are not of one App/],
    'the clock': [{ installation: [401, "'Issued at' claim ('iat') must be an Integer"] }, /clock is wrong/],
    suspended: [{ accessTokens: [403, 'This installation has been suspended'] }, /unsuspend it/],
    'without the permission': [
      { accessTokens: [422, 'The permissions requested are not granted to this installation.'] },
      /needs read and write access to contents/,
    ],
    'no longer on this repository': [
      { accessTokens: [422, 'A repository does not exist or is not accessible to the parent installation.'] },
      /add it to the installation/,
    ],
    'no answer of GitHub': [{ installation: [200, 'a page'] }, /GITHUB_API_URL is wrong, or a proxy answered/],
  };
  for (const [what, [faults, log]] of Object.entries(wrong)) {
    test(`${what}: the log says what to correct`, async (t) => {
      const { send, lines, paths } = await withApi(t, faults);
      assert.equal(await send(), 502);
      assert.match(lines[0] ?? '', log);
      assert.ok(!paths.includes(`/repos/${REPOSITORY}/dispatches`));
      assert.ok(!lines.join().includes(pem.slice(30, 60)));
    });
  }
});
