import { messageOf } from '../util/errors.ts';
import { redact } from '../util/log.ts';
import { grouped, isPrintable, oneLine, unicodePattern } from '../util/text.ts';

/**
 * Makes text of others safe for GitHub's Markdown: event fields and answers are hostile until they went through here.
 */

/**
 * `text` as inert inline Markdown: no markup, HTML, link, mention, emoji or table cell can come out of it.
 * Everything but letters, digits, spaces and harmless punctuation becomes a character reference.
 */
export function escapeMarkdown(text: string, limit = 500): string {
  const line = oneLine(text, limit);
  return (isPrintable(line) ? line.replace(/[^A-Za-z0-9 .,:;/+=-]/g, asReference) : escapeUnicode(line))
    .replace(/:(?=\/\/)|:(?=[a-z0-9_+-]+:)/gi, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/^([-+=]|\d+\.)/, (start) => `&#${start.codePointAt(0)};${start.slice(1)}`);
}

function escapeUnicode(line: string): string {
  return line.replace(unicodePattern(String.raw`[^\p{L}\p{N} .,:;/+=-]`, 'gu'), asReference);
}

function asReference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** `text` as inline code that nothing inside can close, for text whose spelling matters. */
export function code(text: string, limit = 500): string {
  return `<code>${escapeMarkdown(text, limit)}</code>`;
}

/** A link to `url` if it is a plain https address, else the label alone. `label` is Markdown already. */
export function link(label: string, url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return label;
  const { protocol, username, password, href } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '' || href.length > 2000) return label;
  return `[${label}](${href.replace(/[()<>|`"'\\*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)})`;
}

/** The message of `error` as Markdown, without secrets. A user's mistakes may be several lines, which become a list. */
export function errorLines(error: unknown): string {
  const lines = redact(messageOf(error))
    .split('\n')
    .map((line) => escapeMarkdown(line, 2000));
  return lines.length === 1 ? lines.join() : lines.map((line) => `- ${line}`).join('\n');
}

/** A Markdown table; cells are Markdown already and hold no line break. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** `inside`, Markdown, below a title that unfolds it. */
export function details(title: string, inside: string): string {
  return `<details><summary>${oneLine(title)}</summary>\n\n${inside}\n\n</details>`;
}

/** `text` that is not broken at its spaces in a table cell. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '&nbsp;');
}

/** The first `most` of the items as text, and how many more there are. */
export function firstOf<Item>(items: readonly Item[], most: number, show: (item: Item) => string): readonly string[] {
  const left = items.length - most;
  return [...items.slice(0, most).map(show), ...(left > 0 ? [`${grouped(left)} more`] : [])];
}

/** A table of the first rows that fit into so many bytes, and their number where some do not. */
export function limitedTable<Item>(
  head: readonly string[],
  items: readonly Item[],
  { bytes, what, cellsOf }: { readonly bytes: number; readonly what: string; cellsOf(item: Item): readonly string[] },
): string {
  const rows: (readonly string[])[] = [];
  let left = bytes;
  for (const item of items) {
    const cells = cellsOf(item);
    left -= Buffer.byteLength(cells.join(' | ')) + 5;
    if (left < 0) break;
    rows.push(cells);
  }
  const note = rows.length < items.length ? `\n\nThe first ${rows.length} of ${items.length} ${what}.` : '';
  return `${table(head, rows)}${note}`;
}
