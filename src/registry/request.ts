import type { IncomingHttpHeaders } from 'node:http';
import { isRetryable, parseRetryAfter } from '../delivery/retry.ts';
import { createClient } from '../http/client.ts';
import { readProxies } from '../http/configure.ts';
import { type HttpClient, type HttpRequest, type HttpResponse, isPage, isTlsError } from '../http/types.ts';
import { parseObject, textAt } from '../util/json.ts';
import { oneLine } from '../util/text.ts';
import { formatDuration } from '../util/time.ts';
import { USER_AGENT } from '../util/version.ts';
import { readCertificates, systemContext } from './certificates.ts';
import type { Problem } from './types.ts';

/** One request to a registry or to what it leads to, bounded in bytes, time and redirects. */

export type Responded = {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly retryAfterMs?: number | undefined;
};
export type Answer = Responded | { readonly kind: 'problem'; readonly problem: Problem };

export type SendOptions = {
  readonly method?: HttpRequest['method'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Send = (url: URL, options?: SendOptions) => Promise<Answer>;

type SenderOptions = {
  readonly environment: NodeJS.ProcessEnv;
  /** Accepts any certificate. */
  readonly skipTlsVerification: boolean;
  readonly signal: AbortSignal;
};

/** Registries take manifests of 4 MiB (distribution, handlers/manifests.go); nobody needs more. */
const BODY_LIMIT = 8 * 1024 * 1024;
/** Of a refusal: the error comes first. */
const ERROR_LIMIT = 64 * 1024;
/** A manifest is small: who needs longer is in trouble, and asked again. */
const TIMEOUT_MS = 15_000;
/** To a mirror and on to its storage are two. */
const MOST_REDIRECTS = 5;

/**
 * Sends requests for one registry: with the proxies of the environment, and the certificates that Docker would use. The
 * system's CAs are read where Node's own do not suffice, because that takes a tenth of a second. Redirects are
 * followed, but the login goes to no other origin, and nothing from https to http.
 */
export function createSender(host: string, { environment, skipTlsVerification, signal }: SenderOptions): Send {
  const own = readCertificates(host, environment);
  let isComplete = own !== undefined || skipTlsVerification;
  let proxies: ReturnType<typeof readProxies> | undefined;
  let client: Promise<HttpClient> | undefined;

  async function createFor(url: URL): Promise<HttpClient> {
    proxies ??= readProxies({ urls: [url], isConfidential: false }, environment);
    const isOwn = isComplete && !(skipTlsVerification && own === undefined);
    const createContext = isOwn ? (ecdhCurve?: string) => systemContext(own, ecdhCurve) : undefined;
    return createClient({ skipTlsVerification, proxies: await proxies, createContext });
  }

  async function sendOnce(url: URL, options: SendOptions): Promise<Answer> {
    client ??= createFor(url);
    const wasComplete = isComplete;
    const { method = 'GET', body } = options;
    const request = { url, method, headers: { 'user-agent': USER_AGENT, ...options.headers }, body, signal };
    const limits = { timeoutMs: TIMEOUT_MS, wholeBytes: BODY_LIMIT, keepAlive: true };
    const result = await (await client).send({ ...request, ...limits });
    if (result.kind === 'response') return readAnswer(url, result);
    if (isTlsError(result.code) && !wasComplete) {
      // Others that were under way may have come here before.
      if (!isComplete) client = undefined;
      isComplete = true;
      return sendOnce(url, options);
    }
    const { code, message } = result;
    const hint = isTlsError(code) ? trustHint(host) : undefined;
    return problem({ code, message: `${url.host}: ${message}`, hint, isTransient: isRetryable(result) });
  }

  return async (url, options = {}) => {
    let [at, headers] = [url, options.headers];
    for (let redirects = 0; ; redirects++) {
      const answer = await sendOnce(at, { ...options, ...(headers !== undefined && { headers }) });
      const next = answer.kind === 'response' ? redirectOf(answer, at, options) : undefined;
      if (next === undefined) return answer;
      if (redirects === MOST_REDIRECTS || (at.protocol === 'https:' && next.protocol !== 'https:')) {
        return { kind: 'problem', problem: failed(`${at.host} redirects to where nothing is asked: ${next.origin}`) };
      }
      if (next.origin !== at.origin && headers !== undefined) headers = withoutLogin(headers);
      at = next;
    }
  };
}

function trustHint(host: string): string {
  return `put the CA certificate that signed it into /etc/docker/certs.d/${host}/ca.crt, or among those of the runner; only registries on this machine may speak plain http`;
}

/** Where to read instead. That a HEAD is redirected says enough: what is signed for GET may refuse it. */
function redirectOf({ status, headers }: Responded, from: URL, { method = 'GET' }: SendOptions): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || method !== 'GET') return undefined;
  if (headers.location === undefined) return undefined;
  const next = URL.parse(headers.location, from.href);
  return next !== null && /^https?:$/.test(next.protocol) ? next : undefined;
}

function withoutLogin({ authorization: _, ...headers }: Readonly<Record<string, string>>) {
  return headers;
}

function readAnswer(url: URL, result: HttpResponse): Answer {
  const { status, bodyState, whole } = result;
  if (bodyState !== 'complete') {
    const message = `${url.host}: its answer ${bodyState === 'too long' ? 'has more than 8 MiB' : 'broke off'}`;
    return problem({ status, message, isTransient: bodyState !== 'too long' });
  }
  const { headers, bytes } = whole ?? { headers: {}, bytes: Buffer.alloc(0) };
  return { kind: 'response', status, headers, bytes, retryAfterMs: parseRetryAfter(result, Date.now()) };
}

/** What an answer other than the one that was hoped for means. */
export function problemOf(answer: Responded, who: string): Problem {
  const { status, bytes, retryAfterMs } = answer;
  const { code, text } = readError(bytes.subarray(0, ERROR_LIMIT).toString('utf8'));
  const answered = `${who} answered ${[status, code].filter(Boolean).join(' ')}${text === '' ? '' : `: ${text}`}`;
  const asked = retryAfterMs === undefined ? '' : `, and to ask again after ${formatDuration(retryAfterMs)}`;
  const message = `${answered}${asked}`;
  const isTransient = isRetryable({ ...answer, body: '', bodyState: 'complete', durationMs: 0 });
  return { kind: kindOf(status, code), status, code, message, isTransient, retryAfterMs };
}

function kindOf(status: number, code = ''): Problem['kind'] {
  if (status === 404 || /^(?:MANIFEST|NAME|BLOB)_UNKNOWN$/.test(code)) return 'absent';
  if (status === 401 || status === 403) return 'denied';
  return status === 429 || code === 'TOOMANYREQUESTS' ? 'limited' : 'failed';
}

/** Code and message of the first error (OCI distribution-spec, "Error Codes"), or what else is there. */
function readError(body: string): { readonly code?: string | undefined; readonly text: string } {
  const answer = parseObject(body);
  const first: unknown = Array.isArray(answer?.errors) ? answer.errors[0] : undefined;
  const text = textAt(first, 'message') ?? textAt(answer, 'details') ?? textAt(answer, 'message');
  const said = text ?? (isPage(body) ? 'a web page' : answer === undefined ? body : '');
  // Query strings may be signatures.
  return { code: textAt(first, 'code')?.slice(0, 100), text: oneLine(said.replace(/\?[^\s"']+/g, ''), 300) };
}

export function failed(message: string): Problem {
  return { kind: 'failed', message, isTransient: false };
}

function problem(about: Omit<Problem, 'kind'>): Answer {
  return { kind: 'problem', problem: { kind: 'failed', ...about } };
}
