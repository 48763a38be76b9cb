// Replaces packages that @actions/core imports at its top for functions that are never called here: @actions/http-client (and
// with it a megabyte of undici) for getIDToken, and @actions/exec for the platform. They would
// double the start-up time of every run. The `paths` in notify.json select this file; scripts/build.ts checks that.
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
