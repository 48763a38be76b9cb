import { answer, describeHints, HUB } from '../../support/answers.ts';

const updater = (type: string) => `https://updater.example.com/webhook?type=${type}&secret=hunter2`;

describeHints('image-updater', {
  'Image Updater took it': {
    url: updater('docker.io'),
    result: answer(200, 'Webhook received and processing'),
    artifact: HUB,
  },
  'Image Updater takes an image for one of Docker Hub': {
    url: updater('docker.io'),
    result: answer(200, 'Webhook received and processing'),
    hint: /for one of the registry that `type` in the url names, so nothing uses this one; set the type to harbor/,
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
  'Image Updater says what is wrong itself': {
    url: updater('docker.io'),
    result: answer(400, 'tag not found in webhook payload\n'),
  },
});
