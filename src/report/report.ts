import { type Attempt, type Delivery, isSuccess, outcomeOf } from '../delivery/types.ts';
import type { Skip } from '../events/types.ts';
import { nameArtifact } from '../oci/artifact.ts';
import { error, info, notice, redact, warning } from '../util/log.ts';
import { oneLine, plural } from '../util/text.ts';
import { renderSummary } from './job-summary.ts';
import { type Outcome, resultOf, type Sent } from './outcome.ts';
import { outputsOf, statusOf } from './outputs.ts';
import { failWith, writeReport } from './write.ts';

/** Deliveries that the annotation names. */
const NAMED = 20;

/** Writes outputs, one annotation and the job summary, and fails the step if the outcome is a failure. */
export function report(outcome: Outcome): void {
  const reported = complete(outcome);
  annotate(reported);
  writeReport(
    () => outputsOf(reported, warning),
    () => renderSummary(reported),
  );
}

/** `outcome` for the report: without secrets that an error message may repeat. */
function complete(outcome: Outcome): Outcome {
  if (outcome.kind === 'refused' && outcome.error instanceof Error) {
    outcome.error.message = redact(outcome.error.message);
  }
  if (outcome.kind === 'skipped') {
    return { ...outcome, skip: { ...outcome.skip, detail: redact(outcome.skip.detail) } };
  }
  if (outcome.kind !== 'sent') return outcome;
  const shown = (delivery: Delivery) => ({
    ...delivery,
    jobId: delivery.jobId && redact(delivery.jobId),
    attempts: delivery.attempts.map(withoutSecrets),
  });
  return { ...outcome, deliveries: outcome.deliveries.map(shown) };
}

/** Before it is escaped for the summary: an escaped secret is not found any more. */
function withoutSecrets(attempt: Attempt): Attempt {
  const { result } = attempt;
  if (result.kind === 'response') return attempt;
  return { ...attempt, result: { ...result, message: redact(result.message) } };
}

function annotate(outcome: Outcome): void {
  switch (outcome.kind) {
    case 'refused':
      failWith(outcome.error);
      break;
    case 'skipped':
      annotateSkip(outcome.skip);
      break;
    case 'dry-run':
      notice(
        `Dry run: ${plural(outcome.prepared.flatMap(({ messages }) => messages).length, 'message')} built, nothing was sent`,
      );
      break;
    case 'sent':
      annotateDeliveries(outcome);
  }
}

/** A filter that keeps nothing may be a mistake, and no message says so earlier. */
function annotateSkip({ reason, detail }: Skip): void {
  const annotation = reason === 'filtered' ? warning : notice;
  annotation(`Nothing was sent (${reason}): ${oneLine(detail)}`);
}

function annotateDeliveries(outcome: Sent): void {
  const { deliveries } = outcome;
  const failed = deliveries.filter((delivery) => !isSuccess(delivery));
  const done = deliveries.some(({ deployment }) => deployment !== undefined) ? 'deployed' : 'delivered';
  const doubtful = deliveries.filter(isDoubtful);
  if (doubtful.length > 0) warning(doubtful.slice(0, NAMED).map(describe).join('\n'));
  if (failed.length === 0) {
    info(`${deliveries.length} of ${deliveries.length} ${resultOf(outcome)}`);
    const noted = deliveries.filter((delivery) => isNoted(delivery) && !isDoubtful(delivery));
    if (noted.length > 0) notice(noted.slice(0, NAMED).map(describe).join('\n'));
    return;
  }
  const good = deliveries.length - failed.length;
  const shown = failed.slice(0, NAMED).map(describe);
  const more = failed.length > shown.length ? [`and ${failed.length - shown.length} more, see the job summary`] : [];
  const count = `${good} of ${deliveries.length} ${done}`;
  info(count);
  // The cause comes first: people see only the beginning of an annotation.
  error([...shown, ...more, ...(deliveries.length > 1 ? [count] : [])].join('\n'));
}

/** Deliveries that went well, but changed nothing, or may have changed nothing, for a reason that may be a mistake. */
function isDoubtful(delivery: Delivery): boolean {
  const { hint } = delivery.deployment ?? delivery;
  return hint !== undefined && ['accepted', 'unchanged'].includes(outcomeOf(delivery));
}

/** Deployments that went well, but about which there is something to know. */
function isNoted({ deployment }: Delivery): boolean {
  return deployment !== undefined && (deployment.kind !== 'succeeded' || deployment.hint !== undefined);
}

function describe(delivery: Delivery): string {
  const { kind, message, endpoint, deployment } = delivery;
  const { serverMessage, hint } = deployment ?? delivery;
  const name = nameArtifact(message.artifact);
  // The status is that of the message. It does not describe a deployment, nor how a cancelled delivery ended.
  const status = deployment === undefined && kind !== 'cancelled' ? statusOf(delivery) : null;
  const details = [
    serverMessage?.startsWith(`${status} `) ? null : status,
    serverMessage === '' ? undefined : serverMessage,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(' ');
  return `${endpoint.label}: ${name} ${outcomeOf(delivery)}${details === '' ? '' : ` (${oneLine(details, 300)})`}${hint === undefined ? '' : `: ${hint}`}`;
}
