import type { DeploymentResult } from '../types.ts';

/**
 * What a failed deployment's `<error>: <detail>` means and what to do about it. The first pattern that matches counts.
 * Sources: doco-cd handler.go, internal/source, internal/stages, internal/docker.
 */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /digest does not match expected digest/,
    'the tag has moved: whatever was pushed since deploys with its own message. If nothing was pushed, the digest is not the one that the tag points at; for a multi-platform image that is the digest of the index',
  ],
  [
    /^failed to (?:resolve|pull) oci artifact.*(?:UNAUTHORIZED|DENIED|\b401\b|\b403\b|authentication required|forbidden)/is,
    "the server may not read from the registry: give it the registry's credentials (Docker's config.json), or make the package public",
  ],
  [
    /^failed to resolve oci artifact.*(?:MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b|not found)/is,
    'the registry does not have it under this name: check artifact and registry, and send only after the push has ended',
  ],
  [
    /^failed to resolve oci artifact/i,
    'the server cannot get the artifact from the registry: check its network, proxy and name server',
  ],
  [
    /failed to load Sigstore trusted root/,
    'the server cannot reach Sigstore (tuf-repo-cdn.sigstore.dev), whose root it fetches for every kind of signature: let it, or turn OCI_TRUST_POLICY off',
  ],
  [
    /OCI trust policy has no trust rules/,
    "the server's OCI_TRUST_POLICY is on and trusts nobody: add a public key or an identity to it",
  ],
  [
    /^failed oci signature verification/i,
    "the server's OCI_TRUST_POLICY wants a signature that it does not find on this digest: sign the digest before this step, with a key or identity that the policy lists",
  ],
  [
    /no child with platform/,
    'the image has no variant for linux/amd64, which is the one that doco-cd reads on every host: add it, or push a single manifest (build with --provenance=false)',
  ],
  [
    /failed to read layout from \.doco-cd/,
    'the .doco-cd.yaml in the artifact is not YAML that doco-cd can read: correct it and push again',
  ],
  [
    /expected layout=doco\.v1 in /,
    'the .doco-cd.yaml in the artifact names another version: write version: doco.v1 or leave it out',
  ],
  [
    /exceeds maximum allowed (?:number of entries|extraction size)/,
    'the artifact has more than doco-cd unpacks, 100,000 files and directories with 1 GiB: put less into it',
  ],
  [
    /^failed to pull oci artifact/i,
    'this is not an artifact that doco-cd can deploy: its layers must be tar archives with .doco-cd.yaml (with a target: .doco-cd.<target>.yaml) at the root; the push action makes them so',
  ],
  [
    /^failed to get deploy configuration: open .*no such file/is,
    'the server looks for .doco-cd.yaml in the directory of its DEPLOY_CONFIG_BASE_DIR: put the file there too, besides the one at the root',
  ],
  [
    /^failed to get deploy configuration|\bduplicate\b|key not found/i,
    'the configuration in the artifact (.doco-cd.yaml or a Compose file) is wrong: correct what is named here and push again',
  ],
  [
    /failed to parse env files|failed to parse local env files/,
    'an env file in the artifact cannot be read: correct it, or env_files in .doco-cd.yaml, and push again',
  ],
  [
    /failed to check if docker host is running in swarm mode/,
    'doco-cd cannot reach Docker: mount /var/run/docker.sock into its container, and check that Docker runs',
  ],
  [
    /failed to pull images.*(?:no basic auth|denied|unauthorized|authentication required|forbidden)/is,
    "the server may not pull an image that the Compose file names: give it the credentials of that registry (Docker's config.json)",
  ],
  [
    /failed to pull images.*(?:not found|manifest unknown)|no such image/is,
    'an image that the Compose file names is not in its registry: check its name and tag, and push it before this step',
  ],
  [
    /failed to create (?:shim )?task|runc create failed|exec format error|executable file not found/i,
    'a container could not be started: check entrypoint, command and mounts of the service, and that the image is for the platform of the server',
  ],
  [
    /didn't complete successfully: exit \d+/,
    'a service that another waits for has ended with an error: see docker logs on the server',
  ],
  [
    /is unhealthy|has an? (?:exited|dead) container|one-shot service .* exited/,
    'a container was started and failed: see docker logs on the server. A service that is meant to end needs another that depends on it with service_completed_successfully',
  ],
  [
    /has a restarting container/,
    'a container crashes as soon as it was started, and Docker starts it again and again: see docker logs on the server',
  ],
  [
    /timed out after .* waiting for services to start/,
    'a service did not start in time: see docker logs on the server, or raise timeout in .doco-cd.yaml',
  ],
  [
    /service update (?:paused|rolled back|rollback)/,
    'Swarm stopped the update because a task failed: see docker service ps --no-trunc on the server',
  ],
  [
    /^deployment failed/i,
    "Compose or Swarm refused it on the server: correct what it names and push again; the server's log has the details",
  ],
  [
    /^(?:invalid repository name|failed to verify and sanitize)/i,
    'doco-cd cannot make a directory with the name of the repository: rename the package',
  ],
];

/** Characters at the beginning and at the end of a message that are looked at. */
const PART = 2_000;

/** What to do about a deployment that failed with `message`. Undefined when the message needs no explanation. */
function failureHint(message: string): string | undefined {
  // Some patterns take time in proportion to the square of the text, and the server may send a mebibyte.
  const text = message.length > 2 * PART ? `${message.slice(0, PART)}\n${message.slice(-PART)}` : message;
  return HINTS.find(([pattern]) => pattern.test(text))?.[1];
}

/** A deployment that failed with `message`. */
export function failedDeployment(message: string | undefined): DeploymentResult {
  return { kind: 'failed', error: 'DEPLOYMENT_FAILED', serverMessage: message, hint: failureHint(message ?? '') };
}
