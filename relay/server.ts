import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createRelay } from './relay.ts';
import { readSettings, SettingsError } from './settings.ts';

/** The relay on Node and Bun: `node server.ts`. */

/** A registry sends a few kilobytes: who takes longer holds a connection open. */
const REQUEST_TIMEOUT_MS = 30_000;

async function main(): Promise<void> {
  const settings = await readSettings(process.env);
  const relay = createRelay(settings);
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, async (incoming, outgoing) => {
    const request = toRequest(incoming);
    const response = request === undefined ? new Response('bad request\n', { status: 400 }) : await relay(request);
    // The connection ends where the rest of a body was not read, and where the process is to end.
    outgoing.shouldKeepAlive &&= incoming.complete && server.listening;
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  server.on('error', (error) => {
    console.error(`cannot listen: ${error.message}`);
    process.exit(1);
  });
  server.listen(settings.port, settings.host, () => {
    const { address, port } = server.address() as AddressInfo;
    console.log(`listening on ${address} port ${port}`);
  });
  // What is under way is still answered.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => server.close(() => process.exit(0)));
  }
}

/** The request in the terms of the web, or undefined where its target or a header is not valid there. */
function toRequest(incoming: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '/', headersDistinct } = incoming;
  try {
    const headers = new Headers();
    for (const [name, values = []] of Object.entries(headersDistinct)) {
      for (const value of values) headers.append(name, value);
    }
    const body = method === 'POST' ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {};
    // The host is of no account, and may be anything: a path that begins with two slashes would become one.
    const target = url.startsWith('/') ? `http://relay.invalid${url}` : url;
    return new Request(target, { method, headers, ...body } as RequestInit);
  } catch {
    return undefined;
  }
}

main().catch((error) => {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
