import { InputError } from '../input-error.ts';
import { at, isObject, parseObject, textAt } from '../json.ts';
import { docoCd } from './doco-cd.ts';
import type { Awaiting, Ending, RunReading, RunState } from './format.ts';

/**
 * How doco-cd's deployments are awaited: with `?wait=true` it deploys inside the request; without, its run API tells how a
 * job is doing, if API_SECRET is set. It keeps the newest 50 runs in memory. Facts: doco-cd handler_api.go, run tracker.
 */
export const docoCdRuns: Awaiting = {
  insideUrl(endpoint) {
    const url = new URL(endpoint);
    // Not through searchParams, which would write the rest of the query anew.
    url.search = url.search === '' ? '?wait=true' : `${url.search}&wait=true`;
    return url;
  },

  readInside(answer) {
    const { status, body } = answer;
    const words = docoCd.words(body);
    const said = words === undefined ? {} : { words };
    const isDocoCd = docoCd.jobId(body) !== undefined;
    if (status === 201 && (isDocoCd || answer.bodyEnd !== 'complete')) return { kind: 'succeeded', ...said };
    if (status >= 200 && status < 300) {
      const hint = isDocoCd
        ? 'doco-cd was not asked to wait: something on the way removed ?wait=true from the URL; set api-key to ask the run API instead'
        : 'this is not the answer of a doco-cd that waits; check the path of the url';
      return { kind: 'unknown', error: 'NOT_AWAITED', ...said, hint };
    }
    if (isDocoCd) return isReceipt(words ?? '') ? undefined : failed(words);
    // A gateway's verdict on a request that it has passed on. The job ignores that its client has gone.
    if (![502, 504, 520, 522, 524].includes(status)) return undefined;
    return {
      kind: 'unknown',
      error: `HTTP_${status}`,
      ...said,
      hint: 'a proxy on the way did not wait as long as the deployment took, which may still go on; set api-key to ask the run API instead, or raise the read timeout of the proxy',
    };
  },

  keyHeader: 'x-api-key',

  runUrl(endpoint, jobId) {
    const url = new URL(endpoint);
    const prefix = /^(.*)\/v1\/webhook(?:\/[^/]+)?$/.exec(url.pathname)?.[1];
    if (prefix === undefined) {
      throw new InputError(
        `url: the path at ${url.origin} does not end with /v1/webhook or /v1/webhook/<target>, so the path of the run API (/v1/api/run) cannot be derived from it; use such a path, or remove api-key to wait inside the request`,
      );
    }
    url.pathname = `${prefix}/v1/api/run/${encodeURIComponent(jobId)}`;
    return url;
  },

  readRun({ status, body }) {
    const isDocoCd = docoCd.jobId(body) !== undefined;
    const words = docoCd.words(body);
    if (status === 200) return isDocoCd ? readRun(at(parseObject(body), 'content')) : undefined;
    if (status === 401 && isDocoCd) {
      return lost('API_KEY_REFUSED', words, "api-key differs from the server's API_SECRET; the deployment goes on");
    }
    if (status === 404 && isDocoCd) {
      return lost(
        'RUN_NOT_FOUND',
        words,
        "doco-cd has forgotten the deployment, which may have gone well: it was restarted, or 50 newer requests took its place; see the server's log",
      );
    }
    if (status === 404) {
      return lost(
        'API_NOT_FOUND',
        words,
        'the server has no API_SECRET set, is too old to have a run API, or a proxy does not pass /v1/api to it; the deployment goes on. Set API_SECRET, or remove api-key to wait inside the request',
      );
    }
    return undefined;
  },
};

function lost(error: string, words: string | undefined, hint: string): RunReading {
  return { state: { kind: 'unknown', error, ...(words === undefined ? {} : { words }), hint } };
}

/** The fields of a run; undefined when it is none. */
function readRun(run: unknown): RunReading | undefined {
  if (!isObject(run) || typeof run.status !== 'string') return undefined;
  return {
    state: readState(textAt(run, 'status'), textAt(run, 'message')),
    ...time('createdMs', run.created_at),
    ...time('startedMs', run.started_at),
    ...time('finishedMs', run.finished_at),
  };
}

function readState(status: string | undefined, message: string | undefined): RunState {
  switch (status) {
    case 'accepted': // Also while it waits for the lock of its repository.
    case 'running':
      return { kind: status };
    case 'succeeded':
    case 'skipped':
      return { kind: status, ...(message === undefined ? {} : { words: message }) };
    case 'failed':
      return failed(message);
    default:
      return {
        kind: 'unknown',
        error: 'STATE_NOT_KNOWN',
        words: `its state is "${status ?? ''}"`,
        hint: 'this doco-cd is newer than this action: update the action. The deployment goes on',
      };
  }
}

function time<Name extends string>(name: Name, value: unknown): { [Key in Name]?: number } {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return (Number.isNaN(ms) ? {} : { [name]: ms }) as { [Key in Name]?: number };
}

/** Whether `words` are those of a request that was refused on receipt: nothing has been deployed. */
function isReceipt(words: string): boolean {
  return /^(?:incorrect secret key|missing signature|invalid http method|failed to parse payload)/.test(words);
}

function failed(words: string | undefined): Ending {
  const hint = MEANINGS.find(({ sign }) => sign.test(words ?? ''))?.hint;
  return {
    kind: 'failed',
    error: 'DEPLOYMENT_FAILED',
    ...(words === undefined ? {} : { words }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/**
 * What a failed deployment's `<error>: <detail>` means and what to do about it, where the words do not say all. The first sign
 * that is found counts: what is more special comes first.
 */
const MEANINGS: readonly { readonly sign: RegExp; readonly hint: string }[] = [
  {
    sign: /digest does not match expected digest/,
    hint: 'the tag has moved: what was pushed since deploys with its own message. If nothing was pushed, the digest is not the one the tag points at; of a multi-platform image it is the digest of the index',
  },
  {
    sign: /^failed to (?:resolve|pull) oci artifact.*(?:UNAUTHORIZED|DENIED|\b401\b|\b403\b|authentication required|forbidden)/is,
    hint: "the server may not read from the registry: give it the registry's credentials (config.json of Docker), or make the package public",
  },
  {
    sign: /^failed to resolve oci artifact.*(?:MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b|not found)/is,
    hint: 'the registry does not have it under this name: check artifact and registry, and send only after the push has ended',
  },
  {
    sign: /^failed to resolve oci artifact/i,
    hint: 'the server cannot get the artifact from the registry: check its network, proxy and name server',
  },
  {
    sign: /^failed oci signature verification/i,
    hint: "the server's OCI_TRUST_POLICY wants a signature that it does not find on this digest: sign the digest before this step, with a key or identity that the policy lists",
  },
  {
    sign: /no child with platform/,
    hint: 'the image has no variant for linux/amd64, which is the one doco-cd reads on every host: add it, or push a single manifest (build with --provenance=false)',
  },
  {
    sign: /^failed to pull oci artifact/i,
    hint: 'this is not an artifact that doco-cd can deploy: its layers must be tar archives with .doco-cd.yaml (with a target: .doco-cd.<target>.yaml) at the root; the push action makes such',
  },
  {
    sign: /^failed to get deploy configuration/i,
    hint: 'the .doco-cd.yaml in the artifact cannot be read: correct it and push again',
  },
  {
    sign: /^deployment failed/i,
    hint: "Compose or Swarm refused it on the server: correct what it names and push again; the server's log has the whole story",
  },
  {
    sign: /^(?:invalid repository name|failed to verify and sanitize)/i,
    hint: 'doco-cd cannot make a directory of the name of the repository: rename the package',
  },
];
