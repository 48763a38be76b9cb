import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRetryable } from '../../../src/delivery/retry.ts';
import type { HttpResult } from '../../../src/http/types.ts';
import { RECEIVER_NAMES } from '../../../src/receivers/index.ts';
import { answer, cut, describeHints, PAGE, receiver, timeout } from '../../support/answers.ts';

test('only doco-cd takes a target', async () => {
  for (const name of RECEIVER_NAMES.filter((known) => known !== 'doco-cd')) {
    const { wire } = await receiver(name);
    assert.throws(() => wire.endpointUrl(new URL('https://x.test/'), 'production'), /^InputError: target: /);
  }
  for (const name of ['github', 'docker-hub', 'harbor', 'distribution', 'msr', 'json']) {
    const { wire } = await receiver(name);
    assert.equal(wire.endpointUrl(new URL('https://x.test/a/?b=c'), undefined).href, 'https://x.test/a/?b=c');
  }
});

describe('what is repeated', () => {
  const isRepeated = async (name: string, result: HttpResult) =>
    (await receiver(name)).answers.isRetryable(result, isRetryable(result));

  test('a refusal of Portainer for being busy, but no other conflict', async () => {
    const busy = answer(
      409,
      '{"message":"Unable to update stack","details":"Stack deployment is already in progress"}',
    );
    const never = answer(409, '{"message":"Autoupdate for the stack isn\'t available","details":"no author"}');
    assert.equal(await isRepeated('portainer', busy), true);
    assert.equal(await isRepeated('portainer', never), false);
    assert.equal(await isRepeated('portainer', answer(409, '')), false);
  });
  test('what the general rule repeats', async () => {
    for (const name of ['docker-hub', 'json', 'harbor', 'github', 'kargo', 'flux']) {
      for (const result of [answer(429), answer(408), answer(503), timeout])
        assert.equal(await isRepeated(name, result), true);
    }
  });
  test('nothing else', async () => {
    for (const name of ['docker-hub', 'kargo', 'github']) {
      for (const status of [301, 400, 401, 404, 413, 501, 525, 526])
        assert.equal(await isRepeated(name, answer(status)), false);
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
    test(body === '' ? 'nothing' : body, async () =>
      assert.equal((await receiver('json')).answers.serverMessage(body), message),
    );
  }
});

describeHints('docker-hub', {
  'nothing, as from most that ignore the message': { url: 'https://hooks.example.com/x', result: answer(200) },
  cut: { url: 'https://hooks.example.com/x', result: cut(answer(200)) },
  '202 or 204': { url: 'https://hooks.example.com/x', result: answer(204) },
  'a page': { url: 'https://hooks.example.com/x', result: answer(200, PAGE) },
});
describeHints('json', {
  'nothing, for a receiver of one’s own': { url: 'https://hooks.example.com/x', result: answer(200) },
});
