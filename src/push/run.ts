import { exit } from '../util/log.ts';
import type { Begun, PushOutcome } from './outcome.ts';
import { push } from './push.ts';
import { reportPush } from './report.ts';

/** Does what was begun, reports it, and ends the process. */
export async function run(begun: Begun, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  let outcome: PushOutcome;
  try {
    outcome = begun.kind === 'refused' ? begun : await push(begun, environment, signal);
  } catch (error) {
    outcome = { kind: 'refused', error };
  }
  reportPush(outcome);
  exit();
}
