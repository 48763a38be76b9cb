import { randomUUID } from 'node:crypto';
import type { Deployment } from './deployment.ts';
import type { Endpoint } from './endpoint.ts';
import { type Exchange, isAccepted, type Request } from './exchange.ts';
import type { Message, Target } from './formats/format.ts';
import { mask, redact } from './log.ts';
import { attemptLimit, type Decision, decide, mayChange, parseRetryAfter, type RetryLimits } from './retry.ts';
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
    timeoutMs: limits.timeoutMs,
    signal,
    onSent: options.onSent,
  };
  const attempts: Attempt[] = [];
  let beganMs = performance.now();
  let decision: Decision | undefined;
  while (!signal.aborted) {
    const exchange = await transport.send(request);
    // It may have stood in line before it began.
    attempts.push({ startedMs: Date.now() - exchange.durationMs, exchange });
    if (attempts.length === 1) beganMs = performance.now() - exchange.durationMs;
    const exchanges = attempts.map((attempt) => attempt.exchange);
    decision = decideNext(exchanges, performance.now() - beganMs, options);
    const number = `attempt ${attempts.length} of ${attemptLimit(exchanges, limits)}`;
    options.log(`${number}: ${attemptInWords(exchange, decision, options)}`);
    if (decision?.kind !== 'again') break;
    await sleep(decision.waitMs, signal);
  }
  const tried = { message, endpoint, attempts, durationMs: Math.round(performance.now() - beganMs) };
  return conclude(tried, decision?.kind === 'again', options.format);
}

function headersFor(message: Message, { headers, secret }: Endpoint, signatureHeader: string): Record<string, string> {
  const signature = secret === undefined ? undefined : sign(message.body, secret);
  if (signature !== undefined) mask(signature.slice(signature.indexOf('=') + 1));
  return {
    accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
    'user-agent': USER_AGENT,
    ...headers,
    'content-type': message.contentType,
    'idempotency-key': randomUUID(),
    ...(signature === undefined ? {} : { [signatureHeader]: signature }),
  };
}

/** Undefined when a repeat could not change the outcome. */
function decideNext(
  exchanges: readonly Exchange[],
  elapsedMs: number,
  { format, limits }: DeliverOptions,
): Decision | undefined {
  const exchange = exchanges.at(-1);
  if (exchange === undefined || isAccepted(exchange) || !format.mayRetry(exchange, mayChange(exchange)))
    return undefined;
  const retryAfterMs = exchange.kind === 'answer' ? parseRetryAfter(exchange.retryAfter, Date.now()) : undefined;
  const situation = { attempts: exchanges.length, elapsedMs, retryAfterMs, chance: Math.random() };
  return decide(situation, attemptLimit(exchanges, limits), limits);
}

type Tried = Pick<Delivery, 'message' | 'endpoint' | 'attempts' | 'durationMs'>;

function conclude(tried: Tried, wasInterrupted: boolean, format: Target): Delivery {
  const exchange = tried.attempts.at(-1)?.exchange;
  if (exchange === undefined || wasInterrupted || isCancelled(exchange)) {
    return { kind: 'cancelled', ...tried, words: cancelledInWords(exchange, format) };
  }
  const words = wordsOf(exchange, format);
  const jobId = exchange.kind === 'answer' ? format.jobId(exchange.body) : undefined;
  const kind = isAccepted(exchange) ? 'accepted' : exchange.kind === 'answer' ? 'rejected' : 'unreachable';
  return { kind, ...tried, words, ...(jobId === undefined ? {} : { jobId }) };
}

function isCancelled(exchange: Exchange): boolean {
  return exchange.kind === 'failure' && exchange.code === 'CANCELLED';
}

/** Whoever cancels wants to know what may have happened all the same. */
function cancelledInWords(last: Exchange | undefined, format: Target): string {
  if (last === undefined) return 'cancelled before it was sent';
  if (!isCancelled(last)) return `cancelled before the next attempt, after ${exchangeInWords(last, format)}`;
  const isWritten = last.kind === 'failure' && last.written;
  return isWritten ? 'cancelled before the answer, the receiver may have it' : 'cancelled before it was sent';
}

function exchangeInWords(exchange: Exchange, format: Target): string {
  const words = wordsOf(exchange, format);
  return exchange.kind === 'answer' ? `${exchange.status} ${words}`.trim() : words;
}

/** What the other side said, without secrets: a receiver may well echo what it was sent. */
export function wordsOf(exchange: Exchange, format: Target): string {
  if (exchange.kind === 'failure') return redact(exchange.message);
  return redact(format.words(exchange.body) ?? (/^\s*</.test(exchange.body) ? '(an HTML page)' : exchange.body.trim()));
}

function attemptInWords(
  exchange: Exchange,
  decision: Decision | undefined,
  { format, limits }: DeliverOptions,
): string {
  const words = wordsOf(exchange, format);
  const next = afterwards(decision, limits);
  if (exchange.kind === 'failure') return `${words}${next}`;
  const details = [
    `${exchange.durationMs} ms`,
    ...(exchange.bodyEnd === 'complete' ? [] : [`body ${exchange.bodyEnd}`]),
    ...(exchange.proxy === undefined ? [] : [`through the proxy ${exchange.proxy}`]),
    ...(words === '' ? [] : [`it said: ${words}`]),
  ];
  return `${exchange.status}${next} (${details.join(', ')})`;
}

function afterwards(decision: Decision | undefined, { deadlineMs }: RetryLimits): string {
  if (decision === undefined) return '';
  if (decision.kind === 'again') return `, next in ${(decision.waitMs / 1000).toFixed(1)} s`;
  switch (decision.reason) {
    case 'retries':
      return ', no attempts left';
    case 'deadline':
      return `, the deadline of ${deadlineMs / 1000} s is over`;
    case 'retry-after':
      return `, asked to wait longer than what is left of the deadline of ${deadlineMs / 1000} s: giving up`;
  }
}
