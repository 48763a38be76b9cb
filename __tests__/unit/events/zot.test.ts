import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const data = {
  name: 'team/config',
  reference: 'v1',
  digest: D1,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  manifest: '{}',
};
const UPDATED = 'zotregistry.image.updated';
const structured = (changed: object = {}, type = UPDATED) => ({
  specversion: '1.0',
  id: '1',
  source: 'zotregistry.dev',
  type,
  time: '2026-01-02T03:04:05Z',
  data: { ...data, ...changed },
});
const relayed = (type: string, body: object = data) => ({
  headers: {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'Ce-Type': type,
    'ce-source': 'zotregistry.dev',
  },
  body,
  delivery: '0123',
});
const { manifest: _, ...deleted } = data;
const registry = 'zot.example.com';
const sent = { send: [`zot.example.com/team/config:v1 ${D1}`] };

const CASES: readonly Case[] = [
  ['structured', structured(), sent, { registry }],
  ['binary, as the relay passes it on', relayed(UPDATED), sent, { registry }],
  ['binary, without its headers', data, sent, { registry }],
  ['no host', structured(), { error: /set the registry input/ }],
  ['no host, binary', data, { error: /set the registry input/ }],
  ['by digest', structured({ reference: D1 }), { skip: 'untagged' }],
  ['no digest', structured({ digest: '' }), { send: ['zot.example.com/team/config:v1'] }, { registry }],
  [
    'of somebody else, with a type that ends alike',
    structured({}, 'com.jfrog.image.updated'),
    { error: /^event is not an event of a registry that is known here/ },
  ],
  ...[
    'zotregistry.image.deleted',
    'zotregistry.image.lint_failed',
    'zotregistry.image.scanned',
    'zotregistry.repository.created',
  ].flatMap((type): readonly Case[] => [
    [type, structured({}, type), { skip: 'event-ignored' }],
    [
      `${type}, binary`,
      relayed(type, type.endsWith('created') ? { name: 'team/config' } : data),
      { skip: 'event-ignored' },
    ],
  ]),
  ['deleted, without its headers', deleted, { error: /may be a deletion/ }],
  ['unknown type', structured({}, 'zotregistry.image.signed'), { error: /type is "zotregistry\.image\.signed"/ }],
  ['data missing', { ...structured(), data: undefined }, { error: /data must be an object, found nothing/ }],
  ['name missing', structured({ name: '' }), { error: /data\.name is missing/ }],
  ['reference missing', structured({ reference: '' }), { error: /data\.reference is missing/ }],
];

describeSource('zot', CASES);
