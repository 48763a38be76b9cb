import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFilter, refuseUnreachable } from '../../../src/inputs/filter.ts';

describe('the filter input', () => {
  const good: Readonly<Record<string, readonly string[]>> = {
    '': [],
    'ghcr.io/acme/*:v*': ['ghcr.io/acme/*:v*'],
    'ghcr.io/acme/*:v*, ghcr.io/acme/*:main': ['ghcr.io/acme/*:v*', 'ghcr.io/acme/*:main'],
    'ghcr.io/acme/{web,api}:{v1,v2},*:main,': ['ghcr.io/acme/{web,api}:{v1,v2}', '*:main'],
    'ghcr.io/**\n  !*:latest  \n': ['ghcr.io/**', '!*:latest'],
    'ghcr.io/acme/app:V1-RC': ['ghcr.io/acme/app:V1-RC'],
    'ghcr.io/acme/*RC': ['ghcr.io/acme/*RC'],
    'registry.example.com:5000/**': ['registry.example.com:5000/**'],
    'ghcr.io/acme/app@sha256:*': ['ghcr.io/acme/app@sha256:*'],
    'ghcr.io/acme/app:v[0-9]*': ['ghcr.io/acme/app:v[0-9]*'],
    '**': ['**'],
    '!**\nghcr.io/acme/*:*': ['!**', 'ghcr.io/acme/*:*'],
    'docker.io/**': ['docker.io/**'],
    'docker.io/library/nginx:*': ['docker.io/library/nginx:*'],
    '*': ['*'],
    '*/*/*': ['*/*/*'],
    '**/app:v1': ['**/app:v1'],
    'localhost/acme/app:v1': ['localhost/acme/app:v1'],
    'registry:5000/app:?': ['registry:5000/app:?'],
    '[[]::1]:5000/app:*': ['[[]::1]:5000/app:*'],
    'app@sha256:*': ['app@sha256:*'],
    'ghcr.io/acme/{app,web:v1}*': ['ghcr.io/acme/{app,web:v1}*'],
  };
  for (const [value, patterns] of Object.entries(good)) {
    test(`${JSON.stringify(value)} is ${patterns.length} patterns`, () =>
      assert.deepEqual(parseFilter(value), patterns));
  }

  test('exclusions that leave something, and upper case in tags before a slash of another alternative', () => {
    for (const value of [
      '**\n!*/*/*',
      '**\n!*/*',
      'ghcr.io/{acme/app:RC*,other/app:v*}',
      '{ghcr.io/acme/app:V*,docker.io/acme/app:V*}',
      '\\[::1\\]:5000/**',
    ]) {
      assert.equal(parseFilter(value).length, value.split('\n').length, value);
    }
  });

  const bad: Readonly<Record<string, RegExp>> = {
    '!': /"!" has no pattern after the "!"/,
    '!*:latest': /only exclusions/,
    '!*:latest\n!*:edge': /only exclusions/,
    '- ghcr.io/acme/*:main': /begins with "- " like a list in YAML/,
    'ghcr.io/acme/*:v* ghcr.io/acme/*:main': /has a blank, which is in no reference/,
    'ghcr.io/acme/*:main # the main branch': /has a blank/,
    '"ghcr.io/acme/*:main"': /has "\\"", which is in no reference/,
    "'ghcr.io/acme/*:main'": /has "'", which is in no reference/,
    'https://ghcr.io/acme/*:main': /begins with "https:\/\/", but references have no scheme/,
    'docker://ghcr.io/acme/*': /begins with "docker:\/\/"/,
    'ghcr.io/Acme/*:main': /has "A" before the tag, but references are lower-case there/,
    'GHCR.io/acme/*': /has "G" before the tag/,
    'ghcr.io/acme/App:v1': /has "A" before the tag/,
    'ghcr.io/acme/App': /has "A" before the tag/,
    'ghcr.io/acme/[app:v1': /has a "\[" that is not closed/,
    'ghcr.io/acme/{web,api:v1': /has a "\{" that is not closed/,
    'ghcr.io/acme/web,api}:v1': /has a "\}" that is not opened/,
    'ghcr.io/acme/web):v1': /has a "\)" that is not opened/,
    'ghcr.io/acme/ä*': /has "ä", which is in no reference/,
    'ghcr.io/acme/@(web|api):*': /: groups such as !\(a\|b\) are not known: write \{a,b\}, or/,
    'ghcr.io/!(acme)/*:*': /: groups such as !\(a\|b\) are not known/,
    'ghcr.io/acme/[z-a]:*': /^filter: "ghcr\.io\/acme\/\[z-a\]:\*": "z-a" is a range that ends below/,
    'ghcr.io/acme/{app}:*': /"\{app\}" has no comma: braces are for \{a,b\}/,
    [`ghcr.io/${'a'.repeat(500)}`]: /: the pattern has 508 characters, expected at most 500$/,
    '- ghcr.io/a\n!ghcr.io/acme/[z-a]:*\n**': /^filter: "- .*\nfilter: "!ghcr\.io\/acme\/\[z-a\]:\*": "z-a"[^\n]*$/,
    'ghcr.io/${{ github.repository }}:*': /unexpanded/,
    // Well-formed, and still no reference has this form.
    '**\n!**\n!app:*': /"\*\*", because "!\*\*" after it excludes everything/,
    'ghcr.io/acme/{app,web:v1}': /has braces, and with one of their alternatives it can match no reference/,
    '[::1]:5000/**': /for a host write \\\[::1\\\]/,
    'ghcr.io/acme/app': /can match no reference: with a "\/", a pattern is compared with the whole reference/,
    'ghcr.io/acme/': /can match no reference/,
    '/acme/*:*': /can match no reference/,
    'acme/app:v1': /can match no reference.* or docker\.io\/acme\/app:v1/,
    'ghcr.io//app:*': /can match no reference/,
    'ghcr.io/acme/app:v1:v2': /can match no reference/,
    'ghcr.io/acme/app:v1@*': /can match no reference/,
    'ghcr.io/acme/app:-v1': /can match no reference/,
    'ghcr.io/acme/.*': /can match no reference/,
    'ghcr.io/acme/*:v1|ghcr.io/acme/*:v2': /can match no reference/,
    'ghcr.io/acme/*:v\\d+': /can match no reference/,
    'docker:ghcr.io/acme/app:v1': /can match no reference/,
    'refs/tags/v*': /can match no reference/,
    'ghcr.io/acme/*:*\n!ghcr.io/acme/app': /"!ghcr\.io\/acme\/app" can match no reference/,
    main: /can match no reference: without a "\/", a pattern is compared with name:tag/,
    ':v1': /can match no reference/,
    'app:': /can match no reference/,
    ',': /there are only commas/,
    'docker.io/nginx:*': /has one name after docker\.io, but references have two there/,
    'index.docker.io/library/nginx:*': /but references have docker\.io there/,
    'ghcr.io/**\n!**': /nothing is left of "ghcr\.io\/\*\*", because "!\*\*" after it excludes everything/,
    '*:v1\n!*:*': /"\*:v1", because "!\*:\*" after it/,
    'ghcr.io/acme/config:main\n!ghcr.io/acme/config:main': /nothing is left of/,
    'ghcr.io/acme/*:*\nquay.io/**\n!ghcr.io/**':
      /nothing is left of "ghcr\.io\/acme\/\*:\*", because "!ghcr\.io\/\*\*"/,
    'app:v1\n!**/app:[a-z]1': /nothing is left of "app:v1"/,
    '*:main\n!*:*\n!*@*': /nothing is left of "\*:main", because "!\*:\*"/,
    'ghcr.io/*/{a,b}:v1\n!*/*/a:*\n!*/*/b:*': /the exclusions after it together exclude everything/,
    '**\n!*:[a-z]*\n!*:[!a-z]*': /the exclusions after it together/,
    'ghcr.io/acme/**/': /can match no reference/,
    '**/': /can match no reference/,
  };
  for (const [value, message] of Object.entries(bad)) {
    test(`${JSON.stringify(value)} is refused`, () => {
      assert.throws(
        () => parseFilter(value),
        (error: Error) =>
          error.name === 'InputError' && message.test(error.message) && error.message.startsWith('filter: '),
      );
    });
  }
});

describe('a filter with other inputs', () => {
  const REGISTRY = 'mirror.example.com:5000';
  const refused: readonly [name: string, filter: string, RegExp][] = [
    [
      'only digests, and what has no tag is skipped',
      '**@sha256:*',
      /filter: "\*\*@sha256:\*" can match only what has no tag/,
    ],
    [
      'nothing in the registry that is set',
      'ghcr.io/acme/*:*',
      /can match nothing in mirror\.example\.com:5000, which the registry/,
    ],
    ['the host without its port', 'mirror.example.com/**', /can match nothing in mirror/],
  ];
  for (const [name, filter, message] of refused) {
    test(`${name} is refused`, () => {
      const inputs = { registry: REGISTRY, untagged: 'skip' } as const;
      assert.throws(() => refuseUnreachable(parseFilter(filter), inputs), message);
    });
  }

  test('what one artifact can pass is fine', () => {
    for (const filter of [
      'mirror.example.com:5000/**',
      'app:*',
      '**',
      'ghcr.io/**\n*:v1',
      '!ghcr.io/**\nghcr.io/acme/*:*',
      '',
    ]) {
      refuseUnreachable(parseFilter(filter), { registry: REGISTRY, untagged: 'skip' });
    }
    refuseUnreachable(parseFilter('**@sha256:*'), { registry: undefined, untagged: 'send' });
    refuseUnreachable(parseFilter('**@sha256:*\n*:main'), { registry: undefined, untagged: 'skip' });
  });
});
