import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { ownFiles, readText } from '../support/markdown.ts';
import { docoCd, type Receiver, startReceiver } from '../support/receiver.ts';
import { type ActionOptions, runAction } from '../support/run-action.ts';

/** GitHub Enterprise Server, Gitea and Forgejo, as far as they can be known without one: their environments and events. */

const SECRET = 'a-secret-that-only-we-know';
const DIGEST = 'sha256:7632912eac80f0d2811d763665f4ee3ce077ee07da4b792f43c1669b3f32d033';
const EVENT = readFileSync(new URL('../fixtures/events/index-tagged.json', import.meta.url), 'utf8');
const EXPLICIT = { artifact: 'git.corp.example/acme/app:v1', digest: DIGEST };

/** The same event as an enterprise server would send it. */
const ENTERPRISE_EVENT = EVENT.replaceAll('ghcr.io/', 'containers.ghe.corp.example/')
  .replaceAll('https://github.com', 'https://ghe.corp.example')
  .replaceAll('https://CONTAINER.pkg.github.com', 'https://containers.ghe.corp.example');

const ENTERPRISE = {
  GITHUB_SERVER_URL: 'https://ghe.corp.example',
  GITHUB_API_URL: 'https://ghe.corp.example/api/v3',
  GITHUB_GRAPHQL_URL: 'https://ghe.corp.example/api/graphql',
};

/** What a runner other than GitHub's may leave out. */
const NOTHING = {
  GITHUB_ACTIONS: '',
  GITHUB_API_URL: '',
  GITHUB_EVENT_NAME: '',
  GITHUB_EVENT_PATH: '',
  GITHUB_OUTPUT: '',
  GITHUB_REPOSITORY: '',
  GITHUB_SERVER_URL: '',
  GITHUB_STEP_SUMMARY: '',
  RUNNER_TEMP: '',
};

suite('other servers than github.com', { concurrency: 4 }, () => {
  let receiver: Receiver;
  before(async () => {
    receiver = await startReceiver(docoCd(SECRET));
  });
  after(() => receiver.close());

  const notify = (options: ActionOptions) =>
    runAction({ ...options, inputs: { url: receiver.origin, secret: SECRET, ...options.inputs } });

  test('an enterprise server: the registry is the one in the event, the link leads to the server', async () => {
    const run = await notify({ eventName: 'registry_package', event: ENTERPRISE_EVENT, env: ENTERPRISE });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.artifact, 'containers.ghe.corp.example/acme/platform-config:main');
    assert.match(run.summary, /\(https:\/\/ghe\.corp\.example\//);
    assert.ok(!/github\.com|ghcr\.io/.test(run.summary + run.log + JSON.stringify(run.outputs)), run.summary);
  });

  const withoutUrl = JSON.parse(ENTERPRISE_EVENT);
  delete withoutUrl.registry_package.package_version.package_url;

  test('an enterprise server whose event names no registry: nothing is guessed', async () => {
    const run = await notify({ eventName: 'registry_package', event: withoutUrl, env: ENTERPRISE });
    assert.equal(run.exitCode, 1);
    assert.match(run.errors[0] ?? '', /does not say which registry .* set the registry input/);
    assert.equal(run.outputs.result, 'failed');
  });

  test('an enterprise server whose event names no registry: the registry input does', async () => {
    const inputs = { registry: 'containers.ghe.corp.example' };
    const run = await notify({ eventName: 'registry_package', event: withoutUrl, env: ENTERPRISE, inputs });
    assert.equal(run.outputs.artifact, 'containers.ghe.corp.example/acme/platform-config:main', run.log);
  });

  test('a runner that knows no summaries', async () => {
    const run = await notify({ inputs: EXPLICIT, env: { GITHUB_STEP_SUMMARY: '' } });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.result, 'delivered');
    assert.deepEqual([run.warnings, run.errors], [[], []]);
  });

  test('a runner that sets no variable at all: delivered, and the outputs are workflow commands', async () => {
    const run = await notify({ inputs: EXPLICIT, env: NOTHING });
    assert.equal(run.exitCode, 0, run.log);
    assert.match(run.stdout, /^::set-output name=result::delivered$/m);
    assert.match(run.stdout, /^::set-output name=digest::sha256:7632912e/m);
    assert.ok(!run.stdout.includes(SECRET), 'not even to have it masked: nobody would');
  });

  test('a runner that sets no variable at all, and nothing says what was published', async () => {
    const run = await notify({ env: NOTHING });
    assert.equal(run.exitCode, 1);
    assert.match(run.errors[0] ?? '', /^artifact is empty, and there is no triggering event: set artifact and digest/);
  });

  test('an event name that only another server has', async () => {
    const run = await notify({ eventName: 'gollum', event: {} });
    assert.equal(run.exitCode, 1);
    assert.match(run.errors[0] ?? '', /the triggering event "gollum" names no artifact: set artifact and digest/);
  });

  test('files for outputs or summary that are not there do not hide what happened', async () => {
    const inputs = { ...EXPLICIT };
    const lost = await notify({ inputs, env: { GITHUB_OUTPUT: '/nowhere/output' } });
    assert.equal(lost.exitCode, 1, 'who waits for an output must not go on without it');
    assert.match(lost.errors[0] ?? '', /outputs could not be written/);
    const unread = await notify({ inputs, env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' } });
    assert.equal(unread.exitCode, 0);
    assert.match(unread.warnings[0] ?? '', /job summary could not be written/);
  });
});

test('github.com and ghcr.io are written only where GitHub itself is meant', () => {
  const allowed = [
    /^src\/events\/github\.ts$/,
    /^src\/artifacts\/all-tags\.ts$/,
    /^src\/push\//,
    // One of its own types of registry is called ghcr.io.
    /^src\/receivers\/image-updater\.ts$/,
    // It takes GitHub's event for one of ghcr.io only.
    /^src\/receivers\/keel\.ts$/,
    // It reads GitHub's event for packages there.
    /^src\/receivers\/argo-cd\//,
    // It shows how a reference is written out.
    /^src\/oci\/user-written\.ts$/,
  ];
  const code = ownFiles('src/**/*.ts').filter((path) => !allowed.some((pattern) => pattern.test(path)));
  const found = code.flatMap((path) =>
    readText(path)
      .split('\n')
      .filter((line) => /github\.com|ghcr\.io/.test(line) && !/^\s*(?:\/\/|\*|\/\*)/.test(line))
      // An example in a message names one place among many.
      .filter((line) => !/such as ghcr\.io\//.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  assert.deepEqual(found, []);
});
