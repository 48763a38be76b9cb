import { answer, describeHints, HUB } from '../../support/answers.ts';

const updater = (type: string) => `https://updater.example.com/webhook?type=${type}&secret=hunter2`;

describeHints('Image Updater', {
  'Image Updater took it': {
    url: updater('docker.io'),
    result: answer(200, 'Webhook received and processing'),
    artifact: HUB,
  },
  'Image Updater takes an image for one of Docker Hub': {
    url: updater('docker.io'),
    result: answer(200, 'Webhook received and processing'),
    hint: /for one of the registry that `type` in the url names, so nothing uses this one; set format and that type to harbor/,
  },
  'Image Updater, any registry': {
    url: updater('harbor'),
    format: 'harbor',
    result: answer(200, 'Webhook received and processing'),
  },
  'something else in its place': {
    url: updater('harbor'),
    format: 'harbor',
    result: answer(200),
    hint: /not from Argo/,
  },
  'a webhook with another type is not Image Updater’s': {
    url: 'https://hooks.example.com/webhook?type=push',
    format: 'json',
    result: answer(200, 'ok'),
  },
  'Image Updater, another type': {
    url: updater('ghcr.io'),
    result: answer(400, 'missing X-GitHub-Event header\n'),
    hint: /reads format github with the `type` that is in the url/,
  },
  'Image Updater, another secret': {
    url: updater('docker.io'),
    result: answer(400, 'invalid webhook secret\n'),
    hint: /^compare secret/,
  },
  'Image Updater says what is wrong itself': {
    url: updater('docker.io'),
    result: answer(400, 'tag not found in webhook payload\n'),
  },
});
