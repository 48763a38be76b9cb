import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { InputError } from '../../../src/util/errors.ts';
import { defined } from '../../support/defined.ts';
import { ROOT } from '../../support/markdown.ts';
import { ARTIFACT, readInputs as read } from '../../support/push/inputs.ts';

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

  test('more tags than anybody needs are refused', () => {
    const artifact = (tags: number) => Array.from({ length: tags }, (_, tag) => `ghcr.io/acme/config:${tag}`).join(',');
    assert.equal(read({ artifact: artifact(500) }).destinations.length, 500);
    assert.throws(() => read({ artifact: artifact(1_001) }), /artifact: 1,001 tags are more than the 500 that/);
  });

  test('a JSON array of references is a list', () => {
    const { destinations } = read({ artifact: '["ghcr.io/acme/config:1","ghcr.io/acme/config:2"]' });
    assert.deepEqual(
      destinations.map(({ tag }) => tag),
      ['1', '2'],
    );
  });

  test('what docker/metadata-action prints as annotations is for the manifest', () => {
    const annotations = [
      'manifest:org.opencontainers.image.title=app',
      'manifest:org.opencontainers.image.source=https://github.com/acme/platform',
      'manifest,manifest-descriptor:org.opencontainers.image.licenses=MIT',
      'manifest,index:org.opencontainers.image.version=a:b=c',
      'org.example/manifest:x=1',
    ].join('\n');
    assert.deepEqual(
      read({ ...ARTIFACT, annotations }).annotations,
      new Map([
        ['org.opencontainers.image.title', 'app'],
        ['org.opencontainers.image.source', 'https://github.com/acme/platform'],
        ['org.opencontainers.image.licenses', 'MIT'],
        ['org.opencontainers.image.version', 'a:b=c'],
        ['org.example/manifest:x', '1'],
      ]),
    );
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
    [{ artifact: 'main' }, /^artifact: "main" is only a word, so probably a tag/],
    [{ artifact: '["ghcr.io/acme/config:1",""]' }, /^artifact is empty/],
    [
      { artifact: 'ghcr.io/a/b\nmain', target: '../x', annotations: 'index:a=1\nb', 'dry-run': 'x', retries: 'y' },
      /^artifact: "ghcr[^\n]*\nartifact: "main"[^\n]*\ntarget: [^\n]*\nannotations: "index:[^\n]*\nannotations: "b"[^\n]*\ndry-run: [^\n]*\nretries: [^\n]*$/,
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
    [{ ...ARTIFACT, annotations: 'a=1\nmanifest:a=2' }, /^annotations: "a" is given twice/],
    [{ ...ARTIFACT, annotations: 'manifest:=2' }, /^annotations: "manifest:=2" is not of the form key=value/],
    [
      { ...ARTIFACT, annotations: 'manifest:a=1\nindex:b=2' },
      /^annotations: "index:b=2" is for the level "index", but an artifact has only a manifest; write manifest:/,
    ],
    [{ ...ARTIFACT, annotations: 'index,index-descriptor:b=2' }, /is for the level "index,index-descriptor"/],
    [{ ...ARTIFACT, annotations: 'manifest[linux/arm64]:b=2' }, /is for the level "manifest\[linux\/arm64\]"/],
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
