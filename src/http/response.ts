import type { IncomingMessage } from 'node:http';
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
  readonly body: string;
  /** Only where the whole response was asked for. */
  readonly bytes: Buffer | undefined;
  readonly bodyState: HttpResponse['bodyState'];
  /** Whether the connection got past the proxy, if there is one. */
  readonly passedProxy: boolean;
  readonly written: boolean;
  /** Why there is no response, if there is none. */
  readonly reason: NetworkError | FailureReason;
};

type Context = { readonly url: URL; readonly proxy: URL | undefined; readonly durationMs: number };

/** A response when a status line was read, whatever came after it, and a failure when none was. */
export function toResult(raw: RawResponse, { url, proxy, durationMs }: Context): HttpResult {
  const { response, head, body, bodyState, written, reason } = raw;
  const status = response?.statusCode ?? statusIn(head);
  if (status === undefined) {
    const isTunnelled = url.protocol === 'https:';
    const why =
      reason instanceof Error ? describeError(reason, proxy, { written, isTunnelled }) : withProxy(reason, raw, proxy);
    const through = why.proxy === undefined ? proxy?.origin : undefined;
    return { kind: 'failure', ...why, through, written, durationMs };
  }
  const { 'retry-after': retryAfter, date, location } = response?.headers ?? {};
  const dateMs = date === undefined ? undefined : Date.parse(date) || undefined;
  const passedOnBy = url.protocol === 'http:' ? proxy : undefined;
  if (passedOnBy && isProxyResponse(status, response?.headers)) {
    // A proxy that wants credentials has passed nothing on.
    const why = refusedByProxy(passedOnBy, status);
    return { kind: 'failure', ...why, written: written && status !== 407, retryAfter, dateMs, durationMs };
  }
  const redirectsTo = status >= 300 && status < 400 ? locationOrigin(location, url) : undefined;
  const proxyOrigin = passedOnBy?.origin;
  const whole = raw.bytes && { headers: response?.headers ?? {}, bytes: raw.bytes };
  const answered = { status, body, bodyState, whole, retryAfter, dateMs, redirectsTo };
  return { kind: 'response', ...answered, proxy: proxyOrigin, durationMs };
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

/** Where a Location header leads: scheme and host, without secrets. The rest of it may be a login. Undefined when it is no URL. */
function locationOrigin(location: string | undefined, { href, protocol, host }: URL): string | undefined {
  // Redacted before it is parsed: parsing lower-cases and decodes, and a secret in it would not be found afterwards.
  const url = location === undefined ? null : URL.parse(redact(location), href);
  if (url?.protocol === protocol && url.host === host) return 'another path there, perhaps a login';
  // Not `origin`, which is "null" for every scheme that browsers do not know.
  return url === null ? undefined : `${url.protocol}${url.host === '' ? '' : `//${url.host}`}`.slice(0, 200);
}
