import { readersFor } from '../events/find-readers.ts';
import type { EventHeaders, EventReader, ParsedEvent } from '../events/types.ts';
import { EXPECTED_EVENT, readEventFile, type WrittenEvent } from '../inputs/event.ts';
import { DROPPED_OUTPUT } from '../inputs/parse.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, kindOf } from '../util/json.ts';
import { quote } from '../util/text.ts';

const ADVICE =
  "set artifact and digest to what was pushed, or event to a registry's own event, or run on registry_package: published";

/**
 * What was published according to an event: the one in the `event` input, else the one that triggered the workflow,
 * whose client_payload is the registry's event on repository_dispatch.
 * @throws InputError when it does not name what was published, or cannot be read.
 */
export async function readEvent(given: WrittenEvent | undefined, environment: NodeJS.ProcessEnv): Promise<ParsedEvent> {
  return parse(given ?? triggeringEvent(environment));
}

function triggeringEvent(environment: NodeJS.ProcessEnv): WrittenEvent {
  const name = environment.GITHUB_EVENT_NAME ?? '';
  if (!['registry_package', 'package', 'repository_dispatch'].includes(name)) {
    throw new InputError(
      `artifact is empty, and ${name === '' ? 'there is no triggering event' : `the triggering event ${quote(name)} names no artifact`}: ${ADVICE}. ${DROPPED_OUTPUT}`,
    );
  }
  const path = environment.GITHUB_EVENT_PATH ?? '';
  if (path === '') throw new InputError(`GITHUB_EVENT_PATH is not set, so there is no event to read: ${ADVICE}`);
  const event = readEventFile(path, 'the event file', ADVICE);
  if (name !== 'repository_dispatch') return event;
  const payload = at(event.body, 'client_payload');
  if (!isObject(payload)) {
    throw new InputError(`client_payload must be an object, found ${kindOf(payload)}; it must be ${EXPECTED_EVENT}`);
  }
  return { body: payload, where: 'client_payload' };
}

/** A registry's event, and the headers of the request that brought it. */
type Wrapped = WrittenEvent & { readonly headers: EventHeaders };

/**
 * What the event names as published. The shape of the body shows which system sent it.
 * @throws InputError that says where it came from, or names the field of the event.
 */
async function parse(given: WrittenEvent): Promise<ParsedEvent> {
  const { body, ...rest } = unwrapRelayed(unwrapDispatch(given));
  const readers = await readersFor(body);
  if (!Array.isArray(body)) return parseBody({ body, ...rest }, readers);
  const sources = readers.filter(({ inArrays }) => inArrays);
  if (
    body.length === 0 ||
    !body.every((event) => isObject(event) && sources.some((source) => source.matches(event, rest.headers)))
  ) {
    throw new InputError(`${rest.where} must hold a JSON object, found an array; it must be ${EXPECTED_EVENT}`);
  }
  return body.flatMap((event: unknown, index) =>
    parseBody({ body: event, headers: rest.headers, where: `${rest.where}[${index}]` }, sources),
  );
}

/** The client_payload, if this is the whole event of a repository_dispatch. */
function unwrapDispatch({ body, where }: WrittenEvent): Wrapped {
  const payload = at(body, 'client_payload');
  return isObject(payload)
    ? { body: payload, headers: {}, where: `${where}: client_payload` }
    : { body, headers: {}, where };
}

/** The event and its headers, where the relay packed both into one object (relay/relay.ts). */
function unwrapRelayed(wrapped: Wrapped): Wrapped {
  const { body, where } = wrapped;
  if (!isObject(body) || !('body' in body) || !isObject(body.headers)) return wrapped;
  const headers = Object.entries(body.headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const lowered = headers.map(([name, value]) => [name.toLowerCase(), value.trim()]);
  return { body: body.body, headers: Object.fromEntries(lowered), where: `${where}: body` };
}

function parseBody({ body, headers, where }: Wrapped, readers: readonly EventReader[]): ParsedEvent {
  if (!isObject(body)) {
    throw new InputError(`${where} must hold a JSON object, found ${kindOf(body)}; it must be ${EXPECTED_EVENT}`);
  }
  const source = readers.find((system) => system.matches(body, headers));
  if (source !== undefined) return source.parse(body, headers);
  const fields = Object.keys(body).slice(0, 10).map(quote).join(', ');
  const known = readers.map(({ title }) => title).join(', ');
  throw new InputError(
    `${where} is not an event of a registry that is known here (${known}): it has ${fields === '' ? 'no fields' : `the fields ${fields}`}, and must be ${EXPECTED_EVENT}`,
  );
}
