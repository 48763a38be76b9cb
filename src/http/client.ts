import { readFileSync } from 'node:fs';
import type { SecureContext } from 'node:tls';
import { monotonicMs } from '../util/time.ts';
import type { createTunnelAgent, proxyAuthorization } from './proxy.ts';
import { type Route, sendOnce } from './request.ts';
import type { HttpClient, HttpRequest, HttpResult } from './types.ts';

/** Connections, shared by all requests. Node's own clients are used because every other is measurably slower to start. */

type ClientOptions = {
  /** Authorities to trust and our own certificate, where they are not Node's defaults. */
  readonly secureContext?: SecureContext | undefined;
  readonly skipTlsVerification: boolean;
  readonly proxies?: Proxies | undefined;
};

/** The part of `proxy.ts` that a client uses, which is loaded only where a proxy is set. */
export type Proxies = {
  /** The proxy for a URL, or undefined to connect directly. */
  readonly proxyFor: (url: URL) => URL | undefined;
  readonly createTunnelAgent: typeof createTunnelAgent;
  readonly proxyAuthorization: typeof proxyAuthorization;
};

/** More made no difference in the bench, and it is polite to one host. */
const PER_HOST = 50;
/** Over all hosts: each connection takes a file descriptor, and many systems allow a process 1,024. */
const IN_ALL = 256;
/** Descriptors left for Node, name look-ups and the report. */
const RESERVED_DESCRIPTORS = 32;

const TOO_LATE: HttpResult = {
  kind: 'failure',
  code: 'TOO_LATE',
  message: 'the time was over before it was its turn to be sent',
  written: false,
  durationMs: 0,
};

/** A client with one pool of connections for each scheme and proxy. */
export function createClient({ skipTlsVerification, proxies, secureContext }: ClientOptions): HttpClient {
  const routes = new Map<string, Promise<Route>>();
  const enterHost = createLimiter(PER_HOST);
  const enterAll = createLimiter(connectionLimit());
  let context = secureContext;

  async function createRoute({ url, keepAlive }: HttpRequest, proxy: URL | undefined): Promise<Route> {
    const proxyHeaders = proxy && proxies?.proxyAuthorization(proxy);
    // Through a proxy, http goes to the proxy itself.
    const { protocol } = url.protocol === 'http:' && proxy !== undefined ? proxy : url;
    if (protocol === 'http:') {
      const { Agent, request } = await import('node:http');
      return { request, agent: new Agent({ keepAlive }), proxy, proxyHeaders };
    }
    const { Agent, request } = await import('node:https');
    if (url.protocol === 'http:') return { request, agent: new Agent({ keepAlive }), proxy, proxyHeaders };
    // One context for all connections: otherwise Node parses the list of authorities again for each of them.
    context ??= (await import('node:tls')).createSecureContext();
    const options = { keepAlive, secureContext: context, rejectUnauthorized: !skipTlsVerification };
    if (proxies === undefined || proxy === undefined) return { request, agent: new Agent(options), proxy };
    return { request, agent: proxies.createTunnelAgent(proxy, options), proxy };
  }

  function routeFor(request: HttpRequest): Promise<Route> {
    const proxy = proxies?.proxyFor(request.url);
    const key = `${request.url.protocol} ${request.keepAlive} ${proxy?.href ?? ''}`;
    const route = routes.get(key) ?? createRoute(request, proxy);
    routes.set(key, route);
    return route;
  }

  return {
    async send(request) {
      const leaveHost = await enterHost(request.url.host);
      const leaveAll = await enterAll('');
      try {
        if (request.beginByMs !== undefined && monotonicMs() > request.beginByMs) return TOO_LATE;
        const headers = { ...request.headers, ...(await request.lateHeaders?.()) };
        return await sendOnce({ ...request, headers }, await routeFor(request));
      } finally {
        leaveAll();
        leaveHost();
      }
    },
  };
}

/** How many connections there may be at a time. Where the system allows few descriptors, fewer. */
function connectionLimit(): number {
  try {
    const [, soft] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return Math.max(Math.min(IN_ALL, Number(soft ?? IN_ALL) - RESERVED_DESCRIPTORS), 1);
  } catch {
    return IN_ALL; // Elsewhere Node raises its limit to what the system has.
  }
}

/** Admits `limit` at a time for each key; the others wait. (Agents do not count connections that are being made.) */
function createLimiter(limit: number): (key: string) => Promise<() => void> {
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
