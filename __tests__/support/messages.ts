import type { EventWriter, Workflow } from '../../src/events/types.ts';
import type { Artifact } from '../../src/oci/artifact.ts';
import { eventMessage } from '../../src/receivers/common.ts';
import type { Message, Receiver } from '../../src/receivers/types.ts';

export const WORKFLOW: Workflow = {
  repository: 'acme/app',
  sha: 'c0ffee00'.repeat(5),
  ref: 'refs/heads/main',
  runUrl: 'https://github.com/acme/app/actions/runs/1',
  actor: 'octocat',
};

/** The messages with this event about these artifacts. */
export function eventMessages(event: EventWriter, artifacts: readonly Artifact[]): readonly Message[] {
  return artifacts.map((artifact) => eventMessage(artifact, { event }, WORKFLOW));
}

/** The messages to this receiver. */
export function messagesTo({ wire }: Receiver, artifacts: readonly Artifact[], url?: URL): readonly Message[] {
  return artifacts.map((artifact) => wire.write(artifact, url, WORKFLOW));
}
