import { type HttpResponse, type HttpResult, is2xx, isPage, isStandIn } from '../http/types.ts';
import type { Answers } from '../receivers/types.ts';
import { redact, redactStart } from '../util/log.ts';
import { formatDuration } from '../util/time.ts';
import { hintFor, wantsClientCertificate } from './hints.ts';
import {
  attemptLimit,
  type Decision,
  decide,
  isRetryable,
  isUnknownHost,
  isUnsent,
  parseRetryAfter,
  type RetryLimits,
  UNKNOWN_HOST_MS,
} from './retry.ts';
import type { Attempt, Delivery } from './types.ts';

/** What the result of an attempt means for the delivery. */

type Rules = { readonly answers: Answers; readonly limits: RetryLimits };

/**
 * What follows the last of these attempts, `elapsedMs` after the first began: its log line, and whether and when to try
 * again. There is no decision when a repeat could not change the outcome.
 */
export function nextAttempt(
  attempts: readonly Attempt[],
  elapsedMs: number,
  rules: Rules,
): { readonly decision: Decision | undefined; readonly line: string } {
  const results = attempts.map(({ result }) => result);
  const limit = attemptLimit(rules.limits);
  const number = `attempt ${results.length}${Number.isFinite(limit) ? ` of ${limit}` : ''}`;
  const last = results.at(-1);
  if (last === undefined) return { decision: undefined, line: number };
  const decision = decideNext(last, results, { ...rules, elapsedMs });
  return { decision, line: `${number}: ${describeAttempt(last, decision, rules)}` };
}

function decideNext(
  last: HttpResult,
  results: readonly HttpResult[],
  { answers, limits, elapsedMs }: Rules & { readonly elapsedMs: number },
): Decision | undefined {
  if (isAccepted(last, answers) || !answers.isRetryable(last, isRetryable(last))) return undefined;
  const state = {
    attempts: results.length,
    elapsedMs,
    isUnsent: isUnsent(last),
    isUnknownHost: isUnknownHost(results),
    retryAfterMs: parseRetryAfter(last, Date.now()),
    random: Math.random(),
  };
  return decide(state, limits);
}

type Tried = Pick<Delivery, 'message' | 'endpoint' | 'attempts' | 'durationMs'>;

/** The delivery after its last attempt and the decision on it. If that was to retry, the job was cancelled. */
export function toDelivery(tried: Tried, decision: Decision | undefined, { answers, limits }: Rules): Delivery {
  const result = tried.attempts.at(-1)?.result;
  if (result === undefined || decision?.kind === 'retry' || isCancelled(result)) {
    return { kind: 'cancelled', ...tried, serverMessage: describeCancelled(result, answers) };
  }
  const kind = kindOf(result, answers);
  const answer = kind === 'accepted' && result.kind === 'response' ? result : undefined;
  const wouldEndAnyway = decision?.kind === 'stop' && ['retries', 'unknown-host'].includes(decision.reason);
  const delivery: Delivery = {
    kind,
    ...tried,
    deployment: answer && outcomeIn(answer, answers),
    serverMessage: messageIn(result, answers),
    jobId: result.kind === 'response' ? answers.jobId(result.body) : undefined,
    wouldRepeat: !wouldEndAnyway && answers.isRetryable(result, isRetryable(result)),
    hadNoEffect: answer && answers.hadNoEffect?.(answer) ? true : undefined,
  };
  return { ...delivery, hint: hintFor(delivery, result, outOfTime(decision, limits)) };
}

function kindOf(result: HttpResult, answers: Answers): Delivery['kind'] {
  if (isAccepted(result, answers)) return 'accepted';
  return result.kind === 'response' ? 'rejected' : 'unreachable';
}

/** How the deployment ended, where the answer says so. */
function outcomeIn(result: HttpResponse, answers: Answers): Delivery['deployment'] {
  const outcome = answers.outcome?.(result);
  return outcome === undefined ? undefined : { ...outcome, times: { endedMs: Date.now() } };
}

/** The hint for a delivery that ran out of time. Other hints name `deadline` only. */
function outOfTime(decision: Decision | undefined, { deadlineInput }: RetryLimits): string | undefined {
  if (decision?.kind !== 'stop') return undefined;
  if (decision.reason === 'retry-after') {
    const asked = formatDuration(decision.askedMs);
    const input = deadlineInput ?? 'deadline';
    return `it asks to come back in ${asked}, which is longer than what is left of ${input}; raise it, or send later`;
  }
  if (decision.reason !== 'deadline' || deadlineInput === undefined) return undefined;
  return `${deadlineInput} was over before the message was accepted; raise it, or find out why it is not accepted`;
}

/** Whether the receiver itself took the message. */
function isAccepted(result: HttpResult, answers: Answers): boolean {
  return is2xx(result) && !isStandIn(result) && answers.isAcceptance(result);
}

/** Whether the receiver may have the message although this is not its answer: sent again, it would be a second one. */
export function mayHaveArrived(result: HttpResult, answers: Answers): boolean {
  if (result.kind === 'failure') return result.written && !wantsClientCertificate(result.code);
  if (answers.jobId(result.body) !== undefined) return false;
  return result.status < 300 || result.status >= 500;
}

function isCancelled(result: HttpResult): boolean {
  return result.kind === 'failure' && result.code === 'CANCELLED';
}

/** When it was cancelled, and whether the receiver may have the message. */
function describeCancelled(last: HttpResult | undefined, answers: Answers): string {
  if (last === undefined) return 'before it was sent';
  if (isCancelled(last)) return 'before the answer: the receiver may have it';
  const message = messageIn(last, answers);
  return `before the next attempt: the last one ended with ${last.kind === 'response' ? `${last.status} ${message}`.trim() : message}`;
}

/**
 * What is kept of an answer, and of what the server said in it: 2 KB. Logs and reports show less, and 10,000 answers of
 * 64 KiB each would take more memory than a small runner has.
 */
const KEPT_LENGTH = 1_000;

/** The beginning of `text`, copied: a part of a string keeps all of it in memory. */
export function shorten(text: string): string {
  return Buffer.from(text.slice(0, KEPT_LENGTH)).toString();
}

/** The beginning of a text of the server, without secrets: a receiver may repeat what it was sent. */
export function keep(text: string): string {
  return shorten(redactStart(text, KEPT_LENGTH));
}

/** What is kept of what the server said, or the network's error. */
export function messageIn(result: HttpResult, answers: Answers): string {
  if (result.kind === 'failure') return redact(result.message);
  return keep(answers.serverMessage(result.body) ?? (isPage(result.body) ? '(an HTML page)' : result.body.trim()));
}

function describeAttempt(result: HttpResult, decision: Decision | undefined, { answers, limits }: Rules): string {
  const message = messageIn(result, answers);
  const next = describeNext(decision, limits);
  if (result.kind === 'failure') return `${message}${next}`;
  const details = [
    `${result.durationMs} ms`,
    ...(result.bodyState === 'complete' ? [] : [`body ${result.bodyState}`]),
    ...(result.proxy === undefined ? [] : [`through the proxy ${result.proxy}`]),
    ...(message === '' ? [] : [`answer: ${message}`]),
  ];
  return `${result.status}${next} (${details.join(', ')})`;
}

function describeNext(decision: Decision | undefined, { deadlineMs, deadlineInput }: RetryLimits): string {
  if (decision === undefined) return '';
  if (decision.kind === 'retry') return `, next in ${(decision.waitMs / 1000).toFixed(1)} s`;
  const limit = deadlineInput ?? `the deadline of ${deadlineMs / 1000} s`;
  switch (decision.reason) {
    case 'retries':
      return ', no attempts left';
    case 'deadline':
      return `, ${limit} is over`;
    case 'unknown-host':
      return `, and the name has not resolved for ${UNKNOWN_HOST_MS / 1000} s: giving up`;
    case 'retry-after':
      return `, asked to wait longer than what is left of ${limit}: giving up`;
  }
}
