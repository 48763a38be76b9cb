import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { READERS } from '../../../src/events/index.ts';
import { codesIn, readText } from '../../support/markdown.ts';
import { D, OWN_JSON, PUSHED, type Pushed } from '../../support/pushed-events.ts';
import { selectFrom } from '../../support/source-cases.ts';

/** What comes of every kind of event: each row is a test, and every kind that the code knows is in a row. */

// biome-ignore lint/suspicious/noExplicitAny: the events of many vendors, changed in one place each.
type Event = any;

type Section = {
  readonly file: string;
  /** Kinds of events, and "sent" or the skip reason. A value without a field belongs to the field before it. */
  readonly rows: readonly (readonly [kinds: string, result: string])[];
  /** How the push of this registry gets a kind: by what the row calls it. */
  readonly set: Readonly<Record<string, (event: Event, kind: string) => Event>>;
  /** Events that a row describes in prose. */
  readonly events?: Readonly<Record<string, Event>>;
  /** Lists of the code that the rows name in part: "and all other". */
  readonly inPart?: readonly string[];
};

/** What a workflow may also pass as `event`, but no registry sends. */
const NO_REGISTRY = ['one written by hand', OWN_JSON];

const pushOf = (title: string): Event => structuredClone(PUSHED.find((pushed) => pushed.title === title)?.event);
const top = (key: string) => (event: Event, kind: string) => ({ ...event, [key]: kind });
const within = (outer: string, key: string) => (event: Event, kind: string) => ({
  ...event,
  [outer]: { ...event[outer], [key]: kind },
});
const inEnvelope = (change: (event: Event, kind: string) => Event) => (envelope: Event, kind: string) => ({
  events: envelope.events.map((event: Event) => change(event, kind)),
});
const { manifest: _, ...imageWithoutManifest } = pushOf('zot').data;
const { updated_tags: __, ...quayRepository } = pushOf('Quay');

const SECTIONS: Readonly<Record<string, Section>> = {
  GitHub: {
    file: 'github.ts',
    rows: [
      ['`action: published`, `updated`', 'sent'],
      ['`action: deleted`', 'action-ignored'],
      ['`package_type: npm`, `maven`, `gradle`, `rubygems`, `nuget`, `debian`, `pypi`', 'not-a-container'],
      ['ping', 'test-event'],
    ],
    set: { action: top('action'), package_type: within('registry_package', 'package_type') },
    events: { ping: { zen: 'Speak like a human.', hook_id: 1 } },
  },
  Gitea: {
    file: 'gitea.ts',
    rows: [
      ['`action: created`', 'sent'],
      ['`action: deleted`', 'action-ignored'],
      ['`type: npm`, `generic`, `helm` and all other kinds of packages', 'not-a-container'],
    ],
    set: { action: top('action'), type: within('package', 'type') },
    inPart: ['TYPES'],
  },
  Distribution: {
    file: 'distribution.ts',
    rows: [
      ['`action: push`', 'sent'],
      ['`action: pull`, `mount`, `delete`, `rename`', 'action-ignored'],
      ['`mediaType: application/octet-stream` and other layers and configurations', 'not-a-manifest'],
      ['`mediaType: application/vnd.docker.distribution.manifest.v1+prettyjws`', 'not-a-manifest'],
      ['an empty envelope', 'no-events'],
    ],
    set: { action: inEnvelope(top('action')), mediaType: inEnvelope(within('target', 'mediaType')) },
    events: { 'an empty envelope': { events: [] } },
    inPart: ['TYPES'],
  },
  'Mirantis MSR': {
    file: 'msr.ts',
    rows: [
      ['`type: TAG_PUSH`', 'sent'],
      ['`type: MANIFEST_PUSH`', 'untagged'],
      ['`type: TAG_PULL`, `TAG_DELETE`, `MANIFEST_PULL`, `MANIFEST_DELETE`', 'event-ignored'],
      ['`type: SCAN_COMPLETED`, `SCAN_FAILED`, `SCANNER_UPDATE_COMPLETED`', 'event-ignored'],
      ['`type: PROMOTION`, `PUSH_MIRRORING`, `POLL_MIRRORING` ', 'event-ignored'],
      ['`type: REPO_CREATED`, `REPO_UPDATED`, `REPO_DELETED`, `REPO_EVENT`', 'event-ignored'],
      ['the test', 'test-event'],
    ],
    set: { type: top('type') },
    events: {
      'the test': within('contents', 'digest')(
        pushOf('Mirantis MSR'),
        'sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      ),
    },
  },
  Harbor: {
    file: 'harbor.ts',
    rows: [
      ['`type: PUSH_ARTIFACT`, `CREATE_TAG`, `pushImage`', 'sent'],
      ['`type: PULL_ARTIFACT`, `DELETE_ARTIFACT`, `DELETE_TAG`, `DELETE_REPOSITORY`', 'event-ignored'],
      ['`type: UPLOAD_CHART`, `DOWNLOAD_CHART`, `DELETE_CHART`', 'event-ignored'],
      [
        '`type: SCANNING_COMPLETED`, `SCANNING_FAILED`, `SCANNING_STOPPED`, `QUOTA_EXCEED`, `QUOTA_WARNING`, `REPLICATION`, `TAG_RETENTION`',
        'event-ignored',
      ],
      [
        '`type: pullImage`, `deleteImage`, `uploadChart`, `downloadChart`, `deleteChart`, `scanningCompleted`, `scanningFailed`, `projectQuota`, `replication`',
        'event-ignored',
      ],
      ['`ce-type: harbor.artifact.pushed`', 'sent'],
      [
        '`ce-type: harbor.artifact.pulled`, `harbor.artifact.deleted`, `harbor.scan.completed`, `harbor.scan.failed`, `harbor.scan.stopped`, `harbor.quota.exceeded`, `harbor.quota.warned`, `harbor.replication.status.changed`, `harbor.tag_retention.finished`',
        'event-ignored',
      ],
      ['`type: testEndpoint`', 'test-event'],
    ],
    set: {
      type: top('type'),
      'ce-type': ({ event_data: data }, type) => ({ specversion: '1.0', type, data }),
    },
  },
  'Docker Hub': {
    file: 'docker-hub.ts',
    rows: [['a push', 'sent']],
    set: {},
    events: { 'a push': pushOf('Docker Hub') },
  },
  'Amazon ECR': {
    file: 'amazon-ecr.ts',
    rows: [
      ['`action-type: PUSH`', 'sent'],
      ['`action-type: DELETE`, `UPDATE_STORAGE_CLASS`', 'action-ignored'],
      ['`result: FAILURE`, `FAILED`', 'action-ignored'],
      ['`detail-type: ECR Replication Action`, `ECR Pull Through Cache Action` that succeeded', 'sent'],
      ['`detail-type: ECR Image Scan`, `ECR Scan Resource Change`, `ECR Referrer Action`', 'event-ignored'],
    ],
    set: {
      'action-type': within('detail', 'action-type'),
      result: within('detail', 'result'),
      'detail-type': (event, type) => ({
        ...event,
        'detail-type': type,
        detail: {
          ...event.detail,
          'action-type': type === 'ECR Replication Action' ? 'REPLICATE' : 'PUSH',
          'sync-status': 'SUCCESS',
        },
      }),
    },
  },
  'Azure ACR': {
    file: 'azure-acr.ts',
    rows: [
      ['`action: push`', 'sent'],
      ['`action: delete`, `quarantine`, `chart_push`, `chart_delete`', 'action-ignored'],
      ['`az acr webhook ping`', 'test-event'],
    ],
    set: { action: top('action') },
    events: { '`az acr webhook ping`': { id: 'e1', timestamp: '2026-01-02T03:04:05Z', action: 'ping' } },
  },
  'Azure Event Grid': {
    file: 'azure-event-grid.ts',
    rows: [
      ['`eventType: Microsoft.ContainerRegistry.ImagePushed`', 'sent'],
      [
        '`eventType: Microsoft.ContainerRegistry.ImageDeleted`, `Microsoft.ContainerRegistry.ChartPushed`, `Microsoft.ContainerRegistry.ChartDeleted`',
        'event-ignored',
      ],
      ['`eventType: Microsoft.EventGrid.SubscriptionValidationEvent`', 'test-event'],
    ],
    set: { eventType: ([event]: Event, eventType) => [{ ...event, eventType }] },
  },
  'Google Artifact Registry': {
    file: 'google-artifact-registry.ts',
    rows: [
      ['`action: INSERT`', 'sent'],
      ['`action: DELETE`', 'action-ignored'],
    ],
    set: { action: top('action') },
  },
  'Alibaba Cloud ACR': {
    file: 'aliyun-acr.ts',
    rows: [['a push', 'sent']],
    set: {},
    events: { 'a push': pushOf('Alibaba Cloud ACR') },
  },
  Quay: {
    file: 'quay.ts',
    rows: [
      ['with `updated_tags: [v1]`', 'sent'],
      ['with `updated_tags: []`', 'no-events'],
      [
        'without, and with `build_id`, `vulnerability`, `vulnerable_index_report_created`, `expiring_in`, `message` or `threshold_percent` (builds, scans, expiring tags, mirrors, quotas)',
        'event-ignored',
      ],
      ['the test', 'test-event'],
    ],
    events: { 'the test': { ...pushOf('Quay'), pruned_image_count: 3 } },
    set: { updated_tags: (event, tags) => ({ ...event, updated_tags: tags.slice(1, -1).split(',').filter(Boolean) }) },
  },
  'JFrog Artifactory': {
    file: 'artifactory.ts',
    rows: [
      ['`event_type: pushed`', 'sent'],
      ['`event_type: deleted`', 'event-ignored'],
      ['`domain: artifact` and `event_type: deleted`', 'event-ignored'],
    ],
    set: { event_type: top('event_type') },
    events: {
      '`domain: artifact` and `event_type: deleted`': {
        ...pushOf('JFrog Artifactory'),
        domain: 'artifact',
        event_type: 'deleted',
      },
    },
    inPart: ['KINDS'],
  },
  'Sonatype Nexus': {
    file: 'nexus.ts',
    rows: [
      ['`action: CREATED`, `UPDATED`', 'sent'],
      ['`action: DELETED`, `PURGED` (a cleanup)', 'action-ignored'],
      ['`format: maven2`, `npm`, `raw` and all other formats', 'not-a-container'],
      ['an asset that is no manifest', 'not-a-manifest'],
      ['a repository, audit', 'event-ignored'],
    ],
    set: { action: top('action'), format: within('component', 'format') },
    events: {
      'an asset that is no manifest': {
        ...pushOf('Sonatype Nexus'),
        component: undefined,
        asset: { format: 'docker', name: `v2/-/blobs/${D}` },
      },
      'a repository, audit': { nodeId: 'n', action: 'CREATED', repository: { format: 'docker', name: 'x' } },
    },
    inPart: ['FORMATS'],
  },
  zot: {
    file: 'zot.ts',
    rows: [
      ['`ce-type: zotregistry.image.updated`', 'sent'],
      [
        '`ce-type: zotregistry.image.deleted`, `zotregistry.image.lint_failed`, `zotregistry.image.scanned`, `zotregistry.repository.created`',
        'event-ignored',
      ],
    ],
    set: {
      'ce-type': (_event, type) => ({
        headers: { 'ce-type': type },
        body: type.endsWith('deleted') ? imageWithoutManifest : pushOf('zot').data,
      }),
    },
  },
};
// JSON drops what is undefined, so that the event has an asset and no component.
const asJson = (event: Event): Event => JSON.parse(JSON.stringify(event));

/** The fields and values of a row: a value without a field belongs to the field before it. */
function kindsIn(cell: string) {
  let key = '';
  return codesIn(cell).map((code) => {
    const [, field, value] = /^([\w-]+): (.+)$/.exec(code) ?? [];
    key = field ?? key;
    return { key, kind: value ?? code, code };
  });
}

/** What happens to an event: "sent", or the reason why not. */
async function resultOf(event: Event, { registry }: Pick<Pushed, 'registry'>): Promise<string> {
  const { artifacts, skips } = await selectFrom(asJson(event), { registry });
  return artifacts.length > 0 ? 'sent' : (skips.at(-1)?.reason ?? '');
}

for (const [title, { file, rows, set, events = {}, inPart = [] }] of Object.entries(SECTIONS)) {
  describe(title, () => {
    const pushed = PUSHED.find((candidate) => candidate.title === title);
    assert.ok(pushed);
    const kinds = rows.flatMap(([cell]) => (cell in events ? [] : kindsIn(cell)));

    for (const [cell, expected] of rows) {
      test(`${cell} → ${expected}`, async () => {
        if (cell in events) return assert.equal(await resultOf(events[cell], pushed), expected);
        for (const { key, kind, code } of kindsIn(cell)) {
          const change = set[key];
          // Quay's notifications have no type: a field that only one kind has tells it.
          if (title === 'Quay' && change === undefined) {
            assert.equal(await resultOf({ ...quayRepository, [code]: 'x' }, pushed), expected, code);
            continue;
          }
          assert.ok(change, `no test knows how an event gets ${code}`);
          assert.equal(await resultOf(change(pushed.event, kind), pushed), expected, code);
        }
        assert.ok(codesIn(cell).length > 0, `no test knows the event of this row: ${cell}`);
      });
    }

    test('every kind that the code knows is in a row', () => {
      const named = new Set(kinds.map(({ kind }) => kind.replace(/^Microsoft\.ContainerRegistry\./, '')));
      for (const [, list = '', body = ''] of readText(`src/events/${file}`).matchAll(
        /^const (\w+): KnownKinds = \{(.*?)^\};/gms,
      )) {
        if (inPart.includes(list)) continue;
        const [known = ''] = /publishing: .*?\]\),\n/s.exec(body) ?? [];
        for (const [, kind = ''] of known.matchAll(/'([^']+)'/g)) {
          // What a push has in addition to its kind.
          if (['container', 'docker', 'SUCCESS', 'REPLICATE', 'ECR Image Action'].includes(kind)) continue;
          assert.ok(named.has(kind), `${list} has ${kind}, no row has`);
        }
      }
    });
  });
}

test('every registry is here', () => {
  const titles = READERS.map(({ title }) => title).filter((title) => !NO_REGISTRY.includes(title));
  assert.deepEqual(Object.keys(SECTIONS).sort(), titles.sort());
});
