import { parseGlob, type Token } from '../util/glob.ts';

/**
 * Whether a pattern can match any reference at all: the pattern and the grammar of references are followed side by side, one
 * character after the other. Source of the grammar: distribution/reference, as src/oci/reference.ts reads it.
 */

/** How far a reference has been read. */
type Place =
  | 'start'
  | 'host'
  | 'dotted host'
  | 'address'
  | 'end of host'
  | 'port'
  | 'component'
  | 'name'
  | 'separator'
  | 'tag'
  | 'more of tag'
  | 'algorithm'
  | 'digest';

const HEX = '0123456789abcdef';
const WORD = `${HEX}ghijklmnopqrstuvwxyz`;
const MIXED = `${WORD}ABCDEFGHIJKLMNOPQRSTUVWXYZ_`;

/** Where characters lead. What is not listed is not allowed there. A host has a dot or a port, else it is a namespace. */
const GRAMMAR: Readonly<Record<Place, readonly (readonly [characters: string, next: Place])[]>> = {
  start: [
    [WORD, 'host'],
    ['[', 'address'],
  ],
  host: [
    [`${WORD}-`, 'host'],
    ['.', 'dotted host'],
    [':', 'port'],
  ],
  'dotted host': [
    [`${WORD}-.`, 'dotted host'],
    [':', 'port'],
    ['/', 'component'],
  ],
  address: [
    [`${HEX}:`, 'address'],
    [']', 'end of host'],
  ],
  'end of host': [
    [':', 'port'],
    ['/', 'component'],
  ],
  port: [
    ['0123456789', 'port'],
    ['/', 'component'],
  ],
  component: [[WORD, 'name']],
  name: [
    [WORD, 'name'],
    ['._-', 'separator'],
    ['/', 'component'],
    [':', 'tag'],
    ['@', 'algorithm'],
  ],
  separator: [
    [WORD, 'name'],
    ['_-', 'separator'],
  ],
  tag: [[MIXED, 'more of tag']],
  'more of tag': [[`${MIXED}.-`, 'more of tag']],
  algorithm: [
    [WORD, 'algorithm'],
    [':', 'digest'],
  ],
  digest: [[HEX, 'digest']],
};

const ENDS: ReadonlySet<Place> = new Set<Place>(['more of tag', 'digest']);

/** Whether every alternative in the braces of a pattern can. A pattern with "/" is compared with the whole reference, any other with its last component. */
export function canMatchReference(pattern: string): boolean {
  const isWhole = pattern.includes('/');
  return parseGlob(pattern, true).every((tokens) =>
    isWhole
      ? reaches(tokens, [{ token: 0, place: 'start' }, ...afterLocalhost(tokens)])
      : reaches(tokens, [{ token: 0, place: 'component' }]),
  );
}

type Reached = { readonly token: number; readonly place: Place };

/** Whether the tokens, from any of these beginnings, lead to the end of a reference. */
function reaches(tokens: readonly Token[], begin: readonly Reached[]): boolean {
  const reached = new Map(begin.map((each) => [`${each.token} ${each.place}`, each]));
  // A map also yields what is added while it is read.
  for (const { token, place } of reached.values()) {
    const next = tokens[token];
    if (next === undefined && ENDS.has(place)) return true;
    const visit = (token: number, place: Place) => reached.set(`${token} ${place}`, { token, place });
    if (isSkip(next)) visit(token + 1, place);
    for (const [characters, after] of GRAMMAR[place]) {
      const found = [...characters].find((character) => takes(next, character));
      if (found !== undefined) visit(isSkip(next) ? token : token + 1, after);
    }
  }
  return false;
}

/** Where a pattern for the one host without dot or port may be after it. */
function afterLocalhost(tokens: readonly Token[]): readonly Reached[] {
  let at = [0];
  for (const character of 'localhost') {
    const possible = at
      .flatMap((token) => withSkipped(tokens, token))
      .filter((token) => takes(tokens[token], character));
    at = [...new Set(possible.map((token) => (isSkip(tokens[token]) ? token : token + 1)))];
  }
  return at.map((token) => ({ token, place: 'end of host' }));
}

/** The token itself, and those that may come next because a skip can be empty. */
function withSkipped(tokens: readonly Token[], first: number): readonly number[] {
  const length = tokens.slice(first).findIndex((token) => !isSkip(token));
  const last = length < 0 ? tokens.length : first + length;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function isSkip(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'character';
}

function takes(token: Token | undefined, character: string): boolean {
  if (token === undefined) return false;
  if (token.kind === 'character') return token.matches(character);
  return token.kind !== 'component' || character !== '/';
}
