/**
 * Files that people put into an artifact by mistake. Everyone who can pull from the registry can read them, for good.
 */

/** Always secret, whatever is in them. */
const SECRET_NAMES =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:p12|pfx|jks|keystore|kdbx|ppk)|\.netrc|\.git-credentials|\.pgpass)$/i;
/** A private key, a certificate or something else: only the content tells. */
const PERHAPS_A_KEY = /\.(?:pem|key)$/i;

/** Whether `path` is that of a file which is secret by its name. */
export function isSecretName(path: string): boolean {
  return SECRET_NAMES.test(baseName(path));
}

/** Whether {@link holdsPrivateKey} has to look at the content of `path`. */
export function mayHoldPrivateKey(path: string): boolean {
  return PERHAPS_A_KEY.test(baseName(path));
}

/** Whether `text`, the beginning of a file, is a private key in PEM or OpenSSH form. */
export function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
