import { parseGlob, type Token } from '../util/glob.ts';

/**
 * Whether a pattern can match any reference at all: the pattern and the grammar of references are followed side by side, one
 * character after the other. Source of the grammar: distribution/reference, as src/oci/reference.ts reads it.
 */

const HEX = '0123456789abcdef';
const WORD = `${HEX}ghijklmnopqrstuvwxyz`;
const MIXED = `${WORD}ABCDEFGHIJKLMNOPQRSTUVWXYZ_`;

type Edges = readonly (readonly [characters: string, next: string])[];

/**
 * How far a reference has been read, and where characters lead from there. What is not listed is not allowed there. A host has a
 * dot or a port, or is localhost: else it is a namespace.
 */
const GRAMMAR: Readonly<Record<string, Edges>> = {
  start: [
    [WORD, 'host'],
    ['l', 'localhost 1'],
    ['[', 'address'],
  ],
  ...spelled('localhost', 'end of host'),
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
  digest: [[HEX, 'more of digest']],
  'more of digest': [[HEX, 'more of digest']],
};

/** Where a component begins: that of the registry, given or not, and those after it. */
const BEGINNINGS: readonly string[] = ['start', 'given 0', 'component'];

/** Exclusions that need more than this are taken to leave something: it takes most of a second, and nobody writes such. */
const MOST_STATES = 2_000;

/** Which references count. */
type Wanted = {
  /** Patterns that take away what they match. */
  readonly except?: readonly string[];
  /** Only those in this registry. */
  readonly host?: string | undefined;
  /** Only those with a tag. */
  readonly tagged?: boolean;
};

/** Whether every alternative in the braces of a pattern can match a reference. */
export function canMatchReference(pattern: string): boolean {
  return alternatives(pattern).every((tokens) => matchesAny(tokens, {}));
}

/** Whether there is a reference that counts and that the pattern matches. */
export function matchesSome(pattern: string, wanted: Wanted): boolean {
  return alternatives(pattern).some((tokens) => matchesAny(tokens, wanted));
}

/** A pattern with "/" is compared with the whole reference, any other with its last component. */
function alternatives(pattern: string): readonly (readonly Token[])[] {
  const parsed = parseGlob(pattern, true);
  if (pattern.includes('/')) return parsed;
  return parsed.map((tokens) => [
    { kind: 'directories' },
    ...tokens.map((token): Token => (token.kind === 'anything' ? { kind: 'component' } : token)),
  ]);
}

/** Where the pattern is, how far the reference has been read, and all the places where the exclusions may be. */
type State = { readonly token: number; readonly place: string; readonly others: readonly Position[] };
type Position = { readonly tokens: readonly Token[]; readonly token: number };

function matchesAny(tokens: readonly Token[], { except = [], host, tagged = false }: Wanted): boolean {
  const exclusions = except.flatMap(alternatives);
  const ids = new Map(exclusions.map((exclusion, index) => [exclusion, index]));
  const reached = new Map<string, State>();
  const visit = (token: number, place: string, positions: readonly Position[]) => {
    const named = positions
      .flatMap((position) => withSkipped(position, place))
      .map((position) => [`${ids.get(position.tokens)}.${position.token}`, position] as const);
    const others = new Map(named);
    reached.set(`${token} ${place} ${[...others.keys()].sort()}`, { token, place, others: [...others.values()] });
  };
  const ends = tagged ? ['more of tag'] : ['more of tag', 'more of digest'];
  const beginning = host === undefined ? 'start' : 'given 0';
  const grammar = host === undefined ? GRAMMAR : { ...GRAMMAR, ...spelled(`${host}/`, 'component', 'given') };
  visit(
    0,
    beginning,
    exclusions.map((exclusion) => ({ tokens: exclusion, token: 0 })),
  );
  // A map also yields what is added while it is read.
  for (const { token, place, others } of reached.values()) {
    if (others.length > 0 && reached.size > MOST_STATES) return true;
    const next = tokens[token];
    if (next === undefined && ends.includes(place) && !others.some(isAtEnd)) return true;
    if (next !== undefined && mayEnd(next, place)) visit(token + 1, place, others);
    for (const [characters, after] of grammar[place] ?? []) {
      for (const character of characters) {
        const [moved] = advance({ tokens, token }, character);
        if (moved === undefined) continue;
        const movedOthers = others.flatMap((other) => advance(other, character));
        visit(moved.token, after, movedOthers);
        // Which character it is matters to the others alone.
        if (others.length === 0) break;
      }
    }
  }
  return false;
}

function isAtEnd({ tokens, token }: Position): boolean {
  return token === tokens.length;
}

/** The position itself, and those after it because a skip can end here. */
function withSkipped(position: Position, place: string): readonly Position[] {
  const next = position.tokens[position.token];
  if (next === undefined || !mayEnd(next, place)) return [position];
  return [position, ...withSkipped({ ...position, token: position.token + 1 }, place)];
}

/** Where a position is after `character`: nowhere if it does not match. */
function advance({ tokens, token }: Position, character: string): readonly Position[] {
  const next = tokens[token];
  if (next === undefined) return [];
  if (next.kind === 'character') return next.matches(character) ? [{ tokens, token: token + 1 }] : [];
  return next.kind !== 'component' || character !== '/' ? [{ tokens, token }] : [];
}

/** Whether a token is a skip that can end here: one of whole directories ends where a component begins. */
function mayEnd(token: Token, place: string): boolean {
  if (token.kind === 'character') return false;
  return token.kind !== 'directories' || BEGINNINGS.includes(place);
}

/** The places within a text of which every character is given, named `<name> <index>`. */
function spelled(text: string, after: string, name = text): Readonly<Record<string, Edges>> {
  const next = (index: number) => (index + 1 < text.length ? `${name} ${index + 1}` : after);
  return Object.fromEntries([...text].map((character, index) => [`${name} ${index}`, [[character, next(index)]]]));
}
