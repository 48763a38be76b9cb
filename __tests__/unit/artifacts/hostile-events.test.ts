import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { InputError } from '../../../src/util/errors.ts';
import { PUSHED } from '../../support/pushed-events.ts';
import { selectFrom } from '../../support/source-cases.ts';

/**
 * Whoever writes an event may write anything: every field of every recorded event is replaced by what a parser might stumble on.
 * The event then is read, or skipped, or refused with a sentence.
 */

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const STRANGE: readonly unknown[] = [
  null,
  1e308,
  '',
  '\u0000\u202e',
  '__proto__',
  '%',
  ':',
  '/',
  'sha256:zz',
  'https://[',
  `sha256:${'A'.repeat(64)}`,
  'a/'.repeat(5_000),
  [],
  {},
  { __proto__: null, toString: 1, constructor: 1 },
  [[[[[[]]]]]],
];
/** Fields of one event that are tried: its first ones. A long list repeats itself. */
const FIELDS = 60;
const BYTES = 2_000;

const recorded = globSync(['events/*.json', 'vectors/*.json'], { cwd: FIXTURES }).flatMap((path) => {
  const content = JSON.parse(readFileSync(join(FIXTURES, path), 'utf8'));
  if (path.endsWith('cases.json')) return [];
  const event = path.startsWith('vectors') ? content.input?.payload : content;
  return event === undefined ? [] : [[path, event] as const];
});

type Path = readonly (string | number)[];

/** The paths of everything in `value`, objects and lists too. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

/** One event of each shape. */
const events = new Map(
  [...PUSHED.map(({ title, event }) => [title, event] as const), ...recorded].map(([name, event]) => [
    pathsIn(event).join(' '),
    [name, event] as const,
  ]),
);

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, by) });
  return copy;
}

describe('an event in which one field is anything', () => {
  assert.ok(events.size > 30);
  for (const [name, event] of events.values()) {
    test(name, async () => {
      for (const path of pathsIn(event).slice(0, FIELDS)) {
        for (const strange of STRANGE) {
          const hostile = replaced(event, path, strange);
          try {
            await selectFrom(hostile);
          } catch (error) {
            assert.ok(
              error instanceof InputError,
              `${path.join('.')} = ${JSON.stringify(strange)}: ${(error as Error).stack}`,
            );
            assert.ok(
              error.message.length < BYTES,
              `${path.join('.')}: a message of ${error.message.length} characters`,
            );
          }
        }
      }
    });
  }
});
