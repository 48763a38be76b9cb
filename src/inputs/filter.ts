import { InputError, messageOf } from '../util/errors.ts';
import { compileGlob } from '../util/glob.ts';
import { nameCharacter, quote } from '../util/text.ts';
import { lines, refuseUnexpanded } from './parse.ts';
import { collectProblems } from './problems.ts';

/** The `filter` input: which references are sent. */
export type Filter = {
  /** The patterns as they were written. Without any, everything is sent. */
  readonly patterns: readonly string[];
  /** Whether the whole reference, `host/path:tag` or `host/path@digest`, is sent. */
  keeps(reference: string): boolean;
};

const EVERYTHING: Filter = { patterns: [], keeps: () => true };

/** One pattern of the filter. */
type Rule = { readonly excludes: boolean; readonly matches: (reference: string) => boolean };

/**
 * The patterns in the `filter` input: one per line, or separated by commas that are not inside braces. "!" excludes,
 * and the last match wins. What no pattern matches is kept by a list that begins with an exclusion, and dropped by any
 * other.
 * @throws InputError with a line for each pattern that is wrong, which says what in it no reference can have.
 */
export function parseFilter(value: string): Filter {
  const patterns = lines(value).flatMap(splitAtCommas);
  const { attempt, throwIfAny } = collectProblems();
  const rules = patterns.map((pattern) => attempt(() => parseRule(pattern))).filter((rule) => rule !== undefined);
  throwIfAny();
  if (rules.length === 0) {
    if (value.trim() === '') return EVERYTHING;
    throw new InputError('filter: there are only commas; write a pattern, such as ghcr.io/acme/*:*');
  }
  if (rules.every(({ excludes }) => excludes)) {
    throw new InputError(
      'filter: there are only exclusions ("!"), so nothing would be sent; write first what is to be sent, such as **',
    );
  }
  const isKeptUnmatched = rules[0]?.excludes === true;
  return {
    patterns,
    keeps(reference) {
      const last = rules.findLast(({ matches }) => matches(reference));
      return last === undefined ? isKeptUnmatched : !last.excludes;
    },
  };
}

function parseRule(pattern: string): Rule {
  const shown = `filter: ${quote(pattern)}`;
  refuseUnexpanded(pattern, shown);
  const excludes = pattern.startsWith('!');
  const glob = (excludes ? pattern.slice(1) : pattern).trim();
  const problem = problemOf(glob);
  if (problem !== undefined) throw new InputError(`${shown} ${problem}`);
  try {
    return { excludes, matches: compilePattern(glob) };
  } catch (cause) {
    throw new InputError(`${shown}: ${messageOf(cause)}`, { cause });
  }
}

/**
 * `*` stays within a path component, `**` does not. A pattern without "/" is compared with the last component,
 * `name:tag`.
 */
function compilePattern(glob: string): Rule['matches'] {
  const matches = compileGlob(glob);
  if (glob.includes('/')) return matches;
  return (reference) => matches(reference.slice(reference.lastIndexOf('/') + 1));
}

/** Commas inside braces, classes and parentheses separate alternatives, not patterns. */
function splitAtCommas(line: string): readonly string[] {
  const patterns: string[] = [];
  let [depth, pattern] = [0, ''];
  for (const [index, character] of [...line].entries()) {
    const isEscaped = line[index - 1] === '\\';
    if (!isEscaped && /[[{(]/.test(character)) depth += 1;
    if (!isEscaped && /[\]})]/.test(character)) depth = Math.max(depth - 1, 0);
    if (character === ',' && depth === 0) {
      patterns.push(pattern);
      pattern = '';
    } else pattern += character;
  }
  // Where something is not closed, the whole line is shown as what is wrong.
  return (depth > 0 ? [line] : [...patterns, pattern]).map((each) => each.trim()).filter((each) => each !== '');
}

/**
 * What in the form of the pattern no reference has, or undefined. A pattern that is well-formed may still match
 * nothing.
 */
function problemOf(glob: string): string | undefined {
  if (glob === '') return 'has no pattern after the "!"';
  if (/^-\s/.test(glob)) return 'begins with "- " like a list in YAML; write one pattern per line, without dashes';
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(glob);
  if (scheme) return `begins with ${quote(scheme[0])}, but references have no scheme; remove it`;
  const foreign = /[^A-Za-z0-9._\-/:@+=*?[\]{}()!|,\\^]/u.exec(glob);
  if (foreign) {
    const what = /[ \t]/.test(foreign[0]) ? 'a blank' : nameCharacter(foreign[0]);
    return `has ${what}, which is in no reference; remove it, or write one pattern per line`;
  }
  if (/^\[[0-9a-f]*:[0-9a-f:]*\]/i.test(glob))
    return 'begins with "[", which is one of several characters in a pattern; for a host write \\[::1\\]';
  const [capital] = /[A-Z]/.exec(beforeTag(glob)) ?? [];
  return capital && `has ${quote(capital)} before the tag, but references are lower-case there`;
}

/**
 * The part of a pattern that can match no tag: up to the last "/", and then up to ":" or what may stand for several
 * characters.
 */
function beforeTag(glob: string): string {
  // Of braces, one alternative may be a tag.
  const plain = glob.includes('{') ? '' : glob.replace(/\[[^\]]*\]/g, '?');
  const last = plain.lastIndexOf('/') + 1;
  return plain.slice(0, last) + (/^[^:@*?]*/.exec(plain.slice(last))?.[0] ?? '');
}
