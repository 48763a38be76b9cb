import assert from 'node:assert/strict';
import { readText } from './markdown.ts';
import { readChosen } from './read-inputs.ts';
import { type Mapping, parseYaml, type Shown } from './workflows.ts';

/** Holds the steps that documents show to action.yml and to what the action itself accepts. */

/** Fails where `inputs` has a name that the action at `path` does not declare, or lacks one that it requires. */
export function refuseUndeclared(inputs: Mapping, path: string): void {
  const declared = (parseYaml(readText(path), path) as { inputs: Readonly<Record<string, { required?: boolean }>> })
    .inputs;
  for (const name of Object.keys(inputs)) assert.ok(name in declared, `${path} has no input ${name}`);
  for (const [name, { required }] of Object.entries(declared)) {
    assert.ok(!required || name in inputs, `${path} requires ${name}`);
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

/** Fails where the action would refuse these inputs, or would not know what was published. */
export async function accept(inputs: Mapping, { where, workflow }: Shown): Promise<void> {
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
