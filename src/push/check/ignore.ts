import { posix } from 'node:path';
import { InputError, messageOf } from '../../util/errors.ts';
import { compileGlob } from '../../util/glob.ts';
import { quote } from '../../util/text.ts';

/** The file in the root of the directory that lists what is not packed. */
export const IGNORE_FILE = '.ociignore';

export type Ignores = {
  /** Whether the entry at `path`, relative to the root and with `/`, is left out. */
  readonly ignores: (path: string) => boolean;
  /** Whether an exception may bring back something inside the ignored directory. */
  readonly mayHoldWanted: (directory: string) => boolean;
};

/**
 * The rules of an ignore file, read as .dockerignore is: patterns from the root, one per line, `#` comments, a match includes
 * everything below it, `!` brings back, the last match wins. The ignore file itself stays out unless it is brought back.
 * @throws InputError that names the line of a pattern that cannot be read.
 */
export function parseIgnores(text: string): Ignores {
  const wanted: string[] = [];
  const rules = [{ isException: false, matches: compile(IGNORE_FILE, '') }];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.startsWith('#')) continue;
    const isException = line.trim().startsWith('!');
    const pattern = line.trim().slice(isException ? 1 : 0);
    const rooted = posix
      .normalize(pattern.trim())
      .replace(/^\//, '')
      .replace(/(?:\/\*\*)*\/?$/, '');
    if (rooted === '' || rooted === '.') continue;
    rules.push({ isException, matches: compile(rooted, `line ${index + 1}: ${quote(line.trim())}`) });
    if (isException) wanted.push(rooted);
  }
  return {
    ignores: (path) => rules.findLast(({ matches }) => matches(path))?.isException === false,
    mayHoldWanted: (directory) => wanted.some((pattern) => mayMatchBelow(directory, pattern)),
  };
}

/** Compares what comes before the first character of `pattern` that has a meaning. */
function mayMatchBelow(directory: string, pattern: string): boolean {
  const [literal = ''] = pattern.split(/[*?[\\]/);
  const inside = `${directory}/`;
  return literal.startsWith(inside) || (literal !== pattern && inside.startsWith(literal));
}

function compile(pattern: string, where: string): (path: string) => boolean {
  try {
    return compileGlob(pattern, { braces: false, below: true });
  } catch (cause) {
    throw new InputError(`path: ${IGNORE_FILE}, ${where}: ${messageOf(cause)}`, { cause });
  }
}
