import { createHash, createHmac } from 'node:crypto';
import type { Received, Respond } from './receiver.ts';

/**
 * Kargo's external webhooks server with one receiver in the project `acme` (kargo pkg/webhook/external at 1c764767: router,
 * receiver, refresh, dockerhub, github, harbor, generic). No method is checked, and no header that is not here.
 */
export type KargoOptions = {
  readonly type: 'dockerhub' | 'github' | 'harbor' | 'generic';
  /** The value in the receiver's Secret. */
  readonly secret: string;
  readonly warehouses?: readonly Warehouse[];
  /** whenExpression of the only action of a generic receiver, which selects one Warehouse. */
  readonly when?: (body: unknown) => boolean;
};

/** What a Warehouse subscribes to: an image as Kargo normalizes its name, and the tags that its selector takes. */
export type Warehouse = { readonly repository: string; readonly tags: RegExp };

type Reply = readonly [status: number, body: object];
/** What was pushed, or the answer to what is not about a push. */
type Read = { readonly repository: string; readonly tags: readonly string[] } | { readonly answer: Reply };

/** The path of the receiver's URL, which ends in the hash of project, name and secret. */
export function kargoPath({ type, secret }: KargoOptions): string {
  return `/webhooks/${type}/${createHash('sha256').update(`acmeoci-webhook${secret}`).digest('hex')}`;
}

/** Answers as Kargo's receiver of this type. */
export function kargo(options: KargoOptions): Respond {
  return (request, response) => {
    const [status, body] = answer(request, options);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

function answer(request: Received, options: KargoOptions): Reply {
  const { pathname } = new URL(request.path, 'http://server');
  if (pathname !== kargoPath(options)) return [404, {}];
  if (Buffer.byteLength(request.body) > 2 << 20) return [413, { error: `content exceeds limit of ${2 << 20} bytes` }];
  const refusal = authenticate(request, options);
  if (refusal) return refusal;
  let body: unknown;
  try {
    body = JSON.parse(request.body);
  } catch {
    return [400, { error: 'invalid request body' }];
  }
  if (options.type === 'generic') return generic(body, options);
  const read = READERS[options.type](body);
  return 'answer' in read ? read.answer : refresh(read.repository, read.tags, options);
}

function authenticate({ headers, body }: Received, { type, secret }: KargoOptions): Reply | undefined {
  if (type === 'github') {
    const event = headers['x-github-event'] ?? '';
    if (!['package', 'ping', 'push', 'registry_package'].includes(String(event)))
      return [400, { error: `event type ${event} is not supported` }];
    const signature = headers['x-hub-signature-256'];
    if (!signature) return [401, { error: 'missing signature' }];
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    return signature === expected ? undefined : [401, { error: 'unauthorized' }];
  }
  if (type !== 'harbor') return undefined;
  if (!headers.authorization) return [401, { error: 'missing authorization' }];
  return headers.authorization === secret ? undefined : [401, { error: 'unauthorized' }];
}

/** What each type of receiver reads, and nothing else. */
// biome-ignore lint/suspicious/noExplicitAny: Go reads absent fields as empty, too.
const READERS: Readonly<Record<'dockerhub' | 'github' | 'harbor', (body: any) => Read>> = {
  dockerhub: (body) => ({
    repository: body.repository?.repo_name ?? '',
    tags: [body.push_data?.tag ?? ''],
  }),
  github(body) {
    if (!['published', 'updated'].includes(body.action)) return { answer: [200, {}] };
    const version = body.package?.package_version;
    if (!version) return { answer: [400, { error: 'invalid request body' }] };
    if (!['CONTAINER', 'docker'].includes(body.package.package_type)) return { answer: [200, {}] };
    return {
      repository: (version.package_url ?? '').replace(/:$/, ''),
      tags: [version.container_metadata?.tag?.name ?? ''],
    };
  },
  harbor(body) {
    if (body.type !== 'PUSH_ARTIFACT') return { answer: [400, { error: 'unsupported event type' }] };
    const resources: readonly { tag: string; resource_url: string }[] = body.event_data?.resources ?? [];
    return { repository: resources[0]?.resource_url ?? '', tags: resources.map(({ tag }) => tag) };
  },
};

function refresh(repository: string, tags: readonly string[], { warehouses = [] }: KargoOptions): Reply {
  const name = normalize(repository);
  const wanted = tags.filter((tag) => tag !== '');
  const found = warehouses.filter(
    (each) => each.repository === name && (wanted.length === 0 || wanted.some((tag) => each.tags.test(tag))),
  );
  return [200, { msg: `refreshed ${found.length} warehouse(s)` }];
}

function normalize(repository: string): string {
  return repository
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/:[^/:]*$/, '')
    .replace(/^(?:index\.|registry-1\.)?docker\.io\//, '')
    .replace(/^library\//, '');
}

function generic(body: unknown, { when = () => true }: KargoOptions): Reply {
  const action = { action: 'Refresh', whenExpression: 'request.body.registry == "ghcr.io"' };
  try {
    if (!when(body)) return [200, { results: [{ ...action, matchedWhenExpression: false, result: 'NotApplicable' }] }];
    const selectedTargets = [{ namespace: 'acme', name: 'app', success: true }];
    return [200, { results: [{ ...action, matchedWhenExpression: true, selectedTargets, result: 'Success' }] }];
  } catch {
    return [500, { results: [{ ...action, matchedWhenExpression: false, result: 'Error' }] }];
  }
}
