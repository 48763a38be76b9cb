import { shortDigest } from '../../oci/reference.ts';
import type { DeploymentResult } from '../types.ts';
import type { Application, Match } from './application.ts';

/** What one look at an Application says. */
export type Verdict =
  | {
      readonly kind: 'pending';
      readonly state: string;
      /** Whether Argo CD is to be asked to compare it again. */
      readonly refresh?: true | undefined;
      /** Whether a closed sync window may be the reason. */
      readonly mayBeClosed?: true | undefined;
      readonly waitMs?: number | undefined;
    }
  /** A range of versions leads to another one: the artifact is not for this Application. */
  | { readonly kind: 'elsewhere'; readonly revision: string }
  | { readonly kind: 'ended'; readonly result: DeploymentResult };

/** Time between two requests to compare again. */
const REFRESH_MS = 12_000;
/** How long it must be healthy, so that the health of the old revision is not taken for that of the new one. */
const HEALTHY_MS = 5_000;
/** How long it may be degraded on its way to being healthy. */
const DEGRADED_MS = 30_000;
/** Looks at which nothing has happened, until it is asked to compare. */
const UNTOUCHED_LOOKS = 3;
/** A failure to compare may be the registry's that is not ready yet. */
const FAILED_COMPARISONS = 3;

/**
 * Decides about one Application, look by look, by what has changed since `before`, which was there before the message
 * was sent: so Argo CD's clock need not agree with ours. Looks are in the order of time, `nowMs` by a monotonic clock.
 */
export function createDecision(before: Application, match: Match): (app: Application, nowMs: number) => Verdict {
  const { index, revision: wanted, isExact } = match;
  const wasThere = before.revisions[index] === wanted && before.sync === 'Synced';
  let failedComparisons = 0;
  let untouchedLooks = 0;
  // Comparisons, by their time, that found another revision, or that it is still out of sync after it synchronised.
  const elsewhere = new Set<string>();
  const foreign = new Set<string>();
  const unsettled = new Set<string>();
  let healthySinceMs: number | undefined;
  let degradedSinceMs: number | undefined;

  return (app, nowMs) => {
    if (app.isRefreshing) return pending('being compared');
    const invalid = conditionIn(app, 'InvalidSpecError');
    if (invalid !== undefined) return failed('INVALID_SPEC', invalid);
    if (!app.isCompared) return pending('being compared');
    const trouble = conditionIn(app, 'ComparisonError');
    if (trouble !== undefined) {
      failedComparisons += 1;
      return failedComparisons < FAILED_COMPARISONS
        ? again(`not compared yet: ${trouble}`)
        : failed('COMPARISON_ERROR', trouble, 'Argo CD cannot read the artifact or what is in it');
    }
    failedComparisons = 0;
    const revision = app.revisions[index] ?? '';
    if (revision !== wanted) return decideElsewhere(app, revision);
    const { operation } = app;
    if (operation !== undefined && ['Requested', 'Running', 'Terminating'].includes(operation.phase)) {
      return pending('synchronising');
    }
    if (app.sync !== 'Synced') return decideOutOfSync(app);
    if (isBefore(app.reconciledAt, operation?.finishedAt)) return pending('synced');
    return decideHealth(app, nowMs);
  };

  function decideElsewhere({ reconciledAt = '', history }: Application, revision: string): Verdict {
    if (reconciledAt === (before.reconciledAt ?? '')) {
      // The webhook answers before it has asked for a comparison, and some versions never do for this kind of source.
      untouchedLooks += 1;
      return untouchedLooks < UNTOUCHED_LOOKS ? pending('not compared yet') : again('not compared yet');
    }
    elsewhere.add(reconciledAt);
    if (!isExact && elsewhere.size > 1) return { kind: 'elsewhere', revision };
    if (revision !== before.revisions[index]) foreign.add(reconciledAt);
    // One comparison may be that of a message before ours.
    if (foreign.size < 2) return again(`still at ${shortRevision(revision)}`);
    const wasDeployed = history.some((revisions) => revisions[index] === wanted);
    return ended({
      kind: 'skipped',
      error: 'SUPERSEDED',
      serverMessage: `${name(before)} ${wasDeployed ? 'was at it and has moved on' : 'is'} at ${shortRevision(revision)}: something newer has the tag`,
    });
  }

  function decideOutOfSync(app: Application): Verdict {
    const { operation, reconciledAt } = app;
    const ours = operation?.revisions[index] === wanted ? operation : undefined;
    if (ours?.phase === 'Failed' || ours?.phase === 'Error') {
      return failed('SYNC_FAILED', ours.message ?? ours.phase);
    }
    if (ours?.phase === 'Succeeded') {
      if (isBefore(reconciledAt, ours.finishedAt) || reconciledAt === undefined) return pending('synced');
      unsettled.add(reconciledAt);
      const hint = 'its resources change after each synchronisation; see its diff in Argo CD';
      return unsettled.size < 2 ? again('out of sync') : failed('OUT_OF_SYNC', 'synchronised, but out of sync', hint);
    }
    if (app.sync !== 'OutOfSync') return pending('being compared');
    if (app.isAutomated) return { ...pending('out of sync'), mayBeClosed: true };
    return ended({
      kind: 'unchanged',
      error: 'MANUAL_SYNC',
      serverMessage: `${name(app)} is out of sync`,
      hint: 'this Application has no automated sync, so somebody must synchronise it',
    });
  }

  function decideHealth(app: Application, nowMs: number): Verdict {
    const { health, healthMessage } = app;
    healthySinceMs = health === 'Healthy' ? (healthySinceMs ?? nowMs) : undefined;
    degradedSinceMs = health === 'Degraded' ? (degradedSinceMs ?? nowMs) : undefined;
    if (healthySinceMs !== undefined) {
      if (nowMs - healthySinceMs < HEALTHY_MS) return { ...pending('synced and healthy'), waitMs: HEALTHY_MS };
      return ended({
        kind: wasThere ? 'unchanged' : 'succeeded',
        serverMessage: `${name(app)} is healthy and synced to ${provenRevision(wanted)}`,
      });
    }
    const isNew = before.health !== 'Degraded';
    if (isNew && degradedSinceMs !== undefined && nowMs - degradedSinceMs >= DEGRADED_MS) {
      return failed('DEGRADED', healthMessage ?? 'synced, but degraded', 'see its resources in Argo CD');
    }
    return pending(`synced, ${health.toLowerCase()}`);
  }

  function failed(error: string, message: string, hint?: string): Verdict {
    return ended({ kind: 'failed', error, serverMessage: `${name(before)}: ${message}`, hint });
  }
}

function pending(state: string): Extract<Verdict, { kind: 'pending' }> {
  return { kind: 'pending', state };
}

function again(state: string): Verdict {
  return { ...pending(state), refresh: true, waitMs: REFRESH_MS };
}

function ended(result: DeploymentResult): Verdict {
  return { kind: 'ended', result };
}

function conditionIn({ conditions }: Application, wanted: string): string | undefined {
  const found = conditions.find(({ type }) => type === wanted);
  return found === undefined ? undefined : (found.message ?? wanted);
}

/** Both are of the same clock. */
function isBefore(time: string | undefined, other: string | undefined): boolean {
  return other !== undefined && !(Date.parse(time ?? '') >= Date.parse(other));
}

/** What is proven: the digest, but of a chart only its version, whatever was pushed with it. */
function provenRevision(revision: string): string {
  const short = shortRevision(revision);
  return short === revision ? `version ${revision}, whose digest Argo CD does not tell` : short;
}

/** The start of a digest, or a version. */
export function shortRevision(revision: string): string {
  return /^sha\d+:/.test(revision) ? shortDigest(revision) : revision;
}

/** How an Application is named in messages. */
export function name({ name: own }: Pick<Application, 'name'>): string {
  return `Application ${own}`;
}
