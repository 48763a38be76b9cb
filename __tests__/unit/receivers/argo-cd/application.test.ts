import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Artifact } from '../../../../src/oci/artifact.ts';
import { matchSource, readApplication } from '../../../../src/receivers/argo-cd/application.ts';
import { application } from '../../../support/argo-cd.ts';

const DIGEST = `sha256:${'1'.repeat(64)}`;
const app: Artifact = { host: 'ghcr.io', path: 'acme/app', tag: 'v1', digest: DIGEST, style: 'tag' };
const chart: Artifact = { ...app, host: 'registry.example.com', path: 'charts/web', tag: '1.2.3_build.5' };
const hub: Artifact = { ...app, host: 'docker.io' };

type Row = readonly [what: string, source: object, artifact: Artifact, revision: string | undefined, isExact?: boolean];

const ROWS: readonly Row[] = [
  ['the artifact', { repoURL: 'oci://ghcr.io/acme/app', targetRevision: 'v1' }, app, DIGEST, true],
  ['capitals and a slash', { repoURL: 'oci://GHCR.io/Acme/app/', targetRevision: 'v1' }, app, DIGEST, true],
  ['another tag', { repoURL: 'oci://ghcr.io/acme/app', targetRevision: 'main' }, app, undefined],
  ['another repository', { repoURL: 'oci://ghcr.io/acme/app2', targetRevision: 'v1' }, app, undefined],
  ['its digest', { repoURL: 'oci://ghcr.io/acme/app', targetRevision: DIGEST }, app, undefined],
  ['Git', { repoURL: 'https://ghcr.io/acme/app', targetRevision: 'v1' }, app, undefined],
  ...['^1.0.0', '~1', '>=1.0.0', '1.x', '1', '1.2', '*', ''].map(
    (targetRevision): Row => [
      `range ${targetRevision}`,
      { repoURL: 'oci://ghcr.io/acme/app', targetRevision },
      app,
      DIGEST,
      false,
    ],
  ),
  [
    'a chart',
    { repoURL: 'registry.example.com/charts', chart: 'web', targetRevision: '1.2.3+build.5' },
    chart,
    '1.2.3+build.5',
    true,
  ],
  [
    'a range of a chart',
    { repoURL: 'registry.example.com/charts', chart: 'web', targetRevision: '~1.2.0' },
    chart,
    '1.2.3+build.5',
    false,
  ],
  [
    'a chart that is an artifact',
    { repoURL: 'oci://registry.example.com/charts/web', targetRevision: '1.2.3_build.5' },
    chart,
    DIGEST,
    true,
  ],
  ['Docker Hub', { repoURL: 'oci://docker.io/acme/app', targetRevision: 'v1' }, hub, DIGEST, true],
  [
    'Docker Hub by its registry',
    { repoURL: 'oci://registry-1.docker.io/acme/app', targetRevision: 'v1' },
    hub,
    DIGEST,
    true,
  ],
];

describe('which source is an artifact', () => {
  for (const [what, source, artifact, revision, isExact] of ROWS) {
    test(what, () => {
      const read = readApplication(application({ source }));
      assert.ok(read);
      assert.deepEqual(
        matchSource(read, artifact),
        revision === undefined ? undefined : { index: 0, revision, isExact },
      );
    });
  }

  test('one of several, and the exact one first', () => {
    const git = { repoURL: 'https://git.example.com/x.git', targetRevision: 'main' };
    const range = { repoURL: 'oci://ghcr.io/acme/app', targetRevision: '1.x' };
    const exact = { ...range, targetRevision: 'v1' };
    const read = readApplication(application({ sources: [git, range, exact] }));
    assert.equal(read && matchSource(read, app)?.index, 2);
  });
});

test('what is no Application is none', () => {
  for (const body of [undefined, null, 7, [], {}, { metadata: { name: 'web' } }, { spec: {} }]) {
    assert.equal(readApplication(body), undefined);
  }
});

test('what is missing is read as unknown', () => {
  const read = readApplication({
    metadata: { name: 'web' },
    spec: {},
    status: { sync: 7, history: {}, conditions: 'x' },
  });
  assert.deepEqual([read?.sync, read?.health, read?.history, read?.conditions], ['Unknown', 'Unknown', [], []]);
});
