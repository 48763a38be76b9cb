/** What came of sending one request once. Expected outcomes are values: nothing here is ever thrown. */

/** A status line was read. The body is the first 64 KiB at most, and may have been cut. */
export type Answer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: string;
  readonly bodyEnd: 'complete' | 'cut' | 'stalled' | 'too long';
  readonly retryAfter?: string;
  readonly durationMs: number;
};

/** No status line was read. `code` is Node's error code or one of ours: TIMEOUT, CANCELLED. */
export type Failure = {
  readonly kind: 'failure';
  readonly code: string;
  /** One line for people. */
  readonly message: string;
  /** Whether a byte of the request may have reached the receiver. */
  readonly written: boolean;
  /** The answer of a proxy that refused to open a tunnel: not the receiver's. */
  readonly proxyStatus?: number;
  readonly durationMs: number;
};

export type Exchange = Answer | Failure;

/** Whether the receiver has taken the message: a 2xx status line is acceptance, whatever happens to the body after it. */
export function isAccepted(exchange: Exchange): boolean {
  return exchange.kind === 'answer' && exchange.status >= 200 && exchange.status < 300;
}

/** Whether `code` says that the two sides could not agree on a trusted TLS connection: OpenSSL's and Node's names. */
export function isTlsError(code: string): boolean {
  return /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO)/.test(
    code,
  );
}
