import { type Document, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';

/** One document of a YAML file: its value, or why it cannot be read. */
type YamlDocument =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly problem: string };

/** Each takes as long as there are nodes before it. Nobody writes so many by hand. */
const MOST_ALIASES = 1_000;
const TOO_DEEP = 'its values are nested too deeply to be read';

/**
 * All documents of the YAML `text`, in order. A file without content has none. Problems name places and kinds, never
 * what stands there: it may be a secret.
 */
export function parseDocuments(text: string): readonly YamlDocument[] {
  const lineCounter = new LineCounter();
  try {
    // The library would compare each key of a map with all others.
    const options = { lineCounter, prettyErrors: false, merge: true, uniqueKeys: false };
    const parsed = parseAllDocuments(text, options);
    const documents: readonly Document[] = 'empty' in parsed ? [] : parsed;
    return documents.map((document) => read(document, lineCounter));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ kind: 'broken', problem: TOO_DEEP }];
  }
}

function read(document: Document, lineCounter: LineCounter): YamlDocument {
  const broken = (offset: number, what: string): YamlDocument => {
    const { line, col } = lineCounter.linePos(offset);
    return { kind: 'broken', problem: `line ${line}, column ${col}: this is not YAML: ${what}` };
  };
  const error = document.errors[0];
  if (error?.code === 'RESOURCE_EXHAUSTION') return { kind: 'broken', problem: TOO_DEEP };
  if (error !== undefined) return broken(error.pos[0], error.code.toLowerCase().replaceAll('_', ' '));
  const { twice, aliases } = look(document);
  if (twice !== undefined) return broken(twice, 'duplicate key');
  if (aliases > MOST_ALIASES) return { kind: 'broken', problem: `it has more than ${MOST_ALIASES} aliases` };
  try {
    return { kind: 'read', value: document.toJS() };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { kind: 'broken', problem: 'an alias has no anchor before it, or aliases of aliases make too much of it' };
  }
}

/** Where the first key is that its map has already, and how many aliases there are. */
function look(document: Document): { readonly twice: number | undefined; readonly aliases: number } {
  let twice: number | undefined;
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases++;
    },
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === '<<') continue;
        if (keys.has(key.value)) twice ??= key.range?.[0] ?? 0;
        keys.add(key.value);
      }
    },
  });
  return { twice, aliases };
}
