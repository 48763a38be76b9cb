import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseToolError } from '../../../src/registry/tool-error.ts';

const line = (message: string) => `time="2026-01-01T00:00:00Z" level=fatal msg=${JSON.stringify(message)}\n`;

test('the message of the last line, without query strings', () => {
  assert.equal(parseToolError(`Copying blob\n${line('first')}${line('writing "x"')}`), 'writing "x"');
  assert.equal(
    parseToolError(line('Put "https://s3.example/b?X-Amz-Signature=secret": EOF')),
    'Put "https://s3.example/b": EOF',
  );
  assert.equal(parseToolError('plain words\n'), 'plain words');
  assert.equal(parseToolError(''), '');
});
