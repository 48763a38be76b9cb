import { createDispatcher, type Dispatched } from './github.ts';
import { type Environment, readSettings, type Settings, SettingsError } from './settings.ts';

/**
 * Carries the webhook of a registry to GitHub, where it starts a workflow: POST in, repository_dispatch out. It knows no
 * registry and keeps nothing: it answers 2xx only when GitHub has taken the event, so that the registry repeats what was not.
 * Only web standards are used here, so this runs on Cloudflare Workers, Deno and Bun as it is, and on Node by server.ts.
 */

/** Of `client_payload`. Source: docs.github.com, events that trigger workflows, repository_dispatch. */
const PAYLOAD_LIMIT = 65_535;
/** Of the body as it comes, which may be indented. */
const BODY_LIMIT = 256 * 1024;

type Relay = (request: Request) => Promise<Response>;

/** An answer, and a note for the log: never with the path or query, which may hold the token. */
type Outcome = {
  readonly status: number;
  readonly text: string;
  readonly headers?: Record<string, string>;
  readonly note?: string;
};

/** The relay with these settings. `log` gets one line per request. */
export function createRelay(settings: Settings, log: (line: string) => void = console.log): Relay {
  const dispatch = createDispatcher(settings);
  return async (request) => {
    const startedMs = Date.now();
    const {
      status,
      text,
      headers,
      note = text,
    } = await answer(request, settings, dispatch).catch((error) => ({
      status: 500,
      text: 'the relay failed, its log says why',
      headers: undefined,
      note: String(error),
    }));
    log(`${request.method} ${status} in ${Date.now() - startedMs} ms: ${oneLine(withoutSecrets(note, settings))}`);
    const body = request.method === 'HEAD' ? null : `${text}\n`;
    return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
  };
}

async function answer(
  request: Request,
  settings: Settings,
  dispatch: (payload: string) => Promise<Dispatched>,
): Promise<Outcome> {
  const url = new URL(request.url);
  if (url.pathname === '/health' && ['GET', 'HEAD'].includes(request.method)) return { status: 200, text: 'healthy' };
  if (!(await isAllowed(request, url, settings.relayToken))) {
    return { status: 401, text: 'the token is missing or wrong', headers: { 'www-authenticate': 'Bearer' } };
  }
  if (request.method !== 'POST') return { status: 405, text: 'only POST is taken', headers: { allow: 'POST' } };

  const bytes = await readBody(request);
  if (bytes === undefined) return tooLarge(`more than ${BODY_LIMIT} bytes`);
  const body = parseJson(bytes);
  if (body === undefined) return { status: 400, text: 'the body is not a JSON object or array' };

  const delivery = toHex(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 32);
  const client_payload = { headers: relayedHeaders(request.headers), body, delivery };
  const size = JSON.stringify(client_payload).length;
  if (size > PAYLOAD_LIMIT) return tooLarge(`${size} characters`);
  const { eventType: event_type } = settings;
  return toOutcome(await dispatch(JSON.stringify({ event_type, client_payload })), `delivery ${delivery}`);
}

function toOutcome({ status, message, retryAfter }: Dispatched, delivery: string): Outcome {
  if (status === 204) return { status: 202, text: delivery };
  if (status === 422 && /too large/i.test(message)) return tooLarge('as GitHub says');
  const detail = message === '' ? '' : `: ${message}`;
  // 503 passes by itself, 502 when whoever runs the relay has corrected it. The registry repeats both.
  const isTransient =
    status === 0 || status === 429 || status >= 500 || (status === 403 && /rate limit/i.test(message));
  return {
    status: isTransient ? 503 : 502,
    text: isTransient
      ? 'GitHub cannot be reached at the moment'
      : `GitHub did not take the event, it answered ${status}`,
    note: `${delivery}, GitHub ${status === 0 ? 'did not answer' : `answered ${status}`}${detail}${adviceFor(status)}`,
    headers: retryAfter !== undefined && /^\d{1,5}$/.test(retryAfter) ? { 'retry-after': retryAfter } : {},
  };
}

function adviceFor(status: number): string {
  if (status === 401) return ' (GITHUB_TOKEN is wrong or has expired)';
  if (status === 403 || status === 404)
    return ' (REPOSITORY is wrong, or its contents may not be written with these credentials)';
  if (status >= 300 && status < 400)
    return ' (the repository was renamed or moved: correct REPOSITORY or GITHUB_API_URL)';
  return '';
}

function tooLarge(found: string): Outcome {
  const text = `the event is too large (${found}), GitHub takes ${PAYLOAD_LIMIT} characters: let the registry leave out what is not needed, see docs/registries.md`;
  return { status: 413, text };
}

/** Whether the request has the token: as last part of the path, as ?token=, or in Authorization, with or without a scheme. */
async function isAllowed(request: Request, url: URL, token: string): Promise<boolean> {
  const authorization = request.headers.get('authorization') ?? '';
  const [, scheme = '', value = ''] = /^(\w+) +(.*)$/.exec(authorization) ?? [];
  const given = [
    url.pathname.slice(url.pathname.lastIndexOf('/') + 1),
    url.searchParams.get('token') ?? '',
    authorization,
    scheme.toLowerCase() === 'bearer' ? value : '',
    scheme.toLowerCase() === 'basic' ? passwordIn(value) : '',
  ];
  const results = await Promise.all(given.map((text) => areEqual(text, token)));
  return results.includes(true);
}

function passwordIn(basic: string): string {
  try {
    const decoded = atob(basic);
    return decoded.slice(decoded.indexOf(':') + 1);
  } catch {
    return '';
  }
}

/** Compares digests, all of them, so that the time reveals nothing about the token. */
async function areEqual(left: string, right: string): Promise<boolean> {
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const [first, second] = [await digest(left), await digest(right)];
  return first.reduce((difference, byte, index) => difference | (byte ^ (second[index] ?? 0)), 0) === 0;
}

/** The body, or undefined when it is larger than BODY_LIMIT: then the rest is not read. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function parseJson(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Headers that identify the system of an event. Others are not passed on: some are secret. */
function relayedHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name === 'content-type' || name.startsWith('ce-')));
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A server in GitHub's place may repeat what it was sent. */
function withoutSecrets(text: string, { relayToken, credentials }: Settings): string {
  const secrets = [relayToken, 'token' in credentials ? credentials.token : credentials.privateKey];
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

/** Printable ASCII alone: the text may be what a server said. */
function oneLine(text: string): string {
  return text.replace(/[^ -~]+/g, ' ').slice(0, 300);
}

let relay: Relay | undefined;

/** For Workers, Deno (deno serve) and Bun, which call this. A Worker's settings come with each request. */
export default {
  async fetch(request: Request, bindings?: unknown): Promise<Response> {
    try {
      relay ??= createRelay(readSettings(environmentOf(bindings)));
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      console.error(error.message);
      return new Response('the relay is not set up, its log says what is wrong\n', { status: 500 });
    }
    return relay(request);
  },
};

function environmentOf(bindings: unknown): Environment {
  if (typeof bindings === 'object' && bindings !== null && 'RELAY_TOKEN' in bindings) return bindings as Environment;
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
}
