import { dockerHub } from '../events/docker-hub.ts';
import { eventWire, plainAnswers } from './plain.ts';
import type { Receiver } from './types.ts';

/**
 * Dokploy, `/api/deploy/<token>` and `/api/deploy/compose/<token>`. The URL says what to deploy and proves who asks. Source:
 * dokploy pages/api/deploy/[refreshToken].ts.
 */
export const dokploy: Receiver = {
  name: 'dokploy',
  title: 'Dokploy',
  wire: eventWire({ event: dockerHub }, { urlIsCredential: true, needsDigest: false }),
  answers: plainAnswers((result) =>
    result.kind === 'response' && result.status === 301
      ? 'Dokploy did not deploy: its application has another image, tag or branch, as the answer says; compare them with what was sent'
      : undefined,
  ),
};
