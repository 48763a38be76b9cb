import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { msr } from '../../../src/events/msr.ts';
import { InputError } from '../../../src/util/errors.ts';
import { ARTIFACTS } from '../../support/artifacts.ts';
import { eventMessages } from '../../support/messages.ts';
import { type Case, D1, describeSource, SIGNATURE } from '../../support/source-cases.ts';

const event = (contents: unknown, type: unknown = 'TAG_PUSH') => ({
  type,
  createdAt: '2026-01-02T03:04:05Z',
  contents,
});
const image = {
  namespace: 'foo',
  repository: 'bar',
  tag: 'v1',
  digest: D1,
  imageName: 'msr.example.com/foo/bar:v1',
};

const CASES: readonly Case[] = [
  ['push', event(image), { send: [`msr.example.com/foo/bar:v1 ${D1}`] }],
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
  ].map((type): Case => [type, event(image, type), { skip: 'event-ignored' }]),
  ['ignored without contents', event(undefined, 'REPO_EVENT'), { skip: 'event-ignored' }],
  ...['tag_push', 'SOMETHING_NEW'].map(
    (type): Case => [type, event(image, type), { error: new RegExp(`type is "${type}", and it is not known here`) }],
  ),
  ['type missing', { contents: image }, { error: /type is missing/ }],
  ['type of another kind', event(image, 7), { error: /type is missing/ }],
  ['contents null', event(null), { error: /contents must be an object, found null/ }],
  ['contents a list', event([image]), { error: /contents must be an object, found an array/ }],
  ['namespace missing', event({ ...image, namespace: '' }), { error: /contents\.namespace is missing/ }],
  ['repository missing', event({ ...image, repository: undefined }), { error: /contents\.repository is missing/ }],
  ['empty image name', event({ ...image, imageName: '' }), { error: /set the registry input/ }],
  ['image name without host', event({ ...image, imageName: 'foo/bar:v1' }), { error: /set the registry input/ }],
  ['host localhost', event({ ...image, imageName: 'localhost/foo/bar:v1' }), { send: [`localhost/foo/bar:v1 ${D1}`] }],
  [
    'host in upper case',
    event({ ...image, imageName: 'MSR.test/foo/bar:v1' }),
    { send: [`msr.test/foo/bar:v1 ${D1}`] },
  ],
  ['upper-case repository', event({ ...image, repository: 'Bar' }), { error: /lower-case/ }],
  ['tag in the name alone', event({ ...image, tag: '' }), { send: [`msr.example.com/foo/bar:v1 ${D1}`] }],
  [
    'tag missing',
    event({ ...image, tag: '', imageName: 'msr.example.com/foo/bar' }),
    { error: /^event: contents\.tag is missing, and a TAG_PUSH is about a tag/ },
  ],
  ['signature', event({ ...image, tag: SIGNATURE }), { skip: 'signature-tag' }],
  ['signature before host', event({ ...image, tag: SIGNATURE, imageName: '' }), { skip: 'signature-tag' }],
  ['digest is no text', event({ ...image, digest: 7 }), { error: /contents\.digest must be text, found a number/ }],
  ['a manifest has no tag', event(image, 'MANIFEST_PUSH'), { skip: 'untagged' }],
];

describeSource('MSR', CASES);

describe('messages', () => {
  test('msr wraps each artifact', () => {
    const messages = eventMessages(msr, ARTIFACTS);
    const { createdAt, ...rest } = JSON.parse(messages[0]?.body ?? '');
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 600_000);
    assert.deepEqual(rest, {
      type: 'TAG_PUSH',
      contents: {
        namespace: 'acme',
        repository: 'platform-config',
        tag: 'main',
        digest: D1,
        imageName: 'ghcr.io/acme/platform-config:main',
        author: 'octocat',
        pushedAt: createdAt,
      },
      location: '/repositories/acme/platform-config/tags/main',
    });
    assert.equal(JSON.parse(messages[6]?.body ?? '').type, 'MANIFEST_PUSH');
  });

  test('msr refuses a name without namespace', () => {
    assert.throws(
      () => eventMessages(msr, [{ host: 'localhost', path: 'app', tag: 'v1', digest: D1, style: 'tag' }]),
      InputError,
    );
  });
});
