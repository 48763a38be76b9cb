import { notify } from './notify.ts';
import type { Outcome } from './report/outcome.ts';
import { report } from './report/report.ts';
import { exit } from './util/log.ts';
import { requireNode } from './util/version.ts';

/** The entry of the notify action: runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

function finish(outcome: Outcome): void {
  report(outcome);
  exit(); // Does not wait for what is still open.
}

async function main(): Promise<void> {
  requireNode();
  finish(await notify(process.env, cancelled.signal));
}

// An error that nobody could catch is reported too.
process.once('uncaughtException', (error) => finish({ kind: 'refused', error }));
main().catch((error) => finish({ kind: 'refused', error }));
