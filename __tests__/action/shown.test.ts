import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { info } from '../../src/util/log.ts';
import { oneLine } from '../../src/util/text.ts';
import { listen } from '../support/listen.ts';
import { startReceiver } from '../support/receiver.ts';
import { runAction } from '../support/run-action.ts';

/** What others say, where it is shown. */

const SECRET = 'a-test-secret-of-some-length';
const DIGEST = `sha256:${'a'.repeat(64)}`;

/** Whether the runner would obey `line`, by actions/runner ActionCommand.cs: `::` after any space, or `##[` anywhere. */
const isCommand = (line: string) => /^\s*::\w[^:]*::/.test(line) || /##\[\w[^\]]*\]/.test(line);

/** Texts that would be commands in a log line of their own. */
const COMMANDS = [
  '::set-output name=result::deployed',
  '##[set-output name=result;]deployed',
  'so it goes ##[stop-commands]x',
  '###[error]x',
  '\u00a0::add-mask::x',
  '\u00ad:\u00ad:error::x',
  'a #\u00ad#\u200b[error]x',
];

describe('workflow commands in text of others', () => {
  for (const text of COMMANDS) {
    test(JSON.stringify(text), ({ mock }) => {
      let written = '';
      const write = mock.method(process.stdout, 'write', (chunk: string) => {
        written += chunk;
        return true;
      });
      info(text);
      write.mock.restore();
      assert.equal(written.split('\n').length, 2);
      assert.ok(!isCommand(written), written);
      assert.doesNotMatch(written, /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
    });
  }

  test(`none of a server's answer is obeyed`, async () => {
    const receiver = await startReceiver((_request, response) => response.writeHead(400).end(COMMANDS.join(' ')));
    const inputs = { url: receiver.origin, secret: SECRET, artifact: 'ghcr.io/acme/app:v1', digest: DIGEST };
    const run = await runAction({ inputs });
    await receiver.close();
    const obeyed = run.log.split('\n').filter((line) => !/^::error title=[^:]*::/.test(line) && isCommand(line));
    assert.deepEqual(obeyed, []);
    assert.match(run.log, /answer: .*stop-commands/);
  });
});

test('what is not seen does not hide what is seen', () => {
  assert.equal(oneLine('a\u00adb\u200dc\ufe0fd\u{e0041}e\u2028f'), 'a b c d e f');
  assert.equal(oneLine('Grüße, 世界 🎉'), 'Grüße, 世界 🎉');
});

test('a proxy that repeats its password does not get it into the attempts of the summary', async () => {
  const password = 'p@ss!word_9';
  const proxy = createServer((socket) =>
    socket.on('error', () => {}).once('data', () => socket.end(`garbage ${password}\r\n\r\n`)),
  );
  const port = await listen(proxy);
  const run = await runAction({
    inputs: {
      url: 'https://deploy.test/v1/webhook',
      secret: SECRET,
      artifact: 'ghcr.io/acme/app:v1',
      digest: DIGEST,
      retries: '1',
    },
    env: { HTTPS_PROXY: `http://user:${encodeURIComponent(password)}@127.0.0.1:${port}` },
  });
  proxy.close();
  assert.match(run.summary, /Began \(UTC\).*garbage (?:&#42;){3}/s);
  assert.doesNotMatch(run.summary, /word(?:_|&#95;)9/);
  assert.ok(!run.log.includes(password));
});
