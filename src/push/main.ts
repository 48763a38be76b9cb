import { requireNode } from '../node-version.ts';
import type { PushOutcome } from './outcome.ts';
import { reportPush } from './report.ts';
import { run } from './run.ts';

/** The entry of the push action: runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

let outcome: PushOutcome;
try {
  requireNode();
  outcome = await run(process.env, { signal: cancelled.signal });
} catch (error) {
  outcome = { kind: 'refused', error };
}
reportPush(outcome);
