import { answer, describeHints, GHCR, HUB } from '../../support/answers.ts';

const keel = (type: string) => `https://keel.example.com/v1/webhooks/${type}`;

describeHints('Keel', {
  'Keel accepts with nothing': { url: keel('registry'), format: 'distribution', result: answer(200) },
  'text at the path of Keel': { url: keel('dockerhub'), result: answer(200, 'ok'), hint: /not from Keel/ },
  'another path of Keel': {
    url: keel('registry'),
    result: answer(200),
    hint: /^Keel reads format docker-hub at a url that ends in \/webhooks\/dockerhub/,
  },
  'a format that Keel does not read': {
    url: keel('native'),
    format: 'json',
    result: answer(400),
    hint: /use distribution/,
  },
  'Keel reads the event of GitHub': { url: keel('github'), format: 'github', result: answer(200), artifact: GHCR },
  'Keel takes the event of GitHub for one of GHCR': {
    url: keel('github'),
    format: 'github',
    result: answer(200),
    artifact: HUB,
    hint: /^Keel takes every image for one of ghcr\.io/,
  },
  'the event of GitHub at another path of Keel': {
    url: keel('registry'),
    format: 'github',
    result: answer(200),
    hint: /^Keel reads format github at a url that ends in \/webhooks\/github/,
  },
  'Keel wants a login': { url: keel('dockerhub'), result: answer(401, 'Unauthorized'), hint: /^Keel wants a login/ },
  'Keel says what is wrong itself': { url: keel('dockerhub'), result: answer(400, 'repository tag cannot be empty') },
  'a 404 at the path of Keel': { url: keel('dockerhub'), result: answer(404, '404 page not found') },
});
