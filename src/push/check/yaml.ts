import { type Document, LineCounter, parseAllDocuments } from 'yaml';

/** One document of a YAML file: its value, or why it cannot be read. */
type YamlDocument =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly problem: string };

/** Compose's tag for a value that is taken away. */
const RESET = { tag: '!reset', resolve: () => null };

/** All documents of the YAML `text`, in order. A file without content has none. */
export function parseDocuments(text: string): readonly YamlDocument[] {
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter, prettyErrors: false, merge: true, customTags: [RESET] });
  const documents: readonly Document[] = 'empty' in parsed ? [] : parsed;
  return documents.map((document) => {
    const error = document.errors[0];
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return { kind: 'broken', problem: `line ${line}, column ${col}: ${error.message}` };
    }
    try {
      return { kind: 'read', value: document.toJS() };
    } catch (error) {
      // An alias without its anchor, or more aliases of aliases than anybody writes by hand.
      return { kind: 'broken', problem: (error as Error).message };
    }
  });
}
