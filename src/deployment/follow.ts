import { messageIn } from '../delivery/classify.ts';
import { generalHint } from '../delivery/hints.ts';
import { parseRetryAfter } from '../delivery/retry.ts';
import type { HttpResult } from '../http/types.ts';
import type { DeploymentResult, Observation, Receiver, ServerTimes, Tracker } from '../receivers/types.ts';
import { sleep } from '../util/time.ts';
import { FEW_TRIES, isTransient } from './ask-api.ts';
import { AGAIN, repeatUntil, type Step } from './poll.ts';
import { pollDelayMs } from './timing.ts';
import { type Context, stoppedHint } from './types.ts';

type Followed = {
  readonly result: DeploymentResult;
  /** The receiver's own times, as far as it gave any. */
  readonly times?: ServerTimes | undefined;
  /** When it was first seen to have begun, in milliseconds since the epoch. */
  readonly startedMs?: number | undefined;
};

type Pending = Extract<Observation, { kind: 'pending' }>;

/** States in which a deployment waits for its turn. */
const NOT_BEGUN: readonly string[] = ['accepted', 'queued'];

/**
 * Observes a deployment until it has ended, the time is over, or nothing more can be learned. `onState` is called with
 * each new state, and `nowMs` tells the time.
 */
export async function follow(
  observe: () => Promise<Observation>,
  { onState, nowMs }: { readonly onState: (state: string) => void; readonly nowMs: () => number },
  { tracker, receiver, log, leftMs, signal }: Context,
): Promise<Followed> {
  let seen: Pending = { kind: 'pending', state: 'accepted' };
  let startedMs: number | undefined;
  let trouble: { readonly answer: HttpResult; readonly message: string; readonly times: number } | undefined;

  async function look(): Promise<Step<Followed>> {
    const observed = await observe();
    if (observed.kind !== 'ended' && (signal.aborted || isTooLate(observed))) return AGAIN;
    switch (observed.kind) {
      case 'ended':
        return { value: { result: observed.result, times: observed.times ?? seen.times, startedMs } };
      case 'pending':
        trouble = undefined;
        if (observed.state !== seen.state) onState(observed.state);
        if (!NOT_BEGUN.includes(observed.state)) startedMs ??= nowMs();
        seen = { ...observed, times: observed.times ?? seen.times };
        return { waitMs: observed.waitMs };
      case 'unreadable': {
        const { answer, otherwise } = observed;
        const message = describe(answer, receiver);
        if (trouble?.message !== message) log(`its state cannot be read, asking again: ${message}`);
        trouble = { answer, message, times: (trouble?.times ?? 0) + 1 };
        if (!isTransient(answer) || (otherwise !== undefined && trouble.times >= FEW_TRIES)) {
          return { value: { result: otherwise ?? unreadable(answer, message, tracker), times: seen.times, startedMs } };
        }
        const waitMs = pollDelayMs(trouble.times);
        return { waitMs: Math.max(waitMs, parseRetryAfter(answer, Date.now()) ?? 0) };
      }
    }
  }

  await sleep(Math.min(pollDelayMs(0), Math.max(leftMs(), 0)), signal);
  const ended = await repeatUntil(look, { leftMs, signal });
  if (ended !== undefined) return ended;
  const result = signal.aborted ? cancelled(seen) : timedOut(seen, trouble, receiver);
  return { result, times: seen.times, startedMs };
}

/** Whether the time was over before this look was. */
function isTooLate(observed: Observation): boolean {
  return observed.kind === 'unreadable' && observed.answer.kind === 'failure' && observed.answer.code === 'TOO_LATE';
}

function describe(answer: HttpResult, { answers }: Receiver): string {
  const message = messageIn(answer, answers);
  if (answer.kind === 'failure' || message.startsWith(`${answer.status}`)) return message;
  return `${answer.status} ${message}`.trim();
}

function unreadable(answer: HttpResult, serverMessage: string, { apiPath = 'its API' }: Tracker): DeploymentResult {
  const { error, hint } = explain(answer, apiPath);
  return { kind: 'unknown', error, serverMessage, hint: `${hint}. The deployment goes on` };
}

function explain(answer: HttpResult, apiPath: string): { readonly error: string; readonly hint: string } {
  const general = generalHint(answer) ?? 'nobody can be asked for the state of the deployment';
  if (answer.kind === 'failure') return { error: answer.code, hint: general };
  const error = answer.status < 300 ? 'NOT_A_STATE' : `HTTP_${answer.status}`;
  if (answer.bodyState === 'too long') {
    return { error, hint: "the answer has more than 1 MiB and was not read to its end; see the server's log" };
  }
  if (answer.status < 300) {
    return {
      error,
      hint: `the answer is not about this deployment; let the proxy pass ${apiPath} to the receiver, past any cache`,
    };
  }
  const wantsLogin = [401, 403].includes(answer.status);
  return {
    error,
    hint: wantsLogin ? `something in front of ${apiPath} wants a login; pass it in headers` : general,
  };
}

function cancelled({ state, soFar }: Pending): DeploymentResult {
  return {
    kind: 'cancelled',
    error: 'CANCELLED',
    serverMessage: `the deployment was ${state} when the job was cancelled`,
    hint: "the deployment goes on; see the server's log for how it ends",
    ...soFar,
  };
}

const NOT_KNOWN = 'when wait-timeout was over; how it ends is not known here';

/** The time was over: while it went on, or while its state could not be read. */
function timedOut(
  { state, soFar }: Pending,
  trouble: { readonly answer: HttpResult; readonly message: string } | undefined,
  { title }: Receiver,
): DeploymentResult {
  const ended = { kind: 'timed-out', error: 'WAIT_TIMEOUT' } as const;
  if (trouble === undefined) {
    return {
      ...ended,
      serverMessage: `the deployment was still ${state} ${NOT_KNOWN}`,
      hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
      ...soFar,
    };
  }
  return {
    ...ended,
    serverMessage: `the deployment was still ${state}, and then its state could not be read (${trouble.message}) ${NOT_KNOWN}`,
    hint:
      trouble.answer.kind === 'failure'
        ? stoppedHint(title)
        : 'something answers, but not with the state of the deployment, which goes on: see the log of the receiver and of what is in front of it, or raise wait-timeout',
    containers: soFar?.containers,
  };
}
