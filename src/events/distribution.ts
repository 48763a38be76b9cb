import { randomUUID } from 'node:crypto';
import type { Artifact } from '../oci/artifact.ts';
import { hostOfUrl } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { USER_AGENT } from '../util/version.ts';
import { digestField, optionalText } from './fields.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventArtifact, EventReader, EventWriter, Skip } from './types.ts';

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** What can be deployed. */
const MANIFEST_TYPES = [
  OCI_MANIFEST,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** Source: notifications/event.go of distribution, and of GitLab's container registry, which also sends renames. */
const ACTIONS: KnownKinds = {
  noun: 'action',
  publishing: ['push'],
  ignored: new Set(['pull', 'mount', 'delete', 'rename']),
  reason: 'action-ignored',
  advice: "make the registry's endpoint ignore every action but push",
};

/**
 * What is pushed and is no manifest, or one that nothing pulls any more (schema 1, and artifact manifests, a draft).
 * Source: distribution notifications/bridge.go and registry/storage/linkedblobstore.go, image-spec media-types.md,
 * docker's manifest schemas, helm.sh/docs/topics/registries. "manifest" and "blob" are Distribution's own of early
 * 2015.
 */
const TYPES: KnownKinds = {
  noun: 'media type',
  publishing: [...MANIFEST_TYPES, 'manifest'],
  ignored: new Set([
    'application/octet-stream',
    'blob',
    'application/vnd.docker.container.image.rootfs.diff+x-gtar',
    'application/vnd.docker.image.rootfs.diff.tar.gzip',
    'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
    'application/vnd.docker.container.image.v1+json',
    'application/vnd.docker.distribution.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.oci.image.layer.v1.tar',
    'application/vnd.oci.image.layer.v1.tar+gzip',
    'application/vnd.oci.image.layer.v1.tar+zstd',
    'application/vnd.oci.empty.v1+json',
    'application/vnd.oci.artifact.manifest.v1+json',
    'application/vnd.cncf.oras.artifact.manifest.v1+json',
    'application/vnd.cncf.helm.config.v1+json',
    'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  ]),
  reason: 'not-a-manifest',
  advice: "make the registry's endpoint ignore the mediatype application/octet-stream",
};

/**
 * CNCF Distribution's notifications: an envelope of events about blobs, manifests, pulls and deletes. Source:
 * distribution notifications/event.go of 2.8 and 3.1. The form of early 2015 has `target.type` and `target.name` and no
 * media type.
 */
export const distribution: EventReader & EventWriter = {
  title: 'Distribution',

  contentType: 'application/vnd.docker.distribution.events.v2+json',
  // An envelope has room for several, but registries send one in each.
  write: (artifact, { actor }) => ({ events: [toEvent(artifact, actor)] }),

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
  return skipIgnored(textAt(event, 'action'), `${field}.action`, ACTIONS) ?? parsePush(event, `${field}.target`);
}

/**
 * The artifact in one event of a push, also for other registries that send the same event. `field` is the path of its
 * target.
 * @throws InputError that names the field.
 */
export function parsePush(event: JsonObject, field: string): EventArtifact | Skip {
  const { target } = event;
  if (!isObject(target)) throw new InputError(`event: ${field} must be an object, found ${kindOf(target)}`);
  const mediaType = textAt(target, 'mediaType');
  const skip = skipIgnored(mediaType ?? textAt(target, 'type'), `${field}.mediaType`, TYPES);
  if (skip) return skip;
  const path = textAt(target, 'repository') ?? textAt(target, 'name');
  if (path === undefined) throw new InputError(`event: ${field}.repository is missing`);
  return {
    field,
    // The URL has the registry's own name. request.host may be an internal one, and source.addr always is.
    host: hostOfUrl(textAt(target, 'url')) ?? textAt(event, 'request', 'host'),
    path,
    tag: optionalText(target, field, 'tag'),
    digests: [digestField(target, field, 'digest')],
    mediaType,
  };
}

function toEvent({ host, path, tag, digest, mediaType = '' }: Artifact, actor: string): object {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    action: 'push',
    target: {
      // Readers drop what is of no manifest type. Where the type is not known, the most common one is given.
      mediaType: MANIFEST_TYPES.includes(mediaType) ? mediaType : OCI_MANIFEST,
      digest,
      repository: path,
      url: `https://${host}/v2/${path}/manifests/${digest}`,
      tag,
    },
    request: { id: randomUUID(), host, method: 'PUT', useragent: USER_AGENT },
    actor: { name: actor },
    source: {},
  };
}
