import { dockerHub } from '../events/docker-hub.ts';
import { eventWire, plainAnswers } from './common.ts';
import type { Receiver } from './types.ts';

/**
 * Dokploy, `/api/deploy/<token>` and `/api/deploy/compose/<token>`. The URL says what to deploy and proves who asks.
 * Only for requests that call themselves Docker Hub's it compares the image, and then in no registry but that. Source:
 * dokploy pages/api/deploy/[refreshToken].ts.
 */
export const dokploy: Receiver = {
  name: 'dokploy',
  title: 'Dokploy',
  wire: eventWire({ event: dockerHub }, { urlIsCredential: true }),
  answers: plainAnswers((result) => {
    if (result.kind === 'failure') return undefined;
    if (result.status === 301) return 'Dokploy did not deploy, for the reason that its answer gives';
    if (result.status === 404) return 'no application of Dokploy has this url; copy its webhook url again, whole';
    return undefined;
  }),
};
