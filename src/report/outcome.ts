import { type Delivery, type Endpoint, isSuccess } from '../delivery/types.ts';
import type { Skip } from '../events/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import type { Message } from '../receivers/types.ts';

/** What would be sent to one endpoint. There is none where the dry run has no URL. */
export type Prepared = { readonly endpoint?: Endpoint | undefined; readonly messages: readonly Message[] };

/** Each message with its endpoint, in order. */
export function eachMessage(prepared: readonly Prepared[]) {
  return prepared.flatMap(({ endpoint, messages }) => messages.map((message) => ({ endpoint, message })));
}

/** The outcome of sending. */
export type Sent = {
  readonly kind: 'sent';
  readonly artifacts: readonly Artifact[];
  readonly deliveries: readonly Delivery[];
};

/** An error ended the step while messages were sent, or after that. */
export type Broken = Omit<Sent, 'kind'> & {
  readonly kind: 'broken';
  readonly error: unknown;
  /** What may have been sent, too: how it ended is not known. */
  readonly open: readonly Pick<Delivery, 'endpoint' | 'message'>[];
};

/** The outcome of the whole step. */
export type Outcome =
  | { readonly kind: 'refused'; readonly error: unknown }
  | Broken
  | { readonly kind: 'skipped'; readonly skip: Skip }
  | {
      readonly kind: 'dry-run';
      readonly artifacts: readonly Artifact[];
      readonly prepared: readonly Prepared[];
    }
  | Sent;

/** What the step has done so far, filled while messages are sent: whatever ends the step, they are reported. */
export type SoFar = {
  artifacts: readonly Artifact[];
  /** Empty until the first is sent. */
  prepared: readonly Prepared[];
  /** What became of them, as far as that is known. */
  readonly ended: Map<Message, Delivery>;
};

/** The outcome of a step that `error` ended. */
export function brokenBy(error: unknown, { artifacts, prepared, ended }: SoFar): Outcome {
  const sent = eachMessage(prepared).flatMap(({ endpoint, message }) => (endpoint ? { endpoint, message } : []));
  if (sent.length === 0) return { kind: 'refused', error };
  const deliveries = sent.flatMap(({ message }) => ended.get(message) ?? []);
  return { kind: 'broken', error, artifacts, deliveries, open: sent.filter(({ message }) => !ended.has(message)) };
}

export type Result = 'delivered' | 'deployed' | 'unchanged' | 'skipped' | 'dry-run' | 'failed';

/** The value of the `result` output. */
export function resultOf(outcome: Outcome): Result {
  switch (outcome.kind) {
    case 'refused':
    case 'broken':
      return 'failed';
    case 'sent':
      if (!outcome.deliveries.every(isSuccess)) return 'failed';
      return resultOfSuccess(outcome.deliveries);
    default:
      return outcome.kind;
  }
}

/** Deployments that were skipped or had nothing to deploy have deployed nothing. */
function resultOfSuccess(deliveries: readonly Delivery[]): Result {
  if (deliveries.some(({ deployment }) => deployment === undefined)) return 'delivered';
  return deliveries.some(({ deployment }) => deployment?.kind === 'succeeded') ? 'deployed' : 'unchanged';
}
