import type { Artifact, ReferenceStyle } from '../oci/artifact.ts';
import { isOfficialImage } from '../oci/official-images.ts';
import { formatReference, parseDigest, parseReference } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { lines, refuseUnexpanded } from './parse.ts';

/** The `artifact` and `digest` inputs, in all the shapes in which other actions and tools print them. */

/** One reference as the user wrote it. */
type WrittenReference = {
  readonly text: string;
  /** From the same entry, where the list is this action's own `artifacts` output. */
  readonly digest?: string | undefined;
};

/** A digest as the user wrote it. */
type WrittenDigest = {
  readonly digest: string;
  /** Given before it where the user wrote `repository@digest`. */
  readonly repository?: string | undefined;
};

/**
 * The references in the `artifact` input: one per line or separated by commas, or a JSON array of references or of
 * `{"artifact","digest"}`. None of them has been validated.
 * @throws InputError when it is a JSON array of something else.
 */
export function splitReferences(value: string): readonly WrittenReference[] {
  const text = value.trim();
  if (!text.startsWith('[')) return lines(text, /[\r\n,]+/).map((line) => ({ text: unquote(line) }));
  refuseUnexpanded(text, 'artifact');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new InputError('artifact begins with "[" but is not a JSON array; write one reference per line', { cause });
  }
  return (parsed as readonly unknown[]).map((entry, index) => {
    if (typeof entry === 'string') return { text: entry };
    const artifact = isObject(entry) ? textAt(entry, 'artifact') : undefined;
    if (artifact !== undefined) return { text: artifact, digest: textAt(entry, 'digest') };
    throw new InputError(
      `artifact: entry ${index + 1} of the JSON array is neither a reference nor {"artifact","digest"}`,
    );
  });
}

/**
 * The digest in the `digest` input: alone, in quotes (as jq prints it without -r), or after `repository@` (as docker inspect and
 * ko print it).
 * @throws InputError that says what is wrong with it.
 */
export function readDigest(value: string): WrittenDigest {
  const text = unquote(value);
  const at = text.lastIndexOf('@');
  if (at < 0) return { digest: parseDigest(text, 'digest') };
  const digest = parseDigest(text.slice(at + 1), `digest: the part of ${quote(text)} after "@"`);
  const { host, path } = parseReference(text.slice(0, at), `digest: the part of ${quote(text)} before "@"`);
  return { digest, repository: formatReference({ host, path }) };
}

type Given = { readonly digest: WrittenDigest | undefined; readonly style: ReferenceStyle | undefined };

/**
 * The artifact that the reference number `index` names. It is never skipped for its tag, and stays as written unless `style` is
 * set.
 * @throws InputError that names the input, and the entry where there are `count` > 1.
 */
export function readReference(
  written: WrittenReference,
  { index, count, given }: { readonly index: number; readonly count: number; readonly given: Given },
): Artifact {
  const { digest: digestInput, style } = given;
  const field = count === 1 ? 'artifact' : `artifact: entry ${index + 1}`;
  refuseTag(written.text.trim(), field);
  const { host, path, ...named } = parseReference(written.text, field);
  const repository = formatReference({ host, path });
  if (digestInput?.repository !== undefined && digestInput.repository !== repository) {
    throw new InputError(
      `digest: it is of ${digestInput.repository}, but ${field} is of ${repository}; cut off ${quote(`${digestInput.repository}@`)} if the digest is right, or correct one of them`,
    );
  }
  const beside = written.digest === undefined ? undefined : parseDigest(written.digest, `${field}: its digest`);
  const digest = [named.digest, beside, digestInput?.digest].reduce((found, next) => agree(found, next, field));
  const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
  if (tag === undefined && style?.startsWith('tag')) {
    throw new InputError(`${field}: ${quote(written.text.trim())} has no tag, but reference is "${style}"`);
  }
  const asWritten = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
  return { host, path, tag, digest, style: style ?? asWritten };
}

/** A single word is nearly always a tag, or the "null" of a missing value. */
function refuseTag(text: string, field: string): void {
  if (!/^[\w.-]+$/.test(text) || isOfficialImage(text)) return;
  // 64 hex digits have a message of their own.
  if (/^[a-f0-9]{64}$/.test(text)) return;
  throw new InputError(
    `${field}: ${quote(text)} is only a word, so probably a tag, but a reference is wanted, such as ghcr.io/acme/app:${/^\w/.test(text) ? text : 'v1'} (docker/metadata-action gives references in outputs.tags when its images input is set)`,
  );
}

/** @throws InputError when two digests of one artifact differ. */
export function agree(found: string | undefined, given: string | undefined, field: string): string | undefined {
  if (found !== undefined && given !== undefined && found !== given) {
    throw new InputError(`digest: ${given} differs from ${found} of ${field}; remove the digest input or correct it`);
  }
  return found ?? given;
}

function unquote(text: string): string {
  const trimmed = text.trim();
  return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}
