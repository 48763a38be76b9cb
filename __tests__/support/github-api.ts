import { randomInt } from 'node:crypto';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

/** One version of a container package, as the API lists it. */
type Version = { readonly digest: string; readonly tags: readonly string[] };

export type GitHubApi = Receiver & {
  /** Paths with query that were asked for. */
  readonly asked: () => readonly string[];
};

export type GitHubApiOptions = {
  readonly token: string;
  /** Kind and login of the only owner. */
  readonly owner: readonly ['orgs' | 'users', string];
  readonly packageName: string;
  /** Newest first. */
  readonly versions: readonly Version[];
  /** Where the next page is said to be, instead of here. */
  readonly nextAt?: string;
  /** Says something else to a request than it should: status and message. */
  readonly fault?: (index: number) => readonly [status: number, message: string] | undefined;
};

/** GitHub's Packages API for one package, as docs.github.com/rest/packages has its requests, pages and answers. */
export async function startGitHubApi(options: GitHubApiOptions): Promise<GitHubApi> {
  const { token, owner, packageName, versions, fault } = options;
  const own = `/${owner.join('/')}/packages/container/${encodeURIComponent(packageName)}/versions`;
  const receiver = await startReceiver((request: Received, response, index) => {
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(JSON.stringify(body));
    };
    const complain = (status: number, message: string) =>
      reply(status, {
        message,
        documentation_url: 'https://docs.github.com/rest/packages/packages',
        status: String(status),
      });
    const wrong = fault?.(index);
    if (wrong) return complain(...wrong);
    if (request.headers.authorization !== `token ${token}`) return complain(401, 'Bad credentials');
    const url = new URL(request.path, 'http://api.test');
    if (url.pathname !== own) return complain(404, 'Not Found');
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    url.searchParams.set('page', String(page + 1));
    const isLast = page * size >= versions.length;
    reply(
      200,
      versions.slice((page - 1) * size, page * size).map(({ digest, tags }) => ({
        id: randomInt(1e9),
        name: digest,
        url: 'https://api.github.com/…',
        package_html_url: 'https://github.com/…',
        created_at: '2026-01-02T03:04:05Z',
        updated_at: '2026-01-02T03:04:05Z',
        html_url: 'https://github.com/…',
        metadata: { package_type: 'container', container: { tags } },
      })),
      isLast
        ? {}
        : { link: `<${options.nextAt ?? `http://${request.headers.host}`}${url.pathname}${url.search}>; rel="next"` },
    );
  });
  return { ...receiver, asked: () => receiver.requests.map(({ path }) => path) };
}
