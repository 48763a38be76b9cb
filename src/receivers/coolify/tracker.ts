import { parseObject, textAt } from '../../util/json.ts';
import type { Ask, DeploymentResult, Observation, Tracker } from '../types.ts';
import { readAnswer } from './answer.ts';

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
    async observe({ response }, ask) {
      const { ids, hasStarted, isAlreadyQueued, message } = readAnswer(response?.body ?? '');
      if (isAlreadyQueued) return { kind: 'ended', result: { ...ALREADY_QUEUED, serverMessage: message } };
      if (ids.length === 0) return { kind: 'ended', result: { ...NO_ID, serverMessage: message } };
      const observations = await Promise.all(ids.map((id) => look(endpoint, id, ask)));
      const failed = observations.find((each) => each.kind === 'ended' && each.result.kind === 'failed');
      const open = observations.find(({ kind }) => kind !== 'ended');
      const hint = hasStarted
        ? 'services and databases in it were not waited for: Coolify gives no id for them'
        : undefined;
      return failed ?? open ?? { kind: 'ended', result: { kind: 'succeeded', hint } };
    },
  }),
};

const ALREADY_QUEUED: DeploymentResult = {
  kind: 'unknown',
  error: 'ALREADY_QUEUED',
  hint: 'that deployment may have pulled what was there before; add &force=true to the url',
};

const NO_ID: DeploymentResult = {
  kind: 'unknown',
  error: 'NO_JOB_ID',
  hint: 'Coolify gives no id for services and databases, so they cannot be waited for; set wait to false',
};

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
