import { type Case, describeSource, SIGNATURE } from '../../support/source-cases.ts';

const repository = {
  name: 'config',
  repository: 'acme/config',
  namespace: 'acme',
  docker_url: 'quay.example.com/acme/config',
  homepage: 'https://quay.example.com/repository/acme/config',
};
const event = (updated_tags: unknown, changed: object = {}) => ({ ...repository, updated_tags, ...changed });

const CASES: readonly Case[] = [
  ['push', event(['main', 'v1']), { send: ['quay.example.com/acme/config:main', 'quay.example.com/acme/config:v1'] }],
  ['the older form', event({ main: 'b750fe79' }), { send: ['quay.example.com/acme/config:main'] }],
  ['one tag twice', event(['main', 'main']), { send: ['quay.example.com/acme/config:main'] }],
  [
    'a signature among them',
    event([SIGNATURE, 'v1']),
    { send: ['quay.example.com/acme/config:v1'], skip: 'signature-tag' },
  ],
  ['no tags', event([]), { skip: 'no-events' }],
  ['tags null', event(null), { error: /updated_tags must be an array, found null/ }],
  ['a tag that is none', event(['v1', 7]), { error: /updated_tags\[1\] must be a tag, found a number/ }],
  ['a tag that is empty', event(['']), { error: /updated_tags\[0\] must be a tag/ }],
  ['URL missing', event(['v1'], { docker_url: '' }), { error: /docker_url is missing/ }],
  ['URL without host', event(['v1'], { docker_url: 'acme/config' }), { error: /set the registry input/ }],
  [
    'a build',
    { ...repository, build_id: 'b', docker_tags: ['latest'], trigger_kind: 'github' },
    { skip: 'event-ignored' },
  ],
  [
    'a scan',
    { ...repository, tags: ['latest'], image: 'i', vulnerability: { id: 'CVE-1' } },
    { skip: 'event-ignored' },
  ],
  [
    'a quota of the organization',
    {
      namespace: 'acme',
      homepage: 'https://quay.example.com/organization/acme',
      threshold_percent: 80,
      usage_bytes: 858993459,
      limit_bytes: 1073741824,
    },
    { skip: 'event-ignored' },
  ],
  ['the test', event(['latest', 'foo'], { pruned_image_count: 3 }), { skip: 'test-event' }],
  [
    'a push of an old version, with what was pruned',
    event({ main: 'b750fe79' }, { pushed_image_count: 10, pruned_image_count: 3 }),
    { send: ['quay.example.com/acme/config:main'] },
  ],
  ['a mirror', { ...repository, message: 'TEST NOTIFICATION' }, { skip: 'event-ignored' }],
  ['a notification nobody knows', repository, { error: /updated_tags is missing, which every push has/ }],
];

describeSource('Quay', CASES);
