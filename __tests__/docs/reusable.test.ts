import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readText } from '../support/markdown.ts';
import { type Mapping, parseYaml, type Step } from '../support/workflows.ts';

type Declared = Readonly<Record<string, { type?: string; default?: unknown; required?: boolean; value?: string }>>;
type Reusable = {
  readonly on: { readonly workflow_call: { inputs: Declared; secrets: Declared; outputs: Declared } };
  readonly permissions: Mapping;
  readonly jobs: { readonly notify: { permissions: Mapping; outputs: Mapping; steps: readonly Step[] } };
};
type Action = { readonly inputs: Declared; readonly outputs: Declared };

const action = parseYaml(readText('action.yml'), 'action.yml') as Action;
const { on, permissions, jobs } = parseYaml(readText('.github/workflows/notify.yml'), 'notify.yml') as Reusable;
const { inputs, secrets, outputs } = on.workflow_call;

/** Inputs that hold secrets, which a caller cannot pass in `with`. The names differ where `secret` alone would say too little,
 * and for `github_token`, which GitHub reserves. */
const SECRETS: Readonly<Record<string, string>> = {
  url: 'webhook_url',
  secret: 'webhook_secret',
  'api-key': 'api_key',
  headers: 'headers',
  'client-key': 'client_key',
  'github-token': 'packages_token',
};

/** A job that asks for `id-token: write` cannot be called by one that has less, so every caller would have to grant it. */
const WITHOUT = ['oidc-audience'];
const declared = Object.keys(action.inputs).filter((name) => !WITHOUT.includes(name));

suite('the reusable workflow is the action', () => {
  const plain = declared.filter((name) => !(name in SECRETS));
  const secret = Object.keys(action.inputs).filter((name) => name in SECRETS);

  test('its inputs and secrets are those of the action', () => {
    assert.deepEqual(Object.keys(inputs), ['runs-on', ...plain]);
    assert.deepEqual(
      Object.keys(secrets),
      secret.map((name) => SECRETS[name]),
    );
    for (const [name, { required }] of Object.entries(secrets)) {
      assert.equal(required, false, name);
      assert.match(name, /^(?!github_)[a-z_]+$/i, 'a secret of a repository or an organization can be called so');
    }
  });

  // What GitHub accepts as the name of a secret: docs.github.com, Secrets reference, Naming your secrets.
  test('a repository or an organization can have secrets of these names, as `secrets: inherit` needs', () => {
    for (const name of Object.keys(secrets)) assert.match(name, /^(?!github_)[a-z_][a-z0-9_]*$/i);
  });

  for (const name of plain) {
    test(`${name} has the type and the default of the action's`, () => {
      const standard = action.inputs[name]?.default;
      const { type, default: found } = inputs[name] ?? {};
      if (/^(?:true|false)$/.test(String(standard))) assert.deepEqual([type, String(found)], ['boolean', standard]);
      else if (/^\d+$/.test(String(standard))) assert.deepEqual([type, String(found)], ['number', standard]);
      else assert.deepEqual([type, found], ['string', standard]);
    });
  }

  test('every input and secret reaches the action under its name', () => {
    const step = jobs.notify.steps.find(({ uses }) => uses?.startsWith('./'));
    const expected = declared.map((name) => [
      name,
      name in SECRETS ? `\${{ secrets.${SECRETS[name]} }}` : `\${{ inputs.${name} }}`,
    ]);
    // A caller may pass the keys always, and does with `secrets: inherit`; the action refuses a key without its other half.
    const keys = {
      'api-key': `\${{ inputs.wait && secrets.api_key || '' }}`,
      'client-key': `\${{ inputs.client-certificate && secrets.client_key || '' }}`,
    };
    assert.deepEqual(step?.with, { ...Object.fromEntries(expected), ...keys });
  });

  test('every output comes back', () => {
    assert.deepEqual(Object.keys(outputs), Object.keys(action.outputs));
    for (const name of Object.keys(action.outputs)) {
      assert.equal(outputs[name]?.value, `\${{ jobs.notify.outputs.${name} }}`);
      assert.equal(jobs.notify.outputs[name], `\${{ steps.notify.outputs.${name} }}`);
    }
  });

  test('it runs the action of its own commit, and asks for no permission', () => {
    const checkout = jobs.notify.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.equal(checkout?.with?.repository, `\${{ job.workflow_repository }}`);
    assert.equal(checkout?.with?.ref, `\${{ job.workflow_sha }}`);
    assert.equal(checkout?.with?.['persist-credentials'], false);
    assert.deepEqual([permissions, jobs.notify.permissions], [{}, {}]);
  });
});
