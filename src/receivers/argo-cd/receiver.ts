import { dockerHub } from '../../events/docker-hub.ts';
import { github } from '../../events/github.ts';
import { harbor } from '../../events/harbor.ts';
import { type HttpResult, is2xx, isIncomplete } from '../../http/types.ts';
import type { Artifact } from '../../oci/artifact.ts';
import { InputError } from '../../util/errors.ts';
import {
  AUTHORIZATION,
  chartWarnings,
  eventMessage,
  eventWire,
  isEmptyAnswer,
  plainAnswers,
  refuseOtherHost,
  refuseTarget,
  refuseUntagged,
  SIGNATURE,
  type Told,
} from '../common.ts';
import type { Proof, Receiver, Sent } from '../types.ts';
import { WEBHOOK } from './webhook.ts';

/** It is taken for one of ghcr.io, whatever the registry was. From 3.5. */
const GITHUB: Told = { event: github, proof: SIGNATURE };
/** It names its registry. From 3.6. */
const HARBOR: Told = { event: harbor, proof: AUTHORIZATION };
/** It is taken for one of docker.io. Newer than 3.6.0. */
const DOCKER_HUB: Told = { event: dockerHub, proof: { kind: 'query', parameter: 'secret' } };

/**
 * Argo CD, `/api/webhook`: it compares the Applications anew whose source is the artifact of a registry's event, by
 * repository and tag. Source: argo-cd util/webhook/{webhook,registry,ghcr,harbor,dockerhub}.go.
 */
export const argoCd: Receiver = {
  name: 'argo-cd',
  title: 'Argo CD',
  wire: eventWire(GITHUB, {
    // Without a secret it takes no event of Harbor's.
    secretRequired: true,
    usualPath: '/api/webhook',
    // Where the step waits, its API proves it, whatever the message has.
    needsDigest: () => true,
    endpointUrl(given, target) {
      refuseTarget(target);
      const url = new URL(given);
      url.pathname = url.pathname.replace(/\/+$/, '');
      if (url.pathname === '') url.pathname = '/api/webhook';
      if (WEBHOOK.test(url.pathname)) return url;
      throw new InputError("url: Argo CD's webhook has a path that ends in /api/webhook");
    },
    proofs: (url) => [SIGNATURE, AUTHORIZATION, DOCKER_HUB.proof].filter((proof) => isProofAt(proof, url)),
    refuseHeader: (name) => (name === 'x-github-event' ? 'it is set by the action for this receiver' : undefined),
    write(artifact, url, workflow) {
      refuseUntagged(artifact, 'Argo CD');
      return eventMessage(artifact, toldOf(artifact, url), workflow);
    },
    warnings: (artifacts) => chartWarnings(artifacts, 'Argo CD'),
  }),
  answers: plainAnswers(hint, { isAcceptance: isEmptyAnswer }),
  tracker: async () => (await import('./tracker.ts')).argoCdTracker,
};

/** The event of the registry that the artifact is in. Harbor's is taken for any registry. */
function toldOf(artifact: Artifact, url: URL | undefined): Told {
  if (isForDockerHub(url)) {
    refuseOtherHost(artifact, 'docker.io', 'leave ?type=dockerhub out of the url');
    return DOCKER_HUB;
  }
  return artifact.host === 'ghcr.io' ? GITHUB : HARBOR;
}

function isForDockerHub(url: URL | undefined): boolean {
  return url?.searchParams.get('type') === 'dockerhub';
}

function isProofAt(proof: Proof | undefined, url: URL | undefined): proof is Proof {
  return proof !== undefined && (proof.kind === 'query') === isForDockerHub(url);
}

function hint(result: HttpResult, { url, artifact }: Sent): string | undefined {
  if (result.kind === 'failure' || isIncomplete(result)) return undefined;
  const { status, body } = result;
  if (is2xx(result)) {
    return body.trim() === ''
      ? undefined
      : 'this answer is not from Argo CD, which would be empty; check that the url leads to its server';
  }
  const key = secretKey(artifact, url);
  if (status === 401) return `the secret differs from ${key} in argocd-secret; set both again`;
  if (status === 400 && body.startsWith('Unknown webhook event')) {
    return `the secret differs from ${key} in argocd-secret, or it is not set there; an event of this registry needs Argo CD 3.6`;
  }
  if (status === 400 && body.startsWith('Webhook processing failed')) {
    return 'Argo CD takes no package event before 3.5; update it, or something between here and Argo CD changed the message';
  }
  return undefined;
}

function secretKey(artifact: Artifact, url: URL | undefined): string {
  if (isForDockerHub(url)) return 'the webhook secret for Docker Hub';
  return toldOf(artifact, url) === GITHUB ? 'webhook.github.secret' : 'webhook.harbor.secret';
}
