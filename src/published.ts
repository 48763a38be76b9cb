import type { Artifact } from './artifact.ts';
import type { Environment } from './input-values.ts';
import type { Inputs } from './inputs.ts';
import { say, warn } from './log.ts';
import { readEvent } from './origin.ts';
import { judgeCandidates, judgeReferences, type Selection, select } from './select.ts';

/**
 * What was published and is to be sent: from inputs or event, filtered, and completed by the registry where something is
 * missing. What only some runs need is loaded by those.
 * @throws InputError for whatever is wrong with it.
 */
export async function findPublished(inputs: Inputs, environment: Environment, signal: AbortSignal): Promise<Selection> {
  const { references, filter } = inputs;
  const keep = filter.length === 0 ? () => true : (await import('./filter.ts')).compileFilter(filter);
  const judged =
    references.length > 0
      ? judgeReferences(references, inputs)
      : judgeCandidates(await readEvent(inputs.event, environment), inputs);
  const named = inputs.allTags === undefined ? judged : await withAllTags(judged, inputs.allTags.token, signal);
  const { artifacts, skips } = select(named, keep, filter);
  const resolved = await completeByRegistry(artifacts, inputs, signal);
  // Two tags of one digest are the same once they are written by it.
  return { artifacts: select(resolved.artifacts, keep).artifacts, skips: [...skips, ...resolved.skips] };
}

async function withAllTags(judged: Parameters<typeof select>[0], token: string, signal: AbortSignal) {
  const { addTags } = await import('./all-tags.ts');
  const { listTags } = await import('./packages-api.ts');
  return addTags(judged, { listTags: (wanted) => listTags(wanted, { token, signal }), say, warn, signal });
}

async function completeByRegistry(
  artifacts: readonly Artifact[],
  inputs: Inputs,
  signal: AbortSignal,
): Promise<Selection> {
  const { verify, limits, format } = inputs;
  const isComplete = artifacts.every(({ digest }) => digest !== undefined || !format.needsDigest);
  if (isComplete && !verify) return { artifacts, skips: [] };
  const { resolve } = await import('./resolve.ts');
  const { lookUp } = await import('./registry.ts');
  const { needsDigest } = format;
  return resolve(artifacts, { needsDigest, verify, deadlineMs: limits.deadlineMs, signal, lookUp, log: say });
}
