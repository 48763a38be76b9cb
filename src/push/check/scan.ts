import { constants, lstatSync, openSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../util/errors.ts';
import { quote } from '../../util/text.ts';
import type { IgnoresIn } from './ignore.ts';
import type { Pause } from './pause.ts';

/** A file or directory that goes into the artifact. `path` is relative to the root, with `/`. */
export type Entry = {
  readonly path: string;
  readonly kind: 'file' | 'directory';
  readonly bytes: number;
  readonly executable: boolean;
  /** Of a file: tells whether it is still the same when it is packed. */
  readonly version?: string | undefined;
};

/** Something in the directory that an artifact cannot hold, and what it is. */
type UnsupportedEntry = { readonly path: string; readonly what: string };

export type Scan = {
  /** Each directory before what is in it, its children sorted by the bytes of their names. */
  readonly entries: readonly Entry[];
  readonly unsupported: readonly UnsupportedEntry[];
  /** Whether the walk ended early because there is more than an artifact may hold. */
  readonly tooMany: boolean;
};

type Scanning = { readonly ignores: IgnoresIn; readonly most: number; readonly pause: Pause };

/**
 * Lists what is to be packed of `root`, without following or opening anything.
 * @throws InputError where something cannot be read.
 */
export async function scan(root: string, { ignores, most, pause }: Scanning): Promise<Scan> {
  const entries: Entry[] = [];
  const unsupported: UnsupportedEntry[] = [];
  const inodes = new Map<string, string>();

  async function visit(parent: string, ignoresHere: IgnoresIn): Promise<void> {
    for (const name of namesIn(join(root, parent))) {
      await pause();
      if (entries.length > most) return;
      if (name === '.git') continue; // History, and often credentials: never packed, whatever the ignore file says.
      const path = parent === '' ? name : `${parent}/${name}`;
      const { isIgnored: ignored, mayHoldWanted, inside } = ignoresHere.enter(name);
      if (ignored && !mayHoldWanted) continue;
      const badName = unsupportedName(name);
      if (badName !== undefined) {
        if (!ignored) unsupported.push({ path, what: badName });
        continue;
      }
      const stats = statOf(join(root, path));
      if (stats.isDirectory()) await visitDirectory(path, ignored, inside());
      else if (!ignored) visitFile(path, stats);
    }
  }

  async function visitDirectory(path: string, ignored: boolean, ignoresInside: IgnoresIn): Promise<void> {
    const index = entries.push({ path, kind: 'directory', bytes: 0, executable: true });
    await visit(path, ignoresInside);
    // An ignored directory is there only for what an exception brings back inside it.
    if (ignored && entries.length === index) entries.pop();
  }

  function visitFile(path: string, stats: Stats): void {
    const what = unsupportedType(stats) ?? linkedTwice(path, stats);
    if (what !== undefined) unsupported.push({ path, what });
    else
      entries.push({
        path,
        kind: 'file',
        bytes: stats.size,
        executable: (stats.mode & 0o100) !== 0,
        version: versionOf(stats),
      });
  }

  /**
   * Two names of one file: most tar programs pack the second as a link, which doco-cd drops. A name outside does not
   * matter.
   */
  function linkedTwice(path: string, stats: Stats): string | undefined {
    if (stats.nlink < 2) return undefined;
    const inode = `${stats.dev}:${stats.ino}`;
    const first = inodes.get(inode);
    if (first === undefined) inodes.set(inode, path);
    return first === undefined ? undefined : `a hard link to ${quote(first)}`;
  }

  await visit('', ignores);
  return { entries, unsupported, tooMany: entries.length > most };
}

/** What it is if it is not a file. Undefined for a file. */
export function unsupportedType(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return 'a directory';
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/**
 * Opens a file that was regular a moment ago. What has taken its place since is not followed if it is a link, and not
 * waited for if it is a pipe. Windows has no such flags.
 */
export function openSafely(path: string): number {
  return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}

/** Changes when another file takes its place, or when something is written to it: nobody can set back the ctime. */
export function versionOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

function unsupportedName(name: string): string | undefined {
  if (name.startsWith('.wh.')) return 'named like a whiteout, which means a deletion in image layers';
  // Node puts this character where bytes are not UTF-8. Such a name cannot even be opened.
  return name.includes('\ufffd') ? 'named in bytes that are not UTF-8' : undefined;
}

/** Names in the order of their UTF-8 bytes. JavaScript sorts UTF-16, which differs from the surrogates on. */
function namesIn(directory: string): readonly string[] {
  const names = reading(directory, () => readdirSync(directory));
  if (!names.some((name) => /[\ud800-\uffff]/.test(name))) return names.sort();
  return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function statOf(path: string): Stats {
  return reading(path, () => lstatSync(path));
}

/**
 * The result of `read`, which reads from `path`.
 * @throws InputError instead of what the file system says.
 */
export function reading<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new InputError(`path: ${quote(path)} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
