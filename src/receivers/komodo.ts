import { json } from '../events/json.ts';
import { InputError } from '../util/errors.ts';
import { eventWire, plainAnswers, refuseTarget, SIGNATURE } from './common.ts';
import type { Receiver } from './types.ts';

/**
 * Komodo, `/listener/github/procedure/<id>/__ANY__`: a procedure, whose message is only checked for its signature. All
 * others look for a branch in it. It accepts before it looks. Read, not tried: komodo's documentation of webhooks.
 */
export const komodo: Receiver = {
  name: 'komodo',
  title: 'Komodo',
  wire: eventWire(
    { event: json, proof: SIGNATURE },
    {
      secretRequired: true,
      needsDigest: () => false,
      endpointUrl(given, target) {
        refuseTarget(target);
        if (/\/listener\/github\/procedure\/[^/]+\/__ANY__$/.test(given.pathname)) return given;
        throw new InputError(
          'url: Komodo runs a procedure without looking for a branch in the message, and nothing else; its path ends in /listener/github/procedure/<id>/__ANY__',
        );
      },
    },
  ),
  answers: plainAnswers((result) =>
    result.kind === 'response' && result.status === 401
      ? 'the secret differs from the webhook secret of the procedure, or from KOMODO_WEBHOOK_SECRET'
      : undefined,
  ),
};
