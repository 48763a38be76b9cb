import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { docoCd } from '../../../src/receivers/doco-cd/receiver.ts';
import { json } from '../../../src/receivers/generic.ts';
import type { Receiver } from '../../../src/receivers/types.ts';
import { readFor } from '../../support/read-inputs.ts';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;

function read(artifact: string, digest = '') {
  const inputs = readFor({ 'INPUT_DRY-RUN': 'true', INPUT_ARTIFACT: artifact, INPUT_DIGEST: digest });
  return inputs.artifacts.map(({ host, path, tag, digest }) => `${host}/${path}:${tag} ${digest}`);
}

describe('the artifact and digest inputs', () => {
  const good: readonly (readonly [what: string, artifact: string, digest: string, expected: readonly string[]])[] = [
    ['lines', 'ghcr.io/a/b:1\nghcr.io/a/b:2', A, [`ghcr.io/a/b:1 ${A}`, `ghcr.io/a/b:2 ${A}`]],
    ['commas', 'ghcr.io/a/b:1, ghcr.io/a/b:2', A, [`ghcr.io/a/b:1 ${A}`, `ghcr.io/a/b:2 ${A}`]],
    ['a JSON array', '["ghcr.io/a/b:1","ghcr.io/a/b:2"]', A, [`ghcr.io/a/b:1 ${A}`, `ghcr.io/a/b:2 ${A}`]],
    [
      'the artifacts output of this action',
      JSON.stringify([
        { artifact: 'ghcr.io/a/b:1', digest: A },
        { artifact: 'ghcr.io/a/c:1', digest: B },
      ]),
      '',
      [`ghcr.io/a/b:1 ${A}`, `ghcr.io/a/c:1 ${B}`],
    ],
    [
      "this action's artifact and digest in one object",
      JSON.stringify({ artifact: 'ghcr.io/a/b:1', digest: A }),
      '',
      [`ghcr.io/a/b:1 ${A}`],
    ],
    [
      'a digest before each reference',
      `${A}  ghcr.io/a/b:1\n${B} ghcr.io/a/c:1`,
      '',
      [`ghcr.io/a/b:1 ${A}`, `ghcr.io/a/c:1 ${B}`],
    ],
    ['a digest after the reference', `ghcr.io/a/b:1\t${A}`, '', [`ghcr.io/a/b:1 ${A}`]],
    ['a checksum before the reference', `${'a'.repeat(64)}  ghcr.io/a/b:1`, '', [`ghcr.io/a/b:1 ${A}`]],
    [
      'JSON with one reference by digest, and the digest',
      JSON.stringify({
        reference: `ghcr.io/a/b@${A}`,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: A,
        size: 600,
      }),
      '',
      [`ghcr.io/a/b:undefined ${A}`],
    ],
    [
      'JSON with the reference by digest and by tag',
      JSON.stringify({ reference: `ghcr.io/a/b@${A}`, referenceAsTags: ['ghcr.io/a/b:1'], digest: A }),
      '',
      [`ghcr.io/a/b:1 ${A}`],
    ],
    [
      'JSON arrays of a release tool',
      JSON.stringify([
        { name: 'ghcr.io/a/b:1', path: 'ghcr.io/a/b:1', type: 'Docker Manifest', extra: { Digest: A } },
        { name: 'ghcr.io/a/c:1', goos: 'linux', extra: { Digest: B, ID: 'c' } },
      ]),
      '',
      [`ghcr.io/a/b:1 ${A}`, `ghcr.io/a/c:1 ${B}`],
    ],
    [
      'JSON with the repository beside the whole reference',
      JSON.stringify({ repository: 'ghcr.io/a/b', url: `ghcr.io/a/b:1@${A}`, source: 'https://git.example.com/a/b' }),
      '',
      [`ghcr.io/a/b:1 ${A}`],
    ],
    [
      'JSON with a scheme before the reference',
      JSON.stringify({ url: 'oci://ghcr.io/a/b:1', repository: 'oci://ghcr.io/a/b', tag: '1', digest: A }),
      '',
      [`ghcr.io/a/b:1 ${A}`],
    ],
    [
      'JSON of a builder with one build',
      JSON.stringify({ builds: [{ imageName: 'app', tag: `ghcr.io/a/b:1@${A}` }] }),
      '',
      [`ghcr.io/a/b:1 ${A}`],
    ],
    ['JSON without digest', '{"image.name":"ghcr.io/a/b:1","x":1}', A, [`ghcr.io/a/b:1 ${A}`]],
    ['the digest beside its reference', 'ghcr.io/a/b:1', `${A}  ghcr.io/a/b:1`, [`ghcr.io/a/b:1 ${A}`]],
    ['a checksum beside its reference', 'ghcr.io/a/b:1', `ghcr.io/a/b:1 ${'a'.repeat(64)}`, [`ghcr.io/a/b:1 ${A}`]],
    [
      'the digest in JSON',
      'ghcr.io/a/b:1',
      JSON.stringify({ 'containerimage.digest': A, ref: 'builder/x' }),
      [`ghcr.io/a/b:1 ${A}`],
    ],
    ['a reference in quotes', '"ghcr.io/a/b:1"', A, [`ghcr.io/a/b:1 ${A}`]],
    ['a digest in quotes', 'ghcr.io/a/b:1', `"${A}"`, [`ghcr.io/a/b:1 ${A}`]],
    ['a digest in single quotes', 'ghcr.io/a/b:1', `'${A}'`, [`ghcr.io/a/b:1 ${A}`]],
    ['a digest after the repository', 'ghcr.io/a/b:1', `ghcr.io/a/b@${A}`, [`ghcr.io/a/b:1 ${A}`]],
    [
      'a digest after a short name of Docker Hub',
      'docker.io/acme/app:1',
      `acme/app@${A}`,
      [`docker.io/acme/app:1 ${A}`],
    ],
    ['the only digest in brackets', 'ghcr.io/a/b:1', `[ghcr.io/a/b@${A}]`, [`ghcr.io/a/b:1 ${A}`]],
    ['the only digest in a JSON array', 'ghcr.io/a/b:1', `["ghcr.io/a/b@${A}"]`, [`ghcr.io/a/b:1 ${A}`]],
    ['one word, written in full', 'docker.io/library/app:v1', A, [`docker.io/library/app:v1 ${A}`]],
    ['the address of a host', '[::1]:5000/team/app:v1', A, [`[::1]:5000/team/app:v1 ${A}`]],
  ];
  for (const [what, artifact, digest, expected] of good) {
    test(`${what}: taken`, () => assert.deepEqual(read(artifact, digest), expected));
  }

  const bad: readonly (readonly [what: string, artifact: string, digest: string, message: RegExp])[] = [
    ['a bare tag', 'main', A, /^artifact: "main" is only a word, so probably a tag/],
    [
      'bare tags',
      'main\nsha-860c190',
      A,
      /^artifact: entry 1: "main" is only a word.*\nartifact: entry 2: "sha-860c190"/s,
    ],
    ['a version', '1.2.3', A, /^artifact: "1\.2\.3" is only a word/],
    ['a tag with a digest', `main@${A}`, '', /^artifact: "main@sha256:a+" is only a word/],
    [
      'a name without its owner',
      'platform-config:main',
      A,
      /^artifact: "platform-config:main" names neither a registry nor an owner, .* such as ghcr\.io\/acme\/platform-config:main, or docker\.io\/library\/plat/,
    ],
    ['a Docker Official Image', 'nginx', A, /^artifact: "nginx" is only a word.*docker\.io\/library\/nginx:<tag>/],
    [
      'a Docker Official Image with a tag',
      'redis:8',
      A,
      /^artifact: "redis:8" names neither.*docker\.io\/library\/redis:8 if it is one of/,
    ],
    ['a Docker Official Image by digest', `nginx@${A}`, '', /^artifact: "nginx@sha256:a+" is only a word/],
    ['nothing with a tag', 'null:main', A, /^artifact: "null:main" names neither a registry nor an owner/],
    [
      'a digest that is a number',
      '[{"artifact":"ghcr.io/a/b:1","digest":5}]',
      '',
      /^artifact: entry 1: its digest must be text, found a number/,
    ],
    ['a host with a port', 'localhost:5000', A, /^artifact: "localhost:5000" is only a host/],
    ['a host with a tag', 'ghcr.io:v1', A, /^artifact: "ghcr\.io:v1" is only a host/],
    ['a branch', 'refs/heads/main', A, /^artifact: "refs\/heads\/main" is a Git ref/],
    [
      'JSON with two digests',
      JSON.stringify({ 'image.name': 'ghcr.io/a/b:1', 'containerimage.config.digest': B, 'containerimage.digest': A }),
      '',
      /^artifact is JSON with the fields "image\.name", "containerimage\.config\.digest", "containerimage\.digest", and it is not clear.*set artifact and digest to one field each, as in fromJSON\(steps\.push\.outputs\.json\)\['field'\]$/,
    ],
    [
      'JSON with the tag in a field of its own',
      JSON.stringify({ image: 'ghcr.io/a/b', imageDigest: A, tags: ['1', 'latest'] }),
      '',
      /^artifact is JSON with the fields "image", "imageDigest", "tags\.0", "tags\.1", and .*set artifact and digest to one field each/,
    ],
    [
      'JSON about two repositories',
      JSON.stringify({ app: { ref: 'ghcr.io/a/b:1' }, web: { ref: 'ghcr.io/a/c:1' } }),
      A,
      /^artifact is JSON with the fields "app\.ref", "web\.ref"/,
    ],
    [
      'JSON with two tags',
      '{"refs":["ghcr.io/a/b:1","ghcr.io/a/b:2"]}',
      A,
      /^artifact is JSON with the fields "refs\.0"/,
    ],
    [
      'JSON with paths only',
      '{"path":"dist/app.v1/x","tag":"v1"}',
      A,
      /^artifact is JSON with the fields "path", "tag"/,
    ],
    ['JSON without text', '{"size":5}', A, /^artifact is JSON without any text, and it is not clear/],
    [
      'many fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}`, 'x']))),
      A,
      /"f9" and more, and/,
    ],
    [
      'an entry of a JSON array',
      '["ghcr.io/a/b:1",{"name":"b","type":"Archive"}]',
      A,
      /^artifact: entry 2 is JSON with the fields "name", "type"/,
    ],
    ['three words in a line', `${A} ghcr.io/a/b:1 ghcr.io/a/b:2`, '', /^artifact: .* is not a reference/],
    ['what is only the beginning of JSON', '{"image":', A, /^artifact begins with "\{" but is not JSON/],
    ['an empty JSON array', '[]', A, /^artifact is an empty JSON array/],
    ['only commas', ',', A, /^artifact: there are only commas/],
    [
      'digests in a JSON array',
      'ghcr.io/a/b:1',
      `["${A}","${B}"]`,
      /^digest: ".*" is a list or an object; give the one/,
    ],
    ['two digests in JSON', 'ghcr.io/a/b:1', `{"x":"${A}","y":"${B}"}`, /^digest is JSON with the fields "x", "y"/],
    ['a digest with a zero-width space', 'ghcr.io/a/b:1', `${A}\u200b`, /^digest: .* it holds U\+200B \(invisible\)/],
    ['a reference with a soft hyphen', 'ghcr.io/a/b:1\u00ad', A, /^artifact: .* character 14 is U\+00AD \(invisible\)/],
    [
      'a reference with a typographic dash',
      'ghcr.io/a\u2013b/c:1',
      A,
      /^artifact: .* character 10 is "\u2013" \(U\+2013\): it is not/,
    ],
    [
      'a version with build metadata',
      'ghcr.io/a/b:1.0.0+build.5',
      A,
      /the tag "1\.0\.0\+build\.5" has a "\+".* as "1\.0\.0_build\.5"$/,
    ],
    ['null', 'null', A, /^artifact: "null" is only a word/],
    ['null in a JSON array', '[null]', A, /^artifact: entry 1 must be a reference or an object, found null/],
    ['what is not JSON', '[ghcr.io/a/b:1]', A, /^artifact begins with "\[" but is not JSON; write/],
    [
      'the digest of another repository',
      'ghcr.io/a/b:1',
      `ghcr.io/a/c@${A}`,
      /^digest: it is of ghcr\.io\/a\/c, but artifact is of ghcr\.io\/a\/b; cut off/,
    ],
    ['two digests', 'ghcr.io/a/b:1', `${A}\n${B}`, /^digest: /],
    ['the digest beside another reference', 'ghcr.io/a/b:1', `${A} ghcr.io/a/c:1`, /ghcr\.io\/a\/c.*ghcr\.io\/a\/b/],
    [
      'two digests that differ',
      `ghcr.io/a/b@${A}`,
      B,
      /^artifact names sha256:a+, but digest names sha256:b+; they must be equal/,
    ],
    [
      'all mistakes at once',
      'main',
      'nonsense',
      /^digest: "nonsense" is not a digest.*\nartifact: "main" is only a word/s,
    ],
  ];
  for (const [what, artifact, digest, message] of bad) {
    test(`${what}: refused`, () => {
      assert.throws(
        () => read(artifact, digest),
        (error: Error) => {
          assert.equal(error.name, 'InputError');
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});

describe('what is in a file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-references-'));
  after(() => rmSync(directory, { recursive: true }));
  const path = join(directory, 'file.txt');
  const taken: Readonly<Record<string, readonly [artifact: string | Buffer, digest: string | Buffer]>> = {
    'in UTF-8': ['ghcr.io/a/b:1\nghcr.io/a/b:2', A],
    'with a byte order mark and the line ends of Windows': [
      '\ufeffghcr.io/a/b:1\r\nghcr.io/a/b:2\r\n',
      `\ufeff${A}\r\n`,
    ],
    'with a name before the digest': ['["ghcr.io/a/b:1", "ghcr.io/a/b:2"]\n', `ghcr.io/a/b@${A}\n`],
  };
  for (const [what, [artifact, digest]] of Object.entries(taken)) {
    test(`${what}: taken`, () => {
      writeFileSync(path, artifact);
      assert.deepEqual(read(`@${path}`, A), [`ghcr.io/a/b:1 ${A}`, `ghcr.io/a/b:2 ${A}`]);
      writeFileSync(path, digest);
      assert.deepEqual(read('ghcr.io/a/b:1', `@${path}`), [`ghcr.io/a/b:1 ${A}`]);
    });
  }
  const refused: Readonly<Record<string, readonly [content: string | Buffer, problem: RegExp]>> = {
    'in UTF-16': [
      Buffer.from('\ufeffghcr.io/a/b:1', 'utf16le'),
      /is not UTF-8 but UTF-16 or binary; write it as UTF-8 \(in/,
    ],
    'in UTF-16 without a byte order mark': [Buffer.from('ghcr.io/a/b:1', 'utf16le'), /UTF-16 or binary/],
    'in Latin-1': [Buffer.from('ghcr.io/caf\u00e9:1', 'latin1'), /is not text in UTF-8/],
    'of nothing': ['\n', /is empty; check that an earlier step wrote it/],
  };
  for (const [what, [content, problem]] of Object.entries(refused)) {
    test(`${what}: refused`, () => {
      writeFileSync(path, content);
      for (const [artifact, digest] of [
        [`@${path}`, A],
        ['ghcr.io/a/b:1', `@${path}`],
      ] as const)
        assert.throws(() => read(artifact, digest), { name: 'InputError', message: problem });
    });
  }
  // Whoever may choose the path must not read the runner's files in the messages.
  const hidden: Readonly<Record<string, readonly [content: string, problem: string]>> = {
    'a word among references': ['\nghcr.io/a/b:1\n\nghcr.io/a/b:2, hunter2\n', 'line 4'],
    'a login of netrc': ['machine a.example login me password hunter2', 'line 1'],
    'a reference with another tag': ['ghcr.io/a/b:+hunter2', 'line 1'],
    'a digest that is none': ['ghcr.io/a/b@sha256:hunter2', 'line 1'],
    'an entry of a list': ['["ghcr.io/a/b:1","hunter2"]', 'entry 2'],
    'a digest in an entry': ['[{"artifact":"ghcr.io/a/b:1","digest":"hunter2"}]', 'entry 1'],
    'an object': ['{"token":"hunter2"}', 'is JSON with the fields "token"'],
    'what only begins like JSON': ['{hunter2', 'begins with "{" but is not JSON'],
    'a page of a wiki': [`${'-'.repeat(80)}\n# hunter2`, 'line 2'],
  };
  for (const [what, [content, place]] of Object.entries(hidden)) {
    test(`${what}: the message says where, and nothing of what is there`, () => {
      writeFileSync(path, content);
      for (const [artifact, digest] of [
        [`@${path}`, A],
        ['ghcr.io/a/b:1', `@${path}`],
      ] as const) {
        assert.throws(
          () => read(artifact, digest),
          ({ name, message }) => {
            assert.equal(name, 'InputError');
            assert.doesNotMatch(message, /hunter2/);
            if (digest === A) assert.match(message, new RegExp(place.replace(/[{}]/g, '\\$&')));
            return true;
          },
        );
      }
      assert.throws(
        () => readFor({ INPUT_EVENT: `@${path}` }),
        (error: Error) => !/hunter2/.test(error.message),
      );
    });
  }
  test('of the kernel, a pipe, a device, none: refused at once', { skip: process.platform === 'win32' }, () => {
    const pipe = join(directory, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const files = {
      '/proc/self/status': /is empty/,
      '/dev/zero': /is not a regular file/,
      [pipe]: /is not a regular file/,
    };
    for (const [name, message] of Object.entries({ ...files, [join(directory, 'none')]: /does not exist/ })) {
      assert.throws(() => read('ghcr.io/a/b:1', `@${name}`), { name: 'InputError', message });
      assert.throws(() => read(`@${name}`), { name: 'InputError', message });
    }
    assert.throws(() => read('ghcr.io/a/b:1', '@'), /^InputError: digest: no path follows the "@"/);
  });
});

describe('several digests of one name, as tools list an index and its platforms', () => {
  const readAll = (references: readonly string[], receiver: Receiver) =>
    readFor({ 'INPUT_DRY-RUN': 'true', INPUT_ARTIFACT: references.join('\n') }, receiver).artifacts.length;
  const rows: Readonly<Record<string, readonly [references: readonly string[], problem?: RegExp]>> = {
    'without a tag': [
      [`ghcr.io/acme/web@${B}`, `ghcr.io/acme/web@${A}`],
      /^artifact: ghcr\.io\/acme\/web has 2 digests, .*keep the one of the index, .*: ghcr\.io\/acme\/web@sha256:b+$/,
    ],
    'with one tag': [
      [`ghcr.io/acme/web:v1@${A}`, `ghcr.io/acme/web:v1@${B}`, `ghcr.io/acme/api@${A}`],
      /^artifact: ghcr\.io\/acme\/web:v1 has 2 digests, .*: ghcr\.io\/acme\/web:v1@sha256:a+$/,
    ],
    'beside their references': [
      [`${A}  ghcr.io/acme/web:v1`, `${B}  ghcr.io/acme/web:v1`],
      /^artifact: ghcr\.io\/acme\/web:v1 has 2 digests/,
    ],
    'with a tag for the first only': [
      [`ghcr.io/acme/web:v1@${A}`, `ghcr.io/acme/web@${B}`],
      /^artifact: ghcr\.io\/acme\/web has 2 digests, .*: ghcr\.io\/acme\/web:v1@sha256:a+$/,
    ],
    'of two tags': [[`${A}  ghcr.io/acme/web:v1-amd64`, `${B}  ghcr.io/acme/web:v1-arm64`]],
    'of two repositories': [[`ghcr.io/acme/web@${A}`, `ghcr.io/acme/api@${B}`]],
    'one of them twice': [[`ghcr.io/acme/web@${A}`, `ghcr.io/acme/web@${A}`]],
  };
  for (const [what, [references, problem]] of Object.entries(rows)) {
    test(`${what}: ${problem === undefined ? 'sent' : 'refused for doco-cd'}`, () => {
      if (problem === undefined) assert.equal(readAll(references, docoCd), references.length);
      else assert.throws(() => readAll(references, docoCd), { name: 'InputError', message: problem });
      assert.equal(readAll(references, json), references.length);
    });
  }
});
