import { readBody } from './body.ts';
import { createDispatcher, type Dispatched } from './github.ts';
import { type Environment, type Repository, readSettings, type Settings, SettingsError } from './settings.ts';

/**
 * Carries the webhook of a registry to GitHub, where it starts a workflow: POST in, repository_dispatch out. It keeps
 * nothing: it answers 2xx only when GitHub has taken the event, so that a registry which repeats can repeat. It knows no
 * registry, but for the handshake of Event Grid. Only web standards are used here, so this runs on Cloudflare Workers and
 * Deno as it is, and on Node and Bun by server.ts.
 */

/** Of `client_payload`. Source: docs.github.com, events that trigger workflows, repository_dispatch. */
const PAYLOAD_LIMIT = 65_535;
/** Of the body as it comes, which may be indented. */
const BODY_LIMIT = 256 * 1024;
/** Objects and arrays in one another. No registry comes near it. */
const DEPTH_LIMIT = 64;

type Relay = (request: Request) => Promise<Response>;
type Dispatch = (repository: Repository, event: string) => Promise<Dispatched>;

/** An answer, and a note for the log: never with the path or query, which may hold the token. */
type Outcome = {
  readonly status: number;
  readonly text: string;
  readonly headers?: Record<string, string>;
  readonly note?: string;
};

/** The relay with these settings. `log` gets one line per request, but for those that ask for its health. */
export function createRelay(settings: Settings, log: (line: string) => void = console.log): Relay {
  const dispatch = createDispatcher(settings);
  const secrets = settings.repositories.map(({ relayToken }) => relayToken);
  return async (request) => {
    const startedMs = Date.now();
    const url = new URL(request.url);
    if (url.pathname === '/health' && ['GET', 'HEAD'].includes(request.method)) {
      return new Response(request.method === 'HEAD' ? null : 'healthy\n');
    }
    const outcome = await answer(request, url, settings, dispatch).catch(
      (error): Outcome => ({ status: 500, text: 'the relay failed, its log says why', note: String(error) }),
    );
    const { status, text, headers, note = text } = outcome;
    // A server in GitHub's place may repeat what it was sent.
    const line = secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), note);
    log(`${request.method} ${status} in ${Date.now() - startedMs} ms: ${oneLine(line)}`);
    const body = request.method === 'HEAD' ? null : `${text}\n`;
    return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
  };
}

async function answer(request: Request, url: URL, settings: Settings, dispatch: Dispatch): Promise<Outcome> {
  const repository = await findRepository(request, url, settings.repositories);
  if (repository === undefined) {
    const text =
      settings.repositories.length === 1
        ? 'the token is missing or wrong'
        : 'the token is missing or wrong, or the path does not name its repository: /owner/name/token';
    return { status: 401, text, headers: { 'www-authenticate': 'Bearer' } };
  }
  const origin = request.headers.get('webhook-request-origin');
  if (request.method === 'OPTIONS' && origin !== null) return allowOrigin(origin, settings.intervalMs);
  if (request.method !== 'POST') return { status: 405, text: 'only POST is taken', headers: { allow: 'POST' } };

  const announced = Number(request.headers.get('content-length'));
  const bytes = announced > BODY_LIMIT ? undefined : await readBody(request.body, BODY_LIMIT);
  if (bytes === undefined) return tooLarge(`more than ${BODY_LIMIT} bytes`);
  const event = readEvent(bytes, request.headers);
  if ('status' in event) return event;
  const validation = validationCodeIn(event.body);
  if (validation !== undefined) {
    return {
      status: 200,
      text: JSON.stringify({ validationResponse: validation }),
      headers: { 'content-type': 'application/json' },
      note: 'Event Grid has validated the endpoint',
    };
  }

  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(event.json));
  const delivery = toHex(hash).slice(0, 32);
  const client_payload = { headers: event.headers, body: event.body, delivery };
  const size = JSON.stringify(client_payload).length;
  if (size > PAYLOAD_LIMIT) return tooLarge(`${size} characters`);
  const { eventType: event_type } = settings;
  return toOutcome(await dispatch(repository, JSON.stringify({ event_type, client_payload })), `delivery ${delivery}`);
}

function toOutcome(dispatched: Dispatched, delivery: string): Outcome {
  if (dispatched.kind === 'accepted') return { status: 202, text: delivery };
  const note = `${delivery}, ${dispatched.said}`;
  switch (dispatched.kind) {
    case 'too-large':
      return { ...tooLarge('as GitHub says'), note };
    case 'unreadable':
      return { status: 400, text: 'GitHub cannot read the event', note };
    case 'refused':
      return { status: 502, text: `${delivery} was not accepted by GitHub, the log of the relay says why`, note };
    case 'later': {
      const headers: Record<string, string> =
        dispatched.afterS === undefined ? {} : { 'retry-after': String(dispatched.afterS) };
      return { status: 503, text: `${delivery} was not accepted by GitHub, send it again`, headers, note };
    }
  }
}

function tooLarge(found: string): Outcome {
  const advice = 'let the registry leave out what is not needed, see docs/registries.md';
  const text = `the event is too large (${found}), GitHub takes ${PAYLOAD_LIMIT} characters: ${advice}`;
  return { status: 413, text };
}

/** The handshake of CloudEvents, which Event Grid makes. Source: CloudEvents, HTTP 1.1 web hooks, section 4. */
function allowOrigin(origin: string, intervalMs: number): Outcome {
  const perMinute = Math.max(1, Math.floor(60_000 / intervalMs));
  const headers = { allow: 'POST', 'webhook-allowed-origin': origin, 'webhook-allowed-rate': String(perMinute) };
  return { status: 200, text: 'allowed', headers };
}

/**
 * The code that Event Grid wants back.
 * Source: learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema.
 */
function validationCodeIn(body: object): string | undefined {
  const [event] = (Array.isArray(body) ? body : [body]) as {
    eventType?: unknown;
    data?: { validationCode?: unknown };
  }[];
  if (event?.eventType !== 'Microsoft.EventGrid.SubscriptionValidationEvent') return undefined;
  const code = event.data?.validationCode;
  return typeof code === 'string' ? code : undefined;
}

type Event = { readonly json: string; readonly body: object; readonly headers: Record<string, string> };

/** The event in a request: JSON, or JSON in the field `payload` of a form, as some registries post by default. */
function readEvent(bytes: Uint8Array, headers: Headers): Event | Outcome {
  const text = decode(bytes);
  const type = headers.get('content-type') ?? '';
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  const payload = isForm && text !== undefined ? new URLSearchParams(text).get('payload') : null;
  for (const json of [text, payload]) {
    const body = parseObject(json ?? '');
    if (body === undefined || typeof json !== 'string') continue;
    if (isDeeper(body, DEPTH_LIMIT)) return { status: 400, text: `the body is nested more than ${DEPTH_LIMIT} deep` };
    const relayed = relayedHeaders(headers);
    return { json, body, headers: json === payload ? { ...relayed, 'content-type': 'application/json' } : relayed };
  }
  const mistake = isForm
    ? 'is a form: set the content type of the webhook to application/json'
    : 'is not a JSON object or array';
  return { status: 400, text: `the body ${mistake}` };
}

/** Whose token the request has: as last part of the path, as ?token=, or in Authorization, with or without a scheme. */
async function findRepository(
  request: Request,
  url: URL,
  repositories: readonly Repository[],
): Promise<Repository | undefined> {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const named = parts.slice(0, 2).join('/').toLowerCase();
  const repository =
    repositories.length === 1 ? repositories[0] : repositories.find(({ name }) => name.toLowerCase() === named);
  if (repository === undefined) return undefined;
  const authorization = request.headers.get('authorization') ?? '';
  const [, scheme = '', value = ''] = /^(\w+) +(.*)$/.exec(authorization) ?? [];
  const given = [
    parts.at(-1) ?? '',
    url.searchParams.get('token') ?? '',
    authorization,
    /^(bearer|token)$/i.test(scheme) ? value : '',
    scheme.toLowerCase() === 'basic' ? passwordIn(value) : '',
  ];
  const results = await Promise.all(given.map((text) => areEqual(text, repository.relayToken)));
  return results.includes(true) ? repository : undefined;
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

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseObject(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDeeper(value: object, most: number): boolean {
  if (most === 0) return true;
  return Object.values(value).some((part) => typeof part === 'object' && part !== null && isDeeper(part, most - 1));
}

/** Headers that identify the system of an event. Others are not passed on: some are secret. */
function relayedHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name === 'content-type' || name.startsWith('ce-')));
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Printable ASCII alone: the text may be what a server said. */
function oneLine(text: string): string {
  return text.replace(/[^ -~]+/g, ' ').slice(0, 300);
}

let relay: Relay | undefined;

/** For Workers and `deno serve`, which call this. A Worker's settings come with each request. */
export default {
  async fetch(request: Request, bindings?: unknown, context?: unknown): Promise<Response> {
    try {
      const settings = relay === undefined ? await readSettings(environmentOf(bindings)) : undefined;
      if (settings !== undefined) relay ??= createRelay(settings);
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      console.error(error.message);
      return new Response('the relay is not set up, its log says what is wrong\n', { status: 500 });
    }
    const response = (relay as Relay)(request);
    // A Worker would stop when the registry hangs up, before GitHub has the event.
    (context as { waitUntil?(promise: Promise<unknown>): void } | undefined)?.waitUntil?.(response);
    return response;
  },
};

function environmentOf(bindings: unknown): Environment {
  if (typeof bindings === 'object' && bindings !== null && 'RELAY_TOKEN' in bindings) return bindings as Environment;
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
}
