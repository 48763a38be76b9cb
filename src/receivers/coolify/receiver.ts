import { json } from '../../events/json.ts';
import { BEARER, eventWire, plainAnswers } from '../plain.ts';
import type { Receiver } from '../types.ts';

/**
 * Coolify, `/api/v1/deploy?uuid=<uuid>`, with an API token that may deploy. The message is ignored. Read, not tried: coolify
 * DeployController.php.
 */
export const coolify: Receiver = {
  name: 'coolify',
  title: 'Coolify',
  wire: eventWire({ event: json, proof: BEARER }, { secretRequired: true, needsDigest: false }),
  answers: plainAnswers(),
};
