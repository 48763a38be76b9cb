import assert from 'node:assert/strict';
import { test } from 'node:test';
import { READERS } from '../../src/events/index.ts';
import { anchorsIn, codesIn, fencesIn, readText, tableUnder } from '../support/markdown.ts';
import { OWN_JSON, PUSHED } from '../support/pushed-events.ts';
import { selectFrom } from '../support/source-cases.ts';

const DOCS = readText('docs/registries.md');
const TABLE = tableUnder(DOCS, 'The workflow');

/** What a workflow may also pass as `event`, but no registry sends. */
const NO_REGISTRY = ['one written by hand', OWN_JSON];

// biome-ignore lint/suspicious/noExplicitAny: the events of many vendors.
type Event = any;

const anchorOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
const rowOf = (title: string): readonly string[] =>
  TABLE.find(([name = '']) => name.includes(`(#${anchorOf(title)})`)) ?? assert.fail(`there is no row for ${title}`);

test('the condition on the tag reads the tag of each registry', () => {
  for (const { title, event, artifact } of PUSHED) {
    if (['GitHub', ...NO_REGISTRY].includes(title)) continue;
    const payload = 'headers' in event ? event : { ...event, body: event };
    const found = codesIn(rowOf(title)[3] ?? '').map((path) => valueAt(payload, path));
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
  const sections = anchorsIn(DOCS);
  for (const { title } of READERS) {
    if (!NO_REGISTRY.includes(title)) assert.ok(sections.has(anchorOf(title)), title);
  }
});

test('the table says which events have no host or no digest', () => {
  for (const { title, registry, hasNoDigest } of PUSHED) {
    if (NO_REGISTRY.includes(title)) continue;
    const [, host, digest] = rowOf(title);
    assert.equal(host === '`registry`', registry !== undefined, title);
    assert.equal(digest, hasNoDigest ? 'no' : 'yes', title);
  }
});
