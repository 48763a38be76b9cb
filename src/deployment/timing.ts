import type { DeploymentTimes } from '../delivery/types.ts';
import type { ServerTimes } from '../receivers/types.ts';

export type Observed = {
  readonly acceptedMs: number;
  /** When it was first seen running. Missing when it was not. */
  readonly startedMs?: number | undefined;
  /** When it was seen to have ended, or was last looked at. */
  readonly endedMs: number;
};

/**
 * When what we observed happened. The server's own times are exact, where ours are those of a poll, but its clock may
 * be wrong: they count from the moment when it created the run, which is when it accepted, and never leave what we
 * observed.
 */
export function placeInTime(observed: Observed, server: ServerTimes | undefined): DeploymentTimes {
  const { acceptedMs } = observed;
  const place = (serverMs: number | undefined, latestMs: number) =>
    serverMs === undefined || server?.createdMs === undefined
      ? undefined
      : Math.min(Math.max(acceptedMs, acceptedMs + serverMs - server.createdMs), latestMs);
  const endedMs = place(server?.finishedMs, observed.endedMs) ?? observed.endedMs;
  const startedMs = place(server?.startedMs, Math.min(observed.startedMs ?? endedMs, endedMs)) ?? observed.startedMs;
  return { acceptedMs, endedMs, startedMs: startedMs === undefined ? undefined : Math.min(startedMs, endedMs) };
}

/**
 * How long to wait before asking for the state of a deployment again, after `polls` questions: soon at first, then
 * every 3 s.
 */
export function pollDelayMs(polls: number): number {
  return Math.min(3_000, 500 * 1.5 ** polls);
}
