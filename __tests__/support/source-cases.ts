import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readEvent } from '../../src/artifacts/read-event.ts';
import { type Selection, type SelectOptions, select, validateEvent } from '../../src/artifacts/select.ts';
import { parseEvent } from '../../src/inputs/event.ts';
import { parseFilter } from '../../src/inputs/filter.ts';
import { nameArtifact } from '../../src/oci/artifact.ts';
import { InputError } from '../../src/util/errors.ts';

export const D1 = `sha256:${'1'.repeat(64)}`;
export const D2 = `sha256:${'2'.repeat(64)}`;
export const SIGNATURE = `sha256-${'a'.repeat(64)}.sig`;

/** What must come of an event: `artifact` or `artifact digest` for each that is sent, a skip reason, or a part of an error. */
export type Expected = { readonly send?: readonly string[]; readonly skip?: string; readonly error?: RegExp };

export type Case = readonly [name: string, event: unknown, expect: Expected, options?: Partial<SelectOptions>];

/** What an event selects, as `event` input; whatever is in the repository "unwanted" is filtered. */
export async function selectFrom(event: unknown, options: Partial<SelectOptions> = {}): Promise<Selection> {
  return select(
    validateEvent(await readEvent(parseEvent(JSON.stringify(event)), {}), { untagged: 'skip', ...options }),
    parseFilter('**\n!**/unwanted*'),
  );
}

/** `artifact digest` of each artifact that is sent. */
export function namesIn({ artifacts }: Selection): readonly string[] {
  return artifacts.map((artifact) => `${nameArtifact(artifact)} ${artifact.digest ?? ''}`.trim());
}

/** A test for each case, below the title of the system. */
export function describeSource(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [name, event, { send = [], skip, error }, options] of cases) {
      test(name, async () => {
        if (error !== undefined) {
          await assert.rejects(selectFrom(event, options), (thrown) => {
            assert.ok(thrown instanceof InputError, String(thrown));
            assert.match(thrown.message, error);
            return true;
          });
          return;
        }
        const selection = await selectFrom(event, options);
        assert.deepEqual(namesIn(selection), send);
        if (skip !== undefined || send.length === 0) assert.equal(selection.skips.at(-1)?.reason, skip);
      });
    }
  });
}
