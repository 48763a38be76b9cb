import type { HttpResponse } from '../../http/types.ts';
import { isObject, type JsonObject, textAt } from '../../util/json.ts';
import type { DeploymentTracker, FoundRun, RunState, RunStatus, WantedRun } from '../types.ts';
import { apiUrl, contentOf, listIn, withQuery } from './api.ts';
import { checkContainers } from './containers.ts';
import { failedDeployment } from './failure-hints.ts';
import { jobId, serverMessage } from './response.ts';
import { parseWaitResponse, REPEAT_HINT } from './wait-response.ts';
import { parseWebhookPath } from './webhook-path.ts';

/**
 * How to wait for doco-cd: with `?wait=true` it deploys inside the request. Without, its run API (v0.104.0) has the state of a
 * job, if API_SECRET is set. It keeps the newest 50 runs in memory. Sources: doco-cd handler_api_runs.go and
 * deployment_run_tracker.go.
 */
export const docoCdRuns: DeploymentTracker = {
  waitUrl: (endpoint) => withQuery(endpoint, 'wait=true'),
  parseWaitResponse,
  repeatHint: REPEAT_HINT,
  keyHeader: 'x-api-key',
  // Less than 50: others send too, and a request that is repeated takes another place.
  remembered: 40,
  runUrl: (endpoint, jobId) => apiUrl(endpoint, `run/${encodeURIComponent(jobId)}`),
  parseRunStatus,
  runsUrl: (endpoint) => apiUrl(endpoint, 'runs', 'trigger=webhook'),
  findRun,
  checkContainers,
};

function parseRunStatus(response: HttpResponse, wantedId: string): RunStatus | undefined {
  const { status, body } = response;
  if (status === 200) return parseRun(contentOf(response), wantedId);
  const isDocoCd = jobId(body) !== undefined;
  const message = serverMessage(body);
  if (status === 401 && isDocoCd) {
    return lost('API_KEY_REFUSED', message, "api-key differs from the server's API_SECRET; the deployment goes on");
  }
  if (status === 404 && isDocoCd) {
    return lost(
      'RUN_NOT_FOUND',
      message,
      "doco-cd has forgotten the deployment: if it was restarted, the deployment stopped with it; if 50 newer requests took its place, it may have gone well; see the server's log",
    );
  }
  if (status === 404) {
    return lost(
      'API_NOT_FOUND',
      message,
      'the server has no API_SECRET set, is too old to have a run API (it came with v0.104.0), or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request',
    );
  }
  return undefined;
}

function lost(error: string, serverMessage: string | undefined, hint: string): RunStatus {
  return { state: { kind: 'unknown', error, serverMessage, hint } };
}

/** The status of a run. Undefined when `run` is not a run, or belongs to another job. */
function parseRun(run: unknown, wantedId: string): RunStatus | undefined {
  if (!isObject(run) || typeof run.status !== 'string' || run.job_id !== wantedId) return undefined;
  return {
    state: parseState(textAt(run, 'status'), textAt(run, 'message')),
    createdMs: parseTime(run.created_at),
    startedMs: parseTime(run.started_at),
    finishedMs: parseTime(run.finished_at),
  };
}

function parseState(status: string | undefined, message: string | undefined): RunState {
  switch (status) {
    case 'accepted': // Also while it waits for the lock of its repository.
    case 'running':
      return { kind: status };
    case 'succeeded':
    case 'skipped':
      return { kind: status, serverMessage: message };
    case 'failed':
      return failedDeployment(message);
    default:
      return {
        kind: 'unknown',
        error: 'STATE_NOT_KNOWN',
        serverMessage: `its state is "${status ?? ''}"`,
        hint: 'this doco-cd is newer than this action: update the action. The deployment goes on',
      };
  }
}

/** A run has the fields about its artifact only once it holds the lock of its repository. The newest is listed first. */
function findRun(response: HttpResponse, wanted: WantedRun): FoundRun {
  const listed = listIn(response, isObject);
  if ('problem' in listed) return { kind: 'none' };
  const runs = (listed.items as readonly JsonObject[]).filter(
    ({ created_at }) => (parseTime(created_at) ?? Number.NaN) >= wanted.sinceMs,
  );
  const found = textAt(
    runs.find((run) => isOf(wanted, run)),
    'job_id',
  );
  if (found !== undefined) return { kind: 'found', jobId: found };
  const isPending = runs.some(({ status, revision }) => status === 'accepted' && revision === undefined);
  return { kind: isPending ? 'pending' : 'none' };
}

/** Whether `run` deploys the artifact for the target of the endpoint. Its `revision` is `<tag> (<digest>)`. */
function isOf({ artifact, endpoint }: WantedRun, run: JsonObject): boolean {
  const target = parseWebhookPath(endpoint.pathname)?.target ?? '';
  const { digest, path } = artifact;
  if (digest === undefined || textAt(run, 'revision')?.includes(digest) !== true) return false;
  const repository = textAt(run, 'repository') ?? '';
  const isSame = repository === path || repository.endsWith(`/${path}`);
  return isSame && encodeURIComponent(textAt(run, 'target') ?? '') === target;
}

function parseTime(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
