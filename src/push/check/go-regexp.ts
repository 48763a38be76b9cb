import { quote } from '../../util/text.ts';

/**
 * Whether Go can compile a regular expression. doco-cd compiles webhook_filter with regexp.MustCompile
 * (internal/stages/stage_1_init.go), where a bad pattern ends its process. Source: pkg.go.dev/regexp/syntax; compared with Go 1.26
 * in a million random patterns. (re2js agrees too, but is half as large as all of the push action.)
 */

/** Far below Go's limits on the size of what it compiles, far above what anybody writes. */
const LONGEST = 1_000;
/** Of one repetition, and of repetitions inside each other together. */
const MOST_REPEATS = 1_000;

/** What people write for other engines. Looked for first. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^\(\?[=!]/, 'looks ahead'],
  [/^\(\?<[=!]/, 'looks behind'],
  [/^\(\?P=\w*|^\\[gk](?:[{<']\w*[}>']?|\d)|^\\(?:[1-7](?![0-7])|[89])/, 'refers back to a group'],
  [/^\(\?>|^[*+?]\+/, 'never gives back what it matched'],
  [/^\(\?\(/, 'is a condition'],
  [/^\(\?#/, 'begins a comment'],
];
const OPEN = /^\((?:\?(?:P?<(?<name>[^>]*)>|[imsU]*(?:-[imsU]+)?:)|(?!\?))/;
const FLAGS = /^\(\?[imsU]*(?:-[imsU]+)?\)/;
const REPEAT = /^(?:[*+?]|\{(?<from>0|[1-9]\d*)(?<comma>,(?<to>0|[1-9]\d*)?)?\})\??/;
const LITERALS = /^\\Q.*?(?:\\E|$)/s;
const SET = /^\\(?:[dDsSwW]|[pP](?:\{\^?(?<long>[^}]*)\}|(?<short>[^{])))/u;
const ANCHOR = /^\\[AbBz]/;
const CHARACTER = /^(?:\\(?:[0-7]{1,3}|x[\dA-Fa-f]{2}|x\{[\dA-Fa-f]+\}|[afnrtv]|[^A-Za-z\d\u0080-\u{10ffff}])|[^\\])/u;
const POSIX = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;

/** A group that is not closed yet, and the last thing in it that could be repeated. */
type Group = { readonly start: number; most: number; last?: { readonly repeats: number; again: boolean } | undefined };
/** A part of the pattern, and why Go refuses it, if so. */
type Part = { readonly text: string; readonly why?: string | undefined };

/** What in `pattern` Go cannot compile, and why. Undefined when it can. */
export function explainGoRegexp(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return `it has ${pattern.length} characters, expected at most ${LONGEST}`;
  const groups: Group[] = [{ start: 0, most: 0 }];
  const names = new Set<string>();
  for (let start = 0; start < pattern.length; ) {
    const { text, why } = readPart(pattern.slice(start), { start, groups, names });
    if (why !== undefined) return `${quote(text)} at character ${start + 1} ${why}`;
    start += text.length;
  }
  return groups.length > 1 ? `"(" at character ${(groups.at(-1)?.start ?? 0) + 1} is never closed` : undefined;
}

type State = { readonly start: number; readonly groups: Group[]; readonly names: Set<string> };

function readPart(rest: string, { start, groups, names }: State): Part {
  const group = groups.at(-1) as Group;
  const atom = (part: Part, repeats = 0): Part => {
    group.last = { repeats, again: false };
    group.most = Math.max(group.most, repeats);
    return part;
  };
  for (const [foreign, does] of FOREIGN) {
    const text = foreign.exec(rest)?.[0];
    if (text !== undefined) return { text, why: `${does}, which Go's regular expressions cannot` };
  }
  const repeat = REPEAT.exec(rest);
  if (repeat !== null) return readRepeat(repeat, group);
  if (rest.startsWith('(')) {
    const flags = FLAGS.exec(rest)?.[0];
    if (flags !== undefined) {
      if (group.last !== undefined) group.last.again = false;
      return { text: flags };
    }
    const open = OPEN.exec(rest);
    if (open === null) return { text: rest.slice(0, 3), why: 'begins no group that Go knows' };
    groups.push({ start, most: 0 });
    return { text: open[0], why: explainName(open.groups?.name, names) };
  }
  if (rest.startsWith(')')) {
    if (groups.length === 1) return { text: ')', why: 'closes no group' };
    groups.pop();
    const outer = groups.at(-1) as Group;
    outer.last = { repeats: group.most, again: false };
    outer.most = Math.max(outer.most, group.most);
    return { text: ')' };
  }
  if (rest.startsWith('|')) {
    group.last = undefined;
    return { text: '|' };
  }
  const literals = LITERALS.exec(rest)?.[0];
  if (literals !== undefined) return /^\\Q(?:\\E)?$/.test(literals) ? { text: literals } : atom({ text: literals });
  const anchor = ANCHOR.exec(rest)?.[0];
  if (anchor !== undefined) return atom({ text: anchor });
  return atom(rest.startsWith('[') ? readClass(rest) : readSetOrCharacter(rest));
}

function readRepeat({ 0: text, groups: { from = '', comma, to } = {} }: RegExpExecArray, group: Group): Part {
  const { last } = group;
  if (last === undefined) return { text, why: 'repeats nothing' };
  if (last.again) return { text, why: 'repeats a repetition: put a group around it' };
  const least = Number(from);
  const most = comma === undefined ? least : to === undefined ? Number.NaN : Number(to);
  if (Math.max(least, most || 0) > MOST_REPEATS) return { text, why: `repeats more than ${MOST_REPEATS} times` };
  if (most < least) return { text, why: 'ends below where it begins' };
  const times = Number.isNaN(most) ? least : most;
  const isNever = from !== '' && most === 0;
  const repeats = isNever ? 0 : times === 0 ? last.repeats : times * Math.max(1, last.repeats);
  if (repeats > MOST_REPEATS) return { text, why: `repeats more than ${MOST_REPEATS} times with what is inside it` };
  group.last = { repeats, again: true };
  group.most = Math.max(group.most, repeats);
  return { text };
}

function explainName(name: string | undefined, names: Set<string>): string | undefined {
  if (name === undefined) return undefined;
  if (!/^\w+$/.test(name)) return 'has a name that is not made of letters, digits and "_"';
  if (names.has(name)) return 'has the name of another group';
  names.add(name);
  return undefined;
}

/** Something in brackets, which begins `rest`. */
function readClass(rest: string): Part {
  let text = rest.startsWith('[^') ? '[^' : '[';
  for (let isFirst = true; isFirst || rest[text.length] !== ']'; isFirst = false) {
    const item = readClassItem(rest.slice(text.length));
    if (item.text === '') return { text, why: 'is never closed' };
    if (item.why !== undefined) return item;
    text += item.text;
  }
  return { text: `${text}]` };
}

function readClassItem(rest: string): Part {
  const posix = POSIX.exec(rest)?.[0];
  if (posix !== undefined || rest === '') return { text: posix ?? '' };
  const unknown = /^\[:.*?:\]/s.exec(rest)?.[0];
  if (unknown !== undefined) return { text: unknown, why: 'is no class that Go knows' };
  const low = readSetOrCharacter(rest);
  if (low.why !== undefined || SET.test(low.text) || !/^-[^\]]/s.test(rest.slice(low.text.length))) return low;
  const high = CHARACTER.exec(rest.slice(low.text.length + 1))?.[0];
  const text = rest.slice(0, low.text.length + 1 + (high?.length ?? 2));
  if (high === undefined) return { text, why: 'is a range without an end' };
  return { text, why: codeOf(high) < codeOf(low.text) ? 'is a range that ends below where it begins' : undefined };
}

function readSetOrCharacter(rest: string): Part {
  const set = SET.exec(rest);
  if (set !== null) {
    const name = set.groups?.long ?? set.groups?.short;
    return { text: set[0], why: name === undefined || isUnicodeClass(name) ? undefined : 'is no class that Go knows' };
  }
  const text = CHARACTER.exec(rest)?.[0];
  if (text === undefined) return { text: rest.slice(0, 2), why: 'is no escape that Go knows' };
  return { text, why: codeOf(text) > 0x10ffff ? 'is no character' : undefined };
}

/** The code point that a match of {@link CHARACTER} stands for. */
function codeOf(text: string): number {
  const [, octal, hex, name = ''] = /^\\(?:([0-7]{1,3})|x\{?([\dA-Fa-f]+)\}?|([afnrtv]))$/.exec(text) ?? [];
  if (octal !== undefined) return Number.parseInt(octal, 8);
  if (hex !== undefined) return Number.parseInt(hex, 16);
  const controls: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 };
  return controls[name] ?? text.replace(/^\\(?=.)/s, '').codePointAt(0) ?? 0;
}

/** Go's names of general categories and scripts are those of JavaScript. */
function isUnicodeClass(name: string): boolean {
  if (name === 'Any') return true;
  return ['gc', 'sc'].some((property) => {
    try {
      return /^\w+$/.test(name) && new RegExp(`\\p{${property}=${name}}`, 'u') !== undefined;
    } catch {
      return false;
    }
  });
}
