import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  formatReference,
  isDigest,
  parseDigest,
  parseHost,
  parseReference,
  shortDigest,
} from '../../../src/oci/reference.ts';
import { InputError } from '../../../src/util/errors.ts';
import { quote } from '../../../src/util/text.ts';
import { cpuMs } from '../../support/cpu.ts';

const HEX = '0123456789abcdef'.repeat(4);
const SHA256 = `sha256:${HEX}`;

/** What a reference is normalised to. */
const accepted: Readonly<Record<string, string>> = {
  'ghcr.io/acme/app:v1': 'ghcr.io/acme/app:v1',
  ' \tghcr.io/acme/app:v1\r\n': 'ghcr.io/acme/app:v1',
  ubuntu: 'docker.io/library/ubuntu',
  'ubuntu:22.04': 'docker.io/library/ubuntu:22.04',
  'docker.io/ubuntu': 'docker.io/library/ubuntu',
  'index.docker.io/acme/app': 'docker.io/acme/app',
  'INDEX.docker.io/acme/app': 'docker.io/acme/app',
  'registry-1.docker.io/acme/app': 'registry-1.docker.io/acme/app',
  'acme/app': 'docker.io/acme/app',
  'registry/acme/app:1': 'docker.io/registry/acme/app:1',
  'GHCR.io/acme/app': 'ghcr.io/acme/app',
  'localhost/app': 'localhost/app',
  'localhost:5000/app': 'localhost:5000/app',
  'localhost:5000': 'docker.io/library/localhost:5000',
  '127.0.0.1:5000/a/b/c:x': '127.0.0.1:5000/a/b/c:x',
  '[::1]:5000/app:1': '[::1]:5000/app:1',
  'my-host:443/app': 'my-host:443/app',
  'ghcr.io/a__b/c--d/e.f/g_h': 'ghcr.io/a__b/c--d/e.f/g_h',
  'ghcr.io/acme/app:_x': 'ghcr.io/acme/app:_x',
  'ghcr.io/acme/app:V1.0-RC.1': 'ghcr.io/acme/app:V1.0-RC.1',
  [`ghcr.io/acme/app@${SHA256}`]: `ghcr.io/acme/app@${SHA256}`,
  [`ghcr.io/acme/app:v1@${SHA256}`]: `ghcr.io/acme/app:v1@${SHA256}`,
  [`ghcr.io/acme/app:${'t'.repeat(128)}`]: `ghcr.io/acme/app:${'t'.repeat(128)}`,
  [`ghcr.io/${'p'.repeat(255)}`]: `ghcr.io/${'p'.repeat(255)}`,
};

/** What the message about a refused reference must say. */
const refused: Readonly<Record<string, RegExp>> = {
  '': /is empty/,
  '  ': /is empty/,
  'oci://ghcr.io/acme/app': /remove "oci:\/\/"/,
  'https://ghcr.io/acme/app:v1': /remove "https:\/\/"/,
  'ghcr.io/acme app': /character 13 is " "/,
  'ghcr.io/äcme/app': /character 9 is "ä"/,
  'ghcr.io/acme/app:v1\u0000': /character 20/,
  'ghcr.io/acme/app:v1\n::error::x': /character 20/,
  'ghcr.io/Acme/app': /"Acme" in the repository path must be lower-case/,
  'Acme/app': /must be lower-case/,
  'ghcr.io/acme//app': /empty component/,
  'ghcr.io/acme/app/': /empty component/,
  '/app': /empty component/,
  'ghcr.io/': /path is missing/,
  ':v1': /path is missing/,
  'ghcr.io/acme/../app': /"\.\."/,
  'ghcr.io/acme/-app': /"-app"/,
  'ghcr.io/acme/app-': /"app-"/,
  'ghcr.io/acme/a___b': /"a___b"/,
  'ghcr.io/acme/a..b': /"a\.\.b"/,
  'ghcr.io/acme/app:': /tag after ":" is empty/,
  'ghcr.io/acme/app:.x': /the tag "\.x"/,
  'ghcr.io/acme/app:-x': /the tag "-x"/,
  'ghcr.io/acme/app:1.0+build': /the tag "1\.0\+build"/,
  'ghcr.io/acme/app:a:b': /the tag "a:b"/,
  [`ghcr.io/acme/app:${'t'.repeat(129)}`]: /129 characters/,
  [`ghcr.io/${'p'.repeat(256)}`]: /256 characters/,
  'ghcr.io:0/acme/app': /not a registry host/,
  'ghcr.io:65536/acme/app': /not a registry host/,
  'ghcr.io:port/acme/app': /not a registry host/,
  '-ghcr.io/acme/app': /not a registry host/,
  'ghcr..io/acme/app': /not a registry host/,
  '[::1/acme/app': /not a registry host/,
  [SHA256]: /only a digest/,
  [HEX]: /only a digest/,
  'ghcr.io/acme/app@': /digest of .* is empty|is empty: expected a digest/,
  'ghcr.io/acme/app@sha256:abc': /sha256 has 64 hex digits, found 3/,
  [`ghcr.io/acme/app@${SHA256}@${SHA256}`]: /is not a digest/,
};

/** What the message about a refused digest must say. */
const refusedDigests: Readonly<Record<string, RegExp>> = {
  '': /is empty/,
  [HEX]: /no algorithm/,
  'sha256:': /nothing follows/,
  [`sha256:${HEX.slice(1)}`]: /64 hex digits, found 63/,
  [`sha256:${HEX}0`]: /64 hex digits, found 65/,
  [`sha256:${HEX.toUpperCase()}`]: /character 11 .* "A", hex digits must be lower-case/,
  [`sha256:${'g'.repeat(64)}`]: /character 1 .* "g"/,
  [`SHA256:${HEX}`]: /expected sha256/,
  [`sha512:${HEX}`]: /sha512 has 128 hex digits, found 64/,
  [`md5:${HEX}`]: /"md5" is not supported/,
  'multihash+base58:QmZz1': /not supported/,
  'constructor:abc': /"constructor" is not supported/,
  [`sha256:sha256:${HEX}`]: /expected sha256/,
  [`${SHA256} ${SHA256}`]: /is not a digest/,
};

describe('references', () => {
  for (const [text, normalised] of Object.entries(accepted)) {
    test(`${quote(text)} is accepted`, () => {
      const reference = parseReference(text, 'artifact');
      assert.equal(formatReference(reference), normalised);
      assert.deepEqual(parseReference(normalised, 'artifact'), reference, 'normalising twice changes nothing');
    });
  }
  for (const [text, pattern] of Object.entries(refused)) {
    test(`${quote(text)} is refused`, () => {
      assert.throws(
        () => parseReference(text, 'the field'),
        (error) => error instanceof InputError && error.message.startsWith('the field') && pattern.test(error.message),
        pattern.source,
      );
    });
  }
  test('a long hostile reference is refused at once', () => {
    const beganMs = cpuMs();
    for (const text of [
      `${'a-'.repeat(50_000)}/x`,
      `${'a.'.repeat(50_000)}b/x`,
      `x/${'a_'.repeat(50_000)}`,
      `x:${'a'.repeat(1e6)}`,
    ]) {
      assert.throws(() => parseReference(text, 'artifact'), InputError);
    }
    assert.ok(cpuMs() - beganMs < 1_000);
  });
});

describe('digests', () => {
  for (const digest of [SHA256, `sha512:${HEX}${HEX}`, `blake3:${HEX}`]) {
    test(`${shortDigest(digest)} is accepted`, () => {
      assert.equal(parseDigest(` ${digest}\n`, 'digest'), digest);
      assert.ok(isDigest(digest));
    });
  }
  for (const [text, pattern] of Object.entries(refusedDigests)) {
    test(`${quote(text)} is refused`, () => {
      assert.throws(() => parseDigest(text, 'digest'), { name: 'InputError', message: pattern });
      assert.ok(!isDigest(text));
    });
  }
  test('only text is a digest', () => {
    for (const value of [undefined, null, 1, {}, [SHA256]]) assert.ok(!isDigest(value));
  });
});

test('hosts are normalised', () => {
  assert.equal(parseHost(' Registry.Example.com:5000 ', 'registry'), 'registry.example.com:5000');
  assert.equal(parseHost('index.docker.io', 'registry'), 'docker.io');
  for (const text of ['', 'https://ghcr.io', 'ghcr.io/acme', 'a b', 'ghcr.io:', '_x']) {
    assert.throws(() => parseHost(text, 'registry'), { name: 'InputError', message: /^registry: / });
  }
});
