import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { explainBrokenLogin, explainUnreadLogin } from '../../../src/push/login-hints.ts';

const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-login-test-'));
after(() => rmSync(directory, { recursive: true }));

describe('a login that skopeo does not read', () => {
  const host = 'r.example:5000';
  const login = { username: 'bot', password: 'secret' };
  const cases: readonly (readonly [name: string, config: unknown, says: RegExp | undefined])[] = [
    [
      'credsStore',
      { auths: { [host]: {} }, credsStore: 'desktop' },
      /^skopeo does not read credsStore \("desktop" in "/,
    ],
    ['credsStore without a trace', { credsStore: 'desktop' }, /name it for r\.example:5000 in credHelpers, or log in/],
    ['username and password', { auths: { [host]: login } }, /^skopeo does not read username and password in "/],
    ['auth beside credsStore', { auths: { [host]: { auth: 'YQ==' } }, credsStore: 'desktop' }, undefined],
    ['a helper for this host', { credHelpers: { [host]: 'ecr-login' }, credsStore: 'desktop' }, undefined],
    ['a helper for another host', { credHelpers: { other: 'ecr-login' }, credsStore: 'desktop' }, /credsStore/],
    ['another host', { auths: { other: login } }, undefined],
    ['no JSON', '{', undefined],
    ['strange JSON', { auths: [], credsStore: 5 }, undefined],
  ];
  for (const [index, [name, config, says]] of cases.entries()) {
    test(name, () => {
      const own = join(directory, String(index));
      mkdirSync(join(own, '.docker'), { recursive: true });
      const path = join(own, '.docker/config.json');
      writeFileSync(path, typeof config === 'string' ? config : JSON.stringify(config));
      const elsewhere = { DOCKER_CONFIG: '/nowhere', HOME: '/nowhere' };
      for (const environment of [
        { HOME: own },
        { ...elsewhere, DOCKER_CONFIG: join(own, '.docker') },
        { ...elsewhere, REGISTRY_AUTH_FILE: path },
      ]) {
        const found = explainUnreadLogin(host, environment);
        if (says === undefined) assert.equal(found, undefined);
        else {
          assert.match(found ?? '', says);
          assert.ok(found?.includes(path), found);
          assert.ok(!found?.includes('secret'));
        }
      }
      assert.equal(explainUnreadLogin(host, elsewhere), undefined);
    });
  }
});

test('hosts are found by every spelling', () => {
  const path = join(directory, 'spellings.json');
  const found = (host: string, config: object) => {
    writeFileSync(path, JSON.stringify(config));
    return explainUnreadLogin(host, { REGISTRY_AUTH_FILE: path });
  };
  const plain = { username: 'bot', password: 'secret' };
  const hub = 'https://index.docker.io/v1/';
  assert.match(found('docker.io', { auths: { [hub]: plain } }) ?? '', /does not read username and password/);
  assert.match(found('r.example', { auths: { 'https://r.example/v2/': plain } }) ?? '', /does not read username/);
  assert.equal(found('docker.io', { auths: { [hub]: { auth: 'YQ==' } }, credsStore: 'desktop' }), undefined);
  assert.equal(found('docker.io', { credHelpers: { 'index.docker.io': 'x' }, credsStore: 'desktop' }), undefined);
});

test('a file with logins that is a pipe, or far too large, is not read', () => {
  const pipe = join(directory, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const large = join(directory, 'large');
  writeFileSync(large, JSON.stringify({ credsStore: 'desktop', padding: ' '.repeat(1024 * 1024) }));
  for (const path of [pipe, large])
    assert.equal(explainUnreadLogin('r.example', { REGISTRY_AUTH_FILE: path }), undefined);
});

describe('logins that cannot be read', () => {
  // What skopeo 1.9, docker 28 and crane 0.20 say.
  const said: Readonly<Record<string, RegExp | undefined>> = {
    'getting username and password: 1 error occurred: * reading JSON file "/x/config.json": open /x/config.json: permission denied':
      /^the file with the logins cannot be read/,
    'WARNING: Error loading config file: /x/config.json: open /x/config.json: permission denied':
      /^the file with the logins cannot be read/,
    'error getting credentials - err: exec: "docker-credential-x": executable file not found in $PATH, out: ``':
      /^the credential helper .* is missing here or failed/,
    'unauthorized: authentication required': undefined,
    'reading manifest 1 in r.example/x: manifest unknown': undefined,
  };
  for (const [message, says] of Object.entries(said)) {
    test(message, () => {
      const found = explainBrokenLogin(message);
      if (says === undefined) assert.equal(found, undefined);
      else assert.match(found ?? '', says);
    });
  }
});
