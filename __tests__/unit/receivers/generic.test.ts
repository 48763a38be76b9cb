import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRetryable } from '../../../src/delivery/retry.ts';
import { RECEIVERS } from '../../../src/events/index.ts';
import type { HttpResult } from '../../../src/http/types.ts';
import { answer, receiver, timeout } from '../../support/answers.ts';

test('only doco-cd takes a target', () => {
  for (const name of [...RECEIVERS.keys()].filter((known) => known !== 'doco-cd')) {
    const { endpointUrl } = receiver(name);
    assert.equal(endpointUrl(new URL('https://x.test/a/?b=c'), undefined).href, 'https://x.test/a/?b=c');
    assert.throws(() => endpointUrl(new URL('https://x.test/'), 'production'), /^InputError: target: /);
  }
});

describe('what is repeated', () => {
  const isRepeated = (format: string, result: HttpResult) => receiver(format).isRetryable(result, isRetryable(result));
  const busy = answer(409, '{"message":"Unable to update stack","details":"Stack deployment is already in progress"}');
  const never = answer(409, '{"message":"Autoupdate for the stack isn\'t available","details":"no author"}');

  test('a refusal for being busy, but no other conflict', () => {
    for (const format of [...RECEIVERS.keys()].filter((name) => name !== 'doco-cd')) {
      assert.equal(isRepeated(format, busy), true, format);
      assert.equal(isRepeated(format, never), false, format);
      assert.equal(isRepeated(format, answer(409, '')), false, format);
    }
  });
  test('what the general rule repeats', () => {
    for (const format of ['docker-hub', 'json', 'harbor', 'github']) {
      for (const result of [answer(429), answer(408), answer(503), timeout])
        assert.equal(isRepeated(format, result), true);
    }
  });
});

describe('messages of receivers', () => {
  const said: Readonly<Record<string, string | undefined>> = {
    '{"msg":"refreshed 2 warehouse(s)"}': 'refreshed 2 warehouse(s)',
    '{"error":"unauthorized"}': 'unauthorized',
    '{"message":"Unable to update stack","details":"busy"}': 'Unable to update stack: busy',
    '{"message":"Error deploying Application","error":{}}': 'Error deploying Application',
    '{}': '',
    '{"deployments":[]}': undefined,
    '': undefined,
    'Webhook received and processing': undefined,
  };
  for (const [body, message] of Object.entries(said)) {
    test(body === '' ? 'nothing' : body, () => assert.equal(receiver('json').serverMessage(body), message));
  }
});
