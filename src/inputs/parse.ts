import { InputError } from '../util/errors.ts';
import { readTextFile } from '../util/read-file.ts';
import { nameCharacter, quote } from '../util/text.ts';

/**
 * Inputs as the runner passes them, and the kinds of values they have. Any other value is refused with the name of the
 * input.
 */

/** Why an input that the workflow sets to a secret may be empty. */
export const UNSET_SECRET =
  'If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on';

/** Why an input that the workflow sets may be empty: the runner withholds outputs that hold a masked value. */
export const DROPPED_OUTPUT =
  'If it is set to an output of another job, GitHub has probably dropped that output because it holds a secret: that job then warns "Skip output … since it may contain secret"';

/** The text of input `name` as the runner passes it: trimmed, empty when not set. */
export function text(environment: NodeJS.ProcessEnv, name: string): string {
  return raw(environment, name).trim();
}

/** The same, not trimmed. (@actions/core's getInput loses which line of an input is empty.) */
export function raw(environment: NodeJS.ProcessEnv, name: string): string {
  return environment[`INPUT_${name.toUpperCase()}`] ?? '';
}

/** The lines of `value` that are not empty, trimmed. */
export function lines(value: string, separator = /\r?\n/): readonly string[] {
  return value
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** All lines of `value` as they are written, empty ones too. A line break at the very end begins no new line. */
export function allLines(value: string): readonly string[] {
  return value.replace(/\r?\n$/, '').split(/\r?\n/);
}

/**
 * Refuses an empty line among others: usually an unset secret, whose endpoint would then get nothing, or not what was
 * intended.
 * @throws InputError that names the input `name` and the line of `value`, which is not shown.
 */
export function refuseEmptyLine(value: string, name: string): void {
  const all = allLines(value);
  const empty = all.findIndex((line) => line.trim() === '');
  if (all.length === 1 || empty < 0) return;
  throw new InputError(
    `${name}: line ${empty + 1} of ${all.length} is empty; if it comes from a secret, that secret is not set here, or ends with a line break: set it again, or leave the endpoint out`,
  );
}

/**
 * @throws InputError that begins with `where` when `value`, which is not shown, is an expression that was not
 *   evaluated.
 */
export function refuseUnexpanded(value: string, where: string): void {
  if (!value.includes('${{')) return;
  throw new InputError(
    `${where} holds an unexpanded \${{ expression }}; write the expression into the workflow file itself`,
  );
}

/** Limit for a file that an input names: room for more references than one step may send. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * `value`, or what is in the file that it names as `@path`. The kernel starts no process with an input over 128 KiB,
 * and many tools write what they have pushed into a file.
 * @throws InputError that names the input `name` when the file cannot be read or is empty.
 */
export function textOrFile(value: string, name: string): string {
  if (!value.startsWith('@')) return value;
  const path = value.slice(1).trim();
  if (path === '') throw new InputError(`${name}: no path follows the "@"`);
  const found = readTextFile(path, { name: `${name}: the file`, mostBytes: MOST_BYTES });
  if (found.trim() === '')
    throw new InputError(`${name}: the file ${path} is empty; check that an earlier step wrote it`);
  return found;
}

/**
 * What `read` makes of a part of `value`, which is the input `name`. Who chose the path of a file may not be who may
 * read it: `artifact: ${{ github.event.client_payload.artifact }}` would print any file of the runner in the messages.
 * @throws InputError that says `where` in the file the mistake is instead of what is there, and what is `expected`.
 */
export function hidingFile<Value>(
  value: string,
  name: string,
  { where, expected, read }: { where: string; expected: string; read: () => Value },
): Value {
  if (!value.startsWith('@')) return read();
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    const place = `${where} of the file ${value.slice(1).trim()}`;
    throw new InputError(`${name}: ${place} is not ${expected} (what is there is not shown)`, { cause });
  }
}

/**
 * @throws InputError that begins with `where` when `value` cannot be the value of a header (RFC 9110 5.5, as Node
 *   checks it). Only the character is shown.
 */
export function refuseInHeader(value: string, where: string): void {
  const [wrong] = /[^\t\x20-\x7e\x80-\xff]/u.exec(value) ?? [];
  if (wrong === undefined) return;
  throw new InputError(`${where} has characters that are not allowed in a header: ${nameCharacter(wrong)}`);
}

/** What `parse` makes of `value`, or undefined when `value` is empty. */
export function optional<Value>(value: string, parse: (value: string) => Value): Value | undefined {
  return value === '' ? undefined : parse(value);
}

/**
 * `value`, if it is one of those `allowed`.
 * @throws InputError that names the input `name`.
 */
export function choice<Value extends string>(value: string, name: string, allowed: readonly Value[]): Value {
  const found = allowed.find((choice) => choice === value);
  if (found === undefined)
    throw new InputError(`${name}: ${quote(value)} is not allowed, expected ${allowed.join(', ')}`);
  return found;
}

/**
 * YAML's booleans, as @actions/core accepts them. Empty is false.
 * @throws InputError that names the input `name`.
 */
export function flag(value: string, name: string): boolean {
  if (value === '' || /^(?:false|False|FALSE)$/.test(value)) return false;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  throw new InputError(`${name}: ${quote(value)} is not allowed, expected true or false`);
}

/**
 * A whole number from 0 to `most`.
 * @throws InputError that names the input `name`.
 */
export function integer(value: string, name: string, most: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
    throw new InputError(`${name}: ${quote(value)} is not allowed, expected a whole number from 0 to ${most}`);
  }
  return Number(value);
}

/** A number of seconds, or a time with its units from the largest to the smallest: 90, 1.5, 90s, 10m, 1h, 1m30s. */
const SECONDS = String.raw`(\d{1,9}(?:\.\d{1,3})?)`;
const DURATION = new RegExp(`^(?:${SECONDS}|(?=\\d)(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:${SECONDS}s)?)$`);

/**
 * Milliseconds, from a number of seconds or from hours, minutes and seconds; `least` and `most` are in seconds.
 * @throws InputError that names the input `name`.
 */
export function duration(value: string, name: string, { least, most }: { least: number; most: number }): number {
  const [, plain = '0', hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(value) ?? ['', 'none'];
  const total = Number(plain) + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (!(total >= least && total <= most)) {
    const range = least === 0 ? `from 0 to ${most}` : `above 0 and at most ${most}`;
    throw new InputError(
      `${name}: ${quote(value)} is not allowed, expected a number of seconds ${range}, or a time such as 90s, 10m or 1h`,
    );
  }
  return Math.round(total * 1000);
}

/**
 * PEM text with a block of this `kind`, such as CERTIFICATE. What is in the block is checked where it is used.
 * @throws InputError that names the input `name`. The text is not shown.
 */
export function pem(value: string, name: string, kind: string): string {
  if (!new RegExp(`-----BEGIN [A-Z ]*${kind}-----`).test(value)) {
    throw new InputError(`${name} is not PEM text: "-----BEGIN ${kind}-----" is missing`);
  }
  return value;
}
