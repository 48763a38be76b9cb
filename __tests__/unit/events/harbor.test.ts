import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { harbor } from '../../../src/events/harbor.ts';
import { ARTIFACTS } from '../../support/artifacts.ts';
import { eventMessages } from '../../support/messages.ts';
import { type Case, D1, D2, describeSource, SIGNATURE } from '../../support/source-cases.ts';

const event = (resources: unknown, repository: object = { repo_full_name: 'team/app' }) => ({
  type: 'PUSH_ARTIFACT',
  occur_at: 1,
  operator: 'alice',
  event_data: { resources, repository },
});
const cloudEvent = (data: unknown) => ({
  specversion: '1.0',
  id: '7',
  source: '/projects/1/webhook/policies/15',
  type: 'harbor.artifact.pushed',
  operator: 'admin',
  data,
});
const tagged = { digest: D1, tag: 'v1', resource_url: 'harbor.example.com/team/app:v1' };

const CASES: readonly Case[] = [
  ['push', event([tagged]), { send: [`harbor.example.com/team/app:v1 ${D1}`] }],
  [
    'several resources',
    event([tagged, { ...tagged, tag: 'v2' }, tagged, { ...tagged, digest: D2, tag: 'v2' }]),
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
    event([{ digest: D1, tag: D1, resource_url: `harbor.example.com/team/app@${D1}` }]),
    { skip: 'untagged' },
  ],
  [
    'untagged, sent, old form of the URL',
    event([{ digest: D1, tag: D1, resource_url: `harbor.example.com:8443/team/app:${D1}` }], {}),
    { send: [`harbor.example.com:8443/team/app@${D1} ${D1}`] },
    { untagged: 'send' },
  ],
  ['name from the URL alone', event([tagged], {}), { send: [`harbor.example.com/team/app:v1 ${D1}`] }],
  ['the tag in the URL alone', event([{ ...tagged, tag: '' }]), { send: [`harbor.example.com/team/app:v1 ${D1}`] }],
  ['no tag at all', event([{ digest: D1, resource_url: `harbor.example.com/team/app@${D1}` }]), { skip: 'untagged' }],
  [
    'a tag was made, but which',
    { ...event([{ digest: D1, resource_url: `harbor.example.com/team/app@${D1}` }]), type: 'CREATE_TAG' },
    { error: /^event: event_data\.resources\[0\]\.tag is missing, but CREATE_TAG is about a tag/ },
  ],
  [
    'a tag that is a number',
    event([{ ...tagged, tag: 1 }]),
    { error: /resources\[0\]\.tag must be text, found a number/ },
  ],
  [
    'one tagged among untagged',
    event([{ ...tagged, tag: D1 }, tagged]),
    { send: [`harbor.example.com/team/app:v1 ${D1}`] },
  ],
  ['signature', event([{ ...tagged, tag: SIGNATURE }]), { skip: 'signature-tag' }],
  ['deleted', { ...event([tagged]), type: 'DELETE_ARTIFACT' }, { skip: 'event-ignored' }],
  ['pulled', { ...event([tagged]), type: 'PULL_ARTIFACT' }, { skip: 'event-ignored' }],
  ['no resources', event([]), { skip: 'no-events' }],
  ['resources missing', event(undefined), { error: /event_data\.resources must be an array, found nothing/ }],
  ['resource is null', event([null]), { error: /resources\[0\] must be an object, found null/ }],
  ...['PULL_ARTIFACT', 'DELETE_ARTIFACT', 'SCANNING_COMPLETED', 'QUOTA_EXCEED', 'REPLICATION', 'TAG_RETENTION'].map(
    (type): Case => [type, { ...event(undefined), type }, { skip: 'event-ignored' }],
  ),
  [
    'a tag given to an artifact',
    { ...event([tagged]), type: 'CREATE_TAG' },
    { send: [`harbor.example.com/team/app:v1 ${D1}`] },
  ],
  [
    'Harbor 1, and Tencent TCR',
    { ...event([tagged]), type: 'pushImage' },
    { send: [`harbor.example.com/team/app:v1 ${D1}`] },
  ],
  ['Harbor 1, deleted', { ...event([tagged]), type: 'deleteImage' }, { skip: 'event-ignored' }],
  ['Harbor 1, test', { type: 'testEndpoint', occur_at: 1 }, { skip: 'test-event' }],
  [
    'unknown type',
    { ...event([tagged]), type: 'PUSH_CHART' },
    { error: /type is "PUSH_CHART", and it is not known here/ },
  ],
  [
    'CloudEvent',
    cloudEvent({ resources: [tagged], repository: { repo_full_name: 'team/app' } }),
    { send: [`harbor.example.com/team/app:v1 ${D1}`] },
  ],
  ...[
    'harbor.artifact.deleted',
    'harbor.artifact.pulled',
    'harbor.scan.completed',
    'harbor.replication.status.changed',
  ].map((type): Case => [type, { ...cloudEvent({}), type }, { skip: 'event-ignored' }]),
  [
    'CloudEvent of an unknown type',
    { ...cloudEvent({}), type: 'harbor.artifact.moved' },
    { error: /type is "harbor\.artifact\.moved"/ },
  ],
  ['CloudEvent without data', cloudEvent(undefined), { error: /data\.resources must be an array, found nothing/ }],
  ['type missing', { ...event([tagged]), type: '' }, { error: /type is missing/ }],
  ['event data missing', { type: 'PUSH_ARTIFACT', occur_at: 1 }, { error: /event_data\.resources/ }],
  ['no name', event([{ ...tagged, resource_url: undefined }], {}), { error: /repo_full_name is missing/ }],
  ['no host', event([{ ...tagged, resource_url: '' }]), { error: /set the registry input/ }],
  [
    'no host, but the input',
    event([{ ...tagged, resource_url: '' }]),
    { send: [`harbor.test/team/app:v1 ${D1}`] },
    { registry: 'harbor.test' },
  ],
  [
    'a host that reads as a namespace',
    event([{ ...tagged, resource_url: 'harbor/team/app:v1' }]),
    { error: /read as docker\.io\/harbor\/team\/app:v1/ },
  ],
  ['bad digest', event([{ ...tagged, digest: 'sha256:1' }]), { error: /resources\[0\]\.digest/ }],
  ['upper-case path', event([tagged], { repo_full_name: 'Team/app' }), { error: /lower-case/ }],
  ['no digest', event([{ ...tagged, digest: '' }]), { send: ['harbor.example.com/team/app:v1'] }],
];

describeSource('Harbor', CASES);

describe('messages', () => {
  test('harbor is a push of one resource', () => {
    const messages = eventMessages(harbor, ARTIFACTS);
    const { occur_at, operator, ...rest } = JSON.parse(messages[5]?.body ?? '');
    assert.ok(Number.isInteger(occur_at) && Math.abs(occur_at - Date.now() / 1000) < 600, 'seconds');
    assert.match(operator, /^oci-webhook-action/);
    assert.deepEqual(rest, {
      type: 'PUSH_ARTIFACT',
      event_data: {
        resources: [{ digest: D1, tag: 'a', resource_url: 'registry.gitlab.com/org/group/app/backend:a' }],
        repository: {
          name: 'backend',
          namespace: 'org/group/app',
          repo_full_name: 'org/group/app/backend',
          repo_type: 'private',
        },
      },
    });
    assert.equal(messages[5]?.contentType, 'application/json');
    const { event_data: untagged } = JSON.parse(messages[6]?.body ?? '');
    assert.deepEqual(untagged.resources, [{ digest: D2, tag: D2, resource_url: `registry.example.com:443/a/b@${D2}` }]);
  });
});
