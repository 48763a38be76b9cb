import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readEvent } from '../../../src/artifacts/event.ts';
import { type SelectOptions, select, validateEvent } from '../../../src/artifacts/select.ts';
import { nameArtifact } from '../../../src/oci/artifact.ts';
import { InputError } from '../../../src/util/errors.ts';

const D1 = `sha256:${'1'.repeat(64)}`;
const D2 = `sha256:${'2'.repeat(64)}`;
const SIGNATURE = `sha256-${'a'.repeat(64)}.sig`;

/** What must come of an event: `artifact` or `artifact digest` for each that is sent, a skip reason, or an error's words. */
type Case = readonly [
  name: string,
  event: unknown,
  expect: { readonly send?: readonly string[]; readonly skip?: string; readonly error?: RegExp },
  options?: Partial<SelectOptions>,
];

const harbor = (resources: unknown, repository: object = { repo_full_name: 'team/app' }) => ({
  type: 'PUSH_ARTIFACT',
  occur_at: 1,
  operator: 'alice',
  event_data: { resources, repository },
});
const tagged = { digest: D1, tag: 'v1', resource_url: 'harbor.example.com/team/app:v1' };

const HARBOR: readonly Case[] = [
  ['push', harbor([tagged]), { send: [`harbor.example.com/team/app:v1 ${D1}`] }],
  [
    'several resources',
    harbor([tagged, { ...tagged, tag: 'v2' }, tagged, { ...tagged, digest: D2, tag: 'v2' }]),
    {
      send: [
        `harbor.example.com/team/app:v1 ${D1}`,
        `harbor.example.com/team/app:v2 ${D1}`,
        `harbor.example.com/team/app:v2 ${D2}`,
      ],
    },
  ],
  [
    'untagged',
    harbor([{ digest: D1, tag: D1, resource_url: `harbor.example.com/team/app@${D1}` }]),
    { skip: 'untagged' },
  ],
  [
    'untagged, sent, old form of the URL',
    harbor([{ digest: D1, tag: D1, resource_url: `harbor.example.com:8443/team/app:${D1}` }], {}),
    { send: [`harbor.example.com:8443/team/app@${D1} ${D1}`] },
    { untagged: 'send' },
  ],
  ['name from the URL alone', harbor([tagged], {}), { send: [`harbor.example.com/team/app:v1 ${D1}`] }],
  ['no tag at all', harbor([{ ...tagged, tag: '' }]), { skip: 'untagged' }],
  [
    'one tagged among untagged',
    harbor([{ ...tagged, tag: D1 }, tagged]),
    { send: [`harbor.example.com/team/app:v1 ${D1}`] },
  ],
  ['signature', harbor([{ ...tagged, tag: SIGNATURE }]), { skip: 'signature-tag' }],
  ['deleted', { ...harbor([tagged]), type: 'DELETE_ARTIFACT' }, { skip: 'event-ignored' }],
  ['pulled', { ...harbor([tagged]), type: 'PULL_ARTIFACT' }, { skip: 'event-ignored' }],
  ['no resources', harbor([]), { skip: 'no-events' }],
  ['resources missing', harbor(undefined), { error: /event_data\.resources must be an array, found nothing/ }],
  ['resource is null', harbor([null]), { error: /resources\[0\] must be an object, found null/ }],
  ['type missing', { ...harbor([tagged]), type: '' }, { error: /type is missing/ }],
  ['event data missing', { type: 'PUSH_ARTIFACT', occur_at: 1 }, { error: /event_data\.resources/ }],
  ['no name', harbor([{ ...tagged, resource_url: undefined }], {}), { error: /repo_full_name is missing/ }],
  ['no host', harbor([{ ...tagged, resource_url: '' }]), { error: /set the registry input/ }],
  [
    'no host, but the input',
    harbor([{ ...tagged, resource_url: '' }]),
    { send: [`harbor.test/team/app:v1 ${D1}`] },
    { registry: 'harbor.test' },
  ],
  [
    'a host that reads as a namespace',
    harbor([{ ...tagged, resource_url: 'harbor/team/app:v1' }]),
    { error: /read as docker\.io\/harbor\/team\/app:v1/ },
  ],
  ['bad digest', harbor([{ ...tagged, digest: 'sha256:1' }]), { error: /resources\[0\]\.digest/ }],
  ['upper-case path', harbor([tagged], { repo_full_name: 'Team/app' }), { error: /lower-case/ }],
  ['no digest', harbor([{ ...tagged, digest: '' }]), { send: ['harbor.example.com/team/app:v1'] }],
];

const msr = (contents: unknown, type: unknown = 'TAG_PUSH') => ({ type, createdAt: '2026-01-02T03:04:05Z', contents });
const image = {
  namespace: 'foo',
  repository: 'bar',
  tag: 'v1',
  digest: D1,
  imageName: 'msr.example.com/foo/bar:v1',
};

const MSR: readonly Case[] = [
  ['push', msr(image), { send: [`msr.example.com/foo/bar:v1 ${D1}`] }],
  ...[
    'TAG_PULL',
    'TAG_DELETE',
    'MANIFEST_PULL',
    'MANIFEST_DELETE',
    'SCAN_COMPLETED',
    'SCAN_FAILED',
    'PROMOTION',
    'PUSH_MIRRORING',
    'POLL_MIRRORING',
    'REPO_CREATED',
    'REPO_UPDATED',
    'REPO_DELETED',
    'REPO_EVENT',
    'SCANNER_UPDATE_COMPLETED',
    'tag_push',
    'SOMETHING_NEW',
  ].map((type): Case => [type, msr(image, type), { skip: 'event-ignored' }]),
  ['ignored without contents', msr(undefined, 'REPO_EVENT'), { skip: 'event-ignored' }],
  ['type missing', { contents: image }, { error: /type is missing/ }],
  ['type of another kind', msr(image, 7), { error: /type is missing/ }],
  ['contents null', msr(null), { error: /contents must be an object, found null/ }],
  ['contents a list', msr([image]), { error: /contents must be an object, found an array/ }],
  ['namespace missing', msr({ ...image, namespace: '' }), { error: /contents\.namespace is missing/ }],
  ['repository missing', msr({ ...image, repository: undefined }), { error: /contents\.repository is missing/ }],
  ['empty image name', msr({ ...image, imageName: '' }), { error: /set the registry input/ }],
  ['image name without host', msr({ ...image, imageName: 'foo/bar:v1' }), { error: /set the registry input/ }],
  ['host localhost', msr({ ...image, imageName: 'localhost/foo/bar:v1' }), { send: [`localhost/foo/bar:v1 ${D1}`] }],
  ['host in upper case', msr({ ...image, imageName: 'MSR.test/foo/bar:v1' }), { send: [`msr.test/foo/bar:v1 ${D1}`] }],
  ['upper-case repository', msr({ ...image, repository: 'Bar' }), { error: /lower-case/ }],
  ['tag missing', msr({ ...image, tag: '' }), { skip: 'untagged' }],
  ['signature', msr({ ...image, tag: SIGNATURE }), { skip: 'signature-tag' }],
  ['signature before host', msr({ ...image, tag: SIGNATURE, imageName: '' }), { skip: 'signature-tag' }],
  ['digest is no text', msr({ ...image, digest: 7 }), { send: ['msr.example.com/foo/bar:v1'] }],
  ['a manifest has no tag', msr(image, 'MANIFEST_PUSH'), { skip: 'untagged' }],
];

const hub = (repository: unknown, push: unknown = { tag: 'main', pushed_at: 1.7e9, pusher: 'alice' }) => ({
  callback_url: 'https://registry.hub.docker.com/u/x/hook/y/',
  push_data: push,
  repository,
});

const DOCKER_HUB: readonly Case[] = [
  ['push', hub({ repo_name: 'acme/app' }), { send: ['docker.io/acme/app:main'] }],
  ['official image', hub({ repo_name: 'ubuntu' }), { send: ['docker.io/library/ubuntu:main'] }],
  [
    'another registry, as this action writes it',
    hub({ repo_name: 'ghcr.io/acme/app' }),
    { send: ['ghcr.io/acme/app:main'] },
  ],
  [
    'with the digest input',
    hub({ repo_name: 'acme/app' }),
    { send: [`docker.io/acme/app:main ${D1}`] },
    { digest: D1 },
  ],
  ['upper-case name', hub({ repo_name: 'Acme/app' }), { error: /lower-case/ }],
  ['empty name', hub({ repo_name: ' ', name: 'app', namespace: 'acme' }), { error: /repo_name is missing/ }],
  ['repository null', hub(null), { error: /repository must be an object, found null/ }],
  ['push_data null', hub({ repo_name: 'acme/app' }, null), { error: /push_data must be an object, found null/ }],
  ['empty tag', hub({ repo_name: 'acme/app' }, { tag: '' }), { skip: 'untagged' }],
  ['bad tag', hub({ repo_name: 'acme/app' }, { tag: 'a b' }), { error: /tag|character/ }],
];

const target = {
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest: D1,
  repository: 'team/app',
  tag: 'v1',
  url: `https://registry.example.com/v2/team/app/manifests/${D1}`,
};
const push = (changed: object, more: object = {}) => ({ action: 'push', target: { ...target, ...changed }, ...more });
const envelope = (...events: readonly unknown[]) => ({ events });
const blob = push({ mediaType: 'application/octet-stream' });
const untagged = push({ tag: undefined });

const DISTRIBUTION: readonly Case[] = [
  ['push', envelope(push({})), { send: [`registry.example.com/team/app:v1 ${D1}`] }],
  ...[
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
  ].map(
    (mediaType): Case => [
      mediaType,
      envelope(push({ mediaType })),
      { send: [`registry.example.com/team/app:v1 ${D1}`] },
    ],
  ),
  [
    'helm chart config type is no manifest',
    envelope(push({ mediaType: 'application/vnd.cncf.helm.config.v1+json' })),
    { skip: 'not-a-manifest' },
  ],
  ['no media type', envelope(push({ mediaType: '' })), { skip: 'not-a-manifest' }],
  ['the last skip counts, in the order of the events', envelope(untagged, blob), { skip: 'not-a-manifest' }],
  ['and the other way round', envelope(blob, untagged), { skip: 'untagged' }],
  [
    'two tags, one repeated, among others',
    envelope(blob, push({}), untagged, push({ tag: 'v2' }), push({}), { action: 'pull', target }),
    { send: [`registry.example.com/team/app:v1 ${D1}`, `registry.example.com/team/app:v2 ${D1}`] },
  ],
  [
    'path prefix of the URL',
    envelope(push({ url: `https://registry.example.com/prefix/v2/team/app/manifests/${D1}` })),
    { send: [`registry.example.com/team/app:v1 ${D1}`] },
  ],
  ['default port stays', envelope(push({ url: 'https://r.test:443/v2/' })), { send: [`r.test:443/team/app:v1 ${D1}`] }],
  ['user in the URL', envelope(push({ url: 'https://u:p@r.test/v2/' })), { send: [`r.test/team/app:v1 ${D1}`] }],
  ['host in upper case', envelope(push({ url: 'https://R.Test/v2/' })), { send: [`r.test/team/app:v1 ${D1}`] }],
  ['IPv6', envelope(push({ url: 'http://[::1]:5000/v2/' })), { send: [`[::1]:5000/team/app:v1 ${D1}`] }],
  [
    'empty URL, host of the request',
    envelope(push({ url: '' }, { request: { host: 'r.test:5000' }, source: { addr: 'never:1' } })),
    { send: [`r.test:5000/team/app:v1 ${D1}`] },
  ],
  [
    'no host',
    envelope(push({ url: '' }, { request: { host: '' }, source: { addr: 'never:1' } })),
    { error: /registry input/ },
  ],
  ['a host that is a namespace', envelope(push({ url: 'http://registry/v2/' })), { error: /read as docker\.io/ }],
  ['such a host from the input', envelope(push({})), { error: /read as docker\.io/ }, { registry: 'registry' }],
  [
    'docker.io',
    envelope(push({ repository: 'ubuntu', url: 'https://index.docker.io/v2/' })),
    { send: [`docker.io/library/ubuntu:v1 ${D1}`] },
  ],
  [
    'a path with a tag in it',
    envelope(push({ repository: 'team/app:v0', tag: '' })),
    { error: /read as/ },
    { untagged: 'send' },
  ],
  ['action missing', envelope({ target }), { error: /events\[0\]\.action is missing/ }],
  ['target missing', envelope({ action: 'push' }), { error: /events\[0\]\.target must be an object/ }],
  ['target missing where it does not matter', envelope({ action: 'pull' }), { skip: 'action-ignored' }],
  ['repository missing', envelope(push({ repository: '' })), { error: /events\[0\]\.target\.repository is missing/ }],
  ['event null', envelope(null), { error: /events\[0\] must be an object, found null/ }],
  [
    'one bad event spoils all',
    envelope(push({}), push({ digest: 'sha256:x' })),
    { error: /events\[1\]\.target\.digest/ },
  ],
  ['events null', { events: null }, { error: /events must be an array, found null/ }],
  ['upper-case repository', envelope(push({ repository: 'Team/app' })), { error: /lower-case/ }],
  ['filtered', envelope(push({ repository: 'unwanted' })), { skip: 'filtered' }],
];

const UNKNOWN: readonly Case[] = [
  ['an empty object', {}, { error: /GitHub, doco-cd, Distribution, Harbor, Mirantis MSR, Docker Hub/ }],
  ['a list', [push({})], { error: /must hold a JSON object, found an array/ }],
  ['null', null, { error: /must hold a JSON object, found null/ }],
];

for (const [system, cases] of Object.entries({ HARBOR, MSR, DOCKER_HUB, DISTRIBUTION, UNKNOWN })) {
  describe(system, () => {
    for (const [name, event, { send = [], skip, error }, options] of cases) {
      test(name, async () => {
        const read = async () =>
          select(
            validateEvent(await readEvent(JSON.stringify(event), {}), { untagged: 'skip', ...options }),
            (reference) => !reference.includes('/unwanted'),
          );
        if (error !== undefined) {
          return assert.rejects(read, (thrown) => {
            assert.ok(thrown instanceof InputError, String(thrown));
            assert.match(thrown.message, error);
            return true;
          });
        }
        const { artifacts, skips } = await read();
        assert.deepEqual(
          artifacts.map((artifact) => `${nameArtifact(artifact)} ${artifact.digest ?? ''}`.trim()),
          send,
        );
        if (skip !== undefined) assert.equal(skips.at(-1)?.reason, skip);
      });
    }
  });
}
