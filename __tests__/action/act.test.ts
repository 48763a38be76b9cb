import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, suite, test } from 'node:test';
import { installAct, reusable, runWorkflow, whyNoAct } from '../support/act.ts';
import { startDocoCd } from '../support/doco-cd.ts';
import { fencesIn, readText } from '../support/markdown.ts';
import { D, PUSHED } from '../support/pushed-events.ts';
import { docoCd, startReceiver } from '../support/receiver.ts';
import { startRegistry } from '../support/registry.ts';

const SECRET = 'a-secret-that-only-we-know';
const EVENT = readFileSync(new URL('../fixtures/events/index-tagged.json', import.meta.url), 'utf8');
const SENT = {
  source: 'oci',
  digest: 'sha256:7632912eac80f0d2811d763665f4ee3ce077ee07da4b792f43c1669b3f32d033',
  artifact: 'ghcr.io/acme/platform-config:main',
};

const skip = whyNoAct() ?? false;
if (skip) console.log(`act: skipped, ${skip}`);

/** A workflow of one job; act takes the checkout from the repository it runs in, without the network. */
function workflow(steps: string): string {
  return `on: [registry_package, repository_dispatch, push]
jobs:
  notify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
${steps.replace(/^(?=.)/gm, '      ')}`;
}

const NOTIFY = `- id: notify
  uses: ./
  with:
    url: \${{ secrets.DOCO_CD_URL }}
    secret: \${{ secrets.DOCO_CD_SECRET }}
`;

const OUTPUTS = `- if: always()
  run: echo "$RESULT $STATUS $ARTIFACT $DIGEST $REASON" > "$RESULTS/outputs"
  env:
    RESULT: \${{ steps.notify.outputs.result }}
    STATUS: \${{ steps.notify.outputs.status-code }}
    ARTIFACT: \${{ steps.notify.outputs.artifact }}
    DIGEST: \${{ steps.notify.outputs.digest }}
    REASON: \${{ steps.notify.outputs.skip-reason }}
`;

suite('the action in a workflow file, run by act', { skip }, () => {
  before(installAct, { timeout: 600_000 });

  test('on registry_package: the outputs reach the next step, the summary is written', async () => {
    const receiver = await startReceiver(docoCd(SECRET));
    const secrets = { DOCO_CD_URL: receiver.origin, DOCO_CD_SECRET: SECRET };
    const run = await runWorkflow({
      workflow: workflow(NOTIFY + OUTPUTS),
      eventName: 'registry_package',
      event: EVENT,
      secrets,
    });
    await receiver.close();
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(
      receiver.requests.map(({ body }) => JSON.parse(body)),
      [SENT],
    );
    assert.equal(run.result('outputs'), `delivered 202 ${SENT.artifact} ${SENT.digest}`);
    assert.match(run.log, /Summary - ### ✅ `ghcr\.io\/\S+` → /);
    assert.ok(!run.log.includes(SECRET), 'the secret is masked');
  });

  test('a delivery that fails fails the step and the job, and the outputs say why', async () => {
    const receiver = await startReceiver(docoCd('another-secret-altogether'));
    const secrets = { DOCO_CD_URL: receiver.origin, DOCO_CD_SECRET: SECRET };
    const steps = `${NOTIFY}- run: echo reached > "$RESULTS/after"\n- if: failure()\n  run: echo seen > "$RESULTS/failure"\n`;
    const run = await runWorkflow({
      workflow: workflow(steps + OUTPUTS),
      eventName: 'registry_package',
      event: EVENT,
      secrets,
    });
    await receiver.close();
    assert.notEqual(run.exitCode, 0);
    assert.equal(run.result('after'), undefined, 'the step after it does not run');
    assert.equal(run.result('failure'), 'seen');
    assert.equal(run.result('outputs'), `failed 401 ${SENT.artifact} ${SENT.digest}`);
    assert.match(run.log, /0 of 1 delivered/);
    assert.match(run.log, /the secret differs from the server's WEBHOOK_SECRET/);
    assert.equal(receiver.requests.length, 1);
  });

  test('a skip is green and says why', async () => {
    const event = readFileSync(new URL('../fixtures/events/npm-package.json', import.meta.url), 'utf8');
    const secrets = { DOCO_CD_URL: 'http://127.0.0.1:9', DOCO_CD_SECRET: SECRET };
    const run = await runWorkflow({
      workflow: workflow(NOTIFY + OUTPUTS),
      eventName: 'registry_package',
      event,
      secrets,
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.match(run.result('outputs') ?? '', /^skipped .* not-a-container$/);
  });

  test('on repository_dispatch the client_payload is what the registry sent', async () => {
    const receiver = await startReceiver(docoCd(SECRET));
    const { event: client_payload, artifact } = PUSHED.find(({ title }) => title === 'Distribution') ?? assert.fail();
    const secrets = { DOCO_CD_URL: receiver.origin, DOCO_CD_SECRET: SECRET };
    const run = await runWorkflow({
      workflow: workflow(NOTIFY),
      eventName: 'repository_dispatch',
      event: JSON.stringify({ action: 'pushed', client_payload }),
      secrets,
    });
    await receiver.close();
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(
      receiver.requests.map(({ body }) => JSON.parse(body)),
      [{ ...SENT, artifact, digest: D }],
    );
  });

  test("the outputs of push are this action's inputs", async () => {
    const receiver = await startReceiver(docoCd(SECRET));
    const push = `- id: push
  uses: ./push
  with:
    path: deploy
    artifact: ghcr.io/acme/platform-config:main
    dry-run: true
`;
    const from = `    artifact: \${{ steps.push.outputs.artifact }}\n    digest: \${{ steps.push.outputs.digest }}\n`;
    const run = await runWorkflow({
      workflow: workflow(push + NOTIFY + from + OUTPUTS),
      eventName: 'push',
      event: '{}',
      secrets: { DOCO_CD_URL: receiver.origin, DOCO_CD_SECRET: SECRET },
      files: {
        'deploy/.doco-cd.yaml': 'name: web\ncompose_files: [compose.yaml]\n',
        'deploy/compose.yaml': 'services: { web: { image: nginx } }\n',
      },
    });
    await receiver.close();
    assert.equal(run.exitCode, 0, run.log);
    const [sent] = receiver.requests.map(({ body }) => JSON.parse(body));
    assert.equal(sent?.artifact, SENT.artifact);
    assert.match(sent?.digest ?? '', /^sha256:[0-9a-f]{64}$/);
  });

  test('the documented workflow on registry_package runs unchanged', async () => {
    const receiver = await startReceiver(docoCd(SECRET));
    const shown =
      fencesIn(readText('docs/package-event.md')).find(({ text }) => text.includes('registry_package:'))?.text ?? '';
    const local = shown
      .replace('    steps:\n', '    steps:\n      - uses: actions/checkout@v7\n')
      .replace('OWNER/oci-webhook-action@v1', './');
    assert.match(local, /uses: \.\/\n/);
    const secrets = { DOCO_CD_URL: receiver.origin, DOCO_CD_SECRET: SECRET };
    const run = await runWorkflow({ workflow: local, eventName: 'registry_package', event: EVENT, secrets });
    await receiver.close();
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(
      receiver.requests.map(({ body }) => JSON.parse(body)),
      [SENT],
    );
  });

  test('the five minutes with doco-cd: its files, its workflow, a registry, and a doco-cd that is asked how it goes', async () => {
    const apiSecret = 'an-api-secret-of-some-length';
    const [registry, server] = await Promise.all([startRegistry(), startDocoCd({ secret: SECRET, apiSecret })]);
    const shown = fencesIn(readText('docs/doco-cd.md')).map(({ text }) => text);
    const find = (sign: string) => shown.find((text) => text.includes(sign)) ?? assert.fail(sign);
    const local = find('OWNER/oci-webhook-action/push@v1')
      .replace(/ +- uses: docker\/login-action(?:.*\n)*? +password: .*\n/, '')
      .replace('OWNER/oci-webhook-action/push@v1', './push')
      .replace('OWNER/oci-webhook-action@v1', './')
      .replace('ghcr.io/', `${registry.host}/`);
    const run = await runWorkflow({
      workflow: local,
      eventName: 'push',
      event: '{}',
      secrets: { DOCO_CD_URL: server.origin, DOCO_CD_SECRET: SECRET, DOCO_CD_API_KEY: apiSecret },
      files: {
        'deploy/.doco-cd.yaml': find('compose_files:'),
        'deploy/docker-compose.yml': find('image: nginx'),
      },
    });
    await Promise.all([registry.close(), server.close()]);
    assert.equal(run.exitCode, 0, run.log);
    assert.match(run.log, /Summary - ### ✅ `\S+` runs on /);
    const [posted] = server.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
    assert.equal(posted?.artifact, `${registry.host}/acme/web-config:main`);
    assert.deepEqual(
      server.runs().map(({ status }) => status),
      ['succeeded'],
    );
  });

  test("the organization's page: a few lines with `secrets: inherit`, the shared workflow, and the reusable one", async (t) => {
    const apiSecret = 'an-api-secret-of-some-length';
    const [registry, server] = await Promise.all([startRegistry(), startDocoCd({ secret: SECRET, apiSecret })]);
    t.after(() => Promise.all([registry.close(), server.close()]));
    const shown = fencesIn(readText('docs/organization.md')).map(({ text }) => text);
    const find = (sign: string) => shown.find((text) => text.includes(sign)) ?? assert.fail(sign);
    const shared = find('workflow_call:')
      .replace(/ +- uses: docker\/login-action(?:.*\n)*? +password: .*\n/, '')
      .replace('OWNER/oci-webhook-action/push@v1', './push')
      .replace(/OWNER\/oci-webhook-action(.*)@v1/, '.$1')
      .replace('ghcr.io/', `${registry.host}/`);
    const run = await runWorkflow({
      workflow: find('secrets: inherit').replace(/acme\/workflows(.*)@main/, '.$1'),
      eventName: 'push',
      event: '{}',
      secrets: { WEBHOOK_URL: server.origin, WEBHOOK_SECRET: SECRET, API_KEY: apiSecret },
      files: {
        '.github/workflows/deploy.yml': shared,
        '.github/workflows/notify.yml': reusable(),
        'deploy/.doco-cd.yaml': 'name: web\ncompose_files: [compose.yaml]\n',
        'deploy/compose.yaml': 'services: { web: { image: nginx } }\n',
      },
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.match(run.log, /Summary - ### ✅ `\S+` runs on /);
    const [posted] = server.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
    assert.equal(posted?.artifact, `${registry.host}/acme/platform-config:main`);
  });

  test('`secrets: inherit` brings the reusable workflow the secrets that it needs, and no more are used', async (t) => {
    const receiver = await startReceiver(docoCd(SECRET));
    t.after(() => receiver.close());
    const run = await runWorkflow({
      workflow:
        'on: registry_package\njobs:\n  notify:\n    uses: ./.github/workflows/notify.yml\n    secrets: inherit\n',
      eventName: 'registry_package',
      event: EVENT,
      // The last two are somebody else's: nothing is awaited, and there is no certificate.
      secrets: {
        WEBHOOK_URL: receiver.origin,
        WEBHOOK_SECRET: SECRET,
        API_KEY: 'of-a-search',
        CLIENT_KEY: 'of-a-vault',
      },
      files: { '.github/workflows/notify.yml': reusable() },
    });
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(
      receiver.requests.map(({ body }) => JSON.parse(body)),
      [SENT],
    );
  });
});
