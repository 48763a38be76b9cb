import type { RunReading } from './formats/format.ts';

/** The way of a deployment in time: milliseconds since the epoch, by this machine's clock. */
export type Deployment = {
  /** When the receiver had taken the message; absent when it answers only at the end. */
  readonly acceptedMs?: number;
  /** When it began to deploy, as far as that is known. */
  readonly startedMs?: number;
  /** When it had ended, or was no longer watched. */
  readonly endedMs: number;
};

export type Observed = {
  readonly acceptedMs: number;
  /** When it was first seen running; absent when it was not. */
  readonly startedMs?: number;
  /** When it was seen to have ended, or was last looked at. */
  readonly endedMs: number;
};

/**
 * When what we observed happened. The receiver's own times are exact, where ours are those of a poll, but its clock may be
 * off: they count from the moment it created the run, which is when it accepted, and never leave what we observed.
 */
export function placeInTime(observed: Observed, reading: RunReading | undefined): Deployment {
  const { acceptedMs } = observed;
  const place = (serverMs: number | undefined, latestMs: number) =>
    serverMs === undefined || reading?.createdMs === undefined
      ? undefined
      : Math.min(Math.max(acceptedMs, acceptedMs + serverMs - reading.createdMs), latestMs);
  const endedMs = place(reading?.finishedMs, observed.endedMs) ?? observed.endedMs;
  const startedMs = place(reading?.startedMs, Math.min(observed.startedMs ?? endedMs, endedMs)) ?? observed.startedMs;
  return { acceptedMs, endedMs, ...(startedMs === undefined ? {} : { startedMs: Math.min(startedMs, endedMs) }) };
}

/** How long to wait before asking for the state of a deployment, after asking `polls` times: soon at first, then every 3 s. */
export function pollDelayMs(polls: number): number {
  return Math.min(3_000, 500 * 1.5 ** polls);
}
