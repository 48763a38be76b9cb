import { looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { readCloudEvent } from './cloud-event.ts';
import { digestField } from './fields.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventHeaders, EventReader } from './types.ts';

/** Source: zot pkg/extensions/events/common.go. An image that fails the lint is not stored. */
const KINDS: KnownKinds = {
  noun: 'type',
  publishing: ['zotregistry.image.updated'],
  ignored: new Set([
    'zotregistry.image.deleted',
    'zotregistry.image.lint_failed',
    'zotregistry.image.scanned',
    'zotregistry.repository.created',
  ]),
  reason: 'event-ignored',
  advice: 'nothing needs to change, zot sends them all',
};

/**
 * zot: CloudEvents, whose HTTP sink posts them in binary mode. The event does not have the name of the registry.
 * Source: zot pkg/extensions/events/events.go and http_sink.go.
 */
export const zot: EventReader = {
  title: 'zot',

  matches: (body, headers = {}) =>
    readCloudEvent(body, headers)?.type?.startsWith('zotregistry.') === true || isBareData(body, headers),

  parse(body, headers = {}) {
    const event = readCloudEvent(body, headers);
    const type = event === undefined ? guessType(body) : event.type;
    const skip = skipIgnored(type, 'type', KINDS);
    if (skip) return [skip];
    const data = event === undefined ? body : event.data;
    if (!isObject(data)) throw new InputError(`event: data must be an object, found ${kindOf(data)}`);
    const [path, reference] = [textAt(data, 'name'), textAt(data, 'reference')];
    if (path === undefined || reference === undefined) {
      throw new InputError(`event: data.${path === undefined ? 'name' : 'reference'} is missing`);
    }
    return [
      {
        field: 'data',
        path,
        // The reference that was pushed to: a tag, or a digest.
        tag: looksLikeDigest(reference) ? undefined : reference,
        digests: [digestField(data, 'data', 'digest')],
        mediaType: textAt(data, 'mediaType'),
      },
    ];
  },
};

/** Whether this is the body of a binary event without its ce-* headers. */
function isBareData(body: JsonObject, headers: EventHeaders): boolean {
  const isEvent = readCloudEvent(body, headers) !== undefined;
  return !isEvent && ['name', 'reference', 'digest', 'mediaType'].every((field) => field in body);
}

/** Only events of stored or refused images have the manifest, and those of refused ones are rare. */
function guessType(body: JsonObject): string {
  if ('manifest' in body) return 'zotregistry.image.updated';
  throw new InputError(
    'event: without its ce-type header an event of zot that has no manifest may be a deletion or a scan; pass the headers on as {"headers":{"ce-type":"..."},"body":...}, as the relay does',
  );
}
