/** Finds many secrets in a text in one pass. */

/** Secrets are found by their first four characters, packed into one number: nearly every group is a single secret. */
const PREFIX_LENGTH = 4;

type Redactor = {
  /** Adds a secret. Returns whether it is new. */
  add(secret: string): boolean;
  /** `text` with every secret replaced by `***`. The time it takes does not depend on how many secrets there are. */
  redact(text: string): string;
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

    redact(text) {
      if (all.size === 0) return text;
      let redacted = '';
      let endOfSecret = 0;
      let prefix = prefixAt(text, 0) >>> 8;
      for (let index = 0; index < text.length; index++) {
        prefix = pack(prefix, text, index + PREFIX_LENGTH - 1);
        const sharing = byPrefix.get(prefix);
        const found = sharing?.find((secret) => text.startsWith(secret, index)) ?? shortAt(text, index);
        if (found === undefined) continue;
        // Overlapping secrets become the same stars.
        if (index >= endOfSecret) redacted += `${text.slice(endOfSecret, index)}***`;
        endOfSecret = Math.max(endOfSecret, index + found.length);
      }
      return redacted + text.slice(endOfSecret);
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
  const percent = encodeURIComponent(secret);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  // By RFC 3986, as in Go and Python, and with "+" for blanks as in Go's forms.
  const strict = percent.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const goForm = strict.replaceAll('%20', '+');
  const json = JSON.stringify(secret).slice(1, -1);
  // Go escapes these three in JSON too, and quotes in HTML by number.
  const goJson = json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quotes = [
    ['&quot;', '&#39;'],
    ['&#34;', '&#39;'],
    ['&quot;', '&#x27;'],
    ['&quot;', '&#039;'],
  ].map(([double = '', single = '']) => html.replaceAll('"', double).replaceAll("'", single));
  const lowerCase = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  // Python and PHP write JSON in ASCII, PHP escapes slashes too.
  const asciiJson = json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const slashedJson = asciiJson.replaceAll('/', '\\/');
  const escaped = [percent, form, strict, goForm].flatMap((text) => [text, lowerCase(text)]);
  return new Set([secret, ...escaped, json, goJson, asciiJson, slashedJson, html, ...quotes]);
}
