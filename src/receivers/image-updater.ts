import { dockerHub } from '../events/docker-hub.ts';
import { github } from '../events/github.ts';
import { harbor } from '../events/harbor.ts';
import { type HttpResult, is2xx, isIncomplete, isTlsError } from '../http/types.ts';
import { InputError } from '../util/errors.ts';
import {
  AUTHORIZATION,
  eventMessage,
  eventWire,
  plainAnswers,
  refuseOtherHost,
  refuseTarget,
  refuseUntagged,
  SIGNATURE,
  type Told,
} from './common.ts';
import type { Receiver } from './types.ts';

/** What each `type` in its URL reads, and the only registry that it then takes an image to be of. */
type Type = Told & { readonly host?: string };

const HARBOR: Type = { event: harbor, proof: AUTHORIZATION };
const TYPES: ReadonlyMap<string, Type> = new Map([
  ['harbor', HARBOR],
  ['ghcr.io', { event: github, proof: SIGNATURE, host: 'ghcr.io' }],
  ['docker.io', { event: dockerHub, proof: { kind: 'query', parameter: 'secret' }, host: 'docker.io' }],
]);

/**
 * Argo CD Image Updater, `/webhook?type=<registry>`. It accepts whatever it can read, also what no application uses,
 * and says what is wrong in plain text. Source: argocd-image-updater
 * pkg/webhook/{server,webhook,docker,ghcr,harbor}.go.
 */
export const imageUpdater: Receiver = {
  name: 'image-updater',
  title: 'Argo CD Image Updater',
  wire: eventWire(toldAt, {
    endpointUrl(given, target) {
      refuseTarget(target);
      if (TYPES.has(typeOf(given))) return given;
      throw new InputError(
        `url: Image Updater wants to know which event it gets; add ?type=harbor, which takes images of any registry (it may be ${[...TYPES.keys()].join(', ')})`,
      );
    },
    write(artifact, url, workflow) {
      refuseUntagged(artifact, 'Image Updater');
      const told = toldAt(url);
      if (told.host !== undefined) {
        refuseOtherHost(artifact, told.host, 'let the url have ?type=harbor, which takes every registry');
      }
      return eventMessage(artifact, told, workflow);
    },
  }),
  answers: plainAnswers(hint, {
    isAcceptance: (response) => isIncomplete(response) || response.body.startsWith('Webhook received'),
  }),
};

function toldAt(url: URL | undefined): Type {
  return TYPES.get(typeOf(url)) ?? HARBOR;
}

function typeOf(url: URL | undefined): string {
  return url === undefined ? 'harbor' : (url.searchParams.get('type') ?? '');
}

function hint(result: HttpResult): string | undefined {
  if (result.kind === 'failure') {
    return isTlsError(result.code)
      ? 'since 1.2.0 Image Updater makes itself a certificate at each start; let an ingress have a certificate of its own, or give it one and set ca-certificate'
      : undefined;
  }
  if (isIncomplete(result)) return undefined;
  const { status, body } = result;
  if (is2xx(result)) {
    if (body.startsWith('Webhook received')) return undefined;
    return 'this answer is not from Argo CD Image Updater, which would say that it received the webhook; check that the url leads to it';
  }
  if (status !== 400) return undefined;
  if (/HTTP request to an HTTPS server/i.test(body))
    return 'since 1.2.0 Image Updater uses TLS; let the url begin with https';
  if (/no webhook handlers are registered/i.test(body))
    return 'since 1.3.0 Image Updater takes no webhook without a secret; set webhook.harbor-secret in argocd-image-updater-secret and restart it';
  if (/invalid registry type/i.test(body))
    return 'Image Updater has no webhook secret for the type in the url (needed since 1.3.0), or does not know it; set it and restart it';
  if (/secret|signature|authorization/i.test(body))
    return 'compare secret with the webhook secret of Image Updater for this type; before 1.1.0, type=harbor took no plain token';
  return undefined;
}
