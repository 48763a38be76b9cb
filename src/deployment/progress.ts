import { formatDuration, monotonicMs } from '../util/time.ts';

/** The log while the step waits for deployments. */
export type Progress = {
  /** Since the wait began. */
  elapsedMs(): number;
  /** From now on the step waits for `name` (empty when it is the only one), which is in this state. */
  enter(id: object, name: string, state: string): void;
  /** The step no longer waits for it. */
  leave(id: object): void;
  /** Writes no more lines. */
  stop(): void;
};

/** More are counted instead of named. */
const NAMED = 5;

/**
 * Keeps track of what the step waits for, and passes `log` a line about it every `everyMs`, so that nobody thinks it
 * hangs.
 */
export function startProgress(log: (line: string) => void, everyMs: number): Progress {
  const beganMs = monotonicMs();
  const elapsedMs = () => monotonicMs() - beganMs;
  const waitingFor = new Map<object, { readonly name: string; readonly state: string }>();
  const timer = setInterval(() => {
    if (waitingFor.size === 0) return;
    log(`still waiting after ${formatDuration(elapsedMs())}: ${describe([...waitingFor.values()])}`);
  }, everyMs);
  return {
    elapsedMs,
    enter: (id, name, state) => void waitingFor.set(id, { name, state }),
    leave: (id) => void waitingFor.delete(id),
    stop: () => clearInterval(timer),
  };
}

function describe(waitingFor: readonly { readonly name: string; readonly state: string }[]): string {
  if (waitingFor.length <= NAMED) return waitingFor.map(({ name, state }) => `${name} ${state}`.trim()).join(', ');
  const counts = Map.groupBy(waitingFor, ({ state }) => state);
  return [...counts].map(([state, { length }]) => `${length} ${state}`).join(', ');
}
