import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import { BODY, deliverTo, SECRET } from '../../support/deliver-to.ts';
import { answer, type Step, startFaults } from '../../support/fault-server.ts';

const SIGNATURE = createHmac('sha256', SECRET).update(BODY).digest('hex');
const KEY = 'f00dfacef00dfacef00dface';

/** Everything that a curious or careless receiver could send back. */
const echo: Step = (socket, { line, headers, body }) => {
  const text = [
    line,
    decodeURIComponent(line),
    ...Object.entries(headers).map((field) => field.join(': ')),
    body,
    SECRET,
  ].join(' ');
  answer(400, {}, text)(socket, { line, headers, body, atMs: 0, connection: 0 });
};
const echoAsJson: Step = (socket, request) => {
  const content = JSON.stringify({ ...request, secret: SECRET });
  answer(400, { 'Content-Type': 'application/json' }, JSON.stringify({ error: 'echo', content }))(socket, request);
};
const echoCommands: Step = (socket, request) => {
  const text = `::set-output name=result::delivered ##[set-output name=result;]delivered ##[error]x\n::error::injected`;
  answer(400, {}, text)(socket, request);
};

describe('what is secret stays so', { concurrency: 8 }, () => {
  test('though the receiver gives it back as the id of the job', async () => {
    const token = 'feed0123face4567feed0123face4567';
    const server = await startFaults([answer(202, {}, JSON.stringify({ content: 'job accepted', job_id: token }))]);
    try {
      const inputs = { headers: `X-Token: ${token}` };
      const run = await deliverTo(`http://127.0.0.1:${server.port}`, { inputs });
      assert.equal(run.exitCode, 0, run.log);
      assert.equal(run.outputs['job-id'], '***');
      assert.ok(!(run.summary + JSON.stringify(run.outputs)).includes(token));
    } finally {
      await server.close();
    }
  });

  for (const [how, step] of Object.entries({ 'as text': echo, 'as JSON': echoAsJson })) {
    test(`though the receiver sends it all back ${how}`, async () => {
      const server = await startFaults([step]);
      try {
        const url = `http://me:p%40ss-word@127.0.0.1:${server.port}/hook/${KEY}/x?token=query-token-0`;
        const headers = 'X-Token: header-token-0\nCookie: session=cookie-token-0; a=b';
        const inputs = { headers, 'signature-header': 'X-My-Signature' };
        const run = await deliverTo(url, { inputs, env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } });
        assert.equal(run.exitCode, 1);
        const [request] = server.requests;
        assert.equal(
          request?.headers['x-my-signature'],
          `sha256=${SIGNATURE}`,
          'the header of the signature by choice',
        );
        assert.equal(request?.headers['x-doco-oci-signature-256'], undefined);
        assert.equal(request?.headers['x-token'], 'header-token-0');
        assert.equal(request?.headers.authorization, `Basic ${btoa('me:p@ss-word')}`);
        assert.equal(request?.line, `POST /hook/${KEY}/x?token=query-token-0 HTTP/1.1`);

        const shown = run.log + run.summary + JSON.stringify(run.outputs);
        assert.match(run.log, /\*\*\*/, 'something was there to be hidden');
        for (const secret of [
          SECRET,
          SIGNATURE,
          KEY,
          'p@ss-word',
          'p%40ss-word',
          btoa('me:p@ss-word'),
          'query-token-0',
          'header-token-0',
          'cookie-token-0',
        ]) {
          assert.ok(!shown.includes(secret), `${secret} is shown in ${shown}`);
        }
        assert.equal(run.deliveries[0]?.endpoint, `http://127.0.0.1:${server.port}`);
        // All of it is masked before the first line that is not a mask.
        const lines = run.stdout.split('\n');
        const first = lines.findIndex((line) => !line.startsWith('::add-mask::'));
        const late = lines.slice(first).filter((line) => line.startsWith('::add-mask::'));
        assert.deepEqual(late, [`::add-mask::${SIGNATURE}`], 'only the signature is made later');
      } finally {
        await server.close();
      }
    });
  }

  test('though a redirect leads to a host of that name', async () => {
    const server = await startFaults([answer(302, { Location: 'https://Header_Token_0.evil.example/x' })]);
    try {
      const run = await deliverTo(server.origin, { inputs: { headers: 'X-Token: Header_Token_0' } });
      const shown = run.log + run.summary + JSON.stringify(run.outputs);
      assert.match(run.errors.join(), /this one leads to https:\/\/\*{3}\.evil\.example/);
      assert.doesNotMatch(shown, /header(?:_|&#95;)token/i);
    } finally {
      await server.close();
    }
  });

  test('and its text is no command of the runner', async () => {
    const server = await startFaults([echoCommands]);
    try {
      const run = await deliverTo(server.origin, {});
      const lines = run.stdout.split('\n');
      const commands = lines
        .filter((line) => line.trimStart().startsWith('::'))
        .map((line) => line.split('::')[1]?.split(' ')[0]);
      assert.deepEqual(commands, ['add-mask', 'add-mask', 'error']);
      const outside = lines.filter((line) => !line.startsWith('::'));
      assert.ok(!outside.some((line) => line.includes('##[')), run.log);
      assert.equal(run.outputs.result, 'failed');
    } finally {
      await server.close();
    }
  });
});
