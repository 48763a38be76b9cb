import { type Delivery, type Endpoint, isSuccess } from '../delivery/types.ts';
import type { Skip } from '../events/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import type { Message } from '../receivers/types.ts';

/** What would be sent to one endpoint. There is none where the dry run has no URL. */
export type Prepared = { readonly endpoint?: Endpoint | undefined; readonly messages: readonly Message[] };

/** The outcome of sending. */
export type Sent = {
  readonly kind: 'sent';
  readonly artifacts: readonly Artifact[];
  readonly deliveries: readonly Delivery[];
};

/** The outcome of the whole step. */
export type Outcome =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'skipped'; readonly skip: Skip }
  | {
      readonly kind: 'dry-run';
      readonly artifacts: readonly Artifact[];
      readonly prepared: readonly Prepared[];
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
