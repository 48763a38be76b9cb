import { InputError } from './errors.ts';
import { quote } from './text.ts';

/**
 * Glob patterns on paths: `*` and `?` stay within a component, `**` does not and as a whole component is any number of them,
 * `[a-z]` and `[^a-z]` are one character, `{a,b}` alternatives, `\` takes the next character literally. Not compiled to
 * regular expressions: these may take exponential time, as for `*a*a*a*a*a*a*a*b`.
 */

type GlobOptions = {
  /** Whether `{a,b}` are alternatives. If not, braces are ordinary characters. */
  readonly braces: boolean;
  /** Whether a match includes everything below it, as with directories. */
  readonly below: boolean;
};

/** What one character of the text must be, or what may be skipped: see the names. */
type Token =
  | { readonly kind: 'character'; readonly matches: (character: string) => boolean }
  | { readonly kind: 'component' | 'directories' | 'anything' };

/** Characters of a pattern. Nothing that is compared with patterns has many more. */
const LONGEST = 500;
const MOST_ALTERNATIVES = 100;

/**
 * A predicate that takes time in proportion to the text, in the worst case to its square.
 * @throws InputError that says only what is wrong with the pattern.
 */
export function compileGlob(pattern: string, { braces, below }: GlobOptions): (text: string) => boolean {
  const alternatives = parseGlob(pattern, braces);
  return (text) => {
    // Characters outside the basic plane are two units of a string.
    const characters = /[\ud800-\udfff]/.test(text) ? [...text] : text;
    return alternatives.some((tokens) => matches(tokens, characters, below));
  };
}

/**
 * The alternatives of a pattern, each as its tokens.
 * @throws InputError that says only what is wrong with the pattern.
 */
function parseGlob(pattern: string, braces: boolean): readonly (readonly Token[])[] {
  if (pattern.length > LONGEST) {
    throw new InputError(`the pattern has ${pattern.length} characters, expected at most ${LONGEST}`);
  }
  return (braces ? expandBraces(pattern) : [pattern]).map(parse);
}

/**
 * Whether the tokens match all of `text`. It only goes back to the last skip of each kind: the tokens
 * between two skips are best matched as early as possible.
 */
function matches(tokens: readonly Token[], text: ArrayLike<string>, below: boolean): boolean {
  type Place = { readonly token: number; at: number; readonly kind: 'component' | 'directories' | 'anything' };
  let [inComponent, wide]: [Place | undefined, Place | undefined] = [undefined, undefined];
  let [token, at] = [0, 0];
  for (;;) {
    const next = tokens[token];
    if (next === undefined) {
      if (at === text.length || (below && text[at] === '/')) return true;
    } else if (next.kind !== 'character') {
      token++;
      if (next.kind === 'component') inComponent = { token, at, kind: next.kind };
      else [inComponent, wide] = [undefined, { token, at, kind: next.kind }];
      continue;
    } else if (at < text.length && next.matches(text[at] ?? '')) {
      token++;
      at++;
      continue;
    }
    // One more character into the last skip that can take it.
    if (inComponent !== undefined && inComponent.at < text.length && text[inComponent.at] !== '/') {
      inComponent.at++;
      [token, at] = [inComponent.token, inComponent.at];
    } else if (wide !== undefined && wide.at < text.length) {
      wide.at++;
      if (wide.kind === 'directories') while (wide.at < text.length && text[wide.at - 1] !== '/') wide.at++;
      if (wide.kind === 'directories' && text[wide.at - 1] !== '/') return false;
      [inComponent, token, at] = [undefined, wide.token, wide.at];
    } else return false;
  }
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
