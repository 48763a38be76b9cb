import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { startDocoCd } from '../support/doco-cd.ts';
import { fencesIn, ROOT, readText } from '../support/markdown.ts';

/** The commands of docs/elsewhere.md, as they are written, but for the clone. */

const fences = fencesIn(readText('docs/elsewhere.md'));
const shell = fences.find(({ language }) => language === 'sh')?.text ?? '';
const gitlab = parse(fences.find(({ language }) => language === 'yaml')?.text ?? '').notify.script.join('\n');

suite('docs/elsewhere.md', () => {
  for (const [name, script, artifact] of [
    ['from a shell', shell, 'registry.example.com/team/config:v1'],
    ['GitLab CI', gitlab, 'registry.gitlab.com/acme/app/config:main'],
  ] as const) {
    test(name, async (t) => {
      const directory = mkdtempSync(join(tmpdir(), 'elsewhere-'));
      t.after(() => rmSync(directory, { recursive: true }));
      const [secret, apiSecret] = ['a-secret-that-only-we-know', 'an-api-secret-of-some-length'];
      const server = await startDocoCd({ secret, apiSecret });
      t.after(() => server.close());
      symlinkSync(ROOT, join(directory, 'oci-webhook-action'));
      for (const file of ['outputs', 'summary.md']) writeFileSync(join(directory, file), '');
      const env = {
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        DOCO_CD_URL: server.origin,
        DOCO_CD_SECRET: secret,
        DOCO_CD_API_KEY: apiSecret,
        DIGEST: `sha256:${'ab'.repeat(32)}`,
        CI_REGISTRY_IMAGE: 'registry.gitlab.com/acme/app',
        CI_COMMIT_REF_SLUG: 'main',
      };
      assert.match(script, /^git clone .*$/m);
      const commands = script.replace(/^git clone .*$/m, '');
      const { stdout } = await promisify(execFile)('sh', ['-ec', commands], { cwd: directory, env });
      const [posted] = server.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
      assert.equal(posted?.artifact, artifact);
      assert.ok(!stdout.includes(secret) && !stdout.includes(apiSecret), stdout);
      if (name !== 'from a shell') return;
      assert.match(readFileSync(join(directory, 'outputs'), 'utf8'), /^result<<.*\ndeployed$/m);
      assert.match(readFileSync(join(directory, 'summary.md'), 'utf8'), /^### ✅/m);
    });
  }
});
