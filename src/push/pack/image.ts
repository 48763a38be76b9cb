import { sha256Digest } from '../../oci/digest.ts';
import type { Layer } from './layer.ts';

/** The JSON that makes an OCI image of a layer. Pure: the same layer and annotations give the same bytes. */

type Blob = { readonly digest: string; readonly bytes: number; readonly text: string };

export type Image = {
  readonly layer: Layer;
  readonly config: Blob;
  readonly manifest: Blob;
  /** What the registry stores: manifest, config and layer. */
  readonly bytes: number;
};

const MEDIA_TYPES = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};
/** The name of the only image in a layout. */
export const LAYOUT_NAME = 'artifact';

/**
 * An image of one layer. Its configuration depends on the layer alone, so that a push of unchanged files uploads no
 * blob. The platform is one that doco-cd and Docker accept everywhere; nothing in the image is executed.
 */
export function buildImage(layer: Layer, annotations: Readonly<Record<string, string>>): Image {
  const config = blob({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: [layer.diffId] },
    history: [{ created_by: 'oci-webhook-action push' }],
  });
  const manifest = blob({
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.manifest,
    config: { mediaType: MEDIA_TYPES.config, digest: config.digest, size: config.bytes },
    layers: [{ mediaType: MEDIA_TYPES.layer, digest: layer.digest, size: layer.bytes }],
    annotations,
  });
  return { layer, config, manifest, bytes: layer.bytes + config.bytes + manifest.bytes };
}

/** The `index.json` of a layout that holds only `image`. */
export function buildIndex({ manifest }: Image): string {
  const { digest, bytes } = manifest;
  const annotations = { 'org.opencontainers.image.ref.name': LAYOUT_NAME };
  return JSON.stringify({
    schemaVersion: 2,
    manifests: [{ mediaType: MEDIA_TYPES.manifest, digest, size: bytes, annotations }],
  });
}

function blob(content: unknown): Blob {
  const text = JSON.stringify(content);
  return { text, bytes: Buffer.byteLength(text), digest: sha256Digest(text) };
}
