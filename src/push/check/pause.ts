import { setImmediate } from 'node:timers/promises';
import { monotonicMs } from '../../util/time.ts';

/** Lets signals and timers have their turn, every now and then. */
export type Pause = () => Promise<void>;

/** Far below the seconds that a runner waits after a signal, and too rarely to cost anything. */
const PERIOD_MS = 50;

/** Its calls reject with the reason of `signal` once that is aborted. */
export function createPause(signal: AbortSignal): Pause {
  let lastMs = monotonicMs();
  return async () => {
    if (monotonicMs() - lastMs < PERIOD_MS) return;
    await setImmediate();
    signal.throwIfAborted();
    lastMs = monotonicMs();
  };
}
