import { readFileSync } from 'node:fs';
import { SOURCES } from '../formats/index.ts';
import type { ParsedEvent } from '../formats/types.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, type JsonObject, kindOf } from '../util/json.ts';
import { quote } from '../util/text.ts';

const ADVICE =
  "set artifact and digest to what was pushed, or event to a registry's own event, or run on registry_package: published";
const EXPECTED = "the body of a registry's webhook, complete and not wrapped";

/** What a file with an event is called in messages, and what to do when it cannot be read. */
type EventFile = { readonly name: string; readonly remedy: string };
const GIVEN: EventFile = { name: 'event: the file', remedy: 'check the path, and that an earlier step wrote it' };
const TRIGGERING: EventFile = { name: 'the event file', remedy: ADVICE };

/**
 * What an event says was published: the one in the `event` input, as JSON or as `@path` of a file that holds it, else the one
 * that triggered the workflow, whose client_payload is the registry's event on repository_dispatch.
 * @throws InputError when it does not say what was published, or cannot be read.
 */
export function readEvent(given: string, environment: NodeJS.ProcessEnv): ParsedEvent {
  if (given.startsWith('@')) return parseFile(given.slice(1).trim(), GIVEN);
  if (given !== '')
    return parseEvent(parseJson(given, 'event', ', or "@" and the path of a file that holds it'), 'event');
  const name = environment.GITHUB_EVENT_NAME ?? '';
  if (!['registry_package', 'package', 'repository_dispatch'].includes(name)) {
    throw new InputError(
      `artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${quote(name)} names no artifact`}: ${ADVICE}`,
    );
  }
  const path = environment.GITHUB_EVENT_PATH ?? '';
  if (path === '') throw new InputError(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${ADVICE}`);
  if (name !== 'repository_dispatch') return parseFile(path, TRIGGERING);
  const payload = at(readFile(path, TRIGGERING), 'client_payload');
  if (!isObject(payload)) {
    throw new InputError(`client_payload must be an object, found ${kindOf(payload)}; it must be ${EXPECTED}`);
  }
  return parseEvent(payload, 'client_payload');
}

function parseFile(path: string, file: EventFile): ParsedEvent {
  if (path === '') throw new InputError('event: no path follows the "@"');
  return parseEvent(readFile(path, file), `${file.name} ${path}`);
}

function readFile(path: string, { name, remedy }: EventFile): JsonObject {
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
    throw new InputError(`${name} ${path} ${problem}: ${remedy}`, { cause });
  }
  return parseJson(json, `${name} ${path}`);
}

/**
 * What the event `body` says was published. The system is recognised by the shape of the body.
 * @throws InputError that names `where` it came from, or the field of the event.
 */
function parseEvent(body: JsonObject, where: string): ParsedEvent {
  const source = SOURCES.find((candidate) => candidate.matches(body));
  if (source !== undefined) return source.parse(body);
  const fields = Object.keys(body).slice(0, 10).map(quote).join(', ');
  const known = SOURCES.map(({ title }) => title).join(', ');
  throw new InputError(
    `${where} is not an event of a registry that is known here (${known}): it has ${fields === '' ? 'no fields' : `the fields ${fields}`}, and must be ${EXPECTED}`,
  );
}

/** @throws InputError that begins with `where`. `otherwise` says what may be given instead of JSON. */
function parseJson(json: string, where: string, otherwise = ''): JsonObject {
  const text = json.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new InputError(`${where} is empty; it must be ${EXPECTED}`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    // The parser's message quotes the text, which may be anything: say only that it is not JSON.
    throw new InputError(`${where} is not JSON; it must be ${EXPECTED}${otherwise}`, { cause });
  }
  if (!isObject(body))
    throw new InputError(`${where} must hold a JSON object, found ${kindOf(body)}; it must be ${EXPECTED}`);
  return body;
}
