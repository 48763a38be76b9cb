import { compileGlob } from '../util/glob.ts';

/**
 * A predicate on whole references from the patterns of the `filter` input: `*` stays within a path component, `**` does not,
 * and a pattern without "/" is compared with the last component, `name:tag`. `!` excludes, the last match wins. If nothing
 * matches, a list that begins with an exclusion keeps, any other drops.
 */
export function compileFilter(patterns: readonly string[]): (reference: string) => boolean {
  const rules = patterns.map((line) => {
    const excludes = line.startsWith('!');
    const pattern = excludes ? line.slice(1) : line;
    const matches = compileGlob(pattern, { braces: true, below: false });
    const isWhole = pattern.includes('/');
    return { excludes, matches: (reference: string) => matches(isWhole ? reference : lastPart(reference)) };
  });
  const otherwise = rules[0]?.excludes ?? true;
  return (reference) => {
    const last = rules.findLast(({ matches }) => matches(reference));
    return last === undefined ? otherwise : !last.excludes;
  };
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
