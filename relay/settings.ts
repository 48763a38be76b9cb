/** Who calls GitHub: a token, or an App that is installed on the repository. */
export type Credentials = { readonly token: string } | { readonly appId: string; readonly privateKey: string };

export type Settings = {
  /** owner/name of the repository whose workflow is started. */
  readonly repository: string;
  /** What the workflow has under `repository_dispatch: types`. */
  readonly eventType: string;
  /** What the registry shows to be let in. */
  readonly relayToken: string;
  readonly credentials: Credentials;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  /** How long GitHub may take to answer. */
  readonly timeoutMs: number;
};

/** Environment variables, or the bindings of a Worker. */
export type Environment = Readonly<Record<string, unknown>>;

/** Not a bug but a mistake in the settings: shown without a stack. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * The settings in the environment.
 * @throws SettingsError that names every mistake, one per line, and never a value that may be secret.
 */
export function readSettings(environment: Environment): Settings {
  const mistakes: string[] = [];
  const read = (name: string, standard = '') => {
    const value = environment[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : standard;
  };
  const refuseUnless = (isRight: boolean, mistake: string) => {
    if (!isRight) mistakes.push(mistake);
  };

  const repository = read('REPOSITORY');
  refuseUnless(
    /^[\w.-]+\/[\w.-]+$/.test(repository),
    `REPOSITORY must be owner/name, found ${JSON.stringify(repository)}`,
  );
  const eventType = read('EVENT_TYPE', 'pushed');
  // docs.github.com/rest/repos/repos, create a repository dispatch event.
  refuseUnless(eventType.length <= 100, 'EVENT_TYPE must have 100 characters at most');
  const relayToken = read('RELAY_TOKEN');
  refuseUnless(
    /^[A-Za-z0-9._~-]{16,}$/.test(relayToken),
    'RELAY_TOKEN must have at least 16 characters, of A-Z, a-z, 0-9, ".", "_", "~" and "-" so that it fits into a URL: openssl rand -hex 32',
  );
  const apiUrl = read('GITHUB_API_URL', 'https://api.github.com').replace(/\/+$/, '');
  refuseUnless(
    isApiUrl(apiUrl),
    'GITHUB_API_URL must be an https URL without credentials, such as https://github.example.com/api/v3',
  );
  const timeout = Number(read('TIMEOUT', '10'));
  refuseUnless(timeout > 0 && timeout <= 300, 'TIMEOUT must be a number of seconds, more than 0 and at most 300');

  const credentials = readCredentials(read, refuseUnless);
  if (mistakes.length > 0) throw new SettingsError(mistakes.join('\n'));
  return { repository, eventType, relayToken, credentials, apiUrl, timeoutMs: timeout * 1000 };
}

function readCredentials(
  read: (name: string) => string,
  refuseUnless: (isRight: boolean, mistake: string) => void,
): Credentials {
  const token = read('GITHUB_TOKEN');
  // In a variable of one line, the lines of the key are often written with \n.
  const [appId, privateKey] = [read('GITHUB_APP_ID'), read('GITHUB_APP_PRIVATE_KEY').replaceAll('\\n', '\n')];
  const isApp = appId !== '' || privateKey !== '';
  refuseUnless(
    (token !== '') !== isApp,
    'GITHUB_TOKEN, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY, must be set: one of the two, not both',
  );
  if (!isApp) return { token };
  refuseUnless(/^[A-Za-z0-9]+$/.test(appId), 'GITHUB_APP_ID must be the id or client id of the App');
  refuseUnless(
    /^-----BEGIN PRIVATE KEY-----\s[A-Za-z0-9+/=\s]+\s-----END PRIVATE KEY-----$/.test(privateKey),
    'GITHUB_APP_PRIVATE_KEY must be a PEM key that begins with BEGIN PRIVATE KEY; convert the one from GitHub: openssl pkcs8 -topk8 -nocrypt -in key.pem',
  );
  return { appId, privateKey };
}

function isApiUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLoopback)) && `${username}${password}${search}${hash}` === ''
  );
}
