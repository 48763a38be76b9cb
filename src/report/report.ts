import { describeRequest } from '../delivery/deliver.ts';
import { type Attempt, type Delivery, isSuccess, outcomeOf } from '../delivery/types.ts';
import type { Skip } from '../events/types.ts';
import { nameArtifact } from '../oci/artifact.ts';
import { error, info, infoGroup, notice, redact, warning } from '../util/log.ts';
import { grouped, oneLine, plural } from '../util/text.ts';
import { renderSummary } from './job-summary.ts';
import { type Broken, eachMessage, type Outcome, type Prepared, resultOf, type Sent } from './outcome.ts';
import { outputsOf } from './outputs.ts';
import { adviceOn, countFailed, describeEnding, nameServer, saidBy } from './words.ts';
import { failWith, writeReport } from './write-report.ts';

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

/** `outcome` for the report, without secrets: an escaped one is not found any more. */
function complete(outcome: Outcome): Outcome {
  if (outcome.kind === 'skipped') {
    return { ...outcome, skip: { ...outcome.skip, detail: redact(outcome.skip.detail) } };
  }
  if (!('deliveries' in outcome)) return outcome;
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
      failWith(outcome.error, 'Nothing was sent');
      break;
    case 'broken':
      annotateDeliveries(outcome);
      failWith(outcome.error);
      break;
    case 'skipped':
      annotateSkip(outcome.skip);
      break;
    case 'dry-run':
      showRequests(outcome.prepared);
      break;
    case 'sent':
      annotateDeliveries(outcome);
  }
}

/** What would be sent, in the log: the requests as they would be, the secrets in them masked. */
function showRequests(prepared: readonly Prepared[]): void {
  const all = eachMessage(prepared);
  for (const { endpoint, message } of all.slice(0, NAMED)) {
    const [request, where] =
      endpoint === undefined ? [[], ''] : [describeRequest(message, endpoint), ` to ${endpoint.label}`];
    infoGroup(`${nameArtifact(message.artifact)}${where}`, [...request, '', message.body]);
  }
  notice(`Dry run: ${plural(all.length, 'message')} built, nothing was sent`);
}

/** A filter that keeps nothing may be a mistake, and no message says so earlier. */
function annotateSkip({ reason, detail }: Skip): void {
  const annotation = reason === 'filtered' ? warning : notice;
  annotation(`Nothing was sent (${reason}): ${oneLine(detail)}`);
}

function annotateDeliveries(outcome: Sent | Broken): void {
  const { deliveries } = outcome;
  const failed = deliveries.filter((delivery) => !isSuccess(delivery));
  const doubtful = deliveries.filter(isDoubtful);
  const noted = deliveries.filter((delivery) => isSuccess(delivery) && isNoted(delivery) && !isDoubtful(delivery));
  const done = deliveries.some(({ deployment }) => deployment !== undefined) ? 'deployed' : 'delivered';
  const total = deliveries.length + (outcome.kind === 'broken' ? outcome.open.length : 0);
  const isWhole = outcome.kind === 'sent' && failed.length === 0;
  info(`${deliveries.length - failed.length} of ${total} ${isWhole ? resultOf(outcome) : done}`);
  if (doubtful.length > 0) warning(listOf(doubtful), titleOf(doubtful, deliveries));
  if (noted.length > 0) notice(listOf(noted), titleOf(noted, deliveries));
  if (failed.length > 0) error(listOf(failed), titleOf(failed, deliveries));
}

/** Deliveries that went well, but changed nothing, or may have changed nothing, for a reason that may be a mistake. */
function isDoubtful(delivery: Delivery): boolean {
  return adviceOn(delivery) !== undefined && ['accepted', 'unchanged'].includes(outcomeOf(delivery));
}

/** Deployments that went well, but about which there is something to know. */
function isNoted({ deployment }: Delivery): boolean {
  return deployment !== undefined && (deployment.kind !== 'succeeded' || deployment.hint !== undefined);
}

/** `edge.example.com: failed to deploy`, or how many of how many it is about. */
function titleOf(some: readonly Delivery[], all: readonly Delivery[]): string {
  const [first] = some;
  if (first === undefined || some.length > 1) {
    return some.every(isSuccess) ? `${some.length} of ${all.length} deliveries` : countFailed(all);
  }
  return `${nameServer(first)}: ${describeEnding(first).replace(/ (?:after|within) .*$|: .*$/, '')}`;
}

/** What is said of each, in two lines: what happened, and what to do. Of several, their number comes first. */
function listOf(some: readonly Delivery[]): string {
  const shown = some.slice(0, NAMED).map((delivery) => {
    const { endpoint, message } = delivery;
    const said = saidBy(delivery);
    const ended = `${endpoint.label}: ${nameArtifact(message.artifact)} ${outcomeOf(delivery)}`;
    const advice = adviceOn(delivery);
    return `${ended}${said === undefined ? '' : ` (${said})`}${advice === undefined ? '' : `\n${advice}`}`;
  });
  const more =
    some.length > shown.length ? [`and ${grouped(some.length - shown.length)} more, see the job summary`] : [];
  return [...(some.length > 1 ? [`${grouped(some.length)} deliveries:`] : []), ...shown, ...more].join('\n');
}
