import type { Artifact, ReferenceStyle } from '../oci/artifact.ts';
import { parseHost } from '../oci/reference.ts';
import type { WrittenDigest } from '../oci/written.ts';
import { InputError } from '../util/errors.ts';
import { readTextFile } from '../util/read-file.ts';
import { parseEvent, type WrittenEvent } from './event.ts';
import { type Filter, parseFilter } from './filter.ts';
import { choice, optional } from './parse.ts';
import type { Reading } from './problems.ts';
import { readDigest, readReference, splitReferences } from './references.ts';

/** The inputs about what was published. */

/** What was published, and which of it is sent. */
export type ArtifactInputs = {
  /** What the user named. Empty when the event names what was published. */
  readonly artifacts: readonly Artifact[];
  /** Missing when the triggering event counts. */
  readonly event?: WrittenEvent | undefined;
  readonly digest?: WrittenDigest | undefined;
  readonly registry?: string | undefined;
  readonly filter: Filter;
  /** Token for the Packages API, which is asked for all tags of what was published. Missing when it is not to be asked. */
  readonly allTags?: { readonly token: string } | undefined;
  readonly untagged: 'skip' | 'send';
  readonly style?: ReferenceStyle | undefined;
  readonly verify: boolean;
};

const UNTAGGED = ['skip', 'send'] as const;
const STYLES: readonly ReferenceStyle[] = ['tag', 'digest', 'tag+digest'];
/** Limit for a file that the `artifact` input names: room for more references than one step may send. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads these inputs, and adds what is wrong with them to the problems of `reading`. */
export function readArtifacts({ attempt, input }: Reading, isOn: (name: string) => boolean): ArtifactInputs {
  const given = input('artifact');
  const read = attempt(() => splitReferences(artifactText(given)));
  const written = read ?? [];
  attempt(() => {
    // The triggering event must not take the place of what was meant.
    if (given !== '' && read?.length === 0)
      throw new InputError('artifact: there are only commas; write references, such as ghcr.io/acme/app:v1');
  });
  const event = attempt(() => optional(input('event'), parseEvent));
  const registry = input('registry');
  attempt(() => {
    if (written.length > 0 && input('event') !== '')
      throw new InputError('event: artifact is set too, and both say what was published; give one of them');
  });
  attempt(() => {
    if (written.length > 0 && registry !== '')
      throw new InputError('registry: only events need it; write the host into artifact instead');
  });
  const digest = attempt(() => optional(input('digest'), readDigest));
  const style = attempt(() => optional(input('reference'), (value) => choice(value, 'reference', STYLES)));
  const context = { count: written.length, given: { digest, style } };
  const artifacts = written.map((each, index) => attempt(() => readReference(each, { ...context, index })));
  const wantsAllTags = isOn('all-tags');
  const host = attempt(() => optional(registry, (value) => parseHost(value, 'registry')));
  const filter = attempt(() => parseFilter(input('filter'))) ?? parseFilter('');
  const untagged = attempt(() => choice(input('untagged') || 'skip', 'untagged', UNTAGGED)) ?? 'skip';
  return {
    artifacts: artifacts.filter((artifact) => artifact !== undefined),
    event,
    digest,
    registry: host,
    filter,
    allTags: attempt(() => (wantsAllTags ? { token: githubToken(input('github-token')) } : undefined)),
    untagged,
    style,
    verify: isOn('verify'),
  };
}

/** The list of references. The kernel starts no process with an input over 128 KiB: a longer list must be in a file. */
function artifactText(value: string): string {
  if (!value.startsWith('@')) return value;
  const path = value.slice(1).trim();
  if (path === '') throw new InputError('artifact: no path follows the "@"');
  const list = readTextFile(path, { name: 'artifact: the file', mostBytes: MOST_BYTES });
  if (list.trim() === '') throw new InputError(`artifact: the file ${path} is empty; write one reference per line`);
  return list;
}

function githubToken(value: string): string {
  if (value !== '') return value;
  throw new InputError(
    "github-token is empty: all-tags needs it; leave the input out to use the job's own token (a reusable workflow takes it as secret packages_token)",
  );
}
