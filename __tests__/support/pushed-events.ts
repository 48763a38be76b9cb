/** A push of team/config:v1 (acme/config:v1 where names have an owner) as each registry posts it, with the digest D where it has one. */

export const D = `sha256:${'a'.repeat(64)}`;
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';

/** The flat object that `format: json` sends, which is no registry's. */
export const OWN_JSON = "this action's own JSON";

export type Pushed = {
  /** The title of the source that must read it, and of its section in docs/registries.md. */
  readonly title: string;
  readonly event: object;
  /** The `registry` input, where the event does not say what the registry is called. */
  readonly registry?: string;
  readonly artifact: string;
  /** Whether the event has no digest, so that the registry is asked for it. */
  readonly hasNoDigest?: true;
};

const target = { mediaType: MANIFEST_TYPE, size: 524, digest: D, length: 524, repository: 'team/config', tag: 'v1' };
const harborData = {
  resources: [{ digest: D, tag: 'v1', resource_url: 'harbor.example.com/team/config:v1' }],
  repository: { name: 'config', namespace: 'team', repo_full_name: 'team/config', repo_type: 'private' },
};
const azureEvent = {
  id: 'e1',
  timestamp: '2026-01-02T03:04:05Z',
  action: 'push',
  target,
  request: { id: 'r1', host: 'acme.azurecr.io', method: 'PUT', useragent: 'docker/27' },
};
const googleMessage = {
  action: 'INSERT',
  digest: `europe-docker.pkg.dev/p/r/config@${D}`,
  tag: 'europe-docker.pkg.dev/p/r/config:v1',
};
const zotData = { name: 'team/config', reference: 'v1', digest: D, mediaType: MANIFEST_TYPE, manifest: '{}' };
const zotEvent = {
  specversion: '1.0',
  id: '1',
  source: 'zotregistry.dev',
  type: 'zotregistry.image.updated',
  data: zotData,
};

export const PUSHED: readonly Pushed[] = [
  {
    title: 'GitHub',
    event: {
      action: 'published',
      registry_package: {
        name: 'config',
        namespace: 'acme',
        package_type: 'CONTAINER',
        package_version: {
          version: D,
          name: D,
          package_url: 'ghcr.io/acme/config:v1',
          container_metadata: { tag: { name: 'v1', digest: D }, manifest: { digest: D, media_type: MANIFEST_TYPE } },
        },
      },
    },
    artifact: 'ghcr.io/acme/config:v1',
  },
  {
    title: 'Gitea',
    event: {
      action: 'created',
      package: {
        owner: { login: 'Acme' },
        type: 'container',
        name: 'config',
        version: 'v1',
        html_url: 'https://gitea.example.com/Acme/-/packages/container/config/v1',
      },
      sender: { login: 'Acme' },
    },
    artifact: 'gitea.example.com/acme/config:v1',
    hasNoDigest: true,
  },
  {
    title: 'Distribution',
    event: {
      events: [
        {
          id: 'e1',
          timestamp: '2026-01-02T03:04:05Z',
          action: 'push',
          target: { ...target, url: `https://registry.example.com/v2/team/config/manifests/${D}` },
          request: { id: 'r1', host: 'registry.example.com', method: 'PUT', useragent: 'skopeo/1.9.3' },
          actor: {},
          source: { addr: 'node-1:5000', instanceID: 'i1' },
        },
      ],
    },
    artifact: 'registry.example.com/team/config:v1',
  },
  {
    title: 'Mirantis MSR',
    event: {
      type: 'TAG_PUSH',
      createdAt: '2026-01-02T03:04:05.678Z',
      contents: {
        namespace: 'team',
        repository: 'config',
        tag: 'v1',
        digest: D,
        imageName: 'msr.example.com/team/config:v1',
        os: 'linux',
        architecture: 'amd64',
        author: 'alice',
        pushedAt: '2026-01-02T03:04:05Z',
      },
      location: '/repositories/team/config/tags/v1',
    },
    artifact: 'msr.example.com/team/config:v1',
  },
  {
    title: 'Harbor',
    event: { type: 'PUSH_ARTIFACT', occur_at: 1767323045, operator: 'alice', event_data: harborData },
    artifact: 'harbor.example.com/team/config:v1',
  },
  {
    title: 'Harbor',
    event: {
      specversion: '1.0',
      id: '7',
      requestid: 'q',
      source: '/projects/1/webhook/policies/15',
      type: 'harbor.artifact.pushed',
      datacontenttype: 'application/json',
      time: '2026-01-02T03:04:05Z',
      operator: 'alice',
      data: harborData,
    },
    artifact: 'harbor.example.com/team/config:v1',
  },
  {
    title: 'Docker Hub',
    event: {
      callback_url: 'https://registry.hub.docker.com/u/acme/config/hook/abc/',
      push_data: { pushed_at: 1767323045, pusher: 'alice', tag: 'v1', images: [] },
      repository: { name: 'config', namespace: 'acme', owner: 'acme', repo_name: 'acme/config', status: 'Active' },
    },
    artifact: 'docker.io/acme/config:v1',
    hasNoDigest: true,
  },
  {
    title: 'Amazon ECR',
    event: {
      version: '0',
      id: '1',
      'detail-type': 'ECR Image Action',
      source: 'aws.ecr',
      account: '123456789012',
      time: '2026-01-02T03:04:05Z',
      region: 'eu-central-1',
      resources: [],
      detail: {
        result: 'SUCCESS',
        'repository-name': 'team/config',
        'image-digest': D,
        'action-type': 'PUSH',
        'image-tag': 'v1',
      },
    },
    artifact: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/config:v1',
  },
  { title: 'Azure ACR', event: azureEvent, artifact: 'acme.azurecr.io/team/config:v1' },
  {
    title: 'Azure Event Grid',
    event: [
      {
        id: 'e2',
        topic: '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/acme',
        subject: 'team/config:v1',
        eventType: 'Microsoft.ContainerRegistry.ImagePushed',
        eventTime: '2026-01-02T03:04:05Z',
        data: azureEvent,
        dataVersion: '1.0',
        metadataVersion: '1',
      },
    ],
    artifact: 'acme.azurecr.io/team/config:v1',
  },
  { title: 'Google Artifact Registry', event: googleMessage, artifact: 'europe-docker.pkg.dev/p/r/config:v1' },
  {
    title: 'Google Artifact Registry',
    event: {
      message: { data: Buffer.from(JSON.stringify(googleMessage)).toString('base64'), messageId: '1' },
      subscription: 'projects/p/subscriptions/relay',
    },
    artifact: 'europe-docker.pkg.dev/p/r/config:v1',
  },
  {
    title: 'Alibaba Cloud ACR',
    event: {
      push_data: { digest: D, pushed_at: '2026-01-02 03:04:05', tag: 'v1' },
      repository: { name: 'config', namespace: 'acme', region: 'cn-hangzhou', repo_full_name: 'acme/config' },
    },
    artifact: 'registry.cn-hangzhou.aliyuncs.com/acme/config:v1',
  },
  {
    title: 'Quay',
    event: {
      name: 'config',
      repository: 'acme/config',
      namespace: 'acme',
      docker_url: 'quay.example.com/acme/config',
      homepage: 'https://quay.example.com/repository/acme/config',
      updated_tags: ['v1'],
    },
    artifact: 'quay.example.com/acme/config:v1',
    hasNoDigest: true,
  },
  {
    title: 'JFrog Artifactory',
    event: {
      domain: 'docker',
      event_type: 'pushed',
      data: {
        repo_key: 'docker-local',
        path: 'team/config/v1/manifest.json',
        name: 'manifest.json',
        sha256: D.slice('sha256:'.length),
        size: 1166,
        image_name: 'team/config',
        tag: 'v1',
        platforms: [],
      },
      subscription_key: 'k',
      jpd_origin: 'https://acme.jfrog.example',
      source: 'jfrog/jfrt@x',
    },
    artifact: 'acme.jfrog.example/docker-local/team/config:v1',
  },
  {
    title: 'Sonatype Nexus',
    event: {
      timestamp: '2026-01-02T03:04:05.678+00:00',
      nodeId: '52905B51-085CCABB-CEBBEAAD-16795588-FC927D93',
      initiator: 'alice/127.0.0.1',
      repositoryName: 'docker-hosted',
      action: 'CREATED',
      component: { id: '1', componentId: 'x', format: 'docker', name: 'team/config', group: null, version: 'v1' },
    },
    registry: 'nexus.example.com:8082',
    artifact: 'nexus.example.com:8082/team/config:v1',
    hasNoDigest: true,
  },
  { title: 'zot', event: zotEvent, registry: 'zot.example.com', artifact: 'zot.example.com/team/config:v1' },
  {
    title: 'zot',
    event: {
      headers: { 'content-type': 'application/json', 'ce-type': 'zotregistry.image.updated' },
      body: zotData,
      delivery: '0',
    },
    registry: 'zot.example.com',
    artifact: 'zot.example.com/team/config:v1',
  },
  {
    title: 'one written by hand',
    event: { source: 'oci', artifact: 'registry.example.com/team/config:v1', digest: D },
    artifact: 'registry.example.com/team/config:v1',
  },
  {
    title: OWN_JSON,
    event: {
      artifact: 'registry.example.com/team/config:v1',
      registry: 'registry.example.com',
      repository: 'team/config',
      tag: 'v1',
      digest: D,
      mediaType: MANIFEST_TYPE,
    },
    artifact: 'registry.example.com/team/config:v1',
  },
];
