import { notify } from './notify.ts';
import type { Outcome } from './report/outcome.ts';
import { report } from './report/report.ts';
import { exit } from './util/log.ts';
import { requireNode } from './util/version.ts';

/** The entry of the notify action: runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

async function main(): Promise<void> {
  let outcome: Outcome;
  try {
    requireNode();
    outcome = await notify(process.env, cancelled.signal);
  } catch (error) {
    outcome = { kind: 'refused', error };
  }
  report(outcome);
  exit(); // Whatever is still open has no more say.
}

void main();
