import * as core from '@actions/core';
import { InputError } from '../input-error.ts';
import { redact } from '../log.ts';
import { oneLine } from '../markdown.ts';
import { messageOf } from '../outcome.ts';
import { formatReference } from '../reference.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import type { Push } from './push.ts';
import { renderPushSummary } from './summary.ts';

/** Writes outputs, one annotation and the job summary, and fails the step unless everything is where it belongs. */
export async function reportPush(outcome: PushOutcome): Promise<void> {
  annotate(outcome);
  try {
    for (const [name, value] of Object.entries(pushOutputs(outcome))) core.setOutput(name, value);
  } catch (error) {
    // Steps that follow would act on empty outputs: better red.
    core.setFailed(`the outputs could not be written (GITHUB_OUTPUT): ${messageOf(error)}`);
  }
  // Runners that know no summaries (older Gitea and enterprise servers) do not set the variable.
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  try {
    await core.summary.addRaw(redact(renderPushSummary(outcome))).write();
  } catch (error) {
    core.warning(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${messageOf(error)}`);
  }
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
      core.setFailed('Cancelled: nothing more is pushed');
      break;
    case 'dry-run':
      core.notice(`Dry run: ${outcome.image.manifest.digest} was packed and not pushed`);
      break;
    case 'pushed': {
      const failed = outcome.pushes.flatMap((push) => (push.kind === 'failed' ? [inWords(push)] : []));
      if (failed.length > 0) core.setFailed(redact(failed.join('\n')));
    }
  }
}

function inWords({ destination, words, hint }: Extract<Push, { kind: 'failed' }>): string {
  const said = oneLine(words, 1000);
  return `${formatReference(destination)} was not pushed: ${said}${hint === undefined ? '' : `: ${hint}`}`;
}

/** A user's mistake is told as it is. Ours says so, and shows its stack where debug logging is on. */
function refuse(error: unknown): void {
  const lines = messageOf(error).split('\n');
  const message = redact(lines.map((line) => oneLine(line, 1000)).join('\n'));
  if (error instanceof InputError) {
    core.setFailed(message);
    return;
  }
  core.setFailed(`This is a bug in oci-webhook-action, please report it: ${message}`);
  if (error instanceof Error) core.debug(redact(error.stack ?? ''));
}
