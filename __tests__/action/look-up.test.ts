import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { makeCertificates } from '../support/certificates.ts';
import { docoCd, type Received, startReceiver } from '../support/receiver.ts';
import { PASSWORD, type Registry, startRegistry, USER } from '../support/registry.ts';
import { type ActionOptions, type ActionRun, preload, runAction } from '../support/run-action.ts';
import {
  configured,
  give,
  image,
  index,
  type Reply,
  refusal,
  type ScriptedRegistry,
  startScripted,
} from '../support/scripted-registry.ts';
import { pushImage } from '../support/skopeo.ts';
import { startTokenService } from '../support/token-service.ts';

const SECRET = 'a-test-secret-of-some-length';
const D1 = `sha256:${'1'.repeat(64)}`;
const AUTH = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
const home = mkdtempSync(join(tmpdir(), 'oci-webhook-home-'));
after(() => rmSync(home, { recursive: true }));

type Result = { readonly run: ActionRun; readonly sent: readonly unknown[] };

async function notify(options: ActionOptions): Promise<Result> {
  const receiver = await startReceiver(docoCd(SECRET));
  try {
    const inputs = { url: receiver.origin, secret: SECRET, ...options.inputs };
    // No tool is needed.
    const run = await runAction({ ...options, inputs, env: { PATH: '/nowhere', ...options.env } });
    return { run, sent: receiver.requests.map(({ body }: Received) => JSON.parse(body)) };
  } finally {
    await receiver.close();
  }
}

function refused({ run, sent }: Result, pattern: RegExp): void {
  assert.match(run.errors.join('\n'), pattern, run.log);
  assert.equal(run.errors.length, 1);
  assert.doesNotMatch(run.log, /is a bug/);
  assert.equal(run.outputs.result, 'failed');
  assert.equal(sent.length, 0);
}

function superseded({ run, sent }: Result, pattern: RegExp): void {
  assert.equal(run.outputs['skip-reason'], 'superseded', run.log);
  assert.match(run.notices[0] ?? '', pattern);
  assert.equal(sent.length, 0);
}

/** A new directory with these files, in which programs are what does not end in .json. */
function tree(files: Readonly<Record<string, unknown>>): string {
  const directory = mkdtempSync(join(home, 'tree-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o755 });
  }
  return directory;
}

/** Writes until nobody listens. */
function endless(response: ServerResponse): void {
  response.on('error', () => {});
  const more = () => void response.write('x'.repeat(1024 * 1024), (error) => error || more());
  more();
}

/** A proxy whose tunnels all lead to `port`, and where they were asked to. */
async function proxyTo(t: TestContext, port: number) {
  const targets: string[] = [];
  const proxy = await startReceiver();
  proxy.server.on('connect', (request, socket) => {
    targets.push(request.url ?? '');
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => {});
    socket.once('close', () => onward.destroy()); // Else the server waits two minutes for a handshake that was given up.
  });
  t.after(() => proxy.close());
  return { proxy, targets };
}

/** A run that verifies `artifact`, and when it has found that the registry does not have it yet. */
function verifyLater(options: ActionOptions) {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const onOutput = (text: string) => /asking again/.test(text) && resolve();
  const running = notify({ ...options, onOutput });
  void running.finally(resolve);
  return { running, asked };
}

describe('a real registry', { concurrency: 2 }, () => {
  let open: Registry;
  let closed: Registry;
  const digests = { index: '', other: '', closed: '' };

  before(async () => {
    open = await startRegistry();
    closed = await startRegistry({ auth: true });
    digests.index = await pushImage([`${open.host}/team/app:v1`], { architectures: ['amd64', 'arm64'] });
    digests.other = await pushImage([`${open.host}/team/app:v2`, `${open.host}/team/app:two`], { content: 'two' });
    const credentials = `${USER}:${PASSWORD}`;
    digests.closed = await pushImage([`${closed.host}/team/app:v1`], { content: 'three', credentials });
  });
  after(() => Promise.all([open?.close(), closed?.close()]));

  test('a missing digest is that of the index, not of a platform', async () => {
    const { run, sent } = await notify({ inputs: { artifact: `${open.host}/team/app:v1` } });
    assert.deepEqual(sent, [{ source: 'oci', digest: digests.index, artifact: `${open.host}/team/app:v1` }]);
    assert.equal(run.outputs.digest, digests.index);
    assert.match(run.log, /^the registry has sha256:\w+ as \S+:v1 \(right after a push it may still show/m);
  });

  test('each tag has its own, and tags of one digest are one message if written so', async () => {
    const inputs = { artifact: `${open.host}/team/app:v1, ${open.host}/team/app:v2`, reference: 'tag+digest' };
    const { sent } = await notify({ inputs });
    const artifacts = new Set(sent.map((message) => (message as { artifact: string }).artifact));
    const named = (tag: string, digest: string) => `${open.host}/team/app:${tag}@${digest}`;
    assert.deepEqual(artifacts, new Set([named('v1', digests.index), named('v2', digests.other)]));
    const same = { artifact: `${open.host}/team/app:v2\n${open.host}/team/app:two`, reference: 'digest' };
    assert.equal((await notify({ inputs: same })).sent.length, 1);
  });

  test('so is the one that a Docker Hub event never has', async () => {
    const event = JSON.stringify({ push_data: { tag: 'v2' }, repository: { repo_name: `${open.host}/team/app` } });
    const { sent } = await notify({ inputs: { event } });
    assert.deepEqual(sent, [{ source: 'oci', digest: digests.other, artifact: `${open.host}/team/app:v2` }]);
  });

  test('a private one, with a login wherever tools leave it', async () => {
    const { host } = closed;
    const inputs = { artifact: `${host}/team/app:v1` };
    const auths = { auths: { [host]: { auth: AUTH } } };
    const helper = `#!/bin/sh\nread -r server\n[ "$1 $server" = "get ${host}" ] && echo '${JSON.stringify({ Username: USER, Secret: PASSWORD })}'\n`;
    const withHelper = (config: object) => tree({ 'config.json': config, 'docker-credential-fake': helper });
    const store = withHelper({ auths: { [host]: {} }, credsStore: 'fake' });
    const helpers = withHelper({ credHelpers: { [host]: 'fake' } });
    const places: readonly Readonly<Record<string, string>>[] = [
      { HOME: tree({ '.docker/config.json': auths }) },
      { DOCKER_CONFIG: tree({ 'config.json': { auths: { [host]: { username: USER, password: PASSWORD } } } }) },
      {
        REGISTRY_AUTH_FILE: join(tree({ 'auth.json': { auths: { [`${host}/team`]: { auth: AUTH } } } }), 'auth.json'),
      },
      { XDG_RUNTIME_DIR: tree({ 'containers/auth.json': auths }) },
      { DOCKER_CONFIG: store, PATH: `${store}:/usr/bin:/bin` },
      { DOCKER_CONFIG: helpers, PATH: `${helpers}:/usr/bin:/bin` },
    ];
    for (const env of places) {
      const { run, sent } = await notify({ inputs, env });
      assert.deepEqual(sent, [{ source: 'oci', digest: digests.closed, ...inputs }], run.log);
      assert.ok(!run.log.includes(PASSWORD));
    }
  });

  test('a private one without a login that does', async () => {
    const inputs = { artifact: `${closed.host}/team/app:v1` };
    const said: readonly (readonly [config: unknown, says: RegExp])[] = [
      [{}, /looking up .* answered 401 UNAUTHORIZED: .* \(there is no login for \S+: log in before this step/],
      [
        { auths: { [closed.host]: { auth: 'Ym90Om5v' } } },
        /the login for \S+ from \/.*config\.json is wrong, has expired/,
      ],
      ['{"auths":', /the file with the logins \/.*config\.json is not JSON/],
      [{ credsStore: 'nobody' }, /the credential helper "docker-credential-nobody" is not installed on this runner/],
    ];
    for (const [config, says] of said) {
      refused(await notify({ inputs, env: { DOCKER_CONFIG: tree({ 'config.json': config }) } }), says);
    }
  });

  test('one that wants tokens', async (t) => {
    const signer = makeCertificates().selfSigned;
    const tokens = await startTokenService(signer, `${USER}:${PASSWORD}`);
    const certificate = join(tree({ 'signer.pem': signer.cert }), 'signer.pem');
    const registry = await startRegistry({ token: { realm: `${tokens.origin}/token`, certificate } });
    t.after(() => Promise.all([tokens.close(), registry.close()]));
    const artifact = `${registry.host}/team/app:v1`;
    const digest = await pushImage([artifact], { credentials: `${USER}:${PASSWORD}` });
    const login = (auth: string) => ({
      DOCKER_CONFIG: tree({ 'config.json': { auths: { [registry.host]: { auth } } } }),
    });
    const { run, sent } = await notify({ inputs: { artifact }, env: login(AUTH) });
    assert.deepEqual(sent, [{ source: 'oci', digest, artifact }], run.log);
    assert.equal(tokens.requests.at(-1)?.path, '/token?service=test&scope=repository%3Ateam%2Fapp%3Apull');
    refused(
      await notify({ inputs: { artifact }, env: login('Ym90Om5v') }),
      /the token service \S+ answered 401: wrong login \(the login for/,
    );
    refused(await notify({ inputs: { artifact } }), /answered 401 UNAUTHORIZED: .* \(there is no login for/);
  });

  test('what is not there, or not a registry', async () => {
    const absent = { artifact: `${open.host}/team/app:v9`, deadline: '0.3' };
    refused(
      await notify({ inputs: absent }),
      /app:v9 is not in its registry, .*MANIFEST_UNKNOWN.* verify: true waits .* with digest/,
    );
    const nobody = { artifact: '127.0.0.1:1/team/app:v1' };
    refused(
      await notify({ inputs: nobody }),
      /failed: 127\.0\.0\.1:1: connect ECONNREFUSED .*; set the digest input, and nothing has to be looked up/,
    );
    const event = JSON.stringify({ push_data: {}, repository: { repo_name: `${open.host}/team/app` } });
    refused(await notify({ inputs: { event, untagged: 'send' } }), /neither tag nor digest: set the digest/);
  });

  test('verify lets pass what still is', async () => {
    const inputs = { artifact: `${open.host}/team/app:v2`, digest: digests.other, verify: 'true' };
    assert.equal((await notify({ inputs })).sent.length, 1);
    const pinned = { artifact: `${open.host}/team/app@${digests.index}`, verify: 'true' };
    assert.equal((await notify({ inputs: pinned })).sent.length, 1);
  });

  test('verify waits for a tag that is announced before it is there, and for one that has an older digest', async () => {
    for (const name of ['late', 'moving']) {
      const artifact = `${open.host}/team/${name}:v1`;
      if (name === 'moving') await pushImage([artifact], { content: 'old' });
      const { running, asked } = verifyLater({ inputs: { artifact, digest: digests.other, verify: 'true' } });
      await asked;
      await pushImage([artifact], { content: 'two' });
      const { run, sent } = await running;
      assert.equal(sent.length, 1, run.log);
      assert.match(run.log, /is not at sha256:\S+ yet/);
    }
  });

  test('verify refuses a digest that is not in the repository, a platform, and an image ID', async () => {
    const artifact = `${open.host}/team/app:v1`;
    const accept = 'application/vnd.oci.image.index.v1+json';
    const answer = await fetch(`http://${open.host}/v2/team/app/manifests/v1`, { headers: { accept } });
    const part: string = JSON.parse(await answer.text()).manifests[1].digest;
    const manifest = await fetch(`http://${open.host}/v2/team/app/manifests/${digests.other}`, {
      headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
    });
    const imageId: string = JSON.parse(await manifest.text()).config.digest;
    const notThere =
      /^verify: sha256:\w+ is not in the repository \S+team\/app as a manifest.*is it the image ID, or the digest of where it was copied from/;
    const cases: readonly (readonly [digest: string, says: RegExp])[] = [
      [D1, notThere],
      [imageId, notThere],
      [
        part,
        new RegExp(`only a part of the multi-platform image .* set digest to that of the index, ${digests.index}`),
      ],
    ];
    for (const [digest, says] of cases) {
      for (const reference of ['tag', 'digest']) {
        const inputs = { artifact, digest, verify: 'true', deadline: '0.3', reference };
        // By its digest alone a platform can be deployed.
        if (digest === part && reference === 'digest') assert.equal((await notify({ inputs })).sent.length, 1);
        else refused(await notify({ inputs }), says);
      }
    }
  });

  test('verify refuses a digest that the registry cannot confirm', async () => {
    const digest = `sha512:${'1'.repeat(128)}`;
    const inputs = {
      artifact: `${open.host}/team/app:v1`,
      digest,
      verify: 'true',
      receiver: 'distribution',
    };
    refused(await notify({ inputs }), /^verify: the digest of \S+app:v1 is sha512:1+, and only sha256/);
  });
});

describe('a registry that does what a test says', { concurrency: 4 }, () => {
  const OLD = image('old', '2026-01-01T00:00:00Z');
  const NEW = image('new', '2026-02-01T00:00:00Z');
  const TIMELESS = [image('one'), image('two'), image('three')] as const;

  async function scripted(t: TestContext, options: Parameters<typeof startScripted>[0]): Promise<ScriptedRegistry> {
    const registry = await startScripted(options);
    t.after(() => registry.close());
    return registry;
  }
  const at = ({ host }: ScriptedRegistry, tag: string) => `${host}/team/app:${tag}`;

  /** The reply to each request, the last one from then on; undefined is the usual answer. */
  type Replies = readonly (Reply | undefined)[];
  const faults: Readonly<Record<string, readonly [replies: Replies, says: RegExp | undefined, requests?: number]>> = {
    'Harbor has no such tag': [
      [refusal(404, 'NOT_FOUND', 'artifact acme/app:v1 not found')],
      /app:v1 is not in its registry, .*404 NOT_FOUND: artifact acme\/app:v1 not found/,
    ],
    'a 404 without a word': [[(response) => response.writeHead(404).end()], /app:v1 is not in its registry/],
    'a page in its place': [
      [(response) => response.end('<html><body>Welcome</body></html>')],
      /answered something that is no manifest/,
      1,
    ],
    'a refusal without a challenge': [
      [refusal(403, 'DENIED', 'no')],
      /403 DENIED: no \(there is no login for \S+: log in before this step/,
      1,
    ],
    'a limit': [
      [refusal(429, 'TOOMANYREQUESTS', 'pull rate limit', { 'retry-after': '3600' })],
      /429 TOOMANYREQUESTS: pull rate limit, and to ask again after 1 h \(a login for \S+ raises the limit: log in/,
      1,
    ],
    'a limit that is over soon': [
      [refusal(429, 'TOOMANYREQUESTS', 'slow down', { 'retry-after': '1' }), undefined],
      undefined,
      2,
    ],
    'a failure that is over soon': [[refusal(502, 'X'), refusal(500, 'X'), undefined], undefined, 3],
    'a connection that breaks': [
      [(response) => response.destroy(), (response) => response.destroy(), undefined],
      undefined,
    ],
    'a failure that stays': [[refusal(503, 'UNAVAILABLE', 'x?y=z')], /503 UNAVAILABLE: x;/, 4],
    'an answer without an end': [[endless], /its answer has more than 8 MiB/, 1],
    'a redirect in a circle': [
      [(response) => response.writeHead(307, { location: '/v2/team/app/manifests/v1' }).end()],
      /redirects to where nothing is asked/,
      6,
    ],
    'a token service without TLS elsewhere': [
      [refusal(401, 'UNAUTHORIZED', 'no', { 'www-authenticate': 'Bearer realm="http://auth.example/token"' })],
      /names "http:\/\/auth\.example\/token" as its token service, which is no https URL/,
      1,
    ],
  };
  for (const [what, [replies, says, requests]] of Object.entries(faults)) {
    test(what, async (t) => {
      const registry = await scripted(t, {
        tags: { v1: [NEW] },
        fault: (_request, index) => replies[Math.min(index, replies.length - 1)],
      });
      const result = await notify({ inputs: { artifact: at(registry, 'v1'), deadline: '0.3' } });
      if (says === undefined) assert.equal(result.sent.length, 1, result.run.log);
      else refused(result, says);
      if (requests !== undefined) assert.equal(registry.requests.length, requests);
    });
  }

  test('a token service that fails once, gives what is no token, or is asked by an identity token', async (t) => {
    let replies: Reply[] = [];
    const tokens = await startReceiver((_request, response) => replies.shift()?.(response));
    t.after(() => tokens.close());
    const challenge = { 'www-authenticate': `Basic realm="x", Bearer realm="${tokens.origin}/token",service="s, t"` };
    const registry = await scripted(t, {
      tags: { v1: [NEW] },
      fault: ({ headers }) =>
        headers.authorization === 'Bearer good' ? undefined : refusal(401, 'UNAUTHORIZED', 'no', challenge),
    });
    const inputs = { artifact: at(registry, 'v1') };
    const good: Reply = (response) => response.end('{"access_token":"good"}');
    replies = [(response) => response.writeHead(503).end(), good];
    assert.equal((await notify({ inputs })).sent.length, 1);
    replies = [(response) => response.end(JSON.stringify({ token: 'a\r\nb: c' }))];
    refused(await notify({ inputs }), /the token service \S+ gave no token/);
    replies = [good];
    const config = { auths: { [registry.host]: { auth: 'MDAwMDo=', identitytoken: 'the-identity-token' } } };
    const { run, sent } = await notify({ inputs, env: { DOCKER_CONFIG: tree({ 'config.json': config }) } });
    assert.equal(sent.length, 1, run.log);
    const form = new URLSearchParams(tokens.requests.at(-1)?.body);
    assert.equal(form.get('refresh_token'), 'the-identity-token');
    assert.deepEqual([form.get('service'), form.get('scope')], ['s, t', 'repository:team/app:pull']);
  });

  test('a login goes to no other host, and is hidden where it is repeated', async (t) => {
    const stranger = await scripted(t, { tags: { v1: [NEW] } });
    const registry = await scripted(t, {
      fault: ({ path, headers: { authorization } }) => {
        if (authorization === undefined) return refusal(401, 'UNAUTHORIZED', 'no', { 'www-authenticate': 'Basic' });
        const repeated = `${authorization} ${PASSWORD} ${Buffer.from(PASSWORD).toString('base64')}`;
        if (!path.endsWith('v1')) return refusal(403, 'DENIED', repeated);
        return (response) => response.writeHead(307, { location: `${stranger.origin}${path}` }).end();
      },
    });
    const env = { DOCKER_CONFIG: tree({ 'config.json': { auths: { [registry.host]: { auth: AUTH } } } }) };
    const { run, sent } = await notify({ inputs: { artifact: at(registry, 'v1') }, env });
    assert.equal(sent.length, 1, run.log);
    assert.equal(stranger.requests[0]?.headers.authorization, undefined);
    const repeated = await notify({ inputs: { artifact: at(registry, 'v2') }, env });
    refused(repeated, /403 DENIED: Basic \*\*\* \*\*\* \*\*\*/);
    assert.ok(!(repeated.run.log + repeated.run.summary).includes(PASSWORD));
  });

  test('certificates of a registry that cannot be read or used are named', async () => {
    const artifact = '127.0.0.1:1/team/app:v1';
    const of = (files: Readonly<Record<string, string>>) => {
      const named = Object.entries(files).map(([name, text]) => [`.docker/certs.d/127.0.0.1:1/${name}`, text]);
      return notify({ inputs: { artifact }, env: { HOME: tree(Object.fromEntries(named)) } });
    };
    refused(await of({ 'ca.crt/nothing': '' }), /^the certificate file \S+\/127\.0\.0\.1:1\/ca\.crt is not a regular/);
    refused(await of({ 'a.cert': 'x', 'a.key': 'x' }), /^the certificates in \S+\/127\.0\.0\.1:1 cannot be used: /);
  });

  test('a redirect from https to http is not followed', async (t) => {
    const made = makeCertificates();
    const open = await scripted(t, { tags: { v1: [NEW] } });
    const registry = await scripted(t, {
      tls: made.otherHost,
      fault: ({ path }) => {
        return (response) => response.writeHead(307, { location: `http://${open.host}${path}` }).end();
      },
    });
    const { proxy } = await proxyTo(t, registry.port);
    const env = { HTTPS_PROXY: proxy.origin, SSL_CERT_FILE: join(tree({ 'ca.json': made.ca.cert }), 'ca.json') };
    const inputs = { artifact: 'other.example/team/app:v1' };
    refused(await notify({ inputs, env }), /redirects to where nothing is asked: http:\/\/127/);
    assert.deepEqual([registry.requests.length, open.requests.length], [1, 0]);
  });

  test('a token that a login was exchanged for is hidden where it is repeated', async (t) => {
    const token = 'token-of-some-length';
    const tokens = await startReceiver((_request, response) => void response.end(JSON.stringify({ token })));
    t.after(() => tokens.close());
    const challenge = { 'www-authenticate': `Bearer realm="${tokens.origin}/token"` };
    const registry = await scripted(t, {
      fault: ({ headers: { authorization } }) =>
        authorization?.startsWith('Bearer')
          ? refusal(403, 'DENIED', `not with ${authorization}`)
          : refusal(401, 'UNAUTHORIZED', 'no', challenge),
    });
    const env = { DOCKER_CONFIG: tree({ 'config.json': { auths: { [registry.host]: { auth: AUTH } } } }) };
    const result = await notify({ inputs: { artifact: at(registry, 'v1') }, env });
    refused(result, /403 DENIED: not with Bearer \*\*\*/);
    assert.ok(!(result.run.log + result.run.summary).includes(token));
    assert.equal(tokens.requests[0]?.headers.authorization, `Basic ${AUTH}`);
  });

  test('nobody is contacted but the receiver and the registry', async (t) => {
    const registry = await scripted(t, { tags: { v1: [NEW] } });
    const connections = preload(`const { Socket } = process.getBuiltinModule('node:net');
        const { connect } = Socket.prototype;
        Socket.prototype.connect = function (...args) {
          const { host, port } = args.flat(2)[0];
          console.error('connects to ' + host + ':' + port);
          return connect.apply(this, args);
        };`);
    const { run } = await notify({ inputs: { artifact: at(registry, 'v1') }, nodeOptions: connections });
    assert.equal(run.outputs.result, 'delivered', run.log);
    const contacted = new Set([...run.stderr.matchAll(/^connects to (.*)$/gm)].map(([, place]) => place));
    const receiver = new URL(JSON.parse(run.outputs.deliveries ?? '[]')[0].endpoint).host;
    assert.deepEqual([...contacted].sort(), [registry.host, receiver].sort());
  });

  test('a registry with a certificate of its own, through a proxy', async (t) => {
    const made = makeCertificates();
    const registry = await scripted(t, { tags: { v1: [NEW], v2: [OLD] }, tls: made.otherHost });
    const { proxy, targets } = await proxyTo(t, registry.port);
    const inputs = { artifact: 'other.example/team/app:v1, other.example/team/app:v2' };
    const env = { HTTPS_PROXY: proxy.origin };
    const certs = tree({ '.config/containers/certs.d/other.example/ca.crt': made.ca.cert, 'ca.json': made.ca.cert });
    for (const trusting of [{ HOME: certs }, { SSL_CERT_FILE: join(certs, 'ca.json') }]) {
      const { run, sent } = await notify({ inputs, env: { ...env, ...trusting } });
      assert.equal(sent.length, 2, run.log);
      assert.match(run.log, /^using the proxy http:\/\/127\.0\.0\.1:\d+$/m);
    }
    assert.ok(targets.length > 0 && targets.every((target) => target === 'other.example:443'));
    refused(
      await notify({ inputs: { ...inputs, deadline: '0.3' }, env }),
      /other\.example: .*certificate.* \(put the CA certificate that signed it into \/etc\/docker\/certs\.d\/other\.example\/ca\.crt/,
    );
  });

  test('the digest of a manifest of schema 1 is what the registry says', async (t) => {
    const signed = {
      body: '{"schemaVersion":1,"signatures":[]}',
      digest: D1,
      mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws',
    };
    const registry = await scripted(t, { tags: { v1: [signed] } });
    assert.equal((await notify({ inputs: { artifact: at(registry, 'v1') } })).run.outputs.digest, D1);
  });

  test('a digest in a header that is not that of the bytes is not believed', async (t) => {
    const fault = () => (response: ServerResponse) => give(response, { ...NEW, digest: D1 });
    const registry = await scripted(t, { fault });
    const { run } = await notify({ inputs: { artifact: at(registry, 'v1') } });
    assert.equal(run.outputs.digest, NEW.digest, run.log);
  });

  test('content of another digest is not believed', async (t) => {
    const registry = await scripted(t, { tags: { [OLD.digest]: [NEW] } });
    const inputs = { artifact: `${registry.host}/team/app@${OLD.digest}`, verify: 'true' };
    refused(await notify({ inputs }), new RegExp(`answered ${NEW.digest} when it was asked for ${OLD.digest}`));
  });

  test('at most 8 questions at a time', async (t) => {
    let [now, most] = [0, 0];
    const registry = await scripted(t, {
      fault: () => (response) => {
        now += 1;
        most = Math.max(most, now);
        setTimeout(() => {
          now -= 1;
          give(response, NEW);
        }, 50);
      },
    });
    const artifact = Array.from({ length: 40 }, (_, index) => at(registry, `v${index}`)).join('\n');
    const { run } = await notify({ inputs: { artifact, 'dry-run': 'true' } });
    assert.equal(run.outputs.result, 'dry-run', run.log);
    assert.equal(registry.requests.length, 40);
    assert.equal(most, 8);
  });

  test('a tag that is not there yet right after its push is waited for', async (t) => {
    const registry = await scripted(t, { tags: { v1: [undefined, undefined, NEW] } });
    const { run, sent } = await notify({ inputs: { artifact: at(registry, 'v1') } });
    assert.equal(sent.length, 1, run.log);
    assert.match(run.log, /app:v1 is not in its registry yet, asking again/);
  });

  test('nothing is asked when nothing is missing', async (t) => {
    const registry = await scripted(t, {});
    assert.equal((await notify({ inputs: { artifact: at(registry, 'v1'), digest: D1 } })).sent.length, 1);
    assert.equal((await notify({ inputs: { artifact: `${registry.host}/team/app@${D1}` } })).sent.length, 1);
    assert.equal(registry.requests.length, 0);
  });

  describe('verify', { concurrency: 4 }, () => {
    test('waits until deadline for a tag that still shows an older manifest, and then fails', async (t) => {
      const registry = await scripted(t, { tags: { v1: [OLD] }, manifests: [NEW] });
      const inputs = { artifact: at(registry, 'v1'), digest: NEW.digest, verify: 'true', deadline: '1' };
      refused(
        await notify({ inputs }),
        /app:v1 still points at sha256:\w+ after 1 s, .* raise deadline .* set reference: digest/,
      );
    });

    test('so it does for one of several tags, and sends nothing', async (t) => {
      const registry = await scripted(t, { tags: { v1: [NEW], latest: [OLD] }, manifests: [NEW] });
      const artifact = `${at(registry, 'v1')}\n${at(registry, 'latest')}`;
      const inputs = { artifact, digest: NEW.digest, verify: 'true', deadline: '1' };
      refused(await notify({ inputs }), /app:latest still points at/);
    });

    test('waits longer than a moment', async (t) => {
      const registry = await scripted(t, { tags: { v1: [...Array(6).fill(OLD), NEW] }, manifests: [NEW] });
      const inputs = { artifact: at(registry, 'v1'), digest: NEW.digest, verify: 'true' };
      const { run, sent } = await notify({ inputs });
      assert.equal(sent.length, 1, run.log);
    });

    test('skips what was made before what the tag shows', async (t) => {
      const [older, newer] = [configured('2026-01-01T00:00:00Z'), configured('2026-01-01T00:00:01Z')];
      const registry = await scripted(t, {
        tags: { annotated: [NEW], configured: [index(newer.manifest)] },
        manifests: [OLD, older.manifest, newer.manifest, index(newer.manifest)],
        blobs: [older.config, newer.config],
      });
      const given = { annotated: OLD.digest, configured: older.manifest.digest };
      for (const [tag, digest] of Object.entries(given)) {
        const inputs = { artifact: at(registry, tag), digest, verify: 'true', deadline: '0.3' };
        superseded(
          await notify({ inputs }),
          /now points at sha256:\w+, which was made later: .* set reference: digest/,
        );
      }
    });

    test('skips what the tag was seen to leave, where nobody knows when it was made', async (t) => {
      const [one, two, three] = TIMELESS;
      const registry = await scripted(t, { tags: { v1: [one, two] }, manifests: [three] });
      const inputs = { artifact: at(registry, 'v1'), digest: three.digest, verify: 'true', deadline: '1' };
      superseded(await notify({ inputs }), /which was moved since/);
      const still = await scripted(t, { tags: { v1: [one] }, manifests: [three] });
      refused(await notify({ inputs: { ...inputs, artifact: at(still, 'v1') } }), /still points at/);
    });

    test('sends a rollback by digest', async (t) => {
      const registry = await scripted(t, { tags: { prod: [NEW] }, manifests: [OLD] });
      const inputs = { artifact: at(registry, 'prod'), digest: OLD.digest, verify: 'true', reference: 'digest' };
      const { run, sent } = await notify({ inputs });
      assert.equal(sent.length, 1, run.log);
      assert.deepEqual(registry.asked(), [`GET manifests/${OLD.digest}`]);
    });

    test('finds a part at any depth', async (t) => {
      const inner = index(OLD);
      const outer = index(NEW, inner);
      const registry = await scripted(t, { tags: { v1: [outer] }, manifests: [inner, OLD] });
      const inputs = { artifact: at(registry, 'v1'), digest: OLD.digest, verify: 'true', deadline: '0.3' };
      refused(await notify({ inputs }), /only a part of the multi-platform image/);
    });

    test('says of a failing registry that it fails, not that the digest is an image ID', async (t) => {
      const registry = await scripted(t, { fault: () => refusal(500, 'UNKNOWN') });
      const inputs = { artifact: `${registry.host}/team/app@${D1}`, verify: 'true', deadline: '0.3' };
      refused(
        await notify({ inputs }),
        /^verify: checking \S+@sha256:1+ failed: \S+ answered 500 UNKNOWN.*or remove verify/,
      );
    });

    test('waits as long as the registry asks, within deadline', async (t) => {
      const registry = await scripted(t, {
        tags: { v1: [NEW] },
        fault: (_request, count) =>
          count > 0 ? undefined : refusal(429, 'TOOMANYREQUESTS', 'later', { 'retry-after': '6' }),
      });
      const inputs = { artifact: at(registry, 'v1'), digest: NEW.digest, verify: 'true' };
      const { run, sent } = await notify({ inputs });
      assert.equal(sent.length, 1, run.log);
      assert.match(run.log, /TOOMANYREQUESTS: later, and to ask again after 6\.0 s, asking again in 6000 ms/);
    });

    test('waits for a registry that fails for longer than a moment', async (t) => {
      const registry = await scripted(t, {
        tags: { v1: [NEW] },
        fault: (_request, count) => (count > 5 ? undefined : refusal(503, 'UNAVAILABLE', 'restarting')),
      });
      const inputs = { artifact: at(registry, 'v1'), digest: NEW.digest, verify: 'true' };
      const { run, sent } = await notify({ inputs });
      assert.equal(sent.length, 1, run.log);
      assert.match(run.log, /503 UNAVAILABLE: restarting, asking again in 250 ms/);
    });

    test('gives up when the deadline is over', async (t) => {
      const registry = await scripted(t, {});
      const inputs = { artifact: at(registry, 'v1'), digest: D1, verify: 'true', deadline: '0.5' };
      refused(await notify({ inputs }), /^verify: \S+app:v1 is still not in its registry after 0\.5 s/);
    });

    test('asks for the tag also where the message holds no digest', async (t) => {
      const registry = await scripted(t, { tags: { v1: [NEW] } });
      const inputs = {
        artifact: at(registry, 'v1'),
        receiver: 'docker-hub',

        secret: '',
        verify: 'true',
      };
      assert.equal((await notify({ inputs })).sent.length, 1);
      assert.deepEqual(registry.asked(), ['GET manifests/v1']);
    });
  });

  test('cancelling the job ends the question, and the wait for a tag', async (t) => {
    const asked = Promise.withResolvers<void>();
    const silent = await scripted(t, { fault: () => () => asked.resolve() });
    const question = await notify({ inputs: { artifact: at(silent, 'v1') }, cancelWhen: asked.promise });
    refused(question, /^cancelled while looking up \S+app:v1$/);
    const third = Promise.withResolvers<void>();
    const empty = await scripted(t, {
      fault: (_request, count) => {
        if (count === 2) third.resolve();
        return undefined;
      },
    });
    const inputs = { artifact: at(empty, 'v1'), digest: D1, verify: 'true' };
    refused(await notify({ inputs, cancelWhen: third.promise }), /^cancelled while looking up \S+app:v1$/);
  });
});
