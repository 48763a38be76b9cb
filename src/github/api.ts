/**
 * What GitHub itself is asked, in a bundle of its own: Octokit and the HTTP client of @actions/core are larger than all the rest
 * of the action, and most runs need neither. Everything is a value: errors would be strangers in other bundles.
 */
export { requestIdToken } from './id-token.ts';
export { listTags } from './packages.ts';
