import { type Artifact, nameArtifact } from '../oci/artifact.ts';
import { formatReference, type Reference } from '../oci/reference.ts';
import type { Skip } from '../receivers/types.ts';
import type { Inspect, Inspected } from '../registry/inspect.ts';
import { InputError } from '../util/errors.ts';
import { retryTransient } from '../util/retry-transient.ts';
import { monotonicMs, sleep } from '../util/time.ts';
import type { Selection } from './select.ts';

/** Asks the registry for missing digests, and for `verify` whether tags still point at their digests, and digests are there. */

type ResolveOptions = {
  /** Whether artifacts without a digest get the one that their tag points at. */
  readonly needsDigest: boolean;
  /** Whether tags must still point at their digests, and digests without a tag must be there. */
  readonly verify: boolean;
  /** How long to wait for tags that are not there yet, all artifacts together. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly inspect: Inspect;
  readonly log: (line: string) => void;
};

/** How often to ask a registry that cannot be reached, whatever the deadline. */
const ATTEMPTS = 3;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/**
 * Distribution announces a manifest before it moves the tag (handlers/manifests.go), so for a moment the tag still points at
 * the older one. Only a tag that stays elsewhere for longer has moved on.
 */
const SETTLE_MS = 3_000;

/** Whether the registry has to be asked about the artifact. */
function needsRegistry({ digest }: Artifact, { needsDigest, verify }: ResolveOptions): boolean {
  return verify || (digest === undefined && needsDigest);
}

/**
 * The artifacts with every digest that is needed. Those whose tag has moved on are skipped as superseded.
 * @throws InputError that says what to do when the registry does not give the answer.
 */
export async function resolveDigests(artifacts: readonly Artifact[], options: ResolveOptions): Promise<Selection> {
  const resolved: Artifact[] = [];
  const skips: Skip[] = [];
  const endMs = monotonicMs() + options.deadlineMs;
  const settledMs = Math.min(monotonicMs() + SETTLE_MS, endMs);
  for (const artifact of artifacts) {
    if (!needsRegistry(artifact, options)) resolved.push(artifact);
    else if (artifact.digest === undefined) resolved.push(await lookUpDigest(artifact, endMs, options));
    else if (!artifact.digest.startsWith('sha256:')) {
      throw new InputError(
        `verify: the digest of ${nameArtifact(artifact)} is ${artifact.digest}, and only sha256 can be compared with what the registry has; remove verify`,
      );
    } else {
      const tagged = { ...artifact, digest: artifact.digest };
      const now = await awaitTag(tagged, { settledMs, endMs }, options);
      if (now.digest === artifact.digest) resolved.push(artifact);
      else {
        await refuseWrongDigest(tagged, now, options);
        skips.push({
          reason: 'superseded',
          detail: `${nameArtifact(artifact)} now points at ${now.digest}: whatever was pushed since sends its own message`,
        });
      }
    }
  }
  return { artifacts: resolved, skips };
}

/** The artifact with the digest that its tag points at. With `verify`, a tag that is not there yet is waited for. */
async function lookUpDigest(artifact: Artifact, endMs: number, options: ResolveOptions): Promise<Artifact> {
  const name = nameArtifact(artifact);
  const answer = await askUntil(artifact, ({ kind }) => (kind === 'absent' && options.verify ? endMs : 0), options);
  if (answer.kind === 'found') {
    options.log(`the registry has ${answer.digest} as ${name}`);
    return { ...artifact, digest: answer.digest };
  }
  throw answer.kind === 'absent'
    ? new InputError(
        `${name} is not in its registry, so its digest cannot be looked up; check the tag, or notify after the push: ${answer.serverMessage}`,
      )
    : new InputError(
        `digest is empty, and looking up ${name} failed: ${describe(answer)}; ${options.verify ? 'remove verify and set the digest input' : 'set the digest input'}, and nothing has to be looked up`,
      );
}

/** An artifact whose digest is known. */
type Pinned = Artifact & { readonly digest: string };

/**
 * Checks that a digest which the tag does not point at is an older one, and not a mistake.
 * @throws InputError when the digest is only a part of what the tag points at, or not in the repository at all.
 */
async function refuseWrongDigest(artifact: Pinned, now: Found, options: ResolveOptions): Promise<void> {
  const { host, path, digest } = artifact;
  const name = nameArtifact(artifact);
  if (now.parts.includes(digest)) {
    throw new InputError(
      `verify: ${digest} is only a part of the multi-platform image that ${name} points at; set digest to that of the index, ${now.digest}`,
    );
  }
  const answer = await ask({ host, path, digest }, options);
  if (answer.kind === 'found') return;
  throw answer.kind === 'absent'
    ? absentDigest(artifact, `, and ${name} points at ${now.digest}`)
    : failedCheck(formatReference({ host, path, digest }), answer);
}

function absentDigest({ host, path, digest }: Pinned, details: string): InputError {
  return new InputError(
    `verify: ${digest} is not in the repository ${formatReference({ host, path })}${details}; is it the image ID? Set digest to what docker push prints, or to the digest output of the build action`,
  );
}

function failedCheck(name: string, answer: Exclude<Inspected, { readonly kind: 'found' }>): InputError {
  return new InputError(
    `verify: checking ${name} failed: ${describe(answer)}; make the registry reachable from this runner, or remove verify`,
  );
}

type Found = Extract<Inspected, { readonly kind: 'found' }>;

/**
 * What the tag points at: the artifact's digest as soon as it does, another one when tags must have settled. Without a tag, the
 * digest itself as soon as it is there.
 */
async function awaitTag(
  artifact: Pinned,
  { settledMs, endMs }: { readonly settledMs: number; readonly endMs: number },
  options: ResolveOptions,
): Promise<Found> {
  const name = nameArtifact(artifact);
  const retryUntilMs = (answer: Inspected) => {
    if (answer.kind === 'found') return answer.digest === artifact.digest ? 0 : settledMs;
    return answer.kind === 'absent' ? endMs : 0;
  };
  const answer = await askUntil(artifact, retryUntilMs, options);
  if (answer.kind === 'found') return answer;
  if (answer.kind !== 'absent') throw failedCheck(name, answer);
  if (artifact.tag === undefined) throw absentDigest(artifact, ` (${answer.serverMessage})`);
  throw new InputError(
    `verify: ${name} is still not in its registry after ${options.deadlineMs / 1000} s (${answer.serverMessage}); raise deadline if it takes longer to appear`,
  );
}

/** Asks, with growing pauses, until the time is over that `retryUntilMs` gives for the last answer. */
async function askUntil(
  artifact: Artifact,
  retryUntilMs: (answer: Inspected) => number,
  options: ResolveOptions,
): Promise<Inspected> {
  const place =
    artifact.digest === undefined || artifact.tag === undefined ? 'in its registry' : `at ${artifact.digest}`;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    const { host, path, tag, digest } = artifact;
    const answer = await ask(tag === undefined ? { host, path, digest } : { host, path, tag }, options);
    const leftMs = retryUntilMs(answer) - monotonicMs();
    if (leftMs <= 0) return answer;
    const pauseMs = Math.ceil(Math.min(waitMs, leftMs));
    options.log(`${nameArtifact(artifact)} is not ${place} yet, asking again in ${pauseMs} ms`);
    await sleep(pauseMs, options.signal);
  }
}

async function ask(reference: Reference, { inspect, signal }: ResolveOptions): Promise<Inspected> {
  const cancelled = () => new InputError(`cancelled while looking up ${formatReference(reference)}`);
  if (signal.aborted) throw cancelled();
  const answer = await retryTransient(() => inspect(reference, signal), {
    isTransient: ({ kind }) => kind === 'unreachable',
    attempts: ATTEMPTS,
    waitMs: (attempt) => FIRST_WAIT_MS * 2 ** attempt,
    signal,
  });
  if (signal.aborted) throw cancelled();
  return answer;
}

function describe(answer: Exclude<Inspected, { readonly kind: 'found' }>): string {
  if (answer.kind === 'no-tool') {
    return 'there is no skopeo, docker buildx, crane or oras on this runner; install skopeo (apt-get install skopeo)';
  }
  return answer.kind === 'refused' ? `${answer.serverMessage} (${answer.hint})` : answer.serverMessage;
}
