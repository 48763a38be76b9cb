import { randomUUID } from 'node:crypto';
import type { Artifact } from '../artifact.ts';
import { InputError } from '../input-error.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../json.ts';
import { quote } from '../reference.ts';
import { USER_AGENT } from '../version.ts';
import type { Candidate, Skip, Source, Target } from './format.ts';
import { plainTarget } from './plain-target.ts';

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** What can be deployed. Schema 1 manifests are missing: nothing pulls them any more. */
const MANIFEST_TYPES = new Set([
  OCI_MANIFEST,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);

/**
 * CNCF Distribution's notifications: an envelope of events about every blob, manifest, pull and delete. Facts: distribution
 * notifications/event.go of 2.8 and 3.1; the form of early 2015 has `target.type` and `target.name` instead of a media type.
 */
export const distribution: Source & Target = {
  ...plainTarget,
  title: 'Distribution',

  encode(artifacts) {
    const body = JSON.stringify({ events: artifacts.map(event) });
    return [{ artifacts, body, contentType: 'application/vnd.docker.distribution.events.v2+json' }];
  },

  recognises: (body) => 'events' in body,

  parse({ events }) {
    if (!Array.isArray(events)) throw new InputError(`event: events must be an array, found ${kindOf(events)}`);
    return events.length === 0
      ? [{ reason: 'no-events', detail: 'the envelope holds no events: nothing is to be changed' }]
      : events.map(published);
  },
};

function published(event: unknown, index: number): Candidate | Skip {
  const field = `events[${index}]`;
  if (!isObject(event)) throw new InputError(`event: ${field} must be an object, found ${kindOf(event)}`);
  const action = textAt(event, 'action');
  if (action === undefined) throw new InputError(`event: ${field}.action is missing, expected "push"`);
  if (action !== 'push') {
    return {
      reason: 'action-ignored',
      detail: `the event says ${quote(action)}; only "push" is sent: let the registry's endpoint ignore the actions pull, mount and delete`,
    };
  }
  const { target } = event;
  if (!isObject(target)) throw new InputError(`event: ${field}.target must be an object, found ${kindOf(target)}`);
  const kind = textAt(target, 'mediaType') ?? textAt(target, 'type') ?? '';
  if (!MANIFEST_TYPES.has(kind) && kind !== 'manifest') {
    return {
      reason: 'not-a-manifest',
      detail: `what was pushed is of type ${quote(kind)}, not a manifest or index: let the registry's endpoint ignore the mediatype application/octet-stream`,
    };
  }
  return candidate(target, event, field);
}

function candidate(target: JsonObject, event: JsonObject, field: string): Candidate {
  const path = textAt(target, 'repository') ?? textAt(target, 'name');
  if (path === undefined) throw new InputError(`event: ${field}.target.repository is missing`);
  return {
    field: `${field}.target`,
    // The URL is what the registry calls itself; request.host may be an internal name, and source.addr always is.
    host: hostOf(textAt(target, 'url')) ?? textAt(event, 'request', 'host'),
    path,
    tag: textAt(target, 'tag'),
    digests: [{ field: `${field}.target.digest`, value: textAt(target, 'digest') }],
    mediaType: textAt(target, 'mediaType'),
  };
}

/** Host and port as they are written, a default port too: the scheme that makes it the default is lost in a reference. */
function hostOf(url = ''): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url)?.[1];
}

function event({ host, path, tag, digest, mediaType = '' }: Artifact): object {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    action: 'push',
    target: {
      // Readers drop what is of no manifest type: where the type is not known, the most common one is given.
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
