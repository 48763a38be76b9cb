import { json } from '../events/json.ts';
import { BEARER, eventWire, plainAnswers } from './plain.ts';
import type { Receiver } from './types.ts';

/**
 * Watchtower, `/v1/update`, with its HTTP API token. It answers when the update is done; the message is ignored. Source:
 * watchtower pkg/api/update.
 */
export const watchtower: Receiver = {
  name: 'watchtower',
  title: 'Watchtower',
  wire: eventWire({ event: json, proof: BEARER }, { secretRequired: true, needsDigest: false }),
  answers: plainAnswers((result) =>
    result.kind === 'failure' && result.code === 'TIMEOUT' && result.written
      ? 'Watchtower answers only when the update is done; raise timeout'
      : undefined,
  ),
};
