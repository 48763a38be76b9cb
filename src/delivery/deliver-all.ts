import { nameArtifact } from '../oci/artifact.ts';
import { shortDigest } from '../oci/reference.ts';
import type { Message } from '../receivers/types.ts';
import { createLimiter } from '../util/limiter.ts';
import { info, infoGroup } from '../util/log.ts';
import { withoutDoubts } from './hints.ts';
import { type Delivery, type Endpoint, outcomeOf } from './types.ts';

/** Delivers one message to one endpoint: at once, or with a wait for the deployment. */
type Deliver = (message: Message, endpoint: Endpoint, log: EndpointLog & Turn) => Promise<Delivery>;

type Turn = {
  /** Whether it is tried once only: a message before it has waited for this endpoint in vain. */
  readonly isOnce: boolean;
};

/** The log of one delivery, and what begins the next one. */
export type EndpointLog = {
  /** What distinguishes this delivery from the others. Empty when it is the only one. */
  readonly name: string;
  readonly log: (line: string) => void;
  /** To be called when its first attempt begins. */
  readonly onTurn?: (() => void) | undefined;
};

/** What one endpoint is sent. */
export type Outgoing = { readonly endpoint: Endpoint; readonly messages: readonly Message[] };

type DeliverOne = (message: Message, how: Turn & Pick<EndpointLog, 'onTurn'>) => Promise<Delivery>;

/** Deliveries to one host that have begun and wait for their turn: few, for each takes memory until it is over. */
const MOST_WAITING = 50;

export type DeliverAllOptions = {
  readonly deliver: Deliver;
  /** Whether lines are written as they come. */
  readonly isLive: boolean;
  /** Called with each delivery as it ends. */
  readonly onSent: (delivery: Delivery) => void;
};

/**
 * Delivers all messages, all at the same time, so that a dead endpoint delays no other. Only a receiver that needs them
 * in order gets one after the other.
 */
export async function deliverAll(
  outgoing: readonly Outgoing[],
  { deliver, isLive, onSent }: DeliverAllOptions,
): Promise<readonly Delivery[]> {
  const isAlone = outgoing.length === 1;
  const enter = createLimiter(MOST_WAITING);
  const perEndpoint = await Promise.all(
    outgoing.map(async ({ endpoint, messages }) => {
      // Lines of several endpoints are grouped, unless that would hold them back for as long as a deployment takes.
      const group: string[] | undefined = isAlone || isLive ? undefined : [];
      if (isAlone) info(`sending to ${endpoint.label}`);
      const deliverOne: DeliverOne = async (message, how) => {
        const names = [isAlone || group ? '' : endpoint.label, messages.length === 1 ? '' : nameMessage(message)];
        const delivery = await deliver(message, endpoint, { ...endpointLog(names, group), ...how });
        onSent(delivery);
        return delivery;
      };
      const turn = () => enter(endpoint.url.host);
      const deliveries = endpoint.receiver.wire.inOrder
        ? await inOrder(messages, deliverOne)
        : await sideBySide(messages, deliverOne, turn);
      if (group) infoGroup(`${endpoint.label}: ${deliveries.map(outcomeOf).join(', ')}`, group);
      return deliveries;
    }),
  );
  return withoutDoubts(perEndpoint.flat());
}

async function inOrder(messages: readonly Message[], deliverOne: DeliverOne): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  let isOnce = false;
  for (const message of messages) {
    const delivery = await deliverOne(message, { isOnce });
    deliveries.push(delivery);
    isOnce ||= delivery.kind === 'unreachable' || delivery.wouldRepeat === true;
  }
  return deliveries;
}

async function sideBySide(
  messages: readonly Message[],
  deliverOne: DeliverOne,
  turn: () => Promise<() => void>,
): Promise<readonly Delivery[]> {
  const begun: Promise<Delivery>[] = [];
  for (const message of messages) {
    const onTurn = await turn();
    begun.push(deliverOne(message, { isOnce: false, onTurn }).finally(onTurn));
  }
  return Promise.all(begun);
}

function endpointLog(names: readonly string[], group: string[] | undefined): Pick<EndpointLog, 'name' | 'log'> {
  const name = names.filter((part) => part !== '').join(' ');
  const prefix = name === '' ? '' : `${name}: `;
  const write = group === undefined ? info : (line: string) => void group.push(line);
  return { name, log: (line) => write(`${prefix}${line}`) };
}

function nameMessage({ artifact }: Message): string {
  const { digest } = artifact;
  return digest === undefined ? nameArtifact(artifact) : `${nameArtifact(artifact)} ${shortDigest(digest)}`;
}
