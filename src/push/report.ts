import { formatReference } from '../oci/reference.ts';
import { failWith, writeReport } from '../report/write-report.ts';
import { error, notice } from '../util/log.ts';
import { oneLine } from '../util/text.ts';
import { renderPushSummary } from './job-summary.ts';
import type { PushOutcome } from './outcome.ts';
import { pushOutputs } from './outputs.ts';
import { isThere, type Upload } from './upload.ts';

/** Writes outputs, one annotation and the job summary, and fails the step unless everything is where it belongs. */
export function reportPush(outcome: PushOutcome): void {
  annotate(outcome);
  writeReport(
    () => pushOutputs(outcome),
    () => renderPushSummary(outcome),
  );
}

function annotate(outcome: PushOutcome): void {
  switch (outcome.kind) {
    case 'refused':
      failWith(outcome.error, 'Nothing was pushed');
      break;
    case 'cancelled':
      error('Cancelled before anything was pushed');
      break;
    case 'dry-run':
      notice(`Dry run: ${outcome.image.manifest.digest} was packed and not pushed`);
      break;
    case 'pushed': {
      const problem = describeProblem(outcome);
      if (problem !== '') error(problem);
    }
  }
}

/** Which tags are not where they belong, empty when all are. */
function describeProblem({ uploads, isCancelled }: Extract<PushOutcome, { kind: 'pushed' }>): string {
  const failed = uploads.flatMap((upload) => (upload.kind === 'failed' ? [describeFailure(upload)] : []));
  if (!isCancelled || uploads.every(isThere)) return failed.join('\n');
  const named = (these: readonly Upload[]) => these.map(({ destination }) => formatReference(destination)).join(', ');
  const parts = [
    [uploads.filter(isThere), 'in the registry'],
    [uploads.filter(({ kind }) => kind === 'in-doubt'), 'perhaps in the registry'],
    [uploads.filter(({ kind }) => kind === 'not-tried'), 'not pushed'],
  ] as const;
  const says = parts.filter(([these]) => these.length > 0).map(([these, where]) => `${where}: ${named(these)}`);
  return [`Cancelled. ${says.join('; ')}`, ...failed].join('\n');
}

function describeFailure({ destination, message, hint }: Extract<Upload, { kind: 'failed' }>): string {
  const said = oneLine(message, 1000);
  return `${formatReference(destination)} was not pushed: ${said}${hint === undefined ? '' : `\n${hint}`}`;
}
