import { WAY_OUT } from '../events/skip-ignored.ts';
import type { EventArtifact, ParsedEvent, Skip } from '../events/types.ts';
import type { Filter } from '../inputs/filter.ts';
import { DROPPED_OUTPUT } from '../inputs/parse.ts';
import { refuseOtherRepository } from '../inputs/references.ts';
import { type Artifact, nameArtifact, type ReferenceStyle } from '../oci/artifact.ts';
import { agree, type NamedDigest } from '../oci/digest.ts';
import { formatReference, isDigest, parseDigest, parseHost, parseReference } from '../oci/reference.ts';
import type { WrittenDigest } from '../oci/user-written.ts';
import { InputError } from '../util/errors.ts';
import { oneLine, quote } from '../util/text.ts';

/** Tags under which cosign and the referrers fallback keep signatures, attestations and bills of materials. */
const SIGNATURE_TAG = /^sha256-[a-f0-9]{64}(?:\.[A-Za-z0-9._-]+)?$/;

/** Whether `tag` names a signature or the like, which is never deployed. */
export function isSignatureTag(tag: string): boolean {
  return SIGNATURE_TAG.test(tag);
}

/** What an event or the user named: an artifact that may be sent, or why it is not. */
export type ValidatedArtifact = Artifact | Skip;

export type Selection = { readonly artifacts: readonly Artifact[]; readonly skips: readonly Skip[] };

/** The inputs that decide which published artifacts are sent, and how they are written. */
export type SelectOptions = {
  /** Host that wins over the one in the event. */
  readonly registry?: string | undefined;
  readonly untagged: 'skip' | 'send';
  readonly style?: ReferenceStyle | undefined;
  /** Digest given by the user. The event must have it: else the user meant something that got lost on its way here. */
  readonly digest?: WrittenDigest | undefined;
};

/**
 * Validates what an event named, and skips what the inputs do not want.
 * @throws InputError that names the field of the event that is wrong.
 */
export function validateEvent(parsed: ParsedEvent, options: SelectOptions): readonly ValidatedArtifact[] {
  refuseOtherEvent(parsed, options.digest);
  return parsed.map((entry) => ('reason' in entry ? entry : validateEntry(entry, options)));
}

/** @throws InputError when the user gave a digest that the event does not have: an event takes nothing else's place. */
function refuseOtherEvent(parsed: ParsedEvent, given: WrittenDigest | undefined): void {
  const hasIt = ({ digests }: EventArtifact) => digests.some(({ value }) => value === given?.digest);
  if (given === undefined || parsed.some((entry) => !('reason' in entry) && hasIt(entry))) return;
  throw new InputError(
    `artifact is empty, and the event does not have ${given.digest}, to which digest is set: it is about something else; set artifact too, or remove digest. ${DROPPED_OUTPUT}`,
  );
}

/** Picks those whose whole reference the filter keeps: each once, in order. */
export function select(validated: readonly ValidatedArtifact[], filter: Filter): Selection {
  const artifacts = new Map<string, Artifact>();
  const skips: Skip[] = [];
  for (const entry of validated) {
    if ('reason' in entry) {
      skips.push(entry);
      continue;
    }
    const { host, path, tag, digest } = entry;
    const whole = formatReference(tag === undefined ? { host, path, digest } : { host, path, tag });
    if (filter.keeps(whole)) artifacts.set(`${digest} ${nameArtifact(entry)}`, entry);
    else
      skips.push({
        reason: 'filtered',
        detail: `the filter ${oneLine(filter.patterns.join(', '), 300)} excludes ${whole}; a pattern with "/" is compared with the whole reference, any other with name:tag`,
      });
  }
  return { artifacts: [...artifacts.values()], skips };
}

/** The order of the checks is that of the vectors: signature tag, untagged, host, digest, reference. */
function validateEntry(entry: EventArtifact, options: SelectOptions): ValidatedArtifact {
  const { field, path, tag, digests, mediaType, pageUrl } = entry;
  const shown = `${path}${tag === undefined ? '' : `:${tag}`}`;
  if (tag !== undefined && isSignatureTag(tag)) {
    return {
      reason: 'signature-tag',
      detail: `${quote(shown)} is a signature or attestation, which is never deployed: nothing needs to change`,
    };
  }
  if (tag === undefined) refuseNameless(entry);
  if (tag === undefined && options.untagged === 'skip' && entry.isDeliberate === undefined) {
    return { reason: 'untagged', detail: `${quote(shown)} has no tag${untaggedRemedy(digests)}` };
  }
  const host = options.registry ?? entry.host;
  if (host === undefined || host === '') {
    throw new InputError(`event: ${field} does not say which registry ${quote(shown)} is in; set the registry input`);
  }
  const digest = agree([...eventDigests(digests), { field: 'digest', value: options.digest?.digest }]);
  const name = { host: parseHost(host, `event: ${field}`), path, tag };
  const reference = parseReference(formatReference(name), `event: ${field}`);
  // A host without dot or port reads as a namespace of docker.io, and a ":" in a path begins a tag.
  if (reference.host !== name.host || reference.tag !== tag || reference.digest !== undefined) {
    throw new InputError(
      `event: ${field}: ${quote(formatReference(name))} would be read as ${formatReference(reference)}; set the registry input to host:port`,
    );
  }
  refuseOtherRepository(options.digest, reference, `event: ${field}`);
  if (tag === undefined && digest === undefined) {
    throw new InputError(
      `event: ${field}: ${quote(shown)} has neither tag nor digest: set the digest input, or push it with a tag`,
    );
  }
  return { ...reference, digest, style: options.style ?? 'tag', mediaType, pageUrl };
}

/**
 * An event of a system that always gives digests, and that has neither digest nor tag, is not what it seems.
 * @throws InputError that names the fields that are missing.
 */
function refuseNameless({ path, digests }: EventArtifact): void {
  if (digests.length === 0 || digests.some(({ value }) => value !== undefined)) return;
  const fields = digests.map(({ field }) => field).join(' and ');
  throw new InputError(
    `event: ${quote(path)} has no tag, and ${fields} is missing, so it is not known what was pushed; ${WAY_OUT}`,
  );
}

/** What to do about an artifact without a tag. It can be sent by its digest only if the event has one. */
function untaggedRemedy(digests: EventArtifact['digests']): string {
  return digests.some(({ value }) => isDigest(value))
    ? ', like the parts of a multi-platform image; set untagged: send to send it by digest'
    : ' and the event has no digest either: push it with a tag';
}

/** The well-formed digests. Events are known to have an invalid one in addition, which alone is an error. */
function eventDigests(digests: EventArtifact['digests']): readonly NamedDigest[] {
  const named = digests.filter(({ value }) => value !== undefined);
  const wellFormed = named.filter(({ value }) => isDigest(value));
  if (wellFormed.length === 0 && named[0]?.value !== undefined) parseDigest(named[0].value, `event: ${named[0].field}`);
  return wellFormed.map(({ field, value }) => ({ field: `event: ${field}`, value }));
}
