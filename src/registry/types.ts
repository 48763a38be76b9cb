/** What registries answer. Expected outcomes are values: nothing here is thrown. */

/** The manifest or index that a reference names. */
export type Found = {
  readonly kind: 'found';
  /** Of its bytes; of a manifest of schema 1, which is signed, the one that the registry gives. */
  readonly digest: string;
  readonly manifest: Readonly<Record<string, unknown>>;
};

/**
 * Why there is no such answer. `absent`: 404. `denied`: 401 or 403, a login is missing, wrong or may not do this.
 * `limited`: 429. `failed`: anything else, also that the registry cannot be reached.
 */
export type Problem = {
  readonly kind: 'absent' | 'denied' | 'limited' | 'failed';
  /** Missing where there was no answer. */
  readonly status?: number | undefined;
  /** The registry's own, such as MANIFEST_UNKNOWN, or that of a failed connection. */
  readonly code?: string | undefined;
  /** One line for people, which repeats what the registry said. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Whether the same question may have another answer soon. It was repeated some times already. */
  readonly isTransient: boolean;
  readonly retryAfterMs?: number | undefined;
};

/** A repository, or with tag or digest what it has under that name. */
export type Named = {
  readonly host: string;
  readonly path: string;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
};

/** Asks registries. Each question is repeated a few times where its answer may be another one soon. */
export type Registry = {
  /** What a tag or a digest names now. */
  readonly manifest: (named: Named) => Promise<Found | Problem>;
  /** Whether the repository has a blob of this digest, such as the configuration of an image. */
  readonly blob: (named: Named) => Promise<{ readonly kind: 'found' } | Problem>;
  /**
   * When the image was made, by its annotation or configuration: milliseconds since the epoch. Undefined where that is
   * not known.
   */
  readonly createdMs: (named: Named, found: Found) => Promise<number | undefined>;
};
