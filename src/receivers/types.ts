import type { Workflow } from '../events/types.ts';
import type { HttpResponse, HttpResult } from '../http/types.ts';
import type { Artifact } from '../oci/artifact.ts';

/** How a message proves who sent it: by a signature of its body, or by the secret itself in a header or in the URL's query. */
export type Proof =
  | { readonly kind: 'signature'; readonly header: string }
  | { readonly kind: 'token'; readonly header: string; toValue(secret: string): string }
  | { readonly kind: 'query'; readonly parameter: string };

/** One request body, about one artifact. It is serialized once: what is signed is what is sent. */
export type Message = {
  readonly artifact: Artifact;
  readonly body: string;
  readonly contentType: string;
  /** Headers that the receiver needs besides content type and proof, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How the secret travels. Missing where the receiver reads none. */
  readonly proof?: Proof | undefined;
};

/** A system that deploys, or anything else that reads an event: what the `receiver` input names. */
export type Receiver = {
  /** Its name in the `receiver` input. */
  readonly name: string;
  /** Its name in messages. */
  readonly title: string;
  readonly wire: Wire;
  readonly answers: Answers;
  /** How to find out whether it has deployed. Missing where that is not possible. Loaded only when needed. */
  readonly tracker?: () => Promise<DeploymentTracker>;
};

/** What is sent to a receiver, and where. */
export type Wire = {
  /** Whether it refuses messages without a secret. */
  readonly secretRequired: boolean;
  /** Whether knowing the URL is enough to use it. Then the whole URL is masked. */
  readonly urlIsCredential: boolean;
  /** The path that its URLs have where nothing is in front of it. It is no secret. */
  readonly usualPath?: string | undefined;
  /** Whether its message carries the digest. If not, none is looked up. */
  readonly needsDigest: boolean;
  /**
   * The URL to post to, from the one in the `url` input and the `target` input.
   * @throws InputError that names the input.
   */
  endpointUrl(given: URL, target: string | undefined): URL;
  /** How the secret may travel to this endpoint. Empty where the receiver reads none. `url` is missing in a dry run without one. */
  proofs(url: URL | undefined): readonly Proof[];
  /**
   * The message about `artifact` for this endpoint. `url` is missing in a dry run without one.
   * @throws InputError for an artifact that this receiver could never use.
   */
  write(artifact: Artifact, url: URL | undefined, workflow: Workflow): Message;
  /** Why a header of this name must not be sent, undefined if it may. */
  refuseHeader(name: string, url: URL): string | undefined;
  /** What about these artifacts is allowed but unwise with this receiver, one sentence each. */
  warnings?(artifacts: readonly Artifact[]): readonly string[];
};

/** What was sent: the parts on which the meaning of an answer depends. */
export type Sent = { readonly url: URL; readonly artifact: Artifact };

/** What the answers of a receiver mean. */
export type Answers = {
  /**
   * Whether this 2xx response came from the receiver, and not from something in its place. Only then was the message accepted.
   * A body that was cut or stalled is no reason for false.
   */
  isAcceptance(response: HttpResponse): boolean;
  /** Whether the request may be repeated after this result. `usual` is the result of the general rule. */
  isRetryable(result: HttpResult, usual: boolean): boolean;
  /** What the server says in the body of its response, if that is readable. */
  serverMessage(body: string): string | undefined;
  /** What a known result means and what to do about it. Undefined where it is inconclusive, or all is well. */
  hint(result: HttpResult, sent: Sent): string | undefined;
  /** Whether an accepted message changed nothing. The hint explains it, unless another tag had an effect. */
  hadNoEffect?(response: HttpResponse): boolean;
  /** The id under which the receiver tracks the deployment, from the body of its response. */
  jobId(body: string): string | undefined;
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
