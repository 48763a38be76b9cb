import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { ROOT } from '../support/markdown.ts';

test('docs/push.md lists the inputs and outputs of action.yml', () => {
  const action = parse(readFileSync(join(ROOT, 'push/action.yml'), 'utf8'));
  const [tables = ''] = readFileSync(join(ROOT, 'docs/push.md'), 'utf8').split('## What is checked');
  const rows = [...tables.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(rows, [...Object.keys(action.inputs), ...Object.keys(action.outputs)]);
});

test('the example uses inputs and outputs that exist, and hands them to the notify action', () => {
  const action = parse(readFileSync(join(ROOT, 'push/action.yml'), 'utf8'));
  const notify = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  const example = readFileSync(join(ROOT, 'examples/push-and-notify.yml'), 'utf8');
  const steps: readonly { uses: string; with: object }[] = parse(example).jobs.deploy.steps;
  const inputsOf = (uses: RegExp) => Object.keys(steps.find((step) => uses.test(step.uses))?.with ?? {});
  for (const name of inputsOf(/oci-webhook-action\/push@/)) assert.ok(name in action.inputs, name);
  for (const name of inputsOf(/oci-webhook-action@/)) assert.ok(name in notify.inputs, name);
  const used = [...example.matchAll(/steps\.push\.outputs\.([a-z-]+)/g)].map(([, name]) => name ?? '');
  assert.deepEqual(new Set(used), new Set(['repository', 'digest', 'artifact']));
  for (const name of used) assert.ok(name in action.outputs, name);
});
