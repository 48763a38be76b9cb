import type { Artifact } from '../oci/artifact.ts';
import { formatReference, looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { digestField, optionalText } from './fields.ts';
import { isGitea } from './gitea.ts';
import { type KnownKinds, skipIgnored, WAY_OUT } from './skip-ignored.ts';
import type { EventArtifact, EventReader, EventWriter, ParsedEvent, Skip } from './types.ts';

/** Source: octokit/webhooks, registry_package and package; Gitea's `deleted` comes in its own shape, too. */
const ACTIONS: KnownKinds = {
  noun: 'action',
  publishing: ['published', 'updated'],
  ignored: new Set(['deleted']),
  reason: 'action-ignored',
  advice: "leave the others out of types in the workflow's trigger",
};

/** Source: docs.github.com/rest/packages, package_type; GraphQL's PackageType for the older ones. */
const TYPES: KnownKinds = {
  noun: 'type of the package',
  publishing: ['container', 'docker'],
  ignored: new Set(['npm', 'maven', 'gradle', 'rubygems', 'nuget', 'debian', 'pypi']),
  reason: 'not-a-container',
  advice: 'an "if" on github.event.registry_package.package_type avoids such runs',
};

/**
 * GitHub's `registry_package` and `package` events. Source: octokit/webhooks, compared with real deliveries. The
 * published example has invalid values in the two digests of container_metadata, and nothing can be pulled from
 * `registry.url`.
 * As a receiver: what reads the `package` event, such as Kargo's and Flux's GitHub receivers, for any registry. Source:
 * kargo pkg/webhook/external/github.go, argocd-image-updater pkg/webhook/ghcr.go.
 */
export const github: EventReader & EventWriter = {
  title: 'GitHub',
  headers: { 'x-github-event': 'package' },

  write: toEvent,

  matches: (body) =>
    'registry_package' in body ||
    ('package' in body && !('artifact' in body) && !isGitea(body)) ||
    ('zen' in body && 'hook_id' in body),

  parse(body): ParsedEvent {
    if ('zen' in body) {
      return [{ reason: 'test-event', detail: 'this is the ping of a new webhook, it names no package: publish one' }];
    }
    const root = 'registry_package' in body ? 'registry_package' : 'package';
    const published = body[root];
    if (!isObject(published)) throw new InputError(`event: ${root} must be an object, found ${kindOf(published)}`);
    const type = textAt(published, 'package_type') ?? textAt(published, 'ecosystem');
    const skip =
      skipIgnored(textAt(body, 'action'), 'action', ACTIONS) ??
      skipIgnored(type?.toLowerCase(), `${root}.package_type`, TYPES);
    return [skip ?? parsePackage(published, root)];
  },
};

function parsePackage(published: JsonObject, root: string): EventArtifact | Skip {
  const version = at(published, 'package_version');
  const field = `${root}.package_version`;
  if (!isObject(version)) throw new InputError(`event: ${field} must be an object, found ${kindOf(version)}`);
  const packageUrl = splitPackageUrl(textAt(version, 'package_url'));
  const older = readOlderVersion(version);
  if (older?.tag === LAYERS_TAG) {
    return {
      reason: 'not-a-manifest',
      detail: `the version is ${quote(LAYERS_TAG)}, where that registry keeps layers`,
    };
  }
  if (older !== undefined && packageUrl === undefined) {
    // Its names are owner/repository/name, and the repository is nowhere else.
    throw new InputError(
      `event: ${field}.package_url is missing, and nothing else names a package of GitHub's older docker registry; ${WAY_OUT}`,
    );
  }
  const owner = textAt(published, 'namespace') ?? textAt(published, 'owner', 'login');
  const name = textAt(published, 'name');
  const path = packageUrl?.path ?? (owner === undefined || name === undefined ? undefined : `${owner}/${name}`);
  if (path === undefined)
    throw new InputError(`event: ${field}.package_url is missing, and so is ${root}.namespace or .name`);

  const named = optionalText(version, field, 'container_metadata', 'tag', 'name') ?? older?.tag;
  return {
    field,
    host: packageUrl?.host ?? (isGitHubDotCom(published) ? 'ghcr.io' : undefined),
    path: path.toLowerCase(),
    tag: named === undefined || looksLikeDigest(named) ? packageUrl?.tag : named,
    digests: [
      digestField(version, field, 'container_metadata', 'tag', 'digest'),
      digestField(version, field, 'container_metadata', 'manifest', 'digest'),
      digestField(version, field, older === undefined ? 'version' : 'name'),
    ],
    mediaType: textAt(version, 'container_metadata', 'manifest', 'media_type'),
    pageUrl: textAt(version, 'html_url') ?? textAt(published, 'html_url'),
  };
}

/** The version in which that registry keeps layers. Source: werf pkg/docker_registry/github_packages_api.go. */
const LAYERS_TAG = 'docker-base-layer';

/** GitHub's registry before ghcr.io, which Enterprise Server may have: the version is the tag, its name the digest. */
function readOlderVersion(packageVersion: JsonObject): { readonly tag: string } | undefined {
  const [version, name] = [textAt(packageVersion, 'version'), textAt(packageVersion, 'name')];
  const isOlder = version !== undefined && !looksLikeDigest(version) && name !== undefined && looksLikeDigest(name);
  return isOlder ? { tag: version } : undefined;
}

type PackageUrl = { readonly host: string; readonly path: string; readonly tag: string | undefined };

/** `host/owner/name:tag`. The tag may be empty although there is one. Host and path may be upper-case. */
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

/**
 * Only github.com has its container registry at ghcr.io. An enterprise server names its own in package_url, if at all.
 */
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
