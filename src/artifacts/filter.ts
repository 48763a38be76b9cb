import { compilePattern } from '../inputs/filter.ts';

/**
 * A predicate on whole references from the patterns of the `filter` input. `!` excludes, the last match wins. If nothing
 * matches, a list that begins with an exclusion keeps, any other drops.
 */
export function compileFilter(patterns: readonly string[]): (reference: string) => boolean {
  const rules = patterns.map((line) => {
    const excludes = line.startsWith('!');
    return { excludes, matches: compilePattern(excludes ? line.slice(1) : line) };
  });
  const otherwise = rules[0]?.excludes ?? true;
  return (reference) => {
    const last = rules.findLast(({ matches }) => matches(reference));
    return last === undefined ? otherwise : !last.excludes;
  };
}
