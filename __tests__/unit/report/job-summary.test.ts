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
  test('names what failed first, and each delivery once', () => {
    const text = summarise(
      delivery('accepted', [attempt(answer(202))], { serverMessage: 'job accepted' }),
      delivery('rejected', [attempt(answer(401))], {
        serverMessage: 'a|b',
        hint: 'compare the secrets',
        endpoint: endpoint('b.example'),
      }),
      delivery('cancelled', [], { endpoint: endpoint('c.example') }),
    );
    assert.ok(text.startsWith('### ❌ 2 of 3 servers failed: `ghcr.io/acme/app:v1`\n\n'), text);
    assert.ok(text.includes('**b.example** refused the message after 1.2 s<br>\n**Server said:** 401 a&#124;b<br>\n'));
    assert.ok(text.includes('**To fix:** compare the secrets\n'), text);
    assert.ok(text.includes('**c.example** was not told: the job was cancelled\n'), text);
    assert.ok(text.includes('\n\n✅ a.example 1.2 s\n\n<details>'), text);
    assert.doesNotMatch(text, /Began/, 'one attempt each has no history');
  });

  test('says in one line what went well', () => {
    const { digest = '' } = message('v1').artifact;
    const text = summarise(delivery('accepted', [attempt(answer(202))], { serverMessage: 'job accepted' }));
    const [heading, , line] = text.split('\n');
    assert.equal(heading, '### ✅ `ghcr.io/acme/app:v1` → a.example');
    assert.equal(line, `accepted after 1.2 s · digest \`${digest.slice(0, 19)}…\``);
  });

  test('says which containers do not run, and how to see why', () => {
    const text = summarise(
      delivery('accepted', [attempt(answer(202))], {
        deployment: {
          kind: 'failed',
          serverMessage: 'not all run',
          hint: 'see why',
          containers: [
            { name: 'web-app-1', state: 'running', isWell: true },
            { name: 'web-db-1', state: 'exited (137)', isWell: false, logCommand: 'docker logs web-db-1' },
          ],
          times: { endedMs: Date.UTC(2026, 10, 21, 8, 0, 5) },
        },
      }),
    );
    assert.ok(text.startsWith('### ❌ `ghcr.io/acme/app:v1` does not run on a.example\n'), text);
    assert.ok(
      text.includes('**Not running:** <code>web-db-1</code> exited &#40;137&#41;<br>\n**To fix:** see why<br>\n'),
    );
    assert.equal(text.split('<code>docker logs web-db-1</code>').length, 2, text);
  });

  test('says when each attempt was made and why it failed, where there was more than one', () => {
    const began = Date.UTC(2026, 10, 21, 8, 0, 0, 5);
    const text = summarise(
      delivery('accepted', [
        attempt(refused, began),
        attempt(answer(503), began + 1_500),
        attempt(answer(202), began + 4_000),
      ]),
      delivery('accepted', [attempt(answer(202))], { endpoint: endpoint('b.example') }),
    );
    const history = text.slice(text.indexOf('Began'));
    assert.match(history, /\| 1 \| 08:00:00\.005 \| 3&nbsp;ms \| connect ECONNREFUSED 127\.0\.0\.1:1 \|/);
    assert.match(history, /\| 2 \| 08:00:01\.505 \| 12&nbsp;ms \| 503 \|/);
    assert.match(history, /\| 3 \| 08:00:04\.005 \| 12&nbsp;ms \| 202 \|/);
    assert.doesNotMatch(history, /b\.example/);
  });

  test('shows whole digests, which can be copied to send again', () => {
    const { digest = '' } = message('v1').artifact;
    assert.ok(summarise(delivery('accepted', [attempt(answer(202))])).includes(`\`${digest}\``));
    assert.ok(summarise(delivery('rejected', [attempt(answer(401))])).includes(`\`${digest}\``));
  });

  test('says what to do about what failed', () => {
    const hint = generalHint(refused);
    const failed = [delivery('unreachable', [attempt(refused)], { serverMessage: 'refused', hint })];
    const text = summarise(...failed);
    assert.ok(text.startsWith('### ❌ a.example was not reached: `ghcr.io/acme/app:v1`\n'), text);
    assert.match(text, /\*\*What happened:\*\* refused<br>\n\*\*To fix:\*\* nothing listens there; /);
  });

  test('says once what holds for several, and for which', () => {
    const known = { deployment: { kind: 'unchanged', hint: 'nothing has it', times: { endedMs: 0 } } } as const;
    const text = summarise(
      delivery('accepted', [attempt(answer(202))], known),
      delivery('accepted', [attempt(answer(202))], { ...known, endpoint: endpoint('b.example') }),
    );
    assert.match(text, /\*\*Note:\*\* a\.example, b\.example: nothing has it\n/);
  });

  test('shows in a dry run what would be sent', () => {
    const body = '{"artifact":"a `b` <c>"}';
    const to = { ...endpoint('a.example'), secret: 'a-secret-of-some-length' };
    const text = renderSummary({
      kind: 'dry-run',
      artifacts: [artifact('v1')],
      prepared: [{ endpoint: to, messages: [{ ...message('v1'), body }] }],
    });
    assert.match(text, /^### 🧪 Dry run: 1 message for a\.example\n\n```http\nPOST \/x\nhost: a\.example\n/);
    assert.ok(text.endsWith('\n\n{\n  "artifact": "a `b` <c>"\n}\n```\n'), text);
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
      /^### ❌ 4,000 of 4,000 servers failed: 4,000 artifacts\n/,
      /\nand 3,?980 more, below\n/,
      /The first \d+ of 4000 deliveries\./,
      /The first \d+ of 4000 artifacts\./,
      /The first \d+ of 84000 attempts\./,
      /<\/details>\n$/,
    ]) {
      assert.ok(pattern.test(text), `${pattern} in ${text.slice(0, 500)}`);
    }
    const dry = renderSummary({
      kind: 'dry-run',
      artifacts: deliveries.map(({ message: each }) => each.artifact),
      prepared: deliveries.map(({ endpoint }) => ({
        endpoint,
        messages: [{ ...message('v1'), body: JSON.stringify('"'.repeat(9_000)) }],
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
