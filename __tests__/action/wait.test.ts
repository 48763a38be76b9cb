import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { outcomeOf } from '../../src/delivery/types.ts';
import { findTrackers, startWait } from '../../src/deployment/wait.ts';
import { createClient } from '../../src/http/client.ts';
import { docoCd } from '../../src/receivers/doco-cd/receiver.ts';
import type { Message } from '../../src/receivers/types.ts';
import { startDocoCd } from '../support/doco-cd.ts';
import { messagesTo } from '../support/messages.ts';
import { answer } from '../support/receiver.ts';
import { API_SECRET, DIGEST, observe, SECRET } from '../support/wait.ts';

describe('inputs of the wait', { concurrency: 4 }, () => {
  const refused: readonly { name: string; inputs: Record<string, string>; path?: string; error: RegExp }[] = [
    { name: 'wait', inputs: { wait: 'maybe' }, error: /^wait: "maybe" is not allowed, expected true or false$/ },
    { name: 'no time', inputs: { 'wait-timeout': '0' }, error: /^wait-timeout: "0" is not allowed/ },
    { name: 'time in words', inputs: { 'wait-timeout': 'ten' }, error: /^wait-timeout: "ten" is not allowed/ },
    {
      name: 'a receiver that does not report deployments',
      inputs: { receiver: 'msr' },
      error: /^wait: Mirantis MSR does not report how/,
    },
    {
      name: 'an unexpanded key',
      inputs: { 'api-key': `$\{{ secrets.KEY }}` },
      error: /^api-key: line 1 holds an unexp/,
    },
    {
      name: 'two keys for one url',
      inputs: { 'api-key': `${API_SECRET}\n${API_SECRET}` },
      error: /^api-key has 2 lines but url has 1/,
    },
    { name: 'a key that is no header', inputs: { 'api-key': 'clé\u0001' }, error: /^api-key: line 1 has characters/ },
    {
      name: 'a path without /v1/webhook',
      path: '/hooks/deploy',
      inputs: { 'api-key': API_SECRET },
      error: /^url: the path at http:\S+ does not end with \/v1\/webhook/,
    },
    {
      name: 'the header of the key',
      inputs: { 'api-key': API_SECRET, headers: 'X-API-Key: another-key-for-the-proxy' },
      error: /^headers: x-api-key is set from the api-key input/,
    },
  ];
  for (const { name, path, inputs, error } of refused) {
    for (const dryRun of ['false', 'true']) {
      test(`refused before anything is sent: ${name}${dryRun === 'true' ? ', in a dry run too' : ''}`, async () => {
        const { run, server } = await observe({
          inputs: { ...inputs, 'dry-run': dryRun },
          path,
        });
        assert.equal(run.exitCode, 1, run.log);
        assert.equal(run.errors.length, 1);
        assert.match(run.errors[0] ?? '', error);
        assert.equal(server.requests.length, 0);
      });
    }
  }

  test('without a key any path will do', async () => {
    const { run } = await observe({
      path: '/hooks/deploy',
      inFront(_request, response) {
        answer(response, 201, { content: 'job completed successfully', job_id: 'j' });
        return true;
      },
    });
    assert.equal(run.exitCode, 0, run.log);
  });
});

describe('the log while it waits', () => {
  for (const apiKey of [API_SECRET, undefined]) {
    test(`moves ${apiKey === undefined ? 'inside the request' : 'by asking'}`, async () => {
      const server = await startDocoCd({ secret: SECRET, apiSecret: API_SECRET, deploy: () => ({ runMs: 3_000 }) });
      const endpoint = {
        url: docoCd.wire.endpointUrl(new URL(server.origin), undefined),
        label: server.origin,
        receiver: docoCd,
        headers: {},
        secret: SECRET,
        apiKey,
      };
      const write = mock.method(process.stdout, 'write', () => true);
      try {
        const waiting = startWait(await findTrackers([endpoint]), {
          client: createClient({ skipTlsVerification: false }),
          limits: { retries: 0, deadlineMs: 0, timeoutMs: 10_000 },
          signal: new AbortController().signal,
          keepAlive: true,
          waitTimeoutMs: 30_000,
          lineEveryMs: 500,
        });
        const [message] = messagesTo(docoCd, [
          { host: 'ghcr.io', path: 'acme/app', tag: 'v1', digest: DIGEST, style: 'tag' },
        ]);
        const lines: string[] = [];
        const delivery = await waiting.deliver(message as Message, endpoint, {
          log: (line) => lines.push(line),
          name: '',
        });
        waiting.stop();
        assert.equal(outcomeOf(delivery), 'succeeded');
        const moving = write.mock.calls
          .map((call) => String((call.arguments as readonly unknown[])[0]))
          .filter((text) => /waiting/.test(text));
        assert.ok(moving.length >= 3, `${moving.length} lines`);
        const state = apiKey === undefined ? 'no answer yet' : '(?:accepted|running)';
        for (const line of moving) assert.match(line, new RegExp(`^still waiting after [\\d.]+ m?s: ${state}\n$`));
      } finally {
        write.mock.restore();
        await server.close();
      }
    });
  }
});
