import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isDigest, parseReference } from '../../../src/oci/reference.ts';
import { InputError } from '../../../src/util/errors.ts';
import { PUSHED } from '../../support/pushed-events.ts';
import { namesIn, selectFrom } from '../../support/source-cases.ts';

/**
 * Every field of every event that is known, replaced in turn by what nobody expects there: it ends in well-formed artifacts, a
 * skip or a refusal in few words, and never in a bug.
 */

const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  1e308,
  '',
  ' \u0000\u202e',
  'x'.repeat(20_000),
  '../../a:b@c',
  '::error::x\n##[error]',
  '[a](https://b.example)<img>',
  `sha256:${'z'.repeat(64)}`,
  [],
  [[null], 1],
  {},
  { length: -1, toString: null, constructor: 1 },
];
/** Longer than any message must be, which may quote three fields and name all systems. */
const LONGEST_MESSAGE = 3_000;

type Path = readonly (string | number)[];

/** The paths to all fields of `value`, those that hold others, too. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [path, ...[...keys].flatMap((key) => pathsIn(Reflect.get(value, key), [...path, key]))];
}

/** `value` with something else at `path`. */
function replaced(value: unknown, [key, ...rest]: Path, hostile: unknown): unknown {
  if (key === undefined) return hostile;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, hostile));
  return copy;
}

async function endsWell(event: unknown): Promise<void> {
  try {
    const selection = await selectFrom(event);
    for (const name of namesIn(selection)) {
      const [reference = '', digest] = name.split(' ');
      parseReference(reference, 'artifact');
      assert.ok(digest === undefined || isDigest(digest), name);
    }
  } catch (error) {
    assert.ok(error instanceof InputError, error as Error);
    assert.ok(error.message.length < LONGEST_MESSAGE, `${error.message.length} characters: ${error.message}`);
    assert.doesNotMatch(error.message, /[\u0000\u202e]|\n::|^::/);
  }
}

const folder = (name: string) => new URL(`../../fixtures/${name}/`, import.meta.url);
const filesIn = (name: string) =>
  readdirSync(folder(name)).map(
    (file) => [file, JSON.parse(readFileSync(new URL(file, folder(name)), 'utf8'))] as const,
  );
const events = new Map<string, unknown>([
  ...PUSHED.map(({ title, event }) => [title, event] as const),
  ...filesIn('events').filter(([file]) => file !== 'cases.json'),
  ...filesIn('vectors').flatMap(([file, { input }]) =>
    input.payload === undefined ? [] : [[file, input.payload] as const],
  ),
]);

describe('hostile fields', { concurrency: true }, () => {
  for (const [title, event] of events) {
    test(title, async () => {
      for (const path of pathsIn(event)) {
        for (const hostile of HOSTILE) {
          const changed = replaced(event, path, hostile);
          if (changed === undefined) continue; // It cannot be written as JSON.
          await endsWell(changed).catch((error) => {
            throw new Error(`${path.join('.')}: ${JSON.stringify(hostile)?.slice(0, 50)}: ${error.message}`, {
              cause: error,
            });
          });
        }
      }
    });
  }
});
