import { dockerHub } from '../events/docker-hub.ts';
import { github } from '../events/github.ts';
import { harbor } from '../events/harbor.ts';
import { type HttpResult, is2xx, isIncomplete } from '../http/types.ts';
import { InputError } from '../util/errors.ts';
import { AUTHORIZATION, eventWire, plainAnswers, refuseTarget, SIGNATURE, type Told } from './plain.ts';
import type { Receiver, Sent } from './types.ts';

/** What each `type` in its URL reads, and the only registry whose images it then updates. */
const HARBOR: Told = { event: harbor, proof: AUTHORIZATION };
const TYPES: ReadonlyMap<string, Told & { readonly host?: string }> = new Map<
  string,
  Told & { readonly host?: string }
>([
  ['harbor', HARBOR],
  ['ghcr.io', { event: github, proof: SIGNATURE, host: 'ghcr.io' }],
  ['docker.io', { event: dockerHub, proof: { kind: 'query', parameter: 'secret' }, host: 'docker.io' }],
]);

/**
 * Argo CD Image Updater, `/webhook?type=<registry>`. It accepts whatever it can read, also what no application uses, and says
 * what is wrong in plain text. Source: argocd-image-updater pkg/webhook/{server,webhook,docker,ghcr,harbor}.go.
 */
export const imageUpdater: Receiver = {
  name: 'image-updater',
  title: 'Argo CD Image Updater',
  wire: eventWire((url) => TYPES.get(typeOf(url)) ?? HARBOR, {
    endpointUrl(given, target) {
      refuseTarget(target);
      if (TYPES.has(typeOf(given))) return given;
      throw new InputError(
        `url: Image Updater wants to know which event it gets; add ?type=harbor, which takes images of any registry (it may be ${[...TYPES.keys()].join(', ')})`,
      );
    },
  }),
  answers: plainAnswers(hint),
};

function typeOf(url: URL | undefined): string {
  return url === undefined ? 'harbor' : (url.searchParams.get('type') ?? '');
}

function hint(result: HttpResult, { url, artifact }: Sent): string | undefined {
  if (result.kind === 'failure' || isIncomplete(result)) return undefined;
  const host = TYPES.get(typeOf(url))?.host;
  const { status, body } = result;
  if (is2xx(result)) {
    if (!/^Webhook received/.test(body)) {
      return 'this answer is not from Argo CD Image Updater, which would say that it received the webhook; check that the url leads to it';
    }
    return host === undefined || artifact.host === host
      ? undefined
      : 'Image Updater takes every image for one of the registry that `type` in the url names, so nothing uses this one; set the type to harbor';
  }
  if (status === 400 && /secret|signature|authorization/i.test(body))
    return 'compare secret with the webhook secret of Image Updater for this type';
  return undefined;
}
