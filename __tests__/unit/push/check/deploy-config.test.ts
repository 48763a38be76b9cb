import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CheckResult, checkConfig } from '../../../../src/push/check/deploy-config.ts';
import { contentsOf } from '../../../support/push/contents.ts';

type Files = Readonly<Record<string, string>>;

const NAME = '.doco-cd.yaml';
const check = (config: string, files: Files): Promise<CheckResult> =>
  checkConfig(NAME, contentsOf({ [NAME]: config, ...files }), async () => {});
const compose = { 'compose.yaml': '' };

describe('configurations that doco-cd refuses', () => {
  const bad: readonly (readonly [name: string, config: string, files: Files, problem: RegExp])[] = [
    ['empty', '', compose, /^\.doco-cd\.yaml: it is empty/],
    ['only a comment', '# nothing\n', compose, /^\.doco-cd\.yaml: it is empty/],
    ['broken YAML', 'name: a\n\tb: c\n', compose, /\.doco-cd\.yaml: line 2, column \d+: this is not YAML: /],
    ['a broken second document', 'name: a\n---\nname: [\n', compose, /\.doco-cd\.yaml, document 2: line 4, column 1: /],
    ['a key twice', 'name: a\nname: b\n', compose, /line 2, column 1: this is not YAML: duplicate key/],
    ['an alias without its anchor', 'name: *nobody\n', compose, /an alias has no anchor/],
    ['a control character', 'name: a\nsource: "\u0001"\n', compose, /\.doco-cd\.yaml: line 2 has a control character/],
    ['a NUL', 'name: a\n# \0\n', compose, /line 2 has a control character/],
    ['an empty document', 'name: a\n---\n', compose, /document 2: it is empty; remove the "---"/],
    ['a list', '- name: a\n', compose, /it is an array, expected keys and values/],
    ['text', 'hello\n', compose, /it is a string, expected keys and values/],
    ['another version', 'name: a\nversion: doco.v2\n', compose, /version is "doco.v2"; doco-cd deploys only doco.v1/],
    ['another version, first named in the second document', 'name: a\n---\nname: b\nversion: 1\n', compose, /is "1"/],
    [
      'another version of an OCI source',
      'name: a\nversion: doco.v1\n---\nname: b\nsource: OCI\nversion: 1\n',
      compose,
      /is "1"/,
    ],
    ['another source', 'name: a\nsource: s3\n', compose, /source is "s3", expected oci or git/],
    ['no name', 'version: doco.v1\n', compose, /name is missing/],
    ['an empty name', 'name: ""\n', compose, /name is missing/],
    ['no name and auto_discovery off', 'auto_discovery: {enabled: false}\n', compose, /name is missing/],
    ...['Web', 'my.app', '-x', '_x', 'a b', 'grün'].map(
      (name) => [`the name ${name}`, `name: ${name}\n`, compose, /name is ".*", which Compose refuses/] as const,
    ),
    ['a fraction', 'name: a\ntimeout: 60.5\n', compose, /timeout must be a whole number/],
    ['a number in quotes', 'name: a\ntimeout: "60"\n', compose, /timeout must be a whole number/],
    [
      'a depth in words',
      'auto_discovery: {enabled: true, depth: two}\n',
      compose,
      /auto_discovery\.depth must be a whole/,
    ],
    ['a list as name', 'name: [a]\n', compose, /name must be text, found an array/],
    [
      'text in place of a list',
      'name: a\nenv_files: p.env\n',
      compose,
      /env_files must be a list of names, found a string/,
    ],
    ['lists in a list', 'name: a\ncompose_files: [[a]]\n', compose, /compose_files must be a list of names/],
    [
      'no compose file',
      'name: a\n',
      {},
      /there is no compose file in "\.": expected one of compose\.yaml, compose\.yml/,
    ],
    [
      'a compose file that is missing',
      'name: a\ncompose_files: [compose.yaml, prod.yaml]\n',
      compose,
      /compose_files: "prod\.yaml" is not in the artifact/,
    ],
    [
      'a compose file above',
      'name: a\ncompose_files: [../x.yaml]\n',
      compose,
      /"\.\.\/x\.yaml" leads out of working_dir/,
    ],
    ['an absolute compose file', 'name: a\ncompose_files: [/etc/passwd]\n', compose, /"\/etc\/passwd" leads out/],
    ['no compose_files at all', 'name: a\ncompose_files: []\n', compose, /compose_files is an empty list/],
    ['a missing working_dir', 'name: a\nworking_dir: apps\n', compose, /working_dir: "apps" is not in the artifact/],
    ['a working_dir above', 'name: a\nworking_dir: apps/../..\n', compose, /working_dir: "apps\/\.\.\/\.\." leads out/],
    [
      'a compose file beside working_dir',
      'name: a\nworking_dir: apps\n',
      { ...compose, 'apps/x': '' },
      /file in "apps"/,
    ],
    [
      'a missing dotenv file',
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
      'another version beside a compose file that is discovered',
      'auto_discovery: true\n',
      { 'a/compose.yml': '', 'a/.doco-cd.yml': 'version: 2\n' },
      /^a\/\.doco-cd\.yml: version is "2"/,
    ],
    [
      'broken YAML beside a compose file that is discovered',
      'auto_discovery: {enabled: yes}\nworking_dir: x\n',
      { 'x/a/compose.yml': '', 'x/a/.doco-cd.yaml': 'name: [\n' },
      /^x\/a\/\.doco-cd\.yaml: line 2, /,
    ],
  ];
  for (const [name, config, files, problem] of bad) {
    test(name, async () => assert.match((await check(config, files)).problems.join('\n'), problem));
  }

  test('a bomb of aliases is refused, not expanded', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level}: &l${level} [${Array(12).fill(level === 0 ? 'x' : `*l${level - 1}`)}]`,
    );
    assert.match((await check(levels.join('\n'), compose)).problems.join('\n'), /aliases of aliases/i);
  });

  test('values nested too deeply end in words, not in a stack overflow', async () => {
    for (const opened of ['[', '{a: ', '- ']) {
      const { problems } = await check(
        `name: ${opened === '- ' ? '\n ' : ''}${opened.repeat(60_000 / opened.length)}\n`,
        compose,
      );
      assert.match(problems.join('\n'), /nested too deeply/);
    }
  });

  test('what cannot be read is not shown: it may be a secret', async () => {
    const broken = [
      'a: "hunter2',
      'a: *hunter2',
      'hunter2: 1\nhunter2: 2',
      'a: |hunter2\n',
      'a: "\\hunter2"',
      '? [hunter2\n',
    ];
    for (const config of broken)
      assert.doesNotMatch((await check(config, compose)).problems.join('\n'), /hunter2/, config);
  });

  test('a file that is too long to be read is one', async () => {
    const contents = { ...contentsOf({ [NAME]: '', ...compose }), read: () => undefined };
    assert.deepEqual((await checkConfig(NAME, contents, async () => {})).problems, [
      '.doco-cd.yaml: it is too long: expected at most 128.0 KiB',
    ]);
  });
});

describe('configurations that doco-cd accepts', () => {
  const good: readonly (readonly [name: string, config: string, files: Files])[] = [
    ['the smallest', 'name: a\n', compose],
    ['with the version', 'name: a\nversion: " doco.v1 "\n', { 'docker-compose.yaml': '' }],
    ['a source', 'name: a\nsource: " OCI "\n', compose],
    ['another version where none counts any more', 'name: a\nversion: doco.v1\n---\nname: b\nversion: 2\n', compose],
    ['two documents', 'name: a\n---\nname: b\nworking_dir: b\n', { ...compose, 'b/compose.yml': '' }],
    ['an absolute working_dir, taken from the root', 'name: a\nworking_dir: /apps/x/\n', { 'apps/x/compose.yml': '' }],
    ['no dotenv file', 'name: a\nenv_files: [.env]\n', compose],
    ['a dotenv file of another place', 'name: a\nenv_files: ["remote:p.env"]\n', compose],
    ['no list of dotenv files', 'name: a\nenv_files:\n', compose],
    ['merge keys and anchors', 'x: &x {name: a}\n<<: *x\n', compose],
    ['keys of later versions', 'name: a\nexternal_secrets_files: [s.yaml]\ncontext: [nas]\n', compose],
    ['whole numbers', 'name: a\ntimeout: 0x10\ngit_depth: 1\n', compose],
    ['discovery without a name', 'auto_discovery: true\n', { 'a/compose.yml': '', 'b/compose.yml': '' }],
    ['discovery that finds nothing', 'auto_discovery: true\nworking_dir: apps\n', { 'apps/x': '' }],
    [
      'another version where nothing is discovered',
      'auto_discovery: true\nworking_dir: a\n',
      { 'a/compose.yml': '', 'b/compose.yml': '', 'b/.doco-cd.yaml': 'version: [' },
    ],
  ];
  for (const [name, config, files] of good) {
    test(name, async () => assert.deepEqual((await check(config, files)).problems, []));
  }
});

describe('webhook_filter', () => {
  const problemOf = async (pattern: string) =>
    (await check(`name: a\nwebhook_filter: ${JSON.stringify(pattern)}\n`, compose)).problems.join('\n');
  const never: Readonly<Record<string, readonly string[]>> = {
    'looks ahead or behind': ['^(?!dev)', 'a(?=b)', '(?<=v)1', '(?<!v)1', '[a](?!b)', '\\\\(?!b)'],
    'refers back to a group': ['(a)\\1', '(?<n>a)\\k<n>', '(?P<n>a)(?P=n)', '(a)\\19', '\\\\\\1'],
    'never gives back what it matched': ['a++', 'a*+', 'a?+', '(?>a)', 'a{2}+', 'a{2,}+', '[a]++'],
  };
  for (const [what, patterns] of Object.entries(never)) {
    for (const pattern of patterns) {
      test(`${pattern} ${what}`, async () =>
        assert.ok((await problemOf(pattern)).includes(`webhook_filter ${what}`), pattern));
    }
  }

  // Each was given to regexp.Compile of Go 1.26.
  const compiles = [
    '^refs/heads/main$',
    '\\(?!',
    '[(?=]',
    '[]\\1(?!]',
    '\\Qa(?!b\\1\\Ec',
    '\\12\\07',
    'a\\++',
    '[+]+',
    '(?P<n>a)',
    '(?i)^MAIN$',
    'a{x}+',
    '\\\\1',
    '[[:alpha:](?=]',
  ];
  for (const pattern of compiles)
    test(`${pattern} is left to doco-cd`, async () => assert.equal(await problemOf(pattern), ''));
});

test('the compose files that are deployed, as far as that can be known', async () => {
  const files = {
    'x/compose.yml': '',
    'x/docker-compose.yml': '',
    'x/prod.yml': '',
    'y/compose.yml': '',
    'y/z/prod.yml': '',
  };
  const found = async (config: string) => [...(await check(config, files)).composeFiles.keys()];
  assert.deepEqual(await found('name: a\nworking_dir: x\n'), ['x/compose.yml', 'x/docker-compose.yml']);
  assert.deepEqual(await found('name: a\nworking_dir: x\ncompose_files: [prod.yml]\n'), ['x/prod.yml']);
  assert.deepEqual(await found('auto_discovery: true\nworking_dir: y\n'), ['y/compose.yml']);
  assert.deepEqual(await found('auto_discovery: true\ncompose_files: [prod.yml]\n'), ['x/prod.yml', 'y/z/prod.yml']);
});
