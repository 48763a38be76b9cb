import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseApiKeys, parseHeaders, parseSignatureHeader } from '../../../src/inputs/headers.ts';
import { docoCd } from '../../../src/receivers/doco-cd/receiver.ts';
import { distribution, github } from '../../../src/receivers/generic.ts';
import type { Receiver } from '../../../src/receivers/types.ts';
import { refusal } from '../../support/refusal.ts';

/** One endpoint of this receiver. */
const at = (receiver: Receiver) => [{ receiver, url: new URL('https://deploy.example.com') }];

describe('headers', () => {
  test('are read as Name: value', () => {
    const lines = [
      'X-One: a: b',
      'x-two:  two words ',
      'CF-Access-Client-Secret: hunter2',
      'constructor: x',
      '__proto__: y',
    ];
    const headers = parseHeaders(lines, undefined, at(docoCd));
    assert.deepEqual(Object.entries(headers), [
      ['x-one', 'a: b'],
      ['x-two', 'two words'],
      ['cf-access-client-secret', 'hunter2'],
      ['constructor', 'x'],
      ['__proto__', 'y'],
    ]);
  });

  test('lines are numbered as they are written', () => {
    assert.throws(
      () => parseHeaders(['X-One: 1', '', 'X-Two: 2', ' ', 'broken line'], undefined, at(docoCd)),
      /headers: line 5 is not of/,
    );
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
        refusal(() => parseHeaders([line], undefined, at(docoCd))),
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
  ]) {
    test(`refused: the provider signature header ${name}`, () => {
      const pattern = refusal(() => parseHeaders(['x-fine: 1', `${name}: hunter2`], undefined, at(docoCd)));
      assert.match(
        pattern,
        new RegExp(`^headers: line 2: remove ${name.toLowerCase()}: it is a provider's signature header`),
      );
    });
  }
  test('refused: the header that carries the signature by choice', () =>
    assert.match(
      refusal(() => parseHeaders(['x-my-signature: hunter2'], 'X-My-Signature', at(docoCd))),
      /^headers: line 1: x-my-signature is the signature header/,
    ));
  test('a receiver other than doco-cd may want a token of a provider, or a content type', () => {
    const lines = ['X-Gitlab-Token: hunter2', 'Content-Type: application/json'];
    assert.deepEqual(parseHeaders(lines, undefined, at(distribution)), {
      'x-gitlab-token': 'hunter2',
      'content-type': 'application/json',
    });
  });
  test('refused: a header that the receiver needs', () =>
    assert.match(
      refusal(() => parseHeaders(['X-GitHub-Event: hunter2'], undefined, at(github))),
      /^headers: line 1: remove x-github-event: it is set by the action for this receiver/,
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
        refusal(() => parseHeaders([`${name}: hunter2`], undefined, at(docoCd))),
        /is set by the action itself/,
      ));
  }
  test('refused: one that comes twice', () =>
    assert.match(
      refusal(() => parseHeaders(['X-A: 1', 'x-a: hunter2'], undefined, at(docoCd))),
      /^headers: line 2 repeats x-a/,
    ));
});

describe('signature-header', () => {
  test('is that of the receiver unless given', () => {
    assert.equal(parseSignatureHeader('', at(docoCd)), undefined);
    assert.equal(parseSignatureHeader('X-My-Signature', at(docoCd)), 'X-My-Signature');
    assert.equal(parseSignatureHeader('x-doco-oci-signature-256', at(docoCd)), 'x-doco-oci-signature-256');
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
        refusal(() => parseSignatureHeader(name, at(docoCd))),
        /^signature-header: ".*" cannot carry a signature/,
      ));
  }
  for (const name of ['X-Hub-Signature-256', 'x-gitlab-token', 'X-Gitea-Signature']) {
    test(`refused with doco-cd: ${name}`, () =>
      assert.match(
        refusal(() => parseSignatureHeader(name, at(docoCd))),
        /^signature-header: .* cannot be used: it is a provider's/,
      ));
  }
  test('a receiver of which nothing is known may want any', () => {
    assert.equal(parseSignatureHeader('X-Gitea-Signature', at(distribution)), 'X-Gitea-Signature');
  });
});

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
