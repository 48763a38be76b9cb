import { type Artifact, nameArtifact, nameArtifacts } from './artifact.ts';
import { type DeliverOptions, type Delivery, deliver } from './deliver.ts';
import type { Endpoint } from './endpoint.ts';
import type { Message } from './formats/format.ts';
import { TARGETS } from './formats.ts';
import { hideSecrets } from './hide-secrets.ts';
import { InputError } from './input-error.ts';
import type { Environment } from './input-values.ts';
import { formatName, type Inputs, readInputs } from './inputs.ts';
import { mask, say, sayGroup, warn } from './log.ts';
import type { Outcome, Sent } from './outcome.ts';
import { prepareTransport } from './prepare-transport.ts';
import { findPublished } from './published.ts';
import { shortDigest } from './reference.ts';
import type { Transport } from './transport.ts';
import type { Waiting } from './wait.ts';

/** Receivers limit bodies to 1 MiB (doco-cd MAX_PAYLOAD_SIZE) or more. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Endpoints whose requests are begun before the event loop turns, so that they are on the wire while the others are prepared.
 * Over TLS all are: a turn would go to the handshakes of the first, and the others would wait for those.
 */
const BEGUN_AT_ONCE = 10;

export type RunOptions = {
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  /** Called when all requests are on their way, with what most likely comes of the first: time to prepare the report. */
  readonly onSent: (likely: Sent) => void;
};

/**
 * The whole step, from inputs to outcome; reports nothing but log lines.
 * @throws InputError for whatever is wrong before anything is sent.
 */
export async function run(environment: Environment, options: RunOptions): Promise<Outcome> {
  const format = await TARGETS.get(formatName(environment))?.();
  hideSecrets(environment, format, mask);
  const inputs = await readInputs(environment, format);
  for (const warning of inputs.warnings) warn(warning);
  const transport = await prepareTransport(inputs, environment); // Refuses bad certificates and proxies before all else.

  const { artifacts, skips } = await findPublished(inputs, environment, options.signal);
  const last = skips.at(-1);
  if (artifacts.length === 0) {
    return {
      kind: 'skipped',
      skip: last ?? { reason: 'no-events', detail: 'the event holds nothing that was published' },
    };
  }
  for (const { reason, detail } of skips) say(`skipped (${reason}): ${detail}`);

  const messages = encode(artifacts, inputs);
  for (const artifact of artifacts) say(`${nameArtifact(artifact)} (${artifact.digest ?? 'no digest'})`);
  const startWait = await prepareWait(inputs);
  if (inputs.dryRun) return { kind: 'dry-run', artifacts, messages, endpoints: inputs.endpoints };
  const base = { kind: 'sent', format: inputs.format, artifacts, messages } as const;
  const onSent = () => options.onSent({ ...base, deliveries: likelyDeliveries(messages, inputs) });
  return { ...base, ...(await sendAll(messages, inputs, { signal: options.signal, onSent, transport, startWait })) };
}

/** The first delivery as it mostly ends. */
function likelyDeliveries([message]: readonly Message[], { endpoints: [endpoint] }: Inputs): readonly Delivery[] {
  if (message === undefined || endpoint === undefined) return [];
  const exchange = { kind: 'answer', status: 202, body: '{}', bodyEnd: 'complete', durationMs: 0 } as const;
  return [{ kind: 'accepted', message, endpoint, attempts: [{ startedMs: 0, exchange }], durationMs: 0, words: '' }];
}

function encode(artifacts: readonly Artifact[], { format }: Inputs): readonly Message[] {
  const messages = format.encode(artifacts);
  for (const { body } of messages) {
    const size = Buffer.byteLength(body);
    if (size > BODY_LIMIT)
      throw new InputError(
        `the message has ${size} bytes, receivers take at most ${BODY_LIMIT}; narrow the filter input`,
      );
  }
  return messages;
}

/** What starts the wait for the deployments, if the user asked for it; loaded only then. */
async function prepareWait({ format, endpoints, wait }: Inputs): Promise<(() => Waiting) | undefined> {
  if (wait === undefined) return undefined;
  return (await import('./wait.ts')).prepareWait(format, endpoints, wait);
}

/** Tells every endpoint of every message, all at once: a dead endpoint delays none. */
async function sendAll(
  messages: readonly Message[],
  inputs: Inputs,
  {
    signal,
    onSent,
    transport,
    startWait,
  }: {
    readonly signal: AbortSignal;
    /** Called when all requests are on their way. */
    readonly onSent: () => void;
    readonly transport: Transport;
    readonly startWait: (() => Waiting) | undefined;
  },
): Promise<{ readonly deliveries: readonly Delivery[]; readonly timeline?: string }> {
  const waiting = startWait?.();
  const isAlone = inputs.endpoints.length === 1;
  // The lines of several endpoints are grouped, unless that would keep them back for the length of a deployment.
  const isLive = isAlone || waiting !== undefined;
  const hosts = new Set(inputs.endpoints.map(({ url }) => url.host));
  const count = inputs.endpoints.length * messages.length;
  const keepAlive = waiting !== undefined || hosts.size < count;
  let unsent = count;
  /** Counts a delivery when it is called first: further calls are for further attempts. */
  const countOnce = () => {
    let isCounted = false;
    return () => {
      unsent -= isCounted ? 0 : 1;
      if (unsent === 0 && !isCounted) onSent();
      isCounted = true;
    };
  };
  const sendTo = async (endpoint: Endpoint): Promise<readonly Delivery[]> => {
    const lines: string[] = [];
    if (isAlone) say(`sending to ${endpoint.label}`);
    const deliveries = await Promise.all(
      messages.map((message) => {
        const names = [isLive && !isAlone ? endpoint.label : '', messages.length === 1 ? '' : nameMessage(message)];
        const name = names.filter((part) => part !== '').join(' ');
        const prefix = name === '' ? '' : `${name}: `;
        const log = (line: string) => (isLive ? say(`${prefix}${line}`) : lines.push(`${prefix}${line}`));
        const options: DeliverOptions = { ...inputs, transport, signal, keepAlive, onSent: countOnce(), log };
        return waiting === undefined
          ? deliver(message, endpoint, options)
          : waiting.deliver(message, endpoint, { ...options, name });
      }),
    );
    if (!isLive) sayGroup(`${endpoint.label}: ${deliveries.map(({ kind }) => kind).join(', ')}`, lines);
    return deliveries;
  };
  let turn = Promise.resolve();
  const inTurn = async (endpoint: Endpoint, index: number) => {
    const isNext = index > 0 && index % BEGUN_AT_ONCE === 0 && endpoint.url.protocol === 'http:';
    if (isNext) turn = turn.then(() => new Promise((next) => setImmediate(next)));
    await turn;
    return sendTo(endpoint);
  };
  try {
    const deliveries = (await Promise.all(inputs.endpoints.map(inTurn))).flat();
    return waiting === undefined ? { deliveries } : { deliveries, timeline: waiting.timeline(deliveries) };
  } finally {
    waiting?.stop();
  }
}

function nameMessage({ artifacts }: Message): string {
  return nameArtifacts(artifacts, (artifact) => {
    const { digest } = artifact;
    return digest === undefined ? nameArtifact(artifact) : `${nameArtifact(artifact)} ${shortDigest(digest)}`;
  });
}
