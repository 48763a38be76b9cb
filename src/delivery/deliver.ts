import { randomUUID } from 'node:crypto';
import { type HttpClient, type HttpRequest, wasNeverSent } from '../http/types.ts';
import type { Message, Receiver } from '../receivers/types.ts';
import { monotonicMs, sleep } from '../util/time.ts';
import { USER_AGENT } from '../util/version.ts';
import { nextAttempt, toDelivery } from './classify.ts';
import type { Decision, RetryLimits } from './retry.ts';
import { signatureHeaders } from './sign.ts';
import type { Attempt, Delivery, Endpoint } from './types.ts';

export type DeliverOptions = {
  readonly format: Receiver;
  readonly client: HttpClient;
  readonly signatureHeader: string;
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
};

/**
 * Posts `message` to `endpoint` until it is accepted, refused for good, or the limits are reached: the same bytes, signature
 * and Idempotency-Key on every attempt. Whatever a network or a receiver can do is in the result, never thrown.
 */
export async function deliver(message: Message, endpoint: Endpoint, options: DeliverOptions): Promise<Delivery> {
  const { client, signal, endByMs, format } = options;
  const request: HttpRequest = {
    url: endpoint.url,
    method: 'POST',
    headers: headersFor(message, endpoint, options),
    body: message.body,
    keepAlive: options.keepAlive,
    timeoutMs: options.limits.timeoutMs,
    signal,
    endByMs,
    ...options.request,
  };
  const attempts: Attempt[] = [];
  let beganMs = monotonicMs();
  let limits: RetryLimits = options.limits;
  let decision: Decision | undefined;
  for (let waitMs = 0; ; waitMs = decision.waitMs) {
    await sleep(waitMs, signal);
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
    const next = nextAttempt(attempts, monotonicMs() - beganMs, { format, limits });
    options.log(next.line);
    decision = next.decision;
    if (decision?.kind !== 'retry') break;
  }
  const durationMs = Math.round(monotonicMs() - beganMs);
  return toDelivery({ message, endpoint, attempts, durationMs }, decision, { format, limits });
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

type HeaderOptions = Pick<DeliverOptions, 'format' | 'signatureHeader'>;

function headersFor(
  message: Message,
  { headers, secret }: Endpoint,
  { format, signatureHeader }: HeaderOptions,
): Record<string, string> {
  return {
    accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
    'user-agent': USER_AGENT,
    'content-type': message.contentType,
    ...format.headers,
    ...headers,
    'idempotency-key': randomUUID(),
    ...signatureHeaders(message.body, secret, signatureHeader),
  };
}
