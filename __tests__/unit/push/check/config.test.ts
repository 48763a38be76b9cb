import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CheckResult, validateConfig } from '../../../../src/push/check/config.ts';
import { contentsOf } from '../../../support/push/contents.ts';

type Files = Readonly<Record<string, string>>;

const NAME = '.doco-cd.yaml';
const check = (config: string, files: Files): CheckResult =>
  validateConfig(NAME, contentsOf({ [NAME]: config, ...files }), 'config');
const compose = { 'compose.yaml': '' };

describe('configurations that doco-cd refuses', () => {
  const bad: readonly (readonly [name: string, config: string, files: Files, problem: RegExp])[] = [
    ['empty', '', compose, /^\.doco-cd\.yaml: it is empty/],
    ['only a comment', '# nothing\n', compose, /^\.doco-cd\.yaml: it is empty/],
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
    ['no compose_files at all', 'name: a\ncompose_files: []\n', compose, /compose_files is an empty list/],
    ['compose_files without a value', 'name: a\ncompose_files:\n', compose, /compose_files is an empty list/],
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
      'a dotenv file that cannot be read',
      'name: a\nenv_files: [p.env]\n',
      { ...compose, 'p.env': 'A=1\nDB-HOST=x\n' },
      /env_files: "p\.env" cannot be read, line 2: a name is letters/,
    ],
    [
      'a default dotenv file that cannot be read',
      'name: a\n',
      { ...compose, '.env': 'A="1\n' },
      /env_files: "\.env" cannot be read, line 1: the quote " is never closed/,
    ],
    [
      'a repository_url',
      'name: a\nrepository_url: https://x.example/r\n',
      compose,
      /repository_url: doco-cd deploys an artifact from its own files only; remove the key$/,
    ],
    [
      'a filter that ends doco-cd',
      'name: a\nwebhook_filter: "^(?!dev)"\n',
      compose,
      /webhook_filter: "\(\?!" at character 2 looks ahead, which Go's regular expressions cannot; doco-cd would end/,
    ],
    [
      'auto_discovery as it was first written',
      'name: a\nauto_discovery: {enable: true}\n',
      compose,
      /auto_discovery: doco-cd does not know "enable", the key is "enabled" \(since 0\.85\)/,
    ],
    ['destroy as it was first written', 'name: a\ndestroy: {enable: true}\n', compose, /destroy: .* is "enabled"/],
  ];
  for (const [name, config, files, problem] of bad) {
    test(name, () => assert.match(check(config, files).problems.join('\n'), problem));
  }

  test('a bomb of aliases is refused, not expanded', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level}: &l${level} [${Array(12).fill(level === 0 ? 'x' : `*l${level - 1}`)}]`,
    );
    assert.match(check(levels.join('\n'), compose).problems.join('\n'), /alias/i);
  });

  test('a file that is too long to be read is one', () => {
    const contents = { ...contentsOf({ [NAME]: '', ...compose }), read: () => undefined };
    assert.deepEqual(validateConfig(NAME, contents, 'config').problems, [
      '.doco-cd.yaml: it is too long: expected at most 128.0 KiB',
    ]);
  });
});

describe('configurations that doco-cd accepts', () => {
  const good: readonly (readonly [name: string, config: string, files: Files])[] = [
    ['the smallest', 'name: a\n', compose],
    ['with the version', 'name: a\nversion: " doco.v1 "\n', { 'docker-compose.yaml': '' }],
    ['two documents', 'name: a\n---\nname: b\nworking_dir: b\n', { ...compose, 'b/compose.yml': '' }],
    [
      'an absolute working_dir, which doco-cd takes from the root',
      'name: a\nworking_dir: /apps/x/\n',
      { 'apps/x/compose.yml': '' },
    ],
    ['no dotenv file', 'name: a\nenv_files: [.env]\n', compose],
    ['no list of dotenv files', 'name: a\nenv_files:\n', compose],
    ['merge keys and anchors', 'x: &x {name: a}\n<<: *x\n', compose],
    ['keys of later versions', 'name: a\nexternal_secrets_files: [s.yaml]\ncontext: [nas]\n', compose],
    ['a filter', 'name: a\nwebhook_filter: ^(main|v\\d+\\.\\d+)$\n', compose],
    ['an empty environment', 'name: a\nenvironment: {}\n', compose],
    ['a key of old that says nothing', 'name: a\nauto_discovery: {enable: false}\n', compose],
  ];
  for (const [name, config, files] of good) {
    test(name, () => {
      const { problems, warnings } = check(config, files);
      assert.deepEqual({ problems, warnings }, { problems: [], warnings: [] });
    });
  }
});

describe('discovery', () => {
  const stacks = { 'a/compose.yml': '', 'b/compose.yml': '' };
  const refused: readonly (readonly [name: string, config: string, files: Files, problem: RegExp])[] = [
    [
      'a dotenv file that one stack lacks',
      'auto_discovery: true\nenv_files: [p.env]\n',
      { ...stacks, 'a/p.env': '' },
      /^\.doco-cd\.yaml: env_files: "b\/p\.env" is not in the artifact$/,
    ],
    [
      'one of several compose files that a stack lacks',
      'auto_discovery: true\ncompose_files: [compose.yml, prod.yml]\n',
      stacks,
      /compose_files: "a\/prod\.yml" is not .*\n.*compose_files: "b\/prod\.yml" is not/,
    ],
    [
      'two directories of one name',
      'auto_discovery: true\n',
      { 'x/web/compose.yml': '', 'y/web/compose.yml': '' },
      /two deployments have the name "web", in "x\/web" and "y\/web"/,
    ],
    [
      'the name of another deployment',
      'name: web\nworking_dir: x\n---\nauto_discovery: true\nworking_dir: y\n',
      { 'x/compose.yml': '', 'y/web/compose.yml': '' },
      /two deployments have the name "web", in "x" and "y\/web"/,
    ],
    [
      'a name that a nested configuration gives twice',
      'auto_discovery: true\n',
      { ...stacks, 'b/.doco-cd.yaml': 'name: a\n' },
      /two deployments have the name "a", in "a" and "b"/,
    ],
    [
      'a nested configuration of two documents',
      'auto_discovery: true\n',
      { ...stacks, 'a/.doco-cd.yml': 'name: x\n---\nname: y\n' },
      /^a\/\.doco-cd\.yml: beside a discovered compose file it may hold only one document$/,
    ],
    [
      'two documents beside a compose file that is discovered',
      'auto_discovery: true\n---\nname: b\nworking_dir: b\n',
      { ...compose, 'b/compose.yml': '' },
      /only one document; doco-cd reads it again for the compose file beside it, so move that one/,
    ],
    [
      'an empty nested configuration',
      'auto_discovery: true\n',
      { ...stacks, 'a/.doco-cd.yaml': '# later\n' },
      /^a\/\.doco-cd\.yaml: it is empty$/,
    ],
    [
      'a broken nested configuration',
      'auto_discovery: true\n',
      { ...stacks, 'a/.doco-cd.yaml': 'name: [\n' },
      /^a\/\.doco-cd\.yaml: line 2, /,
    ],
    [
      'a wrong type in a nested configuration',
      'auto_discovery: true\n',
      { ...stacks, 'a/.doco-cd.yaml': 'timeout: 60s\n' },
      /^a\/\.doco-cd\.yaml: timeout must be a number, found the text "60s"$/,
    ],
    [
      'files that a nested configuration names',
      'auto_discovery: true\n',
      { ...stacks, 'a/.doco-cd.yaml': 'compose_files: [prod.yml]\nenv_files: [p.env]\n' },
      /compose_files: "a\/prod\.yml" is not .*\n.*env_files: "a\/p\.env" is not/,
    ],
    [
      'a working_dir that a nested configuration names, which is taken from the root',
      'auto_discovery: true\n',
      { ...stacks, 'a/.doco-cd.yaml': 'working_dir: x\n' },
      /working_dir: "x" is not in the artifact/,
    ],
    [
      'a broken dotenv file of one stack',
      'auto_discovery: {enabled: true}\n',
      { ...stacks, 'b/.env': 'A B\n' },
      /"b\/\.env" cannot be read, line 1: there is no "=" after the name/,
    ],
  ];
  for (const [name, config, files, problem] of refused) {
    test(`${name} is refused`, () => assert.match(check(config, files).problems.join('\n'), problem));
  }

  const accepted: readonly (readonly [name: string, config: string, files: Files])[] = [
    ['without a name', 'auto_discovery: true\n', stacks],
    [
      'one document beside a compose file',
      'auto_discovery: true\nname: main\n',
      { ...compose, 'config/compose.yml.bak': '' },
    ],
    [
      'a dotenv file that only a stack beyond the depth lacks',
      'auto_discovery: {enabled: true, depth: 1}\nenv_files: [p.env]\n',
      { 'a/compose.yml': '', 'a/p.env': '', 'a/b/compose.yml': '' },
    ],
    [
      'a depth below working_dir',
      'auto_discovery: {enabled: true, depth: 1}\nworking_dir: x\nenv_files: [p.env]\n',
      { 'x/a/compose.yml': '', 'x/a/p.env': '', 'x/a/b/compose.yml': '', 'y/compose.yml': '' },
    ],
    ...['.github', '.vscode', '.idea', 'node_modules'].map(
      (name) =>
        [
          `stacks in ${name}`,
          'auto_discovery: true\nenv_files: [p.env]\n',
          { 'a/compose.yml': '', 'a/p.env': '', [`x/${name}/y/compose.yml`]: '' },
        ] as const,
    ),
    [
      'a working_dir of such a name',
      'auto_discovery: true\nworking_dir: .github\nenv_files: [p.env]\n',
      { '.github/a/compose.yml': '', '.github/a/p.env': '' },
    ],
    [
      'a dotenv file that a nested configuration replaces',
      'auto_discovery: true\nenv_files: [p.env]\n',
      { ...stacks, 'a/p.env': '', 'b/.doco-cd.yaml': 'env_files: [q.env]\n', 'b/q.env': '' },
    ],
    [
      'compose files in directories of their own, which are not discovered',
      'auto_discovery: true\ncompose_files: [x/web.yml, compose.yml]\n',
      { 'a/x/web.yml': '', 'a/compose.yml': '' },
    ],
    [
      'the name for the root, and that for a directory',
      'name: main\nauto_discovery: true\n',
      { ...compose, 'web/compose.yml': '' },
    ],
  ];
  for (const [name, config, files] of accepted) {
    test(`${name} is accepted`, () => assert.deepEqual(check(config, files).problems, []));
  }

  test('doco-cd gives the name to the root and to a directory that is called as the repository', () => {
    const { problems } = check('name: main\nauto_discovery: true\n', { ...compose, 'x/config/compose.yml': '' });
    assert.deepEqual(problems, ['.doco-cd.yaml: two deployments have the name "main", in "." and "x/config"']);
  });

  test('without a name the root is called as the repository', () => {
    const { problems } = check('auto_discovery: true\n', { ...compose, 'x/config/compose.yml': '' });
    assert.match(problems.join(), /two deployments have the name "config"/);
  });
});

describe('warnings', () => {
  const warned: readonly (readonly [name: string, config: string, files: Files, warning: RegExp])[] = [
    [
      'a name that Compose refuses',
      'name: My.App\n',
      compose,
      /^\.doco-cd\.yaml: Docker Compose will refuse the name "My\.App"/,
    ],
    [
      'a directory whose name Compose refuses',
      'auto_discovery: true\n',
      { 'My App/compose.yml': '' },
      /will refuse the name "My App"/,
    ],
    [
      'discovery that finds nothing',
      'auto_discovery: true\nworking_dir: apps\n',
      { 'apps/x': '' },
      /auto_discovery finds none of compose\.yaml, .* below "apps"/,
    ],
    [
      'an environment',
      'name: a\nenvironment: {A: 1}\n',
      compose,
      /environment is ignored in an artifact: .* env_files$/,
    ],
    [
      'a nested environment',
      'auto_discovery: true\n',
      { 'a/compose.yml': '', 'a/.doco-cd.yaml': 'environment: {A: 1}\n' },
      /^a\/\.doco-cd\.yaml: environment is ignored/,
    ],
    [
      'a compose file that refers to nothing',
      'name: a\n',
      { 'compose.yaml': 'services: {web: {env_file: web.env}}' },
      /^compose\.yaml: services\.web\.env_file: "web\.env" is not in the artifact$/,
    ],
  ];
  for (const [name, config, files, warning] of warned) {
    test(name, () => {
      const { problems, warnings } = check(config, files);
      assert.deepEqual(problems, []);
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.match(warnings[0] ?? '', warning);
    });
  }

  test('the dotenv files that are named are known', () => {
    const files = { 'a/compose.yml': '', 'a/p.env': '', 'a/.env': '' };
    const { envFiles } = check('auto_discovery: true\nenv_files: [.env, "remote:p.env"]\n', files);
    assert.deepEqual(envFiles, new Set(['a/.env', 'a/p.env']));
    assert.deepEqual(check('auto_discovery: true\n', files).envFiles, new Set());
  });
});
