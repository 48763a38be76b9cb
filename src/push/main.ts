import { exit } from '../util/log.ts';
import { requireNode } from '../util/version.ts';
import type { PushOutcome } from './outcome.ts';
import { push } from './push.ts';
import { reportPush } from './report.ts';

/** The entry of the push action: runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

async function main(): Promise<void> {
  let outcome: PushOutcome;
  try {
    requireNode();
    outcome = await push(process.env, cancelled.signal);
  } catch (error) {
    outcome = { kind: 'refused', error };
  }
  reportPush(outcome);
  exit();
}

void main();
