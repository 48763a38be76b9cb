import { type Case, D1, describeSource } from '../../support/source-cases.ts';

const digest = `europe-docker.pkg.dev/p/r/config@${D1}`;
const tag = 'europe-docker.pkg.dev/p/r/config:v1';
const pubSub = (data: unknown) => ({
  message: {
    data: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64'),
    messageId: '1',
    publishTime: '2026-01-02T03:04:05Z',
  },
  subscription: 'projects/p/subscriptions/relay',
});
const sent = { send: [`europe-docker.pkg.dev/p/r/config:v1 ${D1}`] };

const CASES: readonly Case[] = [
  ['push', { action: 'INSERT', digest, tag }, sent],
  [
    'Container Registry',
    { action: 'INSERT', digest: `eu.gcr.io/p/config@${D1}`, tag: 'eu.gcr.io/p/config:v1' },
    { send: [`eu.gcr.io/p/config:v1 ${D1}`] },
  ],
  ['by Pub/Sub', pubSub({ action: 'INSERT', digest, tag }), sent],
  ['no tag', { action: 'INSERT', digest }, { skip: 'untagged' }],
  ['no tag, sent', { action: 'INSERT', digest }, { send: [`${digest} ${D1}`] }, { untagged: 'send' }],
  ['a tag alone', { action: 'INSERT', tag }, { send: [tag] }],
  ['deleted', { action: 'DELETE', digest, tag }, { skip: 'action-ignored' }],
  ['a tag deleted, by Pub/Sub', pubSub({ action: 'DELETE', tag }), { skip: 'action-ignored' }],
  ['unknown action', { action: 'UPDATE', digest, tag }, { error: /action is "UPDATE", and it is not known here/ }],
  [
    'a tag that is none',
    { action: 'INSERT', digest, tag: 'p/config' },
    { error: /tag is "p\/config", expected host\/path:tag/ },
  ],
  [
    'another message of Pub/Sub',
    pubSub({ name: 'projects/p/occurrences/1', kind: 'VULNERABILITY' }),
    { error: /message\.data is not a notification/ },
  ],
  ['no JSON in it', pubSub('hello'), { error: /message\.data is not a notification/ }],
  [
    'no data in it',
    { message: { messageId: '1' }, subscription: 's' },
    { error: /message\.data must be base64, found nothing/ },
  ],
];

describeSource('Google Artifact Registry', CASES);
