import { deliver } from '../delivery/deliver.ts';
import type { EndpointLog } from '../delivery/deliver-all.ts';
import type { Delivery, Endpoint } from '../delivery/types.ts';
import type { Message, Receiver, Tracker } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { info } from '../util/log.ts';
import { monotonicMs } from '../util/time.ts';
import { createBatches } from './batches.ts';
import { startProgress } from './progress.ts';
import type { Context } from './types.ts';
import { deliverAndAsk } from './wait-by-api.ts';
import { deliverInside } from './wait-in-request.ts';

/** Deliveries that end when the deployment has ended. Loaded only where the user asks for that. */

type WaitOptions = Omit<Context, 'tracker' | 'receiver' | 'progress' | 'endByMs' | 'leftMs' | keyof EndpointLog> & {
  /** The longest time without a line in the log: 30 s unless set. */
  readonly lineEveryMs?: number | undefined;
};

type Trackers = ReadonlyMap<Receiver, Tracker>;

type Wait = {
  /** As `deliver`, and then waits: with an API key by asking for the state, without one inside the request. */
  deliver(message: Message, endpoint: Endpoint, log: EndpointLog): Promise<Delivery>;
  /** Lets the process end. */
  stop(): void;
};

/** Often enough that nobody thinks the step hangs. */
const LINE_EVERY_MS = 30_000;

/**
 * How to wait for the receivers of these endpoints, for those that can be asked.
 * @throws InputError for an endpoint that cannot be asked.
 */
export async function findTrackers(endpoints: readonly Endpoint[]): Promise<Trackers> {
  const trackers = new Map<Receiver, Tracker>();
  for (const { receiver, url, apiKey, secret, headers } of endpoints) {
    const tracker = trackers.get(receiver) ?? (await receiver.tracker?.());
    if (tracker === undefined) continue;
    trackers.set(receiver, tracker);
    const key = apiKey ?? (tracker.keyIsSecret ? secret : undefined);
    if (key === undefined) {
      if (tracker.inRequest !== undefined) continue;
      throw new InputError(`wait: ${receiver.title} is asked with a token of its own; set api-key, or remove wait`);
    }
    tracker.checkEndpoint?.(url);
    const twice = Object.keys(tracker.keyHeaders(key)).find((name) => name in headers);
    if (twice !== undefined)
      throw new InputError(
        `headers: ${twice} is set from the api-key input; remove it, also where the url or oidc-audience sets it`,
      );
  }
  return trackers;
}

/** Starts the one clock that all deployments share. */
export function startWait(trackers: Trackers, options: WaitOptions): Wait {
  const progress = startProgress(info, options.lineEveryMs ?? LINE_EVERY_MS);
  const endByMs = monotonicMs() + options.waitTimeoutMs;
  const shared = { ...options, progress, endByMs, leftMs: () => endByMs - monotonicMs() };
  const inBatches = createBatches((origin, size) =>
    info(
      `${origin}: ${size} messages at a time, for it remembers few deployments; the next ones follow when these have ended`,
    ),
  );
  return {
    deliver(message, endpoint, log) {
      const { receiver } = endpoint;
      const tracker = trackers.get(receiver);
      if (tracker === undefined) return deliver(message, endpoint, { ...options, ...log });
      const context = { ...shared, ...log, tracker, receiver };
      const { inRequest, remembered = Number.POSITIVE_INFINITY } = tracker;
      const apiKey = endpoint.apiKey ?? (tracker.keyIsSecret ? endpoint.secret : undefined);
      if (apiKey !== undefined) {
        const place = { key: endpoint.url.origin, size: remembered };
        return inBatches(place, () => deliverAndAsk(message, { ...endpoint, apiKey }, context));
      }
      if (inRequest !== undefined) return deliverInside(message, endpoint, inRequest, context);
      return deliver(message, endpoint, { ...options, ...log });
    },
    stop: progress.stop,
  };
}
