import { at, textAt } from '../../util/json.ts';
import type { Condition, Look } from './believed-state.ts';

/**
 * What a container is doing, by all that Compose shows of it: `{ID, Name, Service, Created, State, Status, Health,
 * ExitCode, Labels, Mounts}`. Where these contradict each other it was just being restarted. Sources: docker/compose
 * pkg/api/api.go (ContainerSummary), docker/cli and docker/go-units (the words of Status).
 */

/** A container, or a service of a Swarm, as it was seen. */
export type Seen = Look & {
  readonly name: string;
  /** Its state in words. */
  readonly state: string;
  /** The command that shows its log on the server. */
  readonly logCommand?: string | undefined;
  readonly digest: string | undefined;
  /** When it was deployed, by the server's clock. */
  readonly deployedMs?: number | undefined;
};

/** Labels on a container. */
export const LABELS = {
  /** The digest of the artifact. Compose keeps the old one on a container that it does not recreate. */
  digest: 'cd.doco.deployment.target.sha',
  /** When it was deployed, by the server's clock. */
  deployedAt: 'cd.doco.deployment.timestamp',
  /** The artifact's reference as it was sent. */
  source: 'cd.doco.source.url',
  /** Its containers run on a schedule: their exit codes are not about the deployment. */
  isJob: 'cd.doco.job.enabled',
  /** "false" where doco-cd is configured to leave them stopped. */
  autostart: 'cd.doco.deployment.autostart',
  /** "True" for those of `docker compose run`. */
  oneOff: 'com.docker.compose.oneoff',
  /**
   * The services that it waits for, and for what:
   * `db:service_healthy:true,migrate:service_completed_successfully:false`.
   */
  dependsOn: 'com.docker.compose.depends_on',
  workingDirectory: 'com.docker.compose.project.working_dir',
} as const;

export function labelOf(container: unknown, name: (typeof LABELS)[keyof typeof LABELS]): string | undefined {
  return textAt(container, 'Labels', name);
}

/** The services among these containers that another one waits for until they have ended. */
export function awaitedServices(containers: readonly unknown[]): ReadonlySet<string> {
  const conditions = containers.flatMap((container) => labelOf(container, LABELS.dependsOn)?.split(',') ?? []);
  return new Set(conditions.flatMap((text) => /^([^:]+):service_completed_successfully\b/.exec(text)?.[1] ?? []));
}

/** One look at a container, `nowMs` by the server's clock, and its state in words. */
export function lookAt(
  container: unknown,
  awaited: ReadonlySet<string>,
  nowMs: number | undefined,
): Look & { readonly state: string } {
  const state = textAt(container, 'State')?.toLowerCase() ?? 'unknown';
  const status = textAt(container, 'Status') ?? '';
  const health = textAt(container, 'Health')?.toLowerCase();
  const exitCode = at(container, 'ExitCode');
  // `Up 5 seconds (healthy)`, `Up 5 seconds (health: starting)`, `Exited (137) 2 seconds ago`
  const detail = /\(([^)]*)\)/.exec(status)?.[1]?.replace(/^health: /, '');
  const upSeconds = parseUptime(status);
  const mayEnd = awaited.has(textAt(container, 'Service') ?? '');
  const seen = { state, detail, hasStatus: status !== '', health, exitCode, mayEnd };
  const code = hasEnded(state) ? (/^\d+$/.test(detail ?? '') ? detail : String(exitCode)) : undefined;
  const words = code === undefined ? (detail ?? health) : `exit code ${code}`;
  const shown = {
    id: textAt(container, 'ID') ?? textAt(container, 'Name') ?? '?',
    state: words === undefined ? state : `${state} (${words})`,
  };
  if (isLeftAlone(container)) return { ...shown, condition: 'well', signature: '', hasBegun: false };
  return {
    ...shown,
    condition: conditionOf(seen),
    signature: JSON.stringify([state, detail, health, exitCode]),
    hasBegun: state !== 'created',
    upSeconds,
    wasRestarted: wasStartedLate(at(container, 'Created'), upSeconds, nowMs),
  };
}

/** Whether nothing follows from its state. */
function isLeftAlone(container: unknown): boolean {
  return (
    labelOf(container, LABELS.isJob) === 'true' ||
    labelOf(container, LABELS.autostart) === 'false' ||
    labelOf(container, LABELS.oneOff) === 'True'
  );
}

type Shown = {
  readonly state: string;
  /** What Status has in brackets: a health, or an exit code. */
  readonly detail: string | undefined;
  readonly hasStatus: boolean;
  readonly health: string | undefined;
  readonly exitCode: unknown;
  /** Whether another service waits for its end. */
  readonly mayEnd: boolean;
};

function conditionOf({ state, detail, hasStatus, health, exitCode, mayEnd }: Shown): Condition {
  if (state === 'running') {
    // While it runs, an exit code is one of before.
    if ((exitCode ?? 0) !== 0 || (hasStatus && detail !== health)) return 'starting';
    if (health === 'starting') return 'starting';
    return health === undefined || health === 'healthy' ? 'well' : 'failed';
  }
  if (state === 'exited') {
    if (hasStatus && detail !== String(exitCode)) return 'starting';
    return exitCode === 0 && mayEnd ? 'well' : 'failed';
  }
  return 'failed';
}

function hasEnded(state: string): boolean {
  return ['exited', 'dead', 'restarting'].includes(state);
}

/** A container that has been up for so long is not suspected any more. */
const SUSPECT_SECONDS = 10;
/** A container is started as soon as it was created, unless it waits for another. */
const LATE_SECONDS = 5;

/** Whether it was started some time after it was created (seconds since the epoch), as after a crash. */
function wasStartedLate(created: unknown, upSeconds: number | undefined, nowMs: number | undefined): boolean {
  if (typeof created !== 'number' || upSeconds === undefined || nowMs === undefined) return false;
  return upSeconds < SUSPECT_SECONDS && nowMs / 1_000 - created - upSeconds > LATE_SECONDS;
}

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};

/** For how many seconds a container has been up, at least. Undefined where it is not up. */
export function uptimeOf(container: unknown): number | undefined {
  return parseUptime(textAt(container, 'Status') ?? '');
}

/** The least that a `Status` such as `Up 3 seconds`, `Up About an hour` or `Up 2 hours` means: hours are rounded. */
function parseUptime(status: string): number | undefined {
  const [found, count = '', unit = ''] = /^Up (Less than a|About an?|\d+) ([a-z]+?)s?\b/.exec(status) ?? [];
  if (found === undefined) return undefined;
  if (count.startsWith('Less')) return 0;
  const number = /^\d+$/.test(count) ? Number(count) : 1;
  return (SECONDS[unit] ?? 0) * (unit === 'hour' ? number - 0.5 : number);
}
