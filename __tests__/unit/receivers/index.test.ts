import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { prove } from '../../../src/delivery/prove.ts';
import type { Artifact } from '../../../src/oci/artifact.ts';
import { GHCR, HASH, HUB, receiver } from '../../support/answers.ts';
import { WORKFLOW } from '../../support/messages.ts';

/** What is sent to each receiver, how its secret travels there, and what is refused before anything is sent. */

const D1 = `sha256:${'1'.repeat(64)}`;
const OTHER: Artifact = { ...GHCR, host: 'registry.example.com:5000', path: 'team/deep/app', digest: D1 };
const BARE: Artifact = { host: 'ghcr.io', path: 'acme/app', digest: D1, style: 'digest' };
const SECRET = 'user:pass word';

type Row = {
  readonly url: string;
  readonly artifact?: Artifact;
  /** Part of the body. */
  readonly body?: RegExp;
  /** A header with the secret in it, or the URL with it. */
  readonly sent?: readonly [header: string, value: RegExp] | string;
  readonly refused?: RegExp;
};

const SIGNED = ['X-Hub-Signature-256', /^sha256=[0-9a-f]{64}$/] as const;
const PLAIN = ['authorization', /^user:pass word$/] as const;
const BEARER = ['authorization', /^Bearer user:pass word$/] as const;
const BASIC = ['authorization', /^Basic dXNlcjpwYXNzIHdvcmQ=$/] as const;

const keel = (type: string) => `https://keel.test/v1/webhooks/${type}`;
const kargo = (type: string) => `https://kargo.test/webhooks/${type}/${HASH}`;
const argo = 'https://argo.test/api/webhook';
const updater = (type: string) => `https://updater.test/webhook?type=${type}`;
const flux = `https://flux.test/hook/${HASH}`;
const onlyTags = /^InputError: artifact: ghcr\.io\/acme\/app is named by its digest alone, with which .* does nothing/;

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'argo-cd': [
    { url: argo, body: /^\{"action":"published","package"/, sent: SIGNED },
    {
      url: argo,
      artifact: OTHER,
      body: /"resource_url":"registry\.example\.com:5000\/team\/deep\/app:v1"/,
      sent: PLAIN,
    },
    { url: argo, artifact: HUB, body: /"resource_url":"docker\.io\/acme\/app:v1"/, sent: PLAIN },
    {
      url: `${argo}?type=dockerhub`,
      artifact: HUB,
      body: /"repo_name":"acme\/app"/,
      sent: `${argo}?type=dockerhub&secret=user%3Apass%20word`,
    },
    {
      url: `${argo}?type=dockerhub`,
      refused: /would be taken for docker\.io\/acme\/app there; leave \?type=dockerhub/,
    },
    { url: argo, artifact: BARE, refused: onlyTags },
    { url: 'https://argo.test/other', refused: /url: Argo CD's webhook has a path that ends in \/api\/webhook/ },
  ],
  keel: [
    { url: keel('dockerhub'), artifact: OTHER, body: /"repo_name":"registry\.example\.com:5000\//, sent: BASIC },
    { url: keel('registry'), artifact: OTHER, body: /"host":"registry\.example\.com:5000"/, sent: BASIC },
    { url: keel('harbor'), artifact: OTHER, body: /PUSH_ARTIFACT/, sent: BASIC },
    { url: keel('github'), body: /"ecosystem":"CONTAINER"/, sent: BASIC },
    {
      url: keel('github'),
      artifact: OTHER,
      refused: /would be taken for ghcr\.io\/team\/deep\/app there; let the url end/,
    },
    ...['dockerhub', 'registry', 'harbor', 'github'].map((type) => ({
      url: keel(type),
      artifact: BARE,
      refused: onlyTags,
    })),
    { url: keel('native'), refused: /its path ends with "native"/ },
  ],
  kargo: [
    { url: kargo('github'), artifact: OTHER, body: /"package"/, sent: SIGNED },
    { url: kargo('dockerhub'), artifact: OTHER, body: /"repo_name"/ },
    { url: kargo('harbor'), artifact: OTHER, body: /PUSH_ARTIFACT/, sent: PLAIN },
    { url: kargo('generic'), artifact: OTHER, body: /"artifact"/ },
    { url: kargo('harbor'), artifact: BARE, refused: onlyTags },
    { url: kargo('github'), artifact: BARE, body: /"package"/, sent: SIGNED },
    { url: kargo('quay'), refused: /this action knows the types github, harbor, dockerhub, generic/ },
  ],
  'image-updater': [
    { url: updater('harbor'), artifact: OTHER, body: /PUSH_ARTIFACT/, sent: PLAIN },
    { url: updater('ghcr.io'), body: /"package"/, sent: SIGNED },
    {
      url: updater('docker.io'),
      artifact: HUB,
      body: /"repo_name"/,
      sent: `${updater('docker.io')}&secret=user%3Apass%20word`,
    },
    {
      url: updater('ghcr.io'),
      artifact: HUB,
      refused: /would be taken for ghcr\.io\/acme\/app there; let .*\?type=harbor/,
    },
    { url: updater('docker.io'), refused: /would be taken for docker\.io\/acme\/app there/ },
    { url: updater('harbor'), artifact: BARE, refused: onlyTags },
    { url: updater('quay.io'), refused: /add \?type=harbor/ },
  ],
  flux: [
    { url: flux, body: /"artifact":"ghcr\.io\/acme\/app:v1"/, sent: ['X-Signature', SIGNED[1]] },
    { url: flux, artifact: BARE, body: /"tag":""/, sent: ['X-Signature', SIGNED[1]] },
    { url: `${flux}?x=1`, refused: /url: with a "\?", Flux finds no Receiver/ },
  ],
  watchtower: [{ url: 'https://host.test/v1/update?image=acme/app', body: /"artifact"/, sent: BEARER }],
  coolify: [{ url: 'https://host.test/api/v1/deploy?uuid=u', body: /"artifact"/, sent: BEARER }],
  portainer: [{ url: 'https://host.test/api/webhooks/0', body: /"artifact"/ }],
  dokploy: [{ url: 'https://host.test/api/deploy/token', body: /"repo_name":"ghcr\.io\/acme\/app"/ }],
  komodo: [
    { url: 'https://host.test/listener/github/procedure/id/__ANY__', body: /"artifact"/, sent: SIGNED },
    {
      url: 'https://host.test/listener/github/procedure/id/main',
      refused: /^InputError: url: Komodo runs a procedure/,
    },
    { url: 'https://host.test/listener/github/stack/id/__ANY__', refused: /^InputError: url: Komodo runs a procedure/ },
  ],
};

for (const [name, rows] of Object.entries(ROWS)) {
  describe(`what ${name} is sent`, () => {
    for (const { url: given, artifact = { ...GHCR, digest: D1 }, body, sent, refused } of rows) {
      test(`${artifact.host} ${artifact.tag ?? 'by digest'} to ${given}`, async () => {
        const { wire } = await receiver(name);
        const write = () => {
          const url = wire.endpointUrl(new URL(given), undefined);
          return { url, message: wire.write(artifact, url, WORKFLOW) };
        };
        if (refused !== undefined) return assert.throws(write, (error: Error) => refused.test(String(error)));
        const { url, message } = write();
        assert.match(message.body, body ?? /./);
        const proven = prove(message, {
          url,
          label: '',
          receiver: await receiver(name),
          headers: {},
          secret: SECRET,
        });
        assert.ok(message.proof === undefined || wire.proofs(url).includes(message.proof));
        if (sent === undefined) return assert.deepEqual(proven, { url, headers: {} });
        if (typeof sent === 'string') return assert.equal(proven.url.href, sent);
        assert.match(proven.headers[sent[0]] ?? '', sent[1]);
        assert.equal(Object.keys(proven.headers).length, 1);
      });
    }
  });
}

test('a slash at the end is mended where a receiver would not find the path', async () => {
  for (const [name, url] of [
    ['argo-cd', argo],
    ['keel', keel('dockerhub')],
    ['flux', flux],
  ] as const) {
    assert.equal((await receiver(name)).wire.endpointUrl(new URL(`${url}/`), undefined).href, url);
  }
});

test('a version of a chart that the receiver does not recognise is warned of', async () => {
  for (const name of ['argo-cd', 'kargo']) {
    const { wire } = await receiver(name);
    assert.match(
      wire.warnings?.([{ ...GHCR, tag: '1.2.3_build.5' }])[0] ?? '',
      /^if "1\.2\.3_build\.5" is the version of a chart, with "\+" where/,
    );
    for (const tag of ['1.2.3', 'feature_x', '1.2_3']) assert.deepEqual(wire.warnings?.([{ ...GHCR, tag }]), [], tag);
  }
});

test('only Keel needs its messages in order', async () => {
  for (const name of [...Object.keys(ROWS), 'json', 'docker-hub']) {
    assert.equal((await receiver(name)).wire.inOrder ?? false, name === 'keel', name);
  }
});
