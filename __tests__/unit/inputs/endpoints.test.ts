import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildEndpoints, parseSecrets, parseUrls } from '../../../src/inputs/endpoints.ts';
import { docoCd } from '../../../src/receivers/doco-cd/receiver.ts';
import type { Receiver } from '../../../src/receivers/types.ts';
import { watchtower } from '../../../src/receivers/watchtower.ts';
import { refusal } from '../../support/refusal.ts';

/** The URLs of endpoints of doco-cd. */
const parse = (lines: readonly string[], target: string | undefined) =>
  parseUrls(
    lines,
    lines.map(() => docoCd),
    target,
  );

describe('url', () => {
  const rows: Readonly<Record<string, string>> = {
    'https://deploy.example.com': 'https://deploy.example.com/v1/webhook',
    'https://deploy.example.com/': 'https://deploy.example.com/v1/webhook',
    'HTTPS://Deploy.Example.COM:443': 'https://deploy.example.com/v1/webhook',
    'https://deploy.example.com:8443/v1/webhook/': 'https://deploy.example.com:8443/v1/webhook',
    'https://deploy.example.com/v1/webhook/production': 'https://deploy.example.com/v1/webhook/production',
    'https://deploy.example.com/doco//': 'https://deploy.example.com/doco',
    'http://[::1]:8080': 'http://[::1]:8080/v1/webhook',
    'https://deploy.example.com/v1/webhook?key=1': 'https://deploy.example.com/v1/webhook?key=1',
    'https://bücher.example': 'https://xn--bcher-kva.example/v1/webhook',
  };
  for (const [line, url] of Object.entries(rows)) {
    test(line, () => assert.deepEqual(parse([line], undefined).map(String), [url]));
  }

  test('the target follows the path', () => {
    const given = ['https://a.example', 'https://b.example/v1/webhook/', 'https://c.example/doco/v1/webhook?k=1'];
    assert.deepEqual(parse(given, 'production').map(String), [
      'https://a.example/v1/webhook/production',
      'https://b.example/v1/webhook/production',
      'https://c.example/doco/v1/webhook/production?k=1',
    ]);
    assert.equal(parse(['https://a.example'], 'büro')[0]?.pathname, '/v1/webhook/b%C3%BCro');
  });

  const bad: Readonly<Record<string, readonly [lines: readonly string[], pattern: RegExp]>> = {
    'several on a line': [['https://a.example,https://b.example'], /^url holds several URLs; write one per line$/],
    'several with blanks': [['https://a.example/x https://b.example'], /^url holds several URLs; write one per line$/],
    nothing: [[], /^url is empty: set it to .*that secret is not set here.*Skip output … since it may contain secret/],
    'a zero-width space': [['https://a.example/v1/webhook\u200b'], /^url holds U\+200B \(invisible\); remove it$/],
    'a typographic dash': [
      ['https://a.example', 'https://a\u2010b.example'],
      /^url: line 2 holds "\u2010" \(U\+2010\)/,
    ],
    'no scheme': [['deploy.example.com/hunter2'], /^url is not a URL, expected https:/],
    'another scheme': [['ftp://hunter2.example'], /^url is not a URL/],
    'no host': [['https:///hunter2'], /^url is not a URL/],
    'a scheme alone': [['https://'], /^url is not a URL/],
    'one slash': [['https:/hunter2.example'], /^url is not a URL/],
    'a blank inside': [['https://a.example b.example'], /^url is not a URL/],
    'a port that is none': [['https://a.example:99999/hunter2'], /^url is not a URL/],
    'a fragment': [['https://a.example/#hunter2'], /^url has a "#" part/],
    'the port 0': [['https://hunter2.example:0'], /^url has the port 0/],
    'the second of two': [['https://a.example', 'hunter2'], /^url: line 2 is not a URL/],
    'an expression': [[`$\{{ secrets.HUNTER }}`], /^url holds an unexpanded/],
    'wait in the query': [['https://a.example/v1/webhook?wait=true'], /^url: remove "wait".*`wait` input/],
  };
  for (const [what, [lines, pattern]] of Object.entries(bad)) {
    test(`refused: ${what}`, () =>
      assert.match(
        refusal(() => parse(lines, undefined)),
        pattern,
      ));
  }

  for (const target of ['..', '.', 'a/b', 'a b', 'a?b', 'a%2Fb', '#']) {
    test(`refused: target ${target}`, () =>
      assert.match(
        refusal(() => parse(['https://a.example'], target)),
        /^target: ".*" is not a target name/,
      ));
  }
  test('refused: a target in two places', () =>
    assert.match(
      refusal(() => parse(['https://a.example/v1/webhook/one'], 'two')),
      /^target: the url names a target already/,
    ));
});

describe('secret', () => {
  const rows: Readonly<Record<string, readonly [text: string, count: number, secrets: readonly string[]]>> = {
    none: ['', 2, []],
    'blank lines alone': [' \n\t\n', 2, []],
    'one for all': ['hunter2', 3, ['hunter2', 'hunter2', 'hunter2']],
    'a line end is not part of it': ['hunter2\n', 1, ['hunter2']],
    'nor is that of Windows': ['hunter2\r\n', 1, ['hunter2']],
    'spaces are part of it': [' hunter2 ', 1, [' hunter2 ']],
    'one per line': ['hunter2a\nhunter2b\r\nhunter2c\n', 3, ['hunter2a', 'hunter2b', 'hunter2c']],
    'blank lines around one': ['\nhunter2\n\n', 1, ['hunter2']],
  };
  for (const [what, [text, count, secrets]] of Object.entries(rows)) {
    test(what, () => assert.deepEqual(parseSecrets(text, count), secrets));
  }
  const bad: Readonly<Record<string, readonly [text: string, count: number, pattern: RegExp]>> = {
    'two for one URL': ['hunter2a\nhunter2b', 1, /^secret has 2 lines but url has 1/],
    'two for three': ['hunter2a\nhunter2b', 3, /^secret has 2 lines but url has 3/],
    'one of several is empty': ['hunter2a\n\nhunter2c', 3, /^secret: line 2 of 3 is empty/],
    'an expression': [`$\{{ secrets.hunter2 }}`, 1, /^secret: line 1 holds an unexpanded/],
  };
  for (const [what, [text, count, pattern]] of Object.entries(bad)) {
    test(`refused: ${what}`, () =>
      assert.match(
        refusal(() => parseSecrets(text, count)),
        pattern,
      ));
  }
});

describe('endpoints', () => {
  const build = (lines: readonly string[], headers = {}) =>
    buildEndpoints(
      lines.map((line) => new URL(line)),
      { receivers: lines.map(() => docoCd), secrets: [], apiKeys: [], headers },
    );

  test('are named by scheme and host, with a number where they share them', () => {
    const lines = ['https://a.example/one', 'https://b.example/two', 'https://a.example/three', 'http://a.example'];
    assert.deepEqual(
      build(lines).map(({ label }) => label),
      ['https://a.example (1)', 'https://b.example', 'https://a.example (2)', 'http://a.example'],
    );
  });
  test('user and password become a header and leave the URL', () => {
    const [endpoint] = build(['https://me:hunter2%40%C3%BC@a.example/x'], { 'x-a': '1' });
    assert.equal(endpoint?.url.href, 'https://a.example/x');
    const authorization = `Basic ${Buffer.from('me:hunter2@ü').toString('base64')}`;
    assert.deepEqual(endpoint?.headers, { 'x-a': '1', authorization });
  });
  test('a user alone has an empty password', () => {
    assert.equal(build(['https://me@a.example'])[0]?.headers.authorization, `Basic ${btoa('me:')}`);
  });
  test('refused: credentials in two places', () =>
    assert.match(
      refusal(() => build(['https://me:hunter2@a.example'], { authorization: 'Bearer hunter2' })),
      /^headers: authorization is set, but the url holds user and password too/,
    ));
  test('refused: credentials that cannot be decoded', () =>
    assert.match(
      refusal(() => build(['https://me:hunter2%zz@a.example'])),
      /^url: user or password has a "%"/,
    ));
  test('refused: a secret that no header can carry, where it travels in one', () => {
    const secrets = ['hunter2-of-some-length\u200b'];
    const urls = [new URL('https://a.example/v1/update')];
    const build = (receiver: Receiver) =>
      buildEndpoints(urls, { receivers: [receiver], secrets, apiKeys: [], headers: {} });
    assert.match(
      refusal(() => build(watchtower)),
      /^secret: it is sent in a header, .* not allowed in a header: U\+200B \(invisible\)$/,
    );
    assert.equal(build(docoCd)[0]?.secret, secrets[0]);
  });
});
