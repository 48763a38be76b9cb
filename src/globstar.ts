/** What is not to be touched: an escaped character, a class, and a negation, inside which a component stays one. */
const KEPT = String.raw`\\.|\[(?:\\.|[^\]\\])+\]|!\((?:\\.|[^)\\])*\)`;
const GLOBSTAR_IN_COMPONENT = new RegExp(String.raw`${KEPT}|(?<=[^/])\*{2,}|\*{2,}(?=[^/*])`, 'gs');

/**
 * `pattern` for picomatch, to which `**` is more than `*` only where it is a whole path component: here it is everywhere, as
 * readers of GitHub's path filters and of .dockerignore expect.
 */
export function widenGlobstars(pattern: string): string {
  return pattern.replace(GLOBSTAR_IN_COMPONENT, (found) => (found.startsWith('*') ? '{*,*/**/*}' : found));
}
