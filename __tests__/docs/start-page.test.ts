import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { before, suite, test } from 'node:test';
import { RECEIVER_NAMES } from '../../src/receivers/index.ts';
import { accept, refuseUndeclared } from '../support/accept-step.ts';
import { installActionlint, lint, whyNoActionlint } from '../support/actionlint.ts';
import { anchorsIn, ROOT, readText } from '../support/markdown.ts';
import { CHOICES, RECEIVERS_THERE, START_PAGE, type StartReceiver, writeWorkflow } from '../support/start-page.ts';
import { parseYaml, type Shown, stepsUsing } from '../support/workflows.ts';

/** Every workflow that docs/start.html writes: checked by actionlint, and its step by the action itself. */

const skip = whyNoActionlint() ?? false;
if (skip) console.log(`actionlint: skipped, ${skip}`);

const workflows = CHOICES.map(({ receiver, registry, trigger }) => {
  const text = writeWorkflow(receiver, registry, trigger);
  const where = `${receiver.name}, ${registry.name}, ${trigger.name}`;
  return { receiver, shown: { where, text, workflow: parseYaml(text, where) as Shown['workflow'] } };
});

/** The URL that the receiver's page gives as an example, with something where it leaves room. */
function urlOf({ name, secrets }: StartReceiver): string {
  const [shown = ''] = /https:[^\s,]+/.exec(secrets) ?? [];
  if (name === 'kargo') return `https://kargo.example.com/webhooks/github/${'a'.repeat(64)}`;
  return shown.replace(/<(?:hash|token)>/, 'a'.repeat(64)).replace(/<\w+>/, '6f0d6c06-7a0a-4a4e-9f1d-2a5f5b4f7c11');
}

suite('the workflows of docs/start.html', () => {
  test('are there for every receiver that is known by its name', () => {
    const names = RECEIVERS_THERE.map(({ name }) => name);
    assert.deepEqual(names, RECEIVER_NAMES.slice(0, names.length));
    assert.equal(RECEIVER_NAMES[names.length], 'github', 'those that follow are events');
    assert.ok(workflows.length > 200, String(workflows.length));
  });

  for (const { receiver, shown } of workflows) {
    test(`${shown.where} is accepted by the action`, async () => {
      const [step] = stepsUsing(shown, '');
      assert.ok(step);
      refuseUndeclared(step.with ?? {}, 'action.yml');
      const artifact = String(step.with?.artifact ?? '').replace(/\$\{\{.*?run_number \}\}/, '7');
      await accept({ ...step.with, ...(artifact && { artifact }), url: urlOf(receiver) }, shown);
      for (const { with: inputs = {} } of stepsUsing(shown, '/push')) refuseUndeclared(inputs, 'push/action.yml');
    });
  }

  suite('pass actionlint', { skip }, () => {
    before(installActionlint, { timeout: 600_000 });
    for (const { shown } of workflows) {
      test(shown.where, () => assert.deepEqual(lint(shown.text, '.github/workflows/deploy.yml'), []));
    }
  });
});

test('docs/start.html asks nobody, fits on a screen of code, and links to what is there', () => {
  const html = readText(START_PAGE);
  assert.ok(html.split('\n').length <= 301, `${html.split('\n').length} lines`);
  assert.doesNotMatch(html, /<(?:link|img|iframe)\b|<script[^>]* src=|\bfetch\(|XMLHttpRequest|@import/);
  const sections = anchorsIn(readText('docs/registries.md'));
  for (const [, section = ''] of html.matchAll(/webhook: '([a-z-]+)'/g)) assert.ok(sections.has(section), section);
  for (const { page } of RECEIVERS_THERE) assert.ok(existsSync(`${ROOT}${page}`), page);
});
