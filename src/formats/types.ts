import type { HttpResponse, HttpResult } from '../http/types.ts';
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

/** Something that was published, as an event says it: nothing here has been validated yet. */
export type EventArtifact = {
  /** Where it stands in the event, for messages: `registry_package`, `events[2].target`. */
  readonly field: string;
  readonly host?: string | undefined;
  readonly path: string;
  readonly tag?: string | undefined;
  /** The places where the event may have its digest, best first, and what is there. */
  readonly digests: readonly { readonly field: string; readonly value: string | undefined }[];
  readonly mediaType?: string | undefined;
  /** The page of the package, for people. */
  readonly pageUrl?: string | undefined;
};

/** What an event says, in its order: what was published, and what is not sent. */
export type ParsedEvent = readonly (EventArtifact | Skip)[];

/** Headers of the request that brought an event, names in lower case. Known only where the relay passed them on. */
export type EventHeaders = Readonly<Record<string, string>>;

/** A system whose events we read. No two may match the same body. */
export type EventSource = {
  /** Its name in messages. */
  readonly title: string;
  /** Whether an event body has the shape of this system's. */
  matches(body: JsonObject, headers?: EventHeaders): boolean;
  /** Whether it posts its events in arrays. */
  readonly inArrays?: true | undefined;
  /**
   * Reads the event. What is known to publish nothing is skipped.
   * @throws InputError when the event is not well-formed, or when it is not known whether it publishes something. The message
   *   names the field.
   */
  parse(body: JsonObject, headers?: EventHeaders): ParsedEvent;
};

/** One request body, which tells an endpoint of one or more artifacts. */
export type Message = {
  readonly artifacts: readonly Artifact[];
  readonly body: string;
  readonly contentType: string;
};

/** A system that can be told. */
export type Receiver = {
  /** Its name in messages. */
  readonly title: string;
  /** Header that carries `sha256=<hex>` unless the `signature-header` input names another. */
  readonly signatureHeader: string;
  /** What else it tells a message by, by lower-case name: headers beside content type and signature. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether it refuses messages without a signature. */
  readonly secretRequired: boolean;
  /** Whether knowing the URL is all that is needed to use it. Then the whole URL is masked. */
  readonly urlIsCredential: boolean;
  /** Whether its message carries the digest. If not, none is looked up. */
  readonly needsDigest: boolean;
  /**
   * The URL to post to, from the one in the `url` input and the `target` input.
   * @throws InputError that names the input.
   */
  endpointUrl(url: URL, target: string | undefined): URL;
  /**
   * The messages for these artifacts. Each is serialized once: what is signed is what is sent.
   * @throws InputError for an artifact that this system could never use.
   */
  serialize(artifacts: readonly Artifact[]): readonly Message[];
  /** What about these artifacts is allowed but unwise with this system, one sentence each. */
  warnings?(artifacts: readonly Artifact[]): readonly string[];
  /**
   * Whether this 2xx response came from the system, and not from something in its place. Only then was the message accepted.
   * A body that was cut or stalled proves nothing against it.
   */
  isAcceptance(response: HttpResponse): boolean;
  /** Whether the request may be repeated after this result. `usual` is what the general rule says. */
  isRetryable(result: HttpResult, usual: boolean): boolean;
  /** What the server says in the body of its response, if that is readable. */
  serverMessage(body: string): string | undefined;
  /** What a known response from `endpoint` to the message about `artifact` means, and what to do about it. */
  hint(result: HttpResult, endpoint: URL, artifact?: Artifact): string | undefined;
  /** Whether an accepted message changed nothing, as the response says. The hint says so, unless another tag fared better. */
  hadNoEffect?(response: HttpResponse): boolean;
  /** The id under which the system tracks the deployment, from the body of its response. */
  jobId(body: string): string | undefined;
  /** How to learn whether it has deployed. Missing where that is not possible. Loaded only when it is asked for. */
  readonly tracker?: () => Promise<DeploymentTracker>;
};

/** A container of a deployment, as the server describes it: the texts are not yet escaped. */
export type Container = {
  readonly name: string;
  /** Its state with its health or exit code: `running (healthy)`. */
  readonly state: string;
  /** Whether it runs as it should, or has done what it should. */
  readonly isWell: boolean;
};

/** What is known of a deployment that will not change any more, and why it is not a success. */
export type DeploymentResult = {
  readonly kind: 'succeeded' | 'unchanged' | 'skipped' | 'failed' | 'unknown';
  /** A code that workflows can compare. Missing on success. */
  readonly error?: string | undefined;
  /** What the server said, or what was seen instead. */
  readonly serverMessage?: string | undefined;
  readonly hint?: string | undefined;
  readonly containers?: readonly Container[] | undefined;
};

/** The state of a deployment that goes on, or how it ended. */
export type RunState = { readonly kind: 'accepted' } | { readonly kind: 'running' } | DeploymentResult;

/** What the server says of a deployment. Times are those of its own clock, in milliseconds since the epoch. */
export type RunStatus = {
  readonly state: RunState;
  readonly createdMs?: number | undefined;
  readonly startedMs?: number | undefined;
  readonly finishedMs?: number | undefined;
};

/** What a list of runs says of one that is looked for. Pending: one may be it, but does not say yet what it deploys. */
export type FoundRun =
  | { readonly kind: 'found'; readonly jobId: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'none' };

/** What is looked for: the run of `artifact`, begun at `sinceMs` (milliseconds since the epoch) or later. */
export type WantedRun = { readonly endpoint: URL; readonly artifact: Artifact; readonly sinceMs: number };

/** Asks the API of the server for `url`. */
export type Ask = (url: URL) => Promise<HttpResult>;

/** What the containers say of a deployment, unless they could not be looked at, and whether that may still change. */
export type ContainerCheck = {
  readonly kind: 'final' | 'starting' | 'unchecked';
  readonly result: DeploymentResult;
};

/** How deployments are waited for: inside the request that announces them, or by asking for their state. */
export type DeploymentTracker = {
  /** The URL to post to so that the response comes when the deployment has ended. */
  waitUrl(endpoint: URL): URL;
  /** What the response from there says of the deployment. Undefined when the message was not taken. */
  parseWaitResponse(response: HttpResponse): DeploymentResult | undefined;
  /** What to know before the same message is sent again and only its response is awaited. */
  readonly repeatHint: string;
  /** Header that carries the API key. */
  readonly keyHeader: string;
  /** How many deployments may be under way before the server forgets the first of them. */
  readonly remembered: number;
  /**
   * The URL that gives the state of a deployment.
   * @throws InputError when it cannot be derived from this endpoint.
   */
  runUrl(endpoint: URL, jobId: string): URL;
  /** What the response from there says. Undefined when it says nothing of this deployment: then the general rules decide. */
  parseRunStatus(response: HttpResponse, jobId: string): RunStatus | undefined;
  /** The URL that lists the runs, for a deployment whose id was lost. */
  runsUrl(endpoint: URL): URL;
  /** What the response from there says. */
  findRun(response: HttpResponse, wanted: WantedRun): FoundRun;
  /** Whether what the server calls a success runs. Where that cannot be checked, its result is a success whose hint says why not. */
  checkContainers(endpoint: URL, artifact: Artifact, ask: Ask): Promise<ContainerCheck>;
};
