import { type HttpResponse, type HttpResult, isPage } from '../../http/types.ts';
import { InputError } from '../../util/errors.ts';
import { at, parseObject } from '../../util/json.ts';
import { redact } from '../../util/log.ts';
import { oneLine } from '../../util/text.ts';
import { jobId, serverMessage } from './response.ts';
import { parseWebhookPath } from './webhook-path.ts';

/**
 * doco-cd's REST API, there if API_SECRET is set. All answers are `{"content","job_id"}`. Source: doco-cd
 * handler_api.go.
 */

/**
 * The URL of `path` below /v1/api on the server of `endpoint`, with the endpoint's own query and then `query`.
 * @throws InputError when the endpoint's path is not that of the webhook.
 */
export function apiUrl(endpoint: URL, path: string, query = ''): URL {
  const url = withQuery(endpoint, query);
  const webhook = parseWebhookPath(url.pathname);
  if (webhook === undefined) {
    throw new InputError(
      `url: the path at ${url.origin} does not end with /v1/webhook or /v1/webhook/<target>, so the path of the run API (/v1/api/run) cannot be derived from it; use such a path, or remove api-key to wait inside the request`,
    );
  }
  url.pathname = `${webhook.prefix}/v1/api/${path}`;
  return url;
}

/** `endpoint` with `query` added. Not through searchParams, which would rewrite the rest of it. */
export function withQuery(endpoint: URL, query: string): URL {
  const url = new URL(endpoint);
  if (query !== '') url.search = url.search === '' ? `?${query}` : `${url.search}&${query}`;
  return url;
}

/** The `content` of a 200 that doco-cd wrote. Undefined for every other response. */
export function contentOf({ status, body }: HttpResponse): unknown {
  return status === 200 && jobId(body) !== undefined ? at(parseObject(body), 'content') : undefined;
}

/** The requested list, or a short reason why there is none. */
type Listed = { readonly items: readonly unknown[] } | { readonly problem: string };

/** The list in an answer, if all of its items pass `isItem`. doco-cd answers 404 instead of an empty list. */
export function listIn(answer: HttpResult, isItem: (item: unknown) => boolean): Listed {
  if (answer.kind === 'failure') return { problem: answer.message };
  const { status, body } = answer;
  const content = contentOf(answer);
  if (Array.isArray(content))
    return content.every(isItem) ? { items: content } : { problem: 'an answer of another form' };
  if (status === 404 && jobId(body) !== undefined) return { items: [] };
  if (status === 404) return { problem: 'the server has no such API, or a proxy does not pass it on' };
  const message = serverMessage(body) ?? (isPage(body) ? 'an HTML page' : body);
  return { problem: oneLine(redact(`${status} ${message}`), 100) };
}
