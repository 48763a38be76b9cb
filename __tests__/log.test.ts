import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';

/** What `body` writes to standard output, in a process of its own: masks are kept for the life of one. */
function output(body: string): string {
  const log = new URL('../src/log.ts', import.meta.url).href;
  const script = `const { mask, redact, say, sayGroup, warn } = await import(${JSON.stringify(log)}); ${body}`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
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
      'it said: ##[set-output name=result;]delivered',
      '##[add-path]/evil',
      '##\u200b[group]x',
      'one\n::error::two\r##[error]three',
    ];
    const lines = output(`for (const text of ${JSON.stringify(hostile)}) say(text);`)
      .trimEnd()
      .split('\n');
    assert.equal(lines.length, hostile.length, 'one line each');
    assert.deepEqual(lines.filter(isCommand), []);
  });

  test('a group holds lines that do not end it', () => {
    const written = output(`sayGroup('::evil::\\n##[x', ['one', '::endgroup::', 'two\\nthree']);`);
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
      say('a ' + secret + ' b ' + encodeURIComponent(secret) + ' c ' + JSON.stringify({ secret }));
      warn(secret); sayGroup(secret, [secret]);`);
    const masks = written.split('\n').filter((line) => line.startsWith('::add-mask::'));
    assert.equal(masks.length, 3);
    assert.equal(new Set(masks).size, 3);
    const rest = written.replace(/^::add-mask::.*\n/gm, '');
    assert.ok(!/p@ss|p%40ss|word/.test(rest), rest);
    assert.match(rest, /^a \*\*\* b \*\*\* c /);
  });

  test('a secret within a longer one does not leave the rest of the longer one', () => {
    const written = output(`mask('abcd'); mask('abcdefgh'); say('x abcdefgh y abcd z');`);
    assert.match(written, /^x \*\*\* y \*\*\* z$/m);
  });

  test('a mask or warning with line ends and percent signs is one command', () => {
    const written = output(`mask('50%\\noff'); warn('100%\\nsure');`);
    assert.deepEqual(
      written
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('::add-mask::50%2525')),
      ['::add-mask::50%25%0Aoff', '::add-mask::50%25\\noff', '::warning::100%25%0Asure'],
    );
  });

  test('a line is cut before it floods the log', () => {
    assert.equal(output(`say('x'.repeat(100_000));`).length, 2_002);
  });
});
