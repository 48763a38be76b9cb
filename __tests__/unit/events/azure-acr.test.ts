import { type Case, D1, describeSource, SIGNATURE } from '../../support/source-cases.ts';

const target = {
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  size: 524,
  digest: D1,
  length: 524,
  repository: 'team/config',
  tag: 'v1',
};
const event = (changed: object = {}, targetChanged: object = {}) => ({
  id: 'e1',
  timestamp: '2026-01-02T03:04:05Z',
  action: 'push',
  target: { ...target, ...targetChanged },
  request: { id: 'r1', host: 'acme.azurecr.io', method: 'PUT', useragent: 'docker/27' },
  ...changed,
});
const sent = { send: [`acme.azurecr.io/team/config:v1 ${D1}`] };

describeSource('Azure ACR', [
  ['push', event(), sent],
  ['in China', event({ request: { host: 'acme.azurecr.cn' } }), { send: [`acme.azurecr.cn/team/config:v1 ${D1}`] }],
  ['an index', event({}, { mediaType: 'application/vnd.oci.image.index.v1+json' }), sent],
  ['no tag', event({}, { tag: undefined }), { skip: 'untagged' }],
  ['a signature', event({}, { tag: SIGNATURE }), { skip: 'signature-tag' }],
  ['no digest', event({}, { digest: undefined }), { send: ['acme.azurecr.io/team/config:v1'] }],
  ['ping', { id: 'e1', timestamp: '2026-01-02T03:04:05Z', action: 'ping' }, { skip: 'test-event' }],
  ...['delete', 'quarantine', 'chart_push', 'chart_delete'].map(
    (action): Case => [
      action,
      event({ action }, { mediaType: 'application/vnd.acr.helm.chart' }),
      { skip: 'action-ignored' },
    ],
  ),
  ['unknown action', event({ action: 'import' }), { error: /action is "import", and it is not known here/ }],
  ['action missing', event({ action: '' }), { error: /action is missing/ }],
  [
    'unknown media type',
    event({}, { mediaType: 'application/vnd.acr.new' }),
    { error: /target\.mediaType is "application\/vnd\.acr\.new"/ },
  ],
  ['no request', event({ request: undefined }), { error: /set the registry input/ }],
  ['target null', event({ target: null }), { error: /target must be an object, found null/ }],
]);
