// Stands in for @actions/exec inside the notify bundle. @actions/core loads it for platform.getDetails alone, which this
// action never calls. What starts processes is a bundle of its own: dist/registry.js.
function notBundled() {
  throw new Error('@actions/exec is not part of this bundle: see scripts/build.ts');
}

export { notBundled as exec, notBundled as getExecOutput };
