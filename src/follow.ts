import type { DeliverOptions } from './deliver.ts';
import { pollDelayMs } from './deployment.ts';
import type { Exchange } from './exchange.ts';
import type { Awaiting, Ending, RunReading, Target } from './formats/format.ts';
import { usualHint } from './hint.ts';
import { mayChange, parseRetryAfter } from './retry.ts';
import { sleep } from './sleep.ts';
import { wordsOf } from './verdict.ts';

/** How a wait ended: as the receiver says, or without it. */
export type Verdict = Omit<Ending, 'kind'> & { readonly kind: Ending['kind'] | 'timed-out' | 'cancelled' };

export type Followed = {
  readonly verdict: Verdict;
  /** The last that the receiver said of its times. */
  readonly reading?: RunReading;
  /** When it was first seen running, in milliseconds since the epoch. */
  readonly startedMs?: number;
};

export type FollowOptions = Pick<DeliverOptions, 'transport' | 'signal' | 'log' | 'format'> & {
  readonly awaiting: Awaiting;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Of one request. */
  readonly timeoutMs: number;
  /** What is left of the time to wait; the first question is asked in any case. */
  readonly leftMs: () => number;
  /** Called with each new state. */
  readonly onState: (state: string) => void;
};

/** Asks for the state of a deployment until it has ended, the time is over, or nothing can be learnt any more. */
export async function follow(options: FollowOptions): Promise<Followed> {
  const { awaiting, url, headers, leftMs, signal, format } = options;
  let seen: { state: string; reading?: RunReading; startedMs?: number } = { state: 'accepted' };
  let trouble: string | undefined;
  let waitMs = pollDelayMs(0);
  for (let polls = 1; ; polls++) {
    await sleep(Math.min(waitMs, Math.max(leftMs(), 0)), signal);
    const timeoutMs = Math.max(Math.min(options.timeoutMs, leftMs()), 1_000);
    const exchange = await options.transport.send({ url, method: 'GET', headers, timeoutMs, keepAlive: true, signal });
    if (signal.aborted) return { ...seen, verdict: cancelled(seen.state) };
    waitMs = pollDelayMs(polls);
    const reading = exchange.kind === 'answer' ? awaiting.readRun(exchange) : undefined;
    if (reading === undefined) {
      const words = describe(exchange, format);
      if (!isPassing(exchange)) return { ...seen, verdict: unreadable(exchange, words) };
      if (trouble !== words) options.log(`its state cannot be had, asking again: ${words}`);
      trouble = words;
      waitMs = Math.max(waitMs, parseRetryAfter(exchange.retryAfter, Date.now()) ?? 0);
    } else {
      const { state } = reading;
      if (state.kind === 'unknown') return { ...seen, verdict: { words: describe(exchange, format), ...state } };
      if (state.kind !== 'accepted' && state.kind !== 'running') return { ...seen, reading, verdict: state };
      trouble = undefined;
      if (state.kind !== seen.state) options.onState(state.kind);
      const startedMs = seen.startedMs ?? (state.kind === 'running' ? Date.now() : undefined);
      seen = { state: state.kind, reading, ...(startedMs === undefined ? {} : { startedMs }) };
    }
    if (leftMs() <= 0) return { ...seen, verdict: timedOut(seen.state, trouble) };
  }
}

/** Whether asking again may give a state. A body that broke off or did not come says nothing about the next. */
function isPassing(exchange: Exchange): boolean {
  if (mayChange(exchange)) return true;
  return exchange.kind === 'answer' && exchange.status === 200 && ['cut', 'stalled'].includes(exchange.bodyEnd);
}

function describe(exchange: Exchange, format: Target): string {
  const words = wordsOf(exchange, format);
  if (exchange.kind === 'failure' || words.startsWith(`${exchange.status}`)) return words;
  return `${exchange.status} ${words}`.trim();
}

function unreadable(exchange: Exchange, words: string): Verdict {
  const isOk = exchange.kind === 'answer' && exchange.status < 300;
  const hint = isOk
    ? 'what answers there is not the run API; let the proxy pass /v1/api to the receiver. The deployment goes on'
    : `${usualHint(exchange) ?? 'the state of the deployment cannot be asked for'}. The deployment goes on`;
  const error = exchange.kind === 'failure' ? exchange.code : isOk ? 'NOT_A_STATE' : `HTTP_${exchange.status}`;
  return { kind: 'unknown', error, words, hint };
}

function cancelled(state: string): Verdict {
  return {
    kind: 'cancelled',
    error: 'CANCELLED',
    words: `the deployment was ${state} when the job was cancelled`,
    hint: "the deployment goes on; see the server's log for how it ends",
  };
}

function timedOut(state: string, trouble: string | undefined): Verdict {
  const last = trouble === undefined ? '' : `, and then its state could not be had (${trouble})`;
  return {
    kind: 'timed-out',
    error: 'WAIT_TIMEOUT',
    words: `the deployment was still ${state}${last} when wait-timeout was over; how it ends is not known here`,
    hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
  };
}
