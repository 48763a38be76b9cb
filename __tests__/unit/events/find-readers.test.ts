import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { select, validateEvent } from '../../../src/artifacts/select.ts';
import { READERS } from '../../../src/events/index.ts';
import type { EventHeaders } from '../../../src/events/types.ts';
import { parseFilter } from '../../../src/inputs/filter.ts';
import type { Artifact } from '../../../src/oci/artifact.ts';
import { loadReceiver } from '../../../src/receivers/index.ts';
import type { Message } from '../../../src/receivers/types.ts';
import { isObject } from '../../../src/util/json.ts';
import { ARTIFACTS } from '../../support/artifacts.ts';
import { messagesTo } from '../../support/messages.ts';
import { D, PUSHED } from '../../support/pushed-events.ts';
import { namesIn, selectFrom } from '../../support/source-cases.ts';

/** The titles of all sources that match an event, as it is or as the relay passes it on. */
function matching(event: object): readonly string[] {
  const { body = event, headers = {} } = 'headers' in event ? (event as { body: object; headers: EventHeaders }) : {};
  const [first] = Array.isArray(body) ? body : [body];
  assert.ok(isObject(first));
  return READERS.filter((source) => source.matches(first, headers)).map(({ title }) => title);
}

describe('a push as each registry posts it', () => {
  for (const { title, event, registry, artifact, hasNoDigest } of PUSHED) {
    test(`${title}: ${artifact}`, async () => {
      assert.deepEqual(matching(event), [title], 'exactly one source matches');
      assert.deepEqual(namesIn(await selectFrom(event, { registry })), [hasNoDigest ? artifact : `${artifact} ${D}`]);
    });

    test(`${title}, relayed, and whole`, async () => {
      const relayed = 'headers' in event ? event : { headers: { 'content-type': 'application/json' }, body: event };
      const expected = namesIn(await selectFrom(event, { registry }));
      assert.deepEqual(namesIn(await selectFrom(relayed, { registry })), expected);
      const whole = { action: 'pushed', branch: 'main', client_payload: relayed, sender: {} };
      assert.deepEqual(namesIn(await selectFrom(whole, { registry })), expected);
    });
  }

  test('there is one of every source', () => {
    assert.deepEqual([...new Set(PUSHED.map(({ title }) => title))].sort(), READERS.map(({ title }) => title).sort());
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

/** What the first system whose shape matches reads in the message. */
function readBack({ body }: Message): { title: string; artifacts: readonly Artifact[] } {
  const json = JSON.parse(body);
  for (const source of READERS) {
    if (!source.matches(json)) continue;
    return {
      title: source.title,
      artifacts: select(validateEvent(source.parse(json), { untagged: 'send' }), parseFilter('')).artifacts,
    };
  }
  assert.fail(`no shape matches ${body}`);
}

describe('every receiver reads back what it writes', () => {
  for (const name of ['github', 'docker-hub', 'harbor', 'distribution', 'msr', 'json']) {
    test(name, async () => {
      const receiver = await loadReceiver(name);
      assert.ok(receiver);
      // A message of Docker Hub cannot name what has no tag.
      const artifacts = ARTIFACTS.filter(({ tag }) => tag !== undefined || receiver.wire.needsDigest(undefined));
      const messages = messagesTo(receiver, artifacts);
      assert.deepEqual(
        messages.map((message) => message.artifact),
        artifacts,
        'one message for each artifact',
      );
      const read = [];
      for (const message of messages) {
        const back = readBack(message);
        assert.equal(back.title, receiver.title);
        read.push(...back.artifacts);
      }
      assert.deepEqual(
        read.map(({ host, path, tag, digest }) => ({ host, path, tag, digest })),
        artifacts.map(({ host, path, tag, digest }) => ({
          host,
          path,
          tag,
          digest: receiver.wire.needsDigest(undefined) ? digest : undefined,
        })),
      );
      for (const [index, { mediaType }] of read.entries()) {
        const given = artifacts[index]?.mediaType;
        if (given !== undefined && mediaType !== undefined) assert.equal(mediaType, given);
      }
    });
  }
});
