type Turns = <T>(deadlineMs: number, run: () => Promise<T>) => Promise<T | undefined>;

/**
 * Runs one after the other, each at least `intervalMs` after the one before began. Whoever cannot begin before its
 * deadline gets undefined: at once where too many wait already. Nobody waits for ever on one that never ends, such as a
 * cancelled request of a Worker.
 */
export function createTurns(intervalMs: number): Turns {
  let last: Promise<void> = Promise.resolve();
  /** When one that comes now could begin, if nobody who waits takes longer than the interval. */
  let freeMs = 0;
  let beganMs = 0;
  return async (deadlineMs, run) => {
    const earliestMs = Math.max(freeMs, Date.now());
    if (earliestMs >= deadlineMs) return undefined;
    freeMs = earliestMs + intervalMs;
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    try {
      await settled(before, deadlineMs - Date.now());
      const waitMs = Math.max(0, beganMs + intervalMs - Date.now());
      if (Date.now() + waitMs >= deadlineMs) return undefined;
      await sleep(waitMs);
      beganMs = Date.now();
      return await run();
    } finally {
      resolve();
    }
  };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits for `promise`, but no longer than `mostMs`. */
async function settled(promise: Promise<void>, mostMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, mostMs);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
