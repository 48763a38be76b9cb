import { setTimeout as wait } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { at } from './json.ts';

/**
 * GitHub's Packages API (docs.github.com/rest/packages), at GITHUB_API_URL. A bundle of its own: Octokit is larger than all
 * the rest of the action. Everything is a value: errors of this bundle are strangers elsewhere.
 */

/** A version of a container package: the one with this digest, or without one the one with this tag. */
export type PackageVersion = {
  readonly owner: string;
  readonly name: string;
  readonly tag: string;
  readonly digest?: string;
};

export type ListedTags =
  | { readonly kind: 'found'; readonly tags: readonly string[] }
  /** The package has no such version. */
  | { readonly kind: 'absent' }
  /** The token may not read it, or there is no such package: the API does not tell these apart. */
  | { readonly kind: 'denied' | 'failed'; readonly words: string };

export type ListOptions = { readonly token: string; readonly signal: AbortSignal };

const TIMEOUT_MS = 60_000;
const ATTEMPTS = 3;

/** The tags of a package version, which is searched by its digest: the id in an event is not the one in its own html_url. */
export async function listTags(wanted: PackageVersion, { token, signal }: ListOptions): Promise<ListedTags> {
  const octokit = getOctokit(token);
  const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  // Given to the client it would replace what goes through proxies, and the paginator does not pass it on.
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request, signal: until };
  });
  const { owner, name } = wanted;
  const shared = { package_type: 'container', package_name: name, per_page: 100 } as const;
  const { packages } = octokit.rest;
  // Nothing says whether the owner is an organisation; for the other kind the answer is 404.
  const searches = [
    () =>
      search(
        octokit.paginate.iterator(packages.getAllPackageVersionsForPackageOwnedByOrg, { ...shared, org: owner }),
        wanted,
      ),
    () =>
      search(
        octokit.paginate.iterator(packages.getAllPackageVersionsForPackageOwnedByUser, { ...shared, username: owner }),
        wanted,
      ),
  ];
  let denied: ListedTags = { kind: 'denied', words: 'Not Found' };
  for (const find of searches) {
    const listed = await persist(find, signal);
    if (listed.kind !== 'denied') return listed;
    denied = listed;
  }
  return denied;
}

/** Versions come newest first, so that the first page nearly always has it. */
async function search(
  pages: AsyncIterable<{ readonly data: readonly unknown[] }>,
  wanted: PackageVersion,
): Promise<ListedTags> {
  for await (const { data } of pages) {
    for (const version of data) {
      const listed = at(version, 'metadata', 'container', 'tags');
      const tags = Array.isArray(listed) ? listed.filter((tag) => typeof tag === 'string') : [];
      const isWanted = wanted.digest === undefined ? tags.includes(wanted.tag) : at(version, 'name') === wanted.digest;
      if (isWanted) return { kind: 'found', tags };
    }
  }
  return { kind: 'absent' };
}

async function persist(find: () => Promise<ListedTags>, signal: AbortSignal): Promise<ListedTags> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await find();
    } catch (error) {
      const status = at(error, 'status');
      const words = error instanceof Error ? error.message : String(error);
      if (status === 401 || status === 403 || status === 404) return { kind: 'denied', words };
      // Octokit gives network errors the status 500, too.
      const mayPass = typeof status === 'number' && (status >= 500 || status === 429);
      if (!mayPass || attempt === ATTEMPTS || signal.aborted) return { kind: 'failed', words };
      await wait(500 * attempt, undefined, { signal }).catch(() => undefined);
    }
  }
}
