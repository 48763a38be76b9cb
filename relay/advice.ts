/**
 * What to correct, by GitHub's own words: one status means several things. The first match wins. Source of the words: the
 * API, and docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api.
 */
const ADVICE: readonly (readonly [words: RegExp, advice: string])[] = [
  [/installation has been suspended/i, 'the App is suspended on this account: unsuspend it'],
  [
    /permissions requested are not granted/i,
    'the App needs read and write access to contents, and its owner must accept that',
  ],
  [
    /not accessible to the parent installation/i,
    'the App is not installed on the repository: add it to the installation',
  ],
  [/by personal access token/i, 'GITHUB_TOKEN lacks write access to the contents of the repository'],
  [/by integration/i, 'the App lacks write access to the contents of the repository'],
  [/expiration time|issued at/i, "this machine's clock is wrong"],
  [
    /json ?web ?token|public key|integration not found/i,
    'GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY are not of one App, or the key was deleted',
  ],
  [/SAML|single sign-on/i, 'authorize GITHUB_TOKEN for the organization'],
  [/archived/i, 'the repository is archived'],
  [/token.*(lifetime|expir)/i, 'create a GITHUB_TOKEN with a lifetime that the organization allows'],
];

/** To follow what GitHub said, or nothing where its words say enough. */
export function adviceFor(status: number, message: string, isApp: boolean): string {
  const found = ADVICE.find(([words]) => words.test(message))?.[1] ?? byStatus(status, isApp);
  return found === undefined ? '' : ` (${found})`;
}

function byStatus(status: number, isApp: boolean): string | undefined {
  if (status === 401 && isApp) return "the App's new token is refused: look at the App's installation";
  if (status === 401) return 'GITHUB_TOKEN is wrong, was revoked, or has expired';
  if (status === 404 && isApp) return 'REPOSITORY is wrong, or the App is not installed on it';
  if (status === 404) return 'REPOSITORY is wrong, or GITHUB_TOKEN has no access to it';
  if (status >= 300 && status < 400) return 'the repository was renamed or moved: correct REPOSITORY or GITHUB_API_URL';
  if (status < 300) return 'this is not what GitHub answers: GITHUB_API_URL is wrong, or a proxy answered';
  return undefined;
}
