import { WAY_OUT } from '../events/known-kinds.ts';
import { InputError } from '../util/errors.ts';

/** The JSON of events. What is in it is read in artifacts/event.ts. */

/** What an event must be, and what to do without one. */
export const EXPECTED_EVENT = `the body of a registry's webhook, as the registry or the relay sent it. Or ${WAY_OUT}`;

/**
 * The event in the `event` input, where that is not `@path`.
 * @throws InputError when it is not JSON.
 */
export function parseGivenEvent(given: string): unknown {
  return parseEventJson(given, 'event', ', nor "@" and the path of a file that holds it');
}

/** @throws InputError that begins with `where`. `otherwise` says what may be given instead of JSON, and is not either. */
export function parseEventJson(json: string, where: string, otherwise = ''): unknown {
  const text = json.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new InputError(`${where} is empty; it must be ${EXPECTED_EVENT}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The parser's message is left out: it quotes the text, which may be anything.
    throw new InputError(`${where} is not JSON${otherwise}; it must be ${EXPECTED_EVENT}`, { cause });
  }
}
