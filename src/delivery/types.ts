import type { HttpResult } from '../http/types.ts';
import type { DeploymentResult, Message, Receiver } from '../receivers/types.ts';

/** Where messages are posted. Only `label` may ever be shown. */
export type Endpoint = {
  readonly url: URL;
  /** Scheme and host, with a number where several endpoints share them. */
  readonly label: string;
  /** Who reads the messages there. */
  readonly receiver: Receiver;
  /** What proves who sends: the key of a signature, a token, a login. Missing when nothing does. */
  readonly secret?: string | undefined;
  /** Header that carries a signature, where it is not the receiver's own. */
  readonly signatureHeader?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Key for asking how deployments are doing. Missing when nobody waits for them, or inside the request. */
  readonly apiKey?: string | undefined;
};

export type Attempt = {
  /** When it began, in milliseconds since the epoch. */
  readonly startedMs: number;
  readonly result: HttpResult;
};

/** The result of sending one message to one endpoint. Of what the server answered only the beginning is kept. */
export type Delivery = {
  readonly kind: 'accepted' | 'rejected' | 'unreachable' | 'cancelled';
  readonly message: Message;
  readonly endpoint: Endpoint;
  /** In order. Empty only when the job was cancelled before the first. */
  readonly attempts: readonly Attempt[];
  readonly durationMs: number;
  /** Whether more time would have brought more attempts. */
  readonly wouldRepeat?: boolean | undefined;
  /** The receiver's id of the deployment. */
  readonly jobId?: string | undefined;
  /** What the server said, or the network error: without secrets, but not yet escaped. */
  readonly serverMessage?: string | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Whether the receiver accepted the message and said that it changes nothing. */
  readonly hadNoEffect?: true | undefined;
  /** How the deployment ended. Present when the step waited for it; then it counts instead of `kind`. */
  readonly deployment?: (DeploymentResult & { readonly times: DeploymentTimes }) | undefined;
};

/** The times of a deployment: milliseconds since the epoch, by this machine's clock. */
export type DeploymentTimes = {
  /** When the receiver had accepted the message. Missing when it answers only at the end. */
  readonly acceptedMs?: number | undefined;
  /** When it began to deploy, as far as that is known. */
  readonly startedMs?: number | undefined;
  /** When it had ended, or was no longer watched. */
  readonly endedMs: number;
};

/** The outcome of a delivery: that of the deployment where the step waited for it. */
export function outcomeOf({ kind, deployment }: Delivery): Delivery['kind'] | DeploymentResult['kind'] {
  return deployment?.kind ?? kind;
}

/** Whether a delivery ended well: accepted, or where the step waited for it, deployed or nothing to deploy. */
export function isSuccess(delivery: Delivery): boolean {
  return ['accepted', 'succeeded', 'unchanged', 'skipped'].includes(outcomeOf(delivery));
}
