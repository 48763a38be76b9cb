import { messageIn } from '../delivery/classify.ts';
import { generalHint } from '../delivery/hints.ts';
import { isRetryable, parseRetryAfter } from '../delivery/retry.ts';
import type { Deployment } from '../delivery/types.ts';
import type { DeploymentTracker, Receiver, RunStatus } from '../formats/types.ts';
import type { HttpClient, HttpResult } from '../http/types.ts';
import { sleep } from '../util/time.ts';
import { pollDelayMs } from './timing.ts';

/** How waiting for a deployment ended. */
export type WaitResult = Omit<Deployment, 'times'>;

export type Polled = {
  readonly result: WaitResult;
  /** The last that the server said of its times. */
  readonly status?: RunStatus | undefined;
  /** When it was first seen running, in milliseconds since the epoch. */
  readonly startedMs?: number | undefined;
};

export type PollOptions = {
  readonly client: HttpClient;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  readonly format: Receiver;
  readonly tracker: DeploymentTracker;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Of one request. */
  readonly timeoutMs: number;
  /** What is left of the time to wait. The first question is asked in any case. */
  readonly leftMs: () => number;
  /** Called with each new state. */
  readonly onState: (state: string) => void;
};

/** Asks for the state of a deployment until it has ended, the time is over, or nothing more can be learned. */
export async function pollRun(options: PollOptions): Promise<Polled> {
  const { tracker, url, headers, leftMs, signal, format, client } = options;
  let seen: { state: string; status?: RunStatus; startedMs?: number | undefined } = { state: 'accepted' };
  let trouble: string | undefined;
  let waitMs = pollDelayMs(0);
  for (let polls = 1; ; polls++) {
    await sleep(Math.min(waitMs, Math.max(leftMs(), 0)), signal);
    const timeoutMs = Math.max(Math.min(options.timeoutMs, leftMs()), 1_000);
    const answer = await client.send({ url, method: 'GET', headers, timeoutMs, keepAlive: true, signal });
    if (signal.aborted) return { ...seen, result: cancelled(seen.state) };
    waitMs = pollDelayMs(polls);
    const status = answer.kind === 'response' ? tracker.parseRunStatus(answer) : undefined;
    if (status === undefined) {
      const message = describe(answer, format);
      if (!isTransient(answer)) return { ...seen, result: unreadable(answer, message) };
      if (trouble !== message) options.log(`its state cannot be read, asking again: ${message}`);
      trouble = message;
      waitMs = Math.max(waitMs, parseRetryAfter(answer.retryAfter, Date.now()) ?? 0);
    } else {
      const { state } = status;
      if (state.kind === 'unknown')
        return { ...seen, result: { ...state, serverMessage: state.serverMessage ?? describe(answer, format) } };
      if (state.kind !== 'accepted' && state.kind !== 'running') return { ...seen, status, result: state };
      trouble = undefined;
      if (state.kind !== seen.state) options.onState(state.kind);
      const startedMs = seen.startedMs ?? (state.kind === 'running' ? Date.now() : undefined);
      seen = { state: state.kind, status, startedMs };
    }
    if (leftMs() <= 0) return { ...seen, result: timedOut(seen.state, trouble) };
  }
}

/** Whether asking again may give a state. A body that broke off or did not come says nothing about the next one. */
function isTransient(answer: HttpResult): boolean {
  if (isRetryable(answer)) return true;
  return answer.kind === 'response' && answer.status === 200 && ['cut', 'stalled'].includes(answer.bodyState);
}

function describe(answer: HttpResult, format: Receiver): string {
  const message = messageIn(answer, format);
  if (answer.kind === 'failure' || message.startsWith(`${answer.status}`)) return message;
  return `${answer.status} ${message}`.trim();
}

function unreadable(answer: HttpResult, serverMessage: string): WaitResult {
  const isOk = answer.kind === 'response' && answer.status < 300;
  const hint = isOk
    ? 'whatever answers there is not the run API; let the proxy pass /v1/api to the receiver. The deployment goes on'
    : `${generalHint(answer) ?? 'nobody can be asked for the state of the deployment'}. The deployment goes on`;
  const error = answer.kind === 'failure' ? answer.code : isOk ? 'NOT_A_STATE' : `HTTP_${answer.status}`;
  return { kind: 'unknown', error, serverMessage, hint };
}

function cancelled(state: string): WaitResult {
  return {
    kind: 'cancelled',
    error: 'CANCELLED',
    serverMessage: `the deployment was ${state} when the job was cancelled`,
    hint: "the deployment goes on; see the server's log for how it ends",
  };
}

function timedOut(state: string, trouble: string | undefined): WaitResult {
  const last = trouble === undefined ? '' : `, and then its state could not be read (${trouble})`;
  return {
    kind: 'timed-out',
    error: 'WAIT_TIMEOUT',
    serverMessage: `the deployment was still ${state}${last} when wait-timeout was over; how it ends is not known here`,
    hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
  };
}
