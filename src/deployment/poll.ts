import { sleep } from '../util/time.ts';
import { pollDelayMs } from './timing.ts';

/** Asking again until: the one loop of this folder. */

/** What a step brought: the value that was wanted, or nothing yet and when to ask again, if not at the usual pace. */
export type Step<T> = { readonly value: T } | { readonly waitMs: number | undefined };

/** Nothing yet: ask again at the usual pace. */
export const AGAIN = { waitMs: undefined };

type Clock = { readonly leftMs: () => number; readonly signal: AbortSignal };

/**
 * Takes steps until one brings a value: soon at first, then every 3 s. The last one is taken when the time is over.
 * Undefined when none did, or the job was cancelled.
 */
export async function repeatUntil<T>(
  step: (count: number) => Promise<Step<T>>,
  { leftMs, signal }: Clock,
): Promise<T | undefined> {
  for (let count = 0; ; count++) {
    const taken = await step(count);
    if ('value' in taken) return taken.value;
    if (signal.aborted || leftMs() <= 0) return undefined;
    await sleep(Math.min(taken.waitMs ?? pollDelayMs(count), leftMs()), signal);
  }
}
