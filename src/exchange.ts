/** One request, sent once, and what came of it. Expected outcomes are values: nothing here is ever thrown. */

export type Request = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From connecting to the answer's status line. */
  readonly timeoutMs: number;
  /** When (of monotonicMs) it is too late to begin, for requests that stand in line: then it ends as TOO_LATE. */
  readonly beginByMs?: number;
  /** When (of monotonicMs) all must be over, whatever else is allowed; but what was begun gets a second at least. */
  readonly endByMs?: number;
  /** Whether the status line may take until `endByMs` once the request is written. */
  readonly awaitsEnd?: boolean;
  /** Whether the connection stays open for the next request to the same host. */
  readonly keepAlive: boolean;
  readonly signal: AbortSignal;
  /** Called when the request has been handed to the network: a good moment to load what is needed after the answer. */
  readonly onSent?: () => void;
};

/** A status line was read. The body is the first 64 KiB at most. */
export type Answer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: string;
  /** Whether headers and body came whole, and if not, why not. */
  readonly bodyEnd: 'complete' | 'cut' | 'stalled' | 'too long';
  readonly retryAfter?: string;
  /** Scheme and host to which a redirect leads. */
  readonly leadsTo?: string;
  /** Scheme and host of the proxy that passed it on, and might have made it up. */
  readonly proxy?: string;
  readonly durationMs: number;
};

/** No status line was read from the receiver. */
export type Failure = {
  readonly kind: 'failure';
  /** Node's error code or one of ours: TIMEOUT, CANCELLED, TOO_LATE, PROXY_REFUSED. */
  readonly code: string;
  /** One line for people. */
  readonly message: string;
  /** Whether a byte of the request may have reached the receiver. */
  readonly written: boolean;
  /** Scheme and host of the proxy at which it ended. */
  readonly proxy?: string;
  /** What that proxy answered instead of passing the request on. */
  readonly proxyStatus?: number;
  readonly retryAfter?: string;
  readonly durationMs: number;
};

export type Exchange = Answer | Failure;

/** Whether the receiver has taken the message: a 2xx status line is acceptance, whatever happens to the body after it. */
export function isAccepted(exchange: Exchange): boolean {
  return exchange.kind === 'answer' && exchange.status >= 200 && exchange.status < 300;
}

/** Cancelled before a byte was written: that was no attempt. */
export function wasNeverSent(exchange: Exchange): boolean {
  return exchange.kind === 'failure' && exchange.code === 'CANCELLED' && !exchange.written;
}

/** Whether `code` says that the two sides could not agree on a trusted TLS connection: OpenSSL's and Node's names. */
export function isTlsError(code: string): boolean {
  return /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO)/.test(
    code,
  );
}
