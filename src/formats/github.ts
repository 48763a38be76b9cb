import type { Artifact } from '../oci/artifact.ts';
import { formatReference, looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { messageForEach, plainReceiver } from './plain-receiver.ts';
import type { EventArtifact, EventSource, ParsedEvent, Receiver } from './types.ts';

/**
 * GitHub's `registry_package` and `package` events. Source: octokit/webhooks, compared with real deliveries. The published
 * example has rubbish in the two digests of container_metadata, and nothing can be pulled from `registry.url`.
 *
 * As a receiver: what reads the `package` event, such as Kargo's and Flux's GitHub receivers, for any registry. Source: kargo
 * pkg/webhook/external/github.go, argocd-image-updater pkg/webhook/ghcr.go.
 */
export const github: EventSource & Receiver = {
  ...plainReceiver('github'),
  title: 'GitHub',
  headers: { 'x-github-event': 'package' },
  urlIsCredential: true,

  serialize: messageForEach(toEvent),

  matches: (body) => 'registry_package' in body || 'package' in body,

  parse(body): ParsedEvent {
    const root = 'registry_package' in body ? 'registry_package' : 'package';
    const published = body[root];
    if (!isObject(published)) throw new InputError(`event: ${root} must be an object, found ${kindOf(published)}`);

    const action = textAt(body, 'action');
    if (action === undefined) throw new InputError('event: action is missing, expected "published" or "updated"');
    if (action !== 'published' && action !== 'updated') {
      const detail = `the action is ${quote(action)}, and only "published" and "updated" are sent: leave the others out of types in the workflow's trigger`;
      return [{ reason: 'action-ignored', detail }];
    }
    const type = textAt(published, 'package_type') ?? textAt(published, 'ecosystem') ?? '';
    if (!['container', 'docker'].includes(type.toLowerCase())) {
      const detail = `the package is of type ${quote(type)}, not a container; an "if" on github.event.registry_package.package_type avoids such runs`;
      return [{ reason: 'not-a-container', detail }];
    }
    return [parsePackage(published, root)];
  },
};

function parsePackage(published: JsonObject, root: string): EventArtifact {
  const version = at(published, 'package_version');
  const field = `${root}.package_version`;
  if (!isObject(version)) throw new InputError(`event: ${field} must be an object, found ${kindOf(version)}`);

  const packageUrl = splitPackageUrl(textAt(version, 'package_url'));
  const owner = textAt(published, 'namespace') ?? textAt(published, 'owner', 'login');
  const name = textAt(published, 'name');
  const path = packageUrl?.path ?? (owner === undefined || name === undefined ? undefined : `${owner}/${name}`);
  if (path === undefined)
    throw new InputError(`event: ${field}.package_url is missing, and so is ${root}.namespace or .name`);
  const host = packageUrl?.host ?? (isGitHubDotCom(published) ? 'ghcr.io' : undefined);

  const named = textAt(version, 'container_metadata', 'tag', 'name');
  const tag = named === undefined || looksLikeDigest(named) ? packageUrl?.tag : named;
  const digests = [
    { field: `${field}.container_metadata.tag.digest`, value: textAt(version, 'container_metadata', 'tag', 'digest') },
    {
      field: `${field}.container_metadata.manifest.digest`,
      value: textAt(version, 'container_metadata', 'manifest', 'digest'),
    },
    { field: `${field}.version`, value: textAt(version, 'version') },
  ];
  const mediaType = textAt(version, 'container_metadata', 'manifest', 'media_type');
  const pageUrl = textAt(version, 'html_url') ?? textAt(published, 'html_url');
  return { field, host, path: path.toLowerCase(), tag, digests, mediaType, pageUrl };
}

type PackageUrl = { readonly host: string; readonly path: string; readonly tag: string | undefined };

/** `host/owner/name:tag`. The tag is empty when there is none, and sometimes when there is one. Host and path may hold upper case. */
function splitPackageUrl(url: string | undefined): PackageUrl | undefined {
  if (url === undefined) return undefined;
  const [named = ''] = url.split('@');
  const slash = named.indexOf('/');
  if (slash < 0) throw new InputError(`event: package_url ${quote(url)} has no "/", expected host/owner/name:tag`);
  const colon = named.indexOf(':', named.lastIndexOf('/'));
  const tag = colon < 0 ? '' : named.slice(colon + 1);
  return {
    host: named.slice(0, slash),
    path: named.slice(slash + 1, colon < 0 ? undefined : colon),
    tag: tag === '' || looksLikeDigest(tag) ? undefined : tag,
  };
}

/** Only github.com has its container registry at ghcr.io. An enterprise server names its own in package_url or nowhere. */
function isGitHubDotCom(published: JsonObject): boolean {
  const url = textAt(published, 'registry', 'url') ?? textAt(published, 'html_url');
  if (url === undefined) return true;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === 'github.com' || host.endsWith('.pkg.github.com');
}

function toEvent({ host, path, tag, digest, mediaType }: Artifact): object {
  // An owner has no "/" in its name, a package may have. Without an owner the whole path is the name.
  const slash = path.indexOf('/');
  const owner = path.slice(0, Math.max(slash, 0));
  const version = {
    version: digest,
    name: digest,
    package_url: formatReference({ host, path, tag }),
    container_metadata: { tag: { name: tag ?? '', digest }, manifest: { digest, media_type: mediaType } },
  };
  return {
    action: 'published',
    package: {
      name: path.slice(slash + 1),
      namespace: owner,
      ecosystem: 'CONTAINER',
      package_type: 'CONTAINER',
      owner: { login: owner },
      package_version: version,
    },
  };
}
