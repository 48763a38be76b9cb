import type { Received, Respond } from './receiver.ts';

/** Keel's webhooks (pkg/http at 6ac9dc5). It accepts with an empty answer and says in plain text what is wrong. */
type KeelOptions = {
  /** BASIC_AUTH_USER and _PASSWORD with AUTHENTICATED_WEBHOOKS, which /registry never asks for. */
  readonly login?: string | undefined;
};

/** What it looks for in the cluster. */
export type KeelEvent = { readonly name: string; readonly tag: string; readonly digest?: string };

type Reply = readonly [status: number, text?: string];

/** Its answers. Takes each event that it submits. */
export function keel({ login }: KeelOptions, submit: (event: KeelEvent) => void): Respond {
  return (request, response) => {
    const [status, text = ''] = answer(request, login, submit);
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'access-control-allow-origin': '*' });
    response.end(text);
  };
}

function answer(request: Received, login: string | undefined, submit: (event: KeelEvent) => void): Reply {
  const type = /^\/v1\/webhooks\/(registry|dockerhub|github|harbor)$/.exec(request.path)?.[1];
  if (type === undefined) return [404, '404 page not found\n'];
  if (request.method !== 'POST') return [405];
  if (login !== undefined && type !== 'registry') {
    const expected = `Basic ${Buffer.from(login).toString('base64')}`;
    if (request.headers.authorization !== expected) return [401, 'Unauthorized'];
  }
  try {
    return READERS[type]?.(JSON.parse(request.body), submit, request) ?? [404];
  } catch {
    return [400];
  }
}

// biome-ignore lint/suspicious/noExplicitAny: Go reads absent fields as empty, too.
const READERS: Readonly<Record<string, (body: any, submit: (event: KeelEvent) => void, request: Received) => Reply>> = {
  registry({ events = [] }, submit) {
    for (const { action, target, request } of events) {
      if (action !== 'push' || !target.tag) continue;
      submit({ name: `${request.host}/${target.repository}`, tag: target.tag, digest: target.digest });
    }
    return [200];
  },
  dockerhub({ repository, push_data: push }, submit) {
    if (!repository?.repo_name) return [400, 'repository name cannot be empty'];
    if (!push?.tag) return [400, 'repository tag cannot be empty'];
    submit({ name: repository.repo_name, tag: push.tag });
    return [200];
  },
  github({ package: published }, submit, { headers }) {
    // Another event submits nothing, and is accepted.
    if (headers['x-github-event'] !== 'package') return [200];
    if (published?.ecosystem !== 'CONTAINER') return [400, 'registry package type was not container'];
    if (!published.name) return [400, 'repository name cannot be empty'];
    if (!published.namespace) return [400, 'repository namespace cannot be empty'];
    const tag = published.package_version?.container_metadata?.tag?.name;
    if (!tag) return [400, 'repository tag cannot be empty'];
    submit({ name: `ghcr.io/${published.namespace}/${published.name}`, tag });
    return [200];
  },
  harbor({ type, event_data: data }, submit) {
    if (type !== 'PUSH_ARTIFACT' && type !== 'pushImage') return [200];
    for (const { resource_url: url } of data?.resources ?? []) {
      const [, name, tag] = /^(.+?\/.+):([^:/@]+)$/.exec(url) ?? [];
      if (name === undefined || tag === undefined) return [400, `failed to parse repository ${url}`];
      submit({ name, tag });
    }
    return [200];
  },
};
