import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { at, parseObject, textAt } from '../../util/json.ts';
import { buildConfig } from './image.ts';
import type { Layer, Packing } from './layer.ts';
import { tarBlocks } from './tar.ts';

/**
 * Finding that the registry has the same files already, which takes a third of the time of compressing them. What is in the
 * registry need not be ours, so nothing is believed: the layer is fetched, unpacked and compared.
 */

/** Below this, packing is faster than asking. */
export const LEAST_BYTES = 32 * 1024 ** 2;

type Reuse = {
  /** What the registry has under the tag. */
  readonly manifest: string;
  /** Fetches its blobs into a directory, where their names are their digests without `sha256:`. Whether that was possible. */
  readonly fetch: (directory: string) => Promise<boolean>;
};

/**
 * The layer in the registry that holds the same archive as packing would make, then in `file`; undefined when there is none.
 * @throws InputError when a file changes, and the reason of `signal` when it is aborted.
 */
export async function reuseLayer(packing: Packing, { manifest, fetch }: Reuse): Promise<Layer | undefined> {
  const claimed = readManifest(manifest);
  if (claimed === undefined) return undefined;
  const { diffId, bytes } = await hashArchive(packing);
  // The configuration follows from the archive alone.
  if (buildConfig(diffId).digest !== claimed.config) return undefined;
  const directory = `${packing.file}-fetched`;
  try {
    mkdirSync(directory);
    if (!(await fetch(directory))) return undefined;
    const fetched = join(directory, claimed.layer.slice(claimed.layer.indexOf(':') + 1));
    if ((await hashUnpacked(fetched, bytes, packing.signal)) !== diffId) return undefined;
    renameSync(fetched, packing.file);
    return { digest: claimed.layer, bytes: statSync(packing.file).size, diffId };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * The digests of configuration and layer, if it is the manifest of an image with one layer. A layer with addresses of its own
 * would make skopeo ask whatever host it names.
 */
function readManifest(text: string): { readonly config: string; readonly layer: string } | undefined {
  const manifest = parseObject(text);
  const layers = at(manifest, 'layers');
  if (!Array.isArray(layers) || layers.length !== 1 || at(layers[0], 'urls') !== undefined) return undefined;
  const [config, layer] = [textAt(manifest, 'config', 'digest'), textAt(layers[0], 'digest')];
  if (config === undefined || layer === undefined || !/^sha256:[0-9a-f]{64}$/.test(layer)) return undefined;
  return { config, layer };
}

async function hashArchive({ root, entries, mtime, signal, onProgress }: Packing) {
  const hash = createHash('sha256');
  const progress = { files: 0, bytes: 0 };
  let bytes = 0;
  for (const block of tarBlocks(root, entries, { mtime, progress })) {
    hash.update(block);
    bytes += block.length;
    onProgress(progress);
    await setImmediate(); // Signals and timers want their turn.
    signal.throwIfAborted();
  }
  return { diffId: `sha256:${hash.digest('hex')}`, bytes };
}

/** The digest of what is compressed in `file`; undefined when it is not gzip to its end, or is longer than `most`. */
async function hashUnpacked(file: string, most: number, signal: AbortSignal): Promise<string | undefined> {
  const hash = createHash('sha256');
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let bytes = 0;
  const take = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw new Error('longer');
      hash.update(chunk);
    }
  };
  try {
    // The 64 KiB that are read at once by default make it a quarter slower.
    await pipeline(createReadStream(file, { highWaterMark: 1024 ** 2 }), gunzip, take, { signal });
    // zlib ignores what follows the last member; Go refuses it.
    return gunzip.bytesWritten === statSync(file).size ? `sha256:${hash.digest('hex')}` : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
