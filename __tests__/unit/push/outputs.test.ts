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
