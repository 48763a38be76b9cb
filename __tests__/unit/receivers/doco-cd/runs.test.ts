import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpResponse } from '../../../../src/http/types.ts';
import { apiUrl } from '../../../../src/receivers/doco-cd/api.ts';
import { findRun, readRun } from '../../../../src/receivers/doco-cd/runs.ts';
import { docoCdTracker } from '../../../../src/receivers/doco-cd/tracker.ts';
import type { Observation } from '../../../../src/receivers/types.ts';
import { defined } from '../../../support/defined.ts';
import { answered, JOB } from '../../../support/doco-cd-answers.ts';

describe('URLs of a wait', () => {
  const urls: readonly { endpoint: string; waitUrl: string; run?: string }[] = [
    {
      endpoint: 'https://h/v1/webhook',
      waitUrl: 'https://h/v1/webhook?wait=true',
      run: `https://h/v1/api/run/${JOB}`,
    },
    {
      endpoint: 'https://h:8443/a/b/v1/webhook/production?k=a%20b',
      waitUrl: 'https://h:8443/a/b/v1/webhook/production?k=a%20b&wait=true',
      run: `https://h:8443/a/b/v1/api/run/${JOB}?k=a%20b`,
    },
    {
      endpoint: 'http://h/v1/webhook/v1/webhook',
      waitUrl: 'http://h/v1/webhook/v1/webhook?wait=true',
      run: `http://h/v1/webhook/v1/api/run/${JOB}`,
    },
    { endpoint: 'https://h/hooks/deploy', waitUrl: 'https://h/hooks/deploy?wait=true' },
    { endpoint: 'https://h/v1/webhook/a/b', waitUrl: 'https://h/v1/webhook/a/b?wait=true' },
  ];
  for (const { endpoint, waitUrl, run } of urls) {
    test(endpoint, () => {
      assert.equal(docoCdTracker.inRequest?.url(new URL(endpoint)).href, waitUrl);
      if (run === undefined) {
        assert.throws(() => docoCdTracker.checkEndpoint?.(new URL(endpoint)), {
          name: 'InputError',
          message: /cannot be derived/,
        });
      } else assert.equal(apiUrl(new URL(endpoint), `run/${JOB}`).href, run);
    });
  }

  test('the message about a path shows no more of the URL than its origin', () => {
    const secret = new URL('https://user:pass@h/hooks/s3cret?token=t0ken');
    assert.throws(
      () => docoCdTracker.checkEndpoint?.(secret),
      ({ message }: Error) => !/s3cret|t0ken|pass/.test(message),
    );
  });
});

describe('answers of the run API', () => {
  const run = (fields: object) =>
    answered(200, { content: { job_id: JOB, trigger: 'webhook', ...fields }, job_id: 'k' });
  const cases: readonly { name: string; answer: HttpResponse; expect: Observation | undefined | string }[] = [
    {
      name: 'accepted',
      answer: run({ status: 'accepted', created_at: '2026-01-02T03:04:05Z' }),
      expect: { kind: 'pending', state: 'accepted', times: { createdMs: Date.parse('2026-01-02T03:04:05Z') } },
    },
    {
      name: 'running, with nanoseconds',
      answer: run({
        status: 'running',
        created_at: '2026-01-02T03:04:05Z',
        started_at: '2026-01-02T03:04:06.123456789Z',
      }),
      expect: {
        kind: 'pending',
        state: 'running',
        times: { createdMs: Date.parse('2026-01-02T03:04:05Z'), startedMs: Date.parse('2026-01-02T03:04:06.123Z') },
      },
    },
    {
      name: 'succeeded',
      answer: run({ status: 'succeeded', message: 'done', finished_at: '2026-01-02T03:04:09Z' }),
      expect: {
        kind: 'ended',
        result: { kind: 'succeeded', serverMessage: 'done' },
        times: { finishedMs: Date.parse('2026-01-02T03:04:09Z') },
      },
    },
    {
      name: 'times that are none',
      answer: run({ status: 'succeeded', created_at: 'soon', started_at: 1 }),
      expect: { kind: 'ended', result: { kind: 'succeeded' }, times: {} },
    },
    {
      name: 'skipped',
      answer: run({ status: 'skipped' }),
      expect: { kind: 'ended', result: { kind: 'skipped' }, times: {} },
    },
    {
      name: 'failed without a word',
      answer: run({ status: 'failed' }),
      expect: { kind: 'ended', result: { kind: 'failed', error: 'DEPLOYMENT_FAILED' }, times: {} },
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
      const observed = readRun(answer, JOB);
      if (expect === undefined) return assert.deepEqual(observed, { kind: 'unreadable', answer });
      if (typeof expect !== 'string') return assert.deepEqual(defined(observed), expect);
      assert.equal(observed.kind, 'ended');
      const { kind, error, hint } = observed.result;
      assert.deepEqual([kind, error], ['unknown', expect]);
      assert.ok(hint !== undefined && hint !== '');
    });
  }
});

describe('a run that is looked for', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const wanted = {
    endpoint: new URL('https://h/v1/webhook/production?k=v'),
    artifact: { host: 'ghcr.io', path: 'acme/app', tag: 'v1', digest, style: 'tag' } as const,
    agoMs: 60_000,
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
    { name: 'one before', runs: [run({ created_at: '2026-01-02T03:04:01Z' })], expect: 'none' },
    { name: 'one by a clock of whole seconds', runs: [run({ created_at: '2026-01-02T03:04:03.1Z' })], expect: JOB },
    { name: 'one without a time', runs: [run({ created_at: undefined })], expect: 'none' },
    { name: 'another target', runs: [run({ target: 'staging' })], expect: 'none' },
    { name: 'no target', runs: [run({ target: undefined })], expect: 'none' },
    { name: 'another digest', runs: [run({ revision: 'v1 (sha256:b)' })], expect: 'none' },
    { name: 'another repository', runs: [run({ repository: 'acme/my-app' })], expect: 'none' },
    { name: 'one that waits for its repository', runs: [waiting], expect: 'pending' },
    { name: 'one that waited before', runs: [{ ...waiting, created_at: '2026-01-02T03:00:00Z' }], expect: 'none' },
    { name: 'none', runs: [], expect: 'none' },
    { name: 'no list', runs: 'healthy', expect: 'unreadable' },
    { name: 'no runs', runs: [1, null], expect: 'unreadable' },
  ];
  for (const { name, runs, expect } of cases) {
    test(`${name}: ${expect}`, () => {
      // By the server's clock, which has nothing to do with ours: it answers a minute after the message was sent.
      const answer = { ...answered(200, { content: runs, job_id: 'k' }), dateMs: Date.parse('2026-01-02T03:05:05Z') };
      const found = findRun(answer, wanted);
      assert.equal(found.kind === 'found' ? found.jobId : found.kind, expect);
    });
  }
});
