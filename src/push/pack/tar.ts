import { closeSync, fstatSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Header } from 'tar/header';
import { Pax } from 'tar/pax';
import { InputError } from '../../util/errors.ts';
import { quote } from '../../util/text.ts';
import { type Entry, openSafely, reading, versionOf } from '../check/scan.ts';

/**
 * The archive is cut into blocks of this size, whatever the sizes of the files. A block is hashed and compressed at
 * once.
 */
const BLOCK_BYTES = 1024 ** 2;
const RECORD_BYTES = 512;
/** Two empty records end an archive. */
const END = Buffer.alloc(2 * RECORD_BYTES);

export type PackProgress = { files: number; bytes: number };

/**
 * A tar archive of `entries` below `root` in blocks that depend on names, contents and executable bits alone: owner 0,
 * modes 0644 and 0755, and `mtime` for all. Two buffers take turns: a block is valid until the next but one is asked
 * for.
 * @throws InputError for a file that cannot be read or is no longer what it was when it was checked.
 */
export function* tarBlocks(
  root: string,
  entries: readonly Entry[],
  { mtime, progress }: { readonly mtime: Date; readonly progress: PackProgress },
): Generator<Buffer, void, undefined> {
  let [block, other] = [Buffer.allocUnsafe(BLOCK_BYTES), Buffer.allocUnsafe(BLOCK_BYTES)];
  let used = 0;

  function* fill(write: (free: Buffer, done: number) => number, bytes: number): Generator<Buffer> {
    for (let done = 0; done < bytes; ) {
      const written = write(block.subarray(used, used + Math.min(bytes - done, block.length - used)), done);
      done += written;
      used += written;
      if (used < block.length) continue;
      yield block;
      [block, other] = [other, block];
      used = 0;
    }
  }

  const copy = (source: Buffer) => fill((free, done) => source.copy(free, 0, done), source.length);
  const pad = (bytes: number) => copy(END.subarray(0, (RECORD_BYTES - (bytes % RECORD_BYTES)) % RECORD_BYTES));

  for (const entry of entries) {
    yield* copy(headerOf(entry, mtime));
    if (entry.kind === 'directory') continue;
    const path = join(root, entry.path);
    const file = reading(path, () => openSafely(path));
    try {
      const isSame = () => versionOf(fstatSync(file)) === entry.version;
      if (!isSame()) throw changed(path);
      yield* fill((free) => readSome(file, free, path), entry.bytes);
      if (!isSame()) throw changed(path);
    } finally {
      closeSync(file);
    }
    yield* pad(entry.bytes);
    progress.files++;
    progress.bytes += entry.bytes;
  }
  yield* copy(END);
  if (used > 0) yield block.subarray(0, used);
}

function readSome(file: number, free: Buffer, path: string): number {
  const read = reading(path, () => readSync(file, free));
  if (read === 0) throw changed(path);
  return read;
}

function changed(path: string): InputError {
  return new InputError(`path: ${quote(path)} was changed while it was packed; let nothing write into the directory`);
}

/** The header of `entry`, with an extended header before it where the name does not fit into a plain one. */
function headerOf({ path, kind, bytes, executable }: Entry, mtime: Date): Buffer {
  const name = kind === 'directory' ? `${path}/` : path;
  const header = new Header({
    path: name,
    type: kind === 'directory' ? 'Directory' : 'File',
    size: bytes,
    mode: kind === 'directory' || executable ? 0o755 : 0o644,
    uid: 0,
    gid: 0,
    mtime,
  });
  const plain = Buffer.alloc(RECORD_BYTES);
  return header.encode(plain) ? Buffer.concat([new Pax({ path: name }).encode(), plain]) : plain;
}
