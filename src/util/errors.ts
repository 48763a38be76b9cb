/**
 * A mistake that the user can correct: a wrong input, a malformed event, a missing file. The message names the input or
 * field, what was found and what to do. It is shown as one annotation, never as a stack trace.
 */
export class InputError extends Error {
  override name = 'InputError';
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
