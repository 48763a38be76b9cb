import { InputError } from '../input-error.ts';
import { at, isObject, kindOf, textAt } from '../json.ts';
import { looksLikeDigest, quote } from '../reference.ts';
import type { Candidate, Source } from './format.ts';

/** Harbor 2, which MSR 4 is too. Facts: harbor src/controller/event/handler/webhook/artifact. */
export const harbor: Source = {
  title: 'Harbor',

  recognises: (body) => 'event_data' in body || ('type' in body && 'occur_at' in body),

  parse(body) {
    const type = textAt(body, 'type');
    if (type === undefined) throw new InputError('event: type is missing, expected "PUSH_ARTIFACT"');
    if (type !== 'PUSH_ARTIFACT') {
      const detail = `the event is of type ${quote(type)}; only "PUSH_ARTIFACT" publishes something: leave the others out of the webhook's event types in Harbor`;
      return [{ reason: 'event-ignored', detail }];
    }
    const resources = at(body, 'event_data', 'resources');
    if (!Array.isArray(resources)) {
      throw new InputError(`event: event_data.resources must be an array, found ${kindOf(resources)}`);
    }
    if (resources.length === 0) {
      return [{ reason: 'no-events', detail: 'the event names no resources: nothing is to be changed' }];
    }
    const path = textAt(body, 'event_data', 'repository', 'repo_full_name');
    return resources.map((resource, index) => candidate(resource, index, path));
  },
};

function candidate(resource: unknown, index: number, fullName: string | undefined): Candidate {
  const field = `event_data.resources[${index}]`;
  if (!isObject(resource)) throw new InputError(`event: ${field} must be an object, found ${kindOf(resource)}`);
  // host/path:tag, host/path@digest, and host/path:digest in older versions: the host is always there.
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
    // Untagged pushes have the digest in its place.
    tag: tag === undefined || looksLikeDigest(tag) ? undefined : tag,
    digests: [{ field: `${field}.digest`, value: textAt(resource, 'digest') }],
  };
}
