import { posix } from 'node:path';
import { InputError, messageOf } from '../../util/errors.ts';
import { type Glob, parseGlob } from '../../util/glob.ts';
import { quote } from '../../util/text.ts';

/** The file in the root of the directory that lists what is not packed. */
export const IGNORE_FILE = '.ociignore';

/** How the rules see one directory. The walk takes it from there to what is in it, so that no path is read twice. */
export type IgnoresIn = {
  /** What becomes of the entry `name`. */
  readonly enter: (name: string) => {
    readonly isIgnored: boolean;
    /** Whether an exception may bring back something inside, if it is an ignored directory. */
    readonly mayHoldWanted: boolean;
    /** How the rules see it as a directory. */
    readonly inside: () => IgnoresIn;
  };
};

type Rule = { readonly isException: boolean; readonly glob: Glob };
/** Where a rule's pattern has come to, or that it has taken a directory and so everything below it. */
type Place = ReturnType<Glob['follow']> | 'taken';

/**
 * The rules of an ignore file as they are for the root, read as .dockerignore is: patterns from the root, one per line,
 * `#` comments, a match includes everything below it, `!` brings back, the last match wins. The ignore file itself
 * stays out unless it is brought back.
 * @throws InputError that names the line of a pattern that cannot be read.
 */
export function parseIgnores(text: string): IgnoresIn {
  const rules = [{ isException: false, glob: compile(IGNORE_FILE, '') }];
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#')) continue;
    const isException = line.trim().startsWith('!');
    const pattern = line.trim().slice(isException ? 1 : 0);
    const normal = posix.normalize(pattern.trim());
    const rooted = normal.replace(/^\//, '').replace(/(?:\/\*\*)*\/?$/, '');
    if (rooted === '' || rooted === '.') continue;
    rules.push({ isException, glob: compile(rooted, `line ${index + 1}: ${quote(line.trim())}`) });
  }
  const start = rules.map(({ glob }) => glob.start);
  return ignoresAt(rules, start);
}

function ignoresAt(rules: readonly Rule[], places: readonly Place[]): IgnoresIn {
  return {
    enter: (name) => {
      const reached = rules.map(({ glob }, index): Place => {
        const place = places[index] ?? 'taken';
        if (place === 'taken') return place;
        const after = glob.follow(place, name);
        return glob.isEnd(after) ? 'taken' : glob.follow(after, '/');
      });
      const last = reached.lastIndexOf('taken');
      return {
        isIgnored: rules[last]?.isException === false,
        mayHoldWanted: rules.some(
          ({ isException }, index) => isException && (reached[index]?.length ?? 0) > 0 && reached[index] !== 'taken',
        ),
        inside: () => ignoresAt(rules, reached),
      };
    },
  };
}

function compile(pattern: string, where: string): Glob {
  try {
    return parseGlob(pattern);
  } catch (cause) {
    throw new InputError(`path: ${IGNORE_FILE}, ${where}: ${messageOf(cause)}`, { cause });
  }
}
