import type { Outcome } from './outcome.ts';
import { run } from './run.ts';

/** The entry of the action: runs the step, then reports. */

// Reporting needs @actions/core, which takes longer to load than all the rest: it is loaded while the answer is awaited.
let reporting: Promise<typeof import('./report.ts')> | undefined;
const loadReport = () => {
  reporting ??= import(/* webpackChunkName: "report" */ './report.ts');
  return reporting;
};

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

let outcome: Outcome;
try {
  outcome = await run(process.env, { signal: cancelled.signal, onSent: () => void loadReport() });
} catch (error) {
  outcome = { kind: 'refused', error };
}
await (await loadReport()).report(outcome);
