import { optionalText } from '../../events/fields.ts';
import { isOwnJson } from '../../events/json.ts';
import { nameArtifact } from '../../oci/artifact.ts';
import { formatReference, parseReference } from '../../oci/reference.ts';
import { parseWrittenDigest, refuseWord } from '../../oci/written.ts';
import { InputError } from '../../util/errors.ts';
import { type JsonObject, kindOf, textAt } from '../../util/json.ts';
import { quote, unicodePattern } from '../../util/text.ts';
import type { EventSource, Receiver } from '../types.ts';
import { hint, isAcceptance, isRetryable, jobId, serverMessage } from './response.ts';
import { parseWebhookPath, WEBHOOK_PATH } from './webhook-path.ts';

/**
 * doco-cd: `POST /v1/webhook[/<target>]`. On receipt it checks the signature and nothing else: a wrong digest or reference is
 * accepted and fails later, unseen, so everything is checked here. Source: doco-cd handler_api.go.
 */
export const docoCd: Receiver & EventSource = {
  title: 'doco-cd',
  signatureHeader: 'X-Doco-OCI-Signature-256',
  secretRequired: true,
  urlIsCredential: false,
  needsDigest: true,

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

  serialize(artifacts) {
    return artifacts.map((artifact) => {
      const { digest, path } = artifact;
      // doco-cd compares it with the SHA-256 of what it received (go-containerregistry): no other digest can ever match.
      if (!digest?.startsWith('sha256:')) {
        throw new InputError(
          `digest: ${quote(digest ?? '')} has an unsupported algorithm, doco-cd can only use sha256`,
        );
      }
      if (path.length < 2) {
        throw new InputError(`artifact: the repository path ${quote(path)} is too short, doco-cd needs two characters`);
      }
      const body = JSON.stringify({ source: 'oci', digest, artifact: nameArtifact(artifact) });
      return { artifacts: [artifact], body, contentType: 'application/json' };
    });
  },

  warnings(artifacts) {
    const byRepository = Map.groupBy(artifacts, ({ host, path }) => `${host}/${path}`);
    const several = [...byRepository].filter(([, named]) => named.length > 1);
    return several.map(
      ([repository, named]) =>
        `${named.map(nameArtifact).join(' and ')} are of one repository: doco-cd unpacks ${repository} into one directory, so the last to arrive overwrites the others; send one of them, for example with filter`,
    );
  },

  isAcceptance,
  isRetryable,
  serverMessage,
  hint,
  jobId,
  tracker: async () => (await import('./runs.ts')).docoCdRuns,

  // People who write the event themselves leave out the source, or add fields of their own.
  matches: (body) => 'artifact' in body && !isOwnJson(body),

  parse(body) {
    const artifact = textAt(body, 'artifact');
    if (artifact === undefined) {
      throw new InputError(`event: artifact must be a reference, found ${kindOf(body.artifact)}`);
    }
    refuseWord(artifact, 'event: artifact');
    const { host, path, tag: named, digest: pinned } = parseReference(artifact, 'event: artifact');
    const [registry, tag = named] = [optionalText(body, '', 'registry'), optionalText(body, '', 'tag')];
    if (registry !== undefined && registry !== host) {
      throw new InputError(`event: registry is ${quote(registry)}, but artifact is in ${host}; write it into artifact`);
    }
    if (named !== undefined && tag !== named) {
      throw new InputError(`event: tag is ${quote(tag ?? '')}, but artifact is ${quote(artifact)}; remove one of them`);
    }
    const digest = digestOf(body, formatReference({ host, path }));
    if (digest !== undefined && pinned !== undefined && digest !== pinned) {
      throw new InputError(`event: digest is ${digest}, but artifact is ${quote(artifact)}; they must be equal`);
    }
    const digests = [
      { field: 'digest', value: digest },
      { field: 'artifact', value: pinned },
    ];
    // doco-cd reads it as go-containerregistry does: no tag and no digest mean latest.
    const meant = tag ?? (pinned === undefined ? 'latest' : undefined);
    return [{ field: 'artifact', host, path, tag: meant, digests, isDeliberate: true }];
  },
};

/** The digest in a message that somebody wrote, of this repository if it says of which. */
function digestOf(body: JsonObject, repository: string): string | undefined {
  const text = optionalText(body, '', 'digest');
  if (text === undefined) return undefined;
  const written = parseWrittenDigest(text, 'event: digest');
  if (written.repository === undefined || written.repository === repository) return written.digest;
  throw new InputError(
    `event: digest is of ${written.repository}, but artifact is of ${repository}; correct one of them`,
  );
}

/** Whether `target` is one path segment, and neither "." nor "..". */
function isTargetName(target: string): boolean {
  return unicodePattern(String.raw`^[\p{L}\p{N}_.-]+$`, 'u').test(target) && target !== '.' && target !== '..';
}
