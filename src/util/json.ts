/** Reads JSON that nobody has checked: a value is `unknown` until one of these functions has checked it. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether `value` is a JSON object: not null and not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path` below `value`, or undefined when an object or a key on the way is missing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** The trimmed text at `path` below `value`. Empty text, null and every other type count as missing. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

/** What was parsed last. A receiver's answer is asked half a dozen questions in a row, and each of them reads it. */
let last: { readonly text: string; readonly value: JsonObject | undefined } | undefined;

/** The JSON object in `text`, or undefined when it holds anything else, such as the page of a proxy. */
export function parseObject(text: string): JsonObject | undefined {
  if (text !== last?.text) last = { text, value: parseAnew(text) };
  return last.value;
}

function parseAnew(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What kind of value `value` is, for an error message: "an array", "null", "a string". */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
