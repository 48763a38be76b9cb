import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { docoCd, type Received, type Respond, startReceiver } from '../support/receiver.ts';
import { type ActionOptions, type ActionRun, runAction } from '../support/run-action.ts';

const SECRET = 'a-test-secret-of-some-length';
const D1 = `sha256:${'1'.repeat(64)}`;
const HARBOR = {
  type: 'PUSH_ARTIFACT',
  event_data: {
    resources: [{ digest: D1, tag: 'v1', resource_url: 'harbor.example.com/team/app:v1' }],
    repository: { repo_full_name: 'team/app' },
  },
};
const EXPLICIT = { artifact: 'ghcr.io/acme/app:v1', digest: D1 };

type Sent = { readonly run: ActionRun; readonly requests: readonly Received[] };

/** Runs the action against a receiver at `path` that answers by `respond`. */
async function notify(options: ActionOptions, respond: Respond = docoCd(SECRET), path = ''): Promise<Sent> {
  const receiver = await startReceiver(respond);
  try {
    const inputs = { url: `${receiver.origin}${path}`, secret: SECRET, ...options.inputs };
    return { run: await runAction({ ...options, inputs }), requests: [...receiver.requests] };
  } finally {
    await receiver.close();
  }
}

const VECTORS = [
  'distribution-distribution-unrelated-events-in-one-envelope',
  'distribution-distribution-multiarch-push-only-index-counts',
  'distribution-distribution-reference-by-digest',
  'distribution-distribution-manifest-delete',
  'distribution-distribution-events-is-not-a-list',
  'msr-msr-tag-push-option-overrides-host',
  'msr-msr-test-button-payload',
  'dockerhub-dockerhub-missing-repository',
  'github-github-untagged-child-allowed',
];

describe('event', { concurrency: 2 }, () => {
  for (const name of VECTORS) {
    test(name, async () => {
      const { input, expect } = JSON.parse(
        readFileSync(new URL(`../fixtures/vectors/${name}.json`, import.meta.url), 'utf8'),
      );
      const { registry = '', reference = '', digest = '', allow_untagged = false } = input.options ?? {};
      const { run, requests } = await notify({
        eventName: 'workflow_dispatch',
        inputs: {
          event: JSON.stringify(input.payload, null, 2),
          registry,
          reference,
          digest,
          untagged: allow_untagged ? 'send' : 'skip',
        },
      });
      assert.deepEqual(
        requests.map(({ body }) => JSON.parse(body)),
        (expect.notifications ?? []).map((notification: object) => ({ source: 'oci', ...notification })),
      );
      const result = expect.error ? 'failed' : expect.skip ? 'skipped' : 'delivered';
      assert.equal(run.outputs.result, result, run.log);
      assert.equal(run.exitCode, expect.error ? 1 : 0);
      assert.equal(run.errors.length, expect.error ? 1 : 0);
    });
  }

  test('client_payload on repository_dispatch, unless the event input is set', async () => {
    const dispatched = { action: 'pushed', client_payload: HARBOR };
    const { run, requests } = await notify({ eventName: 'repository_dispatch', event: dispatched });
    assert.equal(requests[0]?.body, `{"source":"oci","digest":"${D1}","artifact":"harbor.example.com/team/app:v1"}`);
    assert.equal(run.outputs.artifact, 'harbor.example.com/team/app:v1');
    const other = JSON.stringify({ source: 'oci', digest: D1, artifact: 'ghcr.io/acme/other:v2' });
    const set = await notify({
      eventName: 'repository_dispatch',
      event: dispatched,
      inputs: { event: other },
    });
    assert.equal(set.run.outputs.artifact, 'ghcr.io/acme/other:v2');
  });

  test('a file, with a byte order mark', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-event-'));
    try {
      const path = join(directory, 'an event.json');
      writeFileSync(path, `\ufeff${JSON.stringify(HARBOR)}`);
      const { run } = await notify({ inputs: { event: `@${path}` } });
      assert.equal(run.outputs.artifacts, `[{"artifact":"harbor.example.com/team/app:v1","digest":"${D1}"}]`);
      writeFileSync(path, '');
      for (const [event, pattern] of [
        [`@${path}`, /^event: the file .*an event\.json is empty/],
        [`@${path}.missing`, /^event: the file .*missing does not exist/],
        [`@${directory}`, /^event: the file .* is not a regular file/],
        ['@', /^event: no path follows the "@"/],
      ] as const) {
        const { run, requests } = await notify({ inputs: { event } });
        assert.match(run.errors[0] ?? '', pattern);
        assert.equal(requests.length, 0);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  const refused: Readonly<Record<string, readonly [options: ActionOptions, pattern: RegExp]>> = {
    'with artifact': [{ inputs: { ...EXPLICIT, event: JSON.stringify(HARBOR) } }, /^event: artifact is set too/],
    'half of one': [{ inputs: { event: '{"type":' } }, /^event is not JSON.*, nor "@" and the path of a file/],
    'a list': [{ inputs: { event: JSON.stringify([HARBOR]) } }, /^event must hold a JSON object, found an array/],
    'of nobody': [
      { inputs: { event: '{}' } },
      /^event is not an event .*\(GitHub, one written by hand, Distribution, Harbor, Mirantis MSR, Docker Hub, .*it has no fields, .*Or say what was published yourself/,
    ],
    'no client_payload': [
      { eventName: 'repository_dispatch', event: { action: 'x', client_payload: null } },
      /^client_payload must be .* found null/,
    ],
    'client_payload of nobody': [
      { eventName: 'repository_dispatch', event: { client_payload: { hello: 'world' } } },
      /^client_payload is not an event of a registry.*: it has the fields "hello", and must be the body/,
    ],
    'target with another receiver': [
      { inputs: { ...EXPLICIT, receiver: 'msr', target: 'production' } },
      /^target: this receiver has no targets/,
    ],
    'unknown receiver': [
      { inputs: { ...EXPLICIT, receiver: 'constructor' } },
      /^receiver: "constructor" is not known, expected doco-cd, argo-cd, kargo, .*, msr, json$/,
    ],
  };
  for (const [what, [options, pattern]] of Object.entries(refused)) {
    test(`refused: ${what}`, async () => {
      const { run, requests } = await notify({ ...options });
      assert.match(run.errors.join('\n'), pattern, run.log);
      assert.equal(run.outputs.result, 'failed');
      assert.equal(requests.length, 0);
    });
  }
});
