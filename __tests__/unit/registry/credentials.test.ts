import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { findLogin } from '../../../src/registry/credentials.ts';

const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-credentials-'));
after(() => rmSync(directory, { recursive: true }));

let count = 0;
/** A new file with this content, or this JSON. */
function file(content: unknown, name = `${count++}/config.json`): string {
  const path = join(directory, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const signal = new AbortController().signal;
const auth = (login: string) => ({ auth: Buffer.from(login).toString('base64') });

/** `user:secret`, with `token` before it where it is one, or what else it is. */
async function found(name: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const slash = name.indexOf('/');
  const [host, path] = [name.slice(0, slash), name.slice(slash + 1)];
  const login = await findLogin({ host, path }, { HOME: '/nowhere', ...environment }, signal);
  if (login.kind !== 'login') return login.kind === 'none' ? 'none' : login.message;
  return `${login.isIdentityToken ? 'token ' : ''}${login.user}:${login.secret}`;
}

describe('the entry of a file', () => {
  const bot = auth('bot:secret');
  const hub = { 'https://index.docker.io/v1/': bot };
  const cases: readonly (readonly [what: string, name: string, config: unknown, says: string | RegExp])[] = [
    ['a host', 'r.example:5000/a/b', { auths: { 'r.example:5000': bot } }, 'bot:secret'],
    ['another host', 'r.example/a/b', { auths: { 'r.example:5000': bot, 'other.example': bot } }, 'none'],
    ['a host that begins like it', 'r.example/a', { auths: { 'r.example.org': bot } }, 'none'],
    [
      'the longest path',
      'r.example/a/b',
      { auths: { 'r.example': auth('x:1'), 'r.example/a': auth('x:2'), 'r.example/a/bc': auth('x:3') } },
      'x:2',
    ],
    [
      'a whole repository',
      'r.example/a/b',
      { auths: { 'r.example/a/b': bot, 'r.example': auth('x:1') } },
      'bot:secret',
    ],
    ['an old address', 'r.example/a', { auths: { 'https://r.example/v2/': bot } }, 'bot:secret'],
    ['Docker Hub', 'docker.io/acme/app', { auths: hub }, 'bot:secret'],
    ['Docker Hub by its name', 'docker.io/acme/app', { auths: { 'docker.io': bot } }, 'bot:secret'],
    ['Docker Hub for another', 'ghcr.io/acme/app', { auths: hub }, 'none'],
    ['a password with colons and letters', 'r.example/a', { auths: { 'r.example': auth('me:p:ä') } }, 'me:p:ä'],
    ['zeros at the end', 'r.example/a', { auths: { 'r.example': auth('bot:secret\0\0') } }, 'bot:secret'],
    ['plain words', 'r.example/a', { auths: { 'r.example': { username: 'u', password: 'p' } } }, 'u:p'],
    [
      'an identity token',
      'r.example/a',
      { auths: { 'r.example': { ...auth('00000000-0000:'), identitytoken: 'abc' } } },
      'token 00000000-0000:abc',
    ],
    ['half a login', 'r.example/a', { auths: { 'r.example': { auth: 'Ym90' } } }, 'none'],
    ['an empty entry', 'r.example/a', { auths: { 'r.example': {} } }, 'none'],
    ['strange JSON', 'r.example/a', { auths: [], credHelpers: 'x', credsStore: 5 }, 'none'],
    ['no JSON', 'r.example/a', '{"auths":', /^the file with the logins \S+ is not JSON/],
    [
      'a helper that is missing',
      'r.example/a',
      { credHelpers: { 'r.example': 'none-such' } },
      /"docker-credential-none-such" is not installed/,
    ],
    ['a helper with a path', 'r.example/a', { credsStore: '../../tmp/x' }, /has a strange name/],
    ['a helper beside an entry', 'r.example/a', { credsStore: 'none-such', auths: { 'r.example': bot } }, 'bot:secret'],
  ];
  for (const [what, name, config, says] of cases) {
    test(what, async () => {
      const login = await found(name, { REGISTRY_AUTH_FILE: file(config) });
      if (typeof says === 'string') assert.equal(login, says);
      else assert.match(login, says);
    });
  }
});

test('the most explicit place comes first, and what cannot be read only where there is nothing else', async () => {
  const config = (login: string) => ({ auths: { 'r.example': auth(login) } });
  const runtime = dirname(dirname(file(config('runtime:x'), 'runtime/containers/auth.json')));
  const docker = dirname(file(config('docker:x')));
  const home = join(directory, 'home');
  file(config('home:x'), 'home/.docker/config.json');
  const all = {
    REGISTRY_AUTH_FILE: file(config('explicit:x')),
    XDG_RUNTIME_DIR: runtime,
    DOCKER_CONFIG: docker,
    HOME: home,
  };
  assert.equal(await found('r.example/a', all), 'explicit:x');
  assert.equal(await found('r.example/a', { ...all, REGISTRY_AUTH_FILE: '' }), 'runtime:x');
  assert.equal(await found('r.example/a', { DOCKER_CONFIG: docker, HOME: home }), 'docker:x');
  assert.equal(await found('r.example/a', { HOME: home }), 'home:x');
  assert.equal(await found('r.example/a', { ...all, REGISTRY_AUTH_FILE: file('{') }), 'runtime:x');
  assert.equal(await found('r.example/a', {}), 'none');
});

test('a file that is a pipe, or far too large, is not read', async () => {
  const pipe = join(directory, 'pipe');
  execFileSync('mkfifo', [pipe]);
  assert.match(await found('r.example/a', { REGISTRY_AUTH_FILE: pipe }), /pipe is not a regular file/);
  const large = file({ padding: ' '.repeat(1024 * 1024) });
  assert.match(await found('r.example/a', { REGISTRY_AUTH_FILE: large }), /expected at most 1\.0 MiB/);
});
