import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { redact } from '../util/log.ts';
import {
  describeError,
  type FailureReason,
  isProxyResponse,
  type NetworkError,
  refusedByProxy,
  statusIn,
} from './errors.ts';
import type { HttpResponse, HttpResult } from './types.ts';

/** What is known when a request is over. */
export type RawResponse = {
  /** Missing when Node gave none. There may still be a status line in `head`, the first bytes that came. */
  readonly response: IncomingMessage | undefined;
  readonly head: string;
  readonly body: Buffer;
  /** Whether the caller wants bytes and headers as they are. */
  readonly isWhole: boolean;
  readonly bodyState: HttpResponse['bodyState'];
  /** Whether the connection got past the proxy, if there is one. */
  readonly passedProxy: boolean;
  /** Whether it ended while TLS was negotiated. */
  readonly wasInHandshake: boolean;
  readonly written: boolean;
  /** Why there is no response, if there is none. */
  readonly reason: NetworkError | FailureReason;
};

type Context = { readonly url: URL; readonly proxy: URL | undefined; readonly durationMs: number };

/** A response when a status line was read, whatever came after it, and a failure when none was. */
export function toResult(raw: RawResponse, { url, proxy, durationMs }: Context): HttpResult {
  const { response, head, bodyState, written, reason, wasInHandshake } = raw;
  const status = response?.statusCode ?? statusIn(head);
  if (status === undefined) {
    const isTunnelled = url.protocol === 'https:';
    const why =
      reason instanceof Error ? describeError(reason, proxy, { written, isTunnelled }) : withProxy(reason, raw, proxy);
    const through = why.proxy === undefined ? proxy?.origin : undefined;
    const wasResetInHandshake = wasInHandshake && why.code === 'ECONNRESET' ? true : undefined;
    const plain = isHttp2(head) ? { ...why, code: 'HTTP_2', message: 'the answer is HTTP/2 (HTTP_2)' } : why;
    return { kind: 'failure', ...plain, through, written, wasResetInHandshake, durationMs };
  }
  const body = raw.isWhole ? '' : raw.body.toString('utf8');
  const { 'retry-after': retryAfter, date, location } = response?.headers ?? {};
  const dateMs = date === undefined ? undefined : Date.parse(date) || undefined;
  const passedOnBy = url.protocol === 'http:' ? proxy : undefined;
  if (passedOnBy && isProxyResponse(status, response?.headers)) {
    // A proxy that wants credentials has passed nothing on.
    const why = refusedByProxy(passedOnBy, status);
    return { kind: 'failure', ...why, written: written && status !== 407, retryAfter, dateMs, durationMs };
  }
  const isRedirect = status >= 300 && status < 400;
  return {
    kind: 'response',
    status,
    body,
    bodyState,
    whole: raw.isWhole ? { headers: response?.headers ?? {}, bytes: raw.body } : undefined,
    retryAfter,
    dateMs,
    redirectsTo: isRedirect ? locationOrigin(location, url) : undefined,
    redirectsToLogin: isRedirect && LOGIN.test(location ?? '') ? true : undefined,
    isChallenge: isChallenge(response?.headers) ? true : undefined,
    proxy: passedOnBy?.origin,
    durationMs,
  };
}

/** A request that ended before there was a connection. */
export function toFailure(error: NetworkError, { proxy, durationMs }: Context): HttpResult {
  const why = describeError(error, proxy, { written: false, isTunnelled: false });
  return { kind: 'failure', ...why, written: false, durationMs };
}

/** Places where people or programs log in. */
const LOGIN = /(?:log|sign)-?in\b|\baccounts?\.|\bauth(?:orize)?\b|\boauth2?\b|\bsso\b|\bsaml2?\b|cdn-cgi\/access/i;

/** Whether an answer begins as HTTP/2 does, with a SETTINGS frame (RFC 9113 3.4). */
function isHttp2(head: string): boolean {
  return head.startsWith('\0') && head.slice(3, 9) === '\x04\0\0\0\0\0';
}

/** Whether a firewall says that it stopped the request to see whether a person sent it (Cloudflare, AWS WAF). */
function isChallenge(headers: IncomingHttpHeaders = {}): boolean {
  return headers['cf-mitigated'] !== undefined || headers['x-amzn-waf-action'] !== undefined;
}

/** Names a proxy that did not answer, so that nobody looks for the fault at the receiver. */
function withProxy(reason: FailureReason, { passedProxy }: RawResponse, proxy: URL | undefined): FailureReason {
  if (proxy === undefined || passedProxy || reason.code !== 'TIMEOUT') return reason;
  return {
    ...reason,
    message: `the proxy ${proxy.origin} opened no connection: ${reason.message}`,
    proxy: proxy.origin,
  };
}

/**
 * Where a Location header leads: scheme and host, without secrets. The rest of it may be a login. Undefined when it is
 * no URL.
 */
function locationOrigin(location: string | undefined, { href, protocol, host }: URL): string | undefined {
  // Redacted before it is parsed: parsing lower-cases and decodes, and a secret in it would not be found afterwards.
  const url = location === undefined ? null : URL.parse(redact(location), href);
  if (url?.protocol === protocol && url.host === host) return 'another path there';
  // Not `origin`, which is "null" for every scheme that browsers do not know.
  return url === null ? undefined : `${url.protocol}${url.host === '' ? '' : `//${url.host}`}`.slice(0, 200);
}
