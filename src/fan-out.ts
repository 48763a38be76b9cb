import { nameArtifact, nameArtifacts } from './artifact.ts';
import { type DeliverOptions, type Delivery, deliver } from './deliver.ts';
import type { Endpoint } from './endpoint.ts';
import type { Message } from './formats/format.ts';
import type { Inputs } from './inputs.ts';
import { say, sayGroup } from './log.ts';
import { shortDigest } from './reference.ts';
import type { Transport } from './transport.ts';
import type { Waiting } from './wait.ts';

/**
 * Endpoints whose requests are begun before the event loop turns, so that they are on the wire while the others are prepared.
 * Over TLS all are: a turn would go to the handshakes of the first, and the others would wait for those.
 */
const BEGUN_AT_ONCE = 10;

type FanOutOptions = {
  readonly signal: AbortSignal;
  /** Called when the first request of every delivery is on its way. */
  readonly onSent: () => void;
  readonly transport: Transport;
  /** Starts the wait for the deployments; absent when nobody waits. */
  readonly startWait: (() => Waiting) | undefined;
};

/** Tells every endpoint of every message, all at once: a dead endpoint delays none. */
export async function sendAll(
  messages: readonly Message[],
  inputs: Inputs,
  { signal, onSent, transport, startWait }: FanOutOptions,
): Promise<{ readonly deliveries: readonly Delivery[]; readonly timeline?: string }> {
  const { endpoints } = inputs;
  const waiting = startWait?.();
  const isAlone = endpoints.length === 1;
  // The lines of several endpoints are grouped, unless that would keep them back for the length of a deployment.
  const isLive = isAlone || waiting !== undefined;
  const count = endpoints.length * messages.length;
  const keepAlive = waiting !== undefined || new Set(endpoints.map(({ url }) => url.host)).size < count;
  const countSent = countdown(count, onSent);
  const sendTo = async (endpoint: Endpoint): Promise<readonly Delivery[]> => {
    const lines: string[] = [];
    if (isAlone) say(`sending to ${endpoint.label}`);
    const deliveries = await Promise.all(
      messages.map((message) => {
        const names = [isLive && !isAlone ? endpoint.label : '', messages.length === 1 ? '' : nameMessage(message)];
        const name = names.filter((part) => part !== '').join(' ');
        const prefix = name === '' ? '' : `${name}: `;
        const log = (line: string) => (isLive ? say(`${prefix}${line}`) : lines.push(`${prefix}${line}`));
        const options: DeliverOptions = { ...inputs, transport, signal, keepAlive, onSent: countSent(), log };
        return waiting === undefined
          ? deliver(message, endpoint, options)
          : waiting.deliver(message, endpoint, { ...options, name });
      }),
    );
    if (!isLive) sayGroup(`${endpoint.label}: ${deliveries.map(({ kind }) => kind).join(', ')}`, lines);
    return deliveries;
  };
  try {
    const deliveries = (await inTurns(endpoints, sendTo)).flat();
    return waiting === undefined ? { deliveries } : { deliveries, timeline: waiting.timeline(deliveries) };
  } finally {
    waiting?.stop();
  }
}

/** Makes functions, and calls `whenAll` when `count` of them have been called. That one is called again changes nothing. */
function countdown(count: number, whenAll: () => void): () => () => void {
  let left = count;
  return () => {
    let isCounted = false;
    return () => {
      if (isCounted) return;
      isCounted = true;
      left -= 1;
      if (left === 0) whenAll();
    };
  };
}

/** Does `begin` with all endpoints, in their order, and waits for all: over http with a few in each turn of the event loop. */
function inTurns<Result>(
  endpoints: readonly Endpoint[],
  begin: (endpoint: Endpoint) => Promise<Result>,
): Promise<readonly Result[]> {
  let turn = Promise.resolve();
  return Promise.all(
    endpoints.map(async (endpoint, index) => {
      const isNext = index > 0 && index % BEGUN_AT_ONCE === 0 && endpoint.url.protocol === 'http:';
      if (isNext) turn = turn.then(() => new Promise((next) => setImmediate(next)));
      await turn;
      return begin(endpoint);
    }),
  );
}

function nameMessage({ artifacts }: Message): string {
  return nameArtifacts(artifacts, (artifact) => {
    const { digest } = artifact;
    return digest === undefined ? nameArtifact(artifact) : `${nameArtifact(artifact)} ${shortDigest(digest)}`;
  });
}
