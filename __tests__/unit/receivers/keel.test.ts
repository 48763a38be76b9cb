import { answer, describeHints, GHCR } from '../../support/answers.ts';

const keel = (type: string) => `https://keel.example.com/v1/webhooks/${type}`;

describeHints('keel', {
  'Keel accepts with nothing': { url: keel('registry'), result: answer(200) },
  'text at the path of Keel': { url: keel('dockerhub'), result: answer(200, 'ok'), hint: /not from Keel/ },
  'Keel reads the event of GitHub': { url: keel('github'), result: answer(200), artifact: GHCR },
  'Keel wants a login': { url: keel('dockerhub'), result: answer(401, 'Unauthorized'), hint: /^Keel wants a login/ },
  'Keel says what is wrong itself': { url: keel('dockerhub'), result: answer(400, 'repository tag cannot be empty') },
  'a 404 at the path of Keel': { url: keel('dockerhub'), result: answer(404, '404 page not found') },
});
