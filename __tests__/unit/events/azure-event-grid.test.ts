import { type Case, D1, describeSource } from '../../support/source-cases.ts';

/** What the registry's own webhook posts. */
const push = (tag = 'v1') => ({
  id: 'e1',
  action: 'push',
  target: {
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    digest: D1,
    repository: 'team/config',
    tag,
  },
  request: { id: 'r1', host: 'acme.azurecr.io', method: 'PUT', useragent: 'docker/27' },
});
const sent = { send: [`acme.azurecr.io/team/config:v1 ${D1}`] };

const grid = (changed: object = {}) => ({
  id: 'e2',
  topic: '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/acme',
  subject: 'team/config:v1',
  eventType: 'Microsoft.ContainerRegistry.ImagePushed',
  eventTime: '2026-01-02T03:04:05Z',
  data: push(),
  ...changed,
});
const cloudEvent = (type: string) => ({
  specversion: '1.0',
  id: 'e3',
  type,
  source: '/subscriptions/s',
  data: push(),
});

describeSource('Azure Event Grid', [
  ['an array', [grid()], sent],
  ['the event alone', grid(), sent],
  ['without the prefix', [grid({ eventType: 'ImagePushed' })], sent],
  ['as CloudEvent', cloudEvent('Microsoft.ContainerRegistry.ImagePushed'), sent],
  ['CloudEvents in an array', [cloudEvent('Microsoft.ContainerRegistry.ImagePushed')], sent],
  [
    'several, with one deleted',
    [grid(), grid({ eventType: 'Microsoft.ContainerRegistry.ImageDeleted' }), grid({ data: push('v2') })],
    { send: [`acme.azurecr.io/team/config:v1 ${D1}`, `acme.azurecr.io/team/config:v2 ${D1}`] },
  ],
  ...['ImageDeleted', 'ChartPushed', 'ChartDeleted'].map(
    (type): Case => [type, [grid({ eventType: `Microsoft.ContainerRegistry.${type}` })], { skip: 'event-ignored' }],
  ),
  [
    'the handshake',
    [grid({ eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent', data: { validationCode: 'c' } })],
    { skip: 'test-event' },
  ],
  [
    'unknown type',
    [grid({ eventType: 'Microsoft.Storage.BlobCreated' })],
    { error: /eventType is "Microsoft\.Storage\.BlobCreated"/ },
  ],
  ['type missing', [grid({ eventType: '' })], { error: /eventType is missing/ }],
  [
    'the eventType of another cloud',
    grid({ eventType: 'com.oraclecloud.artifacts.uploadartifact' }),
    { error: /^event is not an event of a registry that is known here/ },
  ],
  ['data missing', [grid({ data: undefined })], { error: /data must be an object, found nothing/ }],
  ['something else among them', [grid(), push()], { error: /must hold a JSON object, found an array/ }],
  ['nothing in the array', [], { error: /must hold a JSON object, found an array/ }],
]);
