import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { github } from '../../../src/events/github.ts';
import { ARTIFACTS, INDEX } from '../../support/artifacts.ts';
import { eventMessages } from '../../support/messages.ts';
import { type Case, D1, D2, describeSource } from '../../support/source-cases.ts';

const version = {
  version: D1,
  name: D1,
  package_url: 'ghcr.io/acme/config:v1',
  container_metadata: { tag: { name: 'v1', digest: D1 }, manifest: { digest: D1 } },
};
const event = (changed: object = {}, action: unknown = 'published') => ({
  action,
  registry_package: {
    name: 'config',
    namespace: 'acme',
    package_type: 'CONTAINER',
    package_version: version,
    ...changed,
  },
});
const older = {
  name: 'server',
  package_type: 'docker',
  package_version: {
    version: '1.2.3',
    name: D1,
    package_url: 'docker.ghes.example.com/acme/app/server:1.2.3',
    metadata: [],
  },
  registry: { name: 'GitHub docker registry', type: 'docker', url: 'https://docker.ghes.example.com/acme/app' },
};
const olderVersion = (changed: object) =>
  event({ ...older, package_version: { ...older.package_version, ...changed } });

const CASES: readonly Case[] = [
  ['published', event(), { send: [`ghcr.io/acme/config:v1 ${D1}`] }],
  [
    'updated, in lower case',
    event({ package_type: 'container' }, 'updated'),
    { send: [`ghcr.io/acme/config:v1 ${D1}`] },
  ],
  [
    'neither tag nor digest',
    event({ package_version: { id: 1 } }),
    { error: /has no tag, and .*package_version\.version is missing/ },
  ],
  ['of type docker', event({ package_type: 'docker' }), { send: [`ghcr.io/acme/config:v1 ${D1}`] }],
  [
    'ecosystem alone',
    event({ package_type: undefined, ecosystem: 'CONTAINER' }),
    { send: [`ghcr.io/acme/config:v1 ${D1}`] },
  ],
  ['deleted', event({}, 'deleted'), { skip: 'action-ignored' }],
  ...['created', 'restored', 'Published'].map(
    (action): Case => [
      action,
      event({}, action),
      { error: new RegExp(`action is "${action}", and it is not known here`) },
    ],
  ),
  ['action missing', event({}, ''), { error: /action is missing, expected "published" or "updated"/ }],
  ...['npm', 'NPM', 'maven', 'rubygems', 'nuget'].map(
    (package_type): Case => [package_type, event({ package_type }), { skip: 'not-a-container' }],
  ),
  ['unknown type', event({ package_type: 'oci' }), { error: /package_type is "oci", and it is not known here/ }],
  ['type missing', event({ package_type: undefined }), { error: /registry_package\.package_type is missing/ }],
  ['ping of a new webhook', { zen: 'Keep it logically awesome.', hook_id: 1, hook: {} }, { skip: 'test-event' }],
  ['package null', { action: 'published', package: null }, { error: /package must be an object, found null/ }],
  ["GitHub's older docker registry", event(older), { send: [`docker.ghes.example.com/acme/app/server:1.2.3 ${D1}`] }],
  [
    'the same without the tag in its URL',
    olderVersion({ package_url: 'docker.pkg.github.com/acme/app/server' }),
    { send: [`docker.pkg.github.com/acme/app/server:1.2.3 ${D1}`] },
  ],
  [
    'the same with layers',
    olderVersion({
      version: 'docker-base-layer',
      package_url: 'docker.ghes.example.com/acme/app/server:docker-base-layer',
    }),
    { skip: 'not-a-manifest' },
  ],
  [
    'a tag that is a number',
    event({ package_version: { ...version, container_metadata: { tag: { name: 5, digest: D1 } } } }),
    { error: /container_metadata\.tag\.name must be text, found a number/ },
  ],
  [
    'a tag without its object',
    event({ package_version: { ...version, container_metadata: { tag: 'v1' } } }),
    { error: /container_metadata\.tag must be an object, found a string/ },
  ],
  [
    'the same without URL',
    olderVersion({ package_url: '' }),
    { error: /package_url is missing, and nothing else names/ },
  ],
  [
    'the same without URL, with the registry input',
    olderVersion({ package_url: '' }),
    { error: /package_url is missing/ },
    { registry: 'docker.ghes.example.com' },
  ],
  [
    'two digests that differ',
    event({ package_version: { ...version, container_metadata: { tag: { name: 'v1', digest: D2 } } } }),
    { error: /must be equal/ },
  ],
];

describeSource('GitHub', CASES);

describe('messages', () => {
  test('github is the package event, with its header', () => {
    assert.deepEqual(github.headers, { 'x-github-event': 'package' });
    const [message, , , , , nested, untagged] = eventMessages(github, ARTIFACTS);
    assert.equal(message?.contentType, 'application/json');
    assert.deepEqual(JSON.parse(message.body), {
      action: 'published',
      package: {
        name: 'platform-config',
        namespace: 'acme',
        ecosystem: 'CONTAINER',
        package_type: 'CONTAINER',
        owner: { login: 'acme' },
        package_version: {
          version: D1,
          name: D1,
          package_url: 'ghcr.io/acme/platform-config:main',
          container_metadata: { tag: { name: 'main', digest: D1 }, manifest: { digest: D1, media_type: INDEX } },
        },
      },
    });
    const { package: deep } = JSON.parse(nested?.body ?? '');
    assert.deepEqual([deep.owner.login, deep.name], ['org', 'group/app/backend']);
    const { package: bare } = JSON.parse(untagged?.body ?? '');
    assert.equal(bare.package_version.package_url, 'registry.example.com:443/a/b');
    const [alone] = eventMessages(github, [{ host: 'localhost', path: 'app', tag: 'v1', digest: D1, style: 'tag' }]);
    assert.equal(JSON.parse(alone?.body ?? '').package.name, 'app');
  });
});
