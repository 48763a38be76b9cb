import type { ClientRequest, Agent as HttpAgent, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { monotonicMs } from './clock.ts';
import type { Answer, Exchange, Request } from './exchange.ts';
import { loadOnce } from './load-once.ts';
import type { TunnelAgent } from './proxy.ts';
import type { Ending } from './read-ending.ts';

/** One request, once. */

const BODY_LIMIT = 64 * 1024;
const HEADER_LIMIT = 256 * 1024;
/** Of what may come before the status line that counts, such as 103 Early Hints. */
const HEAD_LIMIT = 16 * 1024;
/** After the status line the body only adds words: a body that trickles or stalls is not waited for longer. */
const BODY_TIMEOUT_MS = 5_000;
/** What is left to a request that was begun late: it was sent to be heard. */
const LEAST_MS = 1_000;
/** The longest that a timer can be set to. */
const FOREVER_MS = 2 ** 31 - 1;

/** The client for `protocol`, loaded when it is needed: TLS takes longer to load than all of this action. */
const clientFor = (protocol: string) => process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');

/** Sends `request` through `agent`, which uses `proxy` if there is one. Whatever happens is a value. */
export function send(request: Request, agent: HttpAgent, proxy: URL | undefined): Promise<Exchange> {
  const { url, method, timeoutMs, endByMs, signal } = request;
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const startedMs = monotonicMs();
  const chunks: Buffer[] = [];
  let size = 0;
  /** What came before Node gave us an answer. */
  let head = '';
  let written = false;
  let response: IncomingMessage | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  /** Ends the exchange, once. Without a status line, `trouble` says why there is none. */
  const end = (bodyEnd: Answer['bodyEnd'], trouble: Ending['trouble'] = LOST) => {
    if (isOver) return; // The connection may serve another request by now.
    isOver = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    const body = Buffer.concat(chunks).subarray(0, BODY_LIMIT);
    const durationMs = Math.round(monotonicMs() - startedMs);
    const ending = { url, proxy, response, head, body, bodyEnd, written, trouble, durationMs };
    resolve(loadReadEnding().then(({ readEnding }) => readEnding(ending)));
    if (bodyEnd === 'complete') return;
    client.destroy();
    tunnel?.destroy();
  };
  const cancel = () => end('cut', { code: 'CANCELLED', message: 'cancelled' });
  const keepHead = (chunk: Buffer) => {
    if (head.length < HEAD_LIMIT) head += chunk.toString('latin1', 0, HEAD_LIMIT);
  };
  const expectWithin = (allowedMs: number) => {
    clearTimeout(timer);
    const leftMs = endByMs === undefined ? FOREVER_MS : Math.round(endByMs - monotonicMs());
    const limitMs = Math.min(allowedMs, Math.max(leftMs, LEAST_MS));
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
    headers: request.headers,
  });
  const tunnel = 'takeOpened' in agent ? (agent as TunnelAgent).takeOpened() : undefined;
  onReady(client, () => {
    written = true;
    if (request.awaitsEnd) expectWithin(FOREVER_MS);
  });
  client.on('socket', (socket) => socket.prependListener('data', keepHead)); // Before Node's own, which may find an error.
  client.on('finish', () => request.onSent?.());
  client.on('error', (error) => end('cut', error));
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
    client.end(request.body);
  }
  return promise;
}

const LOST = { code: 'ECONNRESET', message: 'the connection was closed before an answer (ECONNRESET)' };

const loadReadEnding = loadOnce(() => import('./read-ending.ts'));

/** Calls `markWritten` when `client` has a connection on which it can write, just before it does. */
function onReady(client: ClientRequest, markWritten: () => void): void {
  client.on('socket', (socket: Socket & { readonly secureConnecting?: boolean }) => {
    if (socket.secureConnecting) socket.once('secureConnect', markWritten);
    else if (socket.connecting) socket.once('connect', markWritten);
    else markWritten();
  });
}
