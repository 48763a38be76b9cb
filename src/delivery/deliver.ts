import { createHash, randomUUID } from 'node:crypto';
import { type HttpClient, type HttpRequest, type HttpResult, wasNeverSent } from '../http/types.ts';
import type { Answers, Message } from '../receivers/types.ts';
import { redact } from '../util/log.ts';
import { monotonicMs, sleep } from '../util/time.ts';
import { USER_AGENT } from '../util/version.ts';
import { mayHaveArrived, nextAttempt, shorten, toDelivery } from './classify.ts';
import { fillPlaceholders } from './placeholders.ts';
import { prove } from './prove.ts';
import type { Decision, RetryLimits } from './retry.ts';
import type { Attempt, Delivery, Endpoint } from './types.ts';

export type DeliverOptions = {
  readonly client: HttpClient;
  /** Replaces the receiver's own rule for which results are repeated. */
  readonly isRetryable?: Answers['isRetryable'] | undefined;
  readonly limits: RetryLimits & { readonly timeoutMs: number };
  readonly signal: AbortSignal;
  /**
   * Whether a connection may be used again. If not, each attempt has one of its own: after a 503 a load balancer may
   * give it to another instance.
   */
  readonly keepAlive: boolean;
  /** GITHUB_RUN_ID, the same when the job runs again. */
  readonly runId?: string | undefined;
  /** Takes the last result whole. The delivery keeps only the beginning of its body. */
  readonly onLast?: ((result: HttpResult) => unknown) | undefined;
  /** Called with the delivery when it was sent, before anybody waits for its deployment. */
  readonly onSent?: ((delivery: Delivery) => void) | undefined;
  /** Takes one line per attempt. */
  readonly log: (line: string) => void;
  /** Called when it is the turn of the first attempt. */
  readonly onTurn?: (() => void) | undefined;
  /** How the request differs where the step waits for the deployment. */
  readonly request?: Partial<Pick<HttpRequest, 'url' | 'mayTakeUntilEnd' | 'needsBody'>> | undefined;
  /** When (by `monotonicMs`) `wait-timeout` is over, which then limits the attempts too. */
  readonly endByMs?: number | undefined;
  /**
   * Asked before a message is sent again that the receiver may have, with what is left of the time for attempts:
   * whether it is certain that it has not. Without it, such a message is sent again.
   */
  readonly mayRepeat?: ((leftMs: () => number) => Promise<boolean>) | undefined;
};

/** What follows an attempt, and whether the receiver may have its message although it did not say so. */
type Step = 'never sent' | { readonly decision: Decision | undefined; readonly isLost: boolean };

/** How long after the end of `deadline` an attempt may still wait for its turn. */
const TURN_MS = 1_000;

/**
 * Posts `message` to `endpoint` until it is accepted, refused for good, or the limits are reached: the same bytes,
 * signature and Idempotency-Key on every attempt. Whatever a network or a receiver can do is in the result, never
 * thrown.
 */
export async function deliver(message: Message, endpoint: Endpoint, options: DeliverOptions): Promise<Delivery> {
  const { client, signal, endByMs } = options;
  const { answers } = endpoint.receiver;
  const rules = { answers: { ...answers, isRetryable: options.isRetryable ?? answers.isRetryable } };
  const request: HttpRequest = {
    ...address(message, endpoint, options),
    method: 'POST',
    body: message.body,
    keepAlive: options.keepAlive,
    timeoutMs: options.limits.timeoutMs,
    signal,
    endByMs,
    mayTakeUntilEnd: options.request?.mayTakeUntilEnd,
    needsBody: options.request?.needsBody,
  };
  const attempts: Attempt[] = [];
  let limits: RetryLimits = options.limits;
  let [beganMs, deadlineMs] = [monotonicMs(), Number.POSITIVE_INFINITY];
  // The clock starts with the first attempt, which may have to wait for a free connection.
  const startDeadline = () => {
    options.onTurn?.();
    beganMs = monotonicMs();
    limits = limitsUntil(endByMs, options.limits, beganMs);
    if (limits.deadlineMs > 0) deadlineMs = beganMs + limits.deadlineMs;
    return deadlineMs;
  };
  /** One attempt. In a function of its own, because one that waits would keep the whole answer in memory meanwhile. */
  const attempt = async (): Promise<Step> => {
    const isFirst = attempts.length === 0;
    const times = isFirst ? { beginByMs: endByMs, startDeadline } : { beginByMs: deadlineMs + TURN_MS, deadlineMs };
    const result = await client.send({ ...request, ...times });
    if (wasNeverSent(result)) return 'never sent';
    if (!isFirst && isTooLate(result)) return { decision: { kind: 'stop', reason: 'deadline' }, isLost: false };
    replaceLast(attempts, withoutBody);
    attempts.push({ startedMs: Date.now() - result.durationMs, result });
    const next = nextAttempt(attempts, monotonicMs() - beganMs, { ...rules, limits });
    options.log(next.line);
    if (next.decision?.kind === 'retry') replaceLast(attempts, shortened);
    return { decision: next.decision, isLost: mayHaveArrived(result, answers) };
  };
  let decision: Decision | undefined;
  let isLost = false;
  for (let waitMs = 0; ; waitMs = decision.waitMs) {
    await sleep(waitMs, signal);
    if (options.mayRepeat !== undefined && isLost) {
      const isCertain = await options.mayRepeat(() => limits.deadlineMs - (monotonicMs() - beganMs));
      if (!isCertain && !signal.aborted) {
        decision = undefined;
        break;
      }
    }
    const step = signal.aborted ? 'never sent' : await attempt();
    if (step === 'never sent') break;
    ({ decision, isLost } = step);
    if (decision?.kind !== 'retry') break;
  }
  const durationMs = Math.round(monotonicMs() - beganMs);
  const delivery = toDelivery({ message, endpoint, attempts, durationMs }, decision, { ...rules, limits });
  const last = attempts.at(-1);
  if (last !== undefined) options.onLast?.(last.result);
  replaceLast(attempts, withoutBody);
  options.onSent?.(delivery);
  return delivery;
}

function isTooLate(result: HttpResult): boolean {
  return result.kind === 'failure' && result.code === 'TOO_LATE';
}

/** The limits of a delivery that must end by `endByMs`, where that is earlier than its own deadline. */
function limitsUntil(endByMs: number | undefined, limits: RetryLimits, beganMs: number): RetryLimits {
  const leftMs = endByMs === undefined ? Number.POSITIVE_INFINITY : endByMs - beganMs;
  if (leftMs >= limits.deadlineMs) return limits;
  return { ...limits, deadlineMs: Math.max(leftMs, 0), deadlineInput: 'wait-timeout' };
}

/** In place: what is still reached from a frame that has ended is collected late. */
function replaceLast(attempts: Attempt[], replace: (attempt: Attempt) => Attempt): void {
  attempts.push(...attempts.splice(-1).map(replace));
}

/** Of an attempt that is over, the report shows no more than the status: many bodies would take much memory. */
function withoutBody(attempt: Attempt): Attempt {
  const { result } = attempt;
  return result.kind === 'failure' ? attempt : { ...attempt, result: { ...result, body: '' } };
}

/** While it waits for the next attempt, the beginning is kept: all that is told if the step is cancelled. */
function shortened(attempt: Attempt): Attempt {
  const { result } = attempt;
  return result.kind === 'failure' ? attempt : { ...attempt, result: { ...result, body: shorten(result.body) } };
}

/**
 * The same for the same message to the same endpoint when a job of this run runs again, so that a receiver can drop it.
 * The bytes do not count: some messages have an id and the time.
 */
function idempotencyKey({ artifact, contentType }: Message, { url, receiver }: Endpoint, runId = ''): string {
  if (runId === '') return randomUUID();
  const { host, path, tag, digest } = artifact;
  const text = JSON.stringify([runId, receiver.name, url.href, contentType, host, path, tag, digest]);
  const hex = createHash('sha256').update(text).digest('hex');
  // A UUID of version 8, which is for values that are made by a rule of one's own (RFC 9562 5.8).
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** The URL and the headers of the message, the same on every attempt. */
function address(
  message: Message,
  endpoint: Endpoint,
  { request, runId }: Pick<DeliverOptions, 'request' | 'runId'>,
): Pick<HttpRequest, 'url' | 'headers'> {
  const filled = fillPlaceholders(request?.url ?? endpoint.url, message.artifact);
  const { url, headers } = prove(message, { ...endpoint, url: filled });
  return {
    url,
    headers: {
      accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
      'user-agent': USER_AGENT,
      'content-type': message.contentType,
      ...message.headers,
      ...endpoint.headers,
      'idempotency-key': idempotencyKey(message, endpoint, runId),
      ...headers,
    },
  };
}

/** The request line and the headers of the first attempt, for a dry run: one line each, the secrets in them masked. */
export function describeRequest(message: Message, endpoint: Endpoint): readonly string[] {
  const { url, headers } = address(message, endpoint, { runId: process.env.GITHUB_RUN_ID });
  const all = Object.entries({ host: url.host, ...headers });
  return [`POST ${url.pathname}${url.search}`, ...all.map(([name, value]) => `${name}: ${value}`)].map(redact);
}
