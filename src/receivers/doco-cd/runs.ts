import type { HttpResult } from '../../http/types.ts';
import type { Artifact } from '../../oci/artifact.ts';
import { isObject, type JsonObject, textAt } from '../../util/json.ts';
import type { DeploymentResult, Observation, Search, ServerTimes } from '../types.ts';
import { contentOf, listIn } from './api.ts';
import { failedDeployment } from './failure-hints.ts';
import { jobId, serverMessage } from './response.ts';
import { parseWebhookPath } from './webhook-path.ts';

/** doco-cd's run API. Sources: doco-cd handler_api_runs.go and deployment_run_tracker.go. */

/** What the answer says about the run with this id. A success is not yet one of the containers. */
export function readRun(answer: HttpResult, wantedId: string): Observation {
  if (answer.kind === 'failure') return { kind: 'unreadable', answer };
  const { status, body } = answer;
  if (status === 200) return parseRun(contentOf(answer), wantedId) ?? { kind: 'unreadable', answer };
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
      message ?? body.trim(),
      'the server has no API_SECRET set, is too old to have a run API (it came with v0.104.0), or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request',
    );
  }
  return { kind: 'unreadable', answer };
}

function lost(error: string, serverMessage: string | undefined, hint: string): Observation {
  return { kind: 'ended', result: { kind: 'unknown', error, serverMessage, hint } };
}

/** What a run shows. Undefined when `run` is not a run, or belongs to another job. */
function parseRun(run: unknown, wantedId: string): Observation | undefined {
  if (!isObject(run) || typeof run.status !== 'string' || run.job_id !== wantedId) return undefined;
  const times: ServerTimes = {
    createdMs: parseTime(run.created_at),
    startedMs: parseTime(run.started_at),
    finishedMs: parseTime(run.finished_at),
  };
  const state = textAt(run, 'status') ?? '';
  // Accepted is also what waits for the lock of its repository.
  if (state === 'accepted' || state === 'running') return { kind: 'pending', state, times };
  return { kind: 'ended', result: parseResult(state, textAt(run, 'message')), times };
}

function parseResult(state: string, message: string | undefined): DeploymentResult {
  switch (state) {
    case 'succeeded':
    case 'skipped':
      return { kind: state, serverMessage: message };
    case 'failed':
      return failedDeployment(message);
    default:
      return {
        kind: 'unknown',
        error: 'STATE_NOT_KNOWN',
        serverMessage: `its state is "${state}"`,
        hint: 'this doco-cd is newer than this action: update the action. The deployment goes on',
      };
  }
}

/** The run to look for: that of `artifact`, for the target of `endpoint`, by a message first sent `agoMs` ago. */
type Wanted = { readonly endpoint: URL; readonly artifact: Artifact; readonly agoMs: number };

/** The Date header has whole seconds, and the answer took some time to get here. */
const SLACK_MS = 3_000;

/**
 * Looks for a run in the list of runs, newest first. All times are by the server's clock, so that it may differ from
 * ours. A run has the fields about its artifact only once it holds the lock of its repository.
 */
export function findRun(answer: HttpResult, wanted: Wanted): Search {
  const listed = listIn(answer, isObject);
  if ('problem' in listed) return { kind: 'unreadable', answer };
  const sinceMs = (answer.dateMs ?? Date.now()) - wanted.agoMs - SLACK_MS;
  const runs = (listed.items as readonly JsonObject[]).filter(
    ({ created_at }) => (parseTime(created_at) ?? Number.NaN) >= sinceMs,
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
function isOf({ artifact, endpoint }: Wanted, run: JsonObject): boolean {
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
