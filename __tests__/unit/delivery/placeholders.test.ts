import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillPlaceholders, hasPlaceholder } from '../../../src/delivery/placeholders.ts';
import type { Artifact } from '../../../src/oci/artifact.ts';

const DIGEST = `sha256:${'1'.repeat(64)}`;
const APP: Artifact = { host: 'ghcr.io', path: 'acme/app', tag: 'v1', digest: DIGEST, style: 'tag+digest' };

describe('placeholders in a URL', () => {
  const filled: Readonly<Record<string, string>> = {
    'https://x.test/?imgURL={artifact}': `https://x.test/?imgURL=ghcr.io%2Facme%2Fapp%3Av1%40sha256%3A${'1'.repeat(64)}`,
    'https://x.test/?image={repository}&n=1': 'https://x.test/?image=ghcr.io%2Facme%2Fapp&n=1',
    'https://x.test/{tag}/{TAG}?d={digest}': `https://x.test/v1/v1?d=sha256%3A${'1'.repeat(64)}`,
    'https://x.test/%7Btag%7D': 'https://x.test/v1',
    'https://x.test/{other}?q={': 'https://x.test/%7Bother%7D?q={',
  };
  for (const [url, expected] of Object.entries(filled)) {
    test(url, () => assert.equal(fillPlaceholders(new URL(url), APP).href, expected));
  }

  test('a repository of Docker Hub is named as Docker does it', () => {
    const url = new URL('https://x.test/?image={repository}');
    for (const [path, expected] of [
      ['library/nginx', 'nginx'],
      ['acme/app', 'acme%2Fapp'],
    ] as const) {
      assert.equal(fillPlaceholders(url, { ...APP, host: 'docker.io', path }).search, `?image=${expected}`);
    }
  });

  test('what the artifact lacks is refused', () => {
    const url = new URL('https://x.test/?tag={tag}');
    assert.equal(hasPlaceholder(url, 'tag'), true);
    assert.equal(hasPlaceholder(url, 'digest'), false);
    assert.throws(
      () => fillPlaceholders(url, { ...APP, tag: undefined }),
      /^InputError: url: it has \{tag\}, but ghcr\.io/,
    );
  });
});
