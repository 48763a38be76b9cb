import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { distribution } from '../../../src/formats/distribution.ts';
import { docoCd } from '../../../src/formats/doco-cd/webhook.ts';
import { github } from '../../../src/formats/github.ts';
import { buildEndpoints, parseSecrets, parseUrls } from '../../../src/inputs/endpoints.ts';
import { parseApiKeys, parseHeaders, parseSignatureHeader } from '../../../src/inputs/headers.ts';
import { InputError } from '../../../src/util/errors.ts';

/** The message of the InputError that `act` throws; nothing of what is secret in these tests may be in it. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    assert.ok(!/hunter2/.test(error.message), `a secret is shown: ${error.message}`);
    return error.message;
  }
  throw new assert.AssertionError({ message: 'it was not refused' });
}

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
    test(line, () => assert.deepEqual(parseUrls([line], docoCd, undefined).map(String), [url]));
  }

  test('the target follows the path', () => {
    const given = ['https://a.example', 'https://b.example/v1/webhook/', 'https://c.example/doco/v1/webhook?k=1'];
    assert.deepEqual(parseUrls(given, docoCd, 'production').map(String), [
      'https://a.example/v1/webhook/production',
      'https://b.example/v1/webhook/production',
      'https://c.example/doco/v1/webhook/production?k=1',
    ]);
    assert.equal(parseUrls(['https://a.example'], docoCd, 'büro')[0]?.pathname, '/v1/webhook/b%C3%BCro');
  });

  const bad: Readonly<Record<string, readonly [lines: readonly string[], pattern: RegExp]>> = {
    'several on a line': [['https://a.example,https://b.example'], /^url holds several URLs; write one per line$/],
    nothing: [[], /^url is empty: set it to .*the secret is not set here/],
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
        refusal(() => parseUrls(lines, docoCd, undefined)),
        pattern,
      ));
  }

  for (const target of ['..', '.', 'a/b', 'a b', 'a?b', 'a%2Fb', '#']) {
    test(`refused: target ${target}`, () =>
      assert.match(
        refusal(() => parseUrls(['https://a.example'], docoCd, target)),
        /^target: ".*" is not a target name/,
      ));
  }
  test('refused: a target in two places', () =>
    assert.match(
      refusal(() => parseUrls(['https://a.example/v1/webhook/one'], docoCd, 'two')),
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
  test('API keys are trimmed, and named in what is said of them', () => {
    assert.deepEqual(parseApiKeys(' hunter2 \n', 2), ['hunter2', 'hunter2']);
    assert.match(
      refusal(() => parseApiKeys('hunter2a\nhunter2b', 3)),
      /^api-key has 2 lines/,
    );
    assert.match(
      refusal(() => parseApiKeys('hunter2\u0001', 1)),
      /^api-key: line 1 has characters/,
    );
  });
});

describe('headers', () => {
  const own = docoCd.signatureHeader;
  test('are read as Name: value', () => {
    const lines = [
      'X-One: a: b',
      'x-two:  two words ',
      'CF-Access-Client-Secret: hunter2',
      'constructor: x',
      '__proto__: y',
    ];
    const headers = parseHeaders(lines, own, docoCd);
    assert.deepEqual(Object.entries(headers), [
      ['x-one', 'a: b'],
      ['x-two', 'two words'],
      ['cf-access-client-secret', 'hunter2'],
      ['constructor', 'x'],
      ['__proto__', 'y'],
    ]);
  });
  const bad: Readonly<Record<string, RegExp>> = {
    hunter2: /^headers: line 1 is not of the form "Name: value"/,
    ': hunter2': /^headers: line 1 has no name before the ":"/,
    'two words: hunter2': /^headers: line 1: character 4 of the name is " ", and a header name holds only letters/,
    'x-ö: hunter2': /^headers: line 1: character 3 of the name is "ö"/,
    'Bearer hunter2:x': /^headers: line 1: character 7 of the name is " "/,
    'X-Token:': /^headers: line 1 \(x-token\) has no value; if it comes from a secret/,
    'X-Token: hunter2\u0000': /^headers: line 1 \(x-token\) has characters that are not allowed in a header/,
    'X-Token: hunter2 €': /^headers: line 1 \(x-token\) has characters/,
    'X-Token: ${{ secrets.T }}': /^headers: line 1 \(x-token\) holds an unexpanded/,
  };
  for (const [line, pattern] of Object.entries(bad)) {
    test(`refused: ${line}`, () =>
      assert.match(
        refusal(() => parseHeaders([line], own, docoCd)),
        pattern,
      ));
  }
  for (const name of [
    'X-Hub-Signature',
    'X-Hub-Signature-256',
    'X-Gitea-Signature',
    'X-Gitlab-Token',
    'X-Gogs-Signature',
    'X-Forgejo-Signature',
    'X-Doco-OCI-Signature-256',
  ]) {
    test(`refused: the provider signature header ${name}`, () => {
      const pattern = refusal(() => parseHeaders(['x-fine: 1', `${name}: hunter2`], own, docoCd));
      assert.match(pattern, new RegExp(`^headers: line 2: ${name.toLowerCase()} is a provider's signature header`));
    });
  }
  test('refused: the header that carries the signature by choice', () =>
    assert.match(
      refusal(() => parseHeaders(['x-my-signature: hunter2'], 'X-My-Signature', docoCd)),
      /^headers: line 1: x-my-signature is the signature header/,
    ));
  test('a receiver other than doco-cd may want a token of a provider, or a content type', () => {
    const lines = ['X-Gitlab-Token: hunter2', 'Content-Type: application/json'];
    assert.deepEqual(parseHeaders(lines, distribution.signatureHeader, distribution), {
      'x-gitlab-token': 'hunter2',
      'content-type': 'application/json',
    });
  });
  test('refused: a header that the format sets', () =>
    assert.match(
      refusal(() => parseHeaders(['X-GitHub-Event: hunter2'], github.signatureHeader, github)),
      /^headers: line 1: x-github-event is set by the format itself/,
    ));
  for (const name of [
    'Host',
    'Content-Length',
    'content-type',
    'Transfer-Encoding',
    'Idempotency-Key',
    'Connection',
    'Expect',
    'Upgrade',
  ]) {
    test(`refused: ${name}, which is the action's own`, () =>
      assert.match(
        refusal(() => parseHeaders([`${name}: hunter2`], own, docoCd)),
        /is set by the action itself/,
      ));
  }
  test('refused: one that comes twice', () =>
    assert.match(
      refusal(() => parseHeaders(['X-A: 1', 'x-a: hunter2'], own, docoCd)),
      /^headers: line 2 repeats x-a/,
    ));
});

describe('signature-header', () => {
  test('is that of the format unless given', () => {
    assert.equal(parseSignatureHeader('', docoCd), 'X-Doco-OCI-Signature-256');
    assert.equal(parseSignatureHeader('X-My-Signature', docoCd), 'X-My-Signature');
    assert.equal(parseSignatureHeader('x-doco-oci-signature-256', docoCd), 'x-doco-oci-signature-256');
  });
  for (const name of [
    'two words',
    'x:y',
    'Content-Length',
    'host',
    'Authorization',
    'Content-Type',
    'User-Agent',
    'ö',
  ]) {
    test(`refused: ${name}`, () =>
      assert.match(
        refusal(() => parseSignatureHeader(name, docoCd)),
        /^signature-header: ".*" cannot carry a signature/,
      ));
  }
  for (const name of ['X-Hub-Signature-256', 'x-gitlab-token', 'X-Gitea-Signature']) {
    test(`refused with doco-cd: ${name}`, () =>
      assert.match(
        refusal(() => parseSignatureHeader(name, docoCd)),
        /^signature-header: .* is another provider's/,
      ));
  }
  test('a receiver of which nothing is known may want any', () => {
    assert.equal(parseSignatureHeader('X-Gitea-Signature', distribution), 'X-Gitea-Signature');
  });
});

describe('endpoints', () => {
  const build = (lines: readonly string[], headers = {}) =>
    buildEndpoints(
      lines.map((line) => new URL(line)),
      { secrets: [], apiKeys: [], headers },
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
});
