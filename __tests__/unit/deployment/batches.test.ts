import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBatches } from '../../../src/deployment/batches.ts';

/** Tasks that the test ends by hand. */
function tasks(full: string[] = []) {
  const inBatches = createBatches((key) => full.push(key));
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  return {
    begun,
    end: (name: string) => ends.get(name)?.resolve(),
    fail: (name: string) => ends.get(name)?.reject(new Error(name)),
    add(key: string, name: string) {
      ends.set(name, Promise.withResolvers());
      return inBatches({ key, size: 2 }, async () => {
        begun.push(name);
        await ends.get(name)?.promise;
        return name;
      });
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a batch begins when the whole one before has ended, not when there is room', async () => {
  const full: string[] = [];
  const { add, end, begun } = tasks(full);
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => add('one', name));
  await settled();
  assert.deepEqual(begun, ['a', 'b']);
  end('a');
  await settled();
  assert.deepEqual(begun, ['a', 'b'], 'c would be one more that begins after b');
  end('b');
  await settled();
  assert.deepEqual(begun, ['a', 'b', 'c', 'd']);
  for (const name of ['c', 'd', 'e']) end(name);
  assert.deepEqual(await Promise.all(all), ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(full, ['one'], 'said once');
});

test('other keys do not wait', async () => {
  const { add, begun } = tasks();
  for (const name of ['a', 'b', 'c']) void add('one', name);
  void add('two', 'd');
  await settled();
  assert.deepEqual(begun, ['a', 'b', 'd']);
});

test('a task that throws does not stop the next batch', async () => {
  const { add, end, fail, begun } = tasks();
  const [first, , third] = ['a', 'b', 'c'].map((name) => add('one', name));
  fail('a');
  end('b');
  await assert.rejects(first as Promise<string>, /^Error: a$/);
  await settled();
  assert.deepEqual(begun, ['a', 'b', 'c']);
  end('c');
  assert.equal(await third, 'c');
});
