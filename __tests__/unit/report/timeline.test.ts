import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Delivery } from '../../../src/delivery/types.ts';
import { docoCd } from '../../../src/receivers/doco-cd/receiver.ts';
import type { DeploymentResult } from '../../../src/receivers/types.ts';
import { renderSummary } from '../../../src/report/job-summary.ts';
import { drawDeployments, tableOfPhases } from '../../../src/report/timeline.ts';

const BEGAN = Date.parse('2026-01-02T03:04:05.000Z');

type Sketch = {
  readonly kind?: Delivery['kind'] | DeploymentResult['kind'];
  readonly endpoint?: Delivery['endpoint'];
  readonly message?: Delivery['message'];
  readonly jobId?: string;
  /** Milliseconds after the first request: of each attempt, and of what followed. */
  readonly attempts?: readonly number[];
  readonly acceptedMs?: number;
  readonly startedMs?: number;
  readonly endedMs?: number;
};

const endpointOf = (label: string): Delivery['endpoint'] => ({
  label,
  url: new URL('https://x'),
  receiver: docoCd,
  headers: {},
});
const messageOf = (path: string, tag = 'v1'): Delivery['message'] => ({
  artifact: { host: 'ghcr.io', path, tag, style: 'tag' },
  body: '{}',
  contentType: 'application/json',
});
const ENDPOINT = endpointOf('https://deploy.example.com');
const MESSAGE = messageOf('acme/app');

function delivery(sketch: Sketch): Delivery {
  const { kind = 'succeeded', attempts = [0], endedMs, acceptedMs, startedMs, jobId } = sketch;
  const times = endedMs !== undefined && {
    endedMs: BEGAN + endedMs,
    acceptedMs: acceptedMs === undefined ? undefined : BEGAN + acceptedMs,
    startedMs: startedMs === undefined ? undefined : BEGAN + startedMs,
  };
  return {
    kind: times === false ? (kind as Delivery['kind']) : 'accepted',
    endpoint: sketch.endpoint ?? ENDPOINT,
    message: sketch.message ?? MESSAGE,
    attempts: attempts.map((atMs) => ({
      startedMs: BEGAN + atMs,
      result: { kind: 'response', status: 202, body: '', bodyState: 'complete', durationMs: 40 },
    })),
    durationMs: endedMs ?? 40,
    jobId,
    deployment: times === false ? undefined : { kind: kind as DeploymentResult['kind'], times },
  };
}

const MESSAGES = [messageOf('acme/m0'), messageOf('acme/m1')];

const at = (clock: string) => `2001-01-01 00:${clock}`;

/** The chart and the table below it. */
const renderTimeline = (deliveries: readonly Delivery[]) =>
  [drawDeployments(deliveries), tableOfPhases(deliveries)].filter((part) => part !== '').join('\n\n');

/** The lines of the picture after its settings, and the rows of the table. */
function partsOf(markdown: string) {
  const [, drawn = ''] = /^```mermaid\n(.*?)\n```$/ms.exec(markdown) ?? [];
  const lines = drawn.split('\n');
  return {
    drawn,
    picture: lines.slice(lines.indexOf('todayMarker off') + 1),
    settings: lines.slice(0, lines.indexOf('todayMarker off')),
    rows: markdown.split('\n').filter((line) => /^\| (?!---|Deployment)/.test(line)),
  };
}

describe('renderTimeline', () => {
  test('nothing where the step waited for nothing', () => {
    assert.equal(renderTimeline([]), '');
    assert.equal(renderTimeline([delivery({ kind: 'accepted' })]), '');
  });

  const cases: readonly { name: string; sketch: Sketch; picture: readonly string[]; row: string }[] = [
    {
      name: 'sent, accepted, running, ended',
      sketch: { jobId: 'j-1', acceptedMs: 40, startedMs: 2_040, endedMs: 9_440 },
      picture: [
        `sending 40 ms :done, ${at('00:00.000')}, ${at('00:00.040')}`,
        `queued 2.0 s :done, ${at('00:00.040')}, ${at('00:02.040')}`,
        `running 7.4 s ✓ :active, ${at('00:02.040')}, ${at('00:09.440')}`,
      ],
      row: '<br><code>j-1</code> | ✅&nbsp;succeeded | 03:04:05 | 40 ms | 2.0 s | 7.4 s | 9.4 s |',
    },
    {
      name: 'failed after several attempts to send',
      sketch: { kind: 'failed', attempts: [0, 3_000], acceptedMs: 3_100, startedMs: 3_110, endedMs: 4_110 },
      picture: [
        `sending (2 attempts) 3.1 s :done, ${at('00:00.000')}, ${at('00:03.100')}`,
        `queued 10 ms :done, ${at('00:03.100')}, ${at('00:03.110')}`,
        `running 1.0 s → failed :crit, ${at('00:03.110')}, ${at('00:04.110')}`,
      ],
      row: ' | ❌&nbsp;failed | 03:04:05 | 3.1 s | 10 ms | 1.0 s | 4.1 s |',
    },
    {
      name: 'never seen running',
      sketch: { kind: 'timed-out', acceptedMs: 50, endedMs: 600_050 },
      picture: [
        `sending 50 ms :done, ${at('00:00.000')}, ${at('00:00.050')}`,
        `queued 10 min → timed-out :crit, ${at('00:00.050')}, ${at('10:00.050')}`,
      ],
      row: ' | ❌&nbsp;timed-out | 03:04:05 | 50 ms | 10 min | – | 10 min |',
    },
    {
      name: 'inside the request, at the second attempt',
      sketch: { attempts: [0, 1_000], endedMs: 5_000 },
      picture: [
        `sending (2 attempts) 1.0 s :done, ${at('00:00.000')}, ${at('00:01.000')}`,
        `in the request 4.0 s ✓ :active, ${at('00:01.000')}, ${at('00:05.000')}`,
      ],
      row: ' | ✅&nbsp;succeeded | 03:04:05 | 1.0 s | – | 4.0 s | 5.0 s |',
    },
  ];
  for (const { name, sketch, picture, row } of cases) {
    test(name, () => {
      const parts = partsOf(renderTimeline([delivery(sketch)]));
      assert.deepEqual(parts.picture, ['section ghcr.io/acme/app∶v1', ...picture]);
      assert.deepEqual(parts.rows, [`| ghcr.io/acme/app:v1${row.replace(/(\d) (m?s|min)/g, '$1&nbsp;$2')}`]);
    });
  }

  test('a message that was refused is shown beside the deployments', () => {
    const other = endpointOf('https://other.example.com');
    const parts = partsOf(
      renderTimeline([delivery({ acceptedMs: 40, endedMs: 500 }), delivery({ kind: 'rejected', endpoint: other })]),
    );
    assert.deepEqual(parts.picture.slice(-2), [
      'section other.example.com',
      `sending 40 ms → rejected :crit, ${at('00:00.000')}, ${at('00:00.040')}`,
    ]);
    assert.equal(parts.rows.length, 2);
    const cancelled = { ...delivery({ kind: 'cancelled' }), attempts: [] };
    assert.equal(partsOf(renderTimeline([delivery({ endedMs: 500 }), cancelled])).rows.length, 1);
  });

  const names: readonly { endpoints: number; messages: number; section: string; cell: string }[] = [
    { endpoints: 1, messages: 1, section: 'ghcr.io/acme/m0∶v1', cell: 'ghcr.io/acme/m0:v1' },
    { endpoints: 1, messages: 2, section: 'ghcr.io/acme/m0∶v1', cell: 'ghcr.io/acme/m0:v1' },
    { endpoints: 2, messages: 1, section: 'e0.example.com', cell: 'https&#58;//e0.example.com' },
    {
      endpoints: 2,
      messages: 2,
      section: 'e0.example.com<br>ghcr.io/acme/m0∶v1',
      cell: 'https&#58;//e0.example.com<br>ghcr.io/acme/m0:v1',
    },
  ];
  for (const { endpoints, messages, section, cell } of names) {
    test(`names of ${endpoints} endpoint(s) and ${messages} message(s)`, () => {
      const all = Array.from({ length: endpoints }, (_, e) => endpointOf(`https://e${e}.example.com`)).flatMap(
        (endpoint) =>
          Array.from({ length: messages }, (_, m) =>
            delivery({ endpoint, message: MESSAGES[m] ?? MESSAGE, endedMs: 9 }),
          ),
      );
      const { picture, rows } = partsOf(renderTimeline(all));
      assert.equal(picture[0], `section ${section}`);
      assert.ok(rows[0]?.startsWith(`| ${cell} |`), rows[0]);
    });
  }

  const axes: readonly [endedMs: number, format: string, interval: string][] = [
    [500, '%M:%S', '1second'],
    [4_000, '%M:%S', '1second'],
    [11_000, '%M:%S', '5second'],
    [600_000, '%M:%S', '5minute'],
    [3_599_000, '%M:%S', '15minute'],
    [3_600_000, '%H:%M', '15minute'],
    [21_600_000, '%H:%M', '1hour'],
  ];
  for (const [endedMs, format, interval] of axes) {
    test(`axis of ${endedMs} ms`, () => {
      const { settings } = partsOf(renderTimeline([delivery({ endedMs })]));
      assert.deepEqual(settings.slice(-2), [`axisFormat ${format}`, `tickInterval ${interval}`]);
    });
  }

  test('names of others can neither leave their line nor mean anything in it', () => {
    const hostile = endpointOf('https://x.example.com;a#35;b%%{init: {}}%%\n```\nclick a href "javascript:1"');
    const many = [hostile, ENDPOINT].map((endpoint) =>
      delivery({ endpoint, jobId: 'a`b|c', endedMs: 900, acceptedMs: 1 }),
    );
    const markdown = renderTimeline(many);
    const { drawn, picture, rows } = partsOf(markdown);
    assert.equal(picture.length, 2 * 3);
    assert.match(picture[0] ?? '', /^section [\p{L}\p{N} ∶.,/@_()+…-]+$/u);
    for (const line of picture.slice(1, 3)) assert.match(line, /^[^:;#]+:\w+, [\d: .-]+, [\d: .-]+$/);
    assert.equal(drawn.split('%%').length, 3, 'no directive but our own');
    assert.equal(markdown.split('```').length, 3, 'no fence but our own');
    assert.equal(rows.length, 2);
    assert.equal(rows[0]?.split(' | ').length, 7);
  });

  const manyOf = (count: number, path = (index: number) => `acme/app-${index}`) =>
    Array.from({ length: count }, (_, index) =>
      delivery({
        kind: index % 25 === 24 ? 'failed' : 'succeeded',
        message: messageOf(path(index)),
        jobId: `0199c0de-0000-7000-8000-${String(index).padStart(12, '0')}`,
        acceptedMs: 40,
        startedMs: 1_040,
        endedMs: 5_000 + index * 10,
      }),
    );

  test('50 deployments: the table has all, the picture shows what matters most, and says so', () => {
    const markdown = renderTimeline(manyOf(50));
    const { picture, rows, settings } = partsOf(markdown);
    assert.equal(rows.length, 50);
    assert.match(markdown, /\n```\n\nShown are 20 of 50: failures first, then what took longest\.\n/);
    const sections = picture.filter((line) => line.startsWith('section '));
    assert.equal(sections.length, 20);
    assert.deepEqual(
      sections.slice(0, 3),
      [49, 24, 48].map((index) => `section ghcr.io/acme/app-${index}∶v1`),
    );
    assert.match(settings[0] ?? '', /"displayMode":"compact"/);
    assert.match(renderTimeline(manyOf(5)), /"displayMode":""/);
  });

  test('1,000 deployments with the longest names stay within what GitHub takes', () => {
    const longest = (index: number) => `${'a'.repeat(100)}/${'b'.repeat(100)}/${'c'.repeat(40)}${index}`;
    const markdown = renderTimeline(manyOf(1_000, longest));
    assert.ok(Buffer.byteLength(markdown) < 300_000, `${Buffer.byteLength(markdown)} bytes`);
    assert.match(markdown, /\n\nThe first \d{3} of 1000 deployments\.$/);
    const deliveries = manyOf(1_000, longest).map((one) => ({
      ...one,
      deployment: one.deployment && { ...one.deployment, serverMessage: '|'.repeat(400), hint: one.jobId ?? '' },
    }));
    const summary = renderSummary({
      kind: 'sent',
      artifacts: deliveries.map(({ message }) => message.artifact),
      deliveries,
    });
    assert.ok(Buffer.byteLength(summary) < 1024 * 1024, `${Buffer.byteLength(summary)} bytes`);
    assert.ok(summary.includes('```mermaid'));
    // GitHub's Mermaid draws at most 50,000 characters.
    assert.ok(partsOf(markdown).drawn.length < 10_000);
    assert.equal(partsOf(renderTimeline(manyOf(1_000))).rows.length, 1_000);
  });
});
