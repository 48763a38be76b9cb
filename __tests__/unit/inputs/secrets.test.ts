import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collectSecrets } from '../../../src/inputs/secrets.ts';
import { docoCd } from '../../../src/receivers/doco-cd/receiver.ts';
import { distribution } from '../../../src/receivers/generic.ts';
import { loadReceiver } from '../../../src/receivers/index.ts';

function hidden(environment: Readonly<Record<string, string>>): readonly string[] {
  return [...collectSecrets(environment, [docoCd, docoCd, docoCd])].filter((secret) => secret.trim() !== '');
}
const base64 = (text: string) => Buffer.from(text).toString('base64');
const KEY = 'k'.repeat(32);

describe('what is hidden with doco-cd', () => {
  const rows: Readonly<Record<string, readonly [environment: Record<string, string>, secrets: readonly string[]]>> = {
    'each secret, with and without spaces': [
      { INPUT_SECRET: 'one-secret\n two-secret\r\n' },
      ['one-secret', ' two-secret', 'two-secret'],
    ],
    'each API key': [{ 'INPUT_API-KEY': 'one-key\ntwo-key' }, ['one-key', 'two-key']],
    'a header value, and the token in it': [
      { INPUT_HEADERS: 'Authorization: Bearer long-token' },
      ['Bearer long-token', 'long-token'],
    ],
    'short header values, by their names': [
      {
        INPUT_HEADERS:
          'X-ApiKey: abc1\nX-Hub-Signature: abc2\nX_Pass: abc3\nProxy-Authorization: abc4\nX-Access-Token: abc5',
      },
      ['abc1', 'abc2', 'abc3', 'abc4', 'abc5'],
    ],
    'a token beside a password that means nothing': [
      { INPUT_URL: 'https://ghp_t0ken:x-oauth-basic@a.example' },
      ['ghp_t0ken', 'ghp_t0ken:x-oauth-basic', base64('ghp_t0ken:x-oauth-basic')],
    ],
    'a login with a password of one letter': [
      { HTTPS_PROXY: 'http://acme:e@proxy.example' },
      ['acme:e', base64('acme:e')],
    ],
    'a passcode, but not what everybody knows of a run': [
      {
        INPUT_HEADERS:
          'X-Passcode: 481516\nX-Repository: acme/platform-config\nX-Commit: 0123456789012345678901234567890123456789\nX-Image: ghcr.io/acme/app\nX-Auth-Type: sha256\nX-Session-Timeout: 100',
        INPUT_ARTIFACT: 'ghcr.io/acme/app:v1',
        GITHUB_REPOSITORY: 'acme/platform-config',
        GITHUB_SHA: '0123456789012345678901234567890123456789',
      },
      ['481516'],
    ],
    'a secret by its name that is a part of the tag, too': [
      { INPUT_HEADERS: 'X-Pin: 2026', INPUT_ARTIFACT: 'ghcr.io/acme/app:2026' },
      ['2026'],
    ],
    'a short header value': [{ INPUT_HEADERS: 'X-Pin: 1234' }, ['1234']],
    'a short value of a query parameter that is called secret': [
      { INPUT_URL: 'https://a.example/v1/webhook?type=docker.io&secret=abc' },
      ['type=docker.io&secret=abc', 'abc'],
    ],
    'a header value that looks as no word does': [{ INPUT_HEADERS: 'X-Tenant: acmeTenant' }, ['acmeTenant']],
    'what a cookie holds': [
      { INPUT_HEADERS: 'Cookie: session=0123456789; theme=dark' },
      ['session=0123456789; theme=dark', '0123456789'],
    ],
    'the login in a Basic header': [
      { INPUT_HEADERS: `Authorization: Basic ${base64('me:pass')}` },
      ['me:pass', 'pass', base64('me:pass')],
    ],
    'the login in a URL, also decoded, also as it is sent': [
      { INPUT_URL: 'https://me:p%40ss@a.example' },
      ['me:p%40ss', 'p%40ss', 'me:p@ss', 'p@ss', base64('me:p@ss')],
    ],
    'a token in the place of the user': [
      { INPUT_URL: 'https://ghp_t0ken@a.example' },
      ['ghp_t0ken', 'ghp_t0ken:', base64('ghp_t0ken:')],
    ],
    'a query and its values': [
      { INPUT_URL: 'https://a.example/v1/webhook?token=0123456789&on=1' },
      ['token=0123456789&on=1', '0123456789'],
    ],
    'a path that is not the usual one, and the key in it': [
      { INPUT_URL: `https://a.example/hook/${KEY}/v1/webhook` },
      [`/hook/${KEY}/v1/webhook`, KEY],
    ],
    'a path with a short key in it': [
      { INPUT_URL: 'https://a.example/hook/k3y-of-13-chr' },
      ['/hook/k3y-of-13-chr', 'k3y-of-13-chr'],
    ],
    'a URL of another scheme': [{ INPUT_URL: 'mailto:deploy-secret' }, ['mailto:deploy-secret']],
    'a line that is no URL': [{ INPUT_URL: 'a.example/secret-path' }, ['a.example/secret-path']],
    'a login in a proxy variable': [
      { HTTPS_PROXY: 'http://me:pr%40xy@proxy.example:3128' },
      ['me:pr%40xy', 'pr%40xy', 'me:pr@xy', 'pr@xy', base64('me:pr@xy')],
    ],
    'a login in a proxy variable without a scheme': [
      { http_proxy: 'me:proxypass@proxy:1' },
      ['me:proxypass', 'proxypass'],
    ],
    'a token in a proxy variable': [{ http_proxy: 'http://proxyt0ken@proxy:1' }, ['proxyt0ken', 'proxyt0ken:']],
    'a key whose line breaks have become blanks': [
      { 'INPUT_CLIENT-KEY': '-----BEGIN PRIVATE KEY----- MIIBVAIBADANBg QIDAQABAoI= -----END PRIVATE KEY-----' },
      ['MIIBVAIBADANBg', 'QIDAQABAoI='],
    ],
    'the lines of a key whose frame is damaged': [
      { 'INPUT_CLIENT-KEY': 'BEGIN PRIVATE KEY-----\nMIIBVAIBADANBg\n-----END PRIVATE KEY-----' },
      ['MIIBVAIBADANBg'],
    ],
    'the lines of a key': [
      { 'INPUT_CLIENT-KEY': '-----BEGIN PRIVATE KEY-----\nMIIBVAIBADANBg\n-----END PRIVATE KEY-----' },
      ['MIIBVAIBADANBg'],
    ],
  };
  for (const [what, [environment, secrets]] of Object.entries(rows)) {
    test(what, () => {
      const found = hidden(environment);
      for (const secret of secrets) assert.ok(found.includes(secret), `${secret} is not among ${found.join(' | ')}`);
    });
  }

  const open: Readonly<Record<string, Record<string, string>>> = {
    'a URL that is only a scheme': { INPUT_URL: 'https://' },
    'a word that is no URL': { INPUT_URL: 'webhook' },
    'a plain URL': { INPUT_URL: 'https://a.example' },
    'the usual path': { INPUT_URL: 'https://a.example/v1/webhook' },
    'the usual path with a target of any length': { INPUT_URL: 'https://a.example/v1/webhook/production-of-the-north' },
    'a path that holds nothing like a key': { INPUT_URL: 'https://a.example/webhook/doco-cd' },
    'a public word in a query': { INPUT_URL: 'https://a.example/v1/webhook?type=docker.io' },
    'a word in a header whose name only contains that of a secret': {
      INPUT_HEADERS: 'X-Author: team\nX-Shipping: fast',
    },
    'a public word in a header with the name of a secret': {
      INPUT_HEADERS: 'X-Auth-Type: Basic\nX-Session-Cache: false',
    },
    'a flag in a query with the name of a secret': { INPUT_URL: 'https://a.example/v1/webhook?auth=on&key=1' },
    'a public word in a header': { INPUT_HEADERS: 'X-GitHub-Event: package' },
    'a media type, however long': { INPUT_HEADERS: 'Content-Type: application/vnd.docker.distribution.events.v2+json' },
    'a query too short to be a key': { INPUT_URL: 'https://a.example?on=1' },
    'a proxy without login': { HTTPS_PROXY: 'http://proxy.example:3128' },
    'the frame of a key': { 'INPUT_CLIENT-KEY': '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----' },
    nothing: {},
  };
  for (const [what, environment] of Object.entries(open)) {
    test(`not ${what}`, () => assert.deepEqual(hidden(environment), []));
  }

  test('not a user who is a word', () => {
    assert.ok(!hidden({ INPUT_URL: 'https://platform@a.example' }).includes('platform'));
    assert.ok(!hidden({ HTTPS_PROXY: 'http://platform@proxy.example' }).includes('platform'));
  });
});

test('a URL that is the credential is masked whole, and so are its path and the key in it', async () => {
  const key = 'f'.repeat(64);
  const url = `https://kargo.example.com/dockerhub/${key}?x=y-secret-0`;
  for (const name of ['docker-hub', 'github', 'harbor', 'json', 'msr', 'no-such-receiver']) {
    const hidden = [...collectSecrets({ INPUT_URL: url }, [(await loadReceiver(name)) ?? []].flat())];
    for (const part of [url, `/dockerhub/${key}`, key, 'x=y-secret-0'])
      assert.ok(hidden.includes(part), `${name} ${part}`);
    assert.ok(!hidden.includes('dockerhub'));
  }
  const environment = { INPUT_URL: url, INPUT_SECRET: 'a-secret' };
  const signed = [...collectSecrets(environment, [distribution])];
  assert.ok(!signed.includes(url), 'where messages are signed the URL is no credential, but its path may be');
  for (const part of [`/dockerhub/${key}`, key, 'x=y-secret-0']) assert.ok(signed.includes(part), part);
  const plain = 'https://a.example/hook/CorrectHorse';
  const unsigned = [...collectSecrets({ INPUT_URL: plain }, [distribution])];
  for (const part of [plain, '/hook/CorrectHorse']) assert.ok(unsigned.includes(part), part);
});

describe('what is hidden of the URL of other receivers', () => {
  const hiddenOf = async (name: string, environment: Readonly<Record<string, string>>) => {
    const receiver = await loadReceiver(name);
    assert.ok(receiver);
    return [...collectSecrets(environment, [receiver])].filter((secret) => secret.trim() !== '');
  };

  test('what to deploy is no secret, and the token is', async () => {
    const secret = 'a-token-of-some-length';
    for (const query of [
      'image=ghcr.io/acme/app-2024',
      'container=web-2024-backend',
      'image={repository}&async=true',
    ]) {
      const environment = { INPUT_URL: `https://host.test/v1/update?${query}`, INPUT_SECRET: secret };
      assert.deepEqual(await hiddenOf('watchtower', environment), [secret], query);
    }
    const environment = {
      INPUT_URL: 'https://host.test/api/v1/deploy?uuid=vgsco4o8k4ww0s0k&force=true',
      INPUT_SECRET: secret,
    };
    assert.deepEqual(await hiddenOf('coolify', environment), [secret]);
  });

  test('a path that is the credential is, however short or word-like it is', async () => {
    for (const path of ['/api/deploy/letmein', '/api/deploy/compose/opensesame']) {
      const url = `https://host.test${path}`;
      assert.deepEqual((await hiddenOf('dokploy', { INPUT_URL: url })).slice(0, 2), [url, path]);
    }
  });

  test('its end alone is, too, also as it was before it was escaped, but not words of many URLs', async () => {
    const found = await hiddenOf('dokploy', { INPUT_URL: 'https://host.test/api/deploy/open%20sesame%2F' });
    for (const part of ['open%20sesame%2F', 'open sesame/', '/api/deploy/open sesame/'])
      assert.ok(found.includes(part), part);
    for (const path of ['/api/webhooks', '/v1/docker-webhook', '/hook']) {
      const word = path.slice(path.lastIndexOf('/') + 1);
      assert.ok(!(await hiddenOf('json', { INPUT_URL: `https://host.test${path}` })).includes(word), word);
    }
  });

  test('an image and a tag beside it are none', async () => {
    const url = 'https://host.test/api/deploy/opensesame?image=ghcr.io/acme/app-2024&tag=v2024.10.1-production';
    const found = await hiddenOf('dokploy', { INPUT_URL: url });
    assert.deepEqual(found, [url, '/api/deploy/opensesame', 'opensesame']);
  });
});
