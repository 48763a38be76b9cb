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

/**
 * What an event says was published: the one in the `event` input, as JSON or as `@path` of a file that holds it, else the
 * one that triggered the workflow, whose client_payload is the registry's event on repository_dispatch.
 * @throws InputError when it says nothing of the kind, or cannot be read.
 */
export async function readEvent(given: string, environment: Environment): Promise<Parsed> {
  if (given.startsWith('@')) return parseFile(given.slice(1).trim(), 'event: the file');
  if (given !== '') return parseEvent(readObject(given, 'event'), 'event');
  const name = environment.GITHUB_EVENT_NAME ?? '';
  if (!['registry_package', 'package', 'repository_dispatch'].includes(name)) {
    throw new InputError(
      `artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${quote(name)} names no artifact`}: ${ADVICE}`,
    );
  }
  const path = environment.GITHUB_EVENT_PATH ?? '';
  if (path === '') throw new InputError(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${ADVICE}`);
  if (name !== 'repository_dispatch') return parseFile(path, 'the event file');
  const payload = at(readObject(readFile(path, 'the event file'), `the event file ${path}`), 'client_payload');
  if (!isObject(payload)) {
    throw new InputError(`client_payload must be an object, found ${kindOf(payload)}; it must be ${WHOLE}`);
  }
  return parseEvent(payload, 'client_payload');
}

async function parseFile(path: string, what: string): Promise<Parsed> {
  if (path === '') throw new InputError('event: no path follows the "@"');
  return parseEvent(readObject(readFile(path, what), `${what} ${path}`), `${what} ${path}`);
}

function readFile(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
    const advice = what === 'the event file' ? ADVICE : 'check the path, and that an earlier step wrote it';
    throw new InputError(`${what} ${path} ${problem}: ${advice}`, { cause });
  }
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

function readObject(json: string, where: string): JsonObject {
  const text = json.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new InputError(`${where} is empty; it must be ${WHOLE}`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    // The parser's message quotes the text, which may be anything: say only that it is not JSON.
    const file = where === 'event' ? ', or "@" and the path of a file that holds it' : '';
    throw new InputError(`${where} is not JSON; it must be ${WHOLE}${file}`, { cause });
  }
  if (!isObject(body))
    throw new InputError(`${where} must hold a JSON object, found ${kindOf(body)}; it must be ${WHOLE}`);
  return body;
}
