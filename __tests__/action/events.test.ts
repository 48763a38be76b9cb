import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { kargo } from '../support/kargo.ts';
import { accepted, docoCd, type Received, type Respond, startReceiver } from '../support/receiver.ts';
import { type ActionOptions, type ActionRun, runAction, SIDES } from '../support/run-action.ts';

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

/** Runs the action against a receiver at `path` that answers as `respond` says. */
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
  'dockerhub-dockerhub-digest-resolved-by-caller',
  'github-github-untagged-child-allowed',
];

for (const side of SIDES) {
  describe(`event, from ${side}`, { concurrency: 2 }, () => {
    for (const name of VECTORS) {
      test(name, async () => {
        const { input, expect } = JSON.parse(
          readFileSync(new URL(`../fixtures/vectors/${name}.json`, import.meta.url), 'utf8'),
        );
        const { registry = '', reference = '', digest = '', allow_untagged = false } = input.options ?? {};
        const { run, requests } = await notify({
          side,
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
      const { run, requests } = await notify({ side, eventName: 'repository_dispatch', event: dispatched });
      assert.equal(requests[0]?.body, `{"source":"oci","digest":"${D1}","artifact":"harbor.example.com/team/app:v1"}`);
      assert.equal(run.outputs.artifact, 'harbor.example.com/team/app:v1');
      const other = JSON.stringify({ source: 'oci', digest: D1, artifact: 'ghcr.io/acme/other:v2' });
      const set = await notify({
        side,
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
        const { run } = await notify({ side, inputs: { event: `@${path}` } });
        assert.equal(run.outputs.artifacts, `[{"artifact":"harbor.example.com/team/app:v1","digest":"${D1}"}]`);
        writeFileSync(path, '');
        for (const [event, says] of [
          [`@${path}`, /^event: the file .*an event\.json is empty/],
          [`@${path}.missing`, /^event: the file .*missing does not exist/],
          [`@${directory}`, /^event: the file .* is not a regular file/],
          ['@', /^event: no path follows the "@"/],
        ] as const) {
          const { run, requests } = await notify({ side, inputs: { event } });
          assert.match(run.errors[0] ?? '', says);
          assert.equal(requests.length, 0);
        }
      } finally {
        rmSync(directory, { recursive: true });
      }
    });

    const refused: Readonly<Record<string, readonly [options: ActionOptions, says: RegExp]>> = {
      'with artifact': [{ inputs: { ...EXPLICIT, event: JSON.stringify(HARBOR) } }, /^event: artifact is set too/],
      'half of one': [{ inputs: { event: '{"type":' } }, /^event is not JSON.*, or "@" and the path of a file/],
      'a list': [{ inputs: { event: JSON.stringify([HARBOR]) } }, /^event must hold a JSON object, found an array/],
      'of nobody': [
        { inputs: { event: '{}' } },
        /^event is not an event .*\(GitHub, doco-cd, Distribution, Harbor, Mirantis MSR, Docker Hub, .*Or say what was published yourself/,
      ],
      'no client_payload': [
        { eventName: 'repository_dispatch', event: { action: 'x', client_payload: null } },
        /^client_payload must be .* found null/,
      ],
      'client_payload of nobody': [
        { eventName: 'repository_dispatch', event: { client_payload: { hello: 'world' } } },
        /^client_payload is not an event of a registry.*: it has the fields "hello", and must be the body/,
      ],
      'target with another format': [
        { inputs: { ...EXPLICIT, format: 'msr', target: 'production' } },
        /^target: only doco-cd/,
      ],
      'unknown format': [
        { inputs: { ...EXPLICIT, format: 'constructor' } },
        /^format: "constructor" is not allowed, expected doco-cd, docker-hub, msr, distribution \(for Kargo: docker-hub\)$/,
      ],
    };
    for (const [what, [options, says]] of Object.entries(refused)) {
      test(`refused: ${what}`, async () => {
        const { run, requests } = await notify({ side, ...options });
        assert.match(run.errors.join('\n'), says, run.log);
        assert.equal(run.outputs.result, 'failed');
        assert.equal(requests.length, 0);
      });
    }

    describe('receivers', () => {
      const key = 'c0ffee'.repeat(10);
      const path = `/dockerhub/${key}`;
      const inputs = { ...EXPLICIT, secret: '', format: 'docker-hub' };

      test('Kargo is told without digest or signature, and its url is shown nowhere', async () => {
        const { run, requests } = await notify(
          { side, inputs: { ...inputs, digest: '' } },
          kargo(path, 'ghcr.io/acme/app'),
          path,
        );
        assert.equal(run.outputs.result, 'delivered', run.log);
        assert.equal(requests[0]?.body, '{"push_data":{"tag":"v1"},"repository":{"repo_name":"ghcr.io/acme/app"}}');
        assert.ok(!Object.keys(requests[0].headers).some((name) => name.includes('signature')));
        assert.equal(run.warnings.length, 0);
        for (const shown of [run.log, run.summary, JSON.stringify(run.outputs)]) assert.ok(!shown.includes(key));
        assert.match(run.stdout, new RegExp(`^::add-mask::.*${path}$`, 'm'));
      });

      test('Kargo without a subscriber is a warning', async () => {
        const { run } = await notify({ side, inputs }, kargo(path, 'acme/other'), path);
        assert.equal(run.outputs.result, 'delivered', run.log);
        assert.match(run.warnings[0] ?? '', /refreshed 0 warehouse\(s\)\): no Warehouse of Kargo subscribes/);
        assert.match(run.summary, /no Warehouse of Kargo subscribes/);
      });

      test('a login page in front of Kargo is a warning', async () => {
        const logIn = (_request: unknown, response: ServerResponse) =>
          response.end('<!DOCTYPE html><title>Log in</title>');
        const { run } = await notify({ side, inputs }, logIn, path);
        assert.equal(run.outputs.result, 'delivered', run.log);
        assert.match(
          run.warnings[0] ?? '',
          /200 \(an HTML page\).*a web page answered, which no receiver does; check the/,
        );
      });

      test('Kargo is asked again after 500 and 501, not after 404', async () => {
        const subscribed = kargo(path, 'ghcr.io/acme/app');
        const { run, requests } = await notify(
          { side, inputs },
          (request, response, index) => {
            if (index > 1) return subscribed(request, response, index);
            response.writeHead(500 + index);
            response.end('{}');
          },
          path,
        );
        assert.equal(run.outputs.result, 'delivered', run.log);
        assert.equal(requests.length, 3);
        const lost = await notify({ side, inputs }, subscribed, `${path}0`);
        assert.equal(lost.requests.length, 1);
        assert.match(lost.run.errors[0] ?? '', /rejected \(404\): no receiver has this url/);
        assert.ok(!lost.run.log.includes(key));
      });

      test('Distribution gets one signed envelope, the same on every attempt', async () => {
        const { run, requests } = await notify(
          {
            side,
            inputs: { artifact: 'ghcr.io/acme/app:v1,ghcr.io/acme/app:v2', digest: D1, format: 'distribution' },
          },
          (request, response, index) => {
            if (index > 0) return accepted(request, response);
            response.writeHead(503).end();
          },
        );
        assert.equal(run.outputs.result, 'delivered', run.log);
        assert.equal(requests.length, 2);
        assert.equal(requests[0]?.body, requests[1]?.body);
        assert.equal(requests[0]?.headers['content-type'], 'application/vnd.docker.distribution.events.v2+json');
        const signature = createHmac('sha256', SECRET).update(requests[0].body).digest('hex');
        assert.equal(requests[0].headers['x-hub-signature-256'], `sha256=${signature}`);
        const { events } = JSON.parse(requests[0].body);
        assert.deepEqual(
          events.map(({ target }: { target: { tag: string } }) => target.tag),
          ['v1', 'v2'],
        );
        assert.equal(JSON.parse(run.outputs.deliveries ?? '').length, 2);
      });

      test('a signature header without a secret is refused, and not left out', async () => {
        const inputs = {
          artifact: 'ghcr.io/acme/app:v1',
          digest: D1,
          format: 'msr',
          'signature-header': 'X-Signature',
        };
        const { run, requests } = await notify({ side, inputs: { ...inputs, secret: '' } }, accepted);
        assert.match(run.errors.join(), /^signature-header: secret is empty/);
        assert.equal(requests.length, 0);
      });

      test('MSR gets a request for each tag, signed in the header of choice', async () => {
        const { run, requests } = await notify(
          {
            side,
            inputs: {
              artifact: 'ghcr.io/acme/app:v1,ghcr.io/acme/app:v2',
              digest: D1,
              format: 'msr',
              'signature-header': 'X-Signature',
            },
          },
          accepted,
        );
        assert.equal(run.outputs.result, 'delivered', run.log);
        assert.deepEqual(requests.map(({ body }) => JSON.parse(body).contents.tag).sort(), ['v1', 'v2']);
        for (const { body, headers } of requests) {
          assert.equal(headers['x-signature'], `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`);
          assert.equal(headers['x-hub-signature-256'], undefined);
        }
      });
    });
  });
}
