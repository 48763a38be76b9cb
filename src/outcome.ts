import type { Artifact } from './artifact.ts';
import type { Delivery } from './deliver.ts';
import type { Endpoint } from './endpoint.ts';
import type { Message, Skip, Target } from './formats/format.ts';

/** What came of sending. */
export type Sent = {
  readonly kind: 'sent';
  readonly format: Target;
  readonly artifacts: readonly Artifact[];
  readonly messages: readonly Message[];
  readonly deliveries: readonly Delivery[];
  /** Markdown about the way of awaited deployments in time. */
  readonly timeline?: string;
};

/** What came of the whole step. */
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

export type Result = 'delivered' | 'deployed' | 'skipped' | 'dry-run' | 'failed';

/** The value of the `result` output. */
export function resultOf(outcome: Outcome): Result {
  switch (outcome.kind) {
    case 'refused':
      return 'failed';
    case 'sent':
      if (!outcome.deliveries.every(isGood)) return 'failed';
      return outcome.deliveries.some(({ kind }) => kind === 'accepted') ? 'delivered' : 'deployed';
    default:
      return outcome.kind;
  }
}

/** Whether a delivery ended as it was meant to: heard, or where that was awaited, deployed. */
export function isGood({ kind }: Delivery): boolean {
  return kind === 'accepted' || kind === 'succeeded' || kind === 'skipped';
}

/** What a thrown value says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
