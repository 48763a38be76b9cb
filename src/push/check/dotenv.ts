/** Whether a dotenv file can be read as doco-cd reads it: with joho/godotenv 1.5 (parser.go), which looks at bytes. */

/** Blanks that do not end a line. */
const BLANK = '[\\t\\v\\f\\r \\x85\\xa0]';
/** Between variables; \xc2 begins a blank of two bytes. */
const NOTHING = /(?:\xc2?[\x85\xa0]|\s|#[^\n]*(?:\n|$))*/y;
const EXPORT = new RegExp(`export${BLANK}+`, 'y');
/** The library takes letters and digits of Latin-1, byte by byte, and a colon for an equals sign. */
const KEY = new RegExp(`(?:${BLANK}|[\\w.ªµºÀ-ÖØ-öø-ÿ²³¹¼-¾])*`, 'y');
const BLANKS = new RegExp(`${BLANK}*`, 'y');

/** Why godotenv refuses `text`, with the line. Undefined when it reads it, or when SOPS has encrypted it: doco-cd decrypts first. */
export function explainDotenv(text: string): string | undefined {
  if (text.includes('sops') && text.includes('ENC[')) return undefined;
  const bytes = Buffer.from(text).toString('latin1').replaceAll('\r\n', '\n');
  let at = 0;
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    if (pattern.test(bytes)) at = pattern.lastIndex;
  };
  const problem = (what: string, place: number) => `line ${bytes.slice(0, place).split('\n').length}: ${what}`;

  for (;;) {
    skip(NOTHING);
    if (at >= bytes.length) return undefined;
    const start = at;
    skip(EXPORT);
    if (at >= bytes.length) return problem('there is no name after "export"', start);
    skip(KEY);
    // At the end of the file it takes whatever is there for a value without a name.
    if (at >= bytes.length) return undefined;
    if (bytes[at] !== '=' && bytes[at] !== ':') return problem(explainName(bytes.slice(at)), start);
    at++;
    skip(BLANKS);
    const quote = bytes[at] ?? '';
    if (quote === '"' || quote === "'") {
      const end = closingQuote(bytes, at);
      if (end < 0) return problem(`the quote ${quote} is never closed`, at);
      at = end + 1;
    } else {
      const end = bytes.slice(at).search(/[\n\r]/);
      at = end < 0 ? bytes.length : at + end;
    }
  }
}

function explainName(rest: string): string {
  if (rest.startsWith('\n')) return 'there is no "=" after the name';
  if (rest.startsWith('\xbb\xbf')) return 'the file begins with a byte order mark: save it without';
  return 'a name is letters, digits, "_" and ".", then "="; and nothing but a comment follows a closing quote';
}

function closingQuote(text: string, open: number): number {
  const quote = text[open] ?? '';
  let end = text.indexOf(quote, open + 1);
  while (end > 0 && text[end - 1] === '\\') end = text.indexOf(quote, end + 1);
  return end;
}
