import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createRegistry } from '../registry/client.ts';
import { InputError } from '../util/errors.ts';
import { info, warning } from '../util/log.ts';
import { formatBytes, plural, quote } from '../util/text.ts';
import { type Checked, checkDirectory } from './check/directory.ts';
import { commitDate } from './commit-date.ts';
import type { PushInputs } from './inputs.ts';
import { countFiles, type PushOutcome, type PushSoFar } from './outcome.ts';
import { buildAnnotations, sourceDate } from './pack/annotations.ts';
import { buildImage, type Image } from './pack/image.ts';
import { pack } from './pack/layer.ts';
import { finishLayout, startLayout } from './pack/layout.ts';
import { progressOf, startHeartbeat } from './progress.ts';
import { findSkopeo, missingSkopeo } from './skopeo.ts';
import { uploadAll } from './upload.ts';

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

type PushStep = {
  readonly inputs: PushInputs;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly soFar: PushSoFar;
};

/**
 * The whole step: check, pack, upload. Nothing stays on the disk, however the process ends, SIGKILL apart.
 * @throws InputError for mistakes of the user.
 */
export async function push(step: PushStep): Promise<PushOutcome> {
  const { inputs, environment, signal, soFar } = step;
  const copy = inputs.dryRun ? undefined : findSkopeo();
  const temporary = environment.RUNNER_TEMP || tmpdir();
  const heartbeat = startHeartbeat();
  try {
    sourceDate(environment);
    const checked = await checkDirectory(inputs.path, inputs.target, signal);
    for (const message of checked.warnings) warning(message);
    if (inputs.insecureRegistry) {
      warning('insecure-registry is on: anyone on the way can read the login and replace what is pushed');
    }
    if (!inputs.dryRun && copy === undefined) throw missingSkopeo(environment);
    const layout = makeDirectory(temporary);
    const image = await buildLayout(layout, checked, step);
    info(`Packed ${plural(countFiles(checked), 'file')} into ${formatBytes(image.bytes)}: ${image.manifest.digest}`);
    if (copy === undefined) return { kind: 'dry-run', inputs, checked, image };
    heartbeat.waitingFor('the registry');
    const registry = createRegistry({ environment, insecure: inputs.insecureRegistry, signal });
    soFar.packed = { inputs, checked, image };
    const uploads = await uploadAll({ inputs, copy, registry, layout, image, signal, uploads: soFar.uploads });
    return { kind: 'pushed', inputs, checked, image, uploads, isCancelled: signal.aborted };
  } catch (error) {
    if (signal.aborted && soFar.packed === undefined) return { kind: 'cancelled' };
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!DISK_FULL.has(code)) throw error;
    throw new InputError(
      `The disk is full (${message}): the packed layer is written to ${quote(temporary)} (RUNNER_TEMP); free some`,
      { cause: error },
    );
  } finally {
    heartbeat.stop();
  }
}

/** A new directory below `parent`, which goes with the process. */
function makeDirectory(parent: string): string {
  // skopeo takes the rest of the path for a tag.
  if (parent.replace(/^[a-z]:/i, '').includes(':')) {
    throw new InputError(`RUNNER_TEMP: ${quote(parent)} has a ":", which skopeo cannot use; set it to a path without`);
  }
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
  const layer = await pack({ ...checked, mtime: date ?? new Date(0), file, signal, onProgress: progressOf(checked) });
  const annotations = buildAnnotations(environment, {
    created: await created,
    title: basename(inputs.destinations[0]?.path ?? ''),
    own: inputs.annotations,
  });
  const image = buildImage(layer, annotations);
  finishLayout(directory, image);
  return image;
}
