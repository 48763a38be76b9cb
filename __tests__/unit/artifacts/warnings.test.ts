import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { artifactWarnings } from '../../../src/artifacts/warnings.ts';
import { buildEndpoints } from '../../../src/inputs/endpoints.ts';
import { json } from '../../../src/receivers/generic.ts';

const REMOTE = 'https://deploy.example.com';

function warnings(host: string, urls: readonly string[], isHostFromEvent = true): readonly string[] {
  const endpoints = buildEndpoints(
    urls.map((url) => new URL(url)),
    { receivers: urls.map(() => json), secrets: [], apiKeys: [], headers: {} },
  );
  const artifact = { host, path: 'team/config', tag: 'v1', style: 'tag' } as const;
  return artifactWarnings([artifact, { ...artifact, tag: 'v2' }], {
    receivers: [json],
    endpoints,
    isHostFromEvent,
  });
}

describe('a registry that the receiver may not know by the name in the event', () => {
  const warned: readonly (readonly [host: string, ...urls: readonly string[]])[] = [
    ['registry:5000', REMOTE],
    ['localhost:5000', REMOTE],
    ['localhost', REMOTE],
    ['127.0.0.1:5000', REMOTE],
    ['[::1]:5000', REMOTE],
    ['0.0.0.0:5000', REMOTE],
    ['[::]:5000', REMOTE],
    ['host.docker.internal:5000', REMOTE],
    ['registry.localhost:5000', REMOTE],
    ['localhost:5000', 'http://doco-cd'],
    ['registry:5000', 'http://localhost', REMOTE],
  ];
  for (const [host, ...urls] of warned) {
    test(`${host} to ${urls.join(' and ')}: one warning`, () => {
      const found = warnings(host, urls);
      assert.equal(found.length, 1);
      assert.ok(
        found[0]?.startsWith(`the event calls its registry ${host}, which ${urls.at(-1)} can probably not reach`),
      );
    });
  }

  const fine: readonly (readonly [host: string, ...urls: readonly string[]])[] = [
    ['ghcr.io', REMOTE],
    ['10.0.0.5:5000', REMOTE],
    ['[fd00::5]:5000', REMOTE],
    ['registry.local:5000', REMOTE],
    ['localhost:5000', 'http://127.0.0.1:80'],
    ['registry:5000', 'http://doco-cd'],
    ['registry:5000', 'http://localhost'],
    ['registry:5000'],
  ];
  for (const [host, ...urls] of fine) {
    test(`${host} to ${urls.join(' and ') || 'nobody'}: none`, () => assert.deepEqual(warnings(host, urls), []));
  }

  test('none where the user named the registry', () =>
    assert.deepEqual(warnings('registry:5000', [REMOTE], false), []));
});
