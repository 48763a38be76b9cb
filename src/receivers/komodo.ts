import { json } from '../events/json.ts';
import { eventWire, plainAnswers, SIGNATURE } from './plain.ts';
import type { Receiver } from './types.ts';

/**
 * Komodo, `/listener/github/procedure/<id>/__ANY__`: a procedure, whose message is only checked for its signature. Read, not
 * tried: komodo's documentation of webhooks.
 */
export const komodo: Receiver = {
  name: 'komodo',
  title: 'Komodo',
  wire: eventWire({ event: json, proof: SIGNATURE }, { secretRequired: true, needsDigest: false }),
  answers: plainAnswers(),
};
