import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRetryable } from '../../../src/delivery/retry.ts';
import { RECEIVERS } from '../../../src/formats/index.ts';
import type { HttpResponse, HttpResult } from '../../../src/http/types.ts';
import type { Artifact } from '../../../src/oci/artifact.ts';

/** What is known of an answer when only the format is: the URL or the answer itself tells who it is from. */

const HASH = 'c0ffee11'.repeat(8);
const GHCR: Artifact = { host: 'ghcr.io', path: 'acme/app', tag: 'v1', style: 'tag' };
const HUB: Artifact = { ...GHCR, host: 'docker.io' };

type Row = {
  readonly format?: string;
  readonly url: string;
  readonly result: HttpResult;
  readonly artifact?: Artifact;
  /** Nothing is said unless given. */
  readonly hint?: RegExp;
};

function answer(status: number, body = ''): HttpResponse {
  return { kind: 'response', status, body, bodyState: 'complete', durationMs: 1 };
}

const cut = (response: HttpResponse): HttpResponse => ({ ...response, bodyState: 'cut' });
const timeout: HttpResult = { kind: 'failure', code: 'TIMEOUT', message: 'late', written: true, durationMs: 1 };

function receiver(name: string) {
  const found = RECEIVERS.get(name);
  assert.ok(found, name);
  return found;
}

const kargo = (type: string, hash = HASH) => `https://kargo.example.com/webhooks/${type}/${hash}`;
const flux = `https://flux.example.com/hook/${HASH}`;
const keel = (type: string) => `https://keel.example.com/v1/webhooks/${type}`;
const updater = (type: string) => `https://updater.example.com/webhook?type=${type}&secret=hunter2`;
const PAGE = '<!DOCTYPE html><title>Log in</title>';
const RESULTS = (selectedTargets: readonly object[], status: string) =>
  JSON.stringify({ results: [{ matchedWhenExpression: true, selectedTargets, result: status }] });

const rows: Readonly<Record<string, Row>> = {
  'Kargo refreshed': { url: kargo('dockerhub'), result: answer(200, '{"msg":"refreshed 2 warehouse(s)"}') },
  'Kargo refreshed, ten': { url: kargo('dockerhub'), result: answer(200, '{"msg":"refreshed 10 warehouse(s)"}') },
  'Kargo refreshed nothing': {
    url: kargo('dockerhub'),
    result: answer(200, '{"msg":"refreshed 0 warehouse(s)"}'),
    hint: /^no Warehouse of Kargo subscribes/,
  },
  'Kargo behind a path of one’s own is known by what it says': {
    url: 'https://gate.example.com/to-kargo',
    result: answer(200, '{"msg":"refreshed 0 warehouse(s)"}'),
    hint: /^no Warehouse of Kargo subscribes/,
  },
  'Kargo ignored it': { url: kargo('github'), format: 'github', result: answer(200, '{}'), hint: /ignored it/ },
  'nothing at the path of Kargo': { url: kargo('dockerhub'), result: answer(200), hint: /not from Kargo/ },
  'something else at the path of Kargo': {
    url: kargo('dockerhub'),
    result: answer(200, '{"ok":true}'),
    hint: /not from Kargo/,
  },
  'an answer that was cut proves nothing': { url: kargo('dockerhub'), result: cut(answer(200)) },
  'a page is not Kargo’s': { url: kargo('dockerhub'), result: answer(200, PAGE) },
  'a 404 page is not Kargo’s': { url: kargo('dockerhub'), result: answer(404, PAGE) },
  'Kargo has no such receiver': {
    url: kargo('dockerhub'),
    result: answer(404, '{}'),
    hint: /^no receiver has this url; copy it again, whole/,
  },
  'Kargo has no such receiver, copied in part': {
    url: kargo('dockerhub', HASH.slice(1)),
    result: answer(404, '{}'),
    hint: /^no receiver has this url; copy it again, whole/,
  },
  'Kargo wants no slash': {
    url: `${kargo('dockerhub')}/`,
    result: answer(404, '{}'),
    hint: /none of the "\/" at its end/,
  },
  'Kargo’s message was changed': {
    url: kargo('dockerhub'),
    result: answer(400, '{"error":"invalid request body"}'),
    hint: /between here and Kargo changed/,
  },
  'the same message elsewhere is not Kargo’s': {
    url: 'https://hooks.example.com/x',
    result: answer(400, '{"error":"invalid request body"}'),
  },
  'an empty 404 elsewhere is not Kargo’s': { url: 'https://hooks.example.com/x', result: answer(404, '{}') },
  'Kargo could not refresh all': {
    url: kargo('dockerhub'),
    result: answer(500, '{"error":"failed to refresh 1 of 2 warehouses"}'),
    hint: /could not refresh every Warehouse/,
  },
  'Kargo failed': { url: kargo('dockerhub'), result: answer(500, '{}'), hint: /^Kargo failed/ },
  'Kargo limits the size': {
    url: kargo('dockerhub'),
    result: answer(413, '{"error":"content exceeds limit of 2097152 bytes"}'),
  },
  'no signature for Kargo': {
    url: kargo('github'),
    format: 'github',
    result: answer(401, '{"error":"missing signature"}'),
    hint: /^Kargo wants the message signed; set secret/,
  },
  'another secret than Kargo’s': {
    url: kargo('github'),
    format: 'github',
    result: answer(401, '{"error":"unauthorized"}'),
    hint: /^the secret differs/,
  },
  'no token for Kargo': {
    url: kargo('harbor'),
    format: 'harbor',
    result: answer(401, '{"error":"missing authorization"}'),
    hint: /^Kargo wants a token; set Authorization in headers/,
  },
  'another token than Kargo’s': {
    url: kargo('harbor'),
    format: 'harbor',
    result: answer(401, '{"error":"unauthorized"}'),
    hint: /^Authorization in headers differs/,
  },
  'a 401 that is not Kargo’s': { url: kargo('github'), format: 'github', result: answer(401, 'no') },
  'the URL of another receiver of Kargo': {
    url: kargo('github'),
    result: answer(400, '{"error":"event type  is not supported"}'),
    hint: /^the url is that of Kargo's github receiver, which does not read format docker-hub; set format to github/,
  },
  'the URL of another receiver of Kargo that found nothing': {
    url: kargo('dockerhub'),
    format: 'github',
    result: answer(200, '{"msg":"refreshed 0 warehouse(s)"}'),
    hint: /set format to docker-hub$/,
  },
  'the URL of a receiver of Kargo that reads nothing of ours': {
    url: kargo('quay'),
    result: answer(400, '{"error":"invalid request body"}'),
    hint: /quay receiver, which reads no format of this action/,
  },
  'Kargo’s generic receiver reads any format': {
    url: kargo('generic'),
    format: 'docker-hub',
    result: answer(200, RESULTS([{ success: true }], 'Success')),
  },
  'Kargo’s generic receiver found nothing': {
    url: kargo('generic'),
    format: 'json',
    result: answer(200, RESULTS([], 'NotApplicable')),
    hint: /^no action of Kargo's generic receiver selected anything/,
  },
  'Kargo’s generic receiver failed': {
    url: kargo('generic'),
    format: 'json',
    result: answer(500, RESULTS([], 'Error')),
    hint: /^an action of Kargo's generic receiver failed/,
  },

  'Flux accepts with nothing': { url: flux, result: answer(200) },
  'text at the path of Flux': { url: flux, result: answer(200, 'ok'), hint: /not from Flux/ },
  'no Receiver of Flux': { url: flux, result: answer(404), hint: /^no Receiver has this url; copy/ },
  'Flux and a query': { url: `${flux}?x=1`, result: answer(404), hint: /remove what follows the path/ },
  'Flux and a slash': { url: `${flux}/`, result: answer(404), hint: /remove what follows the path/ },
  'Flux refuses': { url: flux, format: 'json', result: answer(400), hint: /^Flux refuses the message; compare secret/ },
  'Flux misses something': {
    url: flux,
    result: answer(500),
    hint: /a resource .* is missing, or its resourceFilter fails/,
  },
  'Flux is suspended': { url: flux, result: answer(503), hint: /suspended or not ready/ },
  'a 503 with text is not Flux’s': { url: flux, result: answer(503, 'no healthy upstream') },

  'Keel accepts with nothing': { url: keel('registry'), format: 'distribution', result: answer(200) },
  'text at the path of Keel': { url: keel('dockerhub'), result: answer(200, 'ok'), hint: /not from Keel/ },
  'another path of Keel': {
    url: keel('registry'),
    result: answer(200),
    hint: /^Keel reads format docker-hub at a url that ends in \/webhooks\/dockerhub/,
  },
  'a format that Keel does not read': {
    url: keel('native'),
    format: 'json',
    result: answer(400),
    hint: /use distribution/,
  },
  'Keel reads the event of GitHub': { url: keel('github'), format: 'github', result: answer(200), artifact: GHCR },
  'Keel takes the event of GitHub for one of GHCR': {
    url: keel('github'),
    format: 'github',
    result: answer(200),
    artifact: HUB,
    hint: /^Keel takes every image for one of ghcr\.io/,
  },
  'the event of GitHub at another path of Keel': {
    url: keel('registry'),
    format: 'github',
    result: answer(200),
    hint: /^Keel reads format github at a url that ends in \/webhooks\/github/,
  },
  'Keel wants a login': { url: keel('dockerhub'), result: answer(401, 'Unauthorized'), hint: /^Keel wants a login/ },
  'Keel says what is wrong itself': { url: keel('dockerhub'), result: answer(400, 'repository tag cannot be empty') },
  'a 404 at the path of Keel': { url: keel('dockerhub'), result: answer(404, '404 page not found') },

  'Image Updater took it': {
    url: updater('docker.io'),
    result: answer(200, 'Webhook received and processing'),
    artifact: HUB,
  },
  'Image Updater takes an image for one of Docker Hub': {
    url: updater('docker.io'),
    result: answer(200, 'Webhook received and processing'),
    hint: /for one of the registry that `type` in the url names, so nothing uses this one; set format and that type to harbor/,
  },
  'Image Updater, any registry': {
    url: updater('harbor'),
    format: 'harbor',
    result: answer(200, 'Webhook received and processing'),
  },
  'something else in its place': {
    url: updater('harbor'),
    format: 'harbor',
    result: answer(200),
    hint: /not from Argo/,
  },
  'a webhook with another type is not Image Updater’s': {
    url: 'https://hooks.example.com/webhook?type=push',
    format: 'json',
    result: answer(200, 'ok'),
  },
  'Image Updater, another type': {
    url: updater('ghcr.io'),
    result: answer(400, 'missing X-GitHub-Event header\n'),
    hint: /reads format github with the `type` that is in the url/,
  },
  'Image Updater, another secret': {
    url: updater('docker.io'),
    result: answer(400, 'invalid webhook secret\n'),
    hint: /^compare secret/,
  },
  'Image Updater says what is wrong itself': {
    url: updater('docker.io'),
    result: answer(400, 'tag not found in webhook payload\n'),
  },

  'Portainer, a stack': {
    url: 'https://portainer.example.com/api/stacks/webhooks/0b0c3f4e-1111-4222-8333-444455556666',
    result: answer(202, '{"stackId":1,"message":"Deployment triggered."}'),
  },
  'Coolify says what it queued': {
    url: 'https://coolify.example.com/api/v1/deploy?uuid=x',
    result: answer(200, '{"deployments":[]}'),
  },
  'Komodo accepts with nothing': {
    url: 'https://komodo.example.com/listener/github/procedure/deploy/__ANY__',
    result: answer(200),
  },
  'Watchtower is done': { url: 'https://watchtower.example.com/v1/update?image=acme/app', result: answer(200) },
  'Watchtower is not done yet': {
    url: 'https://watchtower.example.com/v1/update',
    result: timeout,
    hint: /^Watchtower answers only when the update is done; raise timeout/,
  },
  'a timeout elsewhere is not Watchtower’s': { url: 'https://hooks.example.com/x', result: timeout },
  'Dokploy deploys': {
    url: 'https://dokploy.example.com/api/deploy/abc',
    result: answer(200, '{"message":"Application deployed successfully"}'),
  },
  'Dokploy has another image': {
    url: 'https://dokploy.example.com/api/deploy/abc',
    result: answer(
      301,
      '{"message":"Application Image Tag (v2) doesn\'t match request event payload Image Tag (v1)."}',
    ),
    hint: /^Dokploy did not deploy: its application has another image/,
  },

  'nothing at an unknown path': {
    url: 'https://hooks.example.com/x',
    result: answer(200),
    hint: /^this answer does not say that the message was understood/,
  },
  'something at an unknown path': {
    url: 'https://hooks.example.com/x',
    result: answer(200, 'OK'),
    hint: /format json/,
  },
  'at an unknown path, cut': { url: 'https://hooks.example.com/x', result: cut(answer(200)) },
  'at an unknown path, 202 or 204': { url: 'https://hooks.example.com/x', result: answer(204) },
  'nothing at an unknown path, for a receiver of one’s own': {
    url: 'https://hooks.example.com/x',
    format: 'json',
    result: answer(200),
  },
  'a page at an unknown path': { url: 'https://hooks.example.com/x', result: answer(200, PAGE) },
};

describe('what an answer means', () => {
  for (const [what, { format = 'docker-hub', url, result, artifact = GHCR, hint }] of Object.entries(rows)) {
    test(what, () => {
      const said = receiver(format).hint(result, new URL(url), artifact);
      if (hint === undefined) assert.equal(said, undefined);
      else assert.match(said ?? 'nothing', hint);
      assert.doesNotMatch(said ?? '', /hunter2|c0ffee/);
      if (!what.includes('Kargo')) assert.doesNotMatch(said ?? '', /Kargo/);
    });
  }
});

describe('what is repeated', () => {
  const again = (format: string, result: HttpResult) => receiver(format).isRetryable(result, isRetryable(result));
  const busy = answer(409, '{"message":"Unable to update stack","details":"Stack deployment is already in progress"}');
  const never = answer(409, '{"message":"Autoupdate for the stack isn\'t available","details":"no author"}');

  test('a refusal for being busy, but no other conflict', () => {
    for (const format of [...RECEIVERS.keys()].filter((name) => name !== 'doco-cd')) {
      assert.equal(again(format, busy), true, format);
      assert.equal(again(format, never), false, format);
      assert.equal(again(format, answer(409, '')), false, format);
    }
  });
  test('with docker-hub every 5xx', () => {
    for (const status of [500, 501, 505, 599]) assert.equal(again('docker-hub', answer(status)), true);
    for (const status of [301, 400, 401, 404, 413]) assert.equal(again('docker-hub', answer(status)), false);
    assert.equal(again('github', answer(501)), false);
  });
  test('what the general rule repeats', () => {
    for (const format of ['docker-hub', 'json', 'harbor', 'github']) {
      for (const result of [answer(429), answer(408), answer(503), timeout]) assert.equal(again(format, result), true);
    }
  });
});

describe('messages of receivers', () => {
  const said: Readonly<Record<string, string | undefined>> = {
    '{"msg":"refreshed 2 warehouse(s)"}': 'refreshed 2 warehouse(s)',
    '{"error":"unauthorized"}': 'unauthorized',
    '{"message":"Unable to update stack","details":"busy"}': 'Unable to update stack: busy',
    '{"message":"Error deploying Application","error":{}}': 'Error deploying Application',
    '{}': '',
    '{"deployments":[]}': undefined,
    '': undefined,
    'Webhook received and processing': undefined,
  };
  for (const [body, message] of Object.entries(said)) {
    test(body === '' ? 'nothing' : body, () => assert.equal(receiver('json').serverMessage(body), message));
  }
});
