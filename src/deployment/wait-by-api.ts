import { deliver } from '../delivery/deliver.ts';
import type { Delivery, Endpoint } from '../delivery/types.ts';
import { type HttpResult, isPage } from '../http/types.ts';
import type { Ask, Message } from '../receivers/types.ts';
import { formatDuration, sleep } from '../util/time.ts';
import { askAgain, createAsk } from './ask-api.ts';
import { pollRun } from './poll.ts';
import { placeInTime, pollDelayMs } from './timing.ts';
import { type Context, type WaitResult, withDeployment } from './types.ts';

/** How far the server's clock may be behind ours. */
const CLOCK_SKEW_MS = 5_000;

/** Sends as usual, then asks the receiver for the state of the deployment, and after a success for that of its containers. */
export async function deliverAndAsk(message: Message, endpoint: Endpoint, context: Context): Promise<Delivery> {
  const { tracker, waitTimeoutMs, progress, name, log } = context;
  const ask = createAsk(endpoint, context);
  const sent = await deliver(message, endpoint, { ...context, request: { needsBody: true } });
  const acceptedMs = Date.now();
  const isAccepted = sent.kind === 'accepted';
  const jobId = (isAccepted ? sent.jobId : undefined) ?? (await findLostRun(sent, askAgain(ask, context), context));
  if (jobId === undefined) return isAccepted ? withoutJobId(sent, acceptedMs, context) : sent;
  const delivery = { ...sent, jobId };
  log(`waiting for the deployment, at most ${formatDuration(waitTimeoutMs)} (job ${jobId})`);
  progress.enter(delivery, name, 'accepted');
  const run = {
    jobId,
    url: tracker.runUrl(endpoint.url, jobId),
    ask,
    onState(state: string) {
      progress.enter(delivery, name, state);
      log(`${state} after ${formatDuration(progress.elapsedMs())}`);
    },
  };
  const { result: reported, status, startedMs } = await pollRun(run, context);
  const endedMs = Date.now();
  const result =
    reported.kind === 'succeeded'
      ? await checkContainers(reported, delivery, askAgain(ask, context), context)
      : reported;
  progress.leave(delivery);
  log(`${result.kind} after ${formatDuration(progress.elapsedMs())}`);
  return withDeployment(delivery, result, placeInTime({ acceptedMs, startedMs, endedMs }, status));
}

/** The id of the run of a message that may have arrived although no answer with an id came back. */
async function findLostRun({ message, endpoint, attempts }: Delivery, ask: Ask, context: Context) {
  const { tracker, receiver, leftMs, signal, log } = context;
  const { artifact } = message;
  const [first] = attempts;
  const mayHaveArrived = (result: HttpResult) =>
    result.kind === 'failure'
      ? result.written
      : receiver.answers.jobId(result.body) === undefined && (result.status < 300 || result.status >= 500);
  if (first === undefined || !attempts.some(({ result }) => mayHaveArrived(result))) {
    return undefined;
  }
  const wanted = { endpoint: endpoint.url, artifact, sinceMs: first.startedMs - CLOCK_SKEW_MS };
  for (let asked = 0; !signal.aborted && leftMs() > 0; asked++) {
    const answer = await ask(tracker.runsUrl(endpoint.url));
    const found = answer.kind === 'response' ? tracker.findRun(answer, wanted) : undefined;
    if (found?.kind === 'found') {
      log(`no answer with an id came back, but ${receiver.title} has a run for this digest`);
      return found.jobId;
    }
    if (found?.kind !== 'pending') return undefined;
    await sleep(Math.min(pollDelayMs(asked), leftMs()), signal);
  }
  return undefined;
}

/** The result by the containers, for a deployment that the server `reported` as a success. Waits for those that are starting. */
async function checkContainers(
  reported: WaitResult,
  { message, endpoint }: Delivery,
  ask: Ask,
  { tracker, leftMs, signal }: Context,
): Promise<WaitResult> {
  let starting: WaitResult | undefined;
  for (let checks = 0; ; checks++) {
    const { kind, result } = await tracker.checkContainers(endpoint.url, message.artifact, ask);
    if (kind === 'starting') starting = result;
    if (signal.aborted && kind !== 'final') return { ...(starting ?? result), kind: 'cancelled', error: 'CANCELLED' };
    // A container was still starting: if it cannot be checked any more, that is not a success.
    if (kind === 'final' || starting === undefined) {
      return { ...result, serverMessage: result.serverMessage ?? reported.serverMessage };
    }
    if (leftMs() <= 0) return { ...starting, kind: 'timed-out', error: 'WAIT_TIMEOUT' };
    await sleep(Math.min(pollDelayMs(checks), leftMs()), signal);
  }
}

function withoutJobId(delivery: Delivery, acceptedMs: number, { receiver }: Context): Delivery {
  const hint = brokeOff(delivery)
    ? "the answer broke off before the id of the deployment, which may go on; see the server's log for how it ends"
    : `this answer is not from ${receiver.title}, it would have the id of a deployment; check the path of the url`;
  const result = { kind: 'unknown', error: 'NO_JOB_ID', serverMessage: delivery.serverMessage ?? '', hint } as const;
  return withDeployment(delivery, result, { acceptedMs, endedMs: acceptedMs });
}

/** Whether the answer may have been the receiver's, but is incomplete. */
function brokeOff({ attempts }: Delivery): boolean {
  const result = attempts.at(-1)?.result;
  if (result?.kind !== 'response' || isPage(result.body)) return false;
  return result.bodyState === 'cut' || result.bodyState === 'stalled';
}
