import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { listen } from './listen.ts';

/** What a proxy was asked for. */
export type Asked = { readonly line: string; readonly authorization: string | undefined };

export type ProxyServer = {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Connections to it that are open, and how many were at the same time at most. */
  readonly open: () => number;
  readonly peak: () => number;
  close(): Promise<void>;
};

/** What a scripted proxy does instead of passing the request on. */
export type Refusal = (socket: Socket) => void;

/** An HTTP proxy that passes requests on, CONNECT or not; or does the next of `refusals`, the last one for ever. `hints` come before the answer to CONNECT. */
export async function startProxy(
  refusals: readonly (Refusal | undefined)[] = [undefined],
  hints = '',
): Promise<ProxyServer> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  let peak = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    // Counted once the ends that came before it were read too.
    setImmediate(() => {
      peak = Math.max(peak, sockets.size);
    });
    // Ended by the client is enough: our own half closes when this process comes to it.
    for (const event of ['end', 'close']) socket.on(event, () => sockets.delete(socket));
    socket.on('error', () => {});
    let head = '';
    const read = (chunk: Buffer) => {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const [line = ''] = head.split('\r\n');
      const refuse = refusals[Math.min(asked.length, refusals.length - 1)];
      asked.push({ line, authorization: /^proxy-authorization: (.*)$/im.exec(head)?.[1]?.trim() });
      const whole = head;
      head = '';
      if (refuse !== undefined) return refuse(socket);
      socket.off('data', read);
      passOn(socket, line, whole, hints);
    };
    socket.on('data', read);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    open: () => sockets.size,
    peak: () => peak,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Connects both ends. What was asked in absolute form stays so: our servers do not mind. */
function passOn(socket: Socket, line: string, head: string, hints: string): void {
  const [method = '', target = ''] = line.split(' ');
  const { hostname, port } = new URL(method === 'CONNECT' ? `tunnel://${target}` : target);
  const onward = connect(Number(port || 80), hostname);
  onward.on('connect', () => {
    if (method === 'CONNECT') socket.write(`${hints}HTTP/1.1 200 Connection established\r\n\r\n`);
    else onward.write(head, 'latin1');
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
  onward.on('close', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}

/** Debian's tinyproxy with these lines in its configuration. */
export async function startTinyproxy(lines: readonly string[] = []): Promise<ProxyServer> {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-tinyproxy-'));
  const port = await freePort();
  const log = join(directory, 'log');
  const standard = [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 60', 'LogLevel Connect', `LogFile "${log}"`];
  writeFileSync(join(directory, 'conf'), `${[...standard, ...lines].join('\n')}\n`);
  const child: ChildProcess = spawn('tinyproxy', ['-d', '-c', join(directory, 'conf')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await untilListening(port);
  return {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    open: () => 0,
    peak: () => 0,
    async close() {
      child.kill();
      await ended;
      rmSync(directory, { recursive: true });
    },
  };
}

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.end());
    });
    if (isUp) return;
    await sleep(50);
  }
  throw new Error(`nothing listens on ${port}`);
}
