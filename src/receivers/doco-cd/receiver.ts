import { nameArtifact, nameArtifacts } from '../../oci/artifact.ts';
import { InputError } from '../../util/errors.ts';
import { quote, unicodePattern } from '../../util/text.ts';
import type { Proof, Receiver } from '../types.ts';
import { hint, isAcceptance, isRetryable, jobId, serverMessage } from './response.ts';
import { parseWebhookPath, WEBHOOK_PATH } from './webhook-path.ts';

const SIGNATURE: Proof = { kind: 'signature', header: 'X-Doco-OCI-Signature-256' };

/**
 * Headers by which it recognises the webhooks of Git providers. With one of these it reads the request as a Git push
 * and answers 500. Source: doco-cd webhook package.
 */
const PROVIDER_HEADERS = new Set([
  'x-hub-signature',
  'x-hub-signature-256',
  'x-gitea-signature',
  'x-gitlab-token',
  'x-gogs-signature',
  'x-forgejo-signature',
]);

/**
 * doco-cd: `POST /v1/webhook[/<target>]`. On receipt it checks the signature and nothing else: a wrong digest or
 * reference is accepted and fails later, unseen, so everything is checked here. Source: doco-cd handler_api.go.
 */
export const docoCd: Receiver = {
  name: 'doco-cd',
  title: 'doco-cd',
  wire: {
    secretRequired: true,
    urlIsCredential: false,
    usualPath: WEBHOOK_PATH,
    needsDigest: () => true,

    endpointUrl(given, target) {
      const url = new URL(given);
      if (url.search !== '' && url.searchParams.has('wait')) {
        throw new InputError('url: remove "wait" from the query and use the `wait` input instead');
      }
      // With a trailing slash no route of doco-cd matches: 404.
      if (url.pathname.endsWith('/')) url.pathname = url.pathname.replace(/\/+$/, '') || WEBHOOK_PATH;
      if (target === undefined) return url;
      if (!isTargetName(target)) {
        throw new InputError(
          `target: ${quote(target)} is not a target name, expected one path segment such as "production"`,
        );
      }
      if (parseWebhookPath(url.pathname)?.target !== undefined) {
        throw new InputError('target: the url names a target already; give it in one place only');
      }
      url.pathname += `/${encodeURIComponent(target)}`;
      return url;
    },

    proofs: () => [SIGNATURE],

    write(artifact) {
      const { digest, path } = artifact;
      // It compares it with the SHA-256 of what it received (go-containerregistry): no other digest can ever match.
      if (!digest?.startsWith('sha256:')) {
        throw new InputError(
          `digest: ${quote(digest ?? '')} has an unsupported algorithm, doco-cd can only use sha256`,
        );
      }
      if (path.length < 2) {
        throw new InputError(`artifact: the repository path ${quote(path)} is too short, doco-cd needs two characters`);
      }
      const body = JSON.stringify({ source: 'oci', digest, artifact: nameArtifact(artifact) });
      return { artifact, body, contentType: 'application/json', proof: SIGNATURE };
    },

    refuseHeader(name) {
      if (PROVIDER_HEADERS.has(name)) {
        return "it is a provider's signature header, and doco-cd would take the request for another kind";
      }
      return name === 'content-type' ? 'it is set by the action itself' : undefined;
    },

    keepsOneVersion: true,

    warnings(artifacts) {
      const byRepository = Map.groupBy(artifacts, ({ host, path }) => `${host}/${path}`);
      const several = [...byRepository].filter(([, named]) => named.length > 1);
      return several.map(
        ([repository, named]) =>
          `${nameArtifacts(named)} are of one repository: doco-cd unpacks ${repository} into one directory, so the last to arrive overwrites the others; send one of them, for example with filter`,
      );
    },
  },
  answers: { isAcceptance, isRetryable, serverMessage, hint: (result, { url }) => hint(result, url), jobId },
  tracker: async () => (await import('./tracker.ts')).docoCdTracker,
};

/** Whether `target` is one path segment, and neither "." nor "..". */
function isTargetName(target: string): boolean {
  return unicodePattern(String.raw`^[\p{L}\p{N}_.-]+$`, 'u').test(target) && target !== '.' && target !== '..';
}
