import type { Artifact } from '../oci/artifact.ts';
import { formatReference, looksLikeDigest } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { USER_AGENT } from '../util/version.ts';
import { readCloudEvent } from './cloud-event.ts';
import { digestField, optionalText } from './fields.ts';
import { type KnownKinds, skipIgnored, WAY_OUT } from './skip-ignored.ts';
import type { EventArtifact, EventReader, EventWriter, ParsedEvent } from './types.ts';

const ADVICE = "leave the others out of the webhook's event types in Harbor";

/**
 * Source: harbor src/controller/event/topic.go and src/pkg/notification/policy of 2.x, src/pkg/notifier/model of 1.10
 * for the names in camel case. What a replication brings is pushed, so it has an event of its own. Charts are those of
 * ChartMuseum.
 */
const DEFAULT_KINDS: KnownKinds = {
  noun: 'type',
  publishing: ['PUSH_ARTIFACT', 'CREATE_TAG', 'pushImage'],
  ignored: new Set([
    'PULL_ARTIFACT',
    'DELETE_ARTIFACT',
    'DELETE_TAG',
    'DELETE_REPOSITORY',
    'UPLOAD_CHART',
    'DOWNLOAD_CHART',
    'DELETE_CHART',
    'SCANNING_COMPLETED',
    'SCANNING_FAILED',
    'SCANNING_STOPPED',
    'QUOTA_EXCEED',
    'QUOTA_WARNING',
    'REPLICATION',
    'TAG_RETENTION',
    'pullImage',
    'deleteImage',
    'uploadChart',
    'downloadChart',
    'deleteChart',
    'scanningCompleted',
    'scanningFailed',
    'projectQuota',
    'replication',
  ]),
  reason: 'event-ignored',
  advice: ADVICE,
};

/** Source: harbor src/pkg/notifier/events/cloudevents.go. */
const CLOUD_EVENT_KINDS: KnownKinds = {
  noun: 'type',
  publishing: ['harbor.artifact.pushed'],
  ignored: new Set([
    'harbor.artifact.deleted',
    'harbor.artifact.pulled',
    'harbor.quota.exceeded',
    'harbor.quota.warned',
    'harbor.replication.status.changed',
    'harbor.scan.completed',
    'harbor.scan.failed',
    'harbor.scan.stopped',
    'harbor.tag_retention.finished',
  ]),
  reason: 'event-ignored',
  advice: ADVICE,
};

/**
 * Harbor 2 in both of its payload formats, MSR 4 and Tencent TCR, which are Harbor too; TCR still calls a push by its
 * name of Harbor 1. Source: harbor src/controller/event/handler/webhook/artifact;
 * tencentcloud.com/document/product/1051/37254.
 * As a receiver: what reads its default format, for any registry. Nothing is signed: they compare the Authorization
 * header with a token. Source: kargo pkg/webhook/external/harbor.go, argocd-image-updater pkg/webhook/harbor.go, keel
 * pkg/http.
 */
export const harbor: EventReader & EventWriter = {
  title: 'Harbor',

  write: toEvent,

  matches: (body, headers = {}) =>
    'event_data' in body ||
    ('type' in body && 'occur_at' in body) ||
    readCloudEvent(body, headers)?.type?.startsWith('harbor.') === true,

  parse(body, headers = {}) {
    const cloudEvent = readCloudEvent(body, headers);
    if (cloudEvent !== undefined) {
      const skip = skipIgnored(cloudEvent.type, 'type', CLOUD_EVENT_KINDS);
      return skip ? [skip] : parseData(cloudEvent.data, cloudEvent.field, cloudEvent.type);
    }
    const type = textAt(body, 'type');
    if (type === 'testEndpoint') {
      return [{ reason: 'test-event', detail: 'this is what "Test endpoint" sends, it names no artifact: push one' }];
    }
    const skip = skipIgnored(type, 'type', DEFAULT_KINDS);
    return skip ? [skip] : parseData(body.event_data, 'event_data', type);
  },
};

function parseData(data: unknown, field: string, type: string | undefined): ParsedEvent {
  const resources = at(data, 'resources');
  if (!Array.isArray(resources)) {
    throw new InputError(`event: ${field}.resources must be an array, found ${kindOf(resources)}`);
  }
  if (resources.length === 0) {
    return [{ reason: 'no-events', detail: 'the event names no resources: nothing needs to change' }];
  }
  return resources.map((resource, index) => {
    const artifact = parseResource(resource, `${field}.resources[${index}]`, data);
    // A push may have no tag.
    if (artifact.tag !== undefined || type !== 'CREATE_TAG') return artifact;
    throw new InputError(`event: ${artifact.field}.tag is missing, but ${type} is about a tag; ${WAY_OUT}`);
  });
}

function parseResource(resource: unknown, field: string, data: unknown): EventArtifact {
  if (!isObject(resource)) throw new InputError(`event: ${field} must be an object, found ${kindOf(resource)}`);
  const url = splitResourceUrl(resource);
  const path = textAt(data, 'repository', 'repo_full_name') ?? url?.path;
  if (path === undefined) {
    throw new InputError(`event: repository.repo_full_name is missing, and so is ${field}.resource_url`);
  }
  const tag = optionalText(resource, field, 'tag') ?? url?.tag;
  return {
    field,
    host: url?.host,
    path,
    // A push without a tag has the digest in its place.
    tag: tag === undefined || looksLikeDigest(tag) ? undefined : tag,
    digests: [digestField(resource, field, 'digest')],
  };
}

type ResourceUrl = { readonly host: string; readonly path: string; readonly tag: string | undefined };

/** host/path:tag, host/path@digest, and in older versions host/path:digest. The host is always there. */
function splitResourceUrl(resource: JsonObject): ResourceUrl | undefined {
  const [, host, path, tag] = /^([^/]+)\/([^:@]+)(?::([^:@]+)$)?/.exec(textAt(resource, 'resource_url') ?? '') ?? [];
  return host === undefined || path === undefined ? undefined : { host, path, tag };
}

function toEvent({ host, path, tag, digest }: Artifact): object {
  const slash = path.lastIndexOf('/');
  return {
    type: 'PUSH_ARTIFACT',
    occur_at: Math.floor(Date.now() / 1000),
    operator: USER_AGENT,
    event_data: {
      // Without a tag, Harbor writes the digest in its place.
      resources: [
        {
          digest,
          tag: tag ?? digest,
          resource_url: formatReference(tag === undefined ? { host, path, digest } : { host, path, tag }),
        },
      ],
      repository: {
        name: path.slice(slash + 1),
        namespace: path.slice(0, Math.max(slash, 0)),
        repo_full_name: path,
        repo_type: 'private',
      },
    },
  };
}
