import { importKey, type SigningKey } from './app.ts';

/** Who calls GitHub: a token, or an App that is installed on the repository. */
export type Credentials = { readonly token: string } | { readonly appId: string; readonly key: SigningKey };

/** A repository whose workflow is started, and what a registry shows to start it. */
export type Repository = {
  /** owner/name. */
  readonly name: string;
  readonly relayToken: string;
  readonly credentials: Credentials;
};

export type Settings = {
  readonly repositories: readonly Repository[];
  /** What the workflow has under `repository_dispatch: types`. */
  readonly eventType: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  /** How long a request may take in all: waiting for its turn, asking GitHub, asking again. */
  readonly timeoutMs: number;
  /** How much time there is for each dispatch, in the long run. */
  readonly intervalMs: number;
  /** Where server.ts listens. Elsewhere the platform decides. */
  readonly host: string;
  readonly port: number;
};

/** Environment variables, or the bindings of a Worker. */
export type Environment = Readonly<Record<string, unknown>>;

/** Not a bug but a mistake in the settings: shown without a stack. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

type Read = (name: string, standard?: string) => string;
type RefuseUnless = (isRight: boolean, mistake: string) => void;

/** GitHub asks for one a second, a GitHub Enterprise Server may take more. This also bounds how many events wait. */
const MOST_PER_SECOND = 20;

/**
 * The settings in the environment.
 * @throws SettingsError that names every mistake, one per line, and never a value that may be secret.
 */
export async function readSettings(environment: Environment): Promise<Settings> {
  const mistakes: string[] = [];
  const read: Read = (name, standard = '') => {
    const value = environment[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : standard;
  };
  const refuseUnless: RefuseUnless = (isRight, mistake) => {
    if (!isRight) mistakes.push(mistake);
  };

  const repositories = await readRepositories(read, refuseUnless);
  const eventType = read('EVENT_TYPE', 'pushed');
  // docs.github.com/rest/repos/repos, create a repository dispatch event.
  refuseUnless(eventType.length <= 100, 'EVENT_TYPE must have 100 characters at most');
  const apiUrl = read('GITHUB_API_URL', 'https://api.github.com').replace(/\/+$/, '');
  refuseUnless(
    isApiUrl(apiUrl),
    'GITHUB_API_URL must be an https URL without credentials, such as https://github.example.com/api/v3',
  );
  const timeout = Number(read('TIMEOUT', '10'));
  refuseUnless(timeout > 0 && timeout <= 300, 'TIMEOUT must be a number of seconds, more than 0 and at most 300');
  const perSecond = Number(read('DISPATCHES_PER_SECOND', '1'));
  refuseUnless(
    perSecond > 0 && perSecond <= MOST_PER_SECOND,
    `DISPATCHES_PER_SECOND must be a number, more than 0 and at most ${MOST_PER_SECOND}`,
  );
  const port = read('PORT', '8080');
  refuseUnless(/^\d{1,5}$/.test(port) && Number(port) <= 65_535, 'PORT must be a port number, at most 65535');

  if (mistakes.length > 0) throw new SettingsError(mistakes.join('\n'));
  return {
    repositories,
    eventType,
    apiUrl,
    timeoutMs: timeout * 1000,
    intervalMs: 1000 / perSecond,
    host: read('HOST', '127.0.0.1'),
    port: Number(port),
  };
}

async function readRepositories(read: Read, refuseUnless: RefuseUnless): Promise<readonly Repository[]> {
  const names = listIn(read('REPOSITORY'));
  const wrong = names.find((name) => !/^[\w.-]+\/[\w.-]+$/.test(name));
  refuseUnless(
    names.length > 0 && wrong === undefined,
    `REPOSITORY must be owner/name, or several of them, found ${JSON.stringify(wrong?.slice(0, 100) ?? '')}`,
  );
  refuseUnless(!hasTwice(names.map((name) => name.toLowerCase())), 'REPOSITORY must name no repository twice');

  const tokens = listIn(read('RELAY_TOKEN'));
  refuseUnless(
    tokens.length > 0 && tokens.every((token) => /^[A-Za-z0-9._~-]{16,}$/.test(token)),
    'RELAY_TOKEN must have at least 16 characters, of A-Z, a-z, 0-9, ".", "_", "~" and "-" so that it fits into a URL: openssl rand -hex 32',
  );
  refuseUnless(
    names.length < 2 || (tokens.length === names.length && !hasTwice(tokens)),
    `RELAY_TOKEN must be a token of its own for each REPOSITORY, in the same order: ${names.length} repositories, ${tokens.length} tokens`,
  );
  refuseUnless(
    names.length > 1 || tokens.length < 2,
    'RELAY_TOKEN must be one token, without spaces, for one REPOSITORY',
  );

  const credentials = await readCredentials(read, refuseUnless, names.length);
  return names.map((name, index) => ({
    name,
    relayToken: tokens[index] ?? '',
    credentials: credentials[index] ?? { token: '' },
  }));
}

/** Those of each of `count` repositories. */
async function readCredentials(read: Read, refuseUnless: RefuseUnless, count: number): Promise<readonly Credentials[]> {
  const tokens = listIn(read('GITHUB_TOKEN'));
  const [appId, pem] = [read('GITHUB_APP_ID'), read('GITHUB_APP_PRIVATE_KEY')];
  const isApp = appId !== '' || pem !== '';
  refuseUnless(
    tokens.length > 0 !== isApp,
    'GITHUB_TOKEN, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY, must be set: one of the two, not both',
  );
  refuseUnless(
    tokens.length < 2 || tokens.length === count,
    `GITHUB_TOKEN must be one for all, or one for each REPOSITORY, found ${tokens.length}`,
  );
  if (!isApp) return Array.from({ length: count }, (_, index) => ({ token: tokens[index] ?? tokens[0] ?? '' }));
  refuseUnless(/^[A-Za-z0-9]+$/.test(appId), 'GITHUB_APP_ID must be the id or client id of the App');
  const key = await importKey(pem);
  if (typeof key === 'string') {
    refuseUnless(false, `GITHUB_APP_PRIVATE_KEY must be ${key}`);
    return [];
  }
  return Array<Credentials>(count).fill({ appId, key });
}

/** What stands between spaces, commas and line breaks. */
function listIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((item) => item !== '');
}

function hasTwice(items: readonly string[]): boolean {
  return new Set(items).size < items.length;
}

function isApiUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLoopback)) && `${username}${password}${search}${hash}` === ''
  );
}
