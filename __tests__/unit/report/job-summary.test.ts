import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generalHint } from '../../../src/delivery/hints.ts';
import type { Delivery } from '../../../src/delivery/types.ts';
import type { HttpResult } from '../../../src/http/types.ts';
import { renderSummary } from '../../../src/report/job-summary.ts';
import { InputError } from '../../../src/util/errors.ts';
import { answer, artifact, attempt, delivery, endpoint, message, refused, sent } from '../../support/deliveries.ts';

const summarise = (...deliveries: readonly Delivery[]) => renderSummary(sent(deliveries));

describe('the summary of deliveries', () => {
  test('has a row for each, with attempts and messages', () => {
    const text = summarise(
      delivery('accepted', [attempt(answer(202))], { serverMessage: 'job accepted' }),
      delivery('rejected', [attempt(answer(401))], { serverMessage: 'a|b', endpoint: endpoint('b.example') }),
      delivery('cancelled', [], { endpoint: endpoint('c.example') }),
    );
    assert.match(text, /^### ❌ OCI webhook: failed\n/);
    assert.match(text, /\| https&#58;\/\/a\.example \| ✅&nbsp;accepted \| 202 \| 1 \| 1\.2&nbsp;s \| job accepted \|/);
    assert.match(text, /\| https&#58;\/\/b\.example \| ❌&nbsp;rejected \| 401 \| 1 \| 1\.2&nbsp;s \| a&#124;b \|/);
    assert.match(text, /\| https&#58;\/\/c\.example \| ❌&nbsp;cancelled \| – \| 0 \| 1\.2&nbsp;s \| – \|/);
    assert.doesNotMatch(text, /Attempts<\/summary>/, 'one attempt each has no history');
  });

  test('says when each attempt happened and why it failed, where there was more than one', () => {
    const began = Date.UTC(2026, 10, 21, 8, 0, 0, 5);
    const text = summarise(
      delivery('accepted', [
        attempt(refused, began),
        attempt(answer(503), began + 1_500),
        attempt(answer(202), began + 4_000),
      ]),
      delivery('accepted', [attempt(answer(202))], { endpoint: endpoint('b.example') }),
    );
    const history = text.slice(text.indexOf('Attempts</summary>'));
    assert.match(history, /\| 1 \| 08:00:00\.005 \| 3 ms \| connect ECONNREFUSED 127\.0\.0\.1:1 \|/);
    assert.match(history, /\| 2 \| 08:00:01\.505 \| 12 ms \| 503 \|/);
    assert.match(history, /\| 3 \| 08:00:04\.005 \| 12 ms \| 202 \|/);
    assert.doesNotMatch(history, /b\.example/);
  });

  test('shows whole digests, which can be copied to send again', () => {
    const { digest = '' } = message('v1').artifact;
    assert.ok(summarise(delivery('accepted', [attempt(answer(202))])).includes(`\`${digest}\``));
    assert.ok(summarise(delivery('rejected', [attempt(answer(401))])).includes(`\`${digest}\``));
  });

  test('says what to do in the row of what failed', () => {
    const hint = generalHint(refused);
    const failed = [delivery('unreachable', [attempt(refused)], { serverMessage: 'refused', hint })];
    assert.match(
      summarise(...failed),
      /\| ❌&nbsp;unreachable \| – \| 1 \| 1\.2&nbsp;s \| refused<br>nothing listens there; [^|]*\|\n/,
    );
  });

  test('shows in a dry run what would be sent, as JSON', () => {
    const body = '{"artifact":"a `b` <c>"}';
    const text = renderSummary({
      kind: 'dry-run',
      artifacts: [artifact('v1')],
      prepared: [{ messages: [{ ...message('v1'), body }] }],
    });
    assert.match(text, /^### ⏭ OCI webhook: dry-run\n/);
    assert.ok(text.includes(`\n\`\`\`json\n${body}\n\`\`\`\n`), text);
  });

  test('folds what is long', () => {
    const many = (count: number) =>
      summarise(...Array.from({ length: count }, () => delivery('accepted', [attempt(answer(202))])));
    assert.doesNotMatch(many(20), /<details>/);
    assert.match(many(21), /<details><summary>21 deliveries<\/summary>\n\n\| Endpoint/);
  });

  test('stays below 1 MiB, whatever is in it, and says what it left out', () => {
    const long = '漢<'.repeat(200);
    const broken: HttpResult = { ...refused, message: long };
    const deliveries = Array.from({ length: 4_000 }, (_, index) =>
      delivery('rejected', Array(21).fill(attempt(broken)), {
        message: message(`v${index}`),
        endpoint: endpoint(`${index}.example`),
        serverMessage: long,
        hint: `${long}${index}`,
      }),
    );
    const text = summarise(...deliveries);
    assert.ok(Buffer.byteLength(text) < 1024 * 1024, `${Buffer.byteLength(text)} bytes`);
    for (const pattern of [
      /<summary>4000 deliveries, the first \d+ shown<\/summary>/,
      /<summary>4000 artifacts, the first \d+ shown<\/summary>/,
      /<summary>Attempts, the first \d+ of 84000<\/summary>/,
      /<\/details>\n$/,
    ]) {
      assert.ok(pattern.test(text), `${pattern} in ${text.slice(0, 500)}`);
    }
    const dry = renderSummary({
      kind: 'dry-run',
      artifacts: deliveries.map(({ message: each }) => each.artifact),
      prepared: deliveries.map(({ endpoint }) => ({
        endpoint,
        messages: [{ ...message('v1'), body: '"'.repeat(2_000) }],
      })),
    });
    assert.ok(Buffer.byteLength(dry) < 1024 * 1024, `${Buffer.byteLength(dry)} bytes`);
    assert.ok(/and \d+ more\n$/.test(dry));
  });

  test('of an error escapes what it quotes', () => {
    const error = new InputError('retries: "<img src=x>" is not allowed');
    assert.doesNotMatch(renderSummary({ kind: 'refused', error }), /<img/);
  });
});
