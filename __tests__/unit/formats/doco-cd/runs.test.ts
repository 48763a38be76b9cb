import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { docoCdRuns } from '../../../../src/formats/doco-cd/runs.ts';
import { docoCd } from '../../../../src/formats/doco-cd/webhook.ts';
import type { DeploymentResult, RunStatus } from '../../../../src/formats/types.ts';
import type { HttpResponse } from '../../../../src/http/types.ts';
import { defined } from '../../../support/defined.ts';
import { FAILURES } from '../../../support/doco-cd.ts';
import type { Refusal } from '../../../support/receiver.ts';

const JOB = '0199c0de-0000-7000-8000-000000000000';

const answered = (status: number, body: unknown, bodyState: HttpResponse['bodyState'] = 'complete'): HttpResponse => ({
  kind: 'response',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  bodyState,
  durationMs: 1,
});

describe('URLs of a wait', () => {
  const urls: readonly { endpoint: string; inside: string; run?: string }[] = [
    {
      endpoint: 'https://h/v1/webhook',
      inside: 'https://h/v1/webhook?wait=true',
      run: `https://h/v1/api/run/${JOB}`,
    },
    {
      endpoint: 'https://h:8443/a/b/v1/webhook/production?k=a%20b',
      inside: 'https://h:8443/a/b/v1/webhook/production?k=a%20b&wait=true',
      run: `https://h:8443/a/b/v1/api/run/${JOB}?k=a%20b`,
    },
    {
      endpoint: 'http://h/v1/webhook/v1/webhook',
      inside: 'http://h/v1/webhook/v1/webhook?wait=true',
      run: `http://h/v1/webhook/v1/api/run/${JOB}`,
    },
    { endpoint: 'https://h/hooks/deploy', inside: 'https://h/hooks/deploy?wait=true' },
    { endpoint: 'https://h/v1/webhook/a/b', inside: 'https://h/v1/webhook/a/b?wait=true' },
  ];
  for (const { endpoint, inside, run } of urls) {
    test(endpoint, () => {
      assert.equal(docoCdRuns.waitUrl(new URL(endpoint)).href, inside);
      if (run === undefined) {
        assert.throws(() => docoCdRuns.runUrl(new URL(endpoint), JOB), {
          name: 'InputError',
          message: /cannot be derived/,
        });
      } else assert.equal(docoCdRuns.runUrl(new URL(endpoint), JOB).href, run);
    });
  }

  test('the message about a path shows no more of the URL than its origin', () => {
    const secret = new URL('https://user:pass@h/hooks/s3cret?token=t0ken');
    assert.throws(
      () => docoCdRuns.runUrl(secret, JOB),
      ({ message }: Error) => !/s3cret|t0ken|pass/.test(message),
    );
  });
});

describe('answers of the run API', () => {
  const run = (fields: object) =>
    answered(200, { content: { job_id: JOB, trigger: 'webhook', ...fields }, job_id: 'k' });
  const cases: readonly { name: string; answer: HttpResponse; expect: RunStatus | undefined | string }[] = [
    {
      name: 'accepted',
      answer: run({ status: 'accepted', created_at: '2026-01-02T03:04:05Z' }),
      expect: { state: { kind: 'accepted' }, createdMs: Date.parse('2026-01-02T03:04:05Z') },
    },
    {
      name: 'running, with nanoseconds',
      answer: run({
        status: 'running',
        created_at: '2026-01-02T03:04:05Z',
        started_at: '2026-01-02T03:04:06.123456789Z',
      }),
      expect: {
        state: { kind: 'running' },
        createdMs: Date.parse('2026-01-02T03:04:05Z'),
        startedMs: Date.parse('2026-01-02T03:04:06.123Z'),
      },
    },
    {
      name: 'succeeded',
      answer: run({ status: 'succeeded', message: 'done', finished_at: '2026-01-02T03:04:09Z' }),
      expect: { state: { kind: 'succeeded', serverMessage: 'done' }, finishedMs: Date.parse('2026-01-02T03:04:09Z') },
    },
    {
      name: 'times that are none',
      answer: run({ status: 'succeeded', created_at: 'soon', started_at: 1 }),
      expect: { state: { kind: 'succeeded' } },
    },
    { name: 'skipped', answer: run({ status: 'skipped' }), expect: { state: { kind: 'skipped' } } },
    {
      name: 'failed without a word',
      answer: run({ status: 'failed' }),
      expect: { state: { kind: 'failed', error: 'DEPLOYMENT_FAILED' } },
    },
    {
      name: 'the key is wrong',
      answer: answered(401, { error: 'invalid api key', content: '', job_id: 'k' }),
      expect: 'API_KEY_REFUSED',
    },
    {
      name: 'forgotten',
      answer: answered(404, { error: `run not found: ${JOB}`, content: '', job_id: 'k' }),
      expect: 'RUN_NOT_FOUND',
    },
    { name: 'no API', answer: answered(404, '404 page not found\n'), expect: 'API_NOT_FOUND' },
    { name: 'a state that is not known here', answer: run({ status: 'paused' }), expect: 'STATE_NOT_KNOWN' },
    { name: 'the run of another job', answer: run({ status: 'succeeded', job_id: 'another' }), expect: undefined },
    { name: 'the run of no job', answer: run({ status: 'succeeded', job_id: undefined }), expect: undefined },
    { name: 'a run that is none', answer: answered(200, { content: 'healthy', job_id: 'k' }), expect: undefined },
    { name: 'a login page', answer: answered(200, '<html>'), expect: undefined },
    { name: 'a login before it', answer: answered(401, 'Unauthorized'), expect: undefined },
    { name: 'a gateway', answer: answered(502, 'Bad Gateway'), expect: undefined },
  ];
  for (const { name, answer, expect } of cases) {
    test(name, () => {
      const status = docoCdRuns.parseRunStatus(answer, JOB);
      if (typeof expect !== 'string') return assert.deepEqual(defined(status), expect);
      assert.equal(status?.state.kind, 'unknown');
      const { error, hint } = status.state as DeploymentResult;
      assert.equal(error, expect);
      assert.ok(hint !== undefined && hint !== '');
    });
  }
});

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
  const status = docoCdRuns.parseRunStatus(answered(200, { content: run, job_id: 'k' }), JOB);
  return { message, state: status?.state as DeploymentResult };
}

describe('failures of a deployment', () => {
  for (const { failure, hint } of failures) {
    const { status, error, content } = failure;
    const { message, state } = askedFor(failure);
    test(`${message}, asked for and inside the request`, () => {
      const expected = { kind: 'failed', error: 'DEPLOYMENT_FAILED', serverMessage: message };
      assert.deepEqual({ ...state, hint: undefined }, { ...expected, hint: undefined });
      assert.match(state.hint ?? '', hint);
      const inside = docoCdRuns.parseWaitResponse(answered(status, { error, content, job_id: JOB }));
      // Where containers may have been left behind, a repeat would be skipped, and without the API nobody would notice.
      const mayBeSkipped = message.startsWith('deployment failed');
      assert.deepEqual(inside, {
        ...state,
        hint: mayBeSkipped ? `${state.hint}; ${docoCdRuns.repeatHint}` : state.hint,
      });
    });
  }

  test('each of its own kind has its own hint', () => {
    const hints = new Set(failures.map(({ failure }) => askedFor(failure).state.hint));
    assert.equal(hints.size, 20);
  });

  test('no hint advises to raise retries', () => {
    for (const { failure } of failures) assert.doesNotMatch(askedFor(failure).state.hint ?? '', /retries|deadline/);
  });
});

describe('answers of doco-cd to a message that it refused', () => {
  const endpoint = new URL('https://h/v1/webhook');
  const refusals: readonly { name: string; answer: HttpResponse; hint: RegExp }[] = [
    {
      name: 'plain HTTP to a server that speaks HTTPS',
      answer: answered(400, 'Client sent an HTTP request to an HTTPS server.\n'),
      hint: /write https: in the url/,
    },
    {
      name: 'a body it cannot read',
      answer: answered(500, { error: 'failed to parse payload', content: 'failed to parse payload', job_id: JOB }),
      hint: /v0\.89\.0/,
    },
    {
      name: 'an error that is not known here',
      answer: answered(500, { error: 'out of luck', content: 'out of luck', job_id: JOB }),
      hint: /doco-cd itself refused the message, and sending it again would not change that/,
    },
  ];
  for (const { name, answer, hint } of refusals) {
    test(`${name}: what to do, and no advice to retry`, () => {
      const given = docoCd.hint(answer, endpoint) ?? '';
      assert.match(given, hint);
      assert.doesNotMatch(given, /raise retries|deadline/);
    });
  }

  test('what was accepted has no hint', () => {
    const accepted = answered(202, { content: 'job accepted', job_id: JOB });
    assert.equal(docoCd.hint(accepted, endpoint), undefined);
  });
});

describe('a run that is looked for', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const wanted = {
    endpoint: new URL('https://h/v1/webhook/production?k=v'),
    artifact: { host: 'ghcr.io', path: 'acme/app', tag: 'v1', digest, style: 'tag' } as const,
    sinceMs: Date.parse('2026-01-02T03:04:05Z'),
  };
  const run = (fields: object = {}) => ({
    job_id: JOB,
    status: 'running',
    repository: 'acme/app',
    revision: `v1 (${digest})`,
    target: 'production',
    created_at: '2026-01-02T03:04:05.5Z',
    ...fields,
  });
  const waiting = run({ status: 'accepted', revision: undefined, repository: undefined, target: undefined });
  const cases: readonly { name: string; runs: unknown; expect: string }[] = [
    { name: 'the only one', runs: [run()], expect: JOB },
    { name: 'with the host in its repository', runs: [run({ repository: 'ghcr.io/acme/app' })], expect: JOB },
    { name: 'the newest of several', runs: [run({ job_id: 'newest' }), run()], expect: 'newest' },
    { name: 'one before', runs: [run({ created_at: '2026-01-02T03:04:04Z' })], expect: 'none' },
    { name: 'one without a time', runs: [run({ created_at: undefined })], expect: 'none' },
    { name: 'another target', runs: [run({ target: 'staging' })], expect: 'none' },
    { name: 'no target', runs: [run({ target: undefined })], expect: 'none' },
    { name: 'another digest', runs: [run({ revision: 'v1 (sha256:b)' })], expect: 'none' },
    { name: 'another repository', runs: [run({ repository: 'acme/my-app' })], expect: 'none' },
    { name: 'one that waits for its repository', runs: [waiting], expect: 'pending' },
    { name: 'one that waited before', runs: [{ ...waiting, created_at: '2026-01-02T03:00:00Z' }], expect: 'none' },
    { name: 'none', runs: [], expect: 'none' },
    { name: 'no list', runs: 'healthy', expect: 'none' },
    { name: 'no runs', runs: [1, null], expect: 'none' },
  ];
  for (const { name, runs, expect } of cases) {
    test(`${name}: ${expect}`, () => {
      const found = docoCdRuns.findRun(answered(200, { content: runs, job_id: 'k' }), wanted);
      assert.equal(found.kind === 'found' ? found.jobId : found.kind, expect);
    });
  }
});

describe('answers that came after the deployment', () => {
  const refusal = (error: string, content = error) => ({ error, content, job_id: JOB });
  const cases: readonly {
    name: string;
    answer: HttpResponse;
    kind: DeploymentResult['kind'] | undefined;
    error?: string;
  }[] = [
    { name: 'done', answer: answered(201, { content: 'job completed successfully', job_id: JOB }), kind: 'succeeded' },
    { name: 'done, its body cut', answer: answered(201, '{"conte', 'cut'), kind: 'succeeded' },
    { name: 'a 201 of another', answer: answered(201, { id: 1 }), kind: 'unknown', error: 'NOT_AWAITED' },
    {
      name: 'not waited for',
      answer: answered(202, { content: 'job accepted', job_id: JOB }),
      kind: 'unknown',
      error: 'NOT_AWAITED',
    },
    { name: 'a page', answer: answered(200, '<html>'), kind: 'unknown', error: 'NOT_AWAITED' },
    {
      name: 'wrong secret',
      answer: answered(401, refusal('incorrect secret key', 'HMAC verification failed')),
      kind: undefined,
    },
    { name: 'no signature', answer: answered(400, refusal('missing signature or token header')), kind: undefined },
    { name: 'wrong method', answer: answered(405, refusal('invalid http method')), kind: undefined },
    {
      name: 'body not understood',
      answer: answered(500, refusal('failed to parse payload', 'unexpected end of JSON input')),
      kind: undefined,
    },
    { name: 'no route', answer: answered(404, '404 page not found'), kind: undefined },
    { name: 'no upstream', answer: answered(503, 'no server is available'), kind: undefined },
    { name: 'too many requests', answer: answered(429, ''), kind: undefined },
    ...[502, 504, 520, 522, 524].map((status) => ({
      name: `a gateway's ${status}`,
      answer: answered(status, '<html>'),
      kind: 'unknown' as const,
      error: `HTTP_${status}`,
    })),
  ];
  for (const { name, answer, kind, error } of cases) {
    test(name, () => {
      const result = docoCdRuns.parseWaitResponse(answer);
      assert.equal(result?.kind, kind);
      assert.equal(result?.error, error);
      assert.equal(result?.hint === undefined, kind !== 'unknown');
    });
  }
});
