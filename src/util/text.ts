/** What is not seen and must not be in a line of a log. */
const INVISIBLE = String.raw`\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}`;

/** Whether `text` is printable ASCII throughout, as nearly all text is. */
export function isPrintable(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/**
 * A regular expression with Unicode classes such as `\p{L}`, compiled when it is needed. As a literal, Node would
 * compile it whenever it loads the file, which takes 2 ms.
 */
export function unicodePattern(source: string, flags: 'u' | 'gu'): RegExp {
  return new RegExp(source, flags);
}

/** `text` on one line, without invisible characters, cut to `limit` characters. Safe for a log, whoever wrote it. */
export function oneLine(text: string, limit = 500): string {
  const line = (isPrintable(text) ? text : replaceInvisible(text)).trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

/**
 * Replaces whatever breaks or reshapes a line or cannot be seen: control characters, bidirectional overrides, soft
 * hyphens, separators. The runner's .NET skips invisible characters when it compares text, so they could hide a
 * workflow command.
 */
function replaceInvisible(text: string): string {
  return text.replace(unicodePattern(`[${INVISIBLE}]+`, 'gu'), ' ');
}

/** `text` in quotes on one line, shortened, with control characters escaped: it may be hostile and is shown in logs. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    '�',
  );
}

/** Blanks, dashes, quotes and a minus that look like those of ASCII, and are others. */
const ALIKE = String.raw`\u00a0\u2000-\u2015\u2018-\u201f\u202f\u2212`;

/** The first character of `text` that looks like nothing, or like another one: people copy them without noticing. */
export function deceptiveCharacter(text: string): string | undefined {
  return isPrintable(text) ? undefined : unicodePattern(`[${INVISIBLE}${ALIKE}]`, 'u').exec(text)?.[0];
}

/** `character` as a message names it: what is not ASCII has its code point, and only that where it cannot be seen. */
export function nameCharacter(character: string): string {
  if (isPrintable(character)) return quote(character);
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const isVisible = unicodePattern(String.raw`^[\p{L}\p{M}\p{N}\p{P}\p{S}]$`, 'u').test(character);
  return isVisible ? `${quote(character)} (${code})` : `${code} (invisible)`;
}

/** `bytes` as people read it: 512 B, 3.4 KiB, 1.2 GiB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KiB', 'MiB', 'GiB'];
  // What would round up to 1024.0 is 1.0 of the next unit.
  const power = units.findIndex((_, power) => bytes / 1024 ** (power + 1) < 1023.95 || power === units.length - 1);
  return `${(bytes / 1024 ** (power + 1)).toFixed(1)} ${units[power]}`;
}

/** `count` with its noun: 1 file, 12,345 files. */
export function plural(count: number, noun: string, several = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : several}`;
}

/** A whole number as people read it: 12,345. `toLocaleString` does it too, but takes 20 ms to load its tables. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/**
 * The word in `known` that takes the fewest changes of a letter to get from `word`, if it is less than half of them.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const given = word.slice(0, 40).toLowerCase();
  const [first] = known
    .map((each) => ({ each, changes: changesBetween(given, each) }))
    .sort((a, b) => a.changes - b.changes);
  return first !== undefined && first.changes * 2 < first.each.length ? first.each : undefined;
}

/** Letters to insert, remove or replace (Levenshtein's distance). */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of from.split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of to.split('').entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
