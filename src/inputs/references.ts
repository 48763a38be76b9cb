import type { Artifact, ReferenceStyle } from '../oci/artifact.ts';
import { formatReference, parseDigest, parseReference } from '../oci/reference.ts';
import { parseWrittenDigest, refuseWord, unquote, type WrittenDigest } from '../oci/written.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { lines, refuseUnexpanded } from './parse.ts';
import { collectProblems } from './problems.ts';

/** The `artifact` input, in all the shapes in which other actions and tools print them. */

/** One reference as the user wrote it. */
export type WrittenReference = {
  readonly text: string;
  /** From the same entry, where the list is this action's own `artifacts` output. */
  readonly digest?: string | undefined;
};

/**
 * The references in the `artifact` input: one per line or separated by commas, or a JSON array of references or of
 * `{"artifact","digest"}`. None of them has been validated.
 * @throws InputError when it is a JSON array of something else.
 */
export function splitReferences(value: string): readonly WrittenReference[] {
  const text = value.trim();
  if (text.startsWith('{')) {
    throw new InputError(
      'artifact is a JSON object, but references are wanted: of the metadata that docker/build-push-action and bake-action print, set "image.name" here and "containerimage.digest" as digest, each by fromJSON; of docker/metadata-action, set outputs.tags',
    );
  }
  // The address of a host in brackets is no JSON.
  if (!text.startsWith('[') || /^\[[0-9a-f]*:[0-9a-f:.]*\]/i.test(text))
    return lines(text, /[\r\n,]+/).map((line) => ({ text: unquote(line) }));
  refuseUnexpanded(text, 'artifact');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new InputError('artifact begins with "[" but is not a JSON array; write one reference per line', { cause });
  }
  const entries = parsed as readonly unknown[];
  if (entries.length === 0)
    throw new InputError('artifact is an empty JSON array; leave the step out, or give references');
  const { attempt, throwIfAny } = collectProblems();
  const written = entries.map((entry, index) => attempt(() => readEntry(entry, index)));
  throwIfAny();
  return written.filter((each) => each !== undefined);
}

function readEntry(entry: unknown, index: number): WrittenReference {
  if (typeof entry === 'string') return { text: entry };
  const artifact = isObject(entry) ? textAt(entry, 'artifact') : undefined;
  if (artifact !== undefined) {
    const digest = at(entry, 'digest') ?? '';
    if (typeof digest === 'string') return { text: artifact, digest: digest.trim() === '' ? undefined : digest };
    throw new InputError(`artifact: entry ${index + 1}: its digest must be text, found ${kindOf(digest)}`);
  }
  throw new InputError(
    `artifact: entry ${index + 1} of the JSON array is neither a reference nor {"artifact","digest"}`,
  );
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
  refuseWord(written.text.trim(), field);
  const { host, path, ...named } = parseReference(written.text, field);
  refuseOtherRepository(digestInput, { host, path }, field);
  const beside = written.digest === undefined ? undefined : parseDigest(written.digest, `${field}: its digest`);
  const digest = [named.digest, beside, digestInput?.digest].reduce((found, next) => agree(found, next, field));
  const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
  if (tag === undefined && style?.startsWith('tag')) {
    throw new InputError(`${field}: ${quote(written.text.trim())} has no tag, but reference is "${style}"`);
  }
  const asWritten = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
  return { host, path, tag, digest, style: style ?? asWritten };
}

/** @throws InputError when the digest was written as `repository@digest`, and `field` is of another repository. */
export function refuseOtherRepository(
  written: WrittenDigest | undefined,
  { host, path }: { readonly host: string; readonly path: string },
  field: string,
): void {
  const repository = formatReference({ host, path });
  if (written?.repository === undefined || written.repository === repository) return;
  throw new InputError(
    `digest: it is of ${written.repository}, but ${field} is of ${repository}; cut off all up to the "@" if the digest is right, or correct one of them`,
  );
}

/** @throws InputError when two digests of one artifact differ. */
export function agree(found: string | undefined, given: string | undefined, field: string): string | undefined {
  if (found !== undefined && given !== undefined && found !== given) {
    throw new InputError(`digest: ${given} differs from ${found} of ${field}; remove the digest input or correct it`);
  }
  return found ?? given;
}

/** The digest in the `digest` input. */
export function readDigest(value: string): WrittenDigest {
  return parseWrittenDigest(value, 'digest');
}
