import { readFileSync } from 'node:fs';
import type { Agent as HttpAgent } from 'node:http';
import type { AgentOptions } from 'node:https';
import type { SecureContext } from 'node:tls';
import { createLimiter } from '../util/limiter.ts';
import { info } from '../util/log.ts';
import { monotonicMs } from '../util/time.ts';
import { createResolver, type Dial, type DialOptions, dialDirectly } from './connect.ts';
import type { openTunnel, proxyAuthorization } from './proxy.ts';
import { LEAST_MS, type Route, sendOnce } from './request.ts';
import { toFailure } from './response.ts';
import type { HttpClient, HttpRequest, HttpResult } from './types.ts';

/**
 * Connections, shared by all requests. Node's own clients are used because every other is measurably slower to start.
 */

type ClientOptions = {
  /** Makes the TLS side of connections, where it is not Node's default, and if asked to with other key groups. */
  readonly createContext?: ((ecdhCurve?: string) => SecureContext) | undefined;
  readonly skipTlsVerification: boolean;
  readonly proxies?: Proxies | undefined;
};

/** The part of `proxy.ts` that a client uses, which is loaded only where a proxy is set. */
export type Proxies = {
  /** The proxy for a URL, or undefined to connect directly. */
  readonly proxyFor: (url: URL) => URL | undefined;
  readonly openTunnel: typeof openTunnel;
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

/**
 * The key groups of TLS before those that resist quantum computers. A first message with one of the new ones takes two
 * segments, and some firewalls reset such connections.
 */
const CLASSICAL_GROUPS = 'X25519:P-256:P-384';

/** A client with one pool of connections for each scheme and proxy. */
export function createClient({ skipTlsVerification, proxies, createContext }: ClientOptions): HttpClient {
  const routes = new Map<string, Promise<Route>>();
  // Agents do not count connections that are being made.
  const enterHost = createLimiter(PER_HOST);
  const enterAll = createLimiter(connectionLimit());
  const resolver = createResolver();
  /** Hosts that were tried with classical groups, and whether that helped. */
  const classical = new Map<string, boolean>();
  const contexts = new Map<boolean, Promise<SecureContext>>();

  /** One context for all connections: otherwise Node parses the list of CAs again for each of them. */
  async function makeContext(isClassical: boolean): Promise<SecureContext> {
    const ecdhCurve = isClassical ? CLASSICAL_GROUPS : undefined;
    if (createContext !== undefined) return createContext(ecdhCurve);
    const { createSecureContext } = await import('node:tls');
    return createSecureContext(ecdhCurve === undefined ? {} : { ecdhCurve });
  }

  async function createRoute(
    { url, keepAlive }: HttpRequest,
    proxy: URL | undefined,
    isClassical: boolean,
  ): Promise<Route> {
    const proxyHeaders = proxy && proxies?.proxyAuthorization(proxy);
    // Through a proxy, http goes to the proxy itself.
    const { protocol } = url.protocol === 'http:' && proxy !== undefined ? proxy : url;
    if (protocol === 'http:') {
      const { Agent, request } = await import('node:http');
      return { request, agent: dialWith(new Agent({ keepAlive }), dialDirectly), proxy, proxyHeaders };
    }
    const { Agent, request } = await import('node:https');
    const options: AgentOptions = { keepAlive };
    if (url.protocol === 'https:') {
      const context = contexts.get(isClassical) ?? makeContext(isClassical);
      contexts.set(isClassical, context);
      Object.assign(options, { secureContext: await context, rejectUnauthorized: !skipTlsVerification });
    }
    const isTunnelled = proxies !== undefined && proxy !== undefined && url.protocol === 'https:';
    const dial: Dial = isTunnelled ? (wanted) => proxies.openTunnel(proxy, wanted) : dialDirectly;
    const agent = dialWith(new Agent(options), dial);
    return { request, agent, proxy, proxyHeaders: isTunnelled ? undefined : proxyHeaders };
  }

  function routeFor(request: HttpRequest, proxy: URL | undefined, isClassical: boolean): Promise<Route> {
    const key = `${request.url.protocol} ${request.keepAlive} ${isClassical} ${proxy?.href ?? ''}`;
    const route = routes.get(key) ?? createRoute(request, proxy, isClassical);
    routes.set(key, route);
    return route;
  }

  /** Sends it; after a reset while TLS is negotiated, once more with classical groups. */
  async function sendOver(request: HttpRequest, proxy: URL | undefined, addresses: readonly string[]) {
    const { host, origin } = request.url;
    const startedMs = monotonicMs();
    const result = await sendOnce(request, await routeFor(request, proxy, classical.get(host) === true), addresses);
    if (result.kind !== 'failure' || !result.wasResetInHandshake || classical.has(host)) return result;
    classical.set(host, false);
    info(
      `${origin}: the connection was reset while TLS was negotiated; trying once with classical key groups (${CLASSICAL_GROUPS}), because some firewalls reset a larger first message`,
    );
    const usedMs = monotonicMs() - startedMs;
    const again = { ...request, timeoutMs: Math.max(request.timeoutMs - usedMs, LEAST_MS) };
    const second = await sendOnce(again, await routeFor(request, proxy, true), addresses);
    if (second.kind === 'response' || second.written) classical.set(host, true);
    return { ...second, durationMs: Math.round(second.durationMs + usedMs) };
  }

  return {
    async send(request) {
      const leaveHost = await enterHost(request.url.host);
      const leaveAll = await enterAll('');
      try {
        const turnMs = monotonicMs();
        if (request.beginByMs !== undefined && turnMs > request.beginByMs) return TOO_LATE;
        const timed = { ...request, deadlineMs: request.startDeadline?.() ?? request.deadlineMs };
        const proxy = proxies?.proxyFor(request.url);
        const { hostname } = proxy ?? request.url;
        const endByMs = Math.min(
          timed.deadlineMs ?? Number.POSITIVE_INFINITY,
          request.endByMs ?? Number.POSITIVE_INFINITY,
        );
        const found = await resolver.find(hostname, endByMs, request.signal);
        const lookUpMs = Math.round(monotonicMs() - turnMs);
        if ('error' in found) return toFailure(found.error, { url: request.url, proxy, durationMs: lookUpMs });
        const headers = { ...request.headers, ...(await request.lateHeaders?.()) };
        const result = await sendOver({ ...timed, headers }, proxy, found.addresses);
        if (result.kind === 'failure' && !result.written) resolver.distrust(hostname);
        return { ...result, durationMs: result.durationMs + lookUpMs };
      } finally {
        leaveAll();
        leaveHost();
      }
    },
  };
}

/** Makes `agent` use the connections that `dial` opens; one of node:https speaks TLS over them. */
function dialWith<A extends HttpAgent>(agent: A, dial: Dial): A {
  const isTls = (agent as { readonly protocol?: string }).protocol === 'https:';
  const overSocket = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    dial(options as unknown as DialOptions).then(
      (socket) => callback?.(null, isTls ? (overSocket({ ...options, socket } as AgentOptions) ?? socket) : socket),
      (error: Error) => callback?.(error, undefined as never),
    );
    return undefined;
  };
  return agent;
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
