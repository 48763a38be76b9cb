import { splitHost } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { WAY_OUT } from './skip-ignored.ts';
import type { EventReader, ParsedEvent } from './types.ts';

/**
 * Fields of notifications that publish nothing: builds, scans, mirroring, expiring tags, quotas of an organization. No
 * field names the kind. What a build or a mirror brings is pushed, so it has a notification of its own. Source: quay
 * notifications/notificationevent.py.
 */
const IGNORED_FIELDS = [
  'build_id',
  'vulnerability',
  'vulnerable_index_report_created',
  'expiring_in',
  'message',
  'threshold_percent',
];

/** Whether this is what "Test notification" sends: no push of today has the number of images that were pruned. */
const isSample = (body: JsonObject) => 'pruned_image_count' in body && Array.isArray(body.updated_tags);

/** Quay and Red Hat Quay. The event names tags and no digest. Source: docs.quay.io/guides/notifications.html. */
export const quay: EventReader = {
  title: 'Quay',

  matches: (body) =>
    'docker_url' in body || 'updated_tags' in body || ('threshold_percent' in body && 'usage_bytes' in body),

  parse(body): ParsedEvent {
    if (!('updated_tags' in body)) {
      const ignored = IGNORED_FIELDS.find((field) => field in body);
      if (ignored !== undefined) {
        const detail = `the notification has ${ignored} and no updated_tags, so nothing was pushed: create the notification only for "Push to Repository"`;
        return [{ reason: 'event-ignored', detail }];
      }
      throw new InputError(
        `event: updated_tags is missing, which every push has; if this is not one, leave such notifications out, else ${WAY_OUT}`,
      );
    }
    if (isSample(body)) {
      return [
        { reason: 'test-event', detail: 'this is what "Test notification" sends, its tags are made up: push one' },
      ];
    }
    const url = textAt(body, 'docker_url');
    if (url === undefined) throw new InputError('event: docker_url is missing, expected host/namespace/repository');
    const { host, rest: path } = splitHost(url);
    const tags = readTags(body);
    if (tags.length === 0) {
      return [{ reason: 'no-events', detail: 'updated_tags is empty: nothing needs to change' }];
    }
    const pageUrl = textAt(body, 'homepage');
    return tags.map((tag) => ({ field: 'docker_url', host, path, tag, digests: [], pageUrl }));
  },
};

/** An array of tags, or the older object of tags and image IDs. */
function readTags({ updated_tags: tags }: JsonObject): readonly string[] {
  if (isObject(tags)) return Object.keys(tags);
  if (!Array.isArray(tags)) throw new InputError(`event: updated_tags must be an array, found ${kindOf(tags)}`);
  return tags.map((tag: unknown, index) => {
    if (typeof tag === 'string' && tag.trim() !== '') return tag.trim();
    throw new InputError(`event: updated_tags[${index}] must be a tag, found ${tag === '' ? 'nothing' : kindOf(tag)}`);
  });
}
