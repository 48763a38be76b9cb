import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { distribution } from '../../../src/events/distribution.ts';
import { ARTIFACTS, INDEX, MANIFEST } from '../../support/artifacts.ts';
import { eventMessages } from '../../support/messages.ts';
import { type Case, D1, describeSource } from '../../support/source-cases.ts';

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

const CASES: readonly Case[] = [
  ['push', envelope(push({})), { send: [`registry.example.com/team/app:v1 ${D1}`] }],
  [
    'a tag that is a number',
    envelope(push({ tag: 5 })),
    { error: /^event: events\[0\]\.target\.tag must be text, found a number/ },
  ],
  [
    'a tag that is an object',
    envelope(push({ tag: { name: 'v1' } })),
    { error: /target\.tag must be text, found an object/ },
  ],
  [
    'a digest that is a number',
    envelope(push({ digest: 5 })),
    { error: /target\.digest must be text, found a number/ },
  ],
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
  ['no media type', envelope(push({ mediaType: '' })), { error: /target\.mediaType is missing/ }],
  [
    'an unknown media type',
    envelope(push({ mediaType: 'application/vnd.example+json' })),
    { error: /target\.mediaType is "application\/vnd\.example\+json", and it is not known here/ },
  ],
  [
    'an unknown action',
    envelope({ action: 'retag', target }),
    { error: /action is "retag", and it is not known here/ },
  ],
  ...['pull', 'mount', 'delete'].map(
    (action): Case => [action, envelope({ action, target }), { skip: 'action-ignored' }],
  ),
  [
    "a rename in GitLab's registry",
    envelope({
      action: 'rename',
      target: { repository: 'team/app', rename: { type: 'namespace', from: 'team/app', to: 'crew/app' } },
      actor: { name: 'ana', user_type: 'build' },
    }),
    { skip: 'action-ignored' },
  ],
  [
    "a push to GitLab's registry, with references and an actor of its own",
    envelope(
      push(
        { length: 7, references: [{ mediaType: 'application/octet-stream', digest: D1 }] },
        { actor: { name: 'ana', user_type: 'build', user: 'e30.e30.e30' }, meta: { project_path: 'team/app' } },
      ),
    ),
    { send: [`registry.example.com/team/app:v1 ${D1}`] },
  ],
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

describeSource('Distribution', CASES);

describe('messages', () => {
  test('distribution puts one event into each envelope, as registries do', () => {
    const messages = eventMessages(distribution, ARTIFACTS);
    assert.equal(messages[0]?.contentType, 'application/vnd.docker.distribution.events.v2+json');
    const events = messages.flatMap(({ body }) => JSON.parse(body).events);
    assert.equal(events.length, ARTIFACTS.length);
    assert.equal(new Set(events.map(({ id }: { id: string }) => id)).size, ARTIFACTS.length);
    const { id, timestamp, request, ...rest } = events[0];
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.ok(Math.abs(Date.parse(timestamp) - Date.now()) < 600_000);
    assert.equal(request.host, 'ghcr.io');
    assert.deepEqual(rest, {
      action: 'push',
      target: {
        mediaType: INDEX,
        digest: D1,
        repository: 'acme/platform-config',
        url: `https://ghcr.io/v2/acme/platform-config/manifests/${D1}`,
        tag: 'main',
      },
      actor: { name: 'octocat' },
      source: {},
    });
    assert.equal(events[2].target.mediaType, MANIFEST, 'an unknown type is written as the most common one');
  });
});
