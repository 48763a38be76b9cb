import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeError, isProxyResponse, type NetworkError, statusIn, TunnelError } from '../../../src/http/errors.ts';
import { cpuMs } from '../../support/cpu.ts';

describe('the status in what came of an answer', () => {
  const rows: Readonly<Record<string, number | undefined>> = {
    '': undefined,
    'HTTP/1.1 202': undefined,
    'HTTP/1.1 202 Accep': undefined,
    'HTTP/1.1 202 Accepted\r\n': 202,
    'HTTP/1.1 202\r\n': 202,
    'HTTP/1.1 202 \r\n': 202,
    'HTTP/1.0 200 OK\nServer: x': 200,
    'HTTP/1.1 503 Service Unavailable\r\nContent-Le': 503,
    'HTTP/1.1 202 Accepted\r\n: broken header\r\n': 202,
    'HTTP/1.1 100 Continue\r\n\r\n': undefined,
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n': 202,
    'HTTP/1.1 103 Early Hints\r\nLink: x\r\n': undefined,
    'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 401 No\r\n': 401,
    'HTTP/1.1 101 Switching Protocols\r\n': 101,
    'HTTP/2 202\r\n': undefined,
    'HTTP/1.1 20 x\r\n': undefined,
    'HTTP/1.1 2020 x\r\n': undefined,
    '220 smtp.example ESMTP\r\n': undefined,
    'SSH-2.0-OpenSSH_9.2p1\r\nHTTP/1.1 202 Accepted\r\n': undefined,
  };
  for (const [head, status] of Object.entries(rows)) {
    test(JSON.stringify(head), () => assert.equal(statusIn(head), status));
  }
  test('thousands of informational answers cost no time', () => {
    const began = cpuMs();
    assert.equal(statusIn('HTTP/1.1 100 C\r\n\r\n'.repeat(2_000)), undefined);
    assert.ok(cpuMs() - began < 500);
  });
});

describe('a network error as one line', () => {
  const proxy = new URL('http://me:hunter2@proxy.example:3128');
  const name = 'http://proxy.example:3128';
  const error = (code: string, message: string, more: object = {}) =>
    Object.assign(new Error(message), { code, ...more }) as NetworkError;
  const refused = error('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1');

  test('names the code once', () => {
    assert.deepEqual(describeError(refused, undefined, { written: false, isTunnelled: true }), {
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED 127.0.0.1:1',
    });
    assert.equal(
      describeError(error('ECONNRESET', 'socket hang up'), undefined, { written: true, isTunnelled: true }).message,
      'socket hang up (ECONNRESET)',
    );
  });
  test('is that of the first address when several were tried', () => {
    const several = Object.assign(new AggregateError([refused, refused]), { code: 'ECONNREFUSED' }) as NetworkError;
    assert.equal(
      describeError(several, undefined, { written: false, isTunnelled: true }).message,
      'connect ECONNREFUSED 127.0.0.1:1',
    );
  });
  test("has OpenSSL's description where there is one", () => {
    const ssl = error('ERR_SSL_WRONG_VERSION_NUMBER', '00A:error:0A00010B:SSL routines::wrong version number\n', {
      reason: 'wrong version number',
    });
    assert.equal(
      describeError(ssl, undefined, { written: false, isTunnelled: true }).message,
      'wrong version number (ERR_SSL_WRONG_VERSION_NUMBER)',
    );
  });
  test("has OpenSSL's description and code also where Node has neither", () => {
    const message =
      'write EPROTO 4010:error:0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:../x.c:9:SSL alert number 40\n';
    assert.deepEqual(describeError(error('EPROTO', message), undefined, { written: false, isTunnelled: true }), {
      code: 'ERR_SSL_SSL_TLS_ALERT_HANDSHAKE_FAILURE',
      message: 'ssl/tls alert handshake failure (ERR_SSL_SSL_TLS_ALERT_HANDSHAKE_FAILURE)',
    });
    assert.equal(
      describeError(error('EPROTO', 'write EPROTO'), undefined, { written: false, isTunnelled: true }).message,
      'write EPROTO',
    );
  });
  test('has no advice on how to start Node', () => {
    const message =
      'self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca';
    const self = error('DEPTH_ZERO_SELF_SIGNED_CERT', message);
    assert.equal(
      describeError(self, undefined, { written: false, isTunnelled: true }).message,
      'self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)',
    );
  });
  test('at a proxy names the proxy, without its credentials', () => {
    const reason = describeError(refused, proxy, { written: false, isTunnelled: true });
    assert.deepEqual(reason, { code: 'ECONNREFUSED', message: `the proxy ${name}: ${refused.message}`, proxy: name });
  });
  test("after something was written is the receiver's", () => {
    assert.equal(describeError(error('ECONNRESET', 'x'), proxy, { written: true, isTunnelled: true }).proxy, undefined);
  });
  test("about a certificate is the receiver's, also through a proxy", () => {
    const [tunnelled, plain] = [
      { written: false, isTunnelled: true },
      { written: false, isTunnelled: false },
    ];
    assert.equal(describeError(error('CERT_HAS_EXPIRED', 'x'), proxy, tunnelled).proxy, undefined);
    assert.equal(describeError(error('CERT_HAS_EXPIRED', 'x'), proxy, plain).proxy, proxy.origin);
  });
  test('of a tunnel that was refused carries the status', () => {
    const tunnel = new TunnelError('it refused the tunnel', { status: 407 });
    const reason = describeError(tunnel, proxy, { written: false, isTunnelled: true });
    assert.deepEqual([reason.code, reason.proxy, reason.proxyStatus], ['PROXY_REFUSED', name, 407]);
    assert.match(reason.message, /the proxy http:\/\/proxy\.example:3128 answered 407 itself/);
  });
  test('of a tunnel that broke off is a broken connection', () => {
    const reason = describeError(new TunnelError('it closed the connection'), proxy, {
      written: false,
      isTunnelled: true,
    });
    assert.deepEqual([reason.code, reason.proxy, reason.proxyStatus], ['ECONNRESET', name, undefined]);
    assert.match(reason.message, /^the proxy http:\/\/proxy\.example:3128: it closed the connection/);
  });
  test('of a tunnel to a proxy that cannot be reached is the error of that connection', () => {
    const cause = error('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1');
    const reason = describeError(new TunnelError('the proxy cannot be reached', { cause }), proxy, {
      written: false,
      isTunnelled: true,
    });
    assert.deepEqual([reason.code, reason.proxy, reason.proxyStatus], ['ECONNREFUSED', name, undefined]);
  });
  test('without a code or message is still one line', () => {
    assert.deepEqual(describeError(new Error('') as NetworkError, undefined, { written: false, isTunnelled: true }), {
      code: 'UNKNOWN',
      message: 'UNKNOWN',
    });
  });
});

describe("a proxy's own answer", () => {
  const rows: readonly (readonly [status: number, headers: Record<string, string>, own: boolean])[] = [
    [407, {}, true],
    [403, { server: 'tinyproxy/1.11.1' }, true],
    [403, { 'x-squid-error': 'ERR_ACCESS_DENIED 0' }, true],
    [502, { 'proxy-status': 'proxy.example; error=connection_refused' }, true],
    [502, { 'proxy-status': 'proxy.example; received-status=502' }, false],
    [403, {}, false],
    [503, { server: 'nginx', via: '1.1 proxy.example (tinyproxy/1.11.1)' }, false],
  ];
  for (const [status, headers, own] of rows) {
    test(`${status} ${JSON.stringify(headers)}`, () => assert.equal(isProxyResponse(status, headers), own));
  }
  test('without headers', () => assert.equal(isProxyResponse(502), false));
});
