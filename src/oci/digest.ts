import { createHash } from 'node:crypto';
import { InputError } from '../util/errors.ts';

/** The digest by which registries name `content`: the SHA-256 of its bytes, of text in UTF-8. */
export function sha256Digest(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** A well-formed digest that is said to be of some artifact, or nothing, and where that stands. */
export type NamedDigest = { readonly field: string; readonly value: string | undefined };

/**
 * The digest that all of `named` name. Undefined where none of them names one.
 * @throws InputError that shows both when two differ.
 */
export function agree(named: readonly NamedDigest[]): string | undefined {
  const [first, ...others] = named.filter(({ value }) => value !== undefined);
  const other = others.find(({ value }) => value !== first?.value);
  if (first === undefined || other === undefined) return first?.value;
  throw new InputError(
    `${first.field} names ${first.value}, but ${other.field} names ${other.value}; they must be equal: correct one of them, or leave it out`,
  );
}
