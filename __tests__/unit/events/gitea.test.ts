import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const published = {
  id: 7,
  owner: { id: 2, login: 'Acme' },
  type: 'container',
  name: 'platform-config',
  version: 'main',
  html_url: 'https://gitea.example.com/Acme/-/packages/container/platform-config/main',
};
const event = (changed: object = {}, action: unknown = 'created') => ({
  action,
  package: { ...published, ...changed },
  sender: { login: 'Acme' },
});

const CASES: readonly Case[] = [
  ['created', event(), { send: ['gitea.example.com/acme/platform-config:main'] }],
  ['nested name', event({ name: 'a/b' }), { send: ['gitea.example.com/acme/a/b:main'] }],
  [
    'host with a port, in a path',
    event({ html_url: 'http://git.test:3000/gitea/Acme/-/packages/container/platform-config/main' }),
    { send: ['git.test:3000/acme/platform-config:main'] },
  ],
  ['a digest for a version', event({ version: D1 }), { skip: 'untagged' }],
  [
    'a digest for a version, sent',
    event({ version: D1 }),
    { send: [`gitea.example.com/acme/platform-config@${D1} ${D1}`] },
    { untagged: 'send' },
  ],
  ['a signature', event({ version: `sha256-${'a'.repeat(64)}.sig` }), { skip: 'signature-tag' }],
  ['deleted', event({}, 'deleted'), { skip: 'action-ignored' }],
  ...['npm', 'generic', 'helm', 'alpine', 'arch', 'terraform'].map(
    (type): Case => [type, event({ type }), { skip: 'not-a-container' }],
  ),
  ['unknown type', event({ type: 'oci' }), { error: /package\.type is "oci", and it is not known here/ }],
  ['type missing', event({ type: undefined }), { error: /package\.type is missing/ }],
  ['unknown action', event({}, 'restored'), { error: /action is "restored", and it is not known here/ }],
  ['action missing', event({}, ''), { error: /action is missing, expected "created"/ }],
  ['version missing', event({ version: '' }), { error: /package\.version is missing/ }],
  ['name missing', event({ name: '' }), { error: /package\.name is missing/ }],
  ['owner missing', event({ owner: null }), { error: /package\.owner\.login is missing/ }],
  ['no host', event({ html_url: '' }), { error: /set the registry input/ }],
  [
    'no host, but the input',
    event({ html_url: '' }),
    { send: ['git.test/acme/platform-config:main'] },
    { registry: 'git.test' },
  ],
];

describeSource('Gitea', CASES);
