import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SMALLEST, temporary, tree } from '../../support/push/directory.ts';
import { type Fault, startFaulty } from '../../support/push/faulty-registry.ts';
import { runPush } from '../../support/push/run-push.ts';
import { type Registry, startRegistry } from '../../support/registry.ts';
import { type ActionRun, preload } from '../../support/run-action.ts';

/** What makes push fast, as far as it can be told without a clock. */

let registry: Registry;
before(async () => {
  registry = await startRegistry();
});
after(() => registry?.close());

describe('a large directory that the registry has', () => {
  let repositories = 0;
  const commit = (digit: string) => ({ env: { GITHUB_SHA: digit.repeat(40) } });

  /** Asks the registry itself: the one that spoils requests is in this process, which waits here. */
  function layersOf(repository: string): unknown {
    const args = ['inspect', '--raw', '--tls-verify=false', `docker://${registry.host}/${repository}:main`];
    return JSON.parse(execFileSync('skopeo', args, { encoding: 'utf8' })).layers;
  }

  /** Pushes the files for one commit, then for another, through a registry that `fault` spoils the second time. */
  async function pushAgain(fault: (request: string) => Fault): Promise<{
    artifact: string;
    second: ActionRun;
    requests: readonly string[];
    layers: readonly unknown[];
  }> {
    const path = tree({ ...SMALLEST, large: randomBytes(33 * 1024 ** 2) });
    let isSecond = false;
    const faulty = await startFaulty(registry, (request) => (isSecond ? fault(request) : 'pass'));
    after(faulty.close);
    const repository = `team/large-${repositories++}`;
    const artifact = `${faulty.host}/${repository}:main`;
    const first = await runPush({ path, artifact }, commit('1'));
    assert.equal(first.exitCode, 0, first.log);
    const layers = [layersOf(repository)];
    const seen = faulty.requests.length;
    isSecond = true;
    const temp = temporary();
    const second = await runPush({ path, artifact }, { env: { ...commit('2').env, RUNNER_TEMP: temp } });
    isSecond = false;
    assert.equal(second.exitCode, 0, second.log);
    assert.deepEqual(readdirSync(temp), []);
    const dry = await runPush({ path, artifact, 'dry-run': 'true' }, commit('2'));
    assert.equal(second.outputs.digest, dry.outputs.digest, 'the digest does not depend on what the registry had');
    assert.notEqual(second.outputs.digest, first.outputs.digest);
    return { artifact, second, requests: faulty.requests.slice(seen), layers: [...layers, layersOf(repository)] };
  }

  test('is not compressed again, and of a new commit only the manifest is sent', async () => {
    const { second, requests, layers } = await pushAgain(() => 'pass');
    assert.match(second.log, /^The registry has these files: they need not be compressed$/m);
    assert.deepEqual(layers[1], layers[0]);
    const sent = requests.filter((request) => !/^(?:GET|HEAD) /.test(request));
    assert.deepEqual(
      sent.map((request) => request.replace(/large-\d+/, 'large')),
      ['PUT /v2/team/large/manifests/main'],
    );
  });

  for (const [how, fault] of [
    ['is not there any more', 404],
    ['never comes', 'hang'],
  ] as const) {
    test(`is packed where its layer ${how}`, { timeout: 60_000 }, async () => {
      const { second } = await pushAgain((request) => (/^GET .*\/blobs\//.test(request) ? fault : 'pass'));
      assert.match(second.log, /^The layer could not be fetched, so the files are packed: /m);
    });
  }
});

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
