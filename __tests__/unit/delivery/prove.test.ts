import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sign } from '../../../src/delivery/prove.ts';

type Vector = {
  readonly name: string;
  readonly secret?: string;
  readonly secret_hex: string;
  readonly body_base64?: string;
  readonly body_repeat?: { readonly byte_hex: string; readonly count: number };
  readonly body_bytes: number;
  readonly header_value: string;
};
const { vectors }: { vectors: readonly Vector[] } = JSON.parse(
  readFileSync(new URL('../../fixtures/hmac.json', import.meta.url), 'utf8'),
);

describe('signatures that OpenSSL made', () => {
  for (const vector of vectors) {
    test(vector.name, () => {
      const secret = Buffer.from(vector.secret_hex, 'hex');
      const body = bodyOf(vector);
      assert.equal(body.length, vector.body_bytes);
      assert.equal(sign(body, secret), vector.header_value);
      if (vector.secret !== undefined)
        assert.equal(sign(body, vector.secret), vector.header_value, 'text is its UTF-8 bytes');
    });
  }
});

function bodyOf({ body_base64, body_repeat }: Vector): Buffer {
  if (body_base64 !== undefined) return Buffer.from(body_base64, 'base64');
  if (body_repeat === undefined) throw new Error('the vector has no body');
  return Buffer.alloc(body_repeat.count, Buffer.from(body_repeat.byte_hex, 'hex'));
}
