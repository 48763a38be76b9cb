import { randomUUID } from 'node:crypto';
import { monotonicMs } from './clock.ts';
import type { Deployment } from './deployment.ts';
import type { Endpoint } from './endpoint.ts';
import { type Exchange, type Request, wasNeverSent } from './exchange.ts';
import type { Message, Target } from './formats/format.ts';
import { loadOnce } from './load-once.ts';
import { mask } from './log.ts';
import type { Decision, RetryLimits } from './retry.ts';
import { sign } from './sign.ts';
import { sleep } from './sleep.ts';
import type { Transport } from './transport.ts';
import { USER_AGENT } from './version.ts';

export type Attempt = {
  /** When it began, in milliseconds since the epoch. */
  readonly startedMs: number;
  readonly exchange: Exchange;
};

/** What became of one message at one endpoint. */
export type Delivery = {
  readonly kind:
    | 'accepted'
    | 'rejected'
    | 'unreachable'
    | 'cancelled'
    // Only when the deployment was awaited:
    | 'succeeded'
    | 'skipped'
    | 'failed'
    | 'unknown'
    | 'timed-out';
  readonly message: Message;
  readonly endpoint: Endpoint;
  /** In order; empty only when the job was cancelled before the first. */
  readonly attempts: readonly Attempt[];
  readonly durationMs: number;
  /** The receiver's id of the deployment. */
  readonly jobId?: string;
  /** The receiver's own words, or the network error; without secrets, but not yet escaped. */
  readonly words?: string;
  /** What to do about it; where nothing is said here, the report looks at the last answer. */
  readonly hint?: string;
  /** Why the wait for the deployment ended other than well, as a code. */
  readonly error?: string;
  /** When the deployment came how far; present when it was awaited. */
  readonly deployment?: Deployment;
};

export type DeliverOptions = {
  readonly format: Target;
  readonly transport: Transport;
  readonly signatureHeader: string;
  readonly limits: RetryLimits & { readonly timeoutMs: number };
  readonly signal: AbortSignal;
  /**
   * Whether a connection may be used again. If not, each attempt has one of its own: after a 503 a load balancer may give it to
   * another instance.
   */
  readonly keepAlive: boolean;
  /** Called each time a request has been handed to the network. */
  readonly onSent: () => void;
  /** Takes one line per attempt. */
  readonly log: (line: string) => void;
};

/**
 * Posts `message` to `endpoint` until it is accepted, refused for good, or the limits are reached: the same bytes,
 * signature and Idempotency-Key on every attempt. What a network or a receiver can do is in the result, never thrown.
 */
export async function deliver(message: Message, endpoint: Endpoint, options: DeliverOptions): Promise<Delivery> {
  const { limits, signal, transport } = options;
  const request: Request = {
    url: endpoint.url,
    method: 'POST',
    headers: headersFor(message, endpoint, options.signatureHeader),
    body: message.body,
    keepAlive: options.keepAlive,
    timeoutMs: limits.timeoutMs,
    signal,
    onSent: options.onSent,
  };
  const attempts: Attempt[] = [];
  let beganMs = monotonicMs();
  let decision: Decision | undefined = { kind: 'again', waitMs: 0 };
  while (decision?.kind === 'again') {
    await sleep(decision.waitMs, signal);
    const exchange = signal.aborted ? undefined : await transport.send(request);
    if (exchange === undefined || wasNeverSent(exchange)) break;
    const previous = attempts.pop();
    if (previous !== undefined) attempts.push(withoutBody(previous));
    // It may have stood in line before it began.
    attempts.push({ startedMs: Date.now() - exchange.durationMs, exchange });
    if (attempts.length === 1) beganMs = monotonicMs() - exchange.durationMs;
    const { judge } = await loadVerdict();
    const exchanges = attempts.map((attempt) => attempt.exchange);
    const judged = judge(exchanges, monotonicMs() - beganMs, options);
    options.log(judged.words);
    decision = judged.decision;
  }
  const { conclude } = await loadVerdict();
  const tried = { message, endpoint, attempts, durationMs: Math.round(monotonicMs() - beganMs) };
  return conclude(tried, decision, options);
}

/** An attempt that another one followed: of its answer only the status is reported, and many bodies would be much memory. */
function withoutBody({ startedMs, exchange }: Attempt): Attempt {
  return { startedMs, exchange: exchange.kind === 'answer' ? { ...exchange, body: '' } : exchange };
}

const loadVerdict = loadOnce(() => import('./verdict.ts'));

function headersFor(message: Message, { headers, secret }: Endpoint, signatureHeader: string): Record<string, string> {
  const signature = secret === undefined ? undefined : signOnce(message.body, secret);
  return {
    accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
    'user-agent': USER_AGENT,
    ...headers,
    'content-type': message.contentType,
    'idempotency-key': randomUUID(),
    ...(signature === undefined ? {} : { [signatureHeader]: signature }),
  };
}

let signed: { readonly body: string; readonly secret: string; readonly signature: string } | undefined;

/** The signature, masked. With one message, most endpoints share body and secret with the one before. */
function signOnce(body: string, secret: string): string {
  if (signed?.body !== body || signed.secret !== secret) {
    const signature = sign(body, secret);
    mask(signature.slice(signature.indexOf('=') + 1));
    signed = { body, secret, signature };
  }
  return signed.signature;
}
