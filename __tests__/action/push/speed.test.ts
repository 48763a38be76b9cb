import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SMALLEST, temporary, tree } from '../../support/push/directory.ts';
import { runPush } from '../../support/push/run-push.ts';
import { type Registry, startRegistry } from '../../support/registry.ts';
import { preload } from '../../support/run-action.ts';

/** What makes push fast, as far as it can be told without a clock. */

let registry: Registry;
before(async () => {
  registry = await startRegistry();
});
after(() => registry?.close());

test('skopeo is started before YAML and tar are loaded', async () => {
  const seen = join(temporary(), 'seen.json');
  const record = preload(`
    const { channel } = process.getBuiltinModule('node:diagnostics_channel');
    const { registerHooks } = process.getBuiltinModule('node:module');
    const { writeFileSync } = process.getBuiltinModule('node:fs');
    const files = [];
    registerHooks({ load(url, context, next) { files.push(url); return next(url, context); } });
    let isFirst = true;
    channel('child_process').subscribe(() => {
      if (!isFirst) return;
      isFirst = false;
      writeFileSync(${JSON.stringify(seen)}, JSON.stringify(files));
    });`);
  const artifact = `${registry.host}/team/early:1`;
  const run = await runPush({ path: tree(SMALLEST), artifact }, { nodeOptions: record });
  assert.equal(run.exitCode, 0, run.log);
  const files: string[] = JSON.parse(readFileSync(seen, 'utf8'));
  assert.deepEqual(
    files.filter((name) => /\/(?:yaml|tar)\/|dist\/push\/\d+\.index\.js/.test(name)),
    [],
  );
});

test('a push of a new tag starts skopeo three times, one that is there once, a dry run never', async () => {
  const skopeo = execFileSync('which', ['skopeo'], { encoding: 'utf8' }).trim();
  const started = async (inputs: Readonly<Record<string, string>>) => {
    const tools = temporary();
    const seen = join(tools, 'seen');
    writeFileSync(seen, '');
    writeFileSync(join(tools, 'skopeo'), `#!/bin/sh\necho "$@" >> '${seen}'\nexec ${skopeo} "$@"\n`, { mode: 0o755 });
    const run = await runPush(inputs, { env: { PATH: `${tools}:${process.env.PATH}` } });
    assert.equal(run.exitCode, 0, run.log);
    return readFileSync(seen, 'utf8').match(/\b(?:inspect|copy)\b/g) ?? [];
  };
  const inputs = { path: tree(SMALLEST), artifact: `${registry.host}/team/counted:1` };
  assert.deepEqual(await started({ ...inputs, 'dry-run': 'true' }), []);
  assert.deepEqual([...(await started(inputs))], ['inspect', 'copy', 'inspect']);
  assert.deepEqual([...(await started(inputs))], ['inspect']);
});
