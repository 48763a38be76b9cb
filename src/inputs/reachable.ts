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

/** Where each character leads. What is not listed is not allowed there. A host has a dot or a port, else it is a namespace. */
const GRAMMAR: Readonly<Record<Place, readonly (readonly [characters: RegExp, next: Place])[]>> = {
  start: [
    [/[a-z0-9]/, 'host'],
    [/\[/, 'address'],
  ],
  host: [
    [/[a-z0-9-]/, 'host'],
    [/\./, 'dotted host'],
    [/:/, 'port'],
  ],
  'dotted host': [
    [/[a-z0-9.-]/, 'dotted host'],
    [/:/, 'port'],
    [/\//, 'component'],
  ],
  address: [
    [/[a-f0-9:]/, 'address'],
    [/\]/, 'end of host'],
  ],
  'end of host': [
    [/:/, 'port'],
    [/\//, 'component'],
  ],
  port: [
    [/[0-9]/, 'port'],
    [/\//, 'component'],
  ],
  component: [[/[a-z0-9]/, 'name']],
  name: [
    [/[a-z0-9]/, 'name'],
    [/[._-]/, 'separator'],
    [/\//, 'component'],
    [/:/, 'tag'],
    [/@/, 'algorithm'],
  ],
  separator: [
    [/[a-z0-9]/, 'name'],
    [/[_-]/, 'separator'],
  ],
  tag: [[/[A-Za-z0-9_]/, 'more of tag']],
  'more of tag': [[/[A-Za-z0-9_.-]/, 'more of tag']],
  algorithm: [
    [/[a-z0-9]/, 'algorithm'],
    [/:/, 'digest'],
  ],
  digest: [[/[a-f0-9]/, 'digest']],
};

const ENDS: ReadonlySet<Place> = new Set<Place>(['more of tag', 'digest']);
const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/:@[]'];

/** A pattern with "/" is compared with the whole reference, any other with its last component. */
export function canMatchReference(pattern: string): boolean {
  const isWhole = pattern.includes('/');
  return parseGlob(pattern, true).some((tokens) =>
    isWhole ? reaches(tokens, ['start', ...afterLocalhost(tokens)]) : reaches(tokens, ['component']),
  );
}

type Reached = { readonly token: number; readonly place: Place };

/** Whether the tokens, from any of these beginnings, lead to the end of a reference. */
function reaches(tokens: readonly Token[], begin: readonly (Place | Reached)[]): boolean {
  const reached = new Map<string, Reached>();
  const visit = (at: Reached) => {
    for (const token of skipsFrom(tokens, at.token)) reached.set(`${token} ${at.place}`, { token, place: at.place });
  };
  for (const each of begin) visit(typeof each === 'string' ? { token: 0, place: each } : each);
  // A map also yields what is added while it is read.
  for (const { token, place } of reached.values()) {
    if (token === tokens.length && ENDS.has(place)) return true;
    for (const character of CHARACTERS) {
      const next = GRAMMAR[place].find(([characters]) => characters.test(character))?.[1];
      const after = next === undefined ? undefined : step(tokens, token, character);
      if (next !== undefined && after !== undefined) visit({ token: after, place: next });
    }
  }
  return false;
}

/** The one host without a dot or a port. */
function afterLocalhost(tokens: readonly Token[]): readonly Reached[] {
  let at: ReadonlySet<number> = new Set(skipsFrom(tokens, 0));
  for (const character of 'localhost') {
    const after = [...at].flatMap((token) => step(tokens, token, character) ?? []);
    at = new Set(after.flatMap((token) => skipsFrom(tokens, token)));
  }
  return [...at].map((token) => ({ token, place: 'end of host' }));
}

/** The token itself, and those that may follow without a character, because a skip can be empty. */
function skipsFrom(tokens: readonly Token[], token: number): readonly number[] {
  const next = tokens[token];
  return next === undefined || next.kind === 'character' ? [token] : [token, ...skipsFrom(tokens, token + 1)];
}

/** The token after `character` has been matched by the one at `token`. A skip can take more. */
function step(tokens: readonly Token[], token: number, character: string): number | undefined {
  const next = tokens[token];
  if (next === undefined) return undefined;
  if (next.kind === 'character') return next.matches(character) ? token + 1 : undefined;
  return next.kind === 'component' && character === '/' ? undefined : token;
}
