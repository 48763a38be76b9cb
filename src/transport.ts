import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { type Exchange, type Failure, isTlsError } from './exchange.ts';
import { InputError } from './input-error.ts';

/** The network, and nothing else: one request, once. Node's own clients, because every other is measurably slower to start. */

export type TransportOptions = {
  /** PEM; added to the roots that Node trusts. */
  readonly caCertificate?: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
  readonly skipTlsVerification: boolean;
  /** The proxy for a URL, or undefined to connect directly. */
  readonly proxyFor: (url: URL) => URL | undefined;
};

export type Request = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From connecting to the answer's status line. */
  readonly timeoutMs: number;
  /** Until when (of performance.now) the status line may take once the request is written; else `timeoutMs` covers that too. */
  readonly answerByMs?: number;
  readonly signal: AbortSignal;
  /** Called when the request has been handed to the network: a good moment to load what is needed after the answer. */
  readonly onSent?: () => void;
};

export type Transport = {
  /** Sends the request once. Never throws and never follows a redirect: whatever happens is a value. */
  send(request: Request): Promise<Exchange>;
  /** Closes idle connections, so that the process can end. */
  close(): void;
};

const BODY_LIMIT = 64 * 1024;
const HEADER_LIMIT = 256 * 1024;
/** After the status line the body only adds words: a body that trickles or stalls is not waited for longer. */
const BODY_TIMEOUT_MS = 5_000;
/** What a request gets that was written late: it was sent to be heard. */
const LEAST_ANSWER_TIMEOUT_MS = 1_000;
/** Enough for speed (measured: no gain above), few enough to be polite to one host. */
const SOCKETS_PER_HOST = 50;

/**
 * A transport with one pair of connection pools, shared by all requests.
 * @throws InputError that names the certificate input that cannot be used.
 */
export function createTransport(options: TransportOptions): Transport {
  const agents = new Map<string, HttpAgent>();
  let secureContext: SecureContext | undefined;

  const agentFor = (url: URL, proxy: URL | undefined): HttpAgent => {
    const key = `${url.protocol} ${proxy?.href ?? ''}`;
    const known = agents.get(key);
    if (known) return known;
    const pool = {
      keepAlive: true,
      maxSockets: SOCKETS_PER_HOST,
      ...(proxy === undefined ? {} : { proxyEnv: { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href } }),
    };
    if (url.protocol === 'http:') return keep(key, new HttpAgent(pool));
    // One context for all connections: otherwise Node parses the list of roots again for each of them.
    secureContext ??= trust(options);
    return keep(key, new HttpsAgent({ ...pool, secureContext, rejectUnauthorized: !options.skipTlsVerification }));
  };
  const keep = (key: string, agent: HttpAgent): HttpAgent => {
    agents.set(key, agent);
    return agent;
  };

  if (options.caCertificate || options.clientCertificate) secureContext = trust(options);
  return {
    send(request) {
      const proxy = options.proxyFor(request.url);
      return exchange(request, agentFor(request.url, proxy), proxy);
    },
    close() {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

function trust({ caCertificate, clientCertificate, clientKey }: TransportOptions): SecureContext {
  const given = (name: string, context: Parameters<typeof createSecureContext>[0]) => {
    try {
      return createSecureContext(context);
    } catch (cause) {
      throw new InputError(`${name} cannot be used: ${(cause as Error).message}; expected PEM text`, { cause });
    }
  };
  if (caCertificate) given('ca-certificate', { ca: caCertificate });
  if (clientCertificate) given('client-certificate or client-key', { cert: clientCertificate, key: clientKey });
  return createSecureContext({
    ...(caCertificate ? { ca: [...trustedRoots(), caCertificate] } : {}),
    ...(clientCertificate ? { cert: clientCertificate, key: clientKey } : {}),
  });
}

/** What Node trusts without us: its own roots, NODE_EXTRA_CA_CERTS, and the system's where the runner's Node was told so. */
function trustedRoots(): readonly string[] {
  const flags = `${process.env.NODE_OPTIONS ?? ''} ${process.execArgv.join(' ')}`;
  if (/--use-(?:system|openssl)-ca/.test(flags) || process.env.NODE_USE_SYSTEM_CA === '1')
    return getCACertificates('default');
  return [...getCACertificates('bundled'), ...getCACertificates('extra')];
}

function exchange(request: Request, agent: HttpAgent, proxy: URL | undefined): Promise<Exchange> {
  const { url, method, body, timeoutMs, signal } = request;
  const startedMs = performance.now();
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let written = false;
    const durationMs = () => Math.round(performance.now() - startedMs);
    const settle = (outcome: Exchange) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      resolve(outcome);
    };
    const fail = (code: string, message: string, proxyStatus?: number) =>
      settle({
        kind: 'failure',
        code,
        message,
        written,
        durationMs: durationMs(),
        ...(proxyStatus === undefined ? {} : { proxyStatus }),
      });
    const cancel = () => {
      fail('CANCELLED', 'cancelled');
      client.destroy();
    };
    const arm = (limitMs = timeoutMs) => {
      timer ??= setTimeout(() => {
        fail('TIMEOUT', `no answer within ${(limitMs / 1000).toFixed(3).replace(/\.?0+$/, '')} s`);
        client.destroy();
      }, limitMs);
    };

    const client = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method,
      agent,
      maxHeaderSize: HEADER_LIMIT,
      headers: { ...request.headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    });
    client.on('socket', (socket) => {
      // The clock starts when the pool has a connection for this request, not while it queues for one.
      arm();
      const isReady = !socket.connecting && !('secureConnecting' in socket && socket.secureConnecting);
      const markWritten = () => {
        written = true;
        if (request.answerByMs === undefined) return;
        clearTimeout(timer);
        timer = undefined;
        arm(Math.max(Math.round(request.answerByMs - performance.now()), LEAST_ANSWER_TIMEOUT_MS));
      };
      if (isReady) markWritten();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', markWritten);
    });
    client.on('finish', () => request.onSent?.());
    client.on('error', (error: NodeJS.ErrnoException & { statusCode?: number }) => {
      const { code, message, proxyStatus } = describe(error, proxy, written);
      fail(code, message, proxyStatus);
    });
    client.on('response', (response) => {
      clearTimeout(timer);
      const chunks: Buffer[] = [];
      let size = 0;
      const retryAfter = response.headers['retry-after'];
      const end = (bodyEnd: 'complete' | 'cut' | 'stalled' | 'too long') => {
        settle({
          kind: 'answer',
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString('utf8'),
          bodyEnd,
          durationMs: durationMs(),
          ...(retryAfter === undefined ? {} : { retryAfter }),
        });
        if (bodyEnd !== 'complete') client.destroy();
      };
      timer = setTimeout(() => end('stalled'), Math.min(timeoutMs, BODY_TIMEOUT_MS));
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > BODY_LIMIT) end('too long');
      });
      response.on('end', () => end('complete'));
      response.on('error', () => end('cut'));
    });

    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel);
    // Through a proxy the pool hands the connection over only when the tunnel stands: that is part of the attempt.
    if (proxy !== undefined) arm();
    client.end(body);
  });
}

/** A network error in one line; what happened between here and a proxy is told apart from the receiver's doing. */
function describe(
  error: NodeJS.ErrnoException & { statusCode?: number; errors?: readonly NodeJS.ErrnoException[] },
  proxy: URL | undefined,
  written: boolean,
): Pick<Failure, 'code' | 'message' | 'proxyStatus'> {
  const first = error.errors?.[0] ?? error;
  const code = error.code ?? first.code ?? 'UNKNOWN';
  const what = first.message || code;
  const message = what.includes(code) ? what : `${what} (${code})`;
  if (proxy === undefined || written || isTlsError(code)) return { code, message };
  const via = `the proxy ${proxy.protocol}//${proxy.host}`;
  if (error.statusCode === undefined) return { code, message: `${via}: ${message}` };
  return {
    code,
    message: `${via} answered ${error.statusCode} instead of opening a tunnel`,
    proxyStatus: error.statusCode,
  };
}
