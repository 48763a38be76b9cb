import type { Artifact, ReferenceStyle } from '../oci/artifact.ts';
import { parseHost } from '../oci/reference.ts';
import type { WrittenDigest } from '../oci/user-written.ts';
import { InputError } from '../util/errors.ts';
import { parseEvent, type WrittenEvent } from './event.ts';
import { type Filter, parseFilter } from './filter.ts';
import { choice, optional, textOrFile } from './parse.ts';
import type { Reading } from './problems.ts';
import { readDigest, readReferences, splitReferences } from './references.ts';

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
  /**
   * Token for the Packages API, which is asked for all tags of what was published. Missing when it is not to be asked.
   */
  readonly allTags?: { readonly token: string } | undefined;
  readonly untagged: 'skip' | 'send';
  readonly style?: ReferenceStyle | undefined;
  readonly verify: boolean;
};

const UNTAGGED = ['skip', 'send'] as const;
const STYLES: readonly ReferenceStyle[] = ['tag', 'digest', 'tag+digest'];

/** Reads these inputs, and adds what is wrong with them to the problems of `reading`. */
export function readArtifacts({ attempt, input }: Reading, isOn: (name: string) => boolean): ArtifactInputs {
  const given = input('artifact');
  const read = attempt(() => splitReferences(textOrFile(given, 'artifact')));
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
  const artifacts = attempt(() => readReferences(written, { digest, style, input: given })) ?? [];
  const wantsAllTags = isOn('all-tags');
  const host = attempt(() => optional(registry, (value) => parseHost(value, 'registry')));
  const filter = attempt(() => parseFilter(input('filter'))) ?? parseFilter('');
  const untagged = attempt(() => choice(input('untagged') || 'skip', 'untagged', UNTAGGED)) ?? 'skip';
  return {
    artifacts,
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

function githubToken(value: string): string {
  if (value !== '') return value;
  throw new InputError(
    "github-token is empty: all-tags needs it; leave the input out to use the job's own token (a reusable workflow takes it as secret packages_token)",
  );
}
