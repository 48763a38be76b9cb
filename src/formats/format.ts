import type { Artifact } from '../artifact.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { JsonObject } from '../json.ts';

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

/** One thing that was published but is not sent; `detail` says in a sentence what it was and what to change. */
export type Skip = { readonly reason: SkipReason; readonly detail: string };

/** Something an event says was published, as it says it: nothing here has been validated yet. */
export type Candidate = {
  /** Where it stands in the event, for messages: `registry_package`, `events[2].target`. */
  readonly field: string;
  readonly host?: string | undefined;
  readonly path: string;
  readonly tag?: string | undefined;
  /** Where the event may give its digest, best first, and what is there. */
  readonly digests: readonly { readonly field: string; readonly value: string | undefined }[];
  readonly mediaType?: string | undefined;
  /** The page of the package, for people. */
  readonly pageUrl?: string | undefined;
};

/** What an event says, in its order: what was published, and what is of no interest. */
export type Parsed = readonly (Candidate | Skip)[];

/** A system whose events we read. */
export type Source = {
  /** What it is called in messages. */
  readonly title: string;
  /** Whether an event body has this system's shape. */
  recognises(body: JsonObject): boolean;
  /**
   * What the event says.
   * @throws InputError when the event is not well-formed; the message names the field.
   */
  parse(body: JsonObject): Parsed;
};

/** The request body and headers that tell an endpoint of one or more artifacts. */
export type Message = {
  readonly artifacts: readonly Artifact[];
  readonly body: string;
  readonly contentType: string;
};

/** A system that is told. */
export type Target = {
  readonly title: string;
  /** Header that carries `sha256=<hex>` unless the `signature-header` input names another. */
  readonly signatureHeader: string;
  /** Whether a message without a signature would be refused. */
  readonly secretRequired: boolean;
  /** Whether knowing the URL is all that is needed to use it: then it is masked whole. */
  readonly urlIsCredential: boolean;
  /** Whether its message carries the digest; if not, none is looked up. */
  readonly needsDigest: boolean;
  /**
   * The URL to post to, from the one the user gave and the `target` input.
   * @throws InputError that names the input.
   */
  endpointUrl(url: URL, target: string | undefined): URL;
  /**
   * The messages for these artifacts, each serialised once.
   * @throws InputError for an artifact this system could never use.
   */
  encode(artifacts: readonly Artifact[]): readonly Message[];
  /** Whether a repeat of the request may be tried after this outcome; `usual` is the general rule's opinion. */
  mayRetry(exchange: Exchange, usual: boolean): boolean;
  /** The server's own words in an answer body, if it said anything readable. */
  words(body: string): string | undefined;
  /** What a known answer from `endpoint` means and what to do about it, in plain words. */
  hint(exchange: Exchange, endpoint: URL): string | undefined;
  /** The id under which the receiver follows the deployment, from the body of its answer. */
  jobId(body: string): string | undefined;
  /** How to learn whether it has deployed; absent where that is not possible. Loaded only when it is asked for. */
  readonly awaiting?: () => Promise<Awaiting>;
};

/** What is known of a deployment that will not change any more, and if it is not a success, why. */
export type Ending = {
  readonly kind: 'succeeded' | 'skipped' | 'failed' | 'unknown';
  /** A code that workflows can compare; absent on success. */
  readonly error?: string;
  /** The receiver's own words, or what was seen instead of them. */
  readonly words?: string;
  readonly hint?: string;
};

/** The state of a deployment that has not ended, or how it ended. */
export type RunState = { readonly kind: 'accepted' } | { readonly kind: 'running' } | Ending;

/** What the receiver says of a deployment. Times are its own clock's, in milliseconds since the epoch. */
export type RunReading = {
  readonly state: RunState;
  readonly createdMs?: number;
  readonly startedMs?: number;
  readonly finishedMs?: number;
};

/** How deployments at a system are awaited: inside the request that announces them, or by asking for their state. */
export type Awaiting = {
  /** The URL to post to so that the answer comes when the deployment has ended. */
  insideUrl(endpoint: URL): URL;
  /** What an answer from there says of the deployment; undefined when it was not taken on. */
  readInside(answer: Answer): Ending | undefined;
  /** Header that carries the API key. */
  readonly keyHeader: string;
  /**
   * The URL that gives the state of a deployment.
   * @throws InputError when it cannot be derived from this endpoint.
   */
  runUrl(endpoint: URL, jobId: string): URL;
  /** What an answer from there says; undefined when it does not say anything: then the general rule for answers decides. */
  readRun(answer: Answer): RunReading | undefined;
};
