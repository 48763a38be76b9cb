import type { Agent as HttpAgent } from 'node:http';
import type { SecureContext } from 'node:tls';
import { monotonicMs } from './clock.ts';
import type { Exchange, Request } from './exchange.ts';
import type { createTunnelAgent } from './proxy.ts';
import { send } from './send.ts';

/** Connections: pools that all requests share. Node's own clients, because every other is measurably slower to start. */

export type TransportOptions = {
  /** Whom to trust and who we are, where that is not what Node does by itself. */
  readonly secureContext?: SecureContext;
  readonly skipTlsVerification: boolean;
  readonly proxies?: Proxies;
};

export type Proxies = {
  /** The proxy for a URL, or undefined to connect directly. */
  readonly proxyFor: (url: URL) => URL | undefined;
  readonly createTunnelAgent: typeof createTunnelAgent;
};

export type Transport = {
  /** Sends the request once. Never throws and never follows a redirect: whatever happens is a value. */
  send(request: Request): Promise<Exchange>;
};

/** Enough for speed (measured: no gain above), few enough to be polite to one host. */
const AT_ONCE_PER_HOST = 50;

const TOO_LATE: Exchange = {
  kind: 'failure',
  code: 'TOO_LATE',
  message: 'the time was over before it was its turn to be sent',
  written: false,
  durationMs: 0,
};

/** A transport with one pool of connections for each scheme, proxy and way to end them, shared by all requests. */
export function createTransport({ skipTlsVerification, proxies, ...options }: TransportOptions): Transport {
  const agents = new Map<string, HttpAgent>();
  const takeTurn = createTurnstile(AT_ONCE_PER_HOST);
  // One context for all connections: otherwise Node parses the list of roots again for each of them.
  let secureContext = options.secureContext;

  const createAgent = ({ url: { protocol }, keepAlive }: Request, proxy: URL | undefined): HttpAgent => {
    const proxyEnv = proxy && { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href };
    const pool = { keepAlive, ...(proxyEnv && { proxyEnv }) };
    if (protocol === 'http:') return new (process.getBuiltinModule('node:http').Agent)(pool);
    // In this order: while https loads, a thread that tls has started reads the roots that a context needs.
    const { Agent } = process.getBuiltinModule('node:https');
    secureContext ??= process.getBuiltinModule('node:tls').createSecureContext();
    const trust = { secureContext, rejectUnauthorized: !skipTlsVerification };
    return proxy === undefined || proxies === undefined
      ? new Agent({ ...pool, ...trust })
      : proxies.createTunnelAgent({ ...pool, ...trust });
  };
  const agentFor = (request: Request, proxy: URL | undefined): HttpAgent => {
    const key = `${request.url.protocol} ${request.keepAlive} ${proxy?.href ?? ''}`;
    const agent = agents.get(key) ?? createAgent(request, proxy);
    agents.set(key, agent);
    return agent;
  };

  return {
    async send(request) {
      const proxy = proxies?.proxyFor(request.url);
      const endTurn = await takeTurn(request.url.host);
      try {
        if (request.beginByMs !== undefined && monotonicMs() > request.beginByMs) return TOO_LATE;
        return await send(request, agentFor(request, proxy), proxy);
      } finally {
        endTurn();
      }
    },
  };
}

/** Lets `limit` at a time in for each key, the others wait in line. (Agents count no connection whose tunnel is being made.) */
function createTurnstile(limit: number): (key: string) => Promise<() => void> {
  const lines = new Map<string, { inside: number; readonly waiting: (() => void)[] }>();
  return async (key) => {
    const line = lines.get(key) ?? { inside: 0, waiting: [] };
    lines.set(key, line);
    if (line.inside < limit) line.inside += 1;
    else await new Promise<void>((enter) => line.waiting.push(enter));
    return () => {
      const next = line.waiting.shift();
      if (next === undefined) line.inside -= 1;
      else next();
    };
  };
}
