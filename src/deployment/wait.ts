import { messageIn } from '../delivery/classify.ts';
import { type DeliverOptions, deliver } from '../delivery/deliver.ts';
import type { EndpointLog } from '../delivery/deliver-all.ts';
import { wantsClientCertificate } from '../delivery/hints.ts';
import type { Delivery, DeploymentTimes, Endpoint } from '../delivery/types.ts';
import type { DeploymentTracker, Message, Receiver } from '../formats/types.ts';
import { type HttpFailure, isPage } from '../http/types.ts';
import { InputError } from '../util/errors.ts';
import { info, redact } from '../util/log.ts';
import { formatDuration, monotonicMs } from '../util/time.ts';
import { USER_AGENT } from '../util/version.ts';
import { pollRun, type WaitResult } from './poll.ts';
import { type Progress, startProgress } from './progress.ts';
import { placeInTime } from './timing.ts';

/** Deliveries that end when the deployment has ended. Loaded only where the user asks for that. */

export type WaitOptions = Omit<DeliverOptions, 'log' | 'request' | 'endByMs'> & {
  /** From the start until every deployment must have ended. */
  readonly waitTimeoutMs: number;
  /** At least this often the log gets a line: 30 s unless set. */
  readonly lineEveryMs?: number | undefined;
};

export type Wait = {
  /** As `deliver`, and then waits: with an API key by asking for the state, without one inside the request. */
  deliver(message: Message, endpoint: Endpoint, log: EndpointLog): Promise<Delivery>;
  /** Lets the process end. */
  stop(): void;
};

type Context = WaitOptions &
  EndpointLog & { readonly tracker: DeploymentTracker; readonly progress: Progress; readonly endByMs: number };

/** Often enough that nobody thinks the step hangs. */
const LINE_EVERY_MS = 30_000;

/**
 * Checks that deployments at these endpoints can be waited for.
 * @throws InputError for an endpoint that cannot be asked.
 */
export async function findTracker(format: Receiver, endpoints: readonly Endpoint[]): Promise<DeploymentTracker> {
  const tracker = await format.tracker?.();
  if (tracker === undefined) throw new Error(`${format.title} has no tracker`); // The inputs were refused before.
  for (const { url, apiKey, headers } of endpoints) {
    if (apiKey === undefined) continue;
    tracker.runUrl(url, 'id');
    if (tracker.keyHeader in headers) {
      throw new InputError(`headers: ${tracker.keyHeader} is set from the api-key input; remove it`);
    }
  }
  return tracker;
}

/** Starts the one clock that all deployments share. */
export function startWait(tracker: DeploymentTracker, options: WaitOptions): Wait {
  const progress = startProgress(info, options.lineEveryMs ?? LINE_EVERY_MS);
  const shared = { ...options, tracker, progress, endByMs: monotonicMs() + options.waitTimeoutMs };
  return {
    deliver(message, endpoint, log) {
      const deliverAndWait = endpoint.apiKey === undefined ? deliverInside : deliverAndPoll;
      return deliverAndWait(message, endpoint, { ...shared, ...log });
    },
    stop: progress.stop,
  };
}

/** Sends as always, then asks the receiver how it is doing. */
async function deliverAndPoll(message: Message, endpoint: Endpoint, context: Context): Promise<Delivery> {
  const { tracker, waitTimeoutMs, progress, format, name, log } = context;
  const delivery = await deliver(message, endpoint, context);
  if (delivery.kind !== 'accepted') return delivery;
  const acceptedMs = Date.now();
  const { jobId } = delivery;
  if (jobId === undefined) return withoutJobId(delivery, format, acceptedMs);
  log(`waiting for the deployment, at most ${formatDuration(waitTimeoutMs)} (job ${jobId})`);
  progress.enter(delivery, name, 'accepted');
  const { result, status, startedMs } = await pollRun({
    ...context,
    url: tracker.runUrl(endpoint.url, jobId),
    headers: {
      accept: 'application/json',
      'user-agent': USER_AGENT,
      ...endpoint.headers,
      [tracker.keyHeader]: endpoint.apiKey ?? '',
    },
    timeoutMs: context.limits.timeoutMs,
    leftMs: () => waitTimeoutMs - progress.elapsedMs(),
    onState(state) {
      progress.enter(delivery, name, state);
      log(`${state} after ${formatDuration(progress.elapsedMs())}`);
    },
  });
  progress.leave(delivery);
  log(`${result.kind} after ${formatDuration(progress.elapsedMs())}`);
  return withDeployment(delivery, result, placeInTime({ acceptedMs, startedMs, endedMs: Date.now() }, status));
}

function withoutJobId(delivery: Delivery, format: Receiver, acceptedMs: number): Delivery {
  const hint = brokeOff(delivery)
    ? "the answer broke off before the id of the deployment, which may go on; see the server's log for how it ends"
    : `this answer is not from ${format.title}, it would have the id of a deployment; check the path of the url`;
  const result = { kind: 'unknown', error: 'NO_JOB_ID', serverMessage: delivery.serverMessage ?? '', hint } as const;
  return withDeployment(delivery, result, { acceptedMs, endedMs: acceptedMs });
}

/** Whether the answer may have been the receiver's, but did not come to its end. */
function brokeOff({ attempts }: Delivery): boolean {
  const result = attempts.at(-1)?.result;
  if (result?.kind !== 'response' || isPage(result.body)) return false;
  return result.bodyState === 'cut' || result.bodyState === 'stalled';
}

/** The answer comes when the deployment has ended. That takes minutes, and once the request was written nothing may repeat it. */
async function deliverInside(message: Message, endpoint: Endpoint, context: Context): Promise<Delivery> {
  const { tracker, waitTimeoutMs, progress, format, name, log, client } = context;
  log(`waiting for the deployment inside the request, at most ${formatDuration(waitTimeoutMs)}`);
  const id = {};
  const delivery = await deliver(message, endpoint, {
    ...context,
    format: { ...format, isRetryable: (result, usual) => usual && result.kind === 'failure' && !result.written },
    request: { url: tracker.waitUrl(endpoint.url), mayTakeUntilEnd: true },
    client: {
      send(request) {
        progress.enter(id, name, 'no answer yet');
        return client.send(request);
      },
    },
  });
  progress.leave(id);
  const last = delivery.attempts.at(-1)?.result;
  if (last === undefined || (last.kind === 'failure' && !mayHaveArrived(last))) return delivery;
  const result = last.kind === 'response' ? tracker.parseWaitResponse(last) : describeFailure(last, waitTimeoutMs);
  if (result === undefined) return delivery;
  log(`${result.kind} after ${formatDuration(progress.elapsedMs())}`);
  const serverMessage = result.serverMessage ?? messageIn(last, format);
  return withDeployment(delivery, { ...result, serverMessage }, { endedMs: Date.now() });
}

function mayHaveArrived({ written, code }: HttpFailure): boolean {
  return written && !wantsClientCertificate(code);
}

/** The request was written, so the receiver may be deploying. */
function describeFailure({ code }: HttpFailure, waitTimeoutMs: number): WaitResult {
  const goesOn =
    "if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for";
  switch (code) {
    case 'CANCELLED':
      return {
        kind: 'cancelled',
        error: code,
        serverMessage: 'there was no answer yet when the job was cancelled',
        hint: goesOn,
      };
    case 'TIMEOUT':
      return {
        kind: 'timed-out',
        error: 'WAIT_TIMEOUT',
        serverMessage: `there was no answer yet when wait-timeout was over (${formatDuration(waitTimeoutMs)}); how the deployment ends is not known here`,
        hint: goesOn,
      };
    default:
      return { kind: 'unknown', error: code, hint: `the request was written and may have arrived; ${goesOn}` };
  }
}

function withDeployment(delivery: Delivery, result: WaitResult, times: DeploymentTimes): Delivery {
  const beganMs = delivery.attempts[0]?.startedMs ?? times.endedMs;
  const serverMessage = result.serverMessage === undefined ? undefined : redact(result.serverMessage);
  return {
    ...delivery,
    durationMs: Math.max(times.endedMs - beganMs, 0),
    deployment: { ...result, serverMessage, times },
  };
}
