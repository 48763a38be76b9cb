/** What a failed deployment's `<error>: <detail>` means and what to do about it. The first pattern that matches counts. */
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
    /^failed oci signature verification/i,
    "the server's OCI_TRUST_POLICY wants a signature that it does not find on this digest: sign the digest before this step, with a key or identity that the policy lists",
  ],
  [
    /no child with platform/,
    'the image has no variant for linux/amd64, which is the one that doco-cd reads on every host: add it, or push a single manifest (build with --provenance=false)',
  ],
  [
    /^failed to pull oci artifact/i,
    'this is not an artifact that doco-cd can deploy: its layers must be tar archives with .doco-cd.yaml (with a target: .doco-cd.<target>.yaml) at the root; the push action makes them so',
  ],
  [
    /^failed to get deploy configuration/i,
    'the .doco-cd.yaml in the artifact cannot be read: correct it and push again',
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

/** What to do about a deployment that failed with `message`. Undefined when the message says it all. */
export function failureHint(message: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(message))?.[1];
}
