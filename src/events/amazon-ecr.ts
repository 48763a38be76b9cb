import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { digestField, optionalText } from './fields.ts';
import { type KnownKinds, skipIgnored } from './skip-ignored.ts';
import type { EventArtifact, EventReader, ParsedEvent, Skip } from './types.ts';

/**
 * A replication or a pull through the cache brings an image into the registry like a push. Source: docs.aws.amazon.com,
 * AmazonECR userguide, ecr-eventbridge.html.
 */
const KINDS: KnownKinds = {
  noun: 'detail-type',
  publishing: ['ECR Image Action', 'ECR Replication Action', 'ECR Pull Through Cache Action'],
  ignored: new Set(['ECR Image Scan', 'ECR Scan Resource Change', 'ECR Referrer Action']),
  reason: 'event-ignored',
  advice: 'let the rule match only the detail-type "ECR Image Action"',
};
const ACTIONS: KnownKinds = {
  noun: 'action',
  publishing: ['PUSH', 'REPLICATE'],
  ignored: new Set(['DELETE', 'UPDATE_STORAGE_CLASS']),
  reason: 'action-ignored',
  advice: 'let the rule match only the action-type PUSH',
};
const RESULTS: KnownKinds = {
  noun: 'result',
  publishing: ['SUCCESS'],
  ignored: new Set(['FAILURE', 'FAILED']),
  reason: 'action-ignored',
  advice: 'let the rule match only the result SUCCESS',
};

/** Domains of the partitions, by the start of a region's name. Source: aws-sdk partitions.json, dnsSuffix. */
const DOMAINS: readonly (readonly [region: RegExp, domain: string])[] = [
  [/^cn-/, 'amazonaws.com.cn'],
  [/^eusc-/, 'amazonaws.eu'],
  [/^us-iso-/, 'c2s.ic.gov'],
  [/^us-isob-/, 'sc2s.sgov.gov'],
  [/^us-isof-|^eu-isof-/, 'csp.hci.ic.gov'],
  [/^eu-isoe-/, 'cloud.adc-e.uk'],
];

/** Amazon ECR, whose events come from EventBridge. Its registry is named by account and region. */
export const amazonEcr: EventReader = {
  title: 'Amazon ECR',

  matches: (body) => body.source === 'aws.ecr',

  parse(body): ParsedEvent {
    const type = textAt(body, 'detail-type');
    const skip = skipIgnored(type, 'detail-type', KINDS);
    if (skip) return [skip];
    const { detail } = body;
    if (!isObject(detail)) throw new InputError(`event: detail must be an object, found ${kindOf(detail)}`);
    const isCache = type === 'ECR Pull Through Cache Action';
    const ignored = isCache
      ? skipIgnored(textAt(detail, 'sync-status'), 'detail.sync-status', RESULTS)
      : skipIgnored(textAt(detail, 'action-type'), 'detail.action-type', ACTIONS);
    const failed = isCache ? undefined : skipIgnored(textAt(detail, 'result'), 'detail.result', RESULTS);
    return [ignored ?? failed ?? parseDetail(body, detail)];
  },
};

function parseDetail(body: JsonObject, detail: JsonObject): EventArtifact | Skip {
  const path = textAt(detail, 'repository-name');
  if (path === undefined) throw new InputError('event: detail.repository-name is missing');
  return {
    field: 'detail',
    host: registryHost(textAt(body, 'account'), textAt(body, 'region')),
    path,
    tag: optionalText(detail, 'detail', 'image-tag'),
    digests: [digestField(detail, 'detail', 'image-digest')],
    mediaType: textAt(detail, 'manifest-media-type'),
  };
}

function registryHost(account: string | undefined, region: string | undefined): string | undefined {
  if (account === undefined || region === undefined) return undefined;
  if (!/^\d{12}$/.test(account)) throw new InputError(`event: account ${quote(account)} does not have twelve digits`);
  if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(region)) throw new InputError(`event: region ${quote(region)} is not a region`);
  const domain = DOMAINS.find(([start]) => start.test(region))?.[1] ?? 'amazonaws.com';
  return `${account}.dkr.ecr.${region}.${domain}`;
}
