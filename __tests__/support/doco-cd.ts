import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ServerOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  answer,
  checkReceipt,
  isWebhookPath,
  type Payload,
  pageNotFound,
  type Received,
  type Receiver,
  type Refusal,
  startReceiver,
} from './receiver.ts';

/**
 * doco-cd with its run tracker, on loopback (wire.md A1 to A6): jobs wait for the lock of their repository, run, and end as
 * the test says; the newest 50 runs are remembered until a restart.
 */
export type DocoCd = Receiver & {
  /** All runs in the tracker, oldest first. */
  readonly runs: () => readonly Run[];
  /** Ends all jobs and forgets all runs, as a restart of the server does. */
  restart(): void;
};

/** What becomes of a job. */
export type Deployment = {
  /** How long it stays accepted, besides the time until its repository is free. */
  readonly queuedMs?: number;
  readonly runMs?: number;
  /** How it fails; it succeeds without. */
  readonly failure?: Refusal;
};

export type DocoCdOptions = {
  /** WEBHOOK_SECRET */
  readonly secret: string;
  /** API_SECRET; without it the run API is not there. */
  readonly apiSecret?: string;
  /** What becomes of the job for a payload; the index counts jobs. Succeeds at once unless told. */
  readonly deploy?: (payload: Payload, index: number) => Deployment;
  /** What the registry holds: digests by artifact. A job whose payload names another digest fails as doco-cd's does. */
  readonly registry?: Readonly<Record<string, string>>;
  /** How long the run API takes to answer. */
  readonly slowMs?: number;
  /** A path before all routes, as a reverse proxy strips it. */
  readonly prefix?: string;
  /** Where to listen on 127.0.0.1 instead of a free port. */
  readonly port?: number;
  /** A certificate, to speak HTTPS. */
  readonly tls?: ServerOptions;
  /** What stands in front of doco-cd: returns true when it has answered, or left unanswered, the request itself. */
  readonly inFront?: (request: Received, response: ServerResponse, server: DocoCd) => boolean;
};

type Status = 'accepted' | 'running' | 'succeeded' | 'failed';

export type Run = {
  readonly job_id: string;
  readonly trigger: 'webhook';
  readonly created_at: string;
  status: Status;
  updated_at: string;
  repository?: string;
  revision?: string;
  target?: string;
  message?: string;
  started_at?: string;
  finished_at?: string;
};

const KEPT = 50;

/** The ways a deployment fails (wire.md A3, the rows of `wait`). */
export const FAILURES = {
  digestMismatch: (expected: string, got: string): Refusal => ({
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content: `artifact digest does not match expected digest: expected ${expected} got ${got}`,
  }),
  registryLogin: {
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content:
      'failed to resolve OCI artifact: GET https://ghcr.io/token?scope=repository%3Aacme%2Fapp%3Apull: UNAUTHORIZED: authentication required',
  },
  notInRegistry: {
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content:
      'failed to resolve OCI artifact: GET https://ghcr.io/v2/acme/app/manifests/v9: MANIFEST_UNKNOWN: manifest unknown',
  },
  registryTimeout: {
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content: 'failed to resolve OCI artifact: Get "https://ghcr.io/v2/": dial tcp: i/o timeout',
  },
  trustPolicy: {
    status: 500,
    error: 'failed OCI signature verification',
    content: 'no matching signatures found',
  },
  layout: {
    status: 500,
    error: 'failed to pull oci artifact',
    content: 'invalid artifact layout: expected .doco-cd.yaml or .doco-cd.yml',
  },
  notATar: { status: 500, error: 'failed to pull oci artifact', content: 'failed to read tar stream: unexpected EOF' },
  platform: {
    status: 500,
    error: 'failed to pull oci artifact',
    content: 'no child with platform linux/amd64 in index ghcr.io/acme/app@sha256:0',
  },
  deployConfig: {
    status: 500,
    error: 'failed to get deploy configuration',
    content: 'deploy config: name is required',
  },
  compose: {
    status: 500,
    error: 'deployment failed',
    content: 'failed to deploy stack app: service "web" refers to undefined network backend: invalid compose project',
  },
  repositoryName: { status: 400, error: 'invalid repository name', content: 'invalid repository name' },
} as const satisfies Record<string, Refusal | ((...digests: never[]) => Refusal)>;

/** Starts a doco-cd on a free port of 127.0.0.1. */
export async function startDocoCd(options: DocoCdOptions): Promise<DocoCd> {
  const { secret, apiSecret, prefix = '', slowMs = 0 } = options;
  let runs: Run[] = [];
  let jobs = 0;
  let life = new AbortController();
  const locks = new Map<string, Promise<unknown>>();

  /** A slot is taken before the signature is checked: junk evicts real runs. */
  const track = (): Run => {
    const now = new Date().toISOString();
    const run: Run = {
      job_id: randomUUID(),
      trigger: 'webhook',
      status: 'accepted',
      created_at: now,
      updated_at: now,
    };
    runs = [...runs, run].slice(-KEPT);
    return run;
  };
  const end = (run: Run, failure?: Refusal) => {
    run.status = failure === undefined ? 'succeeded' : 'failed';
    run.finished_at = run.updated_at = new Date().toISOString();
    if (failure !== undefined) run.message = `${failure.error}: ${failure.content}`;
  };

  const deploy = async (run: Run, payload: Payload): Promise<Refusal | undefined> => {
    const { signal } = life;
    const artifact = String(payload.artifact ?? '');
    const digest = String(payload.digest ?? '');
    run.repository = /^[^/]+\/(.+?)(?::[^:/]*)?(?:@.*)?$/.exec(artifact)?.[1] ?? artifact;
    run.revision = `${/:([^:/@]+)(?:@.*)?$/.exec(artifact)?.[1] ?? 'latest'} (${digest})`;
    const plan = options.deploy?.(payload, jobs++) ?? {};
    const held = options.registry?.[artifact] ?? digest;
    const failure = held !== digest && digest !== '' ? FAILURES.digestMismatch(digest, held) : plan.failure;
    const free = (locks.get(run.repository) ?? Promise.resolve()).catch(() => {});
    const done = free.then(async () => {
      await sleep(plan.queuedMs ?? 0, undefined, { signal });
      run.status = 'running';
      run.started_at = run.updated_at = new Date().toISOString();
      await sleep(plan.runMs ?? 0, undefined, { signal });
      end(run, failure);
    });
    locks.set(run.repository, done);
    await done;
    return failure;
  };

  const webhook = async (request: Received, response: ServerResponse) => {
    const { searchParams, pathname } = new URL(request.path, 'http://server');
    const run = track();
    const { job_id } = run;
    const target = /^\/v1\/webhook\/(.+)$/.exec(pathname)?.[1];
    if (target !== undefined) run.target = decodeURIComponent(target);
    const checked = checkReceipt(request, secret);
    if ('status' in checked) {
      end(run, checked);
      return answer(response, checked.status, { error: checked.error, content: checked.content, job_id });
    }
    // The job ignores that a client disconnects: a wait that timed out still deploys.
    const job = deploy(run, checked);
    if (!['true', 'TRUE', '1'].includes(searchParams.get('wait') ?? '')) {
      job.catch(() => {});
      return answer(response, 202, { content: 'job accepted', job_id });
    }
    try {
      const failure = await job;
      if (failure === undefined) return answer(response, 201, { content: 'job completed successfully', job_id });
      answer(response, failure.status, { error: failure.error, content: failure.content, job_id });
    } catch {
      response.destroy(); // A restart cuts the connection.
    }
  };

  const runApi = (request: Received, response: ServerResponse) => {
    if (apiSecret === undefined) return pageNotFound(response);
    const job_id = randomUUID(); // Of this request, not of the run.
    const refuse = (status: number, error: string, content = '') =>
      answer(response, status, { error, content, job_id });
    if (request.headers['x-api-key'] !== apiSecret) return refuse(401, 'invalid api key');
    if (request.method !== 'GET') return refuse(405, 'invalid http method', 'requires method: GET');
    const { pathname, searchParams } = new URL(request.path, 'http://server');
    if (pathname === '/v1/api/runs') {
      const newest = runs.toReversed().slice(0, Number(searchParams.get('limit') ?? 50));
      return answer(response, 200, { content: newest, job_id });
    }
    const id = pathname.replace('/v1/api/run/', '');
    const run = runs.find((candidate) => candidate.job_id === id);
    if (run === undefined) return refuse(404, `run not found: ${id}`);
    answer(response, 200, { content: run, job_id });
  };

  const route = (request: Received, response: ServerResponse) => {
    if (isWebhookPath(request.path)) return void webhook(request, response);
    if (/^\/v1\/api\/(?:runs|run\/[^/?]+)(?:\?.*)?$/.test(request.path)) {
      if (slowMs === 0) return runApi(request, response);
      return void sleep(slowMs).then(() => runApi(request, response));
    }
    if (request.path === '/v1/health') return answer(response, 200, { content: 'healthy', job_id: randomUUID() });
    pageNotFound(response);
  };

  const receiver = await startReceiver(
    (request, response) => {
      if (options.inFront?.(request, response, server)) return;
      if (!request.path.startsWith(prefix)) return pageNotFound(response);
      route({ ...request, path: request.path.slice(prefix.length) }, response);
    },
    options.tls,
    options.port,
  );
  const server: DocoCd = {
    ...receiver,
    runs: () => runs,
    restart() {
      life.abort();
      life = new AbortController();
      locks.clear();
      runs = [];
    },
    async close() {
      life.abort();
      await receiver.close();
    },
  };
  return server;
}
