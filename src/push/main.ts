import { exit } from '../util/log.ts';
import { requireNode } from '../util/version.ts';
import { readPushInputs } from './inputs.ts';
import type { PushOutcome } from './outcome.ts';
import { reportPush } from './report.ts';
import { askRegistry } from './skopeo.ts';

/** The entry of the push action: reads the inputs, asks the registry, runs the step, then reports. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

function finish(outcome: PushOutcome): void {
  reportPush(outcome);
  exit(); // Tools that still run are ended.
}

async function main(): Promise<void> {
  requireNode();
  const { signal } = cancelled;
  const inputs = readPushInputs(process.env);
  const registry = inputs.dryRun ? undefined : askRegistry(inputs, signal);
  // The registry answers while YAML, zlib and crypto load: 40 ms of 250 for a small directory.
  const { push } = await import('./push.ts');
  finish(await push({ inputs, registry, environment: process.env, signal }));
}

// An error that nobody could catch is reported too.
process.once('uncaughtException', (error) => finish({ kind: 'refused', error }));
main().catch((error) => finish({ kind: 'refused', error }));
