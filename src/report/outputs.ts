import { type Delivery, isSuccess, outcomeOf } from '../delivery/types.ts';
import { nameArtifact } from '../oci/artifact.ts';
import { grouped, oneLine } from '../util/text.ts';
import { type Outcome, resultOf } from './outcome.ts';

/**
 * Characters of `payload`, `artifacts` and `deliveries` together; the others are short. GitHub takes 1 MiB for all
 * outputs of a job, counted in UTF-16, and fails the job above it although every step was green (actions/runner,
 * JobRunner: "Job outputs exceed").
 */
const TOGETHER = 398_000;

/** Every declared output, on every path. What does not apply is empty; `warning` is told what had to be left out. */
export function outputsOf(
  outcome: Outcome,
  warning: (text: string) => void = () => {},
): Readonly<Record<string, string>> {
  const artifacts = 'artifacts' in outcome ? outcome.artifacts : [];
  const deliveries = 'deliveries' in outcome ? outcome.deliveries : [];
  const first = deliveries[0];
  const named = artifacts.map((artifact) => ({ artifact: nameArtifact(artifact), digest: artifact.digest ?? '' }));
  const payload = shortEnough('payload', firstBody(outcome), TOGETHER / 4, warning);
  const artifactList = jsonList('artifacts', named, (TOGETHER - payload.length) / 2, warning);
  const left = TOGETHER - payload.length - artifactList.length;
  return {
    result: resultOf(outcome),
    artifact: named[0]?.artifact ?? '',
    digest: named[0]?.digest ?? '',
    artifacts: artifactList,
    payload,
    deliveries: jsonList('deliveries', deliveries.map(deliveryOutputs), left, warning),
    'status-code': String((first && statusOf(first)) ?? ''),
    'job-id': first?.jobId ?? '',
    'skip-reason': outcome.kind === 'skipped' ? outcome.skip.reason : '',
  };
}

/** Room for the entry that says how many are left out. */
const OMITTED_ENTRY = 24;

/** As many of the first `entries` as fit into `limit` characters. A last entry `{"omitted":N}` says how many do not. */
function jsonList(name: string, entries: readonly object[], limit: number, warning: (text: string) => void): string {
  const texts = entries.map((entry) => JSON.stringify(entry));
  let length = OMITTED_ENTRY;
  const end = texts.findIndex((text) => {
    length += text.length + 1;
    return length > limit;
  });
  if (end < 0) return `[${texts.join(',')}]`;
  const part = `${grouped(end)} of ${grouped(texts.length)}`;
  warning(`the output ${name} holds the first ${part}: GitHub takes 1 MB for all outputs of a job together`);
  return `[${[...texts.slice(0, end), JSON.stringify({ omitted: texts.length - end })].join(',')}]`;
}

function shortEnough(name: string, text: string, limit: number, warning: (text: string) => void): string {
  if (text.length <= limit) return text;
  warning(`the output ${name} is empty: with ${grouped(text.length)} characters it is longer than this action sets`);
  return '';
}

function deliveryOutputs(delivery: Delivery): object {
  const { message, endpoint, attempts, durationMs, jobId, deployment } = delivery;
  const { serverMessage } = deployment ?? delivery;
  return {
    artifact: nameArtifact(message.artifact),
    digest: message.artifact.digest ?? '',
    endpoint: endpoint.url.origin,
    status: statusOf(delivery),
    attempts: attempts.length,
    durationMs,
    jobId: jobId ?? null,
    outcome: outcomeOf(delivery),
    error: errorOf(delivery),
    message: serverMessage === undefined ? null : oneLine(serverMessage),
  };
}

/** The body of the first message. */
function firstBody(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'dry-run':
      return outcome.prepared[0]?.messages[0]?.body ?? '';
    case 'sent':
    case 'broken':
      return outcome.deliveries[0]?.message.body ?? '';
    default:
      return '';
  }
}

/** The status of the last attempt, null when it had no response. */
function statusOf({ attempts }: Delivery): number | null {
  const result = attempts.at(-1)?.result;
  return result?.kind === 'response' ? result.status : null;
}

/** A code that workflows can compare: the deployment's, the network's, or HTTP_<status>. Null when all is well. */
function errorOf(delivery: Delivery): string | null {
  if (isSuccess(delivery)) return null;
  if (delivery.deployment?.error !== undefined) return delivery.deployment.error;
  const result = delivery.attempts.at(-1)?.result;
  if (result === undefined || delivery.kind === 'cancelled') return 'CANCELLED';
  return result.kind === 'response' ? `HTTP_${result.status}` : result.code;
}
