import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const common = {
  timestamp: '2026-01-02T03:04:05.678+00:00',
  nodeId: '52905B51-085CCABB-CEBBEAAD-16795588-FC927D93',
  initiator: 'admin/127.0.0.1',
  repositoryName: 'docker-hosted',
  action: 'CREATED',
};
const component = { id: '1', componentId: 'x', format: 'docker', name: 'team/config', group: null, version: 'v1' };
const event = (changed: object = {}, outside: object = {}) => ({
  ...common,
  component: { ...component, ...changed },
  ...outside,
});
const asset = (name: unknown) => ({ ...common, asset: { id: '1', assetId: 'y', format: 'docker', name } });
const registry = 'nexus.example.com:8082';

const CASES: readonly Case[] = [
  ['component', event(), { send: ['nexus.example.com:8082/team/config:v1'] }, { registry }],
  [
    'component updated',
    event({}, { action: 'UPDATED' }),
    { send: ['nexus.example.com:8082/team/config:v1'] },
    { registry },
  ],
  ['no host', event(), { error: /set the registry input/ }],
  ['deleted', event({}, { action: 'DELETED' }), { skip: 'action-ignored' }],
  [
    'images removed by a cleanup',
    { ...common, action: 'PURGED', component: null, components: ['1', '2'] },
    { skip: 'action-ignored' },
  ],
  ['images removed, in short', { ...common, action: 'PURGED', components: ['1'] }, { skip: 'action-ignored' }],
  ['assets removed by a cleanup', { ...common, action: 'PURGED', assets: ['1'] }, { skip: 'action-ignored' }],
  [
    'several that were not removed',
    { ...common, components: ['1'] },
    { error: /component must be an object, found nothing/ },
  ],
  ['unknown action', event({}, { action: 'MOVED' }), { error: /action is "MOVED", and it is not known here/ }],
  ['action missing', event({}, { action: '' }), { error: /action is missing/ }],
  ...['maven2', 'npm', 'raw'].map((format): Case => [format, event({ format }), { skip: 'not-a-container' }]),
  ['unknown format', event({ format: 'oci' }), { error: /component\.format is "oci"/ }],
  ['format missing', event({ format: '' }), { error: /component\.format is missing/ }],
  ['no tag', event({ version: D1 }), { skip: 'untagged' }],
  ['version missing', event({ version: '' }), { error: /component\.version is missing/ }],
  ['name missing', event({ name: '' }), { error: /component\.name is missing/ }],
  ['component null', event({}, { component: null }), { error: /component must be an object, found null/ }],
  ['asset', asset('v2/team/config/manifests/v1'), { send: ['nexus.example.com:8082/team/config:v1'] }, { registry }],
  [
    'asset, as newer versions name it',
    asset('/v2/team/config/manifests/v1'),
    { send: ['nexus.example.com:8082/team/config:v1'] },
    { registry },
  ],
  ['asset of no tag', asset(`v2/team/config/manifests/${D1}`), { skip: 'untagged' }],
  ['a layer', asset(`v2/-/blobs/${D1}`), { skip: 'not-a-manifest' }],
  ['an asset with another name', asset('team/config'), { error: /asset\.name is "team\/config"/ }],
  [
    'a repository was created',
    { ...common, repository: { format: 'docker', name: 'docker-hosted', type: 'hosted' } },
    { skip: 'event-ignored' },
  ],
  [
    'audit',
    { nodeId: 'n', initiator: 'admin', audit: { domain: 'security.user', type: 'created' } },
    { skip: 'event-ignored' },
  ],
];

describeSource('Sonatype Nexus', CASES);
