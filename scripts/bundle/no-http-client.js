// Stands in for @actions/http-client inside the notify bundle. @actions/core loads it for getIDToken alone, which this
// action never calls, and with it undici: a megabyte of code evaluated at start, in every user's job.
class NotBundled {
  constructor() {
    throw new Error('@actions/http-client is not part of this bundle: see scripts/build.ts');
  }
}

export { NotBundled as BearerCredentialHandler, NotBundled as HttpClient };
