/** Finding many secrets in a text in one pass. */

/** Secrets are found by their first characters: as many as make nearly every group a single secret. */
const PREFIX_LENGTH = 4;

export type Redactor = {
  /** Adds a secret. Returns whether it is new. */
  add(secret: string): boolean;
  /** `text` with every secret replaced by `***`. The time it takes does not depend on how many secrets there are. */
  redact(text: string): string;
};

/** A redactor without secrets. Secrets that overlap in a text are replaced together, so that no rest of one is left. */
export function createRedactor(): Redactor {
  const all = new Set<string>();
  const byPrefix = new Map<string, string[]>();
  /** The shorter ones, which have no whole prefix: few, and the longest first. */
  let short: readonly string[] = [];

  /** The length of the longest secret that begins at `index`, 0 when there is none. */
  function lengthAt(text: string, index: number): number {
    const candidates = byPrefix.get(text.slice(index, index + PREFIX_LENGTH)) ?? short;
    const found = candidates.find((secret) => text.startsWith(secret, index)) ?? '';
    if (found !== '' || candidates === short) return found.length;
    return short.find((secret) => text.startsWith(secret, index))?.length ?? 0;
  }

  return {
    add(secret) {
      if (secret === '' || all.has(secret)) return false;
      all.add(secret);
      if (secret.length < PREFIX_LENGTH) short = longestFirst([...short, secret]);
      else {
        const prefix = secret.slice(0, PREFIX_LENGTH);
        byPrefix.set(prefix, longestFirst([...(byPrefix.get(prefix) ?? []), secret]));
      }
      return true;
    },

    redact(text) {
      if (all.size === 0) return text;
      let redacted = '';
      /** Where the last secret ended. */
      let endOfSecret = 0;
      let isInSecret = false;
      for (let index = 0; index < text.length; index++) {
        const length = lengthAt(text, index);
        if (length > 0) {
          if (!isInSecret) redacted += `${text.slice(endOfSecret, index)}***`;
          isInSecret = true;
          endOfSecret = Math.max(endOfSecret, index + length);
        }
        if (index + 1 >= endOfSecret) isInSecret = false;
      }
      return redacted + text.slice(endOfSecret);
    },
  };
}

function longestFirst(secrets: readonly string[]): string[] {
  return secrets.toSorted((a, b) => b.length - a.length);
}

/** The spellings in which `secret` may come back: as it is, and as URLs, forms, JSON and HTML escape it. */
export function spellingsOf(secret: string): ReadonlySet<string> {
  const percent = encodeURIComponent(secret);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
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
  return new Set([secret, percent, lowerCase(percent), form, lowerCase(form), json, goJson, html, ...quotes]);
}
