import { looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import type { EventArtifact, EventSource, ParsedEvent } from './types.ts';

/**
 * GitHub's `registry_package` and `package` events. Source: octokit/webhooks, compared with real deliveries. The published
 * example has rubbish in the two digests of container_metadata, and nothing can be pulled from `registry.url`.
 */
export const github: EventSource = {
  title: 'GitHub',

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
