import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Received, Respond } from './receiver.ts';

/** Deployers for hosts with Docker, as their source has them: none of this was measured. */

/** A stack of Portainer that is busy for so many requests (api/http/handler/stacks/webhook_invoke.go). */
export function portainer(uuid: string, busy = 0): Respond {
  return (request, response, index) => {
    if (request.method !== 'POST' || request.path !== `/api/stacks/webhooks/${uuid}`) return reply(response, 404, {});
    if (index < busy)
      return reply(response, 409, {
        message: 'Unable to update stack',
        details: 'Stack deployment is already in progress',
      });
    reply(response, 202, {
      stackId: 1,
      message: 'Deployment triggered. Poll the stack to check the deployment status.',
    });
  };
}

/**
 * Coolify's API, and what the deployment's status is look by look; it refuses with 200 where there are none (app/Http/Controllers/Api/DeployController.php).
 */
export function coolify(token: string, uuid: string, states: readonly string[] = ['finished']): Respond {
  let looks = 0;
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.path, 'http://server');
    if (request.headers.authorization !== `Bearer ${token}`)
      return reply(response, 401, { message: 'Unauthenticated.' });
    if (pathname === '/api/v1/deployments/d1')
      return reply(response, 200, { status: states[Math.min(looks++, states.length - 1)] });
    if (pathname !== '/api/v1/deploy') return reply(response, 404, { message: 'Not found.' });
    if (request.method !== 'POST') return reply(response, 405, { message: 'Method not allowed.' });
    if (searchParams.get('uuid') !== uuid) return reply(response, 404, { message: 'No resources found.' });
    const queued = { message: 'Application app deployment queued.', resource_uuid: uuid, deployment_uuid: 'd1' };
    const refused = { message: 'Unauthorized to deploy this application.', resource_uuid: uuid };
    reply(response, 200, { deployments: [states.length === 0 ? refused : queued] });
  };
}

type Summary = { readonly scanned: number; readonly updated: number; readonly failed: number };

/** Watchtower's update, which answers when it is done (internal/api/handlers/update/handler.go at 46a520f). */
export function watchtower(
  token: string,
  tookMs: number,
  summary: Summary = { scanned: 1, updated: 1, failed: 0 },
): Respond {
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.path, 'http://server');
    if (pathname !== '/v1/update') return reply(response, 404, {});
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    if (searchParams.get('async') === 'true') return void response.writeHead(202).end('Accepted');
    await sleep(tookMs);
    reply(response, 200, { summary: { ...summary, restarted: 0, skipped: 0 }, api_version: 'v1' });
  };
}

/** An application of Dokploy that is one Docker image (pages/api/deploy/[refreshToken].ts). */
export function dokploy(token: string): Respond {
  return (request, response) => {
    if (request.path !== `/api/deploy/${token}`) return reply(response, 404, { message: 'Application Not Found' });
    // It compares names and tags only for requests that call themselves Docker Hub's.
    if (request.headers['user-agent']?.includes('Go-http-client')) {
      return reply(response, 301, {
        message: "Application Image Name doesn't match request event payload Image Name.",
      });
    }
    reply(response, 200, { message: 'Application deployed successfully' });
  };
}

/** A procedure of Komodo (komo.do/docs/automate/webhooks). */
export function komodo(secret: string, procedure: string): Respond {
  return ({ path, headers, body }: Received, response) => {
    if (path !== `/listener/github/procedure/${procedure}/__ANY__`) return reply(response, 404, {});
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    response.writeHead(headers['x-hub-signature-256'] === expected ? 200 : 401).end();
  };
}

function reply(response: Parameters<Respond>[1], status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
