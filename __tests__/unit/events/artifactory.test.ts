import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const data = {
  repo_key: 'docker-local',
  event_type: 'pushed',
  path: 'team/config/v1/manifest.json',
  name: 'manifest.json',
  sha256: '1'.repeat(64),
  size: 1166,
  image_name: 'team/config',
  tag: 'v1',
  platforms: [],
};
const event = (changed: object = {}, outside: object = {}) => ({
  domain: 'docker',
  event_type: 'pushed',
  data: { ...data, ...changed },
  subscription_key: 'k',
  jpd_origin: 'https://acme.jfrog.example',
  source: 'jfrog/jfrt@x',
  ...outside,
});
const sent = { send: [`acme.jfrog.example/docker-local/team/config:v1 ${D1}`] };

const CASES: readonly Case[] = [
  ['push', event(), sent],
  ['a multi-platform image', event({ path: 'team/config/v1/list.manifest.json', name: 'list.manifest.json' }), sent],
  [
    'another file',
    event({ path: 'team/config/v1/other.json' }),
    { send: ['acme.jfrog.example/docker-local/team/config:v1'] },
  ],
  [
    'an origin with a path',
    event({}, { jpd_origin: 'https://acme.jfrog.example:8443/artifactory/' }),
    { send: [`acme.jfrog.example:8443/docker-local/team/config:v1 ${D1}`] },
  ],
  ['names from the path', event({ image_name: undefined, tag: undefined }), sent],
  [
    'a part of a multi-platform image',
    event({ path: `team/config/${D1}/manifest.json`, tag: D1 }),
    { skip: 'untagged' },
  ],
  [
    'the registry input',
    event(),
    { send: [`docker.test/docker-local/team/config:v1 ${D1}`] },
    { registry: 'docker.test' },
  ],
  ['no origin', event({}, { jpd_origin: undefined }), { error: /set the registry input/ }],
  [
    'no origin, but the input',
    event({}, { jpd_origin: '' }),
    { send: [`docker.test/docker-local/team/config:v1 ${D1}`] },
    { registry: 'docker.test' },
  ],
  ['data alone', data, { error: /set the registry input/ }],
  [
    'data alone, with the input',
    data,
    { send: [`docker.test/docker-local/team/config:v1 ${D1}`] },
    { registry: 'docker.test' },
  ],
  ['deleted', event({}, { event_type: 'deleted' }), { skip: 'event-ignored' }],
  ['deleted, data alone', { ...data, event_type: 'deleted' }, { skip: 'event-ignored' }],
  ['a file deleted', event({}, { domain: 'artifact', event_type: 'deleted' }), { skip: 'event-ignored' }],
  [
    'promoted',
    event({}, { event_type: 'promoted' }),
    { error: /domain and event_type is "docker promoted", and it is not known here/ },
  ],
  ['a file deployed', event({}, { domain: 'artifact', event_type: 'deployed' }), { error: /"artifact deployed"/ }],
  ['type missing', event({}, { event_type: '' }), { error: /event_type is missing/ }],
  [
    'data null',
    event({}, { data: null }),
    { error: /data must be an object, found an array|found nothing|found null/ },
  ],
  ['repository missing', event({ repo_key: '' }), { error: /data\.repo_key is missing/ }],
  ['image missing', event({ image_name: '', path: '' }), { error: /data\.image_name is missing/ }],
  ['a checksum that is none', event({ sha256: 'sample_checksum' }), { error: /data\.sha256/ }],
];

describeSource('JFrog Artifactory', CASES);
