import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAnswer } from '../../../../src/receivers/coolify/answer.ts';
import { answer, describeHints, receiver } from '../../../support/answers.ts';

const url = 'https://coolify.test/api/v1/deploy?uuid=u';
const queued =
  '{"deployments":[{"message":"Application web deployment queued.","resource_uuid":"u","deployment_uuid":"d1"}]}';
const refused = '{"deployments":[{"message":"Unauthorized to deploy this application.","resource_uuid":"u"}]}';
const partly = queued.replace(']', `,${refused.slice(refused.indexOf('[') + 1, -1)}`);
const service =
  '{"deployments":[{"message":"Service web started. It could take a while, be patient.","resource_uuid":"u"}]}';
const again =
  '{"deployments":[{"message":"Deployment already queued for this commit.","resource_uuid":"u","deployment_uuid":"d2"}]}';
const byTag =
  '{"message":["Application a deployment queued.","Application b deployment queued."],"details":[{"resource_uuid":"a","deployment_uuid":"d1"},{"resource_uuid":"b","deployment_uuid":"d2"}]}';

describe("Coolify's answers", () => {
  const rows = {
    queued: [queued, true, ['d1'], 'Application web deployment queued.'],
    refused: [refused, false, [], 'Unauthorized to deploy this application.'],
    'a service': [service, true, [], 'Service web started. It could take a while, be patient.'],
    'one of two refused': [
      partly,
      false,
      ['d1'],
      'Application web deployment queued.; Unauthorized to deploy this application.',
    ],
    'an id that is none': ['{"deployments":[{"message":"queued","deployment_uuid":"a/../b"}]}', false, [], 'queued'],
    'by tag': [byTag, true, ['d1', 'd2'], 'Application a deployment queued.; Application b deployment queued.'],
    nothing: ['', false, [], ''],
    'something else': ['{"deployments":"x"}', false, [], ''],
  } as const;
  for (const [what, [body, isAccepted, ids, messages]] of Object.entries(rows)) {
    test(what, async () => {
      const { answers } = await receiver('coolify');
      assert.equal(answers.isAcceptance(answer(200, body)), isAccepted);
      assert.deepEqual(readAnswer(body).ids, ids);
      assert.equal(readAnswer(body).message, messages);
      assert.equal(answers.jobId(body), ids[0]);
    });
  }
  test('one that was queued before is known', () =>
    assert.ok(readAnswer(again).isAlreadyQueued && !readAnswer(queued).isAlreadyQueued));
});

describeHints('coolify', {
  queued: { url, result: answer(200, queued) },
  'a service is started': { url, result: answer(200, service) },
  refused: {
    url,
    result: answer(200, refused),
    hint: /^Coolify does not deploy all that the url names, for the reason/,
  },
  'one of two refused': { url, result: answer(200, partly), hint: /^Coolify does not deploy all that the url names/ },
  'queued before': { url, result: answer(200, again), hint: /add &force=true/ },
  'no token': { url, result: answer(401, '{"message":"Unauthenticated."}'), hint: /set secret to an API token/ },
  'a token that may not': {
    url,
    result: answer(403, '{"message":"Missing required permissions: deploy"}'),
    hint: /deploy and read/,
  },
});
