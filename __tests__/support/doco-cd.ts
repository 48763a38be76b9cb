import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ServerOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ArtifactSource, type ContainerPlan, createDockerHost, type DockerHost } from './docker-host.ts';
import { FAILURES } from './doco-cd-failures.ts';
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

export { FAILURES };

/**
 * doco-cd with its run tracker and its Docker host, on loopback (as doco-cd 0.110 was seen to do it; its
 * handler_webhook.go and handler_api.go): jobs wait for the lock of their repository, run, and end as the test says; a
 * digest that containers carry already is skipped, whatever these do; the newest 50 runs are remembered until a
 * restart.
 */
export type DocoCd = Receiver & {
  /** All runs in the tracker, oldest first. */
  readonly runs: () => readonly Run[];
  readonly host: DockerHost;
  /** Ends all jobs and forgets all runs, as a restart of the server does. Containers stay as they are. */
  restart(): void;
};

/** What becomes of a job. */
export type Deployment = {
  /** How long it stays accepted, in addition to the time until its repository is free. */
  readonly queuedMs?: number;
  readonly runMs?: number;
  /** How it fails; it succeeds without. */
  readonly failure?: Refusal;
  /** The containers that it creates, before it fails too: one that runs, or none where it fails. */
  readonly containers?: readonly ContainerPlan[];
  /** It finds nothing to deploy: the webhook_filter does not match, or there are no stacks. */
  readonly isEmpty?: boolean;
  /** `destroy: true` */
  readonly destroys?: boolean;
  /** `force_recreate: true`: a digest is deployed again. */
  readonly isForced?: boolean;
  /** Swarm: what becomes of the update of its service. */
  readonly update?: { readonly State: string; readonly Message?: string };
  /** A webhook_filter that Go cannot compile: the process ends. */
  readonly panics?: boolean;
};

export type DocoCdOptions = {
  /** WEBHOOK_SECRET */
  readonly secret: string;
  /** API_SECRET; without it the run API is not there. */
  readonly apiSecret?: string | undefined;
  /** How the job for a payload goes on; the index counts jobs. By default it succeeds at once. */
  readonly deploy?: (payload: Payload, index: number) => Deployment;
  /** What the registry holds: digests by artifact. A job whose payload names another digest fails as doco-cd's does. */
  readonly registry?: Readonly<Record<string, string>>;
  /** Projects on the host that are not doco-cd's. */
  readonly foreign?: readonly string[];
  /** The host is a Swarm manager: what is deployed are services, which the project API does not show. */
  readonly isSwarm?: boolean;
  /** It has no project API. */
  readonly withoutProjects?: boolean;
  /** How long the run API takes to answer. */
  readonly slowMs?: number;
  /** A path before all routes, as a reverse proxy strips it. */
  readonly prefix?: string;
  /** Where to listen on 127.0.0.1 instead of a free port. */
  readonly port?: number;
  /** A certificate, to speak HTTPS. */
  readonly tls?: ServerOptions;
  /** A proxy in front of doco-cd: returns true when it has dealt with the request itself, with or without an answer. */
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

/** Starts a doco-cd on a free port of 127.0.0.1. */
export async function startDocoCd(options: DocoCdOptions): Promise<DocoCd> {
  const { secret, apiSecret, prefix = '', slowMs = 0 } = options;
  const host = createDockerHost(options.foreign);
  let runs: Run[] = [];
  let jobs = 0;
  let life = new AbortController();
  const locks = new Map<string, Promise<unknown>>();
  /** The services of each stack. */
  const swarm = new Map<string, readonly object[]>();

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

  const deploy = async (run: Run, payload: Payload, target: string | undefined): Promise<Refusal | undefined> => {
    const { signal } = life;
    const artifact = String(payload.artifact ?? '').trim();
    const sent = String(payload.digest ?? '');
    const digest = options.registry?.[artifact] ?? sent;
    const repository = /^[^/]+\/(.+?)(?::[^:/]*)?(?:@.*)?$/.exec(artifact)?.[1] ?? artifact;
    const plan = options.deploy?.(payload, jobs++) ?? {};
    const free = (locks.get(repository) ?? Promise.resolve()).catch(() => {});
    const done = free.then(async () => {
      await sleep(plan.queuedMs ?? 0, undefined, { signal });
      // Only now: what waits for the lock does not say yet what it is for.
      run.repository = repository;
      run.revision = `${/:([^:/@]+)$/.exec(artifact.replace(/@.*$/, ''))?.[1] ?? digest} (${sent})`;
      if (target !== undefined) run.target = target;
      run.status = 'running';
      run.started_at = run.updated_at = new Date().toISOString();
      if (plan.panics) {
        void server.close();
        throw new Error('panic');
      }
      const failure =
        digest !== sent && sent !== ''
          ? FAILURES.digestMismatch(sent, digest)
          : apply(plan, { artifact, repository, digest });
      await sleep(plan.runMs ?? 0, undefined, { signal });
      end(run, failure);
      return failure;
    });
    locks.set(repository, done);
    return done;
  };

  /** Does on the host what `plan` says, unless containers of the stack carry the digest already. */
  const apply = (plan: Deployment, source: ArtifactSource): Refusal | undefined => {
    const stack = source.repository.split('/').at(-1) ?? '';
    if (plan.isEmpty) return undefined;
    if (plan.destroys) return void host.destroy(stack);
    if (!plan.isForced && host.deployedDigest(stack, source.repository) === source.digest) return undefined;
    const standard = plan.failure === undefined ? [{ service: 'web' }] : [];
    const containers = plan.containers ?? standard;
    if (options.isSwarm) deployServices(stack, source, plan.update);
    else if (containers.length > 0) host.deploy(stack, containers, source);
    return plan.failure;
  };

  const deployServices = (stack: string, { artifact, digest }: ArtifactSource, UpdateStatus: Deployment['update']) => {
    const Labels = {
      'cd.doco.deployment.target.sha': digest,
      'cd.doco.deployment.timestamp': new Date().toISOString(),
      'cd.doco.source.url': artifact,
      'com.docker.stack.namespace': stack,
    };
    const service = { ID: `${stack}-web`, Version: { Index: 12 }, Spec: { Name: `${stack}_web`, Labels } };
    swarm.set(stack, [UpdateStatus === undefined ? service : { ...service, UpdateStatus }]);
  };

  const webhook = async (request: Received, response: ServerResponse) => {
    const { searchParams, pathname } = new URL(request.path, 'http://server');
    const run = track();
    const { job_id } = run;
    const target = /^\/v1\/webhook\/(.+)$/.exec(pathname)?.[1];
    const checked = checkReceipt(request, secret);
    if ('status' in checked) {
      end(run, checked);
      return answer(response, checked.status, { error: checked.error, content: checked.content, job_id });
    }
    // The job ignores that a client disconnects: a wait that timed out still deploys.
    const job = deploy(run, checked, target && decodeURIComponent(target));
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
      const wanted = searchParams.get('trigger');
      const isWanted = ({ trigger }: Run) => wanted === null || trigger === wanted;
      const newest = runs
        .filter(isWanted)
        .toReversed()
        .slice(0, Number(searchParams.get('limit') ?? 50));
      return answer(response, 200, { content: newest, job_id });
    }
    if (pathname === '/v1/api/stacks') {
      if (options.isSwarm && swarm.size > 0)
        return answer(response, 200, { content: Object.fromEntries(swarm), job_id });
      if (options.isSwarm) return refuse(404, 'no stacks found');
      return refuse(500, 'This node is not a swarm manager.', 'failed to get stacks');
    }
    const project = /^\/v1\/api\/projects?(?:\/(.+))?$/.exec(pathname);
    if (project !== null) {
      const [, name] = project;
      if (options.withoutProjects) return pageNotFound(response);
      const found = name === undefined ? host.projects() : host.containers(name);
      if (found.length > 0) return answer(response, 200, { content: found, job_id });
      return refuse(404, name === undefined ? 'no projects found' : `project not found: ${name}`);
    }
    const id = pathname.replace('/v1/api/run/', '');
    const run = runs.find(({ job_id }) => job_id === id);
    if (run === undefined) return refuse(404, `run not found: ${id}`);
    answer(response, 200, { content: run, job_id });
  };

  const route = (request: Received, response: ServerResponse) => {
    if (isWebhookPath(request.path)) return void webhook(request, response);
    if (/^\/v1\/api\/(?:runs|projects|stacks|(?:run|project)\/[^/?]+)(?:\?.*)?$/.test(request.path)) {
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
    host,
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
