import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check, deliverTo } from '../../support/deliver-to.ts';
import { ACCEPTED, hang, type Step, startFaults } from '../../support/fault-server.ts';
import { isInside, runInside, startNameServer } from '../../support/in-namespace.ts';

const HOSTS = ['127.0.0.1 far.test', '2001:db8::1 far.test', '10.9.9.9 silent.test', '127.0.0.2 silent.test'];

/** Loses what goes to 10.9.9.9, and the first packet of each connection to port 18080. */
const LOSSES = `table ip losses {
  set seen { type inet_service; flags dynamic,timeout; timeout 60s; }
  chain in {
    type filter hook input priority 0;
    ip daddr 10.9.9.9 drop
    tcp dport 18080 tcp flags & (syn|ack) == syn tcp sport @seen accept
    tcp dport 18080 tcp flags & (syn|ack) == syn add @seen { tcp sport } drop
  }
}
`;

const accepted = { delivered: true, requests: 1, status: 202 } as const;

if (!isInside) {
  test('names and addresses, in a network namespace', { skip: process.platform !== 'linux' && 'Linux only' }, () =>
    runInside(fileURLToPath(import.meta.url), HOSTS),
  );
} else {
  describe('addresses', () => {
    execFileSync('nft', ['-f', '-'], { input: LOSSES });
    test('a handshake of a second, beside an address without a route', async (t) => {
      const server = await startFaults([ACCEPTED], { port: 18_080 });
      t.after(server.close);
      check(await deliverTo('http://far.test:18080', {}), server, accepted);
    });
    test('one that is silent before one that answers', async (t) => {
      const server = await startFaults([ACCEPTED], { host: '127.0.0.2' });
      t.after(server.close);
      check(await deliverTo(`http://silent.test:${server.port}`, {}), server, accepted);
    });
    test('one that is silent: the connection is what did not come', async () => {
      const run = await deliverTo('http://10.9.9.9:81', { inputs: { timeout: '1', deadline: '0' } });
      const pattern = /no connection within 1 s\)\nthe receiver is too slow or a firewall drops the connection/;
      check(run, { requests: [] }, { delivered: false, requests: 0, attempts: 1, error: 'TIMEOUT', pattern });
    });
  });

  describe('names', () => {
    test('a trailing dot: neither the server nor its certificate is asked with it', async (t) => {
      const names = await startNameServer((name) => (name === 'deploy.test' ? { address: '127.0.0.1' } : {}));
      t.after(names.close);
      const server = await startFaults([ACCEPTED]);
      t.after(server.close);
      check(await deliverTo(`http://deploy.test.:${server.port}`, {}), server, accepted);
      assert.equal(server.requests[0]?.headers.host, `deploy.test:${server.port}`);
    });

    test('one that resolves only after some time', async (t) => {
      const names = await startNameServer((_, nth) => (nth > 4 ? { address: '127.0.0.1' } : {}));
      t.after(names.close);
      const server = await startFaults([ACCEPTED]);
      t.after(server.close);
      const attempts = { atLeast: 5 };
      check(await deliverTo(`http://later.test:${server.port}`, {}), server, { ...accepted, attempts });
    });

    test('60 behind a name server that is slow are looked up at the same time, once each', async (t) => {
      let [open, most] = [0, 0];
      const names = await startNameServer(() => {
        most = Math.max(most, ++open);
        setTimeout(() => --open, 3_000);
        return { address: '127.0.0.1', afterMs: 1_500 };
      });
      t.after(names.close);
      const server = await startFaults([ACCEPTED]);
      t.after(server.close);
      const urls = Array.from({ length: 60 }, (_, index) => `http://host-${index}.test:${server.port}`);
      const artifact = 'ghcr.io/acme/app:v1\nghcr.io/acme/app:v2';
      // Less than a look-up takes: it is not charged to the attempt.
      const run = await deliverTo(urls.join('\n'), { inputs: { artifact, receiver: 'json', timeout: '1' } });
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(server.requests.length, 120);
      assert.deepEqual([...names.asked.values()], Array(60).fill(1));
      assert.ok(most >= 60, `${most} at a time`);
    });

    test('a name server that never answers ends with deadline', async (t) => {
      const names = await startNameServer(() => undefined);
      t.after(names.close);
      const run = await deliverTo('http://deploy.test', { inputs: { deadline: '3' } });
      const pattern = /EAI_AGAIN.*\nthe name server did not answer; check the network of this runner/;
      check(
        run,
        { requests: [] },
        { delivered: false, requests: 0, attempts: { atLeast: 1 }, error: 'EAI_AGAIN', pattern },
      );
    });

    test('an address that nobody has any more is looked up again', async (t) => {
      const names = await startNameServer((_, nth) => ({ address: nth === 1 ? '127.0.0.3' : '127.0.0.1' }));
      t.after(names.close);
      const later: Step = (...args) => ACCEPTED(...args);
      const server = await startFaults([later]);
      t.after(server.close);
      const old = await startFaults([hang], { host: '127.0.0.4' });
      t.after(old.close);
      const attempts = { atLeast: 2 };
      check(await deliverTo(`http://moved.test:${server.port}`, {}), server, { ...accepted, attempts });
    });
  });
}
