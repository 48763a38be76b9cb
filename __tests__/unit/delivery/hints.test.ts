import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generalHint, hintFor, withoutDoubts } from '../../../src/delivery/hints.ts';
import type { Delivery, Endpoint } from '../../../src/delivery/types.ts';
import type { HttpResponse } from '../../../src/http/types.ts';
import { kargo as receiver } from '../../../src/receivers/kargo.ts';
import type { Message } from '../../../src/receivers/types.ts';
import { messagesTo } from '../../support/messages.ts';

const HASH = 'c0ffee11'.repeat(8);
const kargo = endpoint(`https://kargo.example.com/dockerhub/${HASH}`, 'https://kargo.example.com');

function endpoint(url: string, label = new URL(url).origin): Endpoint {
  return { url: new URL(url), label, receiver, headers: {} };
}

function answer(status: number, body = ''): HttpResponse {
  return { kind: 'response', status, body, bodyState: 'complete', durationMs: 1 };
}

type Given = {
  readonly path?: string;
  readonly tag?: string;
  readonly to?: Endpoint;
  readonly wouldRepeat?: boolean;
  readonly outOfTime?: string;
};

function delivery(result: HttpResponse, given: Given = {}): Delivery {
  const { path = 'acme/app', tag = 'v1', to = kargo, wouldRepeat, outOfTime } = given;
  const [message] = messagesTo(receiver, [{ host: 'ghcr.io', path, tag, style: 'tag' }]);
  const plain: Delivery = {
    kind: result.status < 300 ? 'accepted' : 'rejected',
    message: message as Message,
    endpoint: to,
    attempts: [{ startedMs: 0, result }],
    durationMs: 1,
    wouldRepeat,
    hadNoEffect: receiver.answers.hadNoEffect?.(result) ? true : undefined,
  };
  return { ...plain, hint: hintFor(plain, result, outOfTime) };
}

const hints = (deliveries: readonly Delivery[]) => withoutDoubts(deliveries).map(({ hint }) => hint);

describe('several tags of one repository, with an answer about each', () => {
  const [some, none] = [
    answer(200, '{"msg":"refreshed 1 warehouse(s)"}'),
    answer(200, '{"msg":"refreshed 0 warehouse(s)"}'),
  ];
  const nobody = /^no Warehouse of Kargo subscribes/;

  test('one that changed something speaks for all', () => {
    const found = hints([delivery(none, { tag: 'latest' }), delivery(some, { tag: '1.2.3' })]);
    assert.deepEqual(found, [undefined, undefined]);
  });
  test('none of them changed anything', () => {
    for (const hint of hints([delivery(none), delivery(none, { tag: 'latest' })])) assert.match(hint ?? '', nobody);
  });
  test('not for another repository, and not at another endpoint', () => {
    const other = endpoint(`https://other.example.com/dockerhub/${HASH}`);
    const found = hints([delivery(some), delivery(none, { path: 'acme/other' }), delivery(none, { to: other })]);
    assert.equal(found[0], undefined);
    for (const hint of found.slice(1)) assert.match(hint ?? '', nobody);
  });
  test('not by one that was refused', () => {
    const [hint] = hints([delivery(none), delivery(answer(500, '{}'))]);
    assert.match(hint ?? '', nobody);
  });
});

describe('which hint wins', () => {
  const tooLate = 'deadline was over before the message was accepted; raise it, or find out why it is not accepted';

  test('that of the receiver over that of the clock, and that over the general one', () => {
    assert.match(hints([delivery(answer(500, '{}'), { outOfTime: tooLate })])[0] ?? '', /^Kargo failed/);
    const elsewhere = endpoint('https://hooks.example.com/x');
    assert.equal(hints([delivery(answer(503), { outOfTime: tooLate, to: elsewhere })])[0], tooLate);
    assert.match(hints([delivery(answer(503), { to: elsewhere, wouldRepeat: true })])[0] ?? '', /raise deadline$/);
  });
  test('more time is advised only where there are more attempts', () => {
    const elsewhere = { to: endpoint('https://hooks.example.com/x') };
    const hint = (wouldRepeat: boolean) => delivery(answer(501), { ...elsewhere, wouldRepeat }).hint ?? '';
    assert.match(hint(false), /is in trouble: see its log$/);
    assert.match(hint(true), /raise deadline$/);
  });

  test('what speaks no HTTP as a receiver does is said', () => {
    assert.match(generalHint(answer(101)) ?? '', /does not speak HTTP as a receiver does; check scheme, port and path/);
  });
});

describe('what is the same for every receiver', () => {
  test('a redirect is one only with a place that it leads to', () => {
    assert.match(generalHint(answer(301)) ?? '', /^the receiver refuses the message/);
    const redirectsTo = 'https://login.example.com';
    assert.match(
      generalHint({ ...answer(301), redirectsTo }) ?? '',
      /^the url redirects, .* \(this one leads to https:\/\/login\.example\.com\)$/,
    );
  });
  test('the proxy in use is named beside the receiver, where either may be at fault', () => {
    const failure = { kind: 'failure', message: 'x', written: true, durationMs: 1 } as const;
    const through = 'http://proxy.example:3128';
    for (const code of [
      'TIMEOUT',
      'ECONNRESET',
      'HPE_INVALID_CONSTANT',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'SELF_SIGNED_CERT',
    ]) {
      const hint = generalHint({ ...failure, code, through }) ?? '';
      assert.match(
        hint,
        /; or the proxy http:\/\/proxy\.example:3128 is at fault: to go around it list the host in NO_PROXY$/,
      );
      assert.doesNotMatch(generalHint({ ...failure, code }) ?? '', /proxy/);
    }
    assert.equal(generalHint({ ...failure, code: 'CANCELLED', through }), undefined);
  });
  test('400, 401 and 403 name all that may be wrong about the proof', () => {
    for (const name of ['secret', 'signature-header', 'headers']) {
      for (const status of [400, 401, 403]) assert.ok(generalHint(answer(status))?.includes(name), `${status} ${name}`);
    }
  });
});
