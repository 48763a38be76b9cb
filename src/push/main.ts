import { requireNode } from '../util/version.ts';
import { readPushInputs } from './inputs.ts';
import type { Begun } from './outcome.ts';
import { findSkopeo } from './skopeo.ts';

/** The entry of the push action: reads the inputs and asks the registry, then loads and runs the rest. */

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

async function begin(environment: NodeJS.ProcessEnv): Promise<Begun> {
  try {
    requireNode();
    const inputs = readPushInputs(environment);
    if (inputs.dryRun) return { kind: 'begun', inputs };
    const skopeo = await findSkopeo({ insecure: inputs.insecureRegistry, signal: cancelled.signal });
    return {
      kind: 'begun',
      inputs,
      skopeo,
      before: Promise.all(inputs.destinations.map((tag) => skopeo?.manifest(tag))),
    };
  } catch (error) {
    return { kind: 'refused', error };
  }
}

async function main(): Promise<void> {
  const begun = await begin(process.env);
  // skopeo answers while this loads: 60 ms of 250 for a small directory.
  const { run } = await import('./run.ts');
  await run(begun, process.env, cancelled.signal);
}

void main();
