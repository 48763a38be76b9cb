import { monotonicMs } from './clock.ts';
import { type DeliverOptions, type Delivery, deliver } from './deliver.ts';
import { type Deployment, placeInTime } from './deployment.ts';
import { duration } from './duration.ts';
import type { Endpoint } from './endpoint.ts';
import type { Failure } from './exchange.ts';
import { follow, type Verdict } from './follow.ts';
import type { Awaiting, Message, Target } from './formats/format.ts';
import { wantsClientCertificate } from './hint.ts';
import { InputError } from './input-error.ts';
import { redact, say } from './log.ts';
import { type Progress, startProgress } from './progress.ts';
import { renderTimeline } from './timeline.ts';
import { isPage, wordsOf } from './verdict.ts';
import { USER_AGENT } from './version.ts';

/** Deliveries that end when the deployment has ended. Loaded only when the user asks for that. */

export type WaitLimits = {
  /** From the start until every deployment must have ended. */
  readonly timeoutMs: number;
  /** At least this often the log gets a line: 30 s unless set. */
  readonly everyMs?: number;
};

export type AwaitOptions = DeliverOptions & {
  /** What tells this delivery from the others in the log; empty when it is the only one. */
  readonly name: string;
};

export type Waiting = {
  /** As `deliver`, and then waits: with an API key by asking for the state, without one inside the request. */
  deliver(message: Message, endpoint: Endpoint, options: AwaitOptions): Promise<Delivery>;
  /** Markdown about what came of it, for the summary. */
  timeline(deliveries: readonly Delivery[]): string;
  /** Lets the process end. */
  stop(): void;
};

type Context = { readonly awaiting: Awaiting; readonly wait: WaitLimits; readonly progress: Progress };

/** Often enough that nobody thinks the step hangs. */
const LINE_EVERY_MS = 30_000;

/**
 * Checks that deployments at these endpoints can be awaited; the returned function starts the one clock that all share.
 * @throws InputError for an endpoint that cannot be asked.
 */
export async function prepareWait(
  format: Target,
  endpoints: readonly Endpoint[],
  wait: WaitLimits,
): Promise<() => Waiting> {
  const awaiting = await format.awaiting?.();
  if (awaiting === undefined) throw new Error(`${format.title} cannot be awaited`); // The inputs were refused before.
  for (const { url, apiKey, headers } of endpoints) {
    if (apiKey === undefined) continue;
    awaiting.runUrl(url, 'id');
    if (awaiting.keyHeader in headers) {
      throw new InputError(`headers: ${awaiting.keyHeader} is set from the api-key input; remove it`);
    }
  }
  return () => {
    const progress = startProgress(say, wait.everyMs ?? LINE_EVERY_MS);
    const context = { awaiting, wait, progress };
    return {
      deliver(message, endpoint, options) {
        const deliverWith = endpoint.apiKey === undefined ? deliverInside : deliverAndAsk;
        return deliverWith(message, endpoint, { ...options, ...context });
      },
      timeline: renderTimeline,
      stop: progress.stop,
    };
  };
}

/** Trying to deliver is part of what must have ended when the clock runs out. */
function untilClock(options: AwaitOptions & Context): DeliverOptions {
  const { limits, transport, wait, progress } = options;
  const endByMs = monotonicMs() + wait.timeoutMs - progress.elapsedMs();
  /** What was left when the first attempt began: it may have stood in line. */
  let leftMs = Number.POSITIVE_INFINITY;
  return {
    ...options,
    limits: {
      ...limits,
      get deadlineMs() {
        return Math.max(Math.min(leftMs, limits.deadlineMs), 0);
      },
      get deadlineInput() {
        return leftMs < limits.deadlineMs ? 'wait-timeout' : undefined;
      },
    },
    transport: {
      async send(request) {
        const isFirst = leftMs === Number.POSITIVE_INFINITY;
        const exchange = await transport.send({ ...request, ...(isFirst && { beginByMs: endByMs }), endByMs });
        if (isFirst) leftMs = endByMs - monotonicMs() + exchange.durationMs;
        return exchange;
      },
    },
  };
}

/** Sends as always, then asks the receiver how it is doing. */
async function deliverAndAsk(message: Message, endpoint: Endpoint, options: AwaitOptions & Context): Promise<Delivery> {
  const { awaiting, wait, progress, format, name } = options;
  const delivery = await deliver(message, endpoint, untilClock(options));
  if (delivery.kind !== 'accepted') return delivery;
  const acceptedMs = Date.now();
  const { jobId } = delivery;
  if (jobId === undefined) {
    const hint = brokeOff(delivery)
      ? "the answer broke off before the id of the deployment, which may go on; see the server's log for how it ends"
      : `${format.title} did not write this answer, it would hold the id of a deployment; check the path of the url`;
    const verdict = { kind: 'unknown', error: 'NO_JOB_ID', words: delivery.words ?? '', hint } as const;
    return conclude(delivery, verdict, { acceptedMs, endedMs: acceptedMs });
  }
  options.log(`waiting for the deployment, at most ${duration(wait.timeoutMs)} (job ${jobId})`);
  progress.enter(delivery, name, 'accepted');
  const { verdict, reading, startedMs } = await follow({
    ...options,
    url: awaiting.runUrl(endpoint.url, jobId),
    headers: {
      accept: 'application/json',
      'user-agent': USER_AGENT,
      ...endpoint.headers,
      [awaiting.keyHeader]: endpoint.apiKey ?? '',
    },
    timeoutMs: options.limits.timeoutMs,
    leftMs: () => wait.timeoutMs - progress.elapsedMs(),
    onState(state) {
      progress.enter(delivery, name, state);
      options.log(`${state} after ${duration(progress.elapsedMs())}`);
    },
  });
  progress.leave(delivery);
  options.log(`${verdict.kind} after ${duration(progress.elapsedMs())}`);
  const observed = { acceptedMs, endedMs: Date.now(), ...(startedMs === undefined ? {} : { startedMs }) };
  return conclude(delivery, verdict, placeInTime(observed, reading));
}

/** Whether the answer may have been the receiver's, but did not come to its end. */
function brokeOff({ attempts }: Delivery): boolean {
  const exchange = attempts.at(-1)?.exchange;
  if (exchange?.kind !== 'answer' || isPage(exchange.body)) return false;
  return exchange.bodyEnd === 'cut' || exchange.bodyEnd === 'stalled';
}

/** The answer is the end of the deployment: it takes minutes, and once the request was written nothing may repeat it. */
async function deliverInside(message: Message, endpoint: Endpoint, options: AwaitOptions & Context): Promise<Delivery> {
  const { awaiting, wait, progress, format, name } = options;
  const { transport, ...clocked } = untilClock(options);
  options.log(`waiting for the deployment inside the request, at most ${duration(wait.timeoutMs)}`);
  const id = {};
  const delivery = await deliver(message, endpoint, {
    ...clocked,
    format: { ...format, mayRetry: (exchange, usual) => usual && exchange.kind === 'failure' && !exchange.written },
    transport: {
      send(request) {
        progress.enter(id, name, 'no answer yet');
        return transport.send({ ...request, url: awaiting.insideUrl(request.url), awaitsEnd: true });
      },
    },
  });
  progress.leave(id);
  const exchange = delivery.attempts.at(-1)?.exchange;
  if (exchange === undefined || (exchange.kind === 'failure' && !mayHaveArrived(exchange))) return delivery;
  const verdict = exchange.kind === 'answer' ? awaiting.readInside(exchange) : judgeFailure(exchange, wait);
  if (verdict === undefined) return delivery;
  options.log(`${verdict.kind} after ${duration(progress.elapsedMs())}`);
  return conclude(delivery, { words: wordsOf(exchange, format), ...verdict }, { endedMs: Date.now() });
}

function mayHaveArrived({ written, code }: Failure): boolean {
  return written && !wantsClientCertificate(code);
}

/** The request was written, so the receiver may be deploying. */
function judgeFailure({ code }: Failure, { timeoutMs }: WaitLimits): Verdict {
  const goesOn =
    "if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for";
  switch (code) {
    case 'CANCELLED':
      return {
        kind: 'cancelled',
        error: code,
        words: 'there was no answer yet when the job was cancelled',
        hint: goesOn,
      };
    case 'TIMEOUT':
      return {
        kind: 'timed-out',
        error: 'WAIT_TIMEOUT',
        words: `there was no answer yet when wait-timeout was over (${duration(timeoutMs)}); how the deployment ends is not known here`,
        hint: goesOn,
      };
    default:
      return { kind: 'unknown', error: code, hint: `the request was written and may have arrived; ${goesOn}` };
  }
}

function conclude(delivery: Delivery, verdict: Verdict, deployment: Deployment): Delivery {
  const { words, hint, ...told } = delivery;
  const began = delivery.attempts[0]?.startedMs ?? deployment.endedMs;
  return {
    ...told,
    ...verdict,
    ...(verdict.words === undefined ? {} : { words: redact(verdict.words) }),
    durationMs: Math.max(deployment.endedMs - began, 0),
    deployment,
  };
}
