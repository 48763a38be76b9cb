import type { Endpoint } from '../delivery/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import { isLoopback } from '../oci/reference.ts';
import type { Receiver } from '../receivers/types.ts';

type Chosen = {
  /** Who receives; also where a dry run has no endpoints. */
  readonly receivers: readonly Receiver[];
  readonly endpoints: readonly Endpoint[];
  /** Whether the event, and nobody else, says what the registry is called. */
  readonly isHostFromEvent: boolean;
};

/** Warnings about artifacts that are allowed but unwise, one sentence each. */
export function artifactWarnings(
  artifacts: readonly Artifact[],
  { receivers, endpoints, isHostFromEvent }: Chosen,
): readonly string[] {
  const ofReceivers = [...new Set(receivers)].flatMap(({ wire }) => wire.warnings?.(artifacts) ?? []);
  if (!isHostFromEvent) return ofReceivers;
  const hosts = new Set(artifacts.map(({ host }) => host));
  const internal = [...hosts].flatMap((host) => {
    const knows = isThisMachine(host) ? isThisMachine : isDotless(host) ? isNear : () => true;
    const remote = endpoints.find(({ url }) => !knows(url.hostname));
    return remote === undefined
      ? []
      : [
          `the event calls its registry ${host}, which ${remote.label} can probably not reach by this name; set the registry input to the name that works there`,
        ];
  });
  return [...ofReceivers, ...internal];
}

/** Whether the name of a host, with or without a port, means the machine that uses it. */
function isThisMachine(host: string): boolean {
  return isLoopback(host) || /^(?:0\.0\.0\.0|\[::\]|host\.docker\.internal|.+\.localhost)(?::\d+)?$/.test(host);
}

/** Whether only machines on one network know the host by this name. */
function isDotless(host: string): boolean {
  return !/[.[]/.test(host);
}

/** Whether the host is on this machine or on its network. */
function isNear(host: string): boolean {
  return isThisMachine(host) || isDotless(host);
}
