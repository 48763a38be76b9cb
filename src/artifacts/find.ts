import type { ArtifactInputs } from '../inputs/artifacts.ts';
import type { Artifact } from '../oci/artifact.ts';
import { info, warning } from '../util/log.ts';
import { readEvent } from './read-event.ts';
import { type Selection, select, type ValidatedArtifact, validateEvent } from './select.ts';

type FindOptions = {
  readonly environment: NodeJS.ProcessEnv;
  /** Whether a digest is looked up where none is given. */
  readonly needsDigest: boolean;
  /** How long to wait for a tag that is not in its registry yet. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
};

type Found = Selection & {
  /** Whether the event, and nobody else, says what the registry is called. */
  readonly isHostFromEvent: boolean;
};

/**
 * What was published and is to be sent: from inputs or event, filtered, and completed by the registry where something
 * is missing.
 * @throws InputError for whatever is wrong with it.
 */
export async function findArtifacts(inputs: ArtifactInputs, options: FindOptions): Promise<Found> {
  const isFromEvent = inputs.artifacts.length === 0;
  const validated = isFromEvent
    ? validateEvent(await readEvent(inputs.event, options.environment), inputs)
    : inputs.artifacts;
  const all = inputs.allTags === undefined ? validated : await withAllTags(validated, inputs.allTags.token, options);
  const { artifacts, skips } = select(all.map(withOwnPage(options.environment)), inputs.filter);
  const resolved = await completeFromRegistry(artifacts, inputs.verify, options);
  // Two tags of one digest are the same reference if it is written by digest.
  return {
    artifacts: select(resolved.artifacts, inputs.filter).artifacts,
    skips: [...skips, ...resolved.skips],
    isHostFromEvent: isFromEvent && inputs.registry === undefined,
  };
}

/** Drops a page that is neither on the server that runs the workflow nor at the registry: events are hostile. */
function withOwnPage({ GITHUB_SERVER_URL: server = '' }: NodeJS.ProcessEnv) {
  return (entry: ValidatedArtifact): ValidatedArtifact => {
    if ('reason' in entry || entry.pageUrl === undefined) return entry;
    const host = URL.parse(entry.pageUrl)?.host;
    const own = [URL.parse(server)?.host, entry.host, ...(entry.host === 'docker.io' ? ['hub.docker.com'] : [])];
    return own.includes(host) ? entry : { ...entry, pageUrl: undefined };
  };
}

async function withAllTags(
  validated: readonly ValidatedArtifact[],
  token: string,
  { signal }: FindOptions,
): Promise<readonly ValidatedArtifact[]> {
  const { addTags } = await import('./all-tags.ts');
  const { listTags } = await import('../github/packages.ts');
  return addTags(validated, { listTags: (wanted) => listTags(wanted, { token, signal }), info, warning, signal });
}

async function completeFromRegistry(
  artifacts: readonly Artifact[],
  verify: boolean,
  { environment, needsDigest, deadlineMs, signal }: FindOptions,
): Promise<Selection> {
  const isComplete = artifacts.every(({ digest }) => digest !== undefined || !needsDigest);
  if (isComplete && !verify) return { artifacts, skips: [] };
  const { resolveDigests } = await import('./resolve-digests.ts');
  const { createRegistry } = await import('../registry/client.ts');
  const registry = createRegistry({ environment, signal });
  return resolveDigests(artifacts, { needsDigest, verify, deadlineMs, signal, registry, log: info });
}
