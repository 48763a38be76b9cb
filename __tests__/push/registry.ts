import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request, type ServerResponse, createServer as serveHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The user that a registry with a password knows. The hash is bcrypt of PASSWORD, cost 4. */
export const USER = 'tester';
export const PASSWORD = 's3cret-of-the-test';
const HTPASSWD = `${USER}:$2b$04$XJ86oj93e4RkDWg4cuY77ebx7uxJfA6a5/xLp2i7ByMZkgTYTDIZu\n`;

export type Registry = {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  readonly stop: () => Promise<void>;
};

/** A real docker-registry on a free port of 127.0.0.1, with its storage in a directory of its own. */
export async function startRegistry(options: { readonly password?: boolean } = {}): Promise<Registry> {
  const directory = await mkdtemp(join(tmpdir(), 'oci-webhook-registry-'));
  const config = {
    version: '0.1',
    log: { level: 'info' },
    storage: { filesystem: { rootdirectory: join(directory, 'data') } },
    http: { addr: '127.0.0.1:0' },
    ...(options.password && { auth: { htpasswd: { realm: 'test', path: join(directory, 'htpasswd') } } }),
  };
  await writeFile(join(directory, 'config.yml'), JSON.stringify(config));
  await writeFile(join(directory, 'htpasswd'), HTPASSWD);
  const child = spawn('docker-registry', ['serve', join(directory, 'config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, OTEL_TRACES_EXPORTER: 'none' },
  });
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
    await rm(directory, { recursive: true, force: true });
  };
  try {
    return { host: await listening(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listening(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  const started = new Promise<string>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new Error('docker-registry does not start: apt-get install docker-registry skopeo umoci', { cause })),
    );
    child.once('exit', () => reject(new Error(`docker-registry ended:\n${lines.join('\n')}`)));
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      const host = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (host !== undefined) resolve(host);
    });
  });
  return started;
}

/** What a faulty registry does to one request: nothing, an answer of its own, cutting the connection, or never answering. */
export type Fault = 'pass' | number | 'cut-upload' | 'hang';

export type FaultyRegistry = Registry & {
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
};

/** A proxy before `registry` that lets `fault` spoil requests; `count` is the number of requests like it before. */
export async function startFaulty(
  registry: Registry,
  fault: (request: string, count: number) => Fault,
): Promise<FaultyRegistry> {
  const requests: string[] = [];
  const server = serveHttp((incoming, outgoing) => {
    const name = `${incoming.method} ${incoming.url?.replace(/[0-9a-f-]{36}.*/, '<upload>')}`;
    const verdict = fault(name, requests.filter((seen) => seen === name).length);
    requests.push(name);
    if (verdict === 'hang') return;
    if (verdict === 'cut-upload') incoming.once('data', () => incoming.socket.destroy());
    else if (verdict === 'pass') forward(incoming, outgoing, registry.host);
    else answer(incoming, outgoing, verdict);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(incoming: IncomingMessage, outgoing: ServerResponse, status: number): void {
  incoming.resume();
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ errors: [{ code: 'UNKNOWN', message: 'spoilt by the test' }] }));
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, host: string): void {
  // The Host header stays the proxy's, so that the upload addresses that the registry hands out lead back here.
  const [hostname, port] = host.split(':');
  const onward = request(
    { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
    (received) => {
      outgoing.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
