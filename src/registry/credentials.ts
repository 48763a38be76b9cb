import { homedir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../util/errors.ts';
import { at, isObject, type JsonObject, parseObject, textAt } from '../util/json.ts';
import { mask } from '../util/log.ts';
import { readTextFile } from '../util/read-file.ts';
import { oneLine, quote } from '../util/text.ts';

/**
 * Logins where `docker login`, podman and skopeo leave them: docs.docker.com/reference/cli/docker/login,
 * containers-auth.json(5). Every login that is read is masked.
 */

export type Login =
  | {
      readonly kind: 'login';
      readonly user: string;
      readonly secret: string;
      /** Whether `secret` is no password but a token that is exchanged for others. */
      readonly isIdentityToken: boolean;
      /** The file or program that it comes from. */
      readonly from: string;
    }
  | { readonly kind: 'none' }
  /** There may be one, but it cannot be read. */
  | { readonly kind: 'broken'; readonly message: string };

type Wanted = { readonly host: string; readonly path: string };

/** Bytes. A file with a login for every registry of the world is smaller. */
const CONFIG_LIMIT = 1024 * 1024;
/** A credential helper may ask its own server. */
const HELPER_MS = 30_000;
/** Docker Hub in Docker's own files. */
const HUB_LOGIN = 'https://index.docker.io/v1/';
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
const NONE: Login = { kind: 'none' };

/**
 * The login for a repository, from the first place that has one. What cannot be read counts only where no other place
 * has one.
 */
export async function findLogin(wanted: Wanted, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Login> {
  let broken: Login | undefined;
  for (const path of authFiles(environment)) {
    const login = await readLogin(path, wanted, signal);
    if (login.kind === 'login') {
      maskLogin(login);
      return login;
    }
    if (login.kind === 'broken') broken ??= login;
  }
  return broken ?? NONE;
}

/** Where logins may be, the most explicit place first. */
function authFiles({
  REGISTRY_AUTH_FILE,
  XDG_RUNTIME_DIR,
  XDG_CONFIG_HOME,
  DOCKER_CONFIG,
  HOME,
}: NodeJS.ProcessEnv): readonly string[] {
  const home = HOME || homedir();
  return [
    ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
    ...(XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
    ...(process.getuid ? [`/run/containers/${process.getuid()}/auth.json`] : []),
    join(XDG_CONFIG_HOME || join(home, '.config'), 'containers/auth.json'),
    join(DOCKER_CONFIG || join(home, '.docker'), 'config.json'),
  ];
}

async function readLogin(path: string, wanted: Wanted, signal: AbortSignal): Promise<Login> {
  const config = readConfig(path);
  if (config === undefined) return NONE;
  if (typeof config === 'string') return { kind: 'broken', message: config };
  const helper = entryFor(wanted, config.credHelpers) ?? config.credsStore;
  const fromHelper = typeof helper === 'string' && helper !== '' ? await askHelper(helper, wanted, signal) : NONE;
  if (fromHelper.kind === 'login') return fromHelper;
  const entry = readEntry(entryFor(wanted, config.auths), path);
  return entry.kind === 'login' ? entry : fromHelper;
}

/** The content of the file; undefined where there is none, and text that says why it cannot be read. */
export function readConfig(path: string): JsonObject | string | undefined {
  try {
    const text = readTextFile(path, { name: 'the file with the logins', mostBytes: CONFIG_LIMIT });
    return parseObject(text) ?? `the file with the logins ${path} is not JSON; correct it, or log in again`;
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
    return cause?.code === 'ENOENT' || cause?.code === 'ENOTDIR' ? undefined : messageOf(error);
  }
}

/**
 * The entry for the repository, by the longest name that it begins with: with the path, without it, or an old one with
 * a scheme.
 */
export function entryFor({ host, path }: Wanted, entries: unknown): unknown {
  if (!isObject(entries)) return undefined;
  const byName = new Map(Object.entries(entries).map(([name, entry]) => [plainName(name), entry]));
  const parts = path.split('/');
  const names = [...parts.keys(), parts.length].map((count) => [host, ...parts.slice(0, count)].join('/'));
  return names.map((name) => byName.get(name)).findLast((entry) => entry !== undefined);
}

/** `host` or `host/path`. Where there is a scheme, the path is that of an API. */
function plainName(name: string): string {
  const plain = /^https?:\/\//.test(name) ? name.replace(/^https?:\/\/([^/]*).*$/s, '$1') : name;
  const [host = '', ...path] = plain.split('/');
  return [HUB_HOSTS.has(host) ? 'docker.io' : host, ...path].join('/');
}

function readEntry(entry: unknown, path: string): Login {
  const decoded = Buffer.from(textAt(entry, 'auth') ?? '', 'base64')
    .toString('utf8')
    .replace(/\0+$/, '');
  const colon = decoded.indexOf(':');
  const [user = textAt(entry, 'username') ?? '', password = textAt(entry, 'password')] =
    colon < 0 ? [] : [decoded.slice(0, colon), decoded.slice(colon + 1)];
  const token = textAt(entry, 'identitytoken');
  if (token !== undefined) return { kind: 'login', user, secret: token, isIdentityToken: true, from: path };
  if (password === undefined || user === '') return NONE;
  return { kind: 'login', user, secret: password, isIdentityToken: false, from: path };
}

/**
 * Asks a credential helper by its protocol (docker/docker-credential-helpers): the server on its input, JSON on its
 * output.
 */
async function askHelper(helper: string, { host }: Wanted, signal: AbortSignal): Promise<Login> {
  const name = `docker-credential-${helper}`;
  const broken = (why: string): Login => ({ kind: 'broken', message: `the credential helper ${quote(name)} ${why}` });
  if (!/^[\w.-]+$/.test(helper)) return broken('has a strange name');
  const { findTool, runTool } = await import('../util/exec.ts');
  const tool = findTool(name);
  if (tool === undefined) return broken('is not installed on this runner');
  const input = host === 'docker.io' ? HUB_LOGIN : host;
  const { exitCode, stdout, stderr } = await runTool(tool, ['get'], { input, signal, timeoutMs: HELPER_MS });
  if (exitCode !== 0) {
    const said = oneLine(stdout || stderr, 200);
    return /credentials not found/i.test(said) ? NONE : broken(`failed: ${said || `exit code ${exitCode}`}`);
  }
  const answer = parseObject(stdout);
  const [user, secret] = [at(answer, 'Username'), at(answer, 'Secret')];
  if (typeof user !== 'string' || typeof secret !== 'string') return broken('printed no login');
  if (secret === '') return NONE;
  return { kind: 'login', user, secret, isIdentityToken: user === '<token>', from: name };
}

/** A registry may repeat what it was sent. */
function maskLogin({ user, secret }: Extract<Login, { kind: 'login' }>): void {
  for (const each of [secret, `${user}:${secret}`]) {
    mask(each);
    mask(Buffer.from(each).toString('base64'));
  }
}
