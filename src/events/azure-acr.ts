import { textAt } from '../util/json.ts';
import { parsePush } from './distribution.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventReader } from './types.ts';

/**
 * Source: learn.microsoft.com/azure/container-registry/container-registry-webhook-reference. Charts are those of ACR's
 * retired Helm 2 repositories, charts in OCI are images. A quarantined image cannot be pulled; its push follows when it
 * is released.
 */
const ACTIONS: KnownKinds = {
  noun: 'action',
  publishing: ['push'],
  ignored: new Set(['delete', 'quarantine', 'chart_push', 'chart_delete']),
  reason: 'action-ignored',
  advice: 'select only the action push in the webhook',
};

/** Azure Container Registry's own webhook: one event of Distribution's without its envelope. */
export const azureAcr: EventReader = {
  title: 'Azure ACR',

  matches: (body) => 'action' in body && ('target' in body || body.action === 'ping'),

  parse(body) {
    const action = textAt(body, 'action');
    if (action === 'ping') {
      return [{ reason: 'test-event', detail: 'this is what "Ping" sends, it names no image: push one' }];
    }
    return [skipIgnored(action, 'action', ACTIONS) ?? parsePush(body, 'target')];
  },
};
