import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readEvent } from '../../../src/artifacts/read-event.ts';
import { type Selection, select, validateEvent } from '../../../src/artifacts/select.ts';
import { parseEvent } from '../../../src/inputs/event.ts';
import { parseDigest } from '../../../src/oci/reference.ts';
import { docoCd } from '../../../src/receivers/doco-cd/receiver.ts';
import { InputError } from '../../../src/util/errors.ts';
import { messagesTo } from '../../support/messages.ts';
import { readFor } from '../../support/read-inputs.ts';

const DIRECTORY = new URL('../../fixtures/vectors/', import.meta.url);

type Vector = {
  readonly name: string;
  readonly source_system: string;
  readonly input: {
    readonly payload?: unknown;
    readonly artifact?: string;
    readonly digest?: string;
    readonly options?: {
      readonly registry?: string;
      readonly reference?: string;
      readonly allow_untagged?: boolean;
      readonly digest?: string;
    };
  };
  readonly expect: {
    readonly notifications?: readonly { readonly digest: string; readonly artifact: string }[];
    readonly skip?: string;
    readonly error?: string;
  };
};

/** The vectors' names of skip reasons. Of errors, only that they are errors is compared. */
const SKIPS: Readonly<Record<string, string>> = {
  action_not_push: 'action-ignored',
  event_type_ignored: 'event-ignored',
  not_a_manifest: 'not-a-manifest',
  no_events: 'no-events',
  signature_tag: 'signature-tag',
  test_event: 'test-event',
  untagged: 'untagged',
};

/** What the action would send to doco-cd, by its own inputs and stages, with the digest that the registry gives. */
async function translate({ payload, artifact = '', digest = '', options = {} }: Vector['input']): Promise<Selection> {
  const inputs = readFor({
    INPUT_ARTIFACT: artifact,
    INPUT_DIGEST: digest,
    INPUT_REGISTRY: options.registry,
    INPUT_REFERENCE: options.reference,
    INPUT_UNTAGGED: options.allow_untagged ? 'send' : 'skip',
    'INPUT_DRY-RUN': 'true',
  });
  const { filter } = inputs;
  if (payload === undefined) {
    if (inputs.artifacts.length === 0) throw new InputError('artifact is empty');
    return select(inputs.artifacts, filter);
  }
  const { artifacts, skips } = select(
    validateEvent(await readEvent(parseEvent(JSON.stringify(payload)), {}), inputs),
    filter,
  );
  const lookedUp = options.digest === undefined ? undefined : parseDigest(options.digest, 'the registry');
  return { artifacts: artifacts.map((artifact) => ({ ...artifact, digest: artifact.digest ?? lookedUp })), skips };
}

describe('vectors', () => {
  const names = readdirSync(DIRECTORY).filter((name) => name.endsWith('.json'));
  test('are all there', () => assert.equal(names.length, 94));

  for (const name of names) {
    test(name, async () => {
      const { input, expect }: Vector = JSON.parse(readFileSync(new URL(name, DIRECTORY), 'utf8'));
      const sent = async () => {
        const { artifacts, skips } = await translate(input);
        return { skips, messages: messagesTo(docoCd, artifacts).map(({ body }) => JSON.parse(body)) };
      };
      if (expect.error !== undefined) return assert.rejects(sent, InputError);
      const { skips, messages } = await sent();
      const expected = (expect.notifications ?? []).map((notification) => ({ source: 'oci', ...notification }));
      assert.deepEqual(messages, expected);
      if (expect.skip !== undefined) assert.equal(skips.at(-1)?.reason, SKIPS[expect.skip]);
    });
  }
});

describe('a digest beside an empty artifact', () => {
  const [given, other] = [`sha256:${'7'.repeat(64)}`, `sha256:${'8'.repeat(64)}`];
  const target = { mediaType: 'application/vnd.oci.image.index.v1+json', repository: 'a/b', tag: 'v1' };
  const push = (digest: string, action = 'push') => ({
    action,
    target: { ...target, digest, url: 'https://registry.example.com/v2/' },
  });
  const rows: Readonly<Record<string, readonly [event: unknown, error?: RegExp]>> = {
    'the event has it': [{ artifact: 'ghcr.io/acme/base:v1', digest: given }],
    'the event has it, and a part without a tag': [
      { events: [push(given), { ...push(other), target: { ...push(other).target, tag: '' } }] },
    ],
    'the event has none': [{ artifact: 'ghcr.io/acme/base:v1' }, /^artifact is empty, and the event does not have/],
    'the event has another': [{ artifact: 'ghcr.io/acme/base:v1', digest: other }, /^artifact is empty/],
    'the event publishes nothing': [{ events: [push(given, 'pull')] }, /^artifact is empty/],
    'the event has another one, too': [
      { events: [push(given), push(other)] },
      /^event: events\[1\]\.target\.digest names sha256:8+, but digest names sha256:7/,
    ],
  };
  for (const [what, [event, error]] of Object.entries(rows)) {
    test(`${what}: ${error === undefined ? 'sent' : 'refused'}`, async () => {
      const act = async () =>
        validateEvent(await readEvent(parseEvent(JSON.stringify(event)), {}), {
          untagged: 'skip',
          digest: { digest: given },
        });
      if (error === undefined) assert.ok((await act()).length > 0);
      else await assert.rejects(act, { name: 'InputError', message: error });
    });
  }
});
