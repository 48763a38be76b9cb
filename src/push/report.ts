import { fail, notice } from '../log.ts';
import { oneLine } from '../one-line.ts';
import { messageOf } from '../outcome.ts';
import { formatReference } from '../reference.ts';
import { failWith, writeReport } from '../write-report.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import type { Push } from './push.ts';
import { renderPushSummary } from './summary.ts';

/** Writes outputs, one annotation and the job summary, and fails the step unless everything is where it belongs. */
export function reportPush(outcome: PushOutcome): void {
  annotate(outcome);
  writeReport(
    () => pushOutputs(outcome),
    () => renderPushSummary(outcome),
  );
}

/** Every declared output, on every path. `artifact` and `digest` hold only what is in the registry, except in a dry run. */
export function pushOutputs(outcome: PushOutcome): Readonly<Record<string, string>> {
  if (outcome.kind !== 'dry-run' && outcome.kind !== 'pushed') {
    return { artifact: '', artifacts: '[]', repository: '', digest: '', size: '', files: '' };
  }
  const { inputs, checked, image } = outcome;
  const there =
    outcome.kind === 'dry-run'
      ? inputs.destinations
      : outcome.pushes
          .filter(({ kind }) => kind === 'pushed' || kind === 'unchanged')
          .map(({ destination }) => destination);
  const names = there.map((destination) => formatReference(destination));
  const digest = names.length > 0 ? image.manifest.digest : '';
  const [first] = there;
  return {
    artifact: names.join('\n'),
    artifacts: JSON.stringify(names.map((artifact) => ({ artifact, digest }))),
    repository: first === undefined ? '' : formatReference({ host: first.host, path: first.path }),
    digest,
    size: String(image.bytes),
    files: String(countFiles(checked)),
  };
}

function annotate(outcome: PushOutcome): void {
  switch (outcome.kind) {
    case 'refused':
      refuse(outcome.error);
      break;
    case 'cancelled':
      fail('Cancelled: nothing more is pushed');
      break;
    case 'dry-run':
      notice(`Dry run: ${outcome.image.manifest.digest} was packed and not pushed`);
      break;
    case 'pushed': {
      const failed = outcome.pushes.flatMap((push) => (push.kind === 'failed' ? [inWords(push)] : []));
      if (failed.length > 0) fail(failed.join('\n'));
    }
  }
}

function inWords({ destination, words, hint }: Extract<Push, { kind: 'failed' }>): string {
  const said = oneLine(words, 1000);
  return `${formatReference(destination)} was not pushed: ${said}${hint === undefined ? '' : `: ${hint}`}`;
}

/** A user's mistake may be a list, of which each line stays one. */
function refuse(error: unknown): void {
  const lines = messageOf(error).split('\n');
  failWith(error, lines.map((line) => oneLine(line, 1000)).join('\n'));
}
