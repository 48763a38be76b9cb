import { hostOfUrl, looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventReader } from './types.ts';

/** Source: gitea modules/structs/hook.go, HookPackageAction. */
const ACTIONS: KnownKinds = {
  noun: 'action',
  publishing: ['created'],
  ignored: new Set(['deleted']),
  reason: 'action-ignored',
  advice: 'an "if" on github.event.action avoids such runs',
};

/** Source: gitea and forgejo models/packages/package.go. */
const TYPES: KnownKinds = {
  noun: 'type of the package',
  publishing: ['container'],
  ignored: new Set([
    'alpine',
    'alt',
    'arch',
    'cargo',
    'chef',
    'composer',
    'conan',
    'conda',
    'cran',
    'debian',
    'generic',
    'go',
    'helm',
    'maven',
    'npm',
    'nuget',
    'pub',
    'pypi',
    'rpm',
    'rubygems',
    'swift',
    'terraform',
    'vagrant',
  ]),
  reason: 'not-a-container',
  advice: 'an "if" on github.event.package.type avoids such runs',
};

/**
 * Gitea and Forgejo, in their webhooks as in their workflows on registry_package. The version is the tag, or the digest
 * if there is no tag; the event has no digest for a tag. Source: gitea services/convert/package.go.
 */
export const gitea: EventReader = {
  title: 'Gitea',

  matches: isGitea,

  parse(body) {
    const { package: published } = body;
    if (!isObject(published)) throw new InputError(`event: package must be an object, found ${kindOf(published)}`);
    const skip =
      skipIgnored(textAt(body, 'action'), 'action', ACTIONS) ??
      skipIgnored(textAt(published, 'type')?.toLowerCase(), 'package.type', TYPES);
    if (skip) return [skip];
    const [owner, name] = [textAt(published, 'owner', 'login'), textAt(published, 'name')];
    const version = textAt(published, 'version');
    if (owner === undefined || name === undefined || version === undefined) {
      const missing = owner === undefined ? 'owner.login' : name === undefined ? 'name' : 'version';
      throw new InputError(`event: package.${missing} is missing`);
    }
    const isDigest = looksLikeDigest(version);
    const pageUrl = textAt(published, 'html_url');
    return [
      {
        field: 'package',
        host: hostOfUrl(pageUrl),
        path: `${owner}/${name}`.toLowerCase(),
        tag: isDigest ? undefined : version,
        digests: isDigest ? [{ field: 'package.version', value: version }] : [],
        pageUrl,
      },
    ];
  },
};

/** Whether `body` is Gitea's: GitHub has `package` too, but no `type` and no `version` in it. */
export function isGitea({ package: published }: JsonObject): boolean {
  return isObject(published) && !('package_version' in published) && ('type' in published || 'version' in published);
}
