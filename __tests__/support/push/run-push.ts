import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ActionOptions, type ActionRun, runAction } from '../run-action.ts';

/** The entry under test: the bundle when OCI_WEBHOOK_UNDER_TEST says dist, else the source. */
export function entry(): string {
  const file = process.env.OCI_WEBHOOK_UNDER_TEST === 'dist' ? 'dist/push/index.js' : 'src/push/main.ts';
  return join(fileURLToPath(new URL('../../..', import.meta.url)), file);
}

/** Runs the push action on the directory `path` as the runner would. */
export async function runPush(
  inputs: Readonly<Record<string, string>>,
  options: Omit<ActionOptions, 'inputs'> = {},
): Promise<ActionRun> {
  return runAction({ entry: entry(), ...options, inputs });
}
