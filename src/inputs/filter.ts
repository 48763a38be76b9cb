import { InputError, messageOf } from '../util/errors.ts';
import { compileGlob } from '../util/glob.ts';
import { quote } from '../util/text.ts';
import { canMatchReference, matchesSome } from './filter-reachable.ts';
import { lines, refuseUnexpanded } from './parse.ts';
import { collectProblems } from './problems.ts';

/** The `filter` input. A pattern that can never match would skip everything, with a green step, so it is refused. */

/**
 * The patterns in the `filter` input: one per line, or separated by commas that are not inside braces.
 * @throws InputError with a line for each pattern that is wrong, which says what in it no reference can have.
 */
export function parseFilter(value: string): readonly string[] {
  const patterns = lines(value).flatMap(splitAtCommas);
  const { attempt, throwIfAny } = collectProblems();
  for (const pattern of patterns) attempt(() => check(pattern));
  throwIfAny();
  if (patterns.length === 0 && value.trim() !== '') {
    throw new InputError('filter: there are only commas; write a pattern, such as ghcr.io/acme/*:*');
  }
  if (patterns.length > 0 && patterns.every((pattern) => pattern.startsWith('!'))) {
    throw new InputError(
      'filter: there are only exclusions ("!"), so nothing would be sent; write first what is to be sent, such as **',
    );
  }
  for (const [index, pattern] of patterns.entries()) attempt(() => refuseOverruled(pattern, patterns.slice(index + 1)));
  throwIfAny();
  return patterns;
}

function check(pattern: string): void {
  refuseUnexpanded(pattern, `filter: ${quote(pattern)}`);
  const problem = problemOf(pattern);
  if (problem !== undefined) throw new InputError(`filter: ${quote(pattern)} ${problem}`);
  const positive = pattern.replace(/^!/, '');
  let canMatch: boolean;
  try {
    canMatch = canMatchReference(positive);
  } catch (cause) {
    throw new InputError(`filter: ${quote(pattern)}: ${messageOf(cause)}`, { cause });
  }
  if (canMatch) return;
  const upper = upperCase(positive);
  if (upper !== undefined) throw new InputError(`filter: ${quote(pattern)} ${upper}`);
  const wanted = positive.includes('/')
    ? 'with a "/", a pattern is compared with the whole reference, such as ghcr.io/acme/app:v1 or docker.io/acme/app:v1'
    : 'without a "/", a pattern is compared with name:tag, such as app:v1';
  const which = positive.includes('{') ? 'has braces, and with one of their alternatives it ' : '';
  throw new InputError(
    `filter: ${quote(pattern)} ${which}can match no reference: ${wanted}; write * for any tag or name`,
  );
}

/** @throws InputError when the exclusions among the patterns after `kept` leave nothing of it: the last match wins. */
function refuseOverruled(kept: string, after: readonly string[]): void {
  const exclusions = after.filter((pattern) => pattern.startsWith('!'));
  const except = exclusions.map((pattern) => pattern.slice(1));
  if (kept.startsWith('!') || except.length === 0 || matchesSome(kept, { except })) return;
  const total = exclusions.find((pattern) => !matchesSome(kept, { except: [pattern.slice(1)] }));
  const culprit =
    total === undefined ? 'the exclusions after it together exclude' : `${quote(total)} after it excludes`;
  throw new InputError(
    `filter: nothing is left of ${quote(kept)}, because ${culprit} everything that it keeps; write exclusions first, or remove one of them`,
  );
}

/**
 * Refuses a filter that no artifact of an event can pass, because of the other inputs.
 * @throws InputError that names the input.
 */
export function refuseUnreachable(
  patterns: readonly string[],
  { registry, untagged }: { readonly registry: string | undefined; readonly untagged: 'skip' | 'send' },
): void {
  // A list that begins with an exclusion keeps what no pattern matches.
  if (patterns.length === 0 || patterns[0]?.startsWith('!')) return;
  const kept = patterns.filter((pattern) => !pattern.startsWith('!'));
  const shown = kept.map(quote).join(', ');
  if (untagged === 'skip' && !kept.some((pattern) => matchesSome(pattern, { tagged: true }))) {
    throw new InputError(
      `filter: ${shown} can match only what has no tag, and of an event that is skipped; set untagged: send, or write :* instead of the digest`,
    );
  }
  if (registry !== undefined && !kept.some((pattern) => matchesSome(pattern, { host: registry }))) {
    throw new InputError(
      `filter: ${shown} can match nothing in ${registry}, which the registry input puts before every name; correct one of them`,
    );
  }
}

/**
 * Whether a reference matches the pattern, which is without "!": `*` stays within a path component, `**` does not, and a pattern
 * without "/" is compared with the last component, `name:tag`.
 */
export function compilePattern(pattern: string): (reference: string) => boolean {
  const matches = compileGlob(pattern, { braces: true, below: false });
  if (pattern.includes('/')) return matches;
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

/** Why no reference can match the pattern. Undefined when one may. */
function problemOf(pattern: string): string | undefined {
  const positive = pattern.replace(/^!/, '').trim();
  if (positive === '') return 'has no pattern after the "!"';
  if (/^-\s/.test(positive)) return 'begins with "- " like a list in YAML; write one pattern per line, without dashes';
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(positive);
  if (scheme) return `begins with ${quote(scheme[0])}, but references have no scheme; remove it`;
  if (positive.startsWith('index.docker.io/'))
    return 'begins with "index.docker.io", but references have docker.io there';
  if (/^docker\.io\/[^/]+$/.test(positive) && !positive.includes('**'))
    return 'has one name after docker.io, but references have two there, such as docker.io/library/nginx:1.29';
  const foreign = /[^A-Za-z0-9._\-/:@+=*?[\]{}()!|,\\^]/u.exec(positive);
  if (foreign) {
    const what = /\s/.test(foreign[0]) ? 'a blank' : quote(foreign[0]);
    return `has ${what}, which is in no reference; remove it, or write one pattern per line`;
  }
  if (/^\[[0-9a-f]*:[0-9a-f:]*\]/i.test(positive))
    return 'begins with "[", which is one of several characters in a pattern; for a host write \\[::1\\]';
  return unbalanced(positive);
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  [']', '['],
  ['}', '{'],
  [')', '('],
]);

function unbalanced(pattern: string): string | undefined {
  const open: string[] = [];
  const plain = pattern.replace(/\\./g, '');
  for (const character of plain) {
    if ('[{('.includes(character)) open.push(character);
    const opening = PAIRS.get(character);
    if (opening !== undefined && open.pop() !== opening) return `has a ${quote(character)} that is not opened`;
  }
  const last = open.at(-1);
  return last === undefined ? undefined : `has a ${quote(last)} that is not closed`;
}

/** Host and path of a reference are lower-case; only the tag may hold upper case. */
function upperCase(pattern: string): string | undefined {
  const slash = pattern.lastIndexOf('/');
  const last = pattern.slice(slash + 1);
  const colon = last.indexOf(':');
  // Without a colon a wildcard may reach into the tag.
  const name = colon >= 0 ? last.slice(0, colon) : (/^[^*?[{(!@+]*/.exec(last)?.[0] ?? '');
  const found = /[A-Z]/.exec(`${pattern.slice(0, slash + 1)}${name}`);
  return found ? `has ${quote(found[0])} before the tag, but references are lower-case there` : undefined;
}
