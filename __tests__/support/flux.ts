import { createHash, createHmac } from 'node:crypto';
import { type Claims, type IdTokenService, verifiedClaims } from './id-token-service.ts';
import type { Received, Respond } from './receiver.ts';

/**
 * Flux's notification-controller with one Receiver (internal/server/receiver_handlers.go and its neighbours at 2e46958). Every
 * answer is empty.
 */
export type FluxOptions = {
  readonly type: 'generic' | 'generic-hmac' | 'generic-oidc' | 'github' | 'gitlab' | 'harbor' | 'dockerhub';
  /** The value of `token` in the Receiver's Secret. A generic-oidc one has none. */
  readonly token?: string;
  readonly events?: readonly string[];
  readonly suspend?: boolean;
  /** Names of the resources, and of those that are missing. */
  readonly resources?: readonly string[];
  readonly missing?: readonly string[];
  /** `req` is the body, and empty unless the request says that it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: CEL reads fields as JavaScript does.
  readonly resourceFilter?: (req: any, resource: string) => boolean;
  readonly oidc?: {
    readonly service: IdTokenService;
    readonly audience: string;
    readonly validate: (claims: Claims) => boolean;
  };
};

/** The Receiver's status.webhookPath. */
export function fluxPath({ token = '' }: FluxOptions): string {
  return `/hook/${createHash('sha256').update(`${token}oci-webhookapps`).digest('hex')}`;
}

/** Its answers. Takes the name of each resource whose reconciliation is requested. */
export function flux(options: FluxOptions, reconcile: (resource: string) => void = () => {}): Respond {
  return (request, response) => {
    response.writeHead(statusFor(request, options, reconcile));
    response.end();
  };
}

function statusFor(request: Received, options: FluxOptions, reconcile: (resource: string) => void): number {
  // The request target as it is, query and all.
  if (request.path !== fluxPath(options)) return 404;
  if (options.suspend) return 503;
  if (!isValid(request, options)) return 400;
  const { resources = ['app'], missing = [], resourceFilter = () => true } = options;
  let req: unknown = {};
  if (mediaType(request) === 'application/json') {
    try {
      req = JSON.parse(request.body);
    } catch {
      return 500;
    }
  }
  let withErrors = false;
  for (const resource of resources) {
    try {
      if (missing.includes(resource)) throw new Error('not found');
      if (resourceFilter(req, resource)) reconcile(resource);
    } catch {
      withErrors = true;
    }
  }
  return withErrors ? 500 : 200;
}

function isValid(request: Received, options: FluxOptions): boolean {
  const { headers, body } = request;
  const { token = '' } = options;
  const signature = `sha256=${createHmac('sha256', token).update(body).digest('hex')}`;
  const isWanted = (event: unknown) =>
    (options.events ?? [String(event)]).some((each) => each.toLowerCase() === String(event).toLowerCase());
  switch (options.type) {
    case 'generic':
      return true;
    case 'generic-hmac':
      return headers['x-signature'] === signature;
    case 'github':
      return (
        ['application/json', 'application/x-www-form-urlencoded'].includes(mediaType(request)) &&
        headers['x-hub-signature-256'] === signature &&
        isWanted(headers['x-github-event'] ?? '')
      );
    case 'gitlab':
      return headers['x-gitlab-token'] === token && isWanted(headers['x-gitlab-event'] ?? '');
    case 'harbor':
      return headers.authorization === token;
    case 'dockerhub':
      return isJson(body);
    case 'generic-oidc':
      return isAuthorized(headers.authorization ?? '', options);
  }
}

function isAuthorized(authorization: string, { oidc }: FluxOptions): boolean {
  if (oidc === undefined || !authorization.startsWith('Bearer ')) return false;
  const { service, audience, validate } = oidc;
  const claims = verifiedClaims(authorization.slice('Bearer '.length).trim(), service.key);
  if (claims === undefined || claims.iss !== service.issuer || claims.aud !== audience) return false;
  return claims.exp * 1000 > Date.now() && validate(claims);
}

function mediaType({ headers }: Received): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
