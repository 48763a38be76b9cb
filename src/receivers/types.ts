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

/** One request body, about one or more artifacts. */
export type Message = {
  readonly artifacts: readonly Artifact[];
  readonly body: string;
  readonly contentType: string;
};

/** A system that messages can be sent to. */
export type Receiver = {
  /** Its name in messages. */
  readonly title: string;
  /** Header that carries `sha256=<hex>` unless the `signature-header` input names another. */
  readonly signatureHeader: string;
  /** Headers that it needs in addition to content type and signature, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether it refuses messages without a signature. */
  readonly secretRequired: boolean;
  /** Whether knowing the URL is enough to use it. Then the whole URL is masked. */
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
   * A body that was cut or stalled is no reason for false.
   */
  isAcceptance(response: HttpResponse): boolean;
  /** Whether the request may be repeated after this result. `usual` is the result of the general rule. */
  isRetryable(result: HttpResult, usual: boolean): boolean;
  /** What the server says in the body of its response, if that is readable. */
  serverMessage(body: string): string | undefined;
  /** What a known response from `endpoint` to the message about `artifact` means, and what to do about it. */
  hint(result: HttpResult, endpoint: URL, artifact?: Artifact): string | undefined;
  /** Whether an accepted message changed nothing. The hint explains it, unless another tag had an effect. */
  hadNoEffect?(response: HttpResponse): boolean;
  /** The id under which the system tracks the deployment, from the body of its response. */
  jobId(body: string): string | undefined;
  /** How to find out whether it has deployed. Missing where that is not possible. Loaded only when needed. */
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

/** How a deployment ended, and why it is not a success. */
export type DeploymentResult = {
  readonly kind: 'succeeded' | 'unchanged' | 'skipped' | 'failed' | 'unknown';
  /** A code that workflows can compare. Missing on success. */
  readonly error?: string | undefined;
  /** What the server said, or what was observed instead. */
  readonly serverMessage?: string | undefined;
  readonly hint?: string | undefined;
  readonly containers?: readonly Container[] | undefined;
};

/** The state of a deployment in progress, or how it ended. */
export type RunState = { readonly kind: 'accepted' } | { readonly kind: 'running' } | DeploymentResult;

/** A deployment as the server describes it. Times are by the server's clock, in milliseconds since the epoch. */
export type RunStatus = {
  readonly state: RunState;
  readonly createdMs?: number | undefined;
  readonly startedMs?: number | undefined;
  readonly finishedMs?: number | undefined;
};

/** The result of looking for a run in a list. Pending: one may be it, but the list does not show yet what it deploys. */
export type FoundRun =
  | { readonly kind: 'found'; readonly jobId: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'none' };

/** The run to look for: that of `artifact`, begun at `sinceMs` (milliseconds since the epoch) or later. */
export type WantedRun = { readonly endpoint: URL; readonly artifact: Artifact; readonly sinceMs: number };

/** Asks the API of the server for `url`. */
export type Ask = (url: URL) => Promise<HttpResult>;

/** The result of a deployment by the state of its containers, unless that could not be read, and whether it may still change. */
export type ContainerCheck = {
  readonly kind: 'final' | 'starting' | 'unchecked';
  readonly result: DeploymentResult;
};

/** How deployments are waited for: inside the request that announces them, or by asking for their state. */
export type DeploymentTracker = {
  /** The URL to post to so that the response comes when the deployment has ended. */
  waitUrl(endpoint: URL): URL;
  /** The result in the response from that URL. Undefined when the message was not accepted. */
  parseWaitResponse(response: HttpResponse): DeploymentResult | undefined;
  /** What users should know before they send the same message again and wait inside the request. */
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
  /** The status in the response from that URL. Undefined when it is not about this deployment: then the general rules apply. */
  parseRunStatus(response: HttpResponse, jobId: string): RunStatus | undefined;
  /** The URL that lists the runs, for a deployment whose id was lost. */
  runsUrl(endpoint: URL): URL;
  /** Looks for a run in the response from that URL. */
  findRun(response: HttpResponse, wanted: WantedRun): FoundRun;
  /** Whether the containers of a successful deployment run. If that cannot be checked, the result is a success, with a hint. */
  checkContainers(endpoint: URL, artifact: Artifact, ask: Ask): Promise<ContainerCheck>;
};
