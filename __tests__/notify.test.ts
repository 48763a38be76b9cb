import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { docoCd, startReceiver } from './support/receiver.ts';
import { runAction, SIDES } from './support/run-action.ts';

const SECRET = 'a-test-secret-of-some-length';
const event = (name: string) => readFileSync(new URL(`fixtures/events/${name}`, import.meta.url), 'utf8');

type Case = {
  readonly event: string;
  readonly eventName: string;
  readonly inputs: Record<string, string>;
  readonly expect: { send?: readonly { artifact: string; digest: string }[]; skip?: boolean; error?: boolean };
};
const cases: readonly Case[] = JSON.parse(event('cases.json'));

for (const side of SIDES) {
  describe(`notify, from ${side}`, () => {
    for (const { event: name, eventName, inputs, expect } of cases) {
      test(`event ${name}`, async () => {
        const receiver = await startReceiver(docoCd(SECRET));
        const run = await runAction({
          side,
          eventName,
          event: event(name),
          inputs: { url: receiver.origin, secret: SECRET, ...inputs },
        });
        await receiver.close();
        assert.equal(run.exitCode, expect.error ? 1 : 0, run.log);
        const sent = receiver.requests.map(({ body }) => JSON.parse(body));
        assert.deepEqual(
          sent,
          (expect.send ?? []).map((message) => ({ source: 'oci', ...message })),
        );
        assert.equal(run.outputs.result, expect.error ? 'failed' : expect.skip ? 'skipped' : 'delivered');
        assert.equal(run.errors.length, expect.error ? 1 : 0);
        assert.equal(run.notices.length, expect.skip ? 1 : 0);
        assert.ok(!run.log.includes(SECRET) && !run.summary.includes(SECRET));
      });
    }
  });
}
