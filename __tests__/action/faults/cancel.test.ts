import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificates } from '../../support/certificates.ts';
import { checkHidden, type Delivered, DIGEST, deliverTo, SECRET } from '../../support/deliver-to.ts';
import { type ProxyServer, startProxy } from '../../support/fault-proxy.ts';
import { ACCEPTED, answer, type FaultServer, hang, type Step, startFaults, write } from '../../support/fault-server.ts';
import { type ActionOptions, entryOf } from '../../support/run-action.ts';

/** A step, and a promise of when it was first reached. */
function noticed(step: Step): { readonly step: Step; readonly reached: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    step: (...args) => {
      step(...args);
      resolve();
    },
    reached: promise,
  };
}

/** Runs the action until `when`, then cancels it: it must end at once, red, with outputs and summary. */
async function cancelled(url: string, when: Promise<unknown>, options: ActionOptions): Promise<Delivered> {
  let askedMs = 0;
  const cancelWhen = when
    .then(() => sleep(2_000)) // Until the client has read what was answered.
    .then(() => {
      askedMs = performance.now();
    });
  const inputs = { timeout: '30', deadline: '60', ...options.inputs };
  const run = await deliverTo(url, { ...options, inputs, cancelWhen });
  const tookMs = performance.now() - askedMs;
  // GitHub's runner waits 7.5 s after SIGINT and 2.5 s more after SIGTERM.
  assert.ok(tookMs < 5_000, `it ended ${tookMs} ms after it was asked to`);
  assert.equal(run.exitCode, 1, run.log);
  assert.equal(run.outputs.result, 'failed');
  assert.equal(run.errors.length, 1);
  assert.match(run.summary, /^### ❌ /);
  assert.equal(run.stderr, '');
  return run;
}

const outcomes = ({ deliveries }: Delivered) => deliveries.map(({ outcome, error }) => [outcome, error]);

describe('a cancelled job', { concurrency: 8 }, () => {
  const using = async (
    servers: readonly Promise<FaultServer | ProxyServer>[],
    body: () => Promise<void>,
  ): Promise<void> => {
    try {
      await body();
    } finally {
      for (const server of await Promise.all(servers)) await server.close();
    }
  };

  for (const cancelSignal of ['SIGINT', 'SIGTERM'] as const) {
    test(`says what was delivered and what was not (${cancelSignal})`, async () => {
      const waiting = noticed(answer(503, { 'Retry-After': '50' }));
      const silent = noticed(hang);
      const starting = [startFaults([ACCEPTED]), startFaults([silent.step]), startFaults([waiting.step])] as const;
      await using(starting, async () => {
        const [done, hanging, resting] = await Promise.all(starting);
        const url = [done, hanging, resting].map(({ origin }) => origin).join('\n');
        const both = Promise.all([silent.reached, waiting.reached]);
        const run = await cancelled(url, both, { cancelSignal });
        assert.deepEqual(outcomes(run), [
          ['accepted', null],
          ['cancelled', 'CANCELLED'],
          ['cancelled', 'CANCELLED'],
        ]);
        const [count, second, third] = run.errors[0]?.split('\n') ?? [];
        assert.equal(count, '2 deliveries:');
        assert.match(run.log, /^1 of 3 delivered$/m);
        const name = 'ghcr.io/acme/app:v1';
        assert.equal(second, `${hanging.origin}: ${name} cancelled (before the answer: the receiver may have it)`);
        assert.equal(
          third,
          `${resting.origin}: ${name} cancelled (before the next attempt: the last one ended with 503)`,
        );
        assert.match(run.summary, /✅&nbsp;accepted after [\d.]+ m?s \| 202 /);
        assert.match(run.summary, /❌&nbsp;was not told: the job was cancelled \| – \|/);
        checkHidden(run, hanging.requests);
      });
    });
  }

  test('has delivered what was accepted, though the answer is not all there', async () => {
    const half = noticed(write('HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{"con'));
    const starting = [startFaults([half.step]), startFaults([hang])] as const;
    await using(starting, async () => {
      const [accepting, hanging] = await Promise.all(starting);
      const run = await cancelled(`${accepting.origin}\n${hanging.origin}`, half.reached, {});
      assert.deepEqual(outcomes(run), [
        ['accepted', null],
        ['cancelled', 'CANCELLED'],
      ]);
    });
  });

  test('does not wait for its turn', async () => {
    const silent = noticed(hang);
    const starting = [startFaults([silent.step])] as const;
    await using(starting, async () => {
      const [hanging] = await Promise.all(starting);
      const url = Array.from({ length: 70 }, (_, index) => `${hanging.origin}/v1/webhook/${index}`).join('\n');
      const run = await cancelled(url, silent.reached, {});
      assert.equal(hanging.requests.length, 50);
      assert.deepEqual(new Set(run.deliveries.map(({ outcome }) => outcome)), new Set(['cancelled']));
      assert.match(run.errors[0] ?? '', /^70 deliveries:\n.*\nand 50 more, see the job summary$/s);
      const unsent = run.deliveries.filter(({ message }) => message === 'before it was sent');
      assert.equal(unsent.length, 20);
    });
  });

  test('that is killed leaves nothing on the disk', async () => {
    const silent = noticed(hang);
    const starting = [startFaults([silent.step])] as const;
    await using(starting, async () => {
      const [hanging] = await Promise.all(starting);
      const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-killed-'));
      const made = makeCertificates();
      const env = {
        PATH: process.env.PATH,
        HOME: directory,
        RUNNER_TEMP: directory,
        TMPDIR: directory,
        INPUT_URL: hanging.origin,
        INPUT_SECRET: SECRET,
        INPUT_ARTIFACT: 'ghcr.io/acme/app:v1',
        INPUT_DIGEST: DIGEST,
        'INPUT_CLIENT-CERTIFICATE': made.client.cert,
        'INPUT_CLIENT-KEY': made.client.key,
      };
      try {
        const child = spawn(process.execPath, [entryOf()], { env, cwd: directory, stdio: 'ignore' });
        await silent.reached;
        child.kill('SIGKILL');
        await once(child, 'close');
        assert.deepEqual(readdirSync(directory), []);
      } finally {
        rmSync(directory, { recursive: true });
      }
    });
  });

  test('does not wait for a proxy', async () => {
    const asked = Promise.withResolvers<void>();
    const starting = [startProxy([() => asked.resolve()])] as const;
    await using(starting, async () => {
      const [proxy] = await Promise.all(starting);
      const env = { HTTPS_PROXY: proxy.url };
      const run = await cancelled('https://deploy.example.com', asked.promise, { env });
      assert.deepEqual(outcomes(run), [['cancelled', 'CANCELLED']]);
    });
  });
});
