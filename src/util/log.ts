import * as core from '@actions/core';
import { createRedactor, spellingsOf } from './redact.ts';
import { oneLine } from './text.ts';

/**
 * The log of the step, written by @actions/core. This file adds what it does not do: secrets are replaced in everything
 * that leaves the process (the runner hides them in the log only), and foreign text cannot begin a workflow command.
 */

const redactor = createRedactor();

// Whoever read the log may be gone. The step goes on.
process.stdout.on('error', () => {});

/**
 * Makes the runner and this process hide `secret` from now on, in the spellings in which it could come back. A log that
 * no runner reads would show the command itself, and with it the secret: outside of workflows only this process hides
 * it.
 */
export function mask(secret: string): void {
  if (secret.trim() === '') return;
  const hasRunner = process.env.GITHUB_ACTIONS === 'true';
  for (const spelling of spellingsOf(secret)) if (redactor.add(spelling) && hasRunner) core.setSecret(spelling);
}

/** `text` with every masked secret replaced by `***`. */
export function redact(text: string): string {
  return redactor.redact(text);
}

/** As `redact`, but of the first `limit` characters only: whole where a secret begins in them and ends behind. */
export function redactStart(text: string, limit: number): string {
  return redactor.redact(text, limit);
}

/** Writes one line. Whatever is in `text`, it stays one line and cannot begin a workflow command. */
export function info(text: string): void {
  core.info(inert(text));
}

/** Writes lines under a heading that the log viewer folds. */
export function infoGroup(heading: string, lines: readonly string[]): void {
  core.startGroup(inert(heading));
  if (lines.length > 0) core.info(lines.map(inert).join('\n'));
  core.endGroup();
}

/** An annotation for something that is fine but perhaps not expected. Its title is what people see first. */
export function notice(text: string, title = ''): void {
  core.notice(short(text), titled(title));
}

/** An annotation that does not fail the step. */
export function warning(text: string, title = ''): void {
  core.warning(short(text), titled(title));
}

/** An annotation that fails the step. */
export function error(text: string, title = ''): void {
  process.exitCode = core.ExitCode.Failure;
  core.error(short(text), titled(title));
}

/** GitHub cuts an annotation at 4,096 characters. */
const LONGEST_ANNOTATION = 3_900;

function titled(title: string): { readonly title?: string } {
  return title === '' ? {} : { title: short(title) };
}

function short(text: string): string {
  const shown = redact(text);
  return shown.length > LONGEST_ANNOTATION ? `${shown.slice(0, LONGEST_ANNOTATION)}…` : shown;
}

/** Shown only where ACTIONS_STEP_DEBUG is set. */
export function debug(text: string): void {
  core.debug(redact(text));
}

/**
 * Ends the process once the log has left it: on some systems pipes are written in the background. Saves 4 ms of Node's
 * own clean-up. Only a look-up that a dead name server keeps waiting delays the end, until the system gives it up: the
 * threads of libuv are waited for, whichever way Node is ended.
 */
export function exit(): void {
  if (process.stdout.writableLength === 0) process.exit();
  process.stdout.write('', () => process.exit());
}

/**
 * The runner reads `::` after leading blanks, and `##[` anywhere in a line, as a command (actions/runner
 * ActionCommand.cs).
 */
function inert(text: string): string {
  return oneLine(redact(text), 2000).replace(/^::/, ': :').replaceAll('##[', '## [');
}
