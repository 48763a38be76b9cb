import { sha256Digest } from '../oci/digest.ts';
import { isDigest, isLoopback } from '../oci/reference.ts';
import { parseObject, textAt } from '../util/json.ts';
import { retryTransient } from '../util/retry-transient.ts';
import { authorize } from './authorize.ts';
import { findLogin, type Login } from './credentials.ts';
import {
  type Answer,
  createSender,
  failed,
  problemOf,
  type Responded,
  type Send,
  type SendOptions,
} from './request.ts';
import type { Found, Named, Problem, Registry } from './types.ts';

/** Asks registries by their own protocol: OCI distribution-spec, and its authentication by Basic or Bearer. */

type RegistryOptions = {
  readonly environment: NodeJS.ProcessEnv;
  /** Accepts any certificate, and plain http. For registries on this machine that is always so, as Docker has it. */
  readonly insecure?: boolean;
  readonly signal: AbortSignal;
};

type Question = SendOptions & {
  readonly named: Named;
  /** Below the repository. */
  readonly path: string;
};

/** Everything that a tag or digest may name. */
const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.artifact.manifest.v1+json',
  'application/vnd.cncf.oras.artifact.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
  'application/vnd.docker.distribution.manifest.v1+json',
].join(', ');
/** How often a request is sent that may have another answer soon, and the waits in between. */
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
/** A registry that wants to be left alone for longer is not asked again here. */
const LONGEST_WAIT_MS = 5_000;

/** A client that remembers, while the step runs, how each registry is reached and what it lets us do. */
export function createRegistry({ environment, insecure = false, signal }: RegistryOptions): Registry {
  const hosts = new Map<string, Host>();
  /** By repository: the header that was accepted last, and the one that is being asked for. */
  const authorizations = new Map<string, string>();
  const authorizing = new Map<string, ReturnType<typeof authorize>>();
  const logins = new Map<string, Promise<Login>>();

  function hostOf(name: string): Host {
    const isLocal = isLoopback(name);
    const isOpen = insecure || isLocal;
    const known = hosts.get(name) ?? {
      send: createSender(name, { environment, skipTlsVerification: isOpen, signal }),
      schemes: isLocal ? ['http', 'https'] : isOpen ? ['https', 'http'] : ['https'],
    };
    hosts.set(name, known);
    return known;
  }

  function loginOf({ host, path }: Named): Promise<Login> {
    const found = logins.get(`${host}/${path}`) ?? findLogin({ host, path }, environment, signal);
    logins.set(`${host}/${path}`, found);
    return found;
  }

  /** The answer to the challenge in `refused`. */
  async function authorizeFor(named: Named, refused: Responded): ReturnType<typeof authorize> {
    return authorize({
      challenges: String(refused.headers['www-authenticate'] ?? ''),
      scope: `repository:${named.path}:pull`,
      host: named.host,
      login: await loginOf(named),
      mayBePlain: (name) => insecure || (isLoopback(named.host) && isLoopback(name)),
      send: hostOf(named.host).send,
    });
  }

  /** The answer to a question, authorized where the registry wants that. */
  async function askOnce(question: Question): Promise<Responded | Problem> {
    const { named } = question;
    const host = hostOf(named.host);
    const key = `${named.host}/${named.path}`;
    const first = await sendTo(host, question, authorizations.get(key));
    if (first.kind === 'problem') return first.problem;
    if (first.status !== 401) return checked(first, named);
    // Questions about one repository at the same time share a token.
    const underWay = authorizing.get(key) ?? authorizeFor(named, first).finally(() => authorizing.delete(key));
    authorizing.set(key, underWay);
    const authorization = await underWay;
    if (authorization === undefined) return checked(first, named);
    if (typeof authorization !== 'string') return authorization;
    authorizations.set(key, authorization);
    const second = await sendTo(host, question, authorization);
    return second.kind === 'problem' ? second.problem : checked(second, named);
  }

  async function ask(question: Question): Promise<Responded | Problem> {
    let askedMs = 0;
    const answer = await retryTransient(() => askOnce(question), {
      isTransient: (answer) => {
        askedMs = answer.retryAfterMs ?? 0;
        return answer.kind !== 'response' && answer.isTransient && askedMs <= LONGEST_WAIT_MS;
      },
      attempts: ATTEMPTS,
      waitMs: (attempt) => Math.max(FIRST_WAIT_MS * 2 ** (attempt - 1), askedMs),
      signal,
    });
    if (answer.kind !== 'denied' && answer.kind !== 'limited') return answer;
    return { ...answer, hint: loginHint(answer.kind, question.named.host, await loginOf(question.named)) };
  }

  async function manifest(named: Named): Promise<Found | Problem> {
    const path = `manifests/${named.digest ?? named.tag}`;
    const answer = await ask({ named, path, headers: { accept: MANIFEST_TYPES } });
    return answer.kind === 'response' ? readManifest(answer, named) : answer;
  }

  async function createdMs(named: Named, { manifest: image }: Found): Promise<number | undefined> {
    const annotated = textAt(image, 'annotations', 'org.opencontainers.image.created');
    if (annotated !== undefined) return Date.parse(annotated) || undefined;
    const part = Array.isArray(image.manifests) ? textAt(image.manifests[0], 'digest') : undefined;
    const found = isDigest(part) ? await manifest({ ...named, tag: undefined, digest: part }) : undefined;
    const config = textAt(found?.kind === 'found' ? found.manifest : image, 'config', 'digest');
    if (!isDigest(config)) return undefined;
    const answer = await ask({ named, path: `blobs/${config}` });
    if (answer.kind !== 'response') return undefined;
    return Date.parse(textAt(parseObject(answer.bytes.toString('utf8')), 'created') ?? '') || undefined;
  }

  return {
    manifest,
    createdMs,
    async blob(named) {
      const answer = await ask({ named, path: `blobs/${named.digest}`, method: 'HEAD' });
      return answer.kind === 'response' ? { kind: 'found' } : answer;
    },
  };
}

function checked(answer: Responded, { host }: Named): Responded | Problem {
  return answer.status < 400 ? answer : problemOf(answer, host);
}

/** What to do where a login is missing, or does not do. */
function loginHint(kind: 'denied' | 'limited', host: string, login: Login): string | undefined {
  if (login.kind === 'broken') return login.message;
  const howTo = 'log in before this step, as with docker/login-action';
  if (kind === 'limited') return login.kind === 'none' ? `a login for ${host} raises the limit: ${howTo}` : undefined;
  return login.kind === 'none'
    ? `there is no login for ${host}: ${howTo}`
    : `the login for ${host} from ${login.from} is wrong, has expired, or may not do this in the repository`;
}

type Host = {
  readonly send: Send;
  /** In the order in which they are tried. The first that is answered is kept. */
  schemes: readonly string[];
};

async function sendTo(host: Host, { named, path, ...options }: Question, authorization?: string): Promise<Answer> {
  const address = named.host === 'docker.io' ? 'registry-1.docker.io' : named.host;
  const headers = { ...options.headers, ...(authorization !== undefined && { authorization }) };
  let first: Answer | undefined;
  for (const scheme of host.schemes) {
    const answer = await host.send(new URL(`${scheme}://${address}/v2/${named.path}/${path}`), { ...options, headers });
    if (host.schemes.length === 1) return answer;
    // Servers answer 400 to http where they speak TLS, and break off a handshake where they do not.
    if (answer.kind === 'response' && answer.status !== 400) {
      host.schemes = [scheme];
      return answer;
    }
    first ??= answer;
  }
  return first ?? { kind: 'problem', problem: failed('there is no way to ask') };
}

function readManifest({ bytes, headers }: Responded, { host, digest }: Named): Found | Problem {
  const manifest = parseObject(bytes.toString('utf8'));
  if (manifest === undefined || (manifest.schemaVersion === undefined && textAt(manifest, 'mediaType') === undefined)) {
    return failed(`${host} answered something that is no manifest`);
  }
  if (manifest.schemaVersion === 1) {
    const given = headers['docker-content-digest'];
    return isDigest(given)
      ? { kind: 'found', digest: given, manifest }
      : failed(`${host} gave no digest of a manifest of schema 1`);
  }
  const own = sha256Digest(bytes);
  if (digest?.startsWith('sha256:') && digest !== own)
    return failed(`${host} answered ${own} when it was asked for ${digest}`);
  return { kind: 'found', digest: own, manifest };
}
