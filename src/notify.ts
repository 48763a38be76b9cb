import { findArtifacts } from './artifacts/find.ts';
import { artifactWarnings } from './artifacts/warnings.ts';
import { withBearer } from './delivery/bearer.ts';
import { type DeliverOptions, deliver } from './delivery/deliver.ts';
import { deliverAll } from './delivery/deliver-all.ts';
import type { Delivery } from './delivery/types.ts';
import { configureClient } from './http/configure.ts';
import type { HttpClient } from './http/types.ts';
import { findReceiver, type Inputs, readInputs } from './inputs/inputs.ts';
import { collectSecrets } from './inputs/secrets.ts';
import { type Artifact, nameArtifact } from './oci/artifact.ts';
import type { Message, Receiver, Skip, SkipReason } from './receivers/types.ts';
import type { Outcome } from './report/outcome.ts';
import { InputError } from './util/errors.ts';
import { info, mask, notice, warning } from './util/log.ts';
import { grouped, plural } from './util/text.ts';

/** Receivers limit bodies to 1 MiB (doco-cd MAX_PAYLOAD_SIZE) or more. */
const BODY_LIMIT = 1024 * 1024;

/** Connections to more hosts are not kept open: they would take the file descriptors that new ones need. */
const MOST_KEPT = 100;
/** What one step may send. More belongs in a matrix, whose jobs run in parallel. */
const MOST_DELIVERIES = 10_000;

/**
 * The whole step, from inputs to outcome. It writes nothing but the log.
 * @throws InputError for whatever is wrong before anything is sent.
 */
export async function notify(environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Outcome> {
  for (const secret of collectSecrets(environment, findReceiver(environment))) mask(secret);
  const inputs = readInputs(environment);
  const { format, endpoints, limits, tls } = inputs;
  for (const text of inputs.warnings) warning(text);
  for (const text of inputs.notices) notice(text);
  const isConfidential = inputs.oidcAudience !== undefined;
  const client = await configureClient({ urls: endpoints.map(({ url }) => url), tls, isConfidential }, environment);

  const found = { environment, format, deadlineMs: limits.deadlineMs, signal };
  const { artifacts, skips, isHostFromEvent } = await findArtifacts(inputs, found);
  for (const { reason, detail } of skips) info(`skipped (${reason}): ${detail}`);
  if (artifacts.length === 0) return { kind: 'skipped', skip: mostTelling(skips) };

  for (const text of artifactWarnings(artifacts, { format, endpoints, isHostFromEvent })) warning(text);
  const messages = serialize(artifacts, format);
  refuseTooMany(messages.length, endpoints.length);
  for (const artifact of artifacts) info(`${nameArtifact(artifact)} (${artifact.digest ?? 'no digest'})`);
  const authorized = inputs.dryRun
    ? client
    : await authorize(client, { audience: inputs.oidcAudience, environment, signal });
  const send = await prepareSending(inputs, { client: authorized, signal, messages });
  if (inputs.dryRun) return { kind: 'dry-run', artifacts, messages, endpoints };
  return { kind: 'sent', format, artifacts, messages, deliveries: await send() };
}

/** The skip to report: what the user's own settings caused comes before what is usual. */
function mostTelling(skips: readonly Skip[]): Skip {
  const telling: readonly SkipReason[] = ['superseded', 'filtered', 'untagged'];
  const first = telling.map((reason) => skips.findLast((skip) => skip.reason === reason)).find((skip) => skip);
  const nothing = { reason: 'no-events', detail: 'the event names nothing that was published' } as const;
  return first ?? skips.at(-1) ?? nothing;
}

function serialize(artifacts: readonly Artifact[], format: Receiver): readonly Message[] {
  const messages = format.serialize(artifacts);
  for (const { body } of messages) {
    const size = Buffer.byteLength(body);
    if (size > BODY_LIMIT)
      throw new InputError(
        `the message has ${size} bytes, receivers take at most ${BODY_LIMIT}; narrow the filter input`,
      );
  }
  return messages;
}

type Authorizing = {
  readonly audience: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

/** A client that sends the job's ID token with every request, if the user asked for that. */
async function authorize(client: HttpClient, { audience, environment, signal }: Authorizing): Promise<HttpClient> {
  if (audience === undefined) return client;
  mask(environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''); // Authorizes the request for the ID token.
  const { requestIdToken } = await import('./github/api.ts');
  return withBearer(client, { request: () => requestIdToken(audience, signal), signal, log: info });
}

function refuseTooMany(messages: number, endpoints: number): void {
  if (messages * Math.max(endpoints, 1) <= MOST_DELIVERIES) return;
  const what = `${plural(messages, 'message')} to ${plural(endpoints, 'endpoint')}`;
  throw new InputError(
    `${what} are more than the ${grouped(MOST_DELIVERIES)} deliveries that one step makes; narrow artifact or filter, or split the endpoints over the jobs of a matrix`,
  );
}

type Sending = Pick<DeliverOptions, 'client' | 'signal'> & { readonly messages: readonly Message[] };

/** A function that sends all messages, and waits for the deployments if the user asked for that. Nothing is sent yet. */
async function prepareSending(
  inputs: Inputs,
  { messages, ...rest }: Sending,
): Promise<() => Promise<readonly Delivery[]>> {
  const { endpoints, format, wait } = inputs;
  const { limits, signatureHeader } = inputs;
  const hosts = new Set(endpoints.map(({ url }) => url.host));
  const mayKeep = hosts.size <= MOST_KEPT;
  if (wait === undefined) {
    const isShared = hosts.size < endpoints.length * messages.length;
    const options = { format, limits, signatureHeader, keepAlive: mayKeep && isShared, ...rest };
    return () =>
      deliverAll(messages, endpoints, {
        deliver: (message, endpoint, { log }) => deliver(message, endpoint, { ...options, log }),
        isLive: false,
      });
  }
  const { findTracker, startWait } = await import('./deployment/wait.ts');
  const tracker = await findTracker(format, endpoints);
  const options = { format, limits, signatureHeader, keepAlive: mayKeep, ...rest, waitTimeoutMs: wait.timeoutMs };
  return async () => {
    const waiting = startWait(tracker, options);
    try {
      return await deliverAll(messages, endpoints, { deliver: waiting.deliver, isLive: true });
    } finally {
      waiting.stop();
    }
  };
}
