import { InputError } from './errors.ts';
import { quote } from './text.ts';

/**
 * Glob patterns on paths: `*` and `?` stay within a component, `**` does not and as a whole component is any number of
 * them, `[a-z]` and `[^a-z]` are one character, `{a,b}` alternatives, `\` takes the next character literally. Not
 * compiled to regular expressions: these may take exponential time, as for `*a*a*a*a*a*a*a*b`. All ways through a
 * pattern are followed at once.
 */

/** What one character of the text must be, or what may be skipped: see the names. */
type Token =
  | { readonly kind: 'character'; readonly matches: (character: string) => boolean }
  | { readonly kind: 'component' | 'directories' | 'anything' };

/** Characters of a pattern. Nothing that is compared with patterns has many more. */
const LONGEST = 500;
const MOST_ALTERNATIVES = 100;

/**
 * Where in a pattern a text has led: the tokens that may come next, in order. None where nothing can match any more.
 */
type Places = readonly number[];

/** One pattern, without alternatives. A text may be read in parts: each `follow` goes on where the last has led. */
export type Glob = {
  readonly start: Places;
  /** Takes time in proportion to the text and to the pattern. */
  readonly follow: (from: Places, text: string) => Places;
  /** Whether the whole pattern was matched. */
  readonly isEnd: (places: Places) => boolean;
};

/**
 * A predicate on whole texts, for a pattern with alternatives.
 * @throws InputError that says only what is wrong with the pattern.
 */
export function compileGlob(pattern: string): (text: string) => boolean {
  refuseLong(pattern);
  const globs = expandBraces(pattern).map(compile);
  return (text) => globs.some(({ start, follow, isEnd }) => isEnd(follow(start, text)));
}

/**
 * A pattern in which braces are ordinary characters.
 * @throws InputError that says only what is wrong with the pattern.
 */
export function parseGlob(pattern: string): Glob {
  refuseLong(pattern);
  return compile(pattern);
}

function refuseLong({ length }: string): void {
  if (length > LONGEST) throw new InputError(`the pattern has ${length} characters, expected at most ${LONGEST}`);
}

function compile(pattern: string): Glob {
  const tokens = parse(pattern);

  /**
   * Adds a place, and those that follow it without any character. `places` is in order, and so is what is added to it.
   */
  function enter(places: number[], first: number): void {
    for (let place = first; ; place++) {
      if (place > (places.at(-1) ?? -1)) places.push(place);
      const kind = tokens[place]?.kind;
      if (kind === undefined || kind === 'character') return;
    }
  }

  function step(places: Places, character: string): Places {
    const next: number[] = [];
    for (const place of places) {
      const token = tokens[place];
      if (token === undefined) continue;
      if (token.kind === 'character') {
        if (token.matches(character)) enter(next, place + 1);
      } else if (token.kind === 'directories' && character !== '/') {
        if (place > (next.at(-1) ?? -1)) next.push(place); // In the middle of a component.
      } else if (token.kind !== 'component' || character !== '/') enter(next, place);
    }
    return next;
  }

  const start: number[] = [];
  enter(start, 0);
  return {
    start,
    follow: (from, text) => {
      let places = from;
      // By code points: characters outside the basic plane are two units of a string.
      for (const character of text) {
        if (places.length === 0) break;
        places = step(places, character);
      }
      return places;
    },
    isEnd: (places) => places.at(-1) === tokens.length,
  };
}

function parse(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let rest = pattern; rest !== ''; ) {
    const [stars, slash] = /^\*+(\/)?/.exec(rest) ?? [];
    const isComponentStart = rest.length === pattern.length || pattern.at(-rest.length - 1) === '/';
    if (stars?.startsWith('**')) {
      const isDirectories = isComponentStart && slash !== undefined;
      tokens.push({ kind: isDirectories ? 'directories' : 'anything' });
      rest = rest.slice(isDirectories ? stars.length : stars.replace('/', '').length);
    } else if (stars !== undefined) {
      tokens.push({ kind: 'component' });
      rest = rest.slice(1);
    } else {
      const { length, matches } = parseCharacter(rest);
      tokens.push({ kind: 'character', matches });
      rest = rest.slice(length);
    }
  }
  return tokens;
}

type Character = { readonly length: number; readonly matches: (character: string) => boolean };

function parseCharacter(rest: string): Character {
  if (rest.startsWith('?')) return { length: 1, matches: (character) => character !== '/' };
  if (rest.startsWith('[')) return parseClass(rest);
  const { length, character } = literal(rest);
  return { length, matches: (other) => other === character };
}

function parseClass(rest: string): Character {
  const isNegated = /^\[[!^]/.test(rest);
  const ranges: (readonly [low: string, high: string])[] = [];
  let length = isNegated ? 2 : 1;
  for (let isFirst = true; isFirst || rest[length] !== ']'; isFirst = false) {
    if (rest.startsWith('[:', length)) throw new InputError('classes such as [:alpha:] are not known: write [A-Za-z]');
    if (rest[length] === undefined)
      throw new InputError(`${quote(rest)} has no closing "]"; write \\[ for the character`);
    if (rest[length] === ']') throw new InputError('"[]" is an empty class; write \\[ and \\] for the characters');
    const low = literal(rest.slice(length));
    length += low.length;
    if (rest[length] !== '-' || rest[length + 1] === ']') {
      ranges.push([low.character, low.character]);
      continue;
    }
    const high = literal(rest.slice(length + 1));
    length += 1 + high.length;
    if (codeOf(high.character) < codeOf(low.character)) {
      throw new InputError(`${quote(`${low.character}-${high.character}`)} is a range that ends below where it begins`);
    }
    ranges.push([low.character, high.character]);
  }
  const holds = (code: number) => ranges.some(([low, high]) => codeOf(low) <= code && code <= codeOf(high));
  return { length: length + 1, matches: (other) => other !== '/' && holds(codeOf(other)) !== isNegated };
}

/** The character that `rest` begins with, or that a backslash protects there. */
function literal(rest: string): { readonly length: number; readonly character: string } {
  const isEscaped = rest.startsWith('\\');
  const code = rest.codePointAt(isEscaped ? 1 : 0);
  if (code === undefined) throw new InputError('the pattern ends within a character or after a backslash');
  const character = String.fromCodePoint(code);
  return { length: character.length + (isEscaped ? 1 : 0), character };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The patterns that come of choosing one alternative of every pair of braces. */
function expandBraces(pattern: string): readonly string[] {
  const [before = ''] = /^(?:\\.|\[(?:\\.|[^\]\\])*\]?|[^\\{}()[])*/s.exec(pattern) ?? [];
  const rest = pattern.slice(before.length);
  if (rest === '' || rest.startsWith('\\')) return [pattern];
  if (/^[()]/.test(rest)) {
    throw new InputError('groups such as !(a|b) are not known: write {a,b}, or a line of its own that begins with "!"');
  }
  const choices = splitBraces(rest);
  const tails = expandBraces(rest.slice(choices.join(',').length + 2));
  const expanded = choices.flatMap(expandBraces).flatMap((choice) => tails.map((tail) => `${before}${choice}${tail}`));
  if (expanded.length <= MOST_ALTERNATIVES) return expanded;
  throw new InputError(
    `its braces make more than ${MOST_ALTERNATIVES} patterns; write some of them as lines of their own`,
  );
}

/** The alternatives in the braces that `text` begins with. */
function splitBraces(text: string): readonly string[] {
  const choices: string[] = [];
  let [depth, start] = [0, 1];
  for (const { 0: part, index } of text.matchAll(/\\.|[{},]/gs)) {
    if (part === '{') depth++;
    else if (part === '}') depth--;
    if (depth < 0) throw new InputError('"}" closes no brace; write \\} for the character');
    if ((part === ',' && depth === 1) || (part === '}' && depth === 0)) {
      choices.push(text.slice(start, index));
      start = index + 1;
    }
    if (depth > 0) continue;
    if (choices.length < 2)
      throw new InputError(`${quote(text.slice(0, index + 1))} has no comma: braces are for {a,b}`);
    return choices;
  }
  throw new InputError(`${quote(text)} has no closing "}"; write \\{ for the character`);
}
