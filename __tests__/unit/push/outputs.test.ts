import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { PushOutcome } from '../../../src/push/outcome.ts';
import { pushOutputs } from '../../../src/push/outputs.ts';
import { InputError } from '../../../src/util/errors.ts';
import { ROOT } from '../../support/markdown.ts';
import { DESTINATION as destination, packedOf } from '../../support/push/outcome.ts';

test('every output that action.yml declares is set on every path, and no other', () => {
  const outcomes: readonly PushOutcome[] = [
    { kind: 'refused', error: new InputError('x') },
    { kind: 'cancelled' },
    { kind: 'dry-run', ...packedOf(['a']) },
    { kind: 'pushed', isCancelled: false, ...packedOf(['a']), uploads: [{ kind: 'pushed', destination }] },
    {
      kind: 'pushed',
      isCancelled: false,
      ...packedOf(['a']),
      uploads: [{ kind: 'failed', destination, message: 'w', inDoubt: false }],
    },
  ];
  const declared = Object.keys(parse(readFileSync(join(ROOT, 'push/action.yml'), 'utf8')).outputs);
  for (const outcome of outcomes) assert.deepEqual(Object.keys(pushOutputs(outcome)), declared);
});

test('what is in doubt is no artifact, and the first that is there is the artifact', () => {
  const tagged = (tag: string) => ({ ...destination, tag });
  const outputs = pushOutputs({
    kind: 'pushed',
    isCancelled: true,
    ...packedOf(['a']),
    uploads: [
      { kind: 'failed', destination: tagged('lost'), message: 'no answer', inDoubt: true },
      { kind: 'unchanged', destination: tagged('old') },
      { kind: 'pushed', destination: tagged('new') },
      { kind: 'in-doubt', destination: tagged('late') },
      { kind: 'not-tried', destination: tagged('never') },
    ],
  });
  assert.equal(outputs.artifact, 'ghcr.io/acme/config:old');
  assert.equal(outputs['in-doubt'], 'ghcr.io/acme/config:lost\nghcr.io/acme/config:late');
  assert.deepEqual(
    JSON.parse(outputs.artifacts ?? '').map(({ artifact }: { artifact: string }) => artifact),
    ['ghcr.io/acme/config:old', 'ghcr.io/acme/config:new'],
  );
});
