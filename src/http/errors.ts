import type { IncomingHttpHeaders } from 'node:http';
import { type HttpFailure, isTlsError } from './types.ts';

/** Network errors of Node as one line for people. */

export type NetworkError = Error & {
  readonly code?: string | undefined;
  /** OpenSSL's description, where `message` is a line of its error queue. */
  readonly reason?: string;
  /** One for each address that was tried. */
  readonly errors?: readonly NetworkError[];
};

/** A proxy opened no tunnel: the status of its answer, or why there was none. */
export class TunnelError extends Error {
  override name = 'TunnelError';
  readonly status: number | undefined;

  constructor(message: string, { status, cause }: { readonly status?: number; readonly cause?: unknown } = {}) {
    super(message, { cause });
    this.status = status;
  }
}

/** Why there was no status line. */
export type FailureReason = Pick<HttpFailure, 'code' | 'message' | 'proxy' | 'proxyStatus' | 'hadProxyLogin'>;

/**
 * An error before the status line. With a `proxy`, what happened before anything was written happened at the proxy,
 * unless it is about TLS and `isTunnelled`: then TLS is negotiated with the receiver, through the tunnel.
 */
export function describeError(
  error: NetworkError,
  proxy: URL | undefined,
  { written, isTunnelled }: { readonly written: boolean; readonly isTunnelled: boolean },
): FailureReason {
  if (proxy !== undefined && error instanceof TunnelError) return describeTunnelError(error, proxy);
  const { code, message } = plainError(error);
  if (proxy === undefined || written || (isTlsError(code) && isTunnelled)) return { code, message };
  return atProxy(proxy, { code, message });
}

function describeTunnelError({ message, status, cause }: TunnelError, proxy: URL): FailureReason {
  if (status !== undefined) return refusedByProxy(proxy, status);
  const { code, message: why } = cause instanceof Error ? plainError(cause) : { code: 'ECONNRESET', message };
  return atProxy(proxy, { code, message: why });
}

/** The rest of a proxy's URL is credentials: only its origin is shown. */
function atProxy({ origin }: URL, { code, message }: FailureReason): FailureReason {
  return { code, message: `the proxy ${origin}: ${message}`, proxy: origin };
}

function plainError(error: NetworkError): FailureReason {
  // An address of a family that this machine has no route for says nothing about the receiver.
  const first = error.errors?.find(({ code }) => code !== 'ENETUNREACH') ?? error.errors?.[0] ?? error;
  const { code, text } = plainTlsError(first) ?? { code: error.code ?? first.code ?? 'UNKNOWN', text: first.message };
  const message = text.includes(code) ? text : text === '' ? code : `${text} (${code})`;
  return { code, message };
}

/**
 * What a line of OpenSSL's error queue means, with the code that Node uses for it elsewhere. Undefined for other
 * errors.
 */
function plainTlsError({ code, message, reason }: NetworkError): { code: string; text: string } | undefined {
  const [, queued] = /:SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
  if (queued !== undefined && code === 'EPROTO') {
    return { code: `ERR_SSL_${queued.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`, text: queued };
  }
  if (code === undefined || !isTlsError(code)) return undefined;
  // Node adds advice on its command line, which users of the action cannot follow.
  return { code, text: reason ?? message.replace(/; if the root CA is installed .*/s, '') };
}

/** A proxy that answered `status` itself. Only 407 says for certain that it passed nothing on. */
export function refusedByProxy({ origin, username }: URL, status: number): FailureReason {
  const stopped = status === 407 ? ', the request did not get through' : '';
  const message = `the proxy ${origin} answered ${status} itself${stopped}`;
  const hadProxyLogin = username === '' ? undefined : true;
  return { code: 'PROXY_REFUSED', message, proxy: origin, proxyStatus: status, hadProxyLogin };
}

/** The status in `head`, the first bytes of a response, past informational responses. Undefined when there is none. */
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
 * Whether a proxy made up this response itself. Certain with 407, with RFC 9209's Proxy-Status, with Squid's own
 * header, and with the names of proxies that forward nothing under their own. Never below 400: the receiver may be
 * behind such a proxy too, and a 2xx is acceptance whatever the headers are.
 */
export function isProxyResponse(status: number, headers: IncomingHttpHeaders = {}): boolean {
  if (status < 400) return false;
  if (status === 407 || 'x-squid-error' in headers) return true;
  return /;\s*error=/.test(String(headers['proxy-status'] ?? '')) || /^tinyproxy\b/i.test(String(headers.server ?? ''));
}
