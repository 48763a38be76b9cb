import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';
import type { Skip, SkipReason } from './types.ts';

/** What to do with an event that cannot be read. */
export const WAY_OUT =
  'say what was published yourself: set the inputs artifact and digest, or event to {"source":"oci","artifact":"host/path:tag","digest":"sha256:..."}';

/** The kinds of events of a system, and which of them publish something. */
export type KnownKinds = {
  /** What the kind is called: "action", "type". */
  readonly noun: string;
  /** The kinds that publish something. */
  readonly publishing: readonly string[];
  /** The kinds that are known to publish nothing. Any other is an error: if it were skipped, a push could be missed. */
  readonly ignored: ReadonlySet<string>;
  readonly reason: SkipReason;
  /** What to change so that the ignored kinds are not sent here. */
  readonly advice: string;
};

/**
 * Why an event of this kind is not sent, or undefined when it publishes something.
 * @throws InputError that names `field` when the kind is missing or not known.
 */
export function skipIgnored(kind: string | undefined, field: string, known: KnownKinds): Skip | undefined {
  const { noun, publishing, ignored, reason, advice } = known;
  const expected = publishing.map(quote).join(' or ');
  if (kind === undefined) throw new InputError(`event: ${field} is missing, expected ${expected}`);
  if (publishing.includes(kind)) return undefined;
  if (ignored.has(kind)) {
    return {
      reason,
      detail: `the ${noun} is ${quote(kind)}, and only ${expected} publishes something: ${advice}`,
    };
  }
  throw new InputError(
    `event: ${field} is ${quote(kind)}, and it is not known here whether that publishes something, expected ${expected}; leave such events out where they come from, or ${WAY_OUT}`,
  );
}
