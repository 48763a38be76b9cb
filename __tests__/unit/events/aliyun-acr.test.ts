import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const repository = {
  date_created: '2016-10-28 21:31:42',
  name: 'config',
  namespace: 'acme',
  region: 'cn-hangzhou',
  repo_authentication_type: 'NO_CERTIFIED',
  repo_full_name: 'acme/config',
  repo_origin_type: 'NO_CERTIFIED',
  repo_type: 'PRIVATE',
};
const event = (changed: object = {}, push: object = {}) => ({
  push_data: { digest: D1, pushed_at: '2026-01-02 03:04:05', tag: 'v1', ...push },
  repository: { ...repository, ...changed },
});

const CASES: readonly Case[] = [
  ['push', event(), { send: [`registry.cn-hangzhou.aliyuncs.com/acme/config:v1 ${D1}`] }],
  [
    'another region',
    event({ region: 'eu-central-1' }),
    { send: [`registry.eu-central-1.aliyuncs.com/acme/config:v1 ${D1}`] },
  ],
  [
    'an Enterprise instance, whose host is not that of the region',
    event({ instanceId: 'cri-0123456789abcdef' }),
    { error: /set the registry input/ },
  ],
  [
    'an Enterprise instance',
    event({ instanceId: 'cri-0123456789abcdef' }),
    { send: [`acme-registry.cn-hangzhou.cr.aliyuncs.com/acme/config:v1 ${D1}`] },
    { registry: 'acme-registry.cn-hangzhou.cr.aliyuncs.com' },
  ],
  [
    'a personal instance with a host of its own',
    event(),
    { send: [`crpi-x.cn-hangzhou.personal.cr.aliyuncs.com/acme/config:v1 ${D1}`] },
    { registry: 'crpi-x.cn-hangzhou.personal.cr.aliyuncs.com' },
  ],
  ['no digest', event({}, { digest: '' }), { send: ['registry.cn-hangzhou.aliyuncs.com/acme/config:v1'] }],
  ['no tag', event({}, { tag: '' }), { error: /^event: push_data\.tag is missing, which every push has/ }],
  ['a tag that is a number', event({}, { tag: 5 }), { error: /push_data\.tag must be text, found a number/ }],
  ['no region', event({ region: '' }), { error: /set the registry input/ }],
  ['a region that is none', event({ region: 'x/y' }), { error: /not a registry host/ }],
  ['name is no text', event({ repo_full_name: 7 }), { error: /repo_full_name must be a text, found a number/ }],
];

describeSource('Alibaba Cloud ACR', CASES);
