import { backoffMs } from '../delivery/retry.ts';
import { sha256Digest } from '../oci/digest.ts';
import { formatReference } from '../oci/reference.ts';
import { info } from '../util/log.ts';
import { retryTransient } from '../util/retry-transient.ts';
import { monotonicMs } from '../util/time.ts';
import { hintFor, isTransient } from './hints.ts';
import type { Destination } from './inputs.ts';
import { LAYOUT_NAME } from './pack/image.ts';
import type { Found, Skopeo, SkopeoFailure } from './skopeo.ts';

/** How long an answer of the registry counts as what it has now. */
const ANSWER_COUNTS_MS = 5_000;

/** What became of one tag. */
export type Upload =
  /** `unchanged`: the tag had the digest already, and nothing was uploaded. */
  | { readonly kind: 'pushed' | 'unchanged'; readonly destination: Destination }
  | {
      readonly kind: 'failed';
      readonly destination: Destination;
      readonly serverMessage: string;
      readonly hint?: string | undefined;
    }
  /** Another tag of the repository failed before. */
  | { readonly kind: 'not-tried'; readonly destination: Destination };

type UploadOptions = {
  readonly skopeo: Skopeo;
  readonly layout: string;
  readonly digest: string;
  readonly destinations: readonly Destination[];
  /** The digest that the registry had under each destination before, where it is known. */
  readonly before: readonly (string | undefined)[];
  /** When it was asked for that. */
  readonly askedMs: number;
  readonly retries: number;
  readonly signal: AbortSignal;
};

/**
 * Uploads the image in `layout` to every destination, one after the other, and asks the registry afterwards what it has.
 * @throws the reason of `signal` when it is aborted.
 */
export async function uploadAll(options: UploadOptions): Promise<readonly Upload[]> {
  const uploads: Upload[] = [];
  for (const [index, destination] of options.destinations.entries()) {
    if (uploads.some(({ kind }) => kind === 'failed')) uploads.push({ kind: 'not-tried', destination });
    else if (options.before[index] === options.digest && (await isStill(destination, options))) {
      info(`${formatReference(destination)} has this digest already`);
      uploads.push({ kind: 'unchanged', destination });
    } else uploads.push(await upload(destination, options));
  }
  return uploads;
}

/** What the registry said a moment ago still counts. While a large directory was packed, somebody else may have pushed. */
async function isStill(destination: Destination, { skopeo, digest, askedMs }: UploadOptions): Promise<boolean> {
  if (monotonicMs() - askedMs < ANSWER_COUNTS_MS) return true;
  return compareDigests(await skopeo.manifest(destination), digest).kind === 'same';
}

async function upload(destination: Destination, options: UploadOptions): Promise<Upload> {
  const { skopeo, layout, digest } = options;
  const name = formatReference(destination);
  info(`Pushing ${name}`);
  const copy = () => skopeo.copy({ layout, name: LAYOUT_NAME, destination, onLine: info });
  // Only a question tells what the registry has: it may accept a manifest and keep another, or somebody else's push.
  const compare = async () => compareDigests(await skopeo.manifest(destination), digest);
  const copied = await persist(copy, options);
  const failed = copied.kind === 'failed' ? copied : await persist(compare, options);
  if (failed.kind !== 'failed') {
    info(`Pushed ${name} (${digest})`);
    return { kind: 'pushed', destination };
  }
  const { serverMessage } = failed;
  return { kind: 'failed', destination, serverMessage, hint: hintFor(serverMessage, destination.host) };
}

function compareDigests(found: Found | SkopeoFailure, digest: string): { readonly kind: 'same' } | SkopeoFailure {
  if (found.kind === 'failed')
    return { ...found, serverMessage: `pushed, but the registry does not show it: ${found.serverMessage}` };
  const now = sha256Digest(found.manifest);
  if (now === digest) return { kind: 'same' };
  const serverMessage = `pushed ${digest}, but the tag has ${now}: somebody else pushed it at the same time`;
  return { kind: 'failed', serverMessage };
}

/** Repeats `action` until it succeeds, its failure is final, or it was repeated as often as the `retries` input allows. */
async function persist<Success extends { readonly kind: string }>(
  action: () => Promise<Success | SkopeoFailure>,
  { retries, signal }: UploadOptions,
): Promise<Success | SkopeoFailure> {
  const isFailure = (result: Success | SkopeoFailure): result is SkopeoFailure => result.kind === 'failed';
  const result = await retryTransient(action, {
    isTransient: (result) => isFailure(result) && isTransient(result.serverMessage),
    attempts: retries + 1,
    // The same waits as between deliveries.
    waitMs: (attempts) => backoffMs({ attempts, elapsedMs: 0, random: Math.random() }),
    signal,
    onRetry: (result, attempt, waitMs) => {
      const message = isFailure(result) ? result.serverMessage : '';
      info(`attempt ${attempt} of ${retries + 1}: ${message}, next in ${(waitMs / 1000).toFixed(1)} s`);
    },
  });
  signal.throwIfAborted();
  return result;
}
