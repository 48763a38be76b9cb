import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRetryable } from '../../../src/delivery/retry.ts';
import { dockerHub } from '../../../src/events/docker-hub.ts';
import { github } from '../../../src/events/github.ts';
import type { HttpResult } from '../../../src/http/types.ts';
import type { Artifact } from '../../../src/oci/artifact.ts';
import type { Receiver } from '../../../src/receivers/types.ts';
import { answer, cut, describeHints, PAGE } from '../../support/answers.ts';
import { ARTIFACTS, INDEX } from '../../support/artifacts.ts';
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
    const [message] = dockerHub.serialize([index]);
    assert.equal(
      message?.body,
      `{"push_data":{"tag":"main","media_type":"${INDEX}"},"repository":{"repo_name":"ghcr.io/acme/platform-config"}}`,
    );
    assert.equal(message.contentType, 'application/json');
    const official = dockerHub.serialize([{ host: 'docker.io', path: 'library/ubuntu', tag: '1', style: 'tag' }]);
    assert.equal(official[0]?.body, '{"push_data":{"tag":"1"},"repository":{"repo_name":"library/ubuntu"}}');
  });
});

describeHints('an unknown path', {
  'nothing at an unknown path': {
    url: 'https://hooks.example.com/x',
    result: answer(200),
    hint: /^this answer does not say that the message was understood/,
  },
  'something at an unknown path': {
    url: 'https://hooks.example.com/x',
    result: answer(200, 'OK'),
    hint: /format json/,
  },
  'at an unknown path, cut': { url: 'https://hooks.example.com/x', result: cut(answer(200)) },
  'at an unknown path, 202 or 204': { url: 'https://hooks.example.com/x', result: answer(204) },
  'nothing at an unknown path, for a receiver of one’s own': {
    url: 'https://hooks.example.com/x',
    format: 'json',
    result: answer(200),
  },
  'a page at an unknown path': { url: 'https://hooks.example.com/x', result: answer(200, PAGE) },
});

const isRepeated = (format: Receiver, result: HttpResult) => format.isRetryable(result, isRetryable(result));

test('every 5xx is repeated', () => {
  for (const status of [500, 501, 505, 599]) assert.equal(isRepeated(dockerHub, answer(status)), true);
  for (const status of [301, 400, 401, 404, 413]) assert.equal(isRepeated(dockerHub, answer(status)), false);
  assert.equal(isRepeated(github, answer(501)), false);
});
