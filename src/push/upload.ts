import { backoffMs } from '../delivery/retry.ts';
import { formatReference } from '../oci/reference.ts';
import type { Registry } from '../registry/types.ts';
import { info } from '../util/log.ts';
import { retryTransient } from '../util/retry-transient.ts';
import type { Destination, PushInputs } from './inputs.ts';
import { type Image, LAYOUT_NAME } from './pack/image.ts';
import type { Copy } from './skopeo.ts';
import { hintFor, isTransient } from './skopeo-hints.ts';

/** What became of one tag. */
export type Upload =
  /** `unchanged`: the tag had the digest already, and nothing was uploaded. */
  | { readonly kind: 'pushed' | 'unchanged'; readonly destination: Destination }
  | {
      readonly kind: 'failed';
      readonly destination: Destination;
      readonly message: string;
      readonly hint?: string | undefined;
      /** Whether the tag may have the digest all the same. */
      readonly inDoubt: boolean;
    }
  /** The step was cancelled while this tag was pushed: it may have the digest. */
  | { readonly kind: 'in-doubt'; readonly destination: Destination }
  /** Another tag of the repository failed before, or the step was cancelled. */
  | { readonly kind: 'not-tried'; readonly destination: Destination };

/** Whether the registry has the artifact under this tag. */
export function isThere({ kind }: Upload): boolean {
  return kind === 'pushed' || kind === 'unchanged';
}

/** Whether nobody knows if it has. */
export function isInDoubt(upload: Upload): boolean {
  return upload.kind === 'in-doubt' || (upload.kind === 'failed' && upload.inDoubt);
}

type UploadOptions = {
  readonly inputs: Pick<PushInputs, 'destinations' | 'retries' | 'insecureRegistry'>;
  readonly copy: Copy;
  readonly registry: Pick<Registry, 'manifest'>;
  readonly layout: string;
  readonly image: Image;
  readonly signal: AbortSignal;
  /** What became of each tag, filled as they end. */
  readonly uploads: Upload[];
};

type Failure = {
  readonly kind: 'failed';
  readonly message: string;
  readonly hint?: string | undefined;
  readonly isTransient: boolean;
};

/** What the registry has under a tag: this digest, another one, none, or that is not known. */
type Shown = { readonly kind: 'same' } | (Failure & { readonly isKnown: boolean });

/**
 * Uploads the image in `layout` to every destination, one after the other, unless the registry has it there already.
 */
export async function uploadAll(options: UploadOptions): Promise<readonly Upload[]> {
  const { uploads } = options;
  for (const destination of options.inputs.destinations) {
    const isOver = options.signal.aborted || uploads.some(({ kind }) => kind === 'failed');
    uploads.push(isOver ? { kind: 'not-tried', destination } : await upload(destination, options));
  }
  return uploads;
}

async function upload(destination: Destination, options: UploadOptions): Promise<Upload> {
  const { copy, layout, image, inputs, signal } = options;
  const name = formatReference(destination);
  if ((await show(destination, options)).kind === 'same') {
    info(`${name} has this digest already`);
    return { kind: 'unchanged', destination };
  }
  if (signal.aborted) return { kind: 'not-tried', destination };
  info(`Pushing ${name}`);
  const { insecureRegistry: insecure } = inputs;
  const copyOnce = async () => {
    const copied = await copy({
      layout,
      name: LAYOUT_NAME,
      bytes: image.bytes,
      destination,
      insecure,
      signal,
      onLine: info,
    });
    return copied.kind === 'done' ? copied : { ...copied, isTransient: isTransient(copied.message) };
  };
  const copied = await persist(copyOnce, options);
  // Only the registry knows what it has: it may take a manifest and keep another, or have taken one though its answer
  // was lost.
  const ask = () => show(destination, options);
  const shown = copied.kind === 'done' && !signal.aborted ? await persist(ask, options) : await ask();
  if (shown.kind === 'same') {
    info(`Pushed ${name} (${image.manifest.digest})`);
    return { kind: 'pushed', destination };
  }
  if (signal.aborted) return { kind: 'in-doubt', destination };
  if (copied.kind === 'done') {
    const { message, hint, isKnown } = shown;
    return { kind: 'failed', destination, message: `pushed, but ${message}`, hint, inDoubt: !isKnown };
  }
  const { message } = copied;
  const hint = hintFor(message, destination.host);
  return { kind: 'failed', destination, message, hint, inDoubt: copied.isTransient && !shown.isKnown };
}

async function show(destination: Destination, { registry, image }: UploadOptions): Promise<Shown> {
  const found = await registry.manifest(destination);
  if (found.kind === 'found') {
    if (found.digest === image.manifest.digest) return { kind: 'same' };
    const message = `the tag has ${found.digest}, not ${image.manifest.digest}: somebody else pushed it at the same time`;
    return { kind: 'failed', message, isTransient: false, isKnown: true };
  }
  const { kind, message, hint } = found;
  const isAbsent = kind === 'absent'; // Some registries show what they took a moment later.
  const shown = `the registry does not show it: ${message}`;
  return { kind: 'failed', message: shown, hint, isTransient: found.isTransient || isAbsent, isKnown: isAbsent };
}

/**
 * Repeats `action` until it succeeds, its failure is final, or it was repeated as often as the `retries` input allows.
 */
function persist<Result extends { readonly kind: string } | Failure>(
  action: () => Promise<Result>,
  { inputs: { retries }, signal }: UploadOptions,
): Promise<Result> {
  const isFailure = (result: Result): result is Result & Failure => result.kind === 'failed';
  return retryTransient(action, {
    isTransient: (result) => isFailure(result) && result.isTransient,
    attempts: retries + 1,
    // The same waits as between deliveries.
    waitMs: (attempts) => backoffMs({ attempts, elapsedMs: 0, isUnsent: false, random: Math.random() }),
    signal,
    onRetry: (result, attempt, waitMs) => {
      const message = isFailure(result) ? result.message : '';
      info(`attempt ${attempt} of ${retries + 1}: ${message}, next in ${(waitMs / 1000).toFixed(1)} s`);
    },
  });
}
