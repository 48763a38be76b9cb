import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { READERS } from '../../src/events/index.ts';
import { codesIn, fencesIn, readText, tableUnder } from '../support/markdown.ts';
import { D, OWN_JSON, PUSHED, type Pushed } from '../support/pushed-events.ts';
import { selectFrom } from '../support/source-cases.ts';

/** Every row of every table in docs/registries.md is a test, and every kind that the code knows is in a row. */
const DOCS = readText('docs/registries.md');

// biome-ignore lint/suspicious/noExplicitAny: the events of many vendors, changed in one place each.
type Event = any;

type Section = {
  readonly file: string;
  /** How the push of this registry gets a kind: by what the row calls it. */
  readonly set: Readonly<Record<string, (event: Event, kind: string) => Event>>;
  /** Events that a row describes in prose. */
  readonly events?: Readonly<Record<string, Event>>;
  /** Lists of the code that the table names in part: "and all other". */
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
    set: { action: top('action'), package_type: within('registry_package', 'package_type') },
    events: { ping: { zen: 'Speak like a human.', hook_id: 1 } },
  },
  Gitea: { file: 'gitea.ts', set: { action: top('action'), type: within('package', 'type') }, inPart: ['TYPES'] },
  Distribution: {
    file: 'distribution.ts',
    set: { action: inEnvelope(top('action')), mediaType: inEnvelope(within('target', 'mediaType')) },
    events: { 'an empty envelope': { events: [] } },
    inPart: ['TYPES'],
  },
  'Mirantis MSR': {
    file: 'msr.ts',
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
    set: {
      type: top('type'),
      'ce-type': ({ event_data: data }, type) => ({ specversion: '1.0', type, data }),
    },
  },
  'Docker Hub': { file: 'docker-hub.ts', set: {}, events: { 'a push': pushOf('Docker Hub') } },
  'Amazon ECR': {
    file: 'amazon-ecr.ts',
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
    set: { action: top('action') },
    events: { '`az acr webhook ping`': { id: 'e1', timestamp: '2026-01-02T03:04:05Z', action: 'ping' } },
  },
  'Azure Event Grid': {
    file: 'azure-event-grid.ts',
    set: { eventType: ([event]: Event, eventType) => [{ ...event, eventType }] },
  },
  'Google Artifact Registry': { file: 'google-artifact-registry.ts', set: { action: top('action') } },
  'Alibaba Cloud ACR': { file: 'aliyun-acr.ts', set: {}, events: { 'a push': pushOf('Alibaba Cloud ACR') } },
  Quay: {
    file: 'quay.ts',
    events: { 'the test': { ...pushOf('Quay'), pruned_image_count: 3 } },
    set: { updated_tags: (event, tags) => ({ ...event, updated_tags: tags.slice(1, -1).split(',').filter(Boolean) }) },
  },
  'JFrog Artifactory': {
    file: 'artifactory.ts',
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

/** What happens to an event, in the table and in the action: "sent", or the reason why not. */
async function resultOf(event: Event, { registry }: Pick<Pushed, 'registry'>): Promise<string> {
  const { artifacts, skips } = await selectFrom(asJson(event), { registry });
  return artifacts.length > 0 ? 'sent' : (skips.at(-1)?.reason ?? '');
}

for (const [title, { file, set, events = {}, inPart = [] }] of Object.entries(SECTIONS)) {
  describe(title, () => {
    const pushed = PUSHED.find((candidate) => candidate.title === title);
    assert.ok(pushed);
    const rows = tableUnder(DOCS, title);
    const kinds = rows.flatMap(([cell = '']) => (cell in events ? [] : kindsIn(cell)));

    for (const [cell = '', result = ''] of rows) {
      const expected = codesIn(result)[0] ?? result;
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

    test('the table names every kind that the code knows', () => {
      const named = new Set(kinds.map(({ kind }) => kind.replace(/^Microsoft\.ContainerRegistry\./, '')));
      for (const [, list = '', body = ''] of readText(`src/events/${file}`).matchAll(
        /^const (\w+): KnownKinds = \{(.*?)^\};/gms,
      )) {
        if (inPart.includes(list)) continue;
        const [known = ''] = /publishing: .*?\]\),\n/s.exec(body) ?? [];
        for (const [, kind = ''] of known.matchAll(/'([^']+)'/g)) {
          // What a push has in addition to its kind.
          if (['container', 'docker', 'SUCCESS', 'REPLICATE', 'ECR Image Action'].includes(kind)) continue;
          assert.ok(named.has(kind), `${list} has ${kind}, the table has not`);
        }
      }
    });
  });
}

test('the condition on the tag reads the tag of each registry', () => {
  const rows = tableUnder(DOCS, 'One push, many runs');
  for (const { title, event, artifact } of PUSHED) {
    if (['GitHub', ...NO_REGISTRY].includes(title)) continue;
    const row = rows.find(([name]) => name === title) ?? assert.fail(`there is no row for ${title}`);
    const payload = 'headers' in event ? event : { ...event, body: event };
    const found = codesIn(row[1] ?? '').map((path) => valueAt(payload, path));
    const tag = artifact.slice(artifact.lastIndexOf(':') + 1);
    // In the body of a request of Pub/Sub, and of zot in a file, the data is not where the relay has it.
    const isElsewhere = 'message' in event || 'specversion' in event;
    assert.ok(isElsewhere || found.some((value) => value?.split(':').at(-1) === tag), `${title}: ${found}`);
  }
});

/** The text at a path as GitHub's expressions have it: a.b[0].c */
function valueAt(payload: object, path: string): string | undefined {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  return keys.reduce((value: Event, key) => value?.[key], payload);
}

test("what Artifactory's template makes of an event is read", async () => {
  const { event, artifact } = PUSHED.find(({ title }) => title === 'JFrog Artifactory') ?? assert.fail();
  const section = DOCS.split('\n## JFrog Artifactory\n')[1] ?? '';
  const [template] = fencesIn(section);
  const made = template?.text.replace('{{ json .data }}', JSON.stringify((event as Event).data)) ?? '';
  const { artifacts } = await selectFrom(JSON.parse(made).client_payload, { registry: 'acme.jfrog.example' });
  assert.equal(artifacts.length, 1);
  assert.equal(JSON.parse(made).event_type, 'pushed');
  assert.ok(artifact.startsWith('acme.jfrog.example/'));
});

test('every registry has a section', () => {
  const titles = READERS.map(({ title }) => title).filter((title) => !NO_REGISTRY.includes(title));
  assert.deepEqual(Object.keys(SECTIONS).sort(), titles.sort());
});

test('what has no host or no digest is said so in the first table', () => {
  const rows = tableUnder(DOCS, 'The workflow');
  for (const { title, registry, hasNoDigest } of PUSHED) {
    if (NO_REGISTRY.includes(title)) continue;
    const anchor = `(#${title.toLowerCase().replaceAll(' ', '-')})`;
    const [, host = '', digest = ''] = rows.find(([name = '']) => name.includes(anchor)) ?? [];
    assert.equal(host === '`registry`', registry !== undefined, title);
    assert.equal(digest, hasNoDigest ? 'looked up' : 'in the event', title);
  }
});
