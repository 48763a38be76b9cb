import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { proxyFor } from '../../../src/http/proxy.ts';
import { InputError } from '../../../src/util/errors.ts';

type Environment = Readonly<Record<string, string>>;
const PROXY = 'http://proxy.example:3128';
const found = (url: string, environment: Environment) => proxyFor(new URL(url), environment)?.href;

describe('the variable that counts', () => {
  const rows: Readonly<Record<string, readonly [url: string, environment: Environment, proxy: string | undefined]>> = {
    'none is set': ['https://a.example', {}, undefined],
    'https by HTTPS_PROXY': ['https://a.example', { HTTPS_PROXY: PROXY }, `${PROXY}/`],
    'https by https_proxy': ['https://a.example', { https_proxy: PROXY }, `${PROXY}/`],
    'http by HTTP_PROXY': ['http://a.example', { HTTP_PROXY: PROXY }, `${PROXY}/`],
    'http by http_proxy': ['http://a.example', { http_proxy: PROXY }, `${PROXY}/`],
    'https not by HTTP_PROXY': ['https://a.example', { HTTP_PROXY: PROXY, http_proxy: PROXY }, undefined],
    'http not by HTTPS_PROXY': ['http://a.example', { HTTPS_PROXY: PROXY, https_proxy: PROXY }, undefined],
    'lower case wins': [
      'https://a.example',
      { HTTPS_PROXY: PROXY, https_proxy: 'http://other.example:1' },
      'http://other.example:1/',
    ],
    'one that is empty is as if it were not set': [
      'https://a.example',
      { HTTPS_PROXY: PROXY, https_proxy: '', no_proxy: '' },
      `${PROXY}/`,
    ],
    'http by ALL_PROXY': ['http://a.example', { ALL_PROXY: PROXY }, `${PROXY}/`],
    'https by all_proxy': ['https://a.example', { https_proxy: '', all_proxy: PROXY }, `${PROXY}/`],
    'that of the scheme before that for all': [
      'https://a.example',
      { HTTPS_PROXY: PROXY, all_proxy: 'http://other.example:1' },
      `${PROXY}/`,
    ],
    'none of them for what NO_PROXY has': ['https://a.example', { ALL_PROXY: PROXY, NO_PROXY: 'a.example' }, undefined],
    'a login with a domain': [
      'https://a.example',
      { HTTPS_PROXY: 'http://CORP\\me:p%40ss@proxy.example:3128' },
      'http://CORP%5Cme:p%40ss@proxy.example:3128/',
    ],
    'a login with a domain, without a scheme': [
      'https://a.example',
      { ALL_PROXY: 'CORP\\me:x@proxy.example:3128' },
      'http://CORP%5Cme:x@proxy.example:3128/',
    ],
    'empty is none': ['https://a.example', { HTTPS_PROXY: ' ' }, undefined],
    'no scheme is http': ['https://a.example', { HTTPS_PROXY: 'proxy.example:3128' }, `${PROXY}/`],
    'no scheme, with credentials': [
      'https://a.example',
      { HTTPS_PROXY: 'me:secret@proxy.example:3128' },
      'http://me:secret@proxy.example:3128/',
    ],
    'a proxy that is reached by https': [
      'https://a.example',
      { HTTPS_PROXY: 'https://proxy.example' },
      'https://proxy.example/',
    ],
    'escaped credentials': [
      'https://a.example',
      { HTTPS_PROXY: 'http://me:p%40ss@proxy.example:3128' },
      'http://me:p%40ss@proxy.example:3128/',
    ],
    'an IPv6 address': ['https://a.example', { HTTPS_PROXY: 'http://[::1]:3128' }, 'http://[::1]:3128/'],
    'lower case wins in no_proxy too': [
      'https://a.example',
      { HTTPS_PROXY: PROXY, no_proxy: 'b.example', NO_PROXY: 'a.example' },
      `${PROXY}/`,
    ],
  };
  for (const [what, [url, environment, proxy]] of Object.entries(rows)) {
    test(what, () => assert.equal(found(url, environment), proxy));
  }
});

describe('a variable that is not the URL of an http proxy is refused by name, and not shown', () => {
  for (const value of [
    'socks5://me:hunter2@proxy.example:1080',
    'ftp://me:hunter2@proxy.example',
    'http://me:hunter2@',
    'http://me:hunter2@proxy.example:99999',
    'http://me:hunter2@proxy example:3128',
    'http://me:hunter2%@proxy.example:3128',
    'http://',
    '://proxy.example',
  ]) {
    for (const name of ['HTTPS_PROXY', 'https_proxy']) {
      test(`${name}: ${value}`, () => {
        const thrown = (error: unknown) =>
          error instanceof InputError && error.message.startsWith(`${name} is not`) && !/hunter2/.test(error.message);
        assert.throws(() => found('https://a.example', { [name]: value }), thrown);
      });
    }
  }
  test('but only where it is used', () => {
    const environment = { HTTPS_PROXY: 'socks5://proxy.example', NO_PROXY: 'a.example' };
    assert.equal(found('https://a.example', environment), undefined);
    assert.equal(found('http://b.example', environment), undefined);
  });
});

describe('NO_PROXY', () => {
  const rows: readonly (readonly [list: string, direct: readonly string[], proxied: readonly string[]])[] = [
    ['*', ['https://a.example', 'https://10.0.0.1', 'https://[::1]'], []],
    ['', [], ['https://a.example']],
    [
      'a.example',
      ['https://a.example', 'https://a.example:8443', 'https://b.a.example', 'https://A.EXAMPLE', 'https://a.example.'],
      ['https://ba.example', 'https://a.example.org', 'https://example'],
    ],
    ['.a.example', ['https://a.example', 'https://b.a.example'], ['https://ba.example']],
    ['*.a.example', ['https://a.example', 'https://b.a.example'], ['https://ba.example']],
    ['A.Example.', ['https://a.example'], []],
    ['b.example,a.example', ['https://a.example', 'https://b.example'], ['https://c.example']],
    [' b.example\ta.example , ', ['https://a.example', 'https://b.example'], ['https://c.example']],
    ['a.example:8443', ['https://a.example:8443', 'https://b.a.example:8443'], ['https://a.example']],
    ['a.example:443', ['https://a.example'], ['https://a.example:8443']],
    ['localhost', ['https://localhost:1', 'https://x.localhost'], ['https://127.0.0.1']],
    [
      '127.0.0.1',
      ['https://127.0.0.1:8443'],
      ['https://localhost', 'https://127.0.0.2', 'https://1.127.0.0.1.example'],
    ],
    ['127.0.0.1:8443', ['https://127.0.0.1:8443'], ['https://127.0.0.1']],
    ['10.0.0.0/8', ['https://10.1.2.3', 'https://10.255.255.255'], ['https://11.0.0.1', 'https://a.example']],
    ['192.168.4.0/22', ['https://192.168.7.255'], ['https://192.168.8.0']],
    ['10.0.0.1/32', ['https://10.0.0.1'], ['https://10.0.0.2']],
    ['0.0.0.0/0', ['https://10.0.0.1'], ['https://[::1]']],
    ['10.0.0.0/33', [], ['https://10.0.0.0']],
    ['10.0.0.0/x', [], ['https://10.0.0.0']],
    ['::1', ['https://[::1]', 'https://[::1]:8443'], ['https://[::2]', 'https://127.0.0.1']],
    ['[::1]', ['https://[::1]:8443'], ['https://[::2]']],
    ['[::1]:8443', ['https://[::1]:8443'], ['https://[::1]']],
    ['fd00::/8', ['https://[fd12:3456::1]'], ['https://[fe80::1]']],
    ['FD12:3456:0:0::1', ['https://[fd12:3456::1]'], []],
    ['0.0.1', [], ['https://127.0.0.1', 'https://10.0.0.1']],
    ['.', [], ['https://a.example']],
    [':443', [], ['https://a.example']],
    ['a.example:x', [], ['https://a.example']],
  ];
  for (const [list, direct, proxied] of rows) {
    test(JSON.stringify(list), () => {
      for (const name of ['NO_PROXY', 'no_proxy']) {
        const environment = { HTTPS_PROXY: PROXY, [name]: list };
        for (const url of direct) assert.equal(found(url, environment), undefined, `${url} goes directly`);
        for (const url of proxied) assert.equal(found(url, environment), `${PROXY}/`, `${url} goes by proxy`);
      }
    });
  }
});
