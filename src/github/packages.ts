import { getOctokit } from '@actions/github';
import { isTag } from '../oci/reference.ts';
import { messageOf } from '../util/errors.ts';
import { at } from '../util/json.ts';
import { retryTransient } from '../util/retry-transient.ts';

/**
 * GitHub's Packages API (docs.github.com/rest/packages), at GITHUB_API_URL. In a bundle of its own: Octokit is larger
 * than all the rest of the action, and most runs need it not. All errors are values: `instanceof InputError` fails
 * across bundles.
 */

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
  /** It did not answer, or with something other than the list that was asked for: nothing is known. */
  | { readonly kind: 'failed'; readonly serverMessage: string; readonly isTransient: boolean };

type ListOptions = { readonly token: string; readonly signal: AbortSignal };

/** A large page takes GitHub half a minute; a failure is over soon, or not before the job ends. */
const TIMEOUT_MS = 60_000;
const ATTEMPTS = 3;
/** Of 100 versions, newest first: what was published a moment ago is on the first. */
const MOST_PAGES = 50;
/** A page of 100 versions with 1,000 tags of 128 characters each has 13 MB; usual are 100 KB. */
const PAGE_LIMIT = 16 * 1024 * 1024;
const NO_LIST = 'its answer is not a list of package versions';

/**
 * The tags of a package version, which is searched by its digest: the id in an event is not the one in its own
 * html_url.
 */
export async function listTags(wanted: PackageVersion, { token, signal }: ListOptions): Promise<ListedTags> {
  const octokit = getOctokit(token);
  const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  // Given to the client it would replace what goes through proxies, and the paginator does not pass it on.
  octokit.hook.before('request', (options) => {
    // Pages are found by Link headers: the token must not follow one to another host.
    const { origin } = new URL(options.baseUrl);
    if (new URL(options.url, `${origin}/`).origin !== origin)
      throw new Error(`the API at ${origin} leads to another host`);
    const { fetch = globalThis.fetch } = options.request ?? {};
    options.request = { ...options.request, signal: until, fetch: withLimit(fetch) };
  });
  octokit.hook.after('request', ({ data }) => {
    if (!Array.isArray(data)) throw new Error(NO_LIST);
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
  let count = 0;
  try {
    for await (const { data } of pages) {
      const versions = data.map(readVersion);
      const found = versions.find((version) => isWanted(version, wanted));
      if (found !== undefined) return { kind: 'found', tags: found.tags };
      if (versions.includes(undefined)) return failed(NO_LIST);
      count += 1;
      if (count === MOST_PAGES) return failed(`it is not among the newest ${MOST_PAGES * 100} versions`);
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

type Version = { readonly digest: string; readonly tags: readonly string[] };

/** Undefined where an entry is not what the API documents, or has what is no tag. */
function readVersion(entry: unknown): Version | undefined {
  const [digest, tags] = [at(entry, 'name'), at(entry, 'metadata', 'container', 'tags')];
  return typeof digest === 'string' && Array.isArray(tags) && tags.every(isTag) ? { digest, tags } : undefined;
}

function isWanted(version: Version | undefined, { digest, tag }: PackageVersion): boolean {
  return version !== undefined && (digest === undefined ? version.tags.includes(tag) : version.digest === digest);
}

function failed(serverMessage: string): ListedTags {
  return { kind: 'failed', serverMessage, isTransient: false };
}

/** `fetch` whose answers end in an error where they have more bytes than a page. */
function withLimit(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (...request) => {
    const response = await fetch(...request);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > PAGE_LIMIT) throw new Error(`its answer has more than ${PAGE_LIMIT / 1024 ** 2} MiB`);
      chunks.push(chunk);
    }
    const { status, headers } = response;
    const whole = new Response(size === 0 ? null : Buffer.concat(chunks), { status, headers });
    return Object.defineProperty(whole, 'url', { value: response.url });
  };
}
