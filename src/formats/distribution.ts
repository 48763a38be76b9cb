import { randomUUID } from 'node:crypto';
import type { Artifact } from '../oci/artifact.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { USER_AGENT } from '../util/version.ts';
import { messageForEach, plainReceiver } from './plain-receiver.ts';
import type { EventArtifact, EventSource, Receiver, Skip } from './types.ts';

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** What can be deployed. Schema 1 manifests are not here: nothing pulls them any more. */
const MANIFEST_TYPES = new Set([
  OCI_MANIFEST,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);

/**
 * CNCF Distribution's notifications: an envelope of events about blobs, manifests, pulls and deletes. Source: distribution
 * notifications/event.go of 2.8 and 3.1. The form of early 2015 has `target.type` and `target.name` and no media type.
 */
export const distribution: EventSource & Receiver = {
  ...plainReceiver('distribution'),
  title: 'Distribution',

  // An envelope has room for several, but registries send one in each.
  serialize: messageForEach(
    (artifact) => ({ events: [toEvent(artifact)] }),
    'application/vnd.docker.distribution.events.v2+json',
  ),

  matches: (body) => 'events' in body,

  parse({ events }) {
    if (!Array.isArray(events)) throw new InputError(`event: events must be an array, found ${kindOf(events)}`);
    return events.length === 0
      ? [{ reason: 'no-events', detail: 'the envelope has no events: nothing needs to change' }]
      : events.map(parseOne);
  },
};

function parseOne(event: unknown, index: number): EventArtifact | Skip {
  const field = `events[${index}]`;
  if (!isObject(event)) throw new InputError(`event: ${field} must be an object, found ${kindOf(event)}`);
  const action = textAt(event, 'action');
  if (action === undefined) throw new InputError(`event: ${field}.action is missing, expected "push"`);
  if (action !== 'push') {
    return {
      reason: 'action-ignored',
      detail: `the action is ${quote(action)}, and only "push" is sent: let the registry's endpoint ignore the actions pull, mount and delete`,
    };
  }
  const { target } = event;
  if (!isObject(target)) throw new InputError(`event: ${field}.target must be an object, found ${kindOf(target)}`);
  const type = textAt(target, 'mediaType') ?? textAt(target, 'type') ?? '';
  if (!MANIFEST_TYPES.has(type) && type !== 'manifest') {
    return {
      reason: 'not-a-manifest',
      detail: `what was pushed is of type ${quote(type)}, not a manifest or index: let the registry's endpoint ignore the mediatype application/octet-stream`,
    };
  }
  return parseTarget(target, event, field);
}

function parseTarget(target: JsonObject, event: JsonObject, field: string): EventArtifact {
  const path = textAt(target, 'repository') ?? textAt(target, 'name');
  if (path === undefined) throw new InputError(`event: ${field}.target.repository is missing`);
  return {
    field: `${field}.target`,
    // The URL has the registry's own name. request.host may be an internal one, and source.addr always is.
    host: hostOf(textAt(target, 'url')) ?? textAt(event, 'request', 'host'),
    path,
    tag: textAt(target, 'tag'),
    digests: [{ field: `${field}.target.digest`, value: textAt(target, 'digest') }],
    mediaType: textAt(target, 'mediaType'),
  };
}

/** Host and port as they are written, a default port too: a reference has no scheme that would make it the default. */
function hostOf(url = ''): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url)?.[1];
}

function toEvent({ host, path, tag, digest, mediaType = '' }: Artifact): object {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    action: 'push',
    target: {
      // Readers drop what is of no manifest type. Where the type is not known, the most common one is given.
      mediaType: MANIFEST_TYPES.has(mediaType) ? mediaType : OCI_MANIFEST,
      digest,
      repository: path,
      url: `https://${host}/v2/${path}/manifests/${digest}`,
      tag,
    },
    request: { id: randomUUID(), host, method: 'PUT', useragent: USER_AGENT },
    actor: {},
    source: {},
  };
}
