import type { HttpResult } from '../../http/types.ts';
import type { Artifact } from '../../oci/artifact.ts';
import { parseReference, shortDigest } from '../../oci/reference.ts';
import { InputError } from '../../util/errors.ts';
import { at, isObject, textAt } from '../../util/json.ts';
import { plural } from '../../util/text.ts';
import type { Ask, Container, DeploymentResult, Observation } from '../types.ts';
import { apiUrl, listIn } from './api.ts';
import { createMemory, type Steady } from './believed-state.ts';
import { awaitedServices, LABELS, labelOf, lookAt, type Seen } from './container-state.ts';
import { mountNote } from './mounts.ts';
import { servicesOf, UNCHECKED_TASKS } from './swarm.ts';

/**
 * Whether the containers of an artifact run. A run of doco-cd is `succeeded` even if it was skipped because containers
 * have the digest already, and these have failed: only the state of the containers shows that. A server lists its
 * Compose projects as `{Name, ConfigFiles}`, and a Swarm manager its stacks instead. Sources: doco-cd handler_api.go,
 * labels.go and shouldSkipOCIDeployment in stage_2_pre-deploy.go.
 */

/**
 * Most projects that are read and containers that are kept: enough for every server, and a limit for hostile answers.
 */
const PROJECT_LIMIT = 200;
const CONTAINER_LIMIT = 200;
/** Containers that a message names. */
const NAMED = 5;
const LOOK_AGAIN_MS = 1_000;

const STARTING =
  'it had not been seen to run steadily yet; raise wait-timeout, or see its log and health check on the server';
/** What a server showed of an artifact. */
type Sample =
  | {
      readonly kind: 'seen';
      /** What belongs to the stacks that have the digest. */
      readonly ours: readonly Seen[];
      /** What comes from the same repository, without that digest. */
      readonly others: readonly Seen[];
      readonly isSwarm: boolean;
      readonly note: string | undefined;
    }
  | { readonly kind: 'unreadable'; readonly answer: HttpResult; readonly problem: string };

type Succeeded = Extract<Observation, { kind: 'ended' }>;

/** The check of what runs after doco-cd `succeeded`. It is called until it has ended, and remembers what it saw. */
export function createContainerCheck(
  endpoint: URL,
  artifact: Artifact,
): (ask: Ask, succeeded: Succeeded) => Promise<Observation> {
  const remember = createMemory();
  let hasDoubt = false;
  return async (ask, { result, times }) => {
    const sample = await takeSample(ask, { endpoint, artifact, createdMs: times?.createdMs });
    if (sample.kind === 'unreadable') {
      // Something had not run yet: if it cannot be seen any more, that is not a success.
      if (hasDoubt) return { kind: 'unreadable', answer: sample.answer };
      return { kind: 'unreadable', answer: sample.answer, otherwise: { ...result, ...unchecked(sample.problem) } };
    }
    const { ours, others, note } = sample;
    if (ours.length === 0)
      return { kind: 'ended', result: { ...result, ...unchanged(others, times?.createdMs, note) }, times };
    const judged = ours.map((seen) => ({ seen, steady: remember(seen) }));
    hasDoubt ||= ours.some(({ condition }) => condition !== 'well');
    const observed = judge(judged);
    if (observed.kind !== 'ended') return { ...observed, times };
    const isUnchecked = sample.isSwarm && observed.result.kind === 'succeeded';
    const hints = [observed.result.hint, ...(isUnchecked ? [UNCHECKED_TASKS] : []), note];
    const hint = hints.filter((text) => text !== undefined).join('; ') || undefined;
    return { kind: 'ended', result: { serverMessage: result.serverMessage, ...observed.result, hint }, times };
  };
}

/** The containers of an artifact as one look shows them, for a deployment that failed. */
export async function listContainers(ask: Ask, endpoint: URL, artifact: Artifact): Promise<readonly Container[]> {
  const sample = await takeSample(ask, { endpoint, artifact, createdMs: undefined });
  if (sample.kind === 'unreadable') return [];
  const judged = sample.ours.map((seen) => ({ seen, steady: { condition: seen.condition, restarts: 0 } }));
  return judged.slice(0, CONTAINER_LIMIT).map(describe);
}

type Judged = { readonly seen: Seen; readonly steady: Steady };

function judge(judged: readonly Judged[]): Observation {
  const having = (wanted: Steady['condition']) => judged.filter(({ steady }) => steady.condition === wanted);
  const [failed, starting] = [having('failed'), having('starting')];
  const containers = [...failed, ...starting, ...having('well')].slice(0, CONTAINER_LIMIT).map(describe);
  // What has failed counts, whatever the others do.
  if (failed.length > 0) {
    const serverMessage = nameAll(failed);
    const hint = notWell(failed);
    return {
      kind: 'ended',
      result: { kind: 'failed', error: 'CONTAINER_FAILED', serverMessage, hint, containers },
    };
  }
  if (starting.length === 0) return { kind: 'ended', result: { kind: 'succeeded', containers } };
  const unwell = starting.filter(({ seen }) => seen.condition !== 'well');
  const serverMessage = nameAll(unwell.length > 0 ? unwell : starting);
  const soFar = { serverMessage, hint: STARTING, containers };
  return { kind: 'pending', state: unwell.length > 0 ? 'starting' : 'running', waitMs: LOOK_AGAIN_MS, soFar };
}

function describe({ seen, steady }: Judged): Container {
  const { name, logCommand } = seen;
  const isWell = steady.condition === 'well';
  return { name, state: stateOf({ seen, steady }), isWell, logCommand: isWell ? undefined : logCommand };
}

function stateOf({ seen: { state }, steady: { condition, restarts } }: Judged): string {
  return condition !== 'well' && restarts > 0 ? `${state}, restarted ${plural(restarts, 'time')} meanwhile` : state;
}

function nameAll(judged: readonly Judged[]): string {
  const named = judged.slice(0, NAMED).map((one) => `${one.seen.name} ${stateOf(one)}`);
  const more = judged.length > NAMED ? [`and ${judged.length - NAMED} more`] : [];
  return [...named, ...more].join(', ');
}

/** What to do about containers that have failed, with the commands that show why. */
function notWell(failed: readonly Judged[]): string {
  const commands = failed.flatMap(({ seen: { logCommand } }) => logCommand ?? []).slice(0, NAMED);
  const see =
    commands.length === 0 ? 'see why with docker logs on the server' : `see why on the server: ${commands.join(', ')}`;
  return `${see}. Repair that and run this job again, or push a change: doco-cd itself leaves alone a digest that containers have already`;
}

type Wanted = { readonly endpoint: URL; readonly artifact: Artifact; readonly createdMs: number | undefined };

/**
 * Looks at the projects of the server, those first whose files are of this artifact, and else at the stacks of its
 * Swarm.
 */
async function takeSample(ask: Ask, wanted: Wanted): Promise<Sample> {
  const { endpoint, artifact, createdMs } = wanted;
  const answer = await ask(apiUrl(endpoint, 'projects', 'all=true'));
  const projects = listIn(answer, isProject);
  if ('problem' in projects) return { kind: 'unreadable', answer, problem: projects.problem };
  const others: Seen[] = [];
  const notes: string[] = [];
  for (const names of inTwoParts(projects.items, artifact)) {
    if (names.length > PROJECT_LIMIT) {
      return { kind: 'unreadable', answer, problem: `the server has ${plural(names.length, 'project')}` };
    }
    const ours: Seen[] = [];
    for (const name of names) {
      const listing = await ask(apiUrl(endpoint, `project/${name}`));
      const listed = listIn(listing, isContainer);
      if ('problem' in listed) {
        // What has failed counts, whatever cannot be read.
        if (ours.some(({ condition }) => condition === 'failed')) break;
        return { kind: 'unreadable', answer: listing, problem: listed.problem };
      }
      const containers = listed.items.filter((item) => isOf(artifact, labelOf(item, LABELS.source)));
      const awaited = awaitedServices(listed.items);
      const seen = containers.map((item) => toSeen(item, lookAt(item, awaited, listing.dateMs)));
      const hasDigest = seen.some(({ digest }) => digest === artifact.digest);
      (hasDigest ? ours : others).push(...seen);
      const note = mountNote(containers, artifact, { createdMs, nowMs: listing.dateMs });
      if (note !== undefined) notes.push(note);
    }
    if (ours.length > 0) return { kind: 'seen', ours, others, isSwarm: false, note: notes[0] };
  }
  const stacks = await ask(apiUrl(endpoint, 'stacks'));
  const services = servicesOf(stacks, (source) => isOf(artifact, source));
  if (services.kind === 'none') return { kind: 'seen', ours: [], others, isSwarm: false, note: notes[0] };
  if (services.kind === 'unreadable') return { kind: 'unreadable', answer: stacks, problem: services.problem };
  const parts = Map.groupBy(services.services, ({ digest }) => digest === artifact.digest);
  return { kind: 'seen', ours: parts.get(true) ?? [], others: parts.get(false) ?? [], isSwarm: true, note: undefined };
}

function isProject(item: unknown): boolean {
  return textAt(item, 'Name') !== undefined;
}

function isContainer(item: unknown): boolean {
  return textAt(item, 'State') !== undefined && isObject(at(item, 'Labels'));
}

/** The names of projects whose files are in the directory of `artifact`'s repository, and those of all others. */
function inTwoParts(projects: readonly unknown[], { path }: Artifact): readonly (readonly string[])[] {
  const parts = Map.groupBy(projects, (project) => textAt(project, 'ConfigFiles')?.includes(`/${path}/`) === true);
  const namesOf = (part: readonly unknown[] = []) =>
    part.map((project) => textAt(project, 'Name') ?? '').filter((name) => /^[a-z0-9][a-z0-9_-]*$/.test(name));
  return [namesOf(parts.get(true)), namesOf(parts.get(false))];
}

/** Whether `source`, the reference that something was deployed from, is of the artifact's repository. */
function isOf({ host, path }: Artifact, source: string | undefined): boolean {
  if (source === undefined) return false;
  try {
    const reference = parseReference(source, LABELS.source);
    return reference.host === host && reference.path === path;
  } catch (error) {
    if (error instanceof InputError) return false; // A Git repository.
    throw error;
  }
}

function toSeen(container: unknown, look: ReturnType<typeof lookAt>): Seen {
  const name = textAt(container, 'Name') ?? '?';
  return {
    ...look,
    name,
    logCommand: /^[\w][\w.-]*$/.test(name) ? `docker logs --tail 100 ${name}` : undefined,
    digest: labelOf(container, LABELS.digest),
    deployedMs: Date.parse(labelOf(container, LABELS.deployedAt) ?? ''),
  };
}

const NOTHING_HAS_IT = 'doco-cd reports success, but no container carries this digest: ';

/** doco-cd reports success and nothing has the digest: why that may be, by what else comes from the repository. */
function unchanged(others: readonly Seen[], createdMs: number | undefined, note: string | undefined): DeploymentResult {
  const [other] = others;
  const newer = others.find(({ deployedMs = Number.NaN }) => createdMs !== undefined && deployedMs > createdMs);
  const hint =
    newer !== undefined
      ? `it was deployed and then replaced: ${newer.name} has ${shown(newer)} of a later message`
      : other !== undefined
        ? `${NOTHING_HAS_IT}${other.name} still has ${shown(other)}; the artifact changes no service, or the webhook_filter does not match`
        : `${NOTHING_HAS_IT}the webhook_filter does not match, its services were removed or it destroys its stack, the name of its stack belongs to another repository, or the stack is in another Docker context`;
  return { kind: 'unchanged', hint: note === undefined ? hint : `${hint}; ${note}` };
}

function shown({ digest }: Seen): string {
  return digest === undefined ? 'another digest' : shortDigest(digest);
}

function unchecked(why: string): DeploymentResult {
  const hint = `doco-cd reports success; whether the containers run could not be checked (${why}), so see docker ps on the server`;
  return { kind: 'succeeded', hint };
}
