import type { Accepted, DeploymentResult, Observation, Tracker, Watch } from '../types.ts';
import { apiUrl, withQuery } from './api.ts';
import { createContainerCheck, listContainers } from './containers.ts';
import { findRun, readRun } from './runs.ts';
import { parseWaitResponse, REPEAT_HINT } from './wait-response.ts';

/**
 * How to wait for doco-cd: with `?wait=true` it deploys inside the request. Without, its run API (v0.104.0) has the
 * state of a job, if API_SECRET is set, and after a success the containers decide. Sources: doco-cd handler_api.go and
 * deployment_run_tracker.go.
 */
export const docoCdTracker: Tracker = {
  keyHeaders: (apiKey) => ({ 'x-api-key': apiKey }),
  apiPath: '/v1/api',
  // It keeps the newest 50 runs in memory. Less, because others send too, and a repeated request takes another place.
  remembered: 40,
  checkEndpoint: (endpoint) => void apiUrl(endpoint, 'runs'),

  watch(endpoint, artifact): Watch {
    const checkContainers = createContainerCheck(endpoint, artifact);
    let succeeded: Extract<Observation, { kind: 'ended' }> | undefined;
    return {
      find: async (ask, agoMs) =>
        findRun(await ask(apiUrl(endpoint, 'runs', 'trigger=webhook')), { endpoint, artifact, agoMs }),

      async observe(accepted, ask) {
        if (succeeded === undefined) {
          const { jobId } = accepted;
          if (jobId === undefined) return { kind: 'ended', result: withoutId(accepted) };
          const run = readRun(await ask(apiUrl(endpoint, `run/${encodeURIComponent(jobId)}`)), jobId);
          if (run.kind !== 'ended') return run;
          if (run.result.kind === 'failed') {
            const containers = await listContainers(ask, endpoint, artifact);
            return { ...run, result: { ...run.result, containers } };
          }
          if (run.result.kind !== 'succeeded') return run;
          succeeded = run;
        }
        return checkContainers(ask, succeeded);
      },
    };
  },

  inRequest: {
    url: (endpoint) => withQuery(endpoint, 'wait=true'),
    read: parseWaitResponse,
    repeatHint: REPEAT_HINT,
  },
};

/** It was accepted, but the id is in the part of the answer that is missing, and its run was not found. */
function withoutId({ response }: Accepted): DeploymentResult {
  return {
    kind: 'unknown',
    error: 'NO_JOB_ID',
    serverMessage: response?.body.trim() ?? '',
    hint: "the answer broke off before the id of the deployment, which may go on; see the server's log for how it ends",
  };
}
