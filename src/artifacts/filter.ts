import { InputError, messageOf } from '../util/errors.ts';
import { compileGlob } from '../util/glob.ts';
import { quote } from '../util/text.ts';

/**
 * A predicate on whole references from glob patterns: `*` stays within a path component, `**` does not, and a pattern without
 * "/" is compared with the last component, `name:tag`. `!` excludes, the last match wins. If nothing matches, a list that
 * begins with an exclusion keeps, any other drops.
 * @throws InputError that names the line of a pattern that cannot be read.
 */
export function compileFilter(patterns: readonly string[]): (reference: string) => boolean {
  const rules = patterns.map((line, index) => {
    const excludes = line.startsWith('!');
    const pattern = excludes ? line.slice(1) : line;
    const matches = compile(pattern, `line ${index + 1}: ${quote(line)}`);
    const isWhole = pattern.includes('/');
    return { excludes, matches: (reference: string) => matches(isWhole ? reference : lastPart(reference)) };
  });
  const otherwise = rules[0]?.excludes ?? true;
  return (reference) => {
    const last = rules.findLast(({ matches }) => matches(reference));
    return last === undefined ? otherwise : !last.excludes;
  };
}

function compile(pattern: string, where: string): (text: string) => boolean {
  try {
    return compileGlob(pattern, { braces: true, below: false });
  } catch (cause) {
    throw new InputError(`filter: ${where}: ${messageOf(cause)}`, { cause });
  }
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
