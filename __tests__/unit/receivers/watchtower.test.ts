import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answer, cut, describeHints, receiver, timeout } from '../../support/answers.ts';

const url = 'https://host.test/v1/update?image=acme/app';
const summary = (scanned: number, updated: number, failed: number) =>
  answer(200, JSON.stringify({ summary: { scanned, updated, failed, restarted: 0, skipped: 0 }, api_version: 'v1' }));

describe("Watchtower's answer is the result", () => {
  const rows = {
    failed: [summary(3, 1, 1), 'failed', /^3 containers checked, 1 updated, 1 failed$/, /Watchtower's log/],
    updated: [summary(1, 1, 0), 'succeeded', /^1 container checked/, undefined],
    'nothing newer': [summary(2, 0, 0), 'unchanged', /^2 containers checked, 0 updated/, undefined],
    'no such container': [summary(0, 0, 0), 'unchanged', /^0 containers/, /watches no container of this image/],
  } as const;
  for (const [what, [response, kind, message, hint]] of Object.entries(rows)) {
    test(what, async () => {
      const outcome = (await receiver('watchtower')).answers.outcome?.(response);
      assert.equal(outcome?.kind, kind);
      assert.match(outcome.serverMessage ?? '', message);
      if (hint === undefined) assert.equal(outcome.hint, undefined);
      else assert.match(outcome.hint ?? '', hint);
    });
  }

  test('of an old version and with async=true nothing is known, and anything else is not its', async () => {
    const { answers } = await receiver('watchtower');
    for (const response of [answer(200), answer(202, 'Accepted'), cut(answer(200, '{"summ'))]) {
      assert.equal(answers.outcome?.(response), undefined);
      assert.equal(answers.isAcceptance(response), true);
    }
    for (const body of ['{"status":"ok"}', '<html>Log in</html>', '{"summary":{"scanned":"1"}}']) {
      assert.equal(answers.isAcceptance(answer(200, body)), false, body);
    }
  });
});

describeHints('watchtower', {
  'Watchtower takes longer': { url, result: timeout, hint: /raise timeout/ },
  'another token': { url, result: answer(401), hint: /^the secret differs from WATCHTOWER_HTTP_API_TOKEN/ },
  busy: { url, result: answer(429, '{"error":"another update is already running"}'), hint: /with \?image=/ },
  'something else': { url, result: answer(200, '{"status":"ok"}'), hint: /^this answer is not from Watchtower/ },
  done: { url, result: summary(1, 1, 0) },
});
