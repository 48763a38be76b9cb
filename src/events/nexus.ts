import { looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventArtifact, EventReader, ParsedEvent, Skip } from './types.ts';

const ADVICE = 'use the capability "Webhook: Repository" only for docker repositories and the event type component';

/**
 * Source: help.sonatype.com, Example Headers and Payloads; nexus-public RepositoryComponentWebhook and
 * RepositoryAssetWebhook. What a cleanup removes at once is PURGED.
 */
const ACTIONS: KnownKinds = {
  noun: 'action',
  publishing: ['CREATED', 'UPDATED'],
  ignored: new Set(['DELETED', 'PURGED']),
  reason: 'action-ignored',
  advice: ADVICE,
};

/** Source: help.sonatype.com, Formats. */
const FORMATS: KnownKinds = {
  noun: 'format',
  publishing: ['docker'],
  ignored: new Set([
    'ansiblegalaxy',
    'apt',
    'bower',
    'cargo',
    'cocoapods',
    'composer',
    'conan',
    'conda',
    'gitlfs',
    'go',
    'helm',
    'huggingface',
    'maven2',
    'npm',
    'nuget',
    'p2',
    'pypi',
    'r',
    'raw',
    'rubygems',
    'swift',
    'terraform',
    'yum',
  ]),
  reason: 'not-a-container',
  advice: ADVICE,
};

/** Fields about what is in a repository. In the plural they have only the IDs of what was purged. */
const CONTENTS = ['component', 'asset', 'components', 'assets'];

/**
 * Sonatype Nexus Repository 3: a component is an image with its tag, an asset one of its files. Neither names the
 * registry, and there is a digest only where there is no tag.
 */
export const nexus: EventReader = {
  title: 'Sonatype Nexus',

  matches: (body) => 'nodeId' in body && [...CONTENTS, 'repository', 'audit'].some((field) => field in body),

  parse(body): ParsedEvent {
    if (!CONTENTS.some((field) => field in body)) {
      const detail = `the event is about ${'audit' in body ? 'an action in Nexus' : 'a repository'}, not what is in it: ${ADVICE}`;
      return [{ reason: 'event-ignored', detail }];
    }
    const ignored = skipIgnored(textAt(body, 'action')?.toUpperCase(), 'action', ACTIONS);
    if (ignored) return [ignored];
    const field = 'asset' in body ? 'asset' : 'component';
    const part = body[field];
    if (!isObject(part)) throw new InputError(`event: ${field} must be an object, found ${kindOf(part)}`);
    const skip = skipIgnored(textAt(part, 'format'), `${field}.format`, FORMATS);
    return [skip ?? (field === 'component' ? parseComponent(part) : parseAsset(part))];
  },
};

function parseComponent(component: JsonObject): EventArtifact {
  const [path, version] = [textAt(component, 'name'), textAt(component, 'version')];
  if (path === undefined || version === undefined) {
    throw new InputError(`event: component.${path === undefined ? 'name' : 'version'} is missing`);
  }
  return toArtifact({ field: 'component.version', path, reference: version });
}

/** Assets of docker repositories are named by the path under which they can be had: v2/<path>/manifests/<tag>. */
function parseAsset(asset: JsonObject): EventArtifact | Skip {
  const name = textAt(asset, 'name') ?? '';
  const [, path, kind, reference] = /^\/?v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(name) ?? [];
  if (path === undefined || reference === undefined) {
    throw new InputError(`event: asset.name is ${quote(name)}, expected v2/<path>/manifests/<tag>`);
  }
  if (kind === 'manifests') return toArtifact({ field: 'asset.name', path, reference });
  return { reason: 'not-a-manifest', detail: `the asset is ${quote(name)}, not a manifest: ${ADVICE}` };
}

type Named = { readonly field: string; readonly path: string; readonly reference: string };

function toArtifact({ field, path, reference }: Named): EventArtifact {
  return looksLikeDigest(reference)
    ? { field, path, digests: [{ field, value: reference }] }
    : { field, path, tag: reference, digests: [] };
}
