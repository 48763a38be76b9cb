/** Left as they are: an escaped character, a class, and a negation, which never crosses a "/". */
const UNTOUCHED = String.raw`\\.|\[(?:\\.|[^\]\\])+\]|!\((?:\\.|[^)\\])*\)`;
const GLOBSTAR_IN_COMPONENT = new RegExp(String.raw`${UNTOUCHED}|(?<=[^/])\*{2,}|\*{2,}(?=[^/*])`, 'gs');

/**
 * `pattern` with `**` meaning "anything, also across /" everywhere, as readers of GitHub's path filters and .dockerignore
 * expect. picomatch reads it so only where it is a whole path component.
 */
export function widenGlobstars(pattern: string): string {
  return pattern.replace(GLOBSTAR_IN_COMPONENT, (found) => (found.startsWith('*') ? '{*,*/**/*}' : found));
}
