import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchSource, readApplication } from '../../../../src/receivers/argo-cd/application.ts';
import { createDecision, type Verdict } from '../../../../src/receivers/argo-cd/decide.ts';
import { type App, application, compared, deploys, OLD } from '../../../support/argo-cd.ts';

const NEW = `sha256:${'1'.repeat(64)}`;
const OTHER = `sha256:${'2'.repeat(64)}`;
const ARTIFACT = { host: 'ghcr.io', path: 'acme/app', tag: 'main', digest: NEW, style: 'tag' } as const;

type Look = App | readonly [app: App, afterMs: number];

/** What is said of these looks, 3 s apart unless one says otherwise, up to the first that ends. */
function decide(before: App, looks: readonly Look[], artifact = ARTIFACT): readonly Verdict[] {
  const app = readApplication(before);
  const match = app && matchSource(app, artifact);
  assert.ok(app && match);
  const decision = createDecision(app, match);
  const verdicts: Verdict[] = [];
  let nowMs = 1_000;
  for (const look of looks) {
    const [state, afterMs] = Array.isArray(look) ? look : [look, 3_000];
    nowMs += afterMs;
    const read = readApplication(state);
    assert.ok(read);
    verdicts.push(decision(read, nowMs));
    if (verdicts.at(-1)?.kind !== 'pending') break;
  }
  return verdicts;
}

/** The end of these looks: its kind, its code and what is said. */
function endOf(before: App, looks: readonly Look[], artifact = ARTIFACT): string {
  const last = decide(before, looks, artifact).at(-1);
  if (last?.kind !== 'ended') return last?.kind === 'pending' ? `pending: ${last.state}` : String(last?.kind);
  const { kind, error = '', serverMessage = '' } = last.result;
  return `${kind} ${error}: ${serverMessage}`;
}

const before = application();
const states = deploys(before, NEW);
const state = (number: number): App => states[number];
const last = state(8);

/** A state with changes to its status. */
function changed(app: App, change: object): App {
  return { ...app, status: { ...app.status, ...change } };
}

describe('an Application of Argo CD', () => {
  test('is deployed when it is synced to the digest and healthy twice, 5 s apart, and never before', () => {
    const looks = [before, ...states, last, last, last];
    const verdicts = decide(before, looks);
    assert.deepEqual(
      verdicts.map((verdict) => (verdict.kind === 'pending' ? verdict.state : verdict.kind)),
      [
        'not compared yet',
        'being compared',
        'being compared',
        'being compared',
        'synchronising',
        'synchronising',
        'synchronising',
        'synced',
        'synced, progressing',
        'synced and healthy',
        'synced and healthy',
        'ended',
      ],
    );
    assert.match(endOf(before, looks), /^succeeded : Application web is healthy and synced to sha256:1{12}$/);
  });

  test('is not deployed while it stays in any state but the last', () => {
    for (const [number, stuck] of states.slice(0, 8).entries()) {
      const looks = [...states.slice(0, number), ...Array.from({ length: 8 }, () => stuck)];
      assert.match(endOf(before, looks), /^pending/, `state ${number}`);
    }
    // The old revision is healthy all the time.
    assert.match(
      endOf(
        before,
        Array.from({ length: 20 }, () => before),
      ),
      /^pending: not compared yet/,
    );
  });

  test('whose manifests are the same goes straight to synced, without an operation', () => {
    const same = compared(before, 10, { sync: { ...before.status.sync, revision: NEW } });
    assert.match(endOf(before, [same, same, [same, 6_000]]), /^succeeded/);
  });

  test('is not deployed by what was compared before its synchronisation ended', () => {
    const early = compared(last, 15);
    assert.match(endOf(before, [early, [early, 6_000], [early, 6_000]]), /^pending: synced$/);
  });

  test('that was at the digest before is unchanged', () => {
    const there = application({ revision: NEW });
    assert.match(endOf(there, [there, [there, 6_000]]), /^unchanged : Application web is healthy and synced/);
  });

  test('must be healthy without a break', () => {
    const progressing = changed(last, { health: { status: 'Progressing' } });
    const looks = [last, progressing, last, progressing, last, progressing];
    assert.match(endOf(before, looks), /^pending: synced, progressing/);
  });

  test('may be degraded for a while, but not for 30 s, unless it was so before', () => {
    const degraded = changed(last, { health: { status: 'Degraded', message: 'replica web-1 has failed' } });
    assert.match(endOf(before, [degraded, [degraded, 20_000], last, [last, 6_000]]), /^succeeded/);
    assert.match(
      endOf(before, [degraded, [degraded, 31_000]]),
      /^failed DEGRADED: Application web: replica web-1 has failed$/,
    );
    const ill = changed(before, { health: { status: 'Degraded' } });
    assert.match(endOf(ill, [degraded, [degraded, 31_000]]), /^pending: synced, degraded/);
  });

  test('fails with the message of its synchronisation', () => {
    const failed = changed(state(6), {
      operationState: {
        phase: 'Failed',
        message: 'one or more objects failed to apply (retried 5 times).',
        syncResult: { revision: NEW },
      },
    });
    assert.match(endOf(before, [failed]), /^failed SYNC_FAILED: Application web: one or more objects failed to apply/);
    // A retry has finished before, and goes on.
    const retrying = {
      ...changed(failed, { operationState: { ...failed.status.operationState, phase: 'Running' } }),
      operation: {},
    };
    assert.match(endOf(before, [retrying, retrying]), /^pending: synchronising/);
    // Nor has it ended where another one was asked for.
    assert.match(endOf(before, [{ ...failed, operation: {} }]), /^pending: synchronising/);
    // The failure of another revision is not its own.
    const old = changed(failed, { operationState: { ...failed.status.operationState, syncResult: { revision: OLD } } });
    assert.match(endOf(before, [old, old]), /^pending: out of sync/);
  });

  test('that is out of sync after it synchronised is compared again before that is a failure', () => {
    const once = compared(state(6), 21);
    assert.match(endOf(before, [state(6), once, once, once]), /^pending: out of sync/);
    assert.match(endOf(before, [once, compared(once, 40)]), /^failed OUT_OF_SYNC/);
  });

  test('without automated sync is not waited for, unless an ApplicationSet synchronises it', () => {
    const manual = application({ automated: undefined });
    const waiting = compared(manual, 10, { sync: { ...manual.status.sync, status: 'OutOfSync', revision: NEW } });
    assert.match(endOf(manual, [waiting]), /^unchanged MANUAL_SYNC/);
    const off = { ...waiting, spec: { ...waiting.spec, syncPolicy: { automated: { enabled: false } } } };
    assert.match(endOf(manual, [off]), /^unchanged MANUAL_SYNC/);
    const owned = { ...waiting, metadata: { ...waiting.metadata, ownerReferences: [{ kind: 'ApplicationSet' }] } };
    const verdicts = decide(manual, [owned]);
    assert.deepEqual(verdicts, [{ kind: 'pending', state: 'out of sync', mayBeClosed: true }]);
  });

  test('that cannot be compared is compared again, three times', () => {
    const conditions = [{ type: 'ComparisonError', message: 'failed to resolve revision "main"' }];
    const trouble = changed(before, { conditions });
    const verdicts = decide(before, [trouble, trouble, trouble]);
    assert.deepEqual(
      verdicts.map((verdict) => verdict.kind === 'pending' && verdict.refresh),
      [true, true, false],
    );
    assert.match(
      endOf(before, [trouble, trouble, trouble]),
      /^failed COMPARISON_ERROR: Application web: failed to resolve/,
    );
    assert.match(endOf(before, [trouble, trouble, ...states, last, [last, 6_000]]), /^succeeded/);
  });

  test('whose spec is invalid fails, and one whose spec was just changed is waited for', () => {
    const invalid = changed(before, { conditions: [{ type: 'InvalidSpecError', message: 'no such project' }] });
    assert.match(endOf(before, [invalid]), /^failed INVALID_SPEC: Application web: no such project/);
    const moved = { ...last, spec: { ...last.spec, source: { ...last.spec.source, path: 'other' } } };
    assert.match(endOf(before, [moved, [moved, 60_000]]), /^pending: being compared/);
  });

  test('at a third revision is compared again before it counts as superseded', () => {
    const other = (second: number) => compared(before, second, { sync: { ...before.status.sync, revision: OTHER } });
    assert.match(endOf(before, [other(10), other(10), other(10)]), /^pending: still at sha256:2/);
    assert.match(
      endOf(before, [other(10), other(30)]),
      /^skipped SUPERSEDED: Application web is at sha256:2+: something newer/,
    );
    assert.match(
      endOf(before, [other(10), ...states, last, [last, 6_000]]),
      /^succeeded/,
      'it was that of a message before',
    );
    const moved = changed(other(30), { history: [{ revision: OLD }, { revision: NEW }] });
    assert.match(endOf(before, [other(10), moved]), /^skipped SUPERSEDED: Application web was at it and has moved on/);
  });

  test('that follows a range of versions may be led elsewhere', () => {
    const range = application({ source: { repoURL: 'oci://ghcr.io/acme/app', targetRevision: '^1.0.0' } });
    const artifact = { ...ARTIFACT, tag: '1.2.3' } as unknown as typeof ARTIFACT;
    assert.match(endOf(range, [range, compared(range, 10), compared(range, 30)], artifact), /^elsewhere/);
    const found = compared(range, 10, { sync: { ...range.status.sync, revision: NEW } });
    assert.match(endOf(range, [found, [found, 6_000]], artifact), /^succeeded/);
  });
});
