import { type Case, D1, D2, describeSource, SIGNATURE } from '../../../support/source-cases.ts';

const harbor = (resources: unknown, repository: object = { repo_full_name: 'team/app' }) => ({
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
  ...['PULL_ARTIFACT', 'DELETE_ARTIFACT', 'SCANNING_COMPLETED', 'QUOTA_EXCEED', 'REPLICATION', 'TAG_RETENTION'].map(
    (type): Case => [type, { ...harbor(undefined), type }, { skip: 'event-ignored' }],
  ),
  [
    'a tag given to an artifact',
    { ...harbor([tagged]), type: 'CREATE_TAG' },
    { send: [`harbor.example.com/team/app:v1 ${D1}`] },
  ],
  [
    'Harbor 1, and Tencent TCR',
    { ...harbor([tagged]), type: 'pushImage' },
    { send: [`harbor.example.com/team/app:v1 ${D1}`] },
  ],
  ['Harbor 1, deleted', { ...harbor([tagged]), type: 'deleteImage' }, { skip: 'event-ignored' }],
  ['Harbor 1, test', { type: 'testEndpoint', occur_at: 1 }, { skip: 'test-event' }],
  [
    'unknown type',
    { ...harbor([tagged]), type: 'PUSH_CHART' },
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

describeSource('Harbor', CASES);
