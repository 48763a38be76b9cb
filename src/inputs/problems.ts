import { InputError } from '../util/errors.ts';
import { grouped } from '../util/text.ts';

/** Collects what is wrong with the inputs, so that the user sees all mistakes at once. */
type Problems = {
  /** The result of `read`, or undefined when it refuses an input. */
  attempt<Value>(read: () => Value): Value | undefined;
  /** @throws InputError with one line for each problem, if there was any. */
  throwIfAny(): void;
};

/** What a group of inputs is read with: one input by its name, trimmed, and the problems that reading it may cause. */
export type Reading = Problems & { readonly input: (name: string) => string; readonly environment: NodeJS.ProcessEnv };

/** What one message names. A list may have 100,000 entries, all of them wrong for one reason. */
const MOST_NAMED = 20;

/** A collection without problems. It keeps the first ones, and counts the others. */
export function collectProblems(): Problems {
  const messages = new Set<string>();
  let more = 0;
  return {
    attempt(read) {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        if (messages.size < MOST_NAMED) messages.add(error.message);
        else if (!messages.has(error.message)) more += 1;
        return undefined;
      }
    },

    throwIfAny() {
      if (messages.size === 0) return;
      if (more === 0) throw new InputError([...messages].join('\n'));
      // The number comes first: what is too long for an annotation is cut at its end.
      const all = `${grouped(messages.size + more)} entries are wrong:`;
      throw new InputError([all, ...messages, `and ${grouped(more)} more`].join('\n'));
    },
  };
}
