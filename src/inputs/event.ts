import { WAY_OUT } from '../events/skip-ignored.ts';
import { InputError, messageOf } from '../util/errors.ts';
import { readTextFile } from '../util/read-file.ts';

/** An event as JSON, parsed once. What is in it is read in artifacts/read-event.ts. */
export type WrittenEvent = {
  readonly body: unknown;
  /** What it is called in messages. */
  readonly where: string;
};

/** What an event must be, and what to do without one. */
export const EXPECTED_EVENT = `the body of a registry's webhook, as the registry or the relay sent it. Or ${WAY_OUT}`;
/** GitHub's events have 25 MB at most. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The event in the `event` input: JSON, or `@path` of a file that holds it.
 * @throws InputError when it is not JSON, or the file cannot be read.
 */
export function parseEvent(given: string): WrittenEvent {
  if (!given.startsWith('@')) {
    return { body: parseJson(given, 'event', ', nor "@" and the path of a file that holds it'), where: 'event' };
  }
  const path = given.slice(1).trim();
  if (path === '') throw new InputError('event: no path follows the "@"');
  return readEventFile(path, 'event: the file', 'check the path, and that an earlier step wrote it');
}

/**
 * The event in the file at `path`.
 * @throws InputError that calls it `name`, and says what to do about it: the `remedy` where it cannot be read.
 */
export function readEventFile(path: string, name: string, remedy: string): WrittenEvent {
  const where = `${name} ${path}`;
  let json: string;
  try {
    json = readTextFile(path, { name, mostBytes: MOST_BYTES });
  } catch (cause) {
    throw new InputError(`${messageOf(cause)}: ${remedy}`, { cause });
  }
  return { body: parseJson(json, where), where };
}

/**
 * @throws InputError that begins with `where`. `otherwise` says what may be given instead of JSON, and is not either.
 */
function parseJson(json: string, where: string, otherwise = ''): unknown {
  const text = json.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new InputError(`${where} is empty; it must be ${EXPECTED_EVENT}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The parser's message is left out: it quotes the text, which may be anything.
    throw new InputError(`${where} is not JSON${otherwise}; it must be ${EXPECTED_EVENT}`, { cause });
  }
}
