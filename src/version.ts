/** The version in package.json; a test holds them together. Not read from the file, so that nothing is opened at start. */
export const VERSION = '1.0.0';
export const USER_AGENT = `oci-webhook-action/${VERSION}`;
