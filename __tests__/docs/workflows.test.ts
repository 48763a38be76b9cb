import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { accept, refuseUndeclared } from '../support/accept-step.ts';
import { EXCEPTIONS, installActionlint, lint, lintWithoutExceptions, whyNoActionlint } from '../support/actionlint.ts';
import { ownFiles, readText } from '../support/markdown.ts';
import { type Mapping, parseYaml, type Shown, shownFiles, shownSnippets, stepsUsing } from '../support/workflows.ts';

const everything: readonly Shown[] = [...shownFiles, ...shownSnippets];

const skip = whyNoActionlint() ?? false;
if (skip) console.log(`actionlint: skipped, ${skip}`);

suite('actionlint', { skip }, () => {
  before(installActionlint, { timeout: 600_000 });

  for (const { where, text } of everything) {
    test(`${where} passes`, () => {
      assert.deepEqual(lint(text, where), []);
    });
  }

  test('it finds what is wrong', () => {
    const [finding] = lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n', 'a.yml');
    assert.match(finding?.message ?? '', /"steps" section is missing/);
  });

  test('every exception is still needed', () => {
    const { paths } = parseYaml(readText(EXCEPTIONS), EXCEPTIONS) as {
      paths: Readonly<Record<string, { ignore: readonly string[] }>>;
    };
    for (const [path, { ignore }] of Object.entries(paths)) {
      const messages = lintWithoutExceptions(readText(path), path).map(({ message }) => message);
      for (const pattern of ignore) {
        assert.ok(
          messages.some((message) => new RegExp(pattern).test(message)),
          `${path}: ${pattern}`,
        );
      }
    }
  });
});

suite('every workflow, example and snippet', () => {
  for (const shown of everything) {
    test(`${shown.where} uses this action as action.yml declares it`, async () => {
      for (const step of stepsUsing(shown, '')) {
        refuseUndeclared(step.with ?? {}, 'action.yml');
        await accept(step.with ?? {}, shown);
      }
      // Those that run it at their own commit.
      for (const { uses, with: inputs = {} } of Object.values(shown.workflow.jobs).flatMap(
        ({ steps }) => steps ?? [],
      )) {
        if (uses === './' || uses === './push') refuseUndeclared(inputs, `${uses.slice(2) && 'push/'}action.yml`);
      }
      for (const step of stepsUsing(shown, '/push')) refuseUndeclared(step.with ?? {}, 'push/action.yml');
      for (const { uses, with: inputs, secrets } of Object.values(shown.workflow.jobs)) {
        const [, path] = /^OWNER\/oci-webhook-action\/(\.github\/workflows\/[^@]+)@/.exec(uses ?? '') ?? [];
        if (path !== undefined) refuseUndeclaredCall(inputs ?? {}, typeof secrets === 'object' ? secrets : {}, path);
      }
    });
  }

  test('all YAML in the repository is well-formed', () => {
    for (const path of ownFiles('*.yml', '*/action.yml', 'examples/*.yml', '.github/**/*.{yml,yaml}')) {
      parseYaml(readText(path), path);
    }
  });

  test('there is something to check', () => {
    assert.ok(shownSnippets.length >= 4);
    assert.ok(everything.filter((shown) => stepsUsing(shown, '').length > 0).length >= 4);
  });
});

type Call = {
  readonly on: {
    readonly workflow_call: Readonly<Record<'inputs' | 'secrets', Readonly<Record<string, { required?: boolean }>>>>;
  };
};

function refuseUndeclaredCall(inputs: Mapping, secrets: Mapping, path: string): void {
  const { workflow_call: declared } = (parseYaml(readText(path), path) as Call).on;
  for (const [kind, given] of [
    ['inputs', inputs],
    ['secrets', secrets],
  ] as const) {
    for (const name of Object.keys(given)) assert.ok(name in declared[kind], `${path} has no ${kind} ${name}`);
    for (const [name, { required }] of Object.entries(declared[kind])) {
      assert.ok(!required || name in given, `${path} requires ${name} in ${kind}`);
    }
  }
}
