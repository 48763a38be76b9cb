import { createHmac } from 'node:crypto';
import type { Received, Respond } from './receiver.ts';

/** Argo CD Image Updater's webhook server (pkg/webhook at de2cfec), which accepts all that it can read. */
type ImageUpdaterOptions = {
  /** The webhook secrets by type of registry. */
  readonly secrets?: Readonly<Record<string, string>>;
};

/** What it compares with the images of applications. */
export type ImageUpdaterEvent = {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest?: string;
};

/** Its answers. Takes each event that it processes. */
export function imageUpdater(
  { secrets = {} }: ImageUpdaterOptions,
  process: (event: ImageUpdaterEvent) => void,
): Respond {
  return (request, response) => {
    const { pathname } = new URL(request.path, 'http://server');
    if (pathname !== '/webhook') {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      return void response.end('404 page not found\n');
    }
    try {
      process(eventIn(request, secrets));
      response.end('Webhook received and processing');
    } catch (error) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${(error as Error).message}\n`);
    }
  };
}

function eventIn(request: Received, secrets: Readonly<Record<string, string>>): ImageUpdaterEvent {
  const type = new URL(request.path, 'http://server').searchParams.get('type') ?? request.headers['x-registry-type'];
  // Since 1.3.0 a type without a secret has no handler.
  const types = Object.keys(secrets).sort();
  if (types.length === 0) {
    refuse(
      'no webhook handlers are registered; configure at least one *-webhook-secret or set --webhook-require-secret=false',
    );
  }
  if (!type) refuse(`missing registry type parameter. Supported types: ${types.join(', ')}`);
  const read = types.includes(String(type)) ? READERS[String(type)] : undefined;
  if (read === undefined) return refuse(`invalid registry type: ${type}. Supported types: ${types.join(', ')}`);
  if (request.method !== 'POST') refuse(`invalid HTTP method: ${request.method}`);
  return read(request, secrets[String(type)] ?? '');
}

const READERS: Readonly<Record<string, (request: Received, secret: string) => ImageUpdaterEvent>> = {
  'docker.io': (request, secret) => {
    const given = new URL(request.path, 'http://server').searchParams.get('secret') ?? '';
    if (secret !== '' && given === '') refuse('missing webhook secret');
    if (secret !== '' && given !== secret) refuse('invalid webhook secret');
    const { repository, push_data: push } = parse(request);
    if (!repository?.repo_name) refuse('repository name not found in webhook payload');
    if (!push?.tag) refuse('tag not found in webhook payload');
    return { registry: 'docker.io', repository: repository.repo_name, tag: push.tag };
  },
  'ghcr.io': (request, secret) => {
    const event = request.headers['x-github-event'];
    if (!event) refuse('missing X-GitHub-Event header');
    if (event !== 'package') refuse(`unsupported event type: ${event}`);
    const signature = request.headers['x-hub-signature-256'];
    if (secret !== '' && !signature) refuse('missing webhook signature');
    const expected = `sha256=${createHmac('sha256', secret).update(request.body).digest('hex')}`;
    if (secret !== '' && signature !== expected) refuse('invalid webhook signature');
    const { action, package: published } = parse(request);
    if (action !== 'published') refuse(`ignoring action: ${action}`);
    if (published?.package_type?.toLowerCase() !== 'container') refuse('unsupported package type');
    if (!published.name) refuse('package name not found in webhook payload');
    if (!published.owner?.login) refuse('package owner not found in webhook payload');
    const version = published.package_version;
    const tag = version?.container_metadata?.tag?.name || version?.name || version?.version;
    if (!tag) refuse('tag not found in webhook payload');
    return { registry: 'ghcr.io', repository: `${published.owner.login}/${published.name}`.toLowerCase(), tag };
  },
  harbor: (request, secret) => {
    if (!request.headers['content-type']?.includes('application/json')) refuse('invalid content type');
    const { authorization } = request.headers;
    if (secret !== '' && !authorization) refuse('missing Authorization header when secret is configured');
    if (secret !== '' && authorization !== secret) refuse('invalid webhook secret');
    const { type, event_data: data } = parse(request);
    if (type !== 'PUSH_ARTIFACT') refuse(`unsupported event type: ${type}`);
    const resource = data?.resources?.[0] ?? refuse('no resources found in webhook payload');
    if (!resource.tag) refuse('tag not found in webhook payload');
    if (!data.repository?.repo_full_name) refuse('repository name not found in webhook payload');
    const registry = new URL(`https://${resource.resource_url}`).host;
    return { registry, repository: data.repository.repo_full_name, tag: resource.tag, digest: resource.digest };
  },
};

// biome-ignore lint/suspicious/noExplicitAny: Go reads absent fields as empty, too.
function parse({ body }: Received): any {
  try {
    return JSON.parse(body);
  } catch {
    return refuse('failed to parse webhook payload');
  }
}

function refuse(message: string): never {
  throw new Error(message);
}
