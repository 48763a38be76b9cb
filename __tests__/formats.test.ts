import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Artifact } from '../src/artifact.ts';
import type { Exchange } from '../src/exchange.ts';
import { dockerHub } from '../src/formats/docker-hub.ts';
import type { Message, Target } from '../src/formats/format.ts';
import { SOURCES, TARGETS } from '../src/formats.ts';
import { hideSecrets } from '../src/hide-secrets.ts';
import { InputError } from '../src/input-error.ts';
import { judgeCandidates, select } from '../src/select.ts';

const D1 = `sha256:${'1'.repeat(64)}`;
const D2 = `sha256:${'2'.repeat(64)}`;
const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

const ARTIFACTS: readonly Artifact[] = [
  { host: 'ghcr.io', path: 'acme/platform-config', tag: 'main', digest: D1, style: 'tag', mediaType: INDEX },
  { host: 'ghcr.io', path: 'acme/platform-config', tag: 'v1.2.3', digest: D2, style: 'tag', mediaType: MANIFEST },
  { host: 'docker.io', path: 'library/ubuntu', tag: '22.04', digest: D1, style: 'tag' },
  { host: 'docker.io', path: 'acme/app', tag: 'latest', digest: D1, style: 'tag' },
  { host: 'localhost:5000', path: 'team/app', tag: '_x', digest: D2, style: 'tag' },
  { host: 'registry.gitlab.com', path: 'org/group/app/backend', tag: 'a', digest: D1, style: 'tag' },
  { host: 'registry.example.com:443', path: 'a/b', digest: D2, style: 'digest', mediaType: MANIFEST },
  { host: '[::1]:5000', path: 'a__b/c--d', tag: 'T', digest: D1, style: 'tag' },
];

async function target(name: string): Promise<Target> {
  const load = TARGETS.get(name);
  assert.ok(load, name);
  return load();
}

/** What the first system that recognises the message reads in it. */
async function readBack({ body }: Message): Promise<{ title: string; artifacts: readonly Artifact[] }> {
  const json = JSON.parse(body);
  for (const load of SOURCES) {
    const source = await load();
    if (!source.recognises(json)) continue;
    return {
      title: source.title,
      artifacts: select(judgeCandidates(source.parse(json), { untagged: 'send' }), () => true).artifacts,
    };
  }
  assert.fail(`nobody recognises ${body}`);
}

describe('every target reads back what it writes', () => {
  for (const name of TARGETS.keys()) {
    test(name, async () => {
      const format = await target(name);
      const messages = format.encode(ARTIFACTS);
      assert.deepEqual(
        messages.flatMap(({ artifacts }) => artifacts),
        ARTIFACTS,
      );
      const read = [];
      for (const message of messages) {
        const { title, artifacts } = await readBack(message);
        assert.equal(title, format.title);
        read.push(...artifacts);
      }
      assert.deepEqual(
        read.map(({ host, path, tag, digest }) => ({ host, path, tag, digest })),
        ARTIFACTS.map(({ host, path, tag, digest }) => ({
          host,
          path,
          tag,
          digest: format.needsDigest ? digest : undefined,
        })),
      );
      for (const [index, { mediaType }] of read.entries()) {
        const given = ARTIFACTS[index]?.mediaType;
        if (given !== undefined && mediaType !== undefined) assert.equal(mediaType, given);
      }
    });
  }
});

describe('what is on the wire', () => {
  const [index] = ARTIFACTS as [Artifact];

  test('docker-hub has what Kargo reads, and nothing else', async () => {
    const [message] = dockerHub.encode([index]);
    assert.equal(
      message?.body,
      `{"push_data":{"tag":"main","media_type":"${INDEX}"},"repository":{"repo_name":"ghcr.io/acme/platform-config"}}`,
    );
    assert.equal(message.contentType, 'application/json');
    const official = dockerHub.encode([{ host: 'docker.io', path: 'library/ubuntu', tag: '1', style: 'tag' }]);
    assert.equal(official[0]?.body, '{"push_data":{"tag":"1"},"repository":{"repo_name":"library/ubuntu"}}');
  });

  test('distribution puts all events into one envelope', async () => {
    const messages = (await target('distribution')).encode(ARTIFACTS);
    assert.equal(messages.length, 1);
    assert.equal(messages[0]?.contentType, 'application/vnd.docker.distribution.events.v2+json');
    const { events } = JSON.parse(messages[0].body);
    assert.equal(new Set(events.map(({ id }: { id: string }) => id)).size, ARTIFACTS.length);
    const { id, timestamp, request, ...rest } = events[0];
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.ok(Math.abs(Date.parse(timestamp) - Date.now()) < 10_000);
    assert.equal(request.host, 'ghcr.io');
    assert.deepEqual(rest, {
      action: 'push',
      target: {
        mediaType: INDEX,
        digest: D1,
        repository: 'acme/platform-config',
        url: `https://ghcr.io/v2/acme/platform-config/manifests/${D1}`,
        tag: 'main',
      },
      actor: {},
      source: {},
    });
    assert.equal(events[2].target.mediaType, MANIFEST, 'an unknown type is written as the most common one');
  });

  test('msr wraps each artifact', async () => {
    const messages = (await target('msr')).encode(ARTIFACTS);
    const { createdAt, ...rest } = JSON.parse(messages[0]?.body ?? '');
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 10_000);
    assert.deepEqual(rest, {
      type: 'TAG_PUSH',
      contents: {
        namespace: 'acme',
        repository: 'platform-config',
        tag: 'main',
        digest: D1,
        imageName: 'ghcr.io/acme/platform-config:main',
        pushedAt: createdAt,
      },
      location: '/repositories/acme/platform-config/tags/main',
    });
    assert.equal(JSON.parse(messages[6]?.body ?? '').type, 'MANIFEST_PUSH');
  });

  test('msr refuses a name without namespace', async () => {
    const { encode } = await target('msr');
    assert.throws(() => encode([{ host: 'localhost', path: 'app', tag: 'v1', digest: D1, style: 'tag' }]), InputError);
  });

  test('only doco-cd takes a target', async () => {
    for (const name of ['docker-hub', 'msr', 'distribution']) {
      const { endpointUrl } = await target(name);
      assert.equal(endpointUrl(new URL('https://x.test/a/?b=c'), undefined).href, 'https://x.test/a/?b=c');
      assert.throws(() => endpointUrl(new URL('https://x.test/'), 'production'), /^InputError: target: /);
    }
  });
});

describe('Kargo', () => {
  const answer = (status: number, body: string): Exchange => ({
    kind: 'answer',
    status,
    body,
    bodyEnd: 'complete',
    durationMs: 1,
  });
  const failure: Exchange = { kind: 'failure', code: 'ECONNRESET', message: 'reset', written: true, durationMs: 1 };
  const cases: readonly (readonly [Exchange, { retry: boolean; words?: string; hint?: RegExp }])[] = [
    [answer(200, '{"msg":"refreshed 2 warehouse(s)"}'), { retry: false, words: 'refreshed 2 warehouse(s)' }],
    [
      answer(200, '{"msg":"refreshed 0 warehouse(s)"}'),
      { retry: false, words: 'refreshed 0 warehouse(s)', hint: /subscribes/ },
    ],
    [answer(400, '{"error":"invalid request body"}'), { retry: false, words: 'invalid request body', hint: /changed/ }],
    [answer(404, '{}'), { retry: false, words: '', hint: /copy it anew/ }],
    [answer(408, ''), { retry: false }],
    [answer(413, '{"error":"content exceeds limit of 2097152 bytes"}'), { retry: false }],
    [answer(429, ''), { retry: true }],
    [answer(500, '{}'), { retry: true, words: '' }],
    [
      answer(500, '{"error":"failed to refresh 1 of 2 warehouses"}'),
      { retry: true, words: 'failed to refresh 1 of 2 warehouses', hint: /controller/ },
    ],
    [answer(501, '<html>'), { retry: true }],
    [failure, { retry: true }],
  ];
  for (const [exchange, { retry, words, hint }] of cases) {
    const title = exchange.kind === 'answer' ? `${exchange.status} ${exchange.body}` : exchange.code;
    test(title, () => {
      assert.equal(dockerHub.mayRetry(exchange, exchange.kind === 'failure'), retry);
      if (exchange.kind === 'answer' && words !== undefined) assert.equal(dockerHub.words(exchange.body), words);
      if (hint === undefined) assert.equal(dockerHub.hint(exchange, new URL('https://kargo.example.com')), undefined);
      else assert.match(dockerHub.hint(exchange, new URL('https://kargo.example.com')) ?? '', hint);
    });
  }
  test('a network error that repeats would not change is not repeated', () => {
    assert.equal(dockerHub.mayRetry(failure, false), false);
  });
});

test('a URL that is the credential is hidden whole, and so are its path and the key in it', async () => {
  const key = 'f'.repeat(64);
  const url = `https://kargo.example.com/dockerhub/${key}?x=y-secret`;
  for (const name of ['docker-hub', 'msr', 'no-such-format']) {
    const hidden: string[] = [];
    hideSecrets({ INPUT_URL: url }, await TARGETS.get(name)?.(), (secret) => hidden.push(secret));
    for (const part of [url, `/dockerhub/${key}`, key, 'x=y-secret'])
      assert.ok(hidden.includes(part), `${name} ${part}`);
    assert.ok(!hidden.includes('dockerhub'));
  }
  const signed: string[] = [];
  const environment = { INPUT_URL: url, INPUT_SECRET: 'a-secret' };
  hideSecrets(environment, await target('distribution'), (secret) => signed.push(secret));
  assert.ok(!signed.includes(url), 'where messages are signed the URL is no credential, but its path may be');
  for (const part of [`/dockerhub/${key}`, key, 'x=y-secret']) assert.ok(signed.includes(part), part);
  const unsigned: string[] = [];
  const plain = 'https://a.example/hook/CorrectHorse';
  hideSecrets({ INPUT_URL: plain }, await target('distribution'), (secret) => unsigned.push(secret));
  for (const part of [plain, '/hook/CorrectHorse']) assert.ok(unsigned.includes(part), part);
});
