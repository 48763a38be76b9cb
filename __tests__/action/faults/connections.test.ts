import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, DIGEST, deliverTo, type Expected } from '../../support/deliver-to.ts';
import {
  ACCEPTED,
  answer,
  close,
  type FaultOptions,
  hang,
  reset,
  type Step,
  startFaults,
  trickle,
  write,
  writeAndClose,
} from '../../support/fault-server.ts';
import { freePort } from '../../support/free-port.ts';
import { type ActionOptions, preload } from '../../support/run-action.ts';

type Fault = Expected & {
  readonly script: readonly Step[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly server?: FaultOptions;
};

const again = { delivered: true, requests: 2, status: 202 } as const;
const never = { delivered: false, status: null } as const;
const brief = { timeout: '1', deadline: '4' };
const TLS_ALERT = '\u0015\u0003\u0001\u0000\u0002\u0002\u0046';

/** Connections on which no answer comes. */
const faults: Readonly<Record<string, Fault>> = {
  'reset before an answer, then 202': {
    script: [reset, ACCEPTED],
    ...again,
    pattern: /^attempt 1: .*ECONNRESET.*, next in/m,
  },
  'closed before an answer, then 202': { script: [close, ACCEPTED], ...again, pattern: /^attempt 1: .*ECONNRESET/m },
  'cut in the status line, then 202': { script: [writeAndClose('HTTP/1.1 20'), ACCEPTED], ...again },
  'no answer, then 202': {
    script: [hang, ACCEPTED],
    inputs: { timeout: '4' },
    ...again,
    pattern: /^attempt 1: no answer within 4 s, next in \d\.\d s$/m,
  },
  'never an answer': {
    script: [hang],
    inputs: brief,
    ...never,
    requests: { atLeast: 2 },
    error: 'TIMEOUT',
    pattern: /no answer within 1 s\)\nthe receiver is too slow or a firewall drops the connection; .* raise timeout/,
  },
  'reset for ever': {
    script: [reset],
    inputs: brief,
    ...never,
    requests: { atLeast: 2 },
    error: 'ECONNRESET',
    pattern: /ECONNRESET\)\nthe other side closes the connection; check scheme and port in the url input/,
  },
  'a status line of one byte per 400 ms': {
    script: [trickle('', 'HTTP/1.1 202 Accepted\r\n\r\n', 400)],
    inputs: { timeout: '4', deadline: '0' },
    ...never,
    requests: 1,
    error: 'TIMEOUT',
  },
  'another protocol': {
    script: [write('220 mail.example ESMTP\r\n')],
    ...never,
    requests: 1,
    error: 'HPE_INVALID_CONSTANT',
    pattern:
      /HPE_INVALID_CONSTANT\)\)\nwhatever answers there does not speak HTTP; check scheme and port in the url input/,
  },
  'another protocol that greets first': {
    script: [hang],
    server: { greet: (socket) => socket.write('SSH-2.0-OpenSSH_9.2p1\r\n') },
    ...never,
    requests: { atLeast: 0 },
    attempts: 1,
    pattern: /does not speak HTTP/,
  },
  'TLS where none was expected': {
    script: [write(TLS_ALERT)],
    ...never,
    requests: 1,
    pattern: /does not speak HTTP; check scheme and port/,
  },
  'HTTP of the future': {
    script: [write('HTTP/7.0 202 Accepted\r\n\r\n')],
    ...never,
    requests: 1,
    pattern: /does not speak HTTP/,
  },
};

/** Names and addresses that this machine need not have: the resolver's answers are replaced. */
const resolveTo = (code: string): ActionOptions => {
  const lookup = `(name, options, done) => done(Object.assign(new Error("getaddrinfo ${code} " + name), { code: "${code}" }))`;
  const script = `process.getBuiltinModule("node:dns").lookup = ${lookup}`;
  return { nodeOptions: preload(script) };
};

describe('connections', { concurrency: 8 }, () => {
  for (const [what, { script, inputs, server: options, ...expected }] of Object.entries(faults)) {
    test(`${what}`, async () => {
      const server = await startFaults(script, options);
      try {
        check(await deliverTo(server.origin, { ...(inputs && { inputs }) }), server, expected);
      } finally {
        await server.close();
      }
    });
  }

  test('refused for 3 s', async () => {
    const port = await freePort();
    const { promise: tried, resolve } = Promise.withResolvers<void>();
    const running = deliverTo(`http://127.0.0.1:${port}`, {
      onOutput: (text) => /attempt 1/.test(text) && resolve(),
    });
    await tried;
    await new Promise((proceed) => setTimeout(proceed, 3_000));
    const server = await startFaults([ACCEPTED], { port });
    try {
      const pattern = /^attempt 1: connect ECONNREFUSED 127\.0\.0\.1:\d+, next in \d\.\d s$/m;
      check(await running, server, { delivered: true, requests: 1, attempts: { atLeast: 2 }, pattern });
    } finally {
      await server.close();
    }
  });

  test('refused for ever', async () => {
    const run = await deliverTo(`http://127.0.0.1:${await freePort()}`, { inputs: brief });
    const pattern = /ECONNREFUSED .*\)\nnothing listens there; check the port in the url input/;
    const attempts = { atLeast: 2 };
    check(run, { requests: [] }, { ...never, requests: 0, attempts, error: 'ECONNREFUSED', pattern });
  });

  test('a host that does not exist is looked up again and again', async () => {
    const run = await deliverTo('http://deploy.example.com', { ...resolveTo('ENOTFOUND'), inputs: brief });
    const pattern = /ENOTFOUND deploy\.example\.com\)\nno such host; check the spelling in the url input/;
    const attempts = { atLeast: 4 };
    check(run, { requests: [] }, { ...never, requests: 0, attempts, error: 'ENOTFOUND', pattern });
  });

  test('a name server that does not answer is asked until the deadline', async () => {
    const run = await deliverTo('http://deploy.example.com', { ...resolveTo('EAI_AGAIN'), inputs: brief });
    const pattern = /EAI_AGAIN deploy\.example\.com\)\nthe name server did not answer/;
    check(run, { requests: [] }, { ...never, requests: 0, attempts: { atLeast: 2 }, error: 'EAI_AGAIN', pattern });
  });

  test('an answer that has arrived counts, though nobody had time to read it', async () => {
    const busy = 'const end = Date.now() + 4000; while (Date.now() < end);';
    // From when the request is written, past the timeout, until long after the answer is there.
    const script = `process.getBuiltinModule("node:diagnostics_channel").subscribe("http.client.request.start",
        ({ request }) => request.socket.once("connect", () => setTimeout(() => setImmediate(() => { ${busy} }), 20)))`;
    const nodeOptions = preload(script);
    const server = await startFaults([(...args) => void setTimeout(() => ACCEPTED(...args), 300)]);
    try {
      const run = await deliverTo(server.origin, { nodeOptions, inputs: { timeout: '1' } });
      check(run, server, { delivered: true, requests: 1 });
    } finally {
      await server.close();
    }
  });

  test('an answer before a long message was read is the answer', async () => {
    const artifact = Array.from({ length: 1_500 }, (_, index) => `ghcr.io/acme/app:${index}`).join('\n');
    const then: Step = (socket, request) => {
      socket.pause();
      answer(413)(socket, request);
      setTimeout(() => socket.resume(), 300);
    };
    const server = await startFaults([then], { early: true });
    try {
      const inputs = { artifact, digest: DIGEST, receiver: 'distribution' };
      const { errors, log } = await deliverTo(server.origin, { inputs });
      assert.match(errors[0] ?? '', /\(413\)\nsomething in front of the receiver limits the size/, log);
    } finally {
      await server.close();
    }
  });
});
