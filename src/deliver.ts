import { randomUUID } from 'node:crypto';
import type { Deployment } from './deployment.ts';
import type { Endpoint } from './endpoint.ts';
import { type Exchange, isAccepted } from './exchange.ts';
import type { Message, Target } from './formats/format.ts';
import { usualHint } from './hint.ts';
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
  /** What to do about it. */
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
  const { format, limits, signal } = options;
  const request = {
    url: endpoint.url,
    method: 'POST' as const,
    headers: headersFor(message, endpoint, options.signatureHeader),
    body: message.body,
    timeoutMs: limits.timeoutMs,
    signal,
    onSent: options.onSent,
  };
  const attempts: Attempt[] = [];
  const beganMs = performance.now();
  while (!signal.aborted) {
    const startedMs = Date.now();
    const exchange = await options.transport.send(request);
    attempts.push({ startedMs, exchange });
    const decision = decideNext(exchange, attempts.length, performance.now() - beganMs, options);
    options.log(`attempt ${attempts.length} of ${limits.retries + 1}: ${attemptInWords(exchange, decision, options)}`);
    if (decision?.kind !== 'again') break;
    await sleep(decision.waitMs, signal);
  }
  return conclude({ message, endpoint, attempts, durationMs: Math.round(performance.now() - beganMs) }, format);
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
  exchange: Exchange,
  attempts: number,
  elapsedMs: number,
  options: DeliverOptions,
): Decision | undefined {
  const { format, limits } = options;
  if (isAccepted(exchange) || !format.mayRetry(exchange, mayChange(exchange))) return undefined;
  const retryAfterMs = exchange.kind === 'answer' ? parseRetryAfter(exchange.retryAfter, Date.now()) : undefined;
  const situation = {
    attempts,
    elapsedMs,
    chance: Math.random(),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  return decide(situation, attemptLimit(exchange, limits), limits);
}

function conclude(tried: Pick<Delivery, 'message' | 'endpoint' | 'attempts' | 'durationMs'>, format: Target): Delivery {
  const exchange = tried.attempts.at(-1)?.exchange;
  if (exchange === undefined || (exchange.kind === 'failure' && exchange.code === 'CANCELLED')) {
    return { kind: 'cancelled', ...tried };
  }
  const words = wordsOf(exchange, format);
  const jobId = exchange.kind === 'answer' ? format.jobId(exchange.body) : undefined;
  const known = { ...tried, words, ...(jobId === undefined ? {} : { jobId }) };
  const kind = isAccepted(exchange) ? 'accepted' : exchange.kind === 'answer' ? 'rejected' : 'unreachable';
  const hint = format.hint(exchange) ?? (kind === 'accepted' ? undefined : usualHint(exchange));
  return { kind, ...known, ...(hint === undefined ? {} : { hint }) };
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
  if (exchange.kind === 'failure') return `${words}${afterwards(decision, limits)}`;
  const cut = exchange.bodyEnd === 'complete' ? '' : `, body ${exchange.bodyEnd}`;
  const said = words === '' ? '' : `, it said: ${words}`;
  return `${exchange.status}${afterwards(decision, limits)} (${exchange.durationMs} ms${cut}${said})`;
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
