/** What one bench found: a paragraph and a table, the same in the terminal and in docs/benchmarks.md. */
export type Section = {
  readonly title: string;
  /** What was compared with what, in a few sentences. */
  readonly text: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export function times(value: number): string {
  return `${value.toFixed(2)} ×`;
}

export function atMost(limit: number): string {
  return `≤ ${times(limit)}`;
}

export function mebibytes(value: number | undefined): string {
  return value === undefined ? '–' : `${Math.round(value)} MiB`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** The section as Markdown whose table is readable as it is. */
export function render({ title, text, head, rows }: Section): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `## ${title}\n\n${text}\n\n${[line(head), rule, ...rows.map(line)].join('\n')}\n`;
}

/** A line for whoever waits; not part of the result. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
