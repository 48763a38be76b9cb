import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { difficult, SMALLEST, temporary, tree } from '../../support/push/directory.ts';
import { startFaulty } from '../../support/push/faulty-registry.ts';
import { runPush } from '../../support/push/run-push.ts';
import { remoteDigest, skopeo } from '../../support/push/skopeo.ts';
import { type Registry, startRegistry } from '../../support/registry.ts';

/** End to end: the real entry, skopeo and docker-registry. */

let registry: Registry;
before(async () => {
  for (const tool of ['skopeo', 'umoci']) {
    try {
      execFileSync(tool, ['--version'], { stdio: 'ignore' });
    } catch (cause) {
      throw new Error(`${tool} is missing: apt-get install docker-registry skopeo umoci`, { cause });
    }
  }
  registry = await startRegistry();
});
after(() => registry?.close());

let repositories = 0;
const freshName = ({ host }: Pick<Registry, 'host'> = registry) => `${host}/team/config-${repositories++}`;

/** Every path below `root` with its kind, executable bit and content. */
function listing(root: string, path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(join(root, path)).map((name) => {
      const here = path === '' ? name : `${path}/${name}`;
      const stats = lstatSync(join(root, here));
      if (stats.isDirectory()) return { [here]: 'directory', ...listing(root, here) };
      const content = createHash('sha256')
        .update(readFileSync(join(root, here)))
        .digest('hex');
      return { [here]: `${stats.mode & 0o100 ? 'executable' : 'file'} ${content}` };
    }),
  );
}

describe('push', () => {
  test('what is pushed comes back byte for byte through another tool', async () => {
    const files = difficult();
    const path = tree(files);
    const name = freshName();
    const run = await runPush({ path, artifact: `${name}:main\n${name}:v1` });
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(run.errors, []);
    assert.equal(run.log.match(/^Pushed \S+ \(sha256:[0-9a-f]{64}\)$/gm)?.length, 2, run.log);
    assert.deepEqual(run.outputs, {
      artifact: `${name}:main`,
      'in-doubt': '',
      artifacts: JSON.stringify([
        { artifact: `${name}:main`, digest: run.outputs.digest },
        { artifact: `${name}:v1`, digest: run.outputs.digest },
      ]),
      repository: name,
      digest: run.outputs.digest,
      size: run.outputs.size,
      files: String(Object.keys(files).filter((file) => !file.endsWith('/')).length),
    });
    assert.equal(remoteDigest(`${name}:main`), run.outputs.digest);
    assert.equal(remoteDigest(`${name}:v1`), run.outputs.digest);

    const directory = temporary();
    const reference = `docker://${name}@${run.outputs.digest}`;
    skopeo('copy', '--src-tls-verify=false', '--preserve-digests', reference, `oci:${directory}/layout:pulled`);
    execFileSync(
      'umoci',
      ['raw', 'unpack', '--rootless', '--image', `${directory}/layout:pulled`, `${directory}/rootfs`],
      { stdio: 'ignore' },
    );
    assert.deepEqual(listing(`${directory}/rootfs`), listing(path));
    const blobs = readdirSync(`${directory}/layout/blobs/sha256`).map(
      (blob) => lstatSync(`${directory}/layout/blobs/sha256/${blob}`).size,
    );
    assert.equal(run.outputs.size, String(blobs.reduce((sum, bytes) => sum + bytes, 0)));
  });

  test('the manifest is an OCI image with the annotations that people look for', async () => {
    const name = freshName();
    const run = await runPush(
      {
        path: tree(SMALLEST),
        artifact: `${name}:1`,
        annotations: 'org.example.team=a=b\nmanifest:org.opencontainers.image.title=',
      },
      { env: { GITHUB_REPOSITORY: 'acme/app', GITHUB_SHA: 'f'.repeat(40), SOURCE_DATE_EPOCH: '1700000000' } },
    );
    assert.equal(run.exitCode, 0, run.log);
    const manifest = JSON.parse(skopeo('inspect', '--raw', '--tls-verify=false', `docker://${name}:1`));
    assert.equal(manifest.mediaType, 'application/vnd.oci.image.manifest.v1+json');
    assert.deepEqual(manifest.annotations, {
      'org.example.team': 'a=b',
      'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
      'org.opencontainers.image.revision': 'f'.repeat(40),
      'org.opencontainers.image.source': 'https://github.com/acme/app',
    });
  });

  test('the time of the commit is the time of the artifact, where git knows it', async () => {
    const path = tree(SMALLEST);
    const env = {
      ...process.env,
      GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z',
      GIT_COMMITTER_DATE: '2025-06-07T08:09:10+02:00',
    };
    const identity = ['-c', 'user.name=T est', '-c', 'user.email=test@example.com'];
    const git = (...args: string[]) =>
      execFileSync('git', [...identity, '-C', path, ...args], { encoding: 'utf8', env });
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message', 'committer Eve <e@example.com> 1 +0000');
    const name = freshName();
    // In a container job the checkout belongs to another user, which makes git refuse what it would not here.
    const commit = { GITHUB_SHA: git('rev-parse', 'HEAD').trim(), GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const run = await runPush({ path, artifact: `${name}:1` }, { env: commit });
    assert.equal(run.exitCode, 0, run.log);
    const manifest = JSON.parse(skopeo('inspect', '--raw', '--tls-verify=false', `docker://${name}:1`));
    assert.equal(manifest.annotations['org.opencontainers.image.created'], '2025-06-07T06:09:10Z');
  });

  test('a second push of the same files uploads nothing', async () => {
    const path = tree(SMALLEST);
    const counting = await startFaulty(registry, () => 'pass');
    after(counting.close);
    const artifact = `${freshName(counting)}:main`;
    const first = await runPush({ path, artifact });
    const requests = counting.requests.length;
    const second = await runPush({ path, artifact });
    assert.deepEqual([first.exitCode, second.exitCode], [0, 0], first.log + second.log);
    assert.deepEqual(second.outputs, first.outputs);
    assert.match(second.summary, /^### ⏭ Nothing new/);
    const again = counting.requests.slice(requests);
    assert.deepEqual(
      again.filter((request) => !/^(?:GET|HEAD) /.test(request)),
      [],
    );
  });

  test('a changed file moves the tag', async () => {
    const path = tree(SMALLEST);
    const artifact = `${freshName()}:main`;
    const first = await runPush({ path, artifact });
    writeFileSync(join(path, 'new'), 'x');
    const second = await runPush({ path, artifact });
    assert.equal(second.exitCode, 0, second.log);
    assert.notEqual(second.outputs.digest, first.outputs.digest);
    assert.equal(remoteDigest(artifact), second.outputs.digest);
  });

  test('dry-run packs and reports, but needs no skopeo and asks no registry', async () => {
    const path = tree(SMALLEST);
    const name = freshName();
    const dry = await runPush({ path, artifact: `${name}:1`, 'dry-run': 'true' }, { env: { PATH: '' } });
    assert.equal(dry.exitCode, 0, dry.log);
    assert.equal(dry.notices.length, 1);
    assert.match(dry.summary, /^### 🧪 Dry run/);
    const wet = await runPush({ path, artifact: `${name}:1` });
    assert.equal(wet.outputs.digest, dry.outputs.digest);
  });
});

describe('mistakes and hostile names', () => {
  test('a bad directory is one annotation that lists everything, and every output is set', async () => {
    const path = tree({ '.doco-cd.yaml': 'version: doco.v2\n' });
    symlinkSync('/etc/passwd', join(path, 'link'));
    const run = await runPush({ path, artifact: `${freshName()}:1` });
    assert.equal(run.exitCode, 1);
    assert.equal(run.errors.length, 1);
    for (const part of [/"link" is a symbolic link/, /doco\.v2/, /name is missing/, /no compose file/]) {
      assert.match(run.errors[0] ?? '', part);
    }
    assert.doesNotMatch(run.log, /\n\s+at /);
    assert.deepEqual(run.outputs, {
      artifact: '',
      artifacts: '[]',
      'in-doubt': '',
      repository: '',
      digest: '',
      size: '',
      files: '',
    });
  });

  test('names and tool output reach neither log nor summary as commands or markup', async () => {
    const evil = 'x\n::error::injected <img src=x> [a](http://evil.example) `code` | @all';
    const path = tree({ ...SMALLEST, [`${evil}.p12`]: '', [`${evil}/.netrc`]: 'A=1' });
    const run = await runPush({ path, artifact: `${freshName()}:1` });
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(run.errors, []);
    assert.equal(run.warnings.length, 2);
    assert.doesNotMatch(run.summary, /<img|\[a\]|`code`|@all/);
    assert.ok(run.summary.split('\n').every((line) => !line.startsWith('::')));
  });

  /** What makes git fetch a missing object with a command. */
  const fetchingConfig = (command: string) => `[core]
\trepositoryformatversion = 1
[extensions]
\tpartialClone = origin
[protocol "ext"]
\tallow = always
[remote "origin"]
\tpromisor = true
\turl = ext::${command}
`;

  for (const [what, inside] of [
    ['poses as a repository', ''],
    ['holds a repository', '.git/'],
  ] as const) {
    test(`a directory that ${what} runs nothing`, async () => {
      const mark = join(temporary(), 'mark');
      const path = tree({
        ...SMALLEST,
        [`${inside}HEAD`]: 'ref: refs/heads/main\n',
        [`${inside}objects/x`]: '',
        [`${inside}refs/x`]: '',
        [`${inside}config`]: fetchingConfig(`touch ${mark}`),
      });
      const env = { GITHUB_SHA: '1'.repeat(40) };
      const run = await runPush({ path, artifact: `${freshName()}:1`, 'dry-run': 'true' }, { env });
      assert.equal(run.exitCode, 0, run.log);
      assert.ok(!existsSync(mark), 'git ran a command that the directory names');
    });
  }

  test('outputs that cannot be written fail the step in a line, a summary that cannot be does not', async () => {
    const inputs = { path: tree(SMALLEST), artifact: `${freshName()}:1`, 'dry-run': 'true' };
    const lost = await runPush(inputs, { env: { GITHUB_OUTPUT: '/nowhere/output' } });
    assert.equal(lost.exitCode, 1);
    assert.match(lost.errors.join(), /^the outputs could not be written \(GITHUB_OUTPUT\)/);
    assert.equal(lost.stderr, '');
    const unread = await runPush(inputs, { env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' } });
    assert.equal(unread.exitCode, 0, unread.log);
    assert.match(unread.warnings.join(), /^the job summary could not be written/);
  });

  test('a temporary directory that is not there is named', async () => {
    const env = { RUNNER_TEMP: '/proc/nowhere' };
    const run = await runPush({ path: tree(SMALLEST), artifact: `${freshName()}:1` }, { env });
    assert.equal(run.exitCode, 1);
    assert.match(run.errors.join(), /^RUNNER_TEMP: nothing can be written to "\/proc\/nowhere"/);
  });

  test('a temporary directory that skopeo cannot use is named before anything is packed', async () => {
    const env = { RUNNER_TEMP: '/tmp/job:7' };
    const run = await runPush({ path: tree(SMALLEST), artifact: `${freshName()}:1` }, { env });
    assert.equal(run.exitCode, 1);
    assert.match(run.errors.join(), /^RUNNER_TEMP: "\/tmp\/job:7" has a ":", which skopeo cannot use/);
  });
});
