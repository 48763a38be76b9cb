import { at, parseObject, textAt } from '../../util/json.ts';

/** What Coolify answers to a request to deploy: by uuid in `deployments`, by tag in `message` and `details`. */

/** The ids of the deployments in this answer. */
export function deploymentIds(body: string): readonly string[] {
  return itemsIn(body).flatMap((item) => textAt(item, 'deployment_uuid') ?? []);
}

/** What it says about each resource. */
export function messagesIn(body: string): string {
  const message = at(parseObject(body), 'message');
  const messages = Array.isArray(message) ? message.map(String) : typeof message === 'string' ? [message] : [];
  return [...itemsIn(body).flatMap((item) => textAt(item, 'message') ?? []), ...messages].join('; ');
}

/** Whether it has queued nothing because a deployment of the same commit waits: the id that it gives then leads nowhere. */
export function isAlreadyQueued(body: string): boolean {
  return /already queued/i.test(messagesIn(body));
}

function itemsIn(body: string): readonly unknown[] {
  const parsed = parseObject(body);
  return ['deployments', 'details'].flatMap((key) => {
    const items = at(parsed, key);
    return Array.isArray(items) ? items : [];
  });
}
