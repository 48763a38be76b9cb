import { mayHaveArrived, messageIn } from '../delivery/classify.ts';
import { deliver } from '../delivery/deliver.ts';
import { isRetryable } from '../delivery/retry.ts';
import type { Delivery, Endpoint } from '../delivery/types.ts';
import type { HttpFailure, HttpResult } from '../http/types.ts';
import type { DeploymentResult, InRequest, Message, Receiver } from '../receivers/types.ts';
import { formatDuration } from '../util/time.ts';
import { type Context, stoppedHint, withDeployment } from './types.ts';

/**
 * The answer comes when the deployment has ended, after minutes. Once the request was written it must not be repeated.
 */
export async function deliverInside(
  message: Message,
  endpoint: Endpoint,
  inRequest: InRequest,
  context: Context,
): Promise<Delivery> {
  const { waitTimeoutMs, progress, receiver, name, log, client } = context;
  log(`waiting for the deployment inside the request, at most ${formatDuration(waitTimeoutMs)}`);
  const id = {};
  const heard: HttpResult[] = [];
  const delivery = await deliver(message, endpoint, {
    ...context,
    isRetryable: (result, usual) => usual && result.kind === 'failure' && !result.written,
    onLast: (result) => heard.push(result),
    request: { url: inRequest.url(endpoint.url), mayTakeUntilEnd: true },
    client: {
      send(request) {
        progress.enter(id, name, 'no answer yet');
        return client.send(request);
      },
    },
  });
  progress.leave(id);
  const last = heard.at(-1);
  if (last === undefined || (last.kind === 'failure' && !mayHaveArrived(last, receiver.answers))) return delivery;
  const result = last.kind === 'response' ? inRequest.read(last) : describeFailure(last, inRequest, context);
  if (result === undefined) return withoutRepeat(delivery, last, receiver);
  log(`${result.kind} after ${formatDuration(progress.elapsedMs())}`);
  const serverMessage = result.serverMessage ?? messageIn(last, receiver.answers);
  return withDeployment(delivery, { ...result, serverMessage }, { endedMs: Date.now() });
}

/** It was refused, but is otherwise repeated after such an answer: says why it was not. */
function withoutRepeat(delivery: Delivery, last: HttpResult, { answers }: Receiver): Delivery {
  if (delivery.kind !== 'rejected' || !answers.isRetryable(last, isRetryable(last))) return delivery;
  const sent = { url: delivery.endpoint.url, artifact: delivery.message.artifact };
  const notAgain =
    'it was not sent again, because the deployment may have begun; set api-key, and then it is sent again until it is accepted';
  return { ...delivery, hint: answers.hint(last, sent) ?? notAgain };
}

/** The request was written, so the receiver may be deploying. */
function describeFailure(
  { code }: HttpFailure,
  { repeatHint }: InRequest,
  { receiver, waitTimeoutMs }: Context,
): DeploymentResult {
  const goesOn = `if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for; ${repeatHint}`;
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
    case 'ECONNRESET':
    case 'EPIPE':
      return { kind: 'unknown', error: code, hint: `${stoppedHint(receiver.title)}; ${repeatHint}` };
    default:
      return { kind: 'unknown', error: code, hint: `the request was written and may have arrived; ${goesOn}` };
  }
}
