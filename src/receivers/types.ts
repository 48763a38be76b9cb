import type { Workflow } from '../events/types.ts';
import type { HttpResponse, HttpResult } from '../http/types.ts';
import type { Artifact } from '../oci/artifact.ts';

/**
 * How a message proves who sent it: by a signature of its body, or by the secret itself in a header or in the URL's
 * query.
 */
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
  readonly tracker?: () => Promise<Tracker>;
};

/** What is sent to a receiver, and where. */
export type Wire = {
  /** Whether it refuses messages without a secret. */
  readonly secretRequired: boolean;
  /** Whether knowing the URL is enough to use it. Then the whole URL is masked. */
  readonly urlIsCredential: boolean;
  /** The path that its URLs have where nothing is in front of it. It is no secret. */
  readonly usualPath?: string | undefined;
  /** Whether something is done with the digest here. If not, none is looked up. A dry run may have no `url`. */
  needsDigest(url: URL | undefined): boolean;
  /**
   * The URL to post to, from the one in the `url` input and the `target` input.
   * @throws InputError that names the input.
   */
  endpointUrl(given: URL, target: string | undefined): URL;
  /**
   * How the secret may travel to this endpoint. Empty where the receiver reads none. `url` is missing in a dry run
   * without one.
   */
  proofs(url: URL | undefined): readonly Proof[];
  /**
   * The message about `artifact` for this endpoint. `url` is missing in a dry run without one.
   * @throws InputError for an artifact that this receiver could never use.
   */
  write(artifact: Artifact, url: URL | undefined, workflow: Workflow): Message;
  /** Why a header of this name must not be sent, undefined if it may. */
  refuseHeader(name: string, url: URL): string | undefined;
  /** Whether messages must arrive in the order in which the artifacts are given, one after the other. */
  readonly inOrder?: true | undefined;
  /** Whether it keeps one version of a repository, so that of several digests of one name the last to arrive stays. */
  readonly keepsOneVersion?: true | undefined;
  /** What about these artifacts is allowed but unwise with this receiver, one sentence each. */
  warnings?(artifacts: readonly Artifact[]): readonly string[];
};

/** What was sent: the parts on which the meaning of an answer depends. */
export type Sent = { readonly url: URL; readonly artifact: Artifact };

/** What the answers of a receiver mean. */
export type Answers = {
  /**
   * Whether this 2xx response came from the receiver, and not from something in its place. Only then was the message
   * accepted. A body that was cut or stalled is no reason for false.
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
  /**
   * How the deployment ended, where the receiver deploys before it answers and says so. Only asked about an accepted
   * message.
   */
  outcome?(response: HttpResponse): DeploymentResult | undefined;
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
  /** The command that shows its log on the server, where it is not well. */
  readonly logCommand?: string | undefined;
};

/**
 * How a deployment ended, or what is known of one that is no longer watched. Texts of the server are not yet escaped.
 */
export type DeploymentResult = {
  readonly kind: 'succeeded' | 'unchanged' | 'skipped' | 'failed' | 'unknown' | 'timed-out' | 'cancelled';
  /** A code that workflows can compare. Missing on success. */
  readonly error?: string | undefined;
  /** What the server said, or what was observed instead. */
  readonly serverMessage?: string | undefined;
  /** What to do about it, or on success what could not be checked. */
  readonly hint?: string | undefined;
  readonly containers?: readonly Container[] | undefined;
};

/**
 * When the receiver says that it created, began and ended a deployment: milliseconds since the epoch, by its own clock.
 */
export type ServerTimes = {
  readonly createdMs?: number | undefined;
  readonly startedMs?: number | undefined;
  readonly finishedMs?: number | undefined;
};

/** What one look at a deployment showed. */
export type Observation =
  | {
      readonly kind: 'pending';
      /** For the log: `accepted` and `queued` while it has not begun, then `running` or something more telling. */
      readonly state: string;
      /** When to look again, if not at the usual pace. */
      readonly waitMs?: number | undefined;
      /** What is reported if the time is over before it has ended. */
      readonly soFar?: Omit<DeploymentResult, 'kind' | 'error'> | undefined;
      readonly times?: ServerTimes | undefined;
    }
  | { readonly kind: 'ended'; readonly result: DeploymentResult; readonly times?: ServerTimes | undefined }
  | {
      /** The answer is not about the deployment. Where another may be, it is looked again until the time is over. */
      readonly kind: 'unreadable';
      readonly answer: HttpResult;
      /** The result if a few more looks show nothing either. */
      readonly otherwise?: DeploymentResult | undefined;
    };

/** Asks the API of a receiver for `url`, with the key of the endpoint. */
export type Ask = (url: URL) => Promise<HttpResult>;

/** What is known of a message that was accepted. */
export type Accepted = {
  /** The receiver's id of the deployment. */
  readonly jobId?: string | undefined;
  /** The answer that accepted it. Missing where that was lost and the deployment was found otherwise. */
  readonly response?: HttpResponse | undefined;
};

/** The result of looking for the deployment of a message whose answer was lost. */
export type Search =
  | { readonly kind: 'found'; readonly jobId: string }
  /** One may be it, but that does not show yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly answer: HttpResult };

/** The watch over one message: made before it is sent, and it remembers what it has seen. */
export type Watch = {
  /** Learns what must be known before the message is sent. A result refuses it: then nothing is sent. */
  before?(ask: Ask): Promise<DeploymentResult | undefined>;
  /**
   * Looks for the deployment of a message that was first sent `agoMs` ago and may have arrived, although no answer says
   * so. Without it such a message is sent again.
   */
  find?(ask: Ask, agoMs: number): Promise<Search>;
  /** Looks at the deployment of a message that was accepted. Called again and again until it has ended. */
  observe(accepted: Accepted, ask: Ask): Promise<Observation>;
};

/** Waiting inside the request that announces the artifact. */
export type InRequest = {
  /** The URL to post to so that the response comes when the deployment has ended. */
  url(endpoint: URL): URL;
  /** The result in that response. Undefined when the message was not accepted. */
  read(response: HttpResponse): DeploymentResult | undefined;
  /** What users should know before they send the same message again. */
  readonly repeatHint: string;
};

/** How to learn whether a receiver has deployed. The loop, the time and the log are those of deployment/. */
export type Tracker = {
  /** The headers that carry the API key, by lower-case name. */
  keyHeaders(apiKey: string): Readonly<Record<string, string>>;
  /** Whether the secret that proves who sends is also good for asking, where no API key is given. */
  readonly keyIsSecret?: true | undefined;
  /** The path of the API on its server, for messages about what is in front of it. */
  readonly apiPath?: string | undefined;
  /** How many deployments may be under way before the server forgets the first of them. */
  readonly remembered?: number | undefined;
  /**
   * Checks that the API can be derived from this endpoint.
   * @throws InputError that names the input.
   */
  checkEndpoint?(endpoint: URL): void;
  /** The watch over one message about `artifact` to this endpoint. */
  watch(endpoint: URL, artifact: Artifact): Watch;
  /** How to wait without a key. Missing where that is not possible. */
  readonly inRequest?: InRequest | undefined;
};
