import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's Markdown, read just far enough to hold it to its word: fences, tables, links and anchors. */

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Text of a file of the repository, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8');
}

/** Paths from the root of the repository's own files that match the patterns, sorted. */
export function ownFiles(...patterns: readonly string[]): readonly string[] {
  const exclude = ['node_modules/**', 'dist/**', 'lib/**', '__tests__/fixtures/**'];
  return globSync([...patterns], { cwd: ROOT, exclude })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

export const MARKDOWN_FILES = ownFiles(
  '*.md',
  'docs/**/*.md',
  'examples/**/*.md',
  'push/**/*.md',
  'relay/**/*.md',
  '.github/**/*.md',
);

type Fence = { readonly language: string; readonly text: string; readonly line: number };

/** The fenced code blocks of `markdown`, with the line each begins on. */
export function fencesIn(markdown: string): readonly Fence[] {
  return [...markdown.matchAll(/^( *)```([\w-]*)[^\n]*\n(.*?)^\1```$/gms)].map(
    ({ index, 1: indent = '', 2: language = '', 3: text = '' }) => ({
      language,
      text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
      line: markdown.slice(0, index).split('\n').length,
    }),
  );
}

/** `markdown` without its fenced code blocks. */
export function proseOf(markdown: string): string {
  return markdown.replace(/^( *)```.*?^\1```$/gms, '');
}

/** The cells of the first table below the heading `title`, without its head; a "|" inside code is written "\|". */
export function tableUnder(markdown: string, title: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  if (start < 0) throw new Error(`there is no heading ${title}`);
  const first = lines.findIndex((line, index) => index > start && line.startsWith('|'));
  const section = lines.findIndex((line, index) => index > start && /^#+ /.test(line));
  if (first < 0 || (section >= 0 && section < first)) throw new Error(`there is no table under ${title}`);
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'));
  return lines.slice(first + 2, end < 0 ? undefined : end).map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

/** The texts in backticks in a piece of Markdown. */
export function codesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The anchors that GitHub gives the headings of `markdown`. */
export function anchorsIn(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(markdown).matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let copy = 1; anchors.has(anchor); copy += 1) anchor = `${slug}-${copy}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The targets of the links and images in `markdown`. */
export function linksIn(markdown: string): readonly string[] {
  const prose = proseOf(markdown).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|(?:src|href)="([^"]+)"/g)].map(
    ([, link, attribute]) => link ?? attribute ?? '',
  );
}
