import { exit } from '../util/log.ts';
import { requireNode } from '../util/version.ts';
import type { PushOutcome } from './outcome.ts';
import { push } from './push.ts';
import { reportPush } from './report.ts';

/** The entry of the push action: runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

function finish(outcome: PushOutcome): void {
  reportPush(outcome);
  exit();
}

async function main(): Promise<void> {
  requireNode();
  finish(await push(process.env, cancelled.signal));
}

// An error that nobody could catch is reported too.
process.once('uncaughtException', (error) => finish({ kind: 'refused', error }));
main().catch((error) => finish({ kind: 'refused', error }));
