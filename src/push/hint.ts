/** What skopeo's words mean for the user. The words are those of skopeo 1.9 to 1.20 and of the registries behind it. */

type Meaning = {
  readonly words: RegExp;
  readonly hint: string;
  /** Whether trying again can help. */
  readonly passes?: boolean;
};

const MEANINGS: readonly Meaning[] = [
  {
    words: /unknown flag|unknown command/i,
    hint: 'this skopeo is too old, at least version 1.6 is needed',
  },
  {
    words: /incorrect username or password|invalid username\/password|unable to retrieve auth token/i,
    hint: 'the registry refuses the user or password; check the login step before this one',
  },
  {
    words: /unauthorized|authentication required|no basic auth credentials/i,
    hint: 'log in before this step with docker/login-action or skopeo login; if that is done, the user or password is wrong, expired or for another registry',
  },
  {
    // Registries that give no token to strangers say so, and not that a login is missing.
    words: /bearer token.*(?:\b403\b|forbidden|denied)/is,
    hint: 'there was no login before this step, or it may not push to this repository: use docker/login-action; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
  },
  {
    words: /denied|forbidden|insufficient.scope|permission/i,
    hint: 'the login is valid but may not push to this repository; for ghcr.io the job needs permissions: packages: write, and the package must allow this repository',
  },
  {
    words: /server gave HTTP response to HTTPS client/i,
    hint: 'the registry speaks plain http; set insecure-registry: true if that is meant',
  },
  {
    words: /x509|certificate|tls: /i,
    hint: "the registry's certificate is not trusted here; install its authority on the runner, or set insecure-registry: true if you know the network",
  },
  {
    words: /repository name not known|name unknown|project .* not found|name invalid/i,
    hint: 'the registry has no such repository and does not create it by itself',
  },
  { words: /tag .*immutable|immutable tag/i, hint: 'the registry does not let this tag move; push another tag' },
  { words: /no such host/i, hint: 'the host of the registry does not resolve here; check its spelling', passes: true },
  { words: /connection refused/i, hint: 'nothing listens at the registry; check host and port', passes: true },
];

/** What to do about `words`, or undefined when they speak for themselves. */
export function hintFor(words: string): string | undefined {
  return meaningOf(words)?.hint;
}

/** Whether the same call may succeed later: everything that is not known to be final. */
export function mayPass(words: string): boolean {
  return meaningOf(words)?.passes ?? meaningOf(words) === undefined;
}

function meaningOf(words: string): Meaning | undefined {
  return MEANINGS.find((meaning) => meaning.words.test(words));
}
