import { type Delivery, type Endpoint, isSuccess } from '../delivery/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import type { Message, Receiver, Skip } from '../receivers/types.ts';

/** The outcome of sending. */
export type Sent = {
  readonly kind: 'sent';
  readonly format: Receiver;
  readonly artifacts: readonly Artifact[];
  readonly messages: readonly Message[];
  readonly deliveries: readonly Delivery[];
};

/** The outcome of the whole step. */
export type Outcome =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'skipped'; readonly skip: Skip }
  | {
      readonly kind: 'dry-run';
      readonly artifacts: readonly Artifact[];
      readonly messages: readonly Message[];
      readonly endpoints: readonly Endpoint[];
    }
  | Sent;

export type Result = 'delivered' | 'deployed' | 'unchanged' | 'skipped' | 'dry-run' | 'failed';

/** The value of the `result` output. */
export function resultOf(outcome: Outcome): Result {
  switch (outcome.kind) {
    case 'refused':
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
