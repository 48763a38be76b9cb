import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex, type Image } from './image.ts';

/**
 * An OCI image layout on disk (OCI image-spec, image-layout.md), filled in two steps: the layer, then what names it.
 */

/** Creates the directories of a layout below `directory` and returns the path to write its layer to. */
export function startLayout(directory: string): string {
  mkdirSync(blobs(directory), { recursive: true });
  return join(directory, 'layer');
}

/** Completes the layout with `image`, whose layer was written to the path that {@link startLayout} returned. */
export function finishLayout(directory: string, image: Image): void {
  const { layer, config, manifest } = image;
  renameSync(join(directory, 'layer'), join(blobs(directory), hex(layer.digest)));
  writeFileSync(join(blobs(directory), hex(config.digest)), config.text);
  writeFileSync(join(blobs(directory), hex(manifest.digest)), manifest.text);
  writeFileSync(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(directory, 'index.json'), buildIndex(image));
}

function blobs(directory: string): string {
  return join(directory, 'blobs', 'sha256');
}

function hex(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1);
}
