/** The containers on a doco-cd's Docker host, and how its project API shows them (as doco-cd 0.110 was seen to show them). */

/** How a container goes on once it was created. By default it runs, without a health check. */
export type ContainerPlan = {
  readonly service: string;
  readonly state?: string;
  readonly health?: string;
  readonly exitCode?: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** Nothing of the service has changed, so Compose leaves its container, and the labels on it, as they are. */
  readonly isKept?: boolean;
};

/** What is deployed: parts of its reference, and the digest. */
export type ArtifactSource = { readonly artifact: string; readonly repository: string; readonly digest: string };

type Labels = Readonly<Record<string, string>>;

/** A `ContainerSummary` of docker/compose, as Go writes it. */
type Shown = {
  readonly ID: string;
  readonly Name: string;
  readonly Project: string;
  readonly Service: string;
  readonly State: string;
  readonly Health: string;
  readonly ExitCode: number;
  readonly Labels: Labels;
};

export type DockerHost = {
  /** Creates the containers of a stack, over those that it has. */
  deploy(stack: string, plans: readonly ContainerPlan[], source: ArtifactSource): void;
  destroy(stack: string): void;
  /** The digest that doco-cd compares: of the first container of `stack` that comes from `repository`, whatever its state. */
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
  const stacks = new Map<string, readonly Shown[]>();

  const create = (stack: string, plan: ContainerPlan, labels: Labels): Shown => ({
    ID: `${stack}-${plan.service}`.padEnd(64, '0'),
    Name: `${stack}-${plan.service}-1`,
    Project: stack,
    Service: plan.service,
    State: plan.state ?? 'running',
    Health: plan.health ?? '',
    ExitCode: plan.exitCode ?? 0,
    Labels: { 'com.docker.compose.project': stack, ...labels, ...plan.labels },
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
        'cd.doco.source.name': repository,
        'cd.doco.source.url': artifact,
        'com.docker.compose.project.config_files': `/var/lib/docker/volumes/data/_data/${directory}/docker-compose.yml`,
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
          containers.map((container) => ({ ...container, State: 'running', Health: '', ExitCode: 0 })),
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
    containers: (project) => stacks.get(project) ?? [],
  };
}
