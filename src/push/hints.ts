import { explainBrokenLogin, explainUnreadLogin, isLoginRefused } from '../registry/login.ts';

/** What skopeo's messages mean for the user. Seen from skopeo 1.9 to 1.20 and from the registries that it asked. */

type Meaning = {
  readonly pattern: RegExp;
  readonly hint: string;
  /** Whether trying again can help. */
  readonly isTransient?: boolean;
};

const MEANINGS: readonly Meaning[] = [
  {
    pattern: /unknown flag|unknown command/i,
    hint: 'this skopeo is too old: 1.6 or newer is needed',
  },
  {
    pattern: /incorrect username or password|invalid username\/password|unable to retrieve auth token/i,
    hint: 'the registry refuses the user or password; check the login step before this one',
  },
  {
    pattern: /unauthorized|authentication required|no basic auth credentials/i,
    hint: 'log in before this step with docker/login-action or skopeo login; if you do, the user or password is wrong, expired or for another registry',
  },
  {
    // Some registries refuse a token to strangers instead of saying that a login is missing.
    pattern: /bearer token.*(?:\b403\b|forbidden|denied)/is,
    hint: 'there was no login before this step, or it may not push to this repository: use docker/login-action; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
  },
  {
    pattern: /denied|forbidden|insufficient.scope|permission/i,
    hint: 'the login is valid but may not push to this repository; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
  },
  {
    pattern: /server gave HTTP response to HTTPS client/i,
    hint: 'the registry speaks plain http; set insecure-registry: true if that is meant',
  },
  {
    pattern: /x509|certificate|tls: /i,
    hint: "the registry's certificate is not trusted here; install its authority on the runner, or set insecure-registry: true if you know the network",
  },
  {
    pattern: /repository name not known|name unknown|project .* not found|name invalid/i,
    hint: 'the registry has no such repository and does not create it by itself',
  },
  { pattern: /tag .*immutable|immutable tag/i, hint: 'the registry does not let this tag move; push another tag' },
  {
    pattern: /no such host/i,
    hint: 'the host of the registry does not resolve here; check its spelling',
    isTransient: true,
  },
  { pattern: /connection refused/i, hint: 'nothing listens at the registry; check host and port', isTransient: true },
];

/** What to do about `message`, which came of pushing to `host`. Undefined when it says it all. */
export function hintFor(message: string, host: string): string | undefined {
  const unread = isLoginRefused(message) ? explainUnreadLogin(host, process.env) : undefined;
  return explainBrokenLogin(message) ?? unread ?? meaningOf(message)?.hint;
}

/** Whether the same call may succeed later: everything that is not known to be final. */
export function isTransient(message: string): boolean {
  const meaning = meaningOf(message);
  return explainBrokenLogin(message) === undefined && (meaning === undefined || meaning.isTransient === true);
}

function meaningOf(message: string): Meaning | undefined {
  return MEANINGS.find(({ pattern }) => pattern.test(message));
}
