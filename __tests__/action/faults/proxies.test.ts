import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeCertificates } from '../../support/certificates.ts';
import { check, type Delivered, deliverTo, type Expected } from '../../support/deliver-to.ts';
import { type ProxyServer, type Refusal, startProxy, startTinyproxy } from '../../support/fault-proxy.ts';
import { ACCEPTED, answer, type FaultServer, startFaults } from '../../support/fault-server.ts';
import { freePort } from '../../support/free-port.ts';
import { type ActionOptions, preload } from '../../support/run-action.ts';

const made = makeCertificates();
const PASSWORD = 'hunter2/@:%';
const LOGIN = `me:${encodeURIComponent(PASSWORD)}`;
const BASIC = `Basic ${Buffer.from(`me:${PASSWORD}`).toString('base64')}`;
const answers =
  (status: number, headers = ''): Refusal =>
  (socket) =>
    socket.write(`HTTP/1.1 ${status} X\r\n${headers}Content-Length: 0\r\n\r\n`);
const hang: Refusal = () => {};
const schemes = ['http', 'https'] as const;

/** Chance makes some waits shorter than the end of a connection takes; these are 0.9 s. */
const LONG_WAITS = preload('Math.random = () => 0.9');

const accepted = { delivered: true, requests: 1, status: 202 } as const;
const never = { delivered: false, requests: 0, status: null } as const;

describe('proxies', { concurrency: 8 }, () => {
  const servers = {} as Record<'http' | 'https', () => Promise<FaultServer>>;
  servers.http = () => startFaults([ACCEPTED]);
  servers.https = () => startFaults([ACCEPTED], { tls: made.server });
  const withLogin = (url: string) => url.replace('//', `//${LOGIN}@`);

  /** Runs the action against a server behind `proxy`, and ends both; that it ends at all is a part of each test. */
  async function through(
    scheme: 'http' | 'https',
    proxy: ProxyServer,
    { expected, inputs, env, ...options }: ActionOptions & { readonly expected: Expected },
  ): Promise<Delivered> {
    const server = await servers[scheme]();
    try {
      const run = await deliverTo(`${scheme}://localhost:${server.port}`, {
        ...options,
        inputs: { 'ca-certificate': made.ca.cert, ...inputs },
        env: { [`${scheme}_proxy`]: proxy.url, ...env },
      });
      check(run, server, expected);
      const shown = `${run.log}${run.summary}${JSON.stringify(run.outputs)}`;
      assert.ok(!/hunter2/.test(shown), `the password is shown: ${shown}`);
      return run;
    } finally {
      await Promise.all([server.close(), proxy.close()]);
    }
  }

  for (const scheme of schemes) {
    const variable = scheme.toUpperCase();
    test(`${scheme} through a proxy`, async () => {
      const proxy = await startProxy();
      const env = { [`${scheme}_proxy`]: '', [`${variable}_PROXY`]: '' };
      const text = /^using the proxy http:\/\/127\.0\.0\.1:\d+$/m;
      const expected = { ...accepted, pattern: text };
      await through(scheme, proxy, { env: { ...env, [`${scheme}_proxy`]: proxy.url }, expected });
      assert.match(
        proxy.asked[0]?.line ?? '',
        scheme === 'http' ? /^POST http:\/\/localhost:\d+\/v1/ : /^CONNECT localhost:/,
      );
      assert.equal(proxy.asked.length, 1);
    });

    test(`${scheme} through a proxy with credentials`, async () => {
      const proxy = await startProxy();
      const env = { [`${scheme}_proxy`]: withLogin(proxy.url) };
      await through(scheme, proxy, { env, expected: accepted });
      assert.equal(proxy.asked[0]?.authorization, BASIC);
    });

    test(`${scheme} through a proxy by ALL_PROXY, with a login of a domain`, async () => {
      const proxy = await startProxy();
      const env = { [`${scheme}_proxy`]: '', ALL_PROXY: proxy.url.replace('//', '//CORP\\me:x%20y@') };
      await through(scheme, proxy, { env, expected: accepted });
      assert.equal(proxy.asked[0]?.authorization, `Basic ${Buffer.from('CORP\\me:x y').toString('base64')}`);
    });

    test(`${scheme} through a proxy that does not take the login`, async () => {
      const proxy = await startProxy([answers(407, 'Proxy-Authenticate: NTLM\r\n')]);
      const env = { [`${scheme}_proxy`]: withLogin(proxy.url) };
      const text = /407 itself.*\nthe proxy does not accept the login in the proxy variable; .* takes Basic, the only/;
      const expected = { ...never, attempts: 1, error: 'PROXY_REFUSED', pattern: text };
      await through(scheme, proxy, { env, expected });
    });

    test(`${scheme} around a proxy, by NO_PROXY`, async () => {
      const proxy = await startProxy([hang]);
      await through(scheme, proxy, { env: { NO_PROXY: 'a.example,localhost' }, expected: accepted });
      assert.equal(proxy.asked.length, 0);
    });

    test(`${scheme} through a proxy that is down`, async () => {
      const proxy = await startProxy();
      const env = { [`${scheme}_proxy`]: `http://127.0.0.1:${await freePort()}` };
      const inputs = { retries: '1' };
      const text =
        /the proxy http:\/\/127\.0\.0\.1:\d+: connect ECONNREFUSED .*\)\nthe proxy does not work; check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY/;
      const expected = { ...never, attempts: 2, error: 'ECONNREFUSED', pattern: text };
      await through(scheme, proxy, { env, inputs, expected });
    });

    test(`${scheme} through a proxy that wants credentials`, async () => {
      const proxy = await startProxy([answers(407, 'Proxy-Authenticate: Basic realm="x"\r\n')]);
      const text =
        /the proxy http:\/\/127\.0\.0\.1:\d+ answered 407 itself.*\nthe proxy wants credentials; put user:password@/;
      const expected = { ...never, attempts: 1, error: 'PROXY_REFUSED', pattern: text };
      await through(scheme, proxy, { expected });
    });

    test(`${scheme} through a proxy that forbids it`, async () => {
      const proxy = await startProxy([answers(403, 'X-Squid-Error: ERR_ACCESS_DENIED 0\r\n')]);
      const text =
        /answered 403 itself.*\nthe proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY/;
      await through(scheme, proxy, {
        expected: { ...never, attempts: 1, error: 'PROXY_REFUSED', pattern: text },
      });
    });

    test(`${scheme} through a proxy that has trouble first`, async () => {
      const proxy = await startProxy([answers(503, 'Proxy-Status: p; error=connection_timeout\r\n'), undefined]);
      const text = /^attempt 1: the proxy http:\/\/127\.0\.0\.1:\d+ answered 503 itself, next in/m;
      await through(scheme, proxy, { expected: { ...accepted, attempts: 2, pattern: text } });
    });

    if (scheme === 'http') {
      test(`${scheme} through a proxy that says when to come back`, async () => {
        const proxy = await startProxy([answers(503, 'X-Squid-Error: ERR_X 0\r\nRetry-After: 2\r\n'), undefined]);
        const text = /^attempt 1: the proxy http:\/\/127\.0\.0\.1:\d+ answered 503 itself, next in [23]\.\d s/m;
        await through(scheme, proxy, { expected: { ...accepted, attempts: 2, pattern: text } });
      });
    }

    test(`${scheme} through a proxy that cannot reach the receiver`, async () => {
      const proxy = await startProxy([answers(502, 'Proxy-Status: p; error=connection_refused\r\n')]);
      const text =
        /answered 502 itself.*\nthe proxy cannot reach the receiver; check the url input and that the receiver runs/;
      const expected = { ...never, attempts: 2, error: 'PROXY_REFUSED', pattern: text };
      await through(scheme, proxy, { inputs: { retries: '1' }, nodeOptions: LONG_WAITS, expected });
      assert.equal(proxy.peak(), 1, 'a connection that was refused is closed, or used again');
    });

    test(`${scheme} through a proxy that hangs`, async () => {
      const proxy = await startProxy([hang]);
      // With http the proxy has the request, and may be waiting for the receiver itself.
      const text =
        scheme === 'http'
          ? /no answer within 3 s\)\nthe receiver is too slow or a firewall drops the connection.*; or the proxy http:\/\/127\.0\.0\.1:\d+ is at fault: .* NO_PROXY/
          : /the proxy http:\/\/127\.0\.0\.1:\d+ opened no connection: .*\nthe proxy does not work; check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or list the host in NO_PROXY/;
      const expected = { ...never, attempts: 2, error: 'TIMEOUT', pattern: text };
      const inputs = { retries: '1', timeout: '3' };
      await through(scheme, proxy, { inputs, nodeOptions: LONG_WAITS, expected });
      assert.equal(proxy.peak(), 1, 'a connection that hangs is closed before the next is opened');
    });

    test(`${scheme} through a proxy that closes the connection`, async () => {
      const proxy = await startProxy([(socket) => socket.end(), undefined]);
      await through(scheme, proxy, {
        expected: { ...accepted, attempts: 2, pattern: /^attempt 1: .*(?:ECONNRESET|opened no tunnel)/m },
      });
    });

    test(`${scheme} through tinyproxy, with and without the right password`, async () => {
      const lines = ['BasicAuth me hunter2'];
      const right = await startTinyproxy(lines);
      const login = (proxy: ProxyServer) => ({ [`${scheme}_proxy`]: proxy.url.replace('//', '//me:hunter2@') });
      await through(scheme, right, { env: login(right), expected: accepted });
      const wrong = await startTinyproxy(lines);
      const expected = { ...never, attempts: 1, error: 'PROXY_REFUSED', pattern: /the proxy wants credentials/ };
      await through(scheme, wrong, { expected });
    });

    test(`${scheme} through tinyproxy that filters`, async () => {
      const proxy = await startTinyproxy([`Filter "${join(directory, 'filter')}"`, 'FilterDefaultDeny Yes']);
      const expected = { ...never, attempts: 1, error: 'PROXY_REFUSED', pattern: /the proxy refuses this host/ };
      await through(scheme, proxy, { expected });
    });
  }

  test(`an answer that a proxy passes on may be the proxy's`, async () => {
    const proxy = await startProxy([answers(403)]);
    const text =
      /\(403\)\nsomething in front .*; or this may be the answer of the proxy http:\/\/127\.0\.0\.1:\d+ and not the receiver's/;
    const expected = { delivered: false, requests: 0, attempts: 1, error: 'HTTP_403', pattern: text };
    const run = await through('http', proxy, { expected });
    assert.match(run.log, /^attempt 1: 403 \(\d+ ms, through the proxy http:\/\/127\.0\.0\.1:\d+\)$/m);
  });

  test('a receiver that refuses is not taken for its proxy', async () => {
    const proxy = await startProxy();
    const server = await startFaults([answer(403, { Server: 'nginx', Via: '1.1 x (tinyproxy/1.11)' })], {
      tls: made.server,
    });
    try {
      const run = await deliverTo(server.origin, {
        inputs: { 'ca-certificate': made.ca.cert },
        env: { HTTPS_PROXY: proxy.url },
      });
      check(run, server, {
        delivered: false,
        requests: 1,
        error: 'HTTP_403',
        pattern: /\(403\)\nsomething in front/,
      });
      assert.doesNotMatch(run.errors[0] ?? '', /proxy/);
    } finally {
      await Promise.all([server.close(), proxy.close()]);
    }
  });

  test(`a certificate error through a proxy is the receiver's`, async () => {
    const proxy = await startProxy();
    const expected = {
      ...never,
      attempts: 1,
      error: 'CERT_HAS_EXPIRED',
      pattern: /certificate has expired; renew it/,
    };
    const server = await startFaults([ACCEPTED], { tls: made.expired });
    try {
      const inputs = { 'ca-certificate': made.ca.cert };
      check(await deliverTo(server.origin, { inputs, env: { HTTPS_PROXY: proxy.url } }), server, expected);
    } finally {
      await Promise.all([server.close(), proxy.close()]);
    }
  });

  test('each attempt has a tunnel of its own', async () => {
    const proxy = await startProxy();
    const server = await startFaults([answer(503), answer(503), ACCEPTED], { tls: made.server });
    try {
      const inputs = { 'ca-certificate': made.ca.cert };
      const run = await deliverTo(server.origin, { inputs, env: { HTTPS_PROXY: proxy.url } });
      check(run, server, { ...accepted, requests: 3 });
      assert.equal(proxy.asked.length, 3);
    } finally {
      await Promise.all([server.close(), proxy.close()]);
    }
  });

  test('no more than 50 tunnels to one host at a time', async () => {
    const proxy = await startProxy();
    const slow = await startFaults([(...args) => void setTimeout(() => ACCEPTED(...args), 100)], {
      tls: made.server,
    });
    try {
      const url = Array.from({ length: 100 }, (_, index) => `${slow.origin}/v1/webhook/${index}`).join('\n');
      const env = { HTTPS_PROXY: proxy.url };
      const run = await deliverTo(url, { inputs: { 'ca-certificate': made.ca.cert, timeout: '15' }, env });
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(slow.requests.length, 100);
      assert.ok(proxy.peak() <= 50, `${proxy.peak()} at a time`);
    } finally {
      await Promise.all([slow.close(), proxy.close()]);
    }
  });

  test('a proxy that says more before it opens the tunnel', async () => {
    const hints = 'HTTP/1.1 103 X\r\nLink: <x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n';
    const proxy = await startProxy([undefined], hints);
    await through('https', proxy, { expected: accepted });
  });

  test('a bad proxy variable ends it before the first request', async () => {
    const server = await startFaults([ACCEPTED]);
    try {
      const run = await deliverTo(server.origin, { env: { HTTP_PROXY: 'socks5://me:hunter2@127.0.0.1:1' } });
      assert.equal(run.exitCode, 1);
      assert.equal(server.requests.length, 0);
      assert.match(run.errors[0] ?? '', /^HTTP_PROXY is not the URL of an http proxy, expected http:\/\/host:port/);
      assert.ok(!/hunter2/.test(run.log), run.log);
    } finally {
      await server.close();
    }
  });

  let directory = '';
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'oci-webhook-proxies-'));
    writeFileSync(join(directory, 'filter'), 'allowed\\.example\n');
  });
  after(() => rmSync(directory, { recursive: true }));
});
