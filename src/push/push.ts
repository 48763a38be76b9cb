import { say } from '../log.ts';
import { formatReference, shortDigest } from '../reference.ts';
import { decide } from '../retry.ts';
import { sleep } from '../sleep.ts';
import { hintFor, mayPass } from './hint.ts';
import type { Destination } from './inputs.ts';
import type { Failure, Looked, Skopeo } from './skopeo.ts';

/** What became of one tag. */
export type Push =
  /** `unchanged`: the tag had the digest already and nothing was uploaded. */
  | { readonly kind: 'pushed' | 'unchanged'; readonly destination: Destination }
  | { readonly kind: 'failed'; readonly destination: Destination; readonly words: string; readonly hint?: string }
  /** Another tag of the repository failed before. */
  | { readonly kind: 'not-tried'; readonly destination: Destination };

export type Pushing = {
  readonly skopeo: Skopeo;
  readonly layout: string;
  readonly digest: string;
  readonly destinations: readonly Destination[];
  /** What the registry had under each destination before. */
  readonly before: readonly Looked[];
  readonly retries: number;
  readonly signal: AbortSignal;
};

/** Pushes the image in `layout` to every destination, one after the other, and asks the registry afterwards what it has. */
export async function push(pushing: Pushing): Promise<readonly Push[]> {
  const pushes: Push[] = [];
  for (const [index, destination] of pushing.destinations.entries()) {
    const before = pushing.before[index];
    if (pushes.some(({ kind }) => kind === 'failed')) pushes.push({ kind: 'not-tried', destination });
    else if (before?.kind === 'found' && before.digest === pushing.digest) {
      say(`${formatReference(destination)} has this digest already`);
      pushes.push({ kind: 'unchanged', destination });
    } else pushes.push(await pushOne(destination, pushing));
  }
  return pushes;
}

async function pushOne(destination: Destination, { skopeo, layout, digest, retries, signal }: Pushing): Promise<Push> {
  const name = formatReference(destination);
  say(`Pushing ${name}`);
  const persistence = { retries, signal };
  const failed = (await persist(copy, persistence)) ?? (await persist(compare, persistence));
  if (failed === undefined) {
    say(`Pushed ${name} (${digest})`);
    return { kind: 'pushed', destination };
  }
  const hint = hintFor(failed.words);
  return { kind: 'failed', destination, words: failed.words, ...(hint !== undefined && { hint }) };

  async function copy(): Promise<Failure | undefined> {
    const copied = await skopeo.copy(layout, destination);
    return copied.kind === 'failed' ? copied : undefined;
  }

  async function compare(): Promise<Failure | undefined> {
    const found = await skopeo.digest(destination);
    if (found.kind === 'failed')
      return { ...found, words: `pushed, but the registry does not show it: ${found.words}` };
    if (found.digest === digest) return undefined;
    const words = `pushed ${shortDigest(digest)}, but the tag has ${shortDigest(found.digest)}: somebody else pushed it at the same time`;
    return { kind: 'failed', words };
  }
}

/** Repeats `action` until it returns nothing, its failure is final, or it was repeated `retries` times. */
async function persist(
  action: () => Promise<Failure | undefined>,
  { retries, signal }: { readonly retries: number; readonly signal: AbortSignal },
): Promise<Failure | undefined> {
  for (let attempts = 1; ; attempts++) {
    const failure = await action();
    signal.throwIfAborted();
    if (failure === undefined || !mayPass(failure.words)) return failure;
    const situation = { attempts, elapsedMs: 0, chance: Math.random() };
    const decision = decide(situation, retries + 1, { retries, deadlineMs: Number.POSITIVE_INFINITY });
    if (decision.kind === 'stop') return failure;
    say(`attempt ${attempts} of ${retries + 1}: ${failure.words}, next in ${(decision.waitMs / 1000).toFixed(1)} s`);
    await sleep(decision.waitMs, signal);
    signal.throwIfAborted();
  }
}
