import { notify } from './notify.ts';
import { brokenBy, type Outcome, type SoFar } from './report/outcome.ts';
import { report } from './report/report.ts';
import { exit } from './util/log.ts';
import { requireNode } from './util/version.ts';

/** The entry of the notify action: runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

const soFar: SoFar = { artifacts: [], prepared: [], ended: new Map() };
let isReported = false;

function finish(outcome: Outcome): void {
  report(outcome);
  isReported = true;
}

function fail(error: unknown): void {
  if (!isReported) finish(brokenBy(error, soFar));
}

async function main(): Promise<void> {
  requireNode();
  finish(await notify(process.env, { signal: cancelled.signal, soFar }));
}

// Whatever ends the run, what was sent is reported: an error that nobody could catch, too, and an end without any.
process.on('uncaughtException', (error) => {
  fail(error);
  exit();
});
process.once('exit', () => fail(new Error('the step ended before it was done')));
main().catch(fail).finally(exit); // Does not wait for what is still open.
