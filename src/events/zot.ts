import { looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { type CloudEvent, readCloudEvent } from './cloud-event.ts';
import { digestField } from './fields.ts';
import { type KnownKinds, skipIgnored } from './known-kinds.ts';
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
 * zot: CloudEvents, whose HTTP sink posts them in binary mode. The event does not have the name of the registry. Source: zot
 * pkg/extensions/events/events.go and http_sink.go.
 */
export const zot: EventReader = {
  title: 'zot',

  matches: (body, headers = {}) => isOfZot(readCloudEvent(body, headers)) || isBareData(body, headers),

  parse(body, headers = {}) {
    const event = readCloudEvent(body, headers);
    const type = event === undefined ? guessType(body) : event.type && standardType(event.type);
    const skip = skipIgnored(type, 'type', KINDS, event?.type);
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

/** The type with zot's own prefix: its configuration can have another in its place. */
function standardType(type: string): string {
  return type.replace(/^.*\.(?=(?:image|repository)\.\w+$)/, 'zotregistry.');
}

/** Other systems have types that end like these: with another prefix the data must be zot's too. */
function isOfZot(event: CloudEvent | undefined): boolean {
  if (event?.type === undefined) return false;
  if (event.type.startsWith('zotregistry.')) return true;
  const standard = standardType(event.type);
  if (!KINDS.publishing.includes(standard) && !KINDS.ignored.has(standard)) return false;
  const needed = standard.startsWith('zotregistry.image.') ? ['name', 'reference', 'digest'] : ['name'];
  return needed.every((field) => textAt(event.data, field) !== undefined);
}

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
