import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpResponse } from '../../../../src/http/types.ts';
import { parseWaitResponse } from '../../../../src/receivers/doco-cd/wait-response.ts';
import type { DeploymentResult } from '../../../../src/receivers/types.ts';
import { answered, JOB } from '../../../support/doco-cd-answers.ts';

describe('answers that came after the deployment', () => {
  const refusal = (error: string, content = error) => ({ error, content, job_id: JOB });
  const cases: readonly {
    name: string;
    answer: HttpResponse;
    kind: DeploymentResult['kind'] | undefined;
    error?: string;
  }[] = [
    { name: 'done', answer: answered(201, { content: 'job completed successfully', job_id: JOB }), kind: 'succeeded' },
    { name: 'done, its body cut', answer: answered(201, '{"conte', 'cut'), kind: 'succeeded' },
    {
      name: 'done, but it is a page',
      answer: answered(201, '<html><body>login', 'cut'),
      kind: 'unknown',
      error: 'NOT_AWAITED',
    },
    {
      name: 'done, but too long',
      answer: answered(201, '{"items":', 'too long'),
      kind: 'unknown',
      error: 'NOT_AWAITED',
    },
    { name: 'a 201 of another', answer: answered(201, { id: 1 }), kind: 'unknown', error: 'NOT_AWAITED' },
    {
      name: 'not waited for',
      answer: answered(202, { content: 'job accepted', job_id: JOB }),
      kind: 'unknown',
      error: 'NOT_AWAITED',
    },
    { name: 'a page', answer: answered(200, '<html>'), kind: 'unknown', error: 'NOT_AWAITED' },
    {
      name: 'wrong secret',
      answer: answered(401, refusal('incorrect secret key', 'HMAC verification failed')),
      kind: undefined,
    },
    { name: 'no signature', answer: answered(400, refusal('missing signature or token header')), kind: undefined },
    { name: 'wrong method', answer: answered(405, refusal('invalid http method')), kind: undefined },
    {
      name: 'body not understood',
      answer: answered(500, refusal('failed to parse payload', 'unexpected end of JSON input')),
      kind: undefined,
    },
    { name: 'no route', answer: answered(404, '404 page not found'), kind: undefined },
    { name: 'no upstream', answer: answered(503, 'no server is available'), kind: undefined },
    { name: 'too many requests', answer: answered(429, ''), kind: undefined },
    ...[502, 504, 520, 522, 524].map((status) => ({
      name: `a gateway's ${status}`,
      answer: answered(status, '<html>'),
      kind: 'unknown' as const,
      error: `HTTP_${status}`,
    })),
  ];
  for (const { name, answer, kind, error } of cases) {
    test(name, () => {
      const result = parseWaitResponse(answer);
      assert.equal(result?.kind, kind);
      assert.equal(result?.error, error);
      assert.equal(result?.hint === undefined, kind !== 'unknown');
    });
  }
});
