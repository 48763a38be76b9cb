import { isPrintable, unicodePattern } from './unicode.ts';

/** `text` on one line without invisible characters, cut to `limit` characters: fit for a log, whoever wrote it. */
export function oneLine(text: string, limit = 500): string {
  const line = (isPrintable(text) ? text : withoutInvisible(text)).trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

/**
 * Replaces what ends, begins or reshapes a line, or is not seen: controls, formats such as bidirectional overrides and the
 * soft hyphen, separators. Comparisons by culture, as .NET makes them, skip those that are not seen.
 */
function withoutInvisible(text: string): string {
  const invisible = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+`;
  return text.replace(unicodePattern(invisible, 'gu'), ' ');
}
