import { InputError } from '../util/errors.ts';
import { deceptiveCharacter, nameCharacter, quote } from '../util/text.ts';

/**
 * A name in a registry: `host/path` with a tag, a digest, both or neither. All parts are normalised and well-formed.
 */
export type Reference = {
  readonly host: string;
  readonly path: string;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
};

/** Digest algorithms registered in the OCI image-spec, with the length of their lower-case hex. */
const HEX_LENGTH: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  sha256: 64,
  sha512: 128,
  blake3: 64,
});

const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const HOST_LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const HOST = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`);
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const PATH_LENGTH = 255;
const TAG_LENGTH = 128;
/** By the grammar a bare digest is an image of that name, and 64 hex digits are an image ID. Both are mistakes. */
const BARE_DIGEST = /^(?:[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-fA-F0-9]{32,}|[a-f0-9]{64})$/;

/**
 * The digest in `text`, trimmed: a registered algorithm and lower-case hex digits of its exact length (OCI image-spec).
 * @throws InputError that begins with `field` and says which part is wrong.
 */
export function parseDigest(text: string, field: string): string {
  const digest = text.trim();
  const refuse = (problem: string) => new InputError(`${field}: ${quote(digest)} is not a digest: ${problem}`);
  if (digest === '') throw new InputError(`${field} is empty: expected a digest such as sha256:<64 hex digits>`);
  const deceptive = deceptiveCharacter(digest);
  if (deceptive !== undefined) throw refuse(`it holds ${nameCharacter(deceptive)}; remove it`);
  const colon = digest.indexOf(':');
  if (colon < 0) throw refuse('there is no algorithm before a ":", expected sha256:<64 hex digits>');
  const algorithm = digest.slice(0, colon);
  const encoded = digest.slice(colon + 1);
  if (!DIGEST.test(digest)) {
    const hexLength = HEX_LENGTH[algorithm] ?? 64;
    throw refuse(
      encoded === ''
        ? `nothing follows ${quote(`${algorithm}:`)}`
        : `expected ${algorithm in HEX_LENGTH ? algorithm : 'sha256'}:<${hexLength} hex digits>`,
    );
  }
  const length = HEX_LENGTH[algorithm];
  if (length === undefined) {
    throw refuse(
      `the algorithm ${quote(algorithm)} is not supported, expected one of ${Object.keys(HEX_LENGTH).join(', ')}`,
    );
  }
  const wrong = /[^a-f0-9]/.exec(encoded);
  if (wrong) {
    const hint = /[A-F]/.test(wrong[0]) ? 'hex digits must be lower-case' : 'only 0-9 and a-f are allowed';
    throw refuse(`character ${wrong.index + 1} after ${quote(`${algorithm}:`)} is ${quote(wrong[0])}, ${hint}`);
  }
  if (encoded.length !== length) throw refuse(`${algorithm} has ${length} hex digits, found ${encoded.length}`);
  return digest;
}

/** Whether `text` is a digest that {@link parseDigest} would return unchanged. */
export function isDigest(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const [algorithm = '', encoded = '', ...rest] = text.split(':');
  return rest.length === 0 && encoded.length === HEX_LENGTH[algorithm] && /^[a-f0-9]+$/.test(encoded);
}

/**
 * The reference in `text`, by the grammar of distribution/reference but stricter, normalised as Docker does it: host in
 * lower case, `docker.io` and `library/` written out. No tag is added.
 * @throws InputError that begins with `field` and says which part is wrong.
 */
export function parseReference(text: string, field: string): Reference {
  const written = text.trim();
  const refuse = (problem: string) => new InputError(`${field}: ${quote(written)} is not a reference: ${problem}`);
  if (written === '') throw new InputError(`${field} is empty: expected a reference such as ghcr.io/acme/app:v1`);
  if (written.includes('${{')) {
    throw refuse('it holds an unexpanded expression; write the expression into the workflow file itself');
  }
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\//.exec(written);
  if (scheme) throw refuse(`remove ${quote(scheme[0])}, a reference has no scheme`);
  const unsupported = /[^A-Za-z0-9._\-/:@[\]+=]/u.exec(written);
  if (unsupported)
    throw refuse(
      `character ${unsupported.index + 1} is ${nameCharacter(unsupported[0])}: it is not allowed in a reference`,
    );
  if (BARE_DIGEST.test(written)) throw refuse('it is only a digest, expected host/path:tag or host/path@digest');

  const at = written.indexOf('@');
  const digest = at < 0 ? undefined : parseDigest(written.slice(at + 1), `${field}: the digest of ${quote(written)}`);
  const { host: first, rest } = splitHost(at < 0 ? written : written.slice(0, at));
  const colon = rest.indexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);

  const host = first === undefined ? 'docker.io' : parseHost(first, `${field}: the host of ${quote(written)}`);
  const repository = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  const badPath = pathProblem(path) ?? pathProblem(repository);
  if (badPath) throw refuse(badPath);
  const badTag = tag === undefined ? undefined : tagProblem(tag);
  if (badTag) throw refuse(badTag);
  return { host, path: repository, tag, digest };
}

/**
 * Splits off the first component of `name` if it is a host: `localhost`, or one with a dot or a colon. Any other is a
 * namespace.
 */
export function splitHost(name: string): { readonly host?: string; readonly rest: string } {
  const slash = name.indexOf('/');
  const host = name.slice(0, Math.max(slash, 0));
  return host === 'localhost' || /[.:]/.test(host) ? { host, rest: name.slice(slash + 1) } : { rest: name };
}

/**
 * Host and port of an http URL as they are written, a default port too: a reference has no scheme that would imply it.
 */
export function hostOfUrl(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url ?? '')?.[1];
}

/**
 * Whether `host`, with or without a port, is this machine. Names below localhost are not: some resolvers ask the
 * network for them.
 */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(host);
}

/** Whether `text` begins like a digest: some events have one in the field of the tag. */
export function looksLikeDigest(text: string): boolean {
  return /^sha(?:256|512):/i.test(text);
}

/**
 * A registry host with an optional port, in lower case; `index.docker.io` becomes `docker.io`.
 * @throws InputError that begins with `field`.
 */
export function parseHost(text: string, field: string): string {
  const host = text.trim().toLowerCase();
  const match = HOST.exec(host);
  if (host.length > 255 || !match || (match[1] !== undefined && (Number(match[1]) < 1 || Number(match[1]) > 65535))) {
    throw new InputError(`${field}: ${quote(text.trim())} is not a registry host, expected host or host:port`);
  }
  return host === 'index.docker.io' ? 'docker.io' : host;
}

/** What is wrong with a repository path, or undefined when nothing is. */
function pathProblem(path: string): string | undefined {
  if (path === '') return 'the repository path is missing';
  if (path.length > PATH_LENGTH)
    return `the repository path has ${path.length} characters, at most ${PATH_LENGTH} are allowed`;
  for (const component of path.split('/')) {
    if (component === '') return 'the repository path has an empty component (a doubled or trailing "/")';
    if (/[A-Z]/.test(component)) return `${quote(component)} in the repository path must be lower-case`;
    if (!PATH_COMPONENT.test(component)) {
      return `${quote(component)} in the repository path must be a-z and 0-9, joined by single ".", "_", "__" or dashes`;
    }
  }
  return undefined;
}

/** Whether `text` is a well-formed tag. */
export function isTag(text: unknown): text is string {
  return typeof text === 'string' && tagProblem(text) === undefined;
}

/** What is wrong with a tag, or undefined when nothing is. */
function tagProblem(tag: string): string | undefined {
  if (tag === '') return 'the tag after ":" is empty';
  if (tag.includes('+'))
    return `the tag ${quote(tag)} has a "+", which no tag may have; helm pushes such a version as ${quote(tag.replaceAll('+', '_'))}`;
  if (tag.length > TAG_LENGTH) return `the tag has ${tag.length} characters, at most ${TAG_LENGTH} are allowed`;
  if (!TAG.test(tag))
    return `the tag ${quote(tag)} may hold only A-Z, a-z, 0-9, "_", "." and "-", and not begin with "." or "-"`;
  return undefined;
}

/** `host/path`, then `:tag` and `@digest` where present. */
export function formatReference({ host, path, tag, digest }: Reference): string {
  return `${host}/${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** The start of a digest, which is what people compare: `sha256:` and twelve hex digits. */
export function shortDigest(digest: string): string {
  const colon = digest.indexOf(':');
  return digest.slice(0, colon + 13);
}
