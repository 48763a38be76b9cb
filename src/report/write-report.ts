import { appendFileSync } from 'node:fs';
import { setOutput } from '@actions/core';
import { InputError, messageOf } from '../util/errors.ts';
import { debug, error, redact, warning } from '../util/log.ts';
import { oneLine } from '../util/text.ts';

/** Writes the report of both actions, and handles what cannot be written. */

/** Writes every output, or fails the step; then the summary, without the secrets in it, or warns. */
export function writeReport(outputs: () => Readonly<Record<string, string>>, renderSummary: () => string): void {
  try {
    for (const [name, value] of Object.entries(outputs())) setOutput(name, value);
  } catch (cause) {
    // Later steps would act on empty outputs, so the step fails.
    error(`the outputs could not be written (GITHUB_OUTPUT): ${messageOf(cause)}`);
  }
  // Runners that know no summaries (older Gitea and enterprise servers) do not set the variable.
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  try {
    // What core.summary does too, but at once: the process may end right after.
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, redact(renderSummary()));
  } catch (cause) {
    warning(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${messageOf(cause)}`);
  }
}

/**
 * Fails the step with the message of `cause`, below `title` in the annotation. A user's mistakes may be a list, whose
 * line breaks are kept. A bug of ours is called one, and its stack is shown if debug logging is on.
 */
export function failWith(cause: unknown, title = ''): void {
  const lines = redact(messageOf(cause)).split('\n');
  const message = lines.map((line) => oneLine(line, 2000)).join('\n');
  if (cause instanceof InputError) {
    error(message, title);
    return;
  }
  error(`This is a bug in oci-webhook-action, please report it: ${message}`);
  if (cause instanceof Error) debug(cause.stack ?? '');
}
