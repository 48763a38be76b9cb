import { type Delivery, isSuccess, outcomeOf } from '../delivery/types.ts';
import { nameArtifact } from '../oci/artifact.ts';
import { oneLine } from '../util/text.ts';
import { type Outcome, resultOf } from './outcome.ts';

/** Every declared output, on every path. What does not apply is empty. */
export function outputsOf(outcome: Outcome): Readonly<Record<string, string>> {
  const artifacts = 'artifacts' in outcome ? outcome.artifacts : [];
  const messages = 'messages' in outcome ? outcome.messages : [];
  const deliveries = outcome.kind === 'sent' ? outcome.deliveries : [];
  const first = deliveries[0];
  const named = artifacts.map((artifact) => ({ artifact: nameArtifact(artifact), digest: artifact.digest ?? '' }));
  return {
    result: resultOf(outcome),
    artifact: named[0]?.artifact ?? '',
    digest: named[0]?.digest ?? '',
    artifacts: JSON.stringify(named),
    payload: messages[0]?.body ?? '',
    deliveries: JSON.stringify(deliveries.flatMap(deliveryOutputs)),
    'status-code': String((first && statusOf(first)) ?? ''),
    'job-id': first?.jobId ?? '',
    'skip-reason': outcome.kind === 'skipped' ? outcome.skip.reason : '',
  };
}

function deliveryOutputs(delivery: Delivery): readonly object[] {
  const { message, endpoint, attempts, durationMs, jobId, deployment } = delivery;
  const { serverMessage } = deployment ?? delivery;
  return message.artifacts.map((artifact) => ({
    artifact: nameArtifact(artifact),
    digest: artifact.digest ?? '',
    endpoint: endpoint.url.origin,
    status: statusOf(delivery),
    attempts: attempts.length,
    durationMs,
    jobId: jobId ?? null,
    outcome: outcomeOf(delivery),
    error: errorOf(delivery),
    message: serverMessage === undefined ? null : oneLine(serverMessage),
  }));
}

/** The status of the last attempt, null when it had no response. */
export function statusOf({ attempts }: Delivery): number | null {
  const result = attempts.at(-1)?.result;
  return result?.kind === 'response' ? result.status : null;
}

/** A code that workflows can compare: that of the deployment, the network's, or HTTP_<status>. Null when all is well. */
function errorOf(delivery: Delivery): string | null {
  if (isSuccess(delivery)) return null;
  if (delivery.deployment?.error !== undefined) return delivery.deployment.error;
  const result = delivery.attempts.at(-1)?.result;
  if (result === undefined || delivery.kind === 'cancelled') return 'CANCELLED';
  return result.kind === 'response' ? `HTTP_${result.status}` : result.code;
}
