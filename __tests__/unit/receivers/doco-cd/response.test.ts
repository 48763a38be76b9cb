import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpResponse } from '../../../../src/http/types.ts';
import { hint as docoCdHint } from '../../../../src/receivers/doco-cd/response.ts';
import { answered, JOB } from '../../../support/doco-cd-answers.ts';

describe('answers of doco-cd to a message that it refused', () => {
  const endpoint = new URL('https://h/v1/webhook');
  const refusals: readonly { name: string; answer: HttpResponse; hint: RegExp }[] = [
    {
      name: 'plain HTTP to a server that speaks HTTPS',
      answer: answered(400, 'Client sent an HTTP request to an HTTPS server.\n'),
      hint: /write https: in the url/,
    },
    {
      name: 'a body it cannot read',
      answer: answered(500, { error: 'failed to parse payload', content: 'failed to parse payload', job_id: JOB }),
      hint: /v0\.89\.0/,
    },
    {
      name: 'an error that is not known here',
      answer: answered(500, { error: 'out of luck', content: 'out of luck', job_id: JOB }),
      hint: /doco-cd itself refused the message, and sending it again would not change that/,
    },
  ];
  for (const { name, answer, hint } of refusals) {
    test(`${name}: what to do, and no advice to retry`, () => {
      const given = docoCdHint(answer, endpoint) ?? '';
      assert.match(given, hint);
      assert.doesNotMatch(given, /raise retries|deadline/);
    });
  }

  test('what was accepted has no hint', () => {
    const accepted = answered(202, { content: 'job accepted', job_id: JOB });
    assert.equal(docoCdHint(accepted, endpoint), undefined);
  });
});
