import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkDirectory } from '../../../src/push/check/directory.ts';
import { InputError } from '../../../src/util/errors.ts';
import { SMALLEST, tree } from '../../support/push/directory.ts';

/** What `.doco-cd.yaml` with this text, beside these files, is refused for. */
type Bad = readonly [name: string, config: string, files: Record<string, string>, problem: RegExp];

function refusal(path: string, target?: string): string {
  try {
    checkDirectory(path, target);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
}

const warningsOf = (files: Record<string, string>) =>
  checkDirectory(tree({ ...SMALLEST, ...files }), undefined).warnings;
const packedOf = (files: Record<string, string>) =>
  checkDirectory(tree({ ...SMALLEST, ...files }), undefined).entries.map(({ path }) => path);

describe('configurations that doco-cd refuses', () => {
  const compose = { 'compose.yaml': '' };
  const bad: readonly Bad[] = [
    ['empty', '', compose, /\.doco-cd\.yaml is empty/],
    ['only a comment', '# nothing\n', compose, /\.doco-cd\.yaml is empty/],
    ['broken YAML', 'name: a\n\tb: c\n', compose, /\.doco-cd\.yaml: line 2, column \d+: /],
    ['a broken second document', 'name: a\n---\nname: [\n', compose, /\.doco-cd\.yaml, document 2: line 4, column 1: /],
    ['a key twice', 'name: a\nname: b\n', compose, /line 2, column 1: Map keys must be unique/],
    ['an alias without its anchor', 'name: *nobody\n', compose, /nobody/],
    ['an empty document', 'name: a\n---\n', compose, /document 2: it is empty; remove the "---"/],
    ['a list', '- name: a\n', compose, /it is an array, expected keys and values/],
    ['text', 'hello\n', compose, /it is a string, expected keys and values/],
    ['another version', 'name: a\nversion: doco.v2\n', compose, /version is "doco.v2"; doco-cd deploys only doco.v1/],
    [
      'another version, first named in the second document',
      'name: a\n---\nname: b\nversion: 1\n',
      compose,
      /version is "1"/,
    ],
    ['no name', 'version: doco.v1\n', compose, /name is missing/],
    ['an empty name', 'name: ""\n', compose, /name is missing/],
    ['no name and auto_discovery off', 'auto_discovery: {enabled: false}\n', compose, /name is missing/],
    ['a name twice', 'name: a\n---\nname: a\n', compose, /two deployments have the name "a"/],
    [
      'no compose file',
      'name: a\n',
      {},
      /there is no compose file in "\.": expected one of compose\.yaml, compose\.yml, docker-compose\.yml/,
    ],
    [
      'a compose file that is missing',
      'name: a\ncompose_files: [compose.yaml, prod.yaml]\n',
      compose,
      /compose_files: "prod\.yaml" is not in the artifact/,
    ],
    [
      'a compose file above',
      'name: a\ncompose_files: [../compose.yaml]\n',
      compose,
      /"\.\.\/compose\.yaml" leads out of working_dir/,
    ],
    [
      'an absolute compose file',
      'name: a\ncompose_files: [/etc/passwd]\n',
      compose,
      /"\/etc\/passwd" leads out of working_dir/,
    ],
    [
      'compose_files that is no list',
      'name: a\ncompose_files: compose.yaml\n',
      compose,
      /compose_files must be a list of file names, found a string/,
    ],
    [
      'compose_files that holds a list',
      'name: a\ncompose_files: [[]]\n',
      compose,
      /compose_files must be a list of file names/,
    ],
    ['no compose_files at all', 'name: a\ncompose_files: []\n', compose, /compose_files is an empty list/],
    [
      'a working_dir that is missing',
      'name: a\nworking_dir: apps\n',
      compose,
      /working_dir: "apps" is not in the artifact/,
    ],
    ['a working_dir above', 'name: a\nworking_dir: apps/../..\n', compose, /working_dir: "apps\/\.\.\/\.\." leads out/],
    [
      'a compose file beside working_dir',
      'name: a\nworking_dir: apps\n',
      { ...compose, 'apps/x': '' },
      /no compose file in "apps"/,
    ],
    [
      'a dotenv file that is missing',
      'name: a\nenv_files: [prod.env]\n',
      compose,
      /env_files: "prod\.env" is not in the artifact/,
    ],
    [
      'a dotenv file beside working_dir',
      'name: a\nworking_dir: s\nenv_files: [p.env]\n',
      { 's/compose.yml': '', 'p.env': '' },
      /env_files: "s\/p\.env" is not/,
    ],
    [
      'a dotenv file that one stack lacks',
      'auto_discovery: true\nenv_files: [p.env]\n',
      { 'a/compose.yml': '', 'a/p.env': '', 'b/compose.yml': '' },
      /"b\/p\.env" is not/,
    ],
    [
      'a local dotenv file for another repository',
      'name: a\nrepository_url: https://x.example/r\nenv_files: [local.env, "remote:r.env"]\n',
      {},
      /: env_files: "local\.env" is not in the artifact$/,
    ],
    [
      'a file of secrets that is missing',
      'name: a\nexternal_secrets_files: [s.yaml]\n',
      compose,
      /external_secrets_files: "s\.yaml" is not in the artifact/,
    ],
    [
      'a megabyte',
      `name: a\n${'#'.repeat(1024 ** 2)}\n`,
      compose,
      /"\.doco-cd\.yaml" has 1\.0 MiB, expected at most 128\.0 KiB/,
    ],
    [
      'excluded by the ignore file',
      'name: a\n',
      { ...compose, '.ociignore': '.doco-cd.*\n' },
      /\.doco-cd\.yaml is excluded by \.ociignore in the root of the directory$/,
    ],
    [
      'excluded with all the rest',
      'name: a\n',
      { '.ociignore': '*\n.*\n' },
      /\.doco-cd\.yaml is excluded by \.ociignore in the root of the directory$/,
    ],
    ['with an excluded compose file', 'name: a\n', { ...compose, '.ociignore': 'compose.yaml\n' }, /no compose file/],
  ];
  for (const [name, config, files, problem] of bad) {
    test(name, () => assert.match(refusal(tree({ '.doco-cd.yaml': config, ...files })), problem));
  }

  test('a bomb of aliases is refused, not expanded', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level}: &l${level} [${Array(12).fill(level === 0 ? 'x' : `*l${level - 1}`)}]`,
    );
    assert.match(refusal(tree({ ...compose, '.doco-cd.yaml': levels.join('\n') })), /alias/i);
  });
});

describe('configurations that doco-cd accepts', () => {
  const good: readonly (readonly [string, Record<string, string>])[] = [
    ['the smallest', SMALLEST],
    ['with the version', { '.doco-cd.yml': 'name: a\nversion: " doco.v1 "\n', 'docker-compose.yaml': '' }],
    [
      'two documents',
      { '.doco-cd.yaml': 'name: a\n---\nname: b\nworking_dir: b\n', 'compose.yml': '', 'b/compose.yml': '' },
    ],
    ['auto_discovery without a name', { '.doco-cd.yaml': 'auto_discovery: true\n', 'a/compose.yml': '' }],
    [
      'auto_discovery as an object',
      { '.doco-cd.yaml': 'auto_discovery: {enabled: true, depth: 1}\n', 'a/compose.yml': '' },
    ],
    [
      'auto_discovery as it was first written',
      { '.doco-cd.yaml': 'auto_discovery:\n  enable: yes\n', 'a/compose.yml': '' },
    ],
    [
      'an absolute working_dir, which doco-cd takes from the root',
      { '.doco-cd.yaml': 'name: a\nworking_dir: /apps/x/\n', 'apps/x/compose.yml': '' },
    ],
    ['no dotenv file', { '.doco-cd.yaml': 'name: a\nenv_files: [.env]\n', 'compose.yml': '' }],
    ['merge keys and anchors', { '.doco-cd.yaml': 'x: &x {name: a}\n<<: *x\n', 'compose.yml': '' }],
    [
      'files of another repository',
      {
        '.doco-cd.yaml': 'name: a\nrepository_url: https://x.example/r\nworking_dir: w\nenv_files: ["remote:r.env"]\n',
      },
    ],
  ];
  for (const [name, files] of good) {
    test(name, () => assert.deepEqual(checkDirectory(tree(files), undefined).warnings, []));
  }
});

describe('the configuration of a target', () => {
  test('is the only one that counts', () => {
    const files = { '.doco-cd.nas.yml': 'name: nas\n', '.doco-cd.yaml': 'version: broken\n', 'compose.yml': '' };
    assert.deepEqual(checkDirectory(tree(files), 'nas').warnings, []);
  });

  test('is not replaced by the default one', () => {
    assert.match(
      refusal(tree(SMALLEST), 'nas'),
      /\.doco-cd\.nas\.yaml or \.doco-cd\.nas\.yml is missing .*does not fall back/,
    );
  });

  test('below the root does not count', () => {
    const files = { 'deploy/.doco-cd.yaml': 'name: a\n', 'compose.yaml': '' };
    assert.match(
      refusal(tree(files)),
      /\.doco-cd\.yaml or \.doco-cd\.yml is missing in the root .*; it is in "deploy": set path to/,
    );
  });

  test('an empty directory is said to be one', () => {
    assert.match(refusal(tree({})), /is missing in the root .*; the directory is empty: check out/);
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
    test(`refused: ${what}`, () => {
      const root = tree(SMALLEST);
      make(join(root, '.ociignore'));
      assert.match(refusal(root), says);
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
    test(name, () => {
      const root = tree(SMALLEST);
      spoil(root);
      assert.match(refusal(root), problem);
    });
  }

  test('a socket', async () => {
    const root = tree(SMALLEST);
    const server = createServer().listen(join(root, 's'));
    await new Promise((resolve) => server.once('listening', resolve));
    assert.match(refusal(root), /"s" is a socket/);
    await new Promise((resolve) => server.close(resolve));
  });

  test('all of them are named at once, up to twenty', () => {
    const root = tree(SMALLEST);
    for (let index = 0; index < 25; index++) symlinkSync('x', join(root, `link-${index}`));
    const words = refusal(root);
    assert.equal(words.split('\n').length, 21);
    assert.match(words, /and 5 more$/);
  });

  test('what is ignored may be anything', () => {
    const root = tree({ ...SMALLEST, '.ociignore': 'x\n' });
    symlinkSync('/etc', join(root, 'x'));
    assert.equal(refusal(root), 'accepted');
  });

  test('a hard link from outside does no harm', () => {
    const root = tree(SMALLEST);
    linkSync(join(tree({ elsewhere: 'e' }), 'elsewhere'), join(root, 'x'));
    assert.equal(refusal(root), 'accepted');
  });
});

describe('sizes', () => {
  const withBytes = (bytes: number) => {
    const root = tree({ ...SMALLEST, small: 'x', 'large.bin': '' });
    truncateSync(join(root, 'large.bin'), bytes);
    return root;
  };
  const others = Object.values(SMALLEST).join('').length + 1;

  test('one gibibyte is accepted, one byte more is not', () => {
    assert.equal(checkDirectory(withBytes(1024 ** 3 - others), undefined).bytes, 1024 ** 3);
    assert.match(
      refusal(withBytes(1024 ** 3 - others + 1)),
      /the files have 1,073,741,825 bytes, doco-cd takes at most 1,073,741,824 bytes .*"large\.bin" with 1\.0 GiB/,
    );
  });

  test('100,000 entries are accepted, one more is not', () => {
    const root = tree(SMALLEST);
    execFileSync('sh', ['-c', 'seq 3 100000 | xargs touch'], { cwd: root });
    assert.equal(checkDirectory(root, undefined).entries.length, 100_000);
    mkdirSync(join(root, 'more'));
    assert.match(refusal(root), /there are more than 100,000 files and directories/);
  });
});

describe('paths', () => {
  test('a directory that is not there, and a file, are refused', () => {
    assert.match(refusal('/nowhere/at/all'), /path: "\/nowhere\/at\/all" is not a directory here/);
    assert.match(refusal(join(tree(SMALLEST), 'compose.yaml')), /is not a directory here/);
  });

  test('a link to the directory is followed', () => {
    const link = join(tree({}), 'link');
    symlinkSync(tree(SMALLEST), link);
    assert.equal(refusal(link), 'accepted');
  });

  test('.git is never packed, as a directory or as a file, and not even when asked for', () => {
    const packed = packedOf({
      '.git/config': '[x]',
      'sub/.git': 'gitdir: x',
      'sub/x': '',
      '.gitignore': '',
      '.ociignore': '!.git\n!sub/.git\n',
    });
    assert.deepEqual(packed, ['.doco-cd.yaml', '.gitignore', 'compose.yaml', 'sub', 'sub/x']);
  });

  test('entries are sorted by the bytes of their names, each directory before what is in it', () => {
    const names = ['a', 'a.txt', 'a/b', 'B', 'z-\u{1f600}', 'z-\uffee', 'é', '.doco-cd.yaml', 'compose.yaml'];
    const files = Object.fromEntries(names.filter((name) => name !== 'a').map((name) => [name, '']));
    const sorted = ['.doco-cd.yaml', 'B', 'a', 'a/b', 'a.txt', 'compose.yaml', 'z-\uffee', 'z-\u{1f600}', 'é'];
    assert.deepEqual(packedOf({ ...files, ...SMALLEST }), sorted);
  });

  test('of an ignored directory comes what an exception brings back, and nothing else', () => {
    const packed = packedOf({ 'docs/a': '', 'docs/keep/b': '', 'docs/empty/': '', '.ociignore': 'docs\n!docs/keep\n' });
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
    [
      'a name that Compose refuses',
      { '.doco-cd.yaml': 'name: My.App\n' },
      [/Docker Compose will refuse the name "My\.App"/],
    ],
    [
      'discovery that finds nothing',
      { '.doco-cd.yaml': 'auto_discovery: true\nworking_dir: apps\n', 'apps/x': '' },
      [/auto_discovery finds none of compose\.yaml, .* below "apps"/],
    ],
    [
      'a dotenv file that nobody names',
      { '.doco-cd.yaml': 'name: a\nenv_files: [prod.env]\n', 'prod.env': '', '.env': '' },
      [/"\.env" looks like a secret/],
    ],
    [
      'dotenv files of other places and names',
      { 'x/.env': '', '.env.production': '', '.env.example': '', 'app.env': '' },
      [/"x\/\.env"/, /"\.env\.production"/].reverse(),
    ],
    [
      'a dotenv file that doco-cd reads, and nobody has named',
      { '.env': 'DB_PASSWORD=hunter2' },
      [/"\.env" looks like a secret, .*: list it in \.ociignore, or name it in env_files if it is meant to be there$/],
    ],
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
    test(name, () => {
      const found = warningsOf(files);
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(found[index] ?? '', pattern);
    });
  }

  test('at most twenty, and the number of the rest', () => {
    const found = warningsOf(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}/.env`, ''])));
    assert.deepEqual([found.length, found.at(-1)], [21, 'and 10 more']);
  });

  test('none for dotenv files that the configuration names', () => {
    assert.deepEqual(warningsOf({ '.doco-cd.yaml': 'name: a\nenv_files: [.env]\n', '.env': 'A=1' }), []);
    const discovering = 'auto_discovery: true\nenv_files: [.env]\n';
    assert.deepEqual(warningsOf({ '.doco-cd.yaml': discovering, 'a/compose.yml': '', 'a/.env': '' }), []);
  });
});
