// Stands in for packages that @actions/core imports at its top for functions that are never called here: @actions/http-client
// (and with it a megabyte of undici) for getIDToken, which is asked in github-api.js, and @actions/exec for the platform. They would double the start-up time of
// every run. The `paths` in notify.json put this file in their place; scripts/build.ts checks that they do.
class NotBundled {
  constructor() {
    throw new Error('this package is not part of the bundle: see scripts/bundle');
  }
}

const notBundled = () => new NotBundled();

export {
  NotBundled as BearerCredentialHandler,
  NotBundled as HttpClient,
  notBundled as exec,
  notBundled as getExecOutput,
};
