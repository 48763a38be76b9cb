import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { type FluxOptions, flux, fluxPath } from '../support/flux.ts';
import {
  type IdTokenOptions,
  type IdTokenService,
  startIdTokenService,
  verifiedClaims,
} from '../support/id-token-service.ts';
import { docoCd, type Receiver, type Respond, startReceiver } from '../support/receiver.ts';
import { type ActionOptions, type ActionRun, preload, runAction } from '../support/run-action.ts';

/** The job's ID token instead of a secret, from a token service on loopback to a receiver that checks its signature. */

const AUDIENCE = 'notification-controller';
const APP = { artifact: 'ghcr.io/acme/app:v1', digest: `sha256:${'1'.repeat(64)}`, receiver: 'json' };
/** Lets a minute pass with every step of the clock, so that every token is too old for the next attempt. */
const HURRY = preload(
  'const { hrtime } = process; let steps = 0n; process.hrtime = { ...hrtime, bigint: () => hrtime.bigint() + 61_000_000_000n * steps++ };',
);

async function service(t: TestContext, options: IdTokenOptions = {}): Promise<IdTokenService> {
  const started = await startIdTokenService(options);
  t.after(() => started.close());
  return started;
}

async function listen(t: TestContext, respond: Respond): Promise<Receiver> {
  const receiver = await startReceiver(respond);
  t.after(() => receiver.close());
  return receiver;
}

async function send(tokens: IdTokenService, url: string, options: ActionOptions): Promise<ActionRun> {
  const inputs = { url, 'oidc-audience': AUDIENCE, ...APP, ...options.inputs };
  const before = tokens.tokens.length;
  const run = await runAction({ ...options, inputs, env: { ...tokens.env, ...options.env } });
  for (const shown of [run.log, run.summary, JSON.stringify(run.outputs)]) {
    for (const secret of [...tokens.tokens, tokens.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''])
      assert.ok(!shown.includes(secret), 'a token is shown');
  }
  for (const token of tokens.tokens.slice(before)) assert.match(run.stdout, new RegExp(`^::add-mask::${token}$`, 'm'));
  return run;
}

describe('oidc-audience', { concurrency: 4 }, () => {
  const oidcReceiver = (tokens: IdTokenService, repository = 'acme/app'): FluxOptions => ({
    type: 'generic-oidc',
    oidc: { service: tokens, audience: AUDIENCE, validate: (claims) => claims.repository === repository },
  });

  test('Flux verifies issuer, signature, audience and claims, and needs no secret', async (t) => {
    const tokens = await service(t);
    const options = oidcReceiver(tokens);
    const reconciled: string[] = [];
    const receiver = await listen(
      t,
      flux(options, (resource) => void reconciled.push(resource)),
    );
    const run = await send(tokens, `${receiver.origin}${fluxPath(options)}`, {});
    assert.equal(run.outputs.result, 'delivered', run.log);
    assert.deepEqual([reconciled, run.warnings], [['app'], []]);
    assert.equal(tokens.requests[0]?.path, `/idtoken?api-version=2.0&audience=${AUDIENCE}`);
  });

  test('Flux refuses another audience and another repository', async (t) => {
    const tokens = await service(t);
    const own = oidcReceiver(tokens);
    const receiver = await listen(t, flux(own));
    const url = `${receiver.origin}${fluxPath(own)}`;
    const inputs = { receiver: 'flux', 'oidc-audience': 'https://example.com/a?b&c' };
    const audience = await send(tokens, url, { inputs });
    assert.match(audience.errors[0] ?? '', /\(400\)\nFlux refuses the message; .* oidc-audience/);
    assert.equal(verifiedClaims(tokens.tokens[0] ?? '', tokens.key)?.aud, 'https://example.com/a?b&c');
    const other = oidcReceiver(tokens, 'acme/other');
    const strict = await listen(t, flux(other));
    const repository = await send(tokens, `${strict.origin}${fluxPath(other)}`, {
      inputs: { receiver: 'flux' },
    });
    assert.match(repository.errors[0] ?? '', /\(400\)\nFlux refuses the message/);
  });

  test('one token serves all that is sent at once, beside the signature', async (t) => {
    const tokens = await service(t);
    const secret = 'a-test-secret-of-some-length';
    const receiver = await listen(t, docoCd(secret));
    const artifact = 'ghcr.io/acme/app:v1,ghcr.io/acme/app:v2';
    const url = `${receiver.origin}/v1/webhook/a\n${receiver.origin}/v1/webhook/b`;
    const run = await send(tokens, url, { inputs: { artifact, secret, receiver: 'doco-cd' } });
    assert.equal(run.outputs.result, 'delivered', run.log);
    assert.equal(receiver.requests.length, 4);
    for (const { headers } of receiver.requests) assert.equal(headers.authorization, `Bearer ${tokens.tokens[0]}`);
    assert.equal(tokens.tokens.length, 1);
  });

  test('a later attempt has a token of its own, and none is shown that the receiver repeats', async (t) => {
    const tokens = await service(t);
    const receiver = await listen(t, ({ headers }, response, index) => {
      response.writeHead(index < 2 ? 503 : 200);
      response.end(headers.authorization);
    });
    const run = await send(tokens, receiver.origin, { nodeOptions: HURRY, inputs: { deadline: '20000' } });
    assert.equal(run.outputs.result, 'delivered', run.log);
    const sent = receiver.requests.map(({ headers }) => headers.authorization?.slice('Bearer '.length));
    assert.equal(new Set(sent).size, 3, 'the clock ran, and each attempt had another');
    for (const token of sent) assert.ok(tokens.tokens.includes(token ?? ''));
  });

  test('where there is no new one, the last one is sent again', async (t) => {
    const tokens = await service(t, { fault: (index) => (index === 0 ? undefined : [403, 'forbidden']) });
    const receiver = await listen(t, ({ headers }, response, index) => {
      response.writeHead(index < 1 ? 503 : 200);
      response.end(headers.authorization);
    });
    const run = await send(tokens, receiver.origin, { nodeOptions: HURRY, inputs: { deadline: '20000' } });
    assert.equal(run.outputs.result, 'delivered', run.log);
    assert.match(run.log, /^there is no new ID token \(403 .*\), going on with the last one$/m);
    for (const { headers } of receiver.requests) assert.equal(headers.authorization, `Bearer ${tokens.tokens[0]}`);
  });

  test('a token service that is in trouble for a moment', async (t) => {
    const tokens = await service(t, { fault: (index) => (index < 1 ? [500, 'oops'] : undefined) });
    const receiver = await listen(t, (_request, response) => void response.end());
    const run = await send(tokens, receiver.origin, {});
    assert.equal(run.outputs.result, 'delivered', run.log);
  });

  test('a token service that gives none: nothing is sent', async (t) => {
    const receiver = await listen(t, (_request, response) => void response.end());
    const refusing = await service(t, { fault: () => [403, 'Resource not accessible by integration'] });
    const run = await send(refusing, receiver.origin, {});
    assert.match(
      run.errors[0] ?? '',
      /^oidc-audience: there is no ID token \(403 .*\); see that the job has "permissions: id-token: write"/,
    );
    const lost = await send(refusing, receiver.origin, {
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/x?y=z' },
    });
    assert.match(lost.errors[0] ?? '', /^oidc-audience: there is no ID token \(.*ECONNREFUSED/);
    assert.equal(receiver.requests.length, 0);
  });

  test('a redirect of the token service is not followed, and an answer has an end', async (t) => {
    const tokens = await service(t);
    const stranger = await listen(t, (_request, response) => void response.end('{"value":"theirs"}'));
    const replies: Readonly<Record<string, readonly [reply: Respond, says: RegExp]>> = {
      redirect: [
        (_request, response) => void response.writeHead(307, { location: `${stranger.origin}/x` }).end(),
        /\(307 redirects to http:\/\/127\.0\.0\.1:\d+, which is not followed\)/,
      ],
      'too long': [(_request, response) => void response.end(`{"value":"${'x'.repeat(70_000)}"}`), /holds no token/],
      'no header': [(_request, response) => void response.end('{"value":"a\\r\\nb"}'), /holds no token/],
    };
    for (const [reply, says] of Object.values(replies)) {
      const server = await listen(t, reply);
      const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${server.origin}/x?y=z` };
      const run = await send(tokens, stranger.origin, { env });
      assert.match(run.errors[0] ?? '', says, run.log);
    }
    assert.equal(stranger.requests.length, 0);
  });

  test('it goes through no proxy that could read it, whichever URL leads there', async (t) => {
    const tokens = await service(t);
    const receiver = await listen(t, (_request, response) => void response.end());
    const proxy = await listen(t, (_request, response) => void response.end());
    const env = { HTTP_PROXY: proxy.origin, NO_PROXY: '127.0.0.1' };
    const url = `${receiver.origin}\n${receiver.origin.replace('127.0.0.1', 'localhost')}`;
    const run = await send(tokens, url, { env });
    assert.match(run.errors[0] ?? '', /^url: with http the proxy could read the token; use https, or list the host/);
    assert.equal(receiver.requests.length + proxy.requests.length, 0);
    const direct = await send(tokens, url, { env: { ...env, NO_PROXY: '127.0.0.1,localhost' } });
    assert.equal(direct.outputs.result, 'delivered', direct.log);
    assert.equal(proxy.requests.length, 0);
  });

  test('cancelling the job ends the wait for a token at once', async (t) => {
    const asked = Promise.withResolvers<void>();
    const silent = await listen(t, () => asked.resolve());
    const tokens = await service(t);
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${silent.origin}/x?y=z` };
    const run = await send(tokens, silent.origin, { env, cancelWhen: asked.promise });
    assert.match(run.errors[0] ?? '', /^cancelled while asking for the ID token of this job$/);
  });

  test('refused before anything is sent: a secret or key that is sent in the same header', async (t) => {
    const tokens = await service(t);
    const receiver = await listen(t, (_, response) => void response.end());
    for (const [path, inputs, pattern] of [
      [
        '/v1/update',
        { receiver: 'watchtower', secret: 'a-secret-of-some-length' },
        /^secret: it is sent as authorization, which is set/,
      ],
      [
        '/api/webhook',
        { receiver: 'argo-cd', secret: 'a-secret-of-some-length', 'api-key': 'a-key-of-some-length' },
        /^headers: authorization is set from the api-key input; remove it, also where the url or oidc-audience/,
      ],
    ] as const) {
      const run = await send(tokens, `${receiver.origin}${path}`, { inputs });
      assert.match(run.errors[0] ?? '', pattern);
    }
    assert.equal(receiver.requests.length, 0);
  });

  test('a dry run asks for none', async (t) => {
    const tokens = await service(t);
    const run = await send(tokens, 'https://deploy.example.com', { inputs: { 'dry-run': 'true' } });
    assert.equal(run.outputs.result, 'dry-run', run.log);
    assert.match(run.log, /^authorization: Bearer \*\*\*$/m);
    assert.equal(tokens.requests.length, 0);
  });

  test('no right to a token is said before anything is asked or sent', async (t) => {
    const tokens = await service(t);
    const receiver = await listen(t, (_request, response) => void response.end());
    const run = await send(tokens, receiver.origin, { env: { ACTIONS_ID_TOKEN_REQUEST_URL: '' } });
    assert.match(run.errors[0] ?? '', /^oidc-audience: this job may not have an ID token; give it/);
    assert.equal(receiver.requests.length + tokens.requests.length, 0);
  });
});
