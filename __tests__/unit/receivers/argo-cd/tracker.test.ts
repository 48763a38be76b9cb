import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpResult } from '../../../../src/http/types.ts';
import { argoCdTracker } from '../../../../src/receivers/argo-cd/tracker.ts';
import type { DeploymentResult, Observation } from '../../../../src/receivers/types.ts';
import { answer, timeout } from '../../../support/answers.ts';
import { type App, application, compared, deploys } from '../../../support/argo-cd.ts';

const NEW = `sha256:${'1'.repeat(64)}`;
const ARTIFACT = { host: 'ghcr.io', path: 'acme/app', tag: 'main', digest: NEW, style: 'tag' } as const;
const ENDPOINT = new URL('https://argo.test/cd/api/webhook?x=1');

/** Each Application as it is found before, and then, one look after the other. */
type Looks = readonly (App | HttpResult)[];

function isAnswer(look: App | HttpResult): look is HttpResult {
  return 'kind' in look && 'durationMs' in look;
}

/** Watches these Applications: what was refused before, or each observation up to the end, and which paths were asked for. */
async function watch(apps: readonly Looks[], { canSync = true, artifact = ARTIFACT as object } = {}) {
  const asked: string[] = [];
  const nameOf = (looks: Looks): string => looks[0].metadata.name;
  const looked = new Map<string, number>();
  const ask = async (url: URL): Promise<HttpResult> => {
    const path = url.pathname.replace('/cd/api/v1/', '');
    asked.push(`${path}${url.searchParams.has('refresh') ? ' refresh' : ''}`);
    if (path === 'session/userinfo') return answer(200, '{"loggedIn":true}');
    if (path === 'applications') return answer(200, JSON.stringify({ items: apps.map(([first]) => first) }));
    if (path.endsWith('/syncwindows'))
      return answer(200, JSON.stringify({ assignedWindows: [{}], ...(canSync ? { canSync } : {}) }));
    const looks = apps.find((each) => path === `applications/${nameOf(each)}`) ?? assert.fail(path);
    const index = looked.get(path) ?? 0;
    looked.set(path, index + 1);
    const look = looks[Math.min(index, looks.length - 1)];
    return isAnswer(look) ? look : answer(200, JSON.stringify(look));
  };
  const observer = argoCdTracker.watch(ENDPOINT, artifact as typeof ARTIFACT);
  const refused = await observer.before?.(ask);
  const observed: Observation[] = [];
  const longest = Math.max(0, ...apps.map((looks) => looks.length));
  for (let look = 1; refused === undefined && look <= longest && observed.at(-1)?.kind !== 'ended'; look++) {
    observed.push(await observer.observe({}, ask));
  }
  const last = observed.at(-1);
  const result: DeploymentResult | undefined = last?.kind === 'ended' ? last.result : undefined;
  return { refused, observed, result, asked };
}

const before = application();
const states = deploys(before, NEW);

describe("asking Argo CD's API", () => {
  test('what it is asked for is below the path that the webhook is below', async () => {
    const { asked } = await watch([[before, ...states]]);
    assert.deepEqual(asked.slice(0, 4), ['session/userinfo', 'applications', 'applications/web', 'applications/web']);
  });

  test('it is asked to compare where nothing happens, and to answer late is no trouble', async () => {
    const { asked, observed } = await watch([[before, before, before, before, timeout, states[3]]]);
    assert.equal(asked.filter((path) => path.endsWith('refresh')).length, 1);
    assert.deepEqual(
      observed.map((each) => (each.kind === 'pending' ? each.state : each.kind)),
      ['not compared yet', 'not compared yet', 'not compared yet', 'being compared', 'synchronising', 'synchronising'],
    );
  });

  test('an answer that is not about the Application is no observation', async () => {
    for (const look of [answer(502, 'bad gateway'), answer(200, '<html></html>'), timeout, answer(403, '{"code":7}')]) {
      const { observed } = await watch([[before, look]]);
      assert.equal(observed[0]?.kind, 'unreadable');
    }
  });

  test('where there is no answer, no other Application is asked about', async () => {
    const other = application({ name: 'other' });
    const { asked, observed } = await watch([
      [before, timeout],
      [other, timeout],
    ]);
    assert.equal(observed[0]?.kind, 'unreadable');
    assert.deepEqual(asked.slice(4), ['applications/web', 'applications/web']);
  });

  test('an API that cannot be used refuses the message', async () => {
    const { refused } = await watch([[before, states[0]]]);
    assert.equal(refused, undefined);
    for (const body of ['{}', '{"loggedIn":false}']) {
      const observer = argoCdTracker.watch(ENDPOINT, ARTIFACT);
      const result = await observer.before?.(async () => answer(200, body));
      assert.equal(result?.serverMessage, 'the API token is not accepted');
    }
    for (const problem of [timeout, answer(404, 'not found'), answer(200, '<html></html>')]) {
      const result = await argoCdTracker.watch(ENDPOINT, ARTIFACT).before?.(async () => problem);
      assert.equal(result?.kind, 'failed');
      assert.match(result?.hint ?? '', /the API must be reachable beside the webhook/);
    }
  });

  test('a closed sync window is said, and waited for', async () => {
    const { observed } = await watch(
      [[before, states[2], states[3]].map((each) => ({ ...each, operation: undefined }))],
      { canSync: false },
    );
    const last = observed.at(-1);
    assert.equal(last?.kind === 'pending' && last.state, 'out of sync, waiting for a sync window');
    assert.match((last?.kind === 'pending' && last.soFar?.serverMessage) || '', /a sync window is closed/);
  });

  test('of several Applications the first failure fails, and all must be there', async () => {
    const other = application({ name: 'other' });
    const failed = structuredClone(states[6]);
    failed.status.operationState = { phase: 'Failed', message: 'no such kind', syncResult: { revision: NEW } };
    const { result } = await watch([
      [other, other],
      [before, failed],
    ]);
    assert.match(result?.serverMessage ?? '', /^Application web: no such kind$/);
    const waiting = await watch([
      [before, ...states],
      [other, other, other],
    ]);
    assert.equal(waiting.result, undefined);
  });

  test('one that is hydrated cannot be proven', async () => {
    const hydrated = { ...before, spec: { ...before.spec, sourceHydrator: {} } };
    const { result } = await watch([[hydrated, hydrated]]);
    assert.deepEqual([result?.kind, result?.error], ['unknown', 'HYDRATED']);
  });

  test('one whose range leads to another version is unchanged', async () => {
    const range = application({ source: { repoURL: 'oci://ghcr.io/acme/app', targetRevision: '1.x' } });
    const { result } = await watch([[range, range, compared(range, 10), compared(range, 30)]]);
    assert.deepEqual([result?.kind, result?.error], ['unchanged', 'OTHER_VERSION']);
    assert.match(result?.serverMessage ?? '', /stays at sha256:0{12}, to which its targetRevision leads/);
  });
});
