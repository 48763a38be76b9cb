import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, parseObject, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { optionalText } from './fields.ts';
import { type KnownKinds, skipIgnored, WAY_OUT } from './skip-ignored.ts';
import type { EventReader } from './types.ts';

/** Source: cloud.google.com/artifact-registry/docs/configure-notifications. */
const ACTIONS: KnownKinds = {
  noun: 'action',
  publishing: ['INSERT'],
  ignored: new Set(['DELETE']),
  reason: 'action-ignored',
  advice: 'nothing needs to change, the topic gets both',
};

/**
 * Google Artifact Registry and Container Registry, by Pub/Sub: as message of a push subscription, in base64, or
 * unwrapped. `digest` and `tag` are whole references. Source: the page above, and cloud.google.com/pubsub/docs/push.
 */
export const googleArtifactRegistry: EventReader = {
  title: 'Google Artifact Registry',

  matches: (body) => isWrapped(body) || isNotification(body),

  parse(given) {
    const body = isWrapped(given) ? unwrap(given) : given;
    const skip = skipIgnored(textAt(body, 'action'), 'action', ACTIONS);
    if (skip) return [skip];
    const [digest, tag] = [optionalText(body, '', 'digest'), optionalText(body, '', 'tag')];
    const named = tag ?? digest;
    if (named === undefined) throw new InputError('event: digest and tag are missing');
    const { host, path } = split(named, tag === undefined ? 'digest' : 'tag');
    return [
      {
        field: tag === undefined ? 'digest' : 'tag',
        host,
        path,
        tag: tag === undefined ? undefined : split(tag, 'tag').rest,
        digests: digest === undefined ? [] : [{ field: 'digest', value: split(digest, 'digest').rest }],
      },
    ];
  },
};

function isWrapped(body: JsonObject): boolean {
  return isObject(body.message) && 'subscription' in body;
}

function isNotification(body: JsonObject): boolean {
  return 'action' in body && [body.digest, body.tag].some((value) => typeof value === 'string' && value.includes('/'));
}

function unwrap({ message }: JsonObject): JsonObject {
  const data = textAt(message, 'data');
  if (data === undefined) {
    throw new InputError(
      `event: message.data must be base64, found ${kindOf(isObject(message) ? message.data : message)}`,
    );
  }
  const body = parseObject(Buffer.from(data, 'base64').toString('utf8'));
  if (body !== undefined && isNotification(body)) return body;
  throw new InputError(
    `event: message.data is not a notification of Artifact Registry with action, digest and tag: let the subscription be to the topic gcr, or ${WAY_OUT}`,
  );
}

/** host/path, and the tag or digest after it. */
function split(text: string, field: string) {
  const [, host, path, rest] = /^([^/]+)\/([^:@]+)[:@](.+)$/.exec(text) ?? [];
  if (host !== undefined && path !== undefined && rest !== undefined) return { host, path, rest };
  throw new InputError(`event: ${field} is ${quote(text)}, expected host/path:tag or host/path@digest`);
}
