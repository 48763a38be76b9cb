import type { Endpoint } from '../delivery/types.ts';
import type { Receiver } from '../formats/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import { isLoopback } from '../oci/reference.ts';

type Chosen = {
  readonly format: Pick<Receiver, 'warnings'>;
  readonly endpoints: readonly Endpoint[];
  /** Whether the event named the artifacts, and with them their registry. */
  readonly isFromEvent: boolean;
};

/** Warnings about artifacts that are allowed but unwise, one sentence each. */
export function artifactWarnings(
  artifacts: readonly Artifact[],
  { format, endpoints, isFromEvent }: Chosen,
): readonly string[] {
  const ofFormat = format.warnings?.(artifacts) ?? [];
  const remote = endpoints.find(({ url }) => !isLoopback(url.hostname));
  if (!isFromEvent || remote === undefined) return ofFormat;
  const hosts = new Set(artifacts.map(({ host }) => host).filter(isInternal));
  const internal = [...hosts].map(
    (host) =>
      `the event calls its registry ${host}, which ${remote.label} can probably not reach by this name; set the registry input to the name that works there`,
  );
  return [...ofFormat, ...internal];
}

/** Whether only this machine, or machines on one network, know the registry by this name. */
function isInternal(host: string): boolean {
  return isLoopback(host) || !/[.[]/.test(host);
}
