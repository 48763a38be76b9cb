import { nameArtifact, nameArtifacts } from './artifact.ts';
import type { Attempt, Delivery } from './deliver.ts';
import { withHint } from './hint.ts';
import { fail, notice, redact, say, warn } from './log.ts';
import { oneLine } from './one-line.ts';
import { isGood, messageOf, type Outcome, resultOf, type Sent } from './outcome.ts';
import { renderSummary } from './summary.ts';
import { conclude, judge } from './verdict.ts';
import { failWith, writeReport } from './write-report.ts';

/** Writes outputs, one annotation and the job summary, and fails the step if the outcome is a failure. */
export function report(outcome: Outcome): void {
  const told = complete(outcome);
  annotate(told);
  writeReport(
    () => outputsOf(told),
    () => renderSummary(told),
  );
}

/**
 * Does the work of a report like `likely` and drops it: Node compiles functions when they are first called, and while answers
 * are awaited there is time.
 */
export function rehearse(likely: Sent): void {
  const { deliveries, format } = likely;
  const options = { format, limits: { retries: 0, deadlineMs: 0 } };
  for (const delivery of deliveries) {
    const exchanges = delivery.attempts.map(({ exchange }) => exchange);
    judge(exchanges, 0, options);
    conclude(delivery, undefined, options);
  }
  const told = complete(likely);
  outputsOf(told);
  renderSummary(told);
}

/** `outcome` as it is shown: with hints, and without a secret that may be in what an error quotes. */
function complete(outcome: Outcome): Outcome {
  if (outcome.kind === 'refused' && outcome.error instanceof Error) {
    outcome.error.message = redact(outcome.error.message);
  }
  if (outcome.kind === 'skipped') {
    return { ...outcome, skip: { ...outcome.skip, detail: redact(outcome.skip.detail) } };
  }
  if (outcome.kind !== 'sent') return outcome;
  const shown = (delivery: Delivery) => ({ ...delivery, attempts: delivery.attempts.map(withoutSecrets) });
  return { ...outcome, deliveries: outcome.deliveries.map((delivery) => shown(withHint(delivery, outcome.format))) };
}

/** Before it is escaped for the summary: a secret that was escaped is not found any more. */
function withoutSecrets(attempt: Attempt): Attempt {
  const { exchange } = attempt;
  if (exchange.kind === 'answer') return attempt;
  return { ...attempt, exchange: { ...exchange, message: redact(exchange.message) } };
}

/** Every declared output, on every path: what does not apply is empty. */
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
  const { kind, message, endpoint, attempts, durationMs, jobId, words } = delivery;
  return message.artifacts.map((artifact) => ({
    artifact: nameArtifact(artifact),
    digest: artifact.digest ?? '',
    endpoint: endpoint.url.origin,
    status: statusOf(delivery),
    attempts: attempts.length,
    durationMs,
    jobId: jobId ?? null,
    outcome: kind,
    error: errorOf(delivery),
    message: words === undefined ? null : oneLine(words),
  }));
}

function statusOf({ attempts }: Delivery): number | null {
  const exchange = attempts.at(-1)?.exchange;
  return exchange?.kind === 'answer' ? exchange.status : null;
}

/** A code that workflows can compare: that of the wait, the network's, or HTTP_<status>; null when all is well. */
function errorOf(delivery: Delivery): string | null {
  if (isGood(delivery)) return null;
  if (delivery.error !== undefined) return delivery.error;
  const exchange = delivery.attempts.at(-1)?.exchange;
  if (exchange === undefined || delivery.kind === 'cancelled') return 'CANCELLED';
  return exchange.kind === 'answer' ? `HTTP_${exchange.status}` : exchange.code;
}

function annotate(outcome: Outcome): void {
  switch (outcome.kind) {
    case 'refused':
      failWith(outcome.error, oneLine(messageOf(outcome.error), 2000));
      break;
    case 'skipped':
      notice(`Nothing was sent (${outcome.skip.reason}): ${oneLine(outcome.skip.detail)}`);
      break;
    case 'dry-run':
      notice(`Dry run: ${outcome.messages.length} message(s) built, nothing was sent`);
      break;
    case 'sent':
      annotateDeliveries(outcome.deliveries);
  }
}

function annotateDeliveries(deliveries: readonly Delivery[]): void {
  const failed = deliveries.filter((delivery) => !isGood(delivery));
  const done = deliveries.some(({ deployment }) => deployment !== undefined) ? 'deployed' : 'delivered';
  const doubtful = deliveries.filter((delivery) => delivery.kind === 'accepted' && delivery.hint !== undefined);
  if (doubtful.length > 0) warn(doubtful.slice(0, 20).map(inWords).join('\n'));
  if (failed.length === 0) {
    say(`${deliveries.length} of ${deliveries.length} ${done}`);
    for (const delivery of deliveries) if (delivery.kind === 'skipped') notice(inWords(delivery));
    return;
  }
  const good = deliveries.length - failed.length;
  const shown = failed.slice(0, 20).map(inWords);
  const more = failed.length > shown.length ? [`and ${failed.length - shown.length} more, see the job summary`] : [];
  fail([`${good} of ${deliveries.length} ${done}`, ...shown, ...more].join('\n'));
}

function inWords(delivery: Delivery): string {
  const { kind, message, endpoint, words, hint } = delivery;
  const name = nameArtifacts(message.artifacts);
  // The status says how the message was received: no news where the deployment was awaited, and not the end where it was cancelled.
  const status = delivery.deployment === undefined && kind !== 'cancelled' ? statusOf(delivery) : null;
  const said = [words?.startsWith(`${status} `) ? null : status, words === '' ? undefined : words]
    .filter((part) => part !== null && part !== undefined)
    .join(' ');
  return `${endpoint.label}: ${name} ${kind}${said === '' ? '' : ` (${oneLine(said, 300)})`}${hint === undefined ? '' : `: ${hint}`}`;
}
