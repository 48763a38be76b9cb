import type { Artifact } from '../oci/artifact.ts';
import type { JsonObject } from '../util/json.ts';

/** Why nothing was sent although nothing was wrong. The values of the `skip-reason` output. */
export type SkipReason =
  | 'action-ignored'
  | 'not-a-container'
  | 'not-a-manifest'
  | 'untagged'
  | 'signature-tag'
  | 'filtered'
  | 'superseded'
  | 'test-event'
  | 'no-events'
  | 'event-ignored';

/** One thing that is not sent. `detail` says in a sentence what it was and what to change. */
export type Skip = { readonly reason: SkipReason; readonly detail: string };

/** Something that was published, as the event names it: nothing here has been validated yet. */
export type EventArtifact = {
  /** Where it is in the event, for messages: `registry_package`, `events[2].target`. */
  readonly field: string;
  readonly host?: string | undefined;
  readonly path: string;
  readonly tag?: string | undefined;
  /** The places where the event may have its digest, best first, and what is there. */
  readonly digests: readonly { readonly field: string; readonly value: string | undefined }[];
  readonly mediaType?: string | undefined;
  /** Whether somebody wrote it by hand. Then it is not skipped for having no tag: it is known what is meant. */
  readonly isDeliberate?: true | undefined;
  /** The page of the package, for people. */
  readonly pageUrl?: string | undefined;
};

/** What an event contains, in its order: what was published, and what is not sent. */
export type ParsedEvent = readonly (EventArtifact | Skip)[];

/** Headers of the request that brought an event, names in lower case. Known only where the relay passed them on. */
export type EventHeaders = Readonly<Record<string, string>>;

/** A system whose events we read. No two may match the same body. */
export type EventReader = {
  /** Its name in messages. */
  readonly title: string;
  /** Whether an event body has the shape of this system's. */
  matches(body: JsonObject, headers?: EventHeaders): boolean;
  /** Whether it posts its events in arrays. */
  readonly inArrays?: true | undefined;
  /**
   * Reads the event. What is known to publish nothing is skipped.
   * @throws InputError when the event is not well-formed, or when it is not known whether it publishes something. The
   *   message names the field.
   */
  parse(body: JsonObject, headers?: EventHeaders): ParsedEvent;
};

/**
 * The run of the workflow that sends, for events that say who published. Empty where GitHub's variables are missing.
 */
export type Workflow = {
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly runUrl: string;
  readonly actor: string;
};

/**
 * An event that receivers expect, as its system sends it. What `write` writes, the `parse` of its system reads back.
 */
export type EventWriter = {
  /** The content type that its system sends it with: JSON unless set. */
  readonly contentType?: string | undefined;
  /** Headers that its readers expect, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether it has no place for a digest. */
  readonly lacksDigest?: true | undefined;
  /**
   * The event about one artifact.
   * @throws InputError for an artifact that it cannot name.
   */
  write(artifact: Artifact, workflow: Workflow): object;
};
