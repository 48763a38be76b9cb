import { createHmac } from 'node:crypto';
import type { Received, Respond } from './receiver.ts';

/**
 * Argo CD's server, as far as the action asks it (util/webhook, server/application, server/session at 37ee009). States of
 * Applications are those that its controller was seen to write, in that order.
 */

export const OLD = `sha256:${'0'.repeat(64)}`;

/** An Application, as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: it is written and patched freely.
export type App = any;

type AppOptions = {
  readonly name?: string;
  readonly source?: object;
  readonly sources?: readonly object[];
  readonly automated?: object | undefined;
  readonly revision?: string;
};

/** Seconds of the controller's clock, which is an hour behind. */
function time(second: number): string {
  return new Date(Date.UTC(2026, 0, 2, 2, 0, second)).toISOString().replace('.000', '');
}

/** An Application before anything was sent: synced to an old revision, and healthy. */
export function application(options: AppOptions = {}): App {
  const { name = 'web', sources, revision = OLD } = options;
  const source = options.source ?? { repoURL: 'oci://ghcr.io/acme/app', targetRevision: 'main', path: '.' };
  const isMultiple = sources !== undefined;
  const what = isMultiple ? { sources } : { source };
  const revisions = isMultiple ? { revisions: sources.map(() => revision) } : { revision };
  const automated = 'automated' in options ? options.automated : {};
  return {
    metadata: { name, namespace: 'argocd' },
    spec: { project: 'default', ...what, ...(automated === undefined ? {} : { syncPolicy: { automated } }) },
    status: {
      reconciledAt: time(0),
      sync: { status: 'Synced', comparedTo: what, ...revisions },
      health: { status: 'Healthy' },
      operationState: { phase: 'Succeeded', finishedAt: time(0), syncResult: revisions },
      history: [{ id: 1, ...revisions }],
    },
  };
}

/** The states that follow when `digest` is deployed, as they were seen. */
export function deploys(before: App, digest: string): readonly App[] {
  const states: App[] = [];
  const revisions =
    before.spec.sources === undefined ? { revision: digest } : { revisions: before.spec.sources.map(() => digest) };
  const add = (change: (app: App) => void) => {
    const next = structuredClone(states.at(-1) ?? before);
    change(next);
    states.push(next);
  };
  add((app) => Object.assign(app.metadata, { annotations: { 'argocd.argoproj.io/refresh': 'normal' } }));
  add((app) => {
    app.operation = { sync: revisions };
    delete app.status.operationState;
  });
  add((app) => {
    app.status.reconciledAt = time(10);
    app.status.sync = { ...app.status.sync, status: 'OutOfSync', ...revisions };
  });
  add((app) => delete app.metadata.annotations);
  add((app) => {
    app.status.operationState = { phase: 'Running', message: 'waiting for healthy state' };
  });
  add((app) => app.status.history.push({ id: 2, ...revisions }));
  add((app) => {
    app.status.operationState = {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      finishedAt: time(20),
      syncResult: revisions,
    };
    delete app.operation;
  });
  add((app) => {
    app.status.reconciledAt = time(21);
    app.status.sync.status = 'Synced';
    app.status.health.status = 'Progressing';
  });
  add((app) => {
    app.status.reconciledAt = time(25);
    app.status.health.status = 'Healthy';
  });
  return states;
}

/** `app` after another comparison at that second. */
export function compared(app: App, second: number, status: object = {}): App {
  const next = structuredClone(app);
  next.status = { ...next.status, reconciledAt: time(second), ...status };
  return next;
}

type ArgoCdOptions = {
  readonly token: string;
  /** webhook.github.secret and webhook.harbor.secret. */
  readonly secret: string;
  /** Each Application as it is before, and the states that looking at it brings once it is told, one after the other. */
  readonly apps: readonly { readonly before: App; readonly after: readonly App[] }[];
  /** --rootpath */
  readonly root?: string;
};

/** Fields that a list has when it is asked for these: all others are silently absent. */
const LISTED = 'items.metadata.name,items.metadata.namespace,items.spec';

/** Its answers. */
export function argoCd({ token, secret, apps, root = '' }: ArgoCdOptions): Respond {
  let isTold = false;
  const looks = new Map<string, number>();
  return (request, response) => {
    const reply = (status: number, body: object | string) => {
      response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const { pathname, searchParams } = new URL(request.path, 'http://server');
    if (pathname === `${root}/api/webhook`) {
      const [status, text] = receive(request, secret);
      isTold ||= status === 200;
      return reply(status, text);
    }
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    // A bad token is no error here.
    if (pathname === `${root}/api/v1/session/userinfo`)
      return reply(200, isKnown ? { loggedIn: true, username: 'ci' } : {});
    if (!isKnown) return reply(401, { error: 'no session information', code: 16, message: 'no session information' });
    if (pathname === `${root}/api/v1/applications`) {
      if (searchParams.get('fields') !== LISTED) return reply(400, {});
      const items = apps.map(({ before: { metadata, spec } }) => ({ metadata, spec }));
      return reply(200, { metadata: {}, items: items.length === 0 ? null : items });
    }
    const [, name, rest] = new RegExp(`^${root}/api/v1/applications/([^/]+)(/syncwindows)?$`).exec(pathname) ?? [];
    const app = apps.find(({ before }) => before.metadata.name === name);
    if (searchParams.get('project') !== 'default') return reply(403, { error: 'permission denied', code: 7 });
    if (app === undefined || name === undefined) return reply(404, { code: 5, message: 'not found' });
    if (rest !== undefined) return reply(200, { canSync: true });
    if (!isTold) return reply(200, app.before);
    const look = looks.get(name) ?? 0;
    looks.set(name, look + 1);
    reply(200, app.after[Math.min(look, app.after.length - 1)] ?? app.before);
  };
}

/** What its webhook answers: asynchronously, so the same whether an Application uses the artifact or not. */
function receive({ method, headers, body }: Received, secret: string): readonly [number, string] {
  if (headers['x-github-event'] === 'package') {
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    return headers['x-hub-signature-256'] === expected ? [200, ''] : [401, 'Unauthorized\n'];
  }
  if (headers.authorization === secret && method === 'POST') return [200, ''];
  return [400, 'Unknown webhook event\n'];
}
