import type { IncomingMessage } from 'node:http';
import type { Answer, Exchange } from './exchange.ts';
import { redact } from './log.ts';
import {
  isProxyAnswer,
  type NetworkError,
  networkTrouble,
  refusedByProxy,
  statusIn,
  type Trouble,
} from './network-error.ts';

/** What is known when a request is over. Loaded while the first answer is awaited. */
export type Ending = {
  readonly url: URL;
  readonly proxy: URL | undefined;
  /** Absent when Node gave none; then there may still be a status line in `head`, the first bytes that came. */
  readonly response: IncomingMessage | undefined;
  readonly head: string;
  readonly body: Buffer;
  readonly bodyEnd: Answer['bodyEnd'];
  readonly written: boolean;
  /** Why there is no answer, if there is none. */
  readonly trouble: NetworkError | Trouble;
  readonly durationMs: number;
};

/** An answer when a status line was read, whatever came after it, and if not, a failure. */
export function readEnding(ending: Ending): Exchange {
  const { url, proxy, response, head, body, bodyEnd, written, trouble, durationMs } = ending;
  const status = response?.statusCode ?? statusIn(head);
  // A proxy that wants credentials has passed nothing on.
  const failure = (why: Trouble): Exchange => {
    return { kind: 'failure', ...why, written: written && why.proxyStatus !== 407, durationMs };
  };
  if (status === undefined) {
    return failure(trouble instanceof Error ? networkTrouble(trouble, proxy, written) : trouble);
  }
  const { 'retry-after': retryAfter, location } = response?.headers ?? {};
  const asked = retryAfter === undefined ? {} : { retryAfter };
  const passedOnBy = url.protocol === 'http:' ? proxy : undefined;
  if (passedOnBy && isProxyAnswer(status, response?.headers))
    return { ...failure(refusedByProxy(passedOnBy, status)), ...asked };
  const leadsTo = status >= 300 && status < 400 ? locationOrigin(location, url) : undefined;
  return {
    kind: 'answer',
    status,
    body: body.toString('utf8'),
    bodyEnd,
    durationMs,
    ...asked,
    ...(leadsTo === undefined ? {} : { leadsTo }),
    ...(passedOnBy === undefined ? {} : { proxy: passedOnBy.origin }),
  };
}

/** Scheme and host in a Location header, without secrets. What is behind them may be a login. */
function locationOrigin(location: string | undefined, { href }: URL): string | undefined {
  // Parsed, it is lower-case and decoded: a secret in it would not be found any more.
  const url = location === undefined ? null : URL.parse(redact(location), href);
  return url === null || url.host === '' ? undefined : url.origin.slice(0, 200);
}
