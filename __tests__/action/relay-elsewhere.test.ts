import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readText } from '../support/markdown.ts';
import { GITHUB_TOKEN, RELAY_TOKEN, REPOSITORY, startDispatches } from '../support/relay.ts';

/** relay.ts as Workers and Deno call it, here by Node. */

const EC_KEY = String(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
);
const RELAY = new URL('../../relay/relay.ts', import.meta.url).href;

/** What the default export answers to one push: its status, and all lines of the process. */
async function push(bindings: object | undefined, env: Readonly<Record<string, string>> = {}) {
  const script = `
    if (${bindings !== undefined}) delete globalThis.process; // which a Worker does not have
    const { default: worker } = await import(${JSON.stringify(RELAY)});
    const request = () => new Request('http://relay.test/?token=${RELAY_TOKEN}', { method: 'POST', body: '{"events":[]}' });
    for (let count = 0; count < 2; count++) {
      const response = await worker.fetch(request(), ${JSON.stringify(bindings)});
      console.log(response.status + ' ' + (await response.text()).trim());
    }`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env.PATH ?? '', ...env },
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  return { lines: stdout.trim().split('\n'), stderr };
}

describe('the relay without Node', () => {
  const answered = /^202 delivery [0-9a-f]{32}$/;

  test('with its settings as bindings of a Worker', async (t) => {
    const github = await startDispatches();
    t.after(() => github.close());
    const { lines } = await push({ REPOSITORY, RELAY_TOKEN, GITHUB_TOKEN, GITHUB_API_URL: github.origin });
    assert.equal(lines.filter((line) => answered.test(line)).length, 2, lines.join('\n'));
    assert.equal(github.events().length, 2);
  });

  test('with its settings in the environment, as in Deno', async (t) => {
    const github = await startDispatches();
    t.after(() => github.close());
    const env = { REPOSITORY, RELAY_TOKEN, GITHUB_TOKEN, GITHUB_API_URL: github.origin };
    const { lines } = await push(undefined, env);
    assert.equal(lines.filter((line) => answered.test(line)).length, 2, lines.join('\n'));
  });

  test('that is not set up says so in its log, and answers 500', async () => {
    const { lines, stderr } = await push({ RELAY_TOKEN, GITHUB_TOKEN, GITHUB_APP_PRIVATE_KEY: EC_KEY, PORT: 'x' });
    assert.deepEqual(lines, Array(2).fill('500 the relay is not set up, its log says what is wrong'));
    assert.match(stderr, /^REPOSITORY must be owner\/name/);
    for (const name of ['GITHUB_APP_ID', 'GITHUB_APP_PRIVATE_KEY', 'PORT']) {
      assert.match(stderr, new RegExp(`^${name} must`, 'm'));
    }
    assert.ok(!stderr.includes(GITHUB_TOKEN));
  });

  test('imports nothing but its own files, and uses nothing that only Node has', () => {
    const files = ['relay.ts', 'github.ts', 'settings.ts', 'advice.ts', 'app.ts', 'body.ts', 'turns.ts'];
    for (const file of files) {
      const source = readText(`relay/${file}`);
      const imported = [...source.matchAll(/(?:\bfrom |\bimport\()'([^']+)'/g)];
      for (const [, target = ''] of imported) assert.ok(files.includes(target.replace('./', '')), `${file}: ${target}`);
      assert.doesNotMatch(source, /(?<![\w.'])(?:Buffer|process|require|setImmediate|__dirname)\b(?=[.(])/, file);
    }
  });
});
