import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deliverTo } from '../../support/deliver-to.ts';
import { ACCEPTED, answer, type Step, startFaults } from '../../support/fault-server.ts';
import { preload } from '../../support/run-action.ts';
import { observeAsking } from '../../support/wait.ts';

/** The clock of a runner may be set while the step runs, as by NTP after a virtual machine was resumed. */

const HOUR_MS = 3_600_000;

/** Sets the clock by `ms` with each request, and makes the waits 0.8 s, 1.6 s and 3.2 s. Timers are not affected by that. */
const setClock = (ms: number) =>
  preload(`const { now } = Date; let shift = 0; Date.now = () => now() + shift; Math.random = () => 0.8;
    process.getBuiltinModule("node:diagnostics_channel").subscribe("http.client.request.start", () => { shift += ${ms}; })`);

/** Asks to come back in three seconds, by the server's clock. */
const inThreeSeconds: Step = (...args) => {
  const date = (ms: number) => new Date(Date.now() + ms).toUTCString();
  answer(503, { Date: date(0), 'Retry-After': date(3_000) })(...args);
};

describe('a clock that is set while the step runs', { concurrency: 8 }, () => {
  for (const [how, ms] of [
    ['forward', HOUR_MS],
    ['back', -HOUR_MS],
  ] as const) {
    const nodeOptions = setClock(ms);

    test(`${how}: attempts are made until the deadline and not longer`, async (t) => {
      const server = await startFaults([answer(503)]);
      t.after(() => server.close());
      const run = await deliverTo(server.origin, { nodeOptions, inputs: { deadline: '3' } });
      assert.equal(run.exitCode, 1);
      const [first, last] = [server.requests[0], server.requests.at(-1)].map((request) => request?.atMs ?? 0);
      assert.ok((last ?? 0) - (first ?? 0) > 1_500, 'not given up too soon');
      assert.match(run.log, /, the deadline of 3 s is over \(/);
      const { durationMs } = run.deliveries[0] ?? {};
      assert.ok((durationMs ?? 0) > 2_900 && (durationMs ?? 0) < HOUR_MS / 2, `${durationMs} ms are reported`);
    });

    test(`${how}: a date to come back is kept to`, async (t) => {
      const server = await startFaults([inThreeSeconds, ACCEPTED]);
      t.after(() => server.close());
      const run = await deliverTo(server.origin, { nodeOptions });
      assert.equal(run.outputs.result, 'delivered', run.log);
      const [first, second] = server.requests.map(({ atMs }) => atMs);
      const tookMs = (second ?? 0) - (first ?? 0);
      assert.ok(tookMs > 1_900 && tookMs < HOUR_MS / 2, `it came back after ${tookMs} ms`);
    });

    test(`${how}: a deployment is waited for`, async () => {
      const deploy = () => ({ runMs: 1_500 });
      const { run, delivery } = await observeAsking({ deploy, action: { nodeOptions } });
      assert.equal(run.outputs.result, 'deployed', run.log);
      const durationMs = Number(delivery.durationMs);
      assert.ok(durationMs > 1_000 && durationMs < HOUR_MS / 2, `${durationMs} ms are reported`);
      assert.match(run.log, /^succeeded after \d+(?:\.\d+)? s$/m);
      assert.doesNotMatch(run.summary, /-\d+(?:\.\d+)? m?s|\d h/);
    });

    test(`${how}: one that does not end is given up in time`, async () => {
      const inputs = { 'wait-timeout': '4' };
      const { run } = await observeAsking({
        deploy: () => ({ runMs: 60_000 }),
        inputs,
        action: { nodeOptions },
      });
      assert.match(run.errors[0] ?? '', /timed-out/);
      assert.ok(run.durationMs > 4_000, `${run.durationMs} ms`);
    });
  }
});
