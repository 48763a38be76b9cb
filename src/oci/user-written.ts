import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';
import { formatReference, parseDigest, parseReference } from './reference.ts';

/**
 * References and digests as people copy them from other actions and tools, into inputs and into events of their own.
 */

/** A digest as the user wrote it. */
export type WrittenDigest = {
  readonly digest: string;
  /** Given before it where the user wrote `repository@digest`. */
  readonly repository?: string | undefined;
};

/**
 * The digest in `value`: alone, in quotes (as jq prints it without -r), after `repository@` (as ko prints it), or the
 * only one in brackets (as docker inspect prints RepoDigests).
 * @throws InputError that begins with `field` and says what is wrong with it.
 */
export function parseWrittenDigest(value: string, field: string): WrittenDigest {
  const text = unquote(/^\[([^[\],\s]*)\]$/.exec(value.trim())?.[1] ?? value);
  if (/^[[{]/.test(text)) {
    throw new InputError(`${field}: ${quote(text)} is a list or an object; give the one digest in it`);
  }
  const at = text.lastIndexOf('@');
  if (at < 0) return { digest: parseDigest(text, field) };
  const digest = parseDigest(text.slice(at + 1), `${field}: the part of ${quote(text)} after "@"`);
  const { host, path } = parseReference(text.slice(0, at), `${field}: the part of ${quote(text)} before "@"`);
  return { digest, repository: formatReference({ host, path }) };
}

/** As long as a reference without host can be: 255 characters of path, 128 of tag, and a digest. */
const LONGEST_WORD = 600;

/**
 * By the grammar of references, these are images on Docker Hub: a word (nearly always a tag, or the "null" of a missing
 * value), a host without path, a Git ref. One of Docker's official images has to be written in full.
 * @throws InputError that begins with `field` and says what is wanted.
 */
export function refuseWord(text: string, field: string): void {
  if (text.length > LONGEST_WORD) return; // Too long for a tag, and for a message that repeats it.
  const wanted = (tag: string, name = 'app') => `but a reference is wanted, such as ghcr.io/acme/${name}:${tag}`;
  if (/^refs\/(?:heads|tags|pull)\//.test(text))
    throw new InputError(`${field}: ${quote(text)} is a Git ref, ${wanted('v1')}`);
  const [, word = '', tag] = /^([\w.-]+)(?::([^/@]*))?(?:@[^/]*)?$/.exec(text) ?? [];
  // 64 hex digits have a message of their own.
  if (word === '' || /^[a-f0-9]{64}$/.test(word)) return;
  if (tag === undefined) {
    throw new InputError(
      `${field}: ${quote(text)} is only a word, so probably a tag, ${wanted(/^\w/.test(text) ? text : 'v1')} (docker/metadata-action gives references in outputs.tags when its images input is set; one of Docker's official images is docker.io/library/${word}:<tag>)`,
    );
  }
  if (word === 'localhost' || word.includes('.')) {
    throw new InputError(`${field}: ${quote(text)} is only a host, ${wanted('v1')}`);
  }
  const example = /^\w/.test(tag) ? tag : 'v1';
  throw new InputError(
    `${field}: ${quote(text)} names neither a registry nor an owner, ${wanted(example, word)}, or docker.io/library/${word}:${example} if it is one of Docker's official images`,
  );
}

/** `text` without one pair of quotes around it. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}
