import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ACCEPTED, answer, startFaults } from '../support/fault-server.ts';
import { entryOf, preload } from '../support/run-action.ts';

/** What `body` writes to standard output, in a process of its own: masks are kept for the life of one. */
function output(body: string): string {
  const log = new URL('../../src/util/log.ts', import.meta.url).href;
  const script = `const { info, infoGroup, mask, redact, warning } = await import(${JSON.stringify(log)}); ${body}`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, GITHUB_ACTIONS: 'true' },
  });
  assert.equal(run.stderr, '');
  return run.stdout;
}

/** How the runner finds a command in a line (actions/runner, ActionCommand.cs). */
const isCommand = (line: string) => line.trimStart().startsWith('::') || line.includes('##[');

describe('the log', { concurrency: true }, () => {
  test('a line is never a command, whatever is in it', () => {
    const hostile = [
      '::error::x',
      '  ::set-output name=result::delivered',
      '\n::stop-commands::x',
      'answer: ##[set-output name=result;]delivered',
      '##[add-path]/evil',
      '##\u200b[group]x',
      'one\n::error::two\r##[error]three',
    ];
    const lines = output(`for (const text of ${JSON.stringify(hostile)}) info(text);`)
      .trimEnd()
      .split('\n');
    assert.equal(lines.length, hostile.length, 'one line each');
    assert.deepEqual(lines.filter(isCommand), []);
  });

  test('a group holds lines that do not end it', () => {
    const written = output(`infoGroup('::evil::\\n##[x', ['one', '::endgroup::', 'two\\nthree']);`);
    const lines = written.trimEnd().split('\n');
    assert.deepEqual(lines.filter(isCommand), [lines[0], '::endgroup::']);
    assert.match(lines[0] ?? '', /^::group::/);
    assert.equal(lines.length, 5);
  });

  test('a masked secret is announced once and shown nowhere, in no spelling', () => {
    const secret = 'p@ss "word"';
    const written = output(`
      const secret = ${JSON.stringify(secret)};
      mask(secret); mask(secret); mask(''); mask(' ');
      info('a ' + secret + ' b ' + encodeURIComponent(secret) + ' c ' + JSON.stringify({ secret }));
      warning(secret); infoGroup(secret, [secret]);`);
    const masks = written.split('\n').filter((line) => line.startsWith('::add-mask::'));
    assert.equal(masks.length, 9);
    assert.equal(new Set(masks).size, 9);
    const rest = written.replace(/^::add-mask::.*\n/gm, '');
    assert.ok(!/p@ss|p%40ss|word/.test(rest), rest);
    assert.match(rest, /^a \*\*\* b \*\*\* c /);
  });

  test('a secret within a longer one does not leave the rest of the longer one', () => {
    const written = output(`mask('abcd'); mask('abcdefgh'); info('x abcdefgh y abcd z');`);
    assert.match(written, /^x \*\*\* y \*\*\* z$/m);
  });

  test('a mask or warning with line ends and percent signs is one command', () => {
    const written = output(`mask('50%\\noff'); warning('100%\\nsure');`);
    assert.deepEqual(
      written
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('::add-mask::50%2525')),
      ['::add-mask::50%25%0Aoff', '::add-mask::50%25\\noff', '::add-mask::50%25\\\\noff', '::warning::100%25%0Asure'],
    );
  });

  test('a line is cut before it floods the log', () => {
    assert.equal(output(`info('x'.repeat(100_000));`).length, 2_002);
  });
});

test('what was logged is written when the process dies of a bug', () => {
  const log = new URL('../../src/util/log.ts', import.meta.url).href;
  const script = `const { info } = await import(${JSON.stringify(log)}); info('last words'); throw new Error('bug');`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.equal(run.stdout, 'last words\n');
  assert.notEqual(run.status, 0);
});

test('the work is done although nobody reads the log any more', async () => {
  const server = await startFaults([answer(503), answer(503), ACCEPTED]);
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-log-'));
  const output = join(directory, 'output');
  writeFileSync(output, '');
  const env = {
    INPUT_URL: server.origin,
    INPUT_SECRET: 'a-secret-of-some-length',
    INPUT_ARTIFACT: 'ghcr.io/acme/app:v1',
    INPUT_DIGEST: `sha256:${'a'.repeat(64)}`,
    GITHUB_OUTPUT: output,
  };
  try {
    const child = spawn(process.execPath, [entryOf()], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => child.stdout.destroy());
    const [exitCode] = await once(child, 'close');
    assert.equal(server.requests.length, 3);
    assert.equal(exitCode, 0);
    assert.match(readFileSync(output, 'utf8'), /^delivered$/m);
  } finally {
    await server.close();
    rmSync(directory, { recursive: true });
  }
});

test('a slow reader gets all of the log', async () => {
  const path = `acme/${'a'.repeat(150)}`;
  const artifacts = Array.from({ length: 480 }, (_, index) => `ghcr.io/${path}-${index}@sha256:${'a'.repeat(64)}`);
  // Once Node has made a stream of it, standard output takes no more than its reader has room for.
  const args = [...preload('process.stdout'), entryOf()];
  const env = { INPUT_ARTIFACT: artifacts.join('\n'), 'INPUT_DRY-RUN': 'true' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  let log = '';
  for await (const part of child.stdout.setEncoding('utf8')) log += part;
  assert.ok(log.length > 300_000, 'more than a pipe holds');
  assert.equal(log.match(/^ghcr\.io\/acme\/a{150}-\d+@sha256:a{64} /gm)?.length, artifacts.length);
  assert.match(log, /^::set-output name=skip-reason::$/m, 'the last of the outputs');
});
