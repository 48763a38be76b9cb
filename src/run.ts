import { type Artifact, nameArtifact } from './artifact.ts';
import type { Delivery } from './deliver.ts';
import { sendAll } from './fan-out.ts';
import type { Message } from './formats/format.ts';
import { TARGETS } from './formats.ts';
import { hideSecrets } from './hide-secrets.ts';
import { InputError } from './input-error.ts';
import type { Environment } from './input-values.ts';
import { formatName, type Inputs, readInputs } from './inputs.ts';
import { mask, say, warn } from './log.ts';
import type { Outcome, Sent } from './outcome.ts';
import { prepareTransport } from './prepare-transport.ts';
import { findPublished } from './published.ts';
import type { Waiting } from './wait.ts';

/** Receivers limit bodies to 1 MiB (doco-cd MAX_PAYLOAD_SIZE) or more. */
const BODY_LIMIT = 1024 * 1024;

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
