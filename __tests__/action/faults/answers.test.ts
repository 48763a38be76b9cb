import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { deliver } from '../../../src/delivery/deliver.ts';
import { createClient } from '../../../src/http/client.ts';
import { json } from '../../../src/receivers/generic.ts';
import type { Message } from '../../../src/receivers/types.ts';
import { check, type Delivered, deliverTo, type Expected } from '../../support/deliver-to.ts';
import {
  ACCEPTED,
  answer,
  docoCdAnswer,
  type FaultOptions,
  type FaultServer,
  flood,
  hang,
  type Step,
  startFaults,
  trickle,
  write,
  writeAndClose,
  writeAndReset,
} from '../../support/fault-server.ts';
import { messagesTo } from '../../support/messages.ts';
import { type ActionOptions, preload, SIDE } from '../../support/run-action.ts';

type Fault = Expected & {
  readonly script: readonly Step[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly server?: FaultOptions;
  readonly nodeOptions?: readonly string[];
  /** Path of the url input. */
  readonly path?: string;
  /** Connections that were opened. */
  readonly connections?: number;
  /** What else holds. */
  readonly and?: (requests: FaultServer['requests'], run: Delivered) => void;
};

const HEAD = 'HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n';
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
/** The least time between the first two requests. */
const apart = (leastMs: number) => (requests: FaultServer['requests']) => {
  const [first, second] = requests;
  assert.ok((second?.atMs ?? 0) - (first?.atMs ?? 0) >= leastMs, 'it came back too soon');
};
/** Nothing was waited for: a wait would be in the log, or make it fail. */
const atOnce = (_: FaultServer['requests'], { log }: Delivered) => assert.doesNotMatch(log, /next in (?!0\.\d|1\.0)/);
/** The body with which doco-cd accepts. */
const JOB = JSON.stringify({ content: 'job accepted', job_id: '0199c0de-0000-7000-8000-000000000000' });
const accepted = { delivered: true, requests: 1, status: 202 } as const;
const again = { delivered: true, requests: 2, status: 202 } as const;

/** Answers that a status line decides; what is retried is followed by an acceptance. */
const faults: Readonly<Record<string, Fault>> = {
  'an acceptance': {
    script: [ACCEPTED],
    ...accepted,
    pattern: /^attempt 1: 202 \(\d+ ms, answer: job accepted\)$/m,
  },
  '503 twice, then 202': {
    script: [answer(503), answer(503), ACCEPTED],
    ...again,
    requests: 3,
    pattern: /^attempt 2: 503, next in \d\.\d s \(\d+ ms\)$/m,
  },
  '429 with Retry-After: 2': { script: [answer(429, { 'Retry-After': '2' }), ACCEPTED], ...again, and: apart(1_990) },
  '429 with an HTTP date': {
    script: [(...args) => answer(429, { 'Retry-After': inSeconds(3) })(...args), ACCEPTED],
    ...again,
    and: apart(1_900), // The date has no parts of seconds.
  },
  '429 with nonsense': { script: [answer(429, { 'Retry-After': 'soon' }), ACCEPTED], ...again, and: atOnce },
  '429 with a negative number': { script: [answer(429, { 'Retry-After': '-60' }), ACCEPTED], ...again, and: atOnce },
  '429 with a date long past': {
    script: [answer(429, { 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' }), ACCEPTED],
    ...again,
    and: atOnce,
  },
  '429 with Retry-After: 3600': {
    script: [answer(429, { 'Retry-After': '3600' }), ACCEPTED],
    delivered: false,
    requests: 1,
    status: 429,
    pattern: /\(429\)\nit asks to come back in 1 h, which is longer than what is left of deadline; raise it/,
    and: atOnce,
  },
  '503 with Retry-After: 3600': {
    script: [answer(503, { 'Retry-After': '3600' }), ACCEPTED],
    delivered: false,
    requests: 1,
    error: 'HTTP_503',
    and: atOnce,
  },

  '202, then cut': { script: [writeAndClose(`${HEAD}{"con`)], ...accepted, pattern: /202 \(\d+ ms, body cut, answer/ },
  '202, then reset': { script: [writeAndReset(`${HEAD}{"con`)], ...accepted, pattern: /body cut/ },
  '202, then silence': { script: [write(`${HEAD}{"con`)], ...accepted, pattern: /body stalled/, and: atOnce },
  '202, then silence, with much time for an attempt': {
    script: [write(`${HEAD}{"con`)],
    inputs: { timeout: '60' },
    ...accepted,
    pattern: /body stalled/,
    and: atOnce,
  },
  '202 without a body, then silence': { script: [write(HEAD)], ...accepted, pattern: /body stalled/, and: atOnce },
  '202, cut in its headers': { script: [writeAndClose('HTTP/1.1 202 Accepted\r\nContent-')], ...accepted },
  '202, reset in its headers': { script: [writeAndReset('HTTP/1.1 202 Accepted\r\nContent-')], ...accepted },
  '202, silence in its headers': { script: [write('HTTP/1.1 202 Accepted\r\nContent-')], ...accepted, and: atOnce },
  '202, then a header that is none': { script: [write('HTTP/1.1 202 Accepted\r\nno header\r\n\r\n')], ...accepted },
  '202, then chunks that are none': {
    script: [write('HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\nnone\r\n')],
    ...accepted,
  },
  '202, then one byte per 200 ms': {
    script: [trickle(HEAD, '{"content":"job accepted"', 200)],
    ...accepted,
    and: atOnce,
  },
  '202 with a header of 64 KiB': { script: [answer(202, { 'X-Long': 'x'.repeat(65_536) }, JOB)], ...accepted },
  '202 with a header of 1 MiB': { script: [answer(202, { 'X-Long': 'x'.repeat(1_048_576) })], ...accepted },
  '202 with a body of 64 MiB': {
    script: [flood(202, 64 * 1024 * 1024)],
    delivered: false,
    requests: 1,
    error: 'HTTP_202',
    pattern: /this answer is not from doco-cd/,
    and: atOnce,
  },
  '503 with a body of 64 MiB, then 202': { script: [flood(503, 64 * 1024 * 1024), ACCEPTED], ...again },
  '503, cut in its headers, then 202': { script: [writeAndClose('HTTP/1.1 503 X\r\nRetr'), ACCEPTED], ...again },

  '202 by HTTP/1.0, which ends with the connection': {
    script: [writeAndClose(`HTTP/1.0 202 Accepted\r\n\r\n${JOB}`)],
    ...accepted,
    pattern: /202 \(\d+ ms, answer: job accepted\)/,
  },
  '200 with an id, which is from another path of doco-cd': {
    script: [answer(200, {}, JOB)],
    delivered: false,
    requests: 1,
    error: 'HTTP_200',
    pattern: /this path of doco-cd takes no messages; leave the path out of the url/,
  },
  '200 with more than 64 KiB, which is not from doco-cd': {
    script: [answer(200, {}, JSON.stringify({ items: 'x'.repeat(96 * 1024) }))],
    delivered: false,
    requests: 1,
    error: 'HTTP_200',
    pattern: /this answer is not from doco-cd/,
  },
  '204 without a body, which is not from doco-cd': {
    script: [write('HTTP/1.1 204 No Content\r\n\r\n')],
    delivered: false,
    requests: 1,
    error: 'HTTP_204',
    pattern: /\(204\)\nthis answer is not from doco-cd, which would give a job_id/,
  },
  '100 Continue, then 202': {
    script: [(...args) => [write('HTTP/1.1 100 Continue\r\n\r\n'), ACCEPTED].forEach((step) => void step(...args))],
    ...accepted,
  },
  '103 Early Hints, then 202': {
    script: [
      (...args) => [write('HTTP/1.1 103 X\r\nLink: </x>\r\n\r\n'), ACCEPTED].forEach((step) => void step(...args)),
    ],
    ...accepted,
  },
  '102 for ever': {
    script: [trickle('', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(100), 1)],
    inputs: { deadline: '0' },
    delivered: false,
    requests: 1,
    error: 'TIMEOUT',
  },
  '101 Switching Protocols': {
    script: [write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')],
    inputs: { timeout: '20' },
    delivered: false,
    requests: 1,
    status: 101,
    and: atOnce,
  },
  '202 before the body has arrived': { script: [ACCEPTED], server: { early: true }, ...accepted },
  '200 that is not from doco-cd': {
    script: [answer(200, { 'Content-Type': 'application/json' }, '{"ok":true}')],
    delivered: false,
    requests: 1,
    error: 'HTTP_200',
    pattern: /\(200 \{"ok":true\}\)\nthis answer is not from doco-cd, which would give a job_id/,
  },
  '404 at a path that is not of doco-cd': {
    path: '/webhook',
    script: [answer(404)],
    delivered: false,
    requests: 1,
    pattern: /\(404\)\nthe path of the url is not one of doco-cd; leave it out, and \/v1\/webhook is added/,
  },
  '500 with a job_id': {
    script: [docoCdAnswer(500, { error: 'failed to parse payload', content: 'failed to parse payload' }), ACCEPTED],
    delivered: false,
    requests: 1,
    error: 'HTTP_500',
    pattern: /500 failed to parse payload\)\nthis doco-cd may be too old/,
  },
  '500 without a job_id, then 202': { script: [answer(500, {}, 'oops'), ACCEPTED], ...again, pattern: /answer: oops/ },
  '500 with a job_id of which nothing more is known': {
    script: [docoCdAnswer(500, { error: 'out of memory' }), ACCEPTED],
    delivered: false,
    requests: 1,
    pattern: /500 out of memory\)\ndoco-cd itself refused the message, and sending it again would not change that/,
  },
  '301 that does not say where to': {
    script: [answer(301), ACCEPTED],
    delivered: false,
    requests: 1,
    pattern: /\(301\)\nthe receiver refuses the message, and its answer or log may say why: a redirect would say/,
  },
  '302 to another scheme': {
    script: [answer(302, { Location: 'myapp://login/x' }), ACCEPTED],
    delivered: false,
    requests: 1,
    pattern: /the url redirects to a login; pass the login in headers, .* \(it leads to myapp:\/\/login\)$/,
  },
  '302 to a login on the same server': {
    script: [answer(302, { Location: '/login?to=x' }), ACCEPTED],
    delivered: false,
    requests: 1,
    pattern: /the url redirects to a login; .* \(it leads to another path there\)$/,
  },
  '302 to what has no host': {
    script: [answer(302, { Location: 'mailto:root@example.com' }), ACCEPTED],
    delivered: false,
    requests: 1,
    pattern: /\(this one leads to mailto:\)$/,
  },
  '429 with a job_id': { script: [docoCdAnswer(429, { error: 'busy' }), ACCEPTED], delivered: false, requests: 1 },
  'no retries': {
    script: [answer(503), ACCEPTED],
    inputs: { retries: '0' },
    delivered: false,
    requests: 1,
    pattern: /\(503\)\nthe receiver, or something in front of it, is in trouble/,
  },
  'two retries': { script: [answer(503)], inputs: { retries: '2' }, delivered: false, requests: 3, error: 'HTTP_503' },
  'no time for a retry': { script: [answer(503), ACCEPTED], inputs: { deadline: '0' }, delivered: false, requests: 1 },
  'an attempt at the very end of the deadline': {
    script: [answer(503)],
    inputs: { deadline: '3' },
    // Waits of 0.8 s, 1.6 s and 3.2 s, of which the last is cut to what is left.
    nodeOptions: preload('Math.random = () => 0.8'),
    delivered: false,
    requests: { atLeast: 2 },
    and: (_, { summary }) => {
      // When they began; the server sees them later.
      const times = [...summary.matchAll(/\| (\d\d:\d\d:\d\d\.\d{3}) \|/g)].map(([, time]) =>
        Date.parse(`1970-01-01T${time}Z`),
      );
      const day = 24 * 3_600_000;
      const tookMs = ((times.at(-1) ?? 0) - (times[0] ?? 0) + day) % day;
      assert.ok(tookMs > 2_900 && tookMs < 5_000, `the last began ${tookMs} ms after the first`);
    },
  },
};

const FINAL: Readonly<Record<number, RegExp>> = {
  301: /\(301\)\nthe url redirects, and redirects are never followed; put the final URL in the url input \(this one leads/,
  302: /the url redirects, .* \(this one leads to http:\/\/127\.0\.0\.1:\d+\)$/,
  303: /the url redirects/,
  307: /the url redirects/,
  308: /the url redirects/,
  400: /\(400\)\nthe server expects another message or another signature; check the url, receiver, secret, signature-header and headers inputs/,
  401: /\(401\)\nsomething in front of the receiver wants a login, or .*; pass the login in headers, or check secret and signature-header/,
  402: /\(402\)\nthe receiver refuses the message, and its log may say why/,
  403: /\(403\)\nsomething in front of the receiver wants a login/,
  404: /\(404\)\nthe server has no WEBHOOK_SECRET set, or something between here and doco-cd does not pass/,
  405: /\(405\)\nthis path takes no POST; check the path in the url input/,
  406: /\(406\)\nthe receiver refuses the message, and its log may say why/,
  407: /\(407\)\nthe proxy wants credentials/,
  409: /\(409\)\nthe receiver refuses the message, and its log may say why/,
  410: /\(410\)\nthe path of the url is wrong/,
  411: /\(411\)\nthe receiver refuses the message, and its log may say why/,
  412: /\(412\)\nthe receiver refuses the message, and its log may say why/,
  413: /\(413\)\nsomething in front of the receiver limits the size of requests/,
  415: /\(415\)\nthe receiver refuses the message, and its log may say why/,
  422: /\(422\)\nthe receiver refuses the message, and its log may say why/,
  525: /the CDN in front of the receiver does not accept its certificate/,
  526: /the CDN in front of the receiver does not accept its certificate/,
  501: /\(501\)\nthe receiver, or something in front of it, is in trouble/,
  505: /\(505\)\n/,
};
const RETRIED = [408, 425, 500, 502, 504, 520, 521, 522, 523, 524, 530];

const PAGE = '<!DOCTYPE html>\n<html><head><title>Back soon</title></head></html>';
const page = (status: number, headers = {}) => answer(status, { 'Content-Type': 'text/html', ...headers }, PAGE);
const coded = (coding: string, bytes: Buffer): Step => {
  const head = `HTTP/1.1 202 Accepted\r\nContent-Encoding: ${coding}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return (socket) => socket.write(Buffer.concat([Buffer.from(head), bytes]));
};

/** Something in front of the receiver answers in its place. */
const instead: Readonly<Record<string, Fault>> = {
  'a page, then 202': { script: [page(200), page(202), ACCEPTED], ...again, requests: 3 },
  'a page for ever': {
    script: [page(200)],
    inputs: { deadline: '3' },
    delivered: false,
    requests: { atLeast: 2 },
    error: 'HTTP_200',
    pattern:
      /200 \(an HTML page\)\)\na web page answered in place of the receiver, .*; check the url input, or pass the login/,
  },
  'a page without more time': {
    script: [page(200)],
    inputs: { deadline: '0' },
    delivered: false,
    requests: 1,
    pattern: /a web page answered in place of the receiver/,
  },
  'a challenge without a page, then 202': {
    script: [answer(202, { 'X-Amzn-Waf-Action': 'challenge' }), ACCEPTED],
    ...again,
  },
  '403 from a firewall, with a page': {
    script: [page(403)],
    delivered: false,
    requests: 1,
    pattern:
      /\(403 \(an HTML page\)\)\na firewall or a check for bots in front of the receiver stopped the request; let it pass/,
  },
  '403 from a firewall, with a header': {
    script: [answer(403, { 'Cf-Mitigated': 'challenge' }, 'no')],
    delivered: false,
    requests: 1,
    pattern: /\(403 no\)\na firewall or a check for bots in front of the receiver stopped the request/,
  },
  '302 to a login of another server': {
    script: [answer(302, { Location: 'https://sso.example.com/oauth2/authorize?x=y' })],
    delivered: false,
    requests: 1,
    pattern: /the url redirects to a login; pass the login in headers, .* \(it leads to https:\/\/sso\.example\.com\)$/,
  },
  '202 in gzip': { script: [coded('gzip', gzipSync(JOB))], ...accepted, pattern: /answer: job accepted/ },
  '202 in br': { script: [coded('br', brotliCompressSync(JOB))], ...accepted, pattern: /answer: job accepted/ },
  '202 in deflate': { script: [coded('Deflate', deflateSync(JOB))], ...accepted, pattern: /answer: job accepted/ },
  '202 in gzip of 64 MiB': {
    script: [coded('gzip', gzipSync(JOB.replace('{', `{"pad":"${'x'.repeat(2 ** 26)}",`)))],
    delivered: false,
    requests: 1,
    error: 'HTTP_202',
    pattern: /this answer is not from doco-cd/,
  },
  '202 that is no gzip, though it says so': {
    script: [coded('gzip', Buffer.from(JOB))],
    delivered: false,
    requests: 1,
    pattern: /this answer is not from doco-cd/,
  },
};

/** Receivers with and without an answer of their own. */
const PLAIN = ['json', 'github', 'harbor', 'distribution', 'docker-hub', 'flux', 'watchtower', 'portainer'];

describe('answers', { concurrency: 8 }, () => {
  for (const [what, fault] of Object.entries({ ...faults, ...instead })) test(`${what}`, () => run(fault));

  for (const [status, pattern] of Object.entries(FINAL)) {
    test(`${status} is final`, async () => {
      const elsewhere = await startFaults([ACCEPTED]);
      const script = [answer(Number(status), { Location: `${elsewhere.origin}/v1/webhook` }), ACCEPTED];
      try {
        await run({ script, delivered: false, requests: 1, status: Number(status), pattern });
      } finally {
        await elsewhere.close();
      }
      assert.equal(elsewhere.requests.length, 0, 'redirects are not followed');
    });
  }
  for (const status of RETRIED) {
    test(`${status} is not final`, () => run({ script: [answer(status), ACCEPTED], ...again }));
  }

  for (const receiver of PLAIN) {
    test(`a page is no delivery for ${receiver}`, async () => {
      const server = await startFaults([page(200), page(200)]);
      try {
        const run = await deliverTo(`${server.origin}/hook`, { inputs: { receiver, deadline: '2' } });
        assert.equal(run.exitCode, 1, run.log);
        assert.match(run.errors[0] ?? '', /a web page answered in place of the receiver/);
        assert.ok(server.requests.length > 1, 'it is repeated');
        for (const { headers } of server.requests) assert.equal(headers['accept-encoding'], 'identity');
      } finally {
        await server.close();
      }
    });
  }

  test('after a refusal the next attempt has a connection of its own, after an acceptance not', async (t) => {
    const refuseFirst: Step = (socket, request) => {
      const isFirst = server.requests.filter(({ body }) => body === request.body).length === 1;
      (isFirst && request.body.includes(':v1"') ? answer(503) : ACCEPTED)(socket, request);
    };
    const server = await startFaults([refuseFirst]);
    t.after(server.close);
    const artifact = Array.from({ length: 60 }, (_, index) => `ghcr.io/acme/app:v${index}`).join('\n');
    const run = await deliverTo(server.origin, { inputs: { artifact, receiver: 'json' } });
    assert.equal(run.exitCode, 0, run.log);
    const [refused, repeated] = server.requests.filter(({ body }) => body.includes(':v1"'));
    assert.ok(refused !== undefined && repeated !== undefined);
    assert.ok(refused.connection !== repeated.connection, 'it is not sent over the connection that brought 503');
    const later = server.requests.slice(server.requests.indexOf(refused) + 1);
    assert.ok(!later.some(({ connection }) => connection === refused.connection), 'nor is anything else');
    assert.ok(server.connections() < 61, `${server.connections()} connections for 61 requests`);
  });

  test('an attempt ends with deadline, however long timeout is', async (t) => {
    const server = await startFaults([answer(503), hang]);
    t.after(server.close);
    const run = await deliverTo(server.origin, { inputs: { deadline: '3', timeout: '60' } });
    check(run, server, {
      delivered: false,
      requests: 2,
      error: 'TIMEOUT',
      pattern: /no answer within [123](\.\d)? s/,
    });
    assert.match(run.log, /^attempt 2: no answer within .* s, the deadline of 3 s is over$/m);
  });

  test('without a deadline there is one attempt, which may take timeout', async (t) => {
    const server = await startFaults([(...args) => void setTimeout(() => ACCEPTED(...args), 2_500)]);
    t.after(server.close);
    check(await deliverTo(server.origin, { inputs: { deadline: '0' } }), server, accepted);
  });

  test('a run that is repeated sends the same Idempotency-Key, another run another', async (t) => {
    const server = await startFaults([ACCEPTED]);
    t.after(server.close);
    const keys: string[] = [];
    for (const [id, path] of [
      ['1', '/a'],
      ['1', '/a'],
      ['2', '/a'],
      ['1', '/b'],
    ] as const) {
      const env = { GITHUB_RUN_ID: id };
      await deliverTo(`${server.origin}${path}`, { env, inputs: { receiver: 'distribution' } });
      keys.push(server.requests.at(-1)?.headers['idempotency-key'] ?? '');
    }
    const [first, second, other, elsewhere] = keys;
    assert.equal(first, second);
    assert.equal(new Set([first, other, elsewhere]).size, 3);
    assert.match(first ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('each attempt has a connection of its own, and says so', () =>
    run({
      script: [answer(503), answer(503), ACCEPTED],
      ...again,
      requests: 3,
      connections: 3,
      and: (requests) => {
        for (const { headers } of requests) assert.equal(headers.connection, 'close');
      },
    }));
});

describe('memory', { concurrency: 2 }, () => {
  test('nothing is kept of an answer once it was understood', async (t) => {
    const long = 'x'.repeat(20_000);
    const server = await startFaults([answer(503, { 'Retry-After': '0' }, long), answer(202, {}, long)]);
    t.after(() => server.close());
    const [message] = messagesTo(json, [{ host: 'ghcr.io', path: 'acme/app', tag: 'v1', style: 'tag' }]);
    const endpoint = { url: new URL(server.origin), label: server.origin, receiver: json, headers: {} };
    const { attempts } = await deliver(message as Message, endpoint, {
      client: createClient({ skipTlsVerification: false }),
      limits: { retries: 1, deadlineMs: 60_000, timeoutMs: 10_000 },
      signal: new AbortController().signal,
      keepAlive: false,
      log: () => {},
    });
    const kept = attempts.map(({ result }) => result.kind === 'response' && [result.status, result.body.length]);
    assert.deepEqual(kept, [
      [503, 0],
      [202, 0],
    ]);
  });

  /** Prints the peak at the end; kB on Linux and macOS alike. */
  const report = 'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS))';
  const nodeOptions = preload(report);
  const peakMiB = async (script: readonly Step[], options: ActionOptions, paths = ['']) => {
    const server = await startFaults(script);
    const urls = paths.map((path) => server.origin + path).join('\n');
    const run = await deliverTo(urls, { ...options, nodeOptions });
    await server.close();
    assert.equal(run.exitCode, 0, run.log);
    return Number(/^peak (\d+)$/.exec(run.stderr)?.[1]) / 1024;
  };
  test('an answer of 64 MiB takes no more than a short one', async () => {
    const short = await peakMiB([ACCEPTED], {});
    const long = await peakMiB([flood(202, 64 * 1024 * 1024)], { inputs: { receiver: 'json' } });
    const often = await peakMiB([...Array<Step>(3).fill(flood(503, 64 * 1024 * 1024)), ACCEPTED], {});
    assert.ok(short > 20, `${short} MiB cannot be`);
    assert.ok(Math.max(long, often) < short + 20, `${short} MiB, ${long} MiB and ${often} MiB`);
    // Of the source, a good part is Node's stripping of types.
    if (SIDE === 'dist') assert.ok(Math.max(long, often) < 100, `${long} MiB and ${often} MiB`);
  });

  test('10,000 answers of 62 KiB are not kept', async () => {
    const body = JSON.stringify({
      content: `€${'x'.repeat(62 * 1024)}`,
      job_id: '0199c0de-0000-7000-8000-000000000000',
    });
    const inputs = { artifact: manyTags(100), receiver: 'json', timeout: '120' };
    const paths = Array.from({ length: 100 }, (_, index) => `/${index}`);
    const peak = await peakMiB([answer(202, {}, body)], { inputs }, paths);
    // 230 to 280 on an idle machine. Kept, the answers alone would be 1,250 MiB.
    assert.ok(peak < 400, `${peak} MiB`);
  });

  test('answers of attempts that others followed are not kept', async () => {
    const body = `€${'x'.repeat(62 * 1024)}`;
    const seen = new Map<string, number>();
    const thrice: Step = (socket, request) => {
      const times = (seen.get(request.body) ?? 0) + 1;
      seen.set(request.body, times);
      (times > 3 ? ACCEPTED : answer(503, { 'Retry-After': '0' }, body))(socket, request);
    };
    const peak = await peakMiB([thrice], {
      inputs: { artifact: manyTags(1_000), receiver: 'json', timeout: '120' },
    });
    assert.ok(peak < 300, `${peak} MiB`);
  });
});

const manyTags = (count: number) => Array.from({ length: count }, (_, index) => `ghcr.io/acme/app:${index}`).join('\n');

async function run({
  script,
  inputs,
  server: options,
  nodeOptions = [],
  path = '',
  connections,
  and,
  ...expected
}: Fault): Promise<void> {
  const server = await startFaults(script, options);
  try {
    const done = await deliverTo(`${server.origin}${path}`, { nodeOptions, ...(inputs && { inputs }) });
    check(done, server, expected);
    if (connections !== undefined) assert.equal(server.connections(), connections);
    and?.(server.requests, done);
  } finally {
    await server.close();
  }
}
