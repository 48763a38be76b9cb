import { InputError } from '../input-error.ts';
import { at, isObject, type JsonObject, kindOf, textAt } from '../json.ts';
import { looksLikeDigest, quote } from '../reference.ts';
import type { Candidate, Parsed, Source } from './format.ts';

/**
 * GitHub's `registry_package` and `package` events. Shape: octokit/webhooks, compared with real deliveries.
 * The two digests in container_metadata are rubbish in the published example, and `registry.url` cannot be pulled from.
 */
export const github: Source = {
  title: 'GitHub',

  recognises: (body) => 'registry_package' in body || 'package' in body,

  parse(body): Parsed {
    const root = 'registry_package' in body ? 'registry_package' : 'package';
    const published = body[root];
    if (!isObject(published)) throw new InputError(`event: ${root} must be an object, found ${kindOf(published)}`);

    const action = textAt(body, 'action');
    if (action === undefined) throw new InputError('event: action is missing, expected "published" or "updated"');
    if (action !== 'published' && action !== 'updated') {
      const detail = `the event says ${quote(action)}; only "published" and "updated" are sent: leave the others out of types in the workflow's trigger`;
      return [{ reason: 'action-ignored', detail }];
    }
    const kind = textAt(published, 'package_type') ?? textAt(published, 'ecosystem') ?? '';
    if (!['container', 'docker'].includes(kind.toLowerCase())) {
      const detail = `the package is of type ${quote(kind)}, not a container; an "if" on github.event.registry_package.package_type spares such runs`;
      return [{ reason: 'not-a-container', detail }];
    }
    return [candidate(published, root)];
  },
};

function candidate(published: JsonObject, root: string): Candidate {
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

/** `host/owner/name:tag`, with an empty tag when untagged and sometimes when not; upper case occurs in host and path. */
function splitPackageUrl(url: string | undefined): { host: string; path: string; tag?: string } | undefined {
  if (url === undefined) return undefined;
  const [named = ''] = url.split('@');
  const slash = named.indexOf('/');
  if (slash < 0) throw new InputError(`event: package_url ${quote(url)} has no "/", expected host/owner/name:tag`);
  const colon = named.indexOf(':', named.lastIndexOf('/'));
  const tag = colon < 0 ? '' : named.slice(colon + 1);
  return {
    host: named.slice(0, slash),
    path: named.slice(slash + 1, colon < 0 ? undefined : colon),
    ...(tag === '' || looksLikeDigest(tag) ? {} : { tag }),
  };
}

/** Only github.com has its container registry at ghcr.io; an enterprise server says its own in package_url or nowhere. */
function isGitHubDotCom(published: JsonObject): boolean {
  const url = textAt(published, 'registry', 'url') ?? textAt(published, 'html_url');
  if (url === undefined) return true;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === 'github.com' || host.endsWith('.pkg.github.com');
}
