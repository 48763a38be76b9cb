import { InputError } from '../util/errors.ts';
import { at, isObject, kindOf } from '../util/json.ts';
import type { EventArtifact } from './types.ts';

/**
 * Fields of an event that may be missing, such as a tag. Anything but text there must not count as missing: a push
 * would be skipped as untagged, or sent with the digest that its tag has by now.
 */

/**
 * The trimmed text at `keys` below `parent`, which is the field `name` of the event. Undefined where it is missing,
 * null or empty.
 * @throws InputError when something else is there, or on the way there.
 */
export function optionalText(parent: unknown, name: string, ...keys: readonly string[]): string | undefined {
  const refuse = (depth: number, wanted: string, found: unknown) =>
    new InputError(`event: ${fieldName(name, keys.slice(0, depth))} must be ${wanted}, found ${kindOf(found)}`);
  for (let depth = 1; depth < keys.length; depth++) {
    const found = at(parent, ...keys.slice(0, depth));
    if (isMissing(found)) return undefined;
    if (!isObject(found)) throw refuse(depth, 'an object', found);
  }
  const found = at(parent, ...keys);
  if (isMissing(found)) return undefined;
  if (typeof found !== 'string') throw refuse(keys.length, 'text', found);
  return found.trim() || undefined;
}

function isMissing(found: unknown): boolean {
  return found === undefined || found === null || found === '';
}

function fieldName(name: string, keys: readonly string[]): string {
  return [name, ...keys].filter((part) => part !== '').join('.');
}

/** The place where an event may have its digest, and what is there. */
export function digestField(
  parent: unknown,
  name: string,
  ...keys: readonly string[]
): EventArtifact['digests'][number] {
  return { field: fieldName(name, keys), value: optionalText(parent, name, ...keys) };
}
