/** Finds many secrets in a text in one pass. */

/** Secrets are found by their first four characters, packed into one number: nearly every group is a single secret. */
const PREFIX_LENGTH = 4;

type Redactor = {
  /** Adds a secret. Returns whether it is new. */
  add(secret: string): boolean;
  /**
   * The first `limit` characters of `text`, all of them unless set, with every secret that begins there replaced by
   * `***`. The time it takes does not depend on how many secrets there are.
   */
  redact(text: string, limit?: number): string;
};

/** A redactor without secrets. Secrets that overlap in a text are replaced together, so that no part of one is left. */
export function createRedactor(): Redactor {
  const all = new Set<string>();
  const byPrefix = new Map<number, readonly string[]>();
  /** The shorter ones, which have no whole prefix: few, and the longest first. */
  let short: readonly string[] = [];

  return {
    add(secret) {
      if (secret === '' || all.has(secret)) return false;
      all.add(secret);
      if (secret.length < PREFIX_LENGTH) short = longestFirst([...short, secret]);
      else {
        const prefix = prefixAt(secret, 0);
        byPrefix.set(prefix, longestFirst([...(byPrefix.get(prefix) ?? []), secret]));
      }
      return true;
    },

    redact(text, limit = text.length) {
      if (all.size === 0) return text.slice(0, limit);
      let redacted = '';
      let endOfSecret = 0;
      let prefix = prefixAt(text, 0) >>> 8;
      for (let index = 0; index < Math.min(text.length, limit); index++) {
        prefix = pack(prefix, text, index + PREFIX_LENGTH - 1);
        const sharing = byPrefix.get(prefix);
        const found = sharing?.find((secret) => text.startsWith(secret, index)) ?? shortAt(text, index);
        if (found === undefined) continue;
        // Overlapping secrets become the same stars.
        if (index >= endOfSecret) redacted += `${text.slice(endOfSecret, index)}***`;
        endOfSecret = Math.max(endOfSecret, index + found.length);
      }
      return redacted + text.slice(endOfSecret, Math.max(endOfSecret, limit));
    },
  };

  function shortAt(text: string, index: number): string | undefined {
    return short.length === 0 ? undefined : short.find((secret) => text.startsWith(secret, index));
  }
}

/** The four characters from `index` on as a number, each by its last eight bits. */
function prefixAt(text: string, index: number): number {
  let prefix = 0;
  for (let offset = 0; offset < PREFIX_LENGTH; offset++) prefix = pack(prefix, text, index + offset);
  return prefix;
}

function pack(prefix: number, text: string, index: number): number {
  return (prefix << 8) | (text.charCodeAt(index) & 0xff);
}

function longestFirst(secrets: readonly string[]): string[] {
  return secrets.toSorted((a, b) => b.length - a.length);
}

/** The spellings in which `secret` may come back: as it is, and as URLs, forms, JSON and HTML escape it. */
export function spellingsOf(secret: string): ReadonlySet<string> {
  return new Set([secret, ...percentSpellings(secret), ...jsonSpellings(secret), ...htmlSpellings(secret)]);
}

/** They differ in what they leave as it is. Escapes may be in either case. */
function percentSpellings(secret: string): readonly string[] {
  const browser = encodeURIComponent(secret);
  const strict = browser.replace(/[!'()*]/g, (character) => `%${hex(character, 2).toUpperCase()}`);
  const spellings = [
    browser,
    strict,
    strict.replaceAll('%20', '+'), // Go's forms.
    strict.replaceAll('%2F', '/'), // Python.
    strict.replace(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent), // Go's paths.
    new URLSearchParams([['', secret]]).toString().slice(1),
  ];
  const lowerCase = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  return spellings.flatMap((text) => [text, lowerCase(text)]);
}

function jsonSpellings(secret: string): readonly string[] {
  const json = insideQuotes(secret);
  const byNumber = (text: string, characters: RegExp) => text.replace(characters, (unit) => `\\u${hex(unit, 4)}`);
  const ascii = byNumber(json, /[\u0080-\uffff]/g);
  const net = secret.replace(/["<>&'+`\u0080-\uffff]/g, (unit) => `\\u${hex(unit, 4).toUpperCase()}`);
  return [
    json,
    insideQuotes(json), // JSON as a text in JSON.
    byNumber(json, /[<>&]/g), // Go.
    ascii, // Python.
    ascii.replaceAll('/', '\\/'), // PHP.
    net,
  ];
}

/** Go quotes by number. */
function htmlSpellings(secret: string): readonly string[] {
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quotes = [
    ['&quot;', '&#39;'],
    ['&#34;', '&#39;'],
    ['&quot;', '&#x27;'],
    ['&quot;', '&#039;'],
  ].map(([double = '', single = '']) => html.replaceAll('"', double).replaceAll("'", single));
  return [html, ...quotes];
}

function insideQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function hex(unit: string, digits: number): string {
  return unit.charCodeAt(0).toString(16).padStart(digits, '0');
}
