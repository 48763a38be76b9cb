/**
 * The path that doco-cd takes messages at, with a target or without, below any path of a proxy. Source: doco-cd
 * handler_api.go.
 */
export const WEBHOOK_PATH = '/v1/webhook';

/**
 * What `pathname` has before the webhook's path, and its target as written there. Undefined where it is another path.
 */
export function parseWebhookPath(
  pathname: string,
): { readonly prefix: string; readonly target: string | undefined } | undefined {
  const [found, prefix = '', target] = /^(.*)\/v1\/webhook(?:\/([^/]+))?$/.exec(pathname) ?? [];
  return found === undefined ? undefined : { prefix, target };
}
