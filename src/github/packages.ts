import { getOctokit } from '@actions/github';
import { messageOf } from '../util/errors.ts';
import { at } from '../util/json.ts';
import { retryTransient } from '../util/retry-transient.ts';

/** GitHub's Packages API (docs.github.com/rest/packages), at GITHUB_API_URL. */

/** A version of a container package: the one with this digest, or without a digest the one with this tag. */
export type PackageVersion = {
  readonly owner: string;
  readonly name: string;
  readonly tag: string;
  readonly digest?: string | undefined;
};

export type ListedTags =
  | { readonly kind: 'found'; readonly tags: readonly string[] }
  /** The package has no such version. */
  | { readonly kind: 'absent' }
  /** The token may not read it, or there is no such package: the API does not distinguish these. */
  | { readonly kind: 'denied'; readonly serverMessage: string }
  | { readonly kind: 'failed'; readonly serverMessage: string; readonly isTransient: boolean };

type ListOptions = { readonly token: string; readonly signal: AbortSignal };

const TIMEOUT_MS = 60_000;
const ATTEMPTS = 3;

/** The tags of a package version, which is searched by its digest: the id in an event is not the one in its own html_url. */
export async function listTags(wanted: PackageVersion, { token, signal }: ListOptions): Promise<ListedTags> {
  const octokit = getOctokit(token);
  const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  // Given to the client it would replace what goes through proxies, and the paginator does not pass it on.
  octokit.hook.before('request', (options) => {
    // Pages are found by Link headers: the token must not follow one to another host.
    const { origin } = new URL(options.baseUrl);
    if (new URL(options.url, `${origin}/`).origin !== origin)
      throw new Error(`the API at ${origin} leads to another host`);
    options.request = { ...options.request, signal: until };
  });
  const { owner, name } = wanted;
  const shared = { package_type: 'container', package_name: name, per_page: 100 } as const;
  const { packages } = octokit.rest;
  // The owner may be an organization or a user. For the wrong kind the answer is 404.
  const searches = [
    () => octokit.paginate.iterator(packages.getAllPackageVersionsForPackageOwnedByOrg, { ...shared, org: owner }),
    () =>
      octokit.paginate.iterator(packages.getAllPackageVersionsForPackageOwnedByUser, { ...shared, username: owner }),
  ];
  let denied: ListedTags = { kind: 'denied', serverMessage: 'Not Found' };
  for (const pages of searches) {
    const listed = await retryTransient(() => search(pages(), wanted), {
      isTransient: (result) => result.kind === 'failed' && result.isTransient,
      attempts: ATTEMPTS,
      waitMs: (attempt) => 500 * attempt,
      signal: until,
    });
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
  try {
    for await (const { data } of pages) {
      for (const version of data) {
        const listed = at(version, 'metadata', 'container', 'tags');
        const tags = Array.isArray(listed) ? listed.filter((tag) => typeof tag === 'string') : [];
        const isWanted =
          wanted.digest === undefined ? tags.includes(wanted.tag) : at(version, 'name') === wanted.digest;
        if (isWanted) return { kind: 'found', tags };
      }
    }
    return { kind: 'absent' };
  } catch (error) {
    const status = at(error, 'status');
    const serverMessage = messageOf(error);
    if (status === 401 || status === 403 || status === 404) return { kind: 'denied', serverMessage };
    // Octokit gives network errors the status 500, too.
    const isTransient = typeof status === 'number' && (status >= 500 || status === 429);
    return { kind: 'failed', serverMessage, isTransient };
  }
}
