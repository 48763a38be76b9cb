import { InputError, kindOf, isObject, textAt, quote, USER_AGENT } from './index.js';
import { plainTarget } from './plain-target.js';

const nodeCrypto = /* @__PURE__ */ process.getBuiltinModule('node:crypto');

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const MANIFEST_TYPES = new Set([
  OCI_MANIFEST,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);
const distribution = {
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
function published(event, index) {
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
function candidate(target, event, field) {
  const path = textAt(target, 'repository') ?? textAt(target, 'name');
  if (path === undefined) throw new InputError(`event: ${field}.target.repository is missing`);
  return {
    field: `${field}.target`,
    host: hostOf(textAt(target, 'url')) ?? textAt(event, 'request', 'host'),
    path,
    tag: textAt(target, 'tag'),
    digests: [{ field: `${field}.target.digest`, value: textAt(target, 'digest') }],
    mediaType: textAt(target, 'mediaType'),
  };
}
function hostOf(url = '') {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url)?.[1];
}
function event({ host, path, tag, digest, mediaType = '' }) {
  return {
    id: nodeCrypto.randomUUID(),
    timestamp: new Date().toISOString(),
    action: 'push',
    target: {
      mediaType: MANIFEST_TYPES.has(mediaType) ? mediaType : OCI_MANIFEST,
      digest,
      repository: path,
      url: `https://${host}/v2/${path}/manifests/${digest}`,
      tag,
    },
    request: { id: nodeCrypto.randomUUID(), host, method: 'PUT', useragent: USER_AGENT },
    actor: {},
    source: {},
  };
}

export { distribution };
