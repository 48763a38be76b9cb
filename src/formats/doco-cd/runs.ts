import { InputError } from '../../util/errors.ts';
import { at, isObject, parseObject, textAt } from '../../util/json.ts';
import type { DeploymentResult, DeploymentTracker, RunState, RunStatus } from '../types.ts';
import { failureHint } from './failure-hints.ts';
import { jobId, serverMessage } from './response.ts';

/**
 * How to wait for doco-cd: with `?wait=true` it deploys inside the request. Without, its run API tells how a job is doing, if
 * API_SECRET is set. It keeps the newest 50 runs in memory. Source: doco-cd handler_api.go and its run tracker.
 */
export const docoCdRuns: DeploymentTracker = {
  waitUrl(endpoint) {
    const url = new URL(endpoint);
    // Not through searchParams, which would rewrite the rest of the query.
    url.search = url.search === '' ? '?wait=true' : `${url.search}&wait=true`;
    return url;
  },

  parseWaitResponse(response) {
    const { status, body } = response;
    const message = serverMessage(body);
    const isDocoCd = jobId(body) !== undefined;
    if (status === 201 && (isDocoCd || response.bodyState !== 'complete')) {
      return { kind: 'succeeded', serverMessage: message };
    }
    if (status >= 200 && status < 300) {
      const hint = isDocoCd
        ? 'doco-cd was not asked to wait: something on the way removed ?wait=true from the URL; set api-key to use the run API instead'
        : 'this is not the answer of a doco-cd that waits; check the path of the url';
      return { kind: 'unknown', error: 'NOT_AWAITED', serverMessage: message, hint };
    }
    if (isDocoCd) return wasRefusedOnReceipt(message ?? '') ? undefined : failed(message);
    // A gateway gave up on a request that it had passed on. The job does not stop when its client has gone.
    if (![502, 504, 520, 522, 524].includes(status)) return undefined;
    return {
      kind: 'unknown',
      error: `HTTP_${status}`,
      serverMessage: message,
      hint: 'a proxy on the way did not wait as long as the deployment took, which may still go on; set api-key to use the run API instead, or raise the read timeout of the proxy',
    };
  },

  keyHeader: 'x-api-key',

  runUrl(endpoint, jobId) {
    const url = new URL(endpoint);
    const prefix = /^(.*)\/v1\/webhook(?:\/[^/]+)?$/.exec(url.pathname)?.[1];
    if (prefix === undefined) {
      throw new InputError(
        `url: the path at ${url.origin} does not end with /v1/webhook or /v1/webhook/<target>, so the path of the run API (/v1/api/run) cannot be derived from it; use such a path, or remove api-key to wait inside the request`,
      );
    }
    url.pathname = `${prefix}/v1/api/run/${encodeURIComponent(jobId)}`;
    return url;
  },

  parseRunStatus({ status, body }) {
    const isDocoCd = jobId(body) !== undefined;
    const message = serverMessage(body);
    if (status === 200) return isDocoCd ? parseRun(at(parseObject(body), 'content')) : undefined;
    if (status === 401 && isDocoCd) {
      return lost('API_KEY_REFUSED', message, "api-key differs from the server's API_SECRET; the deployment goes on");
    }
    if (status === 404 && isDocoCd) {
      return lost(
        'RUN_NOT_FOUND',
        message,
        "doco-cd has forgotten the deployment, which may have gone well: it was restarted, or 50 newer requests took its place; see the server's log",
      );
    }
    if (status === 404) {
      return lost(
        'API_NOT_FOUND',
        message,
        'the server has no API_SECRET set, is too old to have a run API, or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request',
      );
    }
    return undefined;
  },
};

function lost(error: string, serverMessage: string | undefined, hint: string): RunStatus {
  return { state: { kind: 'unknown', error, serverMessage, hint } };
}

/** The fields of a run. Undefined when `run` is none. */
function parseRun(run: unknown): RunStatus | undefined {
  if (!isObject(run) || typeof run.status !== 'string') return undefined;
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
      return failed(message);
    default:
      return {
        kind: 'unknown',
        error: 'STATE_NOT_KNOWN',
        serverMessage: `its state is "${status ?? ''}"`,
        hint: 'this doco-cd is newer than this action: update the action. The deployment goes on',
      };
  }
}

function parseTime(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** Whether the request was refused on receipt: then nothing has been deployed. */
function wasRefusedOnReceipt(message: string): boolean {
  return /^(?:incorrect secret key|missing signature|invalid http method|failed to parse payload)/.test(message);
}

function failed(message: string | undefined): DeploymentResult {
  return { kind: 'failed', error: 'DEPLOYMENT_FAILED', serverMessage: message, hint: failureHint(message ?? '') };
}
