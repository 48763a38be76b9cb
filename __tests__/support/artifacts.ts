import type { Artifact } from '../../src/oci/artifact.ts';
import { D1, D2 } from './source-cases.ts';

export const INDEX = 'application/vnd.oci.image.index.v1+json';
export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** Artifacts of every shape that messages are made of. */
export const ARTIFACTS: readonly Artifact[] = [
  { host: 'ghcr.io', path: 'acme/platform-config', tag: 'main', digest: D1, style: 'tag', mediaType: INDEX },
  { host: 'ghcr.io', path: 'acme/platform-config', tag: 'v1.2.3', digest: D2, style: 'tag', mediaType: MANIFEST },
  { host: 'docker.io', path: 'library/ubuntu', tag: '22.04', digest: D1, style: 'tag' },
  { host: 'docker.io', path: 'acme/app', tag: 'latest', digest: D1, style: 'tag' },
  { host: 'localhost:5000', path: 'team/app', tag: '_x', digest: D2, style: 'tag' },
  { host: 'registry.gitlab.com', path: 'org/group/app/backend', tag: 'a', digest: D1, style: 'tag' },
  { host: 'registry.example.com:443', path: 'a/b', digest: D2, style: 'digest', mediaType: MANIFEST },
  { host: '[::1]:5000', path: 'a__b/c--d', tag: 'T', digest: D1, style: 'tag' },
];
