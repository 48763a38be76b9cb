import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import { application, argoCd, deploys } from '../support/argo-cd.ts';
import { coolify, dokploy, komodo, portainer, watchtower } from '../support/docker-deployers.ts';
import { type FluxOptions, flux, fluxPath } from '../support/flux.ts';
import { type ImageUpdaterEvent, imageUpdater } from '../support/image-updater.ts';
import { type KargoOptions, kargo, kargoPath } from '../support/kargo.ts';
import { type KeelEvent, keel } from '../support/keel.ts';
import { accepted, type Received, type Respond, startReceiver } from '../support/receiver.ts';
import { type ActionRun, runAction } from '../support/run-action.ts';

/** Every receiver that docs/receivers names, as its double checks what the real one was seen to check. */

const SECRET = 'a-test-secret-of-some-length';
const D1 = `sha256:${'1'.repeat(64)}`;
const APP = { artifact: 'ghcr.io/acme/app:1.2.3', digest: D1 };
const TOKEN = 'a-token-of-some-length';

type Sent = { readonly run: ActionRun; readonly requests: readonly Received[] };

/** Runs the action against a receiver at `path` that answers by `respond`. No secret may be shown. */
async function send(inputs: Record<string, string>, respond: Respond, path = ''): Promise<Sent> {
  const receiver = await startReceiver(respond);
  try {
    const run = await runAction({ inputs: { url: `${receiver.origin}${path}`, ...APP, ...inputs } });
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

describe('Kargo', { concurrency: 4 }, () => {
  const warehouses = [{ repository: 'ghcr.io/acme/app', tags: /^\d+\.\d+\.\d+$/ }];
  const options = (type: KargoOptions['type'], more: Partial<KargoOptions> = {}): KargoOptions => ({
    type,
    secret: SECRET,
    warehouses,
    ...more,
  });
  const toKargo = (inputs: Record<string, string>, receiver: KargoOptions, path = kargoPath(receiver)) =>
    send(inputs, kargo(receiver), path);
  const hub = { digest: '' };

  test('its Docker Hub receiver, without digest or signature', async () => {
    const sent = await toKargo(hub, options('dockerhub'));
    isDelivered(sent, /answer: refreshed 1 warehouse\(s\)/);
    assert.match(sent.run.log, /^receiver: kargo, by the path of url$/m);
    const [{ body, headers } = assert.fail()] = sent.requests;
    assert.equal(body, '{"push_data":{"tag":"1.2.3"},"repository":{"repo_name":"ghcr.io/acme/app"}}');
    assert.ok(!Object.keys(headers).some((name) => name.includes('signature')));
    assert.match(sent.run.stdout, new RegExp(`^::add-mask::.*${kargoPath(options('dockerhub'))}$`, 'm'));
  });
  test('its GitHub and Harbor receivers, with the secret, another one or none', async () => {
    for (const type of ['github', 'harbor'] as const) {
      isDelivered(await toKargo({ secret: SECRET }, options(type)), /refreshed 1 warehouse/);
      isRefused(
        await toKargo({ secret: 'another-secret-of-some-length' }, options(type)),
        /rejected \(401 unauthorized\)\nthe secret differs from `(?:secret|auth-header)` in the receiver's Secret/,
      );
      isRefused(await toKargo({}, options(type)), /\(401 missing (?:signature|authorization)\)\nKargo wants/);
    }
  });
  test('its generic receiver, with an expression', async () => {
    const when = (body: unknown) => (body as { registry: string }).registry === 'ghcr.io';
    isDelivered(await toKargo({}, options('generic', { when })));
    isDoubtful(
      await toKargo({}, options('generic', { when: () => false })),
      /no action of Kargo's generic receiver selected anything/,
    );
    const fails = () => {
      throw new Error();
    };
    isRefused(
      await toKargo({ retries: '0' }, options('generic', { when: fails })),
      /an action of Kargo's generic receiver failed/,
    );
  });
  test('several tags, of which one is subscribed to', async () => {
    const artifact = 'ghcr.io/acme/app:1.2.3,ghcr.io/acme/app:latest';
    const sent = await toKargo({ ...hub, artifact }, options('dockerhub'));
    isDelivered(sent, /refreshed 0 warehouse/);
    assert.equal(sent.requests.length, 2);
    isDoubtful(
      await toKargo({ ...hub, artifact: `${artifact},ghcr.io/acme/other:1.2.3` }, options('dockerhub')),
      /^http:\/\/\S+: ghcr\.io\/acme\/other:1\.2\.3 accepted .*\nno Warehouse of Kargo subscribes/,
    );
  });
  test('a receiver that the path contradicts is refused before sending', async () => {
    const sent = await toKargo({ receiver: 'flux' }, options('dockerhub'));
    assert.match(sent.run.errors.join(), /receiver: it is flux, but the path of url is that of kargo/);
    assert.equal(sent.requests.length, 0);
  });
  test('a URL that no receiver has', async () => {
    const lost = await toKargo(hub, options('dockerhub'), `${kargoPath(options('dockerhub'))}0`);
    isRefused(lost, /rejected \(404\)\nno receiver has this url; copy it again/);
    assert.equal(lost.requests.length, 1, 'and it is not asked again');
  });
  test('something that answers in its place', async () => {
    const path = kargoPath(options('dockerhub'));
    const respondWith = (text: string) => (_: unknown, response: ServerResponse) => void response.end(text);
    isRefused(await send(hub, respondWith(''), path), /\(200\)\nthis answer is not from Kargo/);
    isDoubtful(await send(hub, respondWith('{}'), path), /\(200\)\nKargo took the message and ignored it/);
    isRefused(
      await send({ ...hub, retries: '0' }, respondWith('<!DOCTYPE html><title>Log in</title>'), path),
      /200 \(an HTML page\)/,
    );
  });
  test('is asked again after 500 and 502', async () => {
    const subscribed = kargo(options('dockerhub'));
    const recovering: Respond = (request, response, index) => {
      if (index > 1) return subscribed(request, response, index);
      response.writeHead(index === 0 ? 500 : 502);
      response.end('{}');
    };
    const sent = await send(hub, recovering, kargoPath(options('dockerhub')));
    isDelivered(sent);
    assert.equal(sent.requests.length, 3);
  });
});

describe('Flux', { concurrency: 4 }, () => {
  async function toFlux(inputs: Record<string, string>, options: FluxOptions, suffix = '') {
    const reconciled: string[] = [];
    const respond = flux(options, (resource) => void reconciled.push(resource));
    return { ...(await send(inputs, respond, `${fluxPath(options)}${suffix}`)), reconciled };
  }

  test('generic-hmac with a resourceFilter: only what the message is about', async () => {
    const names: Readonly<Record<string, string>> = { app: 'acme/app', other: 'acme/other' };
    const options: FluxOptions = {
      type: 'generic-hmac',
      token: SECRET,
      resources: ['app', 'other'],
      resourceFilter: (req, resource) => req.registry === 'ghcr.io' && req.repository === names[resource],
    };
    const sent = await toFlux({ secret: SECRET }, options);
    isDelivered(sent);
    assert.deepEqual(sent.reconciled, ['app']);
    isRefused(await toFlux({ secret: 'another-secret-of-length' }, options), /\(400\)\nFlux refuses the mess/);
    isRefused(await toFlux({}, options), /Flux refuses the message; compare secret/);
  });
  test('github, harbor and gitlab, by naming the event or the header', async () => {
    const options: FluxOptions = { type: 'github', token: SECRET, events: ['package'] };
    isDelivered(await toFlux({ receiver: 'github', secret: SECRET }, options));
    const authorization = `Authorization: ${TOKEN}`;
    isDelivered(await toFlux({ receiver: 'harbor', headers: authorization }, { type: 'harbor', token: TOKEN }));
    isDelivered(await toFlux({ headers: `X-Gitlab-Token: ${TOKEN}` }, { type: 'gitlab', token: TOKEN }));
  });
  test('dockerhub and generic, whose URL is the credential', async () => {
    isDelivered(await toFlux({ receiver: 'docker-hub', digest: '' }, { type: 'dockerhub', token: TOKEN }));
    isDelivered(await toFlux({}, { type: 'generic', token: TOKEN }, '/'));
  });
  test('what it answers otherwise', async () => {
    const generic: FluxOptions = { type: 'generic', token: TOKEN };
    const once = { retries: '0' };
    isRefused(await toFlux(once, generic, '0'), /\(404\)\nno Receiver has this url; copy the path again/);
    isRefused(await toFlux(once, { ...generic, suspend: true }), /\(503\)\nthe Receiver in Flux is suspended/);
    isRefused(await toFlux(once, { ...generic, missing: ['app'] }), /\(500\)\nFlux could not do all of it/);
    const { run, requests } = await toFlux(once, generic, '?x=1');
    assert.match(run.errors.join(), /url: with a "\?", Flux finds no Receiver/);
    assert.equal(requests.length, 0);
  });
});

describe('Keel', { concurrency: 4 }, () => {
  async function toKeel(inputs: Record<string, string>, path: string, login?: string) {
    const events: KeelEvent[] = [];
    const respond = keel({ login }, (event) => void events.push(event));
    return { ...(await send(inputs, respond, path)), events };
  }
  const app = { name: 'ghcr.io/acme/app', tag: '1.2.3' };

  test('each tag after the one before was answered, in the order given', async () => {
    const tags = ['1', '1.2', '1.2.3', 'latest', '1.2.3-r1'];
    const artifact = tags.map((tag) => `ghcr.io/acme/app:${tag}`).join(',');
    const events: KeelEvent[] = [];
    const respond = keel({}, (event) => void events.push(event));
    let open = 0;
    const late: Respond = async (request, response, index) => {
      open += 1;
      assert.equal(open, 1);
      await new Promise((resolve) => setTimeout(resolve, 40 - index * 10));
      open -= 1;
      respond(request, response, index);
    };
    isDelivered(await send({ artifact }, late, '/v1/webhooks/dockerhub'));
    assert.deepEqual(
      events.map(({ tag }) => tag),
      tags,
    );
  });
  test('where one waits in vain, those after it are tried once', async () => {
    const artifact = ['1', '1.2', '1.2.3'].map((tag) => `ghcr.io/acme/app:${tag}`).join(',');
    const down: Respond = (_, response) => void response.writeHead(503).end();
    const { run, requests } = await send({ artifact, deadline: '1' }, down, '/v1/webhooks/dockerhub');
    assert.equal(run.outputs.result, 'failed');
    const attempts = JSON.parse(run.outputs.deliveries ?? '').map(({ attempts }: { attempts: number }) => attempts);
    assert.deepEqual([attempts[0] > 1, ...attempts.slice(1)], [true, 1, 1]);
    assert.equal(requests.length, attempts[0] + 2);
  });
  test('all of its webhooks, with a login where it is switched on', async () => {
    const withDigest = { ...app, digest: D1 };
    const secret = `me:${SECRET}`;
    assert.deepEqual((await toKeel({ secret }, '/v1/webhooks/dockerhub', secret)).events, [app]);
    assert.deepEqual((await toKeel({ secret }, '/v1/webhooks/harbor/', secret)).events, [app]);
    assert.deepEqual((await toKeel({ secret }, '/v1/webhooks/github', secret)).events, [app]);
    assert.deepEqual((await toKeel({}, '/v1/webhooks/registry', secret)).events, [withDigest]);
    isRefused(await toKeel({}, '/v1/webhooks/dockerhub', secret), /401 Unauthorized\)\nKeel wants a login/);
  });
  test('no digest is looked up for an event that has none', async () => {
    assert.deepEqual((await toKeel({ digest: '' }, '/v1/webhooks/dockerhub')).events, [app]);
  });
  test('what it would take for another image is refused before sending', async () => {
    for (const [artifact, path, error] of [
      ['quay.io/acme/app:1.2.3', 'github', /quay\.io\/acme\/app would be taken for ghcr\.io\/acme\/app there/],
      [`ghcr.io/acme/app@${D1}`, 'registry', /named by its digest alone, with which Keel does nothing/],
    ] as const) {
      const { run, requests } = await toKeel({ artifact }, `/v1/webhooks/${path}`);
      assert.match(run.errors.join(), error);
      assert.equal(requests.length, 0);
    }
  });
});

describe('Argo CD Image Updater', { concurrency: 4 }, () => {
  async function toUpdater(inputs: Record<string, string>, type: string, secrets = {}) {
    const events: ImageUpdaterEvent[] = [];
    const respond = imageUpdater({ secrets }, (event) => void events.push(event));
    return { ...(await send(inputs, respond, `/webhook?type=${type}`)), events };
  }
  const app = { registry: 'ghcr.io', repository: 'acme/app', tag: '1.2.3' };
  const secrets = { 'docker.io': SECRET, 'ghcr.io': SECRET, harbor: SECRET };

  test('the three types, each with its secret', async () => {
    const secret = SECRET;
    const sent = await toUpdater({ secret }, 'harbor', secrets);
    isDelivered(sent, /answer: Webhook received and processing/);
    assert.deepEqual(sent.events, [{ ...app, digest: D1 }]);
    assert.deepEqual((await toUpdater({ secret }, 'ghcr.io', secrets)).events, [app]);
    const hub = await toUpdater({ secret, artifact: 'docker.io/acme/app:1.2.3' }, 'docker.io', secrets);
    assert.deepEqual(hub.events, [{ ...app, registry: 'docker.io' }]);
    const asked = { secret, artifact: 'docker.io/acme/app:1.2.3', digest: '' };
    assert.equal((await toUpdater(asked, 'docker.io', secrets)).events.length, 1, 'no digest is looked up');
  });
  test('no secret, on either side', async () => {
    isRefused(await toUpdater({}, 'harbor', secrets), /400 missing Authorization header .*\)\ncompare/);
    isRefused(await toUpdater({}, 'ghcr.io', secrets), /missing webhook signature\)\ncompare/);
    isRefused(await toUpdater({ secret: SECRET }, 'harbor'), /no webhook handlers are registered.*\nsince 1\.3\.0/);
    isRefused(
      await toUpdater({ secret: SECRET }, 'harbor', { 'ghcr.io': SECRET }),
      /has no webhook secret for the type/,
    );
  });
  test('an image of a registry that the type does not name', async () => {
    const { run, requests } = await toUpdater({ secret: SECRET }, 'docker.io', secrets);
    assert.match(run.errors.join(), /would be taken for docker\.io\/acme\/app there; let the url have \?type=harbor/);
    assert.equal(requests.length, 0);
  });
});

describe('deployers on Docker', { concurrency: 4 }, () => {
  test('Portainer, which is busy first', async () => {
    const uuid = '0b0c3f4e-1111-4222-8333-444455556666';
    const sent = await send({}, portainer(uuid, 2), `/api/stacks/webhooks/${uuid}`);
    isDelivered(sent, /^attempt 1: 409, next in .*answer: Unable to update stack: Stack deployment is already in/m);
    assert.equal(sent.requests.length, 3);
    const lost = await send({}, portainer(uuid), `/api/stacks/webhooks/${uuid.replace('0', '1')}`);
    isRefused(lost, /\(404\)\nthe path of the url is wrong/);
  });
  test('Coolify: what it refuses is red, and what it deploys is followed with the same token', async () => {
    const [uuid, secret] = ['cw0k8s4', TOKEN];
    const path = `/api/v1/deploy?uuid=${uuid}`;
    isDelivered(await send({ secret }, coolify(TOKEN, uuid), path));
    isRefused(await send({ secret }, coolify(TOKEN, uuid, []), path), /200 Unauthorized to deploy this application/);
    isRefused(await send({ secret: SECRET }, coolify(TOKEN, uuid), path), /401 Unauthenticated\.\)\nset secret/);
    const wait = { secret, wait: 'true' };
    const { run } = await send(wait, coolify(TOKEN, uuid, ['queued', 'in_progress', 'finished']), path);
    assert.equal(run.outputs.result, 'deployed', run.log);
    isRefused(await send(wait, coolify(TOKEN, uuid, ['failed']), path), /failed \(failed\)\nsee the deployment's log/);
  });
  test('Watchtower: its answer is the result, however late', async () => {
    const inputs = { secret: TOKEN, timeout: '0.3', deadline: '0.5' };
    const path = '/v1/update?image={repository}';
    isRefused(await send(inputs, watchtower(TOKEN, 1_500), path), /\nWatchtower answers only when the update/);
    const results: readonly (readonly [Parameters<typeof watchtower>[2], string])[] = [
      [{ scanned: 1, updated: 1, failed: 0 }, 'deployed'],
      [{ scanned: 1, updated: 0, failed: 0 }, 'unchanged'],
      [{ scanned: 0, updated: 0, failed: 0 }, 'unchanged'],
      [{ scanned: 2, updated: 1, failed: 1 }, 'failed'],
    ];
    for (const [summary, expected] of results) {
      const { run, requests } = await send({ secret: TOKEN }, watchtower(TOKEN, 0, summary), path);
      assert.equal(run.outputs.result, expected, run.log);
      assert.equal(run.warnings.length, summary?.scanned === 0 ? 1 : 0, run.log);
      assert.equal(requests[0]?.path, '/v1/update?image=ghcr.io%2Facme%2Fapp');
    }
    isDelivered(await send({ secret: TOKEN }, watchtower(TOKEN, 0), `${path}&async=true`));
  });
  test('Dokploy', async () => {
    const path = `/api/deploy/${TOKEN}`;
    isDelivered(await send({}, dokploy(TOKEN), path), /answer: Application deployed successfully/);
    isRefused(await send({}, dokploy(TOKEN), `${path}0`), /404 Application Not Found\)\nno application of Dokploy/);
  });
  test('Komodo', async () => {
    const path = '/listener/github/procedure/deploy/__ANY__';
    isDelivered(await send({ secret: SECRET }, komodo(SECRET, 'deploy'), path));
    isRefused(await send({ secret: TOKEN }, komodo(SECRET, 'deploy'), path), /\(401\)\nthe secret differs/);
  });
});

describe('Argo CD', { concurrency: 4 }, () => {
  const before = application();
  const states = deploys(before, D1);
  const inputs = { secret: SECRET, artifact: 'ghcr.io/acme/app:main' };
  const toArgo = (more: Record<string, string>, apps: Parameters<typeof argoCd>[0]['apps'], root = '') =>
    send({ ...inputs, ...more }, argoCd({ token: TOKEN, secret: SECRET, apps, root }), `${root}/api/webhook`);
  const waiting = { 'api-key': TOKEN };

  test('is told by the event of the registry', async () => {
    isDelivered(await toArgo({}, []));
    const other = await toArgo({ artifact: 'registry.example.com/acme/app:main' }, []);
    isDelivered(other);
    assert.equal(other.requests[0]?.headers.authorization, SECRET);
    isRefused(
      await toArgo({ secret: TOKEN }, []),
      /401 Unauthorized\)\nthe secret differs from webhook\.github\.secret/,
    );
    isRefused(
      await toArgo({ secret: TOKEN, artifact: 'registry.example.com/acme/app:main' }, []),
      /400 Unknown webhook event\)\nthe secret differs from webhook\.harbor\.secret/,
    );
  });
  test('a login of something in front of it is in the way only where the secret is sent in that header', async () => {
    const headers = 'Authorization: Bearer of-a-proxy';
    const { run, requests } = await toArgo({ headers }, []);
    assert.equal(run.outputs.result, 'delivered', run.log);
    assert.equal(requests[0]?.headers.authorization, 'Bearer of-a-proxy');
    const other = await toArgo({ headers, artifact: 'registry.example.com/acme/app:main' }, []);
    assert.match(other.run.errors.join(), /secret: it is sent as authorization, which is set already, in headers/);
    assert.equal(other.requests.length, 0);
  });
  test('deploys: the step ends when the Application runs the artifact, also below a root path', async () => {
    const after = [states[0], states[2], states[4], states[7], states[8]];
    const { run, requests } = await toArgo(waiting, [{ before, after }], '/argo');
    assert.equal(run.outputs.result, 'deployed', run.log);
    assert.match(run.log, /synchronising after/);
    assert.ok(requests.every(({ path }) => path.startsWith('/argo/api/')));
    assert.deepEqual(
      requests.slice(0, 4).map(({ method, path }) => `${method} ${path.split('?')[0]}`),
      [
        'GET /argo/api/v1/session/userinfo',
        'GET /argo/api/v1/applications',
        'GET /argo/api/v1/applications/web',
        'POST /argo/api/webhook',
      ],
    );
  });
  test('fails to synchronise', async () => {
    const failed = structuredClone(states[6]);
    failed.status.operationState = { phase: 'Failed', message: 'no such kind', syncResult: { revision: D1 } };
    isRefused(await toArgo(waiting, [{ before, after: [failed] }]), /failed \(Application web: no such kind\)/);
  });
  test('has no Application that uses it: unchanged, with a warning', async () => {
    const other = application({ source: { repoURL: 'oci://ghcr.io/acme/other', targetRevision: 'main' } });
    for (const apps of [[], [{ before: other, after: [] }]]) {
      const { run } = await toArgo(waiting, apps);
      assert.equal(run.outputs.result, 'unchanged', run.log);
      assert.match(run.warnings.join(), /no Application that the API token may get uses ghcr\.io\/acme\/app:main/);
    }
  });
  test('does not know the token: refused before anything is sent', async () => {
    const { run, requests } = await toArgo({ 'api-key': 'another-token-of-length' }, [{ before, after: [] }]);
    assert.equal(run.outputs.result, 'failed', run.log);
    assert.match(run.errors.join(), /the API token is not accepted/);
    assert.match(run.stdout, /^::error title=http\S+ was not told::/m);
    assert.ok(requests.every(({ method }) => method === 'GET'));
  });
  test('is cancelled while it is asked: nothing was sent, and that is all', async () => {
    const asked = Promise.withResolvers<void>();
    const receiver = await startReceiver(() => asked.resolve());
    const url = `${receiver.origin}/api/webhook`;
    const run = await runAction({ inputs: { url, ...APP, ...inputs, ...waiting }, cancelWhen: asked.promise });
    await receiver.close();
    assert.deepEqual([run.exitCode, JSON.parse(run.outputs.deliveries ?? '')[0].outcome], [1, 'cancelled'], run.log);
    assert.match(run.errors.join(), /cancelled \(before it was sent\)$/);
  });
  test('cannot be asked without a token', async () => {
    const { run, requests } = await toArgo({ wait: 'true' }, []);
    assert.match(run.errors.join(), /wait: Argo CD is asked with a token of its own; set api-key, or remove wait/);
    assert.equal(requests.length, 0);
  });
});

describe('receivers of which nothing is known', { concurrency: 4 }, () => {
  const two = 'ghcr.io/acme/app:v1,ghcr.io/acme/app:v2';

  test('Distribution: one signed envelope for each, the same on every attempt', async () => {
    const failing: Respond = (request, response, index) =>
      index > 0 ? accepted(request, response) : void response.writeHead(503).end();
    const sent = await send({ artifact: two, secret: SECRET, receiver: 'distribution' }, failing);
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
    const { run, requests } = await send({ receiver: 'msr', 'signature-header': 'X-Signature' }, accepted);
    assert.match(run.errors.join(), /^signature-header: secret is empty/);
    assert.equal(requests.length, 0);
  });
  test('MSR: a request for each tag, signed in the header of choice', async () => {
    const inputs = { artifact: two, secret: SECRET, receiver: 'msr', 'signature-header': 'X-Signature' };
    const sent = await send(inputs, accepted);
    isDelivered(sent);
    assert.deepEqual(sent.requests.map(({ body }) => JSON.parse(body).contents.tag).sort(), ['v1', 'v2']);
    for (const { body, headers } of sent.requests) {
      assert.equal(headers['x-signature'], `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`);
      assert.equal(headers['x-hub-signature-256'], undefined);
    }
  });
  test('json: a flat object, which the action itself reads back', async () => {
    const sent = await send({ receiver: 'json' }, accepted);
    isDelivered(sent);
    const again = await send(
      { receiver: 'json', artifact: '', digest: '', event: sent.requests[0]?.body ?? '' },
      accepted,
    );
    assert.equal(again.requests[0]?.body, sent.requests[0]?.body);
  });
});
