import { readFileSync } from 'node:fs';
import type { Parsed } from './formats/format.ts';
import { SOURCES } from './formats.ts';
import { InputError } from './input-error.ts';
import { isObject, type JsonObject, kindOf } from './json.ts';
import { quote } from './reference.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const ADVICE = 'set artifact and digest to what was pushed, or run on registry_package: published';

/**
 * What the event that triggered the workflow says was published.
 * @throws InputError when it says nothing of the kind, or cannot be read.
 */
export async function readTriggeringEvent(environment: Environment): Promise<Parsed> {
  const name = environment.GITHUB_EVENT_NAME ?? '';
  if (name !== 'registry_package' && name !== 'package') {
    throw new InputError(
      `artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${quote(name)} names no artifact`}: ${ADVICE}`,
    );
  }
  const path = environment.GITHUB_EVENT_PATH ?? '';
  if (path === '') throw new InputError(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${ADVICE}`);
  return parseEvent(readEventFile(path), `the event file ${path}`);
}

function readEventFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
    throw new InputError(`the event file ${path} ${problem}: ${ADVICE}`, { cause });
  }
}

/**
 * What the registry event in `json` says was published; the system is recognised by the shape of the body.
 * @throws InputError that names `where` it came from, or the field of the event.
 */
export async function parseEvent(json: string, where: string): Promise<Parsed> {
  const body = parseObject(json, where);
  const tried: string[] = [];
  for (const load of SOURCES) {
    const source = await load();
    if (source.recognises(body)) return source.parse(body);
    tried.push(source.title);
  }
  throw new InputError(`${where} is not an event of a registry that is known here (${tried.join(', ')}): ${ADVICE}`);
}

function parseObject(json: string, where: string): JsonObject {
  const text = json.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new InputError(`${where} is empty: ${ADVICE}`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    // The parser's message quotes the text, which may be anything: say only that it is not JSON.
    throw new InputError(`${where} is not JSON: ${ADVICE}`, { cause });
  }
  if (!isObject(body)) throw new InputError(`${where} must hold a JSON object, found ${kindOf(body)}: ${ADVICE}`);
  return body;
}
