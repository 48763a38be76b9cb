import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ServerOptions } from 'node:https';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

/** A manifest or other content, with the digest of its bytes. */
export type Content = { readonly body: string; readonly digest: string; readonly mediaType: string };

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const hash = (body: string) => `sha256:${createHash('sha256').update(body).digest('hex')}`;

function contentOf(mediaType: string, value: object): Content {
  const body = JSON.stringify(value);
  return { body, digest: hash(body), mediaType };
}

/** The manifest of an image, which says when it was made. */
export function image(name: string, created?: string): Content {
  const annotations = { name, ...(created !== undefined && { 'org.opencontainers.image.created': created }) };
  return contentOf(MANIFEST, { schemaVersion: 2, mediaType: MANIFEST, annotations });
}

/** The configuration of an image, and a manifest with nothing but it. */
export function configured(created: string): { readonly config: Content; readonly manifest: Content } {
  const config = contentOf('application/vnd.oci.image.config.v1+json', { architecture: 'amd64', created });
  const { digest, mediaType } = config;
  return {
    config,
    manifest: contentOf(MANIFEST, { schemaVersion: 2, mediaType: MANIFEST, config: { digest, mediaType } }),
  };
}

export function index(...parts: readonly Content[]): Content {
  const manifests = parts.map(({ digest, mediaType }) => ({ digest, mediaType, size: 1 }));
  return contentOf(INDEX, { schemaVersion: 2, mediaType: INDEX, manifests });
}

/** What a server does instead of its usual answer. */
export type Reply = (response: ServerResponse) => void;

export function give(response: ServerResponse, { body, digest, mediaType }: Content): void {
  response.writeHead(200, { 'content-type': mediaType, 'docker-content-digest': digest }).end(body);
}

/** An error as the OCI distribution-spec has it. */
export function refusal(
  status: number,
  code: string,
  message = code.toLowerCase(),
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ errors: [{ code, message }] }));
  };
}

type Repository = {
  /** What each tag shows; of several the next with each question, the last one from then on. */
  readonly tags?: Readonly<Record<string, readonly (Content | undefined)[]>>;
  readonly manifests?: readonly Content[];
  readonly blobs?: readonly Content[];
  /** What it does with a request instead, if anything; the index counts requests. */
  readonly fault?: (request: Received, index: number) => Reply | undefined;
  readonly tls?: ServerOptions;
};

export type ScriptedRegistry = Receiver & {
  readonly host: string;
  /** Methods and paths, below the repository, of what was asked. */
  readonly asked: () => readonly string[];
};

/** A registry of one repository, `team/app`, that shows what a test wants it to. It answers 500 to a blob as a manifest, as Distribution 2.8 does. */
export async function startScripted({
  tags = {},
  manifests = [],
  blobs = [],
  fault,
  tls,
}: Repository): Promise<ScriptedRegistry> {
  const shown = new Map<string, number>();
  const receiver = await startReceiver((request, response, index) => {
    const instead = fault?.(request, index);
    if (instead !== undefined) return instead(response);
    const [, kind, name = ''] = /^\/v2\/team\/app\/(manifests|blobs)\/(.+)$/.exec(request.path) ?? [];
    const blob = blobs.find(({ digest }) => digest === name);
    if (kind === 'blobs') return blob ? give(response, blob) : refusal(404, 'BLOB_UNKNOWN')(response);
    const states = tags[name] ?? [manifests.find(({ digest }) => digest === name)];
    const count = shown.get(name) ?? 0;
    shown.set(name, count + 1);
    const found = states[Math.min(count, states.length - 1)];
    if (found !== undefined) return give(response, found);
    if (blob !== undefined) return refusal(500, 'UNKNOWN', 'unknown error')(response);
    refusal(404, 'MANIFEST_UNKNOWN', 'manifest unknown')(response);
  }, tls);
  const asked = () => receiver.requests.map(({ method, path }) => `${method} ${path.replace('/v2/team/app/', '')}`);
  return { ...receiver, host: `127.0.0.1:${receiver.port}`, asked };
}
