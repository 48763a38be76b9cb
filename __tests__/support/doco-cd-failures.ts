import type { Refusal } from './receiver.ts';

/** The ways a deployment fails (seen with doco-cd 0.110 that was asked to wait, and its handler_webhook.go). */
export const FAILURES = {
  digestMismatch: (expected: string, got: string): Refusal => ({
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content: `artifact digest does not match expected digest: expected ${expected} got ${got}`,
  }),
  registryLogin: {
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content:
      'failed to resolve OCI artifact: GET https://ghcr.io/token?scope=repository%3Aacme%2Fapp%3Apull: UNAUTHORIZED: authentication required',
  },
  notInRegistry: {
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content:
      'failed to resolve OCI artifact: GET https://ghcr.io/v2/acme/app/manifests/v9: MANIFEST_UNKNOWN: manifest unknown',
  },
  registryTimeout: {
    status: 500,
    error: 'failed to resolve oci artifact digest',
    content: 'failed to resolve OCI artifact: Get "https://ghcr.io/v2/": dial tcp: i/o timeout',
  },
  trustPolicy: {
    status: 500,
    error: 'failed OCI signature verification',
    content: 'no matching signatures found',
  },
  layout: {
    status: 500,
    error: 'failed to pull oci artifact',
    content: 'invalid artifact layout: expected .doco-cd.yaml or .doco-cd.yml',
  },
  notATar: { status: 500, error: 'failed to pull oci artifact', content: 'failed to read tar stream: unexpected EOF' },
  platform: {
    status: 500,
    error: 'failed to pull oci artifact',
    content: 'no child with platform linux/amd64 in index ghcr.io/acme/app@sha256:0',
  },
  deployConfig: {
    status: 500,
    error: 'failed to get deploy configuration',
    content: 'deploy config: name is required',
  },
  compose: {
    status: 500,
    error: 'deployment failed',
    content: 'failed to deploy stack app: service "web" refers to undefined network backend: invalid compose project',
  },
  exited: {
    status: 500,
    error: 'deployment failed',
    content: 'failed to deploy stack app: service web has a exited container',
  },
  unhealthy: {
    status: 500,
    error: 'deployment failed',
    content: 'failed to deploy stack app: service web is unhealthy',
  },
  startTimeout: {
    status: 500,
    error: 'deployment failed',
    content: 'failed to deploy stack app: timed out after 3m0s waiting for services to start: web',
  },
  imagePull: {
    status: 500,
    error: 'deployment failed',
    content:
      'failed to deploy stack app: failed to pull images: Error response from daemon: Head "https://r.example.com/v2/app/manifests/1": no basic auth credentials',
  },
  envFile: {
    status: 500,
    error: 'deployment failed',
    content: 'failed to parse env files: failed to read env file app.env: unexpected character "-" in variable name',
  },
  duplicate: {
    status: 500,
    error: 'deployment failed',
    content: 'duplicate deployment name: web',
  },
  yaml: {
    status: 500,
    error: 'failed to pull oci artifact',
    content:
      'invalid artifact layout: failed to read layout from .doco-cd.yaml: yaml: line 2: did not find expected key',
  },
  version: {
    status: 500,
    error: 'failed to pull oci artifact',
    content: 'invalid artifact layout: expected layout=doco.v1 in .doco-cd.yaml, got doco.v2',
  },
  baseDirectory: {
    status: 500,
    error: 'failed to get deploy configuration',
    content: 'open /data/ghcr.io/acme/app/deployments: no such file or directory',
  },
  sigstore: {
    status: 500,
    error: 'failed OCI signature verification',
    content: 'failed to load Sigstore trusted root: failed to download: dial tcp: i/o timeout',
  },
  trustRules: {
    status: 500,
    error: 'failed OCI signature verification',
    content: 'OCI trust policy has no trust rules',
  },
  docker: {
    status: 500,
    error: 'failed to check if docker host is running in swarm mode',
    content: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  },
  imageMissing: {
    status: 500,
    error: 'deployment failed',
    content:
      'failed to deploy stack app: failed to deploy stack: failed to pull images: Error response from daemon: manifest for r.example.com/app:2 not found: manifest unknown: manifest unknown',
  },
  noEntrypoint: {
    status: 500,
    error: 'deployment failed',
    content:
      'failed to deploy stack app: failed to deploy stack: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app": stat /app: no such file or directory: unknown',
  },
  migration: {
    status: 500,
    error: 'deployment failed',
    content:
      'failed to deploy stack app: failed to deploy stack: service "migrate" didn\'t complete successfully: exit 3',
  },
  restarting: {
    status: 500,
    error: 'deployment failed',
    content: 'failed to deploy stack app: failed to deploy stack: service web has a restarting container',
  },
  entries: {
    status: 500,
    error: 'failed to pull oci artifact',
    content: 'artifact exceeds maximum allowed number of entries: limit 100000',
  },
  paused: {
    status: 500,
    error: 'deployment failed',
    content:
      'failed to deploy stack app: failed to deploy swarm stack app: xqnry5iyzkh0: service update paused: update paused due to failure or early termination of task c8wbziz2rfk8',
  },
  repositoryName: { status: 400, error: 'invalid repository name', content: 'invalid repository name' },
} as const satisfies Record<string, Refusal | ((...digests: never[]) => Refusal)>;
