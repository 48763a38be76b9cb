import type { ListedTags, PackageVersion } from '../github/packages.ts';
import { type Artifact, nameArtifact } from '../oci/artifact.ts';
import { InputError } from '../util/errors.ts';
import { isSignatureTag, type ValidatedArtifact } from './select.ts';

/** The input `all-tags`: asks GitHub's Packages API for the other tags of each artifact. */

type AllTagsOptions = {
  readonly listTags: (wanted: PackageVersion) => Promise<ListedTags>;
  readonly info: (text: string) => void;
  /** Called with the reason why some of the tags are not sent. */
  readonly warning: (text: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Every tagged artifact, followed by the same under the other tags of its package version. Where the API does not list
 * them, a warning says why, and only the artifact itself is sent.
 * @throws InputError for an artifact that is not in GitHub Packages, and when the API does not answer with a list.
 */
export async function addTags(
  validated: readonly ValidatedArtifact[],
  options: AllTagsOptions,
): Promise<readonly ValidatedArtifact[]> {
  const asked = new Map<string, Promise<readonly string[]>>();
  const all: ValidatedArtifact[] = [];
  for (const entry of validated) {
    if ('reason' in entry) {
      all.push(entry);
      continue;
    }
    refuseOtherRegistry(entry);
    if (entry.tag === undefined) {
      options.info(`all-tags: ${nameArtifact(entry)} has no tag, and is sent alone`);
      all.push(entry);
      continue;
    }
    const key = `${entry.host}/${entry.path} ${entry.digest ?? entry.tag}`;
    const known = asked.get(key) ?? otherTags(entry, options);
    asked.set(key, known);
    const tags = new Set([entry.tag, ...(await known)]);
    all.push(...[...tags].map((tag) => ({ ...entry, tag })));
  }
  return all;
}

function refuseOtherRegistry(artifact: Artifact): void {
  // ghcr.io, or the containers.<host> of an enterprise server.
  if (artifact.host === 'ghcr.io' || artifact.host.startsWith('containers.')) return;
  throw new InputError(
    `all-tags: ${nameArtifact(artifact)} is not in GitHub Packages; remove the input, or list the tags in artifact`,
  );
}

async function otherTags(artifact: Artifact, options: AllTagsOptions): Promise<readonly string[]> {
  const { path, tag = '', digest } = artifact;
  const name = nameArtifact(artifact);
  const slash = path.indexOf('/');
  const listed = await options.listTags({
    owner: path.slice(0, Math.max(slash, 0)),
    name: path.slice(slash + 1),
    tag,
    digest,
  });
  if (options.signal.aborted) throw new InputError(`cancelled while looking up the tags of ${name}`);
  if (listed.kind === 'found') return listed.tags.filter((tag) => !isSignatureTag(tag));
  if (listed.kind === 'failed') {
    throw new InputError(
      `all-tags: the Packages API does not list the tags of ${name} (${listed.serverMessage}); run the job again, or remove the input and list the tags in artifact`,
    );
  }
  const why =
    listed.kind === 'absent'
      ? `the Packages API lists no version of it that is ${digest ?? tag}`
      : `the token may not read the package (${listed.serverMessage}); give the job "permissions: packages: read", and let the package allow this repository`;
  options.warning(`all-tags: only ${name} is sent: ${why}`);
  return [];
}
