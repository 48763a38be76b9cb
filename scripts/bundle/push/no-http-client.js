// Stands in for @actions/http-client in the bundle of the push action: @actions/core imports it, and with it a megabyte of
// undici, for getIDToken alone, which push never calls. The tsconfig.json beside this file says so to ncc.
class NotBundled {
  constructor() {
    throw new Error('@actions/http-client is not part of this bundle: see scripts/bundle/push');
  }
}

export { NotBundled as BearerCredentialHandler, NotBundled as HttpClient };
