import { exit } from '../util/log.ts';
import { requireNode } from '../util/version.ts';
import { readPushInputs } from './inputs.ts';
import type { PushOutcome } from './outcome.ts';
import { reportPush } from './report.ts';

/** The entry of the push action: reads the inputs, runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

function finish(outcome: PushOutcome): void {
  reportPush(outcome);
  exit();
}

async function main(): Promise<void> {
  requireNode();
  const inputs = readPushInputs(process.env);
  const { push } = await import('./push.ts');
  finish(await push({ inputs, environment: process.env, signal: cancelled.signal }));
}

// An error that nobody could catch is reported too.
process.once('uncaughtException', (error) => finish({ kind: 'refused', error }));
main().catch((error) => finish({ kind: 'refused', error }));
