import { formatReference, isDigest, parseReference, type Reference, splitHost } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';

/**
 * JSON that other tools print about what they have pushed. None of them is known here by name: what is unambiguous is
 * read.
 */

/** One reference as the user wrote it. */
export type WrittenReference = {
  readonly text: string;
  /** Where it stands: `line 3`, `entry 3`. */
  readonly where: string;
  /** From the same entry, where the list is this action's own `artifacts` output. */
  readonly digest?: string | undefined;
};

/** A text in the JSON, and the keys that lead to it. */
type Leaf = { readonly keys: readonly string[]; readonly text: string };

/** No tool nests deeper or prints more about one push; what is beyond is not looked at. */
const MOST_DEPTH = 8;
const MOST_LEAVES = 200;
const MOST_SHOWN = 10;
/** Which of several digests is meant, such as that of a configuration, only the user knows. */
const BY_FIELD = "as in fromJSON(steps.push.outputs.json)['field']";

type Published = Omit<WrittenReference, 'where'>;

/**
 * The reference in `value` and its digest: where all texts that are references with a host are of one repository, with
 * at most one tag and one digest among them.
 * @throws InputError that begins with `field`, lists the fields and says how to pass them, where it is not clear what
 *   is meant.
 */
export function publishedIn(value: object, field: string): Published {
  const leaves = leavesOf(value);
  const references = leaves.flatMap(({ text }) => referenceIn(text) ?? []);
  const [repository, ...others] = new Set(references.map(({ host, path }) => formatReference({ host, path })));
  const [tag, ...otherTags] = new Set(references.flatMap((reference) => reference.tag ?? []));
  const pinned = references.flatMap((reference) => reference.digest ?? []);
  const [digest, ...otherDigests] = new Set([...pinned, ...digestsIn(leaves)]);
  const isOne = others.length + otherTags.length + otherDigests.length === 0;
  // A repository alone may have its tag in another field.
  if (repository !== undefined && isOne && (tag !== undefined || pinned.length > 0)) {
    return { text: tag === undefined ? `${repository}@${digest}` : `${repository}:${tag}`, digest };
  }
  throw new InputError(
    `${field} is JSON ${fieldsOf(leaves)}, and it is not clear which of them was published; set artifact and digest to one field each, ${BY_FIELD}`,
  );
}

/**
 * The only digest in `value`.
 * @throws InputError that lists the fields where there is none, or more than one.
 */
export function digestIn(value: object): string {
  const leaves = leavesOf(value);
  const [digest, ...others] = new Set(digestsIn(leaves));
  if (digest !== undefined && others.length === 0) return digest;
  throw new InputError(
    `digest is JSON ${fieldsOf(leaves)}, and it is not clear which of them is the digest; set it to one field, ${BY_FIELD}`,
  );
}

function leavesOf(value: unknown, keys: readonly string[] = []): readonly Leaf[] {
  if (typeof value === 'string') return [{ keys, text: value.trim() }];
  if (typeof value !== 'object' || value === null || keys.length === MOST_DEPTH) return [];
  const leaves: Leaf[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (leaves.length < MOST_LEAVES) leaves.push(...leavesOf(inner, [...keys, key]));
  }
  return leaves;
}

/** The reference that `text` is, if it names its registry: anything else with a slash may be a path or a media type. */
function referenceIn(text: string): Reference | undefined {
  const name = text.replace(/^(?:oci|docker):\/\//, '');
  if (!/^[^\s/]+\/\S+$/.test(name) || splitHost(name).host === undefined) return undefined;
  try {
    return parseReference(name, '');
  } catch {
    return undefined;
  }
}

/** All digests, also those of which it is not said of what: one of them may be of a configuration, the image ID. */
function digestsIn(leaves: readonly Leaf[]): readonly string[] {
  return leaves.filter(({ text }) => isDigest(text)).map(({ text }) => text);
}

function fieldsOf(leaves: readonly Leaf[]): string {
  if (leaves.length === 0) return 'without any text';
  const shown = leaves.slice(0, MOST_SHOWN).map(({ keys }) => quote(keys.join('.').slice(0, 100)));
  return `with the fields ${shown.join(', ')}${leaves.length > MOST_SHOWN ? ' and more' : ''}`;
}
