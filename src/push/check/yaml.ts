import { type Document, LineCounter, parseAllDocuments } from 'yaml';

/** One document of a YAML file: its value, or why it cannot be read. */
export type YamlDocument =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly problem: string };

/**
 * All documents of the YAML `text`, in order. A file without content has none. Problems name places and kinds, never what
 * stands there: it may be a secret.
 */
export function parseDocuments(text: string): readonly YamlDocument[] {
  const lineCounter = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, { lineCounter, prettyErrors: false, merge: true });
    const documents: readonly Document[] = 'empty' in parsed ? [] : parsed;
    return documents.map((document) => read(document, lineCounter));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ kind: 'broken', problem: 'its values are nested too deeply to be read' }];
  }
}

function read(document: Document, lineCounter: LineCounter): YamlDocument {
  const error = document.errors[0];
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const what = error.code.toLowerCase().replaceAll('_', ' ');
    return { kind: 'broken', problem: `line ${line}, column ${col}: this is not YAML: ${what}` };
  }
  try {
    return { kind: 'read', value: document.toJS() };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { kind: 'broken', problem: 'an alias has no anchor before it, or aliases of aliases make too much of it' };
  }
}
