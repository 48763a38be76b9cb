import { json } from '../../events/json.ts';
import { type HttpResult, isIncomplete } from '../../http/types.ts';
import { BEARER, eventWire, plainAnswers } from '../common.ts';
import type { Receiver } from '../types.ts';
import { readAnswer } from './answer.ts';

/**
 * Coolify, `/api/v1/deploy?uuid=<uuid>` or `?tag=<tag>`, with an API token that may deploy. The message is ignored.
 * Read, not tried: coolify app/Http/Controllers/Api/DeployController.php.
 */
export const coolify: Receiver = {
  name: 'coolify',
  title: 'Coolify',
  wire: eventWire({ event: json, proof: BEARER }, { secretRequired: true, needsDigest: () => false }),
  answers: plainAnswers(hint, {
    // It also answers 200 where it refuses.
    isAcceptance: (response) => isIncomplete(response) || deploysAll(response.body),
    serverMessage: (body) => readAnswer(body).message || undefined,
    jobId: (body) => readAnswer(body).ids[0],
  }),
  tracker: async () => (await import('./tracker.ts')).coolifyTracker,
};

function deploysAll(body: string): boolean {
  const { ids, hasStarted, hasRefused } = readAnswer(body);
  return !hasRefused && (ids.length > 0 || hasStarted);
}

function hint(result: HttpResult): string | undefined {
  if (result.kind === 'failure') return undefined;
  const { status, body } = result;
  if (readAnswer(body).isAlreadyQueued) {
    return 'the deployment before this one may have pulled what was there before; add &force=true to the url';
  }
  switch (status) {
    case 200:
      return deploysAll(body)
        ? undefined
        : 'Coolify does not deploy all that the url names, for the reason that its answer gives; compare uuid in the url, and what the token may do';
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
