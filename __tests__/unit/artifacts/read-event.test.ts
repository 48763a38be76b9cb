import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readEvent } from '../../../src/artifacts/read-event.ts';
import { parseEvent } from '../../../src/inputs/event.ts';
import { InputError } from '../../../src/util/errors.ts';
import { PUSHED } from '../../support/pushed-events.ts';
import { D1, D2, describeSource, selectFrom } from '../../support/source-cases.ts';

const artifact = 'ghcr.io/acme/config:v1';
const message = { artifact, digest: D1 };
const sent = { send: [`${artifact} ${D1}`] };
const wayOut = /\{"source":"oci","artifact":"host\/path:tag","digest":"sha256:\.\.\."\}/;

describeSource('what people put together themselves', [
  ['artifact and digest', message, sent],
  ['with the source', { source: 'oci', ...message }, sent],
  ['among other fields', { ...message, environment: 'production' }, sent],
  ['without digest', { artifact }, { send: [artifact] }],
  ['without tag', { artifact: 'ghcr.io/acme/config', digest: D1 }, { send: [`ghcr.io/acme/config:latest ${D1}`] }],
  ['by digest', { artifact: `ghcr.io/acme/config@${D1}` }, { send: [`ghcr.io/acme/config@${D1} ${D1}`] }],
  [
    'by digest, twice',
    { artifact: `ghcr.io/acme/config@${D1}`, digest: D1 },
    { send: [`ghcr.io/acme/config@${D1} ${D1}`] },
  ],
  [
    'two digests',
    { artifact: `ghcr.io/acme/config@${D1}`, digest: D2 },
    { error: /^event: digest names sha256:2+, but event: artifact names sha256:1+; they must be equal/ },
  ],
  [
    "two digests in this action's own JSON",
    { artifact: `ghcr.io/acme/config@${D1}`, registry: 'ghcr.io', repository: 'acme/config', tag: '', digest: D2 },
    { error: /^event: digest names sha256:2+, but event: artifact names sha256:1+; they must be equal/ },
  ],
  ['a digest in an array', { artifact, digest: [D1] }, { error: /^event: digest must be text, found an array/ }],
  ['a digest that is a number', { artifact, digest: 5 }, { error: /^event: digest must be text, found a number/ }],
  ['a digest that is empty', { artifact, digest: '' }, { send: [artifact] }],
  ['the tag in a field of its own', { artifact: 'ghcr.io/acme/config', tag: 'v1', digest: D1 }, sent],
  [
    'another tag',
    { ...message, tag: 'v2' },
    { error: /^event: tag is "v2", but artifact is "ghcr.io\/acme\/config:v1"/ },
  ],
  ['a tag that is a number', { ...message, tag: 7 }, { error: /^event: tag must be text, found a number/ }],
  ['the registry in a field of its own', { ...message, registry: 'ghcr.io' }, sent],
  [
    'another registry',
    { artifact: 'acme/config:v1', digest: D1, registry: 'ghcr.io' },
    { error: /^event: registry is "ghcr.io", but artifact is in docker.io; write it into artifact/ },
  ],
  ['the repository of the workflow', { ...message, repository: 'acme/platform' }, sent],
  ['a name of a package', { source: 'oci', ...message, package: 'config' }, sent],
  ['a digest in quotes', { artifact, digest: `"${D1}"` }, sent],
  ['a digest after its repository', { artifact, digest: `ghcr.io/acme/config@${D1}` }, sent],
  [
    'the digest of another repository',
    { artifact, digest: `ghcr.io/acme/other@${D1}` },
    { error: /^event: digest is of ghcr\.io\/acme\/other, but artifact is of ghcr\.io\/acme\/config/ },
  ],
  ['a bare tag', { artifact: 'main', digest: D1 }, { error: /^event: artifact: "main" is only a word/ }],
  ['a bare tag among fields of others', { type: 'registry', artifact: 'x' }, { error: /"x" is only a word/ }],
  ['another source', { source: 'git', ...message }, sent],
  ['artifact missing', { source: 'oci', digest: D1 }, { error: wayOut }],
  ['artifact null', { source: 'oci', artifact: null }, { error: /artifact must be a reference, found null/ }],
]);

describeSource('wrapped', [
  ['a whole repository_dispatch', { action: 'pushed', branch: 'main', client_payload: message, sender: {} }, sent],
  ['what the relay sends', { headers: { 'content-type': 'application/json' }, body: message, delivery: '0' }, sent],
  ['both', { action: 'pushed', client_payload: { headers: {}, body: message } }, sent],
  [
    'a client_payload of nobody',
    { client_payload: { hello: 'world' } },
    { error: /^event: client_payload is not an event/ },
  ],
  ['a client_payload that is null', { client_payload: null }, { error: /^event is not an event of a registry/ }],
  ['a relayed body of nobody', { headers: {}, body: { hello: 'world' } }, { error: /^event: body is not an event/ }],
  ['a relayed text', { headers: {}, body: 'hello' }, { error: /^event: body must hold a JSON object, found a string/ }],
  ['headers that are no texts', { headers: { 'ce-type': 7 }, body: message }, sent],
]);

describeSource('of nobody', [
  [
    'an empty object',
    {},
    { error: /GitHub, one written by hand, Distribution, Harbor, Mirantis MSR, Docker Hub, Amazon ECR/ },
  ],
  ['says what it found', { hello: 'world', who: 1 }, { error: /it has the fields "hello", "who"/ }],
  ['says what to do', { hello: 'world' }, { error: wayOut }],
  ['an array', [message], { error: /must hold a JSON object, found an array.*\{"source":"oci"/ }],
  ['an empty array', [], { error: /must hold a JSON object, found an array/ }],
  ['null', null, { error: /must hold a JSON object, found null.*\{"source":"oci"/ }],
  ['a number', 7, { error: /must hold a JSON object, found a number.*\{"source":"oci"/ }],
]);

test('what is not JSON gets a way out, too', async () => {
  await assert.rejects(
    async () => readEvent(parseEvent(artifact), {}),
    /^InputError: event is not JSON, nor "@" and the path of a file.*set the inputs artifact and digest/,
  );
});

describe('event: @path', () => {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-event-'));
  after(() => rmSync(directory, { recursive: true }));
  const refuses = (path: string, expected: RegExp) =>
    assert.rejects(
      async () => readEvent(parseEvent(`@${path}`), {}),
      (thrown) => thrown instanceof InputError && expected.test(thrown.message),
    );

  test('a file of 32 MiB is read, a larger one is not', async () => {
    const path = join(directory, 'large.json');
    const json = JSON.stringify(message);
    writeFileSync(path, json + ' '.repeat(32 * 1024 * 1024 - json.length));
    assert.equal((await readEvent(parseEvent(`@${path}`), {})).length, 1);
    truncateSync(path, 32 * 1024 * 1024 + 1);
    await refuses(path, /large\.json has 32\.0 MiB, expected at most 32\.0 MiB/);
    truncateSync(path, 1024 ** 4);
    await refuses(path, /large\.json has 1024\.0 GiB/);
  });

  test('a directory, a device and a pipe are refused at once', { skip: process.platform === 'win32' }, async () => {
    await refuses(directory, /is not a regular file: check the path/);
    await refuses('/dev/zero', /is not a regular file/);
    const pipe = join(directory, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await refuses(pipe, /is not a regular file/);
  });

  test('what does not exist, or may not be read', async () => {
    await refuses(join(directory, 'missing.json'), /missing\.json does not exist: check the path/);
    await refuses('', /no path follows the "@"/);
  });
});

/**
 * Whoever writes an event may write anything: every field of every recorded event is replaced by what a parser might stumble on.
 * The event then is read, or skipped, or refused with a sentence.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures');
const STRANGE: readonly unknown[] = [
  null,
  1e308,
  '',
  '\u0000\u202e',
  '__proto__',
  '%',
  ':',
  '/',
  'sha256:zz',
  'https://[',
  `sha256:${'A'.repeat(64)}`,
  'a/'.repeat(5_000),
  [],
  {},
  { __proto__: null, toString: 1, constructor: 1 },
  [[[[[[]]]]]],
];
/** Fields of one event that are tried: its first ones. A long list repeats itself. */
const FIELDS = 60;
const BYTES = 2_000;

const recorded = globSync(['events/*.json', 'vectors/*.json'], { cwd: FIXTURES }).flatMap((path) => {
  const content = JSON.parse(readFileSync(join(FIXTURES, path), 'utf8'));
  if (path.endsWith('cases.json')) return [];
  const event = path.startsWith('vectors') ? content.input?.payload : content;
  return event === undefined ? [] : [[path, event] as const];
});

type Path = readonly (string | number)[];

/** The paths of everything in `value`, objects and lists too. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

/** One event of each shape. */
const events = new Map(
  [...PUSHED.map(({ title, event }) => [title, event] as const), ...recorded].map(([name, event]) => [
    pathsIn(event).join(' '),
    [name, event] as const,
  ]),
);

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, by) });
  return copy;
}

describe('an event in which one field is anything', () => {
  assert.ok(events.size > 30);
  for (const [name, event] of events.values()) {
    test(name, async () => {
      for (const path of pathsIn(event).slice(0, FIELDS)) {
        for (const strange of STRANGE) {
          const hostile = replaced(event, path, strange);
          try {
            await selectFrom(hostile);
          } catch (error) {
            assert.ok(
              error instanceof InputError,
              `${path.join('.')} = ${JSON.stringify(strange)}: ${(error as Error).stack}`,
            );
            assert.ok(
              error.message.length < BYTES,
              `${path.join('.')}: a message of ${error.message.length} characters`,
            );
          }
        }
      }
    });
  }
});
