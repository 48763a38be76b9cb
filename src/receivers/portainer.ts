import { json } from '../events/json.ts';
import { eventWire, plainAnswers } from './common.ts';
import type { Receiver } from './types.ts';

/**
 * Portainer, `/api/webhooks/<token>` of a service and `/api/stacks/webhooks/<uuid>` of a stack. The URL says what to
 * deploy and proves who asks; the message is ignored. Read, not tried: portainer api/http/handler/{stacks,webhooks}.
 */
export const portainer: Receiver = {
  name: 'portainer',
  title: 'Portainer',
  wire: eventWire({ event: json }, { urlIsCredential: true, needsDigest: () => false }),
  answers: plainAnswers(undefined, {
    // It refuses while it is still deploying. Its 409 can also be final, and then says something else.
    isRetryable: (result, usual) =>
      usual || (result.kind === 'response' && result.status === 409 && /already in progress/i.test(result.body)),
  }),
};
