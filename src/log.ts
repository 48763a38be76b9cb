import fs from 'node:fs';
import { oneLine } from './one-line.ts';

/**
 * The log of the step. Lines leave together when the event loop has turned: while requests are being prepared, nothing waits
 * for whoever reads the log. Commands and writing are done by hand: @actions/core and process.stdout take longer to load than
 * all that comes before the first request.
 */

const secrets = new Set<string>();
/** The same, the longest first: one may be part of another. */
let ordered: readonly string[] | undefined;
/** What was said and has not been written yet. */
let unwritten = '';
/** Whether standard output has once not taken what it was given: from then on Node's stream sees to it. */
let usesStream = false;

process.once('exit', flush);

/** Writes what was said. Returns whether all of it has left this process. */
export function flush(): boolean {
  let rest = Buffer.from(unwritten);
  unwritten = '';
  try {
    while (rest.length > 0 && !usesStream) rest = rest.subarray(fs.writeSync(1, rest));
  } catch {
    usesStream = true;
    // Nobody may be reading any more: what is left to do is done all the same.
    process.stdout.on('error', () => {});
  }
  if (!usesStream) return true;
  process.stdout.write(rest);
  return process.stdout.writableLength === 0;
}

function write(text: string): void {
  if (unwritten === '') setImmediate(flush);
  unwritten += text;
}

/** Writes a workflow command; `name` may hold properties and must be ours. */
export function command(name: string, value: string): void {
  const escaped = value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  write(`::${name}::${escaped}\n`);
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

/** `text` with every masked secret replaced: the runner hides them in the log, but not in outputs. */
export function redact(text: string): string {
  ordered ??= [...secrets].sort((a, b) => b.length - a.length);
  let redacted = text;
  for (const secret of ordered) redacted = redacted.replaceAll(secret, '***');
  return redacted;
}

/** Writes one line to the log. Whatever is in it, it stays one line and cannot begin a workflow command. */
export function say(text: string): void {
  write(`${plain(text)}\n`);
}

/** Writes lines below a heading that the log viewer folds. */
export function sayGroup(heading: string, lines: readonly string[]): void {
  write(`::group::${plain(heading)}\n${lines.map((text) => `${plain(text)}\n`).join('')}::endgroup::\n`);
}

/** An annotation for what is as it should be, but perhaps not as expected. */
export function notice(text: string): void {
  command('notice', redact(text));
}

/** An annotation that does not fail the step. */
export function warn(text: string): void {
  command('warning', redact(text));
}

/** An annotation with which the step fails. */
export function fail(text: string): void {
  process.exitCode = 1;
  command('error', redact(text));
}

/** Shown only where ACTIONS_STEP_DEBUG is set. */
export function debug(text: string): void {
  command('debug', redact(text));
}

/** The runner reads `::` after leading blanks and `##[` anywhere in a line as a command (actions/runner ActionCommand.cs). */
function plain(text: string): string {
  return oneLine(redact(text), 2000).replace(/^::/, ': :').replaceAll('##[', '## [');
}
