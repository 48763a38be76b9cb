import type { IncomingHttpHeaders } from 'node:http';
import { type Failure, isTlsError } from './exchange.ts';

/** Errors of Node's clients in our words. Pure. */

export type NetworkError = Error & {
  readonly code?: string;
  /** Of a tunnel that a proxy refused. */
  readonly statusCode?: number;
  /** OpenSSL's plain words, where `message` is a line of its error queue. */
  readonly reason?: string;
  /** One for each address that was tried. */
  readonly errors?: readonly NetworkError[];
};

/** What ended an exchange before a status line. */
export type Trouble = Pick<Failure, 'code' | 'message' | 'proxy' | 'proxyStatus'>;

/**
 * An error before the answer. With a `proxy` and nothing written yet it happened on the way to or at the proxy, unless
 * it is about TLS: that is agreed upon with the receiver, through the proxy.
 */
export function networkTrouble(error: NetworkError, proxy: URL | undefined, written: boolean): Trouble {
  const first = error.errors?.[0] ?? error;
  const { code, what } = plainTls(first) ?? { code: error.code ?? first.code ?? 'UNKNOWN', what: first.message };
  const message = what.includes(code) ? what : what === '' ? code : `${what} (${code})`;
  if (proxy === undefined || written || isTlsError(code)) return { code, message };
  // Node gives NaN for what is not a status line.
  if (error.statusCode) return refusedByProxy(proxy, error.statusCode);
  const { origin: name } = proxy; // The rest of its URL is credentials.
  if (code !== 'ERR_PROXY_TUNNEL') return { code, message: `the proxy ${name}: ${message}`, proxy: name };
  return { code: 'ECONNRESET', message: `the proxy ${name} opened no tunnel: ${first.message}`, proxy: name };
}

/** What OpenSSL means by a line of its error queue, with the code that Node has for it elsewhere; undefined for other errors. */
function plainTls({
  code,
  message,
  reason,
}: NetworkError): { readonly code: string; readonly what: string } | undefined {
  const [, queued] = /:SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
  if (queued !== undefined && code === 'EPROTO') {
    return { code: `ERR_SSL_${queued.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`, what: queued };
  }
  if (code === undefined || !isTlsError(code)) return undefined;
  // Node's advice on how to start Node is of no use to whom reads this.
  return { code, what: reason ?? message.replace(/; if the root CA is installed .*/s, '') };
}

/** A proxy that answered `status` itself. Whether it had passed the request on is not in the status, but with 407. */
export function refusedByProxy(proxy: URL, status: number): Trouble {
  const { origin: name } = proxy; // The rest of its URL is credentials.
  const stopped = status === 407 ? ', the request did not get through' : '';
  const message = `the proxy ${name} answered ${status} itself${stopped}`;
  return { code: 'PROXY_REFUSED', message, proxy: name, proxyStatus: status };
}

/** The status line of an answer of which only `head` came, without the informational answers before it. */
export function statusIn(head: string): number | undefined {
  let rest = head;
  for (;;) {
    const [, status] = /^HTTP\/1\.[01] (\d{3})(?: [^\r\n]*)?\r?\n/.exec(rest) ?? [];
    if (status === undefined) return undefined;
    if (!status.startsWith('1') || status === '101') return Number(status);
    const next = /\r?\n\r?\n/.exec(rest);
    if (next === null) return undefined;
    rest = rest.slice(next.index + next[0].length);
  }
}

/**
 * Whether a proxy made up this answer itself. Certain with 407 and where the proxy says so: RFC 9209's Proxy-Status,
 * Squid's own header, and the names of proxies that forward nothing under their own. Never with a status below 400: a
 * receiver may be behind such a proxy too, and a 2xx is acceptance whatever the headers are.
 */
export function isProxyAnswer(status: number, headers: IncomingHttpHeaders = {}): boolean {
  if (status < 400) return false;
  if (status === 407 || 'x-squid-error' in headers) return true;
  return /;\s*error=/.test(String(headers['proxy-status'] ?? '')) || /^tinyproxy\b/i.test(String(headers.server ?? ''));
}
