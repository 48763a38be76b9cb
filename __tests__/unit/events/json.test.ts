import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { READERS } from '../../../src/events/index.ts';
import { json } from '../../../src/events/json.ts';
import { ARTIFACTS, INDEX, MANIFEST } from '../../support/artifacts.ts';
import { eventMessages, WORKFLOW } from '../../support/messages.ts';
import { D1, D2 } from '../../support/source-cases.ts';

describe('messages', () => {
  test('json is flat, and has every field always', () => {
    const messages = eventMessages(json, ARTIFACTS);
    assert.equal(
      messages[0]?.body,
      `{"artifact":"ghcr.io/acme/platform-config:main","registry":"ghcr.io","repository":"acme/platform-config","tag":"main","digest":"${D1}","mediaType":"${INDEX}","workflow":${JSON.stringify(WORKFLOW)}}`,
    );
    assert.equal(messages[0].contentType, 'application/json');
    const { tag, mediaType, artifact } = JSON.parse(messages[6]?.body ?? '');
    assert.deepEqual([tag, mediaType, artifact], ['', MANIFEST, `registry.example.com:443/a/b@${D2}`]);
    assert.equal(JSON.parse(messages[2]?.body ?? '').mediaType, '');
  });
});

describe('an event of our own that is read', () => {
  const body = { artifact: 'ghcr.io/acme/app:v1', registry: 'ghcr.io', repository: 'acme/app', tag: 'v1', digest: D1 };
  const titleOf = (event: object) => READERS.find((source) => source.matches(event as never))?.title;

  test('is JSON only with all that makes it so, and nobody else takes it', () => {
    assert.equal(titleOf(body), "this action's own JSON");
    for (const name of ['registry', 'repository', 'tag', 'digest']) {
      const { [name]: _, ...less } = body as Readonly<Record<string, unknown>>;
      assert.equal(titleOf(less), 'one written by hand', name);
    }
    const { artifact: _, ...less } = body;
    assert.equal(titleOf(less), undefined);
    assert.equal(titleOf({ ...body, source: 'oci' }), "this action's own JSON");
  });

  const others: readonly [field: string, changed: object, message: RegExp][] = [
    [
      'repository',
      { repository: 'acme/platform' },
      /repository is "acme\/platform", but artifact is "ghcr\.io\/acme\/app:v1"/,
    ],
    ['registry', { registry: 'quay.io' }, /registry is "quay\.io", but artifact/],
    ['tag', { tag: 'v2' }, /tag is "v2", but artifact/],
    ['no tag', { tag: '' }, /tag is "", but artifact/],
    ['digest', { digest: 'sha256:1' }, /^InputError: event: digest: "sha256:1" is not a digest/],
  ];
  for (const [field, changed, message] of others) {
    test(`${field} that artifact contradicts is refused`, () => {
      assert.throws(() => json.parse({ ...body, ...changed }), message);
    });
  }

  test('has no empty repository', () => {
    const source = READERS.find(({ title }) => title.includes('JSON'));
    assert.throws(() => source?.parse({ ...body, repository: ' ' }), /^InputError: event: repository is empty/);
  });
});
