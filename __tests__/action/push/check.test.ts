import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkDirectory } from '../../../src/push/check/directory.ts';
import { InputError } from '../../../src/util/errors.ts';
import { SMALLEST, tree } from '../../support/push/directory.ts';

/** What a directory with these files is refused for. */
type Bad = readonly [name: string, files: Record<string, string>, problem: RegExp];

const never = new AbortController().signal;
const check = (path: string, target?: string) => checkDirectory(path, target, never);

async function refusal(path: string, target?: string): Promise<string> {
  try {
    await check(path, target);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
}

const warningsOf = async (files: Record<string, string>) => (await check(tree({ ...SMALLEST, ...files }))).warnings;
const packedOf = async (files: Record<string, string>) =>
  (await check(tree({ ...SMALLEST, ...files }))).entries.map(({ path }) => path);

describe('the configuration', () => {
  const bad: readonly Bad[] = [
    ['a list of mistakes', { '.doco-cd.yaml': 'version: doco.v2\n' }, /name is missing.*no compose file.*doco\.v2/s],
    [
      'a megabyte',
      { ...SMALLEST, '.doco-cd.yaml': `name: a\n${'#'.repeat(1024 ** 2)}\n` },
      /\.doco-cd\.yaml: it is too long: expected at most 128\.0 KiB/,
    ],
    [
      'excluded by the ignore file',
      { ...SMALLEST, '.ociignore': '.doco-cd.*\n' },
      /\.doco-cd\.yaml is excluded by \.ociignore in the root of the directory$/,
    ],
    [
      'excluded with all the rest',
      { ...SMALLEST, '.ociignore': '*\n.*\n' },
      /\.doco-cd\.yaml is excluded by \.ociignore in the root of the directory$/,
    ],
    ['with an excluded compose file', { ...SMALLEST, '.ociignore': 'compose.yaml\n' }, /no compose file/],
    [
      'with a nested one that is broken',
      { ...SMALLEST, '.doco-cd.yaml': 'auto_discovery: true\n', 'a/compose.yaml': '', 'a/.doco-cd.yml': 'name: [' },
      /a\/\.doco-cd\.yml: line 1, /,
    ],
  ];
  for (const [name, files, problem] of bad) test(name, async () => assert.match(await refusal(tree(files)), problem));
});

describe('the configuration of a target', () => {
  test('is the only one that counts', async () => {
    const files = { '.doco-cd.nas.yml': 'name: nas\n', '.doco-cd.yaml': 'version: broken\n', 'compose.yml': '' };
    assert.deepEqual((await check(tree(files), 'nas')).warnings, []);
  });

  test('is not replaced by the default one', async () => {
    assert.match(
      await refusal(tree(SMALLEST), 'nas'),
      /\.doco-cd\.nas\.yaml or \.doco-cd\.nas\.yml is missing .*does not fall back/,
    );
  });

  test('below the root does not count', async () => {
    const files = { 'deploy/.doco-cd.yaml': 'name: a\n', 'compose.yaml': '' };
    assert.match(
      await refusal(tree(files)),
      /\.doco-cd\.yaml or \.doco-cd\.yml is missing in the root .*; it is in "deploy": set path to/,
    );
  });

  test('an empty directory is said to be one', async () => {
    assert.match(await refusal(tree({})), /is missing in the root .*; the directory is empty: check out/);
  });
});

describe('.ociignore', () => {
  const strange: readonly (readonly [string, (path: string) => void, RegExp])[] = [
    ['a link', (path) => symlinkSync('/dev/zero', path), /^path: "\.ociignore" is a symbolic link, expected a file$/],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), /^path: "\.ociignore" is a named pipe, expected a file$/],
    ['a directory', (path) => mkdirSync(path), /^path: "\.ociignore" is a directory, expected a file$/],
    [
      'huge',
      (path) => writeFileSync(path, '#'.repeat(200_000)),
      /^path: "\.ociignore" has 195\.3 KiB, expected at most/,
    ],
  ];
  for (const [what, make, says] of strange) {
    test(`refused: ${what}`, async () => {
      const root = tree(SMALLEST);
      make(join(root, '.ociignore'));
      assert.match(await refusal(root), says);
    });
  }
});

describe('what an artifact cannot hold', () => {
  const unsupported: readonly (readonly [string, (root: string) => void, RegExp])[] = [
    ['a symbolic link', (root) => symlinkSync('compose.yaml', join(root, 'x')), /"x" is a symbolic link/],
    ['a link to a directory outside', (root) => symlinkSync('/etc', join(root, 'x')), /"x" is a symbolic link/],
    ['a broken link', (root) => symlinkSync('nothing', join(root, 'x')), /"x" is a symbolic link/],
    [
      'a configuration that is a link',
      (root) => symlinkSync('compose.yaml', join(root, '.doco-cd.yml')),
      /"\.doco-cd\.yml" is a symbolic link[^\n]*$/,
    ],
    [
      'a hard link',
      (root) => linkSync(join(root, 'compose.yaml'), join(root, 'x')),
      /"x" is a hard link to "compose\.yaml"/,
    ],
    ['a named pipe', (root) => void execFileSync('mkfifo', [join(root, 'x')]), /"x" is a named pipe/],
    ['a whiteout', (root) => writeFileSync(join(root, '.wh.x'), ''), /"\.wh\.x" is named like a whiteout/],
    [
      'a directory named like a whiteout',
      (root) => mkdirSync(join(root, '.wh.x')),
      /"\.wh\.x" is named like a whiteout/,
    ],
    [
      'an opaque whiteout below',
      (root) => void tree({ 'a/.wh..wh..opq': '' }, root),
      /"a\/\.wh\.\.wh\.\.opq" is named like a whiteout/,
    ],
    [
      'a name that is not UTF-8',
      (root) => writeFileSync(Buffer.concat([Buffer.from(`${root}/x-`), Buffer.of(0xff)]), ''),
      /"x-\ufffd" is named in bytes that are not UTF-8/,
    ],
  ];
  for (const [name, spoil, problem] of unsupported) {
    test(name, async () => {
      const root = tree(SMALLEST);
      spoil(root);
      assert.match(await refusal(root), problem);
    });
  }

  test('a socket', async () => {
    const root = tree(SMALLEST);
    const server = createServer().listen(join(root, 's'));
    await new Promise((resolve) => server.once('listening', resolve));
    assert.match(await refusal(root), /"s" is a socket/);
    await new Promise((resolve) => server.close(resolve));
  });

  test('all of them are named at once, up to twenty', async () => {
    const root = tree(SMALLEST);
    for (let index = 0; index < 25; index++) symlinkSync('x', join(root, `link-${index}`));
    const message = await refusal(root);
    assert.equal(message.split('\n').length, 21);
    assert.match(message, /and 5 more$/);
  });

  test('what is ignored may be anything', async () => {
    const root = tree({ ...SMALLEST, '.ociignore': 'x\n' });
    symlinkSync('/etc', join(root, 'x'));
    assert.equal(await refusal(root), 'accepted');
  });

  test('a hard link from outside does no harm', async () => {
    const root = tree(SMALLEST);
    linkSync(join(tree({ elsewhere: 'e' }), 'elsewhere'), join(root, 'x'));
    assert.equal(await refusal(root), 'accepted');
  });
});

describe('sizes', () => {
  const withBytes = (bytes: number) => {
    const root = tree({ ...SMALLEST, small: 'x', 'large.bin': '' });
    truncateSync(join(root, 'large.bin'), bytes);
    return root;
  };
  const others = Object.values(SMALLEST).join('').length + 1;

  test('one gibibyte is accepted, one byte more is not', async () => {
    assert.equal((await check(withBytes(1024 ** 3 - others))).bytes, 1024 ** 3);
    assert.match(
      await refusal(withBytes(1024 ** 3 - others + 1)),
      /the files have 1,073,741,825 bytes, doco-cd takes at most 1,073,741,824 bytes .*"large\.bin" with 1\.0 GiB/,
    );
  });

  test('100,000 entries are accepted, one more is not', async () => {
    const root = tree(SMALLEST);
    execFileSync('sh', ['-c', 'seq 3 100000 | xargs touch'], { cwd: root });
    assert.equal((await check(root)).entries.length, 100_000);
    mkdirSync(join(root, 'more'));
    assert.match(await refusal(root), /there are more than 100,000 files and directories/);
  });
});

describe('paths', () => {
  test('a directory that is not there, and a file, are refused', async () => {
    assert.match(await refusal('/nowhere/at/all'), /path: "\/nowhere\/at\/all" is not a directory here/);
    assert.match(await refusal(join(tree(SMALLEST), 'compose.yaml')), /is not a directory here/);
  });

  test('a link to the directory is followed', async () => {
    const link = join(tree({}), 'link');
    symlinkSync(tree(SMALLEST), link);
    assert.equal(await refusal(link), 'accepted');
  });

  test('.git is never packed, as a directory or as a file, and not even when asked for', async () => {
    const packed = await packedOf({
      '.git/config': '[x]',
      'sub/.git': 'gitdir: x',
      'sub/x': '',
      '.gitignore': '',
      '.ociignore': '!.git\n!sub/.git\n',
    });
    assert.deepEqual(packed, ['.doco-cd.yaml', '.gitignore', 'compose.yaml', 'sub', 'sub/x']);
  });

  test('entries are sorted by the bytes of their names, each directory before what is in it', async () => {
    const names = ['a', 'a.txt', 'a/b', 'B', 'z-\u{1f600}', 'z-\uffee', 'é', '.doco-cd.yaml', 'compose.yaml'];
    const files = Object.fromEntries(names.filter((name) => name !== 'a').map((name) => [name, '']));
    const sorted = ['.doco-cd.yaml', 'B', 'a', 'a/b', 'a.txt', 'compose.yaml', 'z-\uffee', 'z-\u{1f600}', 'é'];
    assert.deepEqual(await packedOf({ ...files, ...SMALLEST }), sorted);
  });

  test('of an ignored directory comes what an exception brings back, and nothing else', async () => {
    const packed = await packedOf({
      'docs/a': '',
      'docs/keep/b': '',
      'docs/empty/': '',
      '.ociignore': 'docs\n!docs/keep\n',
    });
    assert.deepEqual(packed, ['.doco-cd.yaml', 'compose.yaml', 'docs', 'docs/keep', 'docs/keep/b']);
  });
});

describe('warnings', () => {
  const warned: readonly (readonly [string, Record<string, string>, readonly RegExp[]])[] = [
    [
      'both spellings of the configuration',
      { '.doco-cd.yml': 'broken: [' },
      [/both exist; doco-cd reads \.doco-cd\.yaml/],
    ],
    ['dotenv files, which belong there', { '.env': 'A=1', 'x/.env': '', '.env.production': '' }, []],
    [
      'key files by name',
      { id_ed25519: '', 'a/store.jks': '', 'x.P12': '', 'id_rsa.pub': '' },
      [/"a\/store\.jks"/, /"id_ed25519"/, /"x\.P12"/],
    ],
    [
      'keys by content',
      { 'tls.key': '-----BEGIN EC PRIVATE KEY-----\n', 'ca.pem': '-----BEGIN CERTIFICATE-----\n', 'api.key': 'plain' },
      [/"tls\.key" looks like a secret/],
    ],
  ];
  for (const [name, files, expected] of warned) {
    test(name, async () => {
      const found = await warningsOf(files);
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(found[index] ?? '', pattern);
    });
  }

  test('at most twenty, and the number of the rest', async () => {
    const found = await warningsOf(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}/.netrc`, ''])),
    );
    assert.deepEqual([found.length, found.at(-1)], [21, 'and 10 more']);
  });
});
