import type { Artifact } from '../oci/artifact.ts';
import { formatReference, looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { USER_AGENT } from '../util/version.ts';
import { messageForEach, plainReceiver } from './plain-receiver.ts';
import type { EventArtifact, EventSource, Receiver } from './types.ts';

/**
 * Harbor 2, which MSR 4 is too. Source: harbor src/controller/event/handler/webhook/artifact.
 *
 * As a receiver: what reads its default format, for any registry. Nothing is signed: they compare the Authorization header with a
 * token. Source: kargo pkg/webhook/external/harbor.go, argocd-image-updater pkg/webhook/harbor.go, keel pkg/http.
 */
export const harbor: EventSource & Receiver = {
  ...plainReceiver('harbor'),
  title: 'Harbor',
  urlIsCredential: true,

  serialize: messageForEach(toEvent),

  matches: (body) => 'event_data' in body || ('type' in body && 'occur_at' in body),

  parse(body) {
    const type = textAt(body, 'type');
    if (type === undefined) throw new InputError('event: type is missing, expected "PUSH_ARTIFACT"');
    if (type !== 'PUSH_ARTIFACT') {
      const detail = `the event is of type ${quote(type)}, and only "PUSH_ARTIFACT" publishes something: leave the others out of the webhook's event types in Harbor`;
      return [{ reason: 'event-ignored', detail }];
    }
    const resources = at(body, 'event_data', 'resources');
    if (!Array.isArray(resources)) {
      throw new InputError(`event: event_data.resources must be an array, found ${kindOf(resources)}`);
    }
    if (resources.length === 0) {
      return [{ reason: 'no-events', detail: 'the event names no resources: nothing needs to change' }];
    }
    const path = textAt(body, 'event_data', 'repository', 'repo_full_name');
    return resources.map((resource, index) => parseResource(resource, index, path));
  },
};

function parseResource(resource: unknown, index: number, fullName: string | undefined): EventArtifact {
  const field = `event_data.resources[${index}]`;
  if (!isObject(resource)) throw new InputError(`event: ${field} must be an object, found ${kindOf(resource)}`);
  // host/path:tag, host/path@digest, and in older versions host/path:digest. The host is always there.
  const [, host, rest] = /^([^/]+)\/([^:@]+)/.exec(textAt(resource, 'resource_url') ?? '') ?? [];
  const path = fullName ?? rest;
  if (path === undefined) {
    throw new InputError(`event: event_data.repository.repo_full_name is missing, and so is ${field}.resource_url`);
  }
  const tag = textAt(resource, 'tag');
  return {
    field,
    host,
    path,
    // A push without a tag has the digest in its place.
    tag: tag === undefined || looksLikeDigest(tag) ? undefined : tag,
    digests: [{ field: `${field}.digest`, value: textAt(resource, 'digest') }],
  };
}

function toEvent({ host, path, tag, digest }: Artifact): object {
  const slash = path.lastIndexOf('/');
  return {
    type: 'PUSH_ARTIFACT',
    occur_at: Math.floor(Date.now() / 1000),
    operator: USER_AGENT,
    event_data: {
      // Without a tag, Harbor writes the digest in its place.
      resources: [
        {
          digest,
          tag: tag ?? digest,
          resource_url: formatReference(tag === undefined ? { host, path, digest } : { host, path, tag }),
        },
      ],
      repository: {
        name: path.slice(slash + 1),
        namespace: path.slice(0, Math.max(slash, 0)),
        repo_full_name: path,
        repo_type: 'private',
      },
    },
  };
}
