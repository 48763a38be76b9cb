import { type Case, D1, describeSource, SIGNATURE } from '../../../support/source-cases.ts';

const msr = (contents: unknown, type: unknown = 'TAG_PUSH') => ({ type, createdAt: '2026-01-02T03:04:05Z', contents });
const image = {
  namespace: 'foo',
  repository: 'bar',
  tag: 'v1',
  digest: D1,
  imageName: 'msr.example.com/foo/bar:v1',
};

const CASES: readonly Case[] = [
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
  ].map((type): Case => [type, msr(image, type), { skip: 'event-ignored' }]),
  ['ignored without contents', msr(undefined, 'REPO_EVENT'), { skip: 'event-ignored' }],
  ...['tag_push', 'SOMETHING_NEW'].map(
    (type): Case => [type, msr(image, type), { error: new RegExp(`type is "${type}", and it is not known here`) }],
  ),
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

describeSource('MSR', CASES);
