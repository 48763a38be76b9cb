import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sha256Digest } from '../oci/digest.ts';
import { InputError } from '../util/errors.ts';
import { info, warning } from '../util/log.ts';
import { formatBytes, plural, quote } from '../util/text.ts';
import { type Checked, checkDirectory } from './check/directory.ts';
import { commitDate } from './commit-date.ts';
import type { PushInputs } from './inputs.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import { buildAnnotations, sourceDate } from './pack/annotations.ts';
import { buildImage, type Image } from './pack/image.ts';
import { type Layer, type Packing, pack } from './pack/layer.ts';
import { finishLayout, startLayout } from './pack/layout.ts';
import { LEAST_BYTES, reuseLayer } from './pack/reuse.ts';
import { progressOf, startHeartbeat } from './progress.ts';
import { type Asked, missingSkopeo } from './skopeo.ts';
import { uploadAll } from './upload.ts';

/** Fetching a layer may take about as long as compressing one: by bytes of the files. */
const [FETCH_MS, FETCH_BYTES_PER_MS] = [5_000, 50_000];
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

type PushStep = {
  readonly inputs: PushInputs;
  /** Undefined in a dry run, and when skopeo is not installed. */
  readonly registry: Asked | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

/**
 * The whole step: check, pack, upload. Nothing stays on the disk, however the process ends, SIGKILL apart.
 * @throws InputError for mistakes of the user.
 */
export async function push(step: PushStep): Promise<PushOutcome> {
  const { inputs, registry, environment, signal } = step;
  sourceDate(environment);
  const repository = basename(inputs.destinations[0]?.path ?? '');
  const checked = checkDirectory(inputs.path, { target: inputs.target, repository });
  for (const message of checked.warnings) warning(message);
  if (inputs.insecureRegistry) {
    warning('insecure-registry is on: anyone on the way can read the login and replace what is pushed');
  }
  if (!inputs.dryRun && registry === undefined) throw missingSkopeo(environment);

  const temporary = environment.RUNNER_TEMP || tmpdir();
  const layout = makeDirectory(temporary);
  const heartbeat = startHeartbeat();
  try {
    const image = await buildLayout(layout, checked, step);
    info(`Packed ${plural(countFiles(checked), 'file')} into ${formatBytes(image.bytes)}: ${image.manifest.digest}`);
    if (registry === undefined) return { kind: 'dry-run', inputs, checked, image };
    heartbeat.waitingFor('the registry');
    const before = (await registry.before).map((answer) =>
      answer.kind === 'found' ? sha256Digest(answer.manifest) : undefined,
    );
    const { digest } = image.manifest;
    const uploads = await uploadAll({
      ...inputs,
      skopeo: registry.skopeo,
      layout,
      digest,
      before,
      askedMs: registry.askedMs,
      signal,
    });
    return { kind: 'pushed', inputs, checked, image, uploads };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!DISK_FULL.has(code)) throw error;
    throw new InputError(
      `The disk is full (${message}): the packed layer needs up to ${formatBytes(checked.bytes)} in ${quote(temporary)} (RUNNER_TEMP); free some`,
      { cause: error },
    );
  } finally {
    heartbeat.stop();
  }
}

/** A new directory below `parent`, which goes with the process. */
function makeDirectory(parent: string): string {
  try {
    const directory = mkdtempSync(join(parent, 'oci-webhook-push-'));
    process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
    return directory;
  } catch (cause) {
    throw new InputError(`RUNNER_TEMP: nothing can be written to ${quote(parent)} (${(cause as Error).message})`, {
      cause,
    });
  }
}

/** Writes the image of a checked directory as an OCI layout into `directory`. */
async function buildLayout(directory: string, checked: Checked, step: PushStep): Promise<Image> {
  const { inputs, environment, signal } = step;
  const date = sourceDate(environment);
  // git looks for it while the files are packed.
  const created = date ?? commitDate(checked.root, environment, signal);
  const file = startLayout(directory);
  const packing = { ...checked, mtime: date ?? new Date(0), file, signal, onProgress: progressOf(checked, 'packed') };
  const layer = (await findLayer(packing, checked, step)) ?? (await pack(packing));
  const annotations = buildAnnotations(environment, {
    created: await created,
    title: basename(inputs.destinations[0]?.path ?? ''),
    own: inputs.annotations,
  });
  const image = buildImage(layer, annotations);
  finishLayout(directory, image);
  return image;
}

/** The layer of the first tag in the registry, if it holds the same files and that is found out faster than by packing them. */
async function findLayer(packing: Packing, checked: Checked, step: PushStep): Promise<Layer | undefined> {
  const { inputs, registry } = step;
  const [destination] = inputs.destinations;
  if (checked.bytes < LEAST_BYTES || registry === undefined || destination === undefined) return undefined;
  const [answer] = await registry.before;
  if (answer?.kind !== 'found') return undefined;
  const { manifest } = answer;
  const source = { ...destination, tag: undefined, digest: sha256Digest(manifest) };
  const onProgress = progressOf(checked, 'compared');
  const fetch = async (directory: string) => {
    info('The registry may have these files: fetching its layer to compare');
    const fetched = await registry.skopeo.fetch(source, directory, FETCH_MS + checked.bytes / FETCH_BYTES_PER_MS);
    if (fetched.kind === 'failed') {
      info(`The layer could not be fetched, so the files are packed: ${fetched.serverMessage}`);
    }
    return fetched.kind === 'done';
  };
  const layer = await reuseLayer({ ...packing, onProgress }, { manifest, fetch });
  if (layer !== undefined) info('The registry has these files: they need not be compressed');
  return layer;
}
