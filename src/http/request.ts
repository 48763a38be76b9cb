import type {
  ClientRequest,
  request as createRequest,
  Agent as HttpAgent,
  IncomingMessage,
  RequestOptions,
} from 'node:http';
import { isIP, type Socket } from 'node:net';
import { monotonicMs } from '../util/time.ts';
import type { DialOptions } from './connect.ts';
import { type RawResponse, toResult } from './response.ts';
import type { HttpRequest, HttpResponse, HttpResult } from './types.ts';

/** One request over one connection. */

/** Of an answer only its status, an id and a message are used. */
const BODY_LIMIT = 64 * 1024;
/** With `needsBody`: the record of a deployment may hold everything that it wrote. */
const NEEDED_BODY_LIMIT = 1024 * 1024;
/** Node takes 16 KiB, and some proxies add more: policies and cookies. */
const HEADER_LIMIT = 256 * 1024;
/** Bytes kept of what comes before the response, such as 103 Early Hints. */
const HEAD_LIMIT = 16 * 1024;
/** After the status line the body is only needed for messages, so a slow one is not waited for longer. */
const BODY_TIMEOUT_MS = 5_000;
/** What a request still gets if it began just before the end: otherwise its answer would be lost. */
export const LEAST_MS = 1_000;
/** The longest time that a timer can be set to. */
const FOREVER_MS = 2 ** 31 - 1;

/** How to reach the server. */
export type Route = {
  /** Of node:http or node:https. */
  readonly request: typeof createRequest;
  readonly agent: HttpAgent;
  readonly proxy?: URL | undefined;
  /** Headers for the proxy itself, with each http request. */
  readonly proxyHeaders?: Readonly<Record<string, string>> | undefined;
};

const CLOSED = { code: 'ECONNRESET', message: 'the connection was closed before an answer (ECONNRESET)' };
const CANCELLED = { code: 'CANCELLED', message: 'cancelled' };

/** Sends `request` once, to the first of these `addresses` that answers. Whatever happens is a value. */
export async function sendOnce(request: HttpRequest, route: Route, addresses: readonly string[]): Promise<HttpResult> {
  const startedMs = monotonicMs();
  const abandoned = new AbortController();
  const client = begin(request, route, { addresses, abandoned: abandoned.signal });
  const raw = await sendAndCollect(request, client);
  if (raw.bodyState !== 'complete') {
    abandoned.abort();
    client.destroy();
  }
  const durationMs = Math.round(monotonicMs() - startedMs);
  const decoded = await decodeBody(raw, request);
  return toResult(decoded, { url: request.url, proxy: route.proxy, durationMs });
}

function begin(
  { url, method, headers: wanted }: HttpRequest,
  { request, agent, proxy, proxyHeaders }: Route,
  connection: Pick<DialOptions, 'addresses' | 'abandoned'>,
): ClientRequest {
  // A name may end with a dot for the resolver. Servers know themselves without it, also in the TLS handshake.
  const host = url.host.replace(/\.(?=:|$)/, '');
  // Without it a server may answer in any coding (RFC 9110 12.5.3).
  const headers = { ...wanted, ...proxyHeaders, host, 'accept-encoding': 'identity' };
  const options: RequestOptions = { method, agent, maxHeaderSize: HEADER_LIMIT, headers };
  // Options pass through the agent to what opens its connections.
  Object.assign(options, connection);
  // A proxy is sent the whole URL for http. For https the agent opens a tunnel.
  if (url.protocol !== 'http:' || proxy === undefined) return request(url, options);
  // The Host header is the receiver's, but TLS is the proxy's.
  const servername = isIP(proxy.hostname.replace(/^\[|\]$/g, '')) === 0 ? proxy.hostname : '';
  return request(proxy, { ...options, auth: null, path: url.href, servername } as RequestOptions);
}

function bodyLimit({ needsBody, wholeBytes }: HttpRequest): number {
  return wholeBytes ?? (needsBody ? NEEDED_BODY_LIMIT : BODY_LIMIT);
}

/** What came back as it was before it was compressed. */
async function decodeBody(raw: RawResponse, request: HttpRequest): Promise<RawResponse> {
  const coding = raw.response?.headers['content-encoding'] ?? 'identity';
  if (/^(?:identity)?$/i.test(coding.trim()) || raw.body.length === 0) return raw;
  const { decode } = await import('./decode.ts');
  const decoded = await decode(raw.body, coding, bodyLimit(request));
  if (decoded === undefined) return raw;
  return { ...raw, body: decoded.bytes, bodyState: decoded.isTooLong ? 'too long' : raw.bodyState };
}

/** Sends the body and collects what comes back, until the response has ended or there is nothing more to expect. */
function sendAndCollect(request: HttpRequest, client: ClientRequest): Promise<RawResponse> {
  const { url, timeoutMs, signal, endByMs = Number.POSITIVE_INFINITY } = request;
  const { promise, resolve } = Promise.withResolvers<RawResponse>();
  const [head, body] = [new Collector(HEAD_LIMIT), new Collector(bodyLimit(request))];
  let response: IncomingMessage | undefined;
  let [passedProxy, isHandshake, written, isOver] = [false, false, false, false];

  /** Ends it. Without a status line, `reason` says why there is none. */
  const end = (bodyState: HttpResponse['bodyState'], reason: RawResponse['reason'] = CLOSED) => {
    if (isOver) return; // The connection may serve another request by now.
    isOver = true;
    timer.stop();
    signal.removeEventListener('abort', cancel);
    const wasInHandshake = isHandshake && !written;
    const heard = {
      response,
      head: response === undefined ? head.bytes().toString('latin1') : '',
      body: body.bytes(),
      isWhole: request.wholeBytes !== undefined,
    };
    resolve({ ...heard, bodyState, passedProxy, wasInHandshake, written, reason });
  };
  const cancel = () => end('cut', CANCELLED);
  const timer = new ResponseTimer((limit) => {
    const what = written || url.protocol === 'https:' ? 'answer' : 'connection';
    end('stalled', { code: 'TIMEOUT', message: `no ${what} within ${limit}` });
  });
  timer.endByMs = Math.min(endByMs, request.deadlineMs ?? Number.POSITIVE_INFINITY);
  const keepHead = (chunk: Buffer) => void head.add(chunk);

  client.on('socket', (socket) => {
    socket.prependListener('data', keepHead); // Before Node's parser, which may find an error.
    if (url.protocol === 'https:') passedProxy = true; // If there is a proxy, it has opened the tunnel.
    isHandshake = url.protocol === 'https:';
    whenWritable(socket, () => {
      passedProxy = true;
      written = true;
      if (!request.mayTakeUntilEnd) return;
      timer.endByMs = endByMs;
      timer.start(FOREVER_MS);
    });
  });
  client.on('error', (error) => end('cut', error));
  client.on('response', (answer) => {
    response = answer;
    // Behind a load balancer the connection belongs to one instance: after a refusal the next attempt needs a new one.
    if (!is2xxStatus(answer.statusCode)) client.shouldKeepAlive = false;
    answer.socket.removeListener('data', keepHead);
    if (!request.needsBody && request.wholeBytes === undefined) timer.start(Math.min(timeoutMs, BODY_TIMEOUT_MS));
    answer.on('data', (chunk: Buffer) => {
      if (!body.add(chunk)) end('too long');
    });
    answer.on('end', () => end('complete'));
    answer.on('error', () => end('cut'));
    answer.on('close', () => end('cut'));
  });
  // Without an error and without a response: after 101 Switching Protocols, which nobody asked for.
  client.on('close', () => {
    if (response === undefined) end('cut');
  });

  timer.start(timeoutMs);
  if (signal.aborted) cancel();
  else {
    signal.addEventListener('abort', cancel);
    client.end(request.body);
  }
  return promise;
}

function is2xxStatus(status = 0): boolean {
  return status >= 200 && status < 300;
}

/** Calls `onWritable` when the connection is up, just before the request is written to it. */
function whenWritable(socket: Socket & { readonly secureConnecting?: boolean }, onWritable: () => void): void {
  if (socket.secureConnecting) socket.once('secureConnect', onWritable);
  else if (socket.connecting) socket.once('connect', onWritable);
  else onWritable();
}

/** The one timer of a request: how long the next step may take, but never longer than until `endByMs`. */
class ResponseTimer {
  endByMs = Number.POSITIVE_INFINITY;
  readonly #onTimeout: (limit: string) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(onTimeout: (limit: string) => void) {
    this.#onTimeout = onTimeout;
  }

  /** Allows `allowedMs` from now on, whatever was allowed before. */
  start(allowedMs: number): void {
    this.stop();
    const leftMs = Math.round(this.endByMs - monotonicMs());
    const limitMs = Math.min(allowedMs, Math.max(leftMs, LEAST_MS));
    const timer = setTimeout(() => setImmediate(giveUp), limitMs);
    // On a busy machine the response may be here already and only not read yet: what has arrived comes first.
    const giveUp = () => {
      if (this.#timer === timer) this.#onTimeout(`${Number((limitMs / 1000).toFixed(1))} s`);
    };
    this.#timer = timer;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** The first bytes of a stream, up to a limit. */
class Collector {
  readonly #limit: number;
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Keeps what fits of `chunk`; returns whether all of it did. */
  add(chunk: Buffer): boolean {
    const left = this.#limit - this.#size;
    if (left > 0) this.#chunks.push(chunk.subarray(0, left));
    this.#size += chunk.length;
    return this.#size <= this.#limit;
  }

  bytes(): Buffer {
    const [first] = this.#chunks;
    return first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
  }
}
