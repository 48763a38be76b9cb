import { connect, isIP, type Socket } from 'node:net';
import { monotonicMs } from '../util/time.ts';
import type { NetworkError } from './errors.ts';

/** From a host's name to a connection: one look-up for each name, and every address is tried. */

/** What a connection needs to know. `abandoned` ends it while it is being opened. */
export type DialOptions = {
  readonly host: string;
  readonly port: number;
  /** Of the host, or of the proxy that leads to it. */
  readonly addresses: readonly string[];
  readonly abandoned?: AbortSignal | undefined;
};

export type Dial = (options: DialOptions) => Promise<Socket>;

/** How long one address may be silent before the next is tried beside it (RFC 8305, section 5). */
const NEXT_ADDRESS_MS = 250;
/** A look-up is given up after what the system's resolver takes to ask three dead servers twice, 5 s each. */
const LOOK_UP_MS = 30_000;
/** Addresses to which no connection came are looked up again when they are older than this: the host may have moved. */
const FRESH_MS = 10_000;
/**
 * Node looks names up in half of its threads: so many make look-ups wait for the name server only, not for each other.
 */
const MOST_THREADS = 512;

/**
 * Opens a connection to whichever of the addresses answers first. They are tried in order, the next one when the last
 * has failed or been silent for a moment, and none is given up before `abandoned`: Node's own connections give up all
 * but the last after 250 ms. Rejects with an AggregateError when all have failed.
 */
export function dialDirectly({ addresses, port, abandoned }: DialOptions): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const open = new Set<Socket>();
  const errors: NetworkError[] = [];
  let tried = 0;
  let timer: NodeJS.Timeout | undefined;

  const stop = () => {
    clearTimeout(timer);
    abandoned?.removeEventListener('abort', onAbandoned);
    for (const socket of open)
      socket
        .removeAllListeners()
        .on('error', () => {})
        .destroy();
  };
  const fail = () => {
    stop();
    reject(Object.assign(new AggregateError(errors), { code: errors[0]?.code }));
  };
  const onAbandoned = () => fail();
  const tryNext = () => {
    clearTimeout(timer);
    const host = addresses[tried++];
    if (host === undefined) {
      if (open.size === 0) fail();
      return;
    }
    const socket = connect({ host, port, noDelay: true });
    open.add(socket);
    const onError = (error: Error) => {
      open.delete(socket);
      errors.push(error);
      tryNext();
    };
    socket.once('error', onError).once('connect', () => {
      open.delete(socket);
      stop();
      socket.off('error', onError);
      resolve(socket);
    });
    if (tried < addresses.length) timer = setTimeout(tryNext, NEXT_ADDRESS_MS);
  };

  if (abandoned?.aborted) fail();
  else {
    abandoned?.addEventListener('abort', onAbandoned);
    tryNext();
  }
  return promise;
}

/** The addresses of a name, or why there are none: Node's error, or one of ours. */
export type Found = { readonly addresses: readonly string[] } | { readonly error: NetworkError };

type Resolver = {
  /** Looks a host up until `endByMs`. Those who ask for the same name share one look-up. Never rejects. */
  find(hostname: string, endByMs: number, signal: AbortSignal): Promise<Found>;
  /** No connection came of these addresses. */
  distrust(hostname: string): void;
};

/** A resolver that asks the system, as every other program does: /etc/hosts and search domains count. */
export function createResolver(): Resolver {
  const known = new Map<string, { readonly addresses: readonly string[]; readonly foundMs: number }>();
  const pending = new Map<string, Promise<Found>>();

  async function lookUp(host: string): Promise<Found> {
    // Through the module itself: it is not loaded before, and tests replace what it answers.
    const { default: dns } = await import('node:dns');
    const { promise, resolve } = Promise.withResolvers<Found>();
    dns.lookup(host, { all: true, hints: dns.ADDRCONFIG }, (error, found) => {
      pending.delete(host);
      if (error) return resolve({ error });
      const addresses = found.map(({ address }) => address);
      known.set(host, { addresses, foundMs: monotonicMs() });
      resolve({ addresses });
    });
    return promise;
  }

  return {
    async find(hostname, endByMs, signal) {
      const host = hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0) return { addresses: [host] };
      const found = known.get(host) ?? pending.get(host) ?? lookUp(host);
      if (!(found instanceof Promise)) return found;
      pending.set(host, found);
      return untilLate(found, host, { endByMs, signal });
    },
    distrust(hostname) {
      const found = known.get(hostname);
      if (found !== undefined && monotonicMs() - found.foundMs > FRESH_MS) known.delete(hostname);
    },
  };
}

/** Gives Node threads enough to look `names` up at the same time. It has no effect after the first use of a thread. */
export function allowLookUps(names: number, environment: NodeJS.ProcessEnv): void {
  if (names > 2) environment.UV_THREADPOOL_SIZE ??= String(Math.min(2 * names, MOST_THREADS));
}

type Until = { readonly endByMs: number; readonly signal: AbortSignal };

function untilLate(found: Promise<Found>, host: string, { endByMs, signal }: Until): Promise<Found> {
  const { promise, resolve } = Promise.withResolvers<Found>();
  const giveUp = (code: string, message: string) => resolve({ error: Object.assign(new Error(message), { code }) });
  const limitMs = Math.round(Math.min(LOOK_UP_MS, Math.max(endByMs - monotonicMs(), 0)));
  const late = `the name server did not answer within ${Number((limitMs / 1000).toFixed(1))} s for ${host}`;
  const timer = setTimeout(() => giveUp('EAI_AGAIN', late), limitMs);
  const cancel = () => giveUp('CANCELLED', 'cancelled');
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel);
  found.then(resolve);
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  });
}
