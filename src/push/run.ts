import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { InputError } from '../input-error.ts';
import type { Environment } from '../input-values.ts';
import { say, warn } from '../log.ts';
import { runTool } from '../process.ts';
import { quote } from '../reference.ts';
import { buildAnnotations, sourceDate } from './annotations.ts';
import { type Checked, checkDirectory } from './check.ts';
import { buildImage, type Image } from './image.ts';
import { type PushInputs, readPushInputs } from './inputs.ts';
import { finishLayout, startLayout } from './layout.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import { pack } from './pack.ts';
import { push } from './push.ts';
import { findSkopeo } from './skopeo.ts';
import type { Progress } from './tar.ts';
import { bytesInWords, counted } from './words.ts';

const PROGRESS_MS = 5_000;
const HEARTBEAT_MS = 15_000;
const GIT_TIMEOUT_MS = 10_000;
/**
 * The directory may be anybody's, and files in it may make it a repository. git fetches an object that is missing, by a
 * command that the repository names: older versions obey only the second.
 */
const NO_FETCH = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Runs the step: check, pack, push. Nothing stays on the disk, however it ends.
 * @throws InputError for mistakes of the user.
 */
export async function run(
  environment: Environment,
  { signal }: { readonly signal: AbortSignal },
): Promise<PushOutcome> {
  const inputs = readPushInputs(environment);
  sourceDate(environment);
  const checked = checkDirectory(inputs.path, inputs.target);
  for (const words of checked.warnings) warn(words);
  if (inputs.insecureRegistry) {
    warn('insecure-registry is on: anyone on the way can read the login and replace what is pushed');
  }

  const over = new AbortController();
  const running = AbortSignal.any([signal, over.signal]);
  const skopeo = inputs.dryRun
    ? undefined
    : await findSkopeo(environment, { insecure: inputs.insecureRegistry, signal: running, onLine: say });
  // Asked while packing: what the tags have now. If it is this digest, nothing is pushed.
  const before = Promise.all(skopeo === undefined ? [] : inputs.destinations.map(skopeo.digest));
  const temporary = environment.RUNNER_TEMP || tmpdir();
  let directory: string | undefined;
  try {
    directory = await makeDirectory(temporary);
    const image = await packInto(directory, { environment, inputs, checked, signal });
    say(`Packed ${counted(countFiles(checked), 'file')} into ${bytesInWords(image.bytes)}: ${image.manifest.digest}`);
    if (skopeo === undefined) return { kind: 'dry-run', inputs, checked, image };
    const pushing = {
      ...inputs,
      skopeo,
      layout: directory,
      digest: image.manifest.digest,
      before: await before,
      signal,
    };
    return { kind: 'pushed', inputs, checked, image, pushes: await withHeartbeat(push(pushing)) };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!NO_ROOM.has(code)) throw error;
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
  readonly environment: Environment;
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

/** Says how far packing has come, at most every few seconds. */
function progressOf(checked: Checked): (progress: Readonly<Progress>) => void {
  let saidMs = performance.now();
  const all = `of ${counted(countFiles(checked), 'file')}`;
  return (progress) => {
    if (performance.now() - saidMs < PROGRESS_MS) return;
    saidMs = performance.now();
    const done = progress.files.toLocaleString('en');
    say(`packed ${done} ${all}, ${bytesInWords(progress.bytes)} of ${bytesInWords(checked.bytes)}`);
  };
}

/** skopeo says nothing while a large layer is on its way. */
async function withHeartbeat<Result>(work: Promise<Result>): Promise<Result> {
  const startedMs = performance.now();
  const beat = () => say(`still pushing after ${Math.round((performance.now() - startedMs) / 1000)} s`);
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  try {
    return await work;
  } finally {
    clearInterval(heartbeat);
  }
}

/** When the commit that is being built was made; 1970 where git does not know it, so that the digest never follows the clock. */
async function commitDate(root: string, { GITHUB_SHA: sha }: Environment, signal: AbortSignal): Promise<Date> {
  if (!/^[0-9a-f]{40,64}$/.test(sha ?? '')) return new Date(0);
  // Its owner does not matter (containers map users): read so, an object runs nothing that the repository could configure.
  const trust = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit'];
  const commit = await runTool('git', [...trust, '-C', root, 'cat-file', 'commit', sha ?? ''], {
    env: NO_FETCH,
    signal: AbortSignal.any([signal, AbortSignal.timeout(GIT_TIMEOUT_MS)]),
  });
  const seconds = /^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(commit.stdout)?.[1];
  return new Date(commit.exitCode === 0 ? Number(seconds ?? 0) * 1000 : 0);
}
