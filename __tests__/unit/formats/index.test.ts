import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { SOURCES } from '../../../src/formats/index.ts';
import type { EventHeaders } from '../../../src/formats/types.ts';
import { isObject } from '../../../src/util/json.ts';
import { D, PUSHED } from '../../support/pushed-events.ts';
import { namesIn, selectFrom } from '../../support/source-cases.ts';

/** The titles of all sources that match an event, as it is or as the relay passes it on. */
function matching(event: object): readonly string[] {
  const { body = event, headers = {} } = 'headers' in event ? (event as { body: object; headers: EventHeaders }) : {};
  const [first] = Array.isArray(body) ? body : [body];
  assert.ok(isObject(first));
  return SOURCES.filter((source) => source.matches(first, headers)).map(({ title }) => title);
}

describe('a push as each registry posts it', () => {
  for (const { title, event, registry, artifact, hasNoDigest } of PUSHED) {
    test(`${title}: ${artifact}`, () => {
      assert.deepEqual(matching(event), [title], 'exactly one source matches');
      assert.deepEqual(namesIn(selectFrom(event, { registry })), [hasNoDigest ? artifact : `${artifact} ${D}`]);
    });

    test(`${title}, relayed, and whole`, () => {
      const relayed = 'headers' in event ? event : { headers: { 'content-type': 'application/json' }, body: event };
      const expected = namesIn(selectFrom(event, { registry }));
      assert.deepEqual(namesIn(selectFrom(relayed, { registry })), expected);
      const whole = { action: 'pushed', branch: 'main', client_payload: relayed, sender: {} };
      assert.deepEqual(namesIn(selectFrom(whole, { registry })), expected);
    });
  }

  test('there is one of every source', () => {
    assert.deepEqual([...new Set(PUSHED.map(({ title }) => title))].sort(), SOURCES.map(({ title }) => title).sort());
  });
});

describe('no event fits two sources', () => {
  const vectors = new URL('../../fixtures/vectors/', import.meta.url);
  for (const name of readdirSync(vectors)) {
    const { payload } = JSON.parse(readFileSync(new URL(name, vectors), 'utf8')).input;
    if (payload === undefined) continue;
    test(name, () => assert.ok(matching(payload).length <= 1, matching(payload).join(', ')));
  }

  const events = new URL('../../fixtures/events/', import.meta.url);
  for (const name of readdirSync(events).filter((file) => file !== 'cases.json')) {
    test(name, () => assert.deepEqual(matching(JSON.parse(readFileSync(new URL(name, events), 'utf8'))), ['GitHub']));
  }
});
