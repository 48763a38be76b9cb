import type { IncomingHttpHeaders } from 'node:http';

/** One HTTP request, sent once, and what came of it. Expected outcomes are values: nothing here is ever thrown. */

export type HttpRequest = {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Makes further headers when it is the request's turn: a token that soon expires must not be made earlier. Never
   * rejects.
   */
  readonly lateHeaders?: (() => Promise<Readonly<Record<string, string>>>) | undefined;
  readonly body?: string | undefined;
  /** From connecting, after the host was looked up, to the status line; with `needsBody`, to the end of the body. */
  readonly timeoutMs: number;
  /**
   * When (by `monotonicMs`) it is too late to begin, for a request that waits for a connection: it then ends as
   * TOO_LATE.
   */
  readonly beginByMs?: number | undefined;
  /**
   * When (by `monotonicMs`) all must be over, whatever else is allowed. A request that was begun gets a second at
   * least.
   */
  readonly endByMs?: number | undefined;
  /** As `endByMs`, but earlier: the end of the delivery's deadline. */
  readonly deadlineMs?: number | undefined;
  /** Called when it is the request's turn, for a `deadlineMs` that counts from then. */
  readonly startDeadline?: (() => number) | undefined;
  /** Whether the status line may take until `endByMs`, past the deadline, once the request was written. */
  readonly mayTakeUntilEnd?: boolean | undefined;
  /** Whether the caller needs the body, which may then take as long as `timeoutMs` and have 1 MiB. */
  readonly needsBody?: boolean | undefined;
  /** Asks for the whole response: its headers and bytes, which may take as long as `timeoutMs` and be this many. */
  readonly wholeBytes?: number | undefined;
  /** Whether the connection stays open for the next request to the same host. */
  readonly keepAlive: boolean;
  readonly signal: AbortSignal;
};

/** A status line was read. `body` holds the first 64 KiB at most, with `needsBody` the first MiB. */
export type HttpResponse = {
  readonly kind: 'response';
  readonly status: number;
  readonly body: string;
  /** Whether headers and body arrived completely, and if not, why not. */
  readonly bodyState: 'complete' | 'cut' | 'stalled' | 'too long';
  /** Only where the request set `wholeBytes`. */
  readonly whole?: { readonly headers: IncomingHttpHeaders; readonly bytes: Buffer } | undefined;
  readonly retryAfter?: string | undefined;
  /** What the time was there when it answered: milliseconds since the epoch, from the Date header. */
  readonly dateMs?: number | undefined;
  /** Where a redirect leads, in words: scheme and host, or a path of the same server. */
  readonly redirectsTo?: string | undefined;
  /** Whether what it redirects to looks like a login. */
  readonly redirectsToLogin?: true | undefined;
  /** Whether a firewall says that it stopped the request and answered itself. */
  readonly isChallenge?: true | undefined;
  /** Scheme and host of the proxy that passed the response on and may have made it up. */
  readonly proxy?: string | undefined;
  readonly durationMs: number;
};

/** No status line of the receiver was read. */
export type HttpFailure = {
  readonly kind: 'failure';
  /** Node's error code or one of ours: TIMEOUT, CANCELLED, TOO_LATE, PROXY_REFUSED, HTTP_2. */
  readonly code: string;
  /** One line for people. */
  readonly message: string;
  /** Whether a byte of the request may have reached the receiver. */
  readonly written: boolean;
  /** Whether the connection was reset while TLS was negotiated. */
  readonly wasResetInHandshake?: true | undefined;
  /** Scheme and host of the proxy at which it ended. */
  readonly proxy?: string | undefined;
  /** Scheme and host of the proxy in use, where it is not known at which side of it this happened. */
  readonly through?: string | undefined;
  /** What that proxy answered instead of passing the request on. */
  readonly proxyStatus?: number | undefined;
  /** Whether that proxy was sent a login. */
  readonly hadProxyLogin?: true | undefined;
  readonly retryAfter?: string | undefined;
  readonly dateMs?: number | undefined;
  readonly durationMs: number;
};

export type HttpResult = HttpResponse | HttpFailure;

export type HttpClient = {
  /** Sends the request once. Never throws and never follows a redirect: whatever happens is a value. */
  send(request: HttpRequest): Promise<HttpResult>;
};

/** Whether a 2xx status line was read, whatever happened to the body after it. */
export function is2xx(result: HttpResult): result is HttpResponse {
  return result.kind === 'response' && result.status >= 200 && result.status < 300;
}

/**
 * Whether the end of the body is missing, so that nothing is proven by what it does not contain. One that is too long
 * is whole enough.
 */
export function isIncomplete({ bodyState }: HttpResponse): boolean {
  return bodyState === 'cut' || bodyState === 'stalled';
}

/** Elements with which a page begins, also one without a doctype. */
const PAGE =
  /^\s*<(?:\?xml[^>]*>\s*<)?(?:!|(?:html|head|body|title|meta|link|style|script|noscript|h\d|div|center|main|form|table|p|a)\b)/i;

/** Whether the body of a response is meant for a browser: a login page, or the page of a proxy. */
export function isPage(body: string): boolean {
  return PAGE.test(body);
}

/** Whether something else answered in place of the receiver: with a page, or with a firewall's challenge. */
export function isStandIn(result: HttpResult): result is HttpResponse {
  return result.kind === 'response' && (result.isChallenge === true || isPage(result.body));
}

/** Whether it was cancelled before a byte was written: that was no attempt. */
export function wasNeverSent(result: HttpResult): boolean {
  return result.kind === 'failure' && result.code === 'CANCELLED' && !result.written;
}

/** How the codes of TLS begin. Node calls what it has no name for UNSPECIFIED, such as a key that is too weak. */
const TLS_CODE =
  /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|UNSPECIFIED$|ERR_TLS_|ERR_SSL_|EPROTO)/;

/**
 * Whether `code`, one of OpenSSL's or Node's names, says that the two sides could not agree on a trusted TLS
 * connection.
 */
export function isTlsError(code: string): boolean {
  return TLS_CODE.test(code);
}
