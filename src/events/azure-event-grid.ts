import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { readCloudEvent } from './cloud-event.ts';
import { parsePush } from './distribution.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventHeaders, EventReader } from './types.ts';

/** Source: learn.microsoft.com/azure/event-grid/event-schema-container-registry, where some examples have no prefix. */
const PREFIX = /^Microsoft\.ContainerRegistry\./;
const KINDS: KnownKinds = {
  noun: 'type',
  publishing: ['ImagePushed'],
  ignored: new Set(['ImageDeleted', 'ChartPushed', 'ChartDeleted']),
  reason: 'event-ignored',
  advice: 'select only the event type Image Pushed in the subscription',
};

/** Its handshake. Source: learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema. */
const VALIDATION = 'Microsoft.EventGrid.SubscriptionValidationEvent';

/**
 * Azure Container Registry by Event Grid, in its schema or CloudEvents'; `data` is what the registry's webhook posts.
 */
export const azureEventGrid: EventReader = {
  title: 'Azure Event Grid',
  inArrays: true,

  matches: (body, headers = {}) =>
    ('eventType' in body && isOwnType(textAt(body, 'eventType'))) ||
    readCloudEvent(body, headers)?.type?.startsWith('Microsoft.') === true,

  parse(body, headers = {}) {
    const { field, type, data } = readEvent(body, headers);
    if (type === VALIDATION) {
      const detail =
        'Event Grid asks whether this endpoint wants its events: open the validationUrl of the event within ten minutes';
      return [{ reason: 'test-event', detail }];
    }
    const skip = skipIgnored(type?.replace(PREFIX, ''), field, KINDS);
    if (skip) return [skip];
    if (!isObject(data)) throw new InputError(`event: data must be an object, found ${kindOf(data)}`);
    return [parsePush(data, 'data.target')];
  },
};

/** Other services have a field of this name too, such as Oracle Cloud. */
function isOwnType(type: string | undefined): boolean {
  return (
    type === undefined || type.startsWith('Microsoft.') || KINDS.publishing.includes(type) || KINDS.ignored.has(type)
  );
}

type GridEvent = { readonly field: string; readonly type: string | undefined; readonly data: unknown };

function readEvent(body: JsonObject, headers: EventHeaders): GridEvent {
  const cloudEvent = 'eventType' in body ? undefined : readCloudEvent(body, headers);
  return cloudEvent
    ? { field: 'type', type: cloudEvent.type, data: cloudEvent.data }
    : { field: 'eventType', type: textAt(body, 'eventType'), data: body.data };
}
