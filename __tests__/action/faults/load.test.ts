import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { makeCertificates } from '../../support/certificates.ts';
import { deliverTo } from '../../support/deliver-to.ts';
import { type Refusal, startProxy } from '../../support/fault-proxy.ts';
import { ACCEPTED, answer, docoCdAnswer, JOB_ID, type Step, startFaults } from '../../support/fault-server.ts';
import { entryOf, preload } from '../../support/run-action.ts';

const made = makeCertificates();

/** Writes the peak memory of the process, in MiB, as its last line. */
const SHOW_PEAK = preload(
  'process.on("exit", () => console.error("peak " + Math.round(process.resourceUsage().maxRSS / 1024)))',
);
const peakOf = (stderr: string) => Number(/^peak (\d+)$/m.exec(stderr)?.[1]);

describe('under load', { concurrency: 2 }, () => {
  const slow: Refusal = (socket) => {
    const bytes = `HTTP/1.1 200 ${'X'.repeat(80)}\r\n`;
    for (let index = 0; index < bytes.length; index++) {
      setTimeout(() => socket.write(bytes[index] ?? ''), index * 3);
    }
  };
  const endless: Refusal = (socket) => {
    const line = `X-Filler: ${'x'.repeat(1000)}\r\n`;
    socket.write('HTTP/1.1 200 OK\r\n');
    const more = () => {
      while (!socket.destroyed && socket.write(line));
      socket.once('drain', more);
    };
    more();
  };
  const hostile: Readonly<Record<string, readonly [refusal: Refusal, error: string, pattern: RegExp]>> = {
    'in many one-byte segments and never to its end': [
      slow,
      'TIMEOUT',
      /the proxy \S+ opened no connection: no answer within 2 s/,
    ],
    'without end': [endless, 'ECONNRESET', /its answer has more than 16384 bytes/],
  };
  for (const [how, [refusal, error, pattern]] of Object.entries(hostile)) {
    test(`a proxy that answers CONNECT ${how} costs no memory and ends in a report`, async (t) => {
      const proxy = await startProxy([refusal]);
      t.after(() => proxy.close());
      const run = await deliverTo('https://localhost:9', {
        inputs: { 'ca-certificate': made.ca.cert, timeout: '2', retries: '0' },
        env: { HTTPS_PROXY: proxy.url },
        nodeOptions: SHOW_PEAK,
      });
      assert.equal(run.exitCode, 1);
      assert.equal(run.deliveries[0]?.error, error, run.log);
      assert.match(run.errors[0] ?? '', pattern);
      assert.match(
        run.errors[0] ?? '',
        /check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY/,
        'the proxy is named, not the receiver',
      );
      const peak = peakOf(run.stderr);
      assert.ok(peak < 200, `${peak} MiB`);
    });
  }

  test('a repeat goes to another instance, though the first connection stays with a sick one', async (t) => {
    const balanced: Step = (socket, request) =>
      (request.connection < 2 ? answer(503, {}, 'sick') : ACCEPTED)(socket, request);
    const server = await startFaults([balanced]);
    t.after(() => server.close());
    const artifact = 'ghcr.io/acme/app:v1\nghcr.io/acme/other:v1';
    const run = await deliverTo(server.origin, { inputs: { artifact } });
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(
      run.deliveries.map(({ attempts }) => attempts),
      [2, 2],
    );
  });

  test('a question goes to another instance too, while a deployment is waited for', async (t) => {
    const state = { job_id: JOB_ID, status: 'failed', message: 'this instance works' };
    const balanced: Step = (socket, request) => {
      if (request.line.startsWith('POST')) return ACCEPTED(socket, request);
      const step = request.connection === 0 ? answer(503, {}, 'sick') : docoCdAnswer(200, { content: state });
      step(socket, request);
    };
    const server = await startFaults([balanced]);
    t.after(() => server.close());
    const inputs = { wait: 'true', 'api-key': 'the-key-of-the-run-api', 'wait-timeout': '30' };
    const run = await deliverTo(server.origin, { inputs });
    assert.match(run.errors[0] ?? '', /this instance works/, run.log);
    assert.deepEqual(
      server.requests.slice(0, 3).map(({ connection }) => connection),
      [0, 0, 1],
    );
  });

  test('an error that nobody caught ends in an annotation and outputs', async (t) => {
    const server = await startFaults([() => {}]);
    t.after(() => server.close());
    const run = await deliverTo(server.origin, {
      nodeOptions: preload(`process.getBuiltinModule("node:diagnostics_channel").subscribe("http.client.request.start",
          () => setTimeout(() => { throw new RangeError("out of something"); }, 50))`),
    });
    assert.equal(run.exitCode, 1);
    assert.match(run.errors[0] ?? '', /^This is a bug in oci-webhook-action, please report it: out of something$/);
    assert.equal(run.outputs.result, 'failed');
    assert.match(run.summary, /out of something/);
  });

  // The bundle alone: from src, Node opens a file for each module.
  for (const [descriptors, endpoints] of [
    [40, 20],
    [1_024, 1_500],
  ] as const) {
    test(`${endpoints} endpoints with ${descriptors} file descriptors all get the message`, async (t) => {
      const later: Step = (...args) => void setTimeout(() => ACCEPTED(...args), 50);
      const server = await startFaults([later], { host: '0.0.0.0' });
      t.after(() => server.close());
      const hosts = Array.from({ length: endpoints }, (_, index) => `127.0.${1 + (index >> 8)}.${index & 255}`);
      const urls = hosts.map((host) => `http://${host}:${server.port}`).join('\n');
      const run = await deliverTo(urls, {
        entry: entryOf('dist'),
        descriptors,
        inputs: { timeout: '30', deadline: '60' },
      });
      assert.equal(run.exitCode, 0, run.log.slice(-2_000));
      assert.equal(run.outputs.result, 'delivered');
      assert.equal(server.requests.length, endpoints);
      // The server sees an end a little later than the client.
      assert.ok(server.peak() <= 2 * Math.min(256, descriptors), `${server.peak()} connections at a time`);
    });
  }

  test('the cost of many messages is linear, with as many secrets', async (t) => {
    const server = await startFaults([ACCEPTED]);
    t.after(() => server.close());
    const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-load-'));
    t.after(() => rmSync(directory, { recursive: true }));
    const cpuOf = async (messages: number) => {
      const list = join(directory, `${messages}.txt`);
      writeFileSync(list, Array.from({ length: messages }, (_, index) => `ghcr.io/acme/app-${index}:v1`).join('\n'));
      const script =
        'process.on("exit", () => { const { user, system } = process.cpuUsage(); console.error("cpu " + (user + system)); })';
      const run = await deliverTo(server.origin, {
        entry: entryOf('dist'),
        inputs: { artifact: `@${list}`, timeout: '60', deadline: '60' },
        nodeOptions: preload(script),
      });
      assert.equal(run.exitCode, 0, run.log.slice(-2_000));
      return Number(/^cpu (\d+)$/m.exec(run.stderr)?.[1]) / 1e6;
    };
    const [few, many] = [await cpuOf(500), await cpuOf(4_000)];
    assert.ok(many < 8 * few + 1, `500 messages took ${few} s of CPU, 4,000 took ${many} s`);
  });

  test('more than 10,000 deliveries are refused before anything is sent', async (t) => {
    const server = await startFaults([ACCEPTED]);
    t.after(() => server.close());
    const artifact = Array.from({ length: 101 }, (_, index) => `ghcr.io/acme/app-${index}:v1`).join('\n');
    const url = Array.from({ length: 100 }, (_, index) => `${server.origin}/v1/webhook/t${index}`).join('\n');
    const run = await deliverTo(url, { entry: entryOf('dist'), inputs: { artifact } });
    assert.equal(run.exitCode, 1);
    assert.match(run.errors[0] ?? '', /^101 messages to 100 endpoints are more than the 10,000 deliveries/);
    assert.equal(server.requests.length, 0);
  });
});
