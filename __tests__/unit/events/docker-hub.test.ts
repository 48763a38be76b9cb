import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dockerHub } from '../../../src/events/docker-hub.ts';
import type { Artifact } from '../../../src/oci/artifact.ts';
import { ARTIFACTS, INDEX } from '../../support/artifacts.ts';
import { eventMessages } from '../../support/messages.ts';
import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const hub = (repository: unknown, push: unknown = { tag: 'main', pushed_at: 1.7e9, pusher: 'alice' }) => ({
  callback_url: 'https://registry.hub.docker.com/u/x/hook/y/',
  push_data: push,
  repository,
});

const CASES: readonly Case[] = [
  ['push', hub({ repo_name: 'acme/app' }), { send: ['docker.io/acme/app:main'] }],
  ['official image', hub({ repo_name: 'ubuntu' }), { send: ['docker.io/library/ubuntu:main'] }],
  [
    'another registry, as this action writes it',
    hub({ repo_name: 'ghcr.io/acme/app' }),
    { send: ['ghcr.io/acme/app:main'] },
  ],
  [
    'with a digest input, which the event does not have',
    hub({ repo_name: 'acme/app' }),
    {
      error:
        /^artifact is empty, and the event does not have sha256:1+, .* dropped that output because it holds a secr/,
    },
    { digest: { digest: D1 } },
  ],
  ['upper-case name', hub({ repo_name: 'Acme/app' }), { error: /lower-case/ }],
  ['empty name', hub({ repo_name: ' ', name: 'app', namespace: 'acme' }), { error: /repo_name is missing/ }],
  ['repository null', hub(null), { error: /repository must be an object, found null/ }],
  ['push_data null', hub({ repo_name: 'acme/app' }, null), { error: /push_data must be an object, found null/ }],
  ['empty tag', hub({ repo_name: 'acme/app' }, { tag: '' }), { skip: 'untagged' }],
  ['bad tag', hub({ repo_name: 'acme/app' }, { tag: 'a b' }), { error: /tag|character/ }],
];

describeSource('Docker Hub', CASES);

describe('messages', () => {
  const [index] = ARTIFACTS as [Artifact];

  test('docker-hub has what Kargo reads, and nothing else', () => {
    const [message] = eventMessages(dockerHub, [index]);
    assert.equal(
      message?.body,
      `{"push_data":{"tag":"main","media_type":"${INDEX}"},"repository":{"repo_name":"ghcr.io/acme/platform-config"}}`,
    );
    assert.equal(message.contentType, 'application/json');
    const official = eventMessages(dockerHub, [{ host: 'docker.io', path: 'library/ubuntu', tag: '1', style: 'tag' }]);
    assert.equal(official[0]?.body, '{"push_data":{"tag":"1"},"repository":{"repo_name":"library/ubuntu"}}');
  });
});
