import assert from 'node:assert/strict';
import { InputError } from '../../src/util/errors.ts';

/** The message of the InputError that `act` throws; nothing of what is secret in these tests may be in it. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    assert.ok(!/hunter2/.test(error.message), `a secret is shown: ${error.message}`);
    return error.message;
  }
  throw new assert.AssertionError({ message: 'it was not refused' });
}
