import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readText } from '../support/markdown.ts';
import { type Mapping, parseYaml, type Step } from '../support/workflows.ts';

/** Inputs, secrets and outputs are made of action.yml by npm run build; this is the rest of notify.yml. */

type Reusable = {
  readonly on: { readonly workflow_call: { readonly secrets: Mapping } };
  readonly permissions?: Mapping;
  readonly jobs: {
    readonly notify: { readonly permissions?: Mapping; readonly environment: string; readonly steps: readonly Step[] };
  };
};

const { on, permissions, jobs } = parseYaml(readText('.github/workflows/notify.yml'), 'notify.yml') as Reusable;

suite('the reusable workflow', () => {
  // What GitHub accepts as the name of a secret: docs.github.com, Secrets reference, Naming your secrets.
  test('a repository or an organization can have secrets of these names, as `secrets: inherit` needs', () => {
    for (const name of Object.keys(on.workflow_call.secrets)) assert.match(name, /^(?!github_)[a-z_][a-z0-9_]*$/i);
  });

  test('runs the action of its own commit', () => {
    const checkout = jobs.notify.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.equal(checkout?.with?.repository, `\${{ job.workflow_repository }}`);
    assert.equal(checkout?.with?.ref, `\${{ job.workflow_sha }}`);
    assert.equal(checkout?.with?.['persist-credentials'], false);
  });

  test('has the permissions and the environment that its caller gives', () => {
    assert.deepEqual([permissions, jobs.notify.permissions], [undefined, undefined]);
    assert.equal(jobs.notify.environment, `\${{ inputs.environment }}`);
  });
});
