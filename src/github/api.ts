/**
 * Requests to GitHub's own APIs, in a bundle of its own: Octokit and the HTTP client of @actions/core are larger than all the rest
 * of the action, and most runs need neither. All errors are values: `instanceof InputError` fails across bundles.
 */
export { requestIdToken } from './id-token.ts';
export { listTags } from './packages.ts';
