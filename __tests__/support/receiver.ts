import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A request that arrived, whole. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly atMs: number;
};

export type Receiver = {
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly Received[];
  /** Connections that were opened. */
  readonly connections: () => number;
  readonly server: Server;
  close(): Promise<void>;
};

export type Respond = (request: Received, response: ServerResponse, index: number) => void;

/** A loopback server, HTTPS with `tls`, that records requests and answers by `respond`: by default with 202, as doco-cd does. */
export async function startReceiver(respond: Respond = accepted, tls?: ServerOptions, listenOn = 0): Promise<Receiver> {
  const requests: Received[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received: Received = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        atMs: performance.now(),
      };
      requests.push(received);
      respond(received, response, requests.length - 1);
    });
    request.on('error', () => {});
    response.on('error', () => {});
  };
  const server: Server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(listenOn, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://${tls === undefined ? '127.0.0.1' : 'localhost'}:${port}`,
    port,
    requests,
    connections: () => connections,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON as doco-cd does. */
export function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** Answers as doco-cd does when it takes a message. */
export function accepted(_request: Received, response: ServerResponse): void {
  answer(response, 202, { content: 'job accepted', job_id: randomUUID() });
}

/** doco-cd's immediate answer to a request that it refuses: status, and `error` and `content` of the body. */
export type Refusal = { readonly status: number; readonly error: string; readonly content: string };

/** The signed body of a request that passed. */
export type Payload = { readonly source: string; readonly digest?: unknown; readonly artifact?: unknown };

/** Whether doco-cd has its webhook at this path. */
export function isWebhookPath(path: string): boolean {
  return /^\/v1\/webhook(?:\/[^/?]+)?(?:\?.*)?$/.test(path);
}

/** doco-cd's check of a webhook as its handler does it, in its order (doco-cd handler_webhook.go), as a running server was seen to do it. */
export function checkReceipt({ method, headers, body }: Received, secret: string): Payload | Refusal {
  const refuse = (status: number, error: string, content = error): Refusal => ({ status, error, content });
  if (method !== 'POST') return refuse(405, 'invalid http method');
  if (body === '') return refuse(500, 'failed to parse payload', 'failed to parse payload: request body is empty');
  const foreign = [
    'x-hub-signature-256',
    'x-gitea-signature',
    'x-gitlab-token',
    'x-gogs-signature',
    'x-forgejo-signature',
  ];
  if (foreign.some((name) => name in headers))
    return refuse(500, 'failed to parse payload', 'unexpected end of JSON input');
  const given = headers['x-doco-oci-signature-256'];
  if (typeof given !== 'string' || given.trim() === '') return refuse(400, 'missing signature or token header');
  const expected = Buffer.from(createHmac('sha256', secret).update(body).digest('hex'));
  const found = Buffer.from(given.replace(/^sha256=/, ''));
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) {
    return refuse(401, 'incorrect secret key', 'HMAC verification failed');
  }
  let payload: Payload;
  try {
    payload = JSON.parse(body);
  } catch {
    return refuse(500, 'failed to parse payload', 'invalid character looking for beginning of value');
  }
  if (typeof payload.source !== 'string' || payload.source.trim() !== 'oci')
    return refuse(500, 'failed to parse payload');
  return payload;
}

/** The router's answer where it has no route. */
export function pageNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('404 page not found\n');
}

/** doco-cd's receipt alone: what it takes on is accepted and then forgotten. The whole of it is in doco-cd.ts. */
export function docoCd(secret: string): Respond {
  return (request, response) => {
    if (!isWebhookPath(request.path)) return pageNotFound(response);
    const job_id = randomUUID();
    const checked = checkReceipt(request, secret);
    if ('status' in checked) {
      const { status, error, content } = checked;
      return answer(response, status, { error, content, job_id });
    }
    answer(response, 202, { content: 'job accepted', job_id });
  };
}
