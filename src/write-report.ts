import { appendFileSync } from 'node:fs';
import { setOutput } from '@actions/core';
import { InputError } from './input-error.ts';
import { command, debug, fail, redact, warn } from './log.ts';
import { messageOf } from './outcome.ts';

/** What both actions do with what they have to report: one place that says what happens where it cannot be written. */

/** Writes every output, or fails the step; then the summary, without the secrets in it, or warns. */
export function writeReport(outputs: () => Readonly<Record<string, string>>, renderSummary: () => string): void {
  try {
    for (const [name, value] of Object.entries(outputs())) {
      if (process.env.GITHUB_OUTPUT) setOutput(name, value);
      else command(`set-output name=${name}`, value); // As the toolkit does on old runners, but in its turn.
    }
  } catch (error) {
    // Steps that follow would act on empty outputs: better red.
    fail(`the outputs could not be written (GITHUB_OUTPUT): ${messageOf(error)}`);
  }
  // Runners that know no summaries (older Gitea and enterprise servers) do not set the variable.
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  try {
    // What core.summary does too, but at once and without loading fs/promises.
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, redact(renderSummary()));
  } catch (error) {
    warn(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${messageOf(error)}`);
  }
}

/** Fails the step with `message`, which tells of `error`. A bug of ours says so, and shows its stack where debug logging is on. */
export function failWith(error: unknown, message: string): void {
  if (error instanceof InputError) {
    fail(message);
    return;
  }
  fail(`This is a bug in oci-webhook-action, please report it: ${message}`);
  if (error instanceof Error) debug(error.stack ?? '');
}
