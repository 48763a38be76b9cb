import { type PushInputs, readPushInputs } from '../../../src/push/inputs.ts';

/** The least that has to be given. */
export const ARTIFACT = { artifact: 'ghcr.io/acme/config:main' };

/** The inputs as the push action reads them. */
export function readInputs(inputs: Readonly<Record<string, string>>): PushInputs {
  return readPushInputs(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
}
