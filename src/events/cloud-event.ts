import { type JsonObject, textAt } from '../util/json.ts';
import type { EventHeaders } from './types.ts';

export type CloudEvent = {
  readonly type: string | undefined;
  readonly data: unknown;
  /** Where in the event the data is, for messages. */
  readonly field: string;
};

/**
 * The CloudEvent in a request, or undefined when it is none: structured, with everything in the body, or binary, with
 * the attributes in ce-* headers and the data as body. Source: CloudEvents HTTP protocol binding 1.0.2, sections 3.1
 * and 3.2.
 */
export function readCloudEvent(body: JsonObject, headers: EventHeaders): CloudEvent | undefined {
  if ('specversion' in body) return { type: textAt(body, 'type'), data: body.data, field: 'data' };
  const type = headers['ce-type'];
  return type === undefined ? undefined : { type, data: body, field: 'the body' };
}
