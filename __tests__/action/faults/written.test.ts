import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '../../../src/http/client.ts';
import { openTunnel, proxyAuthorization } from '../../../src/http/proxy.ts';
import { createTlsContext } from '../../../src/http/tls.ts';
import type { HttpClient, HttpResult } from '../../../src/http/types.ts';
import { makeCertificates } from '../../support/certificates.ts';
import { type Refusal, startProxy } from '../../support/fault-proxy.ts';
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

const made = makeCertificates();
const createContext = (ecdhCurve?: string) => createTlsContext({ caCertificate: made.ca.cert }, ecdhCurve);
const silent: FaultOptions['greet'] = (socket) => socket.pause();

type Fault = {
  readonly script: readonly Step[];
  readonly options?: FaultOptions;
  /** Where to, when not to the server. */
  readonly url?: () => Promise<string>;
  readonly proxy?: Refusal;
  readonly cancel?: true;
  readonly code: string;
  readonly written: boolean;
};

const tls = made.server;
const faults: Readonly<Record<string, Fault>> = {
  refused: {
    script: [],
    url: async () => `http://127.0.0.1:${await freePort()}`,
    code: 'ECONNREFUSED',
    written: false,
  },
  'reset when the request is there': { script: [reset], code: 'ECONNRESET', written: true },
  'no answer': { script: [hang], code: 'TIMEOUT', written: true },
  'no answer, by TLS': { script: [hang], options: { tls }, code: 'TIMEOUT', written: true },
  'reset when the request is there, by TLS': { script: [reset], options: { tls }, code: 'ECONNRESET', written: true },
  'no TLS handshake': {
    script: [hang],
    options: { greet: silent },
    url: async () => 'https://127.0.0.1',
    code: 'TIMEOUT',
    written: false,
  },
  'a TLS handshake that is cut': {
    script: [],
    options: { greet: (socket) => socket.end() },
    url: async () => 'https://127.0.0.1',
    code: 'ECONNRESET',
    written: false,
  },
  'a certificate that is not trusted': {
    script: [ACCEPTED],
    options: { tls: made.selfSigned },
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    written: false,
  },
  'a tunnel that is refused': {
    script: [ACCEPTED],
    options: { tls },
    proxy: (socket) => socket.write('HTTP/1.1 403 X\r\n\r\n'),
    code: 'PROXY_REFUSED',
    written: false,
  },
  'a tunnel that is not opened': {
    script: [ACCEPTED],
    options: { tls },
    proxy: () => {},
    code: 'TIMEOUT',
    written: false,
  },
  'cancelled while there is no answer': { script: [hang], cancel: true, code: 'CANCELLED', written: true },
  'cancelled while there is no TLS handshake': {
    script: [],
    options: { greet: silent },
    url: async () => 'https://127.0.0.1',
    cancel: true,
    code: 'CANCELLED',
    written: false,
  },
};

/** What must not be repeated once it was written depends on this being exact: it is false only when no byte can have arrived. */
describe('whether a request was written', { concurrency: true }, () => {
  for (const [what, { script, options, url, proxy, cancel, code, written }] of Object.entries(faults)) {
    test(`${what}: ${written ? 'perhaps' : 'no'}`, async () => {
      const server = await startFaults(script, options);
      const between = proxy && (await startProxy([proxy]));
      const given = await url?.();
      const target = new URL(given ?? server.origin);
      if (given !== undefined && target.port === '') target.port = String(server.port);
      const client = createClient({
        createContext,
        skipTlsVerification: false,
        ...(between && { proxies: { proxyFor: () => new URL(between.url), openTunnel, proxyAuthorization } }),
      });
      const abort = new AbortController();
      const isThere = () => (written ? server.requests.length : server.connections()) > 0;
      if (cancel) void until(isThere).then(() => abort.abort());
      try {
        const result = await send(client, target, abort.signal);
        assert.ok(result.kind === 'failure', JSON.stringify(result));
        assert.deepEqual([result.code, result.written], [code, written], result.message);
        if (!written) assert.equal(server.requests.length, 0, 'the server saw it');
      } finally {
        await Promise.all([server.close(), between?.close()]);
      }
    });
  }

  test('a connection that was closed while it rested is not used again', async () => {
    let isClosed = false;
    const closing: Step = (socket, request) => {
      answer(202)(socket, request);
      setTimeout(() => socket.end(), 50);
      socket.on('close', () => {
        isClosed = true;
      });
    };
    const server = await startFaults([closing, answer(202)]);
    const client = createClient({ skipTlsVerification: false });
    try {
      const { signal } = new AbortController();
      assert.equal((await send(client, new URL(server.origin), signal)).kind, 'response');
      await until(() => isClosed);
      const result = await send(client, new URL(server.origin), signal);
      assert.ok(result.kind === 'response' && result.status === 202);
      assert.equal(server.connections(), 2);
    } finally {
      await server.close();
    }
  });

  test('a connection that is used again: perhaps, from the start', async () => {
    const server = await startFaults([answer(202), reset]);
    const client = createClient({ skipTlsVerification: false });
    try {
      const { signal } = new AbortController();
      assert.equal((await send(client, new URL(server.origin), signal)).kind, 'response');
      const result = await send(client, new URL(server.origin), signal);
      assert.ok(result.kind === 'failure' && result.written);
      assert.equal(server.connections(), 1);
    } finally {
      await server.close();
    }
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20);
}

function send(client: HttpClient, url: URL, signal: AbortSignal): Promise<HttpResult> {
  return client.send({ url, method: 'POST', headers: {}, body: '{}', timeoutMs: 4_000, keepAlive: true, signal });
}
