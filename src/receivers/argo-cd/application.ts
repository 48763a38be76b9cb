import { isDeepStrictEqual } from 'node:util';
import type { Artifact } from '../../oci/artifact.ts';
import { formatReference } from '../../oci/reference.ts';
import { at, isObject, type JsonObject, textAt } from '../../util/json.ts';

/** An Application of Argo CD, as its API describes it. Source: argo-cd pkg/apis/application/v1alpha1/types.go. */
export type Application = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly project: string | undefined;
  readonly sources: readonly Source[];
  /** What the manifests are hydrated from, if they are: then its revisions are commits. */
  readonly isHydrated: boolean;
  /** Whether it synchronises by itself, or an ApplicationSet makes it do so. */
  readonly isAutomated: boolean;
  /** Whether somebody asked for it to be compared, which has not been done yet. */
  readonly isRefreshing: boolean;
  /** Whether its state is about the sources that it has now. */
  readonly isCompared: boolean;
  /** When it was compared last, by Argo CD's clock, in whole seconds. */
  readonly reconciledAt: string | undefined;
  /** The revision of each source. */
  readonly revisions: readonly string[];
  /** `Synced`, `OutOfSync` or `Unknown`. */
  readonly sync: string;
  /** `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Missing` or `Unknown`. */
  readonly health: string;
  readonly healthMessage: string | undefined;
  readonly operation: Operation | undefined;
  /** What it was synchronised to before, by source. */
  readonly history: readonly (readonly string[])[];
  readonly conditions: readonly { readonly type: string | undefined; readonly message: string | undefined }[];
};

/** A synchronisation. */
type Operation = {
  /** `Running`, `Terminating`, `Succeeded`, `Failed`, `Error`; `Requested` before it has begun. */
  readonly phase: string;
  readonly message: string | undefined;
  readonly finishedAt: string | undefined;
  readonly revisions: readonly string[];
};

export type Source = {
  readonly repository: string;
  /** Whether it is a Helm chart, whose revision is its version. */
  readonly isChart: boolean;
  readonly targetRevision: string;
};

/** The Application in this object, also in an item of a list, where all but its name and spec are missing. */
export function readApplication(body: unknown): Application | undefined {
  const name = textAt(body, 'metadata', 'name');
  const spec = at(body, 'spec');
  if (name === undefined || !isObject(spec)) return undefined;
  const status = at(body, 'status');
  return {
    name,
    namespace: textAt(body, 'metadata', 'namespace'),
    project: textAt(spec, 'project'),
    sources: sourcesIn(spec).map(readSource),
    isHydrated: isObject(spec.sourceHydrator),
    isAutomated: isAutomated(body, spec),
    isRefreshing: textAt(body, 'metadata', 'annotations', 'argocd.argoproj.io/refresh') !== undefined,
    isCompared: isDeepStrictEqual(sourcesIn(spec), sourcesIn(at(status, 'sync', 'comparedTo'))),
    reconciledAt: textAt(status, 'reconciledAt'),
    revisions: revisionsIn(at(status, 'sync')),
    sync: textAt(status, 'sync', 'status') ?? 'Unknown',
    health: textAt(status, 'health', 'status') ?? 'Unknown',
    healthMessage: textAt(status, 'health', 'message'),
    operation: readOperation(body, at(status, 'operationState')),
    history: listAt(status, 'history').map(revisionsIn),
    conditions: listAt(status, 'conditions').map((each) => ({
      type: textAt(each, 'type'),
      message: textAt(each, 'message'),
    })),
  };
}

function readSource(source: unknown): Source {
  const url = (textAt(source, 'repoURL') ?? '').replace(/^oci:\/\//i, '').replace(/\/+$/, '');
  const chart = textAt(source, 'chart');
  return {
    repository: (chart === undefined ? url : `${url}/${chart}`).toLowerCase(),
    isChart: chart !== undefined,
    targetRevision: textAt(source, 'targetRevision') ?? '',
  };
}

/** A field `sources` wins over `source`, as in Argo CD. */
function sourcesIn(spec: unknown): readonly unknown[] {
  const several = listAt(spec, 'sources');
  const one = at(spec, 'source');
  if (several.length > 0) return several;
  return isObject(one) ? [one] : [];
}

function revisionsIn(holder: unknown): readonly string[] {
  const several = listAt(holder, 'revisions');
  return several.length > 0 ? several.map(String) : [textAt(holder, 'revision') ?? ''];
}

function isAutomated(body: unknown, spec: JsonObject): boolean {
  const automated = at(spec, 'syncPolicy', 'automated');
  if (isObject(automated) && automated.enabled !== false) return true;
  return listAt(body, 'metadata', 'ownerReferences').some((owner) => textAt(owner, 'kind') === 'ApplicationSet');
}

/** What was asked for and has not begun is in a field of its own, and the state of the one before is removed. */
function readOperation(body: unknown, state: unknown): Operation | undefined {
  const isRequested = isObject(at(body, 'operation'));
  const phase = textAt(state, 'phase');
  if (phase === undefined) {
    return isRequested ? { phase: 'Requested', message: undefined, finishedAt: undefined, revisions: [] } : undefined;
  }
  return {
    // A synchronisation that is tried again has ended before.
    phase: isRequested && phase !== 'Terminating' ? 'Running' : phase,
    message: textAt(state, 'message'),
    finishedAt: textAt(state, 'finishedAt'),
    revisions: revisionsIn(at(state, 'syncResult')),
  };
}

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A source that may be this artifact, and the revision that it then has. */
export type Match = {
  readonly index: number;
  /** The artifact's digest; for a chart its version. */
  readonly revision: string;
  /** Whether it names the artifact's tag. If not, it is a range of versions, which may lead to another one. */
  readonly isExact: boolean;
};

/** Which source of an Application the artifact is, if one is. */
export function matchSource({ sources }: Application, artifact: Artifact): Match | undefined {
  const { host, path, tag = '', digest = '' } = artifact;
  const repository = formatReference({ host, path });
  // A tag cannot have the "+" of a version.
  const version = tag.replace('_', '+');
  const matches = sources.flatMap(({ repository: other, isChart, targetRevision }, index) => {
    if (other.replace(/^(?:registry-1|index)\.docker\.io\//, 'docker.io/') !== repository) return [];
    const isExact = targetRevision === tag || targetRevision === version;
    if (!isExact && !isRange(targetRevision)) return [];
    return { index, revision: isChart ? version : digest, isExact };
  });
  return matches.find(({ isExact }) => isExact) ?? matches[0];
}

/** Whether a revision is a range of versions. What is in it only Argo CD can tell. */
function isRange(revision: string): boolean {
  return revision === '' || /[\^~<>=*|,]|\.[xX]\b|^v?\d+(?:\.\d+)?$/.test(revision);
}
