import { monotonicMs } from './clock.ts';
import { duration } from './duration.ts';

/** What the log says while deployments are awaited. */
export type Progress = {
  /** Since the wait began. */
  elapsedMs(): number;
  /** From now on `name` (empty when it is the only one) is awaited and in this state. */
  enter(id: object, name: string, state: string): void;
  /** It is no longer awaited. */
  leave(id: object): void;
  /** Writes no more lines. */
  stop(): void;
};

/** More are counted instead of named. */
const NAMED = 5;

/** Follows what is awaited and passes `log` a line about it every `everyMs`, so that nobody thinks the step hangs. */
export function startProgress(log: (line: string) => void, everyMs: number): Progress {
  const beganMs = monotonicMs();
  const elapsedMs = () => monotonicMs() - beganMs;
  const awaited = new Map<object, { readonly name: string; readonly state: string }>();
  const timer = setInterval(() => {
    if (awaited.size > 0) log(`still waiting after ${duration(elapsedMs())}: ${inWords([...awaited.values()])}`);
  }, everyMs);
  return {
    elapsedMs,
    enter: (id, name, state) => void awaited.set(id, { name, state }),
    leave: (id) => void awaited.delete(id),
    stop: () => clearInterval(timer),
  };
}

function inWords(awaited: readonly { readonly name: string; readonly state: string }[]): string {
  if (awaited.length <= NAMED) return awaited.map(({ name, state }) => `${name} ${state}`.trim()).join(', ');
  const counts = Map.groupBy(awaited, ({ state }) => state);
  return [...counts].map(([state, { length }]) => `${length} ${state}`).join(', ');
}
