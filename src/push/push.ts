import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { InputError } from '../util/errors.ts';
import { runTool } from '../util/exec.ts';
import { info, warning } from '../util/log.ts';
import { formatBytes, grouped, plural, quote } from '../util/text.ts';
import { monotonicMs } from '../util/time.ts';
import { type Checked, checkDirectory } from './check/directory.ts';
import { type PushInputs, readPushInputs } from './inputs.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import { buildAnnotations, sourceDate } from './pack/annotations.ts';
import { buildImage, type Image } from './pack/image.ts';
import { pack } from './pack/layer.ts';
import { finishLayout, startLayout } from './pack/layout.ts';
import type { PackProgress } from './pack/tar.ts';
import { findSkopeo } from './skopeo.ts';
import { uploadAll } from './upload.ts';

const PROGRESS_MS = 5_000;
const HEARTBEAT_MS = 15_000;
const STALLED_MS = 300_000;
const GIT_TIMEOUT_MS = 10_000;
/**
 * Anybody may have written the directory, and files in it can make it a repository. git fetches a missing object with a command
 * that the repository names. Older versions obey only the second variable.
 */
const NO_FETCH = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * The whole step: check, pack, upload. Nothing stays on the disk, however it ends.
 * @throws InputError for mistakes of the user.
 */
export async function push(environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<PushOutcome> {
  const inputs = readPushInputs(environment);
  sourceDate(environment);
  const repository = basename(inputs.destinations[0]?.path ?? '');
  const checked = checkDirectory(inputs.path, { target: inputs.target, repository });
  for (const text of checked.warnings) warning(text);
  if (inputs.insecureRegistry) {
    warning('insecure-registry is on: anyone on the way can read the login and replace what is pushed');
  }

  const over = new AbortController();
  const running = AbortSignal.any([signal, over.signal]);
  const skopeo = inputs.dryRun
    ? undefined
    : await findSkopeo(environment, {
        insecure: inputs.insecureRegistry,
        stalledMs: STALLED_MS,
        signal: running,
        onLine: info,
      });
  // Asked while packing: what the tags have now. If it is this digest, nothing is uploaded.
  const before = Promise.all(skopeo === undefined ? [] : inputs.destinations.map(skopeo.digest));
  const temporary = environment.RUNNER_TEMP || tmpdir();
  let directory: string | undefined;
  try {
    directory = await makeDirectory(temporary);
    const image = await packInto(directory, { environment, inputs, checked, signal });
    info(`Packed ${plural(countFiles(checked), 'file')} into ${formatBytes(image.bytes)}: ${image.manifest.digest}`);
    if (skopeo === undefined) return { kind: 'dry-run', inputs, checked, image };
    const { digest } = image.manifest;
    const uploading = uploadAll({ ...inputs, skopeo, layout: directory, digest, before: await before, signal });
    return { kind: 'pushed', inputs, checked, image, uploads: await withHeartbeat(uploading) };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!DISK_FULL.has(code)) throw error;
    throw new InputError(
      `The disk is full (${message}). Packing needs room for the compressed files in ${temporary}: free some, or leave files out with .ociignore`,
      { cause: error },
    );
  } finally {
    over.abort();
    await before;
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
  }
}

async function makeDirectory(parent: string): Promise<string> {
  try {
    return await mkdtemp(join(parent, 'oci-webhook-push-'));
  } catch (cause) {
    throw new InputError(`RUNNER_TEMP: nothing can be written to ${quote(parent)}: ${(cause as Error).message}`, {
      cause,
    });
  }
}

type Job = {
  readonly environment: NodeJS.ProcessEnv;
  readonly inputs: PushInputs;
  readonly checked: Checked;
  readonly signal: AbortSignal;
};

/** Writes the image of a checked directory as an OCI layout into `directory`. */
async function packInto(directory: string, { environment, inputs, checked, signal }: Job): Promise<Image> {
  const date = sourceDate(environment);
  const file = await startLayout(directory);
  const layer = await pack({ ...checked, mtime: date ?? new Date(0), file, signal, onProgress: progressOf(checked) });
  const annotations = buildAnnotations(environment, {
    created: date ?? (await commitDate(checked.root, environment, signal)),
    title: basename(inputs.destinations[0]?.path ?? ''),
    own: inputs.annotations,
  });
  const image = buildImage(layer, annotations);
  await finishLayout(directory, image);
  return image;
}

/** Logs how far packing has come, at most every few seconds. */
function progressOf(checked: Checked): (progress: Readonly<PackProgress>) => void {
  let loggedMs = monotonicMs();
  const all = `of ${plural(countFiles(checked), 'file')}`;
  return (progress) => {
    if (monotonicMs() - loggedMs < PROGRESS_MS) return;
    loggedMs = monotonicMs();
    info(`packed ${grouped(progress.files)} ${all}, ${formatBytes(progress.bytes)} of ${formatBytes(checked.bytes)}`);
  };
}

/** skopeo says nothing while a large layer is on its way. */
async function withHeartbeat<Result>(work: Promise<Result>): Promise<Result> {
  const startedMs = monotonicMs();
  const beat = () => info(`still pushing after ${Math.round((monotonicMs() - startedMs) / 1000)} s`);
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  try {
    return await work;
  } finally {
    clearInterval(heartbeat);
  }
}

/** When the commit that is being built was made. 1970 where git does not know it, so that the digest never depends on the clock. */
async function commitDate(root: string, { GITHUB_SHA: sha }: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Date> {
  if (!/^[0-9a-f]{40,64}$/.test(sha ?? '')) return new Date(0);
  // Who owns it does not matter (containers map users): reading an object this way runs nothing that the repository configures.
  const trust = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit'];
  const commit = await runTool('git', [...trust, '-C', root, 'cat-file', 'commit', sha ?? ''], {
    env: NO_FETCH,
    signal: AbortSignal.any([signal, AbortSignal.timeout(GIT_TIMEOUT_MS)]),
  });
  const seconds = /^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(commit.stdout)?.[1];
  return new Date(commit.exitCode === 0 ? Number(seconds ?? 0) * 1000 : 0);
}
