import { json } from '../events/json.ts';
import { type HttpResult, is2xx, isIncomplete } from '../http/types.ts';
import { eventWire, plainAnswers } from './plain.ts';
import type { Receiver, Sent } from './types.ts';

/**
 * Flux's notification-controller, `/hook/<hash>`, with a Receiver of type generic-hmac. Its answers have an empty body, so any
 * other is from something else. Source: notification-controller internal/server/receiver_{handlers,oidc,resource_filter}.go.
 */
export const flux: Receiver = {
  name: 'flux',
  title: 'Flux',
  wire: eventWire({ event: json, proof: { kind: 'signature', header: 'X-Signature' } }, { urlIsCredential: true }),
  answers: plainAnswers(hint),
};

function hint(result: HttpResult, { url }: Sent): string | undefined {
  if (result.kind === 'failure' || isIncomplete(result)) return undefined;
  if (result.body.trim() !== '') {
    return is2xx(result)
      ? 'this answer is not from Flux, whose answers are empty; check that the url leads to its webhook-receiver'
      : undefined;
  }
  switch (result.status) {
    case 400:
      return 'Flux refuses the message; compare secret with the token of the Receiver, and its type with generic-hmac: the log of notification-controller says which it is';
    case 404:
      // The whole request target is looked up.
      return url.search === '' && !url.pathname.endsWith('/')
        ? 'no Receiver has this url; copy the path again, whole, from its status.webhookPath in Flux'
        : 'no Receiver has this url; remove what follows the path that its status.webhookPath in Flux names';
    case 500:
      return 'Flux could not do all of it: a resource that the Receiver names is missing, or its resourceFilter fails; the log of notification-controller says which';
    case 503:
      return 'the Receiver in Flux is suspended or not ready; see kubectl describe receiver';
    default:
      return undefined;
  }
}
