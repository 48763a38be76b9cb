import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SMALLEST, temporary, tree } from '../../support/push/directory.ts';
import { startFaulty } from '../../support/push/faulty-registry.ts';
import { runPush } from '../../support/push/run-push.ts';
import { type Registry, startRegistry } from '../../support/registry.ts';

/** What makes push fast, as far as it can be told without a clock. */

let registry: Registry;
before(async () => {
  registry = await startRegistry();
});
after(() => registry?.close());

test('a push of a new tag starts skopeo once and asks twice, one that is there only asks, a dry run neither', async () => {
  const skopeo = execFileSync('which', ['skopeo'], { encoding: 'utf8' }).trim();
  const counting = await startFaulty(registry, () => 'pass');
  after(counting.close);
  const started = async (inputs: Readonly<Record<string, string>>) => {
    const tools = temporary();
    const seen = join(tools, 'seen');
    writeFileSync(seen, '');
    writeFileSync(join(tools, 'skopeo'), `#!/bin/sh\necho "$@" >> '${seen}'\nexec ${skopeo} "$@"\n`, { mode: 0o755 });
    const before = counting.requests.length;
    const run = await runPush(inputs, { env: { PATH: `${tools}:${process.env.PATH}` } });
    assert.equal(run.exitCode, 0, run.log);
    const asked = counting.requests.slice(before).filter((request) => /^GET .*\/manifests\//.test(request));
    return [readFileSync(seen, 'utf8').match(/\bcopy\b/g)?.length ?? 0, asked.length];
  };
  const inputs = { path: tree(SMALLEST), artifact: `${counting.host}/team/counted:1` };
  assert.deepEqual(await started({ ...inputs, 'dry-run': 'true' }), [0, 0]);
  assert.deepEqual(await started(inputs), [1, 2]);
  assert.deepEqual(await started(inputs), [0, 1]);
});

test('a skopeo of before 1.6 pushes too', async () => {
  const skopeo = execFileSync('which', ['skopeo'], { encoding: 'utf8' }).trim();
  const tools = temporary();
  const old = `#!/bin/sh
case "$*" in *--preserve-digests*)
  echo 'Error: unknown flag: --preserve-digests' >&2
  echo 'time="2022-04-01T00:00:00Z" level=fatal msg="unknown flag: --preserve-digests"' >&2
  exit 1;;
esac
exec ${skopeo} "$@"
`;
  writeFileSync(join(tools, 'skopeo'), old, { mode: 0o755 });
  const artifact = `${registry.host}/team/old-skopeo:1`;
  const run = await runPush({ path: tree(SMALLEST), artifact }, { env: { PATH: `${tools}:${process.env.PATH}` } });
  assert.equal(run.exitCode, 0, run.log);
  assert.equal(run.outputs.artifact, artifact);
  assert.doesNotMatch(run.log, /unknown flag/);
});
