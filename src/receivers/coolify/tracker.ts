import { parseObject, textAt } from '../../util/json.ts';
import type { Accepted, Ask, DeploymentResult, Observation, Tracker } from '../types.ts';
import { deploymentIds, isAlreadyQueued, messagesIn } from './answer.ts';

/** It takes 200 requests a minute. */
const EVERY_MS = 4_000;

/**
 * How to learn from Coolify's API whether it has deployed, with the token that also deploys. Read, not tried: coolify
 * app/Http/Controllers/Api/DeployController.php, app/Enums/ApplicationDeploymentStatus.php.
 */
export const coolifyTracker: Tracker = {
  keyHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  keyIsSecret: true,

  watch: (endpoint) => ({
    async observe(accepted, ask) {
      const ids = idsOf(accepted);
      if (typeof ids === 'object' && 'kind' in ids) return { kind: 'ended', result: ids };
      const observations = await Promise.all(ids.map((id) => look(endpoint, id, ask)));
      const failed = observations.find((each) => each.kind === 'ended' && each.result.kind === 'failed');
      const open = observations.find(({ kind }) => kind !== 'ended');
      return failed ?? open ?? { kind: 'ended', result: { kind: 'succeeded' } };
    },
  }),
};

/** The deployments to follow, or why there are none. */
function idsOf({ jobId, response }: Accepted): readonly string[] | DeploymentResult {
  const body = response?.body ?? '';
  if (isAlreadyQueued(body)) {
    return {
      kind: 'unknown',
      error: 'ALREADY_QUEUED',
      serverMessage: messagesIn(body),
      hint: 'that deployment may have pulled what was there before; add &force=true to the url',
    };
  }
  const ids = deploymentIds(body);
  if (ids.length > 0) return ids;
  if (jobId !== undefined) return [jobId];
  return {
    kind: 'unknown',
    error: 'NO_JOB_ID',
    serverMessage: messagesIn(body),
    hint: 'Coolify gives no id for services and databases, so they cannot be waited for; set wait to false',
  };
}

async function look(endpoint: URL, id: string, ask: Ask): Promise<Observation> {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/deploy\/*$/, '')}/deployments/${encodeURIComponent(id)}`;
  url.search = '';
  const answer = await ask(url);
  const status =
    answer.kind === 'response' && answer.status === 200 ? textAt(parseObject(answer.body), 'status') : undefined;
  switch (status) {
    case 'queued':
      return { kind: 'pending', state: 'queued', waitMs: EVERY_MS };
    case 'in_progress':
      return { kind: 'pending', state: 'running', waitMs: EVERY_MS };
    case 'finished':
      return { kind: 'ended', result: { kind: 'succeeded' } };
    case 'failed':
    case 'cancelled-by-user':
      return {
        kind: 'ended',
        result: {
          kind: 'failed',
          error: 'DEPLOYMENT_FAILED',
          serverMessage: status,
          hint: "see the deployment's log in Coolify",
        },
      };
    default:
      return { kind: 'unreadable', answer };
  }
}
