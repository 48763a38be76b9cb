import { loadOnce } from './load-once.ts';
import { flush } from './log.ts';
import { requireNode } from './node-version.ts';
import type { Outcome, Sent } from './outcome.ts';
import { run } from './run.ts';

/** The entry of the action: runs the step, then reports. */

// Reporting needs @actions/core, which takes longer to load than all the rest: it is loaded while the answer is awaited.
const loadReport = loadOnce(() => import('./report.ts'));

// Whatever goes wrong in a rehearsal goes wrong again in the report, which has words for it.
const onSent = (likely: Sent) => {
  loadReport()
    .then(({ rehearse }) => rehearse(likely))
    .catch(() => {});
};

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());

async function main(): Promise<void> {
  let outcome: Outcome;
  try {
    requireNode();
    outcome = await run(process.env, { signal: cancelled.signal, onSent });
  } catch (error) {
    outcome = { kind: 'refused', error };
  }
  (await loadReport()).report(outcome);
  // Whatever is still open has no more say, and Node needs 2 ms to take apart what the end of the process frees at once.
  if (flush()) process.exit();
}

// Not awaited here: the report chunk imports from this module, which must have been evaluated by then.
void main();
