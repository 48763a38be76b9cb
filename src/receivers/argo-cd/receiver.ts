import { dockerHub } from '../../events/docker-hub.ts';
import { github } from '../../events/github.ts';
import { harbor } from '../../events/harbor.ts';
import type { Artifact } from '../../oci/artifact.ts';
import { AUTHORIZATION, eventMessage, eventWire, plainAnswers, SIGNATURE, type Told } from '../plain.ts';
import type { Receiver } from '../types.ts';

const GITHUB: Told = { event: github, proof: SIGNATURE };
const HARBOR: Told = { event: harbor, proof: AUTHORIZATION };

/**
 * Argo CD, `/api/webhook`: which Applications it refreshes follows from the registry's own event. Source: argo-cd
 * util/webhook.
 */
export const argoCd: Receiver = {
  name: 'argo-cd',
  title: 'Argo CD',
  wire: eventWire(GITHUB, {
    proofs: () => [SIGNATURE, AUTHORIZATION],
    write: (artifact, _, workflow) => eventMessage(artifact, toldOf(artifact), workflow),
  }),
  answers: plainAnswers(),
};

/** The event of the registry that the artifact is in. Harbor's is taken for any registry. */
function toldOf({ host }: Artifact): Told {
  if (host === 'ghcr.io') return GITHUB;
  return host === 'docker.io' ? { event: dockerHub } : HARBOR;
}
