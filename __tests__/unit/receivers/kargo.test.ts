import { answer, cut, describeHints, HASH, PAGE } from '../../support/answers.ts';

const kargo = (type: string, hash = HASH) => `https://kargo.example.com/webhooks/${type}/${hash}`;
const RESULTS = (selectedTargets: readonly object[], status: string) =>
  JSON.stringify({ results: [{ matchedWhenExpression: true, selectedTargets, result: status }] });

describeHints('kargo', {
  'Kargo refreshed': { url: kargo('dockerhub'), result: answer(200, '{"msg":"refreshed 2 warehouse(s)"}') },
  'Kargo refreshed, ten': { url: kargo('dockerhub'), result: answer(200, '{"msg":"refreshed 10 warehouse(s)"}') },
  'Kargo refreshed nothing': {
    url: kargo('dockerhub'),
    result: answer(200, '{"msg":"refreshed 0 warehouse(s)"}'),
    hint: /^no Warehouse of Kargo subscribes/,
  },
  'Kargo ignored it': { url: kargo('github'), result: answer(200, '{}'), hint: /ignored it/ },
  'nothing at the path of Kargo': { url: kargo('dockerhub'), result: answer(200), hint: /not from Kargo/ },
  'something else at the path of Kargo': {
    url: kargo('dockerhub'),
    result: answer(200, '{"ok":true}'),
    hint: /not from Kargo/,
  },
  'an answer that was cut proves nothing': { url: kargo('dockerhub'), result: cut(answer(200)) },
  'a page is not Kargo’s': { url: kargo('dockerhub'), result: answer(200, PAGE) },
  'a 404 page is not Kargo’s': { url: kargo('dockerhub'), result: answer(404, PAGE) },
  'Kargo has no such receiver': {
    url: kargo('dockerhub'),
    result: answer(404, '{}'),
    hint: /^no receiver has this url; copy it again, whole/,
  },
  'Kargo has no such receiver, copied in part': {
    url: kargo('dockerhub', HASH.slice(1)),
    result: answer(404, '{}'),
    hint: /^no receiver has this url; copy it again, whole/,
  },
  'Kargo wants no slash': {
    url: `${kargo('dockerhub')}/`,
    result: answer(404, '{}'),
    hint: /none of the "\/" at its end/,
  },
  'Kargo’s message was changed': {
    url: kargo('dockerhub'),
    result: answer(400, '{"error":"invalid request body"}'),
    hint: /between here and Kargo changed/,
  },
  'Kargo could not refresh all': {
    url: kargo('dockerhub'),
    result: answer(500, '{"error":"failed to refresh 1 of 2 warehouses"}'),
    hint: /could not refresh every Warehouse/,
  },
  'Kargo failed': { url: kargo('dockerhub'), result: answer(500, '{}'), hint: /^Kargo failed/ },
  'Kargo limits the size': {
    url: kargo('dockerhub'),
    result: answer(413, '{"error":"content exceeds limit of 2097152 bytes"}'),
  },
  'no signature for Kargo': {
    url: kargo('github'),
    result: answer(401, '{"error":"missing signature"}'),
    hint: /^Kargo wants the message signed; set secret/,
  },
  'another secret than Kargo’s': {
    url: kargo('github'),
    result: answer(401, '{"error":"unauthorized"}'),
    hint: /^the secret differs/,
  },
  'no token for Kargo': {
    url: kargo('harbor'),
    result: answer(401, '{"error":"missing authorization"}'),
    hint: /^Kargo wants a token; set secret to the value/,
  },
  'another token than Kargo’s': {
    url: kargo('harbor'),
    result: answer(401, '{"error":"unauthorized"}'),
    hint: /^the secret differs/,
  },
  'a 401 that is not Kargo’s': { url: kargo('github'), result: answer(401, 'no') },
  'Kargo’s generic receiver found nothing': {
    url: kargo('generic'),
    result: answer(200, RESULTS([], 'NotApplicable')),
    hint: /^no action of Kargo's generic receiver selected anything/,
  },
  'Kargo’s generic receiver failed': {
    url: kargo('generic'),
    result: answer(500, RESULTS([], 'Error')),
    hint: /^an action of Kargo's generic receiver failed/,
  },
});
