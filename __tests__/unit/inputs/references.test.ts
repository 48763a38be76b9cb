import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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
      /^artifact: "platform-config:main" names neither a registry nor an owner; write ghcr\.io\/acme\/platform-config:main/,
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
      'the metadata of a build',
      '{"image.name":"ghcr.io/a/b:1","x":1}',
      A,
      /^artifact is a JSON object[^\n]*fromJSON[^\n]*$/,
    ],
    ['an empty JSON array', '[]', A, /^artifact is an empty JSON array/],
    ['only commas', ',', A, /^artifact: there are only commas/],
    [
      'digests in a JSON array',
      'ghcr.io/a/b:1',
      `["${A}","${B}"]`,
      /^digest: ".*" is a list or an object; give the one/,
    ],
    ['a JSON object as digest', 'ghcr.io/a/b:1', `{"x":"${A}"}`, /^digest: ".*" is a list or an object/],
    ['null', 'null', A, /^artifact: "null" is only a word/],
    ['null in a JSON array', '[null]', A, /^artifact: entry 1 of the JSON array is neither/],
    ['what is not JSON', '[ghcr.io/a/b:1]', A, /^artifact begins with "\[" but is not a JSON array/],
    [
      'the digest of another repository',
      'ghcr.io/a/b:1',
      `ghcr.io/a/c@${A}`,
      /^digest: it is of ghcr\.io\/a\/c, but artifact is of ghcr\.io\/a\/b; cut off/,
    ],
    ['two digests', 'ghcr.io/a/b:1', `${A}\n${B}`, /^digest: /],
    ['two digests that differ', `ghcr.io/a/b@${A}`, B, /^digest: sha256:b+ differs from sha256:a+ of artifact/],
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
