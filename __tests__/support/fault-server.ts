import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket, type TlsOptions } from 'node:tls';

/** A request that arrived, as its bytes were. */
export type Seen = {
  readonly line: string;
  /** By lower-case name; the last value of each. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it was there whole: milliseconds since the epoch. */
  readonly atMs: number;
  /** The number of the connection that it came on. */
  readonly connection: number;
};

/** What the server does with a request. */
export type Step = (socket: Socket, request: Seen) => void;

export type FaultServer = {
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly Seen[];
  /** Connections that were opened, and how many were open at the same time at most. */
  readonly connections: () => number;
  readonly peak: () => number;
  close(): Promise<void>;
};

export type FaultOptions = {
  readonly tls?: TlsOptions;
  readonly host?: string;
  readonly port?: number;
  /** Done with each connection before it says anything. */
  readonly greet?: (socket: Socket) => void;
  /** Steps run when the head of a request is there, and not only when its body is. */
  readonly early?: boolean;
};

/** A server on a loopback socket that does with each request what `script` says: one step each, the last one for all that follow. */
export async function startFaults(script: readonly Step[], options: FaultOptions = {}): Promise<FaultServer> {
  const { tls, greet, host = '127.0.0.1' } = options;
  const requests: Seen[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let peak = 0;

  const serve = (socket: Socket) => {
    const connection = connections++;
    sockets.add(socket);
    peak = Math.max(peak, sockets.size);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.setNoDelay(true);
    greet?.(socket);
    let bytes = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (;;) {
        const [request, length] = readRequest(bytes, connection, options.early ?? false);
        if (request === undefined) return;
        bytes = bytes.subarray(length);
        const step = script[Math.min(requests.length, script.length - 1)];
        requests.push(request);
        step?.(socket, request);
      }
    });
  };
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  // A client that will have nothing to do with our certificate is no error of this server.
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    port,
    requests,
    connections: () => connections,
    peak: () => peak,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The first request in `bytes`, if it is there, and how long it is. */
function readRequest(bytes: Buffer, connection: number, early: boolean): readonly [Seen?, number?] {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const [line = '', ...fields] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  );
  const length = end + 4 + (early ? 0 : Number(headers['content-length'] ?? 0));
  if (bytes.length < length) return [];
  return [{ line, headers, body: bytes.toString('utf8', end + 4, length), atMs: Date.now(), connection }, length];
}

const head = (status: number, headers: Readonly<Record<string, string | number>>) =>
  [`HTTP/1.1 ${status} X`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');

/** A whole answer; the connection stays open. */
export function answer(status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Step {
  return (socket) => socket.write(head(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }) + body);
}

export const JOB_ID = '0192d3a4-0000-7000-8000-000000000001';

/** An answer as doco-cd writes it. */
export function docoCdAnswer(status: number, body: object): Step {
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  return answer(status, type, JSON.stringify({ ...body, job_id: JOB_ID }));
}

export const ACCEPTED = docoCdAnswer(202, { content: 'job accepted' });

/** Bytes, and then nothing more. */
export const write =
  (text: string): Step =>
  (socket) =>
    socket.write(text);

/** Bytes, and then the end of the connection. */
export const writeAndClose =
  (text: string): Step =>
  (socket) =>
    socket.end(text);

/** Bytes, and then a reset: a little later, so that the bytes arrive. */
export const writeAndReset =
  (text: string): Step =>
  (socket) =>
    socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 50));

/** By TLS it ends without the notice that ends should have. */
export const reset: Step = (socket) => {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
};
export const close: Step = (socket) => socket.end();
export const hang: Step = () => {};

/** `text` at once, then one byte of `slow` every `everyMs`. */
export function trickle(text: string, slow: string, everyMs: number): Step {
  return (socket) => {
    socket.write(text);
    let sent = 0;
    const timer = setInterval(() => {
      if (sent === slow.length || socket.destroyed) clearInterval(timer);
      else socket.write(slow.charAt(sent++));
    }, everyMs);
  };
}

/** An answer with a body of `bytes`, as fast as it is taken. */
export function flood(status: number, bytes: number): Step {
  return (socket) => {
    socket.write(head(status, { 'Content-Length': bytes }));
    const chunk = Buffer.alloc(64 * 1024, 'x');
    let left = bytes;
    const pour = () => {
      while (left > 0 && !socket.destroyed) {
        left -= chunk.length;
        if (!socket.write(chunk)) return void socket.once('drain', pour);
      }
    };
    pour();
  };
}
