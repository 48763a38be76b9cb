import { hostOfUrl, looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventArtifact, EventReader } from './types.ts';

/**
 * Domain and type. A promotion is missing: it publishes something, but the event names the repository it came from, not
 * the one it went to. Source: docs.jfrog.com/administration/docs/event-types.
 */
const KINDS: KnownKinds = {
  noun: 'event',
  publishing: ['docker pushed'],
  ignored: new Set(['docker deleted', 'artifact deleted', 'artifact_property added', 'artifact_property deleted']),
  reason: 'event-ignored',
  advice: 'select only the event "Docker tag was pushed" in the webhook',
};

/**
 * JFrog Artifactory. The digest is that of the file, which is the manifest's; a multi-platform image has a
 * list.manifest.json. Older versions post `data` alone. Source: jfrog.com/help, Platform Administration, Domain:
 * Docker; kargo pkg/webhook/external/artifactory.go, keel pkg/http/jfrog_webhook_trigger.go.
 */
export const artifactory: EventReader = {
  title: 'JFrog Artifactory',

  matches: (body) => 'event_type' in body && ('domain' in body || 'image_name' in body),

  parse(body) {
    const isWrapped = 'domain' in body;
    const type = textAt(body, 'event_type');
    const kind = type && `${isWrapped ? textAt(body, 'domain') : 'docker'} ${type}`;
    const skip = skipIgnored(kind, isWrapped ? 'domain and event_type' : 'event_type', KINDS);
    if (skip) return [skip];
    const data = isWrapped ? body.data : body;
    if (!isObject(data)) throw new InputError(`event: data must be an object, found ${kindOf(data)}`);
    return [parseImage(data, hostOfUrl(textAt(body, 'jpd_origin')))];
  },
};

/** The path is <image>/<tag>/manifest.json, also where image_name and tag are missing. */
function parseImage(data: JsonObject, host: string | undefined): EventArtifact {
  const file = /^(?:(.+)\/)?([^/]+)\/((?:list\.)?manifest\.json)$/.exec(textAt(data, 'path') ?? '');
  const [repository, image] = [textAt(data, 'repo_key'), textAt(data, 'image_name') ?? file?.[1]];
  const tag = textAt(data, 'tag') ?? file?.[2];
  if (repository === undefined || image === undefined || tag === undefined) {
    const missing = repository === undefined ? 'repo_key' : image === undefined ? 'image_name' : 'tag';
    throw new InputError(`event: data.${missing} is missing`);
  }
  const checksum = textAt(data, 'sha256');
  return {
    field: 'data',
    host,
    path: `${repository}/${image}`,
    // The parts of a multi-platform image are in folders named by their digests.
    tag: looksLikeDigest(tag) ? undefined : tag,
    digests: file && checksum !== undefined ? [{ field: 'data.sha256', value: `sha256:${checksum}` }] : [],
  };
}
