import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { flush, mask, say, warn } from '../src/log.ts';

test('what standard output does not take at once follows in order, and nothing overtakes it', ({ mock }) => {
  let written = '';
  const direct = mock.method(fs, 'writeSync', (_descriptor: number, bytes: Buffer) => {
    if (written !== '') throw Object.assign(new Error('resource temporarily unavailable'), { code: 'EAGAIN' });
    written += bytes.toString('utf8', 0, 20);
    return 20;
  });
  const stream = mock.method(process.stdout, 'write', (bytes: Buffer) => {
    written += bytes.toString('utf8');
    return false;
  });
  mask('a-secret-of-some-length');
  say('first');
  assert.equal(direct.mock.callCount(), 0, 'nothing is written before the event loop turns');
  assert.equal(flush(), false, 'not all has left');
  warn('second, with a-secret-of-some-length');
  flush();
  assert.equal(direct.mock.callCount(), 2, 'the stream has the rest, and whatever comes after it');
  stream.mock.restore();
  direct.mock.restore();
  assert.equal(written, '::add-mask::a-secret-of-some-length\nfirst\n::warning::second, with ***\n');
});
