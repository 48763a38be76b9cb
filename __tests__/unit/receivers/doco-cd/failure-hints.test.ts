import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRun } from '../../../../src/receivers/doco-cd/runs.ts';
import { parseWaitResponse, REPEAT_HINT } from '../../../../src/receivers/doco-cd/wait-response.ts';
import { cpuMs } from '../../../support/cpu.ts';
import { FAILURES } from '../../../support/doco-cd.ts';
import { answered, JOB } from '../../../support/doco-cd-answers.ts';
import type { Refusal } from '../../../support/receiver.ts';

const MISMATCH = FAILURES.digestMismatch('sha256:a', 'sha256:b');
const failures: readonly { failure: Refusal; hint: RegExp }[] = [
  { failure: MISMATCH, hint: /the tag has moved.*digest of the index/ },
  { failure: FAILURES.registryLogin, hint: /credentials/ },
  {
    failure: { ...FAILURES.layout, content: 'GET https://r/v2/: unexpected status code 403 Forbidden' },
    hint: /credentials/,
  },
  { failure: FAILURES.notInRegistry, hint: /does not have it under this name/ },
  { failure: FAILURES.registryTimeout, hint: /cannot get the artifact from the registry/ },
  { failure: FAILURES.trustPolicy, hint: /OCI_TRUST_POLICY.*sign the digest/ },
  { failure: FAILURES.trustRules, hint: /trusts nobody: add a public key or an identity/ },
  { failure: FAILURES.sigstore, hint: /cannot reach Sigstore/ },
  { failure: FAILURES.layout, hint: /\.doco-cd\.yaml .*at the root/ },
  { failure: FAILURES.notATar, hint: /tar archives/ },
  { failure: FAILURES.yaml, hint: /not YAML that doco-cd can read/ },
  { failure: FAILURES.version, hint: /version: doco\.v1 or leave it out/ },
  { failure: FAILURES.platform, hint: /linux\/amd64/ },
  { failure: FAILURES.baseDirectory, hint: /DEPLOY_CONFIG_BASE_DIR/ },
  { failure: FAILURES.deployConfig, hint: /the configuration in the artifact .* is wrong/ },
  { failure: FAILURES.duplicate, hint: /the configuration in the artifact .* is wrong/ },
  {
    failure: { ...FAILURES.duplicate, content: 'key not found: stacks' },
    hint: /is wrong: correct what is named here/,
  },
  { failure: FAILURES.envFile, hint: /an env file/ },
  { failure: FAILURES.docker, hint: /doco-cd cannot reach Docker/ },
  { failure: FAILURES.imagePull, hint: /may not pull an image/ },
  { failure: FAILURES.exited, hint: /docker logs.*service_completed_successfully/ },
  { failure: FAILURES.unhealthy, hint: /docker logs/ },
  { failure: FAILURES.imageMissing, hint: /not in its registry/ },
  { failure: FAILURES.noEntrypoint, hint: /could not be started: check entrypoint/ },
  { failure: FAILURES.migration, hint: /another waits for has ended with an error/ },
  { failure: FAILURES.restarting, hint: /starts it again and again/ },
  { failure: FAILURES.entries, hint: /100,000 files/ },
  { failure: FAILURES.paused, hint: /docker service ps/ },
  { failure: FAILURES.startTimeout, hint: /did not start in time/ },
  { failure: FAILURES.compose, hint: /Compose or Swarm/ },
  { failure: FAILURES.repositoryName, hint: /rename the package/ },
  {
    failure: { status: 400, error: 'failed to verify and sanitize working directory path', content: 'x' },
    hint: /rename/,
  },
];

/** A failure in the run API. */
function askedFor({ error, content }: Refusal) {
  const message = error === content ? error : `${error}: ${content}`;
  const run = { job_id: JOB, status: 'failed', message };
  const observed = readRun(answered(200, { content: run, job_id: 'k' }), JOB);
  assert.equal(observed.kind, 'ended');
  return { message, state: observed.result };
}

describe('failures of a deployment', () => {
  for (const { failure, hint } of failures) {
    const { status, error, content } = failure;
    const { message, state } = askedFor(failure);
    test(`${message}, asked for and inside the request`, () => {
      const expected = { kind: 'failed', error: 'DEPLOYMENT_FAILED', serverMessage: message };
      assert.deepEqual({ ...state, hint: undefined }, { ...expected, hint: undefined });
      assert.match(state.hint ?? '', hint);
      const waited = parseWaitResponse(answered(status, { error, content, job_id: JOB }));
      // Where containers may have been left behind, a repeat would be skipped, and without the API nobody would notice.
      const mayBeSkipped = message.startsWith('deployment failed');
      assert.deepEqual(waited, {
        ...state,
        hint: mayBeSkipped ? `${state.hint}; ${REPEAT_HINT}` : state.hint,
      });
    });
  }

  test('each of its own kind has its own hint', () => {
    const hints = new Set(failures.map(({ failure }) => askedFor(failure).state.hint));
    assert.equal(hints.size, 26);
  });

  test('a message of a mebibyte takes no time', () => {
    for (const text of ['failed to pull images ', 'timed out after ', 'one-shot service ']) {
      const startedMs = cpuMs();
      const message = text.repeat(45_000);
      parseWaitResponse(answered(500, { error: message, content: message, job_id: JOB }));
      // Without a limit it is half a minute.
      assert.ok(cpuMs() - startedMs < 5_000, text);
    }
  });

  test('no hint advises to raise retries', () => {
    for (const { failure } of failures) assert.doesNotMatch(askedFor(failure).state.hint ?? '', /retries|deadline/);
  });
});
