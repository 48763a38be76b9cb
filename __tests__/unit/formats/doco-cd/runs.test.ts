import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { docoCdRuns } from '../../../../src/formats/doco-cd/runs.ts';
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

describe('what the run API says', () => {
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
    { name: 'a run that is none', answer: answered(200, { content: 'healthy', job_id: 'k' }), expect: undefined },
    { name: 'a login page', answer: answered(200, '<html>'), expect: undefined },
    { name: 'a login before it', answer: answered(401, 'Unauthorized'), expect: undefined },
    { name: 'a gateway', answer: answered(502, 'Bad Gateway'), expect: undefined },
  ];
  for (const { name, answer, expect } of cases) {
    test(name, () => {
      const status = docoCdRuns.parseRunStatus(answer);
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
  { failure: FAILURES.trustPolicy, hint: /OCI_TRUST_POLICY/ },
  { failure: FAILURES.layout, hint: /\.doco-cd\.yaml .*at the root/ },
  { failure: FAILURES.notATar, hint: /tar archives/ },
  { failure: FAILURES.platform, hint: /linux\/amd64/ },
  { failure: FAILURES.deployConfig, hint: /\.doco-cd\.yaml in the artifact/ },
  { failure: FAILURES.compose, hint: /Compose or Swarm/ },
  { failure: FAILURES.repositoryName, hint: /rename the package/ },
  {
    failure: { status: 400, error: 'failed to verify and sanitize working directory path', content: 'x' },
    hint: /rename/,
  },
];

describe('failures of a deployment', () => {
  for (const { failure, hint } of failures) {
    const { status, error, content } = failure;
    const message = error === content ? error : `${error}: ${content}`;
    test(`${message}, asked for and inside the request`, () => {
      const expected = { kind: 'failed', error: 'DEPLOYMENT_FAILED', serverMessage: message };
      const inside = docoCdRuns.parseWaitResponse(answered(status, { error, content, job_id: JOB }));
      assert.deepEqual({ ...inside, hint: undefined }, { ...expected, hint: undefined });
      assert.match(inside?.hint ?? '', hint);
      const run = { job_id: JOB, status: 'failed', message };
      assert.deepEqual(docoCdRuns.parseRunStatus(answered(200, { content: run, job_id: 'k' }))?.state, inside);
    });
  }
  test('each of its own kind has its own hint', () => {
    const hints = new Set(
      failures.map(
        ({ failure: { status, error, content } }) =>
          docoCdRuns.parseWaitResponse(answered(status, { error, content, job_id: JOB }))?.hint,
      ),
    );
    assert.equal(hints.size, 10);
  });
});

describe('what an answer says that came after the deployment', () => {
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
      name: 'not awaited',
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
