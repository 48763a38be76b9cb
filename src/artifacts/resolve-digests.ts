import type { Skip } from '../events/types.ts';
import { DROPPED_OUTPUT } from '../inputs/parse.ts';
import { type Artifact, nameArtifact } from '../oci/artifact.ts';
import { formatReference, isDigest } from '../oci/reference.ts';
import type { Found, Named, Problem, Registry } from '../registry/types.ts';
import { InputError } from '../util/errors.ts';
import { inParallel } from '../util/in-parallel.ts';
import { textAt } from '../util/json.ts';
import { monotonicMs, sleep } from '../util/time.ts';
import type { Selection } from './select.ts';

/**
 * Asks the registry for missing digests, and for `verify` whether tags still point at their digests, and digests are
 * there.
 */

type ResolveOptions = {
  /** Whether artifacts without a digest get the one that their tag points at. */
  readonly needsDigest: boolean;
  /** Whether tags must still point at their digests, and digests without a tag must be there. */
  readonly verify: boolean;
  /** How long `verify` waits for the registry to show what was pushed, all artifacts together. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly registry: Registry;
  readonly log: (line: string) => void;
};
type Resolving = ResolveOptions & { readonly endMs: number };

/** An artifact whose digest is known. */
type Pinned = Artifact & { readonly digest: string };

/** Registries limit what one address may ask. */
const AT_A_TIME = 8;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** How long a tag may take to be readable after its push where nobody asked to wait for it. */
const APPEARS_MS = 5_000;
/**
 * Distribution announces a manifest before it moves the tag (handlers/manifests.go), so for a moment the tag still
 * points at the older one. Only a tag that stays elsewhere for longer is judged.
 */
const SETTLE_MS = 3_000;
/** Manifests read to find a digest below an index: more than any index of indexes has. */
const MOST_NESTED = 32;

/**
 * The artifacts with every digest that is needed. Those whose tag has moved on are skipped as superseded.
 * @throws InputError that says what to do when the registry does not give the answer.
 */
export async function resolveDigests(artifacts: readonly Artifact[], options: ResolveOptions): Promise<Selection> {
  const resolving = { ...options, endMs: monotonicMs() + options.deadlineMs };
  const results = await inParallel(artifacts, AT_A_TIME, (artifact) => resolve(artifact, resolving));
  return {
    artifacts: results.flatMap((result) => ('reason' in result ? [] : [result])),
    skips: results.flatMap((result) => ('reason' in result ? [result] : [])),
  };
}

async function resolve(artifact: Artifact, options: Resolving): Promise<Artifact | Skip> {
  const { digest, tag, style } = artifact;
  if (digest === undefined) return options.needsDigest || options.verify ? lookUpDigest(artifact, options) : artifact;
  if (!options.verify) return artifact;
  if (!digest.startsWith('sha256:')) {
    throw new InputError(
      `verify: the digest of ${nameArtifact(artifact)} is ${digest}, and only sha256 can be compared with what the registry has; remove verify`,
    );
  }
  const pinned = { ...artifact, digest };
  // What is deployed by its digest is deployed whatever the tag points at: a rollback, too.
  return tag === undefined || style === 'digest' ? awaitDigest(pinned, options) : awaitTag(pinned, options);
}

/** The artifact with the digest that its tag points at. A tag that is not there yet is waited for. */
async function lookUpDigest(artifact: Artifact, options: Resolving): Promise<Artifact> {
  const name = nameArtifact(artifact);
  const endMs = options.verify ? options.endMs : Math.min(monotonicMs() + APPEARS_MS, options.endMs);
  for await (const answer of askAgain(byTag(artifact), endMs, options)) {
    if (answer.kind === 'found') {
      options.log(
        `the registry has ${answer.digest} as ${name} (right after a push it may still show what was there before: set digest to be certain)`,
      );
      return { ...artifact, digest: answer.digest };
    }
    if (answer.kind !== 'absent') {
      throw new InputError(
        `digest is empty, and looking up ${name} failed: ${describe(answer)}; ${options.verify ? 'remove verify and set the digest input' : 'set the digest input'}, and nothing has to be looked up. ${DROPPED_OUTPUT}`,
      );
    }
    if (answer.isLast) {
      throw new InputError(
        `${name} is not in its registry, so its digest cannot be looked up (${describe(answer)}); check the tag. If it was only just pushed, verify: true waits for it within deadline, and with digest nothing has to be looked up`,
      );
    }
    options.log(`${name} is not in its registry yet, asking again in ${answer.pauseMs} ms`);
  }
  throw cancelled(name);
}

/** The artifact as soon as its digest is in the repository, wherever its tag points. */
async function awaitDigest(artifact: Pinned, options: Resolving): Promise<Artifact> {
  const { digest } = artifact;
  const named = byDigest(artifact);
  for await (const answer of askAgain(named, options.endMs, options)) {
    if (answer.kind === 'found') return artifact;
    if (answer.isLast || answer.kind !== 'absent') await refuseDigest(artifact, answer, options);
    options.log(`${digest} is not in ${nameOf(artifact)} yet, asking again in ${answer.pauseMs} ms`);
  }
  throw cancelled(formatReference(named));
}

/**
 * The artifact as soon as its tag points at its digest. Skipped when the tag is known to have moved on: it was seen to
 * change, or what it shows was made later. A registry that still shows what was there before is waited for.
 */
async function awaitTag(artifact: Pinned, options: Resolving): Promise<Artifact | Skip> {
  const name = nameArtifact({ ...artifact, style: 'tag' });
  let seen: { readonly digest: string; readonly sinceMs: number } | undefined;
  let [hasMoved, isJudged] = [false, false];
  for await (const answer of askAgain(byTag(artifact), options.endMs, options)) {
    if (answer.kind !== 'found' && answer.kind !== 'absent') throw failedCheck(name, answer);
    if (answer.kind === 'found') {
      if (answer.digest === artifact.digest) return artifact;
      if (seen?.digest !== answer.digest) {
        hasMoved = seen !== undefined;
        isJudged = false;
        seen = { digest: answer.digest, sinceMs: monotonicMs() };
      }
      const isSettled = monotonicMs() - seen.sinceMs >= SETTLE_MS;
      if (answer.isLast || (isSettled && !isJudged)) {
        isJudged = true;
        const skip = await judge(artifact, { now: answer, hasMoved, isLast: answer.isLast }, options);
        if (skip !== undefined) return skip;
      }
    }
    if (answer.isLast) {
      throw new InputError(
        answer.kind !== 'found'
          ? `verify: ${name} is still not in its registry after ${options.deadlineMs / 1000} s (${describe(answer)}); raise deadline if it takes longer to appear`
          : `verify: ${name} still points at ${answer.digest} after ${options.deadlineMs / 1000} s, and not at ${artifact.digest}; raise deadline if the registry takes longer to show a push. To deploy this digest whatever the tag points at, as for a rollback, set reference: digest`,
      );
    }
    options.log(`${name} is not at ${artifact.digest} yet, asking again in ${answer.pauseMs} ms`);
  }
  throw cancelled(name);
}

type Sight = { readonly now: Found; readonly hasMoved: boolean; readonly isLast: boolean };

/**
 * The skip of an artifact whose tag points elsewhere because it has moved on. Undefined where that is not known.
 * @throws InputError when the digest is only a part of what the tag points at, or no manifest, or at last not there at
 *   all.
 */
async function judge(
  artifact: Pinned,
  { now, hasMoved, isLast }: Sight,
  options: Resolving,
): Promise<Skip | undefined> {
  const { digest } = artifact;
  const name = nameArtifact({ ...artifact, style: 'tag' });
  if (await isPart(digest, artifact, { now, ...options })) {
    throw new InputError(
      `verify: ${digest} is only a part of the multi-platform image that ${name} points at; set digest to that of the index, ${now.digest}`,
    );
  }
  const own = await options.registry.manifest(byDigest(artifact));
  if (options.signal.aborted) throw cancelled(name);
  if (own.kind !== 'found') {
    if (isLast || own.kind === 'failed')
      await refuseDigest(artifact, own, { ...options, elsewhere: `, and ${name} points at ${now.digest}` });
    return undefined;
  }
  if (!hasMoved && !(await isNewer(now, own, artifact, options))) return undefined;
  const why = hasMoved ? 'was moved since' : 'was made later';
  return {
    reason: 'superseded',
    detail: `${name} now points at ${now.digest}, which ${why}: whatever was pushed sends its own message. To deploy ${digest} all the same, set reference: digest`,
  };
}

async function isNewer(now: Found, own: Found, artifact: Pinned, { registry }: Resolving): Promise<boolean> {
  const [nowMs, ownMs] = await Promise.all([
    registry.createdMs({ ...byTag(artifact), tag: undefined, digest: now.digest }, now),
    registry.createdMs(byDigest(artifact), own),
  ]);
  return nowMs !== undefined && ownMs !== undefined && nowMs > ownMs;
}

/** Whether `digest` is listed by the index that the tag points at, or by an index in it. */
async function isPart(
  digest: string,
  artifact: Pinned,
  { now, registry }: Resolving & { now: Found },
): Promise<boolean> {
  const queue: Found[] = [now];
  for (let read = 0; queue.length > 0 && read < MOST_NESTED; read++) {
    const parts = partsOf(queue.shift());
    if (parts.some((part) => part.digest === digest)) return true;
    for (const part of parts.filter(({ isIndex }) => isIndex).slice(0, MOST_NESTED - read)) {
      const index = await registry.manifest({ ...byDigest(artifact), digest: part.digest });
      if (index.kind === 'found') queue.push(index);
    }
  }
  return false;
}

function partsOf(found: Found | undefined): readonly { readonly digest: string; readonly isIndex: boolean }[] {
  const listed: readonly unknown[] = Array.isArray(found?.manifest.manifests) ? found.manifest.manifests : [];
  return listed.flatMap((entry) => {
    const digest = textAt(entry, 'digest');
    const isIndex = /\b(?:index|list)\b/.test(textAt(entry, 'mediaType') ?? '');
    return isDigest(digest) ? [{ digest, isIndex }] : [];
  });
}

/**
 * Refuses a digest that names no manifest of the repository, whatever the registry answers when it is asked for one:
 * some fail at a blob that is none.
 * @throws InputError always.
 */
async function refuseDigest(
  artifact: Pinned,
  problem: Problem,
  { registry, elsewhere = '' }: Resolving & { readonly elsewhere?: string },
): Promise<never> {
  const { digest } = artifact;
  const isBlob =
    problem.status !== undefined &&
    problem.kind === 'failed' &&
    (await registry.blob(byDigest(artifact))).kind === 'found';
  if (problem.kind !== 'absent' && !isBlob) throw failedCheck(formatReference(byDigest(artifact)), problem);
  throw new InputError(
    `verify: ${digest} is not in the repository ${nameOf(artifact)} as a manifest${elsewhere} (${describe(problem)}); is it the image ID, or the digest of where it was copied from (skopeo copy without --all copies one platform)? Set digest to what docker push prints, or to the digest output of the build action`,
  );
}

type Asked = (Found | Problem) & { readonly isLast: boolean; readonly pauseMs: number };

/**
 * The registry's answers, with growing pauses in between, until the time is over. Where it asks for a longer pause, it
 * gets it.
 */
async function* askAgain(named: Named, endMs: number, { registry, signal, log }: Resolving): AsyncGenerator<Asked> {
  for (let waitMs = FIRST_WAIT_MS; !signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    const answer = await registry.manifest(named);
    if (signal.aborted) return;
    const leftMs = endMs - monotonicMs();
    const askedMs = answer.kind === 'limited' ? (answer.retryAfterMs ?? Number.POSITIVE_INFINITY) : 0;
    const pauseMs = Math.max(Math.ceil(Math.min(Math.max(waitMs, askedMs), leftMs)), 0);
    // A limit and a failure that may pass are no answers yet.
    const isPassing =
      answer.kind === 'limited' ? askedMs < leftMs : answer.kind === 'failed' && answer.isTransient && leftMs > 0;
    if (answer.kind !== 'found' && isPassing) log(`${answer.message}, asking again in ${pauseMs} ms`);
    else yield { ...answer, isLast: leftMs <= 0, pauseMs };
    await sleep(pauseMs, signal);
  }
}

function failedCheck(name: string, problem: Problem): InputError {
  return new InputError(
    `verify: checking ${name} failed: ${describe(problem)}; make the registry reachable from this runner, or remove verify`,
  );
}

function describe({ message, hint }: Problem): string {
  return hint === undefined ? message : `${message} (${hint})`;
}

function cancelled(name: string): InputError {
  return new InputError(`cancelled while looking up ${name}`);
}

function byTag({ host, path, tag }: Artifact): Named {
  return { host, path, tag };
}

function byDigest({ host, path, digest }: Pinned): Named & { readonly digest: string } {
  return { host, path, digest };
}

function nameOf({ host, path }: Artifact): string {
  return formatReference({ host, path });
}
