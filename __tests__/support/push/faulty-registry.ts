import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from '../registry.ts';

/**
 * What a faulty registry does to one request: nothing, an answer of its own, cutting the connection, never answering, or
 * something else with the registry's answer before it is sent on.
 */
export type Fault = 'pass' | number | 'cut-upload' | 'hang' | Spoil;

/** Sends what is made of the registry's answer. */
type Spoil = (received: IncomingMessage, outgoing: ServerResponse) => void;

type FaultyRegistry = Registry & {
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
};

/** A proxy before `registry` that lets `fault` spoil requests; `count` is the number of requests like it before. */
export async function startFaulty(
  registry: Registry,
  fault: (request: string, count: number) => Fault,
): Promise<FaultyRegistry> {
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const name = `${incoming.method} ${incoming.url?.replace(/[0-9a-f-]{36}.*/, '<upload>')}`;
    const spoilt = fault(name, requests.filter((seen) => seen === name).length);
    requests.push(name);
    if (spoilt === 'hang') return;
    if (spoilt === 'cut-upload') incoming.once('data', () => incoming.socket.destroy());
    else if (typeof spoilt === 'number') answer(incoming, outgoing, spoilt);
    else forward(incoming, outgoing, registry.host, spoilt === 'pass' ? pass : spoilt);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    requests,
    close: async () => {
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

const pass: Spoil = (received, outgoing) => {
  outgoing.writeHead(received.statusCode ?? 502, received.headers);
  received.pipe(outgoing);
};

function forward(incoming: IncomingMessage, outgoing: ServerResponse, host: string, send: Spoil): void {
  // The Host header stays the proxy's, so that the upload addresses that the registry hands out lead back here.
  const [hostname, port] = host.split(':');
  const onward = request(
    { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
    (received) => send(received, outgoing),
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
