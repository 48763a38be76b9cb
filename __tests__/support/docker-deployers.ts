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

/** Coolify's API (app/Http/Controllers/Api/DeployController.php). */
export function coolify(token: string, uuid: string): Respond {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.path, 'http://server');
    if (pathname !== '/api/v1/deploy') return reply(response, 404, { message: 'Not found.' });
    if (request.headers.authorization !== `Bearer ${token}`)
      return reply(response, 401, { message: 'Unauthenticated.' });
    if (searchParams.get('uuid') !== uuid) return reply(response, 404, { message: 'No resources found.' });
    reply(response, 200, { deployments: [{ message: 'Application app deployment queued.', resource_uuid: uuid }] });
  };
}

/** Watchtower's update, which answers when it is done (pkg/api/update/update.go). */
export function watchtower(token: string, tookMs: number): Respond {
  return async (request, response) => {
    if (new URL(request.path, 'http://server').pathname !== '/v1/update') return reply(response, 404, {});
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    await sleep(tookMs);
    response.end();
  };
}

/** An application of Dokploy that is one Docker image (pages/api/deploy/[refreshToken].ts). */
export function dokploy(token: string, image: { readonly name: string; readonly tag: string }): Respond {
  return (request, response) => {
    if (request.path !== `/api/deploy/${token}`) return reply(response, 404, { message: 'Application Not Found' });
    const isHub = request.headers['user-agent']?.includes('Go-http-client');
    const { repository, push_data: push } = JSON.parse(request.body);
    if (isHub && repository.repo_name !== image.name) {
      const message = `Application Image Name (${image.name}) doesn't match request event payload Image Name (${repository.repo_name}).`;
      return reply(response, 301, { message });
    }
    if (isHub && push.tag !== image.tag) {
      const message = `Application Image Tag (${image.tag}) doesn't match request event payload Image Tag (${push.tag}).`;
      return reply(response, 301, { message });
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
