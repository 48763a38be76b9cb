type Turns = <T>(deadlineMs: number, run: () => Promise<T>) => Promise<T | undefined>;

/** With one a second, this many at once stay within the 80 a minute of GitHub's secondary limit. */
const BURST = 20;

/**
 * Runs one after the other: the first 20 at once, the next when `intervalMs` has passed for each before. Whoever cannot
 * begin before its deadline gets undefined: at once where too many wait already. Nobody waits for ever on one that never
 * ends, such as a cancelled request of a Worker.
 */
export function createTurns(intervalMs: number): Turns {
  let last: Promise<void> = Promise.resolve();
  /** When all that came until now have had their interval. */
  let paidMs = 0;
  return async (deadlineMs, run) => {
    const earliestMs = paidMs - (BURST - 1) * intervalMs;
    if (Math.max(earliestMs, Date.now()) >= deadlineMs) return undefined;
    paidMs = Math.max(paidMs, Date.now()) + intervalMs;
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    try {
      await settled(before, deadlineMs - Date.now());
      await sleep(Math.max(0, earliestMs - Date.now()));
      return Date.now() < deadlineMs ? await run() : undefined;
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
