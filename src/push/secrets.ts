/** Files that people put into an artifact by mistake. An artifact is as readable as its registry, and stays there. */

/** Always secret, whatever is in it. */
const SECRET_NAMES =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:p12|pfx|jks|keystore|kdbx|ppk)|\.netrc|\.git-credentials|\.pgpass)$/i;
/** Holds a private key, a certificate or something else: only its content tells. */
const PERHAPS_A_KEY = /\.(?:pem|key)$/i;
const DOTENV = /^\.env(?:\..+)?$/;
const SAMPLE = /\.(?:example|sample|template|dist)$/i;

/** Paths among `files` whose names say that they hold secrets, without those that `envFiles` names on purpose. */
export function findSecretNames(files: Iterable<string>, envFiles: ReadonlySet<string>): readonly string[] {
  return [...files].filter((path) => {
    const name = baseName(path);
    return SECRET_NAMES.test(name) || (isDotenv(path) && !SAMPLE.test(name) && !envFiles.has(path));
  });
}

/** Whether `path` has the name of a dotenv file. */
export function isDotenv(path: string): boolean {
  return DOTENV.test(baseName(path));
}

/** Whether the content of `path` has to be looked at by {@link holdsPrivateKey}. */
export function mayHoldPrivateKey(path: string): boolean {
  return PERHAPS_A_KEY.test(baseName(path));
}

/** Whether `text`, the beginning of a file, is PEM or OpenSSH text of a private key. */
export function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
