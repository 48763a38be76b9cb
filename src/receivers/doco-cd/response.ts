import { type HttpResponse, type HttpResult, is2xx, isIncomplete, isPage } from '../../http/types.ts';
import { at, parseObject, textAt } from '../../util/json.ts';
import { parseWebhookPath } from './webhook-path.ts';

/**
 * What doco-cd answers: `{"content","job_id"}`, and on errors `{"error","content","job_id"}`. Source: doco-cd
 * handler_api.go.
 */

/**
 * The id of the job. A body that has one was written by doco-cd; one without came from a proxy or from the router
 * before it.
 */
export function jobId(body: string): string | undefined {
  const id = at(parseObject(body), 'job_id');
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

/** `<error>: <content>`, or the one that is there. */
export function serverMessage(body: string): string | undefined {
  const parsed = parseObject(body);
  const error = textAt(parsed, 'error');
  const content = textAt(parsed, 'content');
  return error === undefined || content === undefined || error === content
    ? (error ?? content)
    : `${error}: ${content}`;
}

/**
 * doco-cd answers 201 or 202 and gives every job an id, so any other 2xx is from something else: a login page, another
 * service, or another path of doco-cd, such as /v1/health.
 */
export function isAcceptance(response: HttpResponse): boolean {
  const { status, body } = response;
  if (status !== 201 && status !== 202) return false;
  // Where the end is missing, so may be the id. A longer body than is read is not doco-cd's, which writes a line.
  return jobId(body) !== undefined || (isIncomplete(response) && !isPage(body));
}

/** What doco-cd answered itself is final. */
export function isRetryable(result: HttpResult, usual: boolean): boolean {
  return usual && !(result.kind === 'response' && jobId(result.body) !== undefined);
}

/** What a response means and what to do about it. `endpoint` is the URL that was posted to. */
export function hint(result: HttpResult, { pathname }: URL): string | undefined {
  if (result.kind === 'failure') return undefined;
  const { status, body } = result;
  const parsed = parseObject(body);
  const message = `${textAt(parsed, 'error') ?? ''} ${textAt(parsed, 'content') ?? ''}`;
  const isDocoCd = jobId(body) !== undefined;
  if (is2xx(result) && !isAcceptance(result)) {
    return isDocoCd
      ? 'this path of doco-cd takes no messages; leave the path out of the url, and /v1/webhook is added'
      : 'this answer is not from doco-cd, which would give a job_id; check that the url leads to it';
  }
  if (status === 404 && !isDocoCd) {
    return parseWebhookPath(pathname) !== undefined
      ? 'the server has no WEBHOOK_SECRET set, or something between here and doco-cd does not pass /v1/webhook on to it'
      : 'the path of the url is not one of doco-cd; leave it out, and /v1/webhook is added';
  }
  if (status === 400 && body.includes('HTTP request to an HTTPS server'))
    return 'the server speaks HTTPS here: write https: in the url';
  if (!isDocoCd || status < 400) return undefined;
  if (status === 401)
    return "the secret differs from the server's WEBHOOK_SECRET; set both again, without quotes or line breaks";
  if (status === 400 && message.includes('missing signature')) {
    return 'something between here and doco-cd removed the signature header; let the proxy pass X-Doco-OCI-Signature-256';
  }
  if (message.includes('request body is empty')) return 'something between here and doco-cd dropped the request body';
  if (message.includes('request body too large')) return "raise the server's MAX_PAYLOAD_SIZE";
  if (message.includes('failed to parse payload'))
    return 'this doco-cd may be too old for OCI webhooks, which need v0.89.0 or newer';
  return 'doco-cd itself refused the message, and sending it again would not change that; its log has more under this job_id';
}
