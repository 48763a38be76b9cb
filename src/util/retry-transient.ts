import { sleep } from './time.ts';

type RetryOptions<Result> = {
  /** Whether the same action may end differently a moment later. */
  readonly isTransient: (result: Result) => boolean;
  /** At most, the first one included. */
  readonly attempts: number;
  /** How long to wait after attempt number `attempt`, counted from 1. */
  readonly waitMs: (attempt: number) => number;
  readonly signal: AbortSignal;
  /** Called before each wait. */
  readonly onRetry?: (result: Result, attempt: number, waitMs: number) => void;
};

/**
 * Repeats `action` while its result is transient, and returns the last result. Aborting ends it after the attempt under
 * way.
 */
export async function retryTransient<Result>(
  action: () => Promise<Result>,
  { isTransient, attempts, waitMs, signal, onRetry }: RetryOptions<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const result = await action();
    if (signal.aborted || attempt >= attempts || !isTransient(result)) return result;
    const pauseMs = waitMs(attempt);
    onRetry?.(result, attempt, pauseMs);
    await sleep(pauseMs, signal);
    if (signal.aborted) return result;
  }
}
