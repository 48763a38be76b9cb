import { formatReference } from '../oci/reference.ts';
import { failWith, writeReport } from '../report/write.ts';
import { error, notice } from '../util/log.ts';
import { oneLine } from '../util/text.ts';
import { renderPushSummary } from './job-summary.ts';
import type { PushOutcome } from './outcome.ts';
import { pushOutputs } from './outputs.ts';
import type { Upload } from './upload.ts';

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
      failWith(outcome.error);
      break;
    case 'cancelled':
      error('Cancelled: nothing more is pushed');
      break;
    case 'dry-run':
      notice(`Dry run: ${outcome.image.manifest.digest} was packed and not pushed`);
      break;
    case 'pushed': {
      const failed = outcome.uploads.flatMap((upload) => (upload.kind === 'failed' ? [describe(upload)] : []));
      if (failed.length > 0) error(failed.join('\n'));
    }
  }
}

function describe({ destination, serverMessage, hint }: Extract<Upload, { kind: 'failed' }>): string {
  const message = oneLine(serverMessage, 1000);
  return `${formatReference(destination)} was not pushed: ${message}${hint === undefined ? '' : `: ${hint}`}`;
}
