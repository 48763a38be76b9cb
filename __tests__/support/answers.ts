import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RECEIVERS } from '../../src/events/index.ts';
import type { HttpResponse, HttpResult } from '../../src/http/types.ts';
import type { Artifact } from '../../src/oci/artifact.ts';
import type { Receiver } from '../../src/receivers/types.ts';

/** Answers of receivers, and what is said of them where only the format is known. */

export const HASH = 'c0ffee11'.repeat(8);
export const GHCR: Artifact = { host: 'ghcr.io', path: 'acme/app', tag: 'v1', style: 'tag' };
export const HUB: Artifact = { ...GHCR, host: 'docker.io' };
export const PAGE = '<!DOCTYPE html><title>Log in</title>';

type Row = {
  readonly format?: string;
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

/** The receiver that the `format` input names. */
export function receiver(name: string): Receiver {
  const found = RECEIVERS.get(name);
  assert.ok(found, name);
  return found;
}

/** A test for each answer: what its hint is, with docker-hub unless it names another format. */
export function describeHints(title: string, rows: Readonly<Record<string, Row>>): void {
  describe(`what answers mean: ${title}`, () => {
    for (const [what, { format = 'docker-hub', url, result, artifact = GHCR, hint }] of Object.entries(rows)) {
      test(what, () => {
        const said = receiver(format).hint(result, new URL(url), artifact);
        if (hint === undefined) assert.equal(said, undefined);
        else assert.match(said ?? 'nothing', hint);
        assert.doesNotMatch(said ?? '', /hunter2|c0ffee/);
        if (!what.includes('Kargo')) assert.doesNotMatch(said ?? '', /Kargo/);
      });
    }
  });
}
