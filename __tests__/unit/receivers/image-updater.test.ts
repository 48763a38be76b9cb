import type { HttpFailure } from '../../../src/http/types.ts';
import { answer, describeHints, HUB, timeout } from '../../support/answers.ts';

const updater = (type: string) => `https://updater.example.com/webhook?type=${type}&secret=hunter2`;

describeHints('image-updater', {
  'Image Updater took it': {
    url: updater('docker.io'),
    result: answer(200, 'Webhook received and processing'),
    artifact: HUB,
  },
  'Image Updater, any registry': {
    url: updater('harbor'),
    result: answer(200, 'Webhook received and processing'),
  },
  'something else in its place': {
    url: updater('harbor'),
    result: answer(200),
    hint: /not from Argo/,
  },
  'Image Updater, another secret': {
    url: updater('docker.io'),
    result: answer(400, 'invalid webhook secret\n'),
    hint: /^compare secret/,
  },
  'Image Updater without secrets': {
    url: updater('harbor'),
    result: answer(
      400,
      'no webhook handlers are registered; configure at least one *-webhook-secret or set --webhook-require-secret=false\n',
    ),
    hint: /^since 1\.3\.0 Image Updater takes no webhook without a secret; set webhook\.harbor-secret/,
  },
  'Image Updater with a secret for another type': {
    url: updater('harbor'),
    result: answer(400, 'invalid registry type: harbor. Supported types: ghcr.io\n'),
    hint: /^Image Updater has no webhook secret for the type in the url/,
  },
  'Image Updater with TLS, told without': {
    url: updater('harbor'),
    result: answer(400, 'Client sent an HTTP request to an HTTPS server.\n'),
    hint: /let the url begin with https/,
  },
  'Image Updater with a certificate of its own making': {
    url: updater('harbor'),
    result: { ...timeout, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } as HttpFailure,
    hint: /^since 1\.2\.0 Image Updater makes itself a certificate/,
  },
  'Image Updater says what is wrong itself': {
    url: updater('docker.io'),
    result: answer(400, 'tag not found in webhook payload\n'),
  },
});
