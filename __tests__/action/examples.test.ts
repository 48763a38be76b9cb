import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, suite, test } from 'node:test';
import { installAct, reusable, runWorkflow, whyNoAct } from '../support/act.ts';
import { application, argoCd, deploys } from '../support/argo-cd.ts';
import { startDocoCd } from '../support/doco-cd.ts';
import { flux, fluxPath } from '../support/flux.ts';
import { startIdTokenService } from '../support/id-token-service.ts';
import { kargo, kargoPath } from '../support/kargo.ts';
import { readText } from '../support/markdown.ts';
import { PUSHED } from '../support/pushed-events.ts';
import { startReceiver } from '../support/receiver.ts';
import { startRegistry } from '../support/registry.ts';
import { pushImage } from '../support/skopeo.ts';
import { EXAMPLE_FILES } from '../support/workflows.ts';

/** Every example runs as it is, by act. What the network would bring, other actions and addresses, has a stand-in. */

const skip = whyNoAct() ?? false;
if (skip) console.log(`act: skipped, ${skip}`);

const DIGEST = 'sha256:7632912eac80f0d2811d763665f4ee3ce077ee07da4b792f43c1669b3f32d033';
const PACKAGE_EVENT = readFileSync(new URL('../fixtures/events/index-tagged.json', import.meta.url), 'utf8');

const composite = (outputs: string, steps = '    - run: "true"\n      shell: sh\n') =>
  `name: stand-in\ndescription: stand-in\n${outputs}runs:\n  using: composite\n  steps:\n${steps}`;

/** What the examples use of these actions: their outputs. */
const ACTIONS = {
  'docker/setup-buildx-action': composite(''),
  'docker/login-action': composite(''),
  'actions/attest': composite(''),
  'docker/metadata-action': composite(
    `inputs:\n  images:\n    description: x\noutputs:\n  tags:\n    description: x\n    value: \${{ inputs.images }}:v1\n`,
  ),
  'docker/build-push-action': composite(`outputs:\n  digest:\n    description: x\n    value: ${DIGEST}\n`),
};

const DIRECTORY = {
  'deploy/.doco-cd.yaml': 'name: web\n',
  'deploy/compose.yaml': 'services: { web: { image: nginx } }\n',
};

type Place = {
  /** Of a doco-cd, of any other receiver, and of a registry. */
  readonly docoCd: string;
  readonly receiver: string;
  readonly registry: string;
};

type Case = {
  readonly eventName: string;
  readonly event?: object | string;
  /** What the file says of addresses, and where they are in this test. */
  readonly instead?: (place: Place) => Readonly<Record<string, string>>;
  readonly files?: (place: Place) => Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly tools?: Readonly<Record<string, string>>;
  /** The artifacts of the messages to doco-cd, with the registry's host as `registry`. */
  readonly sent: readonly string[];
  /** What the only message to another receiver holds. */
  readonly toOthers?: RegExp;
  /** What the tool `gh` was called with. */
  readonly gh?: string;
};

/** As the relay passes it on. */
const pushed = (title: string) => ({
  action: 'pushed',
  client_payload: { headers: {}, body: PUSHED.find((each) => each.title === title)?.event, delivery: '1' },
});
const byHand = (inputs: object) => ({
  inputs: { digest: DIGEST, artifact: 'ghcr.io/acme/platform-config:main', ...inputs },
});
const MAIN = ['ghcr.io/acme/platform-config:main'];
const pushes = (host: string, artifact: string): Case => ({
  eventName: 'push',
  instead: ({ registry }) => ({ [`${host}/`]: `${registry}/` }),
  files: () => DIRECTORY,
  sent: [artifact],
});

const CASES: Readonly<Record<string, Case>> = {
  'acr.yml': pushes('acme.azurecr.io', 'registry/config/platform:main'),
  'after-build.yml': { eventName: 'push', sent: ['ghcr.io/acme/platform-config:v1'] },
  'argo-cd.yml': {
    eventName: 'push',
    tools: { helm: `echo "Digest: ${DIGEST}"` },
    sent: [],
    toOthers: /"package_url":"ghcr\.io\/acme\/charts\/platform:/,
  },
  'attest.yml': { eventName: 'push', sent: MAIN },
  'deployment-record.yml': {
    eventName: 'workflow_dispatch',
    event: byHand({}),
    // act 0.2.89 does not know this permission yet.
    instead: () => ({ 'artifact-metadata: write': 'contents: read' }),
    tools: { gh: 'echo "$@" > "$RESULTS/gh"' },
    sent: MAIN,
    gh: `api --method POST orgs/acme/artifacts/metadata/deployment-record --silent -f name=ghcr.io/acme/platform-config -f digest=${DIGEST} -f status=deployed -f logical_environment=production -f deployment_name=platform -f github_repository=platform`,
  },
  'distribution.yml': {
    eventName: 'repository_dispatch',
    event: pushed('Distribution'),
    sent: ['registry.example.com:5000/team/config:v1'],
    instead: () => ({ '/**-config:*': '/**' }),
  },
  'docker-hub.yml': {
    eventName: 'repository_dispatch',
    event: pushed('Docker Hub'),
    instead: ({ registry }) => ({ 'filter: docker.io/acme/*-config:*': `registry: ${registry}` }),
    sent: ['registry/acme/config:v1'],
  },
  'ecr.yml': {
    eventName: 'repository_dispatch',
    event: { action: 'pushed', client_payload: PUSHED.find(({ title }) => title === 'Amazon ECR')?.event },
    instead: () => ({ '/**-config:*': '/**' }),
    sent: ['123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/config:v1'],
  },
  'flux.yml': { eventName: 'push', sent: [], toOthers: /ghcr\.io\/acme\/platform:v1/ },
  'gitea.yml': {
    eventName: 'push',
    // act knows the actions of one server only.
    instead: () => ({ 'https://github.com/OWNER': 'OWNER' }),
    sent: ['gitea.example.com/acme/platform-config:main'],
  },
  'harbor.yml': pushes('harbor.example.com', 'registry/config/platform:main'),
  'kargo.yml': { eventName: 'push', sent: [], toOthers: /"package_url":"ghcr\.io\/acme\/platform:v1"/ },
  'matrix.yml': {
    eventName: 'workflow_dispatch',
    event: byHand({}),
    files: ({ docoCd }) => ({
      '.github/servers.json': readText('examples/servers.json').replaceAll(/https:\/\/[\w.-]+/g, docoCd),
    }),
    sent: Array<string>(6).fill('ghcr.io/acme/platform-config:main'),
  },
  'on-registry-package.yml': { eventName: 'registry_package', event: PACKAGE_EVENT, sent: MAIN },
  'push-and-notify.yml': pushes('ghcr.io', 'registry/acme/platform-config:main'),
  'resend.yml': { eventName: 'workflow_dispatch', event: byHand({ reference: 'tag', 'dry-run': 'false' }), sent: MAIN },
  'reusable.yml': {
    eventName: 'push',
    instead: () => ({ 'OWNER/oci-webhook-action/.github/workflows/notify.yml@v1': './.github/workflows/notify.yml' }),
    files: () => ({ '.github/workflows/notify.yml': reusable() }),
    sent: ['ghcr.io/acme/platform-config:v1'],
  },
  'self-hosted.yml': {
    eventName: 'registry_package',
    event: PACKAGE_EVENT,
    instead: ({ docoCd }) => ({ 'https://deploy.corp.example:8443': docoCd }),
    sent: MAIN,
  },
};

suite('the examples, run by act', { skip, concurrency: 2 }, () => {
  before(installAct, { timeout: 600_000 });

  test('each has a case', () => {
    assert.deepEqual(
      Object.keys(CASES).map((name) => `examples/${name}`),
      EXAMPLE_FILES,
    );
  });

  for (const [name, example] of Object.entries(CASES)) {
    test(name, async (t) => {
      const apiSecret = 'an-api-secret-of-some-length';
      const secret = 'a-secret-that-only-we-know';
      const tokens = await startIdTokenService();
      const ofFlux = {
        type: 'generic-oidc',
        oidc: { service: tokens, audience: 'flux.example.com', validate: () => true },
      } as const;
      const ofKargo = {
        type: 'github',
        secret,
        warehouses: [{ repository: 'ghcr.io/acme/platform', tags: /^v/ }],
      } as const;
      const before = application({ source: { repoURL: 'oci://ghcr.io/acme/charts/platform', targetRevision: '*' } });
      const ofArgo = argoCd({ token: apiSecret, secret, apps: [{ before, after: deploys(before, DIGEST).slice(-1) }] });
      const [registry, server, receiver] = await Promise.all([
        startRegistry(),
        startDocoCd({ secret, apiSecret }),
        startReceiver((request, ...rest) => {
          const others = request.path.startsWith('/hook/') ? flux(ofFlux) : kargo(ofKargo);
          const respond = request.path.startsWith('/api/') ? ofArgo : others;
          respond(request, ...rest);
        }),
      ]);
      t.after(() => Promise.all([registry, server, receiver, tokens].map((each) => each.close())));
      const place = { docoCd: server.origin, receiver: receiver.origin, registry: registry.host };
      if (name === 'docker-hub.yml') await pushImage([`${registry.host}/acme/config:v1`]);
      const replacements = Object.entries(example.instead?.(place) ?? {});
      const workflow = replacements.reduce(
        (text, [from, to]) => {
          assert.ok(text.includes(from), `${name} has no ${from}`);
          return text.replaceAll(from, to);
        },
        readText(`examples/${name}`),
      );
      const event = example.event ?? {};
      const run = await runWorkflow({
        workflow,
        eventName: example.eventName,
        event: typeof event === 'string' ? event : JSON.stringify(event),
        secrets: {
          GITHUB_TOKEN: 'a-github-token',
          DOCO_CD_URL: server.origin,
          DOCO_CD_SECRET: secret,
          DOCO_CD_API_KEY: apiSecret,
          ARGOCD_URL: `${receiver.origin}/api/webhook`,
          ARGOCD_SECRET: secret,
          ARGOCD_TOKEN: apiSecret,
          KARGO_URL: `${receiver.origin}${kargoPath(ofKargo)}`,
          KARGO_SECRET: secret,
          FLUX_URL: `${receiver.origin}${fluxPath(ofFlux)}`,
        },
        env: tokens.env,
        actions: ACTIONS,
        ...(example.files && { files: example.files(place) }),
        ...(example.tools && { tools: example.tools }),
        ...(example.vars && { vars: example.vars }),
      });
      assert.equal(run.exitCode, 0, run.log);
      const bodies = server.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
      const expected = example.sent.map((artifact) => artifact.replace('registry/', `${registry.host}/`));
      assert.deepEqual(
        bodies.map(({ artifact }) => artifact),
        expected,
      );
      assert.deepEqual(
        receiver.requests.filter(({ method }) => method === 'POST').map(({ body }) => example.toOthers?.test(body)),
        example.toOthers === undefined ? [] : [true],
      );
      assert.equal(run.result('gh'), example.gh);
    });
  }
});
