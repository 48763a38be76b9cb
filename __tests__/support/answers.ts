import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpResponse, HttpResult } from '../../src/http/types.ts';
import type { Artifact } from '../../src/oci/artifact.ts';
import { loadReceiver } from '../../src/receivers/index.ts';
import type { Receiver } from '../../src/receivers/types.ts';

/** Answers of receivers, and what is said of them where only the format is known. */

export const HASH = 'c0ffee11'.repeat(8);
export const GHCR: Artifact = { host: 'ghcr.io', path: 'acme/app', tag: 'v1', style: 'tag' };
export const HUB: Artifact = { ...GHCR, host: 'docker.io' };
export const PAGE = '<!DOCTYPE html><title>Log in</title>';

type Row = {
  readonly url: string;
  readonly result: HttpResult;
  readonly artifact?: Artifact;
  /** Nothing is said unless given. */
  readonly hint?: RegExp;
};

/** A whole answer. */
export function answer(status: number, body = ''): HttpResponse {
  return { kind: 'response', status, body, bodyState: 'complete', durationMs: 1 };
}

/** The same, of which the end is missing. */
export function cut(response: HttpResponse): HttpResponse {
  return { ...response, bodyState: 'cut' };
}

export const timeout: HttpResult = { kind: 'failure', code: 'TIMEOUT', message: 'late', written: true, durationMs: 1 };

/** The receiver of this name. */
export async function receiver(name: string): Promise<Receiver> {
  const found = await loadReceiver(name);
  assert.ok(found, name);
  return found;
}

/** A test for each answer: what the receiver of this name says of it. */
export function describeHints(name: string, rows: Readonly<Record<string, Row>>): void {
  describe(`what answers mean: ${name}`, () => {
    for (const [what, { url, result, artifact = GHCR, hint }] of Object.entries(rows)) {
      test(what, async () => {
        const { answers } = await receiver(name);
        const said = answers.hint(result, { url: new URL(url), artifact });
        if (hint === undefined) assert.equal(said, undefined);
        else assert.match(said ?? 'nothing', hint);
        assert.doesNotMatch(said ?? '', /hunter2|c0ffee/);
      });
    }
  });
}
