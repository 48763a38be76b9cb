import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { coolifyTracker } from '../../../../src/receivers/coolify/tracker.ts';
import type { Observation } from '../../../../src/receivers/types.ts';
import { answer } from '../../../support/answers.ts';

const ENDPOINT = new URL('https://coolify.test/api/v1/deploy?uuid=u&force=true');
const ARTIFACT = { host: 'ghcr.io', path: 'acme/app', tag: 'v1', style: 'tag' } as const;
const deployed = (...ids: readonly string[]) =>
  JSON.stringify({ deployments: ids.map((id) => ({ message: 'queued', deployment_uuid: id })) });

/** One look at the deployments in `body`, whose states are these. */
async function look(body: string, states: Readonly<Record<string, string>> = {}): Promise<Observation> {
  const { observe } = coolifyTracker.watch(ENDPOINT, ARTIFACT);
  return observe({ response: answer(200, body) }, async (url) => {
    assert.equal(url.search, '');
    const id = /^\/api\/v1\/deployments\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
    const status = states[id];
    return status === undefined
      ? answer(404, '{"message":"Deployment not found."}')
      : answer(200, JSON.stringify({ status }));
  });
}

function endOf(observed: Observation): string {
  return observed.kind === 'ended' ? `${observed.result.kind} ${observed.result.error ?? ''}`.trim() : observed.kind;
}

describe("following Coolify's deployments", () => {
  const one: Readonly<Record<string, string>> = {
    queued: 'pending',
    in_progress: 'pending',
    finished: 'succeeded',
    failed: 'failed DEPLOYMENT_FAILED',
    'cancelled-by-user': 'failed DEPLOYMENT_FAILED',
    'something new': 'unreadable',
  };
  for (const [status, expected] of Object.entries(one)) {
    test(status, async () => assert.equal(endOf(await look(deployed('a'), { a: status })), expected));
  }

  test('of several, all must be finished, and the first failure fails', async () => {
    assert.equal(endOf(await look(deployed('a', 'b'), { a: 'finished', b: 'in_progress' })), 'pending');
    assert.equal(endOf(await look(deployed('a', 'b'), { a: 'in_progress', b: 'failed' })), 'failed DEPLOYMENT_FAILED');
    assert.equal(endOf(await look(deployed('a', 'b'), { a: 'finished', b: 'finished' })), 'succeeded');
  });

  test('what was queued before is not taken for ours, and a service cannot be followed', async () => {
    const again = deployed('a').replace('"queued"', '"Deployment already queued for this commit."');
    assert.equal(endOf(await look(again)), 'unknown ALREADY_QUEUED');
    assert.equal(endOf(await look('{"deployments":[{"message":"Service web started."}]}')), 'unknown NO_JOB_ID');
  });

  test('a service beside an application is said not to be waited for', async () => {
    const both = deployed('a').replace(']', ',{"message":"Service web started."}]');
    const observed = await look(both, { a: 'finished' });
    assert.match((observed.kind === 'ended' && observed.result.hint) || '', /^services and databases in it were not/);
    assert.equal(endOf(observed), 'succeeded');
  });

  test('one that is not there is not known', async () => assert.equal(endOf(await look(deployed('a'))), 'unreadable'));
});
