import type { Artifact } from '../../oci/artifact.ts';
import { at, textAt } from '../../util/json.ts';
import { LABELS, labelOf, uptimeOf } from './container-state.ts';

/**
 * Files of the artifact that containers mount. doco-cd unpacks the artifact again with each message and replaces every
 * entry of its directory, before it looks whether there is anything to do: a container that was not started since sees
 * an emptied directory, or the old file. Sources: doco-cd internal/source/oci/service.go (syncDirectoryContents);
 * tried.
 */

type Clock = {
  /** When the run was created, and when the server answered: both by its own clock. */
  readonly createdMs: number | undefined;
  readonly nowMs: number | undefined;
};

/** What to know about containers that mount files of `artifact` and run since before this message. */
export function mountNote(containers: readonly unknown[], { path }: Artifact, clock: Clock): string | undefined {
  const stale = containers.filter((container) => isOlder(container, clock) && mountOf(container, path) !== undefined);
  const [first] = stale;
  if (first === undefined) return undefined;
  const names = stale.map((container) => textAt(container, 'Name') ?? '?').slice(0, 3);
  return `${names.join(', ')} ran before this message and mounts files of the artifact (${mountOf(first, path)}), which doco-cd has replaced: until a restart it sees empty directories or the old files. Restart it on the server, and give the service a label that changes with each version`;
}

/**
 * A mounted file or directory inside the artifact's directory, as a path there. The directory itself stays what it is.
 */
function mountOf(container: unknown, path: string): string | undefined {
  const directory = labelOf(container, LABELS.workingDirectory) ?? '';
  const end = directory.indexOf(`/${path}`);
  if (end < 0) return undefined;
  const root = `${directory.slice(0, end)}/${path}/`;
  const mounts = at(container, 'Mounts');
  const found = Array.isArray(mounts)
    ? mounts.find((mount) => typeof mount === 'string' && mount.startsWith(root))
    : undefined;
  return found?.slice(root.length);
}

/** Docker's times are whole seconds. */
const SLACK_MS = 2_000;

/** Whether the container was started before the run was created. Not where that is not certain. */
function isOlder(container: unknown, { createdMs, nowMs }: Clock): boolean {
  const upSeconds = uptimeOf(container);
  if (createdMs === undefined || nowMs === undefined || upSeconds === undefined) return false;
  return upSeconds * 1_000 > nowMs - createdMs + SLACK_MS;
}
