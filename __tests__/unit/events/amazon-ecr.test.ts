import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const pushed = {
  result: 'SUCCESS',
  'repository-name': 'team/config',
  'image-digest': D1,
  'action-type': 'PUSH',
  'image-tag': 'v1',
};
const event = (detail: object = {}, changed: object = {}) => ({
  version: '0',
  id: '1',
  'detail-type': 'ECR Image Action',
  source: 'aws.ecr',
  account: '123456789012',
  time: '2026-01-02T03:04:05Z',
  region: 'eu-central-1',
  resources: [],
  detail: { ...pushed, ...detail },
  ...changed,
});
const inRegion = (region: string, domain: string): Case => [
  region,
  event({}, { region }),
  { send: [`123456789012.dkr.ecr.${region}.${domain}/team/config:v1 ${D1}`] },
];
const cached = (status: string) =>
  event(
    { 'action-type': undefined, result: undefined, 'sync-status': status, 'rule-version': '1' },
    { 'detail-type': 'ECR Pull Through Cache Action' },
  );

const CASES: readonly Case[] = [
  inRegion('eu-central-1', 'amazonaws.com'),
  inRegion('us-gov-west-1', 'amazonaws.com'),
  inRegion('cn-north-1', 'amazonaws.com.cn'),
  inRegion('cn-northwest-1', 'amazonaws.com.cn'),
  inRegion('eusc-de-east-1', 'amazonaws.eu'),
  inRegion('us-iso-east-1', 'c2s.ic.gov'),
  inRegion('us-isob-east-1', 'sc2s.sgov.gov'),
  ['no tag', event({ 'image-tag': undefined }), { skip: 'untagged' }],
  ['empty tag', event({ 'image-tag': '' }), { skip: 'untagged' }],
  [
    'no digest',
    event({ 'image-digest': undefined }),
    { send: ['123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/config:v1'] },
  ],
  ['failed', event({ result: 'FAILURE' }), { skip: 'action-ignored' }],
  ['deleted', event({ 'action-type': 'DELETE' }), { skip: 'action-ignored' }],
  [
    'archived',
    event({ 'action-type': 'UPDATE_STORAGE_CLASS', 'target-storage-class': 'ARCHIVE' }),
    { skip: 'action-ignored' },
  ],
  [
    'replicated',
    event({ 'action-type': 'REPLICATE', 'source-region': 'us-west-2' }, { 'detail-type': 'ECR Replication Action' }),
    { send: [`123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/config:v1 ${D1}`] },
  ],
  [
    'replication failed',
    event({ 'action-type': 'REPLICATE', result: 'FAILED' }, { 'detail-type': 'ECR Replication Action' }),
    { skip: 'action-ignored' },
  ],
  [
    'pulled through the cache',
    cached('SUCCESS'),
    { send: [`123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/config:v1 ${D1}`] },
  ],
  ['cache failed', cached('FAILED'), { skip: 'action-ignored' }],
  ...['ECR Image Scan', 'ECR Scan Resource Change', 'ECR Referrer Action'].map(
    (type): Case => [type, event({ 'action-type': undefined }, { 'detail-type': type }), { skip: 'event-ignored' }],
  ),
  [
    'unknown detail-type',
    event({}, { 'detail-type': 'AWS API Call via CloudTrail' }),
    { error: /detail-type is "AWS API Call/ },
  ],
  ['detail-type missing', event({}, { 'detail-type': undefined }), { error: /detail-type is missing/ }],
  ['unknown action', event({ 'action-type': 'RETAG' }), { error: /action-type is "RETAG", and it is not known here/ }],
  ['action missing', event({ 'action-type': '' }), { error: /detail\.action-type is missing/ }],
  ['unknown result', event({ result: 'PARTIAL' }), { error: /detail\.result is "PARTIAL"/ }],
  ['detail null', event({}, { detail: null }), { error: /detail must be an object, found null/ }],
  ['repository missing', event({ 'repository-name': '' }), { error: /detail\.repository-name is missing/ }],
  ['account missing', event({}, { account: undefined }), { error: /set the registry input/ }],
  ['an account that is none', event({}, { account: 'evil.example.com/x' }), { error: /does not have twelve digits/ }],
  ['a region that is none', event({}, { region: 'x.example.com' }), { error: /is not a region/ }],
];

describeSource('Amazon ECR', CASES);
