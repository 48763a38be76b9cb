import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { EXCEPTIONS, installActionlint, lint, lintWithoutExceptions, whyNoActionlint } from '../support/actionlint.ts';
import { ownFiles, readText } from '../support/markdown.ts';
import { readChosen } from '../support/read-inputs.ts';
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

function refuseUndeclared(inputs: Mapping, path: string): void {
  const declared = (parseYaml(readText(path), path) as { inputs: Readonly<Record<string, { required?: boolean }>> })
    .inputs;
  for (const name of Object.keys(inputs)) assert.ok(name in declared, `${path} has no input ${name}`);
  for (const [name, { required }] of Object.entries(declared)) {
    assert.ok(!required || name in inputs, `${path} requires ${name}`);
  }
}

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

/** Values that expressions could have, by input; the action itself then validates the step. */
const PLAUSIBLE: Readonly<Record<string, string>> = {
  url: 'https://deploy.example.com',
  secret: 'a-secret-of-at-least-16-characters',
  artifact: 'ghcr.io/acme/platform-config:main',
  digest: `sha256:${'ab'.repeat(32)}`,
  'api-key': 'an-api-key',
  headers: 'a-value',
};

/** Paths of receivers that know a wrong one when they see it. */
const PATHS: Readonly<Record<string, string>> = {
  kargo: `/webhooks/github/${'a'.repeat(64)}`,
  flux: `/hook/${'a'.repeat(64)}`,
  'argo-cd': '/api/webhook',
  keel: '/v1/webhooks/dockerhub',
  'image-updater': '/webhook?type=harbor',
  watchtower: '/v1/update?image={repository}',
  portainer: '/api/stacks/webhooks/0b0c3f4e-1111-4222-8333-444455556666',
  coolify: '/api/v1/deploy?uuid=u&force=true',
  dokploy: '/api/deploy/a-token-of-some-length',
  komodo: '/listener/github/procedure/id/__ANY__',
};

async function accept(inputs: Mapping, { where, workflow }: Shown): Promise<void> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(inputs)) {
    // The page of a receiver shows a step that names it only in its URL.
    const receiver = String(inputs.receiver ?? /^docs\/receivers\/([a-z-]+)\.md/.exec(where)?.[1]);
    const path = name === 'url' ? (PATHS[receiver] ?? '') : '';
    const text = String(value).replace(/\$\{\{.*?\}\}/gs, `${PLAUSIBLE[name] ?? ''}${path}`);
    environment[`INPUT_${name.toUpperCase()}`] = text;
  }
  const mayHaveToken = Object.values(workflow.jobs).some(
    ({ permissions }) => (permissions as Mapping | undefined)?.['id-token'] === 'write',
  );
  if (mayHaveToken || 'snippet' in workflow.jobs)
    environment.ACTIONS_ID_TOKEN_REQUEST_URL = 'https://token.actions.example';
  const read = await readChosen(environment);
  const on = workflow.on as string | Mapping;
  const triggers = typeof on === 'string' ? [on] : Object.keys(on);
  const hasEvent = triggers.some((name) => ['registry_package', 'package', 'repository_dispatch'].includes(name));
  const isSnippet = 'snippet' in workflow.jobs;
  assert.ok(
    isSnippet || hasEvent || 'event' in inputs || read.artifacts.length > 0,
    `${where}: nothing says what was published`,
  );
}
