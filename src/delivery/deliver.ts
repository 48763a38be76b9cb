import { randomUUID } from 'node:crypto';
import { type HttpClient, type HttpRequest, wasNeverSent } from '../http/types.ts';
import type { Answers, Message } from '../receivers/types.ts';
import { monotonicMs, sleep } from '../util/time.ts';
import { USER_AGENT } from '../util/version.ts';
import { mayHaveArrived, nextAttempt, toDelivery } from './classify.ts';
import { fillPlaceholders } from './placeholders.ts';
import type { Decision, RetryLimits } from './retry.ts';
import { prove } from './sign.ts';
import type { Attempt, Delivery, Endpoint } from './types.ts';

export type DeliverOptions = {
  readonly client: HttpClient;
  /** Replaces the receiver's own rule for which results are repeated. */
  readonly isRetryable?: Answers['isRetryable'] | undefined;
  readonly limits: RetryLimits & { readonly timeoutMs: number };
  readonly signal: AbortSignal;
  /**
   * Whether a connection may be used again. If not, each attempt has one of its own: after a 503 a load balancer may give it to
   * another instance.
   */
  readonly keepAlive: boolean;
  /** Takes one line per attempt. */
  readonly log: (line: string) => void;
  /** How the request differs where the step waits for the deployment. */
  readonly request?: Partial<Pick<HttpRequest, 'url' | 'mayTakeUntilEnd' | 'needsBody'>> | undefined;
  /** When (by `monotonicMs`) `wait-timeout` is over, which then limits the attempts too. */
  readonly endByMs?: number | undefined;
  /**
   * Asked before a message is sent again that the receiver may have, with what is left of the time for attempts: whether it
   * is certain that it has not. Without it, such a message is sent again.
   */
  readonly mayRepeat?: ((leftMs: () => number) => Promise<boolean>) | undefined;
};

/**
 * Posts `message` to `endpoint` until it is accepted, refused for good, or the limits are reached: the same bytes, signature
 * and Idempotency-Key on every attempt. Whatever a network or a receiver can do is in the result, never thrown.
 */
export async function deliver(message: Message, endpoint: Endpoint, options: DeliverOptions): Promise<Delivery> {
  const { client, signal, endByMs } = options;
  const { answers } = endpoint.receiver;
  const rules = { answers: { ...answers, isRetryable: options.isRetryable ?? answers.isRetryable } };
  const { url, headers } = prove(message, {
    ...endpoint,
    url: fillPlaceholders(options.request?.url ?? endpoint.url, message.artifact),
  });
  const request: HttpRequest = {
    url,
    method: 'POST',
    headers: { ...headersFor(message, endpoint), ...headers },
    body: message.body,
    keepAlive: options.keepAlive,
    timeoutMs: options.limits.timeoutMs,
    signal,
    endByMs,
    mayTakeUntilEnd: options.request?.mayTakeUntilEnd,
    needsBody: options.request?.needsBody,
  };
  const attempts: Attempt[] = [];
  let beganMs = monotonicMs();
  let limits: RetryLimits = options.limits;
  let decision: Decision | undefined;
  for (let waitMs = 0; ; waitMs = decision.waitMs) {
    await sleep(waitMs, signal);
    const last = attempts.at(-1)?.result;
    if (options.mayRepeat !== undefined && last !== undefined && mayHaveArrived(last, answers)) {
      const isCertain = await options.mayRepeat(() => limits.deadlineMs - (monotonicMs() - beganMs));
      if (!isCertain && !signal.aborted) {
        decision = undefined;
        break;
      }
    }
    if (signal.aborted) break;
    const isFirst = attempts.length === 0;
    const result = await client.send(isFirst ? { ...request, beginByMs: endByMs } : request);
    if (wasNeverSent(result)) break;
    if (isFirst) {
      // It may have waited for a free connection first.
      beganMs = monotonicMs() - result.durationMs;
      limits = limitsUntil(endByMs, options.limits, beganMs);
    }
    forgetBody(attempts);
    attempts.push({ startedMs: Date.now() - result.durationMs, result });
    const next = nextAttempt(attempts, monotonicMs() - beganMs, { ...rules, limits });
    options.log(next.line);
    decision = next.decision;
    if (decision?.kind !== 'retry') break;
  }
  const durationMs = Math.round(monotonicMs() - beganMs);
  return toDelivery({ message, endpoint, attempts, durationMs }, decision, { ...rules, limits });
}

/** The limits of a delivery that must end by `endByMs`, where that is earlier than its own deadline. */
function limitsUntil(endByMs: number | undefined, limits: RetryLimits, beganMs: number): RetryLimits {
  const leftMs = endByMs === undefined ? Number.POSITIVE_INFINITY : endByMs - beganMs;
  if (leftMs >= limits.deadlineMs) return limits;
  return { ...limits, deadlineMs: Math.max(leftMs, 0), deadlineInput: 'wait-timeout' };
}

/** Of an attempt that another one follows, only the status is reported: many bodies would take much memory. */
function forgetBody(attempts: Attempt[]): void {
  const last = attempts.at(-1);
  if (last?.result.kind !== 'response') return;
  attempts[attempts.length - 1] = { ...last, result: { ...last.result, body: '' } };
}

function headersFor(message: Message, { headers }: Endpoint): Record<string, string> {
  return {
    accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
    'user-agent': USER_AGENT,
    'content-type': message.contentType,
    ...message.headers,
    ...headers,
    'idempotency-key': randomUUID(),
  };
}
