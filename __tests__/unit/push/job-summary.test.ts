import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPushSummary } from '../../../src/push/job-summary.ts';
import { DESTINATION as destination, packedOf } from '../../support/push/outcome.ts';

test('the summary shows tags, digest, sizes, the pull line and the tree', () => {
  const summary = renderPushSummary({
    kind: 'pushed',
    isCancelled: false,
    ...packedOf(['a', 'b/c']),
    uploads: [{ kind: 'pushed', destination }],
  });
  for (const part of ['### ✅ Pushed <code>ghcr.io/acme/config', '2 files', '<pre>a  1 B\n  c  1 B</pre>']) {
    assert.ok(summary.includes(part), summary);
  }
  assert.match(summary, /docker pull ghcr\.io\/acme\/config@sha256:[0-9a-f]{64}\n/);
});

test('the summary of many files stays far below the limit of GitHub', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `${'<&"'.repeat(80)}${index}`);
  const summary = renderPushSummary({
    kind: 'pushed',
    isCancelled: false,
    ...packedOf(names),
    uploads: [{ kind: 'pushed', destination }],
  });
  assert.ok(Buffer.byteLength(summary) < 900_000, `${summary.length}`);
  assert.match(summary, /… and 99000 more/);
});

test('so does that of deep directories', () => {
  const names = Array.from({ length: 2_000 }, (_, depth) => `${'d/'.repeat(depth)}f`);
  const uploads = [{ kind: 'pushed', destination }] as const;
  const summary = renderPushSummary({ kind: 'pushed', isCancelled: false, ...packedOf(names), uploads });
  assert.ok(Buffer.byteLength(summary) < 200_000, `${summary.length}`);
});
