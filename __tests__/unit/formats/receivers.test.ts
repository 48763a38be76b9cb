import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { select, validateEvent } from '../../../src/artifacts/select.ts';
import { dockerHub } from '../../../src/formats/docker-hub.ts';
import { RECEIVERS, SOURCES } from '../../../src/formats/index.ts';
import type { Message, Receiver } from '../../../src/formats/types.ts';
import type { HttpResult } from '../../../src/http/types.ts';
import { collectSecrets } from '../../../src/inputs/secrets.ts';
import type { Artifact } from '../../../src/oci/artifact.ts';
import { InputError } from '../../../src/util/errors.ts';

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

function receiver(name: string): Receiver {
  const found = RECEIVERS.get(name);
  assert.ok(found, name);
  return found;
}

/** What the first system whose shape matches reads in the message. */
function readBack({ body }: Message): { title: string; artifacts: readonly Artifact[] } {
  const json = JSON.parse(body);
  for (const source of SOURCES) {
    if (!source.matches(json)) continue;
    return {
      title: source.title,
      artifacts: select(validateEvent(source.parse(json), { untagged: 'send' }), () => true).artifacts,
    };
  }
  assert.fail(`no shape matches ${body}`);
}

describe('every receiver reads back what it writes', () => {
  for (const name of RECEIVERS.keys()) {
    test(name, () => {
      const format = receiver(name);
      const messages = format.serialize(ARTIFACTS);
      assert.deepEqual(
        messages.flatMap(({ artifacts }) => artifacts),
        ARTIFACTS,
      );
      const read = [];
      for (const message of messages) {
        const { title, artifacts } = readBack(message);
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

  test('docker-hub has what Kargo reads, and nothing else', () => {
    const [message] = dockerHub.serialize([index]);
    assert.equal(
      message?.body,
      `{"push_data":{"tag":"main","media_type":"${INDEX}"},"repository":{"repo_name":"ghcr.io/acme/platform-config"}}`,
    );
    assert.equal(message.contentType, 'application/json');
    const official = dockerHub.serialize([{ host: 'docker.io', path: 'library/ubuntu', tag: '1', style: 'tag' }]);
    assert.equal(official[0]?.body, '{"push_data":{"tag":"1"},"repository":{"repo_name":"library/ubuntu"}}');
  });

  test('distribution puts all events into one envelope', () => {
    const messages = receiver('distribution').serialize(ARTIFACTS);
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

  test('msr wraps each artifact', () => {
    const messages = receiver('msr').serialize(ARTIFACTS);
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

  test('msr refuses a name without namespace', () => {
    const { serialize } = receiver('msr');
    assert.throws(
      () => serialize([{ host: 'localhost', path: 'app', tag: 'v1', digest: D1, style: 'tag' }]),
      InputError,
    );
  });

  test('only doco-cd takes a target', () => {
    for (const name of ['docker-hub', 'msr', 'distribution']) {
      const { endpointUrl } = receiver(name);
      assert.equal(endpointUrl(new URL('https://x.test/a/?b=c'), undefined).href, 'https://x.test/a/?b=c');
      assert.throws(() => endpointUrl(new URL('https://x.test/'), 'production'), /^InputError: target: /);
    }
  });
});

describe('Kargo', () => {
  const answer = (status: number, body: string): HttpResult => ({
    kind: 'response',
    status,
    body,
    bodyState: 'complete',
    durationMs: 1,
  });
  const failure: HttpResult = { kind: 'failure', code: 'ECONNRESET', message: 'reset', written: true, durationMs: 1 };
  const cases: readonly (readonly [HttpResult, { retry: boolean; message?: string; hint?: RegExp }])[] = [
    [answer(200, '{"msg":"refreshed 2 warehouse(s)"}'), { retry: false, message: 'refreshed 2 warehouse(s)' }],
    [
      answer(200, '{"msg":"refreshed 0 warehouse(s)"}'),
      { retry: false, message: 'refreshed 0 warehouse(s)', hint: /subscribes/ },
    ],
    [
      answer(400, '{"error":"invalid request body"}'),
      { retry: false, message: 'invalid request body', hint: /changed/ },
    ],
    [answer(404, '{}'), { retry: false, message: '', hint: /copy it again/ }],
    [answer(408, ''), { retry: false }],
    [answer(413, '{"error":"content exceeds limit of 2097152 bytes"}'), { retry: false }],
    [answer(429, ''), { retry: true }],
    [answer(500, '{}'), { retry: true, message: '' }],
    [
      answer(500, '{"error":"failed to refresh 1 of 2 warehouses"}'),
      { retry: true, message: 'failed to refresh 1 of 2 warehouses', hint: /controller/ },
    ],
    [answer(501, '<html>'), { retry: true }],
    [failure, { retry: true }],
  ];
  for (const [result, { retry, message, hint }] of cases) {
    const title = result.kind === 'response' ? `${result.status} ${result.body}` : result.code;
    test(title, () => {
      assert.equal(dockerHub.isRetryable(result, result.kind === 'failure'), retry);
      if (result.kind === 'response' && message !== undefined)
        assert.equal(dockerHub.serverMessage(result.body), message);
      if (hint === undefined) assert.equal(dockerHub.hint(result, new URL('https://kargo.example.com')), undefined);
      else assert.match(dockerHub.hint(result, new URL('https://kargo.example.com')) ?? '', hint);
    });
  }
  test('a network error that repeats would not change is not repeated', () => {
    assert.equal(dockerHub.isRetryable(failure, false), false);
  });
});

test('a URL that is the credential is masked whole, and so are its path and the key in it', () => {
  const key = 'f'.repeat(64);
  const url = `https://kargo.example.com/dockerhub/${key}?x=y-secret-0`;
  for (const name of ['docker-hub', 'msr', 'no-such-format']) {
    const hidden = [...collectSecrets({ INPUT_URL: url }, RECEIVERS.get(name))];
    for (const part of [url, `/dockerhub/${key}`, key, 'x=y-secret-0'])
      assert.ok(hidden.includes(part), `${name} ${part}`);
    assert.ok(!hidden.includes('dockerhub'));
  }
  const environment = { INPUT_URL: url, INPUT_SECRET: 'a-secret' };
  const signed = [...collectSecrets(environment, receiver('distribution'))];
  assert.ok(!signed.includes(url), 'where messages are signed the URL is no credential, but its path may be');
  for (const part of [`/dockerhub/${key}`, key, 'x=y-secret-0']) assert.ok(signed.includes(part), part);
  const plain = 'https://a.example/hook/CorrectHorse';
  const unsigned = [...collectSecrets({ INPUT_URL: plain }, receiver('distribution'))];
  for (const part of [plain, '/hook/CorrectHorse']) assert.ok(unsigned.includes(part), part);
});
