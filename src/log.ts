import { oneLine } from './markdown.ts';

/** The log of the step: workflow commands are written by hand, so that nothing has to be loaded before the first request. */

const secrets = new Set<string>();
/** The same, the longest first: one may be part of another. */
let ordered: readonly string[] | undefined;

function command(name: string, value: string): void {
  const escaped = value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  process.stdout.write(`::${name}::${escaped}\n`);
}

/** Makes the runner and this process hide `secret` from now on, in the spellings in which it could come back. */
export function mask(secret: string): void {
  if (secret.trim() === '') return;
  for (const spelling of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
    if (secrets.has(spelling)) continue;
    secrets.add(spelling);
    ordered = undefined;
    command('add-mask', spelling);
  }
}

/** `text` with every masked secret replaced: the runner hides them in the log, but not in outputs and summaries. */
export function redact(text: string): string {
  ordered ??= [...secrets].sort((a, b) => b.length - a.length);
  let redacted = text;
  for (const secret of ordered) redacted = redacted.replaceAll(secret, '***');
  return redacted;
}

/** Writes one line to the log. Whatever is in it, it stays one line and cannot begin a workflow command. */
export function say(text: string): void {
  process.stdout.write(`${plain(text)}\n`);
}

/** Writes lines below a heading that the log viewer folds. */
export function sayGroup(heading: string, lines: readonly string[]): void {
  process.stdout.write(`::group::${plain(heading)}\n${lines.map((text) => `${plain(text)}\n`).join('')}::endgroup::\n`);
}

/** An annotation that does not fail the step. */
export function warn(text: string): void {
  command('warning', redact(text));
}

/** The runner reads `::` after leading blanks and `##[` anywhere in a line as a command (actions/runner ActionCommand.cs). */
function plain(text: string): string {
  return oneLine(redact(text), 2000).replace(/^::/, ': :').replaceAll('##[', '## [');
}
