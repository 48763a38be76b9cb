import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { select, validateEvent } from '../../../src/artifacts/select.ts';
import { dockerHub } from '../../../src/formats/docker-hub.ts';
import { RECEIVERS, SOURCES } from '../../../src/formats/index.ts';
import type { Message, Receiver } from '../../../src/formats/types.ts';
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
        messages.map(({ artifacts }) => artifacts),
        ARTIFACTS.map((artifact) => [artifact]),
        'one message for each artifact',
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

  test('github is the package event, with its header', () => {
    const { serialize, headers } = receiver('github');
    assert.deepEqual(headers, { 'x-github-event': 'package' });
    const [message, , , , , nested, untagged] = serialize(ARTIFACTS);
    assert.equal(message?.contentType, 'application/json');
    assert.deepEqual(JSON.parse(message.body), {
      action: 'published',
      package: {
        name: 'platform-config',
        namespace: 'acme',
        ecosystem: 'CONTAINER',
        package_type: 'CONTAINER',
        owner: { login: 'acme' },
        package_version: {
          version: D1,
          name: D1,
          package_url: 'ghcr.io/acme/platform-config:main',
          container_metadata: { tag: { name: 'main', digest: D1 }, manifest: { digest: D1, media_type: INDEX } },
        },
      },
    });
    const { package: deep } = JSON.parse(nested?.body ?? '');
    assert.deepEqual([deep.owner.login, deep.name], ['org', 'group/app/backend']);
    const { package: bare } = JSON.parse(untagged?.body ?? '');
    assert.equal(bare.package_version.package_url, 'registry.example.com:443/a/b');
    const [alone] = serialize([{ host: 'localhost', path: 'app', tag: 'v1', digest: D1, style: 'tag' }]);
    assert.equal(JSON.parse(alone?.body ?? '').package.name, 'app');
  });

  test('harbor is a push of one resource', () => {
    const messages = receiver('harbor').serialize(ARTIFACTS);
    const { occur_at, operator, ...rest } = JSON.parse(messages[5]?.body ?? '');
    assert.ok(Number.isInteger(occur_at) && Math.abs(occur_at - Date.now() / 1000) < 10, 'seconds');
    assert.match(operator, /^oci-webhook-action/);
    assert.deepEqual(rest, {
      type: 'PUSH_ARTIFACT',
      event_data: {
        resources: [{ digest: D1, tag: 'a', resource_url: 'registry.gitlab.com/org/group/app/backend:a' }],
        repository: {
          name: 'backend',
          namespace: 'org/group/app',
          repo_full_name: 'org/group/app/backend',
          repo_type: 'private',
        },
      },
    });
    assert.equal(messages[5]?.contentType, 'application/json');
    const { event_data: untagged } = JSON.parse(messages[6]?.body ?? '');
    assert.deepEqual(untagged.resources, [{ digest: D2, tag: D2, resource_url: `registry.example.com:443/a/b@${D2}` }]);
  });

  test('json is flat, and has every field always', () => {
    const messages = receiver('json').serialize(ARTIFACTS);
    assert.equal(
      messages[0]?.body,
      `{"artifact":"ghcr.io/acme/platform-config:main","registry":"ghcr.io","repository":"acme/platform-config","tag":"main","digest":"${D1}","mediaType":"${INDEX}"}`,
    );
    assert.equal(messages[0].contentType, 'application/json');
    const { tag, mediaType, artifact } = JSON.parse(messages[6]?.body ?? '');
    assert.deepEqual([tag, mediaType, artifact], ['', MANIFEST, `registry.example.com:443/a/b@${D2}`]);
    assert.equal(JSON.parse(messages[2]?.body ?? '').mediaType, '');
  });

  test('distribution puts one event into each envelope, as registries do', () => {
    const messages = receiver('distribution').serialize(ARTIFACTS);
    assert.equal(messages[0]?.contentType, 'application/vnd.docker.distribution.events.v2+json');
    const events = messages.flatMap(({ body }) => JSON.parse(body).events);
    assert.equal(events.length, ARTIFACTS.length);
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
    for (const name of [...RECEIVERS.keys()].filter((known) => known !== 'doco-cd')) {
      const { endpointUrl } = receiver(name);
      assert.equal(endpointUrl(new URL('https://x.test/a/?b=c'), undefined).href, 'https://x.test/a/?b=c');
      assert.throws(() => endpointUrl(new URL('https://x.test/'), 'production'), /^InputError: target: /);
    }
  });
});

describe('an event of our own that is read', () => {
  const body = { artifact: 'ghcr.io/acme/app:v1', registry: 'ghcr.io', repository: 'acme/app', tag: 'v1', digest: D1 };
  const titleOf = (event: object) => SOURCES.find((source) => source.matches(event as never))?.title;

  test('is JSON only with all that makes it so, and nobody else takes it', () => {
    assert.equal(titleOf(body), "this action's own JSON");
    for (const name of ['artifact', 'registry', 'repository', 'digest'])
      assert.equal(titleOf({ ...body, [name]: undefined }), undefined, name);
    assert.equal(titleOf({ ...body, source: 'oci' }), 'doco-cd');
  });

  test('has no empty repository', () => {
    const source = SOURCES.find(({ title }) => title.includes('JSON'));
    assert.throws(() => source?.parse({ ...body, repository: ' ' }), /^InputError: event: repository is empty/);
  });
});

test('a URL that is the credential is masked whole, and so are its path and the key in it', () => {
  const key = 'f'.repeat(64);
  const url = `https://kargo.example.com/dockerhub/${key}?x=y-secret-0`;
  for (const name of ['docker-hub', 'github', 'harbor', 'json', 'msr', 'no-such-format']) {
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
