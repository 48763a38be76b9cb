import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildAnnotations, sourceDate } from '../../../../src/push/pack/annotations.ts';
import { InputError } from '../../../../src/util/errors.ts';

describe('annotations', () => {
  const created = new Date(0);
  test('outside of GitHub there are those that are known', () => {
    assert.deepEqual(buildAnnotations({}, { created, title: 'config', own: new Map() }), {
      'org.opencontainers.image.created': '1970-01-01T00:00:00Z',
      'org.opencontainers.image.title': 'config',
    });
  });

  test('are sorted, so that their order in the input does not change the digest', () => {
    const own = (pairs: [string, string][]) =>
      JSON.stringify(buildAnnotations({}, { created, title: 't', own: new Map(pairs) }));
    assert.equal(
      own([
        ['z', '1'],
        ['a', '2'],
      ]),
      own([
        ['a', '2'],
        ['z', '1'],
      ]),
    );
  });

  test('SOURCE_DATE_EPOCH is read strictly', () => {
    assert.equal(sourceDate({}), undefined);
    assert.equal(sourceDate({ SOURCE_DATE_EPOCH: '' }), undefined);
    assert.deepEqual(sourceDate({ SOURCE_DATE_EPOCH: '1' }), new Date(1000));
    for (const text of ['x', '-1', '1.5', '999999999999']) {
      assert.throws(() => sourceDate({ SOURCE_DATE_EPOCH: text }), InputError);
    }
  });
});
