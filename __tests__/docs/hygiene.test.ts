import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readText } from '../support/markdown.ts';
import { EXAMPLE_FILES, type Job, parseYaml, shownFiles, WORKFLOW_FILES } from '../support/workflows.ts';

/** Gitea's runners know no permissions. */
const WITHOUT_PERMISSIONS = ['examples/gitea.yml'];
/** The one step that pushes, in a job that runs nothing but git. */
const WITH_CREDENTIALS = ['.github/workflows/update-dist.yml commit'];

suite('what every workflow and example keeps to', () => {
  for (const { where, workflow } of shownFiles) {
    test(`${where} grants nothing at the top`, () => {
      assert.deepEqual(workflow.permissions, WITHOUT_PERMISSIONS.includes(where) ? undefined : {});
    });

    for (const [name, job] of Object.entries(workflow.jobs)) {
      test(`${where}, ${name}: no credentials are left behind, no expression is pasted into a script`, () => {
        const checkouts = stepsOf(job).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
        const kept = WITH_CREDENTIALS.includes(`${where} ${name}`);
        for (const checkout of checkouts) assert.equal(checkout.with?.['persist-credentials'], kept);
        for (const { run = '' } of stepsOf(job)) assert.ok(!run.includes(`\${{`), run);
      });
    }
  }

  test('the repository has the workflows it speaks of', () => {
    const named = [
      'check-dist',
      'ci',
      'codeql',
      'compatibility',
      'lint',
      'notify',
      'release',
      'scorecard',
      'update-dist',
    ];
    assert.deepEqual(
      WORKFLOW_FILES,
      named.map((name) => `.github/workflows/${name}.yml`),
    );
  });

  test('every example is in the list of examples', () => {
    const list = readText('examples/README.md');
    for (const path of EXAMPLE_FILES) assert.ok(list.includes(`(${path.slice('examples/'.length)})`), path);
  });

  test('Dependabot waits before it proposes', () => {
    const { updates } = parseYaml(readText('.github/dependabot.yml'), 'dependabot.yml') as {
      updates: readonly { cooldown?: Readonly<Record<string, number>> }[];
    };
    for (const { cooldown } of updates) assert.ok((cooldown?.['default-days'] ?? 0) >= 7);
  });
});

function stepsOf({ steps }: Job) {
  return steps ?? [];
}
