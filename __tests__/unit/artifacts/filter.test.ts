import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileFilter } from '../../../src/artifacts/filter.ts';

/** What one pattern matches, and what it does not. */
const PATTERNS: Readonly<Record<string, { readonly keeps: readonly string[]; readonly drops?: readonly string[] }>> = {
  'ghcr.io/acme/*-config:*': {
    keeps: ['ghcr.io/acme/web-config:v1', 'ghcr.io/acme/-config:v1'],
    drops: ['ghcr.io/acme/team/web-config:v1', 'ghcr.io/other/web-config:v1', 'ghcr.io/acme/web-config@sha256:0'],
  },
  'ghcr.io/acme/**': { keeps: ['ghcr.io/acme/app:v1', 'ghcr.io/acme/a/b/app:v1'], drops: ['ghcr.io/acme-2/app:v1'] },
  '**/app:v1': { keeps: ['ghcr.io/app:v1', 'ghcr.io/acme/a/app:v1'], drops: ['ghcr.io/acme/web-app:v1'] },
  'ghcr.io/acme/**:main': {
    keeps: ['ghcr.io/acme/app:main', 'ghcr.io/acme/team/app:main', 'ghcr.io/acme/a/b/c/app:main'],
    drops: ['ghcr.io/acme/team/app:v1', 'ghcr.io/other/app:main'],
  },
  'ghcr.io/**-config:*': {
    keeps: ['ghcr.io/web-config:v1', 'ghcr.io/acme/web-config:v1', 'ghcr.io/acme/team/web-config:v1'],
    drops: ['ghcr.io/acme/web-config/app:v1'],
  },
  'ghcr.io/acme/team**': {
    keeps: ['ghcr.io/acme/team-a/app:v1', 'ghcr.io/acme/team:v1'],
    drops: ['ghcr.io/acme/te:v1'],
  },
  'ghcr.io/{acme**,other}:v1': { keeps: ['ghcr.io/acme/app:v1', 'ghcr.io/other:v1'], drops: ['ghcr.io/other/app:v1'] },
  '*:v1': { keeps: ['ghcr.io/acme/app:v1'], drops: ['ghcr.io/acme/app:v2'] },
  '**:v1': { keeps: ['ghcr.io/acme/app:v1'], drops: ['ghcr.io/acme/app:v2'] },
  'web**:v?': { keeps: ['ghcr.io/acme/web-config:v1'], drops: ['ghcr.io/acme/app:v1', 'ghcr.io/web/app:v1'] },
  'ghcr.io/acme/app:v[1-3]': { keeps: ['ghcr.io/acme/app:v2'], drops: ['ghcr.io/acme/app:v4'] },
  '!ghcr.io/acme/**:main': {
    keeps: ['ghcr.io/acme/team/app:v1', 'ghcr.io/other/app:main'],
    drops: ['ghcr.io/acme/app:main', 'ghcr.io/acme/team/app:main'],
  },
};

describe('filter', () => {
  for (const [pattern, { keeps, drops = [] }] of Object.entries(PATTERNS)) {
    test(pattern, () => {
      const keep = compileFilter([pattern]);
      for (const reference of keeps) assert.ok(keep(reference), `keeps ${reference}`);
      for (const reference of drops) assert.ok(!keep(reference), `drops ${reference}`);
    });
  }

  test('the last match wins', () => {
    const keep = compileFilter(['ghcr.io/**', '!*:main', 'ghcr.io/acme/app:main']);
    assert.deepEqual(['ghcr.io/a/b:v1', 'ghcr.io/a/b:main', 'ghcr.io/acme/app:main', 'docker.io/a/b:v1'].map(keep), [
      true,
      false,
      true,
      false,
    ]);
  });
});
