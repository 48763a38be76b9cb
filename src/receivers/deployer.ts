import type { HttpResult } from '../http/types.ts';
import type { Artifact } from '../oci/artifact.ts';

/** What was sent: the parts on which the meaning of an answer depends. */
export type SentMessage = {
  /** The value of the `format` input. */
  readonly format: string;
  readonly endpoint: URL;
  readonly artifact?: Artifact | undefined;
};

/** A deployer that reads other systems' webhooks: which endpoints and answers are its own, and what the answers mean. */
export type Deployer = {
  /** Whether the path of the endpoint or the result is this deployer's, and no other's. */
  matches(endpoint: URL, result: HttpResult): boolean;
  /** What a result means and what to do about it. Undefined where the answer is inconclusive, or all is well. */
  hint(result: HttpResult, sent: SentMessage): string | undefined;
};
