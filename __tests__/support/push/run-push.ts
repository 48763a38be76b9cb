import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ActionOptions, type ActionRun, runAction, SIDE } from '../run-action.ts';

/** The entry under test of the push action. */
export function entry(): string {
  const file = SIDE === 'dist' ? 'dist/push/index.js' : 'src/push/main.ts';
  return join(fileURLToPath(new URL('../../..', import.meta.url)), file);
}

/** Runs the push action on the directory `path` as the runner would. */
export async function runPush(
  inputs: Readonly<Record<string, string>>,
  options: Omit<ActionOptions, 'inputs'> = {},
): Promise<ActionRun> {
  return runAction({ entry: entry(), ...options, inputs });
}
