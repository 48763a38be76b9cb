import { type Delivery, isSuccess, outcomeOf } from '../delivery/types.ts';
import { nameArtifact } from '../oci/artifact.ts';
import { grouped, oneLine } from '../util/text.ts';
import { type Outcome, resultOf } from './outcome.ts';

/**
 * Characters of one output at most. GitHub takes 1 MB, counted in UTF-16 (docs.github.com, jobs.<job_id>.outputs), and drops
 * more silently.
 */
const LONGEST = 500_000;

/** Every declared output, on every path. What does not apply is empty; `warning` is called for what had to be left out. */
export function outputsOf(
  outcome: Outcome,
  warning: (text: string) => void = () => {},
): Readonly<Record<string, string>> {
  const artifacts = 'artifacts' in outcome ? outcome.artifacts : [];
  const messages = 'messages' in outcome ? outcome.messages : [];
  const deliveries = outcome.kind === 'sent' ? outcome.deliveries : [];
  const first = deliveries[0];
  const named = artifacts.map((artifact) => ({ artifact: nameArtifact(artifact), digest: artifact.digest ?? '' }));
  return {
    result: resultOf(outcome),
    artifact: named[0]?.artifact ?? '',
    digest: named[0]?.digest ?? '',
    artifacts: jsonList('artifacts', named, warning),
    payload: shortEnough('payload', messages[0]?.body ?? '', warning),
    deliveries: jsonList('deliveries', deliveries.flatMap(deliveryOutputs), warning),
    'status-code': String((first && statusOf(first)) ?? ''),
    'job-id': first?.jobId ?? '',
    'skip-reason': outcome.kind === 'skipped' ? outcome.skip.reason : '',
  };
}

/** As many of the first `entries` as an output can hold. */
function jsonList(name: string, entries: readonly object[], warning: (text: string) => void): string {
  let length = 2;
  const texts = entries.map((entry) => JSON.stringify(entry));
  const end = texts.findIndex((text) => {
    length += text.length + 1;
    return length > LONGEST;
  });
  const kept = end < 0 ? texts : texts.slice(0, end);
  if (end >= 0) {
    const part = `${grouped(end)} of ${grouped(texts.length)}`;
    warning(`the output ${name} holds the first ${part}: GitHub takes no more in one output`);
  }
  return `[${kept.join(',')}]`;
}

function shortEnough(name: string, text: string, warning: (text: string) => void): string {
  if (text.length <= LONGEST) return text;
  warning(`the output ${name} is empty: with ${grouped(text.length)} characters it is longer than GitHub takes`);
  return '';
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
