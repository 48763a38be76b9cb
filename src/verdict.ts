import type { Delivery } from './deliver.ts';
import { duration } from './duration.ts';
import { type Exchange, isAccepted } from './exchange.ts';
import type { Target } from './formats/format.ts';
import { redact } from './log.ts';
import { attemptLimit, type Decision, decide, mayChange, parseRetryAfter, type RetryLimits } from './retry.ts';

/** What answers mean. Loaded with the report, while the first answer is awaited. */

type Judge = { readonly format: Target; readonly limits: RetryLimits };

/**
 * What the last of these exchanges means, `elapsedMs` after the first began: its log line, and whether and when to try
 * again. No decision when a repeat could not change the outcome.
 */
export function judge(
  exchanges: readonly Exchange[],
  elapsedMs: number,
  options: Judge,
): { readonly decision: Decision | undefined; readonly words: string } {
  const decision = decideNext(exchanges, elapsedMs, options);
  const number = `attempt ${exchanges.length} of ${attemptLimit(exchanges, options.limits)}`;
  const last = exchanges.at(-1);
  return { decision, words: last === undefined ? number : `${number}: ${attemptInWords(last, decision, options)}` };
}

function decideNext(
  exchanges: readonly Exchange[],
  elapsedMs: number,
  { format, limits }: Judge,
): Decision | undefined {
  const exchange = exchanges.at(-1);
  if (exchange === undefined || isAccepted(exchange) || !format.mayRetry(exchange, mayChange(exchange)))
    return undefined;
  const retryAfterMs = parseRetryAfter(exchange.retryAfter, Date.now());
  const situation = { attempts: exchanges.length, elapsedMs, retryAfterMs, chance: Math.random() };
  return decide(situation, attemptLimit(exchanges, limits), limits);
}

type Tried = Pick<Delivery, 'message' | 'endpoint' | 'attempts' | 'durationMs'>;

/** The delivery after its last attempt and the decision on it: when that was for another one, the job was cancelled. */
export function conclude(tried: Tried, decision: Decision | undefined, { format, limits }: Judge): Delivery {
  const exchange = tried.attempts.at(-1)?.exchange;
  if (exchange === undefined || decision?.kind === 'again' || isCancelled(exchange)) {
    return { kind: 'cancelled', ...tried, words: cancelledInWords(exchange, format) };
  }
  const words = wordsOf(exchange, format);
  const jobId = exchange.kind === 'answer' ? format.jobId(exchange.body) : undefined;
  const kind = isAccepted(exchange) ? 'accepted' : exchange.kind === 'answer' ? 'rejected' : 'unreachable';
  return { kind, ...tried, words, ...(jobId === undefined ? {} : { jobId }), ...outOfTime(decision, limits) };
}

/** What is to be done where more time would have helped: hints on the last answer would name `deadline`, if anything. */
function outOfTime(decision: Decision | undefined, { deadlineInput }: RetryLimits): Pick<Delivery, 'hint'> {
  if (decision?.kind !== 'stop') return {};
  if (decision.reason === 'retry-after') {
    const asked = duration(decision.askedMs);
    const input = deadlineInput ?? 'deadline';
    return {
      hint: `it asks to come back in ${asked}, which is longer than what is left of ${input}; raise it, or send later`,
    };
  }
  if (decision.reason === 'retries' || deadlineInput === undefined) return {};
  return { hint: `${deadlineInput} was over before the message was taken; raise it, or see why it is not taken` };
}

function isCancelled(exchange: Exchange): boolean {
  return exchange.kind === 'failure' && exchange.code === 'CANCELLED';
}

/** Whoever cancels wants to know what may have happened all the same. */
function cancelledInWords(last: Exchange | undefined, format: Target): string {
  if (last === undefined) return 'before it was sent';
  if (isCancelled(last)) return 'before the answer: the receiver may have it';
  const words = wordsOf(last, format);
  return `before the next attempt: the last one ended with ${last.kind === 'answer' ? `${last.status} ${words}`.trim() : words}`;
}

/** Whether an answer's body is meant for a browser: a login page, or a proxy's own. */
export function isPage(body: string): boolean {
  return /^\s*<(?:\?xml[^>]*>\s*<)?(?:!|(?:html|head|body|title|meta|script|h\d|div|center|p|a)\b)/i.test(body);
}

/** What the other side said, without secrets: a receiver may well echo what it was sent. */
export function wordsOf(exchange: Exchange, format: Target): string {
  if (exchange.kind === 'failure') return redact(exchange.message);
  return redact(format.words(exchange.body) ?? (isPage(exchange.body) ? '(an HTML page)' : exchange.body.trim()));
}

function attemptInWords(exchange: Exchange, decision: Decision | undefined, { format, limits }: Judge): string {
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

function afterwards(decision: Decision | undefined, { deadlineMs, deadlineInput }: RetryLimits): string {
  if (decision === undefined) return '';
  const limit = deadlineInput ?? `the deadline of ${deadlineMs / 1000} s`;
  if (decision.kind === 'again') return `, next in ${(decision.waitMs / 1000).toFixed(1)} s`;
  switch (decision.reason) {
    case 'retries':
      return ', no attempts left';
    case 'deadline':
      return `, ${limit} is over`;
    case 'retry-after':
      return `, asked to wait longer than what is left of ${limit}: giving up`;
  }
}
