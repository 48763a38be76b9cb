import type { AddressInfo, Server } from 'node:net';

/** Lets `server` listen on a port of 127.0.0.1 that the system chooses, and returns that port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
