import { json } from '../events/json.ts';
import { type HttpResult, is2xx, isIncomplete } from '../http/types.ts';
import { InputError } from '../util/errors.ts';
import { eventWire, isEmptyAnswer, plainAnswers, refuseTarget } from './common.ts';
import type { Receiver } from './types.ts';

/**
 * Flux's notification-controller, `/hook/<hash>`, with a Receiver of type generic-hmac, generic-oidc or generic. Its
 * answers have an empty body, so any other is from something else. Source: notification-controller
 * internal/server/receiver_{handlers,oidc,resource_filter}.go.
 */
export const flux: Receiver = {
  name: 'flux',
  title: 'Flux',
  wire: eventWire(
    { event: json, proof: { kind: 'signature', header: 'X-Signature' } },
    {
      urlIsCredential: true,
      endpointUrl(given, target) {
        refuseTarget(target);
        // It looks up the whole target of the request.
        if (given.search !== '') {
          throw new InputError('url: with a "?", Flux finds no Receiver; remove it and what follows');
        }
        const url = new URL(given);
        url.pathname = url.pathname.replace(/\/+$/, '');
        return url;
      },
    },
  ),
  answers: plainAnswers(hint, { isAcceptance: isEmptyAnswer }),
};

function hint(result: HttpResult): string | undefined {
  if (result.kind === 'failure' || isIncomplete(result)) return undefined;
  if (result.body.trim() !== '') {
    return is2xx(result)
      ? 'this answer is not from Flux, whose answers are empty; check that the url leads to its webhook-receiver'
      : undefined;
  }
  switch (result.status) {
    case 400:
      return 'Flux refuses the message; compare secret with the token of the Receiver, or oidc-audience with its oidcProviders, and its type with generic-hmac or generic-oidc: the log of notification-controller says which it is';
    case 404:
      return 'no Receiver has this url; copy the path again, whole, from its status.webhookPath in Flux';
    case 500:
      return 'Flux could not do all of it: a resource that the Receiver names is missing, or its resourceFilter fails on one that lacks the annotation; the log of notification-controller says which';
    case 503:
      return 'the Receiver in Flux is suspended or not ready; see kubectl describe receiver';
    default:
      return undefined;
  }
}
