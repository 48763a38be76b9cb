import { explainBrokenLogin, explainUnreadLogin } from './login-hints.ts';

/**
 * What skopeo's messages mean for the user. It shows a registry's error code in words ("denied: …"), a status where
 * there is none ("StatusCode: 413", "HTTP status: 507"), and what Go says of connections. Tried with skopeo 1.4, 1.9, 1.13 and
 * 1.21.
 */

type Meaning = {
  readonly pattern: RegExp;
  readonly hint: string;
  /** Whether trying again can help. */
  readonly isTransient?: boolean;
  /** Whether a login that skopeo does not read may be the reason. */
  readonly isAboutLogin?: boolean;
};

/** The first that matches counts. Registries refuse much else with "denied", so that comes late. */
const MEANINGS: readonly Meaning[] = [
  { pattern: /unknown flag|unknown command/i, hint: 'this skopeo is too old: 1.4 or newer is needed' },
  {
    pattern: /\b(?:mkdir|open|stat|lstat|write|unlink|rename) \/[^:]*: (?:permission denied|read-only file system)/i,
    hint: 'this user may not write there on this machine: check HOME, XDG_RUNTIME_DIR and the permissions',
  },
  {
    pattern: /immutab|cannot be overwritten|tag (?:\S+ )?(?:already )?exists/i,
    hint: 'the registry does not let this tag move; push another tag',
  },
  {
    pattern: /quota|upper limit|storage limit|\b507\b/i,
    hint: 'the registry has no room left for this: delete old versions there, or have the quota raised',
  },
  {
    pattern: /read[- ]only|\blocked\b|\b423\b|maintenance/i,
    hint: 'the registry takes no pushes at the moment: it or the repository is read-only or locked',
  },
  {
    pattern: /\b413\b/,
    hint: 'something before the registry takes no upload of this size: raise its limit (nginx: client_max_body_size), or leave files out',
  },
  {
    pattern: /proxyconnect|\b407\b|": (?:Forbidden|Proxy Authentication Required)$/,
    hint: 'the proxy of this runner refuses the connection: check HTTPS_PROXY and its login, or list the registry in NO_PROXY',
  },
  {
    pattern: /name unknown|not known to registry|name invalid|(?:project|repository)\b.*(?:not found|does not exist)/i,
    hint: 'the registry has no such repository and does not create it by itself',
  },
  { pattern: /: unsupported|\b405\b/, hint: 'the registry takes no pushes here: it is a mirror, or read-only' },
  { pattern: /manifest invalid|\b415\b/i, hint: 'the registry does not take this kind of artifact, an OCI image' },
  {
    pattern: /too ?many ?requests|\b429\b/i,
    hint: 'the registry limits how often it may be asked; push later, or less often',
    isTransient: true,
  },
  {
    pattern: /incorrect username or password|invalid username\/password|unable to retrieve auth token/i,
    hint: 'the registry refuses the user or password; check the login step before this one',
    isAboutLogin: true,
  },
  {
    pattern: /unauthorized|authentication required|no basic auth credentials/i,
    hint: 'log in before this step with docker/login-action or skopeo login; if you do, the user or password is wrong, expired or for another registry',
    isAboutLogin: true,
  },
  {
    // Many registries say so to strangers too, instead of that a login is missing.
    pattern: /denied|forbidden|insufficient.scope|permission|\b403\b/i,
    hint: 'there was no login before this step, or it may not push to this repository: use docker/login-action; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
    isAboutLogin: true,
  },
  {
    pattern: /server gave HTTP response to HTTPS client/i,
    hint: 'the registry speaks plain http; set insecure-registry: true if that is meant',
  },
  {
    pattern: /certificate has expired or is not yet valid/i,
    hint: "the registry's certificate has expired: have it renewed, or correct the clock here",
  },
  { pattern: /remote error: tls: internal error/i, hint: 'the registry broke off the handshake', isTransient: true },
  {
    pattern: /x509|certificate|tls: /i,
    hint: "the registry's certificate is not trusted here; install the certificate of its CA on the runner, or set insecure-registry: true if you know the network",
  },
  {
    pattern: /no such host/i,
    hint: 'the host of the registry does not resolve here; check its spelling',
    isTransient: true,
  },
  { pattern: /connection refused/i, hint: 'nothing listens at the registry; check host and port', isTransient: true },
];

/** What to do about `message`, which came of pushing to `host`. Undefined when it says it all. */
export function hintFor(message: string, host: string): string | undefined {
  const meaning = meaningOf(message);
  const unread = meaning?.isAboutLogin ? explainUnreadLogin(host, process.env) : undefined;
  return explainBrokenLogin(message) ?? unread ?? meaning?.hint;
}

/** Whether the same call may succeed later: everything that is not known to be final. */
export function isTransient(message: string): boolean {
  const meaning = meaningOf(message);
  return explainBrokenLogin(message) === undefined && (meaning === undefined || meaning.isTransient === true);
}

function meaningOf(message: string): Meaning | undefined {
  // Digests and addresses have digits of their own.
  const plain = message.replace(/sha256:[0-9a-f]+/g, '').replace(/:\d+/g, '');
  return MEANINGS.find(({ pattern }) => pattern.test(plain));
}
