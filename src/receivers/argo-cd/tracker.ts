import type { HttpResult } from '../../http/types.ts';
import { type Artifact, nameArtifact } from '../../oci/artifact.ts';
import { at, type JsonObject, parseObject, textAt } from '../../util/json.ts';
import { monotonicMs } from '../../util/time.ts';
import type { Ask, DeploymentResult, Observation, Tracker } from '../types.ts';
import { type Application, type Match, matchSource, readApplication } from './application.ts';
import { createDecision, name, shortRevision, type Verdict } from './decide.ts';
import { WEBHOOK } from './webhook.ts';

/**
 * How to learn from Argo CD's API whether the Applications that use an artifact run it. The token need only get
 * Applications. Source: argo-cd server/application/application.proto.
 */
export const argoCdTracker: Tracker = {
  keyHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),

  watch(endpoint, artifact) {
    const api = (path: string, query: Readonly<Record<string, string | undefined>> = {}) =>
      apiUrl(endpoint, path, query);
    let followed: readonly Followed[] = [];
    return {
      async before(ask) {
        const found = await findApplications(artifact, { ask, api });
        if ('refusal' in found) return found.refusal;
        followed = found.followed;
        return undefined;
      },

      async observe(_, ask) {
        const observations: Observation[] = [];
        for (const each of followed) {
          each.ended ??= await each.look({ ask, api });
          const observed = each.ended;
          if (observed.kind !== 'ended') each.ended = undefined;
          else if (observed.result.kind === 'failed') return observed; // The first failure fails.
          // Each further question would take as long as an answer may, past the end of the wait.
          if (observed.kind === 'unreadable' && observed.answer.kind === 'failure') return observed;
          observations.push(observed);
        }
        const open = observations.find(({ kind }) => kind !== 'ended');
        return open ?? { kind: 'ended', result: summarise(observations, artifact) };
      },
    };
  },
};

type Api = { readonly ask: Ask; api(path: string, query?: Readonly<Record<string, string | undefined>>): URL };

/** One Application, and what is known of it. */
type Followed = {
  ended?: Observation | undefined;
  look(api: Api): Promise<Observation>;
};

/** The API is where the webhook is: with --rootpath both are below it. */
function apiUrl(endpoint: URL, path: string, query: Readonly<Record<string, string | undefined>>): URL {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(WEBHOOK, '')}/api/v1/${path}`;
  url.search = '';
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(key, value);
  }
  return url;
}

type Found = { readonly followed: readonly Followed[] } | { readonly refusal: DeploymentResult };

/** The Applications that use the artifact, as they are before the message is sent. */
async function findApplications(artifact: Artifact, { ask, api }: Api): Promise<Found> {
  // A bad token is no error here; where anonymous access is on, every other question is answered, with an empty list.
  const session = await ask(api('session/userinfo'));
  const user = objectIn(session);
  if (user === undefined) return refuse(session);
  if (user.loggedIn !== true) {
    return refuse(
      'the API token is not accepted',
      'set api-key to a token that argocd account generate-token has made',
    );
  }
  const list = await ask(api('applications', { fields: 'items.metadata.name,items.metadata.namespace,items.spec' }));
  const body = objectIn(list);
  if (body === undefined) return refuse(list);
  // Without Applications, and without the right to get any, it is null.
  const items = Array.isArray(body.items) ? body.items : [];
  const followed: Followed[] = [];
  for (const item of items) {
    const listed = readApplication(item);
    const match = listed && matchSource(listed, artifact);
    if (listed === undefined || match === undefined) continue;
    const answer = await ask(api(...pathOf(listed)));
    const before = readApplication(objectIn(answer));
    if (before === undefined) return refuse(answer);
    followed.push(createFollowed(before, match));
  }
  return { followed };
}

/** The object in a complete answer. */
function objectIn(answer: HttpResult): JsonObject | undefined {
  return answer.kind === 'response' && answer.status === 200 ? parseObject(answer.body) : undefined;
}

const ADVICE =
  'with api-key, the Applications are looked up before anything is sent: the API must be reachable beside the webhook, and answer in 1 MiB';

/** `problem` is what the API answered instead, or what is wrong. */
function refuse(problem: HttpResult | string, hint = ADVICE): Found {
  return { refusal: { kind: 'failed', error: 'API_UNUSABLE', serverMessage: describe(problem), hint } };
}

function describe(problem: HttpResult | string): string {
  if (typeof problem === 'string') return problem;
  if (problem.kind === 'failure') return problem.message;
  return textAt(parseObject(problem.body), 'message') ?? `this is no answer of Argo CD's API (${problem.status})`;
}

function pathOf({ name, namespace, project }: Application): [string, Readonly<Record<string, string | undefined>>] {
  return [`applications/${encodeURIComponent(name)}`, { project, appNamespace: namespace }];
}

function createFollowed(before: Application, match: Match): Followed {
  const decide = createDecision(before, match);
  const [path, query] = pathOf(before);
  let isToRefresh = false;
  return {
    async look({ ask, api }) {
      if (before.isHydrated) return ended(hydrated(before));
      const answer = await ask(api(path, isToRefresh ? { ...query, refresh: 'normal' } : query));
      // It answers when it has compared, which may take longer than an answer may. It was asked all the same.
      const wasSlow = isToRefresh && answer.kind === 'failure' && answer.code === 'TIMEOUT';
      isToRefresh = false;
      if (wasSlow) return { kind: 'pending', state: 'being compared' };
      const app = readApplication(objectIn(answer));
      if (app === undefined) return { kind: 'unreadable', answer };
      const verdict = decide(app, monotonicMs());
      isToRefresh = verdict.kind === 'pending' && verdict.refresh === true;
      return observation(verdict, app, { ask, api });
    },
  };
}

async function observation(verdict: Verdict, app: Application, { ask, api }: Api): Promise<Observation> {
  switch (verdict.kind) {
    case 'ended':
      return verdict;
    case 'elsewhere':
      return ended({
        kind: 'unchanged',
        error: 'OTHER_VERSION',
        serverMessage: `${name(app)} stays at ${shortRevision(verdict.revision)}, to which its targetRevision leads`,
      });
    case 'pending': {
      const isClosed = verdict.mayBeClosed === true && (await isWindowClosed(app, { ask, api }));
      const soFar = isClosed
        ? {
            serverMessage: `${name(app)} is out of sync, and a sync window is closed`,
            hint: 'it goes on when the window opens',
          }
        : undefined;
      const state = isClosed ? 'out of sync, waiting for a sync window' : verdict.state;
      return { kind: 'pending', state, waitMs: verdict.waitMs, soFar };
    }
  }
}

async function isWindowClosed(app: Application, { ask, api }: Api): Promise<boolean> {
  const [path, query] = pathOf(app);
  const answer = await ask(api(`${path}/syncwindows`, query));
  const windows = objectIn(answer);
  // Whatever is false is left out.
  return Array.isArray(at(windows, 'assignedWindows')) && at(windows, 'canSync') !== true;
}

function hydrated(app: Application): DeploymentResult {
  return {
    kind: 'unknown',
    error: 'HYDRATED',
    serverMessage: `${name(app)} is hydrated: its revisions are commits, which do not say which artifact they come from`,
    hint: 'set wait to false',
  };
}

function ended(result: DeploymentResult): Observation {
  return { kind: 'ended', result };
}

/** One result for all: what was deployed counts, then what is not known. */
function summarise(observations: readonly Observation[], artifact: Artifact): DeploymentResult {
  const results = observations.flatMap((each) => (each.kind === 'ended' ? each.result : []));
  const [first] = results;
  if (first === undefined) {
    return {
      kind: 'unchanged',
      error: 'NO_APPLICATION',
      serverMessage: `no Application that the API token may get uses ${nameArtifact(artifact)}`,
      hint: 'compare repoURL and targetRevision with the artifact; the token needs: p, <account>, applications, get, <project>/*, allow',
    };
  }
  const order = ['unknown', 'succeeded', 'skipped', 'unchanged'];
  const [main = first] = results.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { ...main, serverMessage: results.map(({ serverMessage = '' }) => serverMessage).join('; ') };
}
