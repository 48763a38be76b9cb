/**
 * The containers on a doco-cd's Docker host, and how its project API shows them (as doco-cd 0.110 was seen to show
 * them).
 */

/** How a container goes on once it was created. By default it runs, without a health check. */
export type ContainerPlan = {
  readonly service: string;
  readonly state?: string;
  readonly health?: string;
  readonly exitCode?: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** Files and directories on the host that it mounts. */
  readonly mounts?: readonly string[];
  /** How it is seen at one look after the other, as `State|Status|Health|ExitCode`; then as the last. */
  readonly looks?: readonly string[];
  /** For how many seconds it has been up already. */
  readonly upSeconds?: number;
  /** Nothing of the service has changed, so Compose leaves its container, and the labels on it, as they are. */
  readonly isKept?: boolean;
};

/** What is deployed: parts of its reference, and the digest. */
export type ArtifactSource = { readonly artifact: string; readonly repository: string; readonly digest: string };

/** Where it unpacks artifacts, as the host sees it. */
const DATA = '/var/lib/docker/volumes/data/_data';

type Labels = Readonly<Record<string, string>>;

/** A `ContainerSummary` of docker/compose, as Go writes it. */
type Shown = {
  readonly ID: string;
  readonly Name: string;
  readonly Project: string;
  readonly Service: string;
  /** Seconds since the epoch. */
  readonly Created: number;
  readonly State: string;
  readonly Status: string;
  readonly Health: string;
  readonly ExitCode: number;
  readonly Labels: Labels;
  readonly Mounts: readonly string[] | null;
};

type Created = Omit<Shown, 'Status'> & { readonly startedMs: number; readonly looks: string[] };

export type DockerHost = {
  /** Creates the containers of a stack, over those that it has. */
  deploy(stack: string, plans: readonly ContainerPlan[], source: ArtifactSource): void;
  destroy(stack: string): void;
  /**
   * The digest that doco-cd compares: of the first container of `stack` that comes from `repository`, whatever its
   * state.
   */
  deployedDigest(stack: string, repository: string): string | undefined;
  /** As `docker start` does after a repair on the host. */
  repair(): void;
  /** What /v1/api/projects lists. */
  projects(): readonly object[];
  /** What /v1/api/project/<name> lists. */
  containers(project: string): readonly object[];
};

/** A host on which others have deployed the projects in `foreign`, each with one container that has exited. */
export function createDockerHost(foreign: readonly string[] = []): DockerHost {
  const stacks = new Map<string, readonly Created[]>();

  const create = (stack: string, plan: ContainerPlan, labels: Labels): Created => ({
    ID: `${stack}-${plan.service}`.padEnd(64, '0'),
    Name: `${stack}-${plan.service}-1`,
    Project: stack,
    Service: plan.service,
    State: plan.state ?? 'running',
    Health: plan.health ?? '',
    ExitCode: plan.exitCode ?? 0,
    Labels: { 'com.docker.compose.project': stack, 'com.docker.compose.oneoff': 'False', ...labels, ...plan.labels },
    Created: Math.floor(Date.now() / 1_000) - (plan.upSeconds ?? 0),
    Mounts: plan.mounts ?? null,
    startedMs: Date.now() - (plan.upSeconds ?? 0) * 1_000,
    looks: [...(plan.looks ?? [])],
  });

  for (const name of foreign) {
    const labels = { 'com.docker.compose.project.config_files': `/srv/${name}/compose.yaml` };
    stacks.set(name, [create(name, { service: 'web', state: 'exited', exitCode: 1 }, labels)]);
  }

  return {
    deploy(stack, plans, { artifact, repository, digest }) {
      const before = stacks.get(stack) ?? [];
      const directory = artifact
        .replace(/@.*$/, '')
        .replace(/:[^:/]*$/, '')
        .replaceAll(':', '_');
      const labels = {
        'cd.doco.deployment.name': stack,
        'cd.doco.deployment.target.sha': digest,
        'cd.doco.deployment.timestamp': new Date().toISOString(),
        'cd.doco.source.name': repository,
        'cd.doco.source.url': artifact,
        'com.docker.compose.project.config_files': `${DATA}/${directory}/docker-compose.yml`,
        'com.docker.compose.project.working_dir': `${DATA}/${directory}`,
      };
      const after = plans.map((plan) => {
        const old = plan.isKept ? before.find(({ Service }) => Service === plan.service) : undefined;
        return create(stack, plan, old?.Labels ?? labels);
      });
      stacks.set(stack, after);
    },
    destroy: (stack) => void stacks.delete(stack),
    deployedDigest: (stack, repository) =>
      stacks
        .get(stack)
        ?.map(({ Labels }) =>
          Labels['cd.doco.source.name'] === repository ? Labels['cd.doco.deployment.target.sha'] : '',
        )
        .find((digest) => digest !== ''),
    repair() {
      for (const [stack, containers] of stacks) {
        stacks.set(
          stack,
          containers.map((container) => ({
            ...container,
            State: 'running',
            Health: '',
            ExitCode: 0,
            startedMs: Date.now(),
            looks: [],
          })),
        );
      }
    },
    projects: () =>
      [...stacks].map(([Name, [first, ...rest]]) => ({
        ID: Name,
        Name,
        Status: `${first?.State}(${rest.length + 1})`,
        ConfigFiles: first?.Labels['com.docker.compose.project.config_files'] ?? 'N/A',
        Reason: '',
      })),
    containers: (project) => (stacks.get(project) ?? []).map(show),
  };
}

/** A container as Compose shows it, with the words that Docker has for its state and age. */
function show({ startedMs, looks, ...container }: Created): Shown {
  const [look, next] = looks;
  if (look !== undefined) {
    if (next !== undefined) looks.shift();
    const [State = '', Status = '', Health = '', exitCode] = look.split('|');
    return { ...container, State, Status, Health, ExitCode: Number(exitCode) };
  }
  const { State, Health, ExitCode } = container;
  const seconds = Math.floor((Date.now() - startedMs) / 1_000);
  const age = seconds === 0 ? 'Less than a second' : seconds === 1 ? '1 second' : `${seconds} seconds`;
  const health = Health === '' ? '' : ` (${Health === 'starting' ? 'health: starting' : Health})`;
  const words: Readonly<Record<string, string>> = {
    created: 'Created',
    exited: `Exited (${ExitCode}) ${age} ago`,
    restarting: `Restarting (${ExitCode}) ${age} ago`,
  };
  return { ...container, Status: words[State] ?? `Up ${age}${health}` };
}
