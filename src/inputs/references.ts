import type { Artifact, ReferenceStyle } from '../oci/artifact.ts';
import { agree } from '../oci/digest.ts';
import { formatReference, isDigest, parseDigest, parseReference } from '../oci/reference.ts';
import { parseWrittenDigest, refuseWord, unquote, type WrittenDigest } from '../oci/user-written.ts';
import type { Receiver } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, kindOf, parseObject, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { hidingFile, lines, refuseUnexpanded, textOrFile } from './parse.ts';
import { collectProblems } from './problems.ts';
import { digestIn, publishedIn, type WrittenReference } from './tool-output.ts';

/** The `artifact` input, in all the shapes in which other actions and tools print them. */

/** The address of a host in brackets, as a reference begins, is no JSON. */
const JSON_START = /^(?:\{|\[(?![0-9a-f]*:[0-9a-f:.]*\]))/i;

/**
 * The references in the `artifact` input: one per line or separated by commas, with a digest beside them or not, or
 * JSON, as this action's own outputs and other tools print it. None of them has been validated.
 * @throws InputError when it is JSON that does not say clearly what was published.
 */
export function splitReferences(value: string): readonly WrittenReference[] {
  const text = value.trim();
  if (!JSON_START.test(text)) {
    const written = value.split(/\r\n|[\r\n]/).map((line, index) => ({ line, where: `line ${index + 1}` }));
    return written.flatMap(({ line, where }) => lines(line, /,/).map((part) => ({ ...splitLine(part), where })));
  }
  refuseUnexpanded(text, 'artifact');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new InputError(
      `artifact begins with ${quote(text.slice(0, 1))} but is not JSON; write one reference per line`,
      { cause },
    );
  }
  if (!Array.isArray(parsed)) return [{ ...readEntry(parsed, 'artifact'), where: 'the JSON' }];
  if (parsed.length === 0)
    throw new InputError('artifact is an empty JSON array; leave the step out, or give references');
  const { attempt, throwIfAny } = collectProblems();
  const written = parsed.map((entry, index) => {
    const where = `entry ${index + 1}`;
    return attempt(() => ({ ...readEntry(entry, `artifact: ${where}`), where }));
  });
  throwIfAny();
  return written.filter((each) => each !== undefined);
}

/** A reference, or also its digest, in any order, as tools write lists of checksums. */
function splitLine(line: string): Omit<WrittenReference, 'where'> {
  const words = line.split(/\s+/).map((word) => word.replace(/^(?=[a-f0-9]{64}$)/, 'sha256:'));
  const digest = words.find(isDigest);
  const text = words.find((word) => word !== digest);
  return words.length === 2 && digest !== undefined && text !== undefined ? { text, digest } : { text: unquote(line) };
}

function readEntry(entry: unknown, field: string): Omit<WrittenReference, 'where'> {
  if (typeof entry === 'string') return { text: entry };
  if (!isObject(entry)) throw new InputError(`${field} must be a reference or an object, found ${kindOf(entry)}`);
  const artifact = textAt(entry, 'artifact');
  if (artifact === undefined) return publishedIn(entry, field);
  const digest = at(entry, 'digest') ?? '';
  if (typeof digest === 'string') return { text: artifact, digest: digest.trim() === '' ? undefined : digest };
  throw new InputError(`${field}: its digest must be text, found ${kindOf(digest)}`);
}

type Given = {
  readonly digest: WrittenDigest | undefined;
  readonly style: ReferenceStyle | undefined;
  /** The `artifact` input. */
  readonly input?: string | undefined;
};

/**
 * The artifacts that the references name. They are never skipped for their tags, and stay as written unless `style` is
 * set.
 * @throws InputError that names the input, and each entry that is wrong where there are several.
 */
export function readReferences(written: readonly WrittenReference[], given: Given): readonly Artifact[] {
  const { attempt, throwIfAny } = collectProblems();
  const fieldOf = (index: number) => (written.length === 1 ? 'artifact' : `artifact: entry ${index + 1}`);
  const artifacts = written.map((each, index) => attempt(() => readReference(each, fieldOf(index), given)));
  throwIfAny();
  return artifacts.filter((artifact) => artifact !== undefined);
}

function readReference(written: WrittenReference, field: string, { input = '', ...given }: Given): Artifact {
  const { digest: digestInput, style } = given;
  const { host, path, beside, ...named } = hidingFile(input, 'artifact', {
    where: written.where,
    expected: 'a reference such as ghcr.io/acme/app:v1',
    read: () => parse(written, field),
  });
  refuseOtherRepository(digestInput, { host, path }, field);
  const digest = agree([
    { field, value: named.digest },
    { field: `${field}: its digest`, value: beside },
    { field: 'digest', value: digestInput?.digest },
  ]);
  const tag = named.tag ?? (named.digest === undefined ? 'latest' : undefined);
  if (tag === undefined && style?.startsWith('tag')) {
    throw new InputError(`${field}: ${quote(written.text.trim())} has no tag, but reference is "${style}"`);
  }
  const asWritten = named.digest === undefined ? 'tag' : tag === undefined ? 'digest' : 'tag+digest';
  return { host, path, tag, digest, style: style ?? asWritten };
}

function parse({ text, digest }: WrittenReference, field: string) {
  refuseWord(text.trim(), field);
  const beside = digest === undefined ? undefined : parseDigest(digest, `${field}: its digest`);
  return { ...parseReference(text, field), beside };
}

/**
 * Tools list a multi-platform image as its index, and then the image of each platform, all under one name.
 * @throws InputError that names the first of several digests, where one of the `receivers` keeps only one version.
 */
export function refuseParts(artifacts: readonly Artifact[], receivers: readonly Receiver[]): void {
  const keeping = receivers.find(({ wire }) => wire.keepsOneVersion);
  if (keeping === undefined) return;
  const { attempt, throwIfAny } = collectProblems();
  const repositoryOf = ({ host, path }: Artifact) => formatReference({ host, path });
  const untagged = new Set(artifacts.filter(({ tag }) => tag === undefined).map(repositoryOf));
  // What has no tag may be a part of anything in its repository.
  const nameOf = (artifact: Artifact) => {
    const repository = repositoryOf(artifact);
    return untagged.has(repository) ? repository : `${repository}:${artifact.tag}`;
  };
  for (const [name, all] of Map.groupBy(artifacts, nameOf)) {
    attempt(() => {
      const digests = new Set(all.map(({ digest }) => digest));
      if (digests.size === 1 || all[0] === undefined) return;
      throw new InputError(
        `artifact: ${name} has ${digests.size} digests, and ${keeping.title} keeps one version of a repository; keep the one of the index, which tools write first, before those of its platforms: ${formatReference(all[0])}`,
      );
    });
  }
  throwIfAny();
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

/**
 * The digest in the `digest` input: as text, in JSON, or `@path` of a file that holds it.
 * @throws InputError that says what is wrong with it.
 */
export function readDigest(value: string): WrittenDigest {
  const text = textOrFile(value, 'digest');
  const object = text.trim().startsWith('{') ? parseObject(text) : undefined;
  if (object !== undefined) return parseWrittenDigest(digestIn(object), 'digest');
  const line = splitLine(text.trim());
  return hidingFile(value, 'digest', {
    where: 'line 1',
    expected: 'a digest such as sha256:<64 hex digits>',
    read: () => parseWrittenDigest(line.digest === undefined ? text : `${line.text}@${line.digest}`, 'digest'),
  });
}
