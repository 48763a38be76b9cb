import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { SMALLEST, tree } from '../support/push/directory.ts';
import { runPush } from '../support/push/run-push.ts';
import { type Receiver, type Respond, startReceiver } from '../support/receiver.ts';
import { type ActionRun, runAction } from '../support/run-action.ts';

/**
 * Registries that lead to another host. By Docker's protocol the login of a registry goes to the token service and the upload
 * address that it names (distribution: spec/auth/token, spec/api), and skopeo does so; a redirect gets none, and no host gets
 * the login of another registry.
 */

const OWN = Buffer.from('tester:the-password-of-the-registry').toString('base64');
const FOREIGN = Buffer.from('tester:the-password-of-another').toString('base64');
const TOKEN = 'the-token-of-the-other-host';
const SIGNATURE = 'the-signature-in-an-upload-address';

type Way = {
  readonly registry: (other: Receiver) => Respond;
  /** The logins that the other host may get. */
  readonly allowed: RegExp;
  /** Whether it happens while pushing only. */
  readonly isUpload?: true;
};

const ways: Readonly<Record<string, Way>> = {
  'redirects every request': {
    registry: (other) =>
      withLogin('Basic realm="test"', ({ path }, response) => {
        response.writeHead(307, { location: `${other.origin}${path}?X-Signature=${SIGNATURE}` }).end();
      }),
    allowed: /^none$/,
  },
  'names a token service there': {
    registry: (other) =>
      withLogin(`Bearer realm="${other.origin}/token",service="x"`, (_request, response) => notFound(response)),
    allowed: new RegExp(`^Basic ${OWN}$`),
  },
  'names an upload address there': {
    registry: (other) =>
      withLogin('Basic realm="test"', ({ method }, response) => {
        if (method !== 'POST') return notFound(response);
        response.writeHead(202, { location: `${other.origin}/upload?X-Signature=${SIGNATURE}` }).end();
      }),
    allowed: new RegExp(`^Basic ${OWN}$`),
    isUpload: true,
  },
};

/** Asks who does not log in to do so. */
function withLogin(challenge: string, respond: Respond): Respond {
  return (request, response, index) => {
    if (request.headers.authorization !== undefined) return respond(request, response, index);
    response.writeHead(401, { 'www-authenticate': challenge }).end('{"errors":[{"code":"UNAUTHORIZED"}]}');
  };
}

function notFound(response: Parameters<Respond>[1]): void {
  response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
}

/** The other host gives a token to whoever asks, and takes an upload but for its end. */
const greedy: Respond = ({ method, path }, response) => {
  if (path.startsWith('/token')) response.end(JSON.stringify({ token: TOKEN }));
  else if (method === 'PATCH') response.writeHead(202, { location: path }).end();
  else response.writeHead(500).end('{}');
};

type Led = { readonly run: ActionRun; readonly registry: Receiver; readonly other: Receiver };

async function lead(
  t: TestContext,
  { registry: respond }: Way,
  start: (host: string, env: Record<string, string>) => Promise<ActionRun>,
): Promise<Led> {
  const other = await startReceiver(greedy);
  const registry = await startReceiver(respond(other));
  t.after(() => Promise.all([registry.close(), other.close()]));
  const [host, elsewhere] = [registry, other].map(({ origin }) => origin.slice('http://'.length));
  const auths = { [host ?? '']: { auth: OWN }, [elsewhere ?? '']: { auth: FOREIGN } };
  const env = { DOCKER_CONFIG: tree({ 'config.json': JSON.stringify({ auths }) }) };
  return { run: await start(host ?? '', env), registry, other };
}

/** It is red, nothing secret is shown, and nobody has got what is not meant for him. */
function check({ run, registry, other }: Led, allowed: RegExp): void {
  assert.equal(run.exitCode, 1, run.log);
  const shown = `${run.log}${run.summary}${JSON.stringify(run.outputs)}`;
  for (const secret of [OWN, FOREIGN, TOKEN, SIGNATURE, 'the-password']) assert.ok(!shown.includes(secret), shown);
  for (const { headers } of registry.requests) assert.notEqual(headers.authorization, `Basic ${FOREIGN}`);
  for (const { headers } of other.requests) assert.match(headers.authorization ?? 'none', allowed);
}

describe('a registry that leads to another host', { concurrency: 2 }, () => {
  for (const [how, way] of Object.entries(ways)) {
    test(`push: ${how}`, async (t) => {
      const led = await lead(t, way, (host, env) =>
        runPush({ path: tree(SMALLEST), artifact: `${host}/team/config:1`, retries: '0' }, { env }),
      );
      check(led, way.allowed);
      assert.ok(led.other.requests.length > 0, 'it has been led there');
    });

    if (way.isUpload) continue;
    test(`look-up: ${how}`, async (t) => {
      const receiver = await startReceiver();
      t.after(() => receiver.close());
      const led = await lead(t, way, (host, env) =>
        runAction({
          env,
          inputs: { url: receiver.origin, secret: 'a-secret-of-some-length', artifact: `${host}/team/app:v1` },
        }),
      );
      check(led, way.allowed);
      assert.equal(receiver.requests.length, 0);
    });
  }
});
