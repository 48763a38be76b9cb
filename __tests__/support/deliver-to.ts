import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { FaultServer, Seen } from './fault-server.ts';
import { type ActionOptions, type ActionRun, runAction } from './run-action.ts';

export const SECRET = 'hunter2-of-some-length';
export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
export const BODY = `{"source":"oci","digest":"${DIGEST}","artifact":"ghcr.io/acme/app:v1"}`;

/** One entry of the `deliveries` output. */
type DeliveryOutput = {
  readonly endpoint: string;
  readonly status: number | null;
  readonly attempts: number;
  readonly durationMs: number;
  readonly jobId: string | null;
  readonly outcome: string;
  readonly error: string | null;
  readonly message: string | null;
};

export type Delivered = ActionRun & { readonly deliveries: readonly DeliveryOutput[] };

export type Expected = {
  readonly delivered: boolean;
  /** Requests that the server saw; at least so many with `atLeast`. */
  readonly requests: number | { readonly atLeast: number };
  /** Attempts that were made, where they are not the requests seen. */
  readonly attempts?: number | { readonly atLeast: number };
  /** Code in the deliveries output. */
  readonly status?: number | null;
  readonly error?: string;
  /** What the error annotation says, or the log when it was delivered. */
  readonly pattern?: RegExp;
};

/** Runs the action against `url`: with time enough for a busy machine, and little enough that faults end soon. */
export async function deliverTo(url: string, options: ActionOptions = {}): Promise<Delivered> {
  const run = await runAction({
    ...options,
    inputs: {
      url,
      secret: SECRET,
      artifact: 'ghcr.io/acme/app:v1',
      digest: DIGEST,
      timeout: '6',
      deadline: '30',
      ...options.inputs,
    },
  });
  return { ...run, deliveries: JSON.parse(run.outputs.deliveries ?? '[]') };
}

/** All that holds for every single delivery, whatever was wrong with the other side, and what was expected of this one. */
export function check(run: Delivered, { requests }: Pick<FaultServer, 'requests'>, expected: Expected): void {
  const { delivered, pattern } = expected;
  const shown = `${run.log}\n${JSON.stringify(run.outputs)}\n${run.summary}`;
  assert.equal(run.exitCode, delivered ? 0 : 1, shown);
  assert.equal(run.outputs.result, delivered ? 'delivered' : 'failed', shown);
  assertCount(requests.length, expected.requests, `requests\n${shown}`);

  const [delivery, ...others] = run.deliveries;
  assert.ok(delivery !== undefined && others.length === 0, shown);
  assertCount(delivery.attempts, expected.attempts ?? expected.requests, `attempts\n${shown}`);
  assert.equal(delivery.error === null, delivered, shown);
  if (expected.status !== undefined) assert.equal(delivery.status, expected.status, shown);
  if (expected.error !== undefined) assert.equal(delivery.error, expected.error, shown);

  const lines = run.log.split('\n').filter((line) => /^attempt \d+(?: of \d+)?: /.test(line));
  assert.equal(lines.length, delivery.attempts, `a line for each attempt\n${shown}`);
  for (const [index, line] of lines.entries()) {
    assert.match(line, new RegExp(`^attempt ${index + 1}(?: of \\d+)?: `), shown);
    const isLast = index === lines.length - 1;
    assert.equal(/, next in \d+\.\d s/.test(line), !isLast, `each but the last has the time of the next\n${shown}`);
  }
  const history = [...run.summary.matchAll(/\| \d\d:\d\d:\d\d\.\d{3} \|/g)].length;
  assert.equal(history, delivery.attempts > 1 ? delivery.attempts : 0, `the summary has them too\n${shown}`);

  assert.equal(run.errors.length, delivered ? 0 : 1, shown);
  if (pattern !== undefined) assert.match(delivered ? run.log : (run.errors[0] ?? ''), pattern, shown);
  checkAlike(requests);
  checkHidden(run, requests);
  assert.equal(run.stderr, '');
}

/** Same bytes, same signature, same key on every attempt. */
export function checkAlike(requests: readonly Seen[]): void {
  const signature = createHmac('sha256', SECRET).update(BODY).digest('hex');
  const keys = new Set(requests.map(({ headers }) => headers['idempotency-key']));
  assert.ok(keys.size <= 1, 'one Idempotency-Key');
  for (const { body, headers } of requests) {
    if (body !== '') assert.equal(body, BODY); // Some servers do not wait for it.
    assert.equal(headers['x-doco-oci-signature-256'], `sha256=${signature}`);
    assert.match(headers['idempotency-key'] ?? '', /^[0-9a-f-]{36}$/);
  }
}

/** The secret and what was made of it are shown nowhere. */
export function checkHidden(run: ActionRun, requests: readonly Seen[]): void {
  const shown = `${run.log}${JSON.stringify(run.outputs)}${run.summary}`;
  assert.ok(!shown.includes(SECRET), 'the secret is shown');
  for (const { headers } of requests) {
    const signature = headers['x-doco-oci-signature-256']?.slice('sha256='.length) ?? SECRET;
    assert.ok(!shown.includes(signature), 'the signature is shown');
  }
}

function assertCount(found: number, expected: number | { readonly atLeast: number }, shown: string): void {
  if (typeof expected === 'number') assert.equal(found, expected, shown);
  else assert.ok(found >= expected.atLeast, `${found} is less than ${expected.atLeast} ${shown}`);
}
