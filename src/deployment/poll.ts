import { messageIn } from '../delivery/classify.ts';
import { generalHint } from '../delivery/hints.ts';
import { parseRetryAfter } from '../delivery/retry.ts';
import type { HttpResult } from '../http/types.ts';
import type { Ask, Receiver, RunStatus } from '../receivers/types.ts';
import { sleep } from '../util/time.ts';
import { isTransient } from './ask-api.ts';
import { pollDelayMs } from './timing.ts';
import { type Context, stoppedHint, type WaitResult } from './types.ts';

type Polled = {
  readonly result: WaitResult;
  /** Its last known status. */
  readonly status?: RunStatus | undefined;
  /** When it was first seen running, in milliseconds since the epoch. */
  readonly startedMs?: number | undefined;
};

type Run = {
  readonly jobId: string;
  readonly url: URL;
  readonly ask: Ask;
  /** Called with each new state. */
  readonly onState: (state: string) => void;
};

/** Asks for the state of a deployment until it has ended, the time is over, or nothing more can be learned. */
export async function pollRun(run: Run, { tracker, receiver, log, leftMs, signal }: Context): Promise<Polled> {
  let seen: { state: string; status?: RunStatus; startedMs?: number | undefined } = { state: 'accepted' };
  let trouble: string | undefined;
  let waitMs = pollDelayMs(0);
  for (let polls = 1; ; polls++) {
    await sleep(Math.min(waitMs, Math.max(leftMs(), 0)), signal);
    const answer = await run.ask(run.url); // At least once.
    if (signal.aborted) return { ...seen, result: cancelled(seen.state) };
    waitMs = pollDelayMs(polls);
    const status = answer.kind === 'response' ? tracker.parseRunStatus(answer, run.jobId) : undefined;
    if (status === undefined) {
      const message = describe(answer, receiver);
      if (!isTransient(answer)) return { ...seen, result: unreadable(answer, message) };
      if (trouble !== message) log(`its state cannot be read, asking again: ${message}`);
      trouble = message;
      waitMs = Math.max(waitMs, parseRetryAfter(answer, Date.now()) ?? 0);
      if (leftMs() <= 0) return { ...seen, result: lostSight(seen.state, message, answer, receiver) };
      continue;
    }
    const { state } = status;
    if (state.kind === 'unknown') {
      return { ...seen, result: { ...state, serverMessage: state.serverMessage ?? describe(answer, receiver) } };
    }
    if (state.kind !== 'accepted' && state.kind !== 'running') return { ...seen, status, result: state };
    trouble = undefined;
    if (state.kind !== seen.state) run.onState(state.kind);
    const startedMs = seen.startedMs ?? (state.kind === 'running' ? Date.now() : undefined);
    seen = { state: state.kind, status, startedMs };
    if (leftMs() <= 0) return { ...seen, result: timedOut(seen.state) };
  }
}

function describe(answer: HttpResult, { answers }: Receiver): string {
  const message = messageIn(answer, answers);
  if (answer.kind === 'failure' || message.startsWith(`${answer.status}`)) return message;
  return `${answer.status} ${message}`.trim();
}

function unreadable(answer: HttpResult, serverMessage: string): WaitResult {
  const { error, hint } = explain(answer);
  return { kind: 'unknown', error, serverMessage, hint: `${hint}. The deployment goes on` };
}

function explain(answer: HttpResult): { readonly error: string; readonly hint: string } {
  const general = generalHint(answer) ?? 'nobody can be asked for the state of the deployment';
  if (answer.kind === 'failure') return { error: answer.code, hint: general };
  const error = answer.status < 300 ? 'NOT_A_STATE' : `HTTP_${answer.status}`;
  if (answer.bodyState === 'too long') {
    return { error, hint: "the answer has more than 1 MiB and was not read to its end; see the server's log" };
  }
  if (answer.status < 300) {
    return {
      error,
      hint: 'the answer is not about this deployment; let the proxy pass /v1/api to the receiver, past any cache',
    };
  }
  const wantsLogin = [401, 403].includes(answer.status);
  return { error, hint: wantsLogin ? 'something in front of /v1/api wants a login; pass it in headers' : general };
}

function cancelled(state: string): WaitResult {
  return {
    kind: 'cancelled',
    error: 'CANCELLED',
    serverMessage: `the deployment was ${state} when the job was cancelled`,
    hint: "the deployment goes on; see the server's log for how it ends",
  };
}

const NOT_KNOWN = 'when wait-timeout was over; how it ends is not known here';

function timedOut(state: string): WaitResult {
  return {
    kind: 'timed-out',
    error: 'WAIT_TIMEOUT',
    serverMessage: `the deployment was still ${state} ${NOT_KNOWN}`,
    hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
  };
}

/** The time was over while its state could not be read. */
function lostSight(state: string, trouble: string, answer: HttpResult, { title }: Receiver): WaitResult {
  return {
    kind: 'timed-out',
    error: 'WAIT_TIMEOUT',
    serverMessage: `the deployment was still ${state}, and then its state could not be read (${trouble}) ${NOT_KNOWN}`,
    hint:
      answer.kind === 'failure'
        ? stoppedHint(title)
        : 'something answers, but not with the state of the deployment, which goes on: see the log of the receiver and of what is in front of it, or raise wait-timeout',
  };
}
