import type { Artifact } from './artifact.ts';
import type { Delivery } from './deliver.ts';
import type { Message, Skip } from './formats/format.ts';

/** What came of the whole step. */
export type Outcome =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'skipped'; readonly skip: Skip }
  | { readonly kind: 'dry-run'; readonly artifacts: readonly Artifact[]; readonly messages: readonly Message[] }
  | {
      readonly kind: 'sent';
      readonly artifacts: readonly Artifact[];
      readonly messages: readonly Message[];
      readonly deliveries: readonly Delivery[];
    };

export type Result = 'delivered' | 'skipped' | 'dry-run' | 'failed';

/** The value of the `result` output. */
export function resultOf(outcome: Outcome): Result {
  switch (outcome.kind) {
    case 'refused':
      return 'failed';
    case 'sent':
      return outcome.deliveries.every(({ kind }) => kind === 'accepted') ? 'delivered' : 'failed';
    default:
      return outcome.kind;
  }
}
