import { type Artifact, nameArtifact } from './artifact.ts';
import { monotonicMs } from './clock.ts';
import { InputError } from './input-error.ts';
import { formatReference, type Reference } from './reference.ts';
import type { LookUp } from './registry.ts';
import type { Selection } from './select.ts';
import { sleep } from './sleep.ts';

/** Decides what the registry is asked, and what follows from its answers. */

export type ResolveOptions = {
  /** Whether artifacts without a digest get the one that their tag points at. */
  readonly needsDigest: boolean;
  /** Whether tags must still point at their digests. */
  readonly verify: boolean;
  /** How long a tag that is not there yet is waited for, all artifacts together. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly lookUp: (reference: Reference, signal: AbortSignal) => Promise<LookUp>;
  readonly log: (line: string) => void;
};

/** A registry that cannot be reached is asked this often, whatever the deadline. */
const ATTEMPTS = 3;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/**
 * Distribution announces a manifest before it moves the tag (handlers/manifests.go), so for a moment the tag still points
 * at the older one. Only a tag that stays elsewhere for longer has moved on.
 */
const SETTLE_MS = 3_000;

/** Whether the registry has to be asked about it. */
function needsRegistry(
  { tag, digest }: Artifact,
  { needsDigest, verify }: Pick<ResolveOptions, 'needsDigest' | 'verify'>,
): boolean {
  return digest === undefined ? needsDigest || verify : verify && tag !== undefined;
}

/**
 * The artifacts with every digest that is needed; those whose tag has moved on are skipped as superseded.
 * @throws InputError that says what to do when the registry does not give the answer.
 */
export async function resolve(artifacts: readonly Artifact[], options: ResolveOptions): Promise<Selection> {
  const resolved: Artifact[] = [];
  const skips: Selection['skips'][number][] = [];
  const endMs = monotonicMs() + options.deadlineMs;
  const settledMs = Math.min(monotonicMs() + SETTLE_MS, endMs);
  for (const artifact of artifacts) {
    if (!needsRegistry(artifact, options)) {
      if (options.verify) options.log(`${nameArtifact(artifact)} has no tag that could have moved: nothing to verify`);
      resolved.push(artifact);
    } else if (artifact.digest === undefined) resolved.push(await complete(artifact, endMs, options));
    else if (!artifact.digest.startsWith('sha256:')) {
      throw new InputError(
        `verify: the digest of ${nameArtifact(artifact)} is ${artifact.digest}, and only sha256 can be compared with what the registry has; remove verify`,
      );
    } else {
      const now = await awaitTag({ ...artifact, digest: artifact.digest }, { settledMs, endMs }, options);
      if (now === artifact.digest) resolved.push(artifact);
      else
        skips.push({
          reason: 'superseded',
          detail: `${nameArtifact(artifact)} points at ${now} by now: what was pushed since sends its own message; if nothing was, correct digest`,
        });
    }
  }
  return { artifacts: resolved, skips };
}

/** The artifact with the digest that its tag points at; with `verify`, a tag that is not there yet is waited for. */
async function complete(artifact: Artifact, endMs: number, options: ResolveOptions): Promise<Artifact> {
  const name = nameArtifact(artifact);
  if (artifact.tag === undefined) throw new InputError(`${name} has neither tag nor digest: set the digest input`);
  const answer = await askUntil(artifact, ({ kind }) => (kind === 'absent' && options.verify ? endMs : 0), options);
  if (answer.kind === 'found') {
    options.log(`the registry has ${answer.digest} as ${name}`);
    return { ...artifact, digest: answer.digest };
  }
  throw answer.kind === 'absent'
    ? new InputError(
        `${name} is not in its registry, so its digest cannot be looked up; check the tag, or notify after the push: ${answer.words}`,
      )
    : new InputError(
        `digest is empty, and looking up ${name} failed: ${problem(answer)}; ${options.verify ? 'remove verify and set the digest input' : 'set the digest input'} to need no look-up`,
      );
}

/** The digest at which the tag points: the artifact's as soon as it does, another one when tags must have settled. */
async function awaitTag(
  artifact: Artifact & { readonly digest: string },
  { settledMs, endMs }: { readonly settledMs: number; readonly endMs: number },
  options: ResolveOptions,
): Promise<string> {
  const name = nameArtifact(artifact);
  const mayChangeUntilMs = (answer: LookUp) => {
    if (answer.kind === 'found') return answer.digest === artifact.digest ? 0 : settledMs;
    return answer.kind === 'absent' ? endMs : 0;
  };
  const answer = await askUntil(artifact, mayChangeUntilMs, options);
  if (answer.kind === 'found') return answer.digest;
  throw answer.kind === 'absent'
    ? new InputError(
        `verify: ${name} is still not in its registry after ${options.deadlineMs / 1000} s (${answer.words}); raise deadline if it takes longer to appear`,
      )
    : new InputError(`verify: checking ${name} failed: ${problem(answer)}`);
}

/** Asks, with growing pauses, until the time is over within which an answer such as the last may still change. */
async function askUntil(
  artifact: Artifact,
  mayChangeUntilMs: (answer: LookUp) => number,
  options: ResolveOptions,
): Promise<LookUp> {
  const place = artifact.digest === undefined ? 'in its registry' : `at ${artifact.digest}`;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    const answer = await ask(artifact, options);
    const leftMs = mayChangeUntilMs(answer) - monotonicMs();
    if (leftMs <= 0) return answer;
    const pauseMs = Math.ceil(Math.min(waitMs, leftMs));
    options.log(`${nameArtifact(artifact)} is not ${place} yet, asking again in ${pauseMs} ms`);
    await sleep(pauseMs, options.signal);
  }
}

async function ask({ host, path, tag }: Artifact, { lookUp, signal }: ResolveOptions): Promise<LookUp> {
  const reference = { host, path, ...(tag === undefined ? {} : { tag }) };
  for (let attempt = 1; ; attempt++) {
    const answer = signal.aborted ? undefined : await lookUp(reference, signal);
    if (answer === undefined || signal.aborted) {
      throw new InputError(`cancelled while looking up ${formatReference(reference)}`);
    }
    if (answer.kind !== 'unreachable' || attempt === ATTEMPTS) return answer;
    await sleep(FIRST_WAIT_MS * 2 ** attempt, signal);
  }
}

function problem(answer: Exclude<LookUp, { readonly kind: 'found' }>): string {
  if (answer.kind === 'no-tool') {
    return 'there is no skopeo, docker buildx, crane or oras on this runner; install skopeo (apt-get install skopeo)';
  }
  const isDenied = /unauthorized|authentication|credential|denied|forbidden/i.test(answer.words);
  return `${answer.words}${isDenied ? ' (log in to the registry before this step, as with docker/login-action)' : ''}`;
}
