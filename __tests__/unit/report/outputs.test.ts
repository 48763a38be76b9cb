import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Delivery } from '../../../src/delivery/types.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { answer, artifact, attempt, delivery, endpoint, message, refused, sent } from '../../support/deliveries.ts';

describe('the deliveries output', () => {
  const rows: Readonly<Record<string, readonly [delivery: Delivery, expected: object]>> = {
    accepted: [
      delivery('accepted', [attempt(answer(503)), attempt(answer(202))], {
        jobId: 'j',
        serverMessage: 'job\naccepted',
      }),
      { status: 202, attempts: 2, jobId: 'j', outcome: 'accepted', error: null, message: 'job accepted' },
    ],
    rejected: [
      delivery('rejected', [attempt(answer(401))]),
      { status: 401, attempts: 1, jobId: null, outcome: 'rejected', error: 'HTTP_401', message: null },
    ],
    unreachable: [
      delivery('unreachable', [attempt(refused)]),
      { status: null, attempts: 1, jobId: null, outcome: 'unreachable', error: 'ECONNREFUSED', message: null },
    ],
    'cancelled before the first attempt': [
      delivery('cancelled', []),
      { status: null, attempts: 0, jobId: null, outcome: 'cancelled', error: 'CANCELLED', message: null },
    ],
    'cancelled between two attempts': [
      delivery('cancelled', [attempt(answer(503))]),
      { status: 503, attempts: 1, jobId: null, outcome: 'cancelled', error: 'CANCELLED', message: null },
    ],
  };
  for (const [what, [given, expected]] of Object.entries(rows)) {
    test(what, () => {
      const [entry, ...others] = JSON.parse(outputsOf(sent([given])).deliveries ?? '');
      assert.deepEqual(others, []);
      const { digest } = artifact('v1');
      const always = { artifact: 'ghcr.io/acme/app:v1', digest, endpoint: 'https://a.example', durationMs: 1_234 };
      assert.deepEqual(entry, { ...always, ...expected });
    });
  }

  test('has an entry for each delivery', () => {
    const outcome = sent([
      delivery('accepted', [attempt(answer(200))]),
      delivery('accepted', [attempt(answer(200))], { message: message('v2'), endpoint: endpoint('b.example') }),
    ]);
    const entries = JSON.parse(outputsOf(outcome).deliveries ?? '').map(
      (entry: { artifact: string; endpoint: string }) => [entry.endpoint, entry.artifact],
    );
    assert.deepEqual(entries, [
      ['https://a.example', 'ghcr.io/acme/app:v1'],
      ['https://b.example', 'ghcr.io/acme/app:v2'],
    ]);
  });

  test('holds, with artifacts and payload, no more than a job may have, and its last entry says what is left out', () => {
    const warnings: string[] = [];
    const many = Array.from({ length: 10_000 }, () => delivery('accepted', [attempt(answer(202, 'job accepted'))]));
    const outcome = { ...sent(many), artifacts: many.map(() => artifact('v1')) };
    const { artifacts = '', payload = '', deliveries = '' } = outputsOf(outcome, (text) => warnings.push(text));
    const together = artifacts.length + payload.length + deliveries.length;
    assert.ok(together <= 400_000 && together > 380_000, `${together}`);
    const holds = [
      ['artifacts', JSON.parse(artifacts)],
      ['deliveries', JSON.parse(deliveries)],
    ] as const;
    const expected = holds.map(([name, entries]) => {
      const kept = entries.length - 1;
      assert.ok(kept > 500, `${kept} ${name} are kept`);
      assert.deepEqual(entries.at(-1), { omitted: 10_000 - kept });
      const number = kept.toLocaleString('en');
      return `the output ${name} holds the first ${number} of 10,000: GitHub takes 1 MB for all outputs of a job together`;
    });
    assert.deepEqual(warnings, expected);
  });

  test('is a whole list where it fits', () => {
    const few = Array.from({ length: 100 }, () => delivery('accepted', [attempt(answer(202))]));
    assert.equal(JSON.parse(outputsOf(sent(few)).deliveries ?? '').length, 100);
  });

  test('leaves no room to a payload that is too long', () => {
    const warnings: string[] = [];
    const long = { ...message('v1'), body: 'x'.repeat(100_001) };
    const outcome = sent([delivery('accepted', [attempt(answer(202))], { message: long })]);
    assert.equal(outputsOf(outcome, (text) => warnings.push(text)).payload, '');
    assert.match(warnings.join(), /^the output payload is empty: with 100,001 characters/);
  });
});
