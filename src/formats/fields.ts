import { InputError } from '../util/errors.ts';
import { at, isObject, kindOf } from '../util/json.ts';
import type { EventArtifact } from './types.ts';

/**
 * Fields of an event that may be missing, such as a tag. Anything but text there must not count as missing: a push would be
 * skipped as untagged, or sent with the digest that its tag has by now.
 */

/**
 * The trimmed text at `keys` below `parent`, which is the field `name` of the event. Undefined where it is missing, null or empty.
 * @throws InputError when something else is there, or on the way there.
 */
export function optionalText(parent: unknown, name: string, ...keys: readonly string[]): string | undefined {
  for (const depth of keys.keys()) {
    const found = at(parent, ...keys.slice(0, depth + 1));
    const isLast = depth === keys.length - 1;
    if (found === undefined || found === null || found === '') return undefined;
    if (isLast && typeof found === 'string') return found.trim() === '' ? undefined : found.trim();
    if (isLast || !isObject(found)) {
      const field = [...(name === '' ? [] : [name]), ...keys.slice(0, depth + 1)].join('.');
      throw new InputError(`event: ${field} must be ${isLast ? 'text' : 'an object'}, found ${kindOf(found)}`);
    }
  }
  return undefined;
}

/** The place where an event may have its digest, and what is there. */
export function digestField(
  parent: unknown,
  name: string,
  ...keys: readonly string[]
): EventArtifact['digests'][number] {
  return { field: [...(name === '' ? [] : [name]), ...keys].join('.'), value: optionalText(parent, name, ...keys) };
}
