import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, test } from 'node:test';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../support/github-api.ts';
import { docoCd, type Receiver, type Respond, startReceiver } from '../support/receiver.ts';
import { type ActionOptions, type ActionRun, runAction } from '../support/run-action.ts';

const SECRET = 'a-test-secret-of-some-length';
const TOKEN = 'ghs_a-token-for-the-tests';
const event = JSON.parse(readFileSync(new URL('../fixtures/events/index-tagged.json', import.meta.url), 'utf8'));
const DIGEST: string = event.registry_package.package_version.version;
const IMAGE = 'ghcr.io/acme/platform-config';
const other = (index: number) => ({ digest: `sha256:${String(index).padStart(64, '0')}`, tags: [`old-${index}`] });
const SIGNATURE = { digest: other(0).digest, tags: [`sha256-${DIGEST.slice(7)}.sig`] };
const PUSHED = { digest: DIGEST, tags: ['main', 'v1.2.3', 'latest', `sha256-${'a'.repeat(64)}`] };
const PACKAGE: GitHubApiOptions = {
  token: TOKEN,
  owner: ['orgs', 'acme'],
  packageName: 'platform-config',
  versions: [SIGNATURE, PUSHED, other(1)],
};

type Sent = { readonly run: ActionRun; readonly artifacts: readonly string[] };

/** Runs the action on the event against an API, with `all-tags`. */
async function notify(api: Receiver, options: ActionOptions): Promise<Sent> {
  const receiver = await startReceiver(docoCd(SECRET));
  try {
    const run = await runAction({
      eventName: 'registry_package',
      event,
      ...options,
      inputs: { url: receiver.origin, secret: SECRET, 'all-tags': 'true', 'github-token': TOKEN, ...options.inputs },
      env: { GITHUB_API_URL: api.origin, ...options.env },
    });
    const messages = receiver.requests.map(({ body }) => JSON.parse(body));
    for (const { digest } of messages) assert.equal(digest, DIGEST);
    assert.ok(!run.log.includes(TOKEN) && !run.summary.includes(TOKEN));
    assert.match(run.stdout, new RegExp(`^::add-mask::${TOKEN}$`, 'm'));
    return { run, artifacts: messages.map(({ artifact }) => artifact).sort() };
  } finally {
    await receiver.close();
  }
}

async function withApi(changed: Partial<GitHubApiOptions>, use: (api: GitHubApi) => Promise<void>): Promise<void> {
  const api = await startGitHubApi({ ...PACKAGE, ...changed });
  try {
    await use(api);
  } finally {
    await api.close();
  }
}

/** A proxy that opens a tunnel to `port` whatever host is asked for. */
async function startProxy(port: number, targets: string[]): Promise<Server> {
  const proxy = createServer((_request, response) => void response.writeHead(501).end());
  proxy.on('connect', (request, socket) => {
    targets.push(request.url ?? '');
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => {});
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

const json =
  (body: string, status = 200): Respond =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body);

/** Writes until nobody listens. */
const endless: Respond = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => void response.write(' '.repeat(1024 * 1024), (error) => error || more());
  more();
};

const ALL = [`${IMAGE}:latest`, `${IMAGE}:main`, `${IMAGE}:v1.2.3`];
const ORG = '/orgs/acme/packages/container/platform-config/versions?per_page=100';
const USER = ORG.replace('/orgs/', '/users/');

describe('all-tags', { concurrency: 2 }, () => {
  test('every tag of the version, but no signature', async () => {
    await withApi({}, async (api) => {
      const { run, artifacts } = await notify(api, {});
      assert.deepEqual(artifacts, ALL, run.log);
      assert.equal(run.outputs.artifact, `${IMAGE}:main`, 'the one that the event names comes first');
      assert.deepEqual(api.asked(), [ORG]);
      assert.equal(run.warnings.filter((text) => text.includes('all-tags')).length, 0);
    });
  });

  test('the filter has its say on all of them', async () => {
    await withApi({}, async (api) => {
      const { artifacts } = await notify(api, { inputs: { filter: '**:v*' } });
      assert.deepEqual(artifacts, [`${IMAGE}:v1.2.3`]);
    });
  });

  test('the owner may be a user, and the version on a later page', async () => {
    const versions = [...Array.from({ length: 230 }, (_, index) => other(index)), PUSHED];
    await withApi({ owner: ['users', 'acme'], versions }, async (api) => {
      const { artifacts } = await notify(api, {});
      assert.deepEqual(artifacts, ALL);
      assert.deepEqual(api.asked(), [ORG, USER, `${USER}&page=2`, `${USER}&page=3`]);
    });
  });

  test('the token does not follow a link to another host', async (t) => {
    const stranger = await startReceiver();
    t.after(() => stranger.close());
    const versions = [...Array.from({ length: 130 }, (_, index) => other(index)), PUSHED];
    await withApi({ versions, nextAt: stranger.origin }, async (api) => {
      const { run, artifacts } = await notify(api, {});
      assert.deepEqual(artifacts, []);
      assert.match(run.errors.join(), /^all-tags: the Packages API does not list .*leads to another host/);
      assert.equal(stranger.requests.length, 0);
    });
  });

  test('nor a redirect to one', async (t) => {
    const stranger = await startReceiver(json('[]'));
    const api = await startReceiver((request, response) => {
      response.writeHead(307, { location: `${stranger.origin}${request.path}` }).end();
    });
    t.after(() => Promise.all([stranger.close(), api.close()]));
    const { artifacts } = await notify(api, {});
    assert.deepEqual(artifacts, [`${IMAGE}:main`]);
    assert.ok(stranger.requests.length > 0, 'it is followed');
    for (const { headers } of stranger.requests) assert.equal(headers.authorization, undefined);
  });

  test('a name with a slash, on an enterprise server', async () => {
    await withApi({ packageName: 'group/app', versions: [other(1), PUSHED] }, async (api) => {
      const artifact = 'containers.github.example.com/acme/group/app:main';
      const { run, artifacts } = await notify(api, { inputs: { artifact, digest: DIGEST } });
      assert.deepEqual(
        artifacts,
        ['latest', 'main', 'v1.2.3'].map((tag) => artifact.replace(/:main$/, `:${tag}`)),
        run.log,
      );
      assert.match(api.asked()[0] ?? '', /^\/orgs\/acme\/packages\/container\/group%2Fapp\/versions/);
    });
  });

  const failures: Readonly<
    Record<string, readonly [changed: Partial<GitHubApiOptions>, pattern: RegExp, requests: number]>
  > = {
    'no permission': [
      { fault: () => [403, 'Resource not accessible by integration'] },
      /only ghcr\.io\/acme\/platform-config:main is sent: the token may not read .*Resource not accessible.*"permissions: packages: read"/,
      2,
    ],
    'no such package, or so it says': [{ owner: ['orgs', 'other'] }, /Not Found.*permissions: packages: read/, 2],
    'a token of somebody else': [{ token: 'another' }, /Bad credentials.*permissions: packages: read/, 2],
    'no such version': [{ versions: [other(1)] }, /lists no version of it that is sha256:/, 1],
  };
  for (const [what, [changed, pattern, requests]] of Object.entries(failures)) {
    test(`${what}: a warning, and the tag of the event alone`, async () => {
      await withApi(changed, async (api) => {
        const { run, artifacts } = await notify(api, {});
        assert.deepEqual(artifacts, [`${IMAGE}:main`], run.log);
        assert.equal(run.outputs.result, 'delivered');
        assert.match(run.warnings.find((text) => text.startsWith('all-tags: ')) ?? '', pattern);
        assert.equal(api.requests.length, requests);
      });
    });
  }

  const page = (tags: unknown) => JSON.stringify([{ name: DIGEST, metadata: { container: { tags } } }]);
  const broken: Readonly<Record<string, readonly [reply: Respond, says: RegExp]>> = {
    'an API that stays down': [json('{"message":"Server Error"}', 502), /Server Error/],
    'an answer that breaks off': [
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
        response.write('[', () => response.destroy());
      },
      /terminated|other side closed|fetch failed/,
    ],
    'an answer without an end': [endless, /more than 16 MiB/],
    'half of an answer': [json(page(['main']).slice(0, -2)), /is not a list of package versions/],
    'a page': [(_request, response) => void response.end('<html></html>'), /is not a list of package versions/],
    'an object': [json('{"versions":[]}'), /is not a list of package versions/],
    'a version without tags': [json(page(undefined)), /is not a list of package versions/],
    'tags that are no text': [json(page([5])), /is not a list of package versions/],
    'a tag that is none': [json(page(['main', 'v1@sha256:00'])), /is not a list of package versions/],
    'pages without an end': [
      (request, response, index) => {
        const link = `<http://${request.headers.host}${request.path}&page=${index}>; rel="next"`;
        response.writeHead(200, { 'content-type': 'application/json', link }).end('[]');
      },
      /not among the newest 5000 versions/,
    ],
  };
  for (const [what, [reply, says]] of Object.entries(broken)) {
    test(`${what} is no absence: nothing is sent`, async (t) => {
      const api = await startReceiver(reply);
      t.after(() => api.close());
      const { run, artifacts } = await notify(api, {});
      assert.deepEqual(artifacts, [], run.log);
      assert.match(
        run.errors[0] ?? '',
        /^all-tags: the Packages API does not list the tags of \S+:main \(.*\); run the/,
      );
      assert.match(run.errors[0] ?? '', says);
    });
  }

  test('an API that comes back', async () => {
    await withApi({ fault: (index) => (index === 0 ? [503, 'Unavailable'] : undefined) }, async (api) => {
      const { artifacts } = await notify(api, {});
      assert.deepEqual(artifacts, ALL);
    });
  });

  test('through a proxy', async () => {
    await withApi({}, async (api) => {
      const targets: string[] = [];
      const proxy = await startProxy(api.port, targets);
      const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const env = { GITHUB_API_URL: 'http://api.github.test', HTTP_PROXY: address, NO_PROXY: '127.0.0.1' };
      const { run, artifacts } = await notify(api, { env });
      proxy.close();
      assert.deepEqual(artifacts, ALL, run.log);
      assert.deepEqual(targets, ['api.github.test:80']);
    });
  });

  test('cancelling the job ends the question at once', async () => {
    const asked = Promise.withResolvers<void>();
    const silent = await startReceiver(() => asked.resolve());
    const { run, artifacts } = await notify(silent, { cancelWhen: asked.promise });
    await silent.close();
    assert.equal(silent.requests.length, 1);
    assert.equal(artifacts.length, 0);
    assert.equal(run.outputs.result, 'failed', run.log);
    assert.match(
      run.errors.join('\n'),
      /^cancelled while looking up the tags of ghcr\.io\/acme\/platform-config:main$/,
    );
    assert.equal(run.warnings.length, 0);
  });

  test('what is elsewhere is refused', async () => {
    await withApi({}, async (api) => {
      const { run, artifacts } = await notify(api, {
        inputs: { artifact: 'docker.io/acme/app:v1', digest: DIGEST },
      });
      assert.match(run.errors[0] ?? '', /^all-tags: docker\.io\/acme\/app:v1 is not in GitHub Packages/);
      assert.equal(artifacts.length + api.requests.length, 0);
    });
  });

  test('what has no tag is sent alone, and said to be', async () => {
    await withApi({}, async (api) => {
      const { run, artifacts } = await notify(api, { inputs: { artifact: `${IMAGE}@${DIGEST}` } });
      assert.deepEqual(artifacts, [`${IMAGE}@${DIGEST}`]);
      assert.match(run.log, /^all-tags: ghcr\.io\/acme\/platform-config@sha256:\w+ has no tag, and is sent alone$/m);
      assert.equal(api.requests.length, 0);
    });
  });

  test('no token is refused', async () => {
    const inputs = { artifact: `${IMAGE}:main`, digest: DIGEST, 'dry-run': 'true', 'all-tags': 'true' };
    const run = await runAction({ inputs });
    assert.match(run.errors[0] ?? '', /^github-token is empty: all-tags needs it/);
  });
});
