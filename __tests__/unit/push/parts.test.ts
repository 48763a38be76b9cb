import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { parseIgnores } from '../../../src/push/check/ignore.ts';
import { hintFor, isTransient } from '../../../src/push/hints.ts';
import { readPushInputs } from '../../../src/push/inputs.ts';
import type { PushOutcome } from '../../../src/push/outcome.ts';
import { buildAnnotations, sourceDate } from '../../../src/push/pack/annotations.ts';
import { buildImage } from '../../../src/push/pack/image.ts';
import { pushOutputs } from '../../../src/push/report.ts';
import { renderPushSummary } from '../../../src/push/summary.ts';
import { parseToolError } from '../../../src/registry/tool-error.ts';
import { InputError } from '../../../src/util/errors.ts';
import { formatBytes, plural } from '../../../src/util/text.ts';
import { defined } from '../../support/defined.ts';

const read = (inputs: Record<string, string>) =>
  readPushInputs(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
const ARTIFACT = { artifact: 'ghcr.io/acme/config:main' };
const ROOT = join(import.meta.dirname, '../../..');

describe('inputs', () => {
  test('defaults hold in the code, and are those of action.yml', () => {
    const action = parse(readFileSync(join(ROOT, 'push/action.yml'), 'utf8'));
    const defaults = Object.entries<{ default?: string }>(action.inputs).map(([name, input]) => [
      name,
      input.default ?? '',
    ]);
    assert.deepEqual(read({ ...Object.fromEntries(defaults), ...ARTIFACT }), read(ARTIFACT));
    assert.deepEqual(defined(read(ARTIFACT)), {
      path: '.',
      destinations: [{ host: 'ghcr.io', path: 'acme/config', tag: 'main' }],
      annotations: new Map(),
      dryRun: false,
      retries: 3,
      insecureRegistry: false,
    });
  });

  test('everything that can be written is read', () => {
    const inputs = read({
      path: ' deploy ',
      artifact: ' localhost:5000/a:1 ,\r\nlocalhost:5000/a:2\nlocalhost:5000/a:1',
      target: 'nas.home_1',
      annotations: 'a=b=c\r\n\n empty = ',
      'dry-run': 'True',
      retries: '0',
      'insecure-registry': 'TRUE',
    });
    assert.deepEqual(inputs, {
      path: 'deploy',
      destinations: ['1', '2'].map((tag) => ({ host: 'localhost:5000', path: 'a', tag })),
      target: 'nas.home_1',
      annotations: new Map([
        ['a', 'b=c'],
        ['empty', ''],
      ]),
      dryRun: true,
      retries: 0,
      insecureRegistry: true,
    });
  });

  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ artifact: '' }, /^artifact is empty: expected a reference with a tag/],
    [
      { artifact: 'ghcr.io/acme/config' },
      /^artifact: "ghcr\.io\/acme\/config" has no tag, expected ghcr\.io\/acme\/config:<tag>/,
    ],
    [
      { artifact: `ghcr.io/acme/config:1@sha256:${'a'.repeat(64)}` },
      /has a digest, but the digest follows from the content/,
    ],
    [{ artifact: 'ghcr.io/Acme/config:1' }, /"Acme" in the repository path must be lower-case/],
    [
      { artifact: 'ghcr.io/acme/a:1\nghcr.io/acme/b:1' },
      /all references must be in one repository, found ghcr\.io\/acme\/a and ghcr\.io\/acme\/b/,
    ],
    [{ ...ARTIFACT, target: '../x' }, /^target: "\.\.\/x" is not allowed/],
    [{ ...ARTIFACT, annotations: 'no-value' }, /^annotations: "no-value" is not of the form key=value/],
    [{ ...ARTIFACT, annotations: '=x' }, /^annotations: "=x" is not of the form key=value/],
    [{ ...ARTIFACT, annotations: 'a=1\na=2' }, /^annotations: "a" is given twice/],
    [{ ...ARTIFACT, 'dry-run': 'maybe' }, /^dry-run: "maybe" is not allowed, expected true or false/],
    [{ ...ARTIFACT, retries: 'abc' }, /^retries: "abc" is not allowed, expected a whole number from 0 to 20/],
    [{ ...ARTIFACT, retries: '21' }, /^retries: "21" is not allowed/],
    [{ ...ARTIFACT, retries: '-1' }, /^retries: "-1" is not allowed/],
    [{ ...ARTIFACT, 'insecure-registry': 'yes' }, /^insecure-registry: "yes" is not allowed/],
  ];
  for (const [inputs, message] of wrong) {
    test(`${JSON.stringify(inputs)} is refused`, () => {
      assert.throws(
        () => read(inputs),
        (error) => error instanceof InputError && message.test(error.message),
      );
    });
  }
});

describe('the ignore file', () => {
  const ignored: readonly (readonly [rules: string, path: string, ignored: boolean])[] = [
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'README.md', true],
    ['**/*.md', 'docs/a/README.md', true],
    ['docs', 'docs/a/b', true],
    ['docs/', 'docs', true],
    ['/docs', 'docs', true],
    ['./docs', 'docs', true],
    ['docs', 'my/docs', false],
    ['docs\n!docs/keep', 'docs/keep/x', false],
    ['docs\n!docs/keep', 'docs/other', true],
    ['!docs/keep\ndocs', 'docs/keep', true],
    ['*\n!.doco-cd.yaml', '.doco-cd.yaml', false],
    ['*', '.env', true],
    ['# docs\ndocs', 'docs', true],
    ['#docs', '#docs', false],
    ['\\#docs', '#docs', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[ab].txt', 'a.txt', true],
    ['[^ab].txt', 'a.txt', false],
    ['foo/**/bar', 'foo/bar', true],
    ['foo/**/bar', 'foo/a/b/bar/c', true],
    ['a\\*', 'ab', false],
    ['\\**', '*secret', true],
    ['\\**', 'secret', false],
    ['a\\**', 'a*b', true],
    ['a\\**', 'ab', false],
    ['[ab]**', 'b/c/d', true],
    ['a//b', 'a/b', true],
    ['a/./b', 'a/b', true],
    ['x/../b', 'b', true],
    ['**secret', 'a/mysecret', true],
    ['**secret', 'mysecret', true],
    ['a/**secret', 'a/b/c/mysecret', true],
    [`${'a'}${'/'.repeat(60)}b`, 'a/b', true],
    ['{a,b}', 'a', false],
    ['{a,b}', '{a,b}', true],
    ['(a|b)', '(a|b)', true],
    ['!(a)', 'b', false],
    ['**/x', 'new\nline/x', true],
    ['\ufeffdocs', 'docs', true],
    ['', '.ociignore', true],
    ['!.ociignore', '.ociignore', false],
    ['', 'sub/.ociignore', false],
  ];
  for (const [rules, path, expected] of ignored) {
    test(`${JSON.stringify(rules)} ${expected ? 'takes' : 'leaves'} ${JSON.stringify(path)}`, () => {
      assert.equal(parseIgnores(rules).ignores(path), expected);
    });
  }

  const searched: readonly (readonly [rules: string, directory: string, searched: boolean])[] = [
    ['data', 'data', false],
    ['data\n!keep.txt', 'data', false],
    ['data\n!data/keep.txt', 'data', true],
    ['data\n!data/a/b', 'data/a', true],
    ['data\n!data/a/b', 'data/c', false],
    ['data\n!database', 'data', false],
    ['data\n!data/*.txt', 'data', true],
    ['data\n!d*/keep', 'data', true],
    ['data\n!x*/keep', 'data', false],
    ['data\n!**/keep', 'data/a', true],
    ['data\n!data', 'data', false],
  ];
  for (const [rules, directory, expected] of searched) {
    test(`${JSON.stringify(rules)} ${expected ? 'may want' : 'wants nothing'} below ${directory}`, () => {
      assert.equal(parseIgnores(rules).mayHoldWanted(directory), expected);
    });
  }
});

describe('annotations', () => {
  const created = new Date(0);
  test('outside of GitHub there are those that are known', () => {
    assert.deepEqual(buildAnnotations({}, { created, title: 'config', own: new Map() }), {
      'org.opencontainers.image.created': '1970-01-01T00:00:00Z',
      'org.opencontainers.image.title': 'config',
    });
  });

  test('are sorted, so that their order in the input does not change the digest', () => {
    const own = (pairs: [string, string][]) =>
      JSON.stringify(buildAnnotations({}, { created, title: 't', own: new Map(pairs) }));
    assert.equal(
      own([
        ['z', '1'],
        ['a', '2'],
      ]),
      own([
        ['a', '2'],
        ['z', '1'],
      ]),
    );
  });

  test('SOURCE_DATE_EPOCH is read strictly', () => {
    assert.equal(sourceDate({}), undefined);
    assert.equal(sourceDate({ SOURCE_DATE_EPOCH: '' }), undefined);
    assert.deepEqual(sourceDate({ SOURCE_DATE_EPOCH: '1' }), new Date(1000));
    for (const text of ['x', '-1', '1.5', '999999999999']) {
      assert.throws(() => sourceDate({ SOURCE_DATE_EPOCH: text }), InputError);
    }
  });
});

describe('messages of skopeo', () => {
  const line = (message: string) => `time="2026-01-01T00:00:00Z" level=fatal msg=${JSON.stringify(message)}\n`;

  test('the message of the last line, without query strings', () => {
    assert.equal(parseToolError(`Copying blob\n${line('first')}${line('writing "x"')}`), 'writing "x"');
    assert.equal(
      parseToolError(line('Put "https://s3.example/b?X-Amz-Signature=secret": EOF')),
      'Put "https://s3.example/b": EOF',
    );
    assert.equal(parseToolError('plain words\n'), 'plain words');
    assert.equal(parseToolError(''), '');
  });

  const meanings: readonly (readonly [message: string, hint: RegExp | undefined, transient: boolean])[] = [
    ['unknown flag: --preserve-digests', /too old/, false],
    ['unauthorized: authentication required', /docker\/login-action/, false],
    ['unable to retrieve auth token: invalid username/password: unauthorized', /refuses the user/, false],
    ['denied: permission_denied: write_package', /packages: write/, false],
    ['Requesting bearer token: invalid status code from registry 403 (Forbidden)', /there was no login before/, false],
    ['http: server gave HTTP response to HTTPS client', /insecure-registry: true/, false],
    ['x509: certificate signed by unknown authority', /not trusted/, false],
    ['name unknown: The repository with name acme does not exist', /no such repository/, false],
    ['dial tcp: lookup regstry.example: no such host', /check its spelling/, true],
    ['dial tcp 10.0.0.1:5000: connect: connection refused', /nothing listens/, true],
    ['received unexpected HTTP status: 503 Service Unavailable', undefined, true],
    ['EOF', undefined, true],
  ];
  for (const [message, hint, transient] of meanings) {
    test(message, () => {
      assert.equal(isTransient(message), transient);
      if (hint === undefined) assert.equal(hintFor(message), undefined);
      else assert.match(hintFor(message) ?? '', hint);
    });
  }
});

describe('report', () => {
  const destination = { host: 'ghcr.io', path: 'acme/config', tag: 'main' };
  const packed = (paths: readonly string[]) => ({
    inputs: read(ARTIFACT),
    checked: {
      root: '/x',
      bytes: 3,
      warnings: [],
      entries: paths.map((path) => ({ path, kind: 'file' as const, bytes: 1, executable: false })),
    },
    image: buildImage({ digest: `sha256:${'1'.repeat(64)}`, diffId: `sha256:${'2'.repeat(64)}`, bytes: 10 }, {}),
  });
  const outcomes: readonly PushOutcome[] = [
    { kind: 'refused', error: new InputError('x') },
    { kind: 'cancelled' },
    { kind: 'dry-run', ...packed(['a']) },
    { kind: 'pushed', ...packed(['a']), uploads: [{ kind: 'pushed', destination }] },
    { kind: 'pushed', ...packed(['a']), uploads: [{ kind: 'failed', destination, serverMessage: 'w' }] },
  ];

  test('every output that action.yml declares is set on every path, and no other', () => {
    const declared = Object.keys(parse(readFileSync(join(ROOT, 'push/action.yml'), 'utf8')).outputs);
    for (const outcome of outcomes) assert.deepEqual(Object.keys(pushOutputs(outcome)), declared);
  });

  test('docs/push.md lists the inputs and outputs of action.yml', () => {
    const action = parse(readFileSync(join(ROOT, 'push/action.yml'), 'utf8'));
    const [tables = ''] = readFileSync(join(ROOT, 'docs/push.md'), 'utf8').split('## What is checked');
    const rows = [...tables.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual(rows, [...Object.keys(action.inputs), ...Object.keys(action.outputs)]);
  });

  test('the example uses inputs and outputs that exist, and hands them to the notify action', () => {
    const action = parse(readFileSync(join(ROOT, 'push/action.yml'), 'utf8'));
    const notify = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    const example = readFileSync(join(ROOT, 'examples/push-and-notify.yml'), 'utf8');
    const steps: readonly { uses: string; with: object }[] = parse(example).jobs.deploy.steps;
    const inputsOf = (uses: RegExp) => Object.keys(steps.find((step) => uses.test(step.uses))?.with ?? {});
    for (const name of inputsOf(/oci-webhook-action\/push@/)) assert.ok(name in action.inputs, name);
    for (const name of inputsOf(/oci-webhook-action@/)) assert.ok(name in notify.inputs, name);
    const used = [...example.matchAll(/steps\.push\.outputs\.([a-z-]+)/g)].map(([, name]) => name ?? '');
    assert.deepEqual(new Set(used), new Set(['repository', 'digest', 'artifact']));
    for (const name of used) assert.ok(name in action.outputs, name);
  });

  test('the summary shows tags, digest, sizes, the pull line and the tree', () => {
    const summary = renderPushSummary({
      kind: 'pushed',
      ...packed(['a', 'b/c']),
      uploads: [{ kind: 'pushed', destination }],
    });
    for (const part of ['OCI push: pushed', 'ghcr.io/acme/config', '2 files', '<pre>a  1 B\n  c  1 B</pre>']) {
      assert.ok(summary.includes(part), summary);
    }
    assert.match(summary, /docker pull ghcr\.io\/acme\/config@sha256:[0-9a-f]{64}\n/);
  });

  test('the summary of many files stays far below the limit of GitHub', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `${'<&"'.repeat(80)}${index}`);
    const summary = renderPushSummary({ kind: 'pushed', ...packed(names), uploads: [{ kind: 'pushed', destination }] });
    assert.ok(Buffer.byteLength(summary) < 900_000, `${summary.length}`);
    assert.match(summary, /… and 99000 more/);
  });
});

test('sizes and counts in words', () => {
  const sizes = [0, 1023, 1024, 1024 ** 2 - 1, 1024 ** 2, 1.5 * 1024 ** 3, 1024 ** 4].map(formatBytes);
  assert.deepEqual(sizes, ['0 B', '1023 B', '1.0 KiB', '1.0 MiB', '1.0 MiB', '1.5 GiB', '1024.0 GiB']);
  assert.deepEqual([plural(1, 'file'), plural(12_345, 'file')], ['1 file', '12,345 files']);
});
