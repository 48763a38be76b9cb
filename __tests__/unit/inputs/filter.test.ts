import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFilter } from '../../../src/inputs/filter.ts';

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
    '\\[::1\\]:5000/**': ['\\[::1\\]:5000/**'],
    'ghcr.io/[A-Za-z]*/app:v1': ['ghcr.io/[A-Za-z]*/app:v1'],
    'ghcr.io/{acme/app:RC*,other/app:v*}': ['ghcr.io/{acme/app:RC*,other/app:v*}'],
    'app@sha256:ABC': ['app@sha256:ABC'],
    'ghcr.io/acme/app': ['ghcr.io/acme/app'],
    '**\n!**': ['**', '!**'],
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
      assert.deepEqual(parseFilter(value).patterns, patterns));
  }

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
    'ghcr.io/acme/[app:v1': /"\[app:v1" has no closing "\]"/,
    'ghcr.io/acme/{web,api:v1': /"\{web,api:v1" has no closing "\}"/,
    'ghcr.io/acme/web,api}:v1': /"\}" closes no brace/,
    'ghcr.io/acme/web):v1': /groups such as/,
    'ghcr.io/acme/ä*': /has "ä" \(U\+00E4\), which is in no reference/,
    'ghcr.io/acme/*\u200b:v1': /has U\+200B \(invisible\), which is in no reference/,
    'ghcr.io/acme/@(web|api):*': /: groups such as !\(a\|b\) are not known: write \{a,b\}, or/,
    'ghcr.io/!(acme)/*:*': /: groups such as !\(a\|b\) are not known/,
    'ghcr.io/acme/[z-a]:*': /^filter: "ghcr\.io\/acme\/\[z-a\]:\*": "z-a" is a range that ends below/,
    'ghcr.io/acme/{app}:*': /"\{app\}" has no comma: braces are for \{a,b\}/,
    [`ghcr.io/${'a'.repeat(500)}`]: /: the pattern has 508 characters, expected at most 500$/,
    '- ghcr.io/a\n!ghcr.io/acme/[z-a]:*\n**': /^filter: "- .*\nfilter: "!ghcr\.io\/acme\/\[z-a\]:\*": "z-a"[^\n]*$/,
    'ghcr.io/${{ github.repository }}:*': /unexpanded/,
    '[::1]:5000/**': /for a host write \\\[::1\\\]/,
    ',': /there are only commas/,
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

/** What a filter keeps, and what it does not. */
const PATTERNS: Readonly<Record<string, { readonly keeps: readonly string[]; readonly drops?: readonly string[] }>> = {
  'ghcr.io/acme/*-config:*': {
    keeps: ['ghcr.io/acme/web-config:v1', 'ghcr.io/acme/-config:v1'],
    drops: ['ghcr.io/acme/team/web-config:v1', 'ghcr.io/other/web-config:v1', 'ghcr.io/acme/web-config@sha256:0'],
  },
  'ghcr.io/acme/**': { keeps: ['ghcr.io/acme/app:v1', 'ghcr.io/acme/a/b/app:v1'], drops: ['ghcr.io/acme-2/app:v1'] },
  '**/app:v1': { keeps: ['ghcr.io/app:v1', 'ghcr.io/acme/a/app:v1'], drops: ['ghcr.io/acme/web-app:v1'] },
  'ghcr.io/acme/**:main': {
    keeps: ['ghcr.io/acme/app:main', 'ghcr.io/acme/team/app:main', 'ghcr.io/acme/a/b/c/app:main'],
    drops: ['ghcr.io/acme/team/app:v1', 'ghcr.io/other/app:main'],
  },
  'ghcr.io/**-config:*': {
    keeps: ['ghcr.io/web-config:v1', 'ghcr.io/acme/web-config:v1', 'ghcr.io/acme/team/web-config:v1'],
    drops: ['ghcr.io/acme/web-config/app:v1'],
  },
  'ghcr.io/acme/team**': {
    keeps: ['ghcr.io/acme/team-a/app:v1', 'ghcr.io/acme/team:v1'],
    drops: ['ghcr.io/acme/te:v1'],
  },
  'ghcr.io/{acme**,other}:v1': { keeps: ['ghcr.io/acme/app:v1', 'ghcr.io/other:v1'], drops: ['ghcr.io/other/app:v1'] },
  '*:v1': { keeps: ['ghcr.io/acme/app:v1'], drops: ['ghcr.io/acme/app:v2'] },
  '**:v1': { keeps: ['ghcr.io/acme/app:v1'], drops: ['ghcr.io/acme/app:v2'] },
  'web**:v?': { keeps: ['ghcr.io/acme/web-config:v1'], drops: ['ghcr.io/acme/app:v1', 'ghcr.io/web/app:v1'] },
  'ghcr.io/acme/app:v[1-3]': { keeps: ['ghcr.io/acme/app:v2'], drops: ['ghcr.io/acme/app:v4'] },
  '!ghcr.io/**, ghcr.io/acme/**:main': {
    keeps: ['quay.io/other/app:v1', 'ghcr.io/acme/team/app:main'],
    drops: ['ghcr.io/acme/app:v1', 'ghcr.io/other/app:main'],
  },
  '': { keeps: ['ghcr.io/acme/app:v1', 'ghcr.io/acme/app@sha256:0'] },
};

describe('what a filter keeps', () => {
  for (const [pattern, { keeps, drops = [] }] of Object.entries(PATTERNS)) {
    test(JSON.stringify(pattern), () => {
      const filter = parseFilter(pattern);
      for (const reference of keeps) assert.ok(filter.keeps(reference), `keeps ${reference}`);
      for (const reference of drops) assert.ok(!filter.keeps(reference), `drops ${reference}`);
    });
  }

  test('the last match wins', () => {
    const keeps = parseFilter('ghcr.io/**\n!*:main\nghcr.io/acme/app:main').keeps;
    assert.deepEqual(['ghcr.io/a/b:v1', 'ghcr.io/a/b:main', 'ghcr.io/acme/app:main', 'docker.io/a/b:v1'].map(keeps), [
      true,
      false,
      true,
      false,
    ]);
  });
});
