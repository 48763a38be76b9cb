import { isRetryable } from '../delivery/retry.ts';
import type { Endpoint } from '../delivery/types.ts';
import type { HttpResult } from '../http/types.ts';
import type { Ask } from '../receivers/types.ts';
import { sleep } from '../util/time.ts';
import { USER_AGENT } from '../util/version.ts';
import { pollDelayMs } from './timing.ts';
import type { Context } from './types.ts';

/** Asking the API of a receiver. */

/** For questions after a deployment. The server answered a moment ago, so a few attempts are enough. */
const TRIES = 4;

const OUT_OF_TIME: HttpResult = {
  kind: 'failure',
  code: 'TIMEOUT',
  message: 'wait-timeout was over',
  written: false,
  durationMs: 0,
};

/** Asks once, with the key of `endpoint`, for `timeout` or what is left of `wait-timeout`, but a second at least. */
export function createAsk({ headers, apiKey }: Endpoint, context: Context): Ask {
  const { client, signal, limits, leftMs, tracker } = context;
  const asking = {
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...headers,
    [tracker.keyHeader]: apiKey ?? '',
  };
  return (url) => {
    const timeoutMs = Math.max(Math.min(limits.timeoutMs, leftMs()), 1_000);
    return client.send({ url, method: 'GET', headers: asking, timeoutMs, keepAlive: true, needsBody: true, signal });
  };
}

/** As `ask`, but with a few more attempts where they may help, until `wait-timeout` is over. */
export function askAgain(ask: Ask, { leftMs, signal }: Context): Ask {
  return async (url) => {
    let answer = OUT_OF_TIME;
    for (let tries = 1; leftMs() > 0; tries++) {
      answer = await ask(url);
      if (tries === TRIES || signal.aborted || !isTransient(answer)) break;
      await sleep(Math.min(pollDelayMs(tries - 1), leftMs()), signal);
    }
    return answer;
  };
}

/** Whether asking again may give an answer, such as after a body that was cut or stalled. */
export function isTransient(answer: HttpResult): boolean {
  if (isRetryable(answer)) return true;
  return answer.kind === 'response' && answer.status === 200 && ['cut', 'stalled'].includes(answer.bodyState);
}
