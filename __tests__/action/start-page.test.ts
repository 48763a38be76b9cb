import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, suite, test } from 'node:test';
import { installAct, runWorkflow, whyNoAct } from '../support/act.ts';
import { startDocoCd } from '../support/doco-cd.ts';
import { startIdTokenService } from '../support/id-token-service.ts';
import { startReceiver } from '../support/receiver.ts';
import { startRegistry } from '../support/registry.ts';
import { RECEIVERS_THERE, REGISTRIES, triggersFor, writeWorkflow } from '../support/start-page.ts';

/** What docs/start.html writes runs as it is, by act. Logging in and helm have a stand-in. */

const skip = whyNoAct() ?? false;
if (skip) console.log(`act: skipped, ${skip}`);

const SECRET = 'a-secret-of-at-least-16-characters';
const API_KEY = 'an-api-key-of-some-length';
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const NOTHING =
  'name: stand-in\ndescription: stand-in\nruns:\n  using: composite\n  steps:\n    - run: "true"\n      shell: sh\n';
const ACTIONS = { 'docker/login-action': NOTHING };
const DIRECTORY = {
  'deploy/.doco-cd.yaml': 'name: web\n',
  'deploy/compose.yaml': 'services: { web: { image: nginx } }\n',
};

function workflowFor(receiver: string, registry: string, trigger: string): string {
  const [to] = RECEIVERS_THERE.filter(({ name }) => name === receiver);
  const [from] = REGISTRIES.filter(({ name }) => name === registry);
  assert.ok(to && from);
  const [by] = triggersFor(from).filter(({ name }) => name === trigger);
  assert.ok(by);
  return writeWorkflow(to, from, by);
}

suite('a workflow that the page has written', { skip }, () => {
  before(installAct, { timeout: 600_000 });

  for (const trigger of ['push', 'package', 'hand']) {
    test(`reaches doco-cd, started by ${trigger}`, async (t) => {
      const [registry, server] = await Promise.all([
        startRegistry(),
        startDocoCd({ secret: SECRET, apiSecret: API_KEY }),
      ]);
      t.after(() => Promise.all([registry.close(), server.close()]));
      const written = workflowFor('doco-cd', trigger === 'package' ? 'ghcr' : 'own', trigger);
      const event = readFileSync(new URL('../fixtures/events/index-tagged.json', import.meta.url), 'utf8');
      const artifact = `ghcr.io/acme/web-config@${DIGEST}`;
      const run = await runWorkflow({
        workflow: written.replaceAll('registry.example.com:5000', registry.host),
        eventName: { push: 'push', package: 'registry_package', hand: 'workflow_dispatch' }[trigger] ?? '',
        event:
          trigger === 'package'
            ? event.replaceAll('platform-config', 'web-config')
            : JSON.stringify({ inputs: { artifact } }),
        secrets: { GITHUB_TOKEN: 'x', DOCO_CD_URL: server.origin, DOCO_CD_SECRET: SECRET, DOCO_CD_API_KEY: API_KEY },
        actions: ACTIONS,
        files: DIRECTORY,
      });
      assert.equal(run.exitCode, 0, run.log);
      const sent = server.requests
        .filter(({ method }) => method === 'POST')
        .map(({ body }) => JSON.parse(body).artifact);
      const pushed = `${registry.host}/acme/web-config:main`;
      assert.deepEqual(sent, [{ push: pushed, package: 'ghcr.io/acme/web-config:main', hand: artifact }[trigger]]);
    });
  }

  test('hands the digest of a chart over, as helm prints it', async (t) => {
    const [receiver, tokens] = await Promise.all([startReceiver((_, answer) => answer.end()), startIdTokenService()]);
    t.after(() => Promise.all([receiver.close(), tokens.close()]));
    const run = await runWorkflow({
      workflow: workflowFor('flux', 'own', 'push'),
      eventName: 'push',
      event: '{}',
      secrets: { FLUX_URL: `${receiver.origin}/hook/${'a'.repeat(64)}` },
      env: tokens.env,
      actions: ACTIONS,
      tools: { helm: `[ "$1" != push ] || printf 'Pushed: x\\nDigest: %s\\n' '${DIGEST}' >&2` },
    });
    assert.equal(run.exitCode, 0, run.log);
    const [body] = receiver.requests.map((request) => JSON.parse(request.body));
    assert.deepEqual([body.repository, body.digest], ['acme/app', DIGEST]);
    assert.match(body.tag, /^1\.0\.\d+$/);
  });
});
