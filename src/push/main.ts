import { exit } from '../util/log.ts';
import { requireNode } from '../util/version.ts';
import { readPushInputs } from './inputs.ts';
import { brokenBy, type PushOutcome, type PushSoFar } from './outcome.ts';
import { reportPush } from './report.ts';

/** The entry of the push action: reads the inputs, runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

const soFar: PushSoFar = { uploads: [] };
let isReported = false;

function finish(outcome: PushOutcome): void {
  reportPush(outcome);
  isReported = true;
}

function fail(error: unknown): void {
  if (!isReported) finish(brokenBy(error, soFar));
}

async function main(): Promise<void> {
  requireNode();
  const inputs = readPushInputs(process.env);
  const { push } = await import('./push.ts');
  finish(await push({ inputs, environment: process.env, signal: cancelled.signal, soFar }));
}

// Whatever ends the run, what was pushed is reported: an error that nobody could catch, too, and an end without any.
process.on('uncaughtException', (error) => {
  fail(error);
  exit();
});
process.once('exit', () => fail(new Error('the step ended before it was done')));
main().catch(fail).finally(exit); // Does not wait for what is still open.
