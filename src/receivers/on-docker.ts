import type { HttpResult } from '../http/types.ts';
import type { Deployer } from './deployer.ts';

/**
 * Deployers for hosts with Docker, whose URL says what to deploy: all but Dokploy ignore the message. Known from their source, not
 * tried: portainer api/http/handler/{stacks,webhooks}, coolify DeployController.php, watchtower pkg/api/update, dokploy
 * pages/api/deploy/[refreshToken].ts, komodo's documentation of webhooks.
 */
export const onDocker: readonly Deployer[] = [
  { matches: path(/\/api\/(?:stacks\/)?webhooks\/[^/]+$/), hint: () => undefined }, // Portainer
  { matches: path(/\/api\/v1\/deploy$/), hint: () => undefined }, // Coolify
  { matches: path(/\/listener\/(?:github|gitlab)\/[a-z]+\/[^/]+\/[^/]+$/), hint: () => undefined }, // Komodo
  {
    matches: path(/\/v1\/update$/),
    hint: (result) =>
      result.kind === 'failure' && result.code === 'TIMEOUT' && result.written
        ? 'Watchtower answers only when the update is done; raise timeout'
        : undefined,
  },
  {
    matches: path(/\/api\/deploy\/(?:compose\/)?[^/]+$/),
    hint: (result) =>
      result.kind === 'response' && result.status === 301
        ? 'Dokploy did not deploy: its application has another image, tag or branch, as the answer says; compare them with what was sent'
        : undefined,
  },
];

function path(pattern: RegExp): Deployer['matches'] {
  return ({ pathname }) => pattern.test(pathname);
}

/** Whether a receiver refuses because it is still deploying. Portainer's 409 can also be final, and then says something else. */
export function isBusy(result: HttpResult): boolean {
  return result.kind === 'response' && result.status === 409 && /already in progress/i.test(result.body);
}
