import { findArtifacts } from './artifacts/find.ts';
import { artifactWarnings } from './artifacts/warnings.ts';
import { withBearer } from './delivery/bearer.ts';
import { type DeliverOptions, deliver } from './delivery/deliver.ts';
import { type DeliverAllOptions, deliverAll, type Outgoing } from './delivery/deliver-all.ts';
import { fillPlaceholders, hasPlaceholder } from './delivery/placeholders.ts';
import type { Delivery } from './delivery/types.ts';
import type { Skip, SkipReason, Workflow } from './events/types.ts';
import { configureClient } from './http/configure.ts';
import type { HttpClient } from './http/types.ts';
import { refuseAsToken } from './inputs/endpoints.ts';
import { type Inputs, readInputs, readReceiver } from './inputs/inputs.ts';
import { collectSecrets } from './inputs/secrets.ts';
import { type Artifact, nameArtifact } from './oci/artifact.ts';
import { chooseReceivers } from './receivers/index.ts';
import type { Outcome, Prepared, SoFar } from './report/outcome.ts';
import { InputError } from './util/errors.ts';
import { info, mask, notice, warning } from './util/log.ts';
import { grouped, plural } from './util/text.ts';

/** Connections to more hosts are not kept open: they would take the file descriptors that new ones need. */
const MOST_KEPT = 100;
/** Warnings or skips of one kind. GitHub shows no more than ten annotations of a step, and nobody reads thousands. */
const MOST_TOLD = 20;
/** With more deliveries, what their answers leave behind is collected early: see `saveMemory`. */
const MANY_DELIVERIES = 500;
/** What one step may send. More belongs in a matrix, whose jobs run in parallel. */
const MOST_DELIVERIES = 10_000;

type Running = {
  readonly signal: AbortSignal;
  /** Filled from the first message on. */
  readonly soFar: SoFar;
};

/**
 * The whole step, from inputs to outcome. It writes nothing but the log.
 * @throws InputError for whatever is wrong before anything is sent.
 */
export async function notify(environment: NodeJS.ProcessEnv, { signal, soFar }: Running): Promise<Outcome> {
  const { name, urls } = readReceiver(environment);
  const choice = await chooseReceivers(name, urls);
  for (const secret of collectSecrets(environment, choice.receivers)) mask(secret);
  const inputs = readInputs(environment, choice);
  const { endpoints, receivers, limits, tls } = inputs;
  for (const text of choice.notes) info(text);
  tellFirst(inputs.warnings, warning);
  tellFirst(inputs.notices, notice);
  const isConfidential = inputs.oidcAudience !== undefined;
  const client = await configureClient({ urls: endpoints.map(({ url }) => url), tls, isConfidential }, environment);

  const found = {
    environment,
    needsDigest:
      receivers.some(({ wire }, index) => wire.needsDigest(endpoints[index]?.url)) ||
      endpoints.some(({ url }) => hasPlaceholder(url, 'digest')),
    deadlineMs: limits.deadlineMs,
    signal,
  };
  const { artifacts, skips, isHostFromEvent } = await findArtifacts(inputs, found);
  tellFirst(
    skips.map(({ reason, detail }) => `skipped (${reason}): ${detail}`),
    info,
  );
  if (artifacts.length === 0) return { kind: 'skipped', skip: mostTelling(skips) };

  tellFirst(artifactWarnings(artifacts, { receivers, endpoints, isHostFromEvent }), warning);
  refuseTooMany(artifacts.length, endpoints.length);
  if (artifacts.length * endpoints.length > MANY_DELIVERIES) await saveMemory();
  const prepared = prepare(artifacts, inputs, readWorkflow(environment));
  for (const artifact of artifacts) info(`${nameArtifact(artifact)} (${artifact.digest ?? 'no digest'})`);
  const authorized = inputs.dryRun
    ? client
    : await authorize(client, { audience: inputs.oidcAudience, environment, signal });
  const onSent = (delivery: Delivery) => void soFar.ended.set(delivery.message, delivery);
  const send = await prepareSending(inputs, { client: authorized, signal, runId: environment.GITHUB_RUN_ID, onSent });
  if (inputs.dryRun) return { kind: 'dry-run', artifacts, prepared };
  Object.assign(soFar, { artifacts, prepared });
  return { kind: 'sent', artifacts, deliveries: await send(prepared) };
}

/** One line for each text, but not for thousands of URLs or artifacts with one problem. */
function tellFirst(texts: readonly string[], tell: (text: string) => void): void {
  for (const text of texts.slice(0, MOST_TOLD)) tell(text);
  if (texts.length > MOST_TOLD) tell(`and ${grouped(texts.length - MOST_TOLD)} more like these`);
}

/** The skip to report: what the user's own settings caused comes before what is usual. */
function mostTelling(skips: readonly Skip[]): Skip {
  const telling: readonly SkipReason[] = ['superseded', 'filtered', 'untagged'];
  const first = telling.map((reason) => skips.findLast((skip) => skip.reason === reason)).find((skip) => skip);
  const nothing = { reason: 'no-events', detail: 'the event names nothing that was published' } as const;
  return first ?? skips.at(-1) ?? nothing;
}

/** The messages for each endpoint, or for the receiver where a dry run has no URL. */
function prepare(
  artifacts: readonly Artifact[],
  { endpoints, receivers }: Inputs,
  workflow: Workflow,
): readonly Prepared[] {
  const places = endpoints.length > 0 ? endpoints : receivers.map((receiver) => ({ receiver, url: undefined }));
  return places.map((place) => {
    const messages = artifacts.map((artifact) => place.receiver.wire.write(artifact, place.url, workflow));
    if (place.url === undefined) return { messages };
    // So that what is wrong is told before anything is sent.
    for (const { artifact, proof } of messages) {
      fillPlaceholders(place.url, artifact);
      refuseAsToken(place, [proof]);
    }
    return { endpoint: place, messages };
  });
}

/** The run of the workflow, by the runner's variables. */
function readWorkflow(environment: NodeJS.ProcessEnv): Workflow {
  const of = (name: string) => environment[`GITHUB_${name}`] ?? '';
  const [server, repository, run] = [of('SERVER_URL'), of('REPOSITORY'), of('RUN_ID')];
  const runUrl = server === '' || repository === '' || run === '' ? '' : `${server}/${repository}/actions/runs/${run}`;
  return { repository, sha: of('SHA'), ref: of('REF'), runUrl, actor: of('ACTOR') };
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
  const { requestIdToken } = await import('./github/id-token.ts');
  return withBearer(client, { request: () => requestIdToken(audience, { environment, signal }), signal, log: info });
}

function refuseTooMany(messages: number, endpoints: number): void {
  if (messages * Math.max(endpoints, 1) <= MOST_DELIVERIES) return;
  const what = `${plural(messages, 'message')} to ${plural(endpoints, 'endpoint')}`;
  throw new InputError(
    `${what} are more than the ${grouped(MOST_DELIVERIES)} deliveries that one step makes; narrow artifact or filter, or split the endpoints over the jobs of a matrix`,
  );
}

/**
 * Keeps V8 from letting the garbage of thousands of answers pile up before it collects it: half of the memory on a small
 * runner, for a fourth more of CPU where answers are long.
 */
async function saveMemory(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}

type Send = (prepared: readonly Prepared[]) => Promise<readonly Delivery[]>;

/**
 * A function that sends all messages, and waits for the deployments if the user asked for that. Nothing is sent yet.
 */
async function prepareSending(
  { endpoints, limits, wait }: Inputs,
  rest: Pick<DeliverOptions, 'client' | 'signal' | 'runId'> & Pick<DeliverAllOptions, 'onSent'>,
): Promise<Send> {
  const hosts = new Set(endpoints.map(({ url }) => url.host));
  const mayKeep = hosts.size <= MOST_KEPT;
  if (wait === undefined) {
    return (prepared) => {
      const outgoing = outgoingIn(prepared);
      const isShared = hosts.size < outgoing.reduce((sum, { messages }) => sum + messages.length, 0);
      const options = { limits, keepAlive: mayKeep && isShared, ...rest };
      return deliverAll(outgoing, {
        deliver: (message, endpoint, { log, isOnce, onTurn }) => {
          const once = isOnce ? { limits: { ...limits, deadlineMs: 0 } } : {};
          return deliver(message, endpoint, { ...options, ...once, log, onTurn });
        },
        isLive: false,
        onSent: rest.onSent,
      });
    };
  }
  const { findTrackers, startWait } = await import('./deployment/wait.ts');
  const trackers = await findTrackers(endpoints);
  const options = { limits, keepAlive: mayKeep, ...rest, waitTimeoutMs: wait.timeoutMs };
  return async (prepared) => {
    const waiting = startWait(trackers, options);
    try {
      return await deliverAll(outgoingIn(prepared), { deliver: waiting.deliver, isLive: true, onSent: rest.onSent });
    } finally {
      waiting.stop();
    }
  };
}

function outgoingIn(prepared: readonly Prepared[]): readonly Outgoing[] {
  return prepared.flatMap(({ endpoint, messages }) => (endpoint === undefined ? [] : { endpoint, messages }));
}
