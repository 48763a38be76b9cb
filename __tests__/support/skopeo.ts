import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';

type Descriptor = { readonly mediaType: string; readonly digest: string; readonly size: number };

type PushOptions = {
  /** What makes this image differ from another. */
  readonly content?: string;
  /** One manifest per platform below an index; a single manifest without. */
  readonly architectures?: readonly string[];
  readonly credentials?: string;
};

/**
 * Pushes a small image to a plain-http registry with skopeo, and returns the digest of its manifest, or of its index.
 * The layout it is copied from is written here, so that the digest is known without asking anybody.
 */
export async function pushImage(references: readonly string[], options: PushOptions = {}): Promise<string> {
  const { content = 'one', architectures, credentials } = options;
  const directory = await mkdtemp(join(tmpdir(), 'oci-webhook-layout-'));
  try {
    await mkdir(join(directory, 'blobs/sha256'), { recursive: true });
    const blob = async (mediaType: string, bytes: string | Uint8Array): Promise<Descriptor> => {
      const hex = createHash('sha256').update(bytes).digest('hex');
      await writeFile(join(directory, 'blobs/sha256', hex), bytes);
      return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(bytes) };
    };
    const manifest = async (architecture: string) => {
      const rootfs = { type: 'layers', diff_ids: [`sha256:${createHash('sha256').update(content).digest('hex')}`] };
      const config = await blob(CONFIG, JSON.stringify({ architecture, os: 'linux', rootfs }));
      const layers = [await blob(LAYER, gzipSync(content))];
      return blob(MANIFEST, JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, config, layers }));
    };
    const root =
      architectures === undefined ? await manifest('amd64') : await blob(INDEX, await index(architectures, manifest));
    const named = { ...root, annotations: { 'org.opencontainers.image.ref.name': 'pushed' } };
    await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    await writeFile(join(directory, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [named] }));
    for (const reference of references) {
      const login = credentials === undefined ? [] : ['--dest-creds', credentials];
      await skopeo(
        'copy',
        '--all',
        '--preserve-digests',
        '--dest-tls-verify=false',
        ...login,
        `oci:${directory}:pushed`,
        `docker://${reference}`,
      );
    }
    return root.digest;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function index(
  architectures: readonly string[],
  manifest: (architecture: string) => Promise<Descriptor>,
): Promise<string> {
  const manifests = [];
  for (const architecture of architectures) {
    manifests.push({ ...(await manifest(architecture)), platform: { architecture, os: 'linux' } });
  }
  return JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests });
}

/** Runs the real skopeo, with no signature policy of the machine in the way, and returns what it prints. */
export async function skopeo(...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('skopeo', ['--insecure-policy', ...args]);
    return stdout;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('skopeo is not installed, these tests need it: apt-get install skopeo', { cause });
    }
    throw cause;
  }
}
