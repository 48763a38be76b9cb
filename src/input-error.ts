/**
 * A mistake the user can correct: a bad input, a malformed event, a file that is not there.
 * Its message names the input or field, what was found and what to do; it is shown as one annotation, never as a stack.
 */
export class InputError extends Error {
  override name = 'InputError';
}
