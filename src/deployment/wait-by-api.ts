import { mayHaveArrived } from '../delivery/classify.ts';
import { deliver } from '../delivery/deliver.ts';
import type { Delivery, Endpoint } from '../delivery/types.ts';
import type { HttpResult } from '../http/types.ts';
import type { Accepted, Ask, Message, Receiver, Search, Watch } from '../receivers/types.ts';
import { formatDuration, monotonicMs } from '../util/time.ts';
import { askAgain, createAsk, isTransient } from './ask-api.ts';
import { follow } from './follow.ts';
import { AGAIN, repeatUntil } from './poll.ts';
import { placeInTime } from './timing.ts';
import { type Context, withDeployment } from './types.ts';

/** Sends as usual, then asks the receiver how the deployment is doing until it has ended. */
export async function deliverAndAsk(message: Message, endpoint: Endpoint, context: Context): Promise<Delivery> {
  const { tracker, receiver, waitTimeoutMs, progress, name, log } = context;
  const ask = createAsk(endpoint, context);
  const watch = tracker.watch(endpoint.url, message.artifact);
  const refusal = await watch.before?.(askAgain(ask, context));
  if (refusal !== undefined && !context.signal.aborted) {
    const unsent: Delivery = { kind: 'rejected', message, endpoint, attempts: [], durationMs: 0 };
    return withDeployment(unsent, refusal, { endedMs: Date.now() });
  }

  const search = createSearch(watch, ask, context);
  const heard: HttpResult[] = [];
  const sent = await deliver(message, endpoint, {
    ...context,
    request: { needsBody: true },
    onLast: (result) => heard.push(result),
    mayRepeat: search?.isNowhere,
  });
  const atMs = monotonicMs();
  const acceptedMs = (sent.attempts[0]?.startedMs ?? Date.now()) + sent.durationMs;
  /** As Date.now, by a clock that nobody sets meanwhile. */
  const nowMs = () => Math.round(acceptedMs + monotonicMs() - atMs);
  const accepted = await findAccepted(sent, heard.at(-1), search);
  if (accepted === undefined) return search?.wasHeldBack() === true ? withDoubt(sent, receiver) : sent;
  if (accepted.response === undefined)
    log(`no answer with an id came back, but ${receiver.title} has a run for this digest`);

  const delivery = { ...sent, jobId: accepted.jobId };
  const job = accepted.jobId === undefined ? '' : ` (job ${accepted.jobId})`;
  log(`waiting for the deployment, at most ${formatDuration(waitTimeoutMs)}${job}`);
  progress.enter(delivery, name, 'accepted');
  const { result, times, startedMs } = await follow(
    () => watch.observe(accepted, ask),
    {
      onState(state) {
        progress.enter(delivery, name, state);
        log(`${state} after ${formatDuration(progress.elapsedMs())}`);
      },
      nowMs,
    },
    context,
  );
  progress.leave(delivery);
  log(`${result.kind} after ${formatDuration(progress.elapsedMs())}`);
  const placed = placeInTime({ acceptedMs, startedMs, endedMs: nowMs() }, times);
  const durationMs = sent.durationMs + placed.endedMs - acceptedMs;
  return withDeployment({ ...delivery, durationMs }, result, placed);
}

/** What is known of the deployment of a message, by its answer or by looking for it. Undefined when there is none. */
async function findAccepted(
  sent: Delivery,
  last: HttpResult | undefined,
  search: LostRun | undefined,
): Promise<Accepted | undefined> {
  const response = last?.kind === 'response' ? last : undefined;
  const isAccepted = sent.kind === 'accepted';
  if (isAccepted && sent.jobId !== undefined) return { jobId: sent.jobId, response };
  if (search !== undefined && last !== undefined && mayHaveArrived(last, sent.endpoint.receiver.answers)) {
    const jobId = await search.find();
    if (jobId !== undefined) return { jobId };
  }
  return isAccepted ? { response } : undefined;
}

type LostRun = {
  /** Whether it is certain that the receiver has no deployment of this message, so that it may be sent again. */
  isNowhere(leftMs: () => number): Promise<boolean>;
  /** The id of that deployment, if there is one. */
  find(): Promise<string | undefined>;
  /** Whether the message was not sent again because that was not certain. */
  wasHeldBack(): boolean;
};

function withDoubt(sent: Delivery, { title }: Receiver): Delivery {
  const doubt = `it was not sent again, because ${title} may have it and could not be asked; see the server's log, and run this again where nothing was deployed`;
  return { ...sent, hint: sent.hint === undefined ? doubt : `${sent.hint}; ${doubt}` };
}

/** Looks for the deployment of a message whose answer was lost. Undefined where the receiver has no such list. */
function createSearch({ find }: Watch, ask: Ask, { leftMs, signal }: Context): LostRun | undefined {
  if (find === undefined) return undefined;
  const beganMs = monotonicMs();
  let last: Search | undefined;
  let isHeldBack = false;

  async function look(leftMs: () => number): Promise<Search | undefined> {
    await repeatUntil(
      async () => {
        last = await find?.(ask, monotonicMs() - beganMs);
        const mayChange = last?.kind === 'pending' || (last?.kind === 'unreadable' && isTransient(last.answer));
        return mayChange ? AGAIN : { value: last };
      },
      { leftMs, signal },
    );
    return last;
  }

  return {
    async isNowhere(untilMs) {
      isHeldBack = (await look(untilMs))?.kind !== 'none';
      return !isHeldBack;
    },
    async find() {
      if (last?.kind !== 'found') await look(leftMs);
      return last?.kind === 'found' ? last.jobId : undefined;
    },
    wasHeldBack: () => isHeldBack,
  };
}
