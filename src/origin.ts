import { readFileSync } from 'node:fs';
import type { Parsed } from './formats/format.ts';
import { SOURCES } from './formats.ts';
import { InputError } from './input-error.ts';
import type { Environment } from './input-values.ts';
import { at, isObject, type JsonObject, kindOf } from './json.ts';
import { quote } from './reference.ts';

const ADVICE =
  "set artifact and digest to what was pushed, or event to a registry's own event, or run on registry_package: published";
const WHOLE = "the body of a registry's webhook, whole and not wrapped";

/** What a file with an event is called in messages, and what to do where it cannot be read. */
type EventFile = { readonly what: string; readonly remedy: string };
const GIVEN: EventFile = { what: 'event: the file', remedy: 'check the path, and that an earlier step wrote it' };
const TRIGGERING: EventFile = { what: 'the event file', remedy: ADVICE };

/**
 * What an event says was published: the one in the `event` input, as JSON or as `@path` of a file that holds it, else the
 * one that triggered the workflow, whose client_payload is the registry's event on repository_dispatch.
 * @throws InputError when it says nothing of the kind, or cannot be read.
 */
export async function readEvent(given: string, environment: Environment): Promise<Parsed> {
  if (given.startsWith('@')) return parseFile(given.slice(1).trim(), GIVEN);
  if (given !== '')
    return parseEvent(readObject(given, 'event', ', or "@" and the path of a file that holds it'), 'event');
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
    throw new InputError(`client_payload must be an object, found ${kindOf(payload)}; it must be ${WHOLE}`);
  }
  return parseEvent(payload, 'client_payload');
}

async function parseFile(path: string, file: EventFile): Promise<Parsed> {
  if (path === '') throw new InputError('event: no path follows the "@"');
  return parseEvent(readFile(path, file), `${file.what} ${path}`);
}

function readFile(path: string, { what, remedy }: EventFile): JsonObject {
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
    throw new InputError(`${what} ${path} ${problem}: ${remedy}`, { cause });
  }
  return readObject(json, `${what} ${path}`);
}

/**
 * What the registry event `body` says was published; the system is recognised by its shape.
 * @throws InputError that names `where` it came from, or the field of the event.
 */
async function parseEvent(body: JsonObject, where: string): Promise<Parsed> {
  const tried: string[] = [];
  for (const load of SOURCES) {
    const source = await load();
    if (source.recognises(body)) return source.parse(body);
    tried.push(source.title);
  }
  const fields = Object.keys(body).slice(0, 10).map(quote).join(', ');
  throw new InputError(
    `${where} is not an event of a registry that is known here (${tried.join(', ')}): it has ${fields === '' ? 'no fields' : `the fields ${fields}`}, and must be ${WHOLE}`,
  );
}

/** @throws InputError that begins with `where`; `otherwise` says what else may be given than JSON. */
function readObject(json: string, where: string, otherwise = ''): JsonObject {
  const text = json.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new InputError(`${where} is empty; it must be ${WHOLE}`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    // The parser's message quotes the text, which may be anything: say only that it is not JSON.
    throw new InputError(`${where} is not JSON; it must be ${WHOLE}${otherwise}`, { cause });
  }
  if (!isObject(body))
    throw new InputError(`${where} must hold a JSON object, found ${kindOf(body)}; it must be ${WHOLE}`);
  return body;
}
