import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { configureClient } from '../../src/http/configure.ts';
import { InputError } from '../../src/util/errors.ts';
import { readChosen, readFor } from '../support/read-inputs.ts';

const SECRET = 'hunter2-of-some-length';
const GOOD = { url: 'https://deploy.example.com', secret: SECRET, artifact: 'ghcr.io/acme/app:v1' };

function environment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries({ ...GOOD, ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return Object.fromEntries(named);
}

const read = (inputs: Readonly<Record<string, string>> = {}) => readFor(environment(inputs));

/** The client for these inputs. */
async function configure(inputs: Readonly<Record<string, string>>, variables = {}): Promise<void> {
  const { endpoints, tls, oidcAudience } = await readChosen({ ...environment(inputs), ...variables });
  const isConfidential = oidcAudience !== undefined;
  await configureClient({ urls: endpoints.map(({ url }) => url), tls, isConfidential }, variables);
}

/** What the user reads about these inputs: the message of an InputError, which shows no secret. */
async function refusal(inputs: Readonly<Record<string, string>>, variables = {}): Promise<string> {
  try {
    await configure(inputs, variables);
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    assert.ok(!/hunter2|MII/.test(error.message), `a secret is shown: ${error.message}`);
    return error.message;
  }
  throw new assert.AssertionError({ message: 'it was not refused' });
}

test('all mistakes are reported at once, also several in one input', async () => {
  const text = await refusal({
    receiver: 'nope',
    url: 'a.example\nhttps://b.example/#x',
    secret: `\${{ secrets.A }}\n\${{ secrets.B }}\nthird`,
    'api-key': 'ok\nk\u0001y',
    headers: 'no colon\nContent-Length: 1\nX-Empty:\nbad name: x',
    artifact: '[null, 7, "main"]',
    event: 'ghcr.io/acme/app:v1',
    timeout: 'soon',
  });
  const expected = [
    /^receiver: "nope" is not known/m,
    /^url: line 1 is not a URL/m,
    /^url: line 2 has a "#" part/m,
    /^secret: line 1 holds an unexpanded/m,
    /^secret: line 2 holds an unexpanded/m,
    /^secret has 3 lines but url has 2/m,
    /^api-key: line 2 has characters/m,
    /^headers: line 1 is not of the form/m,
    /^headers: line 2: remove content-length: it is set by the action/m,
    /^headers: line 3 \(x-empty\) has no value/m,
    /^headers: line 4: character 4 of the name/m,
    /^artifact: entry 1 must be a reference or an object, found null/m,
    /^artifact: entry 2 must be a reference or an object, found a number/m,
    /^event is not JSON/m,
    /^timeout: "soon"/m,
  ];
  for (const line of expected) assert.match(text, line);
  assert.equal(text.split('\n').length, expected.length);
  assert.match(await refusal({ url: 'a.example', target: '../x' }), /^url is not a URL.*\ntarget: "\.\.\/x"/);
});

test('what only counts for a wait is said to have no effect without one, and wait is not advised', async () => {
  const notices = async (inputs: Readonly<Record<string, string>>) =>
    (await readChosen(environment({ ...inputs, 'api-key': 'k'.repeat(20), 'wait-timeout': '90s' }))).notices;
  const both = ['api-key', 'wait-timeout'].map(
    (name) => `${name} has no effect: this step does not wait for a deployment`,
  );
  assert.deepEqual(await notices({ receiver: 'github' }), both, 'a receiver that cannot be asked');
  assert.deepEqual(await notices({ wait: 'false' }), both);
  assert.deepEqual(await notices({}), []);
});

describe('limits', () => {
  test('have the documented defaults', async () => {
    assert.deepEqual(read().limits, { retries: undefined, timeoutMs: 15_000, deadlineMs: 120_000 });
  });
  test('empty is the default', async () => {
    const { limits } = read({ retries: ' ', timeout: '', deadline: '\t' });
    assert.deepEqual(limits, read().limits);
  });
  const good: Readonly<Record<string, readonly [inputs: Record<string, string>, limits: object]>> = {
    'all of them': [
      { retries: '3', timeout: '2', deadline: '10' },
      { retries: 3, timeoutMs: 2_000, deadlineMs: 10_000 },
    ],
    zeros: [
      { retries: '0', deadline: '0' },
      { retries: 0, timeoutMs: 15_000, deadlineMs: 0 },
    ],
    'parts of seconds': [
      { timeout: '0.5', deadline: '1.001' },
      { retries: undefined, timeoutMs: 500, deadlineMs: 1_001 },
    ],
    'times with units': [
      { timeout: '1m30s', deadline: '1h' },
      { retries: undefined, timeoutMs: 90_000, deadlineMs: 3_600_000 },
    ],
    'seconds with their unit': [
      { timeout: '0.5s', deadline: '90s' },
      { retries: undefined, timeoutMs: 500, deadlineMs: 90_000 },
    ],
    'the largest': [
      { retries: '5000', timeout: '3600', deadline: '21600' },
      { retries: 5_000, timeoutMs: 3_600_000, deadlineMs: 21_600_000 },
    ],
  };
  for (const [what, [inputs, limits]] of Object.entries(good)) {
    test(what, async () => assert.deepEqual(read(inputs).limits, limits));
  }

  const count = 'expected a whole number from 0 to 5000';
  const bad: Readonly<Record<string, readonly [values: readonly string[], expected: string]>> = {
    retries: [['abc', '-1', '+1', '1.5', '5001', '1e1', '0x10', '5 5', 'Infinity', '٣', 'true', '9'.repeat(30)], count],
    timeout: [
      [
        ...['abc', '0', '0.0', '-1', '1e3', '3601', '1.', '.5', '1,5', '0.0001', 'Infinity', '1 2'],
        ...['15S', '1d', '10 m', '30m1h', '1h30', '1.5h', '61m', '0h', 's', '5ms'],
      ],
      'expected a number of seconds above 0 and at most 3600, or a time such as 90s, 10m or 1h',
    ],
    deadline: [
      ['abc', '-1', '7h', '6h1s', '21601', '1e3', 'NaN', '--', 'never'],
      'expected a number of seconds from 0 to 21600, or a time such as 90s, 10m or 1h',
    ],
    'skip-tls-verification': [['yes', '1', '0', 'maybe', 'TrUe', 'false!'], 'expected true or false'],
  };
  for (const [name, [values, expected]] of Object.entries(bad)) {
    for (const value of values) {
      test(`refused: ${name} ${value.slice(0, 20)}`, async () => {
        const message = await refusal({ [name]: value });
        assert.ok(message.startsWith(`${name}: "${value.slice(0, 20)}`), message);
        assert.ok(message.endsWith(expected), message);
      });
    }
  }
});

test('a message names twenty wrong entries of a list, and counts the others', async () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `ghcr.io/acme/App${index}:v1`);
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-inputs-'));
  const path = join(directory, 'references.txt');
  writeFileSync(path, names.join('\n'));
  const message = await refusal({ artifact: `@${path}`, timeout: 'soon' });
  rmSync(directory, { recursive: true });
  const lines = message.split('\n');
  assert.equal(lines.filter((line) => line.startsWith('artifact: line ')).length, 20);
  assert.equal(lines[0], '100,000 entries are wrong:', 'first, for annotations are cut at their end');
  assert.ok(lines.includes('and 99,980 more'), message);
  assert.match(message, /^timeout: "soon"/m);
  assert.ok(message.length < 5_000, `${message.length} characters`);
  assert.match(await refusal({ artifact: `[${'7,'.repeat(5_000)}7]` }), /^and 4,981 more$/m);
  assert.match(
    await refusal({ artifact: '', filter: '!\n'.repeat(40) + '- x\n'.repeat(3) }),
    /^filter: "!".*\nfilter: "- x"[^\n]*$/,
  );
});

describe('an empty line among URLs', () => {
  for (const [url, line] of Object.entries({
    'https://a.example\n\n': 2,
    '\nhttps://a.example\n': 1,
    'https://a.example\n \nhttps://b.example': 2,
  })) {
    test(`refused: ${JSON.stringify(url)}`, async () => {
      assert.match(
        await refusal({ url }),
        new RegExp(`^url: line ${line} of \\d is empty; .* that secret is not set here`),
      );
    });
  }
  test('not the end of the last one', async () => {
    assert.equal(read({ url: 'https://a.example\n' }).endpoints.length, 1);
  });
});

describe('certificates', () => {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-inputs-'));
  after(() => rmSync(directory, { recursive: true }));
  const file = (name: string) => readFileSync(join(directory, name), 'utf8');
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: directory, stdio: 'ignore' });
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  for (const name of ['one', 'two']) {
    openssl('req', '-x509', ...ec, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`);
  }
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:1024', '-nodes', '-days', '2', '-subj', '/CN=weak'],
    ...['-keyout', 'weak.key', '-out', 'weak.pem'],
  );
  openssl('pkcs8', '-topk8', '-in', 'one.key', '-out', 'encrypted.key', '-passout', 'pass:hunter2');
  openssl('ec', '-in', 'one.key', '-aes128', '-passout', 'pass:hunter2', '-out', 'legacy.key');

  const [one, two] = [file('one.pem'), file('two.pem')];
  const key = file('one.key');
  const half = one.slice(0, one.length / 2);
  const good: Readonly<Record<string, Record<string, string>>> = {
    'an authority': { 'ca-certificate': one },
    'several authorities with words between them': { 'ca-certificate': `subject: one\n${one}\n\nsubject: two\n${two}` },
    'an authority with the line ends of Windows': { 'ca-certificate': one.replaceAll('\n', '\r\n') },
    'our own certificate': { 'client-certificate': one, 'client-key': key },
    'our own certificate and its chain': { 'client-certificate': one + two, 'client-key': key },
    'no verification': { 'skip-tls-verification': 'true' },
  };
  for (const [what, inputs] of Object.entries(good)) {
    test(`${what}: used`, async () => {
      await configure(inputs);
    });
  }
  const bad: Readonly<Record<string, readonly [inputs: Record<string, string>, pattern: RegExp]>> = {
    'an authority that is no PEM': [{ 'ca-certificate': 'hunter2' }, /^ca-certificate is not PEM text: .*BEGIN CERT/],
    'a key as authority': [{ 'ca-certificate': key }, /^ca-certificate is not PEM text: .*BEGIN CERTIFICATE/],
    'half an authority': [{ 'ca-certificate': half }, /^ca-certificate: the certificate cannot be read \(/],
    'a second authority that is half': [
      { 'ca-certificate': `${one}\n${half}` },
      /^ca-certificate: certificate 2 of 2 cannot be read/,
    ],
    'an authority in one line': [
      { 'ca-certificate': one.replaceAll('\n', '\\n') },
      /^ca-certificate: .* pass the PEM text with its line breaks/,
    ],
    'a certificate that OpenSSL refuses': [
      { 'client-certificate': file('weak.pem'), 'client-key': file('weak.key') },
      /^client-certificate cannot be used \(ee key too small\); use a certificate whose key and signature OpenSSL accepts as safe/,
    ],
    'a certificate without key': [{ 'client-certificate': one }, /^client-key is empty but client-certificate is set/],
    'a key without certificate': [{ 'client-key': key }, /^client-certificate is empty but client-key is set/],
    'a certificate that is no PEM': [
      { 'client-certificate': 'hunter2', 'client-key': key },
      /^client-certificate is not PEM text/,
    ],
    'half a certificate': [
      { 'client-certificate': half, 'client-key': key },
      /^client-certificate: the certificate cannot be read/,
    ],
    'a key that is no PEM': [{ 'client-certificate': one, 'client-key': 'hunter2' }, /^client-key is not PEM text/],
    'half a key': [
      { 'client-certificate': one, 'client-key': key.slice(0, key.length / 2) },
      /^client-key cannot be read/,
    ],
    'the key of another certificate': [
      { 'client-certificate': two, 'client-key': key },
      /^client-key does not belong to client-certificate/,
    ],
    'the chain before the certificate': [
      { 'client-certificate': two + one, 'client-key': key },
      /the first certificate must be the one of the key/,
    ],
    'an encrypted key': [
      { 'client-certificate': one, 'client-key': file('encrypted.key') },
      /^client-key is encrypted with a passphrase/,
    ],
    'a key that is encrypted the old way': [
      { 'client-certificate': one, 'client-key': file('legacy.key') },
      /^client-key is encrypted with a passphrase/,
    ],
  };
  for (const [what, [inputs, pattern]] of Object.entries(bad)) {
    test(`refused: ${what}`, async () => assert.match(await refusal(inputs), pattern));
  }
  test('refused in a dry run too', async () => {
    assert.match(await refusal({ 'ca-certificate': half, 'dry-run': 'true' }), /^ca-certificate/);
  });
});

describe('proxy variables', () => {
  test('refused: one that an endpoint needs and that is no URL', async () => {
    assert.match(
      await refusal({}, { HTTPS_PROXY: 'socks5://me:hunter2@proxy.example' }),
      /^HTTPS_PROXY is not the URL/,
    );
  });
  test('one that no endpoint needs is left alone', async () => {
    await configure({}, { HTTP_PROXY: 'socks5://proxy.example' });
  });
});

describe('oidc-audience', () => {
  const allowed = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.actions.example/x?y=z' };
  const wanted = { 'oidc-audience': 'notification-controller' };
  test('is there where the job may have a token', () => {
    const { oidcAudience } = readFor({ ...environment(wanted), ...allowed });
    assert.equal(oidcAudience, 'notification-controller');
    assert.equal(readFor(environment({})).oidcAudience, undefined);
  });
  const bad: Readonly<Record<string, readonly [inputs: Record<string, string>, variables: object, pattern: RegExp]>> = {
    'no right to a token': [
      {},
      {},
      /^oidc-audience: this job may not have an ID token; give it "permissions: id-token: write"/,
    ],
    'an Authorization header': [
      { headers: 'Authorization: Bearer hunter2' },
      allowed,
      /which is set already, in headers or/,
    ],
    'a login in the URL': [{ url: 'https://me:hunter2@a.example' }, allowed, /which is set already, .* in the url/],
    'plain http': [
      { url: 'https://b.example\nhttp://a.example' },
      allowed,
      /^oidc-audience: http:\/\/a\.example is not encrypted/,
    ],
    'two audiences': [{ 'oidc-audience': 'a b' }, allowed, /^oidc-audience holds a blank/],
    'an expression': [{ 'oidc-audience': `\${{x}}` }, allowed, /^oidc-audience holds an unexpanded/],
    'plain http on this machine through a proxy': [
      { url: 'http://127.0.0.1:1' },
      { ...allowed, HTTP_PROXY: 'http://proxy.example' },
      /^url: with http the proxy could read the token; use https, or list the host in NO_PROXY/,
    ],
  };
  for (const [what, [inputs, variables, pattern]] of Object.entries(bad)) {
    test(`refused: ${what}`, async () => assert.match(await refusal({ ...wanted, ...inputs }, variables), pattern));
  }
  test('plain http on this machine is fine, and so is https through a proxy', async () => {
    await configure({ ...wanted, url: 'http://127.0.0.1:1' }, allowed);
    await configure(wanted, { ...allowed, HTTPS_PROXY: 'http://proxy.example' });
  });
  test('a dry run needs no token', async () => {
    await configure({ ...wanted, url: 'http://a.example', 'dry-run': 'true' });
  });
});

describe('what is allowed but unwise is warned about', () => {
  const rows: Readonly<Record<string, readonly [inputs: Record<string, string>, warning: RegExp | undefined]>> = {
    nothing: [{}, undefined],
    'plain http': [{ url: 'http://deploy.example.com' }, /^url: http:\/\/deploy\.example\.com is not encrypted/],
    'plain http on this machine': [{ url: 'http://localhost:1\nhttp://127.0.0.1:1\nhttp://[::1]:1' }, undefined],
    'a short secret': [{ secret: 'fifteen-letters' }, /^secret is shorter than 16 characters/],
    'a secret with spaces around it': [{ secret: ` ${SECRET}` }, /^secret begins or ends with spaces/],
    'a secret from a file with a byte order mark': [
      { secret: `\ufeff${SECRET}` },
      /^secret holds U\+FEFF \(invisible\)/,
    ],
    'a secret with a zero-width joiner at its end': [
      { secret: `${SECRET}\u200d` },
      /^secret holds U\+200D \(invisible\)/,
    ],
    'a secret with a no-break space at its end': [{ secret: `${SECRET}\u00a0` }, /^secret holds U\+00A0 \(invisible\)/],
    'a secret in typographic quotes': [{ secret: `\u201c${SECRET}\u201d` }, /^secret holds "\u201c" \(U\+201C\)/],
    'a secret with letters of another script': [{ secret: `${SECRET} пароль 秘密` }, undefined],
    'no verification': [{ 'skip-tls-verification': 'true' }, /^skip-tls-verification is on: .*ca-certificate/],
  };
  for (const [what, [inputs, warning]] of Object.entries(rows)) {
    test(what, async () => {
      const { warnings } = read(inputs);
      assert.equal(warnings.length, warning === undefined ? 0 : 1, warnings.join());
      if (warning !== undefined) assert.match(warnings[0] ?? '', warning);
      assert.ok(!warnings.join().includes(SECRET));
    });
  }
});
