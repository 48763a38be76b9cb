import { messageOf } from '../util/errors.ts';
import { isPrintable, oneLine, unicodePattern } from '../util/text.ts';

/** Makes text of others safe for GitHub's Markdown. Event fields and server responses are hostile until they went through here. */

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

/** The message of `error` as Markdown. A user's mistakes may be several lines, which become a list. */
export function errorLines(error: unknown): string {
  const lines = messageOf(error)
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

/** As many of the first `rows` as take up to `limitBytes` in a table. */
export function fit(rows: readonly (readonly string[])[], limitBytes: number): readonly (readonly string[])[] {
  let left = limitBytes;
  const end = rows.findIndex((cells) => {
    left -= Buffer.byteLength(cells.join(' | ')) + 5;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
