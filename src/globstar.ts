/**
 * `pattern` for picomatch, to which `**` is more than `*` only where it is a whole path component: here it is everywhere, as
 * readers of GitHub's path filters and of .dockerignore expect.
 */
export function widenGlobstars(pattern: string): string {
  return pattern.replace(/(?<=[^/])\*{2,}|\*{2,}(?=[^/*])/g, '{*,*/**/*}');
}
