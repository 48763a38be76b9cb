import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp2Server } from 'node:http2';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createSecureContext, type TlsOptions } from 'node:tls';
import { type Identity, makeCertificates } from '../../support/certificates.ts';
import { check, deliverTo, type Expected } from '../../support/deliver-to.ts';
import { startProxy } from '../../support/fault-proxy.ts';
import {
  ACCEPTED,
  answer,
  type FaultOptions,
  hang,
  reset,
  type Step,
  startFaults,
} from '../../support/fault-server.ts';
import { freePort } from '../../support/free-port.ts';
import { listen } from '../../support/listen.ts';

const made = makeCertificates();
const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-tls-'));
after(() => rmSync(directory, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
};
const extra = file('ca.pem', made.ca.cert);
file('server.pem', made.server.cert);
file('server.key', made.server.key);

type Fault = Expected & {
  /** Absent: a server without TLS. */
  readonly tls?: TlsOptions;
  readonly script?: readonly Step[];
  readonly greet?: FaultOptions['greet'];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly warning?: RegExp;
};

const accepted = { delivered: true, requests: 1, status: 202 } as const;
/** Nothing of the request reaches a receiver that is not trusted, and it is not tried again. */
const refused = { delivered: false, requests: 0, attempts: 1, status: null } as const;
const trusting = { 'ca-certificate': made.ca.cert };
const mutual: TlsOptions = { ...made.server, ca: made.ca.cert, requestCert: true, rejectUnauthorized: true };
const known = { 'client-certificate': made.client.cert, 'client-key': made.client.key };
/** Node's own server says nothing when it refuses a certificate; others send an alert, as `openssl s_server` does. */
const strange = { 'client-certificate': made.otherCaClient.cert, 'client-key': made.otherCaClient.key };
const unknownAuthority = /comes from a CA that is not known here; put the CA's certificate \(PEM\) in ca-certificate/;
const http2Only = /the server speaks only HTTP\/2 here; turn on HTTP\/1\.1 there/;
const wantsCertificate = /wants a certificate from the client that it trusts; set client-certificate and client-key/;

const chain = (...identities: readonly Identity[]) => identities.map(({ cert }) => cert).join('\n');
/** Without the right name it is a server for another host. */
const bySni: TlsOptions = {
  ...made.otherHost,
  SNICallback: (name, done) => done(null, name === 'localhost' ? createSecureContext(made.server) : undefined),
};
/** Bytes, and then the end of the connection without TLS's own notice of it (close_notify). */
const writeAndDrop =
  (text: string): Step =>
  (socket) =>
    socket.write(text, () => setTimeout(() => socket.destroy(), 50));

const faults: Readonly<Record<string, Fault>> = {
  'an authority that is not known': {
    tls: made.server,
    ...refused,
    error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    pattern: unknownAuthority,
  },
  'an authority in ca-certificate': { tls: made.server, inputs: trusting, ...accepted },
  'one of two authorities in ca-certificate': {
    tls: made.server,
    inputs: { 'ca-certificate': `${made.otherCa.cert}\n${made.ca.cert}` },
    ...accepted,
  },
  'another authority in ca-certificate': {
    tls: made.server,
    inputs: { 'ca-certificate': made.otherCa.cert },
    ...refused,
    pattern: unknownAuthority,
  },
  'an authority that the machine trusts, in addition to the one in ca-certificate': {
    tls: made.server,
    inputs: { 'ca-certificate': made.otherCa.cert },
    env: { NODE_EXTRA_CA_CERTS: extra },
    ...accepted,
  },
  'a certificate that signed itself': {
    tls: made.selfSigned,
    ...refused,
    error: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    pattern: unknownAuthority,
  },
  'a certificate that signed itself, in ca-certificate': {
    tls: made.selfSigned,
    inputs: { 'ca-certificate': made.selfSigned.cert },
    ...accepted,
  },
  'an expired certificate': {
    tls: made.expired,
    inputs: trusting,
    ...refused,
    error: 'CERT_HAS_EXPIRED',
    pattern:
      /CERT_HAS_EXPIRED\)\)\nthe receiver's certificate has expired; renew it there, or set the clock of this runner, if it is not \d{4}-/,
  },
  'a certificate for another host': {
    tls: made.otherHost,
    inputs: trusting,
    ...refused,
    error: 'ERR_TLS_CERT_ALTNAME_INVALID',
    pattern: /the certificate is for another host; use a name that it lists in the url input/,
  },
  'any of them without verification': {
    tls: made.expired,
    inputs: { 'skip-tls-verification': 'true' },
    ...accepted,
    warning: /^skip-tls-verification is on: anyone on the way can pretend to be the receiver/,
  },
  'mutual TLS without our certificate': { tls: mutual, inputs: trusting, ...refused, pattern: wantsCertificate },
  'mutual TLS with our certificate': { tls: mutual, inputs: { ...trusting, ...known }, ...accepted },
  'mutual TLS with our certificate, without verification': {
    tls: mutual,
    inputs: { ...known, 'skip-tls-verification': 'true' },
    ...accepted,
  },
  'mutual TLS 1.2 without our certificate': {
    tls: { ...mutual, maxVersion: 'TLSv1.2' },
    inputs: trusting,
    ...refused,
    pattern: wantsCertificate,
  },
  'TLS 1.0 alone': {
    tls: { ...made.server, maxVersion: 'TLSv1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    inputs: trusting,
    ...refused,
    pattern: /the receiver offers only versions of TLS that are not safe/,
  },
  'TLS 1.1 alone, without verification': {
    tls: { ...made.server, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    inputs: { 'skip-tls-verification': 'true' },
    ...refused,
    pattern: /the receiver offers only versions of TLS that are not safe/,
    warning: /^skip-tls-verification is on/,
  },
  'a chain by an intermediate authority': {
    tls: { ...made.chained, cert: chain(made.chained, made.intermediate) },
    inputs: trusting,
    ...accepted,
  },
  'a chain out of order, with its root, twice, among certificates of others': {
    tls: {
      ...made.chained,
      cert: chain(made.chained, made.otherCa, made.expired, made.ca, made.intermediate, made.intermediate),
    },
    inputs: trusting,
    ...accepted,
  },
  'a chain of 60 certificates': {
    tls: { ...made.chained, cert: chain(made.chained, ...Array(58).fill(made.otherHost), made.intermediate) },
    inputs: trusting,
    ...accepted,
  },
  'a chain without its intermediate authority': {
    tls: made.chained,
    inputs: trusting,
    ...refused,
    pattern: /; or have the receiver send its intermediate certificates/,
  },
  'the authority that issued it, without the one above, in ca-certificate': {
    tls: { ...made.chained, cert: chain(made.chained, made.intermediate) },
    inputs: { 'ca-certificate': made.intermediate.cert },
    ...accepted,
  },
  'the certificate itself in ca-certificate': {
    tls: made.server,
    inputs: { 'ca-certificate': made.server.cert },
    ...accepted,
  },
  'the certificate itself in ca-certificate, for another host': {
    tls: made.otherHost,
    inputs: { 'ca-certificate': made.otherHost.cert },
    ...refused,
    pattern: /the certificate is for another host/,
  },
  'a key that is too weak': {
    tls: { ...made.weak, ciphers: 'DEFAULT@SECLEVEL=0' },
    inputs: trusting,
    ...refused,
    error: 'UNSPECIFIED',
    pattern: /too weak \(UNSPECIFIED\)\)\na key or signature in the chain of the receiver's certificate is too weak/,
  },
  'a certificate that is not valid yet': {
    tls: made.early,
    inputs: trusting,
    ...refused,
    pattern: /is not valid yet; check its dates, or set the clock of this runner, if it is not \d{4}-\d\d-\d\d/,
  },
  'a chain without its intermediate authority, which is in ca-certificate': {
    tls: made.chained,
    inputs: { 'ca-certificate': chain(made.intermediate, made.ca) },
    ...accepted,
  },
  'a certificate signed with one that is no authority': {
    tls: { ...made.forged, cert: chain(made.forged, made.server) },
    inputs: trusting,
    ...refused,
    pattern: unknownAuthority, // Its code differs from one OpenSSL to the next.
  },
  'a root that nobody knows, at the end of the chain': {
    tls: { ...made.chained, cert: chain(made.chained, made.intermediate, made.ca) },
    ...refused,
    error: 'SELF_SIGNED_CERT_IN_CHAIN',
    pattern: unknownAuthority,
  },
  'a certificate by the name that is asked for (SNI)': { tls: bySni, inputs: trusting, ...accepted },
  'an answer that ends with the connection, without the notice that it ends': {
    tls: made.server,
    script: [writeAndDrop(`HTTP/1.0 202 X\r\n\r\n{"content":"job accepted","job_id":"1"}`)],
    inputs: trusting,
    ...accepted,
  },
  'an answer that is cut without that notice': {
    tls: made.server,
    script: [writeAndDrop('HTTP/1.1 202 X\r\nContent-Length: 100\r\n\r\n{"con')],
    inputs: trusting,
    ...accepted,
    pattern: /202 \(\d+ ms, body cut/,
  },
  'a status line that is cut without that notice, then 202': {
    tls: made.server,
    script: [writeAndDrop('HTTP/1.1 20'), ACCEPTED],
    inputs: trusting,
    ...accepted,
    requests: 2,
  },
  'no TLS where it was expected': {
    greet: (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    inputs: trusting,
    ...refused,
    pattern: /the receiver does not speak TLS here; check scheme and port in the url input/,
  },
  '503 and a reset before 202, by TLS': {
    tls: made.server,
    script: [answer(503), reset, ACCEPTED],
    inputs: trusting,
    ...accepted,
    requests: 3,
  },
};

describe('TLS', { concurrency: 8 }, () => {
  for (const [what, fault] of Object.entries(faults)) {
    test(`${what}`, async () => {
      const { tls, script = [ACCEPTED], greet, inputs, env, warning, ...expected } = fault;
      const server = await startFaults(script, { ...(tls && { tls }), ...(greet && { greet }) });
      try {
        const url = `https://localhost:${server.port}`;
        const run = await deliverTo(url, { ...(inputs && { inputs }), ...(env && { env }) });
        check(run, server, expected);
        assert.equal(
          run.warnings.some((text) => warning?.test(text)),
          warning !== undefined,
          run.log,
        );
        assert.ok(!/SSL routines|--use-system-ca/.test(run.log), `not for people: ${run.log}`);
      } finally {
        await server.close();
      }
    });
  }

  for (const version of ['-tls1_2', '-tls1_3']) {
    test(`mutual TLS with a certificate that is not known there, ${version}`, async () => {
      const port = await freePort();
      const verify = ['-CAfile', 'ca.pem', '-Verify', '1', '-verify_return_error'];
      const files = ['-cert', 'server.pem', '-key', 'server.key'];
      const server = spawn('openssl', ['s_server', version, '-accept', String(port), ...files, ...verify], {
        cwd: directory,
      });
      try {
        await new Promise((resolve) => server.stdout.once('data', resolve));
        const run = await deliverTo(`https://localhost:${port}`, { inputs: { ...trusting, ...strange } });
        check(run, { requests: [] }, { ...refused, pattern: /does not trust the certificate of the client/ });
      } finally {
        server.kill();
      }
    });
  }

  test('a first message of two segments is reset on the way: once more with classical groups', async (t) => {
    const server = await startFaults([answer(503), ACCEPTED], { tls: made.server });
    t.after(server.close);
    // Everything but the key groups stays the same, so that the first message is much shorter.
    const firewall = await startFirewall(server.port, (bytes) => bytes.length > 1_200);
    t.after(firewall.close);
    const run = await deliverTo(`https://localhost:${firewall.port}`, { inputs: trusting });
    check(run, server, { ...accepted, requests: 2 });
    const said = /the connection was reset while TLS was negotiated; trying once with classical key groups/g;
    assert.equal(run.log.match(said)?.length, 1);
    assert.equal(firewall.reset(), 1, 'the next attempt has them from the start');
  });

  test('a handshake that is always reset is not tried with classical groups again', async (t) => {
    const server = await startFaults([ACCEPTED], { tls: made.server });
    t.after(server.close);
    const firewall = await startFirewall(server.port, () => true);
    t.after(firewall.close);
    const inputs = { ...trusting, retries: '2' };
    const run = await deliverTo(`https://localhost:${firewall.port}`, { inputs });
    check(run, server, { delivered: false, requests: 0, attempts: 3, error: 'ECONNRESET' });
    assert.equal(firewall.reset(), 4);
  });

  test('HTTP/2 alone, without TLS', async (t) => {
    const server = createHttp2Server().on('sessionError', () => {});
    const port = await listen(server);
    t.after(() => server.close());
    const run = await deliverTo(`http://localhost:${port}`, {});
    check(run, { requests: [] }, { ...refused, error: 'HTTP_2', pattern: http2Only });
  });

  test('HTTP/2 alone, by TLS', async (t) => {
    const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
    const server = await startFaults([hang], { tls: made.server, greet: (socket) => socket.write(settings) });
    t.after(server.close);
    const run = await deliverTo(server.origin, { inputs: trusting });
    check(run, { requests: [] }, { ...refused, error: 'HTTP_2', pattern: http2Only });
  });

  test('an address has no name to ask for (SNI), and its certificate must list it', async () => {
    const server = await startFaults([ACCEPTED], { tls: bySni });
    try {
      const run = await deliverTo(`https://127.0.0.1:${server.port}`, { inputs: trusting });
      check(run, server, { ...refused, error: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    } finally {
      await server.close();
    }
  });

  test('the name of the receiver is asked for through a proxy too', async () => {
    const [server, proxy] = [await startFaults([ACCEPTED], { tls: bySni }), await startProxy()];
    try {
      const run = await deliverTo(server.origin, { inputs: trusting, env: { HTTPS_PROXY: proxy.url } });
      check(run, server, accepted);
      assert.equal(proxy.asked.length, 1);
    } finally {
      await Promise.all([server.close(), proxy.close()]);
    }
  });

  test('each attempt has a connection of its own by TLS', async () => {
    const server = await startFaults([answer(503), answer(503), ACCEPTED], { tls: made.server });
    try {
      check(await deliverTo(server.origin, { inputs: trusting }), server, { ...accepted, requests: 3 });
      assert.equal(server.connections(), 3);
    } finally {
      await server.close();
    }
  });
});

/** Passes connections on to `port`, and resets those whose first bytes it does not like. */
async function startFirewall(port: number, isBad: (first: Buffer) => boolean) {
  const sockets = new Set<Socket>();
  let resets = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    // What comes in two segments may be read in two parts.
    setTimeout(() => {
      const first: Buffer = socket.read() ?? Buffer.alloc(0);
      if (isBad(first)) {
        resets++;
        socket.resetAndDestroy();
        return;
      }
      const onward = connect(port, '127.0.0.1');
      onward.on('error', () => {}).on('close', () => socket.destroy());
      onward.write(first);
      socket.pipe(onward).pipe(socket);
    }, 100);
  });
  return {
    port: await listen(server),
    reset: () => resets,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
