import { json } from '../../events/json.ts';
import { type HttpResult, isIncomplete } from '../../http/types.ts';
import { BEARER, eventWire, plainAnswers } from '../plain.ts';
import type { Receiver } from '../types.ts';
import { deploymentIds, isAlreadyQueued, messagesIn } from './answer.ts';

/**
 * Coolify, `/api/v1/deploy?uuid=<uuid>` or `?tag=<tag>`, with an API token that may deploy. The message is ignored. Read, not
 * tried: coolify app/Http/Controllers/Api/DeployController.php.
 */
export const coolify: Receiver = {
  name: 'coolify',
  title: 'Coolify',
  wire: eventWire({ event: json, proof: BEARER }, { secretRequired: true, needsDigest: () => false }),
  answers: plainAnswers(hint, {
    // It also answers 200 where it refuses. Services and databases are started without an id.
    isAcceptance: (response) =>
      isIncomplete(response) ||
      deploymentIds(response.body).length > 0 ||
      /\bstarted\b/.test(messagesIn(response.body)),
    serverMessage: (body) => messagesIn(body) || undefined,
    jobId: (body) => deploymentIds(body)[0],
  }),
  tracker: async () => (await import('./tracker.ts')).coolifyTracker,
};

function hint(result: HttpResult): string | undefined {
  if (result.kind === 'failure') return undefined;
  const { status, body } = result;
  if (isAlreadyQueued(body)) {
    return 'the deployment before this one may have pulled what was there before; add &force=true to the url';
  }
  switch (status) {
    case 200:
      return deploymentIds(body).length > 0 || messagesIn(body).includes('started')
        ? undefined
        : 'Coolify deploys nothing, for the reason that its answer gives; compare uuid in the url, and what the token may do';
    case 401:
      return 'set secret to an API token of Coolify, and switch on its API in the settings';
    case 403:
      return 'the token needs the abilities deploy and read';
    case 404:
      return 'Coolify has no resource with the uuid or tag in the url that this token may see';
    default:
      return undefined;
  }
}
