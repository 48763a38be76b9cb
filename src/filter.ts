import picomatch from 'picomatch';

/**
 * A predicate on whole references from glob patterns: `*` stays within a path component, `**` does not, `!` excludes,
 * the last match wins. Where nothing matches, a list that begins with an exclusion keeps, any other drops.
 */
export function compileFilter(patterns: readonly string[]): (reference: string) => boolean {
  const rules = patterns.map((pattern) => {
    const excludes = pattern.startsWith('!');
    return {
      excludes,
      matches: picomatch(excludes ? pattern.slice(1) : pattern, { dot: true, nonegate: true, posix: true }),
    };
  });
  const otherwise = rules[0]?.excludes ?? true;
  return (reference) => {
    const last = rules.findLast(({ matches }) => matches(reference));
    return last === undefined ? otherwise : !last.excludes;
  };
}
