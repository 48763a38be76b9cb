import type { Artifact } from '../oci/artifact.ts';
import { formatReference, splitHost } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { optionalText } from './fields.ts';
import { type KnownKinds, skipIgnored, WAY_OUT } from './skip-ignored.ts';
import type { EventReader, EventWriter, Workflow } from './types.ts';

/** What the "Test" button always sends: the digest of "foo\n", which no manifest has. */
const TEST_DIGEST = 'sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';

/**
 * Source: docs.mirantis.com/msr/2.8/ops/manage-webhooks.html, and DTR 2.2 for REPO_EVENT. A promotion or mirroring is
 * followed by a TAG_PUSH in the repository that receives the tag.
 */
const KINDS: KnownKinds = {
  noun: 'type',
  publishing: ['TAG_PUSH', 'MANIFEST_PUSH'],
  ignored: new Set([
    'TAG_PULL',
    'TAG_DELETE',
    'MANIFEST_PULL',
    'MANIFEST_DELETE',
    'SCAN_COMPLETED',
    'SCAN_FAILED',
    'PROMOTION',
    'PUSH_MIRRORING',
    'POLL_MIRRORING',
    'REPO_CREATED',
    'REPO_UPDATED',
    'REPO_DELETED',
    'REPO_EVENT',
    'SCANNER_UPDATE_COMPLETED',
  ]),
  reason: 'event-ignored',
  advice: "subscribe the repository's webhook only to those",
};

/**
 * Mirantis Secure Registry 2 and 3 (once Docker Trusted Registry); 4 is Harbor. Source: the vendor's webhook pages of
 * DTR 2.x and MSR 2.8 to 3.1.
 */
export const msr: EventReader & EventWriter = {
  title: 'Mirantis MSR',

  write: toEvent,

  matches: (body) => 'contents' in body || ('type' in body && 'createdAt' in body),

  parse(body) {
    const type = textAt(body, 'type');
    const skip = skipIgnored(type, 'type', KINDS);
    if (skip) return [skip];
    const { contents } = body;
    if (!isObject(contents)) throw new InputError(`event: contents must be an object, found ${kindOf(contents)}`);
    const digest = optionalText(contents, 'contents', 'digest');
    if (digest === TEST_DIGEST) {
      const detail = 'this is what the "Test" button sends, it names no real image: push one';
      return [{ reason: 'test-event', detail }];
    }
    const [namespace, repository] = [textAt(contents, 'namespace'), textAt(contents, 'repository')];
    if (namespace === undefined || repository === undefined) {
      throw new InputError(`event: contents.${namespace === undefined ? 'namespace' : 'repository'} is missing`);
    }
    const imageName = textAt(contents, 'imageName') ?? '';
    return [
      {
        field: 'contents',
        // Documented samples have an imageName without a host, or an empty one.
        host: splitHost(imageName).host,
        path: `${namespace}/${repository}`,
        tag: type === 'TAG_PUSH' ? tagOf(contents, imageName) : undefined,
        digests: [{ field: 'contents.digest', value: digest }],
      },
    ];
  },
};

/** What was pushed, by its own field or by the name of the image. */
function tagOf(contents: JsonObject, imageName: string): string {
  const tag = optionalText(contents, 'contents', 'tag') ?? /:([^/:@]+)(?:@|$)/.exec(imageName)?.[1];
  if (tag !== undefined) return tag;
  throw new InputError(`event: contents.tag is missing, and a TAG_PUSH is about a tag; ${WAY_OUT}`);
}

function toEvent({ host, path, tag, digest }: Artifact, { actor: author }: Workflow): object {
  const slash = path.lastIndexOf('/');
  if (slash < 0) {
    throw new InputError(`artifact: ${quote(path)} has no namespace, but MSR names are namespace/repository`);
  }
  const [namespace, repository] = [path.slice(0, slash), path.slice(slash + 1)];
  const now = new Date().toISOString();
  const [type, named, place] =
    tag === undefined
      ? ['MANIFEST_PUSH', { host, path, digest }, `manifests/${digest}`]
      : ['TAG_PUSH', { host, path, tag }, `tags/${tag}`];
  return {
    type,
    createdAt: now,
    contents: { namespace, repository, tag, digest, imageName: formatReference(named), author, pushedAt: now },
    location: `/repositories/${path}/${place}`,
  };
}
