import type { ClientRequest, Agent as HttpAgent, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { monotonicMs } from './clock.ts';
import type { Answer, Exchange, Request } from './exchange.ts';
import {
  isProxyAnswer,
  type NetworkError,
  nameProxy,
  networkTrouble,
  refusedByProxy,
  statusIn,
  type Trouble,
} from './network-error.ts';
import type { TunnelAgent } from './proxy.ts';

/** One request, once. */

const BODY_LIMIT = 64 * 1024;
const HEADER_LIMIT = 256 * 1024;
/** Of what may come before the status line that counts, such as 103 Early Hints. */
const HEAD_LIMIT = 16 * 1024;
/** After the status line the body only adds words: a body that trickles or stalls is not waited for longer. */
const BODY_TIMEOUT_MS = 5_000;
/** What a request gets that was written late: it was sent to be heard. */
const LEAST_ANSWER_TIMEOUT_MS = 1_000;

/** The client for `protocol`, loaded when it is needed: TLS takes longer to load than all of this action. */
const clientFor = (protocol: string) => process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');

/** Sends `request` through `agent`, which uses `proxy` if there is one. Whatever happens is a value. */
export function send(request: Request, agent: HttpAgent, proxy: URL | undefined): Promise<Exchange> {
  const { url, method, body, timeoutMs, answerByMs, signal } = request;
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const startedMs = monotonicMs();
  const chunks: Buffer[] = [];
  let size = 0;
  /** What came before Node gave us an answer: when that never happens, there may still be a status line in it. */
  let head = '';
  let written = false;
  let response: IncomingMessage | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  /** Ends the exchange: with an answer when a status line was read, whatever came after it, and with `trouble` if not. */
  const end = (bodyEnd: Answer['bodyEnd'], trouble: Trouble = LOST) => {
    if (isOver) return; // The connection may serve another request by now.
    isOver = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    const durationMs = Math.round(monotonicMs() - startedMs);
    const status = response?.statusCode ?? statusIn(head);
    // A proxy that wants credentials has passed nothing on.
    const failure = (why: Trouble) =>
      resolve({ kind: 'failure', ...why, written: written && why.proxyStatus !== 407, durationMs });
    const passedOnBy = url.protocol === 'http:' ? proxy : undefined;
    if (status === undefined) failure(trouble);
    else if (passedOnBy && isProxyAnswer(status, response?.headers)) failure(refusedByProxy(passedOnBy, status));
    else {
      const retryAfter = response?.headers['retry-after'];
      const isRedirect = status >= 300 && status < 400;
      const leadsTo = isRedirect ? locationOrigin(response?.headers.location, url) : undefined;
      resolve({
        kind: 'answer',
        status,
        body: Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString('utf8'),
        bodyEnd,
        durationMs,
        ...(retryAfter === undefined ? {} : { retryAfter }),
        ...(leadsTo === undefined ? {} : { leadsTo }),
        ...(passedOnBy === undefined ? {} : { proxy: nameProxy(passedOnBy) }),
      });
    }
    if (bodyEnd === 'complete') return;
    client.destroy();
    tunnel?.destroy();
  };
  const cancel = () => end('cut', { code: 'CANCELLED', message: 'cancelled' });
  const keepHead = (chunk: Buffer) => {
    if (head.length < HEAD_LIMIT) head += chunk.toString('latin1', 0, HEAD_LIMIT);
  };
  const expectWithin = (limitMs: number) => {
    clearTimeout(timer);
    const giveUp = () => {
      const message = `no answer within ${Number((limitMs / 1000).toFixed(3))} s`;
      if (timer === mine) end('stalled', { code: 'TIMEOUT', message });
    };
    // On a busy machine the answer may be here already and only not read yet: what has arrived comes first.
    const mine = setTimeout(() => setImmediate(giveUp), limitMs);
    timer = mine;
  };

  const client = clientFor(url.protocol).request(url, {
    method,
    agent,
    maxHeaderSize: HEADER_LIMIT,
    headers: { ...request.headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
  });
  const tunnel = 'takeOpened' in agent ? (agent as TunnelAgent).takeOpened() : undefined;
  onReady(client, () => {
    written = true;
    if (answerByMs !== undefined) {
      expectWithin(Math.max(Math.round(answerByMs - monotonicMs()), LEAST_ANSWER_TIMEOUT_MS));
    }
  });
  client.on('socket', (socket) => socket.prependListener('data', keepHead)); // Before Node's own, which may find an error.
  client.on('finish', () => request.onSent?.());
  client.on('error', (error: NetworkError) => end('cut', networkTrouble(error, proxy, written)));
  client.on('response', (answer) => {
    response = answer;
    answer.socket.removeListener('data', keepHead);
    expectWithin(Math.min(timeoutMs, BODY_TIMEOUT_MS));
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > BODY_LIMIT) end('too long');
    });
    answer.on('end', () => end('complete'));
    answer.on('error', () => end('cut'));
    answer.on('close', () => end('cut'));
  });
  // Without an error and without an answer: after 101 Switching Protocols, which nobody asked for.
  client.on('close', () => {
    if (response === undefined) end('cut');
  });

  expectWithin(timeoutMs);
  if (signal.aborted) cancel();
  else {
    signal.addEventListener('abort', cancel);
    client.end(body);
  }
  return promise;
}

const LOST: Trouble = { code: 'ECONNRESET', message: 'the connection was closed before an answer (ECONNRESET)' };

/** Scheme and host in a Location header. What is behind them may be a login. */
function locationOrigin(location: string | undefined, { href }: URL): string | undefined {
  const url = location === undefined ? null : URL.parse(location, href);
  return url === null || url.host === '' ? undefined : url.origin.slice(0, 200);
}

/** Calls `markWritten` when `client` has a connection on which it can write, just before it does. */
function onReady(client: ClientRequest, markWritten: () => void): void {
  client.on('socket', (socket: Socket & { readonly secureConnecting?: boolean }) => {
    if (socket.secureConnecting) socket.once('secureConnect', markWritten);
    else if (socket.connecting) socket.once('connect', markWritten);
    else markWritten();
  });
}
