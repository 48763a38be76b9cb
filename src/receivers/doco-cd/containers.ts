import type { Artifact } from '../../oci/artifact.ts';
import { parseReference } from '../../oci/reference.ts';
import { InputError } from '../../util/errors.ts';
import { at, isObject, textAt } from '../../util/json.ts';
import { plural } from '../../util/text.ts';
import type { Ask, Container, ContainerCheck } from '../types.ts';
import { apiUrl, listIn } from './api.ts';

/**
 * Whether the containers of an artifact run. A run of doco-cd is `succeeded` even if it was skipped because containers have the
 * digest already, and these have failed: only the state of the containers shows that. A server lists its Compose projects as
 * `{Name, ConfigFiles}` and the containers of one as `{Name, State, Health, ExitCode, Labels}`. Sources: doco-cd
 * handler_api_projects.go, labels.go and shouldSkipOCIDeployment in stage_2_pre-deploy.go; docker/compose pkg/api/api.go (Stack,
 * ContainerSummary).
 */

/** Labels that doco-cd puts on containers. */
const LABELS = {
  /** The digest. Compose keeps the old one on a container that it does not recreate. */
  digest: 'cd.doco.deployment.target.sha',
  /** The artifact's reference as it was sent. */
  source: 'cd.doco.source.url',
  /** Its containers run on a schedule: their exit codes are not about the deployment. */
  isJob: 'cd.doco.job.enabled',
  /** "false" where doco-cd is configured to leave them stopped. */
  autostart: 'cd.doco.deployment.autostart',
};

/** Most projects that are read and containers that are kept: enough for every server, and a limit for hostile answers. */
const PROJECT_LIMIT = 200;
const CONTAINER_LIMIT = 200;
/** Containers that a message names. */
const NAMED = 5;

const UNCHANGED =
  'doco-cd reports success, but no container carries this digest: the webhook_filter does not match, the artifact changes no service or destroys its stack, or the stack is in another Docker context';

const STARTING =
  'its health check had not passed yet; raise wait-timeout, or see docker logs and the health check on the server';
const NOT_WELL =
  'doco-cd reports success, but not all containers run as they should: see docker logs. It may leave alone a digest that it has deployed before, so push a change or set force_recreate: true in .doco-cd.yaml';

type Found = {
  readonly container: Container;
  readonly condition: 'well' | 'starting' | 'failed';
  readonly digest: string | undefined;
};

/** Finds the stacks that have a container of `artifact` with its digest. The result depends on all of its containers there. */
export async function checkContainers(endpoint: URL, artifact: Artifact, ask: Ask): Promise<ContainerCheck> {
  const projects = listIn(await ask(apiUrl(endpoint, 'projects', 'all=true')), isProject);
  if ('problem' in projects) return unchecked(projects.problem);
  for (const names of inTwoParts(projects.items, artifact)) {
    if (names.length > PROJECT_LIMIT) return unchecked(`the server has ${plural(names.length, 'project')}`);
    const containers: Found[] = [];
    let problem: string | undefined;
    for (const name of names) {
      const listed = listIn(await ask(apiUrl(endpoint, `project/${name}`)), isContainer);
      if ('problem' in listed) {
        problem = listed.problem;
        break;
      }
      const own = listed.items.filter((item) => isOf(artifact, item)).map(parseContainer);
      if (own.some(({ digest }) => digest === artifact.digest)) containers.push(...own);
    }
    // What has failed counts, whatever the others do.
    const hasFailed = containers.some(({ condition }) => condition === 'failed');
    if (problem !== undefined && !hasFailed) return unchecked(problem);
    if (containers.length > 0) return decide(containers);
  }
  const stacks = listIn(await ask(apiUrl(endpoint, 'stacks')), isObject);
  if ('items' in stacks && stacks.items.length > 0) return unchecked('the server runs Swarm stacks');
  return { kind: 'final', result: { kind: 'unchanged', hint: UNCHANGED } };
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

function labelOf(container: unknown, name: string): string | undefined {
  return textAt(container, 'Labels', name);
}

function isOf({ host, path }: Artifact, container: unknown): boolean {
  const source = labelOf(container, LABELS.source);
  if (source === undefined) return false;
  try {
    const reference = parseReference(source, LABELS.source);
    return reference.host === host && reference.path === path;
  } catch (error) {
    if (error instanceof InputError) return false; // A Git repository.
    throw error;
  }
}

function parseContainer(container: unknown): Found {
  const state = textAt(container, 'State')?.toLowerCase() ?? 'unknown';
  const health = textAt(container, 'Health')?.toLowerCase() ?? 'none';
  const exitCode = at(container, 'ExitCode');
  const isLeftAlone = labelOf(container, LABELS.isJob) === 'true' || labelOf(container, LABELS.autostart) === 'false';
  const condition = isLeftAlone ? 'well' : conditionOf(state, health, exitCode);
  const hasEnded = ['exited', 'dead', 'restarting'].includes(state);
  const detail = hasEnded ? ` (exit code ${exitCode})` : health === 'none' ? '' : ` (${health})`;
  return {
    container: {
      name: textAt(container, 'Name') ?? '?',
      state: `${state}${detail}`,
      isWell: condition === 'well',
    },
    condition,
    digest: labelOf(container, LABELS.digest),
  };
}

function conditionOf(state: string, health: string, exitCode: unknown): Found['condition'] {
  if (state === 'exited') return exitCode === 0 ? 'well' : 'failed';
  if (state !== 'running') return 'failed';
  if (health === 'starting') return 'starting';
  return health === 'none' || health === 'healthy' ? 'well' : 'failed';
}

function decide(found: readonly Found[]): ContainerCheck {
  const having = (wanted: Found['condition']) =>
    found.filter(({ condition }) => condition === wanted).map(({ container }) => container);
  const [failed, starting] = [having('failed'), having('starting')];
  const containers = [...failed, ...starting, ...having('well')].slice(0, CONTAINER_LIMIT);
  const notWell = (named: readonly Container[], hint: string) =>
    ({ kind: 'failed', error: 'CONTAINER_FAILED', serverMessage: nameAll(named), hint, containers }) as const;
  if (failed.length > 0) return { kind: 'final', result: notWell(failed, NOT_WELL) };
  if (starting.length > 0) return { kind: 'starting', result: notWell(starting, STARTING) };
  return { kind: 'final', result: { kind: 'succeeded', containers } };
}

function nameAll(containers: readonly Container[]): string {
  const named = containers.slice(0, NAMED).map(({ name, state }) => `${name} ${state}`);
  const more = containers.length > NAMED ? [`and ${containers.length - NAMED} more`] : [];
  return [...named, ...more].join(', ');
}

function unchecked(why: string): ContainerCheck {
  const hint = `doco-cd reports success; whether the containers run could not be checked (${why}), so see docker ps on the server`;
  return { kind: 'unchecked', result: { kind: 'succeeded', hint } };
}
