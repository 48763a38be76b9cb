import { keep } from '../delivery/classify.ts';
import type { DeliverOptions } from '../delivery/deliver.ts';
import type { EndpointLog } from '../delivery/deliver-all.ts';
import type { Delivery, DeploymentTimes } from '../delivery/types.ts';
import type { DeploymentResult, Receiver, Tracker } from '../receivers/types.ts';
import { redact } from '../util/log.ts';
import type { Progress } from './progress.ts';

/** What a delivery that waits for its deployment needs. */
export type Context = Omit<DeliverOptions, 'request' | 'endByMs' | 'mayRepeat'> &
  EndpointLog & {
    readonly tracker: Tracker;
    /** Who deploys. */
    readonly receiver: Receiver;
    readonly progress: Progress;
    /** From the start until every deployment must have ended. */
    readonly waitTimeoutMs: number;
    /** The same as a time by `monotonicMs`. */
    readonly endByMs: number;
    /** What is left of it now. */
    readonly leftMs: () => number;
  };

/** `delivery` with how its deployment ended: without secrets, that a server may have repeated. */
export function withDeployment(delivery: Delivery, result: DeploymentResult, times: DeploymentTimes): Delivery {
  const clean = (text: string | undefined) => (text === undefined ? undefined : redact(text));
  const deployment = {
    ...result,
    serverMessage: result.serverMessage === undefined ? undefined : keep(result.serverMessage),
    hint: clean(result.hint),
    containers: result.containers?.map((container) => ({
      ...container,
      name: redact(container.name),
      state: redact(container.state),
      logCommand: clean(container.logCommand),
    })),
    times,
  };
  return { ...delivery, deployment };
}

/** The hint for a deployment whose server does not answer any more. */
export function stoppedHint(title: string): string {
  return `${title} does not answer any more; if it stopped, the deployment stopped with it; see the server's log`;
}
