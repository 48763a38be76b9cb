/** Text beyond ASCII. */

/** Whether `text` is printable ASCII throughout. Most is: what follows is for the rest. */
export function isPrintable(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/**
 * A regular expression with Unicode's classes, such as `\p{L}`. Made where it is needed and not written as a literal: Node
 * checks literals whenever it loads a file, and these take it a millisecond.
 */
export function unicodePattern(source: string, flags: 'u' | 'gu'): RegExp {
  return new RegExp(source, flags);
}
