import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import { coolify, dokploy, komodo, portainer, watchtower } from '../support/docker-deployers.ts';
import { type FluxOptions, flux, fluxPath } from '../support/flux.ts';
import { type ImageUpdaterEvent, imageUpdater } from '../support/image-updater.ts';
import { type KargoOptions, kargo, kargoPath } from '../support/kargo.ts';
import { type KeelEvent, keel } from '../support/keel.ts';
import { accepted, type Received, type Respond, startReceiver } from '../support/receiver.ts';
import { type ActionRun, runAction, SIDES } from '../support/run-action.ts';

/** Every receiver that docs/receivers names, as its double checks what the real one was seen to check. */

const SECRET = 'a-test-secret-of-some-length';
const D1 = `sha256:${'1'.repeat(64)}`;
const APP = { artifact: 'ghcr.io/acme/app:1.2.3', digest: D1 };
const TOKEN = 'a-token-of-some-length';

type Sent = { readonly run: ActionRun; readonly requests: readonly Received[] };

/** Runs the action against a receiver at `path` that answers by `respond`. No secret may be shown. */
async function send(side: 'src' | 'dist', inputs: Record<string, string>, respond: Respond, path = ''): Promise<Sent> {
  const receiver = await startReceiver(respond);
  try {
    const run = await runAction({ side, inputs: { url: `${receiver.origin}${path}`, ...APP, ...inputs } });
    for (const shown of [run.log, run.summary, JSON.stringify(run.outputs)]) {
      for (const secret of [SECRET, TOKEN, /[0-9a-f]{60,}$/.exec(path)?.[0] ?? SECRET])
        assert.ok(!shown.includes(secret), shown);
    }
    return { run, requests: [...receiver.requests] };
  } finally {
    await receiver.close();
  }
}

function isDelivered({ run }: Sent, pattern?: RegExp): void {
  assert.equal(run.outputs.result, 'delivered', run.log);
  assert.deepEqual([run.warnings, run.errors], [[], []]);
  if (pattern !== undefined) assert.match(run.log, pattern);
}

function isDoubtful({ run }: Sent, pattern: RegExp): void {
  assert.equal(run.outputs.result, 'delivered', run.log);
  assert.equal(run.warnings.length, 1);
  assert.match(run.warnings[0] ?? '', pattern);
  assert.match(run.summary, /✅/);
}

function isRefused({ run }: Sent, pattern: RegExp): void {
  assert.equal(run.outputs.result, 'failed', run.log);
  assert.match(run.errors[0] ?? '', pattern);
}

for (const side of SIDES) {
  describe(`Kargo (${side})`, { concurrency: 4 }, () => {
    const warehouses = [{ repository: 'ghcr.io/acme/app', tags: /^\d+\.\d+\.\d+$/ }];
    const options = (type: KargoOptions['type'], more: Partial<KargoOptions> = {}): KargoOptions => ({
      type,
      secret: SECRET,
      warehouses,
      ...more,
    });
    const toKargo = (inputs: Record<string, string>, receiver: KargoOptions, path = kargoPath(receiver)) =>
      send(side, inputs, kargo(receiver), path);
    const hub = { receiver: 'docker-hub', digest: '' };

    test('its Docker Hub receiver, without digest or signature', async () => {
      const sent = await toKargo(hub, options('dockerhub'));
      isDelivered(sent, /it said: refreshed 1 warehouse\(s\)/);
      const [{ body, headers } = assert.fail()] = sent.requests;
      assert.equal(body, '{"push_data":{"tag":"1.2.3"},"repository":{"repo_name":"ghcr.io/acme/app"}}');
      assert.ok(!Object.keys(headers).some((name) => name.includes('signature')));
      assert.match(sent.run.stdout, new RegExp(`^::add-mask::.*${kargoPath(options('dockerhub'))}$`, 'm'));
    });
    test('its GitHub receiver, signed', async () => {
      isDelivered(await toKargo({ receiver: 'github', secret: SECRET }, options('github')), /refreshed 1 warehouse/);
    });
    test('its GitHub receiver, with another secret or none', async () => {
      isRefused(
        await toKargo({ receiver: 'github', secret: 'another-secret-of-some-length' }, options('github')),
        /rejected \(401 unauthorized\): the secret differs from `secret` in the receiver's Secret/,
      );
      isRefused(await toKargo({ receiver: 'github' }, options('github')), /\(401 missing signature\): Kargo wants/);
    });
    test('its Harbor receiver, with a token', async () => {
      const headers = `Authorization: ${SECRET}`;
      isDelivered(await toKargo({ receiver: 'harbor', headers }, options('harbor')), /refreshed 1 warehouse/);
      isRefused(await toKargo({ receiver: 'harbor' }, options('harbor')), /401 missing authorization\): Kargo wants a/);
      isRefused(
        await toKargo({ receiver: 'harbor', headers: 'Authorization: other' }, options('harbor')),
        /401 unauthorized\): Authorization in headers differs/,
      );
    });
    test('its generic receiver, with an expression', async () => {
      const when = (body: unknown) => (body as { registry: string }).registry === 'ghcr.io';
      isDelivered(await toKargo({ receiver: 'json' }, options('generic', { when })));
      isDoubtful(
        await toKargo({ receiver: 'json' }, options('generic', { when: () => false })),
        /no action of Kargo's generic receiver selected anything/,
      );
      const fails = () => {
        throw new Error();
      };
      isRefused(
        await toKargo({ receiver: 'json', retries: '0' }, options('generic', { when: fails })),
        /an action of Kargo's generic receiver failed/,
      );
    });
    test('an image of Docker Hub', async () => {
      const library = options('dockerhub', { warehouses: [{ repository: 'ubuntu', tags: /./ }] });
      isDelivered(await toKargo({ ...hub, artifact: 'ubuntu:24.04' }, library), /refreshed 1 warehouse/);
    });
    test('several tags, of which one is subscribed to', async () => {
      const artifact = 'ghcr.io/acme/app:1.2.3,ghcr.io/acme/app:latest';
      const sent = await toKargo({ ...hub, artifact }, options('dockerhub'));
      isDelivered(sent, /refreshed 0 warehouse/);
      assert.equal(sent.requests.length, 2);
      isDoubtful(
        await toKargo({ ...hub, artifact: `${artifact},ghcr.io/acme/other:1.2.3` }, options('dockerhub')),
        /^http:\/\/\S+: ghcr\.io\/acme\/other:1\.2\.3 accepted .*: no Warehouse of Kargo subscribes/,
      );
      isDoubtful(
        await toKargo({ ...hub, artifact: artifact.replaceAll('app', 'other') }, options('dockerhub')),
        /other:1\.2\.3 accepted .*\n.*other:latest accepted .*: no Warehouse of Kargo subscribes/,
      );
    });
    test('the URL of its other receiver', async () => {
      isRefused(
        await toKargo(hub, options('github')),
        /the url is that of Kargo's github receiver.*set format to github/,
      );
      isDoubtful(
        await toKargo({ receiver: 'github', secret: SECRET }, options('dockerhub')),
        /the url is that of Kargo's dockerhub receiver.*set format to docker-hub/,
      );
    });
    test('a URL that no receiver has', async () => {
      const lost = await toKargo(hub, options('dockerhub'), `${kargoPath(options('dockerhub'))}0`);
      isRefused(lost, /rejected \(404\): no receiver has this url; copy it again/);
      assert.equal(lost.requests.length, 1, 'and it is not asked again');
    });
    test('something that answers in its place', async () => {
      const path = kargoPath(options('dockerhub'));
      const respondWith = (text: string) => (_: unknown, response: ServerResponse) => void response.end(text);
      isDoubtful(await send(side, hub, respondWith(''), path), /\(200\): this answer is not from Kargo/);
      isDoubtful(await send(side, hub, respondWith('{}'), path), /\(200\): Kargo took the message and ignored it/);
      isDoubtful(
        await send(side, hub, respondWith('<!DOCTYPE html><title>Log in</title>'), path),
        /200 \(an HTML page\).*a web page answered, which no receiver does; check the/,
      );
      isDoubtful(await send(side, hub, respondWith('hello'), '/hook'), /\(200 hello\): this answer does not say that/);
    });
    test('is asked again after 500 and 501', async () => {
      const subscribed = kargo(options('dockerhub'));
      const recovering: Respond = (request, response, index) => {
        if (index > 1) return subscribed(request, response, index);
        response.writeHead(500 + index);
        response.end('{}');
      };
      const sent = await send(side, hub, recovering, kargoPath(options('dockerhub')));
      isDelivered(sent);
      assert.equal(sent.requests.length, 3);
    });
  });

  describe(`Flux (${side})`, { concurrency: 4 }, () => {
    async function toFlux(inputs: Record<string, string>, options: FluxOptions, suffix = '') {
      const reconciled: string[] = [];
      const respond = flux(options, (resource) => void reconciled.push(resource));
      return { ...(await send(side, inputs, respond, `${fluxPath(options)}${suffix}`)), reconciled };
    }
    const hmac = { receiver: 'json', secret: SECRET, 'signature-header': 'X-Signature' };

    test('generic-hmac with a resourceFilter: only what the message is about', async () => {
      const names: Readonly<Record<string, string>> = { app: 'acme/app', other: 'acme/other' };
      const options: FluxOptions = {
        type: 'generic-hmac',
        token: SECRET,
        resources: ['app', 'other'],
        resourceFilter: (req, resource) => req.registry === 'ghcr.io' && req.repository === names[resource],
      };
      const sent = await toFlux(hmac, options);
      isDelivered(sent);
      assert.deepEqual(sent.reconciled, ['app']);
      isRefused(
        await toFlux({ ...hmac, secret: 'another-secret-of-length' }, options),
        /\(400\): Flux refuses the mess/,
      );
      isRefused(await toFlux({ ...hmac, 'signature-header': '' }, options), /compare secret, signature-header/);
    });
    test('generic-hmac with the webhook of Docker Hub', async () => {
      const resourceFilter: FluxOptions['resourceFilter'] = (req) => req.repository.repo_name === 'ghcr.io/acme/app';
      const options: FluxOptions = { type: 'generic-hmac', token: SECRET, resourceFilter };
      assert.deepEqual((await toFlux({ ...hmac, receiver: 'docker-hub', digest: '' }, options)).reconciled, ['app']);
    });
    test('github, with the events that it lists', async () => {
      const options: FluxOptions = { type: 'github', token: SECRET, events: ['package'] };
      const sent = await toFlux({ receiver: 'github', secret: SECRET }, options);
      isDelivered(sent);
      assert.deepEqual(sent.reconciled, ['app']);
      isRefused(await toFlux({ receiver: 'docker-hub', secret: SECRET }, options), /Flux refuses/);
      const headers = 'X-GitHub-Event: package';
      isDelivered(await toFlux({ receiver: 'docker-hub', secret: SECRET, headers }, options));
    });
    test('github refuses the content type of registries, which can be set', async () => {
      const options: FluxOptions = { type: 'github', token: SECRET };
      const inputs = { receiver: 'distribution', secret: SECRET };
      isRefused(await toFlux(inputs, options), /Flux refuses/);
      isDelivered(await toFlux({ ...inputs, headers: 'Content-Type: application/json' }, options));
    });
    test('harbor and gitlab, with a token', async () => {
      const headers = `Authorization: ${TOKEN}`;
      isDelivered(await toFlux({ receiver: 'harbor', headers }, { type: 'harbor', token: TOKEN }));
      isRefused(await toFlux({ receiver: 'harbor' }, { type: 'harbor', token: TOKEN }), /Flux refuses/);
      isDelivered(
        await toFlux({ receiver: 'json', headers: `X-Gitlab-Token: ${TOKEN}` }, { type: 'gitlab', token: TOKEN }),
      );
    });
    test('dockerhub and generic, whose URL is the credential', async () => {
      isDelivered(await toFlux({ receiver: 'docker-hub', digest: '' }, { type: 'dockerhub', token: TOKEN }));
      isDelivered(await toFlux({ receiver: 'json' }, { type: 'generic', token: TOKEN }));
    });
    test('what it answers otherwise', async () => {
      const generic: FluxOptions = { type: 'generic', token: TOKEN };
      const once = { receiver: 'json', retries: '0' };
      isRefused(await toFlux(once, generic, '0'), /\(404\): no Receiver has this url; copy the path again/);
      isRefused(await toFlux(once, generic, '?x=1'), /\(404\): no Receiver has this url; remove what follows/);
      isRefused(await toFlux(once, { ...generic, suspend: true }), /\(503\): the Receiver in Flux is suspended/);
      isRefused(await toFlux(once, { ...generic, missing: ['app'] }), /\(500\): Flux could not do all of it/);
    });
  });

  describe(`Keel (${side})`, { concurrency: 4 }, () => {
    async function toKeel(inputs: Record<string, string>, path: string, login?: string) {
      const events: KeelEvent[] = [];
      const respond = keel({ login }, (event) => void events.push(event));
      return { ...(await send(side, inputs, respond, path)), events };
    }
    const app = { name: 'ghcr.io/acme/app', tag: '1.2.3' };

    test('registry notifications, one event for each reference, with digest', async () => {
      const artifact = 'ghcr.io/acme/app:1.2.3,ghcr.io/acme/app:1.2';
      const sent = await toKeel({ receiver: 'distribution', artifact }, '/v1/webhooks/registry', `me:${SECRET}`);
      isDelivered(sent);
      assert.deepEqual(
        sent.events.toSorted((a, b) => b.tag.length - a.tag.length),
        [
          { ...app, digest: D1 },
          { ...app, tag: '1.2', digest: D1 },
        ],
      );
      assert.equal(sent.requests.length, 2);
    });
    test('the webhooks of Docker Hub and Harbor, with a login where it is switched on', async () => {
      assert.deepEqual((await toKeel({ receiver: 'docker-hub', digest: '' }, '/v1/webhooks/dockerhub')).events, [app]);
      assert.deepEqual((await toKeel({ receiver: 'harbor' }, '/v1/webhooks/harbor')).events, [app]);
      const refused = await toKeel({ receiver: 'docker-hub' }, '/v1/webhooks/dockerhub', `me:${SECRET}`);
      isRefused(refused, /401 Unauthorized\): Keel wants a login/);
      const headers = `Authorization: Basic ${Buffer.from(`me:${SECRET}`).toString('base64')}`;
      isDelivered(await toKeel({ receiver: 'docker-hub', headers }, '/v1/webhooks/dockerhub', `me:${SECRET}`));
    });
    test('the webhook of GitHub, for images of GHCR', async () => {
      const sent = await toKeel({ receiver: 'github' }, '/v1/webhooks/github');
      isDelivered(sent);
      assert.deepEqual(sent.events, [app]);
      isDoubtful(
        await toKeel({ receiver: 'github', artifact: 'quay.io/acme/app:1.2.3' }, '/v1/webhooks/github'),
        /Keel takes every image for one of ghcr\.io at this url/,
      );
    });
    test('a path for another format', async () => {
      isDoubtful(
        await toKeel({ receiver: 'docker-hub' }, '/v1/webhooks/registry'),
        /Keel reads format docker-hub at a url/,
      );
      isRefused(
        await toKeel({ receiver: 'distribution' }, '/v1/webhooks/dockerhub'),
        /Keel reads format distribution at/,
      );
    });
  });

  describe(`Argo CD Image Updater (${side})`, { concurrency: 4 }, () => {
    async function toUpdater(inputs: Record<string, string>, query: string, secrets = {}) {
      const events: ImageUpdaterEvent[] = [];
      const respond = imageUpdater({ secrets }, (event) => void events.push(event));
      return { ...(await send(side, inputs, respond, `/webhook?${query}`)), events };
    }
    const app = { registry: 'ghcr.io', repository: 'acme/app', tag: '1.2.3' };
    const secrets = { 'docker.io': SECRET, 'ghcr.io': SECRET, harbor: SECRET };

    test('harbor, for any registry, with digest and token', async () => {
      const headers = `Authorization: ${SECRET}`;
      const sent = await toUpdater({ receiver: 'harbor', headers }, 'type=harbor', secrets);
      isDelivered(sent, /it said: Webhook received and processing/);
      assert.deepEqual(sent.events, [{ ...app, digest: D1 }]);
      isRefused(await toUpdater({ receiver: 'harbor' }, 'type=harbor', secrets), /incorrect webhook secret\): compare/);
    });
    test('ghcr.io, signed', async () => {
      const sent = await toUpdater({ receiver: 'github', secret: SECRET }, 'type=ghcr.io', secrets);
      isDelivered(sent);
      assert.deepEqual(sent.events, [app]);
      isRefused(
        await toUpdater({ receiver: 'github' }, 'type=ghcr.io', secrets),
        /missing webhook signature\): compare/,
      );
    });
    test('docker.io, which takes every image for its own', async () => {
      const query = `type=docker.io&secret=${SECRET}`;
      const hub = await toUpdater({ receiver: 'docker-hub', artifact: 'acme/app:1.2.3', digest: '' }, query, secrets);
      isDelivered(hub);
      assert.deepEqual(hub.events, [{ ...app, registry: 'docker.io' }]);
      isDoubtful(
        await toUpdater({ receiver: 'docker-hub', digest: '' }, query, secrets),
        /Image Updater takes every image for one of the registry that `type` in the url names/,
      );
      isRefused(
        await toUpdater({ receiver: 'docker-hub' }, 'type=docker.io', secrets),
        /missing webhook secret\): compare/,
      );
    });
    test('a type for another format', async () => {
      isRefused(
        await toUpdater({ receiver: 'docker-hub' }, 'type=ghcr.io'),
        /reads format github with the `type` that is in the url/,
      );
    });
  });

  describe(`deployers on Docker (${side})`, { concurrency: 4 }, () => {
    const hub = { receiver: 'docker-hub', digest: '' };

    test('Portainer, which is busy first', async () => {
      const uuid = '0b0c3f4e-1111-4222-8333-444455556666';
      const sent = await send(side, hub, portainer(uuid, 2), `/api/stacks/webhooks/${uuid}`);
      isDelivered(sent, /^attempt 1: 409, next in .*it said: Unable to update stack: Stack deployment is already in/m);
      assert.equal(sent.requests.length, 3);
      const lost = await send(side, hub, portainer(uuid), `/api/stacks/webhooks/${uuid.replace('0', '1')}`);
      isRefused(lost, /\(404\): the path of the url is wrong/);
    });
    test('Coolify', async () => {
      const uuid = 'cw0k8s4';
      const path = `/api/v1/deploy?uuid=${uuid}`;
      isDelivered(await send(side, { ...hub, headers: `Authorization: Bearer ${TOKEN}` }, coolify(TOKEN, uuid), path));
      isRefused(await send(side, hub, coolify(TOKEN, uuid), path), /\(401 Unauthenticated\.\): .*login in headers/);
    });
    test('Watchtower, which answers late', async () => {
      const inputs = { ...hub, headers: `Authorization: Bearer ${TOKEN}`, timeout: '0.3', deadline: '0.5' };
      const path = '/v1/update?image=ghcr.io/acme/app';
      isRefused(await send(side, inputs, watchtower(TOKEN, 1_500), path), /: Watchtower answers only when the update/);
      isDelivered(await send(side, { ...inputs, timeout: '20' }, watchtower(TOKEN, 1_500), path));
    });
    test('Dokploy', async () => {
      const image = { name: 'ghcr.io/acme/app', tag: '1.2.3' };
      const inputs = { ...hub, headers: 'User-Agent: Go-http-client/2.0' };
      const path = `/api/deploy/${TOKEN}`;
      isDelivered(await send(side, inputs, dokploy(TOKEN, image), path), /it said: Application deployed successfully/);
      const other = await send(side, inputs, dokploy(TOKEN, { ...image, tag: 'main' }), path);
      isRefused(other, /\(301 Application Image Tag \(main\) doesn't match .*\): Dokploy did not deploy/);
    });
    test('Komodo', async () => {
      const path = '/listener/github/procedure/deploy/__ANY__';
      isDelivered(await send(side, { ...hub, secret: SECRET }, komodo(SECRET, 'deploy'), path));
      isRefused(await send(side, hub, komodo(SECRET, 'deploy'), path), /\(401\): .*check secret and signature-header/);
    });
  });

  describe(`receivers of which nothing is known (${side})`, { concurrency: 4 }, () => {
    const two = 'ghcr.io/acme/app:v1,ghcr.io/acme/app:v2';

    test('Distribution: one signed envelope for each, the same on every attempt', async () => {
      const failing: Respond = (request, response, index) =>
        index > 0 ? accepted(request, response) : void response.writeHead(503).end();
      const sent = await send(side, { artifact: two, secret: SECRET, receiver: 'distribution' }, failing);
      isDelivered(sent);
      assert.equal(sent.requests.length, 3);
      const bodies = new Set(sent.requests.map(({ body }) => body));
      assert.equal(bodies.size, 2);
      for (const { body, headers } of sent.requests) {
        assert.equal(JSON.parse(body).events.length, 1);
        assert.equal(headers['content-type'], 'application/vnd.docker.distribution.events.v2+json');
        const signature = createHmac('sha256', SECRET).update(body).digest('hex');
        assert.equal(headers['x-hub-signature-256'], `sha256=${signature}`);
      }
      assert.equal(JSON.parse(sent.run.outputs.deliveries ?? '').length, 2);
    });
    test('a signature header without a secret is refused, and not left out', async () => {
      const { run, requests } = await send(side, { receiver: 'msr', 'signature-header': 'X-Signature' }, accepted);
      assert.match(run.errors.join(), /^signature-header: secret is empty/);
      assert.equal(requests.length, 0);
    });
    test('MSR: a request for each tag, signed in the header of choice', async () => {
      const inputs = { artifact: two, secret: SECRET, receiver: 'msr', 'signature-header': 'X-Signature' };
      const sent = await send(side, inputs, accepted);
      isDelivered(sent);
      assert.deepEqual(sent.requests.map(({ body }) => JSON.parse(body).contents.tag).sort(), ['v1', 'v2']);
      for (const { body, headers } of sent.requests) {
        assert.equal(headers['x-signature'], `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`);
        assert.equal(headers['x-hub-signature-256'], undefined);
      }
    });
    test('json: a flat object, which the action itself reads back', async () => {
      const sent = await send(side, { receiver: 'json' }, accepted);
      isDelivered(sent);
      const again = await send(
        side,
        { receiver: 'json', artifact: '', digest: '', event: sent.requests[0]?.body ?? '' },
        accepted,
      );
      assert.equal(again.requests[0]?.body, sent.requests[0]?.body);
    });
  });
}
