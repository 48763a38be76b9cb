import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { Entry } from '../check/scan.ts';
import { type PackProgress, tarBlocks } from './tar.ts';

/** A compressed layer on disk. */
export type Layer = {
  readonly digest: string;
  readonly bytes: number;
  /** Digest of the archive before compression. */
  readonly diffId: string;
};

type Packing = {
  readonly root: string;
  readonly entries: readonly Entry[];
  /** The time that every entry gets. */
  readonly mtime: Date;
  /** Where the layer is written; nothing may be there yet. */
  readonly file: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Readonly<PackProgress>) => void;
};

/**
 * The gzip header is written here because zlib's names the operating system. The compressed bytes follow from these
 * settings and from the zlib inside Node, which gives the same on every processor (Chromium's fork; x64 and arm64 were
 * compared). `memLevel` 9 instead of zlib's 8 takes a tenth of the time off, and the layers are as small.
 */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const DEFLATE = { level: 6, memLevel: 9, windowBits: 15, chunkSize: 256 * 1024 };

/**
 * Packs the entries into one gzip layer, with at most two blocks of them in memory: the next block is read while zlib's
 * thread compresses the last.
 * @throws InputError when a file changes, the file system's error when the layer cannot be written, and the reason of
 *   `signal` when it is aborted.
 */
export async function pack({ root, entries, mtime, file, signal, onProgress }: Packing): Promise<Layer> {
  const [layerHash, archiveHash] = [createHash('sha256'), createHash('sha256')];
  const progress: PackProgress = { files: 0, bytes: 0 };
  let [bytes, archiveBytes, checksum] = [0, 0, 0];
  const layer = openSync(file, 'wx');
  const write = (chunk: Buffer) => {
    layerHash.update(chunk);
    bytes += chunk.length;
    for (let at = 0; at < chunk.length; ) at += writeSync(layer, chunk, at);
  };
  const { compress, end, destroy } = startDeflate(write);
  try {
    write(GZIP_HEADER);
    let compressed: Promise<void> = Promise.resolve();
    for (const block of tarBlocks(root, entries, { mtime, progress })) {
      archiveHash.update(block);
      checksum = crc32(block, checksum);
      archiveBytes += block.length;
      await compressed;
      signal.throwIfAborted();
      compressed = compress(block);
      onProgress(progress);
    }
    await compressed;
    await end();
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(archiveBytes % 2 ** 32, 4);
    write(trailer);
  } finally {
    destroy();
    closeSync(layer);
  }
  return { digest: `sha256:${layerHash.digest('hex')}`, bytes, diffId: `sha256:${archiveHash.digest('hex')}` };
}

/** zlib without the streams around it, which take longer to start than a small directory takes to pack. */
function startDeflate(write: (chunk: Buffer) => void) {
  const deflate = createDeflateRaw(DEFLATE);
  // A stream that is destroyed while it compresses never calls back, so whoever waits for it waits for this too.
  const broken = new Promise<never>((_, reject) => deflate.once('error', reject));
  broken.catch(() => {}); // Nobody may be waiting when it happens.
  deflate.on('data', (chunk: Buffer) => {
    try {
      write(chunk);
    } catch (error) {
      deflate.destroy(error as Error);
    }
  });
  const done = (start: (resolve: () => void) => void) => Promise.race([new Promise<void>(start), broken]);
  return {
    /** Resolves when the block may be changed. */
    compress: (block: Buffer) => done((resolve) => deflate.write(block, () => resolve())),
    end: () => done((resolve) => deflate.once('end', resolve).end()),
    destroy: () => deflate.destroy(),
  };
}
