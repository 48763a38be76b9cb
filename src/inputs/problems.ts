import { InputError } from '../util/errors.ts';

/** Collects what is wrong with the inputs, so that the user sees all mistakes at once. */
type Problems = {
  /** The result of `read`, or undefined when it refuses an input. */
  attempt<Value>(read: () => Value): Value | undefined;
  /** @throws InputError with one line for each problem, if there was any. */
  throwIfAny(): void;
};

/** What a group of inputs is read with: one input by its name, trimmed, and the problems that reading it may cause. */
export type Reading = Problems & { readonly input: (name: string) => string; readonly environment: NodeJS.ProcessEnv };

/** A collection without problems. */
export function collectProblems(): Problems {
  const messages = new Set<string>();
  return {
    attempt(read) {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        messages.add(error.message);
        return undefined;
      }
    },

    throwIfAny() {
      if (messages.size > 0) throw new InputError([...messages].join('\n'));
    },
  };
}
