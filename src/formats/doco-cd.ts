import { nameArtifact } from '../artifact.ts';
import { type Exchange, isAccepted } from '../exchange.ts';
import { InputError } from '../input-error.ts';
import { at, parseObject, textAt } from '../json.ts';
import { parseReference, quote } from '../reference.ts';
import { unicodePattern } from '../unicode.ts';
import type { Source, Target } from './format.ts';

const WEBHOOK_PATH = '/v1/webhook';

/**
 * doco-cd: `POST /v1/webhook[/<target>]`. It checks the signature on receipt and nothing else: a wrong digest or
 * reference is accepted and fails later where nobody looks, so everything is checked here. Facts: doco-cd handler_api.go.
 */
export const docoCd: Target & Source = {
  title: 'doco-cd',
  signatureHeader: 'X-Doco-OCI-Signature-256',
  secretRequired: true,
  urlIsCredential: false,
  needsDigest: true,

  endpointUrl(given, target) {
    const url = new URL(given);
    if (url.search !== '' && url.searchParams.has('wait')) {
      throw new InputError('url: remove "wait" from the query, use the `wait` input instead');
    }
    // A trailing slash matches none of doco-cd's routes: 404.
    if (url.pathname.endsWith('/')) url.pathname = url.pathname.replace(/\/+$/, '') || WEBHOOK_PATH;
    if (target === undefined) return url;
    if (!isTargetName(target)) {
      throw new InputError(
        `target: ${quote(target)} is not a target name, expected one path segment such as "production"`,
      );
    }
    if (/\/v1\/webhook\/[^/]+$/.test(url.pathname)) {
      throw new InputError('target: the url names a target already, give it in one place only');
    }
    url.pathname += `/${encodeURIComponent(target)}`;
    return url;
  },

  encode(artifacts) {
    return artifacts.map((artifact) => {
      const { digest, path } = artifact;
      // doco-cd compares with sha256 of what it received (go-containerregistry): no other digest can ever match.
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

  // An answer with a job_id is doco-cd's own and final; one without came from a proxy or the router before it.
  mayRetry: (exchange, usual) => usual && !(exchange.kind === 'answer' && jobId(exchange.body) !== undefined),

  words(body) {
    const parsed = parseObject(body);
    const error = textAt(parsed, 'error');
    const content = textAt(parsed, 'content');
    return error === undefined || content === undefined || error === content
      ? (error ?? content)
      : `${error}: ${content}`;
  },

  hint,
  jobId,
  awaiting: async () => (await import('./doco-cd-runs.ts')).docoCdRuns,

  recognises: (body) => body.source === 'oci' && 'artifact' in body,

  parse(body) {
    const artifact = textAt(body, 'artifact');
    if (artifact === undefined) throw new InputError('event: artifact is missing, expected a reference');
    const { host, path, tag, digest: pinned } = parseReference(artifact, 'event: artifact');
    const digests = [
      { field: 'digest', value: textAt(body, 'digest') },
      { field: 'artifact', value: pinned },
    ];
    return [{ field: 'artifact', host, path, tag, digests }];
  },
};

/** One path segment, and not one that stands for another. */
function isTargetName(target: string): boolean {
  return unicodePattern(String.raw`^[\p{L}\p{N}_.-]+$`, 'u').test(target) && target !== '.' && target !== '..';
}

function hint(exchange: Exchange, { pathname }: URL): string | undefined {
  if (exchange.kind === 'failure') return undefined;
  const { status, body } = exchange;
  const said = parseObject(body);
  const words = `${textAt(said, 'error') ?? ''} ${textAt(said, 'content') ?? ''}`;
  const isDocoCd = jobId(body) !== undefined;
  if (isAccepted(exchange) && !isDocoCd && exchange.bodyEnd === 'complete') {
    return 'it is not doco-cd that answered, which would give a job_id; check that the url leads to it';
  }
  if (status === 404 && !isDocoCd) {
    return /\/v1\/webhook(?:\/[^/]+)?$/.test(pathname)
      ? 'the server has no WEBHOOK_SECRET set, or something between here and doco-cd does not pass /v1/webhook to it'
      : 'the path of the url is not that of doco-cd; leave it out, and /v1/webhook is added';
  }
  if (!isDocoCd) return undefined;
  if (status === 401)
    return "the secret differs from the server's WEBHOOK_SECRET; set both anew, without quotes or line ends";
  if (status === 400 && words.includes('missing signature')) {
    return 'something between here and doco-cd removed the signature header; let the proxy pass X-Doco-OCI-Signature-256';
  }
  if (words.includes('request body is empty')) return 'something between here and doco-cd dropped the request body';
  if (words.includes('request body too large')) return "raise the server's MAX_PAYLOAD_SIZE";
  if (words.includes('failed to parse payload'))
    return 'this doco-cd may be too old for OCI webhooks (needs v0.89.0 or newer)';
  return undefined;
}

function jobId(body: string): string | undefined {
  const id = at(parseObject(body), 'job_id');
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
