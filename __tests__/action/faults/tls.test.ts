import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { TlsOptions } from 'node:tls';
import { makeCertificates } from '../../support/certificates.ts';
import { check, deliverTo, type Expected } from '../../support/deliver-to.ts';
import { ACCEPTED, answer, type FaultOptions, reset, type Step, startFaults } from '../../support/fault-server.ts';
import { freePort } from '../../support/free-port.ts';
import { SIDES } from '../../support/run-action.ts';

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
const strange = { 'client-certificate': made.strangeClient.cert, 'client-key': made.strangeClient.key };
const unknownAuthority = /put the authority's certificate \(PEM\) in ca-certificate/;
const wantsCertificate = /wants a certificate from the client that it trusts; set client-certificate and client-key/;

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
    pattern: /CERT_HAS_EXPIRED\)\): the receiver's certificate has expired; renew it there/,
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
  'TLS of the last century': {
    tls: { ...made.server, maxVersion: 'TLSv1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    inputs: trusting,
    ...refused,
    pattern: /the receiver speaks no safe version of TLS/,
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
  for (const side of SIDES) {
    for (const [what, fault] of Object.entries(faults)) {
      test(`${what}, ${side}`, async () => {
        const { tls, script = [ACCEPTED], greet, inputs, env, warning, ...expected } = fault;
        const server = await startFaults(script, { ...(tls && { tls }), ...(greet && { greet }) });
        try {
          const url = `https://localhost:${server.port}`;
          const run = await deliverTo(url, { side, ...(inputs && { inputs }), ...(env && { env }) });
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
      test(`mutual TLS with a certificate that is not known there, ${version}, ${side}`, async () => {
        const port = await freePort();
        const verify = ['-CAfile', 'ca.pem', '-Verify', '1', '-verify_return_error'];
        const files = ['-cert', 'server.pem', '-key', 'server.key'];
        const server = spawn('openssl', ['s_server', version, '-accept', String(port), ...files, ...verify], {
          cwd: directory,
        });
        try {
          await new Promise((resolve) => server.stdout.once('data', resolve));
          const run = await deliverTo(`https://localhost:${port}`, { side, inputs: { ...trusting, ...strange } });
          check(run, { requests: [] }, { ...refused, pattern: wantsCertificate });
        } finally {
          server.kill();
        }
      });
    }

    test(`each attempt has a connection of its own by TLS, ${side}`, async () => {
      const server = await startFaults([answer(503), answer(503), ACCEPTED], { tls: made.server });
      try {
        check(await deliverTo(server.origin, { side, inputs: trusting }), server, { ...accepted, requests: 3 });
        assert.equal(server.connections(), 3);
      } finally {
        await server.close();
      }
    });
  }
});
